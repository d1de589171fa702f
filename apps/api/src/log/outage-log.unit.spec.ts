import { describe, expect, it } from '@jest/globals';
import type { Logger } from '@nestjs/common';
import { OutageLog } from './outage-log.js';

describe('an outage in the log', () => {
  it('is one line while it stays the same, and another after a minute', () => {
    const lines: string[] = [];
    const logger: Pick<Logger, 'error'> = { error: (line: string) => void lines.push(line) };
    let now = 0;
    const log = new OutageLog(logger, () => now);
    for (now = 0; now <= 60_000; now += 200) log.say('Following 350500:', new Error('ECONNREFUSED'));
    log.say('Following 350500:', new Error('another'));

    expect(lines).toEqual([
      'Following 350500: ECONNREFUSED',
      'Following 350500: ECONNREFUSED',
      'Following 350500: another',
    ]);
  });
});
