import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';

const MODULE = new URL('../apps/api/dist/dropped-promises.js', import.meta.url).href;

it('outlives a promise that fails when nobody waits for it any more, and says so', async () => {
  const script = `
    import { outliveDroppedPromises } from ${JSON.stringify(MODULE)};
    outliveDroppedPromises({ warn: (line) => console.log(line) });
    void Promise.reject(new Error('too large'));
    setImmediate(() => console.log('alive'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);

  expect([said, child.exitCode]).toEqual(['A promise failed that nobody waited for: too large\nalive\n', 0]);
});
