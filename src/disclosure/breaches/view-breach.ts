// What staff and the accounts concerned see of a breach.
import { accountNamesInAnyAccount, actorNames } from '../../accounts/index.ts'
import { zonesOf } from '../../countries/index.ts'
import {
  type AccountId,
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
  type Language,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { programPartName } from '../../words/index.ts'
import {
  type BreachAccountView,
  type BreachChange,
  type BreachHistory,
  type BreachLetter,
  type BreachStep,
  type BreachView,
  breachChanged,
} from '../contract-breaches.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { installationFacts } from '../facts/installation-facts.ts'
import {
  findBreach,
  listSteps,
  listTold,
  type MeasuredRow,
  readMeasured,
  type StepRow,
  standing,
} from './breach-store.ts'
import { lacksIn, lacksOfEnd, lacksOfLetter } from './lacks.ts'
import { type LetterAsked, letterHtml } from './letters.ts'
import { installationFields } from './measure.ts'
import {
  authorityIn,
  type Breach,
  breachOf,
  clockOf,
  duty,
  installationSender,
  openContent,
  recordFields,
  siteIn,
} from './record.ts'
import { namedIn } from './said-in.ts'

/** What a step holds beside a record: a note, or the letter as it was issued. */
export type StepContent = {
  note?: string
  /** When it was done, where that was said. */
  on?: string | null
  letter?: BreachLetter
  language?: Language
  html?: string
}

export async function demandBreach(deps: DisclosureDeps, tx: Tx, id: string): Promise<Breach> {
  const row = await findBreach(tx, id)
  if (row === null) throw disclosureError('disclosure.breach_not_found')
  return breachOf(deps.vault, row)
}

type OfAccount = {
  id: AccountId
  name: string
  measured: MeasuredRow | null
  toldAt: number | null
}

/** Each account is read in a transaction of its own, as the database demands. */
async function accountsOf(deps: DisclosureDeps, { id, record }: Breach): Promise<OfAccount[]> {
  const ids = record.accountIds as AccountId[]
  const names = await deps.database.inAnyAccount((tx) => accountNamesInAnyAccount(tx, ids))
  const found: OfAccount[] = []
  for (const accountId of ids) {
    const of = await deps.database.inAccount(accountId, async (tx) => ({
      measured: await readMeasured(tx, accountId, id),
      toldAt: (await listTold(tx, accountId, id))[0]?.toldAt ?? null,
    }))
    found.push({ id: accountId, name: names.get(accountId)?.name ?? '', ...of })
  }
  return found
}

/** Null where nobody has counted: a letter needs a number, and 0 would be one. */
function totalsOf(accounts: readonly OfAccount[]) {
  const measured = accounts.flatMap((one) => one.measured ?? [])
  if (measured.length === 0) return { people: null, records: null }
  const sum = (of: (row: MeasuredRow) => number) =>
    measured.reduce((total, row) => total + of(row), 0)
  return {
    people: sum(({ figures }) => figures.people),
    records: sum((row) => row.figures.records),
  }
}

type Known = Awaited<ReturnType<typeof readKnown>>

export async function readKnown(deps: DisclosureDeps, id: string) {
  const { breach, steps, installation } = await deps.database.inInstallation(async (tx) => ({
    breach: await demandBreach(deps, tx, id),
    steps: await listSteps(tx, id),
    installation: await installationFacts(deps, tx),
  }))
  const accounts = await accountsOf(deps, breach)
  const totals = totalsOf(accounts)
  const { operator } = installation
  const sender = installationSender(breach, operator, totals.people)
  const recordedAt = steps.at(-1)?.at ?? null
  return {
    ...{ breach, steps, installation, accounts, totals, operator, sender, recordedAt },
    duty: duty(breach),
  }
}

const authorityOf = ({ breach, duty: due }: Known, language: Language): string =>
  authorityIn(language, due, breach.record.country)

const allFields = (deps: DisclosureDeps, known: Known, language: Language) => [
  ...recordFields(
    known.breach,
    { ...known, due: known.duty, authority: authorityOf(known, language) },
    language,
  ),
  ...installationFields(deps, known.installation, language),
]

export async function viewBreach(
  deps: DisclosureDeps,
  caller: Caller,
  id: string,
): Promise<BreachView> {
  const known = await readKnown(deps, id)
  const { breach, accounts, sender, duty: due } = known
  const { hours, dueAt } = due
  const { language } = caller
  const at = deps.clock.now()
  const asked = { ...breach, sender, at, duty: due }
  const { notifiedAt } = doneOf(deps, known.steps)
  return {
    ...{ id, number: breach.number, state: breach.state, hours, dueAt: isoTime(dueAt) },
    ...{ authority: authorityOf(known, language), ...siteIn(language, due) },
    ...{ recordId: breach.recordId, isRecommended: due.isRecommended },
    ...{ record: breach.record, clock: clockOf(breach, due, { at, notifiedAt }) },
    notifiedAt: isoTimeOrNull(notifiedAt),
    people: sender.people ?? 0,
    fields: allFields(deps, known, language),
    accounts: accounts.map((one) => accountView(one, language)),
    lacks: {
      authority: lacksIn(language, lacksOfLetter('authority', asked)),
      people: lacksIn(language, lacksOfLetter('people', asked)),
      close: lacksIn(language, lacksOfEnd(breach, due)),
    },
    history: await historyOf(deps, caller, known.steps),
  }
}

/** Of its steps, newest first: when the authority was notified and people were told. */
export function doneOf(deps: Pick<DisclosureDeps, 'vault'>, steps: readonly StepRow[]) {
  const open = (row: StepRow) => contentOf(deps, row)
  return daysOf(steps, open)
}

type Open = (row: StepRow) => StepContent

export const daysOf = (steps: readonly StepRow[], open: Open) => ({
  notifiedAt: newestDone(steps, 'authority_notified', open)?.at ?? null,
  peopleToldAt: newestDone(steps, 'people_told', open)?.at ?? null,
})

/**
 * Of steps, newest first, the newest of that name that stands: a day that was written wrongly is
 * written anew. It was done as somebody said, else when it was written.
 */
export function newestDone(
  steps: readonly StepRow[],
  name: BreachStep,
  open: Open,
): { at: Instant; note: string } | null {
  const row = standing(steps).find(({ step }) => step === name)
  if (row === undefined) return null
  const { on = null, note = '' } = open(row)
  return { at: on === null ? row.at : Date.parse(on), note }
}

const accountView = (
  { id, name, measured, toldAt }: OfAccount,
  language: Language,
): BreachAccountView => ({
  ...{ accountId: id, account: name, people: measured?.figures.people ?? 0 },
  measuredAt: isoTimeOrNull(measured?.measuredAt ?? null),
  toldAt: isoTimeOrNull(toldAt),
  fields: measured?.figures.fields[language] ?? [],
})

const historyOf = (
  deps: DisclosureDeps,
  caller: Caller,
  steps: readonly StepRow[],
): Promise<BreachHistory[]> =>
  deps.database.inAccount(caller.accountId, (tx) =>
    historyIn(deps, tx, caller, steps, (row) => contentOf(deps, row)),
  )

export const contentOf = ({ vault }: Pick<DisclosureDeps, 'vault'>, row: StepRow): StepContent =>
  openContent(vault, row.stepId, row.contentSealed) as StepContent

/** Who did what, as the caller's account names them. */
export async function historyIn(
  deps: Pick<DisclosureDeps, 'vault'>,
  tx: Tx,
  caller: Caller,
  steps: readonly StepRow[],
  open: (row: StepRow) => StepContent,
): Promise<BreachHistory[]> {
  const idsOf = (kind: string) =>
    steps.flatMap(({ by }) => (by.startsWith(`${kind}:`) ? [by.slice(kind.length + 1)] : []))
  const names = await actorNames(deps.vault, tx, caller.accountId, {
    users: idsOf('user') as UserId[],
    tokens: idsOf('token') as TokenId[],
  })
  const stands = new Set(standing(steps).map(({ stepId }) => stepId))
  const changes = changesOf(steps, open)
  return steps.map((row) => {
    const { stepId, step, at, by, voids } = row
    const [kind = '', actor = ''] = by.split(':')
    const name = kind === 'system' ? programPartName(caller.language, actor) : names.get(actor)
    const content = step === 'recorded' ? {} : open(row)
    return {
      ...{ id: stepId, step, at: isoTime(at), on: content.on ?? null, by: name ?? '' },
      note: content.note ?? '',
      ...{ changes: changes.get(stepId) ?? [], isTakenBack: !stands.has(stepId), voids },
      letter: row.letter ?? content.letter ?? null,
      language: row.language ?? content.language ?? null,
    }
  })
}

/** Of each `recorded`, what differs from the one before. */
function changesOf(steps: readonly StepRow[], open: (row: StepRow) => StepContent) {
  const changes = new Map<string, BreachChange[]>()
  let before: Record<string, unknown> = {}
  for (const row of steps.filter(({ step }) => step === 'recorded').toReversed()) {
    const after: Record<string, unknown> = { ...open(row) }
    const found = breachChanged.flatMap((field) => {
      const [was, is] = [before, after].map((of) => String(of[field] ?? '') || null)
      return was === is ? [] : [{ field, before: was ?? null, after: is ?? null }]
    })
    changes.set(row.stepId, found)
    before = after
  }
  return changes
}

/** What a letter of the installation is made of, and what it lacks. */
export async function installationLetter(
  deps: DisclosureDeps,
  id: string,
  { letter, language, at }: { letter: BreachLetter; language: Language; at: Instant },
) {
  const known = await readKnown(deps, id)
  const { breach, accounts, sender } = known
  const { record, number, discoveredAt } = breach
  const measured = accounts.flatMap(({ name, measured: row }) =>
    row === null ? [] : [{ name, figures: row.figures }],
  )
  const data = measured.flatMap(({ figures }) => figures.data[language].split(/\s?; /))
  const asked: LetterAsked = {
    ...{
      language,
      number,
      at,
      discoveredAt,
      zone: zonesOf(record.country)[0] ?? 'UTC',
      record,
      sender,
      authority: authorityOf(known, language),
    },
    data: namedIn(
      language,
      [...new Set(data)].filter((text) => text !== ''),
    ),
    fields: allFields(deps, known, language),
    accounts: measured.map(({ name, figures }) => ({ name, fields: figures.fields[language] })),
  }
  const lacks = lacksOfLetter(letter, { ...breach, sender, at, duty: known.duty })
  return { breach, lacks, html: letterHtml(letter, asked) }
}
