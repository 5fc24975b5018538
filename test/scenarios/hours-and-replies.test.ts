// Time and people: hours and holidays, expiry, deadlines, replies, erasure.
import { afterEach, expect, test } from 'vitest'
import type { E164, MessageId, Timers } from '../../src/kernel/index.ts'
import { readReplies, revealReply } from '../../src/sending/replies/read-replies.ts'
import { reviewReply } from '../../src/sending/replies/review-reply.ts'
import { readMessage, readStory, revealMessage } from '../../src/sending/view/read-messages.ts'
import { realTimers } from '../support/clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  type SendingFixtureOptions,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

/** Runs like the real clock and can be set forward. */
function movableTimers(startIso: string): Timers & { goTo(iso: string): void } {
  let offset = Date.parse(startIso) - realTimers.now()
  return {
    ...realTimers,
    now: () => realTimers.now() + offset,
    goTo: (iso) => {
      offset = Date.parse(iso) - realTimers.now()
    },
  }
}

const fixtures: SendingFixture[] = []
async function begin(options: SendingFixtureOptions): Promise<SendingFixture> {
  const fixture = await sendingFixture({
    sandbox: { isMagic: false, receiptDelayMs: 10 },
    ...options,
  })
  fixtures.push(fixture)
  return fixture
}
afterEach(async () => {
  for (const fixture of fixtures.splice(0)) await fixture.close()
})

const reading = (fixture: SendingFixture) => ({
  ...fixture,
  routes: fixture.sending.ports.routes,
  clock: fixture.timers,
  accessLog: fixture.audit,
})
const replying = (fixture: SendingFixture) => ({
  ...fixture,
  workers: fixture.sending.workers,
  accessLog: fixture.audit,
})
const view = (fixture: SendingFixture, id: MessageId) =>
  readMessage(reading(fixture), fixture.caller, id)
const all = { before: null, limit: 50, needsReview: null }

test('in the evening marketing is held until the morning of the person, and leaves then', async () => {
  // A Saturday evening: Sunday is shut, so it is Monday.
  const timers = movableTimers('2026-11-28T20:30:00+01:00')
  const fixture = await begin({ timers })
  const to = fictionNumber(1)
  await fixture.people([to], { agreed: true })
  const { ids } = await fixture.accept([to], { usefulUntil: null })
  const id = ids[0] as MessageId
  expect(await view(fixture, id)).toMatchObject({
    state: 'held',
    hold: { reason: 'outside_hours', until: '2026-11-30T07:00:00.000Z' },
  })
  expect(fixture.sandbox?.stats().submits).toBe(0)
  timers.goTo('2026-11-30T08:00:01+01:00')
  await until(async () => (await view(fixture, id)).state === 'delivered', 20_000)
  const story = await readStory(reading(fixture), fixture.caller, id)
  expect(story.steps.map(({ step }) => step)).toContain('held')
}, 60_000)

test('a consent that is withdrawn while a message is held stops it as it leaves', async () => {
  const timers = movableTimers('2026-11-25T21:00:00+01:00')
  const fixture = await begin({ timers })
  const to = fictionNumber(2)
  const { rows } = await fixture.people([to], { agreed: true })
  const { ids } = await fixture.accept([to])
  const keys = rows[0]?.keys
  if (keys === undefined) throw new Error('nobody')
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    fixture.consent.withdrawConsent(tx, fixture.caller, {
      keys,
      tag: fixture.vault.suppressionTag(fixture.account.id, to),
      controllerId: fixture.controller.id,
      channel: 'sms',
      purpose: 'offers',
      at: timers.now(),
      reason: 'au comptoir',
    }),
  )
  timers.goTo('2026-11-26T08:00:01+01:00')
  await until(async () => (await view(fixture, ids[0] as MessageId)).finalAt !== null, 20_000)
  expect(await view(fixture, ids[0] as MessageId)).toMatchObject({
    state: 'refused',
    refusal: 'consent_withdrawn',
  })
  expect(fixture.sandbox?.stats().submits).toBe(0)
}, 60_000)

