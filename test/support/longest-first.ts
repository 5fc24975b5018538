// In which order a run takes the test files: the longest first,
// so that none is left over at the end.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Seconds by file, of those that take more than a few. `test/tidy` tells which is not there. */
export function slowFiles(): Map<string, number> {
  const lines = readFileSync(new URL('slow-files.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return new Map(
    lines.slice(1).map((line) => {
      const [seconds, file = ''] = line.split('\t')
      return [file, Number(seconds)]
    }),
  )
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = slowFiles()
    const secondsOf = ({ moduleId }: TestSpecification) => slow.get(relative(root, moduleId)) ?? 0
    // Those of a project stay together: a process that shares what it has loaded is ended where a
    // file follows that wants one of its own.
    return [...files].sort(
      (one, other) =>
        Number(other.project.config.isolate) - Number(one.project.config.isolate) ||
        secondsOf(other) - secondsOf(one) ||
        (one.moduleId < other.moduleId ? -1 : 1),
    )
  }
}
