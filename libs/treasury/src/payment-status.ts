import type { Bilingual } from '@duixian/policy';

export const PAYMENT_STATUSES = ['instructed', 'paid', 'returned'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_STATUS_NAMES: Readonly<Record<PaymentStatus, Bilingual>> = {
  instructed: { zh: '已下达指令', en: 'instructed' },
  paid: { zh: '已支付', en: 'paid' },
  returned: { zh: '银行退票', en: 'returned by the bank' },
};
