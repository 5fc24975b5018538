// The inbox is read from its indexes, however many have written: no list is sorted or read whole.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, SubjectId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { inboxShows, waitingMax } from '../contract.ts'
import {
  answersTo,
  countConversations,
  endConversation,
  listConversations,
  openConversation,
} from './conversation-store.ts'

const account = '01990000-0000-7000-8000-0000000000aa' as AccountId
const user = '01990000-0000-7000-8000-0000000000bb' as UserId
const rows = 20_000
const at = Date.UTC(2026, 10, 26, 10)

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
  await here.asSuperuser(async (client) => {
    // One in a hundred is doubtful, half are done, one in fifty is given to the user.
    await client.query(
      `insert into sending.conversation (account_id, id, subject_id, last_reply_id, last_at,
         undecided, done_at, assigned_to)
       select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
         $2::timestamptz - n * interval '1 minute', n % 100 = 0,
         case when n % 2 = 1 then $2::timestamptz end, case when n % 50 = 0 then $3::uuid end
       from generate_series(1, ${rows}) n`,
      [account, new Date(at), user],
    )
    await client.query('vacuum analyze sending.conversation')
  })
}, 300_000)
afterAll(() => here.close())

type Plan = { 'Node Type': string; Plans?: Plan[] }
const nodesOf = (plan: Plan): string[] => [
  plan['Node Type'],
  ...(plan.Plans ?? []).flatMap((under) => nodesOf(under)),
]

/** How each statement of the work is planned. */
async function planned(work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const asked: [string, unknown[]][] = []
  const nodes: string[] = []
  await here.database.inAccount(account, async (tx) => {
    const heard = new Proxy(tx, {
      get: (target, name) => {
        const own = Reflect.get(target, name)
        if (name !== 'query') return own
        return (text: string, values: unknown[]) => {
          asked.push([text, values])
          return target.query(text, values)
        }
      },
    })
    await work(heard)
    for (const [text, values] of asked) {
      const told = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (format json) ${text}`,
        values,
      )
      nodes.push(
        ...told.rows.flatMap((row) => row['QUERY PLAN'].flatMap((one) => nodesOf(one.Plan))),
      )
    }
  })
  return nodes
}

const readsAll = (nodes: readonly string[]) =>
  nodes.filter((node) => node === 'Seq Scan' || node === 'Sort' || node === 'Bitmap Heap Scan')

test.each(inboxShows)(
  'a page of "%s" is read from its index, and the next from its place',
  async (show) => {
    const page = { show, user, after: null, limit: 51 }
    const first = await here.database.inAccount(account, (tx) =>
      listConversations(tx, account, page),
    )
    expect(first).toHaveLength(51)
    const last = first[49]
    const after = {
      undecided: last?.isUndecided ? 1 : 0,
      at: last?.lastAt ?? 0,
      id: last?.id ?? '',
    }
    const next = await here.database.inAccount(account, (tx) =>
      listConversations(tx, account, { ...page, after }),
    )
    expect(next[0]?.id).toBe(first[50]?.id)
    const nodes = await planned(async (tx) => {
      await listConversations(tx, account, page)
      await listConversations(tx, account, { ...page, after })
    })
    expect(nodes).toContain('Limit')
    expect(readsAll(nodes)).toEqual([])
  },
)

test('what waits is counted as far as anybody reads the count', async () => {
  const asked = { user, most: waitingMax }
  const counted = await here.database.inAccount(account, (tx) =>
    countConversations(tx, account, asked),
  )
  expect(counted).toEqual({ decide: rows / 100, open: waitingMax, mine: rows / 50 })
  const nodes = await planned((tx) => countConversations(tx, account, asked))
  expect(nodes.filter((node) => node === 'Seq Scan')).toEqual([])
})

test('a STOP leaves an open conversation open, and one that is done as it is', async () => {
  const subjectId = '01990000-0000-7000-8000-0000000000cc' as SubjectId
  const id = (n: number) => `01990000-0000-7000-8000-00000000000${n}`
  const reply = (n: number, kind: string, needsReview = false) => ({
    ...{ id: id(n), subjectId, contactId: null, kind, needsReview, receivedAt: at + n },
  })
  const other = '01990000-0000-7000-8000-0000000000ab' as AccountId
  const state = async (work: (tx: Tx) => Promise<unknown>) =>
    here.database.inAccount(other, async (tx) => {
      await work(tx)
      const found = await Promise.all(
        (['open', 'done'] as const).map((show) =>
          listConversations(tx, other, { show, user: null, after: null, limit: 5 }),
        ),
      )
      return found.flat().map((one) => [one.isUndecided, one.doneAt !== null, one.lastReplyId])
    })
  const comes = (n: number, kind: string, needsReview = false) =>
    state((tx) => openConversation(tx, other, reply(n, kind, needsReview)))
  expect(await comes(1, 'stop')).toEqual([[false, true, id(1)]])
  expect(await comes(2, 'other')).toEqual([[false, false, id(2)]])
  expect(await comes(3, 'stop')).toEqual([[false, false, id(3)]])
  expect(await state((tx) => endConversation(tx, other, { id: id(1), at }))).toEqual([
    [false, true, id(3)],
  ])
  expect(await comes(4, 'stop')).toEqual([[false, true, id(4)]])
  expect(await comes(5, 'doubtful', true)).toEqual([[true, false, id(5)]])
  // Doubtful still: it cannot be put aside.
  expect(await state((tx) => endConversation(tx, other, { id: id(1), at }))).toEqual([
    [true, false, id(5)],
  ])
  const none = await here.database.inAccount(other, (tx) =>
    answersTo(tx, other, { subjectId, replies: [id(5)], most: 5 }),
  )
  expect(none).toEqual([])
})
