// An assessment of a real account and of the installation: measured, declared, missing, validated.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandomness } from '../../../test/support/clock.ts'
import {
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { accountOf } from '../../accounts/index.ts'
import type { KeptRun } from '../../checkup/index.ts'
import { endOfDay } from '../../countries/index.ts'
import { type Measure, retentionPeriods } from '../../disclosure/index.ts'
import type { E164 } from '../../kernel/index.ts'
import {
  criteria,
  type ImpactAnswer,
  impactAnswer,
  isLevel,
  optionalQuestions,
  questions,
} from '../contract-impact.ts'
import type { AccountabilityDeps } from '../deps.ts'
import { addEntry } from '../entries.ts'
import { impactPoints, planPoints } from './impact-points.ts'
import { impactWorkbook } from './impact-sheets.ts'
import {
  answerImpact,
  type ImpactOf,
  listImpacts,
  listImpactVersions,
  planImpact,
  readImpact,
  readImpactVersion,
  validateImpact,
} from './manage-impact.ts'

const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: AccountabilityDeps
const backups: Measure = {
  ...{ code: 'backups', type: 'backup' },
  text: { fr: 'Une sauvegarde chaque nuit.', en: 'A backup each night.' },
}
let live: Measure[] = [backups]
let checkup: KeptRun | null = null
const notAsked = () => Promise.reject(new Error('nobody counts here'))
beforeAll(async () => {
  here = await sendingFixture({ timers })
  const { consent, contacts, database, vault, makeId, audit } = here
  const clock = timers
  deps = {
    ...{ database, vault, clock, makeId, consent, contacts },
    randomness: seededRandomness('accountability'),
    retentionPeriods: (tx, accountId) =>
      retentionPeriods({ vault, clock, consent, accounts: { facts: accountOf } }, tx, accountId),
    ...{ publicUrl: 'https://sms.example.org', ownUrl: () => null },
    ...{ keysFolder: '/srv/keys', dataFolder: '/srv/data' },
    moreMeasures: [async () => live],
    breaches: {
      ...{ records: notAsked, countries: notAsked, keysTurnedAt: notAsked, looks: notAsked },
      ...{ lastLogIn: notAsked, countPeople: notAsked, lastBackupAt: () => null },
    },
    record: audit.record,
    counts: { people: async () => 1, children: async () => 2 },
    lastCheckup: async () => checkup,
  }
  await here.people(['+33639982011' as E164], { agreed: true })
}, 60_000)
afterAll(() => here.close())

type Given = Partial<ImpactAnswer> & Pick<ImpactAnswer, 'code'>
const answer = (given: Given, of: ImpactOf = 'account') =>
  answerImpact(deps, of, here.caller, impactAnswer.parse(given))
const read = (processing: string | null = null) =>
  readImpact(deps, { processing }, here.caller, 'en')
const question = async (code: string) =>
  (await read()).sections.flatMap((one) => one.questions).find((one) => one.code === code)
const points = () => impactPoints(deps, 'account', { ...here.caller, language: 'en' })

/** What the program cannot answer. */
async function answerTheRest(of: ImpactOf) {
  const { screening, sections } = await readImpact(deps, of, here.caller)
  for (const one of criteria) {
    const code = `criterion.${one}` as const
    if (screening.criteria.find((known) => known.code === code)?.choice === null)
      await answer({ code, choice: 'no', text: 'Non concerné' }, of)
  }
  for (const { code, origin } of sections.flatMap((one) => one.questions)) {
    if (origin !== 'missing' || optionalQuestions.includes(code)) continue
    const fits = questions.find((known) => known === code)
    if (fits === undefined) throw new Error('a question of the method')
    const given = isLevel(code) ? { code: fits, level: 2 } : { code: fits, text: 'Réponse écrite' }
    await answer(given, of)
  }
}

test('criteria are counted where they can be, and two that are met call for an assessment', async () => {
  const { screening } = await read()
  const found = (code: string) => screening.criteria.find((one) => one.code === `criterion.${code}`)
  expect(found('large_scale')).toMatchObject({
    ...{ origin: 'measured', choice: 'no', measured: { text: 'People kept now: 1.' } },
  })
  expect(found('sensitive')).toMatchObject({ origin: 'measured', choice: 'no' })
  expect(found('vulnerable')).toMatchObject({ origin: 'measured', choice: 'yes' })
  expect(screening).toMatchObject({ met: 1, open: 6, outcome: 'open' })
  expect(await points()).toMatchObject([
    { details: { what: 'criteria that nobody has answered: 6' } },
  ])
  // A choice of one's own needs its reason, and a question takes no choice.
  await expect(answer({ code: 'criterion.monitoring', choice: 'yes' })).rejects.toMatchObject({
    code: 'accountability.answer_unfit',
  })
  await expect(answer({ code: 'data.lifecycle', choice: 'yes', text: 'x' })).rejects.toMatchObject({
    code: 'accountability.answer_unfit',
  })
  const { screening: after } = await answer({
    ...{ code: 'criterion.monitoring', choice: 'yes', text: 'Liens suivis' },
  })
  expect(after).toMatchObject({ met: 2, outcome: 'called_for' })
  expect(await points()).toMatchObject([{ details: { what: expect.stringMatching(/called for/) } }])
})

test('a reason not to make one counts until a fact changes', async () => {
  const why = 'Le traitement figure sur la liste de l’autorité qui en dispense.'
  const { screening } = await answer({ code: 'screening.reason', text: why })
  expect(screening).toMatchObject({ outcome: 'reasoned', reason: why })
  expect(await points()).toEqual([])
  live = []
  expect((await read()).screening.outcome).toBe('called_for')
  live = [backups]
  expect((await read()).screening.outcome).toBe('reasoned')
  await answer({ code: 'screening.reason', text: '' })
})

test('answers are measured with their evidence, declared, or missing; a cited measure is followed', async () => {
  expect(await question('access.measures')).toMatchObject({
    ...{ origin: 'measured', measured: { evidence: 'Measures in place on this installation' } },
  })
  expect(await question('disappearance.measures')).toMatchObject({
    measured: { text: 'A backup each night.' },
  })
  expect(await question('data.lifecycle')).toMatchObject({ origin: 'missing', text: '' })
  await expect(
    answer({ code: 'data.lifecycle', text: 'x', cites: ['measure.invented'] }),
  ).rejects.toMatchObject({ code: 'accountability.measure_unknown' })
  const cites = ['measure.sealed', 'measure.backups']
  await answer({ code: 'data.lifecycle', text: 'Import, envoi, effacement.', cites })
  expect(await question('data.lifecycle')).toMatchObject({
    ...{ origin: 'declared', text: 'Import, envoi, effacement.' },
    cites: [{ state: 'in_place' }, { code: 'measure.backups', state: 'in_place' }],
  })
  live = []
  expect((await question('data.lifecycle'))?.cites[1]).toMatchObject({
    ...{ text: 'A backup each night.', state: 'gone' },
  })
  expect(await question('disappearance.measures')).toMatchObject({ origin: 'missing' })
  // It stays cited when the answer is written anew, until somebody takes it out.
  await answer({ code: 'data.lifecycle', text: 'Import, envoi, réponses, effacement.', cites })
  expect((await question('data.lifecycle'))?.cites).toHaveLength(2)
  live = [backups]
})

test('nothing is validated while an answer is missing; then versions with their differences', async () => {
  const decide = (decision: string) => validateImpact(deps, 'account', here.caller, { decision })
  await expect(decide('Risques acceptables.')).rejects.toMatchObject({
    ...{ code: 'accountability.assessment_incomplete' },
    details: { lacks: expect.stringContaining('vraisemblance') },
  })
  await answerTheRest('account')
  const view = await decide('Risques acceptables compte tenu des mesures.')
  expect(view).toMatchObject({ standing: 'valid', lacks: [], mustConsult: false })
  expect(view.current).toMatchObject({ version: 1 })
  expect(await points()).toEqual([])

  await answer({ code: 'access.severity', level: 4 })
  await answer({ code: 'access.likelihood', level: 3 })
  expect(await decide('Nous consultons l’autorité avant de commencer.')).toMatchObject({
    ...{ mustConsult: true, current: { version: 2 } },
  })
  const english = { ...here.caller, language: 'en' } as const
  const second = await readImpactVersion(deps, 'account', english, 2)
  expect(second).toMatchObject({
    before: 1,
    differences: [{ added: [{}, {}].map(() => expect.any(String)) }],
  })
  expect(second.differences[0]?.added.join()).toContain('Maximal')
  expect(second.differences[0]?.removed.join()).toContain('Limited')
  const listed = await listImpactVersions(deps, 'account', english, { before: null, limit: 10 })
  expect(listed.map(({ version }) => version)).toEqual([2, 1])
  await expect(readImpactVersion(deps, 'account', english, 3)).rejects.toMatchObject({
    code: 'accountability.version_not_found',
  })
})

test('a measure that goes reopens it; when it is back, it is valid again', async () => {
  live = []
  const { standing, changes } = await read()
  expect(standing).toBe('reopened')
  expect(changes).toEqual([
    { kind: 'measure', text: 'A measure is not in place any more: A backup each night.' },
  ])
  expect(await points()).toMatchObject([
    { details: { what: expect.stringMatching(/A backup each night$/) } },
  ])
  live = [backups]
  expect((await read()).standing).toBe('valid')
})

test('a processing of the register has an assessment of its own, beside that of all of them', async () => {
  const users = { processing: 'users' }
  const english = { ...here.caller, language: 'en' } as const
  const own = () => readImpact(deps, users, english)
  const before = await own()
  expect(before).toMatchObject({ processing: 'users', standing: 'none', current: null, plan: [] })
  expect(before.title).toMatch(/^Impact assessment: Lumen, ./)
  // What was written of all processing is not here, and what is written here not there.
  expect(before.screening.criteria.every(({ text }) => text === '')).toBe(true)
  await answer({ code: 'data.lifecycle', text: 'Comptes créés puis supprimés.' }, users)
  expect((await question('data.lifecycle'))?.text).toBe('Import, envoi, réponses, effacement.')
  await answerTheRest(users)
  const decision = 'Risques acceptables pour ce traitement.'
  expect((await validateImpact(deps, users, english, { decision })).current?.version).toBe(1)
  expect((await read()).current?.version).toBe(2)
  const versions = async (of: ImpactOf) =>
    (await listImpactVersions(deps, of, english, { before: null, limit: 10 })).map(
      ({ version }) => version,
    )
  expect([await versions(users), await versions('account')]).toEqual([[1], [2, 1]])
  expect((await readImpactVersion(deps, users, english, 1)).decision).toBe(decision)

  const listed = await listImpacts(deps, english)
  expect(listed[0]).toMatchObject({ processing: null, name: null, standing: 'valid' })
  expect(listed.filter(({ standing }) => standing === 'valid')).toHaveLength(2)
  expect(listed.find(({ processing }) => processing === 'users')?.current?.version).toBe(1)
  expect(listed.length).toBeGreaterThan(2)

  // What its own facts rest on reopens it; each that is open again is told.
  live = []
  expect((await points()).map(({ details }) => details['title'])).toEqual([
    'Impact assessment: Lumen',
    before.title,
  ])
  for (const { details } of await points()) expect(details['what']).not.toMatch(/\.$/)
  live = [backups]
  const unknown = { processing: 'marketing:invented' }
  const notFound = { code: 'accountability.processing_not_found' }
  await expect(readImpact(deps, unknown, english)).rejects.toMatchObject(notFound)
  await expect(answer({ code: 'screening.reason' }, unknown)).rejects.toMatchObject(notFound)
})

test('the plan reminds of what was promised, and a sheet tells all of it', async () => {
  const day = (days: number) =>
    new Date(timers.now() + days * 86_400_000).toISOString().slice(0, 10)
  await planImpact(deps, 'account', here.caller, {
    items: [
      { what: 'Former l’équipe', who: 'DPO', by: day(10), doneOn: null },
      { what: 'Revoir les accès', who: 'Direction', by: day(60), doneOn: null },
      { what: 'Chiffrer les exports', who: 'DPO', by: day(5), doneOn: day(0) },
    ],
  })
  const due = () => planPoints(deps, 'account', here.caller)
  // Its last instant in Paris: the day that screens show.
  const by = endOfDay('Europe/Paris', day(10))
  expect(await due()).toMatchObject([{ by, details: { what: 'Former l’équipe', who: 'DPO' } }])
  const own = { what: 'Fermer les comptes', who: 'DPO', by: day(15), doneOn: null }
  await planImpact(deps, { processing: 'users' }, here.caller, { items: [own] })
  expect((await due()).map(({ details }) => details['what']).sort()).toEqual([
    ...['Fermer les comptes', 'Former l’équipe'],
  ])
  // Each says of which processing it is.
  const english = { ...here.caller, language: 'en' } as const
  const titles = (await planPoints(deps, 'account', english)).map(({ details }) => details['title'])
  expect(titles.sort()).toEqual(['Impact assessment: Lumen', (await read('users')).title])
  expect(titles[1]).not.toBe(titles[0])
  jump(40 * 86_400_000)
  expect(await due()).toHaveLength(3)
  const book = impactWorkbook(await readImpact(deps, 'account', here.caller, 'fr'), 'fr')
  const cells = book.sheets.flatMap(({ rows }) => rows.flat().map(({ text }) => text))
  expect(book.sheets).toHaveLength(12)
  expect(cells).toContain('Revoir les accès')
  expect(cells.some((text) => text.includes('Import, envoi, réponses, effacement.'))).toBe(true)
})

test('of a processing that left the register the plan can be closed, and versions stay', async () => {
  const english = { ...here.caller, language: 'en' } as const
  const gone = { processing: 'marketing:sales' }
  const before = await listImpacts(deps, english)
  expect(before.every(({ hasEnded }) => !hasEnded)).toBe(true)
  // As it was written while a wording asked for this purpose.
  const item = { what: 'Revoir les ventes', who: 'DPO', by: '2020-01-31', doneOn: null }
  const name = { fr: 'Ventes', en: 'Sales' }
  await here.database.inAccount(here.account.id, async (tx) => {
    const add = (kind: 'plan' | 'assessment', place: string, content: unknown) =>
      addEntry(deps, tx, here.caller, { whose: here.account.id, kind, place, content })
    await add('plan', '@marketing:sales@plan', { items: [item] })
    await add('assessment', '@marketing:sales@0000001', {
      ...{ decision: 'Risques acceptables.', texts: { fr: [], en: [] } },
      facts: [{ kind: 'purpose', key: 'marketing:sales', name }],
    })
  })
  const listed = await listImpacts(deps, english)
  expect(listed.slice(0, before.length)).toEqual(before)
  expect(listed.slice(before.length)).toMatchObject([
    { ...gone, name: 'Sales', hasEnded: true, standing: 'valid', current: { version: 1 } },
  ])
  const view = await readImpact(deps, gone, english)
  expect(view).toMatchObject({ ...{ hasEnded: true, plan: [item] }, current: { version: 1 } })
  expect(view.title).toBe('Impact assessment: Lumen, Sales')
  const due = async () =>
    (await planPoints(deps, 'account', english)).map(({ details }) => details['what'])
  expect(await due()).toContain(item.what)
  const done = { ...item, doneOn: '2020-02-01' }
  expect(await planImpact(deps, gone, english, { items: [done] })).toMatchObject({ plan: [done] })
  expect(await due()).not.toContain(item.what)
  const ended = { code: 'accountability.processing_ended' }
  await expect(answer({ code: 'screening.reason', text: 'x' }, gone)).rejects.toMatchObject(ended)
  await expect(
    validateImpact(deps, gone, english, { decision: 'Tout est fini.' }),
  ).rejects.toMatchObject(ended)
})

test('a processing that has only a plan keeps its name when it leaves the register', async () => {
  const english = { ...here.caller, language: 'en' } as const
  const place = 'marketing:offers'
  const item = { what: 'Revoir les offres', who: 'DPO', by: '2020-01-31', doneOn: null }
  await planImpact(deps, { processing: place }, here.caller, { items: [item] })
  const named = (await listImpacts(deps, english)).find(({ processing }) => processing === place)
  expect(named).toMatchObject({ hasEnded: false })
  // Its register without a wording for this purpose.
  const { consent } = deps
  const purposes = Object.assign(Object.create(consent), { listWordings: async () => [] })
  const without = { ...deps, consent: purposes }
  const ended = async () =>
    (await listImpacts(without, english)).find(({ processing }) => processing === place)
  expect(await ended()).toMatchObject({ hasEnded: true, name: named?.name })
  // Closing it changes nothing of the name.
  await planImpact(without, { processing: place }, here.caller, { items: [] })
  expect(await ended()).toMatchObject({ name: named?.name })
})

test('open points of many processings cost little more than those of one', async () => {
  const opened = { count: 0 }
  const { vault } = deps
  const counting: AccountabilityDeps = {
    ...deps,
    vault: Object.assign(Object.create(vault), {
      openForAccount: (...asked: Parameters<typeof vault.openForAccount>) => {
        opened.count += 1
        return vault.openForAccount(...asked)
      },
    }),
  }
  const cost = async () => {
    opened.count = 0
    await impactPoints(counting, 'account', here.caller)
    return opened.count
  }
  const before = await cost()
  const add = (place: string) =>
    here.database.inAccount(here.account.id, (tx) =>
      addEntry(deps, tx, here.caller, {
        ...{ whose: here.account.id, kind: 'answer', place },
        content: { text: 'x', level: null, choice: null, cites: [], facts: null },
      }),
    )
  for (const one of ['rights', 'contacts', 'users']) await add(`@${one}@rights.consent`)
  // Each entry that came is opened once.
  expect((await cost()) - before).toBe(3)
})

test('the installation has its own, with checks as evidence; a check that fails opens it', async () => {
  const at = timers.now()
  const finding = (result: 'fine' | 'gap') => ({
    ...{
      check: 'keys_apart',
      result,
      evidence: result === 'gap' ? 'beside' : 'apart',
      details: {},
    },
  })
  checkup = { at, isServerSeen: true, findings: [finding('fine')] }
  const own = () => readImpact(deps, 'installation', here.caller, 'en')
  const before = await own()
  expect(before).toMatchObject({
    standing: 'none',
    title: 'Impact assessment of this installation',
  })
  // What the account wrote is not here.
  expect(before.screening.criteria.every(({ text }) => text === '')).toBe(true)
  const check = before.measures.find(({ code }) => code.startsWith('check.'))
  expect(check).toMatchObject({ state: 'in_place' })
  const account = await read()
  expect(account.measures.some(({ code }) => code.startsWith('check.'))).toBe(false)
  await answerTheRest('installation')
  const decision = 'Le serveur peut être exploité ainsi.'
  const validated = await validateImpact(deps, 'installation', here.caller, { decision })
  expect(validated.standing).toBe('valid')
  checkup = { at, isServerSeen: true, findings: [finding('gap')] }
  const { standing, changes } = await own()
  expect([standing, changes.map(({ kind }) => kind)]).toEqual(['reopened', ['check']])
  expect((await read()).standing).toBe('valid')
})
