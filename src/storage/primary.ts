// Of several PostgreSQL servers that stand in for each other, the one that takes writes now.
import type pg from 'pg'
import { AppError } from '../kernel/index.ts'
import type { Place, ServerAddress } from './connection.ts'
import { withoutValues } from './sql-error.ts'

/** Which of the places of an address is asked: the one that answered last, until it fails. */
export class Turn {
  readonly #address: ServerAddress
  readonly places: readonly Place[]
  #index = 0

  constructor(address: ServerAddress) {
    this.#address = address
    this.places = [address, ...(address.others ?? [])]
  }

  get index(): number {
    return this.#index
  }

  get address(): ServerAddress {
    const { host, port } = this.places[this.#index] ?? this.#address
    return { ...this.#address, host, port }
  }

  /** Of many that failed at one place together, the first moves on for all. */
  leave(index: number): void {
    if (this.#index === index) this.#index = (index + 1) % this.places.length
  }
}

/** A server that waits for its primary's end answers too, and keeps nothing: it is passed over. */
export async function refuseStandby(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ standby: boolean }>(
    `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool
       as standby`,
  )
  if (rows[0]?.standby !== false) throw readOnly()
}

function readOnly(): Error {
  return Object.assign(new Error('a standby'), { code: '25006', severity: 'ERROR' })
}

/** Whether another place may do better. Where all connections are in use, none would. */
function isElsewhere(error: unknown): boolean {
  const seen = withoutValues(error)
  if (!(seen instanceof AppError) || seen.kind !== 'unavailable') return false
  return !(error instanceof Error && error.message.startsWith('timeout exceeded'))
}

const isStandby = (error: unknown): boolean => (error as { code?: unknown }).code === '25006'

/**
 * Asks each place once, from the last good one on. That a standby takes no writes is told only
 * where nothing else was wrong: what matters is why the primary did not answer.
 */
export async function atPrimary<T>(turn: Turn, ask: () => Promise<T>): Promise<T> {
  let told: unknown = null
  for (let left = turn.places.length; ; left -= 1) {
    const { index } = turn
    try {
      return await ask()
    } catch (error) {
      if (!isElsewhere(error)) throw error
      turn.leave(index)
      if (told === null || isStandby(told)) told = error
      if (left <= 1) throw told
    }
  }
}
