// A consent on paper or by voice: the file is sealed, committed to, and opened with a reason.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadsPerHourMax } from '../../src/files/index.ts'
import { ownPageOf, provenOf } from '../support/own-page.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
let user: string
let controllerId: string
let paperId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  user = accord.owner.cookie
  const controllers = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = controllers.items[0]?.id ?? ''
  paperId = await wording('paper')
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function wording(medium: string): Promise<string> {
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: medium,
    language: 'fr',
    medium,
    controllerId,
    shownText: 'J’accepte de recevoir par SMS et par e-mail les offres de Boutique des Tilleuls.',
    channels: ['sms', 'email'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  return made.id
}

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\nsigned: Jeanne Exemple\n%%EOF',
)
const voice = Buffer.concat([Buffer.from('RIFF\x24\x08\x00\x00WAVEfmt '), Buffer.alloc(2_000, 7)])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

type Recorded = {
  code?: string
  document: { id: string; mediaType: string; octets: number; sha256: string }
  items: { channel: string; entryId: string; grade: string; liftedObjection: boolean }[]
}
const fieldsOf = (number: string, changed: Record<string, string> = {}) => ({
  number,
  wordingId: paperId,
  controllerId,
  channels: 'sms',
  purpose: 'offers',
  givenAt: '2026-11-20T12:00:00Z',
  source: 'comptoir de Lyon',
  ...changed,
})
const send = (by: string, fields: Record<string, string>, bytes: Buffer = pdf, name = 'x.pdf') =>
  accord.upload<Recorded>(by, '/v1/consents/documents', { name, bytes }, fields)

type Held = {
  states: { channel: string; effective: boolean }[]
  suppression: string | null
  events: { entryId: string; kind: string; grade: string | null; documentId: string | null }[]
  documents: { id: string; sha256: string }[]
}
async function person(number: string): Promise<{ id: string; held(): Promise<Held> }> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  const { id } = contact
  return { id, held: () => ask<Held>('GET', `/v1/consents?contactId=${id}`) }
}
const open = (by: string, id: string, reason = 'Contrôle de la preuve') =>
  fetch(`${accord.url}/v1/consents/documents/${id}/open`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(by.startsWith('accord_session=')
        ? { cookie: by, 'x-accord': 'scenario' }
        : { authorization: `Bearer ${by}` }),
    },
    body: JSON.stringify({ reason }),
  })

test('a user records a signed paper for two channels; the entry commits to the file', async () => {
  const { held } = await person('0639980501')
  const done = await send(user, fieldsOf('0639980501', { channels: 'sms,email' }))
  expect(done.body).toMatchObject({
    document: { mediaType: 'application/pdf', octets: pdf.length, sha256: sha256(pdf) },
    items: [
      { channel: 'sms', grade: 'signed_paper', liftedObjection: false },
      { channel: 'email', grade: 'signed_paper', liftedObjection: false },
    ],
  })
  const { states, events, documents } = await held()
  expect(states.map(({ effective }) => effective)).toEqual([true, true])
  expect(documents).toHaveLength(1)
  expect(events.map(({ documentId }) => documentId)).toEqual([documents[0]?.id, documents[0]?.id])
})

test('a program’s word stays its word, with the file beside it', async () => {
  await person('0639980502')
  const done = await send(token, fieldsOf('0639980502'))
  expect(done.body.items).toMatchObject([{ grade: 'api_declared' }])
})

test('a recording shows spoken words, and is worth less than a paper', async () => {
  await person('0639980503')
  const said = await wording('voice')
  const fields = fieldsOf('0639980503', { wordingId: said })
  const done = await send(user, fields, voice, 'appel.wav')
  expect(done.body).toMatchObject({
    document: { mediaType: 'audio/wav' },
    items: [{ grade: 'recorded_voice' }],
  })
  const other = await send(user, fieldsOf('0639980503'), voice)
  expect([other.status, other.body.code]).toEqual([400, 'consent.document_unlike_wording'])
})

