import {
  entitlementStream,
  foldEntitlement,
  initialEntitlement,
  parseEntitlementEvent,
  withInherited,
  type Ancestor,
  type Entitlement,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Grants kept by one process over all enterprises: about 100 MB. */
const GRANTS_MAX = 200_000;
/** Events read and folded at a time; between two pages others are served. */
const PAGE = 1_000;

/**
 * What enterprises were granted, kept between decisions: of an enterprise with thousands of grants only what was recorded
 * since is read and folded. What is kept may be old, never wrong, since the log only grows: it is brought up to date
 * before it is used, and the append demands the version that was seen.
 */
@Injectable()
export class Entitlements {
  private readonly kept = new LRUCache<string, Entitlement>({
    maxSize: GRANTS_MAX,
    sizeCalculation: ({ version }) => version + 1,
  });

  constructor(private readonly store: EventStore) {}

  /** As it stands now, with what its predecessors were granted; its version is that of its own stream. */
  async read(tenant: string, uscc: string): Promise<Entitlement> {
    const own = await this.readOwn(tenant, uscc);
    return own.predecessors.length === 0 ? own : withInherited(own, uscc, await this.ancestorsOf(tenant, own));
  }

  /** All in whose place an enterprise goes on, the first ones first; each once, by however many ways it comes down. */
  private async ancestorsOf(tenant: string, { predecessors }: Entitlement): Promise<Ancestor[]> {
    const found = new Map<string, Ancestor>();
    let next = [...predecessors];
    while (next.length > 0) {
      const read = await Promise.all(
        next.map(async (uscc) => ({ uscc, entitlement: await this.readOwn(tenant, uscc) })),
      );
      for (const ancestor of read) found.set(ancestor.uscc, ancestor);
      const before = new Set(read.flatMap(({ entitlement }) => entitlement.predecessors));
      next = [...before].filter((uscc) => !found.has(uscc));
    }
    return [...found.values()].reverse();
  }

  private async readOwn(tenant: string, uscc: string): Promise<Entitlement> {
    const stream = entitlementStream(uscc);
    const key = `${tenant}/${stream}`;
    let state = this.kept.get(key) ?? initialEntitlement;
    for (;;) {
      const { version, events } = await this.store.readStream(tenant, stream, state.version + 1, PAGE);
      state = foldEntitlement(events.map(parseEntitlementEvent), state);
      if (state.version >= version) break;
    }
    this.kept.set(key, state);
    return state;
  }
}
