// One server a data folder: the second is told where the first is; a dead one's lock is taken over.
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { runningServer, takeLock } from './lock.ts'

let folder: string
beforeEach(() => {
  folder = newTestFolder()
})
afterEach(() => removeTestFolder(folder))

test('a second server on the folder is told the process and the address of the first', () => {
  const lock = takeLock(folder)
  lock.update({ url: 'http://127.0.0.1:8470' })
  expect(() => takeLock(folder)).toThrow(
    new RegExp(`process ${process.pid}, http://127.0.0.1:8470`),
  )
  expect(runningServer(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:8470' })
  lock.release()
  expect(runningServer(folder)).toBeNull()
  takeLock(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that is gone is taken over, whatever stands in it', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const left = [
    JSON.stringify({ pid: gone, began: '1', url: null, sandboxControlPort: null }),
    // The pid was given to another process since.
    JSON.stringify({ pid: process.pid, began: '1', url: null, sandboxControlPort: null }),
    '',
    'garbage',
  ]
  for (const text of left) {
    writeFileSync(join(folder, 'server.json'), text)
    const lock = takeLock(folder)
    expect(runningServer(folder)?.pid).toBe(process.pid)
    lock.release()
  }
})

test('a data folder that cannot be made is one sentence with what to do', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => takeLock(join(folder, 'file', 'data'))).toThrow(/set ACCORD_DATA to a folder/)
})
