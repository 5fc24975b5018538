// When each minor version of PostgreSQL came out,
// so that a start can say how old the running one is.
import { compareVersions, versionIn } from './embedded/choose-runtime.ts'

/**
 * PostgreSQL's release notes, https://www.postgresql.org/docs/release/, and from 17.8 on the
 * roadmap of minor releases, https://www.postgresql.org/developer/roadmap/; checked 2026-11-30
 * against the changelog of Debian's package, which is written one to three days before each.
 */
const releases: Readonly<Record<string, string>> = {
  '17.0': '2024-09-26',
  '17.1': '2024-11-14',
  '17.2': '2024-11-21',
  '17.3': '2025-02-13',
  '17.4': '2025-02-20',
  '17.5': '2025-05-08',
  '17.6': '2025-08-14',
  '17.7': '2025-11-13',
  '17.8': '2026-02-12',
  '17.9': '2026-02-26',
  '17.10': '2026-05-14',
  '17.11': '2026-08-13',
  '17.12': '2026-11-12',
}

/** A day as `2026-11-12`; null for a version that is not in the table. */
export function releasedOn(version: string): string | null {
  return releases[versionIn(version) ?? ''] ?? null
}

/** The newest version of the table when it is newer than this one, of the same major version. */
export function newerRelease(version: string): string | null {
  const major = version.split('.')[0]
  const newest = Object.keys(releases)
    .filter((known) => known.split('.')[0] === major)
    .sort(compareVersions)
    .at(-1)
  return newest !== undefined && compareVersions(version, newest) < 0 ? newest : null
}
