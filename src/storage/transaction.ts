// What a store sees of the database: a transaction, its statements, and the shapes of values.
import type { AccountId, Instant } from '../kernel/index.ts'

/** A named statement is prepared once a connection and planned once: for the hot paths. */
export type Statement = { name: string; text: string }

export type Result<R> = { rows: R[]; rowCount: number }

/** The types that a binary COPY can write. */
export type CopyType =
  | 'uuid'
  | 'text'
  | 'bytea'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'timestamptz'
  | 'bool'
  | 'jsonb'
  | 'float8'
export type CopyColumn = { name: string; type: CopyType }

/** Takes statements whose answers nobody needs: so none can be asked for once COMMIT has left. */
export interface Asks {
  ask(statement: string | Statement, values: readonly unknown[]): void
  afterCommit(call: () => void): void
}

/**
 * One transaction. Values on the way: uuid is a string, bytea a Buffer, int8 a number, timestamptz
 * an Instant when read and `toTimestamp(instant)` when written, jsonb an object when read and its
 * JSON text when written, arrays of text and uuid are arrays.
 */
export interface Tx {
  query<R extends object = Record<string, unknown>>(
    statement: string | Statement,
    values?: readonly unknown[],
  ): Promise<Result<R>>
  /**
   * COPY … FROM STDIN in binary; returns the number of rows. Not into a table with row-level
   * security: PostgreSQL refuses that, hence the staging tables. A timestamptz is given as an
   * Instant, jsonb as its JSON text.
   */
  copyIn(
    table: string,
    columns: readonly CopyColumn[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number>
  /**
   * What `work` does, or nothing of it: where it fails with an error that `isExpected`, its
   * statements are undone, the transaction goes on, and null is given. Nothing else may be asked
   * meanwhile.
   */
  attempt<T>(work: () => Promise<T>, isExpected: (error: unknown) => boolean): Promise<T | null>
  /** All that is asked leaves in one write; resolves once all of it is done. */
  together(ask: (to: Asks) => void): Promise<void>
  /**
   * The same, but nobody waits: it leaves with the statement that is asked next. Where one of them
   * fails, so does whatever is asked behind it, and the transaction.
   */
  ahead(ask: (to: Asks) => void): void
  /**
   * As together, and COMMIT leaves with it: nothing is asked behind it. Where a statement fails,
   * nothing of the transaction is kept, as ever.
   */
  commitWith(ask: (to: Asks) => void): Promise<void>
  /** Called once the transaction is on disk; never called when it is rolled back. */
  afterCommit(call: () => void): void
  /**
   * Done when the work is, and before COMMIT: for rows that many transactions want, so that each
   * holds them for a moment and waits for nothing else meanwhile. Not with `commitWith`.
   */
  beforeCommit(work: () => Promise<void>): void
}

export type TransactionOptions = {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /**
   * How often the work may run again from its beginning after a serialization failure or a
   * deadlock. 0 by default: the work must be harmless to repeat.
   */
  retriesMax?: number
  /**
   * Its statements look up what they name, and read no table as a whole: plans that are made while
   * a table is nearly empty stay with the connection, and would read it whole long after.
   */
  byIndex?: boolean
  /** The work asks for one statement, which is a transaction by itself: none is begun around it. */
  isOneStatement?: boolean
}

export interface Database {
  /** Role accord_app with accord.account_id set for this transaction: this account's rows only. */
  inAccount<T>(
    accountId: AccountId,
    work: (tx: Tx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>
  /**
   * Role accord_engine: narrow tables without personal data, over all accounts. Store functions
   * that use it end in `InAnyAccount`.
   */
  inAnyAccount<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Role accord_app without an account: installation-wide tables only. */
  inInstallation<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  close(): Promise<void>
}

/** An instant as a parameter of type timestamptz. */
export function toTimestamp(instant: Instant): Date {
  return new Date(instant)
}

/** A pattern of `like`: any text that has this one in it, whose signs are no pattern. */
export const partOf = (text: string): string =>
  `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
