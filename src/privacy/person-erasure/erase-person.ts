// People are erased: what every room holds of them goes, and a record says what went and when.
import { createHash } from 'node:crypto'
import type { HeldProofs, ProofPart } from '../../consent/index.ts'
import type { Erasures, Leaving } from '../../contacts/index.ts'
import type { AccountId, Caller, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey } from '../../vault/index.ts'
import { type ErasedKind, erasedKinds } from '../contract-erasure.ts'
import type { ErasePersonDeps } from './deps.ts'
import {
  type ErasedPerson,
  type HeldCount,
  insertErasedPeople,
  insertErasure,
  insertErasureLinks,
} from './erasure-store.ts'
import { keepRecipients, prepareRecipients } from './keep-recipients.ts'
import { keepProgramsTold, tellErased } from './programs-told.ts'

const dayMs = 86_400_000
/** Civil actions are barred after five years (Code civil, art. 2224). */
const recordMs = 5 * 365 * dayMs
/** Where nothing says when an old key goes, it goes with the longest wait that may be set. */
export const epochMsMax = 31 * dayMs

/** Rooms whose share is done by whoever deletes the contact, beside this. */
const ownShare: readonly string[] = ['contacts', 'consent']
const kindOfRoom: Readonly<Record<string, ErasedKind>> = {
  sending: 'messages',
  sensitive: 'sensitive',
  campaigns: 'planned',
  preferences: 'links',
}
/** The others let a contact go for the account's own reasons. */
const erasing: readonly Leaving['why'][] = ['asked', 'contact_deleted', 'quarantine_deleted']

type By = Pick<Caller, 'accountId' | 'by'>

export const erasures = (deps: ErasePersonDeps): Erasures => ({
  erase: (tx, by, leaving, go) => erasePeople(deps, tx, by, { leaving, go }),
})

/**
 * `go` deletes the contacts and destroys their keys; all of it stands, or nothing does. Who goes
 * alone has a record of their own. Of many there is one, with a narrow row for each of them: an
 * import of a million that is undone would leave a gigabyte of records for five years, which say
 * the same of everybody.
 */
async function erasePeople(
  deps: ErasePersonDeps,
  tx: Tx,
  by: By,
  { leaving, go }: { leaving: Leaving; go: () => Promise<void> },
): Promise<void> {
  const { accountId } = by
  const subjects = leaving.people.map(({ subjectId }) => subjectId)
  const links = await linksOf(deps, tx, accountId, subjects)
  const before = await deps.consent.proofsOf(tx, accountId, subjects)
  // What is asked of the rows before they go.
  const suppressions = await suppressionsOf(deps, tx, accountId, leaving)
  const told = await deps.recipients(tx, accountId, subjects)
  const tags = await deps.pageLinks(tx, accountId, subjects)
  const id = deps.makeId()
  const at = deps.clock.now()
  const { numbers } = leaving
  const asked = { erasureId: id, told, numbers, at }
  const recipients = await prepareRecipients(deps, tx, accountId, asked)
  const counts = await eraseInRooms(deps, tx, leaving, by)
  await go()
  const after = await deps.consent.proofsOf(tx, accountId, subjects)
  const held = after.filter(({ holdUntil }) => holdUntil !== null)
  const isHeld = new Set(held.map(({ subjectId }) => subjectId))
  const parts = await deps.consent.proofPartsOf(tx, accountId, [...isHeld])
  const gone = sumOf(before.filter(({ subjectId }) => !isHeld.has(subjectId)))
  if (gone > 0) counts.proofs = gone
  const people = leaving.people.map(({ subjectId, contactId }): ErasedPerson => {
    const own = held.find((one) => one.subjectId === subjectId)
    const suppression = suppressions.get(subjectId) ?? null
    const link = links.get(subjectId) ?? null
    return { subjectId, contactId, link, suppression, heldUntil: own?.holdUntil ?? null }
  })
  await keepRecord(deps, tx, { id, accountId, by, at, leaving, counts, held, parts, people })
  await keepRecipients(tx, recipients)
  await keepProgramsTold(deps, tx, accountId, { erasureId: id, people: people.length, at })
  await insertErasureLinks(tx, accountId, { id, tags })
}

