import { Tab, Tabs } from '@mui/material';
import { useListContext } from 'react-admin';
import { useMay } from '../../auth/use-user.js';
import { useMessages } from '../../i18n/messages.js';
import { useFilterValues } from '../../ui/list/use-filter-values.js';
import { assignMessages } from '../assign/messages.js';

/** What each of the queues of somebody of an office is filtered by. */
const QUEUES = {
  all: {},
  office: { waitingForMe: true },
  mine: { assigned: 'MINE' },
  stoodIn: { assigned: 'STOOD_IN' },
} as const;
type QueueName = keyof typeof QUEUES;

/** All claims, what waits for one's office, what one looks after, and what those do for whom one stands in. */
export function QueueTabs() {
  const texts = useMessages(assignMessages);
  const isOfOffice = useMay('CLAIM_ASSIGN');
  const { setFilters } = useListContext();
  const { waitingForMe, assigned, ...others } = useFilterValues();
  if (!isOfOffice) return null;
  const open = queueOf(waitingForMe === true, assigned);
  return (
    <Tabs
      value={open}
      onChange={(_, queue: QueueName) => setFilters({ ...others, ...QUEUES[queue] }, [])}
      variant="scrollable"
      sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}
      aria-label={texts.queues}
    >
      {choices.map((queue) => (
        <Tab key={queue} value={queue} label={texts.queueNames[queue]} />
      ))}
    </Tabs>
  );
}

const choices = ['all', 'office', 'mine', 'stoodIn'] as const satisfies readonly QueueName[];

/** False where a filter stands that is none of them. */
function queueOf(waitingForMe: boolean, assigned: unknown): QueueName | false {
  if (assigned === undefined) return waitingForMe ? 'office' : 'all';
  if (waitingForMe) return false;
  return choices.find((queue) => 'assigned' in QUEUES[queue] && QUEUES[queue].assigned === assigned) ?? false;
}
