import { formatYuanGrouped, leftOf } from '@duixian/money';
import { useMessages } from '../i18n/messages.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { UsageBar } from '../ui/UsageBar.js';
import { totalMessages } from './total-messages.js';
import type { YearlyTotal } from './total-shapes.js';

/** What an enterprise was granted in a year against its cap; without a cap, how much of it is paid. */
export function TotalBar({ total, title }: { total: YearlyTotal; title: string }) {
  const texts = useMessages(totalMessages);
  const granted = fenOf(total.granted);
  const cap = total.cap === null ? granted : fenOf(total.cap);
  return (
    <UsageBar
      title={title}
      whole={total.cap === null ? `${grouped(total.granted)}（${texts.noCap}）` : `${texts.cap} ${grouped(total.cap)}`}
      parts={[
        { label: texts.paid, shown: grouped(total.paid), share: shareOf(fenOf(total.paid), cap), tone: 'solid' },
        {
          label: texts.reserved,
          shown: grouped(total.reserved),
          share: shareOf(fenOf(total.reserved), cap),
          tone: 'light',
        },
      ]}
      rest={total.cap === null ? '' : `${texts.remaining} ${formatYuanGrouped(leftOf(cap, granted))}`}
    />
  );
}

/** The cap of an enterprise that was granted nothing of it yet. */
export function NothingUsedBar({ cap, title }: { cap: string; title: string }) {
  const texts = useMessages(totalMessages);
  return (
    <UsageBar
      title={title}
      whole={`${texts.cap} ${grouped(cap)}`}
      parts={[]}
      rest={`${texts.remaining} ${grouped(cap)}`}
    />
  );
}
