// MACs of rows that decide over sending: HMAC-SHA-256 in 16 octets, under the account's guard key.
import type { AccountId } from '../../kernel/index.ts'
import { HmacRoom, hmacSha256 } from '../../vault/index.ts'
import type { LegalBasisRow, NewState, StateKey, StateRow } from '../tables.ts'

export const macOctets = 16

/** In one time whatever they hold, and without a call: the gate asks it for each person. */
export function isSameMac(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== macOctets || b.length !== macOctets) return false
  let differs = 0
  for (let at = 0; at < macOctets; at += 1) differs |= (a[at] as number) ^ (b[at] as number)
  return differs === 0
}

/** A key a kind of row: what is true of one says nothing of another. */
const keyFor = (guardKey: Uint8Array, what: string): Buffer => hmacSha256(guardKey, what)

const uuidOctets = 36
const noUuid = '\0'.repeat(uuidOctets)
const states = { given: 1, withdrawn: 2 } as const

const stateOctets = 3 * uuidOctets + 19
/** All that a row says beside its entity, channel and purpose, which the key stands for. */
export type GuardedState = NewState & { state?: keyof typeof states }

/** For all rows of one entity, channel and purpose: their key is made once. */
export class StateMacs {
  readonly #room: HmacRoom

  constructor(
    guardKey: Uint8Array,
    accountId: AccountId,
    { controllerId, channel, purpose }: StateKey,
  ) {
    const what = `state\0${accountId}\0${controllerId}\0${channel}\0${purpose}`
    this.#room = new HmacRoom(keyFor(guardKey, what), stateOctets)
  }

  of({
    subjectId,
    entryId,
    wordingId,
    since,
    validUntil,
    gradeRank,
    state = 'given',
  }: GuardedState): Buffer {
    this.#write(subjectId, entryId, wordingId)
    this.#writeFacts(since, validUntil, gradeRank, states[state])
    return this.#room.digest(macOctets)
  }

  /** The gate asks it for each person. */
  isTrue(row: Held & { mac: Buffer }): boolean {
    if (row.mac.length !== macOctets) return false
    this.#write(row.subject_id, row.entry_id, row.wording_id)
    this.#writeFacts(row.since, row.valid_until, row.grade_rank, states[row.state])
    return this.#room.begins(row.mac)
  }

  #write(subjectId: string, entryId: string, wordingId: string | null): void {
    const { message } = this.#room
    message.write(subjectId, 0, 'latin1')
    message.write(entryId, uuidOctets, 'latin1')
    message.write(wordingId ?? noUuid, 2 * uuidOctets, 'latin1')
  }

  #writeFacts(since: number, validUntil: number, gradeRank: number, state: number): void {
    const { message } = this.#room
    message.writeDoubleLE(since, 3 * uuidOctets)
    message.writeDoubleLE(validUntil, 3 * uuidOctets + 8)
    message.writeInt16LE(gradeRank, 3 * uuidOctets + 16)
    message[3 * uuidOctets + 18] = state
  }
}

/** Rows of many keys, as a fold or a withdrawal writes them. */
export function macOfRow(guardKey: Uint8Array, accountId: AccountId): (row: StateRow) => Buffer {
  const macs = new Map<string, StateMacs>()
  return (row) => {
    const { controller_id: controllerId, channel, purpose } = row
    const name = `${controllerId}|${channel}|${purpose}`
    const key = { controllerId, channel, purpose }
    const made = macs.get(name) ?? new StateMacs(guardKey, accountId, key)
    macs.set(name, made)
    return made.of(guardedOf(row))
  }
}

type Held = Omit<StateRow, 'controller_id' | 'channel' | 'purpose'>

const guardedOf = (row: Held): GuardedState => ({
  subjectId: row.subject_id,
  state: row.state,
  since: row.since,
  validUntil: row.valid_until,
  gradeRank: row.grade_rank,
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

/** Rare beside consents: written as text. */
export function legalBasisMac(
  guardKey: Uint8Array,
  accountId: AccountId,
  row: LegalBasisRow,
): Buffer {
  const { subject_id, controller_id, purpose, legal_basis, since, valid_until } = row
  const facts = [
    subject_id,
    controller_id,
    legal_basis,
    since,
    valid_until,
    row.wording_id,
    row.entry_id,
  ]
  const text = `${accountId}\0${facts.join('\0')}\0${purpose}`
  return hmacSha256(keyFor(guardKey, 'ground'), text, macOctets)
}

export const headKey = (guardKey: Uint8Array, accountId: AccountId): Buffer =>
  keyFor(guardKey, `suppressions\0${accountId}`)
export const batchKey = (guardKey: Uint8Array, accountId: AccountId): Buffer =>
  keyFor(guardKey, `batches\0${accountId}`)
