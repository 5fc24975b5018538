// Fills the fields of a breach from the database: one account at a time, in both languages.
import { memberRoles } from '../../accounts/index.ts'
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { breachWords, registerWords } from '../../words/index.ts'
import type { Counted, Figures, RecordKind } from '../breach-figures.ts'
import type { Origin } from '../contract.ts'
import type { BreachBlock, BreachField } from '../contract-breaches.ts'
import type { DisclosureDeps } from '../deps.ts'
import { type AccountFacts, accountFacts, reachOf } from '../facts/account-facts.ts'
import { countryIn, dayIn, listIn } from '../notice/said.ts'
import { buildRegister } from '../register/build-register.ts'
import { type MeasuredRow, newestMeasured } from './breach-store.ts'
import { instantIn, joinedIn, numberIn, pairIn } from './said-in.ts'

type FieldCode = keyof (typeof breachWords)['en']['fields']
export type Found = { code: FieldCode; block: BreachBlock; value: string; origin: Origin }

export const fieldsIn = (language: Language, found: readonly Found[]): BreachField[] =>
  found.map(({ code, ...field }) => ({ code, label: breachWords[language].fields[code], ...field }))

export const measuredField = (block: BreachBlock, code: FieldCode, value: string): Found =>
  value === ''
    ? { block, code, value, origin: 'missing' }
    : { block, code, value, origin: 'measured' }
export const declaredField = (
  block: BreachBlock,
  code: FieldCode,
  value: string | null,
): Found => ({
  ...{ block, code, value: value ?? '' },
  origin: value === null || value === '' ? 'missing' : 'declared',
})

/** What is read once and written in two languages. */
type Read = {
  facts: AccountFacts
  people: number
  /** Null: counted within the minute before. */
  records: Record<RecordKind, Counted> | null
  countries: { country: string; people: number }[]
  roles: Map<string, number>
  looks: Counted & { lastAt: Instant | null }
  lastLogIn: Instant | null
  keysTurnedAt: Instant | null
}

const minuteMs = 60_000

/**
 * What counts rows is counted once a minute in each account: within it, the count before stands.
 * `since`: when the breach began, or a month before it became known.
 */
export async function measureAccount(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: AccountId,
  since: Instant,
): Promise<Pick<MeasuredRow, 'measuredAt' | 'figures'>> {
  const at = deps.clock.now()
  const before = await newestMeasured(tx, accountId)
  const isFresh = before !== null && before.measuredAt > at - minuteMs
  const held = isFresh ? before.figures : null
  const read = await readOf(deps, tx, accountId, since, held)
  return { measuredAt: isFresh ? before.measuredAt : at, figures: figuresOf(read, held) }
}

async function readOf(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: AccountId,
  since: Instant,
  held: Figures | null,
): Promise<Read> {
  const { breaches } = deps
  const roles = new Map<string, number>()
  for (const role of (await memberRoles(tx, accountId)).values()) {
    roles.set(role, (roles.get(role) ?? 0) + 1)
  }
  return {
    facts: await accountFacts(deps, tx, accountId),
    people: held?.people ?? (await breaches.countPeople(tx, accountId)),
    records: held === null ? await breaches.records(tx, accountId) : null,
    countries: held === null ? await breaches.countries(tx, accountId) : [],
    roles,
    looks: await breaches.looks(tx, accountId, since),
    lastLogIn: await breaches.lastLogIn(tx, accountId),
    keysTurnedAt: await breaches.keysTurnedAt(tx, accountId),
  }
}

