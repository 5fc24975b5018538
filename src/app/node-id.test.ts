// A node's name: the same for the same folder, another for a copy of it.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { isUuid } from '../kernel/index.ts'
import { nodeIdOf } from './node-id.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})
const newFolder = () => {
  const folder = newTestFolder()
  folders.push(folder)
  return folder
}

test.runIf(process.platform === 'linux')('a folder names its node; a copy is another node', () => {
  const [folder, other] = [newFolder(), newFolder()]
  const copy = join(other, 'copy')
  cpSync(folder, copy, { recursive: true })
  const id = nodeIdOf(folder) ?? ''
  expect(isUuid(id)).toBe(true)
  expect(nodeIdOf(join(folder, '..', folder.split('/').at(-1) ?? ''))).toBe(id)
  expect(nodeIdOf(copy)).not.toBe(id)
  expect(nodeIdOf(other)).not.toBe(id)
})

test('what does not exist has no name', () => {
  expect(nodeIdOf(join(newFolder(), 'nothing'))).toBeUndefined()
})
