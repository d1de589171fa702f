import { type ResultOf, graphql } from '../../api/graphql.js';

/** What a clause pays on the stated facts, and why; a step of the reckoning has the words of the clause that it rests on. */
export const assessment = graphql(`
  fragment Assessment on Assessment {
    eligible kind amount lines { payer { code name } amount basis } reasons { code text { zh en } }
    trace { step text { zh en } formula inputs { key value } outcome code quote measure }
  }
`);
export type Assessment = ResultOf<typeof assessment>;
export type Line = Assessment['lines'][number];
export type Reason = Assessment['reasons'][number];
export type TraceStep = Assessment['trace'][number];
