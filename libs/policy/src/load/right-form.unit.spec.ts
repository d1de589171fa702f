import { describe, expect, it } from '@jest/globals';

import { rightForm, type Form } from './right-form.js';

describe('what was meant, as a policy writes it', () => {
  it.each<[Form, unknown, string | undefined]>([
    ['money', '30万', "'300000.00'"],
    ['money', '20万元', "'200000.00'"],
    ['money', '二十万元', "'200000.00'"],
    ['money', '200,000', "'200000.00'"],
    ['money', 200000, "'200000.00'"],
    ['money', '1.5亿元', "'150000000.00'"],
    ['money', '若干', undefined],
    ['percent', '30%', '30'],
    ['percent', '百分之三十', '30'],
    ['percent', '3‰', '0.3'],
    ['percent', '高', undefined],
    ['count', '两个', '2'],
    ['count', '三', '3'],
    ['share', '2:1', '2/3'],
    ['share', '50%', '1/2'],
    ['share', '3:7', '3/10'],
    ['share', '一半', '1/2'],
    ['date', '2025年1月1日', '2025-01-01'],
    ['date', '2025/7/9', '2025-07-09'],
    ['date', '明年', undefined],
  ])('%s: %p', (form, written, expected) => expect(rightForm(written, form)).toBe(expected));
});
