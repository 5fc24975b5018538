// Everything of an account in clear, file by file, as it is read: nobody holds it in memory.
import { readFile } from 'node:fs/promises'
import { type AccountsDeps, accountOf, listUsers } from '../accounts/index.ts'
import type { ExportedCampaign } from '../campaigns/index.ts'
import { exportEverybody } from '../contacts/index.ts'
import {
  AppError,
  type Caller,
  type DataMap,
  isoTime,
  type MessageId,
  type SubjectId,
} from '../kernel/index.ts'
import { csvLine, type ExportedPart, exportTables, readMe } from '../privacy/index.ts'
import { demandObjectionsKnown, exportReceipts } from '../receipts/index.ts'
import { exportMessages, exportReplies, messageColumns, replyColumns } from '../sending/index.ts'
import { exportValues } from '../sensitive/index.ts'
import type { Base } from './compose-base.ts'

/** A file of the archive is held until its size is known: a header tells it. */
const partOctetsMax = 4 * 1_048_576
const rowsPerPage = 500

export type CampaignSource = (caller: Caller) => AsyncIterable<ExportedCampaign>

type Exporting = Base & {
  accounts: AccountsDeps
  campaigns: CampaignSource
  dataMaps: () => readonly DataMap[]
}

export async function* exportAccount(
  base: Exporting,
  caller: Caller,
): AsyncGenerator<ExportedPart> {
  const { accountId } = caller
  await demandObjectionsKnown(base, accountId)
  const account = await base.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  const at = base.clock.now()
  const hasSensitive = caller.rights.has('sensitive.reveal')
  yield file('README.html', readMe(caller, { name: account.name, at, hasSensitive }))
  yield json('account.json', { ...account, exportedAt: isoTime(at) })
  yield file('columns.csv', columnsFile(base.dataMaps()))
  yield* contactFiles(base, caller)
  yield* consentFiles(base, caller)
  yield* rowFiles('messages', messageColumns, (before: MessageId | null) =>
    exportMessages(base, caller, { before, limit: rowsPerPage }),
  )
  yield* rowFiles('replies', replyColumns, (before: string | null) =>
    exportReplies(base, caller, { before, limit: rowsPerPage }),
  )
  for await (const { number, content } of base.campaigns(caller)) {
    yield json(`campaigns/results/${String(number).padStart(6, '0')}.json`, content)
  }
  yield* usersFile(base, caller)
  if (hasSensitive) yield* sensitiveFiles(base, caller)
  yield* exportTables(base, accountId)
  const verifier = await readFile(new URL('../../verify.mjs', import.meta.url)).catch(() => null)
  if (verifier !== null) yield { path: 'verify.mjs', bytes: verifier }
}

async function* consentFiles(base: Base, caller: Caller): AsyncGenerator<ExportedPart> {
  try {
    for await (const { path, bytes } of exportReceipts(base, caller, { disclosures: true })) {
      yield { path: `consents/${path}`, bytes }
    }
  } catch (error) {
    // Nobody has agreed or objected to anything yet: there is nothing to prove.
    if (error instanceof AppError && error.code === 'consent.ledger_empty') return
    throw error
  }
}

/** Of the tables that hold something of an account. */
function columnsFile(maps: readonly DataMap[]): string {
  const lines = maps.flatMap((map) =>
    Object.entries(map).flatMap(([table, labels]) =>
      'account_id' in labels
        ? Object.entries(labels).map(([column, { why }]) => csvLine([table, column, why]))
        : [],
    ),
  )
  return `\uFEFF${csvLine(['table', 'column', 'why'])}${lines.join('')}`
}

/** Each part begins with the titles of its columns, so that it opens by itself. */
async function* contactFiles(base: Base, caller: Caller): AsyncGenerator<ExportedPart> {
  let head = ''
  let part = ''
  let count = 0
  for await (const text of exportEverybody(base, caller)) {
    if (head === '') {
      head = text
      part = head
      continue
    }
    part += text
    if (part.length < partOctetsMax) continue
    yield csv('contacts', count, part)
    count += 1
    part = head
  }
  if (part !== head || count === 0) yield csv('contacts', count, part)
}

async function* usersFile(base: Exporting, caller: Caller): AsyncGenerator<ExportedPart> {
  const users = await listUsers(base.accounts, caller)
  const lines = users.map(({ id, name, email, role, createdAt }) =>
    csvLine([id, name, email, role, createdAt]),
  )
  yield csv(
    'users',
    0,
    `\uFEFF${csvLine(['id', 'name', 'email', 'role', 'since'])}${lines.join('')}`,
  )
}

const sensitiveColumns = [
  ...['subject', 'category', 'basis', 'legal_basis', 'label', 'value'],
  ...['stored_at', 'keep_until'],
]

async function* sensitiveFiles(base: Base, { accountId }: Caller): AsyncGenerator<ExportedPart> {
  const read = async (after: SubjectId | null) => {
    const { values, last } = await exportValues(base, accountId, { after, limit: rowsPerPage })
    const rows = values.map(
      (one): Row => [
        ...[one.subjectId, one.category, one.basis, one.legalBasisId, one.label, one.value],
        ...[one.storedAt, one.keepUntil],
      ],
    )
    return { rows, last }
  }
  yield* rowFiles('sensitive', sensitiveColumns, read)
}

type Row = readonly (string | number | null)[]

async function* rowFiles<Id>(
  name: string,
  columns: readonly string[],
  read: (before: Id | null) => Promise<{ rows: readonly Row[]; last: Id | null }>,
): AsyncGenerator<ExportedPart> {
  const head = `\uFEFF${csvLine(columns)}`
  let part = head
  let count = 0
  let before: Id | null = null
  do {
    const page: { rows: readonly Row[]; last: Id | null } = await read(before)
    part += page.rows.map(csvLine).join('')
    before = page.last
    if (part.length < partOctetsMax) continue
    yield csv(name, count, part)
    count += 1
    part = head
  } while (before !== null)
  if (part !== head || count === 0) yield csv(name, count, part)
}

const csv = (name: string, count: number, text: string): ExportedPart =>
  file(`${name}/${String(count).padStart(6, '0')}.csv`, text)

const json = (path: string, content: unknown): ExportedPart =>
  file(path, `${JSON.stringify(content, null, 2)}\n`)

const file = (path: string, text: string): ExportedPart => ({
  path,
  bytes: Buffer.from(text, 'utf8'),
})
