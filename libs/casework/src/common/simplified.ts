import { Converter } from 'opencc-js/t2cn';

/** The text in simplified characters, in which documents of the mainland are written: 證號 as 证号. */
export const simplified = Converter({ from: 't', to: 'cn' });
