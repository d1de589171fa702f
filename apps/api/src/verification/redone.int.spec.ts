import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { ANY_VERSION } from '@duixian/event-store';
import { testDatabase } from '@duixian/testing';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { copyOfPolicies, removePolicy, RENTAL_AT_20, rewritePolicy } from '../spec/policy-folders.spec.js';
import { describeVerification } from './describe.js';
import { verifyRecord } from './verify.js';

const POLICY = 'quanzhou-2024-7';

describe('verifying determinations', () => {
  let databaseUrl: string;
  let folder: string;
  let api: Api;
  let claim: string;

  beforeAll(async () => {
    databaseUrl = await testDatabase();
    folder = copyOfPolicies();
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    const bureau = await Bureau.open(api);
    claim = (await bureau.determined({ uscc: await bureau.enterprise() })).id;
    // Lowered by the cap of the year.
    await bureau.determined({ uscc: await bureau.enterprise(), facts: { serviceFee: '2000000.00' } });
  }, 120_000);

  afterAll(() => api.stop());

  async function restart(): Promise<void> {
    await api.stop();
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
  }

  async function verified() {
    await api.caughtUp(CITY);
    const verification = await verifyRecord(databaseUrl, api.config);
    if (verification === null) throw new Error('Somebody else verifies.');
    return verification;
  }

  it('redoes each by the version on record, whatever the folder holds', async () => {
    rewritePolicy(folder, POLICY, RENTAL_AT_20);
    await restart();
    expect(await verified()).toMatchObject({
      differences: [],
      redone: [{ tenant: CITY, redone: 2, withoutVersion: 0 }],
    });

    removePolicy(folder, POLICY);
    await restart();
    const verification = await verified();
    expect(verification).toMatchObject({ differences: [], redone: [{ tenant: CITY, redone: 2, withoutVersion: 0 }] });
    expect(describeVerification(verification).join('\n')).toContain('350500: 2 determinations redone');
  });

  it('finds one whose sum the rules on record do not give, and counts one whose version nobody has', async () => {
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    const determined = events.find(({ type }) => type === 'ClaimDetermined');
    if (determined === undefined) throw new Error(`${claim} is not determined.`);
    const { type, schemaVersion, occurredOn, data, meta } = determined;
    const recordedAgain = (changed: typeof data) =>
      api.store.append({
        tenant: CITY,
        commandId: randomUUID(),
        requestHash: 'past the application',
        streams: [
          {
            stream: claimStream(claim),
            expectedVersion: ANY_VERSION,
            events: [{ eventId: randomUUID(), type, schemaVersion, occurredOn, data: changed, meta }],
          },
        ],
        guards: [],
      });

    await recordedAgain({ ...data, policyVersion: 'f'.repeat(64) });
    expect(await verified()).toMatchObject({ redone: [{ redone: 2, withoutVersion: 1 }] });

    await recordedAgain({ ...data, amount: '120000.01' });
    const { differences } = await verified();
    expect(differences).toContainEqual(
      expect.objectContaining({
        check: 'determination',
        subject: claim,
        stored: expect.stringContaining('120000.01'),
        computed: expect.stringContaining('120000.00'),
      }),
    );
  });
});
