// Retention: ended legal bases, values past their days, withdrawn consents.
import type { Caller, SubjectId } from '../kernel/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { agreedAmong } from './keep-values.ts'
import { isInForce } from './legal-basis.ts'
import { toLegalBasis } from './legal-basis-row.ts'
import { endLegalBasis } from './manage-legal-bases.ts'
import {
  deleteOfLegalBasis,
  deleteOfSubjects,
  deleteOverdue,
  legalBasesToEnd,
  readLegalBases,
  subjectsOfLegalBasis,
} from './store.ts'

/** Rows a transaction. */
const pageRows = 2_000

/** Of one account; harmless to repeat, and to stop between two steps. */
export async function sweepAccount(deps: SensitiveDeps, caller: Caller): Promise<void> {
  const { accountId } = caller
  const { database, clock } = deps
  const at = clock.now()
  await database.inAccount(accountId, async (tx) => {
    for (const legalBasisId of await legalBasesToEnd(tx, accountId, at)) {
      await endLegalBasis(deps, tx, caller, { legalBasisId, reason: 'its last day has come' })
    }
  })
  await pageByPage(() =>
    database.inAccount(accountId, (tx) => deleteOverdue(tx, accountId, at, pageRows)),
  )
  await dropUnagreed(deps, caller)
}

/** The rows of a legal basis that has ended; their key is gone already. */
export async function eraseLegalBasis(
  { database }: Pick<SensitiveDeps, 'database'>,
  { accountId }: Pick<Caller, 'accountId'>,
  legalBasisId: string,
): Promise<void> {
  await pageByPage(() =>
    database.inAccount(accountId, (tx) =>
      deleteOfLegalBasis(tx, accountId, legalBasisId, pageRows),
    ),
  )
}

async function pageByPage(step: () => Promise<number>): Promise<void> {
  while ((await step()) === pageRows);
}

/** Explicit consent holds as long as it is held: who takes it back has nothing kept on it. */
async function dropUnagreed(deps: SensitiveDeps, caller: Caller): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  const rows = await deps.database.inAccount(accountId, (tx) => readLegalBases(tx, accountId))
  for (const row of rows) {
    const legalBasis = toLegalBasis(deps.vault, accountId, row)
    if (legalBasis.basis !== 'explicit_consent' || !isInForce(legalBasis, at)) continue
    let after: SubjectId | null = null
    do {
      after = await deps.database.inAccount(accountId, async (tx) => {
        const page = { after, limit: pageRows }
        const subjects = await subjectsOfLegalBasis(tx, accountId, legalBasis.id, page)
        const agreed = await agreedAmong(deps, tx, accountId, { legalBasis, subjects, at })
        const gone = subjects.filter((id) => agreed?.has(id) !== true)
        const values = await deleteOfSubjects(tx, accountId, legalBasis.id, gone)
        if (values > 0) {
          const details = { legalBasis: legalBasis.id, people: gone.length, values }
          await deps.audit.record(tx, caller, { action: 'sensitive.consent_gone', details })
        }
        return subjects.length < pageRows ? null : (subjects.at(-1) ?? null)
      })
    } while (after !== null)
  }
}
