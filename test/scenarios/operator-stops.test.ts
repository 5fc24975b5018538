// A STOP that was said to the operator, and a doubt of somebody whom the account no longer knows.
import { afterEach, expect, test } from 'vitest'
import type { E164, MessageId } from '../../src/kernel/index.ts'
import { readReplies } from '../../src/sending/replies/read-replies.ts'
import { readMessage } from '../../src/sending/view/read-messages.ts'
import {
  fictionNumber,
  type SendingFixture,
  type SendingFixtureOptions,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

const fixtures: SendingFixture[] = []
async function begin(options: SendingFixtureOptions): Promise<SendingFixture> {
  const fixture = await sendingFixture(options)
  fixtures.push(fixture)
  return fixture
}
afterEach(async () => {
  for (const fixture of fixtures.splice(0)) await fixture.close()
})

const view = (fixture: SendingFixture, id: MessageId) =>
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

const suppressed = async (fixture: SendingFixture, number: E164) => {
  const { ids } = await fixture.accept([number])
  const { refusal } = await view(fixture, ids[0] as MessageId)
  return refusal === 'number_suppressed'
}

test('an error code that the route names is a STOP, in whatever number of zeros', async () => {
  const fixture = await begin({ sandbox: { receiptDelayMs: 10 } })
  // 903 is rejected by receipt with err:011, 902 expires with err:027.
  const [stopped, expired] = [fictionNumber(903), fictionNumber(902)]
  await fixture.people([stopped, expired], { agreed: true })
  await fixture.stopNodes()
  await fixture.test.asSuperuser((client) =>
    client.query(`update routing.route set opt_out_codes = '{11}'`),
  )
  await fixture.startNode()
  const first = await fixture.accept([stopped, expired])
  await until(async () => (await fixture.states(first.ids))['expired'] === 1)
  await until(() => suppressed(fixture, stopped))
  expect(await suppressed(fixture, expired)).toBe(false)
  const kept = await fixture.test.asSuperuser((client) =>
    client.query<{ reason: string }>('select reason from consent.suppression'),
  )
  expect(kept.rows).toEqual([{ reason: 'operator' }])
}, 60_000)

test('an error code that comes when the number’s tags are gone finds who knows the number', async () => {
  const fixture = await begin({ sandbox: { receiptDelayMs: 3_000 } })
  const stopped = fictionNumber(903)
  await fixture.people([stopped], { agreed: true })
  await fixture.stopNodes()
  await fixture.test.asSuperuser((client) =>
    client.query(`update routing.route set opt_out_codes = '{11}'`),
  )
  await fixture.startNode()
  const { ids } = await fixture.accept([stopped])
  await until(async () => (await fixture.states(ids))['submitted'] === 1)
  await fixture.test.asSuperuser((client) => client.query('delete from sending.reply_tag'))
  await until(() => suppressed(fixture, stopped))
}, 60_000)

test('a doubtful reply of somebody the account has deleted is a STOP: nobody could read it', async () => {
  const fixture = await begin({ sandbox: { isMagic: false, receiptDelayMs: 10 } })
  const to = fictionNumber(7)
  await fixture.people([to], { agreed: true })
  const first = await fixture.accept([to])
  await until(async () => (await fixture.states(first.ids))['delivered'] === 1)
  await fixture.test.asSuperuser((client) => client.query('delete from contacts.contact'))
  fixture.sandbox?.reply({ from: to, to: '36111', text: 'pas intéressé' })
  await until(async () => {
    const kept = await fixture.test.asSuperuser((client) =>
      client.query<{ reason: string }>('select reason from consent.suppression'),
    )
    return kept.rows.some(({ reason }) => reason === 'stop_reply')
  })
  const page = { before: null, limit: 10, needsReview: null }
  const replies = await readReplies(fixture, fixture.caller, page)
  expect(replies.items).toEqual([])
}, 60_000)
