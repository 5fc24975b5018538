// An answer reaches who wrote, or nobody: the number may be somebody else's by then.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobodyThere } from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { E164, Instant } from '../../kernel/index.ts'
import { createSendDoor, type SendDoor } from '../accept/send-message.ts'
import { bodyPlace, encodeBody } from '../message-body.ts'
import { insertInbound } from '../store/inbound-store.ts'
import { type AnswerPersonDeps, answerPerson } from './answer-person.ts'
import { type PreviewAnswerDeps, previewAnswer } from './preview-answer.ts'

let here: SendingFixture
let door: SendDoor
beforeAll(async () => {
  here = await sendingFixture({ url: nobodyThere })
  door = createSendDoor({
    ...{ ...here, ...here.sending.ports, clock: here.timers, wake: () => undefined },
  })
}, 120_000)
afterAll(() => here?.close())

const inAccount = <T>(work: Parameters<typeof here.database.inAccount<T>>[1]) =>
  here.database.inAccount(here.account.id, work)

/** Somebody writes; the reply's id is that of their conversation. */
async function writes(number: E164, at: Instant = here.timers.now()): Promise<string> {
  const id = here.makeId()
  const found = await inAccount((tx) => here.contacts.findByNumber(tx, here.account.id, number))
  if (found === null) throw new Error('a contact')
  await inAccount(async (tx) => {
    const keys = await here.vault.openSubjects(tx, here.account.id, [found.subjectId])
    const own = keys.get(found.subjectId)
    if (own === undefined) throw new Error('keys')
    const body = encodeBody({ number, text: 'Vous ouvrez dimanche ?' }, { words: '' })
    const place = bodyPlace('sending.inbound', id)
    await insertInbound(tx, here.account.id, {
      ...{ id, routeId: here.routeId as never, messageId: null, campaignId: null },
      ...{ contactId: found.id, subjectId: found.subjectId, numberTag: found.numberTag },
      bodySealed: here.vault.sealMessage(own, here.account.id, place, body),
      ...{ kind: 'other', decided: null, needsReview: false, asksForData: false, receivedAt: at },
    })
  })
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ id: string }>('select id from sending.conversation where subject_id = $1', [
      found.subjectId,
    ]),
  )
  return rows[0]?.id ?? ''
}

/** The network says that nobody has the number; then it works again. */
async function isSaidToBeNobodys(number: E164, since: Instant): Promise<void> {
  await here.test.asSuperuser((client) =>
    client.query(
      `insert into sending.dead_number (account_id, number_tag, subject_id, since, message_id,
         answer, failures, works_since)
       select account_id, number_tag, subject_id, $2, gen_random_uuid(), 'unknown_subscriber', 1, $2
       from contacts.contact where number_tag = $1`,
      [here.vault.numberTag(here.account.id, number), new Date(since)],
    ),
  )
}

const deps = (sendDoor: SendDoor = door) =>
  ({
    ...{ ...here, ...here.sending.ports, clock: here.timers, accessLog: here.audit },
    sendDoor,
  }) as AnswerPersonDeps & PreviewAnswerDeps
const input = (id: string) => ({ id, text: 'Oui, de 9 h à 12 h.', sender: 'LUMEN', done: false })
const answer = (id: string, sendDoor = door) => answerPerson(deps(sendDoor), here.caller, input(id))
const preview = (id: string) => previewAnswer(deps(), here.caller, input(id))
const countMessages = async () => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ n: number }>('select count(*)::int as n from sending.message'),
  )
  return rows[0]?.n
}

test('a number that changed hands after the reply gets no answer, until its holder writes', async () => {
  const number = fictionNumber(4101)
  await here.people([number], { agreed: false })
  const id = await writes(number, here.timers.now() - 60_000)
  await isSaidToBeNobodys(number, here.timers.now() - 30_000)
  const before = await countMessages()
  await expect(answer(id)).rejects.toMatchObject({ code: 'sending.number_of_another' })
  await expect(preview(id)).rejects.toMatchObject({ code: 'sending.number_of_another' })
  expect(await countMessages()).toBe(before)
  expect(await writes(number)).toBe(id)
  expect(await preview(id)).toMatchObject({ verdict: 'allowed' })
  expect(await answer(id)).toMatchObject({ class: 'alert', refusal: null })
})

test('who is erased between the look and the acceptance is not made anew by their number', async () => {
  const number = fictionNumber(4102)
  await here.people([number], { agreed: false })
  const id = await writes(number)
  const before = await countMessages()
  const erasing =
    (comesBack: boolean): SendDoor =>
    async (...asked) => {
      await inAccount(async (tx) => {
        const found = await here.contacts.findByNumber(tx, here.account.id, number)
        if (found === null) throw new Error('a contact')
        await here.contacts.erase(tx, here.caller, { contactId: found.id, asked: null })
      })
      // Somebody else, of whom the account knows the number.
      if (comesBack) await here.people([number], { agreed: false })
      return door(...asked)
    }
  await expect(answer(id, erasing(true))).rejects.toMatchObject({ code: 'sending.person_erased' })
  const other = await writes(number)
  await expect(answer(other, erasing(false))).rejects.toMatchObject({
    code: 'sending.person_erased',
  })
  expect(await countMessages()).toBe(before)
  const found = await inAccount((tx) => here.contacts.findByNumber(tx, here.account.id, number))
  expect(found).toBeNull()
})

test('who stopped everything gets no answer that rests on mere interest, with its reason', async () => {
  const number = fictionNumber(4103)
  await here.people([number], { agreed: false })
  const id = await writes(number)
  await inAccount(async (tx) => {
    const found = await here.contacts.findByNumber(tx, here.account.id, number)
    const keys = found && (await here.vault.openSubjects(tx, here.account.id, [found.subjectId]))
    const own = found && keys?.get(found.subjectId)
    if (!own) throw new Error('keys')
    await here.consent.recordStop(tx, here.caller, {
      ...{ tag: here.vault.suppressionTag(here.account.id, number), keys: own, scope: 'all' },
      ...{ reason: 'stop_reply', origin: '', at: here.timers.now() },
    })
  })
  expect(await preview(id)).toMatchObject({ verdict: 'refused', refusal: 'number_suppressed' })
  expect(await answer(id)).toMatchObject({ state: 'refused', refusal: 'number_suppressed' })
})
