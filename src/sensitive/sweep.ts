// Retention: ended legal bases, values past their days, withdrawn consents.
import { restrictedPeople } from '../contacts/index.ts'
import type { AccountId, Caller, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey } from '../vault/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { agreedAmong } from './keep-values.ts'
import { isInForce } from './legal-basis.ts'
import { toLegalBasis } from './legal-basis-row.ts'
import { endLegalBasis } from './manage-legal-bases.ts'
import {
  countOverdueOf,
  deleteOfLegalBasis,
  deleteOfSubjects,
  deleteOverdue,
  findLegalBasis,
  hasValuesOn,
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
    database.inAccount(accountId, async (tx) => {
      const spared = await restrictedPeople(tx, accountId)
      return deleteOverdue(tx, accountId, at, { limit: pageRows, spared })
    }),
  )
  await dropUnagreed(deps, caller)
  await eraseLifted(deps, caller)
}

/**
 * The rows of a legal basis that has ended. Their key is gone already, but where somebody asked
 * that their data only be kept (GDPR 18): it goes with the last of theirs.
 */
export async function eraseLegalBasis(
  { database, vault }: Pick<SensitiveDeps, 'database' | 'vault'>,
  { accountId }: Pick<Caller, 'accountId'>,
  legalBasisId: string,
): Promise<void> {
  await pageByPage(() =>
    database.inAccount(accountId, async (tx) => {
      const spared = await restrictedPeople(tx, accountId)
      const some = { limit: pageRows, spared }
      const gone = await deleteOfLegalBasis(tx, accountId, legalBasisId, some)
      if (gone < pageRows) await dropKey({ vault }, tx, accountId, legalBasisId)
      return gone
    }),
  )
}

async function dropKey(
  { vault }: Pick<SensitiveDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
): Promise<void> {
  const row = await findLegalBasis(tx, accountId, legalBasisId, 'update')
  if (row?.state !== 'ended' || (await hasValuesOn(tx, accountId, legalBasisId, null))) return
  await vault.destroyKeys(tx, accountId, [row.keySubjectId], 'both')
}

/** Legal bases that have ended and whose key is there still: what was restricted may be lifted. */
async function eraseLifted(
  { database, vault }: SensitiveDeps,
  { accountId }: Caller,
): Promise<void> {
  const kept = await database.inAccount(accountId, async (tx) => {
    const ended = (await readLegalBases(tx, accountId)).filter(({ state }) => state === 'ended')
    const keys = await vault.openSubjects(
      tx,
      accountId,
      ended.map(({ keySubjectId }) => keySubjectId),
    )
    return ended.filter(({ keySubjectId }) => {
      const held = keys.get(keySubjectId)
      return held !== undefined && hasKey(held.contactKey)
    })
  })
  for (const { id } of kept) await eraseLegalBasis({ database, vault }, { accountId }, id)
}

/** How many values are past their days, and stay while their people’s data may only be kept. */
export async function sparedValues(
  { clock }: Pick<SensitiveDeps, 'clock'>,
  tx: Tx,
  accountId: AccountId,
): Promise<number> {
  const subjects = await restrictedPeople(tx, accountId)
  return countOverdueOf(tx, accountId, { at: clock.now(), subjects })
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
        const spared = new Set(await restrictedPeople(tx, accountId))
        const gone = subjects.filter((id) => agreed?.has(id) !== true && !spared.has(id))
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
