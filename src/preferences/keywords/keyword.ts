// What a keyword is: one word, distinct from anything else people write.
import { replyReader } from '../../countries/index.ts'
import type {
  AccountId,
  Branded,
  ControllerId,
  Instant,
  RouteId,
  WordingId,
} from '../../kernel/index.ts'
import { isYes, saysYesToAnything } from '../contract-yes.ts'

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

/**
 * Words that mean stop, help or who are you on every number stay what they are. One that is only
 * like them (GYM), so that the model doubts it, is free: alone it is heard as the keyword that it
 * then is.
 */
export async function isTaken(word: string): Promise<boolean> {
  const readReply = await replyReader()
  const { meaning, by } = readReply(word)
  if (meaning === 'other' || meaning === 'start') return false
  return !(by === 'model' && meaning === 'doubtful')
}

/** Whoever sent it has read the words, or is sent them: OUI alone may have answered anything. */
export const asksFirst = ({ word, confirms }: Pick<Keyword, 'word' | 'confirms'>): boolean =>
  confirms || saysYesToAnything(word)

/**
 * Whether a word answers the words that were sent to the handset. Its own name does; a plain yes
 * only where nothing else was sent since, which it may as well answer.
 */
export function answersAsking(
  word: string,
  asking: { isOwnWord: boolean; isLastWord: boolean },
): boolean {
  if (asking.isOwnWord && !saysYesToAnything(word)) return true
  return asking.isLastWord && (asking.isOwnWord || isYes(word))
}

/** How long the words that were sent wait for their second yes. */
export const secondYesMs = 24 * 3_600_000
