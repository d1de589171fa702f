import { describe, expect, it } from '@jest/globals';
import { COLUMN } from './claim-columns.js';
import { readRouteSteps } from './read-route-steps.js';
import { RowReader } from './row-reader.js';

function read(cell: string) {
  const reader = new RowReader(
    { file: 'claims/a/1.csv', line: 2, cells: new Map([[COLUMN.route, cell]]) },
    '2026-11-22',
  );
  return { steps: readRouteSteps(reader), problems: reader.problems };
}

describe('what offices said on the route of a claim, in one cell', () => {
  it('is a step with its day, its outcome, its opinion, and minutes where there are any', () => {
    const cell =
      'data｜2026-11-16｜同意｜属实；settlement-1 ｜ 2026-11-18｜同意｜会商同意｜会纪〔2026〕5号｜王知和、郑知禾；industry｜2026-11-17｜不同意｜重合';
    expect(read(cell)).toEqual({
      steps: [
        { on: '2026-11-16', said: { step: 'data', outcome: 'agree', opinion: '属实', paper: null, scores: [] } },
        {
          on: '2026-11-18',
          said: {
            step: 'settlement-1',
            outcome: 'agree',
            opinion: '会商同意',
            paper: { number: '会纪〔2026〕5号', on: '2026-11-18', by: ['王知和', '郑知禾'] },
            scores: [],
          },
        },
        { on: '2026-11-17', said: { step: 'industry', outcome: 'disagree', opinion: '重合', paper: null, scores: [] } },
      ],
      problems: [],
    });
    expect(read('')).toEqual({ steps: [], problems: [] });
  });

  it('counts days from the one of the import, and has the scores of a panel', () => {
    expect(read('panel｜今天-5｜不同意｜未达标｜｜｜陈望川 62、林见岳 58').steps).toEqual([
      {
        on: '2026-11-17',
        said: {
          ...{ step: 'panel', outcome: 'disagree', opinion: '未达标', paper: null },
          scores: [
            { expert: '陈望川', score: 62 },
            { expert: '林见岳', score: 58 },
          ],
        },
      },
    ]);
  });

  it.each([
    ['data｜2026-11-16｜可以｜属实', '应为“步骤代号｜日期｜同意或不同意｜意见”'],
    ['data｜昨天｜同意｜属实', '日'],
  ])('is refused where it says something else: %s', (cell, says) => {
    const { steps, problems } = read(cell);
    expect(steps).toEqual([]);
    expect(problems).toMatchObject([{ column: COLUMN.route, message: { zh: expect.stringContaining(says) } }]);
  });
});
