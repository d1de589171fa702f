import type { ReadTable } from './read-table.js';

/**
 * `day_reached`: the positions at which the latest day of any event so far became a later one. At any position it tells
 * which day the city's casework had come to, and that no row which stands there can name a later one as the day of an
 * event.
 */
export const dayTable: ReadTable = {
  ddl: `create table day_reached (
    tenant text collate "C" not null,
    from_position bigint not null,
    day date not null,
    primary key (tenant, from_position)
  )`,
  versioned: [],

  async apply(tenant, batch, client) {
    const days: string[] = [];
    const positions: string[] = [];
    for (const { occurredOn, position } of batch) {
      if (occurredOn <= (days.at(-1) ?? '')) continue;
      days.push(occurredOn);
      positions.push(position.toString());
    }
    await client.query(
      `insert into day_reached (tenant, from_position, day)
       select $1, x.position, x.day
         from unnest($2::bigint[], $3::date[]) x (position, day)
        where x.day > coalesce((select day from day_reached
                                 where tenant = $1 order by from_position desc limit 1), '-infinity')`,
      [tenant, positions, days],
    );
  },
};
