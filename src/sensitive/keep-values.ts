// Stores sensitive values from a file: only on a legal basis in force.
import type { AccountId, ControllerId, ImportId, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys } from '../vault/index.ts'
import type { SensitiveCategory } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError } from './errors.ts'
import { isInForce, type LegalBasis } from './legal-basis.ts'
import { toLegalBasis } from './legal-basis-row.ts'
import { findLegalBasis, type NewValue, putValues } from './store.ts'
import { valuePlace } from './value-place.ts'

const dayMs = 86_400_000

/** A column of a file and the legal basis on which it goes in. */
export type SensitiveColumn = { label: string; legalBasisId: string }

export type SensitiveBatch = {
  columns: readonly SensitiveColumn[]
  importId: ImportId
  at: Instant
  /** `values` in the order of the columns; null or empty where a row says nothing. */
  rows: readonly { keys: SubjectKeys; values: readonly (string | null)[] }[]
}

export const leftReasons = ['legal_basis_ended', 'no_consent_on_wording'] as const
export type LeftReason = (typeof leftReasons)[number]
export type Kept = { kept: number; left: Record<LeftReason, number> }

/**
 * Before a file goes in: of each column its legal basis, all of one legal entity, which is told.
 */
export async function checkColumns(
  deps: Pick<SensitiveDeps, 'vault' | 'clock'>,
  tx: Tx,
  accountId: AccountId,
  columns: readonly { legalBasisId: string; category: SensitiveCategory }[],
): Promise<ControllerId | null> {
  const at = deps.clock.now()
  let controllerId: ControllerId | null = null
  for (const { legalBasisId, category } of columns) {
    const row = await findLegalBasis(tx, accountId, legalBasisId, 'share')
    if (row === null) throw sensitiveError('sensitive.legal_basis_not_found')
    const isOfOther = controllerId !== null && controllerId !== row.controllerId
    if (!isInForce(row, at) || row.category !== category || isOfOther) {
      throw sensitiveError('sensitive.legal_basis_unusable', { category })
    }
    controllerId = row.controllerId
  }
  return controllerId
}

/**
 * The legal basis is held until the batch is kept: one that ends meanwhile waits for it, and then
 * takes its values too. One that has ended lets nothing in, whatever was mapped before.
 */
export async function keepValues(
  deps: Pick<SensitiveDeps, 'vault' | 'consent'>,
  tx: Tx,
  accountId: AccountId,
  batch: SensitiveBatch,
): Promise<Kept> {
  const report: Kept = { kept: 0, left: { legal_basis_ended: 0, no_consent_on_wording: 0 } }
  for (const legalBasisId of [
    ...new Set(batch.columns.map((column) => column.legalBasisId)),
  ].sort()) {
    const told = cellsOf(batch, legalBasisId)
    if (told.length === 0) continue
    const row = await findLegalBasis(tx, accountId, legalBasisId, 'share')
    const legalBasis = row === null ? null : toLegalBasis(deps.vault, accountId, row)
    if (legalBasis === null || !isInForce(legalBasis, batch.at)) {
      report.left.legal_basis_ended += told.length
      continue
    }
    const subjects = told.map(({ keys }) => keys.subjectId)
    const agreed = await agreedAmong(deps, tx, accountId, { legalBasis, subjects, at: batch.at })
    const cells = agreed === null ? told : told.filter(({ keys }) => agreed.has(keys.subjectId))
    report.left.no_consent_on_wording += told.length - cells.length
    report.kept += await putCells(deps, tx, accountId, { legalBasis, batch, cells })
  }
  return report
}

type Cell = { keys: SubjectKeys; label: string; value: string }

function cellsOf({ columns, rows }: SensitiveBatch, legalBasisId: string): Cell[] {
  return rows.flatMap(({ keys, values }) =>
    columns.flatMap((column, index) => {
      const value = values[index] ?? null
      if (column.legalBasisId !== legalBasisId || value === null || !hasKey(keys.contactKey))
        return []
      return [{ keys, label: column.label, value }]
    }),
  )
}

/**
 * Who agrees today to the words of the legal basis; null where the legal basis is no consent. An
 * objection or a withdrawal ends it, and no other legal basis of marketing stands in.
 */
export async function agreedAmong(
  deps: Pick<SensitiveDeps, 'consent'>,
  tx: Tx,
  accountId: AccountId,
  asked: { legalBasis: LegalBasis; subjects: readonly SubjectId[]; at: Instant },
): Promise<ReadonlySet<SubjectId> | null> {
  const { legalBasis, at } = asked
  if (legalBasis.basis !== 'explicit_consent') return null
  const subjects = [...new Set(asked.subjects)]
  const agreed = new Set<SubjectId>()
  const { wordingId, controllerId } = legalBasis
  if (wordingId === null || subjects.length === 0) return agreed
  const wording = await deps.consent.findWording(tx, accountId, wordingId)
  const tags = subjects.map(() => null)
  for (const channel of wording?.channels ?? []) {
    for (const purpose of wording?.purposes ?? []) {
      const question = { controllerId, channel, purpose, at }
      const facts = await deps.consent.gateFacts(tx, accountId, { subjects, tags }, question)
      for (const [index, { consent }] of facts.entries()) {
        const subjectId = subjects[index]
        const isOnWords = consent.effective && consent.legalBasis === undefined
        if (subjectId === undefined || !isOnWords) continue
        if (consent.wordingId === wordingId) agreed.add(subjectId)
      }
    }
  }
  return agreed
}

type Putting = { legalBasis: LegalBasis; batch: SensitiveBatch; cells: readonly Cell[] }

/** How many values are kept. */
async function putCells(
  { vault }: Pick<SensitiveDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  { legalBasis, batch, cells }: Putting,
): Promise<number> {
  const opened = await vault.openSubjects(tx, accountId, [legalBasis.keySubjectId])
  const legalBasisKeys = opened.get(legalBasis.keySubjectId)
  if (legalBasisKeys === undefined || cells.length === 0) return 0
  const tags = new Map<string, Buffer>()
  // A statement meets each row once; an import gives each column a label of its own.
  const values = new Map<string, NewValue>()
  for (const { keys, label, value } of cells) {
    const known = tags.get(label)
    const columnTag =
      known ?? vault.installationTag('sensitive.column', `${accountId}\u0000${label}`)
    if (known === undefined) tags.set(label, columnTag)
    const { subjectId } = keys
    const plain = Buffer.from(JSON.stringify({ label, value }), 'utf8')
    const where = valuePlace({
      subjectId,
      legalBasisId: legalBasis.id,
      columnTag,
      importId: batch.importId,
    })
    const sealed = vault.sealSensitive(
      { person: keys, legalBasis: legalBasisKeys },
      accountId,
      where,
      plain,
    )
    values.set(where.rowId, { subjectId, columnTag, sealed })
  }
  const keepUntil = Math.min(legalBasis.endsAt, batch.at + legalBasis.keepDays * dayMs)
  const { importId, at } = batch
  await putValues(tx, accountId, { legalBasisId: legalBasis.id, importId, at, keepUntil }, [
    ...values.values(),
  ])
  return values.size
}
