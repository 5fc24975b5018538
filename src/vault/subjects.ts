// The keys of people: made, read and destroyed, in pages and in the tail.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { KeyRing } from './account-keys.ts'
import { vaultError } from './errors.ts'
import {
  keysInSlot,
  keysOf,
  newPage,
  openPage,
  sealPage,
  slotsPerPage,
  type WhichKey,
  zeroKeys,
} from './page.ts'
import type { PageCache } from './page-cache.ts'
import type { RandomPool } from './sealing.ts'
import {
  deleteTail,
  lockEpoch,
  lockPages,
  lockTail,
  noteDestruction,
  type PageRow,
  putPages,
  putTail,
  readPages,
  readTail,
  type TailRow,
  takePageNumbers,
} from './store.ts'
import { placeOf, subjectIdText, writeSubjectId } from './subject-id.ts'
import type { SubjectKeys } from './subject-keys.ts'
import { keysFromTail, sealTail } from './tail.ts'
import type { UpkeepTimes } from './upkeep-times.ts'

/** From this many on, new people get pages of their own; a page that is not full stays so. */
const bulkFrom = 64
const stampOctets = 8

export type Infrastructure = {
  ring: KeyRing
  random: RandomPool
  cache: PageCache
  pagesOpened: () => void
  times: UpkeepTimes
}
/** The page whose slots single new people of an account are given, in this process. */
export type OpenPages = Map<AccountId, { page: number; next: number }>

export function pageKey(accountId: AccountId, page: number): string {
  return `${accountId}/${page}`
}

export function newStamp(random: RandomPool): Buffer {
  return Buffer.from(random(stampOctets))
}

export async function lockedEpoch(
  tx: Tx,
  accountId: AccountId,
  strength: 'share' | 'update',
): Promise<number> {
  const epoch = await lockEpoch(tx, accountId, strength)
  if (epoch === null) throw vaultError('vault.account_keys_missing', { account: accountId })
  return epoch
}

export async function createSubjects(
  infrastructure: Infrastructure,
  openPages: OpenPages,
  target: { tx: Tx; accountId: AccountId; count: number },
): Promise<SubjectKeys[]> {
  const { tx, accountId, count } = target
  if (count === 0) return []
  const epoch = await lockedEpoch(tx, accountId, 'share')
  const key = infrastructure.ring.epochKey(accountId, epoch)
  if (count >= bulkFrom) return createPages(infrastructure, { epoch, key, ...target })
  const created: SubjectKeys[] = []
  const rows: TailRow[] = []
  for (let left = count; left > 0; left -= 1) {
    const { page, slot } = await takeSlot(tx, openPages, accountId)
    const octets = Buffer.from(infrastructure.random(80))
    writeSubjectId(octets, 0, page, slot)
    const keys = {
      subjectId: subjectIdText(octets, 0),
      contactKey: octets.subarray(16, 48),
      proofKey: octets.subarray(48),
    }
    created.push(keys)
    const sealed = sealTail(key, { accountId, epoch }, keys, infrastructure.random)
    rows.push({ subjectId: keys.subjectId, page, epoch, sealed })
  }
  tx.ahead((to) => putTail(to, accountId, rows))
  return created
}

async function createPages(
  infrastructure: Infrastructure,
  target: { tx: Tx; accountId: AccountId; count: number; epoch: number; key: Buffer },
): Promise<SubjectKeys[]> {
  const { tx, accountId, count, epoch, key } = target
  const pages = await takePageNumbers(tx, Math.ceil(count / slotsPerPage))
  const created: SubjectKeys[] = []
  const rows: PageRow[] = []
  for (const page of pages) {
    const people = Math.min(slotsPerPage, count - created.length)
    const plain = newPage(page, people, infrastructure.random)
    for (let slot = 0; slot < people; slot += 1) created.push(keysInSlot(plain, slot))
    const sealed = sealPage(
      key,
      { accountId, page, epoch, version: 1 },
      plain,
      infrastructure.random,
    )
    rows.push({ page, epoch, version: 1, stamp: newStamp(infrastructure.random), sealed })
  }
  await putPages(tx, accountId, rows)
  return created
}

/** A transaction that is rolled back leaves its slot empty; nobody else gets it. */
async function takeSlot(
  tx: Tx,
  openPages: OpenPages,
  accountId: AccountId,
): Promise<{ page: number; slot: number }> {
  for (;;) {
    const open = openPages.get(accountId)
    if (open !== undefined && open.next < slotsPerPage) {
      open.next += 1
      return { page: open.page, slot: open.next - 1 }
    }
    for (const page of await takePageNumbers(tx, 1)) openPages.set(accountId, { page, next: 0 })
  }
}

