// Out of one installation, into an empty one: the same decision for every person,
// and proofs that hold.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { ownPageOf, provenOf } from '../support/own-page.ts'
import { parentsWord } from '../support/parents-word.ts'
import { type Accord, asked as ask, startAccord } from '../support/scenario.ts'

let here: Accord
let there: Accord
const folders: string[] = []
beforeAll(async () => {
  here = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  there = await startAccord({ startsAt: '2026-11-25T10:05:00+01:00' })
}, 120_000)
afterAll(async () => {
  await here?.stop()
  await there?.stop()
  for (const folder of folders) removeTestFolder(folder)
})

type Body = Record<string, unknown>
type Items<T> = { items: T[] }

const numberOf = (index: number) => `+3363998${String(2_000 + index).padStart(4, '0')}`
const shown = (means: string) =>
  `J’accepte de recevoir ${means} les offres de Boutique des Tilleuls.`
const grades = ['import_declared', 'api_declared', 'own_form', 'double_opt_in'] as const

/** People of every kind that decisions tell apart; the last ones have agreed to nothing. */
async function fill(): Promise<{ numbers: string[]; controllerId: string }> {
  const { items } = await ask<Items<{ id: string }>>(here, 'GET', '/v1/controllers')
  const controllerId = items[0]?.id ?? ''
  const publish = async (channels: string[], purposes: string[], shownText: string) => {
    const draft = { name: 'Site', language: 'fr', medium: 'web', controllerId }
    const wording = { channels, purposes, shownText, form: { boxInitially: 'unticked' } }
    const made = await ask<{ id: string }>(here, 'POST', '/v1/wordings', { ...draft, ...wording })
    await ask(here, 'POST', `/v1/wordings/${made.id}/publish`)
    return made.id
  }
  const offers = await publish(['sms', 'email'], ['offers'], shown('par SMS et par e-mail'))
  const news = await publish(['sms'], ['news'], `${shown('par SMS')} Et ses nouvelles.`)
  const numbers = Array.from({ length: 60 }, (_, index) => numberOf(index))
  for (const [index, number] of numbers.entries()) {
    await ask(here, 'POST', '/v1/contacts', { number })
    const give = (more: Body, evidence: Body = {}) =>
      ask(here, 'POST', '/v1/consents', {
        number,
        controllerId,
        wordingId: offers,
        purpose: 'offers',
        ...more,
        evidence: {
          grade: grades[index % grades.length],
          givenAt: `2026-0${1 + (index % 9)}-03T10:00:00+01:00`,
          source: 'site',
          ...evidence,
        },
      })
    if (index < 50) await give({})
    if (index % 3 === 0 && index < 50) await give({ channel: 'email' })
    if (index % 4 === 0) await give({ wordingId: news, purpose: 'news' })
    // Given so long ago that it has run out.
    if (index === 50 || index === 51) await give({}, { givenAt: '2023-03-03T10:00:00+01:00' })
    // Told last, and older: it changes nothing.
    if (index === 43) await give({}, { givenAt: '2026-01-02T10:00:00+01:00' })
    // A claim without its date.
    if (index === 52 || index === 53) await give({}, { givenAt: null })
    const scope = index % 14 === 0 ? 'all' : 'marketing'
    if (index % 7 === 0) await ask(here, 'POST', '/v1/objections', { number, scope })
    if (index % 11 === 5 && index % 7 !== 0) {
      await ask(here, 'POST', '/v1/consents/withdraw', { number, controllerId, purpose: 'offers' })
    }
  }
  numbers.push(...(await signUp(offers, controllerId)))
  await comeWithParent(offers, controllerId)
  // Now the word of a caller is not enough any more: what the server saw decides, here and there.
  const policy = { minimumGrade: 'own_form', validMonths: 18 }
  const chosen = await here.call(here.accounts[0].token, 'PUT', '/v1/consent-policy', policy)
  expect(chosen.status).toBe(200)
  return { numbers, controllerId }
}

async function comeWithParent(wordingId: string, controllerId: string): Promise<void> {
  for (const [index, number] of children.entries()) {
    await ask(here, 'POST', '/v1/contacts', { number, fields: { birthDate: '2013-05-10' } })
    if (index === 0) continue
    await ask(here, 'POST', '/v1/consents/authorisations', {
      ...parentsWord,
      number,
      controllerId,
      wordingId,
    })
  }
}

/** The second has the word of a parent beside their own. */
const children = [numberOf(80), numberOf(81)] as const

