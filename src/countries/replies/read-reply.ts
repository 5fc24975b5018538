// What a person means by a reply: stop, perhaps stop, help, who are you, start, or something else.
import { withoutAskedOfStop } from './asked-of-stop.ts'
import { type CleanReply, cleanReply, readSigns, replyWords } from './clean-reply.ts'
import { marksOf, wordsSeen } from './features.ts'
import { readKeyword } from './keywords.ts'
import { type Model, readModel, type Shares, sharesOf, weightyWords } from './model.ts'
import { guessLanguage, type ReplyLanguage } from './tables.ts'
import { thresholds } from './thresholds.ts'

/**
 * `stop` ends all marketing at once. `doubtful` pauses marketing until a person has read it: it
 * sounds like a refusal and nobody can be sure. `other` is to be read and changes nothing.
 */
export const replyMeanings = ['stop', 'doubtful', 'help', 'contact', 'start', 'other'] as const
export type ReplyMeaning = (typeof replyMeanings)[number]

/**
 * What decided: the table of keywords, signs without a word, or the model. `nothing` where nothing
 * was said: an empty reply, or a phone that tells of a thumb.
 */
export const replyDeciders = ['keyword', 'signs', 'model', 'nothing'] as const
export type ReplyDecider = (typeof replyDeciders)[number]

export type ReplyReading = {
  meaning: ReplyMeaning
  /** Null where the words tell none: "STOP" is said in all. */
  language: ReplyLanguage | null
  by: ReplyDecider
  /** The words that decided, or weighed most; empty for `other`. */
  matched: string
  /** How sure the model is, of one; of a doubt, that it is a stop or a doubt. Null without it. */
  score: number | null
  /** Which weights decided. Null without them. */
  model: string | null
}

export type ReadReply = (text: string) => ReplyReading

let loading: Promise<ReadReply> | null = null

/** The weights are loaded when a reply is first read; much that reads none loads this file too. */
export function replyReader(): Promise<ReadReply> {
  loading ??= import('./weights-data.ts').then(({ weights }) => readerBy(readModel(weights)))
  return loading
}

export const readerBy =
  (model: Model): ReadReply =>
  (text) =>
    readReply(model, text)

function readReply(model: Model, text: string): ReplyReading {
  const clean = cleanReply(text)
  if (clean.isReaction) return nothing
  const signs = readSigns(clean.loud)
  if (signs !== null) {
    return { ...nothing, meaning: signs, by: 'signs', matched: clean.loud.trim().slice(0, 20) }
  }
  const words = replyWords(clean.own)
  if (!words.some(isSaid)) return nothing
  const reading = judge(model, words, clean)
  if (reading.meaning !== 'stop' || reading.by === 'keyword') return reading
  // Whoever only asks what STOP does has not said it.
  const rest = withoutAskedOfStop(words, clean.own)
  if (rest === words) return reading
  const isStop = rest.some(isSaid) && judge(model, rest, clean).meaning === 'stop'
  return isStop ? reading : { ...reading, meaning: 'doubtful' }
}

const nothing: ReplyReading = {
  meaning: 'other',
  language: null,
  by: 'nothing',
  matched: '',
  score: null,
  model: null,
}

/** A word or a number; signs beside none are no words. */
const isSaid = (word: string) => /[a-z0-9]/.test(word)

function judge(model: Model, words: readonly string[], clean: CleanReply): ReplyReading {
  const keyword = readKeyword(words)
  const language = guessLanguage(words)
  if (keyword !== null) {
    const { kind, matched } = keyword
    return { ...nothing, meaning: kind, language, by: 'keyword', matched }
  }
  const seen = wordsSeen(words)
  const marks = marksOf(seen, clean)
  const shares = sharesOf(model, marks)
  const { meaning, score } = decide(shares, seen.filter(isSaid).length === 1)
  const own = {
    meaning,
    score: Number(score.toFixed(3)),
    by: 'model',
    model: model.version,
  } as const
  if (meaning === 'other') return { ...own, language: null, matched: '' }
  const kind = meaning === 'doubtful' && shares.stop > shares.doubtful ? 'stop' : meaning
  return { ...own, language, matched: weightyWords(model, { words: seen, marks, kind }) }
}

const asked = ['help', 'contact', 'start', 'other'] as const

/** Two bars, and then whichever of the others is the surest. */
export function decide(
  shares: Shares,
  isOneWord: boolean,
): { meaning: ReplyMeaning; score: number } {
  const { stop, doubtful } = shares
  if (stop >= (isOneWord ? thresholds.stopOfWord : thresholds.stop)) {
    return { meaning: 'stop', score: stop }
  }
  if (stop + doubtful >= thresholds.doubtful) {
    return { meaning: 'doubtful', score: stop + doubtful }
  }
  const surest = asked.reduce((best, kind) => (shares[kind] > shares[best] ? kind : best))
  return { meaning: surest, score: shares[surest] }
}
