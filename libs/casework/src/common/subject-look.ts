import { subjectKeyOf, withoutEnd } from './subject-key.js';

/** What is put behind a name to make another of it: an edition, a phase, a version, or a word that says little. */
const SUFFIX =
  /(?:升级版?|优化版?|改进版|增强版|专业版|新版|应用|示范|试点|建设|改造|项目|场景|产品|系统|平台|工程|课题|方案|[\d.]+[期版代批号]?|V[\d.]+)$/;
/** What is put before one and says little. */
const PREFIX = /^(?:(?:基于|面向|关于|针对|利用|运用)的?)+(?=.)/u;
/** The same in other words. */
const SYNONYM = /人工智能(?:技术)?|AI技术/gu;

/**
 * What is left of a subject's name when editions, phases and versions are taken off as well (`升级版`, `二期`, `V2`), words
 * before it that say little (`基于`), and when 人工智能 is called AI. Subjects with the same look and another
 * {@link subjectKeyOf} may be one matter or two: somebody has to compare them.
 */
export function subjectLookOf(subject: string): string | null {
  const look = withoutEnd(begunAlike(subjectKeyOf(subject)), SUFFIX);
  return /[\p{L}\p{N}]/u.test(look) ? look : null;
}

/** Whether a name of that {@link subjectKeyOf} may have the look, which is a part of it from its beginning: quickly said of thousands. */
export function mayLookLike(key: string, look: string): boolean {
  return begunAlike(key).startsWith(look);
}

function begunAlike(key: string): string {
  return key.replace(SYNONYM, 'AI').replace(PREFIX, '');
}
