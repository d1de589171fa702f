import { graphql } from '../../api/graphql.js';

/** As little of a claim as says whether something happened to it. */
export const claimStandingDocument = graphql('query ClaimStanding($id: ID!) { claim(id: $id) { id updatedAt } }');
