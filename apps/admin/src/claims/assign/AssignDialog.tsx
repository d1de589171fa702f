import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Stack,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { pageSizeMax } from '../../api/pages.js';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { usePersonName } from '../../ui/person.js';
import { recusalMessages } from '../../recusals/messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { RefusedClaim } from '../bulk/bulk-set.js';
import { RefusedClaims } from '../bulk/RefusedClaims.js';
import { colleaguesDocument } from './documents.js';
import { assignMessages } from './messages.js';
import { spread } from './spread.js';
import { useAssign } from './use-assign.js';

/** Gives claims to a colleague, spreads them among several, or puts them back. */
export function AssignDialog({ claims, onClose }: { claims: readonly string[]; onClose: () => void }) {
  const texts = useMessages(assignMessages);
  const ui = useMessages(uiMessages);
  const { assignHint } = useMessages(recusalMessages);
  const notify = useNotify();
  const personName = usePersonName();
  const query = useDocument(colleaguesDocument, { claims: claims.slice(0, pageSizeMax) });
  const { run, sending } = useAssign();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly RefusedClaim[]>([]);
  const titleId = useId();

  const send = async (given: ReadonlyMap<string | null, readonly string[]>, said: (count: number) => string) => {
    const answer = await run(given);
    if (answer === null) return;
    setRefused(answer);
    if (answer.length < claims.length) notify(said(claims.length - answer.length), { type: 'success' });
    if (answer.length === 0) onClose();
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const among = (query.data?.colleagues ?? []).filter(({ id }) => chosen.includes(id));
    void send(spread(claims, among), texts.done);
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{texts.giveTitle(claims.length)}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{texts.says}</DialogContentText>
          <Answer query={query} loading={<LoadingLines lines={3} />}>
            {({ colleagues }) => (
              <Stack>
                {colleagues.map((colleague) => (
                  <FormControlLabel
                    key={colleague.id}
                    control={
                      <Checkbox
                        size="small"
                        checked={chosen.includes(colleague.id)}
                        onChange={(_, isChosen) =>
                          setChosen(
                            isChosen ? [...chosen, colleague.id] : chosen.filter((each) => each !== colleague.id),
                          )
                        }
                      />
                    }
                    label={[
                      personName(colleague),
                      ...(colleague.isMe ? [texts.mine] : []),
                      texts.load(colleague.assigned),
                      ...(colleague.recusedFrom.length > 0 ? [assignHint(colleague.recusedFrom.length)] : []),
                    ].join(' · ')}
                    disabled={colleague.recusedFrom.length === claims.length}
                  />
                ))}
              </Stack>
            )}
          </Answer>
          <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 1 }}>
            {texts.aid}
          </Typography>
          {refused.length > 0 && (
            <>
              <Typography sx={{ fontWeight: 600, mt: 1 }} role="status">
                {texts.refused(refused.length)}
              </Typography>
              <RefusedClaims refused={refused} />
            </>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => void send(new Map([[null, claims]]), texts.backNow)} disabled={sending}>
            {texts.putBack}
          </Button>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" variant="contained" loading={sending} disabled={chosen.length === 0}>
            {texts.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
