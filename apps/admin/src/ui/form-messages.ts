import { defineMessages } from '../i18n/messages.js';

export const formMessages = defineMessages({
  zh: {
    required: '请填写',
    reason: '理由',
    money: '请填写金额，例如 120000.00 或 12万，最多两位小数',
    integer: '请填写整数',
    number: '请填写数字',
    percent: '请填写百分数，例如 8.4',
    date: '请选择日期',
    choose: '请选择',
    notYet: '尚未发生：请在事项发生后申报',
    uscc: '请填写 18 位统一社会信用代码',
  },
  en: {
    required: 'Please fill in',
    reason: 'Reason',
    money: 'An amount with at most two decimals, such as 120000.00 or 12万',
    integer: 'A whole number',
    number: 'A number',
    percent: 'A percentage, such as 8.4',
    date: 'Choose a date',
    choose: 'Choose one',
    notYet: 'It has not happened yet: claim once it has',
    uscc: 'A social credit code has 18 characters',
  },
});

export type FormTexts = (typeof formMessages)['zh'];