test('what is no scan and no recording is refused, and nothing of it is kept', async () => {
  const { held } = await person('0639980504')
  const page = Buffer.from('<html><script>alert(1)</script>')
  const done = await send(user, fieldsOf('0639980504'), page, 'scan.pdf')
  expect([done.status, done.body.code]).toEqual([400, 'consent.document_type_unknown'])
  const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])
  const tooLarge = await send(user, fieldsOf('0639980504'), large)
  expect(tooLarge.body.code).toBe('http.file_too_large')
  const badChannel = await send(user, fieldsOf('0639980504', { channels: 'voice' }))
  expect(badChannel.body.code).toBe('consent.channel_not_named')
  expect(await held()).toMatchObject({ states: [], events: [], documents: [] })
})

test('a paper signed after a STOP lifts it; one from before, or a voice, does not', async () => {
  const { held } = await person('0639980505')
  await ask('POST', '/v1/objections', { number: '0639980505', at: '2026-11-21T08:00:00Z' })
  const before = await send(user, fieldsOf('0639980505'))
  expect(before.body.code).toBe('consent.objection_stands')
  const said = await wording('voice')
  const later = { givenAt: '2026-11-25T11:00:00+01:00' }
  const voiced = await send(user, fieldsOf('0639980505', { ...later, wordingId: said }), voice)
  expect(voiced.body.code).toBe('consent.objection_stands')
  expect((await held()).documents).toEqual([])
  const signed = await send(user, fieldsOf('0639980505', later))
  expect(signed.body.items).toMatchObject([{ grade: 'signed_paper', liftedObjection: true }])
  expect((await held()).suppression).toBeNull()
})

test('opened only by right and with a reason, and the look is in the trail', async () => {
  await person('0639980506')
  const { body } = await send(user, fieldsOf('0639980506'))
  const { id } = body.document
  expect((await open(user, id, 'x')).status).toBe(400)
  const shown = await open(user, id)
  expect(shown.headers.get('content-type')).toBe('application/pdf')
  expect(shown.headers.get('content-disposition')).toContain('attachment')
  expect(Buffer.from(await shown.arrayBuffer()).equals(pdf)).toBe(true)
  const audit = await ask<{ items: { action: string; reason: string | null }[] }>(
    'GET',
    '/v1/audit?limit=20',
  )
  expect(audit.items).toContainEqual(
    expect.objectContaining({
      action: 'consent.document_opened',
      reason: 'Contrôle de la preuve',
    }),
  )
  const stranger = await open(accord.accounts[1].token, id)
  expect(stranger.status).toBe(404)
})

test('the person gets their own paper from their page, and nobody else’s', async () => {
  const one = await person('0639980507')
  const other = await person('0639980508')
  const { body } = await send(user, fieldsOf('0639980507'))
  const linkOf = (contactId: string) => ownPageOf(accord, accord.accounts[0].token, contactId)
  const own = await linkOf(one.id)
  const shown = await (await fetch(`${accord.url}${own}`)).text()
  const path = `${own}/documents/${body.document.id}`
  expect(shown).toContain(`href="${path}"`)
  // Their signature or their voice: who has the link alone gets neither.
  const first = await fetch(`${accord.url}${path}`, { redirect: 'manual' })
  expect([first.status, first.headers.get('location')]).toEqual([
    303,
    `${own}/copy?to=document&lang=fr&document=${body.document.id}`,
  ])
  const cookie = await provenOf(accord, accord.accounts[0].token, own)
  const file = await fetch(`${accord.url}${path}`, { headers: { cookie } })
  expect(file.headers.get('content-disposition')).toContain('attachment')
  expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true)
  const theirs = await linkOf(other.id)
  const their = await provenOf(accord, accord.accounts[0].token, theirs)
  const strange = `${accord.url}${theirs}/documents/${body.document.id}`
  expect((await fetch(strange, { headers: { cookie: their } })).status).toBe(404)
})

test('scans and recordings are counted as any file is, and one too many is refused', {
  timeout: 120_000,
}, async () => {
  await person('0639980509')
  const codes: (string | undefined)[] = []
  // Those of the tests above are counted as well.
  for (let sent = 0; sent <= uploadsPerHourMax; sent += 1) {
    const { status, body } = await send(token, fieldsOf('0639980509'), Buffer.from('no scan'))
    codes.push(body.code)
    if (status === 429) break
  }
  expect(codes[0]).toBe('consent.document_type_unknown')
  expect(codes.at(-1)).toBe('files.uploads_too_many')
})
