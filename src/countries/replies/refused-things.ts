// "I will not have that dentist again", "stop with the piano": a thing is refused, and no message.

import {
  isDefinite,
  isDishOrWork,
  isEndingWord,
  isKnownThing,
  isNeedWord,
  isOfNews,
  startsAnew,
} from './cancelled-things.ts'
import { stems } from './dictionary.ts'
import { isEverydayThing } from './everyday-things.ts'
import { latePattern } from './late-pattern.ts'
import { isOtherDemand } from './other-demands.ts'
import { ideasOf } from './overheard.ts'
import { hasSaidSoOften } from './plain-refusals.ts'

/** Where one of these is spoken of, the refusal may be of ours. */
const ofOurs = new Set(
  'mesage number list send receive consent law rude peace refuse threat bother'.split(' '),
)
/** Whoever is to be left alone says so beside whatever they name; "you" are who writes. */
const ofUs = new Set(
  'me moi nous us mich uns mij ons your ur vos votre eure euren eurem eurer ihren ihrem ihrer tes ton vuestro vuestra vuestros vuestras sus vostro vostra vostre vostri tuo jullie julie uw'.split(
    ' ',
  ),
)
/** "These" alone are ours; "this dentist" is not. */
const these = new Set(
  'these those this that ca cela ceci esto eso estos questo questi cio dit deze dat das dies'.split(
    ' ',
  ),
)

const orders = new Set('cease remove'.split(' '))
const refusals = new Set('no cease remove'.split(' '))
/** The second half of a verb: "ich ziehe … zurück", "zet … stop". */
const halves = new Set('auf aus ab zuruck raus weg uit af eraf eruit in stop out off'.split(' '))
const afresh = latePattern(
  ` (?:${stems('verzicht%|renonc%|renunci%|rinunci%|zie af|auf|fini|done|lasci(?:a|ate) (?:stare|perdere)|forget|vergiss|vergesst|vergeet|olvid%|oubli%')})(?= )`,
)

/** What is sent by other names, and to whom. */
const ofSending = latePattern(
  `^(?:${stems('sms[a-z]*|[a-z]*sms|berichtjes|appjes|maillijst|benachrichtig%|mitteil%|anschreib%|angeschrieb%|texten|textet|simsen|simst|text|zusend%|abbestel%|destinat%|empfanger%|recipients?|ontvangers?|meldung%|stuff|kram|zeug|trucs?|machins?|cosas|roba|spul%|dingen')})$`,
)

/** "Ich bin", "cancelo" and "dans" are words of every sentence besides. */
const ambiguous = new Set(
  'rust four bin cancelo dans tas taste sale place places works tres as machina'.split(' '),
)
const isThing = (word: string) =>
  (isKnownThing(word) || isEverydayThing(word, 'public')) && !ambiguous.has(word)

const isOfOurs = (word: string) =>
  ofSending.test(word) ||
  isOfNews(word) ||
  ofUs.has(word) ||
  (!isThing(word) && ideasOf(word).some((idea) => ofOurs.has(idea)))

/** Milk that is on offer is no offer of ours. */
const onOffer =
  / (?:en|in|im|on|in de) (?:promo[a-z]*|ofertas?|oferta|angebot|ofers?|anbieding|solde)(?= |$)/

function isRefusedThing(part: string): boolean {
  const words = ` ${part.trim()}`.replace(onOffer, '').trim().split(' ')
  if (words.some(isOfOurs) || !words.some(isThing) || hasSaidSoOften(` ${words.join(' ')} `))
    return false
  const isOfThese = words.some((word, at) => {
    return these.has(word) && ![1, 2].some((next) => isThing(words[at + next] ?? ''))
  })
  // "Unsubscribe, I have no boiler": an order, and a reason for it.
  const order = words.findIndex((word) => ideasOf(word).some((idea) => orders.has(idea)))
  const isReason =
    order >= 0 && words.slice(order + 1, words.findLastIndex(isThing)).some(startsAnew)
  return !isOfThese && !isReason && (words.some(isEnd) || afresh.test(` ${words.join(' ')} `))
}

const isEnd = (word: string) =>
  isEndingWord(word) || halves.has(word) || ideasOf(word).some((idea) => refusals.has(idea))

/** A word that is an order by itself, or tells whose the refusal is. */
const isHeard = (word: string) => isOfOurs(word) || ideasOf(word).some((idea) => orders.has(idea))

/** "I no longer go to the gym, baja por favor": an order of its own, by no word of the ideas. */
const bareOrder =
  /^ (?:(?:quiero|solicito|pido) (?:la )?|y )?baja(?: (?:por favor|porfa|ya|gracias))* [.,]$/

/** Nobody writes messages about these alone: milk, a crane, a plumber, a standing order. */
const isPlainThing = (word: string) =>
  isDishOrWork(word) ||
  isEverydayThing(word, 'goods', 'wraps', 'works', 'health', 'bank', 'visits', 'people')

/** "I don't need windows", "not interested in the loan": it was offered, and by us perhaps. */
function answersOffer(words: readonly string[]): boolean {
  if (words.some((word) => ideasOf(word).includes('interest'))) return true
  const things = words.flatMap((word, at) => (isThing(word) ? [at] : []))
  const isTheirs = (at: number) =>
    isEverydayThing(words[at] ?? '', 'wraps', 'health', 'people') ||
    words.slice(Math.max(0, at - 2), at).some(isDefinite)
  return words.some(isNeedWord) && !things.some(isTheirs)
}

type Refused = {
  /** A reply's words without what is refused and no message, and without the reasons for it. */
  rest: string
  isPlain: boolean
}

/** What is refused of a thing; null where nothing of the kind is said. */
export function withoutRefusedThings(said: string): Refused | null {
  const parts = said.split(/(?<= [.,])(?= )/)
  const demands = parts.filter((part) => isOtherDemand(part, said))
  const refused = [...demands, ...parts.filter(isRefusedThing)]
  if (refused.length === 0) return null
  const rest = parts
    .map((part) => {
      const isSaid = part.split(' ').some(isHeard) || bareOrder.test(part)
      const isKept = !refused.includes(part) && isSaid
      return isKept ? part : ' _ .'
    })
    .join('')
  const isPlain =
    demands.length === 0 &&
    refused.every((part) => {
      const words = part.split(' ')
      return words.filter(isThing).every(isPlainThing) && !answersOffer(words)
    })
  return { rest, isPlain }
}
