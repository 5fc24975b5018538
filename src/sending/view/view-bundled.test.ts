// The state of what waits in a bundle, and of what was cut from it, in each way of asking.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { MessageState } from '../message-state.ts'
import { takeLeaseInAnyAccount } from '../store/lease-store.ts'
import { claimInAnyAccount } from '../store/queue-store.ts'
import { findMessage, listMessages } from '../store/view-store.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture()
  await fixture.stopNodes()
}, 120_000)
afterAll(() => fixture.close())

test('one that was claimed is being submitted, the others of its bundle are queued', async () => {
  const { account, database, routeId, timers, makeId } = fixture
  const numbers = fictionNumbers(5)
  await fixture.people(numbers, { agreed: true })
  const { ids } = await fixture.accept(numbers)
  const at = timers.now()
  const claimed = await database.inAnyAccount(async (tx) => {
    const want = { routeId, bind: 7, nodeId: makeId(), seen: null }
    const lease = await takeLeaseInAnyAccount(tx, want)
    if (lease === null) throw new Error('nobody else works this bind')
    return claimInAnyAccount(tx, { lease, intentId: makeId(), at, segmentsMax: 2 })
  })
  const inFlight = new Set(claimed.messages.map(({ messageId }) => messageId))
  expect(inFlight.size).toBe(2)

  const all = {
    ...{ before: null, limit: 10, class: null, campaignId: null, contactId: null },
    ...{ reference: null, reason: null, sender: null, routeId: null, from: null, until: null },
  }
  const list = (state: MessageState | null) =>
    database.inAccount(account.id, (tx) => listMessages(tx, account.id, at, { ...all, state }))
  const told = async (state: MessageState | null) =>
    (await list(state)).map((row) => [row.id, row.state])
  const newestFirst = ids.toSorted().toReversed()
  const right = newestFirst.map((id) => [id, inFlight.has(id) ? 'submitting' : 'queued'])
  expect(await told(null)).toEqual(right)
  expect(await told('queued')).toEqual(right.filter(([, state]) => state === 'queued'))
  expect(await told('submitting')).toEqual(right.filter(([, state]) => state === 'submitting'))
  expect(await told('held')).toEqual([])
  const found = await Promise.all(
    newestFirst.map((id) =>
      database.inAccount(account.id, (tx) => findMessage(tx, account.id, at, id)),
    ),
  )
  expect(found.map((row) => [row?.id, row?.state])).toEqual(right)
})
