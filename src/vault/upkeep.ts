// What keeps the keys in order: folding the tail into pages, turning the epoch, ending the old one.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { emptyPage, openPage, putKeys, sealPage } from './page.ts'
import {
  deleteTail,
  forgetDestructions,
  hasOtherEpochs,
  lockPages,
  lockWholeTail,
  type PageRow,
  pagesOfOtherEpochs,
  putPages,
  putTail,
  readEpoch,
  readUpkeepState,
  setEpoch,
  type TailRow,
} from './store.ts'
import { type Infrastructure, lockedEpoch, newStamp, pageKey } from './subjects.ts'
import { keysFromTail, sealTail } from './tail.ts'
import type { UpkeepTimes } from './upkeep-times.ts'

const rowsPerFold = 4_096
const pagesPerStep = 128

/** Holds the account alone: a destruction must not look for a person while they move. */
export async function foldTail(
  infrastructure: Infrastructure,
  tx: Tx,
  accountId: AccountId,
): Promise<number> {
  const epoch = await lockedEpoch(tx, accountId, 'update')
  const key = infrastructure.ring.epochKey(accountId, epoch)
  const rows = await lockWholeTail(tx, accountId, rowsPerFold)
  if (rows.length === 0) return 0
  const byPage = new Map<number, TailRow[]>()
  for (const row of rows) byPage.set(row.page, [...(byPage.get(row.page) ?? []), row])
  const before = new Map(
    (await lockPages(tx, accountId, [...byPage.keys()])).map((row) => [row.page, row]),
  )
  const written: PageRow[] = []
  for (const [page, people] of byPage) {
    const old = before.get(page)
    const plain =
      old === undefined
        ? emptyPage()
        : openPage(
            infrastructure.ring.epochKey(accountId, old.epoch),
            { accountId, ...old },
            old.sealed,
          )
    for (const row of people) putTailKeys(infrastructure, accountId, plain, row)
    written.push(resealed(infrastructure, { accountId, epoch, key }, { page, old, plain }))
  }
  await putPages(tx, accountId, written)
  await deleteTail(
    tx,
    accountId,
    rows.map((row) => row.subjectId),
  )
  return rows.length
}

function putTailKeys(
  infrastructure: Infrastructure,
  accountId: AccountId,
  plain: Buffer,
  row: TailRow,
): void {
  const keys = keysFromTail(infrastructure.ring.epochKey(accountId, row.epoch), accountId, row)
  if (keys !== null) putKeys(plain, keys)
}

function resealed(
  infrastructure: Infrastructure,
  under: { accountId: AccountId; epoch: number; key: Buffer },
  content: { page: number; old: PageRow | undefined; plain: Buffer },
): PageRow {
  const version = (content.old?.version ?? 0) + 1
  const place = { ...under, page: content.page, version }
  infrastructure.cache.forget(pageKey(under.accountId, content.page))
  return {
    page: content.page,
    epoch: under.epoch,
    version,
    stamp: newStamp(infrastructure.random),
    sealed: sealPage(under.key, place, content.plain, infrastructure.random),
  }
}

/**
 * The new key is on disk before the first page is sealed under it, and the old one stays until
 * `destroyPreviousEpoch`: a crash at any point leaves every page readable, and a repeat goes on.
 */
export async function rotateEpoch(
  infrastructure: Infrastructure,
  database: Database,
  accountId: AccountId,
  at: Instant,
): Promise<{ epoch: number; pages: number }> {
  return database.inAccount(accountId, async (tx) => {
    const old = await lockedEpoch(tx, accountId, 'update')
    const epoch = old + 1
    infrastructure.ring.addEpoch(accountId, epoch, at)
    const key = infrastructure.ring.epochKey(accountId, epoch)
    let pages = 0
    for (;;) {
      const rows = await pagesOfOtherEpochs(tx, accountId, epoch, pagesPerStep)
      if (rows.length === 0) break
      const written = rows.map((row) => {
        const oldKey = infrastructure.ring.epochKey(accountId, row.epoch)
        const plain = openPage(oldKey, { accountId, ...row }, row.sealed)
        return resealed(
          infrastructure,
          { accountId, epoch, key },
          { page: row.page, old: row, plain },
        )
      })
      await putPages(tx, accountId, written)
      pages += rows.length
    }
    await rotateTail(infrastructure, tx, { accountId, epoch, key })
    await setEpoch(tx, accountId, epoch, at)
    await forgetDestructions(tx, accountId, epoch)
    return { epoch, pages }
  })
}

