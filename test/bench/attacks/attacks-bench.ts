import type { Actor } from '@duixian/casework';
import { ensureDatabase } from '@duixian/postgres';
import { ATTACKS, type Attack } from '@duixian/testing/attacks';
import { ApiProcess } from '../api/api-process.js';
import { replay } from '../api/replay.js';
import { OFFICIALS } from '../city/officials.js';
import { seedCity } from '../city/seed.js';
import { quantile } from '../measure/median.js';
import { milliseconds, type Figure, type Section } from '../report/figure.js';

const CLAIMS = 1_000;
const ATTACKERS = 4;
const ROUNDS = 4;
const ASKED_IN_A_ROUND = 50;
const LIST = '{ claims { totalCount nodes { id status enterprise { name } requestedAmount determinedAmount } } }';
/** Budgets as they come, and an address for each attacker. */
const SETTINGS = { DUIXIAN_BUDGET_ACCOUNT: '', DUIXIAN_BUDGET_ADDRESS: '', DUIXIAN_TRUST_PROXY: 'true' };

/** How long a city waits for its lists while somebody of another city, or of none, sends each attack without end. */
export async function benchAttacks(adminUrl: string): Promise<Section> {
  const url = await ensureDatabase(adminUrl, 'bench_attacks');
  await seedCity(url, CLAIMS);
  await replay(url);
  const attackers = ATTACKS.map((_, number) => attacker(number));
  const api = await ApiProcess.start(url, [OFFICIALS.finance, ...attackers], 'both', SETTINGS);
  await askForLists(api);
  const figures: Figure[] = [];
  for (const [number, attack] of ATTACKS.entries()) figures.push(await measure(api, attack, number));
  await api.stop();
  return {
    title: 'One city while another is attacked',
    about:
      `A list of one city, ${ROUNDS * ASKED_IN_A_ROUND} times one after another, p99: while ${ATTACKERS} connections of ` +
      'one account of another city, or of one stranger, send the attack without end (ours), and while nobody does ' +
      '(theirs), in turns. Budgets are as they come; each attack has an address and an account of its own.',
    figures,
  };
}

async function measure(api: ApiProcess, attack: Attack, number: number): Promise<Figure> {
  const body = JSON.stringify({ query: attack.query, variables: attack.variables });
  const official = attack.anonymous === true ? null : attacker(number);
  const address = { 'x-forwarded-for': `198.51.100.${number}` };
  const [alone, beside]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(...(await askForLists(api)));
    let isOver = false;
    const sending = Array.from({ length: ATTACKERS }, async () => {
      while (!isOver) await (await api.send(official, body, address)).text();
    });
    beside.push(...(await askForLists(api)));
    isOver = true;
    await Promise.all(sending);
  }
  const [ours, theirs] = [quantile(beside, 0.99), quantile(alone, 0.99)];
  return {
    what: attack.name,
    ours: milliseconds(ours),
    theirs: milliseconds(theirs),
    ratio: ours / theirs,
    aim: { atMost: 3 },
  };
}

async function askForLists(api: ApiProcess): Promise<number[]> {
  const seconds: number[] = [];
  for (let asked = 0; asked < ASKED_IN_A_ROUND; asked += 1) {
    seconds.push((await api.ask(OFFICIALS.finance, LIST, {})).seconds);
  }
  return seconds;
}

function attacker(number: number): Actor {
  const userId = `00000000-0000-4000-8000-${String(1_000 + number).padStart(12, '0')}`;
  const username = `attacker-${number}`;
  return { userId, username, displayName: username, division: '350200', department: null, roles: ['auditor'] };
}
