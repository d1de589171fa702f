import { describe, expect, it } from '@jest/globals';
import { passages } from '@duixian/policy';
import { readCatalogue } from '@duixian/policy-files';
import { highlight } from './highlight.js';
import { paragraphsOf } from './paragraphs.js';

const catalogue = readCatalogue();
const bare = (text: string) => text.replace(/[\s*#]/g, '');
const marked = (source: string, quotes: string[]) =>
  highlight(paragraphsOf(source), quotes)
    .flat()
    .filter((segment) => segment.marked)
    .map((segment) => segment.text)
    .join('');

describe('the paragraphs of a document', () => {
  it('join the lines that the printer broke, across the end of a page', () => {
    const source =
      '对使用算力资源租用服务且年度服务费超过五万元的企业给\n\n— 6 —\n予使用企业补助。\n二、推广人工智能云服务\n';
    expect(paragraphsOf(source)).toEqual([
      { text: '对使用算力资源租用服务且年度服务费超过五万元的企业给予使用企业补助。', heading: false },
      { text: '二、推广人工智能云服务', heading: true },
    ]);
  });

  it.each(catalogue.policies)('of $id lose no word of the text', ({ text }) => {
    const pageMarks = /^\s*[-—－]\s*\d+\s*[-—－]\s*$/gm;
    const shown = paragraphsOf(text).map((paragraph) => paragraph.text);
    expect(bare(shown.join(''))).toBe(bare(text.replace(pageMarks, '')));
  });
});

describe('the words of a clause', () => {
  const clauses = catalogue
    .measures()
    .map(({ id, policy, clause }) => ({ id, text: policy.text, quotes: [...passages(clause.quote)] }));

  it.each(clauses)('of $id are marked, each in full', ({ text, quotes }) => {
    for (const quote of quotes) expect(bare(marked(text, [quote]))).toBe(bare(quote));
  });

  it('stay apart from what is not quoted', () => {
    const [paragraph = []] = highlight([{ text: '给予 5万元 补助。', heading: false }], ['5万元']);
    expect(paragraph).toEqual([
      { text: '给予 ', marked: false },
      { text: '5万元', marked: true },
      { text: ' 补助。', marked: false },
    ]);
  });
});
