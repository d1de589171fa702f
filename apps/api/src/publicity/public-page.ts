import { formatYuan, type Fen } from '@duixian/money';
import type { PublicEntry, PublicList } from './public-entry.js';

/** Entries on a page for the screen, and on one for paper. */
export const PAGE_ENTRIES = 100;
export const SHEET_ENTRIES = 1_000;

export interface PageAsked {
  /** From 1. */
  readonly page: number;
  /** 公示表: for paper, without what only a screen needs. */
  readonly isSheet: boolean;
}

/** The list as a page that needs no script: Chinese first, English beside it. */
export function pageOf(list: PublicList, { page, isSheet }: PageAsked): string {
  const size = isSheet ? SHEET_ENTRIES : PAGE_ENTRIES;
  const pages = pagesOf(list, size);
  const shown = list.entries.slice((page - 1) * size, page * size);
  const title = `${list.cityName}惠企政策兑现公示${isSheet ? '表' : ''}`;
  return document(
    title,
    `<header><h1>${text(title)} <small lang="en">Grants shown to the public</small></h1>
${isSheet ? '' : HOW_TO_OBJECT}
<p>${text(list.on)}，共 ${list.entries.length} 件 <span lang="en">claims</span>。${isSheet ? '' : linksOf(list, page)}</p></header>
${shown.length === 0 ? EMPTY : tableOf(shown)}
${isSheet ? SEAL : pagerOf(page, pages)}
<footer><p>依据日志第 ${list.position} 号 <span lang="en">log position</span>；名单（CSV）的 SHA-256：<code>${list.sha256}</code>。
<span lang="en">An auditor redoes this list from the log by its day and position, and compares the sum.</span></p></footer>`,
  );
}

/** Which cities show anything here. */
export function indexOf(cities: readonly { readonly code: string; readonly name: string }[]): string {
  const links = cities.map(({ code, name }) => `<li><a href="/publicity/${text(code)}">${text(name)}</a></li>`);
  return document(
    '惠企政策兑现公示',
    `<header><h1>惠企政策兑现公示 <small lang="en">Grants shown to the public</small></h1></header>
${links.length === 0 ? EMPTY : `<ul>${links.join('')}</ul>`}`,
  );
}

/** What is said where there is nothing to show. */
export function sentencePage(zh: string, en: string): string {
  return document(zh, `<header><h1>${text(zh)}</h1><p lang="en">${text(en)}</p></header>`);
}

export function pagesOf({ entries }: PublicList, size: number): number {
  return Math.max(1, Math.ceil(entries.length / size));
}

const EMPTY = '<p>目前没有公示中的事项。<span lang="en">Nothing is shown at present.</span></p>';

const HOW_TO_OBJECT = `<p>对公示内容有异议的，请在公示期内以书面形式向受理窗口提出：个人署实名并留联系方式，单位加盖公章，写明申报编号、事由和依据。匿名或逾期的作为线索处理。
<span lang="en">Object in writing to the window by the last day: a person under the real name with a telephone number, a unit with its seal, naming the claim, the reason and the evidence. What is anonymous or late is taken as a hint.</span></p>`;

const SEAL = '<p class="seal">公示单位（盖章） <span lang="en">Seal</span>：<span class="line"></span></p>';

function linksOf({ city }: PublicList, page: number): string {
  const sheet = Math.floor(((page - 1) * PAGE_ENTRIES) / SHEET_ENTRIES) + 1;
  return ` <a href="/publicity/${city}.csv">下载名单 <span lang="en">CSV</span></a> <a href="/publicity/${city}/sheet?page=${sheet}">公示表 <span lang="en">for printing</span></a>`;
}

function tableOf(entries: readonly PublicEntry[]): string {
  const heads = COLUMNS.map(({ zh, en }) => `<th scope="col">${zh} <span lang="en">${en}</span></th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>
${entries.map(rowOf).join('\n')}
</tbody></table>`;
}

const COLUMNS: readonly { zh: string; en: string; cell: (entry: PublicEntry) => string }[] = [
  {
    zh: '名称',
    en: 'Name',
    cell: ({ name, uscc }) => `<b>${text(name)}</b><br><code>${text(uscc)}</code>`,
  },
  {
    zh: '条款',
    en: 'Clause',
    cell: ({ clause, measure }) =>
      `${text(clause.zh)} <span lang="en">${text(clause.en)}</span><br><code>${text(measure)}</code>`,
  },
  { zh: '金额（元）', en: 'Amount', cell: amountOf },
  { zh: '公示期', en: 'Shown', cell: ({ from, until }) => `${text(from)} 至 ${text(until)}` },
  {
    zh: '异议联系',
    en: 'To object',
    cell: ({ office, telephone }) =>
      `${text(office)} ${telephone === null ? '' : `<a href="tel:${text(telephone)}">${text(telephone)}</a>`}`,
  },
  { zh: '申报编号', en: 'Claim', cell: ({ claim }) => `<code>${text(claim)}</code>` },
];

function rowOf(entry: PublicEntry): string {
  const cells = COLUMNS.map(({ zh, cell }) => `<td data-head="${zh}">${cell(entry)}</td>`).join('');
  return `<tr>${cells}</tr>`;
}

function amountOf({ kind, amount, lines }: PublicEntry): string {
  if (kind === 'loan-limit')
    return `${yuan(amount)}<br>贷款额度，无财政支付 <span lang="en">loan limit, which no treasury pays</span>`;
  const parts = lines.map((line) => `${text(line.payer)} ${yuan(line.amount)}`);
  return `<b>${yuan(amount)}</b><br>${parts.join('<br>')}`;
}

function yuan(amount: Fen): string {
  return formatYuan(amount).replace(/\B(?=(\d{3})+(?=\.))/gu, ',');
}

function pagerOf(page: number, pages: number): string {
  if (pages === 1) return '';
  const link = (to: number, zh: string, en: string) =>
    to < 1 || to > pages ? '' : `<a href="?page=${to}">${zh} <span lang="en">${en}</span></a>`;
  return `<nav aria-label="分页">${link(page - 1, '上一页', 'Previous')} 第 ${page} / ${pages} 页 ${link(page + 1, '下一页', 'Next')}</nav>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, whatever stands in it. */
function text(plain: string): string {
  return plain.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>${text(title)}</title><style>${STYLE}</style></head><body><main>
${body}
</main></body></html>
`;
}

const STYLE = `
body{margin:0;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1a1a;background:#fff}
main{max-width:1200px;margin:0 auto;padding:16px}
h1{font-size:1.4rem;margin:.2em 0}small,[lang=en]{color:#555;font-size:.85em;font-weight:400}
a{color:#0b4fa0}code{font-size:.85em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f5f8}nav{margin:12px 0}footer{margin-top:16px;color:#555;font-size:.85em}
.seal{margin-top:32px;text-align:right}.line{display:inline-block;width:12em;border-bottom:1px solid #333}
@media (max-width:700px){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,td{display:block}tr{border:1px solid #ccc;margin-bottom:12px}td{border:0;border-bottom:1px solid #eee}
td::before{content:attr(data-head) "：";color:#555}}
@media print{main{max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
`;
