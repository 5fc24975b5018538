// Rules about a list that is larger than what the database keeps in memory for one step.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { statusesOver } from '../../../test/support/statuses.ts'
import type { E164 } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { SegmentRules } from '../contract.ts'
import { countPeople, type SegmentDeps } from './find-people.ts'

let fixture: SendingFixture
let deps: SegmentDeps
let large: string
let small: string
const plans: string[] = []

beforeAll(async () => {
  fixture = await sendingFixture()
  const { database, vault, audit, makeId, timers: clock } = fixture
  const statuses = statusesOver(fixture.consent)
  deps = { vault, audit, makeId, clock, statuses, campaignsOf: async () => 0, database }
  const numbers = (from: number, count: number): E164[] =>
    Array.from({ length: count }, (_, index) => fictionNumber(from + index))
  large = (await fixture.people(numbers(0, 2_000), { agreed: false, list: 'Large' })).listId
  small = (await fixture.people(numbers(2_000, 5), { agreed: true, list: 'Small' })).listId
  await fixture.test.asOwner((client) =>
    client.query('analyze contacts.list_member, contacts.contact'),
  )
  deps.database = explaining(database)
})
afterAll(() => fixture.close())

/** Little memory, and the plan of each statement that reads the members of lists is kept. */
function explaining(database: Database): Database {
  const inAccount: Database['inAccount'] = (accountId, work) =>
    database.inAccount(accountId, async (tx) => {
      await tx.query(
        `select set_config('work_mem', '64kB', true), set_config('hash_mem_multiplier', '1', true)`,
      )
      const query: Tx['query'] = async (statement, values) => {
        const text = typeof statement === 'string' ? statement : statement.text
        if (text.includes('list_member') && text.includes('told')) {
          const { rows } = await tx.query<Record<string, string>>(`explain ${text}`, values)
          plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
        }
        return tx.query(statement, values)
      }
      return work({ ...tx, query } as Tx)
    })
  return { ...database, inAccount }
}

const inList = (listId: string) => ({ field: 'list', op: 'is', listId }) as const
const notIn = (listId: string) => ({ field: 'list', op: 'is_not', listId }) as const

test.each<[string, () => SegmentRules, Record<string, number>]>([
  ['in it', () => ({ match: 'all', rules: [inList(large)] }), { unproven: 2_000 }],
  [
    'in either',
    () => ({ match: 'any', rules: [inList(large), inList(small)] }),
    { unproven: 2_000, can_receive: 5 },
  ],
  ['not in it', () => ({ match: 'all', rules: [notIn(large)] }), { can_receive: 5 }],
  ['in both', () => ({ match: 'all', rules: [inList(small), inList(large)] }), {}],
])('whoever is %s is counted with each list read once', async (_, rules, expected) => {
  plans.length = 0
  const counted = await countPeople(deps, fixture.account.id, { rules: rules(), after: null })
  const found = Object.fromEntries(counted.statuses.map(({ status, people }) => [status, people]))
  expect(found).toEqual(expected)
  expect(plans).toHaveLength(1)
  // A subplan over a list would be run for each person.
  expect(plans[0]).not.toMatch(/SubPlan[^\n]*\n[^\n]*(Materialize|Seq Scan on list_member)/)
  expect(plans[0]).toContain('list_member')
})
