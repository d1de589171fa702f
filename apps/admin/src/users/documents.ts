import { z } from 'zod';
import { command } from '../api/command.js';
import { graphql } from '../api/document.js';
import { bilingual, connection, connectionFields } from '../api/shapes.js';
import { type Role, user, userFields } from '../auth/documents.js';
import { official } from '../claims/shapes.js';

export interface UserPageVariables {
  first: number;
  after: string | null;
  filter: { query?: string | undefined; role?: Role | undefined };
  sort: { field: 'USERNAME' | 'DISPLAY_NAME'; direction: 'ASC' | 'DESC' };
}

export const usersDocument = graphql<UserPageVariables>()(
  `query Users($first: Int!, $after: String, $filter: UserFilter, $sort: UserSort) {
    users(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { ${userFields} } ${connectionFields} }
  }`,
  z.object({ users: connection(user) }),
);

export const userDocument = graphql<{ id: string }>()(
  `query User($id: ID!) { user(id: $id) { ${userFields} } }`,
  z.object({ user: user.nullable() }),
);

export const standing = z.enum(['OPEN', 'LAPSED', 'AGREED', 'REFUSED', 'WITHDRAWN']);

/** A change of an account that one administrator proposed. */
const proposal = z.object({
  id: z.string(),
  official: z.string(),
  username: z.string(),
  displayName: z.string(),
  kind: z.enum(['OPENING', 'ROLES', 'OFFICE', 'PASSWORD', 'UNLOCKING', 'SECOND_FACTOR', 'ENABLING']),
  summary: bilingual,
  reason: z.string(),
  lookalikes: z.array(z.string()),
  proposedBy: official,
  proposedOn: z.string(),
  opensUntil: z.string(),
  standing,
  answeredBy: official.nullable(),
  answeredOn: z.string().nullable(),
  answerReason: z.string().nullable(),
  agreeingRefusal: bilingual.nullable(),
  isYours: z.boolean(),
});
export type Proposal = z.infer<typeof proposal>;

const proposalFields = `id official username displayName kind summary { zh en } reason lookalikes
  proposedBy { username displayName division department } proposedOn opensUntil standing
  answeredBy { username displayName division department } answeredOn answerReason
  agreeingRefusal { zh en } isYours`;

export interface ProposalVariables {
  first: number;
  after: string | null;
  filter: { official?: string; open?: boolean };
}

export const proposalsDocument = graphql<ProposalVariables>()(
  `query OfficialProposals($first: Int!, $after: String, $filter: OfficialProposalFilter) {
    officialProposals(first: $first, after: $after, filter: $filter) { nodes { ${proposalFields} } ${connectionFields} }
  }`,
  z.object({ officialProposals: connection(proposal) }),
);

/** How many changes wait for this user as the second administrator. */
export const waitingProposalsDocument = graphql()(
  'query WaitingProposals { dashboard { waitingProposals } }',
  z.object({ dashboard: z.object({ waitingProposals: z.number() }) }),
);

export interface UserPlace {
  displayName: string;
  division: string;
  department: string | null;
}

interface Reasoned {
  reason: string;
}
interface OfAccount extends Reasoned {
  id: string;
}
interface OfProposal {
  official: string;
  proposal: string;
}

const toProposal = { type: 'OfficialProposal', fields: proposalFields, value: proposal };
const toUser = { type: 'User', fields: userFields, value: user };

export const openAccount = command<UserPlace & Reasoned & { username: string; roles: Role[] }>()(
  'openAccount',
  toProposal,
);
export const changeRoles = command<OfAccount & { roles: Role[] }>()('changeRoles', toProposal);
export const changeOffice = command<OfAccount & UserPlace>()('changeOffice', toProposal);
export const resetPassword = command<OfAccount>()('resetPassword', toProposal);
export const unlockAccount = command<OfAccount>()('unlockAccount', toProposal);
export const resetSecondFactor = command<OfAccount>()('resetSecondFactor', toProposal);
export const enableAccount = command<OfAccount>()('enableAccount', toProposal);
export const disableAccount = command<OfAccount>()('disableAccount', toUser);

export const agreeToOfficialChange = command<OfProposal>()('agreeToOfficialChange', toProposal);
export const refuseOfficialChange = command<OfProposal & Reasoned>()('refuseOfficialChange', toProposal);
export const withdrawOfficialChange = command<OfProposal>()('withdrawOfficialChange', toProposal);
