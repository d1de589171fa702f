import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

import type { Path, Position } from './problem.js';

/** Finds where values stand in a YAML document; for a path that leads nowhere, the nearest value above it. */
export function locator(contents: Node | null, lines: LineCounter): (path: Path) => Position {
  return (path) => {
    let node: unknown = contents;
    let offset = startOf(contents) ?? 0;
    for (const segment of path) {
      const next = step(node, segment);
      if (next === null) break;
      offset = next.offset ?? offset;
      node = next.value;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

interface Step {
  offset: number | undefined;
  value: unknown;
}

function step(node: unknown, segment: string | number): Step | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return pair === undefined ? null : { offset: startOf(pair.key), value: pair.value };
  }
  if (isSeq(node) && typeof segment === 'number' && segment in node.items) {
    const item = node.items[segment];
    return { offset: startOf(item), value: item };
  }
  return null;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
