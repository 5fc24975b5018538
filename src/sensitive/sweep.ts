// What time ends: grounds whose last day has come, values kept long enough, consents taken back.
import type { Caller, SubjectId } from '../kernel/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { isInForce } from './ground.ts'
import { toGround } from './ground-row.ts'
import { agreedAmong } from './keep-values.ts'
import { endGround } from './manage-grounds.ts'
import {
  deleteOfGround,
  deleteOfSubjects,
  deleteOverdue,
  groundsToEnd,
  readGrounds,
  subjectsOfGround,
} from './store.ts'

/** Rows a transaction. */
const pageRows = 2_000

/** Of one account; harmless to repeat, and to stop between two steps. */
export async function sweepAccount(deps: SensitiveDeps, caller: Caller): Promise<void> {
  const { accountId } = caller
  const { database, clock } = deps
  const at = clock.now()
  await database.inAccount(accountId, async (tx) => {
    for (const groundId of await groundsToEnd(tx, accountId, at)) {
      await endGround(deps, tx, caller, { groundId, reason: 'its last day has come' })
    }
  })
  await pageByPage(() =>
    database.inAccount(accountId, (tx) => deleteOverdue(tx, accountId, at, pageRows)),
  )
  await dropUnagreed(deps, caller)
}

/** The rows of a ground that has ended; their key is gone already. */
export async function eraseGround(
  { database }: Pick<SensitiveDeps, 'database'>,
  { accountId }: Pick<Caller, 'accountId'>,
  groundId: string,
): Promise<void> {
  await pageByPage(() =>
    database.inAccount(accountId, (tx) => deleteOfGround(tx, accountId, groundId, pageRows)),
  )
}

async function pageByPage(step: () => Promise<number>): Promise<void> {
  while ((await step()) === pageRows);
}

/** Explicit consent holds as long as it is held: who takes it back has nothing kept on it. */
async function dropUnagreed(deps: SensitiveDeps, caller: Caller): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  const rows = await deps.database.inAccount(accountId, (tx) => readGrounds(tx, accountId))
  for (const row of rows) {
    const ground = toGround(deps.vault, accountId, row)
    if (ground.basis !== 'explicit_consent' || !isInForce(ground, at)) continue
    let after: SubjectId | null = null
    do {
      after = await deps.database.inAccount(accountId, async (tx) => {
        const page = { after, limit: pageRows }
        const subjects = await subjectsOfGround(tx, accountId, ground.id, page)
        const agreed = await agreedAmong(deps, tx, accountId, { ground, subjects, at })
        const gone = subjects.filter((id) => agreed?.has(id) !== true)
        const values = await deleteOfSubjects(tx, accountId, ground.id, gone)
        if (values > 0) {
          const details = { ground: ground.id, people: gone.length, values }
          await deps.audit.record(tx, caller, { action: 'sensitive.consent_gone', details })
        }
        return subjects.length < pageRows ? null : (subjects.at(-1) ?? null)
      })
    } while (after !== null)
  }
}
