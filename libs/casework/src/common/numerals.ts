const DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零', '一壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((same, value) =>
    Array.from(same, (character): [string, number] => [character, value]),
  ),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
]);
const CHINESE = new RegExp(`[${[...DIGITS.keys(), ...UNITS.keys()].join('')}]+`, 'g');
/** Ⅰ to ⅿ, which are letters of their own until they are normalised. */
const ROMAN_SIGNS = /[\u2160-\u217f]+/g;
/** Letters that stand by themselves: an I, or two and more; V2 is no fifth, and an X may be anything. */
const ROMAN_LETTERS = /(?<![\p{Script=Latin}\d])(?:I|[IVX]{2,})(?![\p{Script=Latin}\d])/gu;
const ROMAN = /^(?<tens>X{0,3})(?<ones>IX|IV|V?I{0,3})$/;
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The text with Arabic numerals in place of Roman signs, Ⅱ期 as 2期; whoever folds width makes letters of them. */
export function withoutRomanSigns(text: string): string {
  return text.replace(ROMAN_SIGNS, (signs) => arabicOf(signs.normalize('NFKC').toUpperCase()));
}

/** The text with Arabic numerals in place of Chinese ones and of Roman letters, which are capital: 二期 and II期 as 2期. */
export function withArabicNumerals(text: string): string {
  return withoutChineseNumerals(text.replace(ROMAN_LETTERS, arabicOf));
}

/** The text with Arabic numerals in place of Chinese ones: 二〇二五 as 2025, 二十五 as 25. */
export function withoutChineseNumerals(text: string): string {
  return text.replace(CHINESE, fromChinese);
}

/** What is no number up to 39 stays. */
function arabicOf(roman: string): string {
  const { tens, ones } = ROMAN.exec(roman)?.groups ?? {};
  return tens === undefined || ones === undefined ? roman : String(tens.length * 10 + ONES.indexOf(ones));
}

/** 二〇二五 is read digit by digit, 二十五 by its units. */
function fromChinese(text: string): string {
  const characters = Array.from(text);
  if (!characters.some((each) => UNITS.has(each))) {
    return characters.map((each) => String(DIGITS.get(each) ?? each)).join('');
  }
  let sum = 0;
  let digit: number | null = null;
  for (const each of characters) {
    const unit = UNITS.get(each);
    if (unit === undefined) digit = DIGITS.get(each) ?? 0;
    else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return String(sum + (digit ?? 0));
}
