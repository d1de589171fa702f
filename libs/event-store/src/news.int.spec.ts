import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { AppendListener, AppendTeller } from './news.js';

const APPLICATION = 'listens';

let pool: pg.Pool;
let listener: AppendListener;
let heard: number;
let onHeard: () => void;

/** Resolves when it has been called so often in all. */
function calls(times: number): Promise<void> {
  return new Promise((resolve) => {
    onHeard = () => {
      if (heard >= times) resolve();
    };
    onHeard();
  });
}

beforeEach(async () => {
  const connectionString = await testDatabase();
  pool = new pg.Pool({ connectionString });
  heard = 0;
  onHeard = () => undefined;
  listener = new AppendListener(
    () => new pg.Client({ connectionString, application_name: APPLICATION }),
    () => {
      heard += 1;
      onHeard();
    },
  );
  listener.start();
  await calls(1);
});

afterEach(async () => {
  await listener.stop();
  await pool.end();
});

describe('news of appends', () => {
  it('reach a listener of another connection, and any number at once are few', async () => {
    const teller = new AppendTeller(pool);
    for (let count = 0; count < 100; count += 1) teller.tell();
    await calls(3);
    teller.tell();
    await calls(4);
    expect(heard).toBe(4);
  });

  it('reach it after its connection was broken, and what it missed meanwhile is news as well', async () => {
    const { rowCount } = await pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
      [APPLICATION],
    );
    expect(rowCount).toBe(1);
    await calls(2);
    new AppendTeller(pool).tell();
    await calls(3);
  });
});
