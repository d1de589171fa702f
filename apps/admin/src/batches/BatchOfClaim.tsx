import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { batchOfClaimDocument } from './documents.js';
import { batchMessages } from './messages.js';
import { batchPath } from './paths.js';

/** The batch with which a claim goes to the meeting, behind what stands before it; nothing where it is in none. */
export function BatchOfClaim({ claim }: { claim: string }) {
  const texts = useMessages(batchMessages);
  const { data } = useDocument(batchOfClaimDocument, { id: claim });
  const batch = data?.claim?.batch ?? null;
  if (batch === null) return null;
  return (
    <>
      {' · '}
      <Link to={batchPath(batch.id)}>{texts.ofClaim(batch.name)}</Link>
    </>
  );
}
