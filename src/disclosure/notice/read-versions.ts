// Reads the versions of a notice: listed, and one with what changed in it.
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { NoticeChange } from '../contract.ts'
import { disclosureError } from '../errors.ts'
import { differencesOf } from './differences.ts'
import { findVersion, listVersions, type Version, type Whose } from './version-store.ts'

export type ComparedVersion = Version & { before: Version | null }

export async function comparedVersion(
  tx: Tx,
  whose: Whose,
  version: number,
): Promise<ComparedVersion> {
  const found = await findVersion(tx, whose, version)
  if (found === null) throw disclosureError('disclosure.notice_not_found')
  const before = version === 1 ? null : await findVersion(tx, whose, version - 1)
  return { ...found, before }
}

export function changesIn({ before, texts }: ComparedVersion, language: Language): NoticeChange[] {
  return before === null ? [] : differencesOf(before.texts[language], texts[language])
}

/** Of one page; the rest is reached version by version. */
const shownMax = 20

/** The newest with their changes. */
export async function newestCompared(tx: Tx, whose: Whose): Promise<ComparedVersion[]> {
  const listed = await listVersions(tx, whose, { before: null, limit: shownMax })
  const compared: ComparedVersion[] = []
  for (const { version } of listed) compared.push(await comparedVersion(tx, whose, version))
  return compared
}
