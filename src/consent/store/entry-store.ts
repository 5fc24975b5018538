// The SQL that writes a batch: its entries, their bodies, its place in the queue,
// and what it opens.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, ColumnLists, type Tx, toTimestamp } from '../../storage/index.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { NewEntry, NewState, StateKey } from '../tables.ts'
import { BatchOctets, headOf } from './batch-mac.ts'
import type { StateMacs } from './guard-macs.ts'

type SharedPart = Pick<NewEntry, 'kind' | 'purpose' | 'channel' | 'wordingSha256'>

/**
 * Rows travel as binary lists: nothing to parse, and no staging table to fill and clean. What many
 * of them share (kind, purpose, channel, wording) is sent once and named by its place. Lists that
 * are unnested in the SELECT list pass row by row; in FROM each would be written out first.
 */
const insertEntriesStatement = {
  name: 'consent_write_entries',
  text: `with written as (
      insert into consent.entry (account_id, entry_id, kind, purpose, channel, wording_sha256,
        link, commitment, recorded_at)
      select $1::uuid, entry_id, kind, purpose, channel, wording, link, commitment,
        $13::timestamptz
      from (
        select unnest($3::uuid[]) as entry_id, unnest($5::bytea[]) as link,
          unnest($6::bytea[]) as commitment, unnest($8::int4[]) as place
      ) given
      join unnest($9::text[], $10::text[], $11::text[], $12::bytea[]) with ordinality
        as shared (kind, purpose, channel, wording, place) on shared.place = given.place
    ), queued as (
      insert into consent.unsequenced (account_id, batch_id, entries, mac)
      select $1::uuid, $2::uuid, cardinality($3::uuid[]), $14::bytea
    )
    insert into consent.entry_body (account_id, entry_id, subject_id, body_sealed)
    select $1::uuid, unnest($3::uuid[]), unnest($4::uuid[]), unnest($7::bytea[])`,
}

/**
 * The entries of one batch, written row by row, so that nothing of a row lives until they are sent.
 */
export class EntryLists {
  readonly batchId: string
  readonly #placeOf = new Map<string, number>()
  readonly #shared: SharedPart[] = []
  #last: SharedPart | null = null
  #lastPlace = 0
  /** What the MAC says of the shared part, in the order of the places. */
  readonly #heads: string[] = []
  readonly #rows: ColumnLists<NewEntry>
  readonly #octets: BatchOctets
  readonly #at: Instant

  constructor(batchId: string, { expected, at }: { expected: number; at: Instant }) {
    this.batchId = batchId
    this.#at = at
    this.#octets = new BatchOctets(expected)
    this.#rows = new ColumnLists<NewEntry>(
      [
        ['uuid', (entry) => entry.entryId],
        ['uuid', (entry) => entry.subjectId],
        ['bytea', (entry) => entry.link],
        ['bytea', (entry) => entry.commitment],
        ['bytea', (entry) => entry.bodySealed],
        ['int4', (entry) => this.#place(entry)],
      ],
      expected,
    )
  }

  push(entry: NewEntry): void {
    this.#rows.push(entry)
    const head = this.#heads[this.#lastPlace - 1] ?? ''
    this.#octets.add(head, entry.link, entry.commitment)
  }

  /** Without it the sequencer gives the batch no place. */
  mac(key: Uint8Array): Buffer {
    return this.#octets.mac(key, this.batchId)
  }

