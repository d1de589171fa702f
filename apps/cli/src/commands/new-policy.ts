import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { loadPolicy, skeletonOf } from '@duixian/policy';

import { EXIT, fail } from '../exit.js';
import { policiesDirectory } from '../policies-directory.js';
import { writeLines } from '../write-lines.js';

/**
 * `duixian policies --new FOLDER`: FOLDER/policy.yaml from FOLDER/source.txt. FOLDER is a path, or a folder among the documents.
 * What is written already is never overwritten.
 */
export async function newPolicy(folder: string): Promise<void> {
  const directory = existsSync(resolve(folder)) ? resolve(folder) : join(policiesDirectory(), folder);
  const source = join(directory, 'source.txt');
  const target = join(directory, 'policy.yaml');
  if (!existsSync(source)) {
    fail(
      EXIT.badInput,
      `没有 ${source}：请先把文件原文存为该文件。There is no ${source}: save the published text there first.`,
    );
    return;
  }
  if (existsSync(target)) {
    fail(EXIT.badInput, `${target} 已经存在，不会覆盖。${target} is there already, and is not overwritten.`);
    return;
  }
  const text = await readFile(source, 'utf8');
  const yaml = skeletonOf({ folder: basename(directory), text });
  await writeFile(target, yaml, { flag: 'wx' });
  const loaded = loadPolicy({ folder: basename(directory), yaml, text, version: '' });
  const open = 'problems' in loaded ? loaded.problems.length : 0;
  await writeLines([
    `${target}：已排出骨架，还有 ${open} 处要写。The skeleton is laid out; ${open} places are left to write.`,
    '填写后运行 npm run --silent duixian -- policies 检查。Then check it with npm run --silent duixian -- policies.',
  ]);
}
