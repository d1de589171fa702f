import { normaliseName } from './spelling.js';

/** What is put behind a name to make another of it: an edition, a phase, a version, or the word for what it is. */
const SUFFIX = /(升级版?|优化版?|改进版|增强版|专业版|新版|项目|工程|第?[一二三四五六七八九十\d]+[期版代批]|V?\d+)$/;

/**
 * What is left of a subject's name when all is taken away that makes no other matter of it: width, case, blanks, brackets
 * and other signs, and suffixes (`升级版`, `二期`, `V2`). Subjects with the same look are worth comparing; null when nothing
 * is left.
 */
export function subjectLookOf(subject: string): string | null {
  let look = normaliseName(subject)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  for (let shorter = look.replace(SUFFIX, ''); shorter !== '' && shorter !== look;) {
    look = shorter;
    shorter = look.replace(SUFFIX, '');
  }
  return look === '' ? null : look;
}
