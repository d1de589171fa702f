import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commentsStream } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { ReadModel } from '../log/read-model.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

interface Shown {
  readonly id: string;
  readonly text: string | null;
  readonly awaitsMe: boolean;
  readonly canWithdraw: boolean;
  readonly mentions: readonly { readonly official: { readonly userId: string }; readonly readOn: string | null }[];
}

const FIELDS = `id text writtenOn withdrawnOn canWithdraw awaitsMe author { username }
  mentions { official { userId username } readOn }`;

let api: Api;
let bureau: Bureau;
let reviewer: Official;
let auditor: Official;
let claim: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  reviewer = await bureau.reviewer();
  auditor = await api.hire('auditor', CITY);
  claim = await bureau.submitted({ uscc: await bureau.enterprise() });
});

afterAll(() => api.stop());

async function write(by: Official, text: string, mentions: readonly Official[] = [], on = claim): Promise<string> {
  return (await bureau.done(by, 'writeComment', { claim: on, text, mentions: mentions.map(({ id }) => id) })).id;
}

async function on(asked: string, as: Official): Promise<Shown[]> {
  const query = `query ($claim: ID!) { comments(claim: $claim, first: 100) { totalCount nodes { ${FIELDS} } } }`;
  const { comments } = await ask(api, as, query, { claim: asked });
  const { nodes, totalCount } = comments as { nodes: Shown[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

async function mentionsOf(as: Official): Promise<object[]> {
  const { mentions } = await ask(api, as, '{ mentions { totalCount nodes { id claim { id enterprise { name } } } } }');
  const { nodes, totalCount } = mentions as { nodes: object[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

async function mayComment(as: Official, asked = claim): Promise<unknown> {
  const { claim: found } = await ask(api, as, 'query ($id: ID!) { claim(id: $id) { mayComment } }', { id: asked });
  return (found as { mayComment: boolean }).mayComment;
}

describe('a comment on a claim', () => {
  it('stands on the start page of whom it mentions, until he has read it', async () => {
    const colleague = await api.hire('finance', CITY);
    const id = await write(reviewer, '请核对\r\n第二张发票', [colleague]);
    expect(await mentionsOf(colleague)).toEqual([
      { id, claim: { id: claim, enterprise: { name: expect.any(String) } } },
    ]);
    expect(await mentionsOf(bureau.finance)).toEqual([]);
    const [shown] = await on(claim, colleague);
    expect(shown).toMatchObject({ id, text: '请核对\n第二张发票', awaitsMe: true, canWithdraw: false });

    expect(await bureau.done(colleague, 'readMention', { claim, comment: id })).toMatchObject({ awaitsMe: false });
    expect(await mentionsOf(colleague)).toEqual([]);
    expect((await on(claim, reviewer))[0]).toMatchObject({
      canWithdraw: true,
      mentions: [{ official: { userId: colleague.id }, readOn: expect.stringMatching(/^\d{4}-/) }],
    });
    expect(await api.send(colleague, 'readMention', { claim, comment: id })).toMatchObject({ code: 'ALREADY_DECIDED' });
  });

  it('is answered, which marks it as read', async () => {
    const outsider = await api.hire('reviewer', CITY, '市工信局');
    expect(await mayComment(outsider)).toBe(false);
    expect(await api.send(outsider, 'writeComment', { claim, text: '好' })).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    await write(bureau.clerk, '是否已认定？', [outsider]);
    expect(await mayComment(outsider)).toBe(true);
    await write(outsider, '已认定');
    expect(await mentionsOf(outsider)).toEqual([]);
  });

  it('is taken back by its author: its text is shown to nobody, and stays in the log', async () => {
    const colleague = await api.hire('finance', CITY);
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const id = await write(bureau.clerk, '写错了件', [colleague], other);
    expect(await api.send(bureau.finance, 'withdrawComment', { claim: other, comment: id })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await bureau.done(bureau.clerk, 'withdrawComment', { claim: other, comment: id })).toMatchObject({
      text: null,
      canWithdraw: false,
    });
    expect(await mentionsOf(colleague)).toEqual([]);
    expect((await on(other, auditor))[0]).toMatchObject({ id, text: null, canWithdraw: false });
    const { events } = await api.store.readStream(CITY, commentsStream(other));
    expect(events.map(({ type }) => type)).toEqual(['CommentWritten', 'CommentWithdrawn']);
    expect(events[0]?.data).toMatchObject({ text: '写错了件' });
  });

  it('is read by auditors alone once it is taken back, in the log and at a position of before', async () => {
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const id = await write(bureau.clerk, '请查“甲公司”', [bureau.finance], other);
    await write(bureau.clerk, '仍在的', [], other);
    const before = (await api.store.head(CITY)).toString();
    await bureau.done(bureau.clerk, 'withdrawComment', { claim: other, comment: id });
    const query = `query ($stream: String!, $claim: ID!, $asOf: AsOf) {
      events(filter: { stream: $stream, type: CommentWritten }, asOf: $asOf) { nodes { data } }
      comments(claim: $claim, asOf: $asOf) { nodes { text } }
      mentions(asOf: $asOf) { nodes { text } }
    }`;
    for (const asOf of [null, { position: before }]) {
      const variables = { stream: commentsStream(other), claim: other, asOf };
      for (const reader of [bureau.clerk, bureau.finance]) {
        const shown = JSON.stringify(await ask(api, reader, query, variables));
        expect(shown).not.toContain('甲公司');
        expect(shown).toContain('仅供审计查阅');
        expect(shown).toContain('仍在的');
      }
      const { events } = await ask(api, auditor, query, variables);
      expect(JSON.stringify(events)).toContain('甲公司');
    }
  });

  it('is taken back once, however often it is sent at the same moment, also by who takes no part any more', async () => {
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const author = await api.hire('clerk', CITY);
    const id = await write(author, '重复提交', [], other);
    const recusal = { official: author.id, claim: other, reason: '近亲属任职' };
    await bureau.done(author, 'declareRecusal', recusal);
    expect(await api.send(author, 'writeComment', { claim: other, text: '再说一句' })).toMatchObject({
      code: 'RECUSED',
    });
    const sent = await Promise.all(
      Array.from({ length: 16 }, () => api.send(author, 'withdrawComment', { claim: other, comment: id })),
    );
    expect(sent.filter((answer) => answer.__typename === 'Comment')).toHaveLength(1);
    expect(new Set(sent.filter((answer) => answer.__typename !== 'Comment').map(({ code }) => code))).toEqual(
      new Set(['ALREADY_DECIDED']),
    );
    const { events } = await api.store.readStream(CITY, commentsStream(other));
    expect(events.map(({ type }) => type)).toEqual(['CommentWritten', 'CommentWithdrawn']);
  });

  it('mentions nobody of another city', async () => {
    const { id } = await api.hire('finance', '350200');
    expect(await api.send(bureau.clerk, 'writeComment', { claim, text: '请看', mentions: [id] })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'mentions' },
    });
  });

  it('is no step on the claim: a step that was begun before is taken after it', async () => {
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const query = 'query ($id: ID!) { claim(id: $id) { position policyVersion timeline { type } } }';
    const { claim: seen } = await ask(api, bureau.otherClerk, query, { id: other });
    const { position, policyVersion } = seen as { position: string; policyVersion: string };
    await write(bureau.clerk, '材料原件已核', [], other);
    const accepted = await api.send(bureau.otherClerk, 'acceptClaim', {
      claim: other,
      seen: { position, policyVersion },
    });
    expect(accepted).toMatchObject({ __typename: 'Claim', status: 'ACCEPTED' });
    const { claim: after } = await ask(api, bureau.otherClerk, query, { id: other });
    const types = (after as { timeline: { type: string }[] }).timeline.map(({ type }) => type);
    expect(types).not.toContain('CommentWritten');
    // Nor has who wrote it taken part: the next step is not barred to him by it.
    const { rows } = await api.pool.query<{ participants: string[] }>(
      'select participants from read.claim where tenant = $1 and id = $2',
      [CITY, other],
    );
    expect(rows[0]?.participants).toEqual([`clerk:${bureau.clerk.id}`, `clerk:${bureau.otherClerk.id}`]);
  });

  it.each([
    ['text', { text: ' ' }],
    ['text', { text: '看\u200b不见' }],
    ['mentions', { text: '请看', mentions: [randomUUID()] }],
  ])('is refused for its %s: %o', async (field, input) => {
    const { problems } = await api.send(bureau.clerk, 'writeComment', { claim, ...input });
    expect(problems.map((each) => each.field)).toEqual([field]);
  });

  it('offers colleagues by name, of the own office first, and nobody whose account is shut', async () => {
    const offered = async (query: string | null) =>
      (
        (await ask(api, bureau.clerk, 'query ($q: String) { mentionable(query: $q) { username } }', { q: query }))
          .mentionable as { username: string }[]
      ).map(({ username }) => username);
    expect(await offered(null)).toContain(bureau.otherClerk.username);
    expect(await offered(null)).not.toContain(bureau.clerk.username);
    expect(await offered(reviewer.username)).toEqual([reviewer.username]);
    const gone = await api.hire('finance', CITY);
    expect(await offered(gone.username)).toEqual([gone.username]);
    await withClient(api.database, (owner) =>
      owner.query('update identity."user" set disabled = true where id::text = $1', [gone.id]),
    );
    expect(await offered(gone.username)).toEqual([]);
    const input = { claim, text: '请看', mentions: [gone.id] };
    expect(await api.send(bureau.clerk, 'writeComment', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'mentions',
    });
  });

  it('stands after a rebuild of the tables as it stood before', async () => {
    const before = await on(claim, auditor);
    expect(before.length).toBeGreaterThan(2);
    await api.app.get(ReadModel).rebuild();
    expect(await on(claim, auditor)).toEqual(before);
  });
});
