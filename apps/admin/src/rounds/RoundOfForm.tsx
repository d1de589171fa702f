import { Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { roundsOfMeasureDocument } from './documents.js';
import { roundMessages } from './messages.js';

/** Before a claim is entered: in which round it will be, or that its clause has none open now. Nothing where it has no rounds. */
export function RoundOfForm({ measure }: { measure: string }) {
  const texts = useMessages(roundMessages);
  const bilingual = useBilingual();
  const { data } = useDocument(roundsOfMeasureDocument, { measure });
  const rounds = data?.rounds ?? [];
  const open = rounds.find(({ standing }) => standing === 'OPEN');
  if (rounds.length === 0) return null;
  if (open !== undefined) {
    return (
      <Typography variant="body2" sx={{ mb: 2 }}>
        {texts.submittedIn(bilingual(open.name), open.closes)}
        {` ${texts.columns.period} ${texts.span(open.occurredFrom, open.occurredTo)}`}
      </Typography>
    );
  }
  const [past] = rounds.filter(({ standing }) => standing === 'CLOSED');
  const next = rounds.findLast(({ standing }) => standing === 'TO_COME');
  return (
    <Notice tone="warning" title={texts.notOpen}>
      {past && <Typography variant="body2">{texts.was(bilingual(past.name), past.opens, past.closes)}</Typography>}
      {next && <Typography variant="body2">{texts.next(bilingual(next.name), next.opens, next.closes)}</Typography>}
    </Notice>
  );
}
