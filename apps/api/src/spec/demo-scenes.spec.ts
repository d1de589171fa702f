import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { DEMO_FOLDER } from '../demo/demo-folder.js';
import { Sessions } from '../identity/session/sessions.js';
import type { Api, Official } from './api.spec.js';
import { ask, type Data } from './queries.spec.js';

const TENANT = '350500';
const WHO = 'select id, password_version as "passwordVersion" from identity."user" where username = $1';
const ROUTE = `route { steps { key kind isOpen passMark department taken { outcome by paper { number } scores { score } } } }`;
const OBJECTIONS = 'status objections { standing hint objector answer { then } } timeline { type }';

interface Taken {
  readonly outcome: string;
  readonly by: string;
  readonly paper: { readonly number: string } | null;
  readonly scores: readonly { readonly score: number }[];
}

/** A claim as far as the scenes ask for it. */
interface Shown {
  readonly route: { readonly steps: readonly { readonly key: string; readonly taken: Taken | null }[] };
  readonly timeline: readonly { readonly type: string; readonly data?: unknown }[];
}

interface Drawn {
  readonly seed: { readonly random: string; readonly link: string; readonly value: string };
  readonly lists: readonly { readonly of: readonly string[]; readonly drawn: readonly string[] }[];
}

/** What `infra/demo/README.md` says of the demo that was played, asked for by whom it names, of the claim that it names. */
export function itPlaysItsScenes(api: () => Api): void {
  const readme = readFileSync(join(DEMO_FOLDER, 'README.md'), 'utf8').split('\n');

  /** Who signs in for a scene: the table has a line with both names. */
  async function signedIn(username: string, named: string): Promise<Official> {
    expect(readme.filter((line) => line.includes(`\`${username}\``) && line.includes(named))).not.toEqual([]);
    const { rows } = await api().pool.query<{ id: string; passwordVersion: number }>(WHO, [username]);
    const [user] = rows;
    if (user === undefined) throw new Error(`The demo has no ${username}.`);
    const { id: userId, passwordVersion } = user;
    const origin = { address: '127.0.0.1', agent: null, device: null };
    const session = await api().app.get(Sessions).begin({ tenant: TENANT, userId, passwordVersion, origin });
    if (session === null) throw new Error(`${username} was not let in.`);
    return { tenant: TENANT, token: session.token } as Official;
  }

  async function claim(username: string, id: string, fields: string): Promise<Shown & Data> {
    const { claim: shown } = await ask(api(), await signedIn(username, id), `{ claim(id: "${id}") { ${fields} } }`);
    return shown as Shown & Data;
  }

  const taken = (shown: Shown, key: string) => shown.route.steps.find((step) => step.key === key)?.taken;
  const times = (shown: Shown, type: string) => shown.timeline.filter((entry) => entry.type === type).length;

  it('reviews side by side', async () => {
    const shown = await claim('quanzhou-review-data', '350500-2026-YYTEP4SS', ROUTE);
    expect(taken(shown, 'industry')).toMatchObject({ outcome: 'AGREE' });
    expect(shown.route.steps.find(({ key }) => key === 'data')).toMatchObject({ isOpen: true, taken: null });
  });

  it('a disagreement that a meeting settled', async () => {
    const shown = await claim('quanzhou-review-science', '350500-2026-N7D5WGHM', `status ${ROUTE}`);
    expect(taken(shown, 'industry')).toMatchObject({ outcome: 'DISAGREE' });
    expect(taken(shown, 'settlement-1')).toMatchObject({ outcome: 'AGREE', paper: { number: '泉科会纪〔2026〕5号' } });
    expect(shown).toMatchObject({ status: 'REVIEWED' });
  });

  it('an objection that was upheld, and what was determined and publicised anew', async () => {
    const fields = `${OBJECTIONS} requestedAmount determinedAmount paidAmount publicity { from until }`;
    const shown = await claim('quanzhou-review-science-2', '350500-2026-4D5BVQHH', fields);
    expect(shown).toMatchObject({
      ...{ status: 'PAID', requestedAmount: '1320000.00', determinedAmount: '922000.00', paidAmount: '922000.00' },
      objections: [{ standing: 'UPHELD', objector: expect.stringMatching(/^林\*/), answer: { then: 'REVIEW' } }],
      publicity: { from: '2026-11-05', until: '2026-11-12' },
    });
    expect(['ClaimReviewed', 'ClaimDetermined', 'DeterminationPublicised'].map((type) => times(shown, type))).toEqual([
      2, 2, 2,
    ]);
  });

  it('an objection that was refused, and the claim went on', async () => {
    const shown = await claim('quanzhou-review-science-2', '350500-2026-5F6NNAEV', OBJECTIONS);
    expect(shown).toMatchObject({
      status: 'INSTRUCTED',
      objections: [{ standing: 'DISMISSED', answer: { then: null } }],
    });
    expect(times(shown, 'DeterminationPublicised')).toBe(1);
  });

  it('an anonymous hint, which stops nothing', async () => {
    const shown = await claim('quanzhou-window-1', '350500-2026-Q5F3M3PA', OBJECTIONS);
    expect(shown).toMatchObject({
      status: 'PUBLICISED',
      objections: [{ standing: 'HINT', hint: 'ANONYMOUS', objector: null, answer: null }],
    });
  });

  it('a delegation, and a step that a deputy took', async () => {
    const fields = 'status timeline { type onBehalfOf actor { username } }';
    const shown = await claim('quanzhou-finance-1', '350500-2026-2561HE2N', fields);
    expect(shown.timeline.find(({ type }) => type === 'ClaimDetermined')).toMatchObject({
      ...{ onBehalfOf: '吴知川', actor: { username: 'quanzhou-finance-1' } },
    });
    const deputy = await signedIn('quanzhou-finance-1', '350500-2026-ZFHCKD4Z');
    const query = '{ claims(filter: { assigned: STOOD_IN }) { nodes { id } } delegations { nodes { standing } } }';
    expect(await ask(api(), deputy, query)).toEqual({
      claims: { nodes: [{ id: '350500-2026-ZFHCKD4Z' }] },
      delegations: { nodes: [{ standing: 'STANDING' }] },
    });
  });

  it('a panel that agrees, and one below the pass mark, whose claim its lead department rejected', async () => {
    const passed = await claim('quanzhou-review-industry', '350500-2026-82P5T0G1', `status ${ROUTE}`);
    expect(taken(passed, 'panel')).toMatchObject({
      outcome: 'AGREE',
      scores: [{ score: 85 }, { score: 82 }, { score: 79 }],
    });
    expect(passed).toMatchObject({ status: 'ACCEPTED', route: { steps: [{ passMark: 70, kind: 'PANEL' }] } });
    const failed = await claim('quanzhou-review-industry', '350500-2026-82Q6W3H4', `status ${ROUTE}`);
    expect(taken(failed, 'panel')).toMatchObject({
      outcome: 'DISAGREE',
      scores: [{ score: 62 }, { score: 58 }, { score: 64 }],
    });
    expect(failed).toMatchObject({ status: 'REJECTED' });
  });

  it('conditions of a review, answered at the determination', async () => {
    const fields = 'determinedAmount conditions { key text met department }';
    expect(await claim('quanzhou-finance-1', '350500-2026-1BFY0CTW', fields)).toMatchObject({
      determinedAmount: '100000.00',
      conditions: [
        {
          ...{ key: 'review', department: '市工信局', text: '核定前补交该场景连续三个月的现场运行记录' },
          met: '运行记录已于11月4日收到，连续运行96天',
        },
      ],
    });
  });

  it('who takes no part, with the reason, and cannot act', async () => {
    const fields = 'status recusals { official { username } reason } actions { action allowed }';
    const id = '350500-2026-P917J9JY';
    const recused = await claim('quanzhou-finance-2', id, fields);
    expect(recused.recusals).toEqual([{ official: { username: 'quanzhou-finance-2' }, reason: '配偶在该企业任职' }]);
    const publicise = (shown: Data) =>
      (shown.actions as { action: string; allowed: boolean }[]).find(({ action }) => action === 'PUBLICISE')?.allowed;
    const colleague = await claim('quanzhou-finance-3', id, fields);
    expect(publicise(recused)).toBe(false);
    expect(publicise(colleague)).toBe(true);
  });

  it('a draw that anybody makes again from its seed', async () => {
    const auditor = await signedIn('quanzhou-audit', '/rounds');
    const query = '{ samples { seed { random link value } lists { of drawn } } }';
    const { samples } = (await ask(api(), auditor, query)) as { samples: readonly Drawn[] };
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const [{ seed, lists } = { seed: null, lists: [] }] = samples;
    expect(seed?.value).toBe(sha256(`${seed?.random ?? ''}${seed?.link ?? ''}`));
    const [list] = lists;
    expect(list?.of).toEqual(
      ['A2KD9QF', 'B4MX1RT', 'C6NV3SW', 'D8PZ5HX', 'E0QJ7KY'].map((end) => `350500-2026-4${end}`),
    );
    const lots = list?.of.toSorted((a, b) =>
      sha256(`${seed?.value ?? ''}${a}`) < sha256(`${seed?.value ?? ''}${b}`) ? -1 : 1,
    );
    expect(list?.drawn).toEqual(lots?.slice(0, 1));
  });

  it('what was returned field by field, and corrected', async () => {
    const fields = 'status returns { answerBy items { field isChanged } changes { field isAsked } }';
    const returned = await claim('quanzhou-window-1', '350500-2025-2H1VC927', fields);
    expect(returned).toMatchObject({ status: 'RETURNED', returns: [{ changes: [] }] });
    expect((returned.returns as { items: unknown[] }[])[0]?.items).toHaveLength(2);
    const corrected = await claim('quanzhou-window-1', '350500-2025-X223MXMJ', fields);
    expect((corrected.returns as { changes: { isAsked: boolean }[] }[])[0]?.changes).toContainEqual(
      expect.objectContaining({ isAsked: true }),
    );
  });

  it('papers that follow', async () => {
    const fields = 'status papersToFollow { kind handedInOn } papersLight';
    for (const id of ['350500-2026-MZ7CAE8J', '350500-2026-7T3W0YRC']) {
      expect((await claim('quanzhou-window-1', id, fields)).papersToFollow).toEqual([
        { kind: 'RECOGNITION', handedInOn: null },
      ]);
    }
  });

  it('comments that mention colleagues, the last still to be read', async () => {
    const id = '350500-2026-7T3W0YRC';
    const finance = await signedIn('quanzhou-finance-1', id);
    const query = '{ mentions { nodes { claim { id } author { username } mentions { readOn } } } }';
    expect(await ask(api(), finance, query)).toEqual({
      mentions: { nodes: [{ claim: { id }, author: { username: 'quanzhou-window-1' }, mentions: [{ readOn: null }] }] },
    });
  });

  it('an overdue claim that was reported to the superior', async () => {
    const fields = 'light deadlines { whole { escalatedTo } }';
    expect(await claim('quanzhou-finance-1', '350500-2026-NRPEY9HK', fields)).toMatchObject({
      ...{ light: 'OVERDUE', deadlines: { whole: { escalatedTo: expect.stringContaining('张知微') } } },
    });
  });

  it('rounds that are over, open and to come', async () => {
    const reviewer = await signedIn('quanzhou-review-science', '/rounds');
    expect(await ask(api(), reviewer, '{ rounds { standing } }')).toEqual({
      rounds: [{ standing: 'TO_COME' }, { standing: 'OPEN' }, { standing: 'CLOSED' }],
    });
  });
}
