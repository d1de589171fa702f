import { subjectKeyOf, withoutEnd } from './subject-key.js';

/** What is put behind a name to make another of it: an edition, a phase, a version, or a word that says little. */
const SUFFIX =
  /(?:升级版?|优化版?|改进版|增强版|专业版|新版|应用|示范|试点|建设|改造|项目|场景|产品|系统|平台|工程|课题|方案|[\d.]+[期版代批号]?|V[\d.]+)$/;

/**
 * What is left of a subject's name when editions, phases and versions are taken off as well (`升级版`, `二期`, `V2`).
 * Subjects with the same look and another {@link subjectKeyOf} may be one matter or two: somebody has to compare them.
 */
export function subjectLookOf(subject: string): string | null {
  const look = withoutEnd(subjectKeyOf(subject), SUFFIX);
  return /[\p{L}\p{N}]/u.test(look) ? look : null;
}
