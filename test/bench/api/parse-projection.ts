import type { Projection } from '@duixian/event-store';

/** The API's own projection, built: apps export nothing, so it is loaded as a file. */
const FILE = new URL('../../../../apps/api/dist/log/read-projection.js', import.meta.url);

/** @throws Error when the API's build does not have it where it was. */
export async function loadReadProjection(): Promise<Projection> {
  const loaded: unknown = await import(FILE.href);
  const projection =
    typeof loaded === 'object' && loaded !== null && 'readProjection' in loaded && loaded.readProjection;
  if (typeof projection === 'object' && projection !== null && 'apply' in projection) return projection as Projection;
  throw new Error(`There is no readProjection in ${FILE.pathname}; build apps/api.`);
}
