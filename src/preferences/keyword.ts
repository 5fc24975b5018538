// What a keyword is: one word, told from whatever else people write. Pure.
import { readByRules } from '../countries/index.ts'
import type {
  AccountId,
  Branded,
  ControllerId,
  Instant,
  RouteId,
  WordingId,
} from '../kernel/index.ts'

export type KeywordId = Branded<string, 'KeywordId'>

export type Keyword = {
  id: KeywordId
  accountId: AccountId
  routeId: RouteId
  word: string
  wordingId: WordingId
  controllerId: ControllerId
  confirms: boolean
  sender: string
  state: 'open' | 'closed'
  createdAt: Instant
}

export const wordLengthMax = 20

/**
 * The one word that a text is, without case, accents or what stands around it; null for anything
 * longer. "OUI !" is OUI; "oui mais quand ?" is a question, and no consent.
 */
export function foldWord(text: string): string | null {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const isWord = /^[A-Z0-9]+$/.test(folded) && folded.length <= wordLengthMax
  return isWord ? folded : null
}

/**
 * Words that mean stop, help or who are you on every number stay what they are. One that is only
 * like them (GYM) is free: alone it is heard as the keyword that it then is.
 */
export function isTaken(word: string): boolean {
  const { meaning } = readByRules(word)
  return meaning !== 'other' && meaning !== 'start'
}

/** The second yes, in the languages of the countries that are written to. */
const yesWords: ReadonlySet<string> = new Set(['OUI', 'YES', 'JA', 'SI', 'SIM', 'TAK'])

export const isYes = (word: string, keyword: string): boolean =>
  yesWords.has(word) || word === keyword

/** How long the words that were sent wait for their second yes. */
export const secondYesMs = 24 * 3_600_000
