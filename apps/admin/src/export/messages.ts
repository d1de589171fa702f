import { defineMessages } from '../i18n/messages.js';

export const exportMessages = defineMessages({
  zh: {
    export: '导出',
    exportSelected: '导出所选',
    title: (what: string) => `导出${what}`,
    reading: (read: string, total: string) => `已读 ${read} / ${total} 条`,
    tooMany: (total: string, max: string) =>
      `共 ${total} 条，一次最多导出 ${max} 条。请先用筛选条件（如年度、状态、所在地）缩小范围再导出。`,
    done: (count: string) => `已导出 ${count} 条`,
    gone: (count: string) => `另有 ${count} 条已不在列表中，未导出`,
    failed: '未能导出，没有生成文件。',
    close: '关闭',
    at: (position: string) => `截至日志第 ${position} 号`,
    writtenAt: (moment: string) => `导出时间：${moment}（北京时间）`,
    writtenBy: (who: string) => `导出人：${who}`,
    filter: (words: string) => `筛选：${words}`,
    noFilter: '筛选：无',
    selected: (count: string) => `所选 ${count} 条`,
    count: (count: string) => `共 ${count} 条`,
    separator: '；',
  },
  en: {
    export: 'Export',
    exportSelected: 'Export selected',
    title: (what: string) => `Export: ${what}`,
    reading: (read: string, total: string) => `${read} of ${total} read`,
    tooMany: (total: string, max: string) =>
      `There are ${total}; at most ${max} are exported at once. Narrow the list first, by year, status or division.`,
    done: (count: string) => `${count} exported`,
    gone: (count: string) => `${count} are no longer in the list and were left out`,
    failed: 'Nothing was exported, and no file was written.',
    close: 'Close',
    at: (position: string) => `As of log position ${position}`,
    writtenAt: (moment: string) => `Exported at: ${moment} (Beijing time)`,
    writtenBy: (who: string) => `Exported by: ${who}`,
    filter: (words: string) => `Filter: ${words}`,
    noFilter: 'Filter: none',
    selected: (count: string) => `${count} selected`,
    count: (count: string) => `${count} in all`,
    separator: '; ',
  },
});
