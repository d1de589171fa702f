import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decideRejection, type ReasonedClaimCommand } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import { CommandRunner } from '../../command/command-runner.js';
import { Api, commandOf } from '../../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies, RENTAL_AT_20, rewritePolicy } from '../../spec/policy-folders.spec.js';
import { Law } from './law.js';
import { PolicyBooks } from './policy-books.js';
import { VersionUse } from './version-use.js';

const POLICY = 'quanzhou-2024-7';
const FROM = '2025-07-01';

let api: Api;
let bureau: Bureau;
let edited: string;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  const folder = copyOfPolicies();
  const before = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
  const earlier = await Bureau.open(before);
  await earlier.determined({ uscc: await earlier.enterprise(), occurredOn: FROM });
  await before.stop();
  rewritePolicy(folder, POLICY, RENTAL_AT_20);
  edited = readCatalogue(folder).policy(POLICY)?.version ?? '';
  api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
  bureau = await Bureau.open(api, CITY, OTHER_COUNTY);
}, 120_000);

afterAll(() => api.stop());

it('is of the moment at which the catalogue was taken, whatever the process reads of the versions until it has decided', async () => {
  const claim = await bureau.submitted({ uscc: await bureau.enterprise(), occurredOn: FROM });
  const command: ReasonedClaimCommand = { ...commandOf(bureau.otherClerk, TODAY), claim, reason: '重复申报' };
  const [law, use, books] = [api.app.get(Law), api.app.get(VersionUse), api.app.get(PolicyBooks)];
  const decidedBy: (string | undefined)[] = [];
  const outcome = await api.app.get(CommandRunner).run('rejectClaim', command, async (records) => {
    const state = await records.claim(claim);
    const catalogue = law.ofClaim(CITY, state);
    const byItsVersions = use.of(records, command, catalogue);
    decidedBy.push(catalogue.policy(POLICY)?.version);
    if (decidedBy.length === 1) {
      const length = books.book(CITY, POLICY).length;
      await agreeToAnother();
      expect(books.book(CITY, POLICY).length).toBeGreaterThan(length);
    }
    return byItsVersions(decideRejection({ command, claim: state, catalogue }));
  });
  expect(outcome).toMatchObject({ ok: true });
  expect(decidedBy).toEqual([expect.not.stringContaining(edited), edited]);
});

async function agreeToAnother(): Promise<void> {
  const input = { policy: POLICY, version: edited, from: FROM, reason: '政策修订' };
  const proposed: object = await api.send(bureau.finance, 'proposePolicyVersion', input);
  const { versions } = proposed as { versions: readonly { readonly proposal: { readonly id: string } | null }[] };
  const proposal = versions.find((each) => each.proposal !== null)?.proposal?.id;
  await bureau.done(bureau.otherFinance, 'agreePolicyVersion', { policy: POLICY, proposal });
}
