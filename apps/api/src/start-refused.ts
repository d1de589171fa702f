import type { Bilingual } from '@duixian/policy';

/** The process does not start as it is set up. The message says why, and what to do, in both languages. */
export class StartRefused extends Error {
  constructor({ zh, en }: Bilingual) {
    super(`${zh}\n${en}`);
    this.name = 'StartRefused';
  }
}
