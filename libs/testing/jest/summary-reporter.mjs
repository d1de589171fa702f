const HOW_TO_GET_CHROMIUM =
  'No Chromium was found, so the browser specs are skipped. To get one: "apt-get install chromium fonts-noto-cjk"; ' +
  'one in an unusual place is named in CHROMIUM_PATH.';

/** Closes a test run with one plain line, `N passed, N failed[, N skipped]`, for whoever reads it by machine. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A file that does not even load holds no test that could fail, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const lines = [`${results.numPassedTests} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`];
    if (skipsBrowserSpecs(results)) lines.unshift(HOW_TO_GET_CHROMIUM);
    // Jest writes its own summary after every reporter has had its turn.
    process.once('exit', () => console.log(lines.join('\n')));
  }
}

function skipsBrowserSpecs({ testResults }) {
  return testResults.some(({ testFilePath, numPendingTests, numPassingTests, numFailingTests }) => {
    const ran = numPassingTests + numFailingTests;
    return testFilePath.endsWith('.browser.spec.ts') && ran === 0 && numPendingTests > 0;
  });
}
