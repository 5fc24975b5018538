// What a fold comes to as a row of the projection, with the wording that its entry names.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { listWordings } from '../store/store.ts'
import type { StateRow } from '../tables.ts'
import type { Fold } from './fold-entries.ts'

export const rowOf = (row: StateRow, fold: Fold, wordingId: StateRow['wording_id']): StateRow => ({
  ...row,
  state: fold.state,
  since: fold.since,
  valid_until: fold.validUntil,
  grade_rank: fold.gradeRank,
  wording_id: wordingId,
  entry_id: fold.entryId,
})

export async function wordingFinder(tx: Tx, accountId: AccountId) {
  const wordings = new Map(
    (await listWordings(tx, accountId))
      .filter(({ state }) => state !== 'draft')
      .map(({ wordingId, controllerId, sha256 }) => [
        `${controllerId}|${Buffer.from(sha256).toString('hex')}`,
        wordingId,
      ]),
  )
  return (row: StateRow, { wordingSha256 }: Pick<Fold, 'wordingSha256'>) =>
    wordings.get(`${row.controller_id}|${wordingSha256}`) ?? null
}
