import type { Upcasters } from '@duixian/event-store';

/** How events of older schema versions are read in their newest shape. None has changed its shape yet. */
export const UPCASTERS: Upcasters = {};
