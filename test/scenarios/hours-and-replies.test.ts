// Time and people: hours and holidays, expiry, deadlines, replies, erasure.
import { afterEach, expect, test } from 'vitest'
import type { E164, MessageId, Timers } from '../../src/kernel/index.ts'
import { readReplies, revealReply } from '../../src/sending/replies/read-replies.ts'
import { reviewReply } from '../../src/sending/replies/review-reply.ts'
import { readMessage, readStory, revealMessage } from '../../src/sending/view/read-messages.ts'
import { realTimers } from '../support/clock.ts'
import {
  fictionNumber,
  type SendingGround,
  type SendingGroundOptions,
  sendingGround,
  until,
} from '../support/sending-ground.ts'

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

const grounds: SendingGround[] = []
async function begin(options: SendingGroundOptions): Promise<SendingGround> {
  const ground = await sendingGround({
    sandbox: { isMagic: false, receiptDelayMs: 10 },
    ...options,
  })
  grounds.push(ground)
  return ground
}
afterEach(async () => {
  for (const ground of grounds.splice(0)) await ground.close()
})

const reading = (ground: SendingGround) => ({
  ...ground,
  routes: ground.sending.ports.routes,
  clock: ground.timers,
  looks: ground.audit,
})
const replying = (ground: SendingGround) => ({
  ...ground,
  workers: ground.sending.workers,
  looks: ground.audit,
})
const view = (ground: SendingGround, id: MessageId) =>
  readMessage(reading(ground), ground.caller, id)
const all = { before: null, limit: 50, needsReview: null }

test('in the evening marketing is held until the morning of the person, and leaves then', async () => {
  // A Saturday evening: Sunday is shut, so it is Monday.
  const timers = movableTimers('2026-11-28T20:30:00+01:00')
  const ground = await begin({ timers })
  const to = fictionNumber(1)
  await ground.people([to], { agreed: true })
  const { ids } = await ground.accept([to], { usefulUntil: null })
  const id = ids[0] as MessageId
  expect(await view(ground, id)).toMatchObject({
    state: 'held',
    hold: { reason: 'outside_hours', until: '2026-11-30T07:00:00.000Z' },
  })
  expect(ground.sandbox?.stats().submits).toBe(0)
  timers.goTo('2026-11-30T08:00:01+01:00')
  await until(async () => (await view(ground, id)).state === 'delivered', 20_000)
  const story = await readStory(reading(ground), ground.caller, id)
  expect(story.steps.map(({ step }) => step)).toContain('held')
}, 60_000)

test('a consent that is withdrawn while a message is held stops it as it leaves', async () => {
  const timers = movableTimers('2026-11-25T21:00:00+01:00')
  const ground = await begin({ timers })
  const to = fictionNumber(2)
  const { rows } = await ground.people([to], { agreed: true })
  const { ids } = await ground.accept([to])
  const keys = rows[0]?.keys
  if (keys === undefined) throw new Error('nobody')
  await ground.database.inAccount(ground.account.id, (tx) =>
    ground.consent.withdrawConsent(tx, ground.caller, {
      keys,
      tag: ground.vault.suppressionTag(ground.account.id, to),
      controllerId: ground.controller.id,
      channel: 'sms',
      purpose: 'offers',
      at: timers.now(),
      reason: 'au comptoir',
    }),
  )
  timers.goTo('2026-11-26T08:00:01+01:00')
  await until(async () => (await view(ground, ids[0] as MessageId)).finalAt !== null, 20_000)
  expect(await view(ground, ids[0] as MessageId)).toMatchObject({
    state: 'refused',
    refusal: 'consent_withdrawn',
  })
  expect(ground.sandbox?.stats().submits).toBe(0)
}, 60_000)

test('what is of no more use expires in the queue; what gets no receipt is unconfirmed', async () => {
  const timers = movableTimers('2026-11-25T10:00:00+01:00')
  const ground = await begin({ timers, sandbox: { receiptDelayMs: 10 } })
  // 0933: the sandbox never sends a receipt for it.
  const people = [fictionNumber(3), fictionNumber(933)]
  await ground.people(people, { agreed: true })
  const late = await ground.accept([fictionNumber(3)], {
    notBefore: Date.parse('2026-11-25T18:00:00+01:00'),
    usefulUntil: Date.parse('2026-11-25T19:00:00+01:00'),
  })
  const silent = await ground.accept([fictionNumber(933)])
  await until(async () => (await ground.states(silent.ids))['submitted'] === 1)
  timers.goTo('2026-11-29T21:00:00+01:00')
  await until(async () => (await ground.states(silent.ids))['unconfirmed'] === 1, 20_000)
  await until(async () => (await ground.states(late.ids))['expired'] === 1, 20_000)
  expect(ground.sandbox?.stats().submits).toBe(1)
}, 60_000)

