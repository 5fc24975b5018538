// `accord number`: reads a telephone number and says where it leads, or why it cannot be used.
import {
  type NumberOptions,
  type NumberReading,
  type NumberRepair,
  readNumber,
  sayNumberReason,
} from '../countries/index.ts'
import type { Language } from '../kernel/index.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'
import { answerJsonLines } from './json-lines.ts'

export const command: Command = {
  name: 'number',
  summary: {
    en: 'Read a telephone number: its E.164 form, its kind, or why it cannot be used',
    fr: 'Lire un numéro de téléphone : sa forme E.164, son genre, ou pourquoi il ne sert pas',
  },
  usage: `accord number TEXT [--country FR] [--json]
accord number --jsonl < FILE       one JSON string a line in, one JSON object a line out

  --country FR          where a number without an international prefix is at home
  --repair-zero         a 9-digit number lost its leading 0 in a spreadsheet: put it back
  --repair-overseas     +33692… was made from 0692…: give it its own prefix (+262)
  --json                {"e164","country","kind","reason"}; country is the ISO code of the place
                        (RE for Réunion); reason is null when an SMS can be sent there`,
  async run(args, io) {
    const asked = readArguments(args)
    if (asked === null) {
      io.stderr.write(`${usageSentence[io.language]}\n`)
      return exitCodes.usage
    }
    const { texts, options, isJson, isJsonLines } = asked
    if (isJsonLines) {
      await answerJsonLines(io, (value) => answerOf(value, options))
      return exitCodes.done
    }
    const reading = readNumber(texts.join(' '), options)
    io.stdout.write(`${isJson ? JSON.stringify(shortOf(reading)) : told(reading, io)}\n`)
    return exitCodes.done
  },
}

type Asked = { texts: string[]; options: NumberOptions; isJson: boolean; isJsonLines: boolean }

/** By hand, since a number may begin with a hyphen or a plus. Null: called wrongly. */
function readArguments(args: readonly string[]): Asked | null {
  const texts: string[] = []
  const repair: NumberRepair[] = []
  const flags = new Set<string>()
  let country = 'FR'
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const [name, value] = arg.split('=', 2)
    if (name === '--country') {
      country = (value ?? args[index + 1] ?? '').toUpperCase()
      if (value === undefined) index += 1
    } else if (arg === '--json' || arg === '--jsonl') flags.add(arg)
    else if (arg === '--repair-zero') repair.push('lost_zero')
    else if (arg === '--repair-overseas') repair.push('wrong_overseas_prefix')
    else if (arg === '--') texts.push(...args.slice(index + 1).splice(0))
    else if (arg.startsWith('--')) return null
    else texts.push(arg)
    if (arg === '--') break
  }
  const isJsonLines = flags.has('--jsonl')
  if (!/^[A-Z]{2}$/.test(country) || isJsonLines === texts.length > 0) return null
  return { texts, options: { country, repair }, isJson: flags.has('--json'), isJsonLines }
}

type Short = { e164: string | null; country: string | null; kind: string; reason: string | null }

function shortOf({ e164, territory, kind, reason }: NumberReading): Short {
  return { e164, country: territory, kind, reason }
}

/** A line that is no JSON string or number still gets its answer. */
function answerOf(value: unknown, options: NumberOptions): Short {
  if (typeof value === 'string') return shortOf(readNumber(value, options))
  if (typeof value === 'number') return shortOf(readNumber(String(value), options))
  return { e164: null, country: null, kind: 'unknown', reason: 'not_json_text' }
}

function told(reading: NumberReading, { language }: CommandIo): string {
  const { e164, territory, kind, reason, suggestion } = reading
  const head = e164 === null ? [] : [`${e164}  ${territory ?? '?'}  ${kind}`]
  const why = reason === null ? [] : [sayNumberReason(reason, language)]
  const mended = suggestion === null ? [] : [`→ ${suggestion}`]
  return [...head, ...why, ...mended].join('\n')
}

const usageSentence: Record<Language, string> = {
  en: 'Give one number, or --jsonl and a file on standard input; `accord help number` tells how.',
  fr: 'Donnez un numéro, ou --jsonl et un fichier sur l’entrée ; `accord help number` dit comment.',
}
