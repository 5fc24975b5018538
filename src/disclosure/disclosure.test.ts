// Registers and notices of a real account: purposes, suppliers, measures, periods.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, campaignTo } from '../../test/support/campaign-fixture.ts'
import { seededRandomness } from '../../test/support/clock.ts'
import {
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import { toldIn } from '../../test/support/told.ts'
import { accountOf } from '../accounts/index.ts'
import { art28Items, newContract } from '../governance/contract.ts'
import { addContract, addSupplier, type GovernanceDeps } from '../governance/index.ts'
import type { E164 } from '../kernel/index.ts'
import { type BreachSource, recordKinds } from './breach-figures.ts'
import { insertTold } from './breaches/breach-store.ts'
import { judgeBreach, measureOwnBreach, recordOwnBreach } from './breaches/manage-account-breach.ts'
import { recordBreach, takeStep } from './breaches/manage-breach.ts'
import { ownBreachesDue } from './breaches/watch-breaches.ts'
import { breachRecord } from './contract-breaches.ts'
import { accountBreachRecord } from './contract-own.ts'
import type { DisclosureDeps, Measure } from './deps.ts'
import { retentionPeriods } from './facts/retention-periods.ts'
import { differencesOf } from './notice/differences.ts'
import { accountNotice } from './notice/keep-version.ts'
import { contractInForce, supplierSentences, wholeText } from './notice/said.ts'
import { declare, declareOperator } from './register/declare.ts'
import { readRegister } from './register/read-register.ts'
import { watchDisclosure } from './watch.ts'

const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: DisclosureDeps
let governance: GovernanceDeps
let live: Measure[] = []
/** No breach of these tests names an account, so nobody counts. */
const notAsked = () => Promise.reject(new Error('nobody counts here'))
const noSource: DisclosureDeps['breaches'] = {
  ...{ records: notAsked, countries: notAsked, keysTurnedAt: notAsked, looks: notAsked },
  ...{ lastLogIn: notAsked, countPeople: notAsked, lastBackupAt: () => null },
}
beforeAll(async () => {
  here = await sendingFixture({ timers })
  const { consent, contacts, database, vault, makeId, audit } = here
  const clock = timers
  governance = { database, clock, makeId, record: async () => undefined }
  deps = {
    ...{ database, vault, clock, makeId, consent, contacts },
    randomness: seededRandomness('disclosure'),
    retentionPeriods: (tx, accountId) =>
      retentionPeriods({ vault, clock, consent, accounts: { facts: accountOf } }, tx, accountId),
    ...{ publicUrl: 'https://sms.example.org', ownUrl: () => null },
    ...{ keysFolder: '/srv/keys', dataFolder: '/srv/data' },
    moreMeasures: [async () => live],
    breaches: noSource,
    record: audit.record,
  }
}, 60_000)
afterAll(() => here.close())

const notice = () =>
  here.database.inAccount(here.account.id, (tx) => accountNotice(deps, tx, here.account.id))
const register = () =>
  here.database.inAccount(here.account.id, (tx) => readRegister(deps, tx, here.caller))
const sentences = async (name: string) =>
  wholeText((await notice()).drafts.en).sections.find((one) => one.name === name)?.sentences ?? []

test('a campaign with a purpose that nobody declared is told of once, until it is declared', async () => {
  const { listId } = await here.people(['+33639982001' as E164], { agreed: true })
  const campaigns = campaignsDeps(here)
  const { id } = await campaignTo(here, campaigns, listId, { name: 'Soldes', purpose: 'sales' })
  const tells = async () => {
    await watchDisclosure(deps, here.caller)
    return (await toldIn(here.test)).filter(({ kind }) => kind === 'purpose_undeclared')
  }
  // A draft is nobody's decision yet.
  expect(await tells()).toEqual([])
  await here.test.asSuperuser((client) =>
    client.query(`update campaigns.campaign set state = 'approved' where id = $1`, [id]),
  )
  expect(await tells()).toMatchObject([{ details: { name: 'Soldes' } }])
  expect(await tells()).toHaveLength(1)
  const place = 'marketing:sales'
  const recordOf = async () => (await register()).records.find((one) => one.place === place)
  expect(await recordOf()).toMatchObject({
    isUndeclared: true,
    about: { value: '', origin: 'missing' },
    legalBasis: { value: 'Consentement (RGPD, article 6(1)(a))', origin: 'measured' },
  })
  expect((await notice()).drafts.en.lacks).toContainEqual({
    ...{ lack: 'purpose', about: 'sales', leadsTo: '/register' },
  })
  const about = 'Remises de fin de saison'
  await declare(deps, here.caller, { place, field: 'about', value: about })
  expect(await recordOf()).toMatchObject({
    isUndeclared: false,
    about: { value: about, origin: 'declared' },
  })
  expect(await sentences('why')).toContain(`sales: ${about}`)
  expect((await notice()).drafts.en.lacks.map(({ lack }) => lack)).not.toContain('purpose')
})

test('lines of data come from what contacts hold, with the periods of the notice', async () => {
  jump(11 * 60_000)
  const [record] = (await register()).records
  expect(record?.data.map(({ line, isHeld }) => [line, isHeld])).toEqual([
    ['identity', true],
    ['private_life', false],
    ['economic', false],
    ['connection', false],
    ['location', true],
    ['nir', false],
  ])
  expect(record?.sensitive).toHaveLength(9)
  const period = record?.data[0]?.retention ?? ''
  expect(period).toContain('36 mois')
  const { drafts } = await notice()
  const kept = wholeText(drafts.fr).sections.find(({ name }) => name === 'retention')
  expect(kept?.sentences).toContain(period)
})

test('what changes by itself is shown and makes no version; a measure that came does', async () => {
  const before = (await notice()).current.version
  const measure = (text: string, isLive: boolean): Measure => ({
    code: 'backup',
    type: 'backup',
    text: { fr: text, en: text },
    isLive,
  })
  live = [measure('The newest backup is 3 hours old.', true)]
  expect(await sentences('measures')).toContain('The newest backup is 3 hours old.')
  live = [measure('The newest backup is 4 hours old.', true)]
  expect((await notice()).current.version).toBe(before)
  live = [measure('A backup is made each night.', false)]
  expect((await notice()).current.version).toBe(before + 1)
  live = []
  expect((await notice()).current.version).toBe(before + 2)
  expect(await sentences('measures')).toContain('Connections to this server are encrypted (HTTPS).')
})

test('two who read a change at once keep it once', async () => {
  live = [{ code: 'x', type: 'other', text: { fr: 'Mesure.', en: 'Measure.' } }]
  const read = await Promise.all([notice(), notice(), notice(), notice()])
  expect(new Set(read.map(({ current }) => current.version)).size).toBe(1)
})

test('a supplier is told with its country, its contract, and how data leaves the EEA', async () => {
  const { id } = await addSupplier(governance, here.caller, { name: 'Acme', country: 'US' })
  const at = timers.now()
  const view = await addContract(
    governance,
    here.caller,
    id,
    newContract.parse({
      reference: 'DPA-7',
      // Days of a paper that were typed in Paris.
      validFrom: '2025-12-31T23:00:00.000Z',
      validUntil: '2026-12-31T23:00:00.000Z',
      art28Items: [...art28Items],
      transferInstrument: 'standard_clauses',
    }),
  )
  const supplier = { ...view, isSandbox: false }
  const zone = 'Europe/Paris'
  const said = (language: 'fr' | 'en', when: number) =>
    supplierSentences(supplier, { at: when, language, zone }).map(({ text }) => text)
  expect(said('en', at)).toEqual([
    'To carry the messages: Acme (United States).',
    'Acme: processing contract (GDPR, article 28) from 1 January 2026 to 1 January 2027.',
    'Acme: transfer outside the European Economic Area, on this basis: standard contractual clauses.',
  ])
  expect(said('fr', at)[1]).toContain('du 1er janvier 2026 au 1er janvier 2027')
  const one = { id: 'x', country: 'DE', purpose: 'hosting', until: null }
  const declared = {
    ...{ ...supplier, numbersKeptDays: 365, processingCountries: ['FR'] },
    subprocessors: [
      { ...one, name: 'Host', since: '2026-01-01T00:00:00.000Z' },
      { ...one, name: 'Relay', since: '2027-01-31T23:00:00.000Z' },
    ],
  }
  expect(supplierSentences(declared, { at, language: 'en', zone }).map(({ text }) => text)).toEqual(
    [
      ...said('en', at),
      'Acme processes data in: France.',
      'Acme keeps the numbers for 365 days.',
      'Acme is helped by Host (Germany): hosting.',
      'Acme will be helped by Relay (Germany) from 1 February 2027: hosting.',
    ],
  )
  const ended = { ...supplier, standing: 'expired' as const }
  expect(contractInForce(ended, at)).toBeNull()
  expect(supplierSentences(ended, { at, language: 'en', zone })[1]?.text).toBe(
    'Acme: no valid contract today, so nothing is sent to it.',
  )
})

test('differences name the section, what came and what went', () => {
  const text = (sentences: string[]) => ({
    title: 'Notice',
    sections: [{ name: 'why' as const, title: 'Why', sentences }],
  })
  expect(differencesOf(text(['a', 'b']), text(['b', 'c']))).toEqual([
    { section: 'Why', added: ['c'], removed: ['a'] },
  ])
  expect(differencesOf(text(['a']), text(['a']))).toEqual([])
})

test('the clock of a breach: told of at 24 and 6 hours, once it is over, and never once it is notified', async () => {
  const hourMs = 3_600_000
  const startedAt = timers.now()
  await declareOperator(deps, here.caller, {
    ...{ operatorName: 'Exemple', operatorAddress: 'Nantes', dpoContact: 'dpo@exemple.example' },
  })
  const recorded = await recordBreach(
    deps,
    here.caller,
    breachRecord.parse({
      ...{ title: 'Fichier perdu', discoveredAt: new Date(startedAt).toISOString() },
      ...{ scenario: 'lost_device', kinds: ['confidentiality'], facts: 'Une clé USB perdue.' },
      ...{ effects: 'Appels non voulus.', measuresTaken: 'Clé effacée.', people: 12 },
      lateReason: 'Enquête longue.',
    }),
  )
  expect(Date.parse(recorded.dueAt) - startedAt).toBe(72 * hourMs)
  const told = async () => {
    await watchDisclosure(deps, here.caller)
    return (await toldIn(here.test)).filter(({ kind }) => kind === 'breach_due')
  }
  expect(await told()).toEqual([])
  jump(47 * hourMs)
  expect(await told()).toEqual([])
  for (const [hours, count] of [
    [2, 1],
    [1, 1],
    [18, 2],
    [5, 3],
    [100, 3],
  ] as const) {
    jump(hours * hourMs)
    expect([hours, (await told()).length]).toEqual([hours, count])
  }
  const second = await recordBreach(
    deps,
    here.caller,
    breachRecord.parse({
      ...{ ...recorded.record, title: 'Autre' },
      discoveredAt: new Date(timers.now()).toISOString(),
    }),
  )
  const step = { step: 'authority_notified', note: '', on: null } as const
  expect((await takeStep(deps, here.caller, second.id, step)).state).toBe('notified')
  jump(100 * hourMs)
  expect(await told()).toHaveLength(3)
})

test('an account is reminded of its own breaches at 24 and 6 hours and once late, until it judges', async () => {
  const hourMs = 3_600_000
  const one = { count: 1, isMore: false }
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, one]))
  const counting: DisclosureDeps = {
    ...deps,
    breaches: {
      ...{ records: async () => records as Awaited<ReturnType<BreachSource['records']>> },
      ...{ countries: async () => [], keysTurnedAt: async () => null, countPeople: async () => 3 },
      ...{ looks: async () => ({ ...one, lastAt: null }), lastLogIn: async () => null },
      lastBackupAt: () => null,
    },
  }
  const record = accountBreachRecord.parse({
    ...{ title: 'Ordinateur perdu', discoveredAt: new Date(timers.now()).toISOString() },
    ...{ scenario: 'lost_device', kinds: ['confidentiality'], facts: 'Perdu dans un train.' },
  })
  const recorded = await recordOwnBreach(counting, here.caller, record)
  expect(recorded).toMatchObject({ number: 1, clock: 'running', people: 3 })
  const told = async () => {
    await watchDisclosure(counting, here.caller)
    return (await toldIn(here.test)).filter(({ kind }) => kind === 'own_breach_due')
  }
  for (const [hours, count] of [
    [47, 0],
    [2, 1],
    [1, 1],
    [18, 2],
    [5, 3],
    [100, 3],
  ] as const) {
    jump(hours * hourMs)
    expect([hours, (await told()).length]).toEqual([hours, count])
  }
  const variants = (await told()).map(({ details }) => (details as { variant?: string }).variant)
  expect(variants.sort()).toEqual(['own', 'own', 'own_late'])

  const again = { ...record, discoveredAt: new Date(timers.now()).toISOString() }
  const second = await recordOwnBreach(counting, here.caller, again)
  const judgement = { ...second.judgement, risk: 'none', riskReason: 'Disque chiffré.' } as const
  const judged = await judgeBreach(counting, here.caller, second.id, judgement)
  expect(judged.clock).toBe('stopped')
  jump(100 * hourMs)
  expect(await told()).toHaveLength(3)
})

