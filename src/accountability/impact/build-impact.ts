// An assessment as it stands: each question measured, declared or missing; pure over what is known.
import { dayIn } from '../../disclosure/index.ts'
import { isoTime, type Language } from '../../kernel/index.ts'
import {
  type Criterion,
  criteria,
  criteriaNeeded,
  type ImpactCriterion,
  type ImpactQuestion,
  type ImpactView,
  impactSections,
  isLevel,
  type MeasuredAnswer,
  optionalQuestions,
  type Question,
  questions,
  reasonCode,
} from '../contract-impact.ts'
import type { NameOf } from '../names.ts'
import { citedIn, measuresIn } from './cited-measures.ts'
import { countedFor } from './criteria.ts'
import { changesSince, factsOf } from './facts.ts'
import { type AnswerEntry, type Held, versionIn } from './kept.ts'
import { type Known, recordsOf } from './known.ts'
import { measuredAnswerOf } from './measured-answers.ts'
import { filled, type Said, wordsIn } from './say.ts'

export type Reading = { known: Known; held: Held; language: Language; nameOf: NameOf }

const isAnswered = (entry: AnswerEntry | undefined): boolean =>
  entry !== undefined &&
  (entry.content.text !== '' || entry.content.level !== null || entry.content.choice !== null)

function measuredView(found: Said | null, { known, language }: Reading): MeasuredAnswer | null {
  if (found === null) return null
  const { evidence } = wordsIn(language)
  const day = dayIn(language, known.checkup?.at ?? known.at)
  return {
    text: found.text,
    evidence: filled(evidence[found.from], { day }),
    at: isoTime(known.at),
  }
}

const writtenOf = (entry: AnswerEntry | undefined, { nameOf }: Reading) =>
  entry !== undefined && isAnswered(entry)
    ? { text: entry.content.text, at: isoTime(entry.at), by: nameOf(entry.by) }
    : { text: '', at: null, by: null }

const labelOf = (code: Question, language: Language) => {
  const words = wordsIn(language)
  const [, last = ''] = code.split('.')
  return code in words.questions
    ? words.questions[code as keyof typeof words.questions]
    : words.risks[last as keyof typeof words.risks]
}

function questionOf(code: Question, reading: Reading): ImpactQuestion {
  const { known, held, language } = reading
  const entry = held.answers.get(code)
  const measured = measuredView(measuredAnswerOf(code, known, language), reading)
  const { label, help } = labelOf(code, language)
  const declared = isAnswered(entry) ? 'declared' : 'missing'
  return {
    ...{ code, label, help },
    kind: isLevel(code) ? 'level' : 'text',
    isMandatory: !optionalQuestions.includes(code),
    origin: measured === null ? declared : 'measured',
    measured,
    level: entry?.content.level ?? null,
    cites: citedIn(measuresIn(known, language), entry?.content.cites ?? [], language),
    ...writtenOf(entry, reading),
  }
}

function criterionOf(criterion: Criterion, reading: Reading): ImpactCriterion {
  const { known, held, language } = reading
  const code = `criterion.${criterion}`
  const entry = held.answers.get(code)
  const counted = countedFor(criterion, known, language)
  const proposes = counted?.proposes ?? null
  const choice = entry?.content.choice ?? null
  const { label, help } = wordsIn(language).criteria[criterion]
  const byProgram = proposes === null ? 'missing' : 'measured'
  return {
    ...{ code, label, help },
    origin: choice === null ? byProgram : 'declared',
    measured: measuredView(counted?.said ?? null, reading),
    proposes,
    choice: choice ?? proposes,
    ...writtenOf(entry, reading),
  }
}

export function screeningOf(reading: Reading): ImpactView['screening'] {
  const all = criteria.map((one) => criterionOf(one, reading))
  const met = all.filter(({ choice }) => choice === 'yes').length
  const open = all.filter(({ choice }) => choice === null).length
  const entry = reading.held.answers.get(reasonCode)
  const reason = entry?.content.text ?? ''
  const isCalledFor = met >= criteriaNeeded
  // What came after the reason was written is not what it was written for.
  const changed = changesSince(entry?.content.facts ?? [], factsOf(reading.known), reading.language)
  const isReasoned = reason !== '' && changed.length === 0
  const called = isReasoned ? 'reasoned' : 'called_for'
  const uncalled = open > 0 ? 'open' : 'not_called_for'
  return { criteria: all, met, open, outcome: isCalledFor ? called : uncalled, reason }
}

/** Of each risk: three is important, four is maximal. */
const staysHigh = (all: readonly ImpactQuestion[]): boolean =>
  (['access', 'modification', 'disappearance'] as const).some((risk) =>
    (['severity', 'likelihood'] as const).every(
      (kind) => (all.find(({ code }) => code === `${risk}.${kind}`)?.level ?? 0) >= 3,
    ),
  )

export function titleOf({ account }: Known, language: Language): string {
  const words = wordsIn(language)
  if (account === null) return words.processorTitle
  const title = filled(words.title, { name: account.facts.account.name })
  if (account.processing === null) return title
  const [record] = recordsOf(account, language)
  const processing = record?.name.value ?? account.ended?.[language] ?? ''
  return filled(words.titleOfOne, { title, processing })
}

/** Where the newest version stands. A processing that has ended has nothing to look at again. */
export function standingOf(
  reading: Reading,
): Pick<ImpactView, 'standing' | 'current' | 'changes' | 'hasEnded'> {
  const { known, held, language, nameOf } = reading
  const { version } = held
  const hasEnded = (known.account?.ended ?? null) !== null
  if (version === null) return { standing: 'none', current: null, changes: [], hasEnded }
  const { content, place, at, by } = version
  const changes = hasEnded ? [] : changesSince(content.facts, factsOf(known), language)
  return {
    ...{ standing: changes.length === 0 ? 'valid' : 'reopened', changes, hasEnded },
    current: {
      ...{ version: versionIn(place), at: isoTime(at), by: nameOf(by) },
      decision: content.decision,
    },
  }
}

export function buildImpact(reading: Reading): ImpactView {
  const { known, held, language } = reading
  const words = wordsIn(language)
  const screening = screeningOf(reading)
  const all = questions.map((code) => questionOf(code, reading))
  const missing = all.filter(({ isMandatory, origin }) => isMandatory && origin === 'missing')
  const open = screening.criteria.filter(({ choice }) => choice === null)
  return {
    title: titleOf(known, language),
    processing: known.account?.processing ?? null,
    readAt: isoTime(known.at),
    screening,
    sections: impactSections.map((code) => ({
      code,
      title: words.sections[code],
      questions: all.filter((one) => one.code.startsWith(`${code}.`)),
    })),
    plan: [...held.plan],
    measures: measuresIn(known, language),
    lacks: [...open, ...missing].map(({ code, label }) => ({ code, label })),
    mustConsult: staysHigh(all),
    ...standingOf(reading),
  }
}
