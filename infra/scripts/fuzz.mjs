/**
 * `npm run test:fuzz [-- requests seed]`: takes claims through lives of odd values and folds them, then sends random requests
 * of every operation, by everybody, and reports what broke.
 */
import { ensureBuilt, ensureInstalled, requireNode, run, runTool } from './workspace.mjs';

const LIVES = '300';
const FOLDABLE = 'apps/api/src/spec/foldable.int.spec.ts';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'test']);
const lives = runTool('jest/bin/jest.js', ['--selectProjects', 'int', '--runTestsByPath', FOLDABLE], {
  env: {
    DUIXIAN_FUZZ_LIVES: process.env.DUIXIAN_FUZZ_LIVES ?? LIVES,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
  },
});
const requests = run(process.execPath, ['test/dist/fuzz/main.js', ...process.argv.slice(2)]);
process.exitCode = lives === 0 ? requests : lives;