/** Two people and two children on the server's own form: evidence that it saw itself. */
async function signUp(wordingId: string, controllerId: string): Promise<string[]> {
  await ask(here, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const form = await ask<{ id: string; url: string }>(here, 'POST', '/v1/forms', {
    name: 'Site',
    language: 'fr',
    controllerId,
    wordingIds: [wordingId],
    notice: {
      controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
      controllerContact: 'bonjour@tilleuls.example',
      recipients: 'la boutique',
      retention: 'trois ans',
    },
    confirms: false,
    sender: 'Tilleuls',
  })
  await ask(here, 'POST', `/v1/forms/${form.id}/open`)
  const text = await (await fetch(form.url)).text()
  const seal = /name="seal" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const box = /name="(box_[^"]+_sms)"/.exec(text)?.[1] ?? ''
  here.letPass(2_100)
  const signed = [numberOf(70), numberOf(71), ...children]
  for (const number of signed) {
    const answer = await fetch(form.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: here.url },
      body: new URLSearchParams({ seal, number, [box]: 'yes' }).toString(),
    })
    expect(answer.status).toBe(200)
  }
  return signed
}

/** What the gate would say of this person, for each entity, channel and purpose. */
async function decisionOf(accord: Accord, number: string) {
  const found = await accord.call<{ contact: { id: string; marketingState: string } }>(
    accord.accounts[0].token,
    'POST',
    '/v1/contacts/search',
    { number },
  )
  const { contact } = found.body
  // Of somebody who is not known, nothing was agreed to.
  if (!contact) return { marketingState: 'quarantine', suppression: null, states: [] }
  type Consents = {
    states: {
      channel: string
      purpose: string
      effective: boolean
      why: string | null
      validUntil: string
    }[]
    suppression: string | null
  }
  const { states, suppression } = await ask<Consents>(
    accord,
    'GET',
    `/v1/consents?contactId=${contact.id}`,
  )
  return {
    marketingState: contact.marketingState,
    suppression,
    states: states.map(({ channel, purpose, effective, why, validUntil }) => ({
      channel,
      purpose,
      effective,
      why,
      ...(effective ? { validUntil } : {}),
    })),
  }
}

