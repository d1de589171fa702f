import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { NestLog, openLog } from './logging.js';
import { inRequest } from './request/request-scope.js';

/** What is written to a log of level info, line by line. */
function linesOf(write: (log: NestLog, process: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const log = openLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) });
  write(new NestLog(log), log);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('takes Nest’s lines with the name of who speaks', () => {
    const lines = linesOf((log) => {
      Logger.overrideLogger(log);
      const logger = new Logger('Database');
      logger.log('stands');
      logger.warn('is slow');
      logger.debug('is asked');
    });

    expect(lines).toMatchObject([
      { level: 30, context: 'Database', msg: 'stands' },
      { level: 40, context: 'Database', msg: 'is slow' },
    ]);
    expect(lines).toHaveLength(2);
  });

  it('keeps the stack of an error, however it is handed over', () => {
    const error = new Error('broken');

    const lines = linesOf((log) => {
      Logger.overrideLogger(log);
      new Logger('GraphQL').error(error);
      new Logger('Follower').error('has stopped', 'at line 1');
    });

    expect(lines).toMatchObject([
      { level: 50, context: 'GraphQL', msg: 'broken', err: { message: 'broken', stack: error.stack } },
      { level: 50, context: 'Follower', msg: 'has stopped', details: ['at line 1'] },
    ]);
  });

  it('names the request for which a line is written', () => {
    const lines = linesOf((log) => {
      Logger.overrideLogger(log);
      inRequest({ id: 'proxy-0001', isOfMachine: false }, () => new Logger('Commands').error('failed'));
      new Logger('Follower').error('failed');
    });

    expect(lines.map(({ reqId }) => reqId)).toEqual(['proxy-0001', undefined]);
  });

  it('names no header of a request', () => {
    const req = { method: 'POST', url: '/graphql', headers: { authorization: 'Bearer secret' }, cookies: 'secret' };

    const lines = linesOf((_, log) => log.info({ req }, 'incoming request'));

    expect(lines).toMatchObject([{ req: { method: 'POST', url: '/graphql' } }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('holds nothing of a query string', () => {
    const req = { method: 'GET', url: '/graphql?query=mutation&variables={"password":"secret"}' };

    const lines = linesOf((_, log) => log.info({ req }, 'incoming request'));

    expect(lines).toMatchObject([{ req: { method: 'GET', url: '/graphql' } }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('holds what went wrong, and not with which values', () => {
    const cause = Object.assign(new Error('violates a check'), { code: '23514', detail: 'Failing row: (secret)' });
    const error = Object.assign(new Error('query failed', { cause }), { parameters: ['secret'], query: 'insert' });

    const lines = linesOf((log) => {
      Logger.overrideLogger(log);
      new Logger('GraphQL').error(error);
    });

    expect(lines).toMatchObject([{ err: { message: 'query failed', cause: { code: '23514' } } }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});