function figuresOf(read: Read, held: Figures | null): Figures {
  const { facts, people, records } = read
  const fieldsOf = (language: Language) => {
    const found = fieldsIn(language, foundOf(read, language))
    return held === null ? found : withCounts(found, held.fields[language])
  }
  const sum = Object.values(records ?? {}).reduce((total, { count }) => total + count, 0)
  return {
    people,
    records: held?.records ?? sum,
    controller: {
      name: facts.controllers.map(({ name }) => name).join(', ') || facts.account.name,
      address: reachOf(facts, 'address'),
      dpo: reachOf(facts, 'dpo') ?? reachOf(facts, 'contact'),
    },
    data: { fr: dataIn(facts, 'fr'), en: dataIn(facts, 'en') },
    fields: { fr: fieldsOf('fr'), en: fieldsOf('en') },
  }
}

const isCount = (code: string) => code === 'countries' || code.startsWith('records.')

/** What was not counted again stays as it was counted, in its place. */
function withCounts(found: BreachField[], held: readonly BreachField[]): BreachField[] {
  const counts = held.filter(({ code }) => isCount(code))
  const countries = counts.filter(({ code }) => code === 'countries')
  const records = counts.filter(({ code }) => code !== 'countries')
  const afterData = found.findLastIndex(({ block }) => block === 'data') + 1
  const put = (one: BreachField) => (one.code === 'countries' ? countries : [one])
  return [
    ...found.slice(0, afterData).flatMap(put),
    ...records,
    ...found.slice(afterData).flatMap(put),
  ]
}

const dataLines = ['identity', 'private_life', 'economic', 'connection', 'location', 'nir'] as const

/** Of all processings, each line once. */
function linesOf(facts: AccountFacts, language: Language, leaves: readonly string[] = []) {
  const { records } = buildRegister(facts, language)
  const of = records.filter(({ place }) => !leaves.includes(place))
  const said = (lines: readonly { isHeld: boolean; description: string }[]) =>
    joinedIn(language, [
      ...new Set(
        lines.filter(({ isHeld }) => isHeld).flatMap(({ description }) => description.split('; ')),
      ),
    ])
  const ordinary = (line: (typeof dataLines)[number]) =>
    said(of.flatMap(({ data }) => data.filter((one) => one.line === line)))
  return {
    records,
    ordinary,
    sensitive: [
      ...new Set(of.flatMap(({ sensitive }) => sensitive.filter(({ isHeld }) => isHeld))),
    ].map(({ label }) => label),
  }
}

function dataIn(facts: AccountFacts, language: Language): string {
  // People are told of data about themselves, not of that of users.
  const { ordinary, sensitive } = linesOf(facts, language, ['users'])
  const held = [...dataLines.map(ordinary).filter((text) => text !== ''), ...sensitive]
  return joinedIn(language, held)
}

function foundOf(read: Read, language: Language): Found[] {
  return [
    ...whoOf(read, language),
    ...dataOf(read, language),
    ...recordsOf(read, language),
    ...accessOf(read, language),
    ...keysOf(read, language),
  ]
}

function whoOf({ facts }: Read, language: Language): Found[] {
  const names = facts.controllers.map(({ name }) => name)
  const { suppliers } = facts.installation
  const others = suppliers.filter(({ contracts }) => !contracts.some(({ kind }) => kind === 'own'))
  const none = breachWords[language].values.none
  return [
    measuredField('who', 'controllers', listIn(language, names)),
    declaredField('who', 'address', reachOf(facts, 'address')),
    declaredField('who', 'contact_of_account', reachOf(facts, 'contact')),
    declaredField('who', 'dpo_of_account', reachOf(facts, 'dpo')),
    measuredField(
      'who',
      'suppliers',
      joinedIn(
        language,
        others.map(({ name, country }) => `${name} (${countryIn(language, country)})`),
      ) || none,
    ),
  ]
}

