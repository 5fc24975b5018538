// A reporter that ends the run with one plain line: `N passed, N failed, N skipped`.
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      let own = 0
      for (const test of module.children.allTests()) {
        own += 1
        const result = test.result().state
        counts[result === 'passed' || result === 'failed' ? result : 'skipped'] += 1
      }
      if (module.state() === 'failed' && own === 0) counts.failed += 1
    }
    const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    process.stdout.write(`\n${line}\n`)
  }
}
