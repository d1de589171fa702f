import { Alert } from '@mui/material';
import type { EvidenceKind } from '../../api/schema/enums.generated.js';
import { useMessages } from '../../i18n/messages.js';
import { actionMessages } from '../actions/messages.js';
import type { NearClaims } from '../near-document.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { followingMessages } from './messages.js';

/** Kinds of document that are still to be handed in: a recognition is shown by its certificate as well. */
export function papersOf({ papersToFollow }: Pick<NearClaims, 'papersToFollow'>): EvidenceKind[] {
  return papersToFollow
    .filter(({ handedInOn }) => handedInOn === null)
    .flatMap(({ kind }) => (kind === 'RECOGNITION' ? ['CERTIFICATE' as const, kind] : [kind]));
}

/** In a dialog: what the claim lacks, or what is still to follow its acceptance. Nothing where all is there. */
export function PapersNote({ near: { papersToFollow, lacking } }: { near: NearClaims }) {
  const texts = useMessages(followingMessages);
  const ui = useMessages(uiMessages);
  const { papers } = useMessages(actionMessages);
  const missing = lacking.flatMap(({ kind, mayFollowWithin }) =>
    mayFollowWithin === null ? [] : [ui.aside(papers[kind], texts.within(mayFollowWithin))],
  );
  const awaited = papersToFollow.flatMap(({ kind, dueOn, handedInOn }) =>
    handedInOn === null ? [ui.aside(papers[kind], texts.due(dueOn))] : [],
  );
  const [title, named] = awaited.length > 0 ? [texts.awaited, awaited] : [texts.lacking, missing];
  if (named.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      {ui.of(title, ui.listed(named))}
    </Alert>
  );
}
