import { describe, expect, it } from '@jest/globals';
import type { RequestScope } from '../request/request-scope.js';
import { NoTurn, Turns, type Leave } from './turns.js';

const PATIENT = { waitMs: 60_000, waitingMax: 100 };

describe('turns at the connections', () => {
  it('leave some to another city, however many requests one sends', async () => {
    const turns = new Turns({ all: 6, city: 4, request: 4 }, PATIENT);
    const loud = Array.from({ length: 20 }, () => begun(turns.take(from('350500'))));
    await settled();

    expect(loud.filter(({ leave }) => leave !== null)).toHaveLength(4);
    expect((await begunSoon(turns.take(from('350200')))).leave).not.toBeNull();
  });

  it('are no more for one request than its share', async () => {
    const turns = new Turns({ all: 6, city: 6, request: 2 }, PATIENT);
    const greedy = from('350500');
    const own = Array.from({ length: 5 }, () => begun(turns.take(greedy)));
    await settled();

    expect(own.filter(({ leave }) => leave !== null)).toHaveLength(2);
    expect((await begunSoon(turns.take(from('350500')))).leave).not.toBeNull();
  });

  it('go first to the city that holds the fewest, and then to who came first', async () => {
    const turns = new Turns({ all: 2, city: 2, request: 1 }, PATIENT);
    const first = await turns.take(from('350500'));
    await turns.take(from('350500'));
    const same = begun(turns.take(from('350500')));
    const other = begun(turns.take(from('350200')));

    first();
    await settled();

    expect([same.leave === null, other.leave === null]).toEqual([true, false]);
    other.leave?.();
    await settled();
    expect(same.leave).not.toBeNull();
  });

  it('are not waited for without end, nor by any number', async () => {
    const turns = new Turns({ all: 1, city: 1, request: 1 }, { waitMs: 1, waitingMax: 1 });
    await turns.take(from('350500'));
    const waits = turns.take(from('350500'));

    await expect(turns.take(from('350200'))).rejects.toBeInstanceOf(NoTurn);
    await expect(waits).rejects.toBeInstanceOf(NoTurn);
  });

  it('come back once, however often they are given back', async () => {
    const turns = new Turns({ all: 1, city: 1, request: 1 }, PATIENT);
    const leave = await turns.take(from('350500'));
    leave();
    leave();
    await turns.take(from('350500'));

    expect((await begunSoon(turns.take(from('350500')))).leave).toBeNull();
  });

  function from(tenant: string): RequestScope {
    const unasked = { asked: [], at: null, recorded: null };
    return { id: 'of-a-spec', tenant, isOfMachine: true, office: null, cost: null, statementsLeft: null, ...unasked };
  }

  function begun(taking: Promise<Leave>): { leave: Leave | null } {
    const turn: { leave: Leave | null } = { leave: null };
    taking.then(
      (leave) => {
        turn.leave = leave;
      },
      () => undefined,
    );
    return turn;
  }

  async function begunSoon(taking: Promise<Leave>): Promise<{ leave: Leave | null }> {
    const turn = begun(taking);
    await settled();
    return turn;
  }

  async function settled(): Promise<void> {
    for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
  }
});
