// Which PostgreSQL serves, from where and how old: for the start, its log and `accord status`.
import type pg from 'pg'
import { versionIn } from './embedded/choose-runtime.ts'
import type { BuildWarning, EmbeddedServer } from './embedded/index.ts'
import { newerRelease, releasedOn } from './postgres-releases.ts'

export type RunningPostgres = {
  /** As `17.12`. */
  version: string
  /** The npm package's programs, the machine's own, or a server that DATABASE_URL names. */
  origin: 'package' | 'machine' | 'url'
  /** Where the programs lie; null where somebody else runs them. */
  folder: string | null
  /** A day; null where this version of Accord does not know it. */
  releasedOn: string | null
  /** A newer minor version that this version of Accord knows of. */
  newer: string | null
  warning: BuildWarning | null
}

export async function runningPostgres(
  pool: pg.Pool,
  embedded: EmbeddedServer | null,
): Promise<RunningPostgres> {
  if (embedded !== null) return told(embedded.build)
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const full = rows[0]?.version ?? ''
  const version = versionIn(full) ?? full
  return told({ version, origin: 'url', folder: null, warning: null })
}

type Known = Pick<RunningPostgres, 'version' | 'origin' | 'folder' | 'warning'>

function told({ version, origin, folder, warning }: Known): RunningPostgres {
  const age = { releasedOn: releasedOn(version), newer: newerRelease(version) }
  return { version, origin, folder, ...age, warning }
}
