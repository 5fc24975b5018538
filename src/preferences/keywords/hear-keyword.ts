// Receives a keyword: a consent to its wording, or a request for a second yes.
import { accountOf, systemCaller } from '../../accounts/index.ts'
import type { Wording } from '../../consent/index.ts'
import { readNumber } from '../../countries/index.ts'
import {
  type AccountId,
  assert,
  type E164,
  type Instant,
  type MessageId,
  type RouteId,
} from '../../kernel/index.ts'
import { wordsAskedFor } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { foldWord, saysYesToAnything } from '../contract-yes.ts'
import type { PreferencesDeps } from '../deps.ts'
import { send } from '../handset-code.ts'
import { asksForData, hearRequest } from '../requests/hear-request.ts'
import { answersAsking, asksFirst, type Keyword, secondYesMs } from './keyword.ts'
import {
  deletePendingYes,
  findKeyword,
  findPendingInAnyAccount,
  findWordInAnyAccount,
  type KeywordPlace,
  keepPending,
} from './keyword-store.ts'

/** What a route heard that was no stop and no question. */
export type Heard = {
  routeId: RouteId
  number: E164
  /** The number that it was sent to. */
  to: string
  text: string
  /** Which accounts have written to it by this route lately, the last first. */
  writers: readonly AccountId[]
  /** The very last message of any of them by this route. */
  last: { messageId: MessageId; at: Instant } | null
  traceId: string
}

/** A yes when it was a keyword, asked back or recorded; null: neither that nor a request. */
export async function hearKeyword(
  deps: PreferencesDeps,
  heard: Heard,
): Promise<'yes' | 'data_request' | null> {
  const word = foldWord(heard.text)
  if (word === null) return null
  const found = await findPlace(deps, heard, word)
  if (found === null) {
    const language = asksForData(word)
    const isRequest = language !== null && (await hearRequest(deps, { ...heard, language }))
    return isRequest ? 'data_request' : null
  }
  const { accountId } = found.place
  const known = await deps.database.inAccount(accountId, async (tx) => {
    const keyword = await findKeyword(tx, accountId, found.place.keywordId)
    if (keyword === null || keyword.state !== 'open') return null
    const account = await accountOf(tx, accountId)
    const wording = await deps.consent.findWording(tx, accountId, keyword.wordingId)
    const controller = await deps.contacts.controller(tx, accountId, keyword.controllerId)
    return wording === null || controller === null
      ? null
      : { account, keyword, wording, controller: controller.name }
  })
  if (known === null) return null
  const { account, keyword } = known
  const sandbox = account.kind === 'sandbox'
  // A number of fiction is nobody's, except where nothing leaves.
  if (readNumber(heard.number, { country: account.country, sandbox }).reason !== null) return null
  const { isSecond } = found
  if (!isSecond && (await isMereReply(deps, heard, known, word))) return null
  if (asksFirst(keyword) && !isSecond) await askBack(deps, heard, known)
  else await record(deps, heard, { ...known, isSecond })
  return 'yes'
}

type Known = {
  account: Awaited<ReturnType<typeof accountOf>>
  keyword: Keyword
  wording: Wording
  controller: string
}

/**
 * Words that were sent to this very number wait for its yes before any keyword is looked for,
 * unless it may answer something that was sent since. On a number that several accounts share, a
 * word that answers another's message is that other's: nobody has read the words beside the keyword
 * then.
 */
async function findPlace(
  deps: PreferencesDeps,
  heard: Heard,
  word: string,
): Promise<{ place: KeywordPlace; isSecond: boolean } | null> {
  const { routeId, number, writers, last } = heard
  const numberTag = deps.vault.replyTag(routeId, number)
  const at = deps.clock.now()
  return deps.database.inAnyAccount(async (tx) => {
    const place = await findWordInAnyAccount(tx, { routeId, word })
    const asking = await findPendingInAnyAccount(tx, { routeId, numberTag, at })
    if (asking !== null) {
      const isOwnWord = place?.keywordId === asking.keywordId
      const isLastWord =
        last === null || last.messageId === asking.messageId || last.at < asking.askedAt
      if (answersAsking(word, { isOwnWord, isLastWord })) return { place: asking, isSecond: true }
    }
    const writer = writers[0]
    const isAnother = place !== null && writer !== undefined && writer !== place.accountId
    return place === null || isAnother ? null : { place, isSecond: false }
  })
}