function dataOf({ facts, people, countries }: Read, language: Language): Found[] {
  const { records, ordinary, sensitive } = linesOf(facts, language)
  const none = breachWords[language].values.none
  const distinct = (values: readonly string[]) => joinedIn(language, [...new Set(values)])
  const places = countries.map((one) =>
    pairIn(language, countryIn(language, one.country), numberIn(language, one.people)),
  )
  const transfers = records.flatMap((one) => one.transfers)
  const measured = (code: FieldCode, value: string) => measuredField('data', code, value || none)
  return [
    measured('people', numberIn(language, people)),
    measured('countries', joinedIn(language, places)),
    measured('kinds_of_people', distinct(records.map((one) => one.people.value))),
    measured('purposes', distinct(records.map((one) => one.name.value))),
    measured('bases', distinct(records.flatMap((one) => one.legalBasis.value || []))),
    ...dataLines.map((line) => measured(line, ordinary(line))),
    measured('custom_fields', distinct(facts.customFields.map(({ name }) => name))),
    measured('sensitive', distinct(sensitive)),
    measured('retention', [...new Set(records.flatMap(periodsIn))].join(' ')),
    measured(
      'transfers',
      distinct(transfers.map(({ recipient, country }) => `${recipient} (${country})`)),
    ),
  ]
}

const periodsIn = ({ data }: ReturnType<typeof buildRegister>['records'][number]) =>
  data.flatMap(({ isHeld, retention }) => (isHeld ? retention.split(/(?<=\.) /) : []))

const countIn = (language: Language, { count, isMore }: Counted): string => {
  const words = breachWords[language].values
  return (isMore ? words.atLeast : words.times).replace('{count}', numberIn(language, count))
}

function recordsOf({ records }: Read, language: Language): Found[] {
  if (records === null) return []
  return (Object.keys(records) as RecordKind[]).map((kind) =>
    measuredField('data', `records.${kind}`, countIn(language, records[kind])),
  )
}

function accessOf({ roles, looks, lastLogIn }: Read, language: Language): Found[] {
  const words = breachWords[language]
  const names: Readonly<Record<string, string>> = words.roles
  const users = [...roles].map(([role, count]) =>
    pairIn(language, names[role] ?? role, String(count)),
  )
  const instant = (at: Instant | null) =>
    at === null ? words.values.noLook : instantIn(language, at)
  return [
    measuredField('what', 'users', joinedIn(language, users) || words.values.none),
    measuredField('what', 'looks', countIn(language, looks)),
    measuredField('what', 'last_look', instant(looks.lastAt)),
    measuredField('what', 'last_login', instant(lastLogIn)),
  ]
}

function keysOf({ keysTurnedAt }: Read, language: Language): Found[] {
  const words = breachWords[language].values
  return [
    measuredField(
      'measures',
      'keys_turned',
      keysTurnedAt === null ? words.neverTurned : dayIn(language, keysTurnedAt),
    ),
  ]
}

/** What stands for every account: encryption, backups, and the measures that the notice tells. */
export function installationFields(
  deps: DisclosureDeps,
  { measures }: AccountFacts['installation'],
  language: Language,
): BreachField[] {
  const words = breachWords[language]
  const types = registerWords[language].register.measureTypes
  const backupAt = deps.breaches.lastBackupAt()
  const isApart = measures.some(({ code }) => code === 'keys_apart')
  const general = fieldsIn(language, [
    measuredField('measures', 'sealed', words.values.sealed),
    measuredField('measures', 'keys', isApart ? words.values.keysApart : words.values.keysBeside),
    measuredField(
      'measures',
      'backup',
      backupAt === null ? words.values.noBackup : instantIn(language, backupAt),
    ),
    measuredField(
      'measures',
      'backup_sealed',
      backupAt === null ? words.values.noBackup : words.values.backupSealed,
    ),
  ])
  const kinds = [...new Set(measures.map(({ type }) => type))]
  return [
    ...general,
    ...kinds.map(
      (type): BreachField => ({
        ...{ block: 'measures', code: `measures_before.${type}`, origin: 'measured' },
        label: words.fields.measures_before.replace('{type}', types[type]),
        value: measures
          .filter((one) => one.type === type)
          .map(({ text }) => text[language])
          .join(' '),
      }),
    ),
  ]
}
