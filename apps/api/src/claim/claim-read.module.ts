import { Global, Module } from '@nestjs/common';
import { Colleagues } from './assignment/colleagues.js';
import { ConditionsResolver } from './condition/conditions.resolver.js';
import { DeadlinesResolver } from './deadline/deadlines.resolver.js';
import { ClaimCounts } from './list/claim-counts.js';
import { ClaimList } from './list/claim-list.js';
import { ClaimsOfEnterprises } from './list/claims-of-enterprises.js';
import { ClaimsResolver } from './list/claims.resolver.js';
import { OwnDuties } from './list/own-duties.js';
import { Tally } from './list/tally.js';
import { PersonalReads } from '../enterprise/need/personal-reads.js';
import { ObjectionsResolver } from './objection/objections.resolver.js';
import { ObjectorResolver } from './objection/objector.resolver.js';
import { Reviewers } from './objection/reviewers.js';
import { RouteResolver } from './route/route.resolver.js';
import { FollowingResolver } from './following/following.resolver.js';
import { ReturnsResolver } from './returned/returns.resolver.js';
import { ClaimFiles } from './read/claim-files.js';
import { ClaimResolver, EvidenceResolver } from './read/claim.resolver.js';
import { ClaimRefusals } from './read/claim-refusals.js';
import { ClaimsById } from './read/claims-by-id.js';
import { EvidenceHolders } from './read/evidence-holders.js';
import { ClaimsOfClause } from './similar/claims-of-clause.js';
import { SimilarClaims } from './similar/similar-claims.js';
import { SimilarClaimsResolver } from './similar/similar-claims.resolver.js';

/** Claims as they are read: the list, and one claim with its file. */
@Global()
@Module({
  providers: [
    ClaimsById,
    ClaimFiles,
    ClaimRefusals,
    EvidenceHolders,
    ClaimResolver,
    EvidenceResolver,
    Tally,
    OwnDuties,
    ClaimList,
    ClaimCounts,
    ClaimsOfEnterprises,
    ClaimsResolver,
    SimilarClaims,
    ClaimsOfClause,
    SimilarClaimsResolver,
    ObjectionsResolver,
    RouteResolver,
    ReturnsResolver,
    ConditionsResolver,
    FollowingResolver,
    ObjectorResolver,
    Reviewers,
    DeadlinesResolver,
    PersonalReads,
    Colleagues,
  ],
  exports: [
    Colleagues,
    ClaimsById,
    ClaimFiles,
    ClaimRefusals,
    ClaimList,
    ClaimsOfEnterprises,
    EvidenceHolders,
    OwnDuties,
  ],
})
export class ClaimReadModule {}
