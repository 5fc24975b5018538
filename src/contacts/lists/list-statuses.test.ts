// How many of a list advertising may reach: true of each list,
// in as many statements for many as for one.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { consentActs } from '../../../test/support/consent-acts.ts'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
} from '../../../test/support/consent-fixture.ts'
import { statusesOver } from '../../../test/support/statuses.ts'
import { testServer } from '../../../test/support/test-server.ts'
import { createAudit } from '../../audit/index.ts'
import type { ListId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { ListView } from '../contract.ts'
import { contactsRoutes, keepCounts } from '../index.ts'

let fixture: ConsentFixture
let server: FastifyInstance
/** Statements that the account's transactions have made. */
let statements = 0
const makeId = makeTestId()

const counted = (tx: Tx): Tx =>
  new Proxy(tx, {
    get: (of, name, self) => {
      const held = Reflect.get(of, name, self)
      if (name !== 'query') return typeof held === 'function' ? held.bind(of) : held
      return (...asked: Parameters<Tx['query']>) => {
        statements += 1
        return of.query(...asked)
      }
    },
  })

beforeAll(async () => {
  fixture = await consentFixture()
  const { vault, clock, caller, consent, test } = fixture
  const database: Database = Object.assign(Object.create(test.database), {
    inAccount: (id: typeof caller.accountId, work: (tx: Tx) => Promise<unknown>) =>
      test.database.inAccount(id, (tx) => work(counted(tx))),
  })
  const statuses = statusesOver(consent)
  const routes = contactsRoutes({
    ...{ database, vault, clock, makeId, statuses },
    counts: keepCounts({ database, clock, statuses }),
    audit: createAudit({ vault, clock, makeId }),
    accounts: { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) },
    proofs: { letGo: async () => undefined },
    campaignsOf: async () => 0,
  })
  server = await testServer(routes, {
    authenticate: async () => ({ caller, via: 'token' }),
    timers: clock,
  })
}, 60_000)
afterAll(async () => {
  await server?.close()
  await fixture?.close()
})

const { inTx, alter: sql, agree, stop } = consentActs(() => fixture)

async function listOf(people: readonly Person[], quarantined: readonly Person[] = []) {
  const id = makeId() as ListId
  const { accountId } = fixture
  await sql(
    `insert into contacts.list (account_id, id, name, created_at) values ($1, $2, 'L', now())`,
    [accountId, id],
  )
  const subjects = people.map(({ subjectId }) => subjectId)
  await sql(
    `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
       territory, zone, marketing_state, quarantine_reason, fields_held, created_at, updated_at,
       suppression_tag)
     select $1, s, s, substring(uuid_send(s) for 16), '', 'FR', 'FR', 'Europe/Paris',
       case when s = any($3) then 'quarantine' else 'open' end,
       case when s = any($3) then 'no_proof' end, '{}', now(), now(), tag
     from unnest($2::uuid[], $4::bytea[]) as given (s, tag) on conflict do nothing`,
    [
      accountId,
      subjects,
      quarantined.map(({ subjectId }) => subjectId),
      people.map(({ tag }) => tag),
    ],
  )
  await sql(
    `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
     select $1, $2, s, now() from unnest($3::uuid[]) s`,
    [accountId, id, subjects],
  )
  return id
}

async function openOf(): Promise<Record<string, number>> {
  const { items } = (await server.inject({ url: '/v1/lists' })).json<{ items: ListView[] }>()
  return Object.fromEntries(items.map((list) => [list.id, list.openToMarketing]))
}

test('each list of a page is counted as its people are, all in one statement', async () => {
  const { accountId, consent, controllerId } = fixture
  const { wordingId } = await fixture.publish()
  const people = await fixture.people(8)
  const [yes, both, stopped, quarantined, onLegalBasis, withdrew, lapsed, silent] = people as [
    ...[Person, Person, Person, Person],
    ...[Person, Person, Person, Person],
  ]
  await agree([yes, both, stopped, quarantined, withdrew, lapsed], wordingId)
  await stop(stopped)
  await sql(
    "update consent.state set valid_until = now() - interval '9 years' where subject_id = $1",
    [lapsed.subjectId],
  )
  // Another legal basis: for one who agreed to nothing, for one who agreed as well,
  // for one who said no.
  await inTx((tx) => consent.switchLegalBases(tx, accountId, ['soft_opt_in']))
  await sql(
    `insert into consent.other_legal_basis (account_id, subject_id, controller_id, purpose, legal_basis, since,
       valid_until, wording_id, entry_id)
     select $1, s, $3, 'offers', 'soft_opt_in', now(), 'infinity', $4, $4
     from unnest($2::uuid[]) s`,
    [
      accountId,
      [onLegalBasis, both, withdrew].map((one) => one.subjectId),
      controllerId,
      wordingId,
    ],
  )
  await sql(`update consent.state set state = 'withdrawn' where subject_id = $1`, [
    withdrew.subjectId,
  ])
  const first = await listOf(people, [quarantined])
  // The first look reads the chains of the objections.
  await openOf()
  statements = 0
  expect(await openOf()).toEqual({ [first]: 3 })
  const ofOne = statements
  const second = await listOf([yes, stopped, silent])
  const empty = await listOf([])
  const third = await listOf([both, onLegalBasis])
  statements = 0
  expect(await openOf()).toEqual({ [third]: 2, [empty]: 0, [second]: 1, [first]: 3 })
  expect(statements).toBe(ofOne)
  const one = await server.inject({ url: `/v1/lists/${first}` })
  expect(one.json<ListView>().openToMarketing).toBe(3)
  await inTx((tx) => consent.switchLegalBases(tx, accountId, []))
  expect(await openOf()).toEqual({ [third]: 1, [empty]: 0, [second]: 1, [first]: 2 })
})
