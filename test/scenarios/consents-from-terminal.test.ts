// From a terminal, against a running server: a yes is recorded, withdrawn,
// and an objection recorded.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

const number = '06 39 98 07 31'
let accord: Accord
let token: string
let controllerId: string
let wordingId: string
let contactId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  wordingId = await published(['offers'])
  const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  contactId = made.contact.id
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function published(purposes: string[]): Promise<string> {
  const { id } = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: `Caisse ${purposes}`, language: 'fr', medium: 'paper', controllerId, purposes },
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
  })
  await ask('POST', `/v1/wordings/${id}/publish`)
  return id
}
async function cli(args: string[], language: 'en' | 'fr' = 'en') {
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from([`${token}\n`]),
    stdout: { write: (piece: string | Uint8Array) => (out += piece) },
    stderr: { write: (piece: string | Uint8Array) => (err += piece) },
    language,
  }
  const code = await main(['consents', ...args, '--url', accord.url], io)
  return { code, out, err }
}
type Held = {
  states: { purpose: string; effective: boolean; why: string | null; entryId: string }[]
  suppression: string | null
  events: { grade: string | null; entryId: string; body?: unknown }[]
}
const held = () => ask<Held>('GET', `/v1/consents?contactId=${contactId}`)
const uuid = /^[0-9a-f-]{36}/
const evidence = ['--date', '2026-11-02', '--source', 'carte à la caisse']

test('a yes is recorded on its wording, whose entity and only purpose it takes', async () => {
  const done = await cli(['record', number, '--wording', wordingId, ...evidence])
  expect([done.code, done.err]).toEqual([0, ''])
  expect(done.out).toMatch(/^[0-9a-f-]{36}\tapi_declared\n$/)
  const { states } = await held()
  expect(states).toMatchObject([{ purpose: 'offers', effective: true }])
  expect(done.out).toContain(states[0]?.entryId ?? 'none')
})

test.each(['2026-02-30', '2026-09-31T10:00:00Z'])(
  '%s is no day, and nothing is recorded',
  async (date) => {
    const about = ['--wording', wordingId, '--date', date, '--source', 'carte à la caisse']
    const done = await cli(['record', number, ...about])
    expect([done.code, done.out]).toEqual([2, ''])
    expect((await held()).events).toHaveLength(1)
  },
)

test('a wording of several purposes asks which; a contact is named by its id as well', async () => {
  const both = await published(['offers', 'news'])
  const unclear = await cli(['record', contactId, '--wording', both, ...evidence])
  expect([unclear.code, unclear.out]).toEqual([1, ''])
  expect(unclear.err).toMatch(/--purpose.*offers, news/)
  const named = ['--purpose', 'news', '--json']
  const done = await cli(['record', contactId, '--wording', both, ...evidence, ...named])
  expect(JSON.parse(done.out)).toMatchObject({ grade: 'api_declared', liftedObjection: false })
  expect((await held()).states.filter(({ effective }) => effective)).toHaveLength(2)
})

test('one consent is withdrawn, of the entity that the account names by itself', async () => {
  const gone = await cli(['withdraw', number, '--purpose', 'news', '--reason', 'au comptoir'])
  expect([gone.code, gone.err]).toEqual([0, ''])
  expect(gone.out).toMatch(uuid)
  const { states } = await held()
  expect(states.find(({ purpose }) => purpose === 'news')?.why).toBe('withdrawn')
  expect(states.find(({ purpose }) => purpose === 'offers')?.effective).toBe(true)
  const never = await cli(['withdraw', number, '--purpose', 'surveys'])
  expect([never.code, never.out]).toEqual([1, ''])
})

test('an objection ends them all, and is told once', async () => {
  const done = await cli(['object', number, '--origin', 'appel du 25 novembre'])
  expect(done.out).toMatch(/^[0-9a-f-]{36}\tmarketing\n$/)
  expect(done.err).toBe('The objection applies from now on; 1 consent withdrawn.\n')
  expect(await held()).toMatchObject({ suppression: 'marketing' })
  const again = await cli(['object', number], 'fr')
  expect(again.err).toBe('L’opposition valait déjà.\n')
  const wider = await cli(['object', '0639980732', '--scope', 'all', '--json'])
  expect(JSON.parse(wider.out)).toMatchObject({ isNew: true, withdrawnConsents: 0 })
})

test('called wrongly it shows how; refused, one sentence says why', async () => {
  for (const args of [
    ['record', number, ...evidence],
    ['record', number, '--wording', wordingId, '--source', 'x'],
    ['record', number, '--wording', wordingId, '--date', '2 novembre', '--source', 'x'],
    ['withdraw', number],
    ['object'],
    ['object', number, '--scope', 'some'],
  ]) {
    const wrong = await cli(args)
    expect([args[0], wrong.code, wrong.out]).toEqual([args[0], 2, ''])
    expect(wrong.err).toContain('accord consents record')
  }
  const stranger = await cli(['withdraw', '0639980799', '--purpose', 'offers'], 'fr')
  expect([stranger.code, stranger.err.trim().split('\n').length]).toEqual([1, 1])
  const past = await cli([
    'record',
    number,
    '--wording',
    wordingId,
    '--date',
    '2031-01-01',
    '--source',
    'x',
  ])
  expect([past.code, past.out]).toEqual([1, ''])
})
