import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@duixian/event-store';
import { Api } from '../../spec/api.spec.js';
import { Bureau, CITY, submission, TODAY } from '../../spec/bureau.spec.js';
import { wholeLog } from '../../spec/replay.spec.js';

/** More would empty the pool. */
const ROUNDS = 4;

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

interface Round {
  readonly uscc: string;
  readonly proposal: string;
  /** Publicised. */
  readonly claim: string;
}

async function prepared(kind: 'REVOKED' | 'MERGED'): Promise<Round> {
  const uscc = await bureau.enterprise();
  const claim = await bureau.publicised({ uscc });
  const successors = kind === 'MERGED' ? [await bureau.enterprise()] : [];
  const proposed = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', { uscc, kind, on: TODAY, successors });
  return { uscc, proposal: proposed.changeProposals[0]?.id ?? '', claim };
}

function ended(uscc: string, log: readonly RecordedEvent[]): bigint {
  const closed = log.find(({ type, data }) => type === 'EnterpriseClosed' && data.uscc === uscc);
  if (closed === undefined) throw new Error(`${uscc} did not end.`);
  return closed.position;
}

describe.each(['REVOKED', 'MERGED'] as const)('an enterprise that is %s', (kind) => {
  it('is not instructed to be paid, and submits nothing, once it has ended', async () => {
    api.today(TODAY);
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await prepared(kind));
    api.today('2026-08-13');

    for (const { uscc, proposal, claim } of rounds) {
      const [agreed, ...answers] = await Promise.all([
        api.send(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal }),
        api.send(bureau.finance, 'instructPayments', { claim }),
        api.send(bureau.clerk, 'submitClaim', submission({ uscc })),
      ]);
      expect(agreed).not.toHaveProperty('code');
      const refusals = answers.flatMap((answer) => ('code' in answer ? [answer.code] : []));
      expect(new Set([...refusals, 'ENTERPRISE_ENDED'])).toEqual(new Set(['ENTERPRISE_ENDED']));
    }

    const log = await wholeLog(api, CITY);
    const late = rounds.flatMap(({ uscc, claim }) => {
      const end = ended(uscc, log);
      return log.filter(
        ({ type, stream, data, position }) =>
          position > end &&
          ((type === 'PaymentsInstructed' && stream === `claim-${claim}`) ||
            (type === 'ClaimSubmitted' && data.uscc === uscc)),
      );
    });
    expect(late.map(({ type, stream }) => `${type} on ${stream}`)).toEqual([]);
  });
});
