// Peak memory of the processes, as Linux counts it; nothing elsewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The most that the process has ever held in memory, in MiB. */
export function peakRss(pid: number): number | null {
  const kib = fieldOf(`/proc/${pid}/status`, /^VmHWM:\s+(\d+) kB/m)
  return kib === null ? null : kib / 1024
}

/**
 * The most that PostgreSQL's processes held together: proportional set sizes, since they share
 * their buffers. Looked at now and then, so a short peak may be missed.
 */
export function watchDatabase(postmaster: number): { stop(): number | null } {
  let peak: number | null = null
  const look = () => {
    const sum = childrenOf(postmaster)
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

function childrenOf(postmaster: number): number[] {
  if (!existsSync('/proc/self/stat')) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const own = pids.filter((pid) => fieldOf(`/proc/${pid}/status`, /^PPid:\s+(\d+)/m) === postmaster)
  return [postmaster, ...own.map(Number)]
}

function fieldOf(path: string, pattern: RegExp): number | null {
  try {
    const match = pattern.exec(readFileSync(path, 'utf8'))
    return match === null ? null : Number(match[1])
  } catch {
    return null
  }
}
