// The register of breaches as tables of text: a list, then each breach (GDPR, article 33(5)).
import type { Instant, Language } from '../../kernel/index.ts'
import type { Cell, Sheet, Workbook } from '../../paper/index.ts'
import { capital, filled } from '../../preferences/index.ts'
import { breachWords } from '../../words/index.ts'
import type { BreachFacts, BreachState } from '../contract-breaches.ts'
import type { BreachSourceName } from '../contract-own.ts'
import { dayIn } from '../notice/said.ts'
import type { Duty } from './authorities.ts'
import { dueIn } from './record.ts'
import { instantIn, joinedIn, numberIn } from './said-in.ts'

/** Done when, and what was noted of it; null: not done. */
export type Done = { at: Instant; note: string } | null

export type SheetBreach = {
  source: BreachSourceName
  number: number
  /** Empty: it is called by its number. */
  title: string
  record: BreachFacts
  knownAt: Instant
  /** Where a processor told of it. */
  processorAt: Instant | null
  due: Pick<Duty, 'dueAt' | 'isRecommended'>
  /** Whether the time to notify still runs. */
  isRunning: boolean
  authority: string
  notified: Done
  peopleTold: Done
  state: BreachState
  people: number | null
  records: number | null
  /** Names; null in the register of one account. */
  accounts: readonly string[] | null
}

const heading = (...texts: string[]): Cell[] => texts.map((text) => ({ text, isHeading: true }))
const row = (...texts: string[]): Cell[] =>
  texts.map((text, index) => ({ text, isHeading: index === 0 }))

export function breachWorkbook(
  breaches: readonly SheetBreach[],
  { language, at }: { language: Language; at: Instant },
): Workbook {
  const { register } = breachWords[language]
  return {
    title: register.title,
    note: filled(register.printed, { day: dayIn(language, at) }),
    sheets: [
      listSheet(breaches, language),
      ...breaches.map((breach) => breachSheet(breach, language)),
    ],
  }
}

const nameOf = ({ title, source, number }: SheetBreach, language: Language): string =>
  title || capital(filled(breachWords[language].names[source], { number: String(number) }))

function doneIn(language: Language, done: Done, isOpen: boolean): string {
  const { register } = breachWords[language]
  if (done === null) return isOpen ? register.notYet : register.notNeeded
  const on = instantIn(language, done.at)
  return done.note === '' ? on : `${on} (${done.note})`
}

const notifiedIn = ({ notified, isRunning }: SheetBreach, language: Language) =>
  doneIn(language, notified, isRunning)
const toldIn = ({ peopleTold, record }: SheetBreach, language: Language) =>
  doneIn(language, peopleTold, record.untold === null)

function listSheet(breaches: readonly SheetBreach[], language: Language): Sheet {
  const { register, risks, fields } = breachWords[language]
  const { number, name, state, notified, peopleTold } = register
  const head = heading(
    ...[number, name, fields.discovered, fields.risk, fields.due, notified, peopleTold, state],
  )
  return {
    name: register.list,
    rows: [
      head,
      ...breaches.map((breach) =>
        row(
          ...[String(breach.number), nameOf(breach, language)],
          instantIn(language, breach.knownAt),
          breach.record.risk === null ? register.notYet : capital(risks[breach.record.risk]),
          dueIn(language, breach.due),
          ...[notifiedIn(breach, language), toldIn(breach, language)],
          capital(register.states[breach.state]),
        ),
      ),
      ...(breaches.length === 0 ? [row(register.empty)] : []),
    ],
  }
}

function breachSheet(breach: SheetBreach, language: Language): Sheet {
  const { register } = breachWords[language]
  const name = filled(register.sheets[breach.source], { number: String(breach.number) })
  const filledRows = [...whatRows(breach, language), ...doneRows(breach, language)]
  return { name, rows: [row(register.name, nameOf(breach, language)), ...filledRows] }
}

function whatRows(breach: SheetBreach, language: Language): Cell[][] {
  const words = breachWords[language]
  const { fields, register } = words
  const { record, processorAt, accounts } = breach
  const count = (value: number | null) => (value === null ? '' : numberIn(language, value))
  const at = (text: string | null) => (text === null ? '' : instantIn(language, Date.parse(text)))
  return [
    row(fields.discovered, instantIn(language, breach.knownAt)),
    ...(processorAt === null
      ? []
      : [row(fields.processor_discovered, instantIn(language, processorAt))]),
    row(fields.began, at(record.beganAt)),
    row(fields.ended, at(record.endedAt)),
    row(fields.scenario, words.scenarios[record.scenario]),
    row(
      fields.kinds,
      joinedIn(
        language,
        record.kinds.map((kind) => words.kinds[kind]),
      ),
    ),
    row(fields.facts, record.facts),
    ...(accounts === null ? [] : [row(register.accounts, joinedIn(language, accounts))]),
    row(fields.people_total, count(breach.people)),
    row(fields.records_total, count(breach.records)),
    row(fields.effects, record.effects),
    row(fields.measures_taken, record.measuresTaken),
    row(fields.measures_planned, record.measuresPlanned),
  ]
}

function doneRows(breach: SheetBreach, language: Language): Cell[][] {
  const words = breachWords[language]
  const { fields, register } = words
  const { record } = breach
  const why = record.untold === null ? '' : `${capital(words.untold[record.untold])}.`
  return [
    row(fields.risk, record.risk === null ? register.notYet : capital(words.risks[record.risk])),
    row(fields.risk_reason, record.riskReason),
    row(fields.authority, breach.authority),
    row(fields.due, dueIn(language, breach.due)),
    row(register.notified, notifiedIn(breach, language)),
    row(fields.late_reason, record.lateReason),
    row(fields.authority_reason, breach.notified === null ? record.authorityReason : ''),
    row(register.peopleTold, toldIn(breach, language)),
    row(fields.untold, breach.peopleTold === null ? `${why} ${record.untoldReason}`.trim() : ''),
    row(register.state, capital(register.states[breach.state])),
  ]
}
