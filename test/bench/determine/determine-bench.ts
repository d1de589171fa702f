import { randomUUID } from 'node:crypto';
import { ensureDatabase } from '@duixian/postgres';
import { ApiProcess } from '../api/api-process.js';
import { replay } from '../api/replay.js';
import { OFFICIALS } from '../city/officials.js';
import { median } from '../measure/median.js';
import { milliseconds, type Figure, type Section } from '../report/figure.js';
import { seedFiles, type ClaimKind, type LongFile } from './long-files.js';

const FEW = 20;
const MANY = 20_000;
const MEASURED = 60;
const WARM_UP = 10;
const LABELS: Readonly<Record<ClaimKind, string>> = {
  fee: 'under a clause that few of the grants concern',
  product: 'under the clause of all those grants',
};

const DETERMINE = `
  mutation ($input: DetermineClaimInput!) {
    determineClaim(input: $input) { __typename ... on Claim { id } }
  }`;

/** A determination for an enterprise with very many grants, against one with few. */
export async function benchDeterminations(adminUrl: string): Promise<Section[]> {
  const url = await ensureDatabase(adminUrl, 'bench_determine');
  const [small, large] = await seedFiles(url, [FEW, MANY], MEASURED + WARM_UP);
  if (small === undefined || large === undefined) throw new Error('Two enterprises are compared.');
  await replay(url);
  const api = await ApiProcess.start(url, [OFFICIALS.finance]);
  const figures: Figure[] = [];
  for (const kind of ['fee', 'product'] as const) figures.push(await compare(api, kind, small, large));
  await api.stop();
  return [
    {
      title: 'Determining for an enterprise with a long file',
      about:
        `determineClaim over HTTP, one request after another, for an enterprise with ${MANY.toLocaleString('en-US')} ` +
        `grants (ours) and for one with ${FEW} (theirs), ${MEASURED} of each in turns. Every determination adds a grant.`,
      figures,
    },
  ];
}

async function compare(api: ApiProcess, kind: ClaimKind, small: LongFile, large: LongFile): Promise<Figure> {
  const times = new Map<LongFile, number[]>([
    [small, []],
    [large, []],
  ]);
  for (let n = 0; n < MEASURED + WARM_UP; n += 1) {
    for (const file of n % 2 === 0 ? [small, large] : [large, small]) {
      const input = { commandId: randomUUID(), claim: file.waiting[kind][n] };
      const { seconds } = await api.ask(OFFICIALS.finance, DETERMINE, { input });
      if (n >= WARM_UP) times.get(file)?.push(seconds);
    }
  }
  const [ours, theirs] = [median(times.get(large) ?? []), median(times.get(small) ?? [])];
  return {
    what: `one determination, ${LABELS[kind]}, p50`,
    ours: milliseconds(ours),
    theirs: milliseconds(theirs),
    ratio: ours / theirs,
    aim: { atMost: 2 },
  };
}
