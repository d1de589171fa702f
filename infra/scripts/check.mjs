/** `npm run check`: lint, build and test, each whatever the one before found. */
import { run } from './workspace.mjs';

const results = ['lint', 'build', 'test'].map((name) => run(process.execPath, [`infra/scripts/${name}.mjs`]));
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
