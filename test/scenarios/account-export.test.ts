// The full copy of an account with one of everything in it: each sealed text stands in it in clear,
// no secret does, and whoever may not see something does not get it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportedTables } from '../../src/privacy/account-export/exported-tables.ts'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { marker, oneOfEverything } from '../support/one-of-everything.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'

let accord: Accord
let folder: string
beforeAll(async () => {
  accord = await startAccord()
  folder = newTestFolder()
  await oneOfEverything(accord)
  await somethingAsked()
}, 180_000)
afterAll(async () => {
  await accord?.stop()
  removeTestFolder(folder)
})

/** What is written beside the things themselves. */
async function somethingAsked(): Promise<void> {
  type Items = { items: { id: string }[] }
  const first = async (path: string) => (await asked<Items>(accord, 'GET', path)).items[0]?.id
  const template = `/v1/templates/${await first('/v1/templates')}`
  await asked(accord, 'PATCH', template, { text: `${marker} : second texte` })
  const reason = `${marker} a rappelé`
  const contact = `/v1/contacts/${await first('/v1/contacts')}`
  await asked(accord, 'POST', `${contact}/reveal`, { reason })
  const act = { action: 'access', heardBy: 'phone', reason }
  await asked(accord, 'POST', `${contact}/desk/acts`, act)
  const request = `/v1/person-requests/${await first('/v1/person-requests?open=true')}`
  await asked(accord, 'POST', `${request}/identified`, { how: 'shared_fact', reason })
  await asked(accord, 'POST', `${request}/answer`, { outcome: 'copy_sent', reason })
  const campaign = `/v1/campaigns/${await first('/v1/campaigns')}`
  const { hash } = await asked<{ hash: string }>(accord, 'GET', `${campaign}/check-sheet`)
  await asked(accord, 'POST', `${campaign}/approve`, { hash, launch: false })
  const sendAt = new Date(Date.now() + 86_400_000).toISOString()
  await asked(accord, 'POST', `${campaign}/moved-sheet`, { sendAt })
  await somethingObjected(reason)
  const asking = { name: 'AMELI', evidence: 'Mandat du 3 mars' }
  const name = await asked<{ id: string }>(accord, 'POST', '/v1/senders', asking)
  const decision = `/v1/accounts/${accord.accounts[0].id}/senders/${name.id}/decision`
  const refused = { state: 'refused', reason }
  expect((await accord.call(accord.owner.cookie, 'PUT', decision, refused)).status).toBe(200)
}

async function somethingObjected(reason: string): Promise<void> {
  type Changed = { id: string; changes: { id: string }[] }
  const staff = async (path: string, body: object) => {
    const answer = await accord.call<Changed>(accord.owner.cookie, 'POST', path, body)
    expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
    return answer.body
  }
  const { id } = await staff('/v1/suppliers', { name: 'Opérateur Exemple', country: 'FR' })
  const since = new Date(Date.now() + 40 * 86_400_000).toISOString()
  const announced = await staff(`/v1/suppliers/${id}/subprocessors`, {
    ...{ name: 'Hébergeur Exemple', country: 'DE', purpose: 'Serveurs', since },
  })
  const changeId = announced.changes[0]?.id
  await asked(accord, 'POST', `/v1/account-suppliers/changes/${changeId}/objection`, { reason })
  const own = accord.accounts[0].id
  await staff(`/v1/suppliers/${id}/changes/${changeId}/objections/${own}/answers`, {
    ...{ outcome: 'dropped', until: null, reason },
  })
}

async function take(by: string, name: string): Promise<string> {
  const isToken = by.startsWith('accord_')
  const headers: Record<string, string> = isToken
    ? { authorization: `Bearer ${by}` }
    : { cookie: by, 'x-accord': 'scenario' }
  const answer = await fetch(`${accord.url}/v1/account/export`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'We change to another platform' }),
  })
  expect(answer.status).toBe(200)
  const into = join(folder, name)
  mkdirSync(into)
  const archive = join(folder, `${name}.tar`)
  writeFileSync(archive, Buffer.from(await answer.arrayBuffer()))
  execFileSync('tar', ['-xf', archive, '-C', into])
  return into
}

