// Reads the tree once, for the tidy tests.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export type TreeFile = { path: string; text: string; lines: readonly string[] }

/** Every text file that git tracks or would track, as it stands in the working tree. */
export function readTree(): TreeFile[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return listed
    .split('\0')
    .filter((path) => /\.(?:ts|tsx|mjs|sql|md|json|css|html)$/.test(path) && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, lines: text.split('\n') }
    })
}

export const isTest = (path: string) =>
  /\.(?:test|e2e)\.tsx?$/.test(path) || path.startsWith('test/')

/** Tables of data may be as long as the data. They say so by their name. */
export const isData = (file: TreeFile) =>
  /\/(?:vectors|data)\//.test(file.path) ||
  /-(?:table|data|words|names|lists|phrases|cases)\.ts$/.test(file.path) ||
  file.path.startsWith('src/words/') ||
  file.path.startsWith('src/web/words/')
