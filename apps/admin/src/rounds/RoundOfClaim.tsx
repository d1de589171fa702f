import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { roundOfClaimDocument } from './documents.js';
import { roundPath } from './paths.js';

/** The round in which a claim was submitted, behind what stands before it; nothing where it has none. */
export function RoundOfClaim({ claim }: { claim: string }) {
  const bilingual = useBilingual();
  const { data } = useDocument(roundOfClaimDocument, { id: claim });
  const round = data?.claim?.applicationRound ?? null;
  if (round === null) return null;
  return (
    <>
      {' · '}
      <Link to={roundPath(round.id)}>{bilingual(round.name)}</Link>
    </>
  );
}
