import type { AssessAnswer, Catalogue } from '@duixian/policy';
import type { Claim } from './claim.js';

/** What a determination is redone on, beside what stands in it. */
export type DeterminedMatter = Pick<
  Claim,
  'id' | 'measure' | 'year' | 'occurredOn' | 'division' | 'subject' | 'determination'
>;

/**
 * What the determination of a claim comes to when it is redone on the facts, the earlier grants and the programme's use
 * that stand in it. By the versions that made it, it comes to what was determined, for ever.
 *
 * @throws Error for a claim that is not determined.
 */
export function redetermine(
  { id, measure, year, occurredOn, division, subject, determination }: DeterminedMatter,
  catalogue: Catalogue,
): AssessAnswer {
  if (determination === null) throw new Error(`${id} is not determined.`);
  const { facts, history, programme } = determination;
  return catalogue.assess({
    ...{ id, measure, year, occurredOn, facts, granted: history },
    enterprise: { division },
    ...(subject === null ? {} : { subject }),
    ...(programme === null ? {} : { programme }),
  });
}
