// An account is deleted: nothing of it is readable afterwards, in a database that was put back
// neither; everybody else opens.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailView } from '../../src/notifications/contract.ts'
import type { AccountDeletionItem, AccountDeletionStanding } from '../../src/privacy/contract.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { filesBelow, foundIn, type Writing, writingsOf } from '../support/every-writing.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, cookieOf, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'
import { runEverything } from '../support/whole-run.ts'

const people = [
  { firstName: 'Zéphirine', lastName: 'Quatrevaux', number: '+33639984127' },
  { firstName: 'Théodule', lastName: 'Brindezingue', number: '+33639985238' },
]
const texts = {
  campaign: 'Boutique des Tilleuls : bonjour {first_name}, la farandole des bigoudis samedi.',
  alert: 'Votre parapluie hexagonal est prêt au comptoir.',
  reply: 'STOP et rendez-moi mon accordéon vermoulu',
}
const second = { name: 'Odile Farigoule', email: 'odile.farigoule@example.org' }
const reason = 'nous déménageons au Zanguebar'
const writings = writingsOf(
  people.map(({ number }) => number),
  [
    ...people.flatMap(({ firstName, lastName }) => [firstName, lastName]),
    ...['farandole des bigoudis', 'parapluie hexagonal', 'accordéon vermoulu'],
    ...[second.name, second.email, 'Zanguebar'],
  ],
)
const neighbour = '+33639986349'
const dayMs = 86_400_000

let accord: Accord
/** What was taken of the data folder before the deletion, with the keys of then. */
let backup: string
let folder: string
/** The account’s keys, wrapped as they lay there. */
let keyFile: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  cookie = accord.owner.cookie
  folder = newTestFolder()
  backup = join(folder, 'backup')
})
afterAll(async () => {
  await accord?.stop()
  removeTestFolder(folder)
})

const gone = () => accord.accounts[0]
const other = () => accord.accounts[1]
let cookie: string
const owner = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T & { code: string }>(cookie, method, path, body)
const goInto = (accountId: string) => owner('PUT', '/v1/sessions/current', { accountId })
const standing = async () =>
  (await owner<AccountDeletionStanding>('GET', '/v1/account/deletion')).body

/** What the clock of the installation brings is done at each start. */
async function letPass(ms: number): Promise<void> {
  accord.letPass(ms)
  await accord.restart()
  await logIn()
}

/** A session lasts a week at most. */
async function logIn(): Promise<void> {
  const { email, password } = accord.owner
  cookie = cookieOf(await accord.call('', 'POST', '/v1/sessions', { email, password }))
}

async function mails(): Promise<MailView[]> {
  const { body } = await owner<{ items: MailView[] }>('GET', '/v1/mails')
  return body.items
}
const textOf = (mail: MailView | undefined) => mail?.content?.text ?? ''
const linkIn = (mail: MailView | undefined) =>
  /(?<=:\d+)\/deletion\/\S+/.exec(textOf(mail))?.[0] ?? ''
const withUndo = (found: MailView[]) =>
  found.filter((mail) => textOf(mail).includes('/deletion/undo/'))

