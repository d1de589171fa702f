import { formatYuanGrouped, leftOf } from '@duixian/money';
import { Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { uiMessages } from '../ui/ui-messages.js';
import { UsageBar } from '../ui/UsageBar.js';
import { totalMessages } from './total-messages.js';
import type { YearlyTotal } from './fragments.js';

/** What counts in a year against an enterprise's cap; without a cap, how much of it is paid. */
export function TotalBar({ total, title }: { total: YearlyTotal; title: string }) {
  const texts = useMessages(totalMessages);
  const { aside } = useMessages(uiMessages);
  const { granted, paid, reserved } = total.counted;
  const cap = fenOf(total.cap ?? granted);
  const toPersons = fenOf(total.toPersons.granted);
  return (
    <>
      <UsageBar
        title={title}
        whole={total.cap === null ? aside(grouped(granted), texts.noCap) : `${texts.cap} ${grouped(total.cap)}`}
        parts={[
          { label: texts.paid, shown: grouped(paid), share: shareOf(fenOf(paid), cap), tone: 'solid' },
          {
            label: texts.reserved,
            shown: grouped(reserved),
            share: shareOf(fenOf(reserved), cap),
            tone: 'light',
          },
        ]}
        rest={total.cap === null ? '' : `${texts.remaining} ${formatYuanGrouped(leftOf(cap, fenOf(granted)))}`}
      />
      {toPersons > 0n && (
        <Typography variant="caption" component="p" color="textSecondary">
          {texts.toPersons(formatYuanGrouped(toPersons))}
        </Typography>
      )}
    </>
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
