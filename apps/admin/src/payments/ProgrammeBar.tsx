import { formatYuanGrouped, leftOf } from '@duixian/money';
import { totalMessages } from '../enterprises/total-messages.js';
import { useMessages } from '../i18n/messages.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { UsageBar } from '../ui/UsageBar.js';
import type { Programme } from './programme-shapes.js';

/** How much of a pool or a quota is used. */
export function ProgrammeBar({ programme, title }: { programme: Programme; title: string }) {
  return programme.kind === 'POOL' ? (
    <PoolBar programme={programme} title={title} />
  ) : (
    <QuotaBar programme={programme} title={title} />
  );
}

function PoolBar({ programme, title }: { programme: Programme; title: string }) {
  const texts = useMessages(totalMessages);
  const { ceiling, reserved, paid } = programme;
  const left = leftOf(leftOf(fenOf(ceiling), fenOf(paid)), fenOf(reserved));
  return (
    <UsageBar
      title={title}
      whole={grouped(ceiling)}
      parts={[
        { label: texts.paid, shown: grouped(paid), share: shareOf(fenOf(paid), fenOf(ceiling)), tone: 'solid' },
        {
          label: texts.reserved,
          shown: grouped(reserved),
          share: shareOf(fenOf(reserved), fenOf(ceiling)),
          tone: 'light',
        },
      ]}
      rest={`${texts.remaining} ${formatYuanGrouped(left)}`}
    />
  );
}

function QuotaBar({ programme, title }: { programme: Programme; title: string }) {
  const texts = useMessages(totalMessages);
  const { ceiling, reserved, paid } = programme;
  const share = (places: string) => Math.min(1, Number(places) / Number(ceiling));
  return (
    <UsageBar
      title={title}
      whole={texts.places(ceiling)}
      parts={[
        { label: texts.paid, shown: texts.places(paid), share: share(paid), tone: 'solid' },
        { label: texts.reserved, shown: texts.places(reserved), share: share(reserved), tone: 'light' },
      ]}
      rest={`${texts.remaining} ${texts.places(String(Number(ceiling) - Number(reserved) - Number(paid)))}`}
    />
  );
}
