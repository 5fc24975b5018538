// The tree keeps the law of imports, and the law notices when it does not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { breaches } from './law.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'accord-law-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('imports go left, through the door', () => {
  expect(breaches('src')).toEqual([])
})

test('each planted breach is found', () => {
  const planted: Record<string, string> = {
    'ledger/a.ts': `import { createHash } from 'node:crypto'`,
    'wire/a.ts': `import x from 'pg'`,
    'contacts/a.ts': `import type { X } from '../sending/index.ts'`,
    'consent/a.ts': `const x = await import('../campaigns/index.ts')`,
    'routing/a.ts': `export { x } from '../sandbox/index.ts'`,
    'sending/a.ts': `import { x } from '../routing/link.ts'`,
    'web/a.tsx': `import { x } from '../sending/index.ts'`,
    'web/b.ts': `import { sendingApi } from '../sending/contract-api.ts'`,
    'cli/a.ts': `import type { sendingApi } from '../sending/contract-api.ts'`,
    'accounts/a.ts': `import { x } from '../../test/support/database.ts'`,
    'helpers/a.ts': `export const x = 1`,
    'intake/contract.ts': `import { x } from './read.ts'`,
    'jobs/contract.ts': `import { x } from 'fastify'`,
  }
  const found = breaches(tree(planted))
  for (const file of Object.keys(planted)) {
    expect(found.filter((sentence) => sentence.startsWith(file))).toHaveLength(1)
  }
  expect(found).toHaveLength(Object.keys(planted).length)
})

test('a screen takes types of routes', () => {
  const api = `import type { sendingApi } from '../sending/contract-api.ts'`
  expect(breaches(tree({ 'web/a.ts': api }))).toEqual([])
})

test('each planted breach between the folders of one room is found', () => {
  const sound: Record<string, string> = {
    'sending/index.ts': `export { x } from './gate/gate.ts'`,
    'sending/contract.ts': 'export const x = 1',
    'sending/create-sending.ts': `import { x } from './dispatch/engine.ts'`,
    'sending/gate/gate.ts': `import { x } from '../store/store.ts'\nimport { y } from './check.ts'`,
    'sending/gate/check.ts': `import { x } from '../contract.ts'`,
    'sending/store/store.ts': `import type { X } from '../contract.ts'`,
    'sending/store/store.test.ts': `import { x } from '../dispatch/engine.ts'`,
    'sending/dispatch/engine.ts': `import { x } from '../gate/gate.ts'`,
    'app/programs/worker.ts': `import { x } from '../compose.ts'`,
    'app/compose.ts': `import { x } from './threads/thread.ts'`,
    'app/threads/thread.ts': 'export const x = 1',
  }
  expect(breaches(tree(sound))).toEqual([])
  const planted: Record<string, string> = {
    'sending/store/right.ts': `import type { X } from '../gate/gate.ts'`,
    'sending/gate/together.ts': `import { x } from '../create-sending.ts'`,
    'sending/helpers/odd.ts': 'export const x = 1',
    'app/start.ts': `import { x } from './programs/worker.ts'`,
  }
  const found = breaches(tree({ ...sound, ...planted }))
  for (const file of Object.keys(planted)) {
    expect(found.filter((sentence) => sentence.startsWith(file))).toHaveLength(1)
  }
  expect(found).toHaveLength(Object.keys(planted).length)
})
