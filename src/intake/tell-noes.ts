// What a file says no to is told of whom it says so, with the day that it gives.
import type { RefuseBulk } from '../consent/index.ts'
import type { Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'
import type { Key } from './store.ts'

/** Null: the file gives no day, and a no without one is of today. */
export type ToldNoes = ReadonlyMap<SubjectId, Instant | null>

/** Of who is new nothing else remembers it: an older yes of the next file would count. */
export async function tellNoes(
  { consent }: Pick<IntakeDeps, 'consent'>,
  tx: Tx,
  saidAt: ToldNoes,
  told: {
    key: Key
    /** To what they say no, and today. */
    context: { refusal: Pick<RefuseBulk, 'controllerId' | 'purpose'>; at: Instant }
    areNew: boolean
  },
): Promise<void> {
  const { key, context, areNew } = told
  const { accountId, importId } = key
  const noes = [...saidAt].map(([subjectId, at]) => [subjectId, at ?? context.at] as const)
  await consent.addFileRefusals(tx, accountId, { ...context.refusal, importId, noes, areNew })
}
