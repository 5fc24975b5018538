// Looks at people's data past their period, as the nightly deletion takes them from the journal.
import { countPastLooks, deletePastLooks, oldestLook } from '../../audit/index.ts'
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { KindOfData } from '../../retention/index.ts'
import type { Tx } from '../../storage/index.ts'

type PastLooksDeps = {
  /** Whoever waits for the answer to a request: it tells who looked at their data until then. */
  asking(tx: Tx, accountId: AccountId): Promise<readonly SubjectId[]>
}

export const pastLooksKind = ({ asking }: PastLooksDeps): KindOfData => ({
  kind: 'looks',
  count: async (tx, accountId, past) =>
    countPastLooks(tx, accountId, { ...past, asking: await asking(tx, accountId) }),
  deleteSome: async (tx, accountId, page) =>
    deletePastLooks(tx, accountId, { ...page, asking: await asking(tx, accountId) }),
  oldest: oldestLook,
})
