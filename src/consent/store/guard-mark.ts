// The mark beside the keys: since when every row needs a MAC, and how long each chain is.
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { Vault } from '../../vault/index.ts'

/** Chains of an account's suppressions, by the first four bits of the tag. */
export const chainCount = 16

export type GuardMark = {
  /** Null: rows from before MACs may be there, and have none yet. */
  sealedAt: Instant | null
  /** The last row of each chain that somebody has seen; 0: none. */
  chains: readonly number[]
  treeSize: number
  /** Versions of the account's pages of keys, all together. */
  pages: number
}

export const noMark: GuardMark = {
  sealedAt: null,
  chains: Array.from({ length: chainCount }, () => 0),
  treeSize: 0,
  pages: 0,
}

type WithMarks = Pick<Vault, 'marks'>
const nameOf = (accountId: AccountId): string => `ledger.${accountId}`

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** A file that somebody has edited says less than it did, never more. */
export function readMark({ marks }: WithMarks, accountId: AccountId): GuardMark {
  const read = marks.read(nameOf(accountId))
  if (typeof read !== 'object' || read === null) return noMark
  const { sealedAt, chains, treeSize, pages } = read as Record<string, unknown>
  const held = Array.isArray(chains) ? chains : []
  return {
    sealedAt: isCount(sealedAt) ? sealedAt : null,
    chains: noMark.chains.map((_, chain) => (isCount(held[chain]) ? held[chain] : 0)),
    treeSize: isCount(treeSize) ? treeSize : 0,
    pages: isCount(pages) ? pages : 0,
  }
}

export function writeMark({ marks }: WithMarks, accountId: AccountId, mark: GuardMark): void {
  marks.write(nameOf(accountId), mark)
}

/** What two of them say together: none goes back. */
export function laterMark(one: GuardMark, other: GuardMark): GuardMark {
  return {
    sealedAt: one.sealedAt ?? other.sealedAt,
    chains: one.chains.map((seq, chain) => Math.max(seq, other.chains[chain] ?? 0)),
    treeSize: Math.max(one.treeSize, other.treeSize),
    pages: Math.max(one.pages, other.pages),
  }
}
