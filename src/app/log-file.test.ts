// The log: it turns at its size, keeps so many files, follows one that was moved, loses no line.
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realTimers } from '../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { eventually } from '../../test/support/wait.ts'
import { LogFile } from './log-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = newTestFolder()
  path = join(folder, 'accord.log')
})
afterEach(() => removeTestFolder(folder))

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n')
const isWritten = (line: string) =>
  eventually(async () => (linesOf(path).includes(line) ? true : null))

test('At its size a new file begins, so many older ones stay, and no line of them is lost', async () => {
  const log = new LogFile(path, realTimers, { octetsMax: 1_000, olderKept: 2 })
  for (let turn = 0; turn < 8; turn += 1) {
    for (let line = 0; line < 20; line += 1)
      log.write(`turn ${turn} line ${line} ${'.'.repeat(40)}\n`)
    await eventually(async () => {
      const all = readdirSync(folder).flatMap((name) => linesOf(join(folder, name)))
      return all.some((one) => one.startsWith(`turn ${turn} line 19`)) ? true : null
    })
  }
  await log.close()
  expect(readdirSync(folder).sort()).toEqual(['accord.log', 'accord.log.1', 'accord.log.2'])
  const kept = ['accord.log.2', 'accord.log.1', 'accord.log'].flatMap((name) =>
    linesOf(join(folder, name)),
  )
  const first = Number(/turn (\d)/.exec(kept[0] ?? '')?.[1])
  expect(kept.map((line) => line.replace(/ \.+$/, ''))).toEqual(
    Array.from({ length: 8 - first }, (_, turn) =>
      Array.from({ length: 20 }, (__, line) => `turn ${turn + first} line ${line}`),
    ).flat(),
  )
})

test('A file that somebody moved away is followed by a new one of its name', async () => {
  let ahead = 0
  const timers = { ...realTimers, now: () => realTimers.now() + ahead }
  const log = new LogFile(path, timers)
  log.write('before\n')
  await isWritten('before')
  renameSync(path, `${path}-of-yesterday`)
  ahead = 2_000
  log.write('after\n')
  await eventually(async () => (existsSync(path) ? true : null))
  await isWritten('after')
  await log.close()
  expect(linesOf(`${path}-of-yesterday`)).toEqual(['before'])
})
