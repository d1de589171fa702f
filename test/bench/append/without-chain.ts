import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { withClient } from '@duixian/postgres';

/** Which append is left in a scratch database: today's without the chain, or the one of before there was a chain. */
export type Unchained = 'today' | 'before';

const BEFORE = '0002-append.sql';
const TODAY = '0011-append.sql';

const FIRST_OF_CITY = `    if not found then
      insert into es.head (tenant, position) values (p_tenant, 0);
      base := 0;
    end if;
`;

/** What today's append does for the chain, each once in its text. */
const CHAIN: readonly (readonly [RegExp, string])[] = [
  [/ {2}if given\.event_seals is null then[^]*?end if;\n/, ''],
  [/cardinality\(given\.event_ids\)[^]*?given\.command_labels\)\n\s*or /, ''],
  [/h\.position, h\.link, h\.recorded_at into base, last_link, last_recorded/, 'h.position into base'],
  [/ {4}if last_link is null then[^]*? {4}end if;\n {4}now_recording/, `${FIRST_OF_CITY}    now_recording`],
  [/greatest\(clock_timestamp\(\), last_recorded\)/, 'clock_timestamp()'],
  [/ {4}recorded := [^]*?end loop;\n(?= {4}-- Seen as new)/, ''],
  [/, link = last_link, recorded_at = now_recording/, ''],
  [/, nonce, link\)/, ')'],
  [/,\s*substr\(e\.seal, 1, 16\), e\.link/, ''],
  [/, given\.event_seals, links\)(\s*e\([^)]*), seal, link\)/, ')$1)'],
];

/** Lets this process compute no hashes; to be called before anything of the log is loaded. */
export function computeNoLeaves(): void {
  register('./without-leaves-hooks.js', import.meta.url);
}

/** Gives a scratch database an append that chains nothing, with the rights of today's. */
export async function appendWithoutChain(url: string, which: Unchained): Promise<void> {
  const append = which === 'before' ? await appendOf(BEFORE) : cut(await appendOf(TODAY));
  await withClient(url, async (client) => {
    await client.query(append);
    await client.query('alter function es.append(text, jsonb) security definer set search_path = pg_catalog, pg_temp');
  });
}

async function appendOf(migration: string): Promise<string> {
  const text = await readFile(
    new URL(`../migrations/${migration}`, import.meta.resolve('@duixian/event-store')),
    'utf8',
  );
  const [, rest] = /create (?:or replace )?function es\.append\(([^]*?\n\$\$;)/.exec(text) ?? [];
  if (rest === undefined) throw new Error(`${migration} makes no append.`);
  return `create or replace function es.append(${rest}`;
}

function cut(append: string): string {
  return CHAIN.reduce((text, [what, instead]) => {
    if (!what.test(text)) throw new Error(`Today's append has no ${String(what)}.`);
    return text.replace(what, instead);
  }, append);
}
