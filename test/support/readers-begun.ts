// Sees the processes that read files as they begin, so that a test can kill one.
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** Each process that is begun from now on whose program is the reader's. */
export function readersBegun(): { readers: ChildProcess[]; stop(): void } {
  const readers: ChildProcess[] = []
  const seen = (told: unknown) => {
    const { process: child } = told as { process: ChildProcess }
    // Its arguments stand there once it is spawned.
    child.once('spawn', () => {
      if (child.spawnargs.some((arg) => arg.includes('reading-child'))) readers.push(child)
    })
  }
  subscribe('child_process', seen)
  return { readers, stop: () => unsubscribe('child_process', seen) }
}
