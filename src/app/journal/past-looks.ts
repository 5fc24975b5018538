// Looks at people's data past their period, as the nightly deletion takes them from the journal.
import { countLooksAt, countPastLooks, deletePastLooks, oldestLook } from '../../audit/index.ts'
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { KindOfData } from '../../retention/index.ts'
import type { Tx } from '../../storage/index.ts'

type Whose = (tx: Tx, accountId: AccountId) => Promise<readonly SubjectId[]>
type PastLooksDeps = {
  /** Whoever waits for the answer to a request: it tells who looked at their data until then. */
  asking: Whose
  /** Whoever asked that their data only be kept (GDPR 18). */
  restricted: Whose
}

export function pastLooksKind({ asking, restricted }: PastLooksDeps): KindOfData {
  const spared: Whose = async (tx, accountId) => [
    ...(await asking(tx, accountId)),
    ...(await restricted(tx, accountId)),
  ]
  return {
    kind: 'looks',
    count: async (tx, accountId, past) =>
      countPastLooks(tx, accountId, { ...past, asking: await spared(tx, accountId) }),
    countSpared: async (tx, accountId, past) =>
      countLooksAt(tx, accountId, { ...past, people: await restricted(tx, accountId) }),
    deleteSome: async (tx, accountId, page) =>
      deletePastLooks(tx, accountId, { ...page, asking: await spared(tx, accountId) }),
    oldest: oldestLook,
  }
}
