// Where the machine's Node is too old, the program runs under the one from npm, as if it were one.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isNewEnough } from '../../scripts/supported-node.mjs'
import { isAlive } from '../../src/storage/embedded/folders.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'

/** The machine's own, behind the one that these tests run under; null where it is new enough. */
const oldNode =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((file) => existsSync(file))
    .find((file) => {
      const told = spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1)
      return told !== '' && !isNewEnough(told)
    }) ?? null

const folders: string[] = []
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

/** A script that hands over first. */
function scriptOf(text: string): string {
  const folder = newTestFolder()
  folders.push(folder)
  const file = join(folder, 'script.mjs')
  const module = new URL('../../scripts/supported-node.mjs', import.meta.url).href
  writeFileSync(
    file,
    `import { onSupportedNode } from ${JSON.stringify(module)}\nawait onSupportedNode()\n${text}\n`,
  )
  return file
}

/** Its first line is the pid of who took over. */
async function begin(file: string): Promise<{ child: ChildProcess; taker: number }> {
  const child = spawn(oldNode ?? '', [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const taker = await new Promise<number>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number(text)))
  })
  return { child, taker }
}

const ended = (child: ChildProcess) =>
  new Promise<unknown>((resolve) => {
    child.once('exit', (code, signal) => resolve([code, signal]))
  })

async function goneWithin(pid: number, limitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < limitMs && isAlive(pid); waitedMs += 50) {
    await realTimers.sleep(50)
  }
  return !isAlive(pid)
}

test.runIf(oldNode !== null)('arguments, flags, streams and the exit code pass through', () => {
  const file = scriptOf(`
    const child = (await import('node:child_process')).spawnSync('node', ['--version'])
    console.log(JSON.stringify({
      version: process.version, child: String(child.stdout).trim(), flags: process.execArgv,
      words: process.argv.slice(2), guard: process.env.ACCORD_HANDED_OVER_BY ?? null,
    }))
    process.exit(7)`)
  const told = spawnSync(oldNode ?? '', ['--heap-growing-percent=100', file, 'a b', '--c'], {
    encoding: 'utf8',
  })
  const { version, child, ...rest } = JSON.parse(told.stdout) as Record<string, string>
  expect(isNewEnough(version?.slice(1) ?? '')).toBe(true)
  expect(child).toBe(version)
  expect(rest).toEqual({
    flags: ['--heap-growing-percent=100'],
    words: ['a b', '--c'],
    guard: null,
  })
  expect([told.status, told.stderr]).toEqual([7, ''])
})

test.runIf(oldNode !== null)('a signal is passed on, and what it did is told', async () => {
  const orderly = await begin(
    scriptOf(`
      process.on('SIGTERM', () => process.exit(3))
      setInterval(() => undefined, 1000)
      console.log(process.pid)`),
  )
  expect(orderly.taker).not.toBe(orderly.child.pid)
  const end = ended(orderly.child)
  orderly.child.kill('SIGTERM')
  expect(await end).toEqual([3, null])

  const plain = await begin(
    scriptOf('setInterval(() => undefined, 1000)\nconsole.log(process.pid)'),
  )
  const cut = ended(plain.child)
  plain.child.kill('SIGINT')
  expect(await cut).toEqual([null, 'SIGINT'])
  expect(isAlive(plain.taker)).toBe(false)
})

test.runIf(oldNode !== null)('it does not outlive who handed over', async () => {
  const { child, taker } = await begin(
    scriptOf('setInterval(() => undefined, 1000)\nconsole.log(process.pid)'),
  )
  const end = ended(child)
  child.kill('SIGKILL')
  await end
  expect(await goneWithin(taker, 5_000)).toBe(true)
})
