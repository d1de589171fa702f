export { chromiumArguments, chromiumPath, describeBrowser } from './browser.js';
export { serverFolder } from './server-folder.js';
export { testDatabase, testServerUrl } from './test-database.js';
