// A STOP that was said to the operator, and a doubt of somebody whom the account no longer knows.
import { afterEach, expect, test } from 'vitest'
import type { E164, MessageId } from '../../src/kernel/index.ts'
import { readReplies } from '../../src/sending/replies/read-replies.ts'
import { readMessage } from '../../src/sending/view/read-messages.ts'
import {
  fictionNumber,
  type SendingGround,
  type SendingGroundOptions,
  sendingGround,
  until,
} from '../support/sending-ground.ts'

const grounds: SendingGround[] = []
async function begin(options: SendingGroundOptions): Promise<SendingGround> {
  const ground = await sendingGround(options)
  grounds.push(ground)
  return ground
}
afterEach(async () => {
  for (const ground of grounds.splice(0)) await ground.close()
})

const view = (ground: SendingGround, id: MessageId) =>
  readMessage(
    { ...ground, routes: ground.sending.ports.routes, clock: ground.timers, looks: ground.audit },
    ground.caller,
    id,
  )

const suppressed = async (ground: SendingGround, number: E164) => {
  const { ids } = await ground.accept([number])
  const { refusal } = await view(ground, ids[0] as MessageId)
  return refusal === 'number_suppressed'
}

test('an error code that the route names is a STOP, in whatever number of zeros', async () => {
  const ground = await begin({ sandbox: { receiptDelayMs: 10 } })
  // 903 is rejected by receipt with err:011, 902 expires with err:027.
  const [stopped, expired] = [fictionNumber(903), fictionNumber(902)]
  await ground.people([stopped, expired], { agreed: true })
  await ground.stopNodes()
  await ground.test.asSuperuser((client) =>
    client.query(`update routing.route set opt_out_codes = '{11}'`),
  )
  await ground.startNode()
  const first = await ground.accept([stopped, expired])
  await until(async () => (await ground.states(first.ids))['expired'] === 1)
  await until(() => suppressed(ground, stopped))
  expect(await suppressed(ground, expired)).toBe(false)
  const kept = await ground.test.asSuperuser((client) =>
    client.query<{ reason: string }>('select reason from consent.suppression'),
  )
  expect(kept.rows).toEqual([{ reason: 'operator' }])
}, 60_000)

test('an error code that comes when the number’s tags are gone finds who knows the number', async () => {
  const ground = await begin({ sandbox: { receiptDelayMs: 3_000 } })
  const stopped = fictionNumber(903)
  await ground.people([stopped], { agreed: true })
  await ground.stopNodes()
  await ground.test.asSuperuser((client) =>
    client.query(`update routing.route set opt_out_codes = '{11}'`),
  )
  await ground.startNode()
  const { ids } = await ground.accept([stopped])
  await until(async () => (await ground.states(ids))['submitted'] === 1)
  await ground.test.asSuperuser((client) => client.query('delete from sending.reply_tag'))
  await until(() => suppressed(ground, stopped))
}, 60_000)

test('a doubtful reply of somebody the account has deleted is a STOP: nobody could read it', async () => {
  const ground = await begin({ sandbox: { isMagic: false, receiptDelayMs: 10 } })
  const to = fictionNumber(7)
  await ground.people([to], { agreed: true })
  const first = await ground.accept([to])
  await until(async () => (await ground.states(first.ids))['delivered'] === 1)
  await ground.test.asSuperuser((client) => client.query('delete from contacts.contact'))
  ground.sandbox?.reply({ from: to, to: '36111', text: 'pas intéressé' })
  await until(async () => {
    const kept = await ground.test.asSuperuser((client) =>
      client.query<{ reason: string }>('select reason from consent.suppression'),
    )
    return kept.rows.some(({ reason }) => reason === 'stop_reply')
  })
  const replies = await readReplies({ ...ground, workers: ground.sending.workers }, ground.caller, {
    before: null,
    limit: 10,
    needsReview: null,
  })
  expect(replies.items).toEqual([])
}, 60_000)
