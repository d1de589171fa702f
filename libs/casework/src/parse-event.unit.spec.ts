import { describe, expect, it } from '@jest/globals';
import { accepted, determined, publicised, submitted } from './spec/fixtures.spec.js';
import { EventFormatError, parseCaseworkEvent, parseClaimEvent } from './parse-event.js';

/** As the log gives it: what went in, through JSON, with its place beside it. */
function stored(event: object) {
  const through: unknown = JSON.parse(JSON.stringify({ ...event, tenant: '350500', position: '7', eventId: 'id' }));
  return through as Parameters<typeof parseClaimEvent>[0];
}

describe('stored events', () => {
  it.each([submitted(), accepted, determined, publicised])('come back as they were: $type', (event) => {
    expect(parseClaimEvent(stored(event))).toEqual(event);
    expect(parseCaseworkEvent(stored(event))).toEqual(event);
  });

  it.each([
    ['an unknown type', { ...accepted, type: 'ClaimForgotten' }],
    ['an unknown version', { ...accepted, schemaVersion: 2 }],
    ['data of another shape', { ...accepted, data: {} }],
    ['money that is no yuan', submitted({ requestedAmount: '1e5' })],
    ['no actor', { ...accepted, meta: {} }],
  ])('with %s are not taken', (_, event) => {
    expect(() => parseClaimEvent(stored(event))).toThrow(EventFormatError);
  });
});