async function keepRecord(
  deps: ErasePersonDeps,
  tx: Tx,
  said: {
    id: string
    accountId: AccountId
    by: By
    at: Instant
    leaving: Leaving
    counts: Partial<Record<ErasedKind, number>>
    held: readonly HeldProofs[]
    parts: ReadonlyMap<string, readonly ProofPart[]>
    people: readonly ErasedPerson[]
  },
): Promise<void> {
  const { id, accountId, at, held, parts, people } = said
  const { asked, why } = said.leaving
  const [alone] = people.length === 1 ? people : []
  const until = held.reduce<Instant | null>(
    (last, { holdUntil }) => Math.max(last ?? 0, holdUntil ?? 0),
    null,
  )
  await insertErasure(tx, {
    account_id: accountId,
    erasure_id: id,
    subject_id: alone?.subjectId ?? null,
    link: alone?.link ?? null,
    people: people.length,
    why,
    commitment: commitmentOf(people.map(({ subjectId }) => subjectId)),
    request_id: asked?.requestId ?? null,
    asked_how: asked?.how ?? null,
    asked_at: asked?.at ?? null,
    erased_at: at,
    erased_by: said.by.by.kind,
    suppression: alone?.suppression ?? null,
    counts: { ...said.counts, contacts: people.length, contact_keys: people.length },
    proofs_held: sumOf(held),
    held: countsOf(held, parts),
    proofs_until: until,
    proofs_gone_at: null,
    epoch: await deps.vault.epochOf(tx, accountId),
    epoch_until: (await deps.vault.erasuresUntil(tx, accountId)) ?? at + epochMsMax,
    epoch_gone_at: null,
    backups_until: at + deps.backupHorizonDays() * dayMs,
    changed_at: at,
    record_until: Math.max(at + recordMs, (until ?? 0) + dayMs),
  })
  await insertErasedPeople(tx, accountId, { id, at, people })
  const contacts = people.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]))
  await tellErased(tx, accountId, { id, at, contacts })
}

/** Over the ids in order: whoever holds the record sees whether somebody was added or taken out. */
export function commitmentOf(subjects: readonly SubjectId[]): Buffer {
  return createHash('sha256')
    .update([...subjects].sort().join('\n'))
    .digest()
}

const sumOf = (proofs: readonly { proofs: number }[]): number =>
  proofs.reduce((sum, one) => sum + one.proofs, 0)

/** By what they are and the day on which they go. */
function countsOf(
  held: readonly HeldProofs[],
  parts: ReadonlyMap<string, readonly ProofPart[]>,
): HeldCount[] {
  const counts = new Map<string, HeldCount>()
  for (const { kind, proofs, holdUntil } of held) {
    if (holdUntil === null) continue
    const day = `${kind} ${Math.floor(holdUntil / dayMs)}`
    const one = counts.get(day) ?? { until: holdUntil, count: 0 }
    const until = Math.max(one.until, holdUntil)
    const holds = kind === 'document' ? (['paper'] as const) : (parts.get(kind) ?? [])
    counts.set(day, { kind, until, count: one.count + proofs, holds })
  }
  return [...counts.values()].sort((a, b) => a.until - b.until || (a.kind < b.kind ? -1 : 1))
}

async function linksOf(
  { vault }: Pick<ErasePersonDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, Buffer>> {
  const opened = await vault.openSubjects(tx, accountId, subjects)
  const links = new Map<SubjectId, Buffer>()
  for (const [subjectId, keys] of opened) {
    if (hasKey(keys.proofKey)) links.set(subjectId, vault.linkToken(keys))
  }
  return links
}

type Suppressed = ErasedPerson['suppression']

async function suppressionsOf(
  { consent }: Pick<ErasePersonDeps, 'consent'>,
  tx: Tx,
  accountId: AccountId,
  { people }: Leaving,
): Promise<Map<SubjectId, Suppressed>> {
  const listed = people.flatMap(({ subjectId, suppressionTag: tag }) =>
    tag === null ? [] : [{ subjectId, tag }],
  )
  const tags = listed.map(({ tag }) => tag)
  const scopes = await consent.suppressionsOf(tx, accountId, tags)
  return new Map(listed.map(({ subjectId }, at) => [subjectId, scopes[at] ?? null]))
}

async function eraseInRooms(
  deps: ErasePersonDeps,
  tx: Tx,
  { people, why }: Leaving,
  { accountId }: By,
): Promise<Partial<Record<ErasedKind, number>>> {
  const counts: Partial<Record<ErasedKind, number>> = {}
  const count = (kind: ErasedKind | undefined, rows: number) => {
    if (kind !== undefined && rows > 0) counts[kind] = (counts[kind] ?? 0) + rows
  }
  const subjects = people.map(({ subjectId }) => subjectId)
  const numberTags = people.map(({ numberTag }) => numberTag)
  for (const holder of deps.holders()) {
    if (ownShare.includes(holder.room)) continue
    count(kindOfRoom[holder.room], await holder.eraseSubjects(tx, accountId, subjects))
    const isErasure = erasing.includes(why)
    const ofNumbers = await holder.eraseNumbers?.(tx, accountId, numberTags, isErasure)
    for (const kind of erasedKinds) count(kind, ofNumbers?.[kind] ?? 0)
  }
  return counts
}
