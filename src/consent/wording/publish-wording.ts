// Wordings: drafted, reviewed for defects, and published by an entry in the ledger before any use.
import { createHash } from 'node:crypto'
import type { AccountId, Caller, Clock, EntryId, Language, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording, WordingDraft } from '../consent.ts'
import { consentError, mendSentence, type WordingRefusal } from '../errors.ts'
import { actorOf, type EntryDeps, writeEntries } from '../ledger/write-entries.ts'
import { findWordings, insertWording, lockWording, markPublished } from '../store/store.ts'
import { mendDetails, type Refused } from './mend.ts'
import { wordingDefects } from './wording-defects.ts'

export type PublishOutcome = { outcome: 'published'; wording: Wording } | Refused<WordingRefusal>

export type WordingDeps = EntryDeps & { clock: Clock }

export async function createDraft(
  deps: WordingDeps,
  tx: Tx,
  caller: Caller,
  draft: WordingDraft,
): Promise<Wording> {
  const { replaces, ...fields } = draft
  const wording: Wording = {
    ...fields,
    wordingId: deps.makeId() as WordingId,
    accountId: caller.accountId,
    version: replaces === undefined ? 1 : await nextVersion(tx, caller.accountId, replaces),
    sha256: createHash('sha256').update(draft.shownText, 'utf8').digest(),
    state: 'draft',
    createdAt: deps.clock.now(),
    publishedAt: null,
    entryId: null,
  }
  await insertWording(tx, wording, replaces ?? null)
  return wording
}

async function nextVersion(tx: Tx, accountId: AccountId, replaces: WordingId): Promise<number> {
  const before = (await findWordings(tx, accountId, [replaces])).get(replaces)
  if (before === undefined) throw consentError('consent.wording_not_found')
  return before.version + 1
}

/** Every defect with the sentence to mend it, in the reader's language. */
export function reviewWording(
  draft: Pick<
    WordingDraft,
    'shownText' | 'channels' | 'purposes' | 'form' | 'controllerName' | 'language'
  >,
  reader: Language,
): Refused<WordingRefusal>[] {
  return wordingDefects(draft).map(({ refusal, channels }) => {
    const details = mendDetails(draft, channels, reader)
    return { outcome: 'refused', refusal, mend: mendSentence(reader, refusal, details), details }
  })
}

export async function publishWording(
  deps: WordingDeps,
  tx: Tx,
  caller: Caller,
  wordingId: WordingId,
): Promise<PublishOutcome> {
  const { accountId } = caller
  const wording = await lockWording(tx, accountId, wordingId)
  if (wording === null) throw consentError('consent.wording_not_found')
  if (wording.state !== 'draft') throw consentError('consent.wording_not_draft')
  const [defect] = reviewWording(wording, caller.language)
  if (defect !== undefined) return defect
  const at = deps.clock.now()
  const written = await writeEntries(deps, tx, { accountId, at }, [
    {
      kind: 'notice.published',
      purpose: [...wording.purposes].sort().join(','),
      channel: [...wording.channels].sort().join(','),
      wordingSha256: wording.sha256,
      keys: null,
      body: {
        actor: actorOf(caller),
        boxInitially: wording.form.boxInitially,
        controller: wording.controllerId,
        controllerName: wording.controllerName,
        language: wording.language,
        medium: wording.medium,
        name: wording.name,
        version: wording.version,
      },
    },
  ])
  const entryId = written[0] as EntryId
  await markPublished(tx, accountId, { wordingId, entryId, at })
  return {
    outcome: 'published',
    wording: { ...wording, state: 'published', publishedAt: at, entryId },
  }
}
