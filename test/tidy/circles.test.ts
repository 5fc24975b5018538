// No file of the tree imports itself by way of others, and the search for such circles finds them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { circles } from './circles.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'accord-circles-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Readers that are being made anew. A line here is deleted with the last circle of its folder. */
const madeAnew = ['countries/replies/']

const isExcused = (files: readonly string[]) =>
  madeAnew.some((folder) => files.every((file) => file.startsWith(folder)))

test.each(['src', 'test', 'scripts'])('no circle of imports in %s, not even of types', (root) => {
  expect(circles(root).filter((files) => !isExcused(files))).toEqual([])
})

test('no folder is excused that has no circle', () => {
  const found = circles('src')
  const idle = madeAnew.filter(
    (folder) => !found.some((files) => files.every((file) => file.startsWith(folder))),
  )
  expect(idle).toEqual([])
})

test('each planted circle is found once, with all that is in it', () => {
  const root = tree({
    'a/itself.ts': `import './itself.ts'`,
    'a/one.ts': `import { two } from '../b/two.ts'`,
    'b/two.ts': `export type One = import('../c/three.ts').Three`,
    'c/three.ts': `import type { One } from '../a/one.ts'\nimport { end } from './end.ts'`,
    'c/end.ts': `export const end = 1`,
    'c/before.ts': `export { three } from './three.ts'\nexport * from './end.ts'`,
  })
  expect(circles(root)).toEqual([['a/itself.ts'], ['a/one.ts', 'b/two.ts', 'c/three.ts']])
})
