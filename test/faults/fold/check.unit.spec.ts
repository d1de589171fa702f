import { describe, expect, it } from '@jest/globals';
import type { Sent } from '../writers/ledger.js';
import { check, INVARIANTS, isInvariant, type Invariant } from './check.js';
import type { EventRow, Rows, TotalRow } from './rows.js';

const TENANT = '350500';
const CLAIM = '350500-2025-00000001';
const US = 1_795_000_000_000_000n;

/** A log of one claim that was submitted, determined for 1.00 under a ceiling of 1.00, and everything that follows. */
function soundRows(): Rows {
  const submitted = {
    claim: CLAIM,
    uscc: '91350582MA0000001X',
    measure: 'quanzhou-2024-7/2',
    year: 2025,
    requestedAmount: '1.00',
    evidence: [{ kind: 'invoice', number: '24000000000000000011' }],
  };
  const line = { payer: TENANT, amount: '1.00' };
  const total: TotalRow = {
    tenant: TENANT,
    status: 'determined',
    claims: '1',
    requested: '100',
    determined: '100',
    reserved: '100',
    paid: '0',
  };
  return {
    events: [
      eventRow(1, `claim-${CLAIM}`, 'ClaimSubmitted', 'a', submitted),
      eventRow(2, `claim-${CLAIM}`, 'ClaimDetermined', 'b', { amount: '1.00', lines: [line] }),
      eventRow(3, 'entitlement-91350582MA0000001X', 'GrantReserved', 'b', {
        claim: CLAIM,
        lines: [{ ...line, accounts: ['year'] }],
      }),
    ],
    commands: [
      { tenant: TENANT, command_id: 'a', first: '1', last: '1', moves: '' },
      { tenant: TENANT, command_id: 'b', first: '2', last: '3', moves: '[["year","100","0","100"]]' },
    ],
    guards: [{ tenant: TENANT, account: 'year', ceiling: '100', reserved: '100', paid: '0' }],
    heads: [{ tenant: TENANT, position: '3' }],
    listed: [total],
    tallied: [total],
    setAside: [],
    older: [],
    nowUs: (US + 10n).toString(),
  };
}

function eventRow(position: number, stream: string, type: string, command: string, data: EventRow['data']): EventRow {
  return {
    tenant: TENANT,
    position: String(position),
    stream,
    type,
    occurred_on: '2026-11-25',
    recorded_day: '2026-11-25',
    recorded_us: (US + BigInt(position)).toString(),
    data,
    command,
  };
}

function sent(commandId: string, outcome: Sent['outcome']): Sent {
  return { tenant: TENANT, commandId, sends: 1, outcome };
}

/** The invariants that something contradicts. */
function broken(change: (rows: Rows) => Partial<Rows>, commands: readonly Sent[] = []): Invariant[] {
  const rows = soundRows();
  const findings = check({ ...rows, ...change(rows) }, commands);
  return Object.keys(INVARIANTS)
    .filter(isInvariant)
    .filter((name) => findings[name].length > 0);
}

const changed = <Row extends object>(rows: readonly Row[], n: number, change: Partial<Row>): Row[] =>
  rows.map((row, at) => (at === n ? { ...row, ...change } : row));

describe('the check after the faults', () => {
  it('finds nothing where nothing is wrong', () => {
    const told = [sent('a', 'acknowledged'), sent('b', null), sent('c', 'not-recorded'), sent('d', 'refused')];
    expect(broken(() => ({}), told)).toEqual([]);
  });

  it('finds what the senders were told wrongly', () => {
    expect(broken(() => ({}), [sent('c', 'acknowledged')])).toEqual(['lost']);
    expect(broken(() => ({}), [sent('a', 'not-recorded')])).toEqual(['denied']);
    expect(broken(() => ({}), [sent('a', 'refused')])).toEqual(['denied']);
  });

  it('finds a submission that stands twice, and an event that no command brought', () => {
    const twin = (rows: Rows): Partial<Rows> => ({
      events: [
        ...rows.events,
        { ...eventRow(4, 'claim-350500-2025-00000002', 'ClaimSubmitted', 'c', rows.events[0]?.data ?? {}) },
      ],
      commands: [...rows.commands, { tenant: TENANT, command_id: 'c', first: '4', last: '4', moves: '' }],
      heads: [{ tenant: TENANT, position: '4' }],
    });
    expect(broken(twin)).toEqual(['doubled', 'lists']);
    expect(broken((rows) => ({ events: changed(rows.events, 2, { command: 'a' }) }))).toEqual(['doubled']);
  });

  it('finds a gap', () => {
    expect(broken((rows) => ({ events: changed(rows.events, 2, { position: '4' }) }))).toEqual(['gaps']);
    expect(broken(() => ({ heads: [{ tenant: TENANT, position: '4' }] }))).toEqual(['gaps']);
  });

  it('finds a ceiling that was passed, and a guard that holds something else', () => {
    const moves = '[["year","100","0","99"]]';
    expect(broken((rows) => ({ commands: changed(rows.commands, 1, { moves }) }))).toEqual(['ceilings']);
    expect(broken((rows) => ({ guards: changed(rows.guards, 0, { reserved: '99' }) }))).toEqual(['ceilings']);
    expect(broken((rows) => ({ guards: changed(rows.guards, 0, { ceiling: '99' }) }))).toEqual(['ceilings']);
  });

  it('finds more than the document allows, whatever the guards say', () => {
    const lines = [{ payer: TENANT, amount: '300000.01', accounts: [] }];
    const data = { claim: CLAIM, amount: '300000.01', lines };
    expect(broken((rows) => ({ events: changed(rows.events, 1, { data }) }))).toContain('ceilings');
  });

  it('finds lists that differ from the log, or leave something out', () => {
    expect(broken((rows) => ({ listed: changed(rows.listed, 0, { claims: '2' }) }))).toEqual(['lists']);
    expect(broken(() => ({ tallied: [] }))).toEqual(['lists']);
    expect(broken(() => ({ setAside: [{ tenant: TENANT, stream: 'claim-x', error: 'why' }] }))).toEqual(['lists']);
  });

  it('finds times that fall and days that lie before or ahead', () => {
    const at = (n: number, change: Partial<EventRow>) => (rows: Rows) => ({ events: changed(rows.events, n, change) });
    expect(broken(at(1, { recorded_us: '1' }))).toEqual(['times']);
    expect(broken(at(2, { recorded_us: (US + 11n).toString() }))).toEqual(['times']);
    expect(broken(at(1, { occurred_on: '2026-11-24' }))).toEqual(['times']);
    expect(broken(at(1, { occurred_on: '2026-11-26' }))).toEqual(['times']);
  });
});
