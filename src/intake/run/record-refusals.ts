// Records the refusals in a batch as one act, with all that it counts.
import { lockContactsOf } from '../../contacts/index.ts'
import type { ContactId, E164, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { QuarantineReason } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { addBatches, batchesOfImport, type Key } from '../store.ts'
import type { BatchContext, Tally } from './batch-context.ts'
import { type Objecting, recordObjections } from './record-objections.ts'
import { type SensitiveRow, saveSensitive } from './save-sensitive.ts'

/** Null: the file gives no day, and a refusal without one is of today. */
export type SaidAt = ReadonlyMap<SubjectId, Instant | null>

/** Of somebody whom the account knows, by an outright no; `wasOpen` to marketing until now. */
export type KnownRefusal = {
  subjectId: SubjectId
  contactId: ContactId
  wasOpen: boolean
  saidAt: Instant | null
  reason: QuarantineReason
  sensitive: SensitiveRow | null
}

/**
 * Of a number of an earlier batch; `saidNoAt` is undefined where the row does not say no outright.
 */
export type LaterRefusal = { number: E164; saidNoAt: Instant | null | undefined }

export type Refusals = {
  known: readonly KnownRefusal[]
  later: readonly LaterRefusal[]
  /** Who refuses all advertising, which is more than a consent that is not given. */
  objecting: readonly Objecting[]
}

type Recording = { key: Key; context: BatchContext; tally: Tally }

/**
 * Called in the batch's turn, when the batches before are committed: until its commit a refusal
 * holds up every sale that is being recorded, and the batch before would wait behind that one, as
 * this batch waits for it.
 *
 * Of somebody whom the account knows, what lets it write to them ends. Of a number of an earlier
 * batch, what this file has recorded is taken back, and what it had agreed to before ends where the
 * row says no outright. Who stays open all the same is answered by a consent that is newer than
 * their refusal, or is about something else.
 */
export async function recordRefusals(
  deps: IntakeDeps,
  tx: Tx,
  refusals: Refusals,
  { key, context, tally }: Recording,
): Promise<void> {
  const { known, later, objecting } = refusals
  if (known.length + later.length + objecting.length === 0) return
  const { caller, refusal } = context
  const { accountId } = caller
  await holdAll(deps, tx, accountId, refusals)
  const earlier = await takeBack(deps, tx, later, { key, context, tally })
  const saidAt = new Map(earlier.saidAt)
  for (const one of known) saidAt.set(one.subjectId, one.saidAt)
  const refused = { saidAt, ...refusal, channel: 'sms' as const }
  const { batchIds, closed } = await deps.consent.refuseBulk(tx, caller, refused)
  await addBatches(tx, key, batchIds)
  await rememberRefusals(deps, tx, saidAt, { key, context, areNew: false })
  const all = new Set([...closed, ...earlier.closed])
  const shut = { known, earlier: earlier.contacts, closed: all }
  await quarantineClosed(deps, tx, shut, { key, context, tally })
  const sensitive = known.flatMap((one) => one.sensitive ?? [])
  await saveSensitive(deps, tx, sensitive, { context, tally })
  const source = `import ${key.importId}`
  await recordObjections(deps, tx, caller, { people: objecting, source })
}

/**
 * Whoever records a refusal takes its contacts first and then the lock on sales. Three kinds are
 * recorded here after each other: held one by one, a sale that has the contact of a later kind and
 * waits for that lock would wait for the batch, and the batch for the sale.
 */
async function holdAll(
  deps: Pick<IntakeDeps, 'vault' | 'contacts'>,
  tx: Tx,
  accountId: Key['accountId'],
  { known, later, objecting }: Refusals,
): Promise<void> {
  // Of one kind alone, they are held where they are recorded.
  if (later.length + objecting.length === 0) return
  const numbers = new Set<E164>([...later, ...objecting].map(({ number }) => number))
  const tags = [...numbers].map((number) => deps.vault.numberTag(accountId, number))
  const found = await deps.contacts.findByTags(tx, accountId, tags)
  const subjects = new Set(known.map(({ subjectId }) => subjectId))
  for (const { subjectId } of found.values()) subjects.add(subjectId)
  await lockContactsOf(tx, accountId, [...subjects])
}

type Earlier = {
  contacts: readonly { id: ContactId; subjectId: SubjectId }[]
  /** Whose consent rested on what was taken back alone. */
  closed: readonly SubjectId[]
  /** Of those whose row says no outright. */
  saidAt: SaidAt
}

type Closed = {
  known: readonly KnownRefusal[]
  earlier: Earlier['contacts']
  /** Who has neither a consent for SMS left nor another legal basis. */
  closed: ReadonlySet<SubjectId>
}

/** What this file has recorded of people to whom a later row of it says no. */
async function takeBack(
  deps: Pick<IntakeDeps, 'vault' | 'contacts' | 'consent'>,
  tx: Tx,
  later: readonly LaterRefusal[],
  { key, context, tally }: Recording,
): Promise<Earlier> {
  if (later.length === 0) return { contacts: [], closed: [], saidAt: new Map() }
  const { accountId } = key
  const refusedAt = latestOfEach(later)
  const tagOf = (number: E164) => deps.vault.numberTag(accountId, number)
  const byTag = await deps.contacts.findByTags(tx, accountId, [...refusedAt.keys()].map(tagOf))
  const contacts = [...byTag.values()]
  const { entries, closed } = await deps.consent.takeBackBulk(tx, context.caller, {
    batchIds: await batchesOfImport(tx, key),
    subjects: contacts.map((contact) => contact.subjectId),
    only: 'consent.given',
    reason: 'file_says_no_too',
  })
  // They were counted with the batch that recorded them.
  tally.add('consent', -entries)
  const saidAt = new Map<SubjectId, Instant | null>()
  for (const [number, at] of refusedAt) {
    const contact = byTag.get(tagOf(number).toString('hex'))
    if (contact !== undefined && at !== undefined) saidAt.set(contact.subjectId, at)
  }
  return { contacts, closed, saidAt }
}

async function quarantineClosed(
  { contacts }: Pick<IntakeDeps, 'contacts'>,
  tx: Tx,
  { known, earlier, closed }: Closed,
  { key: { accountId }, tally }: Recording,
): Promise<void> {
  const reason = 'consent_not_given'
  const open = known.filter((one) => one.wasOpen && closed.has(one.subjectId))
  for (const one of open) tally.add('quarantined', 1, one.reason)
  const shut = earlier.filter((one) => closed.has(one.subjectId))
  if (open.length > 0) {
    const contactIds = open.map(({ contactId }) => contactId)
    await contacts.quarantine(tx, accountId, { contactIds, reason })
  }
  if (shut.length > 0) {
    const contactIds = shut.map(({ id }) => id)
    // Who was held back already is counted by their first row.
    tally.add(
      'quarantined',
      await contacts.quarantine(tx, accountId, { contactIds, reason }),
      reason,
    )
  }
}

/** Of who is new nothing else remembers it: an older yes of the next file would count. */
export async function rememberRefusals(
  { consent }: Pick<IntakeDeps, 'consent'>,
  tx: Tx,
  saidAt: SaidAt,
  { key, context, areNew }: { key: Key; context: BatchContext; areNew: boolean },
): Promise<void> {
  const { accountId, importId } = key
  const objections = [...saidAt].map(([subjectId, at]) => [subjectId, at ?? context.at] as const)
  await consent.addFileRefusals(tx, accountId, { ...context.refusal, importId, objections, areNew })
}

function latestOfEach(later: readonly LaterRefusal[]): Map<E164, LaterRefusal['saidNoAt']> {
  const found = new Map<E164, LaterRefusal['saidNoAt']>()
  for (const { number, saidNoAt } of later) found.set(number, latestOf(found.get(number), saidNoAt))
  return found
}

/** Of several rows of one person; a refusal without a day is of today. */
export function latestOf(
  one: LaterRefusal['saidNoAt'],
  other: LaterRefusal['saidNoAt'],
): LaterRefusal['saidNoAt'] {
  if (one === undefined) return other
  if (other === undefined) return one
  return one === null || other === null ? null : Math.max(one, other)
}
