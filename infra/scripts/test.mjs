/** `npm test [-- jest's arguments]`: installs and builds what is missing, then runs every spec. */
import { ensureBuilt, ensureInstalled, requireNode, runTool } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'apps/admin', 'apps/cli']);
process.exitCode = runTool('jest/bin/jest.js', process.argv.slice(2), {
  env: {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
  },
});
