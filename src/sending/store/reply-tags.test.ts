// Tags of replies: found over all batches, the latest of each account, and dropped batch by batch.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, MessageId, RouteId } from '../../kernel/index.ts'
import {
  dropReplyTagsInAnyAccount,
  findReplyTagsInAnyAccount,
  type ReplyTag,
  ReplyTags,
} from './reply-tag-store.ts'

const makeId = makeTestId()
const routeId = makeId() as RouteId
const accounts = [makeId(), makeId()] as AccountId[]
const tag = Buffer.alloc(16, 7)
const day = 24 * 3_600_000
const start = Date.parse('2026-11-25T09:00:00Z')
let test_: TestDatabase
beforeAll(async () => {
  test_ = await testDatabase()
})
afterAll(async () => {
  await test_.close()
})

const tagOf = (account: number): ReplyTag => ({
  tag,
  accountId: accounts[account] as AccountId,
  messageId: makeId() as MessageId,
  campaignId: null,
})
const find = (since: number) =>
  test_.database.inAnyAccount((tx) => findReplyTagsInAnyAccount(tx, routeId, tag, since))

test('a reply finds each account once, by its latest message, over batches and writers', async () => {
  const writers = [new ReplyTags(routeId, makeId), new ReplyTags(routeId, makeId)] as const
  const keep = (writer: 0 | 1, at: number, tags: ReplyTag[]) =>
    test_.database.inAnyAccount((tx) =>
      tx.together((to) => writers[writer].keepInAnyAccount(to, tags, at)),
    )
  const [first, second, third] = [tagOf(0), tagOf(1), tagOf(0)]
  await keep(0, start, [first])
  await keep(0, start + 1_000, [second])
  expect((await find(start)).map(({ messageId }) => messageId)).toEqual([
    second.messageId,
    first.messageId,
  ])
  // Another node, and a day later: a batch of its own.
  await keep(1, start + 2 * day, [third])
  expect((await find(start)).map(({ messageId }) => messageId)).toEqual([
    third.messageId,
    second.messageId,
  ])
  expect(await find(start + 3 * day)).toEqual([])
})

test('of two messages to one number in one batch the later counts', async () => {
  const number = Buffer.alloc(16, 9)
  const [earlier, later] = [tagOf(0), tagOf(0)].map((one) => ({ ...one, tag: number }))
  const writer = new ReplyTags(routeId, makeId)
  await test_.database.inAnyAccount((tx) =>
    tx.together((to) =>
      writer.keepInAnyAccount(to, [earlier, later] as ReplyTag[], start + 5 * day),
    ),
  )
  const found = await test_.database.inAnyAccount((tx) =>
    findReplyTagsInAnyAccount(tx, routeId, number, start),
  )
  expect(found.map(({ messageId }) => messageId)).toEqual([later?.messageId])
  // It goes with its batch; the counts of the next test are of the batches before.
  await test_.asSuperuser((client) =>
    client.query('delete from sending.reply_batch where from_at = $1', [
      new Date(start + 5 * day).toISOString(),
    ]),
  )
  await test_.asSuperuser((client) =>
    client.query('delete from sending.reply_tag where tag = $1', [number]),
  )
})

test('a batch goes as a whole, when its last tag is too old', async () => {
  const drop = (before: number) =>
    test_.database.inAnyAccount((tx) => dropReplyTagsInAnyAccount(tx, before))
  expect(await drop(start + day / 2)).toBe(0)
  expect(await drop(start + day + 1_000)).toBe(2)
  expect(await find(0)).toHaveLength(1)
})

test('a batch whose transaction is rolled back is not written into', async () => {
  const writer = new ReplyTags(routeId, makeId)
  const other = tagOf(1)
  const failing = test_.database.inAnyAccount(async (tx) => {
    await tx.together((to) => writer.keepInAnyAccount(to, [other], start + 5 * day))
    throw new Error('the database went away')
  })
  await expect(failing).rejects.toThrow()
  await test_.database.inAnyAccount((tx) =>
    tx.together((to) => writer.keepInAnyAccount(to, [other], start + 5 * day)),
  )
  expect((await find(start + 4 * day)).map(({ messageId }) => messageId)).toEqual([other.messageId])
})
