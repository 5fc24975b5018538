// The texts and numbers of what is over are erased after the account's days;
// what still waits keeps its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { E164, MessageId } from '../../src/kernel/index.ts'
import { reviewReply } from '../../src/sending/replies/review-reply.ts'
import {
  chooseTextRetention,
  sparedTexts,
  sweepTexts,
  viewTextRetention,
} from '../../src/sending/retention/text-retention.ts'
import type { Tx } from '../../src/storage/index.ts'
import { jumpingTimers, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
let here: SendingFixture
beforeAll(async () => {
  here = await sendingFixture({ timers })
})
afterAll(() => here.close())

const within = <T>(work: (tx: Tx) => Promise<T>) => here.database.inAccount(here.account.id, work)
const deps = () => ({ database: here.database, audit: here.audit, clock: timers })
const sweep = () => sweepTexts(deps(), here.caller)
const texts = async (table: 'message' | 'inbound') => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ id: string }>(
      `select id from sending.${table} where body_sealed is not null order by id`,
    ),
  )
  return rows.map(({ id }) => id)
}
const states = (ids: readonly MessageId[]) => here.states(ids)
const journal = (action: string) =>
  within((tx) =>
    here.audit.list(tx, here.account.id, { before: null, limit: 50, subjectId: null, action }),
  )
const alert = { class: 'alert', basis: 'contract', text: 'Votre colis est prêt.' } as const
const [known, waiting] = ['+33639982001', '+33639982002'] as E164[] as [E164, E164]
let waits: readonly MessageId[]

test('an account is told thirty days before, and nothing goes meanwhile', async () => {
  await here.people([known, waiting], { agreed: false })
  const sent = await here.accept([known], alert)
  const at = timers.now()
  const later = { notBefore: at + 120 * dayMs, usefulUntil: at + 125 * dayMs }
  waits = (await here.accept([waiting], { ...alert, ...later })).ids
  await eventually(async () => (await states(sent.ids))['delivered'] ?? null)
  here.sandbox?.reply({ from: known, to: '36111', text: 'Bonjour, merci beaucoup.' })
  await eventually(async () => (await texts('inbound'))[0] ?? null)
  jump(89 * dayMs)
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
  const view = await within((tx) => viewTextRetention(tx, here.caller))
  const noticeDays = (Date.parse(view.erasesFrom ?? '') - timers.now()) / dayMs
  expect([view.days, Math.round(noticeDays)]).toEqual([90, 30])
  expect(await journal('sending.text_retention_told')).toHaveLength(1)
  jump(29 * dayMs)
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
  expect((await texts('message')).length).toBe(2)
})

test('then what is over is erased, once, and told; what waits keeps its text', async () => {
  jump(1 * dayMs)
  expect(await sweep()).toEqual({ message: 1, inbound: 1 })
  expect([await texts('message'), await texts('inbound')]).toEqual([[...waits], []])
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
  expect(await journal('sending.texts_erased')).toMatchObject([
    { details: { messages: 1, replies: 1, days: 90 } },
  ])
  expect(await within((tx) => viewTextRetention(tx, here.caller))).toMatchObject({ erased: 2 })
})

test('what waited leaves on its day with its text, and goes with the next sweep', async () => {
  jump(2 * dayMs)
  await eventually(async () => (await states(waits))['delivered'] ?? null)
  expect(await sweep()).toEqual({ message: 1, inbound: 0 })
  expect(await texts('message')).toEqual([])
})

test('of whoever asked that their data only be kept nothing is erased, until that is lifted', async () => {
  const { ids } = await here.accept([known], alert)
  await eventually(async () => (await states(ids))['delivered'] ?? null)
  here.sandbox?.reply({ from: known, to: '36111', text: 'Merci, à demain.' })
  await eventually(async () => (await texts('inbound'))[0] ?? null)
  const restrict = (isRestricted: boolean) =>
    within(async (tx) => {
      const contact = await here.contacts.findByNumber(tx, here.account.id, known)
      if (contact === null) throw new Error('the contact is there')
      const asked = { contactId: contact.id, at: timers.now(), isRestricted }
      await here.contacts.restrict(tx, here.account.id, asked)
    })
  const spared = () => within((tx) => sparedTexts({ clock: timers }, tx, here.caller))
  await restrict(true)
  expect(await spared()).toBe(0)
  jump(91 * dayMs)
  const later = (await here.accept([waiting], alert)).ids
  await eventually(async () => (await states(later))['delivered'] ?? null)
  expect(await spared()).toBe(2)
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
  expect(await texts('message')).toEqual([...ids, ...later].sort())
  // What comes after it goes meanwhile: the sweep is not held up.
  jump(91 * dayMs)
  expect(await sweep()).toEqual({ message: 1, inbound: 0 })
  expect(await texts('message')).toEqual([...ids])
  await restrict(false)
  expect(await spared()).toBe(0)
  expect(await sweep()).toEqual({ message: 1, inbound: 1 })
  expect([await texts('message'), await texts('inbound')]).toEqual([[], []])
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
})

test('fewer days wait thirty, and a doubtful reply stays until somebody has read it', async () => {
  const choose = (days: number) =>
    within((tx) =>
      chooseTextRetention(deps(), tx, here.caller, { days, reason: 'moins suffit ici' }),
    )
  const { ids } = await here.accept([known], alert)
  await eventually(async () => (await states(ids))['delivered'] ?? null)
  here.sandbox?.reply({ from: known, to: '36111', text: 'non merci, pas intéressé' })
  const [doubtful = ''] = await eventually(async () => {
    const held = await texts('inbound')
    return held.length > 0 ? held : null
  })
  jump(10 * dayMs)
  expect((await choose(5)).days).toBe(5)
  expect(await sweep()).toEqual({ message: 0, inbound: 0 })
  jump(31 * dayMs)
  expect(await sweep()).toEqual({ message: 1, inbound: 0 })
  const { caller, contacts, consent, database, vault, metrics, sending } = here
  const accessLog = here.audit
  const workers = sending.hands
  const door = { database, vault, contacts, consent, timers, metrics, workers, accessLog }
  await reviewReply(door, caller, { id: doubtful, meaning: 'not_a_stop' })
  expect(await sweep()).toEqual({ message: 0, inbound: 1 })
  expect(await journal('sending.text_retention_chosen')).toMatchObject([
    { reason: 'moins suffit ici', details: { days: 5 } },
  ])
})

test('more days that are chosen while a sweep goes on keep what it has not come to', async () => {
  const { ids } = await here.accept([known], alert)
  await eventually(async () => (await states(ids))['delivered'] ?? null)
  jump(10 * dayMs)
  let asked = 0
  const database: typeof here.database = {
    ...here.database,
    inAccount: async (...work) => {
      asked += 1
      const chosen = { days: 20, reason: 'une réclamation est en cours' }
      // The first is about the days themselves, the second about a page.
      if (asked === 2) await within((tx) => chooseTextRetention(deps(), tx, here.caller, chosen))
      return here.database.inAccount(...work)
    },
  }
  const swept = await sweepTexts({ ...deps(), database }, here.caller)
  expect(swept).toEqual({ message: 0, inbound: 0 })
  jump(11 * dayMs)
  expect(await sweep()).toEqual({ message: 1, inbound: 0 })
})
