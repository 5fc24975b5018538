// Erases a person who lived through everything, then looks for them in every file and old copy.
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkDeps } from '../../src/backup/index.ts'
import { restoreBackup, runBackup, runDrill } from '../../src/backup/index.ts'
import { holdsAmong } from '../../src/consent/store/hold-store.ts'
import type { AccountId, SubjectId } from '../../src/kernel/index.ts'
import type { ErasureTest, ErasureView } from '../../src/privacy/contract.ts'
import { completeErasures } from '../../src/privacy/index.ts'
import { openStorage, type Storage } from '../../src/storage/index.ts'
import { openVault, type Vault } from '../../src/vault/index.ts'
import { makeTestId, realTimers, seededRandomness } from '../support/clock.ts'
import { filesBelow, foundIn, writingsOf } from '../support/every-writing.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { ownPageOf } from '../support/own-page.ts'
import { dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { openedIn, standingKeys } from '../support/standing-keys.ts'
import { eventually } from '../support/wait.ts'
import { runEverything, type SamplePerson } from '../support/whole-run.ts'

const dayMs = 86_400_000
const [gone, ...others]: readonly SamplePerson[] = [
  { firstName: 'Zéphirine', lastName: 'Quatrevaux', number: '+33639984127' },
  { firstName: 'Théodule', lastName: 'Brindezingue', number: '+33639985238' },
]
const people = [gone as SamplePerson, ...others]
const number = people[0]?.number ?? ''
const email = 'zephirine.quatrevaux@example.org'
const texts = {
  campaign: 'Boutique des Tilleuls : bonjour {first_name}, -20 % samedi.',
  alert: 'Votre parapluie hexagonal est prêt au comptoir.',
  reply: 'rendez-moi mon accordéon vermoulu',
}
const words = ['Zéphirine', 'Quatrevaux', email, 'parapluie hexagonal', 'accordéon vermoulu']
const verifier = fileURLToPath(new URL('../../verify.mjs', import.meta.url))

let above: string
let accord: Accord
let token: string
/** The database notes by the machine's clock when keys were destroyed: upkeep is ahead of that. */
let aheadMs = 0
const timers = { ...realTimers, now: () => realTimers.now() + aheadMs }
const startsAt = '2026-11-25T10:00:00+01:00'

beforeAll(async () => {
  above = newTestFolder()
  // As root the database's own user has to pass.
  chmodSync(above, 0o755)
  accord = await startAccord({ startsAt })
  token = accord.accounts[0].token
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  removeTestFolder(above)
})

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const staff = async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
  const answer = await accord.call<T>(accord.owner.cookie, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}

/** The operator of the sandbox stands for one that keeps numbers of its own. */
async function declareErasureAddress(erasureAddress: string): Promise<void> {
  const { items } = await staff<{ items: { id: string }[] }>('GET', '/v1/suppliers')
  await staff('PUT', `/v1/suppliers/${items[0]?.id}`, {
    ...{ role: 'controller_too', numbersKeptDays: 365, erasureAddress, contact: null },
    processingCountries: [],
  })
}

/** On the screen and in the file: that there were reasons, and none of them. */
async function expectReasonsGone(subjectId: string): Promise<void> {
  const { items } = await ask<{ items: { action: string; reason: string | null }[] }>(
    'GET',
    `/v1/audit?subjectId=${subjectId}&limit=100`,
  )
  const told = (action: string) => items.find((one) => one.action === action)
  for (const action of [
    ...['contacts.revealed', 'preferences.desk_opened', 'preferences.request_identified'],
    ...['preferences.request_extended', 'preferences.request_answered'],
  ]) {
    expect(told(action)).toMatchObject({ action, reason: null, isReasonErased: true })
  }
  const csv = await accord.call<string>(
    token,
    'GET',
    `/v1/audit/export.csv?subjectId=${subjectId}&language=fr`,
  )
  expect(csv.body).toContain('Effacé avec la personne')
  expect(foundIn(writingsOf([number], words), 'journal', Buffer.from(csv.body))).toEqual([])
}

/** Nowhere in these files, in clear or under a key that stays when a person goes. */
function expectNowhere(folders: readonly string[], account: AccountId): void {
  const writings = writingsOf([number], words)
  const keys = standingKeys(accord.config.keysFolder, account)
  const files = folders.flatMap(filesBelow).filter((file) => statSync(file).size > 0)
  expect(files.length).toBeGreaterThan(100)
  // What somebody called a file is about nobody, and stays as the guide says.
  const known = 'clients Quatrevaux.csv'
  const found: string[] = []
  let texts = 0
  for (const file of files) {
    const octets = readFileSync(file)
    const opened = openedIn(keys, { writings, known }, file, octets)
    texts += opened.texts
    found.push(...foundIn(writings, file, octets), ...opened.found)
  }
  expect(found).toEqual([])
  // The account's texts and the installation's users open.
  expect(texts).toBeGreaterThan(10)
}

type Opened = { storage: Storage; vault: Vault }

/** The same data, without the program: what is at rest is looked at as it is. */
async function lookInto<T>(dataFolder: string, look: (opened: Opened) => Promise<T>): Promise<T> {
  const { keysFolder } = accord.config
  const randomness = seededRandomness(9)
  const given = { databaseUrl: null, dataFolder, keysFolder, timers, randomness }
  const storage = await openStorage(given)
  try {
    const vault = await openVault({ keysFolder, database: storage.database, randomness })
    return await look({ storage, vault })
  } finally {
    await storage.close()
  }
}

const backups = () => join(above, 'backups')
function workDeps({ storage, vault }: Opened): WorkDeps {
  const { dataFolder, keysFolder } = accord.config
  return {
    ...{ storage, database: storage.database, vault, timers, randomness: seededRandomness(8) },
    makeId: makeTestId(),
    places: { dataFolder, filesFolder: dataFolder, keysFolder },
    version: '0.1.0',
    settings: {
      ...{ folder: backups(), keysCopy: null, changes: false },
      ...{ hour: 2, keepDays: 35, erasureWaitDays: 7 },
    },
    sample: async () => ({ tried: 0, opened: 0 }),
  }
}

const opens = async ({ storage, vault }: Opened, account: AccountId, ids: readonly SubjectId[]) => {
  const found = await storage.database.inAccount(account, (tx) =>
    vault.openSubjects(tx, account, ids),
  )
  return ids.map((id) => (found.get(id)?.contactKey.length ?? 0) > 0)
}

const look = async (path: string) => {
  const answer = await fetch(`${accord.url}${path}`, { headers: { 'accept-language': 'en' } })
  return { status: answer.status, url: answer.url, text: await answer.text() }
}

/** Staff write what they like where they are asked why: here, whom they look at. */
async function writeOfThem(contactId: string): Promise<void> {
  const reason = 'Zéphirine Quatrevaux est au comptoir, avec son parapluie hexagonal'
  await ask('POST', `/v1/contacts/${contactId}/reveal`, { reason })
  await ask('POST', `/v1/contacts/${contactId}/desk`, { reason })
}

/** Their telephone is one of those on which the account tries its texts. */
const tryTextsOnTheirs = () =>
  ask('POST', '/v1/test-numbers', { number, name: 'Zéphirine', sender: 'Tilleuls' })

/** Before anybody knew them they wrote a letter, and were answered that nothing is held. */
async function askAsNobody(): Promise<void> {
  const { id } = await ask<{ id: string }>('POST', '/v1/person-requests/no-contact', {
    asker: { name: 'Zéphirine Quatrevaux', number, email },
    ...{ kind: 'access', heardBy: 'letter', receivedOn: '2026-11-23', language: 'fr' },
    text: 'Zéphirine Quatrevaux demande ce que nous savons d’elle.',
  })
  const path = `/v1/person-requests/${id}`
  await eventually(async () => {
    const { search } = await ask<{ search: { endedAt: string | null } }>('POST', `${path}/search`)
    return search.endedAt
  })
  const reason = 'Madame Quatrevaux, nous ne détenons rien sur vous.'
  await ask('POST', `${path}/answer`, { outcome: 'nothing_held', reason })
}

/** And they have begun to fill in a form, whose code they have not typed. */
async function beginTheForm(controllerId: string): Promise<void> {
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'Page', language: 'fr', medium: 'web', controllerId },
    ...{ channels: ['sms'], purposes: ['offers'], form: { boxInitially: 'unticked' } },
    shownText: 'Oui, j’accepte que Boutique des Tilleuls m’envoie ses offres par SMS.',
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const notice = {
    controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
    controllerContact: 'bonjour@tilleuls.example',
    dpoContact: 'dpo@tilleuls.example',
    recipients: 'la boutique et son opérateur de SMS',
    retention: 'trois ans après le dernier contact',
  }
  const made = await ask<{ id: string }>('POST', '/v1/forms', {
    ...{ name: 'Site', language: 'fr', controllerId, wordingIds: [wording.id], notice },
    ...{ sender: 'Tilleuls', confirms: true, asksName: true },
  })
  const { url } = await ask<{ url: string }>('POST', `/v1/forms/${made.id}/open`)
  const { pathname } = new URL(url)
  const { text } = await look(pathname)
  const seal = /name="seal" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const box = /name="(box_[^"]+)"/.exec(text)?.[1] ?? ''
  accord.letPass(2_100)
  const filled = { number, firstName: 'Zéphirine', lastName: 'Quatrevaux', email, [box]: 'on' }
  const answer = await fetch(`${accord.url}${pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: accord.url },
    body: new URLSearchParams({ seal, ...filled }).toString(),
  })
  expect([answer.status, (await answer.text()).includes('name="pending"')]).toEqual([200, true])
}

test('An erased person is in no file and opens in no copy; others open, and a certificate says so', async () => {
  await askAsNobody()
  const run = await runEverything(accord, token, people, texts)
  const account = accord.accounts[0].id as AccountId
  const other = await ask<{ contact: { subjectId: SubjectId } }>('POST', '/v1/contacts/search', {
    number: others[0]?.number,
  })
  const ids = [run.subjectId as SubjectId, other.contact.subjectId]
  await ask('POST', '/v1/contacts', { number, fields: { email } })
  await declareErasureAddress('dpo@operateur.example')
  const own = await ownPageOf(accord, token, run.contactId)
  await writeOfThem(run.contactId)
  await tryTextsOnTheirs()
  await beginTheForm(run.controllerId)
  const { dataFolder, keysFolder } = accord.config

  // Yesterday's backup holds everybody.
  await accord.app().stop()
  const yesterday = await lookInto(dataFolder, (opened) =>
    runBackup(workDeps(opened), 'command_line'),
  )
  await accord.restart()

  const request = await ask<{ id: string }>('POST', '/v1/person-requests', {
    ...{ number, kind: 'erasure', heardBy: 'letter', receivedOn: '2026-11-24' },
    text: 'Par lettre : effacez-moi, Zéphirine Quatrevaux',
  })
  // What would be kept is known before, of this very person.
  type Consents = { proofsIfErased: { until: string; holds: string[] } | null }
  const now = await ask<Consents>('GET', `/v1/consents?contactId=${run.contactId}`)
  expect(now.proofsIfErased?.holds).toContain('number')
  expect(now.proofsIfErased?.until.slice(0, 4)).toBe('2031')
  const textFor = async (outcome: string) => {
    type Texts = { items: { outcome: string; language: string; text: string }[] }
    const { items: texts } = await ask<Texts>('GET', '/v1/answer-texts')
    return texts.find((one) => one.outcome === outcome && one.language === 'fr')?.text ?? ''
  }
  expect(await textFor('nothing_held')).not.toContain('preuves')
  const reason = 'Vos données sont effacées comme vous le demandez, Madame Quatrevaux.'
  const path = `/v1/person-requests/${request.id}`
  const how = { how: 'known_to_staff', reason: 'Zéphirine Quatrevaux est venue au comptoir.' }
  await ask('POST', `${path}/extend`, { months: 1, reason: 'Madame Quatrevaux est en voyage.' })
  await ask('POST', `${path}/identified`, how)
  await ask('POST', `${path}/erase`, { reason })
  const { items } = await ask<{ items: ErasureView[] }>(
    'GET',
    `/v1/erasures?requestId=${request.id}`,
  )
  const [erased] = items
  expect(erased).toMatchObject({
    ...{ requestId: request.id, askedHow: 'letter', suppression: 'marketing' },
    oldKey: { goneAt: null },
    recipients: [{ kind: 'supplier', state: 'told', way: 'mail', people: 1, answer: null }],
  })
  const counted = Object.fromEntries(erased?.destroyed.map((one) => [one.kind, one.count]) ?? [])
  // One to their own page, and one in the SMS that told of the delay.
  expect(counted).toMatchObject({ contacts: 1, contact_keys: 1, links: 2 })
  expect(counted).toMatchObject({ test_numbers: 1, forms: 1, askers: 1 })
  await expectReasonsGone(run.subjectId)
  expect(counted['messages']).toBeGreaterThanOrEqual(3)
  // The proof that they agreed stays to its day, and is counted.
  expect(erased?.proofs.held).toBeGreaterThan(0)
  expect(erased?.proofs.until?.slice(0, 4)).toBe('2031')

  // The letter tells them, though nothing is left of what was written; a stranger is told, too.
  const answered = await fetch(`${accord.url}${path}/reply.pdf?what=answer&language=fr`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const letter = dense((await readPdf(Buffer.from(await answered.arrayBuffer()))).text)
  expect(letter).toContain(dense('Vos données sont effacées, sauf la preuve de vos accords'))
  expect(letter).toContain(dense('le numéro de téléphone'))
  expect(letter).toContain(dense('RGPD, article 77'))
  expect(await textFor('nothing_held')).toContain('preuves chiffrées')

  // The supplier was told by e-mail, which names the number and is sealed like the rest.
  const { items: mails } = await staff<{
    items: { content: { to: string; text: string } | null }[]
  }>('GET', '/v1/mails')
  const letters = mails.filter(({ content }) => content?.to === 'dpo@operateur.example')
  expect(letters.map(({ content }) => content?.text.includes(number))).toEqual([true])

  // A supplier answers, and the person reads all of it where their page was.
  const [supplier] = erased?.recipients ?? []
  const told = await ask<ErasureView>(
    'POST',
    `/v1/erasures/${erased?.id}/recipients/${supplier?.id}`,
    { answer: 'erased' },
  )
  expect(told.recipients[0]).toMatchObject({ answer: 'erased' })
  const page = await look(own)
  expect(page.url).toContain('/erasure/certificate/')
  expect(page.text).toContain('no key opened the person’s contact or messages as they stand today')
  // What is kept is said: what it holds, why, who opens it, where to complain.
  expect(page.text).toContain('the telephone number')
  expect(page.text).toContain('GDPR, art. 17(3)(e)')
  expect(page.text).toContain('each opening is recorded')
  expect(page.text).toContain('GDPR, art. 77')
  expect(page.text).not.toContain('their number, name, fields')
  expect(page.text).toContain('still waits for its day')
  const link = await ask<{ url: string }>('POST', `/v1/erasures/${erased?.id}/link`)
  const shared = new URL(link.url).pathname
  expect((await look(shared)).text).toContain(`${shared}/pdf`)
  const printed = await fetch(`${accord.url}${shared}/pdf`)
  const pdf = await readPdf(Buffer.from(await printed.arrayBuffer()))
  expect([faultsOf(pdf), pdf.attached.get('certificate.txt')]).toEqual([
    [],
    await (await fetch(`${accord.url}${shared}/file`)).text(),
  ])
  expect(dense(pdf.text)).toContain(dense('no key opened the person’s contact or messages'))
  const guessed = await look('/erasure/certificate/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/pdf')
  expect(guessed.status).toBe(404)
  expect((await look('/erasure/certificate/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
  const foreign = accord.accounts[1].token
  expect((await accord.call(foreign, 'GET', `/v1/erasures/${erased?.id}`)).status).toBe(404)

  // A re-import is refused for marketing: the list of objections knows the number by its tag.
  const again = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  const sent = await ask<{ state: string; refusal: string | null }>('POST', '/v1/messages', {
    ...{ to: number, class: 'marketing', purpose: 'offers', sender: 'Tilleuls' },
    text: texts.campaign.replace('{first_name}', ''),
  })
  expect(sent).toMatchObject({ state: 'refused', refusal: 'number_suppressed' })
  await ask('DELETE', `/v1/contacts/${again.contact.id}`)

  // The account's key is turned in its time, the old one goes, and the record completes itself.
  await accord.app().stop()
  await lookInto(dataFolder, async (opened) => {
    const { storage, vault } = opened
    aheadMs += dayMs / 2 + 3_600_000
    await vault.keepInOrder(account, timers.now())
    await runBackup(workDeps(opened), 'command_line')
    aheadMs += dayMs
    await vault.keepInOrder(account, timers.now())
    const consent = { heldAmong: holdsAmong }
    const deps = { database: storage.database, vault, clock: timers }
    await completeErasures(
      { ...deps, consent: { ...consent, erasureEntry: async () => null } },
      account,
    )
    const tried = await runDrill(workDeps(opened), 'command_line')
    expect(tried).toMatchObject({ isWell: true, found: { readable: 0, pending: 0 } })
    expect(tried.found.erased).toBeGreaterThan(0)
    expect(await opens(opened, account, ids)).toEqual([false, true])
    await storage.asOwner((client) => client.query('vacuum full'))
    await storage.asOwner((client) => client.query('checkpoint').catch(() => undefined))
  })
  expectNowhere([dataFolder, keysFolder, backups()], account)

  // Yesterday's backup, put back with today's keys: erased there too, and the other opens.
  const to = join(above, 'restored')
  const randomness = seededRandomness(7)
  await restoreBackup(
    { keysFolder, timers, randomness, countClosed: async () => 0, loseUploads: async () => [] },
    { backup: yesterday.path, to, pages: null, at: 'end' },
  )
  expect(await lookInto(to, (opened) => opens(opened, account, ids))).toEqual([false, true])
  expectNowhere([to], account)

  accord.letPass(aheadMs)
  await accord.restart()
  const done = await ask<ErasureView>('GET', `/v1/erasures/${erased?.id}`)
  expect(done.oldKey.goneAt).not.toBeNull()
  // The entry has its place once the ledger's own round has come, after the restart.
  const tested = await eventually(async () => {
    const found = await ask<ErasureTest>('GET', `/v1/erasures/${erased?.id}/test`)
    return found.ledger === 'waits' ? null : found
  })
  expect(tested).toMatchObject({
    ...{ isUnreadable: true, contactKey: 'gone', proofKey: 'held', oldKey: 'gone' },
    ...{ ledger: 'in_tree', drill: { isWell: true, readable: 0 } },
  })
  const exported = await accord.call<string>(token, 'POST', '/v1/account/export', {
    reason: 'To look into the copy',
  })
  expect([exported.status, exported.body.includes(others[0]?.number ?? '')]).toEqual([200, true])
  const writings = writingsOf([number], words)
  expect(foundIn(writings, 'export', Buffer.from(exported.body))).toEqual([])

  const note = await accord.call<string>(
    token,
    'GET',
    `/v1/erasures/${erased?.id}/certificate?form=note`,
  )
  const file = join(above, 'certificate.txt')
  writeFileSync(file, note.body)
  const key = join(above, 'certificates.key')
  writeFileSync(key, (await look('/deletion/certificate-key')).text)
  const verified = spawnSync(process.execPath, [verifier, file, '--key', key], { encoding: 'utf8' })
  expect(verified.stdout).toContain('VERDICT: true')
  writeFileSync(file, note.body.replace('"held":', '"held": '))
  const changed = spawnSync(process.execPath, [verifier, file, '--key', key], { encoding: 'utf8' })
  expect(changed.stdout).toContain('VERDICT: FALSE')
}, 300_000)