test('what is of no more use expires in the queue; what gets no receipt is unconfirmed', async () => {
  const timers = movableTimers('2026-11-25T10:00:00+01:00')
  const fixture = await begin({ timers, sandbox: { receiptDelayMs: 10 } })
  // 0933: the sandbox never sends a receipt for it.
  const people = [fictionNumber(3), fictionNumber(933)]
  await fixture.people(people, { agreed: true })
  const late = await fixture.accept([fictionNumber(3)], {
    notBefore: Date.parse('2026-11-25T18:00:00+01:00'),
    usefulUntil: Date.parse('2026-11-25T19:00:00+01:00'),
  })
  const silent = await fixture.accept([fictionNumber(933)])
  await until(async () => (await fixture.states(silent.ids))['submitted'] === 1)
  timers.goTo('2026-11-29T21:00:00+01:00')
  await until(async () => (await fixture.states(silent.ids))['unconfirmed'] === 1, 20_000)
  await until(async () => (await fixture.states(late.ids))['expired'] === 1, 20_000)
  expect(fixture.sandbox?.stats().submits).toBe(1)
}, 60_000)

test('a doubtful reply pauses marketing until somebody has read it', async () => {
  const fixture = await begin({})
  const to = fictionNumber(4)
  await fixture.people([to], { agreed: true })
  const first = await fixture.accept([to])
  await until(async () => (await fixture.states(first.ids))['delivered'] === 1)
  fixture.sandbox?.reply({ from: to, to: '36111', text: 'non merci, pas intéressé' })
  await until(async () => {
    const { items } = await readReplies(replying(fixture), fixture.caller, all)
    return items.length === 1
  })
  const { items } = await readReplies(replying(fixture), fixture.caller, all)
  expect(items[0]).toMatchObject({ kind: 'doubtful', needsReview: true, from: '+33 6 ** ** ** 04' })
  const paused = await fixture.accept([to])
  expect(await view(fixture, paused.ids[0] as MessageId)).toMatchObject({
    refusal: 'reply_under_review',
  })
  const id = items[0]?.id ?? ''
  const shown = await revealReply(reading(fixture), fixture.caller, { id, reason: 'lecture' })
  expect(shown).toMatchObject({ from: to, text: 'non merci, pas intéressé' })
  expect(shown.matched).not.toBe('')
  expect(shown).toMatchObject({ by: 'model', model: expect.stringMatching(/^[0-9a-f]{12}$/) })
  // An older reply is shown with what was kept, even when today's reader would say something else.
  await fixture.test.asSuperuser((client) =>
    client.query(`update sending.inbound set decided_score = 0.25, decided_model = 'earlier'`),
  )
  const later = await revealReply(reading(fixture), fixture.caller, { id, reason: 'lecture' })
  expect(later).toEqual({ ...shown, score: 0.25, model: 'earlier' })
  await fixture.test.asSuperuser((client) =>
    client.query(
      `update sending.inbound set decided_by = null, decided_score = null, decided_model = null`,
    ),
  )
  const before = await revealReply(reading(fixture), fixture.caller, { id, reason: 'lecture' })
  expect(before).toMatchObject({ by: null, score: null, model: null })
  await reviewReply(replying(fixture), fixture.caller, { id, meaning: 'stop' })
  const after = await fixture.accept([to])
  expect(await view(fixture, after.ids[0] as MessageId)).toMatchObject({
    refusal: 'number_suppressed',
  })
}, 60_000)

/** Somebody who agreed was written to and answers this: the reply as the staff see it. */
async function replied(fixture: SendingFixture, to: E164, text: string) {
  await fixture.people([to], { agreed: true })
  const first = await fixture.accept([to])
  await until(async () => (await fixture.states(first.ids))['delivered'] === 1)
  fixture.sandbox?.reply({ from: to, to: '36111', text })
  const list = async () => (await readReplies(replying(fixture), fixture.caller, all)).items
  await until(async () => (await list()).length === 1)
  const id = (await list())[0]?.id ?? ''
  return {
    seen: async () => (await list())[0],
    say: (meaning: 'stop' | 'not_a_stop') =>
      reviewReply(replying(fixture), fixture.caller, { id, meaning }),
    refusal: async () => {
      const next = await fixture.accept([to])
      return (await view(fixture, next.ids[0] as MessageId)).refusal
    },
  }
}

