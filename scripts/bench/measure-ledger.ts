// The ledger: how soon entries have their place, and how long an outsider needs to check them all.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { command as proof } from '../../src/cli/proof.ts'
import type { CheckpointView } from '../../src/consent/contract.ts'
import type { Installation } from './installation.ts'
import { secondsSince, until } from './wait.ts'

export type Verified = {
  leaves: number
  exportSeconds: number
  verifySeconds: number
  /** Every entry hashed once, and nothing else. */
  hashSeconds: number
}

const prefix = join(tmpdir(), 'accord-bench-ledger-')

/** Resolves when every entry recorded so far has its place under a signed checkpoint. */
export function sequenced({ get }: Installation): Promise<CheckpointView> {
  return until(
    () => get<CheckpointView>('/v1/ledger/checkpoint'),
    ({ waiting }) => waiting === 0,
    { everyMs: 200 },
  )
}

export async function verifyLedger(installation: Installation): Promise<Verified> {
  const { size } = await sequenced(installation)
  const folder = mkdtempSync(prefix)
  try {
    const exportStart = performance.now()
    const code = await proof.run(['export', '--out', folder, '--url', installation.url], {
      stdin: Readable.from([`${installation.token}\n`]),
      stdout: { write: () => true },
      stderr: process.stderr,
      language: 'en',
    })
    if (code !== 0) throw new Error('the ledger was not exported')
    const exportSeconds = secondsSince(exportStart)
    const verifier = fileURLToPath(new URL('../../verify.mjs', import.meta.url))
    const verifyStart = performance.now()
    const run = spawnSync(process.execPath, [verifier, folder], { encoding: 'utf8' })
    const verifySeconds = secondsSince(verifyStart)
    if (run.status !== 0) throw new Error(`the ledger does not verify: ${run.stdout}`)
    return { leaves: size, exportSeconds, verifySeconds, hashSeconds: hashOnce(folder) }
  } finally {
    if (folder.startsWith(prefix)) rmSync(folder, { recursive: true })
  }
}

function hashOnce(folder: string): number {
  const start = performance.now()
  for (const file of filesOf(join(folder, 'tile', 'entries'))) {
    const bytes = readFileSync(file)
    for (let at = 0; at + 2 <= bytes.length; ) {
      const end = at + 2 + bytes.readUInt16BE(at)
      createHash('sha256')
        .update(bytes.subarray(at + 2, end))
        .digest()
      at = end
    }
  }
  return secondsSince(start)
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
