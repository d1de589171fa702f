import { defineMessages } from '../../i18n/messages.js';

export const actionMessages = defineMessages({
  zh: {
    reason: '理由',
    reasonHint: '写明缺什么、怎样补',
    opinion: '审核意见',
    opinionDefault: '经核，事实属实，同意。',
    distinction: '非同一事项的理由',
    distinctionHint: (others: string[]) =>
      `另有名称或合同相近的申报：${others.join('；')}。逐件比对后写明为何不是同一事项；是同一事项的，请退回或不予通过`,
    agreedAmount: '同意金额',
    agreedHint: (asked: string) => `条款只定上限，由牵头部门提出金额。企业申请 ${asked} 元`,
    days: '公示天数',
    daysHint: (least: number, working: boolean, source: string | null) =>
      `${working ? '工作日' : '自然日'}，自次日起算，不少于 ${least}${source === null ? '' : `（${source}）`}`,
    required: '请填写',
    moneyWanted: '请填写金额，最多两位小数',
    daysWanted: (least: number, most: number) => `请填写 ${least} 至 ${most} 的整数`,
  },
  en: {
    reason: 'Reason',
    reasonHint: 'Say what is missing and how to mend it',
    opinion: 'Opinion',
    opinionDefault: 'The facts have been checked and are true. Agreed.',
    distinction: 'Why it is another matter',
    distinctionHint: (others: string[]) =>
      `There are claims of almost the same name or contract: ${others.join('; ')}. Compare them, and say why each is another matter; if it is the same, return or reject this one`,
    agreedAmount: 'Agreed amount',
    agreedHint: (asked: string) => `The clause sets a limit only: propose the amount. Asked for ${asked} yuan`,
    days: 'Days of publicity',
    daysHint: (least: number, working: boolean, source: string | null) =>
      `${working ? 'Working' : 'Calendar'} days from tomorrow, ${least} at least${source === null ? '' : ` (${source})`}`,
    required: 'Please fill in',
    moneyWanted: 'An amount with at most two decimals',
    daysWanted: (least: number, most: number) => `A whole number from ${least} to ${most}`,
  },
});

export type ActionTexts = (typeof actionMessages)['zh'];
