// A STOP that answers an alert ends marketing and what is not owed;
// what is owed still leaves.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { E164, MessageId } from '../../src/kernel/index.ts'
import { readReplies } from '../../src/sending/replies/read-replies.ts'
import { reviewReply } from '../../src/sending/replies/review-reply.ts'
import { readMessage } from '../../src/sending/view/read-messages.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  timersFrom,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture
beforeEach(async () => {
  fixture = await sendingFixture({
    timers: timersFrom('2026-11-25T09:30:00Z'),
    sandbox: { isMagic: false, receiptDelayMs: 10 },
  })
})
afterEach(() => fixture.close())

type Basis = 'contract' | 'legal_obligation' | 'legitimate_interest'
const sendAlert = (to: E164, basis: Basis, sendAt?: string): Promise<MessageId> =>
  fixture.sending.sendMessage(fixture.caller, {
    ...{ to, class: 'alert', basis, controllerId: fixture.controller.id, sender: 'LUMEN' },
    text: 'Êtes-vous content de votre visite ? Répondez de 1 à 5.',
    ifUnsure: 'never_twice',
    ...(sendAt === undefined ? {} : { sendAt }),
  })

const view = (id: MessageId) =>
  readMessage(
    {
      ...fixture,
      routes: fixture.sending.ports.routes,
      clock: fixture.timers,
      accessLog: fixture.audit,
    },
    fixture.caller,
    id,
  )
const isDelivered = (id: MessageId) =>
  until(async () => (await fixture.states([id]))['delivered'] === 1)
const scopeOf = async (number: E164) => {
  const { account, vault } = fixture
  const [scope] = await fixture.database.inAccount(account.id, (tx) =>
    fixture.consent.suppressionsOf(tx, account.id, [vault.suppressionTag(account.id, number)]),
  )
  return scope ?? null
}
async function stopTo(number: E164, text = 'STOP'): Promise<void> {
  fixture.sandbox?.reply({ from: number, to: '36111', text })
  if (text === 'STOP') await until(async () => (await scopeOf(number)) !== null)
}
const marketingTo = async (number: E164) => {
  const { ids } = await fixture.accept([number])
  return (await view(ids[0] as MessageId)).refusal
}

test('a STOP to a survey ends surveys and marketing; what is owed still leaves', async () => {
  const to = fictionNumber(21)
  await fixture.people([to], { agreed: true })
  const waiting = await sendAlert(to, 'legitimate_interest', '2026-11-25T20:00:00Z')
  const owed = await sendAlert(to, 'contract', '2026-11-25T20:00:00Z')
  await isDelivered(await sendAlert(to, 'legitimate_interest'))
  await stopTo(to)
  expect(await scopeOf(to)).toBe('all')
  expect(await view(await sendAlert(to, 'legitimate_interest'))).toMatchObject({
    refusal: 'number_suppressed',
  })
  expect(await marketingTo(to)).toBe('number_suppressed')
  expect(await view(waiting)).toMatchObject({ state: 'refused', refusal: 'number_suppressed' })
  expect(await view(owed)).toMatchObject({ refusal: null })
  for (const basis of ['contract', 'legal_obligation'] as const) {
    await isDelivered(await sendAlert(to, basis))
  }
}, 60_000)

test('a STOP to an appointment’s reminder ends what is not owed, and the next reminder comes', async () => {
  const to = fictionNumber(22)
  await fixture.people([to], { agreed: true })
  await isDelivered(await sendAlert(to, 'contract'))
  await stopTo(to)
  expect(await view(await sendAlert(to, 'legitimate_interest'))).toMatchObject({
    refusal: 'number_suppressed',
  })
  await isDelivered(await sendAlert(to, 'contract'))
}, 60_000)

test('a STOP to marketing leaves surveys alone, and one to a later survey widens it', async () => {
  const to = fictionNumber(23)
  await fixture.people([to], { agreed: true })
  const { ids } = await fixture.accept([to])
  await isDelivered(ids[0] as MessageId)
  await stopTo(to)
  expect(await scopeOf(to)).toBe('marketing')
  await isDelivered(await sendAlert(to, 'legitimate_interest'))
  await stopTo(to)
  await until(async () => (await scopeOf(to)) === 'all')
}, 60_000)

test('a STOP to the answer of who is writing is one to what was sent before it', async () => {
  for (const [index, scope] of [
    [26, 'marketing'],
    [27, 'all'],
  ] as const) {
    const to = fictionNumber(index)
    await fixture.people([to], { agreed: true })
    const before =
      scope === 'all' ? await sendAlert(to, 'contract') : (await fixture.accept([to])).ids[0]
    await isDelivered(before as MessageId)
    await isDelivered(await sendAlert(to, 'legal_obligation'))
    await stopTo(to)
    expect(await scopeOf(to)).toBe(scope)
  }
}, 60_000)

test('what somebody reads as a stop has the same reach', async () => {
  const to = fictionNumber(24)
  await fixture.people([to], { agreed: true })
  await isDelivered(await sendAlert(to, 'legitimate_interest'))
  const waiting = await sendAlert(to, 'legitimate_interest', '2026-11-25T20:00:00Z')
  await stopTo(to, 'non merci, pas intéressé')
  const deps = { ...fixture, workers: fixture.sending.workers, accessLog: fixture.audit }
  const read = () =>
    readReplies(deps, fixture.caller, { before: null, limit: 10, needsReview: true })
  await until(async () => (await read()).items.length === 1)
  const id = (await read()).items[0]?.id ?? ''
  await reviewReply(deps, fixture.caller, { id, meaning: 'stop' })
  expect(await scopeOf(to)).toBe('all')
  expect(await view(waiting)).toMatchObject({ state: 'refused', refusal: 'number_suppressed' })
}, 60_000)

test('a yes from the handset opens marketing again; surveys stay ended', async () => {
  const to = fictionNumber(25)
  const { rows } = await fixture.people([to], { agreed: true })
  await isDelivered(await sendAlert(to, 'legitimate_interest'))
  await stopTo(to)
  const { account, caller, controller, vault, wording } = fixture
  const keys = rows[0]?.keys
  if (keys === undefined) throw new Error('nobody')
  await fixture.database.inAccount(account.id, (tx) =>
    fixture.consent.recordConsent(tx, caller, {
      ...{ keys, wordingId: wording.wordingId, controllerId: controller.id },
      ...{ channel: 'sms', purpose: 'offers', witness: 'server' },
      tag: vault.suppressionTag(account.id, to),
      evidence: {
        ...{ grade: 'keyword_from_handset', givenAt: fixture.timers.now(), number: to },
        ...{ source: 'START', shortCode: '36111', note: 'START' },
      },
    }),
  )
  expect(await scopeOf(to)).toBe('relational')
  expect(await marketingTo(to)).toBeNull()
  expect(await view(await sendAlert(to, 'legitimate_interest'))).toMatchObject({
    refusal: 'number_suppressed',
  })
}, 60_000)
