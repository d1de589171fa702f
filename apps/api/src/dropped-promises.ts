import type { LoggerService } from '@nestjs/common';

/**
 * Lets the process outlive a promise that fails when nobody waits for it any more. graphql-js drops those that stand
 * beside a field which failed first, and the answer has that field's error; one request must not end a city.
 */
export function outliveDroppedPromises(log: Pick<LoggerService, 'warn'>): void {
  process.on('unhandledRejection', (reason) => {
    log.warn(`A promise failed that nobody waited for: ${reason instanceof Error ? reason.message : String(reason)}`);
  });
}
