// Tries every key that is left on a copy of the pages: who was erased since may open nowhere.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { copiedAt } from './copied.ts'
import { openPage, slotOctets, slotsPerPage } from './page.ts'
import { type CopyEntry, readPagesCopy } from './pages-copy.ts'
import { readPages, readUpkeepState, type UpkeepState } from './store.ts'
import { type Infrastructure, openSubjects } from './subjects.ts'
import { keysFromTail } from './tail.ts'
import { isTurnOver, turnedAtLatest } from './upkeep.ts'

export type CopyFindings = {
  /** People of today who can be read from this copy with the keys of today. */
  people: number
  /** People of today whose page in this copy opens no more: they need a younger copy. */
  closed: number
  /** Erased people that were looked for: those whose keys are gone today. */
  erased: number
  /** Of these, whom no key opens. */
  unreadable: number
  /** Of these, who open until the account's key is turned and the old one goes: in its time. */
  pending: number
  /** When the last of them is over at the latest; null: none is pending. */
  pendingUntil: Instant | null
  /** Of these, who open though they should not any more. */
  readable: number
  accounts: number
  /** Accounts of the copy that today have no keys. */
  accountsGone: number
}

type Account = {
  accountId: AccountId
  epoch: number
  epochs: ReadonlyMap<number, Buffer>
  made: ReadonlyMap<number, Instant>
  state: UpkeepState | null
}

export type TryCopy = {
  infrastructure: Infrastructure
  database: Database
  keysFolder: string
  at: Instant
}

/** Upkeep comes by every ten minutes, and may have to wait for a night's work. */
const graceMs = 2 * 3_600_000
const entriesAtOnce = 32

export async function tryCopy(
  deps: TryCopy,
  octets: AsyncIterable<Uint8Array>,
): Promise<CopyFindings> {
  const found: CopyFindings = {
    ...{ people: 0, closed: 0, erased: 0, unreadable: 0, pending: 0, pendingUntil: null },
    ...{ readable: 0, accounts: 0, accountsGone: 0 },
  }
  let account: Account | null = null
  let waiting: CopyEntry[] = []
  const flush = async (): Promise<void> => {
    const some = waiting
    waiting = []
    const known = account
    if (known === null || some.length === 0) return
    await deps.database.inAccount(known.accountId, (tx) => tryEntries(deps, tx, known, some, found))
  }
  for await (const entry of readPagesCopy(octets)) {
    if (entry.kind === 'account') {
      await flush()
      account = await accountNow(deps, entry.accountId)
      if (account === null) found.accountsGone += 1
      else found.accounts += 1
    } else if (account !== null) {
      waiting.push(entry)
      if (waiting.length >= entriesAtOnce) await flush()
    }
  }
  await flush()
  return found
}

/** Null: its keys are destroyed, and with them everything of it in every copy. */
async function accountNow(deps: TryCopy, accountId: AccountId): Promise<Account | null> {
  const { ring } = deps.infrastructure
  if (!ring.has(accountId)) return null
  const { epochs, made } = ring.afresh(accountId)
  const state = await deps.database.inAccount(accountId, (tx) => readUpkeepState(tx, accountId))
  return { accountId, epoch: Math.max(...epochs.keys()), epochs, made, state }
}

async function tryEntries(
  deps: TryCopy,
  tx: Tx,
  account: Account,
  some: readonly CopyEntry[],
  found: CopyFindings,
): Promise<void> {
  const pages = some.filter((entry) => entry.kind === 'page')
  const known = pages.map(({ page }) => ({ page, stamp: '' }))
  const today = new Map<number, Buffer>()
  for (const row of await readPages(tx, account.accountId, known)) {
    const key = deps.infrastructure.ring.epochKey(account.accountId, row.epoch)
    if (row.sealed === null) continue
    today.set(row.page, openPage(key, { accountId: account.accountId, ...row }, row.sealed))
  }
  for (const page of pages) comparePage(deps, account, page, today.get(page.page), found)
  await compareTail(
    deps,
    tx,
    account,
    some.filter((entry) => entry.kind === 'tail'),
    found,
  )
}

