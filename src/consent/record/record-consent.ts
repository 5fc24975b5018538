// Records consents, one or thousands: judges each against its wording and what stands, then writes.
import type {
  AccountId,
  Caller,
  Clock,
  EntryId,
  Instant,
  Language,
  SubjectId,
  WordingId,
} from '../../kernel/index.ts'
import type { LeafKind } from '../../ledger/index.ts'
import type { ColumnLists, Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import { mayLiftObjection, rankOf, type Witness, type Wording } from '../consent.ts'
import { isInFuture, monthsLater, policyByDefault } from '../consent-dates.ts'
import { type ConsentRefusal, consentError, mendSentence } from '../errors.ts'
import {
  actorOf,
  type EntryDeps,
  type EventInput,
  insertMade,
  isoText,
  type MadeEntries,
  makeEntries,
  writeEntries,
} from '../ledger/write-entries.ts'
import { stateLists, upsertGiven } from '../store/entry-store.ts'
import { fileRefusals } from '../store/file-refusal-store.ts'
import { StateMacs } from '../store/guard-macs.ts'
import { type HoldPeopleDeps, holdPeople, holdPerson } from '../store/hold-people.ts'
import { endLegalBases } from '../store/legal-basis-store.ts'
import { findWordings, lastObjectionAt, readFacts, readPolicy } from '../store/store.ts'
import { liftSuppression, readSuppressions } from '../store/suppression-store.ts'
import { forgetWithdrawnNumber, withdrawnAmong } from '../store/withdrawn-store.ts'
import type { HeldState, NewState, StateKey } from '../tables.ts'
import { type MendDetails, mendDetails } from '../wording/mend.ts'
import type {
  BulkOutcome,
  ConsentBatch,
  ConsentRow,
  RecordInput,
  RecordOutcome,
} from './consent-input.ts'
import {
  type Claim,
  isHeld,
  judgeWording,
  keptGrade,
  nothingStands,
  objects,
  type Standing,
} from './judge-claim.ts'

export type RecordDeps = EntryDeps &
  HoldPeopleDeps & {
    clock: Clock
    /**
     * Told, in the transaction that records them, of people who were known and have agreed, with
     * the day on which each did.
     */
    agreed?: TellAgreed
  }
export type TellAgreed = (
  tx: Tx,
  accountId: AccountId,
  given: readonly { subjectId: SubjectId; since: Instant }[],
) => Promise<void>

type Context = {
  accountId: AccountId
  actor: string
  at: Instant
  key: StateKey
  validMonths: number
}

async function contextOf(
  deps: RecordDeps,
  tx: Tx,
  caller: Caller,
  key: StateKey,
): Promise<Context> {
  const policy = (await readPolicy(tx, caller.accountId)) ?? policyByDefault
  return {
    accountId: caller.accountId,
    actor: actorOf(caller),
    at: deps.clock.now(),
    key,
    validMonths: policy.valid_months,
  }
}

async function readStanding(
  { guard }: Pick<RecordDeps, 'guard'>,
  tx: Tx,
  context: Context,
  rows: readonly Pick<ConsentRow, 'keys' | 'tag' | 'isNew'>[],
): Promise<Standing[]> {
  const { accountId, key } = context
  const tags = rows.map((row) => row.tag)
  // Of who was made in this very transaction nothing can be held.
  const isAllNew = rows.length > 1 && rows.every((row) => row.isNew === true)
  const subjects = isAllNew ? [] : rows.map((row) => (row.isNew ? null : row.keys.subjectId))
  const { held, scopes, altered } = isAllNew
    ? { ...nothingHeld, scopes: await readSuppressions(guard, tx, accountId, tags) }
    : await readFacts(guard, tx, accountId, { subjects, tags }, key)
  const withdrawn = await withdrawnAmong(tx, accountId, tags, key)
  return rows.map((_, index) => {
    const suppression = scopes[index] ?? null
    const hasWithdrawn = withdrawn.has(index)
    const row = believed(held[index] ?? null, altered)
    if (row === null && suppression === null && !hasWithdrawn) return nothingStands
    return { held: row === null ? null : heldOf(row), suppression, hasWithdrawn }
  })
}

const nothingHeld = { held: [] as (HeldState | null)[], altered: new Set<SubjectId>() }

/** Of a row that somebody without the keys has changed a no is taken, and nothing else. */
function believed(row: HeldState | null, altered: ReadonlySet<SubjectId>): HeldState | null {
  if (row === null || altered.size === 0 || row.state === 'withdrawn') return row
  return altered.has(row.subject_id) ? null : row
}

const heldOf = (row: HeldState): Standing['held'] => ({
  state: row.state,
  since: row.since,
  gradeRank: row.grade_rank,
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

function eventOf(
  context: Context,
  keys: SubjectKeys,
  claim: Claim,
  seen: { kind: LeafKind; witness: Witness } | null = null,
): EventInput {
  const { wording, grade, evidence } = claim
  const { givenAt, grade: declared, source } = evidence
  return {
    kind: grade === 'claimed' ? 'import.declared' : (seen?.kind ?? 'consent.given'),
    purpose: context.key.purpose,
    channel: context.key.channel,
    wordingSha256: wording?.sha256 ?? null,
    keys,
    body: {
      actor: context.actor,
      controller: context.key.controllerId,
      declaredGrade: declared === grade ? undefined : declared,
      details: evidence.details,
      documentType: evidence.documentType,
      formUrl: evidence.formUrl,
      formVersion: evidence.formVersion,
      givenAt: givenAt === null ? undefined : isoText(givenAt),
      grade,
      handset: evidence.handset,
      importFileSha256: evidence.importFileSha256,
      importId: evidence.importId,
      importRow: evidence.importRow,
      ip: evidence.ip,
      locale: evidence.locale,
      messageId: evidence.messageId,
      note: evidence.note,
      number: evidence.number,
      scanSha256: evidence.scanSha256,
      shortCode: evidence.shortCode,
      source: source ?? undefined,
      userAgent: evidence.userAgent,
      witness: seen?.witness,
    },
  }
}

const macsOf = ({ guard }: Pick<RecordDeps, 'guard'>, { accountId, key }: Context) =>
  new StateMacs(guard.keyOf(accountId), accountId, key)

function stateOf(
  context: Context,
  row: { keys: SubjectKeys; entryId: EntryId },
  claim: Claim,
): NewState {
  const isProven = claim.grade !== 'claimed'
  const since = claim.evidence.givenAt ?? context.at
  return {
    subjectId: row.keys.subjectId,
    since,
    validUntil: monthsLater(since, context.validMonths),
    gradeRank: rankOf(claim.grade),
    wordingId: isProven ? (claim.wording?.wordingId ?? null) : null,
    entryId: row.entryId,
  }
}

/** What becomes of each row of a batch, before anything is written. */
type Sorted = {
  outcomes: ('recorded' | 'unproven' | ConsentRefusal)[]
  entryIds: (EntryId | null)[]
  kept: { index: number; row: ConsentRow; claim: Claim }[]
  /** The same person again: answered as the first row that tells of them. */
  repeats: { index: number; of: number }[]
}

export async function recordConsents(
  deps: RecordDeps,
  tx: Tx,
  caller: Caller,
  batch: ConsentBatch,
): Promise<BulkOutcome> {
  const { rows, controllerId, channel, purpose } = batch
  const context = await contextOf(deps, tx, caller, { controllerId, channel, purpose })
  const ids = new Set(rows.flatMap((row) => (row.wordingId === null ? [] : [row.wordingId])))
  const wordings = await findWordings(tx, context.accountId, [...ids])
  // Who was made in this very transaction is seen by nobody yet.
  const known = rows.flatMap(({ isNew, keys }) => (isNew === true ? [] : [keys.subjectId]))
  const gone = await holdPeople(deps, tx, context.accountId, known)
  const standing = await readStanding(deps, tx, context, rows)
  const saidNo = await fileRefusals(tx, context.accountId, known, context.key)
  const sorted = sortRows(batch, { context, wordings, standing, ids, saidNo })
  const batchIds = await writeKept(deps, tx, context, { sorted, gone })
  for (const { index, of } of sorted.repeats) sorted.entryIds[index] = sorted.entryIds[of] ?? null
  return { outcomes: sorted.outcomes, entryIds: sorted.entryIds, batchIds }
}

function sortRows(
  batch: ConsentBatch,
  known: {
    context: Context
    wordings: ReadonlyMap<WordingId, Wording>
    standing: readonly Standing[]
    ids: ReadonlySet<WordingId>
    saidNo: ReadonlyMap<SubjectId, Instant>
  },
): Sorted {
  const { context, wordings, standing } = known
  const refusals = new Map<WordingId, ConsentRefusal | null>()
  for (const id of known.ids) refusals.set(id, judgeWording(wordings.get(id), context.key))
  const sorted: Sorted = {
    outcomes: [],
    entryIds: batch.rows.map(() => null),
    kept: [],
    repeats: [],
  }
  // A person who was made for a row comes again only as one who is known.
  const mayRepeat = batch.rows.some((row) => row.isNew !== true)
  const firstOf = new Map<string, number>()
  for (let index = 0; index < batch.rows.length; index += 1) {
    const row = batch.rows[index] as ConsentRow
    const stands = standing[index] ?? nothingStands
    const refused = row.wordingId === null ? null : (refusals.get(row.wordingId) ?? null)
    const saidNoUntil = known.saidNo.get(row.keys.subjectId)
    const refusal = refused ?? refusalOfRow(row, { stands, saidNoUntil, at: context.at })
    if (refusal !== null) {
      sorted.outcomes.push(refusal)
      continue
    }
    const claim = claimOf(batch, row, wordings)
    sorted.outcomes.push(claim.grade === 'claimed' ? 'unproven' : 'recorded')
    const first = mayRepeat ? firstOf.get(row.keys.subjectId) : undefined
    if (first !== undefined) sorted.repeats.push({ index, of: first })
    else if (isHeld(stands.held, claim)) sorted.entryIds[index] = stands.held.entryId
    else sorted.kept.push({ index, row, claim })
    if (mayRepeat && first === undefined) firstOf.set(row.keys.subjectId, index)
  }
  return sorted
}

function refusalOfRow(
  { givenAt }: ConsentRow,
  known: { stands: Standing; saidNoUntil: Instant | undefined; at: Instant },
): ConsentRefusal | null {
  const { stands, saidNoUntil, at } = known
  if (isInFuture(givenAt, at)) return 'given_in_future'
  if (objects(stands)) return 'objection_stands'
  return isRefusedSince(givenAt, saidNoUntil) ? 'refused_since' : null
}

/** Whoever vouches for it: a yes that is older than the no is no change of mind. */
function isRefusedSince(givenAt: Instant | null, saidNoUntil: Instant | undefined): boolean {
  return givenAt !== null && saidNoUntil !== undefined && givenAt < saidNoUntil
}

function claimOf(
  batch: ConsentBatch,
  row: ConsentRow,
  wordings: ReadonlyMap<WordingId, Wording>,
): Claim {
  const wording = row.wordingId === null ? null : (wordings.get(row.wordingId) ?? null)
  const evidence: Claim['evidence'] = {
    grade: batch.grade,
    givenAt: row.givenAt,
    source: row.source,
  }
  if (row.number !== null) evidence.number = row.number
  if (batch.importId !== undefined) evidence.importId = batch.importId
  if (batch.importFileSha256 !== undefined) evidence.importFileSha256 = batch.importFileSha256
  if (row.importRow !== undefined) evidence.importRow = row.importRow
  // A file is somebody's word, whatever grade its sender names; batches of other grades are ours.
  const grade = keptGrade(wording, evidence, batch.witness ?? 'declared')
  return { wording, evidence, grade }
}

async function writeKept(
  deps: RecordDeps,
  tx: Tx,
  context: Context,
  { sorted: { kept, entryIds }, gone }: { sorted: Sorted; gone: readonly SubjectId[] },
): Promise<string[]> {
  if (kept.length === 0) return []
  const areGone = new Set(gone)
  if (kept.some(({ row }) => areGone.has(row.keys.subjectId))) {
    throw consentError('consent.contact_went')
  }
  const areNew = kept.every(({ row }) => row.isNew === true)
  const known = areNew ? [] : kept.filter(({ row }) => row.isNew !== true)
  const agreed = known.flatMap(({ row, claim }) => agreedOf(row.keys, claim))
  const made = makeKept(deps, context, { kept, entryIds })
  // They are written: of thousands of rows none need live until the database has them.
  kept.length = 0
  await insertMade(deps, tx, context, made)
  await upsertGiven(tx, context.accountId, context.key, {
    states: made.states,
    areNew,
    liftsWithdrawal: false,
    at: context.at,
  })
  await tellAgreed(deps, tx, context, agreed)
  return made.batches.map(({ batchId }) => batchId)
}

type Agreed = Parameters<TellAgreed>[2]

/** A claim without its day says nothing of when the person was there. */
function agreedOf({ subjectId }: SubjectKeys, { grade, evidence: { givenAt } }: Claim): Agreed {
  return grade === 'claimed' || givenAt === null ? [] : [{ subjectId, since: givenAt }]
}

async function tellAgreed(
  { agreed }: RecordDeps,
  tx: Tx,
  { accountId }: Context,
  given: Agreed,
): Promise<void> {
  if (given.length > 0) await agreed?.(tx, accountId, given)
}

function makeKept(
  deps: RecordDeps,
  context: Context,
  { kept, entryIds }: Pick<Sorted, 'kept' | 'entryIds'>,
): MadeEntries & { states: ColumnLists<NewState> } {
  const states = stateLists(kept.length, macsOf(deps, context))
  const eventAt = (at: number, entryId: EntryId) => {
    const { index, row, claim } = kept[at] as (typeof kept)[number]
    entryIds[index] = entryId
    states.push(stateOf(context, { keys: row.keys, entryId }, claim))
    return eventOf(context, row.keys, claim)
  }
  return { ...makeEntries(deps, context, { count: kept.length, eventAt }), states }
}

function refuse(
  refusal: ConsentRefusal,
  about: { wording: Wording | null; key: StateKey; reader: Language },
): Extract<RecordOutcome, { outcome: 'refused' }> {
  const { wording, key, reader } = about
  const details: MendDetails = {
    ...(wording === null ? {} : mendDetails(wording, [key.channel], reader)),
    purpose: key.purpose,
  }
  return { outcome: 'refused', refusal, mend: mendSentence(reader, refusal, details), details }
}

export async function recordConsent(
  deps: RecordDeps,
  tx: Tx,
  caller: Caller,
  input: RecordInput,
): Promise<RecordOutcome> {
  const { keys, wordingId, controllerId, channel, purpose, evidence, witness, tag } = input
  const key = { controllerId, channel, purpose }
  const context = await contextOf(deps, tx, caller, key)
  const found = wordingId === null ? [] : [wordingId]
  const wordings = await findWordings(tx, context.accountId, found)
  const wording = wordingId === null ? null : (wordings.get(wordingId) ?? null)
  const about = { wording, key, reader: caller.language }
  const refused = wordingId === null ? null : judgeWording(wording ?? undefined, key)
  if (refused !== null) return refuse(refused, about)
  if (isInFuture(evidence.givenAt, context.at)) return refuse('given_in_future', about)
  const claim: Claim = { wording, evidence, grade: keptGrade(wording, evidence, witness) }
  await holdPerson(deps, tx, context.accountId, keys.subjectId)
  const [stands = nothingStands] = await readStanding(deps, tx, context, [{ keys, tag }])
  const lifts = objects(stands)
  const asked = { keys, tag, claim, witness }
  const stays = input.neverLifts === true
  if (lifts && (stays || !(await mayLift(tx, context, asked)))) {
    return refuse('objection_stands', about)
  }
  const saidNo = await fileRefusals(tx, context.accountId, [keys.subjectId], key)
  if (isRefusedSince(evidence.givenAt, saidNo.get(keys.subjectId))) {
    return refuse('refused_since', about)
  }
  const { grade } = claim
  if (!lifts && isHeld(stands.held, claim)) {
    return { outcome: 'recorded', entryId: stands.held.entryId, grade, liftedObjection: false }
  }
  const until = input.validUntil ?? null
  const entryId = await writeOne(deps, tx, context, {
    ...asked,
    lifts,
    until,
    kind: kindOf(stands.held, claim),
  })
  return { outcome: 'recorded', entryId, grade, liftedObjection: lifts }
}

/**
 * A second yes on the same words confirms the first when it is better proven, else it renews it.
 */
function kindOf(held: Standing['held'], { wording, grade }: Claim): LeafKind {
  const isSame = held?.state === 'given' && held.wordingId === (wording?.wordingId ?? null)
  if (!isSame || held.gradeRank <= 0) return 'consent.given'
  return rankOf(grade) > held.gradeRank ? 'consent.confirmed' : 'consent.refreshed'
}

/** A yes from before the no is not a change of mind, however well it is proven. */
async function mayLift(
  tx: Tx,
  { accountId, key, at }: Context,
  one: { keys: SubjectKeys; tag: Uint8Array | null; claim: Claim; witness: Witness },
): Promise<boolean> {
  const { givenAt } = one.claim.evidence
  if (!mayLiftObjection(one.claim.grade, one.witness) || givenAt === null) return false
  const { subjectId } = one.keys
  const { channel, purpose } = key
  const isHeardHere = one.witness === 'server'
  const asked = { subjectId, tag: one.tag, channel, purpose, isHeardHere, at }
  return givenAt >= ((await lastObjectionAt(tx, accountId, asked)) ?? givenAt)
}

/** A day of its own is told, so that the state can be made again of the entries alone. */
const untilDay = (event: EventInput, until: Instant): EventInput => ({
  ...event,
  body: { ...event.body, validUntil: isoText(until) },
})

async function writeOne(
  deps: RecordDeps,
  tx: Tx,
  context: Context,
  one: {
    keys: SubjectKeys
    claim: Claim
    tag: Uint8Array | null
    lifts: boolean
    until: Instant | null
    kind: LeafKind
    witness: Witness
  },
): Promise<EntryId> {
  const { keys, claim, tag, lifts, until } = one
  const said = eventOf(context, keys, claim, { kind: one.kind, witness: one.witness })
  const event = until === null ? said : untilDay(said, until)
  const lifted: EventInput = { ...event, kind: 'suppression.lifted', wordingSha256: null }
  // A sale that was recorded as the STOP came in does not come back with a yes to something else.
  if (lifts)
    await endLegalBases(deps.guard, tx, context.accountId, {
      subjects: [keys.subjectId],
      only: null,
    })
  if (lifts && tag !== null) {
    await liftSuppression(deps.guard, tx, context.accountId, tag)
    await forgetWithdrawnNumber(tx, context.accountId, tag, context.key)
  }
  const written = await writeEntries(deps, tx, context, lifts ? [lifted, event] : [event])
  const entryId = written.at(-1) as EntryId
  const state = stateOf(context, { keys, entryId }, claim)
  const states = stateLists(1, macsOf(deps, context))
  states.push({ ...state, validUntil: until ?? state.validUntil })
  await upsertGiven(tx, context.accountId, context.key, {
    states,
    liftsWithdrawal: lifts,
    at: context.at,
  })
  await tellAgreed(deps, tx, context, agreedOf(keys, claim))
  return entryId
}
