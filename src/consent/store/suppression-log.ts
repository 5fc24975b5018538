// Holds the tables that decide over sending against chains that only who has the keys can write.
//
// The table says which numbers have objected; the chains hold every change of it, each row under a
// MAC that covers the row before. A process reads them once, keeps the tags packed, and then asks
// with each question how far they have come. So a number that is missing in the table, or stands
// there with less, is found by the question that needs it, and what the chains hold counts.
//
// They also hold the MAC of each row that allowed something and was taken back. A row that is put
// back has the MAC that it had: it is true and ended, and allows nothing.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Alarm } from '../alarm.ts'
import { type SuppressionScope, widerScope } from '../consent.ts'
import { headKey } from './guard-macs.ts'
import { chainCount, type GuardMark } from './guard-mark.ts'
import {
  type ChainState,
  type Change,
  chainOf,
  chainOfPerson,
  type Ending,
  eachChange,
  endingsOf,
  followChain,
  type Head,
  isEnded,
  isHead,
  logMac,
  monthOfInstant,
  newChain,
  noHead,
  scopeOf,
  unionOf,
  writeChanges,
} from './suppression-chain.ts'
import {
  deleteLogBefore,
  insertLogRows,
  type LogRow,
  lockHeads,
  readChainRows,
  readHeads,
  readLogAfter,
  readStandingRows,
  readSuppressionRows,
  restoreSuppressions,
  type StandingRow,
  type SuppressionRow,
} from './suppression-log-store.ts'
import { TagTable } from './tag-table.ts'

/** What is known of one account's chains in this process. */
type Known = { tags: TagTable; chains: ChainState[]; key: Buffer; isRead: boolean }

/** What a transaction has changed and not yet written to the chains. */
type Touched = {
  numbers: Map<string, { tag: Uint8Array; mayNarrow: boolean }>
  /** By MAC. */
  rows: Map<string, Ending & { chain: number }>
}

/** A row that allowed something. Null: from before MACs, and it cannot come back as a true one. */
export type AllowingRow = { subject_id: SubjectId; valid_until: Instant; mac: Uint8Array | null }

export type Standing = {
  scopes: (SuppressionScope | null)[]
  /** Places of numbers of which nobody can say whether they have objected. */
  unknown: ReadonlySet<number>
}

/** `unknown`: its chain is damaged, and nobody can say. */
export type RowState = 'stands' | 'ended' | 'unknown'

const nobody: ReadonlySet<number> = new Set()

const nameOf = (tag: Uint8Array): string => Buffer.from(tag).toString('hex')

/** What it asks of the guard: the key, how far the chains had come, and whom to tell. */
type LogGuard = {
  keyOf(accountId: AccountId): Buffer
  mark(accountId: AccountId): GuardMark
  alarm(alarm: Alarm): void
  now(): Instant
}

export class SuppressionLog {
  readonly #guard: LogGuard
  readonly #known = new Map<AccountId, Known>()
  readonly #touched = new WeakMap<Tx, Touched>()

  constructor(guard: LogGuard) {
    this.#guard = guard
  }

  /** Tag by tag in the order given. */
  async standing(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<Standing> {
    const known = this.#of(accountId)
    const own = this.#touched.get(tx)
    for (let looks = 0; ; looks += 1) {
      const rows = await readStandingRows(tx, accountId, tags)
      const isFresh = known.isRead && (rows[0]?.sum ?? 0) === sumOf(known)
      if (!isFresh) await this.#refresh(tx, accountId, known)
      const read = compare(known, tags, { rows, own })
      if (read.missing === 0) return read.standing
      // What was read before the chains were may be older than they are: it is asked once more.
      if (isFresh || looks > 1) {
        this.#guard.alarm({ accountId, kind: 'suppression_altered', count: read.missing })
        return read.standing
      }
    }
  }

  /** Called by whoever changes the table: the chains are written just before COMMIT. */
  touch(
    tx: Tx,
    accountId: AccountId,
    { tags, mayNarrow }: { tags: readonly Uint8Array[]; mayNarrow: boolean },
  ): void {
    const { numbers } = this.#begun(tx, accountId)
    for (const tag of tags) {
      const name = nameOf(tag)
      const before = numbers.get(name)
      numbers.set(name, { tag, mayNarrow: mayNarrow || before?.mayNarrow === true })
    }
  }

  /** Rows that allow nothing from this transaction on, wherever they come from later. */
  end(tx: Tx, accountId: AccountId, rows: readonly AllowingRow[]): void {
    this.#mark(tx, accountId, { rows, isEnded: true })
  }

  /** What had ended them is taken back: they stand again as they were. */
  reopen(tx: Tx, accountId: AccountId, rows: readonly AllowingRow[]): void {
    this.#mark(tx, accountId, { rows, isEnded: false })
  }

  #mark(
    tx: Tx,
    accountId: AccountId,
    { rows, isEnded }: { rows: readonly AllowingRow[]; isEnded: boolean },
  ): void {
    if (rows.length === 0) return
    const touched = this.#begun(tx, accountId)
    for (const { subject_id, valid_until, mac } of rows) {
      if (mac === null) continue
      const [chain, month] = [chainOfPerson(subject_id), monthOfInstant(valid_until)]
      touched.rows.set(nameOf(mac), { mac, month, isEnded, chain })
    }
  }

