import type { Projection } from '@duixian/event-store';

/** Schema `read`. */
export const readProjection: Projection = {
  name: 'read',
  version: 1,
  async create(client, schema) {
    await client.query(`create table ${schema}.progress (tenant text primary key, position bigint not null)`);
  },
  async apply(batch, client, schema) {
    const last = batch.at(-1);
    if (last === undefined) return;
    await client.query(
      `insert into ${schema}.progress (tenant, position) values ($1, $2)
       on conflict (tenant) do update set position = excluded.position`,
      [last.tenant, last.position],
    );
  },
};
