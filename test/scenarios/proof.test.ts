// A proof as an outsider receives it: exported by the command, checked by the verifier,
// then falsified.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../../src/cli/proof.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

const verifier = fileURLToPath(new URL('../../verify.mjs', import.meta.url))
const run = promisify(execFile)

let accord: Accord
let folder: string
beforeAll(async () => {
  accord = await startAccord()
  folder = newTestFolder()
})
afterAll(async () => {
  await accord?.stop()
  removeTestFolder(folder)
})

async function proof(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run([...args, '--url', accord.url], {
    stdin: Readable.from([`${accord.accounts[0].token}\n`]),
    stdout: { write: (text: string | Uint8Array) => out.push(String(text)) },
    stderr: { write: (text: string | Uint8Array) => err.push(String(text)) },
    language: 'en',
  })
  return { code, out: out.join(''), err: err.join('') }
}

async function verify(...options: string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await run(process.execPath, [verifier, ...options])
    return { code: 0, out: stdout }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout + failed.stderr }
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come about within ten seconds')
}

/** A consent on a published wording, by the API alone. */
async function consentOf(number: string): Promise<string> {
  const [{ token }] = accord.accounts
  const call = <T>(path: string, body?: unknown) =>
    accord.call<T>(token, body === undefined ? 'GET' : 'POST', path, body)
  const controllers = await call<{ items: { id: string; name: string }[] }>('/v1/controllers')
  const [controller] = controllers.body.items
  const wording = await call<{ id: string }>('/v1/wordings', {
    name: 'Caisse',
    language: 'fr',
    medium: 'paper',
    controllerId: controller?.id,
    shownText: `J’accepte de recevoir par SMS les offres de ${controller?.name}.`,
    channels: ['sms'],
    purposes: ['offers'],
  })
  await call(`/v1/wordings/${wording.body.id}/publish`, {})
  await call('/v1/contacts', { number })
  const done = await call<{ entryId: string }>('/v1/consents', {
    number,
    wordingId: wording.body.id,
    controllerId: controller?.id,
    purpose: 'offers',
    evidence: { grade: 'signed_paper', givenAt: '2026-03-01T10:00:00Z', source: 'caisse' },
  })
  expect(done.status).toBe(201)
  return done.body.entryId
}

test('a consent is in the signed ledger within seconds, exported, and found true', async () => {
  const entryId = await consentOf('0639980031')
  await until(async () => (await proof('checkpoint')).code === 0)
  await until(async () => !(await proof('checkpoint')).err.includes('no place'))
  const disclosed = ['export', '--out', folder, '--disclose', entryId]
  expect((await proof(...disclosed)).err).toContain('--reason TEXT')
  const reason = 'Demande de la CNIL'
  const done = await proof(...disclosed, '--reason', reason)
  expect(done).toMatchObject({ code: 0, err: '' })
  type Journal = { items: { subjectId: string | null; reason: string | null }[] }
  const [{ token }] = accord.accounts
  const path = '/v1/audit?action=consent.evidence_disclosed'
  const { items } = (await accord.call<Journal>(token, 'GET', path)).body
  expect(items).toMatchObject([{ subjectId: expect.any(String), reason }])
  expect(existsSync(join(folder, 'checkpoint'))).toBe(true)
  const checked = await verify(folder)
  expect(checked.out).toContain('(1 shown)')
  expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('VERDICT: true') })
})

test('the key that verifies it is published for anybody, beside the checkpoint', async () => {
  const [origin] = readFileSync(join(folder, 'checkpoint'), 'utf8').split('\n')
  const path = origin?.slice(origin.indexOf('/ledger/'))
  const answer = await fetch(`${accord.url}${path}/key`)
  const published = await answer.text()
  expect([answer.status, published]).toEqual([
    ...[200, readFileSync(join(folder, 'ledger.key'), 'utf8')],
  ])
  const noted = newTestFolder()
  writeFileSync(join(noted, 'noted.key'), published)
  const checked = await verify(folder, '--key', join(noted, 'noted.key'))
  expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/^VERDICT: true$/m) })
  removeTestFolder(noted)
  const nobody = '/ledger/019bbbbb-0000-7000-8000-000000000001/key'
  expect((await fetch(`${accord.url}${nobody}`)).status).toBe(404)
})

test('the ledger goes on from the checkpoint that was kept', async () => {
  const kept = join(folder, 'kept')
  writeFileSync(kept, (await proof('checkpoint')).out)
  await consentOf('0639980032')
  await until(async () => !(await proof('checkpoint')).err.includes('no place'))
  await accord.restart()
  expect((await proof('export', '--out', folder)).code).toBe(0)
  const checked = await verify(folder, '--older-checkpoint', kept)
  expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('was rewritten since') })
})

test('one octet changed in an entry is found, and its leaf named', async () => {
  const bundles = join(folder, 'tile', 'entries', '000.p')
  const widest = readdirSync(bundles).sort((a, b) => Number(b) - Number(a))[0] ?? ''
  const path = join(bundles, widest)
  const bytes = readFileSync(path)
  const at = bytes.indexOf('consent.given') + 4
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const checked = await verify(folder)
  expect(checked.code).toBe(1)
  expect(checked.out).toMatch(/leaf 1: the entry is not the one whose hash the tile holds/)
})

test('another account sees neither the wordings nor the ledger, and may disclose nothing', async () => {
  const [first, second] = accord.accounts
  const own = await accord.call<{ origin: string }>(first.token, 'GET', '/v1/ledger/checkpoint')
  const theirs = await accord.call<{ origin: string; size: number }>(
    second.token,
    'GET',
    '/v1/ledger/checkpoint',
  )
  expect(theirs.body.origin).not.toBe(own.body.origin)
  expect(theirs.body.size).toBe(0)
  const wordings = await accord.call(second.token, 'GET', '/v1/wordings')
  expect(wordings.body).toEqual({ items: [] })
  const { body } = await accord.call<{ items: { ledgerEntry: string; id: string }[] }>(
    first.token,
    'GET',
    '/v1/wordings',
  )
  const [wording] = body.items
  const asked = `/v1/ledger/export?disclose=${wording?.ledgerEntry}`
  const why = { reason: 'Voir le texte' }
  expect((await accord.call(second.token, 'POST', asked, why)).status).toBe(404)
  expect((await accord.call(second.token, 'GET', `/v1/wordings/${wording?.id}`)).status).toBe(404)
})
