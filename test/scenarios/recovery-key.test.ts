// The recovery key reaches a terminal and nothing that is kept: no journal, no pipe, no log.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { newPlace, type Place } from '../support/process.ts'

let here: Place | null = null
afterEach(async () => {
  await here?.remove()
  here = null
})

const group = /(?:[0-9A-HJKMNP-TV-Z]{4}-){14}[0-9A-HJKMNP-TV-Z]{4}/

async function keys(place: Place, isTTY: boolean, args: readonly string[] = []) {
  let out = ''
  let err = ''
  const stdout = { isTTY, write: (piece: string | Uint8Array) => (out += piece) }
  const stderr = { write: (piece: string | Uint8Array) => (err += piece) }
  const io = { stdin: Readable.from([]), stdout, stderr, language: 'en' as const }
  const code = await main(['keys', ...args, '--data', place.data, '--keys', place.keys], io)
  return { code, out, err }
}

test('A first start whose output is kept shows no recovery key; accord keys shows it on a terminal', async () => {
  const place = newPlace()
  here = place
  const accord = await place.start()
  expect(accord.setupCode).not.toBeNull()
  expect(accord.said()).toContain('npx accord keys')
  expect(accord.said()).not.toMatch(group)

  expect(await keys(place, false)).toMatchObject({ code: 1, out: '' })
  const shown = await keys(place, true)
  expect(shown.code).toBe(0)
  expect(shown.out).toMatch(group)
  expect(shown.err).toContain('can read everything')
  expect((await keys(place, false, ['--anywhere'])).out).toBe(shown.out)

  accord.kill('SIGTERM')
  const { told } = await accord.ended
  const logs = join(place.data, 'log')
  const log = readdirSync(logs)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('')
  for (const kept of [told, log]) expect(kept).not.toContain(shown.out.trim())
}, 60_000)
