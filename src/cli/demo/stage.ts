// What a scene speaks through: titles, lines, a line that moves, and checks that end the demo.
import { type Language, saidDay, type Timers } from '../../kernel/index.ts'
import { type DemoWords, demoWords } from '../../words/index.ts'
import type { CommandIo } from '../command.ts'

/** Something that the demo shows does not hold; its message is the whole sentence. */
export class DemoFailure extends Error {}

export type Stage = {
  words: DemoWords
  language: Language
  timers: Timers
  scene(title: string): Promise<void>
  say(line: string): void
  /** Something quoted or counted, set in a little. */
  item(line: string): void
  /** Written over by the next one on a terminal, once a second elsewhere. */
  moving(line: string): void
  /** Ends the line that moves. */
  still(): void
  /** Says that it is so, or ends the demo with what is not. */
  prove(holds: boolean, sentence: string): void
  number(value: number): string
  euros(microEur: number): string
  /** A day and an hour in Paris. */
  moment(instant: number | string): string
}

const paceMs = 500
const movingMs = 1_000
const zone = 'Europe/Paris'

/** A text of several lines stays under its first one. */
const inset = (text: string) => text.replaceAll('\n', '\n     ')

export function openStage(io: CommandIo, timers: Timers, language: Language): Stage {
  const isTerminal = (io.stdout as { isTTY?: boolean }).isTTY === true
  const paint = (code: string, text: string) =>
    isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  let scenes = 0
  let movedAt = 0
  let lastMoving = ''
  let isTold = true
  const write = (text: string) => void io.stdout.write(text)
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    words: demoWords[language],
    language,
    timers,
    scene: async (title) => {
      if (isTerminal && scenes > 0) await timers.sleep(paceMs)
      scenes += 1
      write(`\n${paint('1;36', `${scenes}. ${title}`)}\n`)
    },
    say: (line) => write(line === '' ? '\n' : `   ${inset(line)}\n`),
    item: (line) => write(`   ${paint('2', '·')} ${inset(line)}\n`),
    moving: (line) => {
      if (line === lastMoving) return
      lastMoving = line
      isTold = isTerminal || timers.now() - movedAt >= movingMs
      if (isTerminal) write(`\r\u001b[2K   ${line}`)
      else if (isTold) {
        movedAt = timers.now()
        write(`   ${line}\n`)
      }
    },
    still: () => {
      if (lastMoving === '') return
      if (isTerminal) write('\n')
      else if (!isTold) write(`   ${lastMoving}\n`)
      lastMoving = ''
      movedAt = 0
    },
    prove: (holds, sentence) => {
      if (!holds) throw new DemoFailure(sentence)
      write(`   ${paint('32', '✓')} ${sentence}\n`)
    },
    number: (value) => new Intl.NumberFormat(locale).format(value),
    euros: (microEur) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(
        microEur / 1_000_000,
      ),
    moment: (instant) => saidDay(language, clock.format(new Date(instant))),
  }
}
