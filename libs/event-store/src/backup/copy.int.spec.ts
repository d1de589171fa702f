import { connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { TableReader } from './copy.js';

/** CopyDone, as the server sends it after the last row; what follows says how many rows there were. */
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A way to the database on which nothing comes through behind the end of a copy until it is let through. */
async function halting(databaseUrl: string): Promise<{ url: string; letThrough: () => void }> {
  const target = new URL(databaseUrl);
  const held: (() => void)[] = [];
  const sockets: Socket[] = [];
  const listener = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    sockets.push(client, server);
    client.pipe(server);
    server.on('data', (data) => {
      const end = data.indexOf(COPY_DONE);
      const rest = end < 0 ? data.length : end + COPY_DONE.length;
      client.write(data.subarray(0, rest));
      if (rest === data.length) return;
      server.pause();
      held.push(() => {
        client.write(data.subarray(rest));
        server.resume();
      });
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    sockets.forEach((socket) => socket.destroy());
    listener.close();
  });
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = `${address.port}`;
  return { url: url.href, letThrough: () => held.splice(0).forEach((release) => release()) };
}

describe('a table that is read', () => {
  it('has its rows counted although the server counts them in a later packet', async () => {
    const url = await testDatabase();
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    ends.push(() => owner.end());
    await owner.query(`create table line (said text)`);
    await owner.query(`insert into line values (E'two\\nlines'), (''), (null)`);

    const way = await halting(url);
    const client = new pg.Client({ connectionString: way.url });
    await client.connect();
    const reader = new TableReader(client, { schema: 'public', name: 'line', columns: ['said'] });
    const text: Buffer[] = [];
    for await (const chunk of reader.chunks()) text.push(chunk);

    expect(Buffer.concat(text).toString()).toBe('two\\nlines\n\n\\N\n');
    expect(reader.end()).toMatchObject({ rows: 3, bytes: 15 });
    way.letThrough();
    await client.end();
  });
});
