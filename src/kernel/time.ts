// Instants and clocks. A decision takes its instant as a parameter; nothing below asks for it.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

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
