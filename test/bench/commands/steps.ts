import { randomUUID } from 'node:crypto';
import type { Actor } from '@duixian/casework';
import type { ApiProcess } from '../api/api-process.js';
import { enterpriseNumber } from '../city/enterprises.js';
import { OFFICIALS } from '../city/officials.js';
import { parseAnswer } from './parse-answer.js';

/** A step of a claim's life, as an official's browser sends it. */
export interface Step {
  readonly label: string;
  readonly official: Actor;
  readonly mutation: string;
  /** @param claim its number; of a submission the number of an enterprise. */
  readonly input: (claim: string) => object;
  /** Rows that it adds to the log and changes there: events, its command, streams, guards, the head. */
  readonly rows: number;
}

const ANSWER =
  '{ __typename ... on Claim { id status requestedAmount determinedAmount } ... on Refusal { code message { en } } }';

export const STEPS: readonly Step[] = [
  {
    label: 'submit',
    official: OFFICIALS.window,
    mutation: 'submitClaim',
    input: (uscc) => ({
      uscc,
      measure: 'quanzhou-2024-7/2',
      year: 2025,
      occurredOn: '2025-12-31',
      facts: { serviceFee: '400000.00' },
      requestedAmount: '120000.00',
      evidence: [invoiceTo(uscc)],
    }),
    rows: 6,
  },
  {
    label: 'accept',
    official: OFFICIALS.secondWindow,
    mutation: 'acceptClaim',
    input: (claim) => ({ claim }),
    rows: 4,
  },
  {
    label: 'review',
    official: OFFICIALS.dataReviewer,
    mutation: 'reviewClaim',
    input: (claim) => ({ claim, opinion: '同意。' }),
    rows: 4,
  },
  {
    label: 'determine',
    official: OFFICIALS.finance,
    mutation: 'determineClaim',
    input: (claim) => ({ claim }),
    rows: 9,
  },
];

/** The one invoice of an enterprise, whose number is made of its division and its number there. */
function invoiceTo(uscc: string): object {
  const number = `25${uscc.slice(2, 8)}${uscc.slice(10, 17)}`.padEnd(20, '0');
  const seller = { seller: '福州云岭云计算有限公司（虚构）', sellerUscc: '91350102MAX0090006' };
  return {
    kind: 'INVOICE',
    number,
    invoice: { ...seller, issuedOn: '2025-12-31', amount: '400000.00', tax: '24000.00' },
  };
}

/** Asked by somebody who may, and refused for its form: what a request costs before it reaches a command. */
const ONLY_AUTHENTICATES = {
  text: `mutation ($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { __typename } }`,
  input: { uscc: 'none', name: '', division: 'none' },
};

/** Takes the step; answers the number of its claim. @throws Error when it is refused. */
export async function take(api: ApiProcess, { official, mutation, input }: Step, subject: string): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${ANSWER} }`;
  const { text } = await api.ask(official, query, { input: { ...input(subject), commandId: randomUUID() } });
  const id = parseAnswer(text).data[mutation]?.id;
  if (id === undefined) throw new Error(`${mutation} was refused: ${text.slice(0, 500)}`);
  return id;
}

/** A mutation that finds out who asks and answers him. */
export async function onlyAuthenticate(api: ApiProcess): Promise<void> {
  await api.ask(OFFICIALS.window, ONLY_AUTHENTICATES.text, {
    input: { ...ONLY_AUTHENTICATES.input, commandId: randomUUID() },
  });
}

/** Registers enterprises, from the `from`-th; answers their codes. */
export async function registered(api: ApiProcess, from: number, count: number): Promise<string[]> {
  const query = `mutation ($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { __typename } }`;
  const codes: string[] = [];
  for (let n = from; n < from + count; n += 1) {
    const { uscc, name, division } = enterpriseNumber(n);
    await api.ask(OFFICIALS.window, query, { input: { uscc, name, division, commandId: randomUUID() } });
    codes.push(uscc);
  }
  return codes;
}
