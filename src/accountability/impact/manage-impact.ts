// What users do with an assessment: read it, answer, plan, validate, look at what was validated.
import type { Caller, Language } from '../../kernel/index.ts'
import { isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  type ImpactAnswer,
  type ImpactDecision,
  type ImpactPlan,
  type ImpactVersion,
  type ImpactVersionDetail,
  type ImpactView,
  isLevel,
  reasonCode,
} from '../contract-impact.ts'
import type { AccountabilityDeps, Scope, Whose } from '../deps.ts'
import { addEntry, readHistory } from '../entries.ts'
import { accountabilityError } from '../errors.ts'
import { namesOf } from '../names.ts'
import { buildImpact } from './build-impact.ts'
import { measuresIn } from './cited-measures.ts'
import { factsOf } from './facts.ts'
import { differencesIn, textsOf } from './impact-texts.ts'
import { type AnswerContent, readHeld, versionContent, versionPlace } from './kept.ts'
import { type Known, knownOfAccount, knownOfInstallation, lookIntoAccounts } from './known.ts'

export const whoseOf = (scope: Scope, { accountId }: Caller): Whose =>
  scope === 'account' ? accountId : null

/** Other accounts are looked into before the transaction: each in one of its own. */
async function knowing<T>(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  work: (tx: Tx, known: Known) => Promise<T>,
  isFresh = true,
): Promise<T> {
  const accounts = scope === 'account' ? null : await lookIntoAccounts(deps, { isFresh })
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const known =
      scope === 'account'
        ? await knownOfAccount(deps, tx, caller.accountId)
        : await knownOfInstallation(deps, tx)
    return work(tx, { ...known, accounts })
  })
}

async function viewIn(
  deps: AccountabilityDeps,
  tx: Tx,
  asked: { known: Known; whose: Whose; caller: Caller; language?: Language },
): Promise<ImpactView> {
  const { known, whose, caller, language = caller.language } = asked
  const held = await readHeld(deps, tx, whose)
  const actors = [...held.answers.values()].map(({ by }) => by)
  const names = await namesOf(deps, tx, caller, [...actors, held.version?.by ?? ''])
  return buildImpact({ known, held, language, nameOf: names })
}

export function readImpact(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  language?: Language,
): Promise<ImpactView> {
  const whose = whoseOf(scope, caller)
  return knowing(deps, scope, caller, (tx, known) =>
    viewIn(deps, tx, { known, whose, caller, ...(language === undefined ? {} : { language }) }),
  )
}

/** As open points need it: accounts as they were found a while ago. */
export function glanceAtImpact(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
): Promise<ImpactView> {
  const whose = whoseOf(scope, caller)
  const view = (tx: Tx, known: Known) => viewIn(deps, tx, { known, whose, caller })
  return knowing(deps, scope, caller, view, false)
}

/** What does not fit the question is refused, and nothing is written. */
function contentOf(answer: ImpactAnswer, known: Known): AnswerContent {
  const { code, text, level, choice } = answer
  const isCriterion = code.startsWith('criterion.')
  const fits =
    (level === null || isLevel(code)) &&
    (choice === null || (isCriterion && text !== '')) &&
    (!isCriterion || answer.cites.length === 0)
  if (!fits) throw accountabilityError('accountability.answer_unfit')
  const [fr, en] = [measuresIn(known, 'fr'), measuresIn(known, 'en')]
  const nameIn = (measures: typeof fr, wanted: string) => {
    const found = measures.find((one) => one.code === wanted)
    if (found === undefined) throw accountabilityError('accountability.measure_unknown')
    return found.text
  }
  const cites = [...new Set(answer.cites)].map((wanted) => ({
    code: wanted,
    name: { fr: nameIn(fr, wanted), en: nameIn(en, wanted) },
  }))
  return { text, level, choice, cites, facts: code === reasonCode ? factsOf(known) : null }
}

