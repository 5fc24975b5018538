// A run as it is shown: gaps first, in sentences of the reader's language.
import { isoTime, type Language, saidDay } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { allChecks } from './all-checks.ts'
import type { Check, Judged } from './check.ts'
import {
  type CheckReference,
  type CheckResult,
  type CheckupDay,
  type CheckupView,
  type CheckView,
  checkGroups,
  checkResults,
} from './contract.ts'
import { cnilSheets, recyfObjectives } from './guides.ts'
import { gapsOf } from './run-checkup.ts'
import type { KeptRun } from './store.ts'

const checkOf = new Map(allChecks.map((check) => [check.name, check]))

/** A check that this version no longer has is left out: nothing says what it meant. */
export function checkupViewOf(
  { at, isServerSeen, findings }: KeptRun,
  language: Language,
): CheckupView {
  const checks = findings.flatMap((one) => {
    const check = checkOf.get(one.check)
    return check === undefined ? [] : [viewOf(check, one, language)]
  })
  const place = ({ result, group }: CheckView) =>
    checkResults.indexOf(result) * checkGroups.length + checkGroups.indexOf(group)
  return {
    at: isoTime(at),
    isServerSeen,
    counts: countsOf(findings),
    checks: checks.sort((one, other) => place(one) - place(other)),
  }
}

function viewOf(check: Check, one: Judged, language: Language): CheckView {
  const { name, group } = check
  const details = withDay(one.details, language)
  const say = (key: string) => sentence(language, `checkup.${key}`, details) ?? key
  const isShared = one.evidence.startsWith('unseen.')
  return {
    name,
    group,
    title: say(name),
    result: one.result,
    evidence: say(isShared ? one.evidence : `${name}.${one.evidence}`),
    toDo: one.result === 'fine' ? null : say(`${name}.do`),
    references: referencesOf(check),
  }
}

/** Kept as 2026-11-30, read as 30 November 2026. */
function withDay(details: Judged['details'], language: Language): Judged['details'] {
  const { date } = details
  if (typeof date !== 'string') return details
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return { ...details, date: saidDay(language, format.format(Date.parse(date))) }
}

export function referencesOf({ cnil, recyf }: Pick<Check, 'cnil' | 'recyf'>): CheckReference[] {
  return [
    ...cnil.map((number) => ({ source: 'cnil' as const, number, title: cnilSheets[number] ?? '' })),
    ...recyf.map((number) => ({
      ...{ source: 'recyf' as const, number },
      title: recyfObjectives[number] ?? '',
    })),
  ]
}

function countsOf(findings: readonly Judged[]): Record<CheckResult, number> {
  const count = (result: CheckResult) => findings.filter((one) => one.result === result).length
  return { gap: count('gap'), unknown: count('unknown'), fine: count('fine') }
}

export function dayViewOf(run: KeptRun, language: Language): CheckupDay {
  const { unknown, fine } = countsOf(run.findings)
  return {
    day: isoTime(run.at).slice(0, 10),
    at: isoTime(run.at),
    gaps: gapsOf(run).map((check) => sentence(language, `checkup.${check}`) ?? check),
    unknown,
    fine,
  }
}
