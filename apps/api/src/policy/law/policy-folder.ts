import type { Catalogue } from '@duixian/policy';

/** What the folder of policies held when this process started. What is on record decides before it. */
export class PolicyFolder {
  constructor(readonly catalogue: Catalogue) {}
}