test('a doubtful reply pauses marketing until somebody has read it', async () => {
  const ground = await begin({})
  const to = fictionNumber(4)
  await ground.people([to], { agreed: true })
  const first = await ground.accept([to])
  await until(async () => (await ground.states(first.ids))['delivered'] === 1)
  ground.sandbox?.reply({ from: to, to: '36111', text: 'non merci, pas intéressé' })
  await until(async () => {
    const { items } = await readReplies(replying(ground), ground.caller, all)
    return items.length === 1
  })
  const { items } = await readReplies(replying(ground), ground.caller, all)
  expect(items[0]).toMatchObject({ kind: 'doubtful', needsReview: true, from: '+33 6 ** ** ** 04' })
  const paused = await ground.accept([to])
  expect(await view(ground, paused.ids[0] as MessageId)).toMatchObject({
    refusal: 'reply_under_review',
  })
  const id = items[0]?.id ?? ''
  const shown = await revealReply(reading(ground), ground.caller, { id, reason: 'lecture' })
  expect(shown).toMatchObject({ from: to, text: 'non merci, pas intéressé' })
  expect(shown.matched).not.toBe('')
  expect(shown).toMatchObject({ by: 'model', model: expect.stringMatching(/^[0-9a-f]{12}$/) })
  // An older reply is shown with what was kept, even when today's reader would say something else.
  await ground.test.asSuperuser((client) =>
    client.query(`update sending.inbound set decided_score = 0.25, decided_model = 'earlier'`),
  )
  const later = await revealReply(reading(ground), ground.caller, { id, reason: 'lecture' })
  expect(later).toEqual({ ...shown, score: 0.25, model: 'earlier' })
  await ground.test.asSuperuser((client) =>
    client.query(
      `update sending.inbound set decided_by = null, decided_score = null, decided_model = null`,
    ),
  )
  const before = await revealReply(reading(ground), ground.caller, { id, reason: 'lecture' })
  expect(before).toMatchObject({ by: null, score: null, model: null })
  await reviewReply(replying(ground), ground.caller, { id, meaning: 'stop' })
  const after = await ground.accept([to])
  expect(await view(ground, after.ids[0] as MessageId)).toMatchObject({
    refusal: 'number_suppressed',
  })
}, 60_000)

/** Somebody who agreed was written to and answers this: the reply as the staff see it. */
async function replied(ground: SendingGround, to: E164, text: string) {
  await ground.people([to], { agreed: true })
  const first = await ground.accept([to])
  await until(async () => (await ground.states(first.ids))['delivered'] === 1)
  ground.sandbox?.reply({ from: to, to: '36111', text })
  const list = async () => (await readReplies(replying(ground), ground.caller, all)).items
  await until(async () => (await list()).length === 1)
  const id = (await list())[0]?.id ?? ''
  return {
    seen: async () => (await list())[0],
    say: (meaning: 'stop' | 'not_a_stop') =>
      reviewReply(replying(ground), ground.caller, { id, meaning }),
    refusal: async () => {
      const next = await ground.accept([to])
      return (await view(ground, next.ids[0] as MessageId)).refusal
    },
  }
}

test('of two who judge a reply at once the STOP stands, and who said what is recorded', async () => {
  const ground = await begin({})
  const reply = await replied(ground, fictionNumber(8), 'non merci, pas intéressé')
  const [none, stop] = await Promise.allSettled([reply.say('not_a_stop'), reply.say('stop')])
  expect(stop.status).toBe('fulfilled')
  expect(await reply.seen()).toMatchObject({ kind: 'doubtful', review: 'stop' })
  expect(await reply.refusal()).toBe('number_suppressed')
  const { rows } = await ground.test.asSuperuser((client) =>
    client.query<{ actor: string }>(
      `select actor from audit.entry where action = 'sending.reply_reviewed'`,
    ),
  )
  expect(rows.length).toBe(none.status === 'fulfilled' ? 2 : 1)
}, 60_000)

test('whoever reads a reply that was understood as nothing can still say that it was a STOP', async () => {
  const ground = await begin({})
  const reply = await replied(ground, fictionNumber(7), 'Le bus 12 passe à quelle heure ?')
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
  const ground = await begin({})
  const to = fictionNumber(5)
  await ground.people([to], { agreed: true })
  const first = await ground.accept([to])
  await until(async () => (await ground.states(first.ids))['delivered'] === 1)
  ground.sandbox?.reply({ from: to, to: '36111', text: 'CONTACT' })
  await until(() => (ground.sandbox?.stats().taken ?? 0) === 2)
  const secret = 'Avez-vous des pointures quarante-deux ?'
  ground.sandbox?.reply({ from: to, to: '36111', text: secret })
  await until(async () => {
    const { items } = await readReplies(replying(ground), ground.caller, all)
    return items.length === 2
  })
  const stored = await ground.test.asSuperuser((client) =>
    client.query<{ row: string }>(
      `select encode(body_sealed, 'escape') as row from sending.inbound`,
    ),
  )
  for (const { row } of stored.rows) expect(row).not.toContain('pointures')
}, 60_000)

test('a look in clear is recorded; an erased person’s message opens no more, here or anywhere', async () => {
  const ground = await begin({})
  const to = fictionNumber(6)
  const { rows } = await ground.people([to], { agreed: true })
  const { ids } = await ground.accept([to])
  const id = ids[0] as MessageId
  await until(async () => (await ground.states(ids))['delivered'] === 1)
  const shown = await revealMessage(reading(ground), ground.caller, { id, reason: 'réclamation' })
  expect(shown.to).toBe(to)
  const subjectId = rows[0]?.subjectId
  if (subjectId === undefined) throw new Error('nobody')
  const { account, database, audit, sending, vault } = ground
  const looks = await database.inAccount(account.id, (tx) =>
    audit.list(tx, account.id, { before: null, limit: 5, action: 'sending.message_revealed' }),
  )
  expect(looks[0]).toMatchObject({ subjectId, reason: 'réclamation' })
  const given = await database.inAccount(account.id, (tx) =>
    sending.holder.exportSubject(tx, account.id, subjectId),
  )
  expect(JSON.stringify(given)).toContain(to)
  await database.inAccount(account.id, async (tx) => {
    await sending.holder.eraseSubject(tx, account.id, subjectId)
    await vault.destroyContactKey(tx, account.id, subjectId)
  })
  expect(await view(ground, id)).toMatchObject({ to: '—', state: 'delivered' })
  const again = revealMessage(reading(ground), ground.caller, { id, reason: 'réclamation' })
  await expect(again).rejects.toMatchObject({ code: 'sending.person_erased' })
}, 60_000)
