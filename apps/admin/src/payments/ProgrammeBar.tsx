import { Box, Typography } from '@mui/material';
import { totalMessages } from '../enterprises/total-messages.js';
import { useMessages } from '../i18n/messages.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { UsageBar } from '../ui/UsageBar.js';
import type { Programme } from './fragments.js';

/** How much of a pool or a quota is used. */
export function ProgrammeBar({
  programme: { pool, quota, lastsUntil },
  title,
}: {
  programme: Programme;
  title: string;
}) {
  const texts = useMessages(totalMessages);
  return (
    <Box>
      {pool && <PoolBar pool={pool} title={title} />}
      {quota && <QuotaBar quota={quota} title={title} />}
      {lastsUntil !== null && (
        <Typography variant="caption" color="textSecondary" component="div">
          {texts.lastsUntil(lastsUntil)}
        </Typography>
      )}
    </Box>
  );
}

function PoolBar({ pool, title }: { pool: NonNullable<Programme['pool']>; title: string }) {
  const texts = useMessages(totalMessages);
  const { ceiling, reserved, paid, remaining } = pool;
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
      rest={`${texts.remaining} ${grouped(remaining)}`}
    />
  );
}

function QuotaBar({ quota, title }: { quota: NonNullable<Programme['quota']>; title: string }) {
  const texts = useMessages(totalMessages);
  const { ceiling, reserved, paid, remaining } = quota;
  const share = (places: number) => Math.min(1, places / ceiling);
  const shown = (places: number) => texts.places(String(places));
  return (
    <UsageBar
      title={title}
      whole={shown(ceiling)}
      parts={[
        { label: texts.paid, shown: shown(paid), share: share(paid), tone: 'solid' },
        { label: texts.reserved, shown: shown(reserved), share: share(reserved), tone: 'light' },
      ]}
      rest={`${texts.remaining} ${shown(remaining)}`}
    />
  );
}
