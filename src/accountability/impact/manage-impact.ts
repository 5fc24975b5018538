// What users do with an assessment: read it, answer, plan, validate, look at what was validated.
import { nameOfPlace } from '../../disclosure/index.ts'
import type { Caller, Language } from '../../kernel/index.ts'
import { isoTime } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  type ImpactAnswer,
  type ImpactDecision,
  type ImpactListed,
  type ImpactPlan,
  type ImpactVersion,
  type ImpactVersionDetail,
  type ImpactView,
  isLevel,
  reasonCode,
} from '../contract-impact.ts'
import type { AccountabilityDeps, Scope } from '../deps.ts'
import { addEntry, readHistory } from '../entries.ts'
import { accountabilityError } from '../errors.ts'
import { namesOf } from '../names.ts'
import { buildImpact, type Reading, standingOf, titleOf } from './build-impact.ts'
import { measuresIn } from './cited-measures.ts'
import { factsOf } from './facts.ts'
import { differencesIn, textsOf } from './impact-texts.ts'
import {
  type AnswerContent,
  type Held,
  heldIn,
  type Kept,
  processingsIn,
  readHeld,
  readKept,
  type Subject,
  underOf,
  versionContent,
  versionIn,
  versionPlace,
  versionsUnder,
} from './kept.ts'
import {
  type Known,
  knownOfAccount,
  knownOfInstallation,
  lookIntoAccounts,
  recordsOf,
} from './known.ts'
import { wordsIn } from './say.ts'

/** Of an account's assessments also which: left out, that of all its processing. */
export type ImpactOf = Scope | { processing: string | null }

export const subjectOf = (of: ImpactOf, { accountId }: Caller): Subject => ({
  whose: of === 'installation' ? null : accountId,
  processing: typeof of === 'object' ? of.processing : null,
})

/** As the journal tells it. */
const detailsOf = (of: ImpactOf) => {
  const { processing } = typeof of === 'object' ? of : { processing: null }
  const scope = of === 'installation' ? of : 'account'
  return processing === null ? { scope } : { scope, processing }
}

/** Other accounts are looked into before the transaction: each in one of its own. */
async function knowing<T>(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  work: (tx: Tx, known: Known) => Promise<T>,
  isFresh = true,
): Promise<T> {
  const accounts = of === 'installation' ? await lookIntoAccounts(deps, { isFresh }) : null
  const { processing } = subjectOf(of, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const known =
      of === 'installation'
        ? await knownOfInstallation(deps, tx)
        : await knownOfAccount(deps, tx, { accountId: caller.accountId, processing })
    const isGone = known.account !== null && recordsOf(known.account, 'en').length === 0
    if (!isGone || processing === null) return work(tx, { ...known, accounts })
    const kept = await readKept(deps, tx, caller.accountId)
    if (!processingsIn(kept).has(processing)) {
      throw accountabilityError('accountability.processing_not_found')
    }
    return work(tx, knownOfEnded(known, processing, heldIn(kept)(processing)))
  })
}

/** As it was called when it was last validated, else as the register would call it. */
function knownOfEnded(known: Known, processing: string, { version, answers }: Held): Known {
  const { account } = known
  if (account === null) return known
  const facts = [version?.content.facts, answers.get(reasonCode)?.content.facts]
  const found = facts
    .flatMap((some) => some ?? [])
    .find(({ kind, key }) => kind === 'purpose' && key === processing)
  const nameIn = (language: Language) =>
    nameOfPlace(account.facts, processing, language) ?? wordsIn(language).endedName
  const ended = found?.name ?? { fr: nameIn('fr'), en: nameIn('en') }
  return { ...known, account: { ...account, processing, ended } }
}

/** Of what the register has no more, only the plan is written. */
function refuseEnded({ account }: Known): void {
  if ((account?.ended ?? null) !== null) {
    throw accountabilityError('accountability.processing_ended')
  }
}

async function viewIn(
  deps: AccountabilityDeps,
  tx: Tx,
  asked: { known: Known; subject: Subject; caller: Caller; language?: Language },
): Promise<ImpactView> {
  const { known, subject, caller, language = caller.language } = asked
  const held = await readHeld(deps, tx, subject)
  const actors = [...held.answers.values()].map(({ by }) => by)
  const names = await namesOf(deps, tx, caller, [...actors, held.version?.by ?? ''])
  return buildImpact({ known, held, language, nameOf: names })
}

export function readImpact(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  language?: Language,
): Promise<ImpactView> {
  const subject = subjectOf(of, caller)
  return knowing(deps, of, caller, (tx, known) =>
    viewIn(deps, tx, { known, subject, caller, ...(language === undefined ? {} : { language }) }),
  )
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
  of: ImpactOf,
  caller: Caller,
  answer: ImpactAnswer,
): Promise<ImpactView> {
  const subject = subjectOf(of, caller)
  return knowing(deps, of, caller, async (tx, known) => {
    refuseEnded(known)
    const { answers } = await readHeld(deps, tx, subject)
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
        ...{ whose: subject.whose, kind: 'answer', content: written },
        place: `${underOf(subject)}${answer.code}`,
      })
      await deps.record(tx, caller, {
        action: 'accountability.assessment_answered',
        details: { ...detailsOf(of), question: answer.code, isEmpty: answer.text === '' },
      })
    }
    return viewIn(deps, tx, { known, subject, caller })
  })
}

