// The manifest of an exported installation: its files, and how to check they are complete.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../kernel/index.ts'

export const manifestFile = 'manifest.json'
export const manifestFormat = 1

export type ExportedTable = {
  name: string
  columns: string[]
  /** In PostgreSQL's COPY text format, UTF-8: any version reads it. */
  file: string
  rows: number
  sha256: string
}

export type ExportedJob = {
  name: string
  key: string | null
  payload: unknown
  runAt: string
  attemptsMax: number
}

export type Manifest = {
  format: typeof manifestFormat
  exportedAt: string
  migrations: { name: string; sha256: string }[]
  tables: ExportedTable[]
  sequences: { name: string; lastValue: number }[]
  jobs: ExportedJob[]
}

/** It is written last: a folder without one was never finished. */
export function readManifest(folder: string): Manifest {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as Manifest
  } catch {
    throw new AppError(
      'storage.export_unfinished',
      'invalid',
      `${folder} holds no finished export (no readable ${manifestFile}): export again.`,
      { details: { folder } },
    )
  }
  if (manifest.format !== manifestFormat || !Array.isArray(manifest.tables)) {
    throw new AppError(
      'storage.export_of_other_schema',
      'invalid',
      'This export has a form that this version of Accord does not know: import it with the ' +
        'version that made it, or a newer one.',
    )
  }
  return manifest
}

export function exportDamaged(file: string): AppError {
  return new AppError(
    'storage.export_damaged',
    'invalid',
    `The file ${file} of this export is missing or is not what was exported: copy the folder ` +
      `again. ` +
      'Nothing was imported.',
    { details: { file } },
  )
}
