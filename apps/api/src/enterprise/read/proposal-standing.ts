import { PROPOSAL_STANDINGS, type ProposalStanding } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of.js';

export const ProposalStandingEnum: Readonly<Record<string, ProposalStanding>> = enumOf(PROPOSAL_STANDINGS);

registerEnumType(ProposalStandingEnum, {
  name: 'ProposalStanding',
  description: 'How a proposal about an enterprise stands today (状态).',
  valuesMap: {
    IN_FORCE: { description: 'In effect (已生效).' },
    LAPSED: { description: 'Nobody answered in time (已失效).' },
    OPEN: { description: 'A second person can answer (待同意).' },
    REFUSED: { description: 'A second person did not agree, or stopped it (已否决).' },
    WAITING: { description: 'Agreed to, and not in effect yet (等待期).' },
    WITHDRAWN: { description: 'Its proposer took it back (已撤回).' },
  },
});