  /** Parameters 3 to 12. */
  done(): Buffer[] {
    return [
      ...this.#rows.done(),
      arrayOf.text(this.#shared.map((part) => part.kind)),
      arrayOf.text(this.#shared.map((part) => part.purpose)),
      arrayOf.text(this.#shared.map((part) => part.channel)),
      arrayOf.bytea(this.#shared.map((part) => part.wordingSha256)),
    ]
  }

  #place(entry: NewEntry): number {
    if (this.#last !== null && sharesAll(this.#last, entry)) return this.#lastPlace
    const { kind, purpose, channel, wordingSha256 } = entry
    const wording = wordingSha256 === null ? '' : hexOf(wordingSha256)
    const key = `${kind}|${purpose}|${channel}|${wording}`
    const part = { kind, purpose, channel, wordingSha256 }
    let place = this.#placeOf.get(key)
    if (place === undefined) {
      this.#shared.push(part)
      this.#heads.push(headOf({ kind, purpose, channel, wording, recordedAt: this.#at }))
      place = this.#shared.length
      this.#placeOf.set(key, place)
    }
    this.#last = part
    this.#lastPlace = place
    return place
  }
}

/** One batch: its entries, their bodies, and its place in the queue of the sequencer. */
export async function insertEntries(
  tx: Tx,
  accountId: AccountId,
  { lists, at, key }: { lists: EntryLists; at: Instant; key: Uint8Array },
): Promise<void> {
  await tx.query(insertEntriesStatement, [
    accountId,
    lists.batchId,
    ...lists.done(),
    toTimestamp(at),
    lists.mac(key),
  ])
}

/** A batch names one wording a thousand times over, as the same object. */
function sharesAll(a: SharedPart, b: SharedPart): boolean {
  return (
    a.wordingSha256 === b.wordingSha256 &&
    a.kind === b.kind &&
    a.purpose === b.purpose &&
    a.channel === b.channel
  )
}

let lastBytes: Uint8Array | null = null
let lastHex = ''

/** A batch names one wording a thousand times over, as the same object. */
function hexOf(bytes: Uint8Array): string {
  if (bytes !== lastBytes) {
    lastBytes = bytes
    lastHex = Buffer.from(bytes).toString('hex')
  }
  return lastHex
}

const insertStates = `insert into consent.state as held (account_id, subject_id, controller_id,
      channel, purpose, state, since, valid_until, grade_rank, wording_id, entry_id, mac)
    select $1::uuid, unnest($5::uuid[]), $2::uuid, $3::text, $4::text, 'given',
      unnest($6::timestamptz[]), unnest($7::timestamptz[]), unnest($8::int2[]),
      unnest($9::uuid[]), unnest($10::uuid[]), unnest($11::bytea[])`

/** Of people who were made in this very transaction: nothing can stand in the way. */
const insertStatesStatement = { name: 'consent_new_states', text: insertStates }

/**
 * The stronger evidence stays, then the later act; a withdrawal stays until it is lifted by name.
 */
const upsertStatesStatement = {
  name: 'consent_write_states',
  text: `${insertStates}
    on conflict (account_id, subject_id, controller_id, channel, purpose) do update
    set state = 'given', since = excluded.since, valid_until = excluded.valid_until,
      grade_rank = excluded.grade_rank, wording_id = excluded.wording_id,
      entry_id = excluded.entry_id, mac = excluded.mac
    where $12::bool or (held.state = 'given' and (
      (excluded.grade_rank, excluded.since) > (held.grade_rank, held.since)
      or (excluded.grade_rank > 0 and held.valid_until <= $13::timestamptz)))`,
}

/** Parameters 5 to 11 of the statements that open what people have agreed to. */
export const stateLists = (expected: number, macs: StateMacs): ColumnLists<NewState> =>
  new ColumnLists<NewState>(
    [
      ['uuid', (state) => state.subjectId],
      ['timestamptz', (state) => state.since],
      ['timestamptz', (state) => state.validUntil],
      ['int2', (state) => state.gradeRank],
      ['uuid', (state) => state.wordingId],
      ['uuid', (state) => state.entryId],
      ['bytea', (state) => macs.of(state)],
    ],
    expected,
  )

export async function upsertGiven(
  tx: Tx,
  accountId: AccountId,
  key: StateKey,
  given: {
    states: ColumnLists<NewState>
    areNew?: boolean
    liftsWithdrawal: boolean
    at: Instant
  },
): Promise<void> {
  const { controllerId, channel, purpose } = key
  const rows = [accountId, controllerId, channel, purpose, ...given.states.done()]
  if (given.areNew === true) await tx.query(insertStatesStatement, rows)
  else {
    const judged = [given.liftsWithdrawal, toTimestamp(given.at)]
    await tx.query(upsertStatesStatement, [...rows, ...judged])
  }
}

/**
 * Which of these people have a consent that stands, whatever it rests on, or another legal basis.
 */
export async function subjectsWhoGave(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ subject_id: SubjectId }>(
    `select subject_id from consent.state
     where account_id = $1 and subject_id = any($2::uuid[]) and state = 'given'
     union
     select subject_id from consent.other_legal_basis
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows.map((row) => row.subject_id)
}

/** By which legal basis a message was allowed, told by the entry that it names. */
export async function legalBasisOfEntry(
  tx: Tx,
  accountId: AccountId,
  entryId: EntryId,
): Promise<'consent' | OtherLegalBasis> {
  const { rows } = await tx.query<{ kind: string }>(
    'select kind from consent.entry where account_id = $1 and entry_id = $2',
    [accountId, entryId],
  )
  const kind = rows[0]?.kind
  if (kind === 'ground.soft_opt_in') return 'soft_opt_in'
  return kind === 'ground.b2b_opt_out' ? 'b2b_opt_out' : 'consent'
}

/** The entry that tells that a person was erased; their link token says nothing else of them. */
export async function findErasure(
  tx: Tx,
  accountId: AccountId,
  link: Uint8Array,
): Promise<{ entryId: EntryId; recordedAt: Instant } | null> {
  const { rows } = await tx.query<{ entryId: EntryId; recordedAt: Instant }>(
    `select entry_id as "entryId", recorded_at as "recordedAt" from consent.entry
     where account_id = $1 and link = $2 and kind = 'erasure.contact_destroyed'
     order by entry_id limit 1`,
    [accountId, link],
  )
  return rows[0] ?? null
}
