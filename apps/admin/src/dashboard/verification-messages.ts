import { defineMessages } from '../i18n/messages.js';

export const verificationMessages = defineMessages({
  zh: {
    title: '记录校验',
    never: '尚未校验。工作进程每晚自动校验一次。',
    intact: (at: string, position: string) => `${at} 校验了全部 ${position} 个事件及由其得出的数据，均与记录一致。`,
    changed: (at: string) => `${at} 的校验发现存储内容与记录不一致，可能被直接改动`,
    changedHint: '请立即联系负责数据库的人员，保留现场，查明何人何时改动，再从可校验的备份恢复。',
    link: '链末散列',
    linkHint: '抄下留存，日后可据以发现记录被截断或整体重写。',
    chainedLater: (position: string) => `前 ${position} 个事件在升级时补链，此前的改动无法由此发现。`,
    position: (position: string) => `第 ${position} 号事件`,
    stored: '存储',
    computed: '应为',
    nothing: '无',
  },
  en: {
    title: 'Verification of the record',
    never: 'Not verified yet. A worker does it every night.',
    intact: (at: string, position: string) =>
      `On ${at} all ${position} events and what was made from them were found as they were recorded.`,
    changed: (at: string) => `The verification of ${at} found that what is stored is not what was recorded`,
    changedHint:
      'Call whoever runs the database, keep everything as it is, find out who changed what and when, and restore a backup that verifies.',
    link: 'Last link',
    linkHint: 'Note it down: by it a log that was cut off or written anew is found later.',
    chainedLater: (position: string) =>
      `The first ${position} events were chained at an upgrade: earlier changes are not found by the chain.`,
    position: (position: string) => `position ${position}`,
    stored: 'stored',
    computed: 'computed',
    nothing: 'nothing',
  },
});
