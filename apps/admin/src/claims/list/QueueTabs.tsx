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
  others: { waitingForOthers: true },
} as const;
type QueueName = keyof typeof QUEUES;

/** All claims, what waits for one's office, what one looks after, what those do for whom one stands in, and
 * what one had in hand and others go on with. */
export function QueueTabs() {
  const texts = useMessages(assignMessages);
  const isOfOffice = useMay('CLAIM_ASSIGN');
  const { setFilters } = useListContext();
  const { waitingForMe, waitingForOthers, assigned, ...rest } = useFilterValues();
  if (!isOfOffice) return null;
  const open = queueOf({ waitingForMe, waitingForOthers, assigned });
  return (
    <Tabs
      value={open}
      onChange={(_, queue: QueueName) => setFilters({ ...rest, ...QUEUES[queue] }, [])}
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

const choices = ['all', 'office', 'mine', 'stoodIn', 'others'] as const satisfies readonly QueueName[];

/** False where a filter stands that is none of them. */
function queueOf(asked: Readonly<Record<string, unknown>>): QueueName | false {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  const isAsked = (queue: QueueName): boolean => {
    const wanted = Object.entries(QUEUES[queue]);
    return wanted.length === given.length && wanted.every(([name, value]) => asked[name] === value);
  };
  return choices.find(isAsked) ?? false;
}