const filesIn = (into: string): string[] =>
  readdirSync(into, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const asSuperuser = <T>(work: Parameters<typeof withClient<T>>[2]): Promise<T> =>
  withClient(
    { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord', ssl: false },
    { user: superuser },
    work,
  )

/** Of each sealed column of the account, how many rows hold something. */
const sealedRows = () =>
  asSuperuser(async (client) => {
    const found = new Map<string, number>()
    for (const [table, { opened = {} }] of Object.entries(exportedTables)) {
      for (const column of Object.keys(opened)) {
        const { rows } = await client.query<{ count: number }>(
          `select count("${column}")::int as count from ${table} where account_id = $1`,
          [accord.accounts[0].id],
        )
        found.set(`${table}.${column}`, rows[0]?.count ?? 0)
      }
    }
    return found
  })

/** Cells of one column; a quoted cell may hold line breaks. */
function cellsOf(csv: string, column: string): string[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let place = 0; place < csv.length; place += 1) {
    const sign = csv[place]
    if (isQuoted && sign === '"' && csv[place + 1] === '"') {
      cell += '"'
      place += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  const [titles = [], ...lines] = rows
  const index = titles.indexOf(column)
  return lines.filter((line) => line.length > index).map((line) => line[index] ?? '')
}

test('each sealed column that holds something is opened at the place that its room sealed it for', async () => {
  const into = await take(accord.accounts[0].token, 'whole')
  const shut: string[] = []
  const unseen: string[] = []
  for (const [name, count] of await sealedRows()) {
    const [room, table, column] = name.split('.')
    const full = `${room}.${table}`
    const theme = exportedTables[full]?.theme
    if (count === 0) {
      unseen.push(name)
      continue
    }
    const csv = readFileSync(join(into, `${theme}/${full}/000000.csv`), 'utf8').replace(
      '\uFEFF',
      '',
    )
    const opened = cellsOf(csv, column ?? '').filter((cell) => cell !== '')
    if (opened.length === 0) shut.push(name)
  }
  expect(shut).toEqual([])
  // What nothing here writes: their rooms' own tests seal and open these.
  expect(unseen.sort()).toEqual(notWritten)
}, 60_000)

const notWritten = [
  ...['campaigns.approval_request.note_sealed', 'campaigns.approval_request.remark_sealed'],
  ...['contacts.list.segment_sealed', 'preferences.request.told_sealed'],
  'preferences.request_asker.sealed',
  ...['preferences.request_file.sealed', 'preferences.request_step.text_sealed'],
  ...['privacy.account_deletion.reason_sealed', 'privacy.account_deletion.undo_reason_sealed'],
  'sending.terms.override_sealed',
]

test('texts, rules, scans, requests and registers are in it; secrets are not', async () => {
  const into = join(folder, 'whole')
  const files = filesIn(into)
  const holding = (text: string) =>
    files
      .filter((path) => readFileSync(path).includes(text))
      .map((path) => path.slice(into.length + 1))
  const marked = holding(marker)
  for (const part of [
    ...['campaigns/results/', 'campaigns/campaigns.campaign/', 'templates/', 'segments/', 'lists/'],
    ...['recurring/', 'forms/preferences.form/', 'forms/consent.wording/', 'breaches/'],
    ...['registers/accountability.entry/', 'imports/intake.import/', 'users/', 'webhooks/'],
    ...['sensitive/sensitive.legal_basis/', 'settings/accounts.token/', 'journal/audit.entry/'],
    ...['messages/0', 'replies/0', 'contacts/', 'people/contacts.contact/'],
  ]) {
    expect([part, marked.some((path) => path.startsWith(part))]).toEqual([part, true])
  }
  const versions = readFileSync(
    join(into, 'templates/campaigns.template_version/000000.csv'),
    'utf8',
  )
  expect(versions).toContain('second texte')
  expect(readFileSync(join(into, 'README.html'), 'utf8')).toContain('<html lang="')
  expect(holding(accord.accounts[0].token)).toEqual([])
  expect(holding(accord.accounts[1].id)).toEqual([])
})

test('whoever may not see people does not take it; nor what another account has', async () => {
  const made = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    ...{ name: 'manager', rights: ['account.read', 'account.manage'] },
  })
  const refused = await accord.call<{ code: string }>(
    made.body.secret,
    'POST',
    '/v1/account/export',
    {
      reason: 'We change to another platform',
    },
  )
  expect([refused.status, refused.body.code]).toEqual([403, 'privacy.export_needs_owner'])

  const without = await accord.call<{ secret: string }>(accord.owner.cookie, 'POST', '/v1/tokens', {
    name: 'copy without article 9',
    rights: [
      ...['account.read', 'account.manage', 'contacts.read', 'contacts.reveal', 'ledger.export'],
      ...['messages.read'],
    ],
  })
  const into = await take(without.body.secret, 'without')
  expect(filesIn(into).some((path) => path.endsWith('sensitive/000000.csv'))).toBe(false)
  expect(readFileSync(join(into, 'README.html'), 'utf8')).toMatch(/articles 9/)

  const other = await take(accord.accounts[1].token, 'other')
  expect(filesIn(other).filter((path) => readFileSync(path).includes(marker))).toEqual([])
}, 60_000)
