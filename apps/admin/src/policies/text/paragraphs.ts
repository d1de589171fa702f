/** A paragraph of a document, as it is read: marks of layout removed, lines broken by the printer joined again. */
export interface Paragraph {
  text: string;
  heading: boolean;
}

/** Below this many characters a line was ended on purpose, not broken at the margin. */
const fullLine = 20;

const pageMark = /^[-—－]\s*\d+\s*[-—－]$/;
const numbered = /^(第?[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十]+[）)])/;
const sentenceEnd = /[。：；！？）〕]$/;

/** Restores the paragraphs of a text that was published page by page, line by line. */
export function paragraphsOf(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open = false;
  for (const raw of source.split('\n')) {
    const line = raw.trim();
    if (line === '' || pageMark.test(line)) continue;
    const heading = line.startsWith('#');
    const text = line.replace(/[*#]/g, '').trim();
    const last = paragraphs.at(-1);
    if (open && last && !heading && !numbered.test(text)) last.text += text;
    else paragraphs.push({ text, heading: heading || (numbered.test(text) && text.length < fullLine) });
    open = !heading && text.length >= fullLine && !sentenceEnd.test(text);
  }
  return paragraphs;
}
