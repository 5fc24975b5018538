// The proofs in an answer, as the person checks them: fetched by code, unpacked, and one command.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { lastCodeOf, ownPageOf } from '../support/own-page.ts'
import { publishedWording } from '../support/published-wording.ts'
import { dense, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { unzipOctets } from '../support/unzip.ts'
import { eventually } from '../support/wait.ts'

const run = promisify(execFile)
const reason = 'Vos données sont traitées comme vous le demandez.'
const shownText = 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.'
/** The person, somebody else who stays, and somebody who is erased. */
const [own, other, gone] = ['+33639980981', '+33639980982', '+33639980983'] as const

let accord: Accord
let token: string
let wording: { controllerId: string; wordingId: string }
const folders: string[] = []
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  wording = await publishedWording(accord)
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  for (const folder of folders) removeTestFolder(folder)
})

type Body = Record<string, unknown>
const ask = <T = Body>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const sourceOf = (number: string) => `caisse du ${number.slice(-3)}`

async function agrees(number: string): Promise<{ id: string; subjectId: string; entry: string }> {
  const { contact } = await ask<{ contact: { id: string; subjectId: string } }>(
    ...(['POST', '/v1/contacts', { number, fields: { firstName: 'Zoë' } }] as const),
  )
  const { entryId } = await ask<{ entryId: string }>('POST', '/v1/consents', {
    ...{ number, ...wording, channel: 'sms', purpose: 'offers' },
    evidence: {
      ...{ grade: 'api_declared', givenAt: '2026-11-20T10:00:00Z' },
      source: sourceOf(number),
    },
  })
  return { ...contact, entry: entryId }
}

async function isKnown(number: string, kind: 'access' | 'erasure'): Promise<string> {
  const { id } = await ask<{ id: string }>('POST', '/v1/person-requests', {
    ...{ number, kind, heardBy: 'letter', receivedOn: '2026-11-24', text: `Par lettre : ${kind}` },
  })
  const how = { how: 'shared_fact', reason: 'Le montant du dernier achat.' }
  await ask('POST', `/v1/person-requests/${id}/identified`, how)
  return id
}

/** The archive, as the person fetches it from their page. */
async function answerFor(contactId: string, language: 'en' | 'fr'): Promise<Map<string, Buffer>> {
  const id = await isKnown(own, 'access')
  await ask('POST', `/v1/person-requests/${id}/prepare`, { reason, language })
  await eventually(async () => {
    const { answerFile } = await ask('GET', `/v1/person-requests/${id}`)
    return answerFile === 'ready' ? true : null
  })
  const page = `${accord.url}${await ownPageOf(accord, token, contactId)}/requests/${id}`
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${page}/${path}?lang=${language}`, {
      ...{ method: 'POST', headers: { origin: accord.url }, body: new URLSearchParams(fields) },
    })
  expect((await post('code', {})).status).toBe(200)
  const code = await eventually(() => lastCodeOf(accord, token).catch(() => null))
  const given = await post('answer', { code })
  expect([given.status, given.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return unzipOctets(Buffer.from(await given.arrayBuffer()))
}

function unpack(files: ReadonlyMap<string, Buffer>): string {
  const folder = newTestFolder()
  folders.push(folder)
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

/** What the README says to type, where the archive was unpacked and nothing else lies. */
async function typed(folder: string): Promise<{ code: number; out: string }> {
  const readme = readFileSync(join(folder, 'README.txt'), 'utf8')
  const [program, ...args] = (/(?:type|tapez)[\s ]*: (.+)$/m.exec(readme)?.[1] ?? '').split(' ')
  expect([program, ...args]).toEqual(['node', 'verify.mjs', 'ledger'])
  try {
    const { stdout } = await run(process.execPath, args, { cwd: folder, env: {} })
    return { code: 0, out: stdout }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout + failed.stderr }
  }
}

type Person = Awaited<ReturnType<typeof agrees>>
let people: { own: Person; other: Person; gone: Person }
let archive: Map<string, Buffer>

test('the archive is checked by its own program in an empty folder, and told in plain words', async () => {
  people = { other: await agrees(other), own: await agrees(own), gone: await agrees(gone) }
  await ask('POST', '/v1/objections', { number: own })
  const erasure = await isKnown(gone, 'erasure')
  await ask('POST', `/v1/person-requests/${erasure}/erase`, { reason })
  archive = await answerFor(people.own.id, 'fr')
  const { code, out } = await typed(unpack(archive))
  expect(out).toContain('VERDICT : vrai')
  expect(code).toBe(0)
  for (const told of [
    ...['vous avez accepté, par SMS, pour « offres »', 'dit le 20 novembre 2026'],
    ...['vous avez demandé l’arrêt des messages', `| ${shownText}`],
  ]) {
    expect(out).toContain(told)
  }
  // Each event that the receipts name stands there.
  const events = [
    ...(archive.get('receipts.json')?.toString() ?? '').matchAll(/"accord:seq": (\d+)/g),
  ].map((match) => Number(match[1]))
  const about = JSON.parse(String(archive.get('ledger/about.json'))) as { entries: number[] }
  expect(about.entries.length).toBeGreaterThanOrEqual(2)
  expect(about.entries).toEqual(expect.arrayContaining([...new Set(events)]))
}, 120_000)

test('its page one says the command', async () => {
  const command = 'node verify.mjs ledger'
  const pdf = await readPdf(archive.get('answer.pdf') ?? Buffer.alloc(0))
  expect(dense(pdf.pages[0]?.text ?? '')).toContain(dense(command))
  expect(pdf.pages[0]?.text).not.toContain('Vos données dans le temps')
  expect(pdf.pages[1]?.text).toContain('Vos données dans le temps')
  expect(String(archive.get('answer.html'))).toContain(command)
})

test('it holds nothing of anybody else, alive or erased, though they share the tile', () => {
  const ledger = [...archive].filter(([name]) => name.startsWith('ledger/'))
  expect(ledger.length).toBeGreaterThan(8)
  const all = [...archive]
    .filter(([name]) => name !== 'answer.pdf')
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('\n')
  expect(all).toContain(people.own.entry)
  expect(all).toContain(sourceOf(own))
  for (const [number, person] of [
    [other, people.other],
    [gone, people.gone],
  ] as const) {
    for (const word of [number, sourceOf(number), person.id, person.subjectId, person.entry]) {
      expect([word, all.includes(word)]).toEqual([word, false])
    }
  }
})

test('a changed body is found, and its file named', async () => {
  const folder = unpack(archive)
  const { entries } = JSON.parse(String(archive.get('ledger/about.json'))) as { entries: number[] }
  const file = `disclosures/${entries[0]}.json`
  const path = join(folder, 'ledger', file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(sourceOf(own), 'caisse du 777'))
  expect(readFileSync(path, 'utf8')).not.toBe(text)
  const { code, out } = await typed(folder)
  expect(code).toBe(1)
  expect(out).toContain(`${file} : ce qui est dit n’est pas ce qui a été enregistré`)
  expect(out).toContain('VERDICT : FAUX')
})

test('in English the archive and its program say the same', async () => {
  // One handset gets so many codes a day.
  accord.letPass(2 * 86_400_000)
  const files = await answerFor(people.own.id, 'en')
  const { code, out } = await typed(unpack(files))
  expect([code, out]).toEqual([0, expect.stringContaining('VERDICT: true')])
  expect(out).toContain('you agreed, by SMS, for “offers”')
}, 60_000)
