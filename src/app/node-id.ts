// Names this node, so that the next process on the same folder knows the previous one is dead.
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs'

/**
 * The same for each process that runs on this folder since the machine began, and for no other: a
 * copy of the folder, another machine and another container differ. One process at a time runs on
 * a folder (its lock), so that what another of this name held is free. Undefined where the system
 * does not tell enough: then a lease is waited for.
 */
export function nodeIdOf(dataFolder: string): string | undefined {
  try {
    const { dev, ino } = statSync(dataFolder)
    const facts = [
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      readlinkSync('/proc/self/ns/pid'),
      realpathSync(dataFolder),
      `${dev}:${ino}`,
    ]
    const hex = createHash('sha256').update(facts.join('\n')).digest('hex')
    // A UUID of version 8: its bits are of our own making (RFC 9562, 5.8).
    const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
  } catch {
    return undefined
  }
}
