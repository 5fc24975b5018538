// The link to a person's page: unguessable, stored only as a tag, valid for thirty days.
import type { AccountId, ContactId, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import { findLinkInAnyAccount, insertLink, type PageLink } from './store.ts'

/** As the page says it. */
export const linkLifeMs = 30 * 86_400_000
const tokenOctets = 16

const tagOf = (deps: Pick<PreferencesDeps, 'vault'>, token: string): Buffer =>
  deps.vault.installationTag('page_link', token)

export type MadeLink = { token: string; madeAt: Instant; expiresAt: Instant }

export async function makeLink(
  deps: Pick<PreferencesDeps, 'vault' | 'randomness' | 'clock'>,
  tx: Tx,
  whose: { accountId: AccountId; contactId: ContactId; subjectId: SubjectId },
): Promise<MadeLink> {
  const token = Buffer.from(deps.randomness.bytes(tokenOctets)).toString('base64url')
  const madeAt = deps.clock.now()
  const expiresAt = madeAt + linkLifeMs
  await insertLink(tx, { ...whose, tag: tagOf(deps, token), madeAt, expiresAt })
  return { token, madeAt, expiresAt }
}

export async function openLink(deps: PreferencesDeps, token: string): Promise<PageLink> {
  const tag = tagOf(deps, token)
  const link = await deps.database.inAnyAccount((tx) => findLinkInAnyAccount(tx, tag))
  if (link === null || link.expiresAt <= deps.clock.now()) {
    throw preferencesError('preferences.link_not_found')
  }
  return link
}
