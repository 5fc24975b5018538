// A user confirms what the columns are; the import is then queued.
import { type ColumnFinding, storageOf } from '../../classification/index.ts'
import type { Wording, Wordings } from '../../consent/index.ts'
import type { List } from '../../contacts/index.ts'
import type { Caller, ImportId, Instant, ListId, WordingId } from '../../kernel/index.ts'
import type { SensitiveCategory } from '../../sensitive/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Mapping } from '../contract.ts'
import { type IntakeDeps, intakeLimits } from '../deps.ts'
import { intakeError } from '../errors.ts'
import {
  type CustomColumn,
  headersOf,
  lockedImport,
  openColumn,
  type StoredAnalysis,
  type StoredMapping,
  sealColumn,
} from '../reading/import-record.ts'
import { rememberSource } from '../reading/known-source.ts'
import { startRun } from '../store.ts'
import type { ImportRow } from '../tables.ts'
import { begunBy, type ConsentDefaults, isAhead, readDate, wordingKey } from './consent-claim.ts'
import { customColumnsOf } from './custom-columns.ts'
import { checkMapping, overruled } from './mapping.ts'

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
    const checked = await checkedMapping(deps, tx, { caller, row, mapping, now })
    const { analysis, columns, custom } = checked
    const list = await listOf(deps, tx, { caller, mapping, now, ...checked })
    for (const { index, type, reason } of mapping.overrules) {
      const was = analysis.columns[index]?.type ?? 'empty'
      const details = { import: importId, column: index + 1, was, type }
      await deps.audit.record(tx, caller, { action: 'intake.column_overruled', reason, details })
    }
    await recordSensitive(deps, tx, { caller, importId, columns, mapping })
    const headers = headersOf(analysis)
    await rememberSource(deps, tx, accountId, { headers, mapping, at: now })
    const stored: StoredMapping = { mapping, language: caller.language, custom }
    await startRun(tx, key, {
      mappingSealed: sealColumn(deps, key, 'mapping_sealed', stored),
      listId: list.id,
      at: now,
    })
    await deps.jobs.enqueue(tx, {
      name: 'intake.run_import',
      attemptsMax: intakeLimits.attemptsMax,
      key: importId,
      accountId,
      input: { importId },
    })
  })
}

export type CheckedMapping = {
  analysis: StoredAnalysis
  /** As a person corrected them. */
  columns: ColumnFinding[]
  custom: CustomColumn[]
  /** Whose sensitive columns go in; null where none does. */
  controllerId: List['controllerId']
}

/** Refuses a mapping that may not be, for an import that is not ready for one too. */
export async function checkedMapping(
  deps: IntakeDeps,
  tx: Tx,
  { caller, row, mapping, now }: { caller: Caller; row: ImportRow; mapping: Mapping; now: Instant },
): Promise<CheckedMapping> {
  const analysis = openColumn<StoredAnalysis>(deps, row, 'analysis_sealed')
  const isReady = row.state === 'analysed' || row.state === 'mapping_needed'
  if (analysis === null || !isReady) {
    throw intakeError('intake.not_ready_for_mapping', { state: row.state })
  }
  if (row.file_deleted_at !== null) throw intakeError('intake.file_gone')
  const columns = overruled(analysis.columns, mapping)
  checkMapping(columns, mapping)
  const custom = await customOf(deps, tx, { caller, columns, mapping })
  await consentDefaults(deps, tx, { caller, mapping, now })
  const legalBases = legalBasesOf(columns, mapping)
  const controllerId = await deps.sensitive.checkColumns(tx, caller.accountId, legalBases)
  return { analysis, columns, custom, controllerId }
}

/** A new one, or the one that was chosen: what is sensitive stays with its own entity. */
async function listOf(
  { contacts }: Pick<IntakeDeps, 'contacts'>,
  tx: Tx,
  asked: { caller: Caller; mapping: Mapping; now: Instant; controllerId: List['controllerId'] },
): Promise<List> {
  const { caller, mapping, now, controllerId } = asked
  const { accountId } = caller
  if (mapping.listId === null) {
    return contacts.createList(tx, accountId, mapping.listName, now, controllerId)
  }
  const list = await contacts.list(tx, accountId, mapping.listId as ListId)
  if (list === null) throw intakeError('intake.list_not_found')
  if (controllerId !== null && list.controllerId !== controllerId) {
    throw intakeError('intake.list_of_another_entity')
  }
  return list
}

