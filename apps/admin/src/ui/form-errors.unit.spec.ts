import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '../api/refusals.js';
import { problemsOf } from './form-errors.js';

const says = (zh: string) => ({ zh, en: zh });
const chinese = (text: { zh: string }) => text.zh;

describe('a refusal at a form', () => {
  it('says each problem of its field by the name that the form has for it, a group before what is in it', () => {
    const refusal: Refusal = {
      code: 'INVALID_INPUT',
      message: says('请检查'),
      field: null,
      problems: [
        { field: 'evidence[1].invoice.tax', message: says('税额有误') },
        { field: 'facts.fee', message: says('费用有误') },
        { field: 'evidence', message: says('缺少凭证') },
      ],
    };
    expect(problemsOf(refusal, chinese)).toEqual([
      { name: 'evidence', sentence: '缺少凭证' },
      { name: 'facts.fee', sentence: '费用有误' },
      { name: 'evidence.1.invoice.tax', sentence: '税额有误' },
    ]);
  });

  it('says its sentence of the one field it is about', () => {
    const refusal: Refusal = { code: 'USERNAME_TAKEN', message: says('已有此用户名'), field: 'username', problems: [] };
    expect(problemsOf(refusal, chinese)).toEqual([{ name: 'username', sentence: '已有此用户名' }]);
  });

  it('is about no field when it names none', () => {
    expect(problemsOf({ code: 'TRY_AGAIN', message: says('请重试'), field: null, problems: [] }, chinese)).toEqual([]);
  });
});
