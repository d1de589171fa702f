import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { fileURLToPath } from 'node:url';
import { boundaryConfigs } from './boundaries.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: typescript.parser } }, ...boundaryConfigs],
});

describe('the boundaries of the design', () => {
  it.each([
    ['libs/policy/src/index.ts', "import { Module } from '@nestjs/common'; export { Module };"],
    ['libs/policy/src/index.ts', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['libs/policy/src/index.ts', "export const load = () => import('pg');"],
    ['libs/money/src/index.ts', "export { z } from 'zod';"],
    ['libs/treasury/src/index.ts', "export { parse } from 'yaml';"],
    ['libs/money/src/index.ts', "import '@duixian/policy';"],
    ['libs/policy/src/index.ts', "import '@duixian/treasury';"],
    ['libs/event-store/src/index.ts', "import '@duixian/postgres';"],
    ['libs/policy/src/index.ts', "import '../../../apps/cli/src/main.js';"],
    ['apps/api/src/main.ts', "import '../../cli/src/main.js';"],
    ['apps/api/src/main.ts', "import '@duixian/testing';"],
    ['libs/casework/src/index.ts', 'export const today = () => Date.now();'],
    ['libs/casework/src/index.ts', 'export const chance = () => Math.random();'],
    ['libs/treasury/src/index.ts', 'export const environment = process.env;'],
  ])('refuse in %s: %s', async (filePath, code) => {
    expect(await findings(filePath, code)).toHaveLength(1);
  });

  it.each([
    ['libs/policy/src/index.ts', "import '@duixian/money'; export { z } from 'zod';"],
    ['libs/treasury/src/index.ts', "import '@duixian/casework'; export { z } from 'zod';"],
    ['libs/policy-files/src/index.ts', "import 'node:fs'; import '@duixian/policy';"],
    ['libs/event-store/src/probe.int.spec.ts', "import '@duixian/testing'; import 'node:child_process';"],
    ['apps/api/src/main.ts', "import '@nestjs/core'; import '@duixian/event-store'; import '@duixian/policy';"],
    ['libs/money/src/probe.unit.spec.ts', "import fc from 'fast-check'; import './index.js'; export { fc };"],
  ])('allow in %s: %s', async (filePath, code) => {
    expect(await findings(filePath, code)).toEqual([]);
  });
});

async function findings(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages.map(({ message }) => message);
}