async function rotateTail(
  infrastructure: Infrastructure,
  tx: Tx,
  { accountId, epoch, key }: { accountId: AccountId; epoch: number; key: Buffer },
): Promise<void> {
  const rows = await lockWholeTail(tx, accountId, Number.MAX_SAFE_INTEGER)
  const written: TailRow[] = []
  const gone: SubjectId[] = []
  for (const row of rows) {
    const keys = keysFromTail(infrastructure.ring.epochKey(accountId, row.epoch), accountId, row)
    if (keys === null) gone.push(row.subjectId)
    else {
      const sealed = sealTail(key, { accountId, epoch }, keys, infrastructure.random)
      written.push({ ...row, epoch, sealed })
    }
  }
  if (gone.length > 0) await deleteTail(tx, accountId, gone)
  for (let from = 0; from < written.length; from += 1_000) {
    const some = written.slice(from, from + 1_000)
    await tx.together((to) => putTail(to, accountId, some))
  }
}

/**
 * False while pages of another epoch are there, which the old key must still open. Of the old keys
 * those go whose time is over, all when nobody says.
 */
export async function destroyPreviousEpoch(
  infrastructure: Infrastructure,
  database: Database,
  accountId: AccountId,
  isOver: (epoch: number) => boolean = () => true,
): Promise<boolean> {
  return database.inAccount(accountId, async (tx) => {
    const epoch = await lockedEpoch(tx, accountId, 'update')
    if (await hasOtherEpochs(tx, accountId, epoch)) return false
    const gone = epochsOf(infrastructure, accountId).filter((one) => one !== epoch && isOver(one))
    if (gone.length > 0) infrastructure.ring.dropEpochs(accountId, gone)
    return true
  })
}

const epochsOf = (infrastructure: Infrastructure, accountId: AccountId): number[] => [
  ...infrastructure.ring.afresh(accountId).epochs.keys(),
]

/**
 * The key before this turn opens the copies from before it: it stays until there is a younger copy
 * (`copiedAt`), and so long at most as was set, since an erasure is complete with it.
 */
export function isTurnOver(
  turnedAt: Instant,
  now: { at: Instant; copiedAt: Instant | null },
  times: UpkeepTimes,
): boolean {
  const age = now.at - turnedAt
  if (age >= times.keepUncopiedMs) return true
  return now.copiedAt !== null && now.copiedAt > turnedAt && age >= times.keepPreviousMs
}

/**
 * When the key of an epoch is gone at the latest; null where nothing says that it goes: nobody was
 * erased in it, and no turn has followed it.
 */
export function turnedAtLatest(
  account: {
    epoch: number
    made: ReadonlyMap<number, Instant>
    state: Awaited<ReturnType<typeof readUpkeepState>>
  },
  epoch: number,
  { rotateAfterMs, keepUncopiedMs }: UpkeepTimes,
): Instant | null {
  if (epoch < account.epoch) {
    const turnedAt = account.made.get(epoch + 1) ?? account.state?.rotatedAt ?? null
    return turnedAt === null ? null : turnedAt + keepUncopiedMs
  }
  const destroyedAt = account.state?.destroyedAt ?? null
  return destroyedAt === null ? null : destroyedAt + rotateAfterMs + keepUncopiedMs
}

/** What is due for one account now: the tail, the old key, a rotation. */
export async function keepAccount(
  infrastructure: Infrastructure,
  database: Database,
  accountId: AccountId,
  now: { at: Instant; copiedAt: Instant | null },
): Promise<void> {
  const { at } = now
  await database.inAccount(accountId, (tx) => foldTail(infrastructure, tx, accountId))
  const state = await database.inAccount(accountId, (tx) => readUpkeepState(tx, accountId))
  if (state === null) return
  const { rotatedAt, destroyedAt } = state
  const { epochs, made } = infrastructure.ring.of(accountId)
  const { times } = infrastructure
  if (rotatedAt !== null && epochs.size > 1) {
    const isOver = (epoch: number) => isTurnOver(made.get(epoch + 1) ?? rotatedAt, now, times)
    if ([...epochs.keys()].slice(0, -1).some(isOver)) {
      await destroyPreviousEpoch(infrastructure, database, accountId, isOver)
    }
  }
  if (destroyedAt !== null && at - destroyedAt >= times.rotateAfterMs) {
    await rotateEpoch(infrastructure, database, accountId, at)
  }
}

/**
 * Until when the erasures of an account are under way at the latest: destroyed keys of people open
 * from an old copy as long as the account's key of that time is there. Null: all are complete.
 */
export async function erasuresUntil(
  infrastructure: Infrastructure,
  tx: Tx,
  accountId: AccountId,
): Promise<Instant | null> {
  const state = await readUpkeepState(tx, accountId)
  if (state === null) return null
  const { rotateAfterMs, keepUncopiedMs } = infrastructure.times
  const { rotatedAt, destroyedAt } = state
  if (destroyedAt !== null) return destroyedAt + rotateAfterMs + keepUncopiedMs
  if (rotatedAt === null || infrastructure.ring.afresh(accountId).epochs.size < 2) return null
  return rotatedAt + keepUncopiedMs
}

/** The account has its row and its file; either may have been made before a crash. */
export async function knownEpoch(database: Database, accountId: AccountId): Promise<number | null> {
  return database.inAccount(accountId, async (tx) => readEpoch(tx, accountId))
}
