// Instants and clocks. A decision takes its instant as a parameter; nothing below asks for it.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** As the API tells an instant: ISO 8601 in UTC, to the millisecond. */
export const isoTime = (at: Instant): string => new Date(at).toISOString()

export const isoTimeOrNull = (at: Instant | null): string | null =>
  at === null ? null : isoTime(at)

export interface Clock {
  now(): Instant
}

/** Waits that a test can own; the one real implementation is `app/clock.ts`. */
export interface Timers extends Clock {
  /** Milliseconds on a clock that nobody sets: for what must not outlast its time. */
  monotonicMs(): number
  /** Resolves after `ms`. Never rejects. */
  sleep(ms: number): Promise<void>
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, call: () => void): () => void
}

/** Random bytes from outside: the operating system in production, a seed in a simulation. */
export interface Randomness {
  bytes(count: number): Uint8Array
}

/** Makes a new UUIDv7. */
export type MakeId = () => string
