import { type ResultOf, graphql } from '../api/graphql.js';

/** What one enterprise was granted on the basis of one measure in one year, and what counts against its cap. */
export const yearlyTotal = graphql(`
  fragment YearlyTotal on YearlyTotal {
    id measure { id title { zh en } } year granted toPersons { granted } counted { granted reserved paid city county } cap
    inherited { id from { uscc name } since counted { granted } }
  }
`);
export type YearlyTotal = ResultOf<typeof yearlyTotal>;

/** What an enterprise goes on with of another's grants, also where it was granted nothing itself. */
export const inheritedTotal = graphql(`
  fragment InheritedTotal on InheritedTotal {
    id from { uscc name } since measure { id title { zh en } limits { year } } year counted { granted }
  }
`);
export type InheritedTotal = ResultOf<typeof inheritedTotal>;

export const maskedAccount = graphql('fragment MaskedAccount on MaskedAccount { proposal bank cnaps mask }');

export const bankAccountChange = graphql(
  `fragment BankAccountChange on BankAccountChange {
    id standing inForce isFound proposedOn proposedBy isMine opensUntil needsNotice notice { how note on by }
    answeredOn answeredBy reason effectiveFrom waiting account { ...MaskedAccount } holderReason
  }`,
  [maskedAccount],
);
export type BankAccountChange = ResultOf<typeof bankAccountChange>;

export const contactChange = graphql(`
  fragment ContactChange on ContactChange {
    id standing inForce isFound proposedOn proposedBy isMine opensUntil needsNotice notice { how note on by }
    answeredOn answeredBy reason effectiveFrom waiting now { name phone email } erased
  }
`);
export type ContactChange = ResultOf<typeof contactChange>;

/** What a change of an enterprise's account and one of its contact have in common. */
export type ProposedChange = Pick<ContactChange, keyof ContactChange & keyof BankAccountChange>;
