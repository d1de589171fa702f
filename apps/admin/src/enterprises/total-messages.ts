import { defineMessages } from '../i18n/messages.js';

export const totalMessages = defineMessages({
  zh: {
    cap: '上限',
    noCap: '无年度上限',
    paid: '已付',
    reserved: '已核定未付',
    remaining: '剩余',
    city: '市级',
    county: '县级',
    places: (count: string) => `${count} 个`,
  },
  en: {
    cap: 'cap',
    noCap: 'no cap per year',
    paid: 'paid',
    reserved: 'reserved',
    remaining: 'left',
    city: 'city',
    county: 'county',
    places: (count: string) => count,
  },
});
