// Whichever command is the first one on a machine makes the folders,
// and every later one finds them.
import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { newPlace, type Place } from '../support/process.ts'

const places: Place[] = []
const folders: string[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

/** As /var/lib/accord is before the first start: data and keys below a folder that is not there. */
function unmade() {
  const above = newTestFolder()
  folders.push(above)
  const parent = join(above, 'lib', 'accord')
  return { above, parent, data: join(parent, 'data'), keys: join(parent, 'keys') }
}

async function run(args: readonly string[]) {
  let said = ''
  const out = { write: (piece: string | Uint8Array) => (said += piece) }
  const code = await main(args, {
    stdin: Readable.from([]),
    stdout: out,
    stderr: out,
    language: 'en',
  })
  return { code, said }
}

const isRoot = process.getuid?.() === 0

test.runIf(isRoot).each([['keys', ['keys', '--anywhere']]])(
  'accord %s as root before the first start leaves folders that a start can use',
  async (_, args) => {
    const { above, parent, data, keys } = unmade()
    // What the machine's own folders let through; the test's are closed when they are made.
    chmodSync(above, 0o755)
    const first = await run([...args, '--data', data, '--keys', keys])
    expect([first.code, first.said]).toMatchObject([0, expect.any(String)])
    expect([modeOf(join(parent, '..')), modeOf(parent)]).toEqual(['755', '755'])
    expect(modeOf(keys)).toBe('700')
    const place = newPlace()
    places.push(place)
    const accord = await place.start({ ACCORD_DATA: data, ACCORD_KEYS: keys })
    expect((await fetch(`${accord.url}/health/ready`)).status).toBe(200)
    accord.kill('SIGTERM')
    expect((await accord.ended).code).toBe(0)
  },
  120_000,
)

test('a command that looks in the wrong folder says so, and makes nothing there', async () => {
  const { data, keys } = unmade()
  const first = await run(['token', 'accounts', '--data', data, '--keys', keys])
  expect([first.code, first.said]).toEqual([1, expect.stringContaining('ACCORD_DATA')])
  expect([existsSync(data), existsSync(keys)]).toEqual([false, false])
})

test.runIf(isRoot)(
  'Keys put back from paper before anything else close no parent either',
  async () => {
    const { parent, data, keys } = unmade()
    const copy = '0400-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-1A9D-0FJ0'
    const io = {
      stdin: Readable.from([copy]),
      stdout: { write: () => true },
      stderr: { write: () => true },
      language: 'en' as const,
    }
    expect(await main(['keys', 'restore', '--data', data, '--keys', keys], io)).toBe(0)
    expect([modeOf(parent), modeOf(keys)]).toEqual(['755', '700'])
  },
)
