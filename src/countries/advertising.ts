// Whether a text sent as an alert looks like marketing, and which words show it.
import { type SignalId, signals } from './advertising-words.ts'
import { foldText } from './fold-text.ts'

export type FoundSignal = { id: SignalId; weight: number; words: readonly string[] }

export type AdvertisingReading = {
  /** Three or more is advertising; a second person may overrule with a reason. */
  score: number
  isAdvertising: boolean
  signals: readonly FoundSignal[]
  /** Premium numbers in the text: forbidden, whatever the score. */
  premiumNumbers: readonly string[]
}

export type AdvertisingContext = {
  language?: 'fr' | 'en'
  /** The recipients are a segment rather than one event a person. */
  isSegment?: boolean
  /** Whether each message names its order, booking, … Left out: not judged. */
  hasEvent?: boolean
}

export const advertisingScoreMin = 3

/**
 * Whether any pattern or exception of any language is there. Where none is, nothing is taken out
 * and nothing is found: one look instead of one for each, which is what most alerts cost.
 */
const anySignal = new RegExp(
  signals
    .flatMap(({ patterns, except = [] }) => [...patterns, ...except])
    .map(({ source }) => `(?:${source})`)
    .join('|'),
)

export function readsLikeAdvertising(
  text: string,
  context: AdvertisingContext = {},
): AdvertisingReading {
  const folded = foldText(text)
  const list = anySignal.test(folded) ? signalsIn(folded, context.language) : []
  if (context.isSegment) list.push({ id: 'segment', weight: 2, words: [] })
  if (context.hasEvent === false) list.push({ id: 'no_event', weight: 2, words: [] })
  const score = list.reduce((sum, { weight }) => sum + weight, 0)
  return {
    score,
    isAdvertising: score >= advertisingScoreMin,
    signals: list,
    premiumNumbers: premiumNumbersOf(folded),
  }
}

/**
 * The name of an organisation, where it stands in a text of ours. One sign may be what they are
 * called ("Free Mobile", "Les Petits Prix"); two different ones, or a sum, are a sentence.
 */
export function readNameForAdvertising(name: string): AdvertisingReading {
  const reading = readsLikeAdvertising(name)
  const isSentence = reading.signals.length > 1 || sum.test(name)
  return isSentence ? reading : { ...reading, score: 0, isAdvertising: false }
}

const sum = /\d\s*(?:%|€|euros?\b)/i

function signalsIn(folded: string, asked: 'fr' | 'en' | undefined): FoundSignal[] {
  const language = asked ?? guessLanguage(folded)
  const found = new Map<SignalId, { weight: number; words: Set<string> }>()
  for (const signal of signals) {
    if (signal.language && signal.language !== language) continue
    let rest = folded
    for (const exception of signal.except ?? []) rest = rest.replace(exception, ' ')
    for (const pattern of signal.patterns) {
      for (const word of rest.match(pattern) ?? []) {
        const known = found.get(signal.id) ?? { weight: signal.weight, words: new Set<string>() }
        known.words.add(word.trim())
        found.set(signal.id, known)
      }
    }
  }
  return [...found].map(([id, { weight, words }]) => ({ id, weight, words: [...words] }))
}

/**
 * French unless it has English little words and no French ones: "Free" is also a French operator.
 */
function guessLanguage(folded: string): 'fr' | 'en' {
  const french = folded.match(/\b(?:le|la|les|des|du|votre|vos|vous|est|et|une?|nous|pour|sur)\b/g)
  const english = folded.match(/\b(?:the|your|you|is|are|and|with|our|we|for|on|now|this|today)\b/g)
  const isShort = !french && !english && /\b(?:free|sale|gift)\b/.test(folded)
  return isShort || (english?.length ?? 0) > (french?.length ?? 0) ? 'en' : 'fr'
}

const premiumVoice =
  /(?<![\d+])(?:\+33 ?(?:\(0\))?|0033 ?|0) ?8[ .-]?(?:[129])(?:[ .-]?\d){7}(?!\d)|(?<!\d)118[ .]?\d{3}(?!\d)/g
/** SMS+ codes, only where one is told to write or call there: 69003 is also a postcode. */
const premiumShort =
  /\b(?:envoyez|repondez|sms|texto|tapez|text|send|appelez)\b[^.!?]{0,40}?\b(?:au|to) ([4-8]\d{4})(?!\d)/g

export function premiumNumbersIn(text: string): string[] {
  return premiumNumbersOf(foldText(text))
}

function premiumNumbersOf(folded: string): string[] {
  if (!/\d/.test(folded)) return []
  return [
    ...[...folded.matchAll(premiumVoice)].map(([number]) => number.trim()),
    ...[...folded.matchAll(premiumShort)].map(([, number]) => number ?? ''),
  ]
}
