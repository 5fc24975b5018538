// The root key typed in from paper: noted when it is the one, and not otherwise.
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { checkRecoveryCopy, recoveryCheckedAt } from './recovery-checked.ts'
import { writeRecoveryCopy } from './recovery-copy.ts'

const at = Date.parse('2026-11-30T12:00:00Z')
const root = randomBytes(32)
let folder: string
beforeAll(() => {
  folder = join(newTestFolder(), 'keys')
  mkdirSync(folder, { mode: 0o700 })
})
afterAll(() => removeTestFolder(join(folder, '..')))

test('without a key in the folder there is nothing to compare with', () => {
  const typed = writeRecoveryCopy(root)
  const check = () => checkRecoveryCopy(folder, typed, at)
  expect(check).toThrow(expect.objectContaining({ code: 'vault.root_key_missing' }))
  writeFileSync(join(folder, 'root.key'), root, { mode: 0o600 })
})

test('a copy with a wrong letter, or of another key, notes nothing', () => {
  const [wrong, other] = ['not a copy at all', writeRecoveryCopy(randomBytes(32))]
  expect(() => checkRecoveryCopy(folder, wrong, at)).toThrow(
    expect.objectContaining({ code: 'vault.recovery_copy_wrong' }),
  )
  expect(() => checkRecoveryCopy(folder, other, at)).toThrow(
    expect.objectContaining({ code: 'vault.recovery_copy_of_another' }),
  )
  expect(recoveryCheckedAt(folder)).toBeNull()
})

test('the right one is noted with its day, as somebody writes it', () => {
  const typed = writeRecoveryCopy(root).toLowerCase().replaceAll('-', ' ')
  checkRecoveryCopy(folder, `${typed}\n`, at)
  expect(recoveryCheckedAt(folder)).toBe(at)
})