export async function openSubjects(
  infrastructure: Infrastructure,
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, SubjectKeys>> {
  const found = new Map<SubjectId, SubjectKeys>()
  const missing = await openFromPages(infrastructure, { tx, accountId, found }, new Set(subjectIds))
  if (missing.size === 0) return found
  for (const row of await readTail(tx, accountId, [...missing])) {
    missing.delete(row.subjectId)
    const keys = keysFromTail(infrastructure.ring.epochKey(accountId, row.epoch), accountId, row)
    if (keys !== null) found.set(row.subjectId, keys)
  }
  // A fold that was kept between the two reads has moved them from the tail into their page.
  if (missing.size > 0) await openFromPages(infrastructure, { tx, accountId, found }, missing)
  return found
}

type Reading = { tx: Tx; accountId: AccountId; found: Map<SubjectId, SubjectKeys> }

/** Returns those whose page does not have them. */
async function openFromPages(
  infrastructure: Infrastructure,
  { tx, accountId, found }: Reading,
  wanted: ReadonlySet<SubjectId>,
): Promise<Set<SubjectId>> {
  const missing = new Set(wanted)
  if (missing.size === 0) return missing
  const byPage = groupByPage(wanted)
  // The opened pages are held here too: the cache may drop one while this goes on.
  const held = new Map(
    [...byPage.keys()].map((p) => [p, infrastructure.cache.get(pageKey(accountId, p))]),
  )
  const known = [...byPage.keys()].map((page) => ({ page, stamp: held.get(page)?.stamp ?? '' }))
  for (const row of await readPages(tx, accountId, known)) {
    let plain = held.get(row.page)?.plain
    if (row.sealed !== null) {
      const key = infrastructure.ring.epochKey(accountId, row.epoch)
      plain = openPage(key, { accountId, ...row }, row.sealed)
      infrastructure.pagesOpened()
      infrastructure.cache.put(pageKey(accountId, row.page), { stamp: row.stamp, plain })
    }
    if (plain === undefined) continue
    for (const subjectId of byPage.get(row.page) ?? []) {
      const keys = keysOf(plain, subjectId)
      if (keys === null) continue
      found.set(subjectId, keys)
      missing.delete(subjectId)
    }
  }
  return missing
}

function groupByPage(subjectIds: Iterable<SubjectId>): Map<number, SubjectId[]> {
  const byPage = new Map<number, SubjectId[]>()
  for (const subjectId of subjectIds) {
    const { page } = placeOf(subjectId)
    const there = byPage.get(page)
    // A UUID that is none of ours may name a page beyond the column's range.
    if (there !== undefined) there.push(subjectId)
    else if (page < 0x8000_0000) byPage.set(page, [subjectId])
  }
  return byPage
}

export async function destroyKeys(
  infrastructure: Infrastructure,
  target: { tx: Tx; accountId: AccountId; subjectIds: readonly SubjectId[]; which: WhichKey },
): Promise<void> {
  const { tx, accountId, which } = target
  if (target.subjectIds.length === 0) return
  const epoch = await lockedEpoch(tx, accountId, 'share')
  const key = infrastructure.ring.epochKey(accountId, epoch)
  const byPage = groupByPage(new Set(target.subjectIds))
  const written: PageRow[] = []
  for (const row of await lockPages(tx, accountId, [...byPage.keys()])) {
    const plain = openPage(
      infrastructure.ring.epochKey(accountId, row.epoch),
      { accountId, ...row },
      row.sealed,
    )
    const gone = (byPage.get(row.page) ?? []).filter((id) => zeroKeys(plain, id, which))
    if (gone.length === 0) continue
    const version = row.version + 1
    const sealed = sealPage(
      key,
      { accountId, page: row.page, epoch, version },
      plain,
      infrastructure.random,
    )
    written.push({ page: row.page, epoch, version, stamp: newStamp(infrastructure.random), sealed })
    infrastructure.cache.forget(pageKey(accountId, row.page))
    tx.afterCommit(() => infrastructure.cache.forget(pageKey(accountId, row.page)))
  }
  await putPages(tx, accountId, written)
  await destroyInTail(infrastructure, { epoch, key, ...target })
  await noteDestruction(tx, accountId, epoch)
}

async function destroyInTail(
  infrastructure: Infrastructure,
  target: {
    tx: Tx
    accountId: AccountId
    subjectIds: readonly SubjectId[]
    which: WhichKey
    epoch: number
    key: Buffer
  },
): Promise<void> {
  const { tx, accountId, which, epoch, key } = target
  const gone: SubjectId[] = []
  const kept: TailRow[] = []
  for (const row of await lockTail(tx, accountId, target.subjectIds)) {
    const keys = keysFromTail(infrastructure.ring.epochKey(accountId, row.epoch), accountId, row)
    const left = {
      subjectId: row.subjectId,
      contactKey: which === 'proof' ? (keys?.contactKey ?? none) : none,
      proofKey: which === 'contact' ? (keys?.proofKey ?? none) : none,
    }
    if (left.contactKey.length + left.proofKey.length === 0) gone.push(row.subjectId)
    else {
      const sealed = sealTail(key, { accountId, epoch }, left, infrastructure.random)
      kept.push({ subjectId: row.subjectId, page: row.page, epoch, sealed })
    }
  }
  if (gone.length > 0) await deleteTail(tx, accountId, gone)
  if (kept.length > 0) await tx.together((to) => putTail(to, accountId, kept))
}

const none = new Uint8Array(0)
