import type { Paragraph } from './paragraphs.js';

/** A run of a paragraph, marked if it belongs to what is quoted. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** Splits paragraphs at the borders of the quotations; blanks do not count, since quotations are printed without. */
export function highlight(paragraphs: Paragraph[], quotes: string[]): Segment[][] {
  const marked = paragraphs.map((paragraph) => new Array<boolean>(paragraph.text.length).fill(false));
  const places = significantPlaces(paragraphs);
  const letters = places.map((place) => place.letter).join('');
  for (const quote of quotes) {
    const wanted = quote.replace(/[\s*#]/g, '');
    const start = wanted === '' ? -1 : letters.indexOf(wanted);
    if (start < 0) continue;
    for (const { paragraph, index } of places.slice(start, start + wanted.length)) {
      const marks = marked[paragraph];
      if (marks) marks[index] = true;
    }
  }
  return paragraphs.map((paragraph, index) => segmentsOf(paragraph.text, marked[index] ?? []));
}

interface Place {
  letter: string;
  paragraph: number;
  index: number;
}

function significantPlaces(paragraphs: Paragraph[]): Place[] {
  return paragraphs.flatMap(({ text }, paragraph) =>
    text.split('').flatMap((letter, index) => (/\s/.test(letter) ? [] : [{ letter, paragraph, index }])),
  );
}

function segmentsOf(text: string, marks: boolean[]): Segment[] {
  const segments: Segment[] = [];
  text.split('').forEach((letter, index) => {
    // A blank inside a quotation must not break it in two.
    const marked =
      (marks[index] ?? false) || (letter === ' ' && marks[index - 1] === true && marks[index + 1] === true);
    const last = segments.at(-1);
    if (last?.marked === marked) last.text += letter;
    else segments.push({ text: letter, marked });
  });
  return segments;
}
