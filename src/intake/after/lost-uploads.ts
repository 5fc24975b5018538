// Imports whose file did not come back with restored data: ended with their reason, and listed.
import type { AccountId, Clock, ImportId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { failImport } from '../reading/fail-import.ts'
import { hasUpload } from '../reading/sealed-file.ts'
import { uploadsLost, uploadsNeeded } from '../store.ts'

export type LostUpload = { importId: ImportId; receivedAt: Instant; sizeBytes: number }

/** So long they are listed: whoever has the file puts it up again, or has given it up. */
const listedMs = 30 * 86_400_000
const listedMax = 200

/**
 * In restored data, before anything runs on it. The changes after a backup bring the rows of what
 * was put up since, and not the files. Of a file that was deleted after the moment that is restored
 * the key is gone: it opens for nobody.
 */
export async function loseUploads(
  deps: Pick<IntakeDeps, 'clock' | 'jobs' | 'database'> & {
    filesFolder: string
    /** Which of them have their key, or may have it once it is back; null: nobody can say. */
    opens: ((tx: Tx, files: readonly SubjectId[]) => Promise<ReadonlySet<SubjectId>>) | null
  },
  accountId: AccountId,
): Promise<LostUpload[]> {
  const { database, filesFolder: dataFolder, opens } = deps
  const { needed, open } = await database.inAccount(accountId, async (tx) => {
    const needed = await uploadsNeeded(tx, accountId)
    const files = needed.map(({ fileSubjectId }) => fileSubjectId)
    return { needed, open: files.length === 0 ? null : await opens?.(tx, files) }
  })
  const lost: LostUpload[] = []
  for (const { importId, receivedAt, sizeBytes, fileSubjectId } of needed) {
    const isOpen = open?.has(fileSubjectId) ?? true
    if (isOpen && (await hasUpload({ dataFolder, importId }, sizeBytes))) continue
    const failure = { code: 'intake.file_lost', details: {} }
    await database.inAccount(accountId, (tx) =>
      failImport(deps, tx, { accountId, importId }, failure),
    )
    lost.push({ importId, receivedAt, sizeBytes })
  }
  return lost
}

/** Those that nobody has put up again yet. */
export async function lostUploads(
  { database, clock }: { database: Database; clock: Clock },
  accountId: AccountId,
): Promise<LostUpload[]> {
  const asked = { since: clock.now() - listedMs, limit: listedMax }
  const rows = await database.inAccount(accountId, (tx) => uploadsLost(tx, accountId, asked))
  return rows.map(({ importId, receivedAt, sizeBytes }) => ({ importId, receivedAt, sizeBytes }))
}
