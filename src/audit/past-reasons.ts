// Brings reasons under the keys of the people they tell of: those of versions before, page by page,
// and those of an asker who turns out to be a contact.
import { type AccountId, AppError, type SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { keysOf, openReason, type ReasonKeys, type ReasonVault, sealReason } from './reason.ts'
import {
  type MovedReason,
  moveReasons,
  type ReasonRow,
  reasonsOfAsker,
  reasonsUnmoved,
  reasonsUnmovedOf,
} from './reason-store.ts'

type Deps = { vault: ReasonVault }

/** Whose request each of these is; one that is not there any more has no entry. */
export type AskersOf = (
  tx: Tx,
  accountId: AccountId,
  requests: readonly string[],
) => Promise<ReadonlyMap<string, SubjectId>>

const pageRows = 500
/** What one round reads of an account: the others wait for the next. */
const pagesMax = 20

/** Whatever is left under the account's key that tells of a person; ended when none is. */
export async function sealPastReasons(
  { database, vault, askersOf }: Deps & { database: Database; askersOf: AskersOf },
  accountId: AccountId,
): Promise<void> {
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await database.inAccount(accountId, async (tx) => {
      const rows = await reasonsUnmoved(tx, accountId, pageRows)
      const requests = rows.flatMap(({ subjectId, requestId }) =>
        subjectId === null && requestId !== null ? [requestId] : [],
      )
      const askers = await askersOf(tx, accountId, [...new Set(requests)])
      const whose = (row: ReasonRow) => row.subjectId ?? askers.get(row.requestId ?? '') ?? null
      await reseal({ vault }, tx, accountId, { rows, from: null, whose })
      return rows.length
    })
    if (read < pageRows) return
  }
}

/** What is under the account's key still of people who are about to be erased. */
export async function forgetReasons(
  tx: Tx,
  accountId: AccountId,
  of: { subjects: readonly SubjectId[]; requests: ReadonlyMap<string, SubjectId> },
): Promise<void> {
  const { subjects, requests } = of
  const asked = { subjects, requests: [...requests.keys()] }
  const rows = await reasonsUnmovedOf(tx, accountId, asked)
  const moved = rows.map(({ id, subjectId, requestId }) => ({
    ...{ id, key: subjectId ?? requests.get(requestId ?? '') ?? id, sealed: null },
  }))
  await moveReasons(tx, accountId, moved)
}

/** The request of somebody who was no contact is a contact's from here on. */
export async function giveReasons(
  { vault }: Deps,
  tx: Tx,
  accountId: AccountId,
  { from, to }: { from: SubjectId; to: SubjectId },
): Promise<void> {
  const rows = await reasonsOfAsker(tx, accountId, from)
  await reseal({ vault }, tx, accountId, { rows, from, whose: () => to })
}

/** Whose person is not known any more, or erased, loses it: it went with them. */
async function reseal(
  { vault }: Deps,
  tx: Tx,
  accountId: AccountId,
  move: {
    rows: readonly ReasonRow[]
    from: SubjectId | null
    whose: (row: ReasonRow) => SubjectId | null
  },
): Promise<void> {
  const { rows, from, whose } = move
  const keys = await keysOf(vault, tx, accountId, [from, ...rows.map(whose)])
  const moved = rows.map((row): MovedReason => {
    const { id, sealed } = row
    const key = whose(row)
    if (key === null) return { id, key: id, sealed: null }
    const reason = opened(vault, accountId, { id, key: from, sealed }, keys)
    if (reason === null) return { id, key, sealed: null }
    return { id, key, sealed: sealReason(vault, accountId, { id, key, reason }, keys) }
  })
  await moveReasons(tx, accountId, moved)
}

/** One damaged value says nothing to anybody, and holds up no other. */
function opened(
  vault: ReasonVault,
  accountId: AccountId,
  one: { id: string; key: SubjectId | null; sealed: Buffer },
  keys: ReasonKeys,
): string | null {
  try {
    return openReason(vault, accountId, one, keys)
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.sealed_value_damaged') return null
    throw error
  }
}
