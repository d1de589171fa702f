import { readCatalogue } from '@duixian/policy-files';
import { coreSeconds } from '../measure/core-seconds.js';
import { inTurns, type Contender } from '../measure/rounds.js';
import { perSecond, type Figure, type Section } from '../report/figure.js';
import { BENCH_CLAUSES, type BenchClause } from './clauses.js';
import { duixianEngines } from './duixian.js';
import type { Engine } from './engine.js';
import { jsonRulesEngine } from './json-rules-engine.js';
import { zenEngine } from './zen-engine.js';

const CLAIMS = 500;
const ROUNDS = 7;
const OUR_PASSES = 100;
const THEIR_PASSES = 4;

/** Assessments per second of one core, against two rule engines on the same clauses and claims. */
export async function benchAssess(): Promise<Section> {
  const figures: Figure[] = [];
  for (const clause of BENCH_CLAUSES) figures.push(...(await benchClause(clause)));
  return {
    title: 'Assessing a claim',
    about:
      `Assessments per second of one core: the processor’s time of all threads is what counts. ${CLAIMS} claims for ` +
      'each clause, and before anything is measured all engines must come to equal amounts on them. The other engines ' +
      'get numbers that are parsed already and answer with the amount alone; ours reads and checks the case, and ' +
      'answers with funding lines and reasons, and explained with the trace as well.',
    figures,
  };
}

async function benchClause(clause: BenchClause): Promise<Figure[]> {
  const { measure, label } = clause;
  const sample = clause.claims(CLAIMS);
  const { fast, explained } = duixianEngines(readCatalogue(), sample);
  const others = [jsonRulesEngine(measure, sample), zenEngine(measure, sample)];
  await demandEqualAmounts(fast, [explained, ...others]);

  const contenders = [
    contender(fast, OUR_PASSES),
    contender(explained, OUR_PASSES),
    ...others.map((other) => contender(other, THEIR_PASSES)),
  ];
  const [fastRate = NaN, explainedRate = NaN, ...otherRates] = await inTurns(contenders, ROUNDS);
  return [
    ...others.map((other, index): Figure => {
      const rate = otherRates[index] ?? NaN;
      return {
        what: `${label}: fast, against ${other.name}`,
        ours: perSecond(fastRate),
        theirs: perSecond(rate),
        ratio: fastRate / rate,
        aim: { atLeast: 10 },
      };
    }),
    {
      what: `${label}: time explained (ours) against fast (theirs)`,
      ours: perSecond(explainedRate),
      theirs: perSecond(fastRate),
      ratio: fastRate / explainedRate,
      aim: { atMost: 2 },
    },
  ];
}

async function demandEqualAmounts(reference: Engine, others: readonly Engine[]): Promise<void> {
  const expected = await reference.amounts();
  for (const other of others) {
    const amounts = await other.amounts();
    const differing = expected.findIndex((amount, index) => amount !== amounts[index]);
    if (differing !== -1) {
      const found = `${reference.name} ${expected[differing] ?? ''} fen, ${other.name} ${amounts[differing] ?? ''} fen`;
      throw new Error(`The engines disagree on claim ${differing}: ${found}.`);
    }
  }
}

function contender(engine: Engine, passes: number): Contender {
  return async () => {
    const seconds = await coreSeconds(async () => {
      for (let pass = 0; pass < passes; pass += 1) await engine.pass();
    });
    return (passes * CLAIMS) / seconds;
  };
}
