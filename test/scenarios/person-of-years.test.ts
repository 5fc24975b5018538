// Somebody with years of messages and replies: their page, their line of time and the search stay
// as quick as for anybody else.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/storage/connection.ts'
import { superuser } from '../../src/storage/embedded/index.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const number = '+33639981701'
const sent = 5_000
/** The last of them still have their text; of the others it was deleted, as after some months. */
const withText = 200
const written = 500
/** The promise of the page; the first answer of all may have to open what later ones find open. */
const withinMs = 1_000

let accord: Accord
let contactId: string
let conversationId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  const fields = { firstName: 'Camille', lastName: 'Exemple' }
  type Saved = { contact: { id: string } }
  contactId = (await ask<Saved>('POST', '/v1/contacts', { number, fields })).contact.id
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  const alert = { class: 'alert', basis: 'contract', sender: 'LUMEN' }
  const order = { ...alert, to: number, text: 'Votre commande est prête.' }
  const send = () => ask<{ id: string }>('POST', '/v1/messages', order)
  for (let nth = 1; nth < withText; nth += 1) await send()
  const { id } = await send()
  await eventually(async () => {
    const { state } = await ask<{ state: string }>('GET', `/v1/messages/${id}`)
    return state === 'delivered' ? state : null
  })
  await textFrom(accord, number, 'merci beaucoup')
  type Inbox = { items: { id: string }[] }
  conversationId = await eventually(async () => {
    const { items } = await ask<Inbox>('GET', '/v1/inbox')
    return items[0]?.id ?? null
  })
  await years(id)
}, 180_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

/** An id of its instant, as the program makes them: some minutes apart, back from now. */
const idAgo = `overlay(lpad(to_hex((extract(epoch from (
    timestamptz '2026-11-25 08:00+00' - nth * interval '37 minutes')) * 1000)::bigint), 12, '0')
  || substr(replace(gen_random_uuid()::text, '-', ''), 13) placing '7' from 13)::uuid`

/** The one message and the one reply again and again, as they would stand after years. */
async function years(messageId: string): Promise<void> {
  const again = (table: string, change: string, from: string, which: string) =>
    `insert into ${table} select (jsonb_populate_record(null::${table},
       to_jsonb(t) || jsonb_build_object(${change}))).* from ${table} t, ${from} where ${which}`
  const at = `timestamptz '2026-11-25 08:00+00' - nth * interval '37 minutes'`
  await withClient(
    { host: join(accord.config.dataFolder, 'run'), port: 5432, database: 'accord', ssl: false },
    { user: superuser },
    async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(
        `create temp table copied as
         select nth, ${idAgo} as id, ${at} as at from generate_series(1, ${sent - withText}) nth`,
      )
      const copies = [
        ['sending.message', `'id', id_, 'accepted_at', at_, 'body_sealed', null`, 't.id'],
        ['sending.result', `'message_id', id_, 'operator_id', 'y' || nth_`, 't.message_id'],
        ['sending.outcome', `'message_id', id_, 'at', at_`, 't.message_id'],
      ] as const
      const rows = '(select nth as nth_, id as id_, at as at_ from copied) c'
      for (const [table, change, key] of copies) {
        await client.query(again(table, change, rows, `${key} = '${messageId}'`))
      }
      const replies = `(select nth as nth_, ${idAgo} as id_, ${at} as at_
        from generate_series(1, ${written}) nth offset 0) c`
      await client.query(
        again(
          'sending.inbound',
          `'id', id_, 'received_at', at_, 'body_sealed', null`,
          replies,
          'true',
        ),
      )
    },
  )
}

/** The quickest of three: a machine that is busy for a moment is no fault. */
async function timed<T>(method: Method, path: string, body?: unknown): Promise<T> {
  let answer: T | null = null
  let quickest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && quickest > withinMs; turn += 1) {
    const from = realTimers.monotonicMs()
    answer = await ask<T>(method, path, body)
    quickest = Math.min(quickest, realTimers.monotonicMs() - from)
  }
  expect([path, quickest < withinMs ? 'in time' : Math.round(quickest)]).toEqual([path, 'in time'])
  return answer as T
}

type Item = { id: string; kind: string; at: string }
type Page<T> = { items: T[]; nextCursor: string | null }

test('each part of the page of the person answers within a second', async () => {
  await timed('GET', `/v1/contacts/${contactId}`)
  await timed('GET', `/v1/consents?contactId=${contactId}`)
  await timed('GET', `/v1/contacts/${contactId}/lists`)
  const first = await timed<Page<Item>>('GET', `/v1/contacts/${contactId}/timeline`)
  expect(first.items.length).toBeGreaterThan(20)
  expect(first.nextCursor).not.toBeNull()
  const messages = await timed<Page<Item>>('GET', `/v1/messages?contactId=${contactId}`)
  expect(messages.nextCursor).not.toBeNull()
  await timed('GET', `/v1/inbox/${conversationId}`)
})

test('the line of time is paged to its end: each thing once, the newest first', {
  timeout: 120_000,
}, async () => {
  const all: Item[] = []
  let cursor = ''
  for (;;) {
    const path = `/v1/contacts/${contactId}/timeline?limit=200${cursor}`
    const page: Page<Item> = await timed('GET', path)
    all.push(...page.items)
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  const ofKind = (wanted: string) => all.filter(({ kind }) => kind === wanted)
  expect(ofKind('message').length).toBe(sent)
  expect(ofKind('reply').length).toBe(written + 1)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const times = all.map(({ at }) => at)
  expect([...times].sort().reverse()).toEqual(times)
})

test('the person is found as quickly as before', async () => {
  type Found = { contacts: { id: string }[] }
  const byNumber = await timed<Found>('POST', '/v1/contacts/search', { text: number })
  expect(byNumber.contacts.map(({ id }) => id)).toEqual([contactId])
  type Named = { items: { id: string }[] }
  const named = await timed<Named>('POST', '/v1/contacts/search-names', { text: 'cam ex' })
  expect(named.items.map(({ id }) => id)).toEqual([contactId])
})