const asSuperuser = <T>(work: Parameters<typeof withClient<T>>[2]): Promise<T> =>
  withClient(
    { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord', ssl: false },
    { user: superuser },
    work,
  )

async function rowsLeft(accountId: string): Promise<Record<string, number>> {
  return asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
       where column_name = 'account_id' and table_schema not in ('pg_catalog')`,
    )
    expect(rows.length).toBeGreaterThan(60)
    const left: Record<string, number> = {}
    for (const { name } of rows) {
      const found = await client.query<{ count: number }>(
        `select count(*)::int as count from ${name} where account_id = $1`,
        [accountId],
      )
      const count = found.rows[0]?.count ?? 0
      if (count > 0) left[name] = count
    }
    return left
  })
}

function inFiles(looked: readonly Writing[]): string[] {
  const { dataFolder, keysFolder } = accord.config
  return [...filesBelow(dataFolder), ...filesBelow(keysFolder)].flatMap((path) =>
    foundIn(looked, path, readFileSync(path)),
  )
}

test('an account with everything in it is asked to be deleted, and nothing leaves any more', async () => {
  await runEverything(accord, gone().token, people, texts)
  const invited = await accord.call<{ code: string }>(gone().token, 'POST', '/v1/users', {
    ...second,
    role: 'owner',
  })
  const joined = { code: invited.body.code, password: 'les prunes de mars' }
  cookieOf(await accord.call('', 'POST', '/v1/invitations', joined))
  await fillNeighbour()

  const wrong = await owner('POST', '/v1/account/deletion', { password: 'les figues' })
  expect([wrong.status, wrong.body.code]).toEqual([403, 'accounts.password_wrong'])
  expect((await standing()).deletion).toBeNull()
  const { password } = accord.owner
  const shown = { password, reason }
  const { token } = gone()
  const byToken = await accord.call<{ code: string }>(token, 'POST', '/v1/account/deletion', shown)
  expect([byToken.status, byToken.body.code]).toEqual([403, 'accounts.owner_in_person'])
  expect((await standing()).deletion).toBeNull()
  const asked = await owner<AccountDeletionStanding>('POST', '/v1/account/deletion', {
    password,
    reason,
  })
  expect(asked.status).toBe(201)
  expect(asked.body.deletion).toMatchObject({ state: 'waiting', askedHow: 'screen' })
  expect(asked.body.holds).toEqual({ people: 2, users: 2 })
  const again = await owner('POST', '/v1/account/deletion', { password })
  expect([again.status, again.body.code]).toEqual([409, 'privacy.deletion_waits'])
  type Points = { items: { kind: string; leadsTo: string; by: string | null }[] }
  const open = (await owner<Points>('GET', '/v1/overview/open-points')).body.items
  expect(open.find(({ kind }) => kind === 'deletion_waits')).toMatchObject({
    leadsTo: '/settings/deletion',
    by: asked.body.deletion?.dueAt,
  })

  const alert = { to: people[1]?.number, class: 'alert', basis: 'contract', sender: 'Tilleuls' }
  const refused = await accord.call<{ code: string }>(gone().token, 'POST', '/v1/messages', {
    ...alert,
    text: texts.alert,
  })
  expect([refused.status, refused.body.code]).toEqual([403, 'sending.account_leaving'])
  const readable = await accord.call(gone().token, 'GET', '/v1/contacts')
  expect(readable.status).toBe(200)
}, 180_000)

test('the link in the e-mail undoes it once, without anybody logged in', async () => {
  const told = withUndo(await mails())
  expect(told.length).toBe(2)
  const path = linkIn(told[0])
  const page = await fetch(`${accord.url}${path}`, { headers: { 'accept-language': 'fr' } })
  expect(await page.text()).toContain('Annuler la suppression')
  // A mail server that follows links has undone nothing.
  expect((await standing()).deletion).not.toBeNull()
  const press = () =>
    fetch(`${accord.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: accord.url },
    })
  expect((await press()).status).toBe(200)
  expect((await standing()).deletion).toBeNull()
  expect((await press()).status).toBe(404)
  const alert = { to: people[1]?.number, class: 'alert', basis: 'contract', sender: 'Tilleuls' }
  const sent = await accord.call(gone().token, 'POST', '/v1/messages', {
    ...alert,
    text: texts.alert,
  })
  expect(sent.status).toBe(202)
}, 60_000)

