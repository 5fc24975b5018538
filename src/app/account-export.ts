// Everything of an account in clear, file by file, as it is read: nobody holds it in memory.
import { readFile } from 'node:fs/promises'
import { accountOf } from '../accounts/index.ts'
import { exportEverybody } from '../contacts/index.ts'
import { type Caller, isoTime, type MessageId } from '../kernel/index.ts'
import type { ExportedPart } from '../privacy/index.ts'
import { demandObjectionsKnown, exportReceipts } from '../receipts/index.ts'
import { exportMessages, exportReplies, messageColumns, replyColumns } from '../sending/index.ts'
import type { Base } from './compose-base.ts'

/** A file of the archive is held until its size is known: a header tells it. */
const partOctetsMax = 4 * 1_048_576
const rowsPerPage = 500

export async function* exportAccount(base: Base, caller: Caller): AsyncGenerator<ExportedPart> {
  await demandObjectionsKnown(base, caller.accountId)
  const account = await base.database.inAccount(caller.accountId, (tx) =>
    accountOf(tx, caller.accountId),
  )
  const at = isoTime(base.clock.now())
  yield file('README.txt', readMe(account.name, at))
  yield file('account.json', `${JSON.stringify({ ...account, exportedAt: at }, null, 2)}\n`)
  yield* contactFiles(base, caller)
  for await (const { path, bytes } of exportReceipts(base, caller, { disclosures: true })) {
    yield { path: `consents/${path}`, bytes }
  }
  yield* rowFiles('messages', messageColumns, (before: MessageId | null) =>
    exportMessages(base, caller, { before, limit: rowsPerPage }),
  )
  yield* rowFiles('replies', replyColumns, (before: string | null) =>
    exportReplies(base, caller, { before, limit: rowsPerPage }),
  )
  const verifier = await readFile(new URL('../../verify.mjs', import.meta.url)).catch(() => null)
  if (verifier !== null) yield { path: 'verify.mjs', bytes: verifier }
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

async function* rowFiles<Id>(
  name: string,
  columns: readonly string[],
  read: (before: Id | null) => Promise<{ rows: readonly Row[]; last: Id | null }>,
): AsyncGenerator<ExportedPart> {
  const head = `\uFEFF${columns.join(',')}\r\n`
  let part = head
  let count = 0
  let before: Id | null = null
  do {
    const page: { rows: readonly Row[]; last: Id | null } = await read(before)
    part += page.rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
    before = page.last
    if (part.length < partOctetsMax) continue
    yield csv(name, count, part)
    count += 1
    part = head
  } while (before !== null)
  if (part !== head || count === 0) yield csv(name, count, part)
}

type Row = readonly (string | number | null)[]

/** A text that a spreadsheet would take for a formula is kept a text; a number keeps its plus. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const isNumber = /^\+\d{6,15}$/.test(text)
  const kept = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept
}

const csv = (name: string, count: number, text: string): ExportedPart =>
  file(`${name}/${String(count).padStart(6, '0')}.csv`, text)

const file = (path: string, text: string): ExportedPart => ({
  path,
  bytes: Buffer.from(text, 'utf8'),
})

const readMe = (name: string, at: string): string => `${name}, ${at}

FR  Copie complète de ce compte. Numéros, noms et textes y sont en clair : gardez-la en lieu sûr.
contacts/   les contacts, leurs champs et leur statut (CSV, UTF-8)
consents/   consentements et oppositions (ISO/IEC TS 27560), avec le registre qui les prouve
messages/   les messages et ce qu’ils sont devenus (CSV)
replies/    les réponses reçues (CSV)
Vérifier les consentements, sans réseau :  node verify.mjs consents
Une autre installation d’Accord reprend consents/ par « Transferts ».

EN  Full copy of this account. Numbers, names and texts are in clear: keep it in a safe place.
contacts/   contacts, their fields and their status (CSV, UTF-8)
consents/   consents and objections (ISO/IEC TS 27560), with the ledger that proves them
messages/   messages and what became of them (CSV)
replies/    the replies that were received (CSV)
Check the consents, without a network:  node verify.mjs consents
`
