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

test.each(['src', 'test', 'scripts'])('no circle of imports in %s, not even of types', (root) => {
  expect(circles(root)).toEqual([])
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