test('the owner takes everything, and the consents in it verify', async () => {
  const { password } = accord.owner
  expect((await owner('POST', '/v1/account/deletion', { password, reason })).status).toBe(201)
  const answer = await fetch(`${accord.url}/v1/account/export`, {
    method: 'POST',
    headers: { cookie, 'x-accord': 'scenario', 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'We change to another platform' }),
  })
  expect(answer.status).toBe(200)
  const archive = join(folder, 'account.tar')
  writeFileSync(archive, Buffer.from(await answer.arrayBuffer()))
  const into = join(folder, 'export')
  mkdirSync(into)
  execFileSync('tar', ['-xf', archive, '-C', into])
  const contacts = readFileSync(join(into, 'contacts/000000.csv'), 'utf8')
  for (const { number, lastName } of people) {
    expect(contacts).toContain(number)
    expect(contacts).toContain(lastName)
  }
  expect(readFileSync(join(into, 'messages/000000.csv'), 'utf8')).toContain('parapluie hexagonal')
  expect(readFileSync(join(into, 'replies/000000.csv'), 'utf8')).toContain('accordéon vermoulu')
  const results = readFileSync(join(into, 'campaigns/results/000001.json'), 'utf8')
  expect(JSON.parse(results)).toMatchObject({
    campaign: { text: texts.campaign },
    ...{ sheet: { people: expect.any(Number) }, results: { counts: { accepted: 2 } } },
  })
  const asked = readFileSync(join(into, 'erasures/privacy.account_deletion/000000.csv'), 'utf8')
  expect(asked).toContain(reason)
  const page = readFileSync(join(into, 'README.html'), 'utf8')
  expect(page).toContain('campaigns/results')
  const said = execFileSync(process.execPath, ['verify.mjs', join(into, 'consents')], {
    encoding: 'utf8',
  })
  expect(said).toContain('VERDICT: true')
  const refused = await accord.call(other().token, 'GET', '/v1/account-deletions')
  expect(refused.status).toBe(403)
}, 60_000)

test('the day before, the owners are told again; on the day it is gone, with a certificate', async () => {
  await accord.app().stop()
  execFileSync('cp', ['-a', accord.config.dataFolder, backup])
  keyFile = readFileSync(join(accord.config.keysFolder, 'accounts', `${gone().id}.json`), 'utf8')
  await letPass(13 * dayMs + 3_600_000)
  const reminded = await eventually(async () => {
    const found = withUndo(await mails())
    return found.length >= 6 ? found : null
  })
  expect(reminded.length).toBe(6)
  await goInto(other().id)
  await letPass(dayMs)
  const done = await eventually(async () => {
    const { body } = await owner<{ items: AccountDeletionItem[] }>('GET', '/v1/account-deletions')
    return body.items[0]?.state === 'done' ? body.items[0] : null
  })
  expect(done).toMatchObject({ accountName: null, hasCertificate: true, reason: null })
  expect(await rowsLeft(gone().id)).toEqual({
    ...{ 'privacy.account_deletion': 2, 'privacy.account_recipient': 1 },
  })
  const last = (await mails()).find((mail) => textOf(mail).includes('/deletion/certificate/'))
  const page = await fetch(`${accord.url}${linkIn(last)}`)
  expect(await page.text()).toContain(`no. ${gone().number}`)
  const note = await (await fetch(`${accord.url}${linkIn(last)}/file`)).text()
  const printed = await fetch(`${accord.url}${linkIn(last)}/pdf`)
  const pdf = await readPdf(Buffer.from(await printed.arrayBuffer()))
  expect([faultsOf(pdf), pdf.attached.get('certificate.txt')]).toEqual([[], note])
  expect(dense(pdf.text)).toContain(`no.${gone().number}`)
  const key = await (await fetch(`${accord.url}/deletion/certificate-key`)).text()
  const files = [join(folder, 'certificate.txt'), join(folder, 'certificates.key')] as const
  writeFileSync(files[0], note)
  writeFileSync(files[1], key)
  const check = () =>
    execFileSync(process.execPath, ['verify.mjs', files[0], '--key', files[1]], {
      encoding: 'utf8',
    })
  expect(check()).toContain('deleted: people 2')
  writeFileSync(files[0], note.replace('"count":2', '"count":3'))
  expect(check).toThrow()
}, 180_000)