/** Whatever the copy says of its epoch: each key that is left is tried. */
function opened<T>(account: Account, open: (key: Buffer) => T): T | null {
  for (const key of account.epochs.values()) {
    try {
      return open(key)
    } catch {
      // Not under this one.
    }
  }
  return null
}

const idOctets = 16
const keyOctets = 32
const zeros = Buffer.alloc(keyOctets)

const isThere = (plain: Buffer, slot: number): boolean =>
  !plain.subarray(slot * slotOctets, slot * slotOctets + idOctets).equals(zeros.subarray(0, 16))

/** The contact key is what an erasure destroys first; a proof may be kept on a dated hold. */
const hasContactKey = (plain: Buffer, slot: number): boolean => {
  const from = slot * slotOctets + idOctets
  return !plain.subarray(from, from + keyOctets).equals(zeros)
}

const isSame = (one: Buffer, other: Buffer, slot: number): boolean => {
  const from = slot * slotOctets
  return one.subarray(from, from + idOctets).equals(other.subarray(from, from + idOctets))
}

function comparePage(
  deps: TryCopy,
  account: Account,
  copied: Extract<CopyEntry, { kind: 'page' }>,
  today: Buffer | undefined,
  found: CopyFindings,
): void {
  const { accountId } = account
  const plain = opened(account, (key) => openPage(key, { accountId, ...copied }, copied.sealed))
  for (let slot = 0; slot < slotsPerPage; slot += 1) {
    const isKnown = today !== undefined && isThere(today, slot)
    if (isKnown && hasContactKey(today, slot)) {
      if (plain === null) found.closed += 1
      else if (isThere(plain, slot) && hasContactKey(plain, slot)) found.people += 1
      continue
    }
    const wasThere = plain !== null && isThere(plain, slot) && hasContactKey(plain, slot)
    if (!isKnown && !wasThere) continue
    found.erased += 1
    if (plain === null || !wasThere || (isKnown && !isSame(plain, today, slot))) {
      found.unreadable += 1
    } else judge(deps, account, copied.epoch, found)
  }
}

async function compareTail(
  deps: TryCopy,
  tx: Tx,
  account: Account,
  rows: readonly Extract<CopyEntry, { kind: 'tail' }>[],
  found: CopyFindings,
): Promise<void> {
  if (rows.length === 0) return
  const { accountId } = account
  const ids: SubjectId[] = rows.map(({ subjectId }) => subjectId)
  const today = await openSubjects(deps.infrastructure, tx, accountId, ids)
  for (const row of rows) {
    const keys = opened(account, (key) => keysFromTail(key, accountId, row))
    const isAlive = (today.get(row.subjectId)?.contactKey.length ?? 0) > 0
    const isReadable = keys !== null && keys.contactKey.length > 0
    if (isAlive && isReadable) found.people += 1
    else if (isAlive) found.closed += 1
    else {
      found.erased += 1
      if (isReadable) judge(deps, account, row.epoch, found)
      else found.unreadable += 1
    }
  }
}

/** In its time, or a fault: the key of that epoch should be gone by now. */
function judge(deps: TryCopy, account: Account, epoch: number, found: CopyFindings): void {
  const { at, keysFolder, infrastructure } = deps
  const { times } = infrastructure
  const until = turnedAtLatest(account, epoch, times)
  const turnedAt = account.made.get(epoch + 1)
  const isOver =
    turnedAt !== undefined &&
    isTurnOver(turnedAt, { at: at - graceMs, copiedAt: copiedAt(keysFolder) }, times)
  if (until === null || isOver || at > until + graceMs) {
    found.readable += 1
    return
  }
  found.pending += 1
  found.pendingUntil = Math.max(found.pendingUntil ?? until, until)
}
