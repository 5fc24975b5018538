// Gives way to everything else on the machine, with all threads of this process.
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Those too that pack and seal; on Linux each has a priority of its own. What is started later, a
 * drill's own PostgreSQL for instance, gives way with them.
 */
export function giveWayToAll(): void {
  const threads = '/proc/self/task'
  const ids = existsSync(threads) ? readdirSync(threads).map(Number) : [process.pid]
  for (const id of ids) setPriority(id, constants.priority.PRIORITY_LOW)
}

/** From its first moment: reading its own program gives way too. */
export function lowerPriorityOf({ pid }: Pick<ChildProcess, 'pid'>): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended, or may not be changed: it does the same by itself.
  }
}
