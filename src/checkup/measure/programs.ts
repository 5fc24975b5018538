// What other programs of the machine say: whether its clock is kept, which packages are vulnerable.
import { execFile } from 'node:child_process'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../kernel/index.ts'
import { type PackageFacts, type Unseen, unseen } from '../facts.ts'

type Ran = { isThere: boolean; out: string }

const outOctetsMax = 8 * 1024 * 1024

/** Nothing else of the environment: it may hold passwords, which are no business of theirs. */
const environment = () => {
  const folders = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin']
  return { PATH: folders.join(delimiter), HOME: homedir(), LC_ALL: 'C' }
}

/** Whatever its exit code: `npm audit` ends with 1 where it found something. */
function run(command: string, args: readonly string[], how: { cwd?: string; ms: number }) {
  const place = how.cwd === undefined ? {} : { cwd: how.cwd }
  const options = { timeout: how.ms, maxBuffer: outOctetsMax, env: environment(), ...place }
  return new Promise<Ran>((resolve) => {
    execFile(command, [...args], options, (error, out) => {
      const code = (error as { code?: unknown } | null)?.code
      resolve({ isThere: code !== 'ENOENT' && code !== 'EACCES', out })
    })
  })
}

export async function measureClockKept(): Promise<boolean | Unseen> {
  const args = ['show', '--property=NTPSynchronized', '--value']
  const { isThere, out } = await run('timedatectl', args, { ms: 3_000 })
  if (!isThere) return unseen('no_tool')
  const word = out.trim()
  return word === 'yes' ? true : word === 'no' ? false : unseen('no_answer')
}

const program = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** Asks the registry over the network: only when somebody said so. */
export async function askPackages(now: Instant): Promise<PackageFacts | Unseen> {
  const args = ['audit', '--omit=dev', '--json']
  const { isThere, out } = await run('npm', args, { cwd: program, ms: 60_000 })
  if (!isThere) return unseen('no_tool')
  return packagesIn(out, now) ?? unseen('no_answer')
}

/** What `npm audit --json` answers, version 2; null for anything else. */
export function packagesIn(answer: string, at: Instant): PackageFacts | null {
  const found = vulnerabilitiesIn(answer)
  if (found === null) return null
  const named = Object.entries(found)
  const severe = named.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
  const names = severe.map(([name]) => name).sort()
  return { at, severe: names.slice(0, 50), other: named.length - severe.length }
}

function vulnerabilitiesIn(answer: string): Record<string, { severity?: unknown }> | null {
  try {
    const { vulnerabilities } = JSON.parse(answer) as { vulnerabilities?: unknown }
    if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return null
    return vulnerabilities as Record<string, { severity?: unknown }>
  } catch {
    return null
  }
}
