import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { meDocument } from '../auth/documents.js';
import { changedClaim } from '../claims/documents.js';
import { apiMessages, errorSentence } from './api-messages.js';
import { createClient } from './client.js';
import { command } from './command.js';
import { CommandIds } from './command-id.js';
import { graphql } from './graphql.js';
import { SchemaServer } from './schema-server.spec.js';
import { sendPatiently } from './send-patiently.js';

const acceptClaim = command('acceptClaim', changedClaim);

let server: SchemaServer;

afterEach(async () => {
  await server.stop();
});

async function clientOf(root: object) {
  server = await SchemaServer.start(root);
  return createClient(server.url);
}

const chen = {
  id: 'u1',
  tenant: '350500',
  username: 'chen',
  displayName: '陈知山',
  division: { code: '350500', name: '泉州市', level: 'PREFECTURE', parent: '350000' },
  department: null,
  roles: ['CLERK'],
  disabled: false,
  permissions: ['CLAIM_SUBMIT'],
};

describe('the client', () => {
  it('gives an answer of the declared shape', async () => {
    const client = await clientOf({ me: chen, myAccount: { demand: null } });
    const { me } = await client.run(meDocument, {});
    expect(me.displayName).toBe('陈知山');
  });

  it('asks to see what it recorded last, and tells when an answer does not show it', async () => {
    const client = await clientOf({ me: chen, myAccount: { demand: null } });
    const told: boolean[] = [];
    client.ownWrites.subscribe(() => told.push(client.ownWrites.isBehind()));
    server.extensions = { position: '41' };
    await client.run(meDocument, {});
    server.extensions = { behind: true };
    await client.run(meDocument, {});
    server.extensions = {};
    await client.run(meDocument, {});

    expect(server.received.map(({ extensions }) => extensions)).toEqual([
      undefined,
      { atLeast: '41' },
      { atLeast: '41' },
    ]);
    expect(told).toEqual([true, false]);
  });

  it('sends the header that a forged form cannot send', async () => {
    const client = await clientOf({ me: chen, myAccount: { demand: null } });
    await client.run(meDocument, {});
    expect(server.received[0]?.headers['apollo-require-preflight']).toBe('true');
  });

  it.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['PASSWORD_EXPIRED', 403],
    ['SECOND_FACTOR_REQUIRED', 403],
    ['BAD_USER_INPUT', 400],
  ])('tells %s apart by its code', async (code, status) => {
    const refuse = () => {
      throw new GraphQLError('no', { extensions: { code } });
    };
    const client = await clientOf({ me: refuse });
    await expect(client.run(meDocument, {})).rejects.toMatchObject({ code, status });
  });

  it('passes on what the server says of a request to a person', async () => {
    const says = { zh: '未录入2027年', en: '2027 is not on record' };
    const refuse = () => {
      throw new GraphQLError('no', { extensions: { code: 'BAD_USER_INPUT', says } });
    };
    const error: unknown = await (
      await clientOf({ me: refuse })
    )
      .run(meDocument, {})
      .catch((caught: unknown) => caught);
    expect(errorSentence(error, apiMessages.zh)).toBe(says.zh);
    expect(errorSentence(error, apiMessages.en)).toBe(says.en);
  });

  it('reads an answer that holds nothing but errors', async () => {
    const client = await clientOf({});
    const wrong = graphql('query Wrong { nothing }');
    await expect(client.run(wrong, {})).rejects.toMatchObject({ code: 'SERVER' });
  });

  it('does not pass on an answer without data', async () => {
    const client = await clientOf({ me: chen });
    server.silent = true;
    await expect(client.run(meDocument, {})).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
  });

  it('says that the server is out of reach when nothing answers', async () => {
    const client = await clientOf({});
    await server.stop();
    await expect(client.run(meDocument, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});

function sentIds(): string[] {
  return server.received.map(({ variables }) => z.object({ commandId: z.uuid() }).parse(variables.input).commandId);
}

describe('a command', () => {
  const accepted = { __typename: 'Claim', id: '350500-2026-7K3M9QAB', status: 'ACCEPTED' };

  it('answers with what it brought about', async () => {
    const client = await clientOf({ acceptClaim: accepted });
    expect(await sendPatiently(client, acceptClaim, { claim: accepted.id }, new CommandIds())).toEqual({
      done: true,
      value: { id: accepted.id, status: 'ACCEPTED' },
    });
  });

  it('answers with a refusal as a value', async () => {
    const message = { zh: '须由另一位经办人办理。', en: 'Another official has to do it.' };
    const refused = { __typename: 'NotPermitted', code: 'SAME_PERSON', message, field: null };
    const client = await clientOf({ acceptClaim: refused });
    expect(await sendPatiently(client, acceptClaim, { claim: accepted.id }, new CommandIds())).toEqual({
      done: false,
      refusal: { code: 'SAME_PERSON', message, field: null, problems: [] },
    });
  });

  it('is sent again under the same id when its answer got lost', async () => {
    const client = await clientOf({ acceptClaim: accepted });
    server.lose = 2;
    await expect(sendPatiently(client, acceptClaim, { claim: accepted.id }, new CommandIds())).resolves.toMatchObject({
      done: true,
    });
    expect(sentIds()).toHaveLength(3);
    expect(new Set(sentIds()).size).toBe(1);
  });

  it('keeps its id until the outcome is known, however often it is sent', async () => {
    const codes = ['UNKNOWN_YET', 'UNKNOWN_YET', 'UNKNOWN_YET', 'RECORDED', 'INTERNAL_SERVER_ERROR', 'FORBIDDEN'];
    const client = await clientOf({
      acceptClaim: () => {
        const code = codes.shift();
        if (code === undefined) return accepted;
        throw new GraphQLError('no', { extensions: { code } });
      },
    });
    const ids = new CommandIds();
    const send = () => sendPatiently(client, acceptClaim, { claim: accepted.id }, ids);
    for (const code of ['UNKNOWN_YET', 'RECORDED', 'SERVER', 'FORBIDDEN']) {
      await expect(send()).rejects.toMatchObject({ code });
    }
    await expect(send()).resolves.toMatchObject({ done: true });
    await expect(send()).resolves.toMatchObject({ done: true });
    const [first, ...rest] = sentIds();
    // Refused for lack of permission it is settled; so is what was done.
    expect(rest.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => first));
    expect(new Set(rest.slice(4)).size).toBe(3);
  });

  it('is told apart from what the form sent before it was changed', async () => {
    const client = await clientOf({
      acceptClaim: () => {
        throw new GraphQLError('no', { extensions: { code: 'BAD_USER_INPUT', field: 'commandId' } });
      },
    });
    const sent = sendPatiently(client, acceptClaim, { claim: accepted.id }, new CommandIds());
    await expect(sent).rejects.toMatchObject({ code: 'RECORDED_OTHERWISE' });
  });

  it('is not sent again when the server said no', async () => {
    const client = await clientOf({
      acceptClaim: () => {
        throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } });
      },
    });
    await expect(sendPatiently(client, acceptClaim, { claim: accepted.id }, new CommandIds())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(server.received).toHaveLength(1);
  });
});
