export { ATTACKS, type Attack } from './attacks.js';
export { chromiumArguments, chromiumPath, describeBrowser } from './browser.js';
export { DatabaseProxy } from './database-proxy.js';
export { Random } from './random.js';
export { serverFolder } from './server-folder.js';
export { testDatabase, testServerUrl } from './test-database.js';
