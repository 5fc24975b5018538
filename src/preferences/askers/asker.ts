// Who asks and is no contact: what they gave of themselves, sealed under keys of their own.
import type { AccountId, E164, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys } from '../../vault/index.ts'
import { type AskerPart, askerParts } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { type AskerRow, type AskerSearch, askerRows } from './asker-store.ts'

/** A number as it is dialled; the rest as it was given. */
export type AskerDetails = Partial<Record<Exclude<AskerPart, 'number'>, string>> & {
  number?: E164
}

export type Asker = {
  requestId: string
  subjectId: SubjectId
  keys: SubjectKeys
  details: AskerDetails
  /** When what they gave of themselves was written down or added to. */
  changedAt: Instant
  search: AskerSearch | null
}

const place = (rowId: string) => ({
  table: 'preferences.request_asker',
  column: 'sealed',
  rowId,
})

type Deps = { vault: Pick<PreferencesDeps['vault'], 'openSubjects' | 'openContact'> }

export function sealAsker(
  { vault }: Pick<PreferencesDeps, 'vault'>,
  accountId: AccountId,
  { requestId, keys, details }: Pick<Asker, 'requestId' | 'keys' | 'details'>,
): Buffer {
  const plain = Buffer.from(JSON.stringify(details), 'utf8')
  return vault.sealContact(keys, accountId, place(requestId), plain)
}

/** Of these requests, those of people who are no contact, by request. */
export async function findAskers(
  { vault }: Deps,
  tx: Tx,
  accountId: AccountId,
  requestIds: readonly string[],
): Promise<Map<string, Asker>> {
  const rows = await askerRows(tx, accountId, requestIds)
  if (rows.length === 0) return new Map()
  const subjects = rows.map(({ subjectId }) => subjectId)
  const keys = await vault.openSubjects(tx, accountId, subjects)
  const found = new Map<string, Asker>()
  for (const row of rows) {
    const own = keys.get(row.subjectId)
    if (own === undefined || !hasKey(own.contactKey)) continue
    const plain = vault.openContact(own, accountId, place(row.requestId), row.sealed)
    found.set(row.requestId, askerOf(row, own, JSON.parse(plain.toString('utf8'))))
  }
  return found
}

function askerOf(row: AskerRow, keys: SubjectKeys, details: AskerDetails): Asker {
  const { requestId, subjectId, changedAt, search } = row
  return { requestId, subjectId, keys, details, changedAt, search }
}

/** Null: the request is of a contact, or of somebody who was erased. */
export async function findAsker(
  deps: Deps,
  tx: Tx,
  accountId: AccountId,
  requestId: string,
): Promise<Asker | null> {
  return (await findAskers(deps, tx, accountId, [requestId])).get(requestId) ?? null
}

/** What they gave, by name and without a value: for whoever may not see who it is. */
export const partsGiven = ({ details }: Pick<Asker, 'details'>): AskerPart[] =>
  askerParts.filter((part) => details[part] !== undefined)