  #begun(tx: Tx, accountId: AccountId): Touched {
    const held = this.#touched.get(tx)
    if (held !== undefined) return held
    const begun: Touched = { numbers: new Map(), rows: new Map() }
    this.#touched.set(tx, begun)
    tx.beforeCommit(() => this.#write(tx, accountId, begun))
    return begun
  }

  /**
   * What the chains say of a row that is true, as far as they were read: ask `standing` or `look`
   * first, after the row or together with it.
   */
  rowState(accountId: AccountId, subjectId: SubjectId, mac: Uint8Array): RowState {
    const known = this.#of(accountId)
    if (isEnded(known.tags.get(mac))) return 'ended'
    const chain = known.chains[chainOfPerson(subjectId)] as ChainState
    return chain.isWhole && !chain.isBroken ? 'stands' : 'unknown'
  }

  /**
   * Writes one chain anew from all that is held of it, and puts back what the table lacks. For an
   * account of before, for one whose log has grown long, and where an administrator accepts it.
   */
  async snapshot(tx: Tx, accountId: AccountId, chain: number): Promise<{ restored: number }> {
    const known = this.#of(accountId)
    const [head = { chain, seq: 0, mac: Buffer.alloc(0) }] = await lockHeads(tx, accountId, [chain])
    await this.#refresh(tx, accountId, known)
    const log = await this.#trueRows(tx, accountId, { known, chain })
    const table = await readChainRows(tx, accountId, chain)
    const changes = unionOf(log, table)
    const standing = new Map(table.map((row) => [row.tag.toString('hex'), row.scope]))
    const lacking = changes.flatMap(({ tag, scope, month }) =>
      scope === null || standing.get(Buffer.from(tag).toString('hex')) === scope
        ? []
        : [{ tag: Buffer.from(tag), scope, month }],
    )
    await restoreSuppressions(tx, accountId, lacking)
    const endings = this.#endingsOf(log)
    const isEmpty = changes.length + endings.length === 0
    if (isEmpty && head.seq === 0 && this.#floor(accountId, known, chain) === 0) {
      return { restored: 0 }
    }
    const seq = 1 + Math.max(head.seq, this.#floor(accountId, known, chain))
    const all = writeChanges(changes, endings)
    const made = { chain, seq, is_snapshot: true, is_whole: true, changes: all }
    const row = { ...made, mac: logMac(known.key, made, Buffer.alloc(0)) }
    await insertLogRows(tx, accountId, [row])
    await deleteLogBefore(tx, accountId, { chain, seq })
    return { restored: lacking.length }
  }

  /** Where the table and the chain do not say the same of a number, in one moment. */
  async differences(
    tx: Tx,
    accountId: AccountId,
    { chain, table }: { chain: number; table: readonly SuppressionRow[] },
  ): Promise<{ lacking: number; unknown: number; rows: number }> {
    const known = this.#of(accountId)
    const log = await this.#trueRows(tx, accountId, { known, chain })
    const logged = new Map(unionOf(log, []).map(({ tag, scope }) => [nameOf(tag), scope]))
    const standing = new Map(table.map(({ tag, scope }) => [nameOf(tag), scope]))
    // What was changed between the two readings is asked again.
    const tags = [...new Set([...logged.keys(), ...standing.keys()])]
      .filter((name) => logged.get(name) !== standing.get(name))
      .map((name) => Buffer.from(name, 'hex'))
    const rows = log.length
    if (tags.length === 0) return { lacking: 0, unknown: 0, rows }
    await this.#refresh(tx, accountId, known)
    const now = new Map(
      (await readSuppressionRows(tx, accountId, tags)).map((row) => [nameOf(row.tag), row.scope]),
    )
    let [lacking, unknown] = [0, 0]
    for (const tag of tags) {
      const [held, row] = [scopeOf(known.tags.get(tag)), now.get(nameOf(tag)) ?? null]
      if (held !== null && (row === null || widerScope(row, held) !== row)) lacking += 1
      else if (held === null && row !== null) unknown += 1
    }
    return { lacking, unknown, rows }
  }

  /** How each chain stands, once all that is committed has been read. */
  async look(tx: Tx, accountId: AccountId): Promise<readonly ChainState[]> {
    const known = this.#of(accountId)
    await this.#refresh(tx, accountId, known)
    return known.chains
  }

  /** The chain's own word for a number; null: none, or taken back. */
  scopeOf(accountId: AccountId, tag: Uint8Array): SuppressionScope | null {
    return scopeOf(this.#of(accountId).tags.get(tag))
  }

  #of(accountId: AccountId): Known {
    let known = this.#known.get(accountId)
    if (known === undefined) {
      const key = headKey(this.#guard.keyOf(accountId), accountId)
      const chains = Array.from({ length: chainCount }, newChain)
      known = { tags: new TagTable(), chains, key, isRead: false }
      this.#known.set(accountId, known)
    }
    return known
  }

  #floor(accountId: AccountId, known: Known, chain: number): number {
    const seen = known.chains[chain]?.seq ?? 0
    return Math.max(seen, this.#guard.mark(accountId).chains[chain] ?? 0)
  }

  /** Reads what has come since. Two at once do no harm: who comes second finds it taken. */
  async #refresh(tx: Tx, accountId: AccountId, known: Known): Promise<void> {
    const before = known.chains.map(({ seq }) => seq)
    const heads = new Map((await readHeads(tx, accountId)).map((row) => [row.chain, row]))
    for (const [place, chain] of known.chains.entries()) {
      const head: Head = heads.get(place) ?? noHead
      const floor = this.#guard.mark(accountId).chains[place] ?? 0
      if (isHead(chain, head) && !chain.isBroken && chain.seq >= floor) {
        chain.seen = head.seq
        continue
      }
      // Older than what this process had seen before it asked: put back.
      const wentBack = head.seq < (before[place] ?? 0)
      const rows = wentBack
        ? []
        : await readLogAfter(tx, accountId, { chain: place, seq: chain.seq })
      const fresh = rows.filter(({ seq }) => seq > chain.seq)
      // Somebody else has read further meanwhile.
      if (!wentBack && chain.seq > head.seq) continue
      followChain(known.key, chain, { rows: fresh, head, floor }, (octets) =>
        eachChange(octets, (tag, code) => known.tags.set(tag, code)),
      )
      if (chain.isBroken || wentBack) {
        chain.isBroken = true
        this.#guard.alarm({ accountId, kind: 'suppressions_incomplete', count: 1 })
      }
      chain.seen = head.seq
    }
    known.isRead = true
  }

  /** Rows of a chain that hold, from its last snapshot on. */
  async #trueRows(
    tx: Tx,
    accountId: AccountId,
    { known, chain }: { known: Known; chain: number },
  ): Promise<LogRow[]> {
    const rows = await readLogAfter(tx, accountId, { chain, seq: 0 })
    const held: LogRow[] = []
    let before: Uint8Array = newChain().mac
    for (const row of rows) {
      const isTrue = Buffer.compare(logMac(known.key, row, before), row.mac) === 0
      before = row.mac
      if (!isTrue) continue
      if (row.is_snapshot) held.length = 0
      held.push(row)
    }
    return held
  }

