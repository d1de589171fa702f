import { Box, Stack, Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import type { Deadline, Deadlines } from '../fragments.js';
import { LightChip } from './LightChip.js';
import { deadlineMessages, type DeadlineTexts } from './messages.js';

/** The limits of a claim as they stand, of its step and of the whole; nothing where it has none. */
export function DeadlineLines({ deadlines }: { deadlines: Deadlines | null }) {
  const texts = useMessages(deadlineMessages);
  if (deadlines === null) return null;
  const { step, whole, suspension } = deadlines;
  return (
    <Stack sx={{ gap: 1.25 }}>
      {step !== null && <Line deadline={step} name={texts.step((step.steps ?? []).map((each) => texts.steps[each]))} />}
      <Line deadline={whole} name={texts.whole} />
      {suspension !== null && (
        <Box sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
          <Typography variant="body2">{texts.suspension(texts.grounds[suspension.ground], suspension.by)}</Typography>
          <Typography variant="body2">{texts.stands(suspension.since, suspension.until)}</Typography>
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {texts.basis} {suspension.basis}
          </Typography>
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
            {texts.reason} {suspension.reason}
          </Typography>
        </Box>
      )}
    </Stack>
  );
}

function Line({ deadline, name }: { deadline: Deadline; name: string }) {
  const texts = useMessages(deadlineMessages);
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {name} · {texts.days(deadline.days)}
        </Typography>
        <LightChip light={deadline.light} />
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {saysOf(deadline, texts).join(' · ')}
      </Typography>
    </Box>
  );
}

/** When a limit ends, what is left of it, and whether it stands or was reported. */
export function saysOf(
  { dueOn, unpublishedYear, daysLeft, light, pausedSince, escalatedTo }: Deadline,
  texts: DeadlineTexts,
) {
  return [
    dueOn === null ? null : texts.dueOn(dueOn),
    unpublishedYear === null ? null : texts.unpublished(unpublishedYear),
    daysLeft === null ? null : leftOf(daysLeft, light, texts),
    pausedSince === null ? null : texts.pausedSince(pausedSince),
    escalatedTo === null ? null : texts.escalatedTo(escalatedTo),
  ].filter((part) => part !== null);
}

function leftOf(days: number, light: Deadline['light'], texts: DeadlineTexts): string {
  if (light === 'OVERDUE') return texts.over(-days);
  return light === 'DUE_TODAY' ? texts.leftToday : texts.left(days);
}
