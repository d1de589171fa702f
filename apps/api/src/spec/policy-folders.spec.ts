import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { POLICIES_DIR } from '@duixian/policy-files';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the policies that a spec may change. */
export function copyOfPolicies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-policies-'));
  made.push(folder);
  cpSync(POLICIES_DIR, folder, { recursive: true });
  return folder;
}

/** Takes a policy's folder away. */
export function removePolicy(folder: string, policy: string): void {
  rmSync(join(folder, policy), { recursive: true });
}

/** Rewrites the first place of each. @throws Error when a file has nothing of it. */
export function rewritePolicy(folder: string, policy: string, changes: readonly Change[]): void {
  for (const { file, was, becomes } of changes) {
    const path = join(folder, policy, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(was)) throw new Error(`${path} has no ${was}.`);
    writeFileSync(path, before.replace(was, becomes));
  }
}

interface Change {
  readonly file: 'policy.yaml' | 'source.txt';
  readonly was: string;
  readonly becomes: string;
}

/** 算力租用补助 with 20 % of the fee in place of 30 %, in text and rule alike. */
export const RENTAL_AT_20: readonly Change[] = [
  { file: 'source.txt', was: '的 30%给予使用企业补助', becomes: '的 20%给予使用企业补助' },
  { file: 'policy.yaml', was: '的30%给予使用企业补助', becomes: '的20%给予使用企业补助' },
  { file: 'policy.yaml', was: 'percent: 30, of: serviceFee', becomes: 'percent: 20, of: serviceFee' },
];

/** Strikes out 第三条, 优秀应用场景奖励, of the text and of the rules. */
export function strikeScenarios(folder: string): void {
  strike(
    join(folder, 'quanzhou-2024-7', 'source.txt'),
    '三、打造人工智能优秀应用场景',
    '四、支持人工智能赋能消费终端产品',
  );
  strike(join(folder, 'quanzhou-2024-7', 'policy.yaml'), '  - number: 三\n', '  - number: 四\n');
}

/** Takes out what stands from `begin` on and before `end`. @throws Error when the file lacks one of them. */
function strike(path: string, begin: string, end: string): void {
  const before = readFileSync(path, 'utf8');
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${path} has no ${begin} before ${end}.`);
  writeFileSync(path, before.slice(0, start) + before.slice(stop));
}