export function planImpact(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  { items }: ImpactPlan,
): Promise<ImpactView> {
  const subject = subjectOf(of, caller)
  return knowing(deps, of, caller, async (tx, known) => {
    await addEntry(deps, tx, caller, {
      ...{ whose: subject.whose, kind: 'plan', place: `${underOf(subject)}plan` },
      content: { items },
    })
    const open = items.filter(({ doneOn }) => doneOn === null).length
    await deps.record(tx, caller, {
      action: 'accountability.plan_written',
      details: { ...detailsOf(of), items: items.length, open },
    })
    return viewIn(deps, tx, { known, subject, caller })
  })
}

/** Refused while an answer that the method asks of everybody is missing. */
export function validateImpact(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  { decision }: ImpactDecision,
): Promise<ImpactView> {
  const subject = subjectOf(of, caller)
  return knowing(deps, of, caller, async (tx, known) => {
    refuseEnded(known)
    const inLanguage = (language: Language) =>
      viewIn(deps, tx, { known, subject, caller, language })
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
      ...{ whose: subject.whose, kind: 'assessment', content },
      place: versionPlace(subject, version),
    })
    await deps.record(tx, caller, {
      action: 'accountability.assessment_validated',
      details: { ...detailsOf(of), version, mustConsult: en.mustConsult },
    })
    return viewIn(deps, tx, { known, subject, caller })
  })
}

type VersionPage = { before: string | null; limit: number }

/** Newest first, each with the id by which the next page is asked. */
export function listImpactVersions(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  page: VersionPage,
): Promise<(ImpactVersion & { entryId: string })[]> {
  const subject = subjectOf(of, caller)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const rows = await readHistory(deps, tx, subject.whose, {
      ...{ ...page, kind: 'assessment', under: versionsUnder(subject), schema: versionContent },
    })
    const nameOf = await namesOf(
      deps,
      tx,
      caller,
      rows.map(({ by }) => by),
    )
    return rows.map(({ id, place, at, by, content }) => ({
      ...{ entryId: id, version: versionIn(place), at: isoTime(at), by: nameOf(by) },
      decision: content.decision,
    }))
  })
}

export function readImpactVersion(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  version: number,
): Promise<ImpactVersionDetail> {
  const subject = subjectOf(of, caller)
  const { language } = caller
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const at = async (wanted: number) => {
      const place = versionPlace(subject, wanted)
      const [found = null] = await readHistory(deps, tx, subject.whose, {
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

/** An assessment with what is known and kept of it; `name` null: of all processing. */
export type Glance = { processing: string | null; name: string | null; reading: Reading }

/**
 * That of all processing, of each processing as the register has it, and of those that it has no
 * more: what is known and kept is read once. Of other accounts as was found a while ago.
 */
export function glanceAtImpacts<T>(
  deps: AccountabilityDeps,
  scope: Scope,
  caller: Caller,
  look: (glances: readonly Glance[]) => T,
): Promise<T> {
  const work = async (tx: Tx, known: Known) => {
    const kept = await readKept(deps, tx, subjectOf(scope, caller).whose)
    const actors = [...kept.answers, ...kept.versions].map(({ by }) => by)
    const nameOf = await namesOf(deps, tx, caller, actors)
    return look(glancesOf(known, kept, { language: caller.language, nameOf }))
  }
  return knowing(deps, scope, caller, work, false)
}

function glancesOf(known: Known, kept: Kept, said: Pick<Reading, 'language' | 'nameOf'>): Glance[] {
  const { account } = known
  const heldOf = heldIn(kept)
  const whole = { processing: null, name: null }
  const all = { ...whole, reading: { known, held: heldOf(null), ...said } }
  if (account === null) return [all]
  const records = recordsOf(account, said.language)
  const own = records.map(({ place, name }) => ({
    ...{ processing: place, name: name.value },
    reading: {
      ...{ known: { ...known, account: { ...account, processing: place } } },
      ...{ held: heldOf(place), ...said },
    },
  }))
  const gone = processingsIn(kept)
  for (const { place } of records) gone.delete(place)
  const ended = [...gone].sort().map((processing) => {
    const held = heldOf(processing)
    const knownOfIt = knownOfEnded(known, processing, held)
    const name = knownOfIt.account?.ended?.[said.language] ?? ''
    return { processing, name, reading: { known: knownOfIt, held, ...said } }
  })
  return [all, ...own, ...ended]
}

export type ListedImpact = ImpactListed & Pick<ImpactView, 'title' | 'changes'>

export const listImpacts = (deps: AccountabilityDeps, caller: Caller): Promise<ListedImpact[]> =>
  glanceAtImpacts(deps, 'account', caller, (glances) =>
    glances.map(({ processing, name, reading }) => ({
      ...{ processing, name, title: titleOf(reading.known, caller.language) },
      ...standingOf(reading),
    })),
  )
