// Reads the notice as it is now, and keeps it as a version if nobody has read it so before.
import { createHash } from 'node:crypto'
import type { AccountId, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { DisclosureDeps } from '../deps.ts'
import { type AccountFacts, accountFacts } from '../facts/account-facts.ts'
import { installationFacts } from '../facts/installation-facts.ts'
import { type Draft, fixedText } from './said.ts'
import {
  holdVersions,
  insertVersion,
  newestVersion,
  type Version,
  type Whose,
} from './version-store.ts'
import { writeAccountNotice } from './write-account.ts'
import { writeInstallationNotice } from './write-installation.ts'

type Drafts = Readonly<Record<Language, Draft>>
export type NoticeNow = { drafts: Drafts; current: Version }

/** No text is shown that is not kept: whoever reads a new one keeps it. */
async function keep(
  deps: Pick<DisclosureDeps, 'clock'>,
  tx: Tx,
  whose: Whose,
  drafts: Drafts,
): Promise<Version> {
  const texts = { fr: fixedText(drafts.fr), en: fixedText(drafts.en) }
  const sha256 = createHash('sha256')
    .update(JSON.stringify([texts.fr, texts.en]))
    .digest()
  const isSame = (version: Version | null) => version?.sha256.equals(sha256) ?? false
  const held = await newestVersion(tx, whose)
  if (held !== null && isSame(held)) return held
  await holdVersions(tx, whose)
  const newest = await newestVersion(tx, whose)
  if (newest !== null && isSame(newest)) return newest
  const version = { version: (newest?.version ?? 0) + 1, sha256, texts, at: deps.clock.now() }
  await insertVersion(tx, whose, version)
  return version
}

export async function accountNotice(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: AccountId,
): Promise<NoticeNow & { facts: AccountFacts }> {
  const facts = await accountFacts(deps, tx, accountId)
  const drafts = { fr: writeAccountNotice(facts, 'fr'), en: writeAccountNotice(facts, 'en') }
  return { facts, drafts, current: await keep(deps, tx, accountId, drafts) }
}

export async function installationNotice(deps: DisclosureDeps, tx: Tx): Promise<NoticeNow> {
  const facts = await installationFacts(deps, tx)
  const drafts = {
    fr: writeInstallationNotice(facts, 'fr'),
    en: writeInstallationNotice(facts, 'en'),
  }
  return { drafts, current: await keep(deps, tx, null, drafts) }
}
