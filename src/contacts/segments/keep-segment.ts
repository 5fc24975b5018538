// Segments made, changed and deleted; each deed stands in the log.
import {
  type AccountId,
  type Caller,
  isoTime,
  type ListId,
  type SegmentId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import {
  type SegmentChange,
  type SegmentRequest,
  type SegmentRules,
  type SegmentView,
  segmentsMax,
} from '../contract-segments.ts'
import { contactsError } from '../errors.ts'
import { findList } from '../lists/list-store.ts'
import { readAsked, type SegmentDeps } from './find-people.ts'
import {
  countSegments,
  deleteSegment,
  entitiesOf,
  findSegment,
  insertSegment,
  readSegments,
  type SegmentRow,
  updateSegment,
} from './segment-store.ts'

type Seals = Pick<Vault, 'sealForAccount' | 'openForAccount'>
type Place = { accountId: AccountId; table: 'contacts.segment' | 'contacts.list'; id: string }

const contextOf = ({ table, id }: Place) => ({
  table,
  column: table === 'contacts.segment' ? 'rules_sealed' : 'segment_sealed',
  rowId: id,
})

/** A rule may name a value that somebody has: rules lie sealed under the account's key. */
export function sealRules<T extends SegmentRules>(seals: Seals, place: Place, rules: T): Buffer {
  const plain = Buffer.from(JSON.stringify(rules), 'utf8')
  return seals.sealForAccount(place.accountId, contextOf(place), plain)
}

export function openRules<T extends SegmentRules>(seals: Seals, place: Place, sealed: Buffer): T {
  const plain = seals.openForAccount(place.accountId, contextOf(place), sealed)
  return JSON.parse(plain.toString('utf8')) as T
}

const placeOf = (accountId: AccountId, id: SegmentId): Place => ({
  accountId,
  table: 'contacts.segment',
  id,
})

export function segmentViewOf(
  seals: Seals,
  accountId: AccountId,
  { id, name, rulesSealed, createdAt, updatedAt }: SegmentRow,
): SegmentView {
  const { match, rules } = openRules(seals, placeOf(accountId, id), rulesSealed)
  const days = { createdAt: isoTime(createdAt), updatedAt: isoTime(updatedAt) }
  return { id, name, match, rules, ...days }
}

export async function listSegments(
  deps: SegmentDeps,
  tx: Tx,
  accountId: AccountId,
): Promise<SegmentView[]> {
  const rows = await readSegments(tx, accountId, segmentsMax)
  return rows.map((row) => segmentViewOf(deps.vault, accountId, row))
}

export async function demandSegment(
  deps: Pick<SegmentDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  id: SegmentId,
): Promise<SegmentView> {
  const row = await findSegment(tx, accountId, id)
  if (row === null) throw contactsError('contacts.segment_not_found')
  return segmentViewOf(deps.vault, accountId, row)
}

export async function demandList(tx: Tx, accountId: AccountId, listId: ListId): Promise<void> {
  if ((await findList(tx, accountId, listId)) === null) {
    throw contactsError('contacts.list_not_found')
  }
}

/** What it names is there: fields, lists, and values that can be read. */
export async function demandReadable(
  deps: Pick<SegmentDeps, 'statuses'>,
  tx: Tx,
  accountId: AccountId,
  rules: SegmentRules,
): Promise<void> {
  await readAsked(deps, tx, accountId, rules)
  const named = rules.rules.flatMap((rule) => (rule.field === 'list' ? [rule.listId] : []))
  const known = await entitiesOf(tx, accountId, named as ListId[])
  if (known.length < new Set(named).size) throw contactsError('contacts.list_not_found')
}

export async function makeSegment(
  deps: SegmentDeps,
  tx: Tx,
  caller: Caller,
  { name, ...rules }: SegmentRequest,
): Promise<SegmentView> {
  const { accountId } = caller
  await demandReadable(deps, tx, accountId, rules)
  if ((await countSegments(tx, accountId)) >= segmentsMax) {
    throw contactsError('contacts.segments_too_many', { max: segmentsMax })
  }
  const id = deps.makeId() as SegmentId
  const rulesSealed = sealRules(deps.vault, placeOf(accountId, id), rules)
  const row = { id, name, rulesSealed, createdAt: deps.clock.now() }
  if (!(await insertSegment(tx, accountId, row))) {
    throw contactsError('contacts.segment_exists', { name })
  }
  const details = { segmentId: id, rules: rules.rules.length }
  await deps.audit.record(tx, caller, { action: 'contacts.segment_made', details })
  return segmentViewOf(deps.vault, accountId, { ...row, updatedAt: row.createdAt })
}

export async function changeSegment(
  deps: SegmentDeps,
  tx: Tx,
  caller: Caller,
  { id, change }: { id: SegmentId; change: SegmentChange },
): Promise<SegmentView> {
  const { accountId } = caller
  const known = await demandSegment(deps, tx, accountId, id)
  const { match = known.match, rules = known.rules, name = known.name } = change
  await demandReadable(deps, tx, accountId, { match, rules })
  const rulesSealed = sealRules(deps.vault, placeOf(accountId, id), { match, rules })
  const row = { id, name, rulesSealed, updatedAt: deps.clock.now() }
  if (!(await updateSegment(tx, accountId, row))) {
    throw contactsError('contacts.segment_exists', { name })
  }
  const details = { segmentId: id, rules: rules.length }
  await deps.audit.record(tx, caller, { action: 'contacts.segment_changed', details })
  return demandSegment(deps, tx, accountId, id)
}

/** Lists that were made of it stay as they are, with the rules by which they were. */
export async function dropSegment(
  deps: SegmentDeps,
  tx: Tx,
  caller: Caller,
  id: SegmentId,
): Promise<void> {
  if (!(await deleteSegment(tx, caller.accountId, id))) {
    throw contactsError('contacts.segment_not_found')
  }
  const details = { segmentId: id }
  await deps.audit.record(tx, caller, { action: 'contacts.segment_deleted', details })
}
