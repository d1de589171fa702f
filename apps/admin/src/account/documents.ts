import { edit, editOf } from '../api/command.js';
import { type InputOf, type ResultOf, graphql } from '../api/graphql.js';

const ownAccount = graphql(`
  fragment OwnAccount on OwnAccount {
    passwordSetAt secondFactorSince recoveryCodesLeft sessions { id begunAt usedAt address agent current }
    identityProvider { name linkedAt }
  }
`);
export type Account = ResultOf<typeof ownAccount>;
export type OwnSession = Account['sessions'][number];

export const accountDocument = graphql('query MyAccount { myAccount { ...OwnAccount } }', [ownAccount]);

export const endSessionDocument = graphql('mutation EndSession($id: ID!) { endSession(id: $id) { ...OwnAccount } }', [
  ownAccount,
]);

export const endOtherSessionsDocument = graphql('mutation EndOtherSessions { endOtherSessions { ...OwnAccount } }', [
  ownAccount,
]);

export const changePassword = edit('changePassword', graphql('fragment NewSession on Session { user { id } }'));

/** By which one proves oneself once more. */
export type OwnProof = InputOf<'OwnProofInput'>;

const offer = graphql('fragment Offer on SecondFactorOffer { secret uri }');
export type Offer = ResultOf<typeof offer>;

const recoveryCodes = graphql('fragment RecoveryCodes on RecoveryCodes { codes }');
export type RecoveryCodes = ResultOf<typeof recoveryCodes>;

export const offerSecondFactor = edit('offerSecondFactor', offer, 'OwnProofInput');
export const renewRecoveryCodes = edit('renewRecoveryCodes', recoveryCodes, 'OwnProofInput');
export const enrolSecondFactor = editOf('enrolSecondFactor', recoveryCodes, 'code', 'String');

export const linkIdentity = edit(
  'linkIdentity',
  graphql('fragment IdentityTrip on IdentityTrip { url }'),
  'OwnProofInput',
);
export const unlinkIdentity = edit(
  'unlinkIdentity',
  graphql('fragment IdentityUnlinked on IdentityUnlinked { wasLinked }'),
  'OwnProofInput',
);
