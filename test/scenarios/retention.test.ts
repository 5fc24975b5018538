// A contact whose person gives no sign goes at the end of its term; whoever gave one stays,
// and a no stays for good.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoStays } from '../../src/app/compose.ts'
import type { WhoStays } from '../../src/contacts/index.ts'
import { chooseRetention, viewRetention } from '../../src/contacts/retention.ts'
import { type SweepRetentionDeps, sweepRetention } from '../../src/contacts/sweep-retention.ts'
import { type E164, type SubjectId, sameDayLater } from '../../src/kernel/index.ts'
import { insertRequest } from '../../src/preferences/requests/request-store.ts'
import type { Tx } from '../../src/storage/index.ts'
import { jumpingTimers, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
let deps: SweepRetentionDeps & Pick<SendingFixture, 'vault'>
let start: number

beforeAll(async () => {
  here = await sendingFixture({ timers })
  const facts = async () => ({ kind: here.account.kind, country: here.account.country })
  const { database, audit, contacts, vault } = here
  deps = { database, audit, contacts, vault, clock: timers, accounts: { facts }, whoStays }
  start = timers.now()
})
afterAll(() => here.close())

const within = <T>(work: (tx: Tx) => Promise<T>) => here.database.inAccount(here.account.id, work)
const sweep = () => sweepRetention(deps, here.caller)
const view = () => within((tx) => viewRetention(deps, tx, here.account.id))
/** Days before or after the end of a term of so many months. */
const goTo = (months: number, days: number) =>
  jump(sameDayLater(start, months) + days * dayMs - timers.now())

const numbers = {
  silent: '+33639981001',
  agreed: '+33639981002',
  objected: '+33639981003',
  renewed: '+33639981004',
  alerted: '+33639981005',
  advertised: '+33639981006',
  asking: '+33639981007',
  writing: '+33639981008',
} as const
type Name = keyof typeof numbers
const number = (name: Name) => numbers[name] as string as E164
const names = Object.keys(numbers) as Name[]
const findBy = (written: E164) =>
  within((tx) => here.contacts.findByNumber(tx, here.account.id, written))
const find = (name: Name) => findBy(number(name))
const present = async () => {
  const found = await Promise.all(
    names.map(async (name) => ((await find(name)) === null ? [] : [name])),
  )
  return found.flat().sort()
}
const subject = async (name: Name) => (await find(name))?.subjectId as SubjectId
const keysOf = async (subjectId: SubjectId) =>
  (await within((tx) => here.vault.openSubjects(tx, here.account.id, [subjectId]))).get(subjectId)
const tagOf = (name: Name) => here.vault.suppressionTag(here.account.id, number(name))
const journal = async (action: string) =>
  within((tx) =>
    here.audit.list(tx, here.account.id, { before: null, limit: 50, subjectId: null, action }),
  )

const countOf = async (statement: string, name: Name) => {
  const subjectId = await subject(name)
  const { rows } = await here.test.asSuperuser((client) => client.query(statement, [subjectId]))
  return rows.length
}
const leftFor = (name: Name) =>
  countOf(
    `select from sending.message m join sending.result r on r.message_id = m.id
     where m.subject_id = $1`,
    name,
  )
const repliesOf = (name: Name) => countOf('select from sending.inbound where subject_id = $1', name)
const alert = { class: 'alert', basis: 'contract', text: 'Votre colis est prêt.' } as const

const agree = (name: Name) => agreeBy(number(name))
async function agreeBy(written: E164) {
  const keys = await keysOf((await findBy(written))?.subjectId as SubjectId)
  if (keys === undefined) throw new Error('the keys are there')
  const tag = here.vault.suppressionTag(here.account.id, written)
  const { wordingId } = here.wording
  await within((tx) =>
    here.consent.recordConsents(tx, here.caller, {
      ...{ controllerId: here.controller.id, channel: 'sms', purpose: 'offers' },
      grade: 'own_form',
      rows: [
        {
          ...{ keys, tag, number: written, wordingId },
          ...{ givenAt: timers.now() - dayMs, source: 'caisse' },
        },
      ],
    }),
  )
}

async function askFor(name: Name) {
  const { subjectId, id: contactId } = (await find(name)) as NonNullable<
    Awaited<ReturnType<typeof find>>
  >
  await within((tx) =>
    insertRequest(tx, here.account.id, {
      ...{ id: here.makeId(), subjectId, contactId, kind: 'access' },
      ...{ askedAt: timers.now(), dueAt: timers.now() + 30 * dayMs },
      ...{ heardBy: null, recordedBy: null },
    }),
  )
}

test('before the term an account is told, counted for, and nobody goes', async () => {
  await here.people([number('agreed'), number('advertised')], { agreed: true })
  const others = names.filter((name) => name !== 'agreed' && name !== 'advertised')
  await here.people(others.map(number), { agreed: false })
  expect(await sweep()).toEqual({ due: 0, soon: 0, erased: 0 })
  const noticeDays = (Date.parse((await view()).erasesFrom ?? '') - timers.now()) / dayMs
  expect(Math.round(noticeDays)).toBe(30)
  expect(await journal('contacts.retention_told')).toMatchObject([
    { actorKind: 'system', actor: 'command_line', details: { months: 36 } },
  ])

  const keys = await keysOf(await subject('objected'))
  if (keys === undefined) throw new Error('the keys are there')
  await within((tx) =>
    here.consent.recordStop(tx, here.caller, {
      ...{ tag: tagOf('objected'), keys, scope: 'marketing', reason: 'stop_reply', origin: '' },
      at: timers.now(),
    }),
  )
  await here.accept([number('advertised')])
  await here.accept([number('writing')], alert)
  await eventually(async () => (await leftFor('writing')) || null)
  jump(25 * dayMs)
  here.sandbox?.reply({ from: number('writing'), to: '36111', text: 'Bonjour, bien reçu.' })
  await eventually(async () => (await repliesOf('writing')) || null)
  goTo(30, 0)
  await agree('renewed')
  await here.accept([number('alerted')], alert)
  await askFor('asking')

  goTo(36, -40)
  expect(await sweep()).toEqual({ due: 0, soon: 4, erased: 0 })
  expect(await view()).toMatchObject({ months: 36, monthsMax: 36, soon: 4, due: 0, erased: 0 })
  expect(await present()).toEqual([...names].sort())
})

test('a pause counts and erases nobody; it ends within a year, and a term is never above the law’s', async () => {
  goTo(36, 1)
  const facts = { ...deps, audit: here.audit, clock: timers }
  const choose = (months: number, pausedUntil: string | null) =>
    within((tx) =>
      chooseRetention(facts, tx, here.caller, { months, pausedUntil, reason: 'contrôle en cours' }),
    )
  const inDays = (days: number) => new Date(timers.now() + days * dayMs).toISOString()
  await expect(choose(37, null)).rejects.toMatchObject({ code: 'contacts.retention_too_long' })
  await expect(choose(36, inDays(400))).rejects.toMatchObject({
    code: 'contacts.retention_pause_too_long',
  })
  await choose(36, inDays(1))
  expect(await sweep()).toEqual({ due: 4, soon: 1, erased: 0 })
  expect(await present()).toEqual([...names].sort())
  await choose(36, null)
  expect(await journal('contacts.retention_chosen')).toHaveLength(2)
})

test('at its term a contact is erased; a sign, a consent, an alert or a request keeps others', async () => {
  const [silent, agreed] = [await subject('silent'), await subject('agreed')]
  expect(await sweep()).toEqual({ due: 0, soon: 1, erased: 4 })
  expect(await present()).toEqual(['alerted', 'asking', 'renewed', 'writing'])
  expect(await keysOf(silent)).toBeUndefined()
  expect((await keysOf(agreed))?.contactKey.length).toBe(0)
  const holds = await here.test.asSuperuser((client) =>
    client.query('select subject_id from consent.proof_hold where subject_id = $1', [agreed]),
  )
  expect(holds.rows).toHaveLength(1)
  const tags = [tagOf('objected')]
  const stands = await within((tx) => here.consent.suppressionsOf(tx, here.account.id, tags))
  expect(stands).toEqual(['marketing'])
  expect(await journal('contacts.retention_ended')).toMatchObject([
    { actor: 'command_line', subjectId: null, details: { people: 4, months: 36 } },
  ])
  expect(await view()).toMatchObject({ erased: 4, due: 0, soon: 1 })
  expect(await sweep()).toEqual({ due: 0, soon: 1, erased: 0 })

  goTo(36, 27)
  expect((await sweep()).erased).toBe(1)
  expect(await present()).toEqual(['alerted', 'asking', 'renewed'])
})

test('a shorter term waits thirty days; a consent in force and an open request wait for no term', async () => {
  const facts = { ...deps, audit: here.audit, clock: timers }
  const reason = 'nous ne gardons pas plus longtemps'
  await within((tx) =>
    chooseRetention(facts, tx, here.caller, { months: 3, pausedUntil: null, reason }),
  )
  expect(await sweep()).toMatchObject({ due: 1, erased: 0 })
  jump(31 * dayMs)
  expect(await sweep()).toMatchObject({ due: 0, erased: 1 })
  expect(await present()).toEqual(['asking', 'renewed'])
})

test('a yes that is recorded while its person is looked at is seen before they go', async () => {
  const late = '+33639981009' as E164
  await here.people([late], { agreed: false })
  jump(100 * dayMs)
  let isFirst = true
  const yesMeanwhile: WhoStays = async () => {
    if (isFirst) await agreeBy(late)
    isFirst = false
    return []
  }
  const swept = await sweepRetention(
    { ...deps, whoStays: [...whoStays, yesMeanwhile] },
    here.caller,
  )
  expect([swept.erased, isFirst]).toEqual([0, false])
  expect(await findBy(late)).not.toBeNull()
})

test('an account of many goes page by page, and each page is told', async () => {
  const many = Array.from(
    { length: 1_100 },
    (_, index) => `+3363998${String(2_000 + index).padStart(4, '0')}` as E164,
  )
  await here.people(many, { agreed: false })
  jump(100 * dayMs)
  expect(await sweep()).toMatchObject({ due: 0, erased: 1_100 })
  // Pages are of five hundred people, and three of the first stay.
  const told = await journal('contacts.retention_ended')
  expect(told.slice(0, 3).map(({ details }) => details['people'])).toEqual([103, 500, 497])
  expect(await present()).toEqual(['asking', 'renewed'])
})

test('a pause that is chosen while pages go by keeps whoever is on the next', async () => {
  const some = Array.from(
    { length: 600 },
    (_, index) => `+3363998${String(4_000 + index).padStart(4, '0')}` as E164,
  )
  await here.people(some, { agreed: false })
  jump(100 * dayMs)
  const facts = { ...deps, audit: here.audit, clock: timers }
  const choose = (pausedUntil: string | null) => {
    const chosen = { months: 3, pausedUntil, reason: 'contrôle en cours' }
    return within((tx) => chooseRetention(facts, tx, here.caller, chosen))
  }
  let asked = 0
  const database: SweepRetentionDeps['database'] = {
    ...here.database,
    inAccount: async (...work) => {
      asked += 1
      // The first is about the term itself, the second about a page.
      if (asked === 3) await choose(new Date(timers.now() + dayMs).toISOString())
      return here.database.inAccount(...work)
    },
  }
  const swept = await sweepRetention({ ...deps, database }, here.caller)
  expect(swept.erased).toBeLessThanOrEqual(500)
  expect(swept.due).toBeGreaterThanOrEqual(100)
  await choose(null)
  expect((await sweep()).erased).toBe(swept.due)
})

test('an alert that waits for its day keeps its person, however long ago it was asked for', async () => {
  const patient = '+33639981010' as E164
  const at = timers.now()
  const later = { notBefore: at + 150 * dayMs, usefulUntil: at + 155 * dayMs }
  await here.people([patient], { agreed: false })
  await here.accept([patient], { ...alert, ...later })
  jump(100 * dayMs)
  await sweep()
  expect(await findBy(patient)).not.toBeNull()
  jump(145 * dayMs)
  await sweep()
  expect(await findBy(patient)).toBeNull()
})
