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
    toPersons: (amount: string) => `其中 ${amount} 归个人，由企业转付，不是企业所得`,
    onOthersBasis: (amount: string) => `其中 ${amount} 依据另一文件拨付，一并计入本上限`,
    inherited: '承继',
    itself: (amount: string) => `本企业获得 ${amount}`,
    inheritedFrom: (name: string, since: string) => `承继自${name}（${since}起）`,
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
    toPersons: (amount: string) => `of this ${amount} for natural persons: passed on, no gain of the enterprise`,
    onOthersBasis: (amount: string) => `of this ${amount} on the basis of another document, which counts here too`,
    inherited: 'inherited',
    itself: (amount: string) => `granted to itself ${amount}`,
    inheritedFrom: (name: string, since: string) => `inherited from ${name} since ${since}`,
    places: (count: string) => count,
  },
});
