// Gives a process that the server began the lowest priority, from its first moment on.
import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** So that reading its own program gives way too, before that can ask for it by itself. */
export function lowerPriorityOf({ pid }: Pick<ChildProcess, 'pid'>): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended, or may not be changed: its program does the same.
  }
}
