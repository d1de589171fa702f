import { describe, expect, it } from '@jest/globals';

import { figuresOf, writeFigure } from './figures.js';

function figures(text: string): [string, string][] {
  return figuresOf(text).map((figure) => [figure.kind, writeFigure(figure)]);
}

describe('the figures of a text', () => {
  it.each<[string, [string, string][]]>([
    ['最高不超过250万元', [['money', '2500000.00']]],
    ['给予二十万元', [['money', '200000.00']]],
    ['三十万的奖励', [['money', '300000.00']]],
    ['１２.５万元', [['money', '125000.00']]],
    ['1,200,000元', [['money', '1200000.00']]],
    ['3亿元', [['money', '300000000.00']]],
    ['一千二百万元', [['money', '12000000.00']]],
    ['二百五十元', [['money', '250.00']]],
    ['百万元', [['money', '1000000.00']]],
    ['500元/人', [['money', '500.00']]],
    [
      '分别给予30、20、10万元',
      [
        ['money', '300000.00'],
        ['money', '200000.00'],
        ['money', '100000.00'],
      ],
    ],
    [
      '50万～100万元',
      [
        ['money', '500000.00'],
        ['money', '1000000.00'],
      ],
    ],
    ['按30%给予', [['rate', '30%']]],
    ['百分之三十', [['rate', '30%']]],
    ['3‰', [['rate', '0.3%']]],
    ['千分之三', [['rate', '0.3%']]],
    ['二分之一', [['rate', '50%']]],
    ['按四分之三给予', [['rate', '75%']]],
    ['万分之五', [['rate', '0.05%']]],
    ['贴息1.5个百分点', [['rate', '1.5%']]],
    ['按租金的三成给予', [['rate', '30%']]],
    ['按租金的一半给予', [['rate', '50%']]],
    ['奖励贰拾伍万元', [['money', '250000.00']]],
    ['按1∶1配套', [['rate', '50%']]],
    ['完成三成套装备', []],
    ['按1:1比例', [['rate', '50%']]],
    [
      '按3：7比例',
      [
        ['rate', '30%'],
        ['rate', '70%'],
      ],
    ],
    ['100P以上', [['count', '100']]],
    ['5万平方米', [['count', '50000']]],
    ['不超过2个', [['count', '2']]],
    ['连续三年', [['count', '3']]],
    ['一年以上', [['count', '1']]],
    ['2025年1月1日至2026年12月31日', []],
    ['第三年', []],
    ['上午9:00', []],
    ['一项奖励，一批企业', []],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  it('say where they stand', () => {
    expect(figuresOf('补助30%，最高５万元。')).toMatchObject([
      { text: '30%', start: 2, end: 5 },
      { text: '５万元', start: 8, end: 11 },
    ]);
  });
});
