import { randomUUID } from 'node:crypto';
import { ensureDatabase } from '@duixian/postgres';
import { ApiProcess } from '../api/api-process.js';
import { enterpriseNumber } from '../city/enterprises.js';
import { OFFICIALS } from '../city/officials.js';
import { quantile } from '../measure/median.js';
import { parseAnswer } from './parse-answer.js';
import { milliseconds, type Figure, type Section } from '../report/figure.js';

const ROUNDS = 100;
const WARM_UP = 10;

const REGISTER = `mutation ($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { __typename } }`;
const LIST = '{ enterprises(first: 5) { nodes { uscc } } }';

/** A command, and then a list that shows it, of one process and of two that share the work. */
export async function benchSplit(adminUrl: string): Promise<Section> {
  const officials = Object.values(OFFICIALS);
  const split = await ensureDatabase(adminUrl, 'bench_split');
  const worker = await ApiProcess.start(split, officials, 'worker');
  const two = await ApiProcess.start(split, officials, 'api');
  const one = await ApiProcess.start(await ensureDatabase(adminUrl, 'bench_one'), officials);
  const times = new Map([two, one].map((api) => [api, { command: new Array<number>(), list: new Array<number>() }]));
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const api of round % 2 === 0 ? [two, one] : [one, two]) {
      const { command, list } = await writeAndRead(api, round);
      if (round < WARM_UP) continue;
      times.get(api)?.command.push(command);
      times.get(api)?.list.push(list);
    }
  }
  await Promise.all([one.stop(), two.stop(), worker.stop()]);
  const figure = (what: string, of: 'command' | 'list'): Figure => {
    const [ours = NaN, theirs = NaN] = [two, one].map((api) => quantile(times.get(api)?.[of] ?? [], 0.5));
    const aim = { atMost: 1.5 };
    return { what, ours: milliseconds(ours), theirs: milliseconds(theirs), ratio: ours / theirs, aim };
  };
  return {
    title: 'Answering and following in two processes',
    about:
      'One client that registers an enterprise and then asks for a list that shows it. Ours: one process answers, another ' +
      'follows the log; theirs: one process does both.',
    figures: [figure('a command, p50', 'command'), figure('the list after it, p50', 'list')],
  };
}

async function writeAndRead(api: ApiProcess, n: number): Promise<{ readonly command: number; readonly list: number }> {
  const input = { ...enterpriseNumber(n), commandId: randomUUID() };
  const command = await api.ask(OFFICIALS.window, REGISTER, { input });
  const atLeast = parseAnswer(command.text).extensions?.position;
  if (atLeast === undefined) throw new Error(`The command was not recorded: ${command.text.slice(0, 500)}`);
  const list = await api.ask(OFFICIALS.window, LIST, {}, { atLeast });
  return { command: command.seconds, list: list.seconds };
}
