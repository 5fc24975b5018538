// Gives all threads of this process the lowest priority.
import { existsSync, readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Those too that pack and seal; on Linux each has a priority of its own. What is started later, a
 * drill's own PostgreSQL for instance, has the same.
 */
export function giveWayToAll(): void {
  const threads = '/proc/self/task'
  const ids = existsSync(threads) ? readdirSync(threads).map(Number) : [process.pid]
  for (const id of ids) setPriority(id, constants.priority.PRIORITY_LOW)
}
