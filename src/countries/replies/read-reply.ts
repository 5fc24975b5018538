// What a person means by a reply: stop, perhaps stop, help, who are you, start, or something else.
import { cleanReply, readSigns, replyWords } from './clean-reply.ts'
import { readCommand } from './commands.ts'
import { guessLanguages } from './guess-language.ts'
import { replyPhrases } from './languages.ts'
import { mendWords } from './mend-words.ts'
import { type CompiledPhrases, compilePhrases, type ReplyLanguage } from './phrases.ts'

/**
 * `stop` ends all marketing at once. `doubtful` pauses marketing until a person has read it: it
 * sounds like a refusal and nobody can be sure. `other` is to be read and changes nothing.
 */
export const replyMeanings = ['stop', 'doubtful', 'help', 'contact', 'start', 'other'] as const
export type ReplyMeaning = (typeof replyMeanings)[number]

export type ReplyReading = {
  meaning: ReplyMeaning
  /** Null where the words tell none: "STOP" is said in all. */
  language: ReplyLanguage | null
  /** The words that decided; empty for `other`. */
  matched: string
}

const languages: readonly CompiledPhrases[] = replyPhrases.map(compilePhrases)
/** A reply is short; of a longer text the beginning and the end are read. */
const wordsOfEachEnd = 80

export function readReply(text: string): ReplyReading {
  const clean = cleanReply(text)
  if (clean.isReaction) return other
  const signs = readSigns(clean.loud)
  if (signs !== null)
    return { meaning: signs, language: null, matched: clean.loud.trim().slice(0, 20) }
  const said = mendWords(bothEnds(replyWords(clean.own)))
  if (said.length === 0) return other
  const { sentence, echoed } = withoutEcho(without(` . ${said.join(' ')} . `, allContrary))
  const guessed = guessLanguages(said)
  const likely = languages.filter(({ language }) => guessed.has(language))
  const stop = longest(languages, (own) => firstOf(own, 'stop', sentence))
  if (stop !== null) return stop
  const rest = without(sentence, asidesOf(likely.length > 0 ? likely : languages))
  const command = readCommand(clean, rest)
  if (command?.meaning === 'stop') {
    return jokes.test(sentence) ? { ...command, meaning: 'doubtful' } : command
  }
  const read = (meaning: Asked) => longest(languages, (own) => firstOf(own, meaning, rest))
  const near = read('near')
  if (near !== null) return near
  const doubt = read('doubtful')
  const asked = read('contact')
  // "Where did you get my number?" is answered; a refusal beside it is for a person.
  if (asked !== null && (doubt === null || asked.matched.includes(doubt.matched))) return asked
  if (doubt !== null) return doubt
  if (command !== null) return command
  if (echoed !== null) return { meaning: 'doubtful', language: null, matched: echoed }
  return read('help') ?? read('start') ?? other
}

function bothEnds(words: readonly string[]): readonly string[] {
  if (words.length <= 2 * wordsOfEachEnd) return words
  return [...words.slice(0, wordsOfEachEnd), '.', ...words.slice(-wordsOfEachEnd)]
}

const other: ReplyReading = { meaning: 'other', language: null, matched: '' }

/** "Stop! Just kidding": a person decides. */
const jokes =
  / (?:je (?:plaisante|rigole|deconne)|just kidding|joking|jk|scherz[a-z]*|broma|grapje|nur spas|brincadeira|zartuje) /

type Asked = 'near' | 'stop' | 'doubtful' | 'help' | 'contact' | 'start'

const allContrary = languages.flatMap(({ contrary }) => contrary)
const asidesOf = (some: readonly CompiledPhrases[]) => some.flatMap(({ aside }) => aside)

function without(sentence: string, phrases: readonly RegExp[]): string {
  let rest = sentence
  for (const phrase of phrases) rest = rest.replace(phrase, '_')
  return rest
}

/** Our own mention at the end of a forwarded text is not its sender's word. */
const mention = new RegExp(
  '(?<= (?:[a-z0-9]+ ){6})stop (?:sms |pub )?' +
    '(?:au |a |to |an |al |aan |naar |op |ao |para |na )?\\d{4,6}(?= \\. $)',
)

function withoutEcho(sentence: string): { sentence: string; echoed: string | null } {
  const echoed = mention.exec(sentence)?.[0] ?? null
  return { sentence: echoed === null ? sentence : sentence.replace(mention, '.'), echoed }
}

function firstOf(own: CompiledPhrases, meaning: Asked, sentence: string): ReplyReading | null {
  let matched = ''
  for (const phrase of own[meaning]) {
    phrase.lastIndex = 0
    const found = phrase.exec(sentence)?.[0].trim() ?? ''
    if (found.length > matched.length) matched = found
  }
  if (matched === '') return null
  return { meaning: meaning === 'near' ? 'stop' : meaning, language: own.language, matched }
}

/** The longest match says most about the language. */
function longest(
  all: readonly CompiledPhrases[],
  read: (own: CompiledPhrases) => ReplyReading | null,
): ReplyReading | null {
  let best: ReplyReading | null = null
  for (const own of all) {
    const found = read(own)
    if (found !== null && found.matched.length > (best?.matched.length ?? 0)) best = found
  }
  return best
}
