// What processes used, as Linux counts it: memory at its peak, and the processor's time.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The most that the process has ever held in memory, in MiB. */
export function peakRss(pid: number): number | null {
  const kib = fieldOf(`/proc/${pid}/status`, /^VmHWM:\s+(\d+) kB/m)
  return kib === null ? null : kib / 1024
}

/** What the process holds in memory now, in MiB. */
export function currentRss(pid: number): number | null {
  const kib = fieldOf(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB/m)
  return kib === null ? null : kib / 1024
}

/**
 * The most that PostgreSQL's processes held together: proportional set sizes, since they share
 * their buffers. Looked at now and then, so a short peak may be missed.
 */
export function watchDatabase(postmaster: number): { stop(): number | null } {
  let peak: number | null = null
  const look = () => {
    const sum = familyOf(postmaster)
      .map((pid) => fieldOf(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m) ?? 0)
      .reduce((total, kib) => total + kib, 0)
    if (sum > 0) peak = Math.max(peak ?? 0, sum / 1024)
  }
  const timer = setInterval(look, 1000)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return peak
    },
  }
}

const ticksPerSecond = 100

/** Seconds of the processor that a process and its children have used, ended children included. */
export function cpuSeconds(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + ownSeconds(one, one === pid), 0)
}

/** Of a process alone, with all its threads. */
export const ownCpuSeconds = (pid: number): number => ownSeconds(pid, false)

/** Of a server and the processes that read files for it, those that have ended included. */
export const serverCpuSeconds = (pid: number): number =>
  familyOf(pid)
    .filter((one) => one === pid || isReader(one))
    .reduce((sum, one) => sum + ownSeconds(one, one === pid), 0)

function isReader(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading-child')
  } catch {
    return false
  }
}

/** Fields 14 to 17: in user mode, in the kernel, and both of the children that were waited for. */
function ownSeconds(pid: number, withEnded: boolean): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, withEnded ? 15 : 13)
    return ticks.reduce((sum, one) => sum + Number(one), 0) / ticksPerSecond
  } catch {
    return 0
  }
}

function familyOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const own = pids.filter((pid) => fieldOf(`/proc/${pid}/status`, /^PPid:\s+(\d+)/m) === parent)
  return [parent, ...own.map(Number)]
}

function fieldOf(path: string, pattern: RegExp): number | null {
  try {
    const match = pattern.exec(readFileSync(path, 'utf8'))
    return match === null ? null : Number(match[1])
  } catch {
    return null
  }
}