  /** Kept a month longer than they would have counted: clocks differ. */
  #endingsOf(rows: readonly LogRow[]): Ending[] {
    return endingsOf(rows, monthOfInstant(this.#guard.now()) - 1)
  }

  /** Just before COMMIT, when nothing else is waited for any more. */
  async #write(tx: Tx, accountId: AccountId, touched: Touched): Promise<void> {
    const tags = [...touched.numbers.values()].map(({ tag }) => tag)
    const endings = [...touched.rows.values()]
    const touchedChains = [...tags.map(chainOf), ...endings.map((row) => row.chain)]
    const chains = [...new Set(touchedChains)].sort((a, b) => a - b)
    const heads = new Map((await lockHeads(tx, accountId, chains)).map((row) => [row.chain, row]))
    const known = this.#of(accountId)
    await this.#refresh(tx, accountId, known)
    const rows = tags.length === 0 ? [] : await readSuppressionRows(tx, accountId, tags)
    const standing = new Map(rows.map((row) => [nameOf(row.tag), row]))
    const changes = [...touched.numbers].flatMap(([name, { tag, mayNarrow }]): Change[] => {
      const row = standing.get(name)
      // Where it was undone again nothing has changed.
      if (row === undefined) return mayNarrow ? [{ tag, scope: null, month: 0 }] : []
      const held = mayNarrow ? null : scopeOf(known.tags.get(tag))
      const scope = held === null ? row.scope : widerScope(held, row.scope)
      return [{ tag, scope, month: row.month }]
    })
    const made: LogRow[] = []
    for (const chain of chains) {
      const own = {
        changes: changes.filter(({ tag }) => chainOf(tag) === chain),
        endings: endings.filter((row) => row.chain === chain),
      }
      if (own.changes.length + own.endings.length === 0) continue
      const head = heads.get(chain) ?? noHead
      made.push(await this.#rowOf(tx, accountId, { known, chain, head, ...own }))
    }
    if (made.length > 0) await insertLogRows(tx, accountId, made)
  }

  async #rowOf(
    tx: Tx,
    accountId: AccountId,
    of: {
      known: Known
      chain: number
      head: Head
      changes: readonly Change[]
      endings: readonly Ending[]
    },
  ): Promise<LogRow> {
    const { known, chain, head, changes, endings } = of
    const state = known.chains[chain] as ChainState
    const octets = writeChanges(changes, endings)
    if (!state.isBroken && isHead(state, head)) {
      const next = { chain, seq: head.seq + 1, is_snapshot: false, is_whole: true, changes: octets }
      return { ...next, mac: logMac(known.key, next, state.mac) }
    }
    // Somebody's no is kept whatever happened to the rows before it; what is missing stays told.
    this.#guard.alarm({ accountId, kind: 'suppressions_incomplete', count: 1 })
    const log = await this.#trueRows(tx, accountId, { known, chain })
    const table = await readChainRows(tx, accountId, chain)
    const all = writeChanges(
      [...unionOf(log, table), ...changes],
      [...this.#endingsOf(log), ...endings],
    )
    const seq = 1 + Math.max(head.seq, this.#floor(accountId, known, chain))
    const next = { chain, seq, is_snapshot: true, is_whole: false, changes: all }
    return { ...next, mac: logMac(known.key, next, state.mac) }
  }
}

const sumOf = ({ chains }: Known): number => {
  let sum = 0
  for (const { seen } of chains) sum += seen
  return sum
}

type Compared = { standing: Standing; missing: number }

/** The wider of what the table and the chains say; what this transaction changed is the table's. */
function compare(
  known: Known,
  tags: readonly (Uint8Array | null)[],
  { rows, own }: { rows: readonly StandingRow[]; own: Touched | undefined },
): Compared {
  const table = new Map<string, SuppressionScope>()
  for (const { tag, scope } of rows) {
    if (tag !== null && scope !== null) table.set(tag.toString('hex'), scope)
  }
  const isWhole = known.chains.every((chain) => chain.isWhole && !chain.isBroken)
  const unknown = isWhole ? null : new Set<number>()
  let missing = 0
  // By index: it runs for each person of a slice, and most have said no to nothing.
  const scopes: (SuppressionScope | null)[] = []
  for (let place = 0; place < tags.length; place += 1) {
    const tag = tags[place] ?? null
    if (tag === null) {
      scopes.push(null)
      continue
    }
    const logged = scopeOf(known.tags.get(tag))
    if (table.size === 0 && logged === null && isWhole) {
      scopes.push(null)
      continue
    }
    const name = Buffer.from(tag).toString('hex')
    const scope = table.get(name) ?? null
    const isOwn = own?.numbers.has(name) === true
    const wider = scope === null ? logged : logged === null ? scope : widerScope(scope, logged)
    const lacks = !isOwn && logged !== null && wider !== scope
    if (lacks) missing += 1
    const chain = known.chains[chainOf(tag)]
    if (chain !== undefined && !(chain.isWhole && !chain.isBroken)) unknown?.add(place)
    scopes.push(isOwn ? scope : wider)
  }
  return { standing: { scopes, unknown: unknown ?? nobody }, missing }
}
