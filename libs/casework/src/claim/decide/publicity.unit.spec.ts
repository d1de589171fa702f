import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { POLICIES_DIR, readCatalogue } from '@duixian/policy-files';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  command,
  determined,
  finance,
  otherFinance,
  recordedBy,
  refusalBy,
  reviewed,
  submitted,
} from '../../spec/fixtures.spec.js';
import { initialEntitlement, type Entitlement } from '../../entitlement/entitlement.js';
import type { CaseworkDecision } from '../../casework-event.js';
import { parseClaimEvent } from '../../parse-event.js';
import type { ClaimEvent } from '../claim-event.js';
import { refusalOf } from '../standing.js';
import { decidePublicity } from './publicity.js';

const claim = claimAfter(submitted(), accepted, reviewed, determined);

function publicise(days: number, actor = otherFinance, entitlement: Entitlement = initialEntitlement) {
  const publicity = { ...command(actor, '2026-02-26'), claim: CLAIM, days };
  return decidePublicity({ command: publicity, claim, entitlement, catalogue });
}

describe('publicity', () => {
  it('lasts from today until so many days later', () => {
    expect(recordedBy(publicise(7))).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'DeterminationPublicised',
          data: {
            ...{ from: '2026-02-26', until: '2026-03-05', days: 7, unit: 'days', least: 7 },
            shown: {
              clause: { zh: '算力租用补助', en: expect.any(String) },
              office: '市数据管理局',
              telephone: '12345',
            },
          },
        },
      ],
    });
  });

  it.each([0, 6, 61, 7.5, Number.NaN])('does not last %d days', (days) => {
    expect(refusalBy(publicise(days))).toEqual({ code: 'INVALID_INPUT', field: 'days' });
  });

  it('is not begun once the enterprise has ended', () => {
    const ended: Entitlement = {
      ...initialEntitlement,
      closure: { how: 'cancelled', on: '2026-02-20', successors: [] },
    };
    expect(refusalBy(publicise(7, otherFinance, ended))).toEqual({ code: 'ENTERPRISE_ENDED', field: 'uscc' });
  });

  it('is not begun by whoever determined', () => {
    expect(refusalBy(publicise(7, finance))).toEqual({ code: 'SAME_PERSON', field: null });
  });
});

/** What a decision records of the claim, as the log gives it back. */
function claimEventsBy(decision: CaseworkDecision): ClaimEvent[] {
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  return decision.streams.flatMap(({ events }) => events.map(parseClaimEvent));
}

describe('publicity of a city that counts working days', () => {
  const directory = mkdtempSync(join(tmpdir(), 'duixian-publicity-'));
  cpSync(POLICIES_DIR, directory, { recursive: true });
  const file = join(directory, 'quanzhou-2024-7', 'policy.yaml');
  const rule = 'publicity: { least: 5, unit: workingDays, source: 本市规定 }';
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^publicity: .*$/m, rule));
  const working = readCatalogue(directory);
  afterAll(() => rmSync(directory, { recursive: true }));

  const publiciseOn = (on: string, days: number) =>
    decidePublicity({
      command: { ...command(otherFinance, on), claim: CLAIM, days },
      claim,
      entitlement: initialEntitlement,
      catalogue: working,
    });

  it('of Wednesday 30 September 2026 ends on 13 October: payment is instructed on the 14th, not before', () => {
    const decision = publiciseOn('2026-09-30', 5);
    const events = claimEventsBy(decision);
    expect(events.map(({ data }) => data)).toMatchObject([
      { from: '2026-09-30', until: '2026-10-13', days: 5, unit: 'workingDays', least: 5 },
    ]);

    const shown = claimAfter(submitted(), accepted, reviewed, determined, ...events);
    const instructOn = (on: string) =>
      refusalOf('INSTRUCT', shown, finance, { on, catalogue: working, evidence: [] })?.code ?? null;
    expect(['2026-10-10', '2026-10-13', '2026-10-14'].map(instructOn)).toEqual([
      'PUBLICITY_NOT_OVER',
      'PUBLICITY_NOT_OVER',
      null,
    ]);
  });

  it('is refused with fewer, and in a year whose working days nobody has published, by its name', () => {
    expect(refusalBy(publiciseOn('2026-09-30', 4))).toEqual({ code: 'INVALID_INPUT', field: 'days' });
    const next = publiciseOn('2026-12-28', 5);
    expect(next).toMatchObject({
      refusal: { problems: [{ field: 'days', message: { zh: expect.stringMatching(/^2027年/) } }] },
    });
  });
});
