import { aimText, rounded, verdict, type Section } from './figure.js';

/** The section as lines for a terminal. */
export function toLines({ title, figures }: Section): string[] {
  return [
    '',
    title,
    ...figures.map((figure) => {
      const { what, ours, theirs, ratio, aim } = figure;
      const values = theirs === null ? ours : `${ours} : ${theirs}`;
      const compared = ratio === null ? '' : `  ${rounded(ratio)}×`;
      return `  ${what}\n    ${values}${compared}${aim === null ? '' : `  (aim ${aimText(aim)}: ${verdict(figure)})`}`;
    }),
  ];
}
