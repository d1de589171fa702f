import { defineMessages } from '../i18n/messages.js';

export const eventMessages = defineMessages({
  zh: {
    title: '事件日志',
    columns: {
      position: '序号',
      type: '事件',
      summary: '摘要',
      stream: '流',
      actor: '经办人',
      occurredOn: '发生日',
      recordedAt: '记录时间',
    },
    filters: { stream: '流（如 claim-…）', type: '事件类型', claim: '申报号' },
    exported: { type: '事件代码', username: '用户名', onBehalfOf: '代何人办理' },
    empty: '日志还是空的',
    emptyHint: '每一步办理都会在这里留下一条不可更改的记录。',
    data: '内容',
  },
  en: {
    title: 'Event log',
    columns: {
      position: 'Position',
      type: 'Event',
      summary: 'Summary',
      stream: 'Stream',
      actor: 'Actor',
      occurredOn: 'Occurred',
      recordedAt: 'Recorded',
    },
    filters: { stream: 'Stream', type: 'Event type', claim: 'Claim' },
    exported: { type: 'Event code', username: 'Username', onBehalfOf: 'On behalf of' },
    empty: 'The log is empty',
    emptyHint: 'Every step leaves a record here that nobody can change.',
    data: 'Contents',
  },
});