async function archiveOf(accord: Accord, query = ''): Promise<Buffer> {
  const answer = await fetch(`${accord.url}/v1/consents/export${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${accord.accounts[0].token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ reason: 'Move to another installation' }),
  })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function unpack(archive: Buffer): Promise<{ folder: string; files: string[] }> {
  const folder = newTestFolder()
  folders.push(folder)
  const files: string[] = []
  for (const { path, bytes } of filesOf(archive)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    files.push(path)
  }
  return { folder, files }
}

function* filesOf(archive: Buffer): Generator<{ path: string; bytes: Buffer }> {
  for (let at = 0; archive[at] !== 0; ) {
    const path = archive.toString('latin1', at, at + 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8)
    yield { path, bytes: archive.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

const verified = (folder: string) =>
  execFileSync(process.execPath, ['verify.mjs', folder], { encoding: 'utf8' })

async function importInto(accord: Accord, archive: Buffer, fields: Record<string, string> = {}) {
  return accord.upload<Body>(
    accord.accounts[0].token,
    '/v1/consents/import',
    { name: 'accord-receipts.tar', bytes: archive },
    fields,
  )
}

let numbers: string[]
/** Five of the sixty-four have neither agreed nor objected: there is nothing of theirs to carry. */
const heard = 59
let archive: Buffer
let ledgerKey: string
test('the archive is verified by an outsider, each disclosed entry with it', async () => {
  numbers = (await fill()).numbers
  archive = await archiveOf(here, '?disclosures=true')
  const { folder, files } = await unpack(archive)
  const disclosed = files.filter((path) => path.startsWith('disclosures/'))
  expect(disclosed.length).toBeGreaterThan(80)
  expect(verified(folder)).toMatch(/\S/)
  ledgerKey = (await ask<{ publicKey: string }>(here, 'GET', '/v1/ledger/checkpoint')).publicKey
}, 120_000)

/** The archive with another header: nothing signs that. */
function withHeader(change: (header: Body) => void): Buffer {
  const octets = Number.parseInt(archive.toString('latin1', 124, 136), 8)
  const whole = 512 + Math.ceil(octets / 512) * 512
  const header = JSON.parse(archive.toString('utf8', 512, 512 + octets)) as Body
  change(header)
  const json = Buffer.from(JSON.stringify(header))
  const head = Buffer.from(archive.subarray(0, 512))
  head.write(`${json.length.toString(8).padStart(11, '0')} `, 124, 'latin1')
  const padding = Buffer.alloc((512 - (json.length % 512)) % 512)
  return Buffer.concat([head, json, padding, archive.subarray(whole)])
}

test('an archive makes only what its importer may make, each with its right', async () => {
  const by = async (rights: string[]) => {
    const made = await there.call<{ secret: string }>(there.owner.cookie, 'POST', '/v1/tokens', {
      name: rights.join(' '),
      rights,
    })
    return made.body.secret
  }
  const send = async (token: string, bytes: Buffer) => {
    const file = { name: 'accord-receipts.tar', bytes }
    const { status, body } = await there.upload<Body>(token, '/v1/consents/import', file)
    return [status, body['code']]
  }
  const recorder = await by(['consent.record'])
  const keeper = await by(['consent.record', 'account.manage'])
  const stranger = { id: '0199aaaa-0000-7000-8000-000000000001', name: 'Comptoir des Ormes' }
  const withStranger = withHeader((header) => (header['controllers'] as Body[]).push(stranger))
  expect(await send(recorder, withStranger)).toEqual([403, 'receipts.entity_not_allowed'])
  // May add the entity, and may not publish words.
  expect(await send(keeper, archive)).toEqual([403, 'receipts.wording_not_allowed'])
  const claimed = withHeader((header) => {
    header['policy'] = { minimumGrade: 'claimed', validMonths: 12 }
  })
  const whole = there.accounts[0].token
  expect(await send(whole, claimed)).toEqual([400, 'receipts.archive_policy_invalid'])
  const endless = withHeader((header) => {
    header['policy'] = { minimumGrade: 'own_form', validMonths: 600 }
  })
  expect(await send(whole, endless)).toEqual([400, 'receipts.archive_policy_invalid'])
  const otherWords = withHeader((header) => {
    const [wording] = header['wordings'] as Body[]
    if (wording !== undefined) wording['shownText'] = `${wording['shownText']} Et ses nouvelles !`
  })
  expect(await send(whole, otherWords)).toEqual([400, 'receipts.archive_wording_differs'])
  const nameless = withHeader((header) => {
    const [wording] = header['wordings'] as Body[]
    if (wording !== undefined) wording['channels'] = []
  })
  expect(await send(whole, nameless)).toEqual([400, 'receipts.archive_content_invalid'])
  const { items } = await ask<Items<{ name: string }>>(there, 'GET', '/v1/controllers')
  expect(items.map(({ name }) => name)).not.toContain(stranger.name)
  expect(await ask(there, 'GET', '/v1/consent-policy')).toMatchObject({ isDefault: true })
  expect((await ask<Items<Body>>(there, 'GET', '/v1/wordings')).items).toEqual([])
}, 60_000)

test('one octet changed, a wrong key or a claim of trust without the right, and nothing goes in', async () => {
  const at = archive.indexOf('"accord:body":"')
  const bent = Buffer.from(archive)
  bent[at + 40] = (bent[at + 40] ?? 0) ^ 1
  const refused = await importInto(there, bent)
  expect(refused.status).toBe(400)
  const other = (await ask<{ publicKey: string }>(there, 'GET', '/v1/ledger/checkpoint')).publicKey
  const differs = await importInto(there, archive, { ledgerKey: other })
  expect(differs.body['code']).toBe('receipts.archive_key_differs')
  // A header that is no JSON, under a signature that is none: told by the signature,
  // which comes first.
  const forged = Buffer.from(archive)
  const headerAt = forged.indexOf('{"format":"accord-receipts"')
  forged.fill('{', headerAt, headerAt + 20)
  const signatureAt = forged.indexOf('\n\n\u2014 ') + 3
  const dashEnd = forged.indexOf('\n', signatureAt)
  forged[dashEnd - 8] = (forged[dashEnd - 8] ?? 0) === 65 ? 66 : 65
  const unsigned = await importInto(there, forged)
  expect(unsigned.body['code']).toBe('receipts.archive_signature_wrong')
  const cut = await importInto(there, archive.subarray(0, archive.length - 4_096))
  expect(cut.status).toBe(400)
  const made = await there.call<{ secret: string }>(there.owner.cookie, 'POST', '/v1/tokens', {
    name: 'records only',
    rights: ['consent.record'],
  })
  const weak = await there.upload<Body>(
    made.body.secret,
    '/v1/consents/import',
    { name: 'accord-receipts.tar', bytes: archive },
    { ledgerKey },
  )
  expect([weak.status, weak.body['code']]).toEqual([403, 'receipts.trust_not_allowed'])
  const { items } = await ask<Items<Body>>(there, 'GET', '/v1/contacts?limit=500')
  // What the cut archive brought before its end was whole pages, each proven;
  // nothing else is there.
  expect([0, heard]).toContain(items.length)
}, 60_000)

test('in the empty installation every person gets the same decision', async () => {
  const done = await importInto(there, archive, { ledgerKey })
  expect(done.status).toBe(200)
  expect(done.body).toMatchObject({ people: heard, trusted: true })
  // Each act that the archive brought with it stands in the log.
  const { items: deeds } = await ask<Items<{ action: string; details: Body }>>(
    there,
    'GET',
    '/v1/audit?limit=50',
  )
  const acts = deeds.map(({ action }) => action)
  for (const act of ['import_begun', 'ledger_vouched_for', 'wording_published', 'imported']) {
    expect(acts).toContain(`receipts.${act}`)
  }
  expect(acts).toContain('consent.policy_chosen')
  expect(deeds[0]).toMatchObject({ action: 'receipts.imported', details: { people: heard } })
  expect(Number(done.body['proofs'])).toBeGreaterThan(80)
  const effective = { states: [{ channel: 'sms', effective: true }] }
  expect(await decisionOf(there, numberOf(70))).toMatchObject(effective)
  for (const number of numbers) {
    expect([number, await decisionOf(there, number)]).toEqual([
      number,
      await decisionOf(here, number),
    ])
  }
}, 120_000)

test('a child stays a child there: written to with the word of a parent, and not without', async () => {
  await ask(there, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const refusals = async (accord: Accord) => {
    const said: (string | null)[] = []
    for (const to of children) {
      const sent = await ask<{ refusal: string | null }>(accord, 'POST', '/v1/messages', {
        to,
        text: 'Boutique des Tilleuls : -20 % sur les ateliers samedi.',
        class: 'marketing',
        purpose: 'offers',
        sender: 'Tilleuls',
      })
      said.push(sent.refusal)
    }
    return said
  }
  expect(await refusals(here)).toEqual(['minor_without_authorisation', null])
  expect(await refusals(there)).toEqual(['minor_without_authorisation', null])
})

test('the proofs still verify there, and name where each event came from', async () => {
  const again = await archiveOf(there, '?disclosures=true')
  const { folder } = await unpack(again)
  expect(verified(folder)).toMatch(/\S/)
  const origin = ledgerKey.split('+')[0] ?? ''
  expect(again.includes(origin)).toBe(true)
})

test('a second import adds nothing, and undoes no objection that came meanwhile', async () => {
  const [first = ''] = numbers.slice(1)
  await ask(there, 'POST', '/v1/objections', { number: first })
  const before = await decisionOf(there, first)
  const done = await importInto(there, archive, { ledgerKey })
  expect(done.status).toBe(200)
  expect(await decisionOf(there, first)).toEqual(before)
  expect(before.suppression).toBe('marketing')
})

test('a person gets their own receipts and nobody else’s', async () => {
  const { contact } = await ask<{ contact: { id: string } }>(here, 'POST', '/v1/contacts/search', {
    number: numbers[0],
  })
  const own = await ownPageOf(here, here.accounts[0].token, contact.id)
  const cookie = await provenOf(here, here.accounts[0].token, own)
  const answer = await fetch(`${here.url}${own}/receipts.json`, { headers: { cookie } })
  expect(answer.headers.get('content-type')).toContain('application/ld+json')
  const text = await answer.text()
  const document = JSON.parse(text) as { '@graph': { '@type': string }[] }
  expect(document['@graph'].map((record) => record['@type']).sort()).toEqual([
    'accord:ObjectionRecord',
    'dpv:ConsentRecord',
    'dpv:ConsentRecord',
    'dpv:ConsentRecord',
  ])
  for (const number of numbers.slice(1)) expect(text).not.toContain(number)
})

test('a list of another platform becomes objections, and its odd lines are told', async () => {
  const list = [
    'Numéro;Date;Motif',
    '06 39 98 30 01;2024-01-02;STOP',
    '"+33 6 39 98 30 02";2024-01-02;STOP',
    '33639983003;2024-01-02;STOP',
    '639983004,2024-01-02,STOP',
    'pas un numéro;2024-01-02;STOP',
    '06 39 98 30 01;2025-01-02;STOP',
  ].join('\r\n')
  const done = await there.upload<Body>(
    there.accounts[0].token,
    '/v1/objections/import',
    { name: 'stops.csv', bytes: list },
    { source: 'ancienne plateforme' },
  )
  expect(done.body).toEqual({
    lines: 6,
    recorded: 4,
    alreadyThere: 1,
    subscribed: 0,
    addressOnly: 0,
    unreadableRows: 1,
    unreadable: [6],
  })
  const asked = [3001, 3002, 3003, 3004].map((last) => `+3363998${last}`)
  const checked = await ask<Items<{ suppression: string }>>(there, 'POST', '/v1/objections/check', {
    numbers: asked,
  })
  expect(checked.items.map(({ suppression }) => suppression)).toEqual(asked.map(() => 'marketing'))
})
