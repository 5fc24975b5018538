// Consent wordings: drafted, reviewed, published, looked up.
import type { AccountId, Caller, Language, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording, WordingDraft } from '../consent.ts'
import type { WordingRefusal } from '../contract.ts'
import { findWordings, listWordings } from '../store/store.ts'
import { changeDraft, removeDraft, type WordingChange } from './change-draft.ts'
import type { Refused } from './mend.ts'
import {
  createDraft,
  type PublishOutcome,
  publishWording,
  reviewWording,
  type WordingDeps,
} from './publish-wording.ts'

/** What screens, forms and files ask about wordings. */
export interface Wordings {
  createDraft(tx: Tx, caller: Caller, draft: WordingDraft): Promise<Wording>
  /** The defects of a text, with the sentence to mend each in the reader's language. */
  reviewWording(
    draft: Pick<
      WordingDraft,
      'shownText' | 'channels' | 'purposes' | 'form' | 'controllerName' | 'language'
    >,
    reader: Language,
  ): readonly Refused<WordingRefusal>[]
  /** What is not given stays; refused once the wording is published. */
  changeDraft(tx: Tx, caller: Caller, wordingId: WordingId, change: WordingChange): Promise<Wording>
  removeDraft(tx: Tx, caller: Caller, wordingId: WordingId): Promise<void>
  publishWording(tx: Tx, caller: Caller, wordingId: WordingId): Promise<PublishOutcome>
  listWordings(tx: Tx, accountId: AccountId): Promise<Wording[]>
  findWording(tx: Tx, accountId: AccountId, wordingId: WordingId): Promise<Wording | null>
}

export function createWordings(deps: WordingDeps): Wordings {
  return {
    createDraft: (tx, caller, draft) => createDraft(deps, tx, caller, draft),
    reviewWording,
    changeDraft,
    removeDraft,
    publishWording: (tx, caller, wordingId) => publishWording(deps, tx, caller, wordingId),
    listWordings,
    findWording: async (tx, accountId, wordingId) =>
      (await findWordings(tx, accountId, [wordingId])).get(wordingId) ?? null,
  }
}
