import { describe, expect, it } from '@jest/globals';
import { COLUMN } from './claim-columns.js';
import { readObjections } from './read-objections.js';
import { RowReader } from './row-reader.js';

function read(cell: string) {
  const row = { file: 'claims/a/9.csv', line: 2, cells: new Map([[COLUMN.objections, cell]]) };
  const reader = new RowReader(row, '2026-11-22');
  return { objections: readObjections(reader), problems: reader.problems };
}

describe('what was objected, in one cell', () => {
  it('is a hint where nobody says who, and an objection with its answer and what follows', () => {
    expect(
      read('2026-11-12｜｜｜请核实；2026-11-12｜林望舒｜0595-22550123｜多报｜2026-11-13｜成立，重新审核｜属实'),
    ).toEqual({
      objections: [
        { on: '2026-11-12', deed: { kind: 'object', number: 0, objector: null, what: '请核实' } },
        {
          on: '2026-11-12',
          deed: { kind: 'object', number: 1, objector: { name: '林望舒', phone: '0595-22550123' }, what: '多报' },
        },
        { on: '2026-11-13', deed: { kind: 'answer-objection', number: 1, then: 'review', reason: '属实' } },
      ],
      problems: [],
    });
  });

  it('is not upheld with nothing to follow', () => {
    expect(read('2026-11-12｜林望舒｜0595-22550123｜多报｜2026-11-13｜不成立｜不属实').objections[1]).toEqual({
      on: '2026-11-13',
      deed: { kind: 'answer-objection', number: 0, then: null, reason: '不属实' },
    });
  });

  it.each(['成立', '成立，重做', '可以'])('says what may follow where the answer is %s', (said) => {
    expect(read(`2026-11-12｜林望舒｜0595-22550123｜多报｜2026-11-13｜${said}｜属实`).problems).toMatchObject([
      { column: COLUMN.objections, message: { zh: expect.stringContaining('成立，重新核定') } },
    ]);
  });
});
