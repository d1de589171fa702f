import { PROPOSAL_STANDINGS, type ProposalStanding } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of.js';

export const ProposalStandingEnum: Readonly<Record<string, ProposalStanding>> = enumOf(PROPOSAL_STANDINGS);

registerEnumType(ProposalStandingEnum, {
  name: 'ProposalStanding',
  description: '待同意、已失效、等待期、已生效、已否决、已撤回.',
});
