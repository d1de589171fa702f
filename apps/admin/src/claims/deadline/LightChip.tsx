import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import EventBusy from '@mui/icons-material/EventBusy';
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Chip, type SvgIcon } from '@mui/material';
import type { DeadlineLight } from '../../api/schema/enums.generated.js';
import { useMessages } from '../../i18n/messages.js';
import type { ClaimRow } from '../fragments.js';
import { deadlineMessages } from './messages.js';

/** Red, yellow, green, or none of them; beside the colour each has its word and its sign. */
const lights: Record<DeadlineLight, { tone: 'error' | 'warning' | 'success' | 'default'; Icon: typeof SvgIcon }> = {
  ON_TIME: { tone: 'success', Icon: CheckCircleOutlined },
  DUE_SOON: { tone: 'warning', Icon: ScheduleOutlined },
  DUE_TODAY: { tone: 'warning', Icon: NotificationsActiveOutlined },
  OVERDUE: { tone: 'error', Icon: ErrorOutlined },
  PAUSED: { tone: 'default', Icon: PauseCircleOutlined },
  UNPUBLISHED: { tone: 'default', Icon: EventBusy },
};

/** How a time limit stands; nothing where there is none. */
export function LightChip({ light }: { light: DeadlineLight | null }) {
  const texts = useMessages(deadlineMessages);
  if (light === null) return null;
  const { tone, Icon } = lights[light];
  return <Chip size="small" variant="outlined" color={tone} icon={<Icon />} label={texts.lights[light]} />;
}

/** How the step of a claim's route stands that is one's own office's; nothing where there is none. */
export function OfficeLightChip({ deadline }: { deadline: ClaimRow['officeDeadline'] }) {
  const texts = useMessages(deadlineMessages);
  if (deadline === null) return null;
  const { light, dueOn } = deadline;
  const { tone, Icon } = lights[light];
  const label = texts.office(texts.lights[light], dueOn);
  return <Chip size="small" variant="outlined" color={tone} icon={<Icon />} label={label} />;
}

/** The sign alone, where its word stands beside it. */
export function LightIcon({ light }: { light: DeadlineLight }) {
  const { tone, Icon } = lights[light];
  return <Icon fontSize="small" color={tone === 'default' ? 'action' : tone} aria-hidden />;
}
