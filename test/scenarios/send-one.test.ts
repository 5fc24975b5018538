// One message through the whole engine: accepted, gated, submitted over SMPP, received, told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageId } from '../../src/kernel/index.ts'
import { readMessage, readStory } from '../../src/sending/view/read-messages.ts'
import { decodeText } from '../../src/wire/index.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture()
})
afterAll(async () => {
  await fixture.close()
})

const deps = () => ({
  ...fixture,
  routes: fixture.sending.ports.routes,
  clock: fixture.timers,
  accessLog: fixture.audit,
})
/** What the operator has, by its own log. */
function lastText(): string | null {
  const taken = fixture.sandbox?.taken().at(-1)
  if (taken === undefined) return null
  const text = decodeText(taken.octets, taken.dataCoding)
  return text.ok ? text.text : null
}
const view = (id: MessageId) => readMessage(deps(), fixture.caller, id)

const alert = {
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
  text: 'Votre commande 4512 est prête en magasin.',
  ifUnsure: 'never_twice',
} as const

test('an alert leaves without consent, and its story tells each step', async () => {
  const id = await fixture.sending.sendMessage(fixture.caller, { ...alert, to: fictionNumber(1) })
  await until(async () => (await view(id)).state === 'delivered')
  const story = await readStory(deps(), fixture.caller, id)
  expect(story.message.to).toBe('+33 6 ** ** ** 01')
  expect(story.steps.map(({ step }) => step)).toEqual([
    'accepted',
    'checked',
    'cut',
    'queued',
    'routed',
    'checked_again',
    'submitted',
    'acknowledged',
    'received',
    'ended',
  ])
  expect(story.steps.every(({ sentence }) => /^[A-ZÀ-Ý0-9]/.test(sentence))).toBe(true)
  expect(lastText()).toBe(alert.text)
})

const marketing = {
  class: 'marketing',
  purpose: 'offers',
  sender: 'LUMEN',
  text: 'Nouvelle collection en boutique.',
  ifUnsure: 'never_twice',
} as const

test('marketing without consent is refused, with its reason, and never leaves', async () => {
  const before = fixture.sandbox?.stats().submits
  const id = await fixture.sending.sendMessage(fixture.caller, {
    ...marketing,
    to: fictionNumber(2),
  })
  expect(await view(id)).toMatchObject({ refusal: 'no_consent', costMicroEur: 0 })
  expect((await view(id)).state).toBe('refused')
  expect(fixture.sandbox?.stats().submits).toBe(before)
})

test('marketing with a proven consent leaves with the STOP mention of its route', async () => {
  await fixture.people([fictionNumber(3)], { agreed: true })
  const id = await fixture.sending.sendMessage(fixture.caller, {
    ...marketing,
    to: fictionNumber(3),
  })
  await until(async () => (await view(id)).state === 'delivered')
  expect(lastText()).toBe(`${marketing.text}\nSTOP au 36111`)
  const story = await readStory(deps(), fixture.caller, id)
  expect(story.reasons).toMatchObject({
    legalBasis: 'consent',
    wordingId: fixture.wording.wordingId,
  })
  expect(story.reasons.consentEntryId).not.toBeNull()
})

test('an alert that reads like advertising is stopped', async () => {
  const text = 'RDV confirmé mardi 14h. -20% sur la prochaine couleur !'
  const request = { ...alert, text, to: fictionNumber(4) }
  const id = await fixture.sending.sendMessage(fixture.caller, request)
  expect((await view(id)).refusal).toBe('alert_reads_like_advertising')
})

// biome-ignore format: a table reads as a table
const fates = [
  ['901', 'undelivered'], ['902', 'expired'], ['903', 'rejected'], ['904', 'undelivered'],
  ['910', 'rejected'], ['912', 'delivered'], ['914', 'delivered'], ['930', 'delivered'],
  ['932', 'delivered'], ['934', 'delivered'], ['935', 'delivered'],
] as const
test.each(fates)('the number …%s ends as %s', async (magic, state) => {
  const to = `+3363998${magic.padStart(4, '0')}`
  const id = await fixture.sending.sendMessage(fixture.caller, { ...alert, to })
  await until(async () => (await view(id)).finalAt !== null)
  expect((await view(id)).state).toBe(state)
})

test('each part of a long message counts', async () => {
  const text = 'Votre commande est arrivée. '.repeat(12)
  const whole = await fixture.sending.sendMessage(fixture.caller, {
    ...alert,
    text,
    to: fictionNumber(5),
  })
  const half = await fixture.sending.sendMessage(fixture.caller, {
    ...alert,
    text,
    to: fictionNumber(1906),
  })
  await until(async () => (await view(half)).finalAt !== null)
  await until(async () => (await view(whole)).finalAt !== null)
  expect(await view(whole)).toMatchObject({ state: 'delivered', segments: 3 })
  expect(await view(half)).toMatchObject({ state: 'undelivered', segments: 3 })
})

test('requests that wait together are all answered, and their ids are their own', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => fictionNumber(2000 + index))
  const ids = await Promise.all(
    numbers.map((to) => fixture.sending.sendMessage(fixture.caller, { ...alert, to })),
  )
  expect(new Set(ids).size).toBe(numbers.length)
  for (const [index, id] of ids.entries()) {
    await until(async () => (await view(id)).state === 'delivered')
    expect((await view(id)).to.slice(-2)).toBe(numbers[index]?.slice(-2))
  }
})

test('a number that nobody can read is an error of the request, for that request alone', async () => {
  const wrong = fixture.sending.sendMessage(fixture.caller, { ...alert, to: '12' })
  const right = fixture.sending.sendMessage(fixture.caller, { ...alert, to: fictionNumber(6) })
  await expect(wrong).rejects.toMatchObject({ code: 'sending.number_unreadable' })
  await expect(right).resolves.toBeTypeOf('string')
})
