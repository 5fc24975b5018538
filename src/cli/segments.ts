// `accord segments`: how many parts a text makes, in which encoding, and which characters cost it.
import type { Language } from '../kernel/index.ts'
import { planSegments, type SegmentPlan } from '../wire/index.ts'
import { type Command, exitCodes } from './command.ts'
import { answerJsonLines, readText } from './json-lines.ts'

export const command: Command = {
  name: 'segments',
  summary: {
    en: 'Count the parts of a text: encoding, units, segments',
    fr: 'Compter les parties d’un texte : codage, unités, segments',
  },
  usage: `accord segments [--json] < TEXT
accord segments --jsonl < FILE     one JSON string a line in, one JSON object a line out

The text is taken as it comes, its last line break too (printf adds none, echo does).

  --json                {"encoding":"gsm7|ucs2","units","segments"}`,
  async run(args, io) {
    if (args.some((arg) => arg !== '--json' && arg !== '--jsonl')) {
      io.stderr.write(`${usageSentence[io.language]}\n`)
      return exitCodes.usage
    }
    if (args.includes('--jsonl')) {
      await answerJsonLines(io, answerOf)
      return exitCodes.done
    }
    const plan = planSegments(await readText(io))
    const text = args.includes('--json') ? JSON.stringify(shortOf(plan)) : told(plan, io.language)
    io.stdout.write(`${text}\n`)
    return exitCodes.done
  },
}

function shortOf({ encoding, units, segments }: SegmentPlan) {
  return { encoding, units, segments }
}

function answerOf(value: unknown): object {
  return typeof value === 'string'
    ? shortOf(planSegments(value))
    : { encoding: null, units: null, segments: null, reason: 'not_json_text' }
}

function told(plan: SegmentPlan, language: Language): string {
  const { encoding, units, segments, offendingCharacters } = plan
  const head = say[language].counted(encoding === 'gsm7' ? 'GSM 7' : 'UCS-2', units, segments)
  if (offendingCharacters.length === 0) return head
  const shown = offendingCharacters.slice(0, 20).map(({ character, count }) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `${character} (U+${code})${count > 1 ? ` × ${count}` : ''}`
  })
  return `${head}\n${say[language].because}${shown.join(', ')}`
}

const say = {
  en: {
    counted: (name: string, units: number, parts: number) =>
      `${name}, ${units} unit${units === 1 ? '' : 's'}, ${parts} part${parts === 1 ? '' : 's'}`,
    because: 'Not in the GSM alphabet: ',
  },
  fr: {
    counted: (name: string, units: number, parts: number) =>
      `${name}, ${units} unité${units > 1 ? 's' : ''}, ${parts} partie${parts > 1 ? 's' : ''}`,
    because: 'Hors de l’alphabet GSM : ',
  },
} as const

const usageSentence: Record<Language, string> = {
  en: 'Give the text on standard input; `accord help segments` tells how.',
  fr: 'Donnez le texte sur l’entrée standard ; `accord help segments` dit comment.',
}
