import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Outage } from '../database/outage.js';
import { NestLog, openLog } from '../logging.js';
import { ErrorFilter } from './error.filter.js';

/** What the process writes of a request that fails so. */
function linesOf(error: Error): readonly unknown[] {
  const lines: unknown[] = [];
  const log = openLog({ logLevel: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  Logger.overrideLogger(new NestLog(log));
  new ErrorFilter(new HttpAdapterHost(), new Outage()).catch(error, new ExecutionContextHost([{ id: 'a', log }, {}]));
  return lines;
}

async function listening() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, client: connect((server.address() as AddressInfo).port, '127.0.0.1') };
}

/** What Node says when the client leaves while it is answered. */
async function leftUnanswered(): Promise<Error | null> {
  const { server, client } = await listening();
  const failure = new Promise<Error | null>((resolve) => {
    server.once('request', (_, response) => {
      const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) });
      pipeline(endless, response, (error) => resolve(error ?? null));
    });
  });
  client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  await once(client, 'data');
  client.destroy();
  server.close();
  return failure;
}

/** And when it leaves while it still sends. */
async function leftUnsaid(): Promise<Error | null> {
  const { server, client } = await listening();
  const failure = new Promise<Error | null>((resolve) => {
    server.once('request', (request) => {
      request.once('error', resolve);
      client.destroy();
    });
  });
  client.write('POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 10\r\n\r\n{');
  const error = await failure;
  server.close();
  return error;
}

describe('the filter of errors', () => {
  it.each([
    ['is answered', leftUnanswered],
    ['still sends', leftUnsaid],
  ])('writes no error of a client that goes away while it %s', async (_, left) => {
    const error = await left();
    if (error === null) throw new Error('Nothing failed.');

    expect(linesOf(error)).toEqual([expect.objectContaining({ level: 30, msg: expect.stringContaining('went away') })]);
  });
});