/**
 * Each sensitive column that may go in, with what it holds:
 * whether its legal basis covers that is asked.
 */
function legalBasesOf(columns: readonly ColumnFinding[], { sensitive }: Mapping) {
  return sensitive.map(({ index, legalBasisId }) => ({
    legalBasisId,
    category: columns[index]?.type as SensitiveCategory,
  }))
}

async function customOf(
  deps: Pick<IntakeDeps, 'contacts'>,
  tx: Tx,
  { caller, columns, mapping }: Omit<Deciding, 'importId'>,
): Promise<CustomColumn[]> {
  if (mapping.custom.length === 0) return []
  return customColumnsOf(columns, mapping, await deps.contacts.customFields(tx, caller.accountId))
}

type Deciding = {
  caller: Caller
  importId: ImportId
  columns: readonly ColumnFinding[]
  mapping: Mapping
}

/**
 * Articles 9 and 10 stood beside numbers: which columns did not go in, and which did on what
 * legal basis, is said where it can be read later.
 */
async function recordSensitive(
  deps: IntakeDeps,
  tx: Tx,
  { caller, importId, columns, mapping }: Deciding,
) {
  const legalBasisOf = new Map(
    mapping.sensitive.map(({ index, legalBasisId }) => [index, legalBasisId]),
  )
  const special = columns.filter(({ type }) => storageOf(type) === 'needs_legal_basis')
  const left = special.filter(({ index }) => !legalBasisOf.has(index))
  if (left.length > 0) {
    await deps.audit.record(tx, caller, {
      action: 'intake.special_columns_left_out',
      details: { import: importId, columns: namesOf(left) },
    })
  }
  for (const column of special) {
    const legalBasis = legalBasisOf.get(column.index)
    if (legalBasis === undefined) continue
    await deps.audit.record(tx, caller, {
      action: 'intake.special_column_let_in',
      details: { import: importId, columns: namesOf([column]), legalBasis },
    })
  }
}

const namesOf = (columns: readonly ColumnFinding[]): string =>
  columns.map(({ index, type }) => `${index + 1}: ${type}`).join(', ')

type Question = { caller: Caller; mapping: Pick<Mapping, 'consent'>; now: Instant }

export type ResolvedConsent = ConsentDefaults & {
  texts: ReadonlyMap<string, WordingId>
  /** By wording: whose consent it is. */
  controllers: ReadonlyMap<WordingId, Wording['controllerId']>
}

/**
 * What the mapping says of consent, with the wordings that may be named; refuses what cannot be.
 */
export async function consentDefaults(
  { accounts, consent }: Pick<IntakeDeps, 'accounts'> & { consent: Pick<Wordings, 'listWordings'> },
  tx: Tx,
  { caller, mapping, now }: Question,
): Promise<ResolvedConsent> {
  const asked = mapping.consent
  const all = await consent.listWordings(tx, caller.accountId)
  const usable = all.filter((wording) => isUsable(wording, asked?.purpose))
  const wordings = new Map<string, WordingId>()
  const texts = new Map<string, WordingId>()
  // Older versions first: a name that several versions share means the newest.
  for (const wording of [...usable].sort((a, b) => a.version - b.version)) {
    wordings.set(wordingKey(wording.name), wording.wordingId)
    wordings.set(wordingKey(wording.shownText), wording.wordingId)
    texts.set(wordingKey(wording.shownText), wording.wordingId)
    wordings.set(wording.wordingId, wording.wordingId)
    wordings.set(Buffer.from(wording.sha256).toString('hex'), wording.wordingId)
  }
  const wordingId = (asked?.wordingId ?? null) as WordingId | null
  if (wordingId !== null && !usable.some((wording) => wording.wordingId === wordingId)) {
    throw intakeError('intake.consent_wording_unusable')
  }
  const { zone } = await accounts.facts(tx, caller.accountId)
  const date = asked?.date ? readDate(asked.date, zone) : null
  if (date !== null && isAhead(date, { zone, now })) {
    throw intakeError('intake.consent_date_in_future')
  }
  return {
    zone,
    wholeFile: asked?.wholeFile ?? false,
    wordingId,
    givenAt: date === null ? null : begunBy(date, { zone, now }),
    source: asked?.source ?? null,
    wordings,
    texts,
    quotedOnly: asked?.quotedOnly ?? false,
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
