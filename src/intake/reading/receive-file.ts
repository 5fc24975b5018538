// Receives a file: encrypted as it streams, hashed, and queued for analysis.
import type { Readable } from 'node:stream'
import { takeUpload } from '../../files/index.ts'
import type { Caller, ImportId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeLimits } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { insertImport, type Key, uploadsHeld } from '../store.ts'
import { placeOf, sealColumn } from './import-record.ts'
import { deleteFiles, writeUpload } from './sealed-file.ts'

const hourMs = 3_600_000

export type ReceivedFile = { fileName: string; stream: Readable; sheet: string | null }

export async function receiveFile(
  deps: IntakeDeps,
  caller: Caller,
  file: ReceivedFile,
): Promise<ImportId> {
  const { accountId } = caller
  await takeUpload(deps, accountId)
  const importId = deps.makeId() as ImportId
  const place = placeOf(deps, importId)
  const people = await deps.database.inAccount(accountId, async (tx) => {
    demandRoom(await uploadsHeld(tx, accountId))
    const made = await deps.vault.createSubjects(tx, accountId, 2)
    await deleteIfCutOff(deps, tx, { accountId, importId }, made)
    return made
  })
  const [fileKeys, rejectsKeys] = people
  if (fileKeys === undefined || rejectsKeys === undefined) throw intakeError('intake.interrupted')
  try {
    const key = { vault: deps.vault, accountId, keys: fileKeys }
    const { sizeBytes, sha256 } = await writeUpload(place, key, file.stream)
    if (sizeBytes === 0) throw intakeError('intake.file_empty')
    const createdAt = deps.clock.now()
    const id = { accountId, importId }
    await deps.database.inAccount(accountId, async (tx) => {
      await insertImport(tx, {
        ...id,
        file_subject_id: fileKeys.subjectId,
        rejects_subject_id: rejectsKeys.subjectId,
        file_name_sealed: sealColumn(deps, id, 'file_name_sealed', shortName(file.fileName)),
        settings_sealed: sealColumn(deps, id, 'settings_sealed', { sheet: file.sheet }),
        size_bytes: sizeBytes,
        file_sha256: sha256,
        created_at: createdAt,
      })
      const job = { accountId, input: { importId } }
      await deps.jobs.enqueue(tx, {
        ...job,
        name: 'intake.analyse_import',
        key: importId,
        attemptsMax: intakeLimits.attemptsMax,
      })
      await deps.jobs.enqueue(tx, {
        ...job,
        name: 'intake.delete_upload',
        key: importId,
        afterMs: intakeLimits.fileKeptHours * hourMs,
      })
    })
    return importId
  } catch (error) {
    const subjects = people.map(({ subjectId }): SubjectId => subjectId)
    await deleteFiles(place, 'upload')
    await deps.database.inAccount(accountId, (tx) =>
      deps.vault.destroyKeys(tx, accountId, subjects, 'both'),
    )
    throw error
  }
}

/**
 * A server that ends in the middle of a file leaves what it has of it, and no row that tells of it.
 * Once the file is there, this is the job that deletes it after a day.
 */
function deleteIfCutOff(
  deps: Pick<IntakeDeps, 'jobs'>,
  tx: Tx,
  { accountId, importId }: Key,
  people: readonly { subjectId: SubjectId }[],
): Promise<void> {
  const [file, rejects] = people
  return deps.jobs.enqueue(tx, {
    ...{ name: 'intake.delete_upload', key: importId, accountId },
    input: { importId, file: file?.subjectId ?? null, rejects: rejects?.subjectId ?? null },
    afterMs: intakeLimits.uploadHoursMax * hourMs,
  })
}

/** What waits for a mapping lies on the server's disk: an account has its share of it. */
function demandRoom({ files, octets }: { files: number; octets: number }): void {
  if (files < intakeLimits.uploadsHeldMax && octets < intakeLimits.uploadOctetsHeldMax) return
  throw intakeError('intake.uploads_held', { files, megabytes: Math.round(octets / 1024 ** 2) })
}

/** The name alone, without the folders that some browsers send. */
function shortName(fileName: string): string {
  return (fileName.split(/[\\/]/).pop() ?? '').slice(0, 200)
}