test('nobody of it comes in, everybody else does, and the other ledger verifies', async () => {
  expect((await accord.call(gone().token, 'GET', '/v1/account')).status).toBe(401)
  const login = await accord.call('', 'POST', '/v1/sessions', {
    email: second.email,
    password: 'les prunes de mars',
  })
  expect(login.status).toBe(401)
  await expectNeighbourOpens()
}, 60_000)

/** A contact, and a ledger that has an entry. */
async function fillNeighbour(): Promise<void> {
  const ask = async <T>(method: Method, path: string, body?: unknown) =>
    (await accord.call<T>(other().token, method, path, body)).body
  await ask('POST', '/v1/contacts', { number: neighbour })
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/v1/controllers')
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    ...{ name: 'Accueil', language: 'fr', medium: 'paper', controllerId: items[0]?.id },
    controllerName: items[0]?.name,
    shownText: `Oui, j’accepte que ${items[0]?.name} m’envoie ses offres par SMS. STOP pour arrêter.`,
    ...{ channels: ['sms'], purposes: ['offers'] },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
}

async function expectNeighbourOpens(): Promise<void> {
  const answer = await fetch(`${accord.url}/v1/ledger/export`, {
    headers: { authorization: `Bearer ${other().token}` },
  })
  const into = newTestFolder()
  writeFileSync(join(into, 'ledger.tar'), Buffer.from(await answer.arrayBuffer()))
  execFileSync('tar', ['-xf', join(into, 'ledger.tar'), '-C', into])
  expect(execFileSync(process.execPath, ['verify.mjs', into], { encoding: 'utf8' })).toContain(
    'VERDICT: true',
  )
  removeTestFolder(into)
  const found = await accord.call<{ contact: { id: string } }>(
    other().token,
    'POST',
    '/v1/contacts/search',
    { number: neighbour },
  )
  const clear = await accord.call(
    other().token,
    'POST',
    `/v1/contacts/${found.body.contact.id}/reveal`,
    { reason: 'le voisin reste là' },
  )
  expect(clear.body).toMatchObject({ number: neighbour })
}

test('no file holds a word of it, and no key opens what an older one holds', async () => {
  await asSuperuser(async (client) => {
    await client.query('vacuum')
    await client.query('checkpoint')
  })
  await accord.app().stop()
  const wrapped = keyFile.match(/[A-Za-z0-9+/]{60,}={0,2}/g) ?? []
  expect(wrapped.length).toBeGreaterThan(4)
  const keysOf = wrapped.flatMap((text) => [
    { what: 'a key', octets: Buffer.from(text) },
    { what: 'a key', octets: Buffer.from(text, 'base64') },
  ])
  expect(inFiles([...writings, ...keysOf])).toEqual([])
  const { keysFolder, filesFolder } = accord.config
  const keys = join(keysFolder, 'accounts')
  expect(existsSync(join(keys, `${gone().id}.json`))).toBe(false)
  expect(existsSync(join(keys, `${gone().id}.destroyed.json`))).toBe(true)
  expect(existsSync(join(filesFolder, 'ledger', gone().id))).toBe(false)
  expect(existsSync(join(filesFolder, 'ledger', other().id))).toBe(true)
  await accord.restart()
}, 120_000)

test('a database put back from before has the account, and it is deleted again', async () => {
  await accord.app().stop()
  const { dataFolder } = accord.config
  rmSync(dataFolder, { recursive: true })
  mkdirSync(dirname(dataFolder), { recursive: true })
  execFileSync('cp', ['-a', backup, dataFolder])
  await letPass(0)
  await eventually(async () => {
    const path = '/v1/account-deletions'
    const { status, body } = await owner<{ items: AccountDeletionItem[] }>('GET', path)
    // The login may have led into the account that goes: its session went with it.
    if (status === 401) await logIn()
    return status === 200 && body.items[0]?.state === 'done' ? body.items[0] : null
  })
  const left = await rowsLeft(gone().id)
  expect(Object.keys(left).sort()).toEqual([
    ...['privacy.account_deletion', 'privacy.account_recipient'],
  ])
  await expectNeighbourOpens()
}, 180_000)
