import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n';

describe('connections of clients', () => {
  let api: Api;
  let port: number;

  beforeAll(async () => {
    api = await Api.start({ DUIXIAN_REQUEST_SECONDS: '1', DUIXIAN_HTTP_CONNECTIONS: '20' });
    port = Number(new URL(await api.app.getUrl()).port);
  });

  afterAll(() => api.stop());

  it.each([
    ['a head', 'POST /graphql HTTP/1.1\r\nX-Slow: '],
    ['a body', `${HEAD}Content-Length: 1000\r\n\r\n{"query":`],
    ['a body in pieces', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que\r\n`],
  ])('are closed when %s does not come to its end', async (_, begun) => {
    const socket = await opened();
    const heard = answerOn(socket);
    socket.write(begun);

    expect(await heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('are closed when a body has no end', async () => {
    const socket = await opened();
    const heard = answerOn(socket);
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const piece = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    for (let sent = 0; sent < 64; sent += 1) socket.write(piece);

    expect(await heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('are closed when a head is too long', async () => {
    const socket = await opened();
    const heard = answerOn(socket);
    socket.write(`GET /health/live HTTP/1.1\r\nHost: here\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);

    expect(await heard).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('are half of all for one address at most, and come back when they are closed', async () => {
    const held = await Promise.all(Array.from({ length: 10 }, opened));
    const oneMore = await opened();
    await once(oneMore, 'close');

    for (const socket of held) {
      socket.destroy();
      await once(socket, 'close');
    }
    const response = await eventually();
    expect(response.status).toBe(200);
  });

  async function opened(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  async function answerOn(socket: Socket): Promise<string> {
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    await once(socket, 'close');
    return text;
  }

  /** The server hears of a closed connection a moment later. */
  async function eventually(): Promise<Response> {
    for (;;) {
      try {
        return await fetch(`http://127.0.0.1:${port}/health/live`);
      } catch {
        // Refused once more.
      }
    }
  }
});