/**
 * Whoever said stop and now answers yes to a message of the account is not asked for more: they
 * come back by a word that means nothing else, or by a form.
 */
async function isMereReply(
  deps: PreferencesDeps,
  { number, writers }: Heard,
  { account }: Known,
  word: string,
): Promise<boolean> {
  if (!saysYesToAnything(word) || !writers.includes(account.id)) return false
  const tag = deps.vault.suppressionTag(account.id, number)
  const [suppression = null] = await deps.database.inAccount(account.id, (tx) =>
    deps.consent.suppressionsAtGate(tx, account.id, [tag]),
  )
  return suppression !== null
}

async function askBack(deps: PreferencesDeps, heard: Heard, known: Known): Promise<void> {
  const { account, keyword, wording, controller } = known
  const at = deps.clock.now()
  const messageId = await tell(deps, heard, known, {
    code: 'preferences.keyword_ask',
    details: { controller, words: wording.shownText },
  })
  // Where the words cannot be sent, there is nothing to say a second yes to.
  if (messageId === null) return
  const numberTag = deps.vault.replyTag(heard.routeId, heard.number)
  const expiresAt = at + secondYesMs
  await deps.database.inAccount(account.id, (tx) =>
    keepPending(tx, account.id, { keyword, numberTag, messageId, at, expiresAt }),
  )
}

type Agreed = Known & { isSecond: boolean }

async function record(deps: PreferencesDeps, heard: Heard, known: Agreed): Promise<void> {
  const { account, controller } = known
  const isKept = await deps.database.inAccount(account.id, async (tx) => {
    const numberTag = deps.vault.replyTag(heard.routeId, heard.number)
    await deletePendingYes(tx, account.id, { routeId: heard.routeId, numberTag })
    return recordYes(deps, tx, heard, known)
  })
  if (!isKept) return
  await tell(deps, heard, known, { code: 'preferences.keyword_thanks', details: { controller } })
}

/** The handset's own act: the strongest evidence there is, and the one that takes a STOP back. */
async function recordYes(
  deps: PreferencesDeps,
  tx: Tx,
  heard: Heard,
  { account, keyword, wording, isSecond }: Agreed,
): Promise<boolean> {
  const at = deps.clock.now()
  const contact = await deps.contacts.subjectOf(tx, account.id, heard.number, at)
  const opened = await deps.vault.openSubjects(tx, account.id, [contact.subjectId])
  const keys = opened.get(contact.subjectId)
  assert(keys !== undefined, 'a contact that was just kept has its keys')
  const caller = systemCaller(account, 'keyword', heard.traceId)
  const done = await deps.consent.recordConsent(tx, caller, {
    keys,
    wordingId: wording.wordingId,
    controllerId: keyword.controllerId,
    channel: 'sms',
    purpose: wording.purposes[0] ?? '',
    witness: 'server',
    tag: deps.vault.suppressionTag(account.id, heard.number),
    evidence: {
      grade: 'keyword_from_handset',
      givenAt: at,
      source: keyword.word,
      number: heard.number,
      shortCode: heard.to,
      ...(account.kind === 'sandbox' ? { handset: 'sandbox' } : {}),
      note: isSecond ? `second yes: ${heard.text.trim().slice(0, 40)}` : heard.text.trim(),
    },
  })
  if (done.outcome === 'refused') return false
  await deps.contacts.openToMarketing(tx, account.id, [contact.subjectId])
  return true
}

async function tell(
  deps: PreferencesDeps,
  heard: Heard,
  { account, keyword, wording }: Known,
  said: { code: string; details: Record<string, string> },
): Promise<string | null> {
  const language = wording.language.startsWith('en') ? 'en' : 'fr'
  const text = sentence(language, said.code, said.details)
  assert(text !== null, 'a keyword has its answers')
  const isAsking = said.code === 'preferences.keyword_ask'
  const caller = systemCaller(account, isAsking ? wordsAskedFor : 'keyword', heard.traceId)
  const at = deps.clock.now()
  // The question is good for as long as its answer counts, and a confirmation stays true.
  const goodUntil = at + secondYesMs
  return send(deps, caller, {
    ...{ form: keyword, number: heard.number, text, hidden: null, at, goodUntil },
  })
}
