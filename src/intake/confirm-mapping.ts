// A person confirms what the columns are: checked, recorded, and the run asked for.
import { type ColumnFinding, keepingOf } from '../classification/index.ts'
import type { Consent, Wording } from '../consent/index.ts'
import type { Caller, ImportId, Instant, WordingId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { headersOf } from './analyse-import.ts'
import { type ConsentDefaults, readDate, wordingKey } from './consent-claim.ts'
import type { Mapping } from './contract.ts'
import type { IntakeDeps } from './deps.ts'
import { intakeError } from './errors.ts'
import { lockedImport, openColumn, type StoredAnalysis, sealColumn } from './import-record.ts'
import { rememberSource } from './known-source.ts'
import { checkMapping, overruled } from './mapping.ts'
import { startRun } from './store.ts'

export async function confirmMapping(
  deps: IntakeDeps,
  caller: Caller,
  { importId, mapping }: { importId: ImportId; mapping: Mapping },
): Promise<void> {
  const { accountId } = caller
  const key = { accountId, importId }
  const now = deps.clock.now()
  await deps.database.inAccount(accountId, async (tx) => {
    const row = await lockedImport(tx, key)
    const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
    const isReady = row.state === 'analysed' || row.state === 'mapping_needed'
    if (analysis === null || !isReady) {
      throw intakeError('intake.not_ready_for_mapping', { state: row.state })
    }
    if (row.file_deleted_at !== null) throw intakeError('intake.file_gone')
    const columns = overruled(analysis.columns, mapping)
    checkMapping(columns, mapping)
    await consentDefaults(deps.consent, tx, { caller, mapping, now })
    const list = await deps.contacts.createList(tx, accountId, mapping.listName, now)
    for (const { index, type, reason } of mapping.overrules) {
      const was = analysis.columns[index]?.type ?? 'empty'
      const details = { import: importId, column: index + 1, was, type }
      await deps.audit.record(tx, caller, { action: 'intake.column_overruled', reason, details })
    }
    await recordLeftOut(deps, tx, { caller, importId, columns })
    const headers = headersOf(analysis)
    await rememberSource(deps, tx, accountId, { headers, mapping, at: now })
    const stored = { mapping, language: caller.language }
    await startRun(tx, key, {
      mappingSealed: sealColumn(deps, key, 'mapping_sealed', stored),
      listId: list.id,
      at: now,
    })
    await deps.jobs.enqueue(tx, {
      name: 'intake.run_import',
      key: importId,
      accountId,
      input: { importId },
    })
  })
}

type Left = { caller: Caller; importId: ImportId; columns: readonly ColumnFinding[] }

/** Articles 9 and 10 stood beside numbers and did not go in: that is said where it can be read later. */
async function recordLeftOut(deps: IntakeDeps, tx: Tx, { caller, importId, columns }: Left) {
  const special = columns.filter(({ type }) => keepingOf(type) === 'needs_a_ground')
  if (special.length === 0) return
  const left = special.map(({ index, type }) => `${index + 1}: ${type}`).join(', ')
  await deps.audit.record(tx, caller, {
    action: 'intake.special_columns_left_out',
    details: { import: importId, columns: left },
  })
}

type Question = { caller: Caller; mapping: Pick<Mapping, 'consent'>; now: Instant }

export type ResolvedConsent = ConsentDefaults & {
  /** By wording: whose consent it is. */
  controllers: ReadonlyMap<WordingId, Wording['controllerId']>
}

/** What the mapping says of consent, with the wordings that may be named; refuses what cannot be. */
export async function consentDefaults(
  consent: Pick<Consent, 'listWordings'>,
  tx: Tx,
  { caller, mapping, now }: Question,
): Promise<ResolvedConsent> {
  const asked = mapping.consent
  const all = await consent.listWordings(tx, caller.accountId)
  const usable = all.filter((wording) => isUsable(wording, asked?.purpose))
  const wordings = new Map<string, WordingId>()
  // Older versions first: a name that several versions share means the newest.
  for (const wording of [...usable].sort((a, b) => a.version - b.version)) {
    wordings.set(wordingKey(wording.name), wording.wordingId)
    wordings.set(wordingKey(wording.shownText), wording.wordingId)
    wordings.set(wording.wordingId, wording.wordingId)
    wordings.set(Buffer.from(wording.sha256).toString('hex'), wording.wordingId)
  }
  const wordingId = (asked?.wordingId ?? null) as WordingId | null
  if (wordingId !== null && !usable.some((wording) => wording.wordingId === wordingId)) {
    throw intakeError('intake.consent_wording_unusable')
  }
  const givenAt = asked?.date ? readDate(asked.date) : null
  if (givenAt !== null && givenAt > now) throw intakeError('intake.consent_date_in_future')
  return {
    wholeFile: asked?.wholeFile ?? false,
    wordingId,
    givenAt,
    source: asked?.source ?? null,
    wordings,
    controllers: new Map(usable.map((wording) => [wording.wordingId, wording.controllerId])),
  }
}

function isUsable(wording: Wording, purpose: string | undefined): boolean {
  return (
    wording.state === 'published' &&
    wording.channels.includes('sms') &&
    (purpose === undefined || wording.purposes.includes(purpose))
  )
}
