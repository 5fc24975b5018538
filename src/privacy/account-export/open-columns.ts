// Opens the sealed columns of a page of rows, each at the place that it was sealed for.
import { type AccountId, AppError, type SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import type { OpenedColumn } from './exported-tables.ts'
import type { Row } from './table-store.ts'

export type OpeningVault = Pick<
  Vault,
  'openSubjects' | 'openContact' | 'openProof' | 'openForAccount' | 'openForInstallation'
>
export type Keys = ReadonlyMap<SubjectId, SubjectKeys>

/** Of the people whose rows these are; none where no column is sealed for a person. */
export async function keysFor(
  vault: OpeningVault,
  tx: Tx,
  accountId: AccountId,
  asked: { rows: readonly Row[]; opened: Readonly<Record<string, OpenedColumn>> },
): Promise<Keys> {
  const isOfPeople = ({ by }: OpenedColumn) => by === 'contact' || by === 'proof'
  const named = Object.values(asked.opened).filter(isOfPeople).map(keyColumn)
  const subjects = named.flatMap((column) =>
    asked.rows.flatMap(({ [column]: id }) => (typeof id === 'string' ? [id] : [])),
  )
  if (subjects.length === 0) return new Map()
  return vault.openSubjects(tx, accountId, [...new Set(subjects)] as SubjectId[])
}

const keyColumn = ({ keyIn = 'subject_id' }: OpenedColumn) => keyIn

/** As PostgreSQL writes bytes in JSON. */
export const bytesOf = (value: unknown): Buffer | null =>
  typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : null

const plainName = (value: unknown): string => {
  const told = String(value)
  return told.startsWith('\\x') ? told.slice(2) : told
}

/** Null: nothing stands there, or the key of its person is destroyed, and with it what it held. */
export function openCell(
  vault: OpeningVault,
  accountId: AccountId,
  asked: { table: string; column: string; how: OpenedColumn; row: Row; keys: Keys },
): Buffer | null {
  const { table, column, how, row, keys } = asked
  const sealed = bytesOf(row[column])
  if (sealed === null) return null
  const rowId = how.row.map((name) => plainName(row[name])).join(' ')
  const context = { table: how.table ?? table, column, rowId }
  try {
    const isOfNobody = how.keyIn !== undefined && row[how.keyIn] === null
    switch (isOfNobody ? 'account' : how.by) {
      case 'account':
        return vault.openForAccount(accountId, context, sealed)
      case 'installation':
        return vault.openForInstallation(context, sealed)
      case 'contact':
      case 'proof': {
        const its = keys.get(row[keyColumn(how)] as SubjectId)
        if (its === undefined) return null
        if (how.by === 'proof') {
          return hasKey(its.proofKey) ? vault.openProof(its, accountId, context, sealed) : null
        }
        return hasKey(its.contactKey) ? vault.openContact(its, accountId, context, sealed) : null
      }
    }
  } catch (error) {
    // One damaged value is told as missing; the rest of the account is still owed.
    if (error instanceof AppError && error.code === 'vault.sealed_value_damaged') return null
    throw error
  }
}
