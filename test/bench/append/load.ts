import { wallSeconds } from '../measure/wall-seconds.js';

/** A load of appends: so many clients, each with one append under way, until all are done. */
export interface Load {
  readonly clients: number;
  readonly appends: number;
}

/** Appends per second. `append` gets the client's number and a name that is its own in the whole run. */
export async function appendRate(
  { clients, appends }: Load,
  append: (client: number, id: string) => Promise<void>,
): Promise<number> {
  let started = 0;
  const run = nextRun();
  const seconds = await wallSeconds(async () => {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        while (started < appends) await append(client, `${run}-${(started += 1)}`);
      }),
    );
  });
  return appends / seconds;
}

let runs = 0;

function nextRun(): number {
  return (runs += 1);
}
