// The pages of keys apart from the rest of the data: copied, put back into older data, and tried.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { vaultError } from './errors.ts'
import {
  accountsInAnyAccount,
  copyPages,
  copyTail,
  deleteTail,
  forgetDestructions,
  lockEpoch,
  lockWholeTail,
  noteDestruction,
  type PageRow,
  putPages,
  putTail,
  readEpoch,
  setEpoch,
  type TailRow,
} from './store.ts'

/** One entry of a copy: an account with its epoch, then its people, alone and in pages. */
export type CopyEntry =
  | { kind: 'account'; accountId: AccountId; epoch: number }
  | ({ kind: 'page' } & PageRow)
  | ({ kind: 'tail' } & TailRow)

export type CopiedAccount = { accountId: AccountId; epoch: number; pages: number }

const pagesAtOnce = 64
const tailAtOnce = 1_000
const entriesAtOnce = 64

/** Each account as it stands at one moment: who moves from the tail into a page is not in both. */
export async function copyAllPages(
  database: Database,
  take: (octets: Buffer) => Promise<void>,
): Promise<CopiedAccount[]> {
  const copied: CopiedAccount[] = []
  for (const { accountId } of await database.inAnyAccount(accountsInAnyAccount)) {
    const one = await database.inAccount(
      accountId,
      async (tx) => {
        const epoch = await readEpoch(tx, accountId)
        if (epoch === null) return null
        await take(written({ kind: 'account', accountId, epoch }))
        for (let after: SubjectId | null = null; ; ) {
          const rows = await copyTail(tx, accountId, after, tailAtOnce)
          for (const row of rows) await take(written({ kind: 'tail', ...row }))
          after = rows.at(-1)?.subjectId ?? null
          if (rows.length < tailAtOnce) break
        }
        let pages = 0
        for (let after = -1; ; ) {
          const rows = await copyPages(tx, accountId, after, pagesAtOnce)
          for (const row of rows) await take(written({ kind: 'page', ...row }))
          pages += rows.length
          after = rows.at(-1)?.page ?? after
          if (rows.length < pagesAtOnce) break
        }
        return { accountId, epoch, pages }
      },
      { isolation: 'repeatable read' },
    )
    if (one !== null) copied.push(one)
  }
  return copied
}

/**
 * Into data that may be older, while nobody else is at work on it: whoever was erased since is
 * erased in it, and whoever was not can be read with the keys of today. Accounts that the data does
 * not know are left out.
 */
export async function putBackPages(
  database: Database,
  octets: AsyncIterable<Uint8Array>,
  at: Instant,
): Promise<{ accounts: number; pages: number }> {
  const done = { accounts: 0, pages: 0 }
  let accountId: AccountId | null = null
  let waiting: CopyEntry[] = []
  const flush = async (): Promise<void> => {
    const some = waiting
    waiting = []
    if (accountId === null || some.length === 0) return
    done.pages += await putEntries(database, accountId, some)
  }
  for await (const entry of readPagesCopy(octets)) {
    if (entry.kind === 'account') {
      await flush()
      const isKnown = await beginAccount(database, entry, at)
      accountId = isKnown ? entry.accountId : null
      if (isKnown) done.accounts += 1
    } else if (accountId !== null) {
      waiting.push(entry)
      if (waiting.length >= entriesAtOnce) await flush()
    }
  }
  await flush()
  return done
}

/**
 * The pages may hold destructions that no turn has followed yet: one is noted, so that it will.
 */
async function beginAccount(
  database: Database,
  { accountId, epoch }: { accountId: AccountId; epoch: number },
  at: Instant,
): Promise<boolean> {
  return database.inAccount(accountId, async (tx) => {
    if ((await lockEpoch(tx, accountId, 'update')) === null) return false
    const alone = await lockWholeTail(tx, accountId, Number.MAX_SAFE_INTEGER)
    await deleteTail(
      tx,
      accountId,
      alone.map(({ subjectId }) => subjectId),
    )
    await setEpoch(tx, accountId, epoch, at)
    await forgetDestructions(tx, accountId, epoch)
    await noteDestruction(tx, accountId, epoch)
    return true
  })
}

async function putEntries(
  database: Database,
  accountId: AccountId,
  some: readonly CopyEntry[],
): Promise<number> {
  const pages = some.filter((entry) => entry.kind === 'page')
  const tail = some.filter((entry) => entry.kind === 'tail')
  await database.inAccount(accountId, async (tx) => {
    await putPages(tx, accountId, pages)
    if (tail.length > 0) await tx.together((to) => putTail(to, accountId, tail))
  })
  return pages.length
}

/** Two lengths, what it is as JSON, and what is sealed. */
function written(entry: CopyEntry): Buffer {
  const { head, body } = partsOf(entry)
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return Buffer.concat([lengths, text, body])
}

const noOctets = Buffer.alloc(0)

function partsOf(entry: CopyEntry): { head: object; body: Buffer } {
  if (entry.kind === 'account') return { head: entry, body: noOctets }
  if (entry.kind === 'tail') {
    const { sealed, ...head } = entry
    return { head, body: sealed }
  }
  const { sealed, stamp, ...head } = entry
  return { head: { ...head, stamp: stamp.toString('base64') }, body: sealed }
}

export async function* readPagesCopy(octets: AsyncIterable<Uint8Array>): AsyncGenerator<CopyEntry> {
  let held = noOctets
  for await (const more of octets) {
    held = Buffer.concat([held, more])
    for (;;) {
      if (held.length < 8) break
      const bodyFrom = 8 + held.readUInt32BE(0)
      const end = bodyFrom + held.readUInt32BE(4)
      if (held.length < end) break
      yield entryOf(held.subarray(8, bodyFrom), Buffer.from(held.subarray(bodyFrom, end)))
      held = held.subarray(end)
    }
  }
  if (held.length > 0) throw vaultError('vault.sealed_value_damaged')
}

/** The stream was authenticated before: what it says is what was written. */
function entryOf(text: Buffer, sealed: Buffer): CopyEntry {
  const head = JSON.parse(text.toString('utf8')) as CopyEntry
  if (head.kind === 'account') return head
  if (head.kind === 'tail') return { ...head, sealed }
  return { ...head, stamp: Buffer.from(String(head.stamp), 'base64'), sealed }
}
