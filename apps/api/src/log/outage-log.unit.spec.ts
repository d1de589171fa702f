import { describe, expect, it } from '@jest/globals';
import type { Logger } from '@nestjs/common';
import { OutageLog } from './outage-log.js';

function heard(isOfDatabase: boolean) {
  const lines: string[] = [];
  const clock = { now: 0 };
  const logger: Pick<Logger, 'error'> = { error: (line: string) => void lines.push(line) };
  return { lines, clock, log: new OutageLog(logger, { covers: () => isOfDatabase }, () => clock.now) };
}

describe('trouble in the log', () => {
  it('is one line while it stays the same, also in turns with another, and one more after a minute', () => {
    const { lines, clock, log } = heard(false);
    for (clock.now = 0; clock.now <= 60_000; clock.now += 200) {
      log.say('Following 350500:', new Error('one'));
      log.say('Following 350500:', new Error('another'));
    }

    const both = ['Following 350500: one', 'Following 350500: another'];
    expect(lines).toEqual([...both, ...both]);
  });

  it('is no line of its own where the database is at fault', () => {
    const { lines, log } = heard(true);
    log.say('Following 350500:', new Error('ECONNREFUSED'));

    expect(lines).toEqual([]);
  });
});
