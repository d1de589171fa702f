import type { InvoiceField } from '../api/schema/enums.generated.js';
import { defineMessages } from '../i18n/messages.js';

/** What stands on an invoice, amounts as they are shown. */
interface ReadTexts {
  number: string;
  issuedOn: string;
  seller: string;
  buyer: string;
  amount: string;
  tax: string;
  isRed: boolean;
}

export const fileMessages = defineMessages({
  zh: {
    title: '材料附件',
    none: '还没有附件。',
    drop: '把文件拖到这里，或',
    choose: '选择文件',
    limits: 'PDF、OFD、JPEG、PNG、数电票XML、XLSX、CSV，或由它们组成的ZIP；不加密。断线后接着传。',
    shows: '所附材料',
    showsHint: '可不选，如现场照片、会议纪要',
    other: '其他材料',
    uploading: (percent: number) => `正在上传 ${String(percent)}%`,
    checking: '正在检查…',
    waiting: '连接中断，稍后自动继续…',
    goOn: '继续上传',
    cancel: '取消',
    attached: (name: string) => `已上传“${name}”`,
    open: (name: string) => `打开“${name}”`,
    save: '下载',
    saveOf: (name: string) => `下载“${name}”`,
    by: (who: string, when: string) => `${who} 上传于 ${when}`,
    hash: 'SHA-256',
    supersede: '替换',
    supersedeOf: (name: string) => `替换“${name}”`,
    supersedeSays: '新文件替换旧文件，旧文件仍可查看。请先填写理由，再选择文件。',
    supersededBy: (name: string) => `已由“${name}”替换`,
    insteadOf: (name: string, why: string) => `替换“${name}”：${why}`,
    withdraw: '撤下',
    withdrawOf: (name: string) => `撤下“${name}”`,
    withdrawSays: '仅用于传错的文件。撤下后留在记录中，只有审计人员可以打开。',
    withdrawn: (who: string, on: string, why: string) => `${who}于 ${on} 撤下：${why}`,
    withdrawnNow: '已撤下',
    reason: '理由',
    close: '关闭',
    unscanned: '本系统未配置病毒扫描，打开前请确认来源。',
    read: ({ number, issuedOn, seller, buyer, amount, tax, isRed }: ReadTexts) =>
      `数电票${isRed ? '（红字）' : ''} ${number}，${issuedOn}，销售方 ${seller}，购买方 ${buyer}，金额 ${amount}，税额 ${tax}`,
    notStated: '此件没有填写这张发票的内容，无从比对。',
    differs: '文件与填写的不一致，请核对',
    difference: (what: string, stated: string, read: string) =>
      `${what}：填写 ${stated}，文件 ${read === '' ? '无' : read}`,
    invoiceFields: {
      SELLER: '销售方',
      SELLER_CODE: '销售方统一社会信用代码',
      ISSUED_ON: '开票日期',
      AMOUNT: '金额（不含税）',
      TAX: '税额',
    } satisfies Record<InvoiceField, string>,
    same: '内容与别处的文件完全相同，审核前请核对是否重复申报',
    sameIn: (enterprise: string, status: string, name: string) => `（${enterprise}，${status}）的附件“${name}”`,
    sameBefore: '下列附件的内容与别处的文件完全相同，同意前请核对是否重复申报：',
    sameElsewhere: (cities: string) => `${cities}的申报件中也有内容完全相同的文件，请与当地联系核实。`,
    unreachable: '无法连接服务器，请稍后继续。',
    paper: (kind: string, number: string) => `${kind} ${number}`,
  },
  en: {
    title: 'Files',
    none: 'No files yet.',
    drop: 'Drag files here, or',
    choose: 'Choose files',
    limits:
      'PDF, OFD, JPEG, PNG, XML of invoices, XLSX, CSV, or a ZIP of these; not encrypted. After a break the upload goes on.',
    shows: 'Papers that they show',
    showsHint: 'Nothing need be chosen, as for a picture of a site or minutes',
    other: 'Another paper',
    uploading: (percent: number) => `Uploading ${String(percent)}%`,
    checking: 'Being looked at…',
    waiting: 'The connection broke: it goes on by itself shortly…',
    goOn: 'Go on',
    cancel: 'Cancel',
    attached: (name: string) => `‘${name}’ is attached`,
    open: (name: string) => `Open ‘${name}’`,
    save: 'Save',
    saveOf: (name: string) => `Save ‘${name}’`,
    by: (who: string, when: string) => `${who}, ${when}`,
    hash: 'SHA-256',
    supersede: 'Replace',
    supersedeOf: (name: string) => `Replace ‘${name}’`,
    supersedeSays:
      'A new file takes the place of this one, which can still be read. State the reason, then choose the file.',
    supersededBy: (name: string) => `‘${name}’ stands in its place`,
    insteadOf: (name: string, why: string) => `In the place of ‘${name}’: ${why}`,
    withdraw: 'Withdraw',
    withdrawOf: (name: string) => `Withdraw ‘${name}’`,
    withdrawSays: 'For a file that was attached by mistake. It stays on record, and auditors alone open it.',
    withdrawn: (who: string, on: string, why: string) => `Withdrawn by ${who} on ${on}: ${why}`,
    withdrawnNow: 'Withdrawn',
    reason: 'Reason',
    close: 'Close',
    unscanned: 'No scanner for viruses is set up here: make sure where a file comes from before you open it.',
    read: ({ number, issuedOn, seller, buyer, amount, tax, isRed }: ReadTexts) =>
      `Digital invoice${isRed ? ' (red-letter)' : ''} ${number}, ${issuedOn}, seller ${seller}, buyer ${buyer}, amount ${amount}, tax ${tax}`,
    notStated: 'The claim does not state what stands on this invoice: there is nothing to compare.',
    differs: 'The file says something else than the claim states: compare them',
    difference: (what: string, stated: string, read: string) =>
      `${what}: stated ${stated}, file ${read === '' ? 'nothing' : read}`,
    invoiceFields: {
      SELLER: 'Seller',
      SELLER_CODE: 'Code of the seller',
      ISSUED_ON: 'Day of issue',
      AMOUNT: 'Amount without tax',
      TAX: 'Tax',
    } satisfies Record<InvoiceField, string>,
    same: 'Exactly the same content was attached elsewhere: compare before the review whether it is claimed twice',
    sameIn: (enterprise: string, status: string, name: string) => ` (${enterprise}, ${status}), file ‘${name}’`,
    sameBefore:
      'Exactly the content of these files was attached elsewhere. Compare before you agree whether it is claimed twice:',
    sameElsewhere: (cities: string) => `A claim in ${cities} has a file with exactly this content: ask there.`,
    unreachable: 'The server cannot be reached: go on in a while.',
    paper: (kind: string, number: string) => `${kind} ${number}`,
  },
});
