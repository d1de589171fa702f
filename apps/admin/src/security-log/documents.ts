import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';

/** The entries of the security log; react-admin knows one by its position. */
export const securityLogDocument = graphql(
  `query SecurityLog($first: Int!, $after: String, $filter: SecurityLogFilter) {
    securityLog(first: $first, after: $after, filter: $filter) {
      nodes { id: position position at kind label { zh en } username displayName address subject times details }
      ${connectionFields}
    }
  }`,
);
export type SecurityEntry = ResultOf<typeof securityLogDocument>['securityLog']['nodes'][number];
