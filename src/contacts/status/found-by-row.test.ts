// That a page of contacts reads about as many rows as it shows, however far behind they are.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, ContactId, ImportId, ListId } from '../../kernel/index.ts'
import type { StatusRule } from '../deps.ts'
import { type ContactQuery, findByStatus, lookedMax } from './status-store.ts'

const account = '01990000-0000-7000-8000-0000000000a1' as AccountId
const listId = '01990000-0000-7000-8000-0000000000b1' as ListId
const importOf = (n: number) => `01990000-0000-7000-8000-0000000000c${n}` as ImportId
const people = 60_000
const few = 3

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
  await here.asSuperuser(async (client) => {
    // The first few are of another country, département and import, and were changed last but one.
    await client.query(
      `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
         territory, zone, postcode_area, marketing_state, import_id, fields_held, created_at,
         updated_at)
       select $1, (lpad(to_hex(n), 12, '0') || '70008' || lpad('', 15, '0'))::uuid,
         gen_random_uuid(), decode(lpad(to_hex(n), 32, '0'), 'hex'), '',
         case when n <= $3 then 'BE' else 'FR' end, 'FR', 'Europe/Paris',
         case when n <= $3 then '2A' else '75' end, 'open',
         case when n <= $3 then $4::uuid else $5::uuid end, '{}',
         to_timestamp(n), to_timestamp(case when n <= $3 then $2 - n else n end)
       from generate_series(1, $2::integer) n`,
      [account, people, few, importOf(1), importOf(2)],
    )
    await client.query(
      `insert into contacts.list (account_id, id, name, created_at) values ($1, $2, 'All', now())`,
      [account, listId],
    )
    await client.query(
      `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
       select account_id, $2, id, now() from contacts.contact where account_id = $1`,
      [account, listId],
    )
    await client.query('vacuum analyze contacts.contact, contacts.list_member')
  })
}, 120_000)
afterAll(() => here?.close())

const rule: StatusRule = { each: '', all: '', status: `'can_receive'`, values: [account] }
const everybody: ContactQuery = {
  ...{ listId: null, status: null, marketingState: null, importId: null, isImported: null },
  ...{ country: null, postcodeArea: null, from: null, until: null, limit: 50 },
  ...{ isOldestFirst: false, isByChange: false, after: null, afterChange: null },
}

/** Rows of contacts that were read, by whichever way. */
async function rowsRead(): Promise<number> {
  const { rows } = await here.asSuperuser(async (client) => {
    await client.query('select pg_stat_force_next_flush()')
    return client.query(
      `select coalesce(sum(idx_tup_fetch), 0) + coalesce(sum(seq_tup_read), 0) as n
       from pg_stat_all_tables where relid = 'contacts.contact'::regclass`,
    )
  })
  return Number(rows[0].n)
}

async function page(query: Partial<ContactQuery>) {
  const before = await rowsRead()
  const found = await here.database.inAccount(account, async (tx) => {
    const one = await findByStatus(tx, rule, { ...everybody, ...query })
    await tx.query('select pg_stat_force_next_flush()')
    return one
  })
  return { ...found, read: (await rowsRead()) - before }
}

/** The place of each in the order in which they were added. */
const placesOf = (found: readonly { id: ContactId }[]) =>
  found.map(({ id }) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

test.each([
  ['by country', { country: 'BE' }],
  ['by département', { postcodeArea: '2A' }],
  ['by import', { importId: importOf(1) }],
  ['by import, as imported', { importId: importOf(1), isImported: true }],
  ['by département and country', { postcodeArea: '2A', country: 'BE' }],
])('the few that are far behind are found at once %s', async (_, wish) => {
  for (const isOldestFirst of [false, true]) {
    const { found, through, read } = await page({ ...wish, isOldestFirst })
    const order = isOldestFirst ? [1, 2, 3] : [3, 2, 1]
    expect({ places: placesOf(found), through }).toEqual({ places: order, through: null })
    expect(read).toBeLessThan(50)
  }
})

test.each([
  ['all of them', {}],
  ['of a country that most have', { country: 'FR' }],
  ['of a large import', { importId: importOf(2) }],
  ['by their last change', { isByChange: true }],
  ['of a list', { listId }],
  ['of a list, narrowed', { listId, country: 'FR' }],
  ['of a list, by their last change', { listId, isByChange: true }],
])('a page reads about what it shows: %s', async (_, wish) => {
  const first = await page(wish)
  expect(first.found).toHaveLength(50)
  expect(first.read).toBeLessThan(400)
  const beyond = { after: first.through, afterChange: first.throughChange }
  const second = await page({ ...wish, ...beyond })
  const shown = new Set([...placesOf(first.found), ...placesOf(second.found)])
  expect(shown.size).toBe(100)
  expect(second.read).toBeLessThan(400)
})

test('what no index finds is looked for in steps that have a bound, until it is found', async () => {
  for (const wish of [
    { listId, country: 'BE' },
    { until: 4_000 },
    { isByChange: true, from: 0, until: 4_000 },
  ]) {
    let beyond: Pick<ContactQuery, 'after' | 'afterChange'> = { after: null, afterChange: null }
    const places: number[] = []
    for (let pages = 0; pages < 10; pages += 1) {
      const { found, through, throughChange, read } = await page({ ...wish, ...beyond })
      places.push(...placesOf(found))
      // Looked at once to choose, and once to tell how far.
      expect(read).toBeLessThan(2 * lookedMax + 400)
      beyond = { after: through, afterChange: throughChange }
      if (through === null) break
    }
    expect(beyond.after).toBeNull()
    expect(places.sort()).toEqual([1, 2, 3])
  }
})

test('the last changed stand first, each once, page by page', async () => {
  const seen: number[] = []
  let beyond: Pick<ContactQuery, 'after' | 'afterChange'> = { after: null, afterChange: null }
  for (let pages = 0; pages < 4; pages += 1) {
    const { found, through, throughChange } = await page({ isByChange: true, limit: 3, ...beyond })
    seen.push(...placesOf(found))
    beyond = { after: through, afterChange: throughChange }
  }
  // Two were changed at one instant: the later id first.
  expect(seen.slice(0, 7)).toEqual([people, people - 1, 1, people - 2, 2, people - 3, 3])
})
