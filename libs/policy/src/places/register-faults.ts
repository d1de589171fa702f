import type { LoadedCity } from '../load/load-city.js';
import type { Fault, Path } from '../load/problem.js';

/**
 * What is wrong with the registers of a city: one that stands twice, a ground that does, a department that nobody has.
 *
 * @param printed the departments of the city that its documents name.
 */
export function registerFaults({ registers = [], departments = [] }: LoadedCity, printed: readonly string[]): Fault[] {
  const known = new Set([...printed, ...departments.flatMap(({ name, of }) => (of === undefined ? [name] : []))]);
  return registers.flatMap((register, index): Fault[] => {
    const at = (...words: Path): Path => ['registers', index, ...words];
    const faults: Fault[] = [];
    if (registers.findIndex(({ id }) => id === register.id) < index) {
      faults.push({ path: at('id'), message: twice(register.id) });
    }
    register.grounds.forEach(({ id }, place) => {
      const first = register.grounds.findIndex((each) => each.id === id);
      if (first < place) faults.push({ path: at('grounds', place, 'id'), message: twice(id) });
    });
    for (const word of ['keptBy', 'clearedBy'] as const) {
      const { department } = register[word];
      if (department !== undefined && !known.has(department)) {
        faults.push({ path: at(word, 'department'), message: unlisted(department) });
      }
    }
    return faults;
  });
}

function twice(id: string): Fault['message'] {
  return {
    zh: `“${id}”写了两次：请合并，或另取一个 id`,
    en: `'${id}' stands twice: make one of the two, or take another id`,
  };
}

function unlisted(department: string): Fault['message'] {
  return {
    zh: `本市没有列“${department}”：请在 departments 中加上，名称与其账号所写一致`,
    en: `The city lists no department ${department}: add it to 'departments', by the name that its accounts have`,
  };
}
