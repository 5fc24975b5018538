// Memory, time and number limits of the processes that read files.

export type ReadingLimits = {
  /** Of the process's own heap, and of each of its threads. */
  heapMebibytesMax: number
  /**
   * Of everything that the process may write to, heaps and buffers together: held by the system.
   */
  memoryMebibytesMax: number
  /** Until the process has begun. */
  startMs: number
  /** A reader that is stuck in one statement says nothing: so long it may be silent. */
  silenceMs: number
  /** For a file of any size, and for each mebibyte of it. */
  wholeMs: number
  wholeMsPerMebibyte: number
  /** Readers at once, of the whole server and of one account; the rest wait. */
  atOnceMax: number
  ofOneMax: number
  /** Requests of one account that wait with their file; one more is told to come again. */
  waitingOfOneMax: number
  /** So long a reader is kept for the next file, since it takes a moment to begin. */
  idleMs: number
}

const minuteMs = 60_000

export const usualLimits: ReadingLimits = {
  heapMebibytesMax: 512,
  memoryMebibytesMax: 2_048,
  startMs: 2 * minuteMs,
  silenceMs: 2 * minuteMs,
  wholeMs: 15 * minuteMs,
  wholeMsPerMebibyte: minuteMs / 2,
  atOnceMax: 3,
  ofOneMax: 2,
  waitingOfOneMax: 4,
  idleMs: minuteMs / 2,
}
