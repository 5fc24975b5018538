// What a browser is sent before it shows its first screen, weighed in the build.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTree } from './tree.ts'

const web = join(import.meta.dirname, '..', '..', 'dist', 'web')

type Piece = { file: string; imports?: string[]; css?: string[] }

function manifest(): Record<string, Piece> {
  const file = join(web, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error('There is no build to weigh: run `npm run build` first.')
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Scripts and styles that these entries need, each once. */
function filesOf(pieces: Record<string, Piece>, entries: readonly string[]): Set<string> {
  const files = new Set<string>()
  const add = (key: string) => {
    const piece = pieces[key]
    if (piece === undefined) throw new Error(`The build has no ${key}.`)
    if (files.has(piece.file)) return
    files.add(piece.file)
    for (const sheet of piece.css ?? []) files.add(sheet)
    for (const other of piece.imports ?? []) add(other)
  }
  for (const entry of entries) add(entry)
  return files
}

const sent = (files: Iterable<string>) =>
  [...files].reduce((octets, file) => octets + statSync(join(web, `${file}.br`)).size, 0)

const firstScreens = [
  'screens/entrance/first-run-screen.tsx',
  'screens/entrance/login-screen.tsx',
  'screens/home/home-screen.tsx',
]

test.each(firstScreens)('%s comes with at most 200 kB of scripts and styles', (screen) => {
  const pieces = manifest()
  // Whoever is logged in sees the frame around it as well.
  const around = screen.includes('/home/') ? ['ui/frame.tsx'] : []
  for (const words of ['words/fr.ts', 'words/en.ts']) {
    expect(sent(filesOf(pieces, ['index.html', words, screen, ...around]))).toBeLessThanOrEqual(
      200_000,
    )
  }
})

test('each screen is a file of its own, and none comes with the first', () => {
  const pieces = manifest()
  const screens = readTree()
    .filter(({ path }) => /^src\/web\/screens\/.*-screen\.tsx$/.test(path))
    .map(({ path }) => path.replace('src/web/', ''))
  expect(screens.length).toBeGreaterThan(20)
  const first = filesOf(pieces, ['index.html'])
  for (const screen of screens) {
    expect([screen, pieces[screen]?.file]).toEqual([screen, expect.stringMatching(/\.js$/)])
    expect([screen, first.has(pieces[screen]?.file ?? '')]).toEqual([screen, false])
  }
})