export function answerImpact(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  answer: ImpactAnswer,
): Promise<ImpactView> {
  const whose = whoseOf(scope, caller)
  return knowing(deps, scope, caller, async (tx, known) => {
    const { answers } = await readHeld(deps, tx, whose)
    const before = answers.get(answer.code)?.content
    // A measure that went may stay cited, until somebody takes it out.
    const kept = (before?.cites ?? []).filter(({ code }) => answer.cites.includes(code))
    const inPlace = measuresIn(known, 'en').map(({ code }) => code)
    const gone = kept.filter(({ code }) => !inPlace.includes(code))
    const isGone = (code: string) => gone.some((one) => one.code === code)
    const cites = answer.cites.filter((code) => !isGone(code))
    const content = contentOf({ ...answer, cites }, known)
    const written = { ...content, cites: [...content.cites, ...gone] }
    if (JSON.stringify(written) !== JSON.stringify(before)) {
      await addEntry(deps, tx, caller, {
        ...{ whose, kind: 'answer', place: answer.code, content: written },
      })
      await deps.record(tx, caller, {
        action: 'accountability.assessment_answered',
        details: { scope, question: answer.code, isEmpty: answer.text === '' },
      })
    }
    return viewIn(deps, tx, { known, whose, caller })
  })
}

export function planImpact(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { items }: ImpactPlan,
): Promise<ImpactView> {
  const whose = whoseOf(scope, caller)
  return knowing(deps, scope, caller, async (tx, known) => {
    await addEntry(deps, tx, caller, {
      ...{ whose, kind: 'plan', place: 'plan', content: { items } },
    })
    const open = items.filter(({ doneOn }) => doneOn === null).length
    await deps.record(tx, caller, {
      action: 'accountability.plan_written',
      details: { scope, items: items.length, open },
    })
    return viewIn(deps, tx, { known, whose, caller })
  })
}

/** Refused while an answer that the method asks of everybody is missing. */
export function validateImpact(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  { decision }: ImpactDecision,
): Promise<ImpactView> {
  const whose = whoseOf(scope, caller)
  return knowing(deps, scope, caller, async (tx, known) => {
    const inLanguage = (language: Language) => viewIn(deps, tx, { known, whose, caller, language })
    const [fr, en] = [await inLanguage('fr'), await inLanguage('en')]
    const { lacks } = caller.language === 'fr' ? fr : en
    if (lacks.length > 0) {
      const labels = lacks.map(({ label }) => label).join('; ')
      throw accountabilityError('accountability.assessment_incomplete', { lacks: labels })
    }
    const version = (en.current?.version ?? 0) + 1
    const content = {
      ...{ decision, facts: factsOf(known) },
      texts: { fr: textsOf(fr, 'fr'), en: textsOf(en, 'en') },
    }
    await addEntry(deps, tx, caller, {
      ...{ whose, kind: 'assessment', place: versionPlace(version), content },
    })
    await deps.record(tx, caller, {
      action: 'accountability.assessment_validated',
      details: { scope, version, mustConsult: en.mustConsult },
    })
    return viewIn(deps, tx, { known, whose, caller })
  })
}

type VersionPage = { before: string | null; limit: number }

/** Newest first, each with the id by which the next page is asked. */
export function listImpactVersions(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  page: VersionPage,
): Promise<(ImpactVersion & { entryId: string })[]> {
  const whose = whoseOf(scope, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const rows = await readHistory(deps, tx, whose, {
      ...{ ...page, kind: 'assessment', schema: versionContent },
    })
    const nameOf = await namesOf(
      deps,
      tx,
      caller,
      rows.map(({ by }) => by),
    )
    return rows.map(({ id, place, at, by, content }) => ({
      ...{ entryId: id, version: Number(place), at: isoTime(at), by: nameOf(by) },
      decision: content.decision,
    }))
  })
}

export function readImpactVersion(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  version: number,
): Promise<ImpactVersionDetail> {
  const whose = whoseOf(scope, caller)
  const { language } = caller
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const at = async (wanted: number) => {
      const place = versionPlace(wanted)
      const [found = null] = await readHistory(deps, tx, whose, {
        ...{ kind: 'assessment', place, limit: 1, schema: versionContent },
      })
      return found
    }
    const found = await at(version)
    if (found === null) throw accountabilityError('accountability.version_not_found')
    const before = version === 1 ? null : await at(version - 1)
    const nameOf = await namesOf(deps, tx, caller, [found.by])
    const sections = found.content.texts[language]
    return {
      ...{ version, at: isoTime(found.at), by: nameOf(found.by) },
      ...{ decision: found.content.decision, sections },
      before: before === null ? null : version - 1,
      differences: before === null ? [] : differencesIn(before.content.texts[language], sections),
    }
  })
}
