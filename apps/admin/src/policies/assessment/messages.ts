import { defineMessages } from '../../i18n/messages.js';

export const assessmentMessages = defineMessages({
  zh: {
    amount: '可得金额',
    loanLimit: '可贷额度',
    notEligible: '不符合条件',
    whyNot: '原因',
    whyLess: '金额受到以下限制',
    lines: '由谁支付',
    basis: '依据',
    steps: '金额怎样得出',
    step: (number: number) => `第 ${String(number)} 步`,
    met: '符合',
    notMet: '不符合',
    inputs: '所用数据',
    noSteps: '没有计算步骤。',
  },
  en: {
    amount: 'Amount',
    loanLimit: 'Loan limit',
    notEligible: 'Not eligible',
    whyNot: 'Why',
    whyLess: 'The amount was limited by',
    lines: 'Who pays',
    basis: 'basis',
    steps: 'How the amount comes about',
    step: (number: number) => `Step ${String(number)}`,
    met: 'met',
    notMet: 'not met',
    inputs: 'Figures used',
    noSteps: 'There are no steps.',
  },
});
