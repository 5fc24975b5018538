// What anybody may read of an account's ledger: the signed checkpoint, its key, tiles of hashes.
// No entry.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AccountId, isUuid } from '../../kernel/index.ts'

/** `path` as C2SP tlog-tiles has it: `x001/067`, `067.p/12`. */
export type PublishedFile =
  | { kind: 'checkpoint' }
  | { kind: 'key' }
  | { kind: 'tile'; level: number; path: string }

const tilePattern = /^(?:x\d{3}\/){0,4}\d{3}(?:\.p\/[1-9]\d{0,2})?$/
const levelsMax = 6

type PublishedFrom = {
  dataFolder: string
  keyText(accountId: AccountId, origin: string): string
}

/** Null: there is none, or it is no name of one. */
export async function readPublished(
  { dataFolder, keyText }: PublishedFrom,
  accountId: AccountId,
  what: PublishedFile,
): Promise<Buffer | null> {
  if (!isUuid(accountId)) return null
  const folder = join(dataFolder, 'ledger', accountId)
  if (what.kind === 'checkpoint') return readOrNull(join(folder, 'checkpoint'))
  if (what.kind === 'key') {
    const checkpoint = await readOrNull(join(folder, 'checkpoint'))
    const origin = checkpoint?.toString('utf8').split('\n')[0]
    return origin === undefined ? null : Buffer.from(`${keyText(accountId, origin)}\n`, 'utf8')
  }
  if (what.level > levelsMax || !tilePattern.test(what.path)) return null
  return readOrNull(join(folder, 'tile', String(what.level), what.path))
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null
    throw error
  }
}
