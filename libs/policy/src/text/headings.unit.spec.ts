import { describe, expect, it } from '@jest/globals';

import { PublishedText } from '../check/published-text.js';
import { headingOf } from './headings.js';

describe('the number with which a line begins', () => {
  it.each([
    ['第一章  总则', 'chapter', '一', 1],
    ['第二条　为了规范工作', 'article', '第二条', 2],
    ['第 1 0 条 鼓励企业标准创制', 'article', '第10条', 10],
    ['**第二十三条** 本办法', 'article', '第二十三条', 23],
    ['一、财政支持', 'section', '一', 1],
    ['二 、支持范围', 'section', '二', 2],
    ['　　三．其他规定', 'section', '三', 3],
    ['四.附则', 'section', '四', 4],
    ['五、2026年发放标准', 'section', '五', 5],
    ['（十一）强化金融支持', 'item', '十一', 11],
    ['( 二 ) 绩效奖励', 'item', '二', 2],
    ['1、一次性创业资助', 'point', '1', 1],
    ['3.绩效支持奖励', 'point', '3', 3],
    ['12．入库奖励', 'point', '12', 12],
    ['（2）初创企业', 'subpoint', '2', 2],
    ['③登记失业人员', 'circle', '③', 3],
  ])('%s', (line, level, number, ordinal) => expect(headingOf(line)).toEqual({ level, number, ordinal }));

  it.each(['对新建项目给予30万元', '1.5万元以下的', '第三条规定的企业', '2024年8月13日', '第三款所列', '一次性奖励'])(
    'is none in %s',
    (line) => expect(headingOf(line)).toBeNull(),
  );
});

describe('the articles of a text', () => {
  const numbers = (...lines: string[]): string[] =>
    new PublishedText(lines.join('\n')).articles.map((each) => each.number);

  it('are 第X条, whatever chapters, items and points stand around and within them', () => {
    expect(
      numbers(
        '第一章 总则',
        '第一条 目的。',
        '二 、支持范围',
        '第 2 条 奖励：',
        '（一）甲；',
        '1.乙。',
        '第三条 附则。',
      ),
    ).toEqual(['第一条', '第2条', '第三条']);
  });

  it('end where the next chapter begins, so that its name belongs to none', () => {
    const text = new PublishedText('第一条 目的。\n第二章 奖励\n第二条 奖励。');

    expect(text.articles.map(({ start, end }) => text.folded.slice(start, end))).toEqual([
      '第一条目的。',
      '第二条奖励。',
    ]);
  });

  it('do not go on in an annex, which counts anew', () => {
    expect(numbers('一、奖励', '二、附则', '附件1', '一、经办机构', '二、申请程序')).toEqual(['一', '二']);
  });

  it('are chapters and items that count through, or anew in each chapter', () => {
    expect(numbers('一、总则', '二、支持', '（一）甲', '（二）乙', '三、附则')).toEqual([
      '一',
      '（一）',
      '（二）',
      '三',
    ]);
    expect(numbers('一、甲', '（一）子', '二、乙', '（一）丑')).toEqual(['一（一）', '二（一）']);
  });

  it('are points that are counted through the chapters, not those that each chapter counts anew', () => {
    expect(numbers('一、甲', '1.子', '2.丑', '二、乙', '3.寅')).toEqual(['1', '2', '3']);
    expect(numbers('一、甲', '1.子', '2.丑', '二、乙', '1.寅')).toEqual(['一', '二']);
  });

  it.each([
    ['1.', ['1、甲', '（1）子', '2、乙'], ['1', '2']],
    ['（1）', ['总则。', '（1）甲', '①子', '（2）乙'], ['1', '2']],
    ['①', ['①甲', '②乙'], ['①', '②']],
  ])('are %s where nothing wider is used', (_, lines, expected) => expect(numbers(...lines)).toEqual(expected));

  it('are none in a text that numbers nothing, such as a table', () => {
    expect(numbers('关于给予奖励的通知', '| 项目 | 标准 |', '|---|---|', '| 高企 | 20万元 |')).toEqual([]);
  });

  it('count on: a number that does not follow is a reference', () => {
    expect(numbers('第一条 甲。', '第二十条 见上。', '第二条 乙。')).toEqual(['第一条', '第二条']);
  });
});
