import { describe, expect, it } from '@jest/globals';
import { formErrors } from './form-errors.js';

const says = (zh: string) => ({ zh, en: zh });
const chinese = (text: { zh: string }) => text.zh;

describe('a refusal at a form', () => {
  it('shows each problem at its field, inside the group that the dots name', () => {
    const refusal = {
      code: 'INVALID_INPUT',
      message: says('请检查'),
      field: null,
      problems: [
        { field: 'facts.fee', message: says('费用有误') },
        { field: 'facts.months', message: says('月数有误') },
        { field: 'uscc', message: says('代码有误') },
        { field: 'evidence[1].invoice.tax', message: says('税额有误') },
      ],
    };
    expect(formErrors(refusal, chinese)).toEqual({
      facts: { fee: '费用有误', months: '月数有误' },
      uscc: '代码有误',
      evidence: { 1: { invoice: { tax: '税额有误' } } },
    });
  });

  it('shows its sentence at the one field it is about', () => {
    const refusal = { code: 'USERNAME_TAKEN', message: says('已有此用户名'), field: 'username', problems: [] };
    expect(formErrors(refusal, chinese)).toEqual({ username: '已有此用户名' });
  });

  it('is about no field when it names none', () => {
    expect(formErrors({ code: 'TRY_AGAIN', message: says('请重试'), field: null, problems: [] }, chinese)).toEqual({});
  });
});
