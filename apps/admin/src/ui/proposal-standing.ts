import type { ProposalStanding } from '../api/schema/enums.generated.js';

interface Proposal {
  readonly standing: ProposalStanding;
  readonly opensUntil: string;
  readonly answeredBy: string | null;
  readonly answeredOn: string | null;
}

type By = (by: string, on: string) => string;

interface StandingTexts {
  readonly openUntil: (until: string) => string;
  readonly lapsed: string;
  readonly answered: Readonly<Record<'IN_FORCE' | 'REFUSED' | 'WITHDRAWN', By>>;
}

/** Where a proposal stands: how long it is open, or who answered it when. */
export function standingOf({ standing, opensUntil, answeredBy, answeredOn }: Proposal, texts: StandingTexts): string {
  if (standing === 'OPEN') return texts.openUntil(opensUntil);
  if (standing === 'LAPSED' || standing === 'WAITING' || answeredBy === null || answeredOn === null)
    return texts.lapsed;
  return texts.answered[standing](answeredBy, answeredOn);
}