test('what was told long ago is shown as due and alarms nobody; rows are counted once a minute', async () => {
  const hourMs = 3_600_000
  const breach = await recordBreach(
    deps,
    here.caller,
    breachRecord.parse({
      ...{ title: 'Ancienne', discoveredAt: new Date(timers.now()).toISOString() },
      ...{ scenario: 'lost_device', kinds: ['confidentiality'], facts: 'Une clé USB perdue.' },
    }),
  )
  const { id: accountId } = here.account
  const toldAt = timers.now()
  await here.database.inAccount(accountId, (tx) => insertTold(tx, accountId, breach.id, toldAt))
  // As on the first run after an update: nobody was told of it in its time.
  jump(500 * hourMs)
  await watchDisclosure(deps, here.caller)
  const about = (await toldIn(here.test)).filter(
    ({ kind, details }) =>
      kind === 'own_breach_due' && (details as { name?: string }).name === String(breach.number),
  )
  expect(about).toEqual([])
  const due = await here.database.inAccount(accountId, (tx) => ownBreachesDue(deps, tx, accountId))
  expect(due.map(({ id }) => id)).toContain(breach.id)

  let counted = 0
  const one = { count: 1, isMore: false }
  const counting: DisclosureDeps = {
    ...deps,
    breaches: {
      records: async () => {
        counted += 1
        const records = recordKinds.map((kind) => [kind, one])
        return Object.fromEntries(records) as Awaited<ReturnType<BreachSource['records']>>
      },
      ...{ countries: async () => [{ country: 'FR', people: 3 }], countPeople: async () => 3 },
      ...{ keysTurnedAt: async () => null, lastLogIn: async () => null },
      ...{ looks: async () => ({ ...one, lastAt: null }), lastBackupAt: () => null },
    },
  }
  const first = await measureOwnBreach(counting, here.caller, breach.id)
  const second = await measureOwnBreach(counting, here.caller, breach.id)
  expect([counted, second.people, second.measuredAt]).toEqual([1, 3, first.measuredAt])
  expect(second.fields).toEqual(first.fields)
  jump(61_000)
  const third = await measureOwnBreach(counting, here.caller, breach.id)
  expect([counted, third.measuredAt === first.measuredAt]).toEqual([2, false])
})
