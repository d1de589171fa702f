import type { AssessAnswer, Catalogue } from '@duixian/policy';
import { fenOf, toCase, type Claim } from './claim.js';
import type { Engine } from './engine.js';

/** Ours, from the case as it arrives to the answer as it leaves: the fast face, and the one with the trace. */
export function duixianEngines(catalogue: Catalogue, claims: readonly Claim[]): { fast: Engine; explained: Engine } {
  const cases = claims.map(toCase);
  return {
    fast: engine('Duixian, fast', cases, (input) => catalogue.assess(input)),
    explained: engine('Duixian, explained', cases, (input) => catalogue.explain(input)),
  };
}

function engine(name: string, cases: readonly object[], assess: (input: object) => AssessAnswer): Engine {
  return {
    name,
    amounts: () => Promise.resolve(cases.map((input) => amountOf(assess(input)))),
    pass: () => {
      for (const input of cases) assess(input);
    },
  };
}

function amountOf(answer: AssessAnswer): number {
  if ('error' in answer) throw new Error(`A case of the benchmark is wrong: ${answer.error.message.en}`);
  return fenOf(answer.amount);
}