test('of two who judge a reply at once the STOP stands, and who said what is recorded', async () => {
  const fixture = await begin({})
  const reply = await replied(fixture, fictionNumber(8), 'non merci, pas intéressé')
  const [none, stop] = await Promise.allSettled([reply.say('not_a_stop'), reply.say('stop')])
  expect(stop.status).toBe('fulfilled')
  expect(await reply.seen()).toMatchObject({ kind: 'doubtful', review: 'stop' })
  expect(await reply.refusal()).toBe('number_suppressed')
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ actor: string }>(
      `select actor from audit.entry where action = 'sending.reply_reviewed'`,
    ),
  )
  expect(rows.length).toBe(none.status === 'fulfilled' ? 2 : 1)
}, 60_000)

test('whoever reads a reply that was understood as nothing can still say that it was a STOP', async () => {
  const fixture = await begin({})
  const reply = await replied(fixture, fictionNumber(7), 'Le bus 12 passe à quelle heure ?')
  expect(await reply.seen()).toMatchObject({ kind: 'other', needsReview: false, review: null })
  const refused = { code: 'sending.reply_not_waiting' }
  await expect(reply.say('not_a_stop')).rejects.toMatchObject(refused)
  expect(await reply.refusal()).toBeNull()
  await reply.say('stop')
  expect(await reply.seen()).toMatchObject({ kind: 'other', review: 'stop' })
  expect(await reply.refusal()).toBe('number_suppressed')
  await reply.say('stop')
  await expect(reply.say('not_a_stop')).rejects.toMatchObject(refused)
}, 60_000)

test('who asks who is writing is told, and a question is kept, sealed', async () => {
  const fixture = await begin({})
  const to = fictionNumber(5)
  await fixture.people([to], { agreed: true })
  const first = await fixture.accept([to])
  await until(async () => (await fixture.states(first.ids))['delivered'] === 1)
  fixture.sandbox?.reply({ from: to, to: '36111', text: 'CONTACT' })
  await until(() => (fixture.sandbox?.stats().taken ?? 0) === 2)
  const secret = 'Avez-vous des pointures quarante-deux ?'
  fixture.sandbox?.reply({ from: to, to: '36111', text: secret })
  await until(async () => {
    const { items } = await readReplies(replying(fixture), fixture.caller, all)
    return items.length === 2
  })
  const stored = await fixture.test.asSuperuser((client) =>
    client.query<{ row: string }>(
      `select encode(body_sealed, 'escape') as row from sending.inbound`,
    ),
  )
  for (const { row } of stored.rows) expect(row).not.toContain('pointures')
}, 60_000)

test('a look in clear is recorded; an erased person’s message opens no more, here or anywhere', async () => {
  const fixture = await begin({})
  const to = fictionNumber(6)
  const { rows } = await fixture.people([to], { agreed: true })
  const { ids } = await fixture.accept([to])
  const id = ids[0] as MessageId
  await until(async () => (await fixture.states(ids))['delivered'] === 1)
  const shown = await revealMessage(reading(fixture), fixture.caller, { id, reason: 'réclamation' })
  expect(shown.to).toBe(to)
  const subjectId = rows[0]?.subjectId
  if (subjectId === undefined) throw new Error('nobody')
  const { account, database, audit, sending, vault } = fixture
  const looks = await database.inAccount(account.id, (tx) =>
    audit.list(tx, account.id, { before: null, limit: 5, action: 'sending.message_revealed' }),
  )
  expect(looks[0]).toMatchObject({ subjectId, reason: 'réclamation' })
  const given = await database.inAccount(account.id, (tx) =>
    sending.holder.exportSubject(tx, account.id, subjectId),
  )
  expect(JSON.stringify(given)).toContain(to)
  await database.inAccount(account.id, async (tx) => {
    await sending.holder.eraseSubjects(tx, account.id, [subjectId])
    await vault.destroyContactKey(tx, account.id, subjectId)
  })
  expect(await view(fixture, id)).toMatchObject({ to: '—', state: 'delivered' })
  const again = revealMessage(reading(fixture), fixture.caller, { id, reason: 'réclamation' })
  await expect(again).rejects.toMatchObject({ code: 'sending.person_erased' })
}, 60_000)
