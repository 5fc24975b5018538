// `accord reply`: says what a person means by a reply to an SMS: stop, perhaps stop, help,
// or other.
import { type ReadReply, type ReplyReading, replyReader } from '../countries/index.ts'
import type { Language } from '../kernel/index.ts'
import { type Command, exitCodes, misused, readArguments } from './command.ts'
import { answerJsonLines, readText } from './json-lines.ts'

export const command: Command = {
  name: 'reply',
  summary: {
    en: 'Say what a reply to an SMS means: stop, doubtful, help, contact, start or other',
    fr: 'Dire ce que veut dire une réponse à un SMS : stop, doute, aide, contact, reprise ou autre',
  },
  usage: `accord reply TEXT [--json]
accord reply [--json] < FILE       the whole of standard input is one reply
accord reply --jsonl < FILE        one JSON string, or {"text"}, a line in; one object a line out

  --json     {"meaning","language","by","matched","score","model"}
             meaning is stop (acts at once), doubtful (marketing to that person waits until somebody
             has read it), help, contact, start or other; language is null where the words tell
             none; matched holds the words that decided;
             by is keyword, signs, nothing, or model where it resembles writings that meant it:
             score says how surely, of one, and model is its version`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
    })
    if (values.jsonl) {
      if (positionals.length > 0) return misused(io, misuse[io.language])
      const readReply = await replyReader()
      await answerJsonLines(io, (value) => answerOf(value, readReply))
      return exitCodes.done
    }
    const text = positionals.length > 0 ? positionals.join(' ') : await readText(io)
    const readReply = await replyReader()
    const reading = readReply(text)
    io.stdout.write(`${values.json ? JSON.stringify(reading) : told(reading, io.language)}\n`)
    return exitCodes.done
  },
}

/** A line that is no JSON is told so; any other answer would look like one of a reply. */
function answerOf(value: unknown, readReply: ReadReply): ReplyReading | { error: string } {
  if (typeof value === 'string') return readReply(value)
  if (typeof value === 'number') return readReply(String(value))
  if (typeof value === 'object' && value !== null && 'text' in value) {
    const { text } = value
    if (typeof text === 'string') return readReply(text)
  }
  return { error: 'not_json_text' }
}

function told(reading: ReplyReading, reader: Language): string {
  const { meaning, language, matched } = reading
  const facts = [language, matched === '' ? null : `“${matched}”`].filter((fact) => fact !== null)
  const head = facts.length === 0 ? meaning : `${meaning}  (${facts.join(', ')})`
  return `${head}\n${why(reading, reader)}${sentences[reader][meaning]}`
}

/** Where no keyword decided: a likeness is no certainty, and is told as one. */
function why({ meaning, score, model }: ReplyReading, reader: Language): string {
  if (score === null || !(meaning === 'stop' || meaning === 'doubtful')) return ''
  const share = new Intl.NumberFormat(reader, { style: 'percent' }).format(score)
  const how = reader === 'fr' ? `${share}, modèle ${model}` : `${share}, model ${model}`
  return `${resembles[reader][meaning]} (${how}).\n`
}

const resembles: Record<Language, Record<'stop' | 'doubtful', string>> = {
  en: {
    stop: 'It resembles writings that meant stop',
    doubtful: 'It resembles writings that meant stop, or may have meant it',
  },
  fr: {
    stop: 'Elle ressemble à des écrits qui voulaient dire stop',
    doubtful: 'Elle ressemble à des écrits qui voulaient dire stop, ou peut-être stop',
  },
}

const misuse: Record<Language, string> = {
  en: '--jsonl reads standard input: give no text beside it.',
  fr: '--jsonl lit l’entrée standard : ne donnez pas de texte avec.',
}

const sentences: Record<Language, Record<ReplyReading['meaning'], string>> = {
  en: {
    stop: 'Ends all marketing to this number at once, from every sender of the account.',
    doubtful: 'Marketing to this number waits until somebody has read the reply.',
    help: 'Answered with who writes and how to stop.',
    contact: 'Answered with who writes and how to stop.',
    start: 'Kept; lifts no objection by itself.',
    other: 'Kept for somebody to read; changes nothing.',
  },
  fr: {
    stop: 'Met fin aussitôt à toute publicité vers ce numéro, quel que soit l’expéditeur du compte.',
    doubtful: 'La publicité vers ce numéro attend que quelqu’un ait lu la réponse.',
    help: 'Reçoit en réponse qui écrit et comment arrêter.',
    contact: 'Reçoit en réponse qui écrit et comment arrêter.',
    start: 'Gardée ; ne lève aucune opposition à elle seule.',
    other: 'Gardée pour être lue ; ne change rien.',
  },
}
