// An account's keywords: which are allowed, and when one ends.
import type { Caller, ControllerId, RouteId, WordingId } from '../../kernel/index.ts'
import type { KeywordRequest } from '../contract.ts'
import { foldWord } from '../contract-yes.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { asksFirst, isTaken, type Keyword, type KeywordId } from './keyword.ts'
import { closeKeyword, findKeyword, insertKeyword } from './keyword-store.ts'

export async function createKeyword(
  deps: PreferencesDeps,
  caller: Caller,
  request: KeywordRequest,
): Promise<Keyword> {
  const { accountId } = caller
  const word = foldWord(request.word)
  if (word === null) throw preferencesError('preferences.keyword_not_a_word')
  if (await isTaken(word)) throw preferencesError('preferences.keyword_is_command', { word })
  const isRoute = deps.replyNumbers().some(({ id }) => id === request.routeId)
  if (!isRoute) throw preferencesError('preferences.keyword_route_not_found')
  return deps.database.inAccount(accountId, async (tx) => {
    const wordingId = request.wordingId as WordingId
    const wording = await deps.consent.findWording(tx, accountId, wordingId)
    const isSound =
      wording?.state === 'published' &&
      wording.channels.includes('sms') &&
      wording.form.boxInitially !== 'ticked'
    if (!isSound) throw preferencesError('preferences.keyword_wording_unfit')
    const keyword: Keyword = {
      id: deps.makeId() as KeywordId,
      accountId,
      routeId: request.routeId as RouteId,
      word,
      wordingId,
      controllerId: wording.controllerId as ControllerId,
      confirms: asksFirst({ word, confirms: request.confirms }),
      sender: request.sender,
      state: 'open',
      createdAt: deps.clock.now(),
    }
    if (!(await insertKeyword(tx, keyword))) {
      throw preferencesError('preferences.keyword_word_taken', { word })
    }
    const details = { keyword: keyword.id, wordingId }
    await deps.audit.record(tx, caller, { action: 'preferences.keyword_opened', details })
    return keyword
  })
}

export async function endKeyword(
  deps: PreferencesDeps,
  caller: Caller,
  id: KeywordId,
): Promise<Keyword> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const keyword = await findKeyword(tx, accountId, id)
    if (keyword === null) throw preferencesError('preferences.keyword_not_found')
    if (keyword.state === 'closed') return keyword
    await closeKeyword(tx, accountId, { id, at: deps.clock.now() })
    const details = { keyword: id, wordingId: keyword.wordingId }
    await deps.audit.record(tx, caller, { action: 'preferences.keyword_closed', details })
    return { ...keyword, state: 'closed' }
  })
}
