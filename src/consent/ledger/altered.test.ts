// Somebody has the database as its superuser, and no key: what they change lets no marketing leave.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { consentActs } from '../../../test/support/consent-acts.ts'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
  recordSale,
} from '../../../test/support/consent-fixture.ts'
import type { WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Consent } from '../index.ts'

let fixture: ConsentFixture
let wordingId: WordingId
beforeAll(async () => {
  fixture = await consentFixture()
  wordingId = (await fixture.publish()).wordingId
  await fixture.consent.sequenceOnce(fixture.accountId)
})
afterAll(async () => {
  await fixture?.close()
})
beforeEach(() => {
  fixture.alarms.length = 0
})

const { inTx, alter, agree, stop, gate } = consentActs(() => fixture)

async function agreed(count: number): Promise<Person[]> {
  const people = await fixture.people(count)
  await agree(people, wordingId)
  return people
}
const one = async (): Promise<Person> => (await agreed(1))[0] as Person

/** By the person, with no objection: the number says nothing of it. */
const withdraw = (person: Person) =>
  inTx((tx) =>
    fixture.consent.withdrawConsent(tx, fixture.caller, {
      keys: person.keys,
      tag: person.tag,
      controllerId: fixture.controllerId,
      channel: 'sms',
      purpose: 'offers',
      at: fixture.clock.now(),
      reason: 'person_page',
    }),
  )

type Allowing = 'state' | 'other_legal_basis'
const kept = async (table: Allowing, { subjectId }: Person): Promise<string> => {
  const [row] = await alter(`select * from consent.${table} where subject_id = $1`, [subjectId])
  if (row === undefined) throw new Error('no row to keep')
  return JSON.stringify(asJson(row))
}
async function putBack(table: Allowing, { subjectId }: Person, row: string): Promise<void> {
  await alter(`delete from consent.${table} where subject_id = $1`, [subjectId])
  await alter(
    `insert into consent.${table} select * from jsonb_populate_record(null::consent.${table}, $1)`,
    [row],
  )
}

const compared = async (consent: Consent = fixture.consent) =>
  (await consent.reconcile(fixture.caller)).differences
const mended = () => fixture.consent.reconcile(fixture.caller, { mends: true })
/** The marks beside the keys are up with the database. */
const marked = async () => {
  await fixture.consent.sequenceOnce(fixture.accountId)
  await fixture.consent.watch(fixture.accountId)
}
const kinds = () => [...new Set(fixture.alarms.map(({ kind }) => kind))]

it('a database that nobody has changed has no difference, whatever was said in it', async () => {
  const [first, second, third] = (await agreed(3)) as [Person, Person, Person]
  await stop(first)
  await stop(second, { knowsPerson: false })
  await withdraw(third)
  await marked()
  expect(await compared()).toEqual({})
  expect(fixture.alarms).toEqual([])
})

it('a chain that has grown long becomes one row, and says what it said', async () => {
  const person = await one()
  const chain = (person.tag[0] as number) >> 4
  await stop(person, { knowsPerson: false })
  const rows = () => alter('select seq from consent.suppression_log where chain = $1', [chain])
  for (let stops = 0; stops < 10; stops += 1) {
    await inTx((tx) =>
      fixture.consent.recordStops(tx, fixture.caller, {
        scope: 'marketing',
        reason: 'imported_list',
        origin: 'test',
        rows: [{ tag: tagIn(chain), keys: null, at: fixture.clock.now() }],
      }),
    )
  }
  const done = await fixture.consent.reconcile(fixture.caller, { logRowsMax: 5 })
  expect(done.differences).toEqual({})
  expect((await rows()).length).toBe(1)
  expect(await gate(person)).toBe('marketing')
  expect(await gate(person, fixture.restarted())).toBe('marketing')
  await stop(await one())
  expect(await compared(fixture.restarted())).toEqual({})
  expect(fixture.alarms).toEqual([])
})

it('a comparison that was cut off by the end of the server leaves the last one standing', async () => {
  await one()
  await fixture.consent.reconcile(fixture.caller)
  const last = () => inTx((tx) => fixture.consent.reconciliation(tx, fixture.accountId))
  const before = await last()
  expect(before?.people).toBeGreaterThan(0)
  await fixture.clock.advance(60_000)
  await fixture.consent.reconcile(fixture.caller, { isStopping: () => true })
  expect(await last()).toEqual(before)
})

describe('stopped at the gate', () => {
  beforeAll(marked)

  it('1: a suppression deleted, of a number whose person had agreed', async () => {
    const person = await one()
    await stop(person, { knowsPerson: false })
    expect(await gate(person)).toBe('marketing')
    await alter('delete from consent.suppression where tag = $1', [person.tag])
    expect(await gate(person)).toBe('marketing')
    expect(await gate(person, fixture.restarted())).toBe('marketing')
    expect(kinds()).toEqual(['suppression_altered'])
    expect(await compared()).toEqual({ suppression_missing: 1 })
    await mended()
    expect(await compared()).toEqual({})
    const other = await one()
    await stop(other, { knowsPerson: false })
    await alter('delete from consent.suppression')
    expect((await compared())['suppression_missing']).toBeGreaterThan(1)
    await mended()
    expect(await compared()).toEqual({})
  })

  it('2: a suppression made narrower', async () => {
    const person = await one()
    await stop(person, { knowsPerson: false })
    await alter(`update consent.suppression set scope = 'relational' where tag = $1`, [person.tag])
    expect(await gate(person, fixture.restarted())).toBe('all')
    expect(await compared()).toEqual({ suppression_missing: 1 })
    await mended()
    expect(await compared()).toEqual({})
  })

  it('3: a suppression deleted with the chain that held it', async () => {
    const person = await one()
    await stop(person, { knowsPerson: false })
    await marked()
    await alter('delete from consent.suppression where tag = $1', [person.tag])
    await alter('delete from consent.suppression_log')
    await alter('delete from consent.suppression_head')
    expect(await gate(person)).toBe('marketing')
    const restarted = fixture.restarted()
    expect(await gate(person, restarted)).toBe('unknown')
    expect(kinds()).toContain('suppressions_incomplete')
    // A no that comes now is kept, and makes nothing whole.
    const other = await one()
    await stop(other)
    expect(await gate(other, restarted)).toBe('marketing')
    expect(await gate(person, fixture.restarted())).toBe('unknown')
    expect((await compared(fixture.restarted()))['suppressions_incomplete']).toBeGreaterThan(0)
    await mended()
    expect(await compared()).toEqual({})
    expect(await gate(await one())).toBe('allowed')
  })

  it('3b: of a chain that is broken nobody learns a no that nobody has said', async () => {
    const person = await one()
    await stop(person, { knowsPerson: false })
    await marked()
    await alter('delete from consent.suppression_log')
    await alter('delete from consent.suppression_head')
    const consent = fixture.restarted()
    const { accountId } = fixture
    const other = tagIn((person.tag[0] as number) >> 4)
    const ask = (tags: Buffer[]) => inTx((tx) => consent.suppressionsOf(tx, accountId, tags))
    await expect(ask([other])).rejects.toMatchObject({
      code: 'consent.suppressions_unknown',
      kind: 'unavailable',
    })
    const known = await inTx((tx) => consent.suppressionsKnown(tx, accountId, [person.tag]))
    expect([known.scopes, [...known.unknown]]).toEqual([['marketing'], [0]])
    const closed = await inTx((tx) => consent.suppressionsAtGate(tx, accountId, [other]))
    expect(closed).toEqual(['all'])
    expect(await consent.suppressionsWhole(accountId)).toBe(false)
    await consent.reconcile(fixture.caller, { mends: true })
    expect(await consent.suppressionsWhole(accountId)).toBe(true)
    expect(await ask([other, person.tag])).toEqual([null, 'marketing'])
    await mended()
  })

  it('3c: of a chain that is broken what is known ends, and what is open is asked again', async () => {
    const [agreedTo, sold, tookBack, stopped] = (await fixture.people(4)) as [
      ...[Person, Person, Person, Person],
    ]
    await agree([agreedTo, tookBack, stopped], wordingId)
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, ['soft_opt_in']))
    await inTx((tx) => recordSale(fixture, tx, sold, wordingId))
    await withdraw(tookBack)
    await stop(stopped, { knowsPerson: false })
    await inTx((tx) =>
      fixture.consent.recordStops(tx, fixture.caller, {
        ...{ scope: 'marketing', reason: 'imported_list', origin: 'test' },
        rows: Array.from({ length: 16 }, (_, chain) => {
          return { tag: tagIn(chain), keys: null, at: fixture.clock.now() }
        }),
      }),
    )
    await marked()
    await alter('delete from consent.suppression_log')
    await alter('delete from consent.suppression_head')
    const everybody = [agreedTo, sold, tookBack, stopped]
    const asked = async (consent: Consent) => {
      const said: string[] = []
      for (const person of everybody) said.push(await gate(person, consent))
      return said
    }
    const restarted = fixture.restarted()
    expect(await asked(restarted)).toEqual(['unknown', 'unknown', 'withdrawn', 'marketing'])
    // No row of theirs was changed.
    expect(kinds()).toEqual(['suppressions_incomplete'])
    await restarted.reconcile(fixture.caller, { mends: true })
    expect(await asked(restarted)).toEqual(['allowed', 'allowed', 'withdrawn', 'marketing'])
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, []))
    await mended()
  })

  it('4: a suppression put back with its chain to where both stood before', async () => {
    const person = await one()
    await marked()
    const log = await alter('select * from consent.suppression_log')
    const heads = await alter('select * from consent.suppression_head')
    await stop(person, { knowsPerson: false })
    await marked()
    await alter('delete from consent.suppression where tag = $1', [person.tag])
    for (const [table, rows] of [
      ['suppression_log', log],
      ['suppression_head', heads],
    ] as const) {
      await alter(`delete from consent.${table}`)
      const kept = JSON.stringify(rows.map(asJson))
      await alter(
        `insert into consent.${table}
         select * from jsonb_populate_recordset(null::consent.${table}, $1)`,
        [kept],
      )
    }
    expect(await gate(person, fixture.restarted())).toBe('unknown')
    expect(await gate(person)).toBe('marketing')
    await mended()
  })

  it('5: a state forged, with no MAC or with one that was made up', async () => {
    const [person] = (await fixture.people(1)) as [Person]
    const other = await one()
    for (const mac of [null, Buffer.alloc(16, 7)]) {
      await alter('delete from consent.state where subject_id = $1', [person.subjectId])
      await alter(copyOfState, [person.subjectId, other.subjectId, mac])
      expect(await gate(person)).toBe('altered')
    }
    expect(kinds()).toEqual(['state_false'])
    expect(await compared()).toEqual({ state_false: 1, state_beyond_ledger: 1 })
    await mended()
    expect(await gate(person)).toBe('none')
    expect(await compared()).toEqual({})
  })

  it('6: a state with the MAC of another person', async () => {
    const [person] = (await fixture.people(1)) as [Person]
    const other = await one()
    await alter(copyOfState, [person.subjectId, other.subjectId, null])
    await alter(
      `update consent.state set mac = (select mac from consent.state where subject_id = $2)
       where subject_id = $1`,
      [person.subjectId, other.subjectId],
    )
    expect(await gate(person)).toBe('altered')
    await mended()
  })

  it('7: a withdrawal turned into a consent, or a consent made longer or stronger', async () => {
    for (const change of [
      `state = 'given'`,
      `valid_until = valid_until + interval '1 day'`,
      'grade_rank = 40',
      `since = since + interval '1 day'`,
    ]) {
      const person = await one()
      if (change.startsWith('state')) await stop(person)
      await alter(`update consent.state set ${change} where subject_id = $1`, [person.subjectId])
      const told = change.startsWith('state') ? 'marketing' : 'altered'
      expect(await gate(person)).toBe(told)
    }
    expect((await compared())['state_false']).toBe(4)
    await mended()
    expect(await compared()).toEqual({})
  })

  it('8: another legal basis forged', async () => {
    const person = await one()
    await alter('delete from consent.state where subject_id = $1', [person.subjectId])
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, ['soft_opt_in']))
    await alter(
      `insert into consent.other_legal_basis (account_id, subject_id, controller_id, purpose, legal_basis,
         since, valid_until, wording_id, entry_id)
       select account_id, $1, $2, 'offers', 'soft_opt_in', now() - interval '1 day',
         now() + interval '1 year', $3, entry_id from consent.entry limit 1`,
      [person.subjectId, fixture.controllerId, wordingId],
    )
    expect(await gate(person)).toBe('altered')
    expect(await compared()).toEqual({ legal_basis_beyond_ledger: 1 })
    await mended()
    expect(await gate(person)).toBe('none')
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, []))
  })

  it('8 again, of many people: they are compared some at a time', async () => {
    await alter(
      `insert into consent.other_legal_basis (account_id, subject_id, controller_id, purpose,
         legal_basis, since, valid_until, wording_id, entry_id)
       select $1, gen_random_uuid(), $2, 'offers', 'soft_opt_in', now() - interval '1 day',
         now() + interval '1 year', $3, (select entry_id from consent.entry limit 1)
       from generate_series(1, 450)`,
      [fixture.accountId, fixture.controllerId, wordingId],
    )
    const { database } = fixture.test
    let most = 0
    const inAccount = database.inAccount.bind(database)
    const spy = vi.spyOn(database, 'inAccount').mockImplementation((accountId, work, how) => {
      const watched = (tx: Tx) => {
        const query = async (...asked: Parameters<Tx['query']>) => {
          const answer = await tx.query(...asked)
          most = Math.max(most, answer.rows.length)
          return answer
        }
        return work(Object.assign(Object.create(tx) as Tx, { query }))
      }
      return inAccount(accountId, watched, how)
    })
    try {
      expect(await compared()).toEqual({ legal_basis_beyond_ledger: 450 })
      expect((await mended()).differences).toEqual({ legal_basis_beyond_ledger: 450 })
    } finally {
      spy.mockRestore()
    }
    expect(most).toBeGreaterThan(100)
    expect(most).toBeLessThan(450)
    expect(await compared()).toEqual({})
  })

  it('9: a state put back to what it was before the withdrawal, MAC and all', async () => {
    const person = await one()
    const before = await kept('state', person)
    await withdraw(person)
    expect(await gate(person)).toBe('withdrawn')
    await putBack('state', person, before)
    expect(await gate(person)).toBe('altered')
    expect(await gate(person, fixture.restarted())).toBe('altered')
    expect(kinds()).toEqual(['state_false'])
    expect(await compared()).toEqual({ state_false: 1, state_beyond_ledger: 1 })
    // So it is where the proof of the withdrawal is deleted too.
    await alter(
      `delete from consent.entry_body b using consent.entry e
       where e.entry_id = b.entry_id and b.subject_id = $1 and e.kind = 'consent.withdrawn'`,
      [person.subjectId],
    )
    expect(await gate(person)).toBe('altered')
    expect(await compared()).toEqual({ state_false: 1, evidence_missing: 1 })
    await mended()
    expect(await gate(person)).toBe('withdrawn')
    await putBack('state', person, before)
    expect(await gate(person, fixture.restarted())).toBe('altered')
    await mended()
  })

  it('9b: a state put back of somebody whose contact was deleted', async () => {
    const person = await one()
    const before = await kept('state', person)
    await inTx((tx) => fixture.consent.letGo(tx, fixture.accountId, [person.subjectId]))
    expect(await gate(person)).toBe('none')
    await putBack('state', person, before)
    expect(await gate(person)).toBe('altered')
    await mended()
  })

  it('9c: another legal basis put back after the no that ended it', async () => {
    const [person] = (await fixture.people(1)) as [Person]
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, ['soft_opt_in']))
    await inTx((tx) => recordSale(fixture, tx, person, wordingId))
    expect(await gate(person)).toBe('allowed')
    const before = await kept('other_legal_basis', person)
    await withdraw(person)
    await putBack('other_legal_basis', person, before)
    expect(await gate(person)).toBe('withdrawn')
    await alter('delete from consent.state where subject_id = $1', [person.subjectId])
    expect(await gate(person)).toBe('altered')
    await mended()
    expect(await gate(person)).toBe('none')
    await inTx((tx) => fixture.consent.switchLegalBases(tx, fixture.accountId, []))
  })

  it('a chain that became one row still says what has ended', async () => {
    const person = await one()
    const before = await kept('state', person)
    await withdraw(person)
    await fixture.consent.reconcile(fixture.caller, { logRowsMax: 0 })
    await putBack('state', person, before)
    expect(await gate(person, fixture.restarted())).toBe('altered')
    await mended()
  })
})

describe('told by the next comparison', () => {
  beforeAll(marked)

  it('10: an entry inserted into the ledger: it is not signed, and the tree goes on', async () => {
    const person = await one()
    await fixture.consent.sequenceOnce(fixture.accountId)
    for (const mac of [null, Buffer.alloc(16, 3)]) {
      const batch = `0191aaaa-0000-7000-8000-00000${mac === null ? 1 : 2}000000`
      await alter(
        `insert into consent.entry (account_id, entry_id, kind, purpose, channel, wording_sha256,
           link, commitment, recorded_at)
         select account_id, $2::uuid, 'consent.given', purpose, channel, wording_sha256, link,
           commitment, now()
         from consent.entry where kind = 'consent.given' limit 1`.replace('$2', '$1'),
        [batch],
      )
      await alter(
        `insert into consent.unsequenced (account_id, batch_id, entries, mac)
         values ($1, $2, 1, $3)`,
        [fixture.accountId, batch, mac],
      )
    }
    await stop(person)
    const before = (await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))).size
    const done = await fixture.consent.sequenceOnce(fixture.accountId)
    expect(done).toEqual({ sequenced: 1, size: before + 1 })
    expect(fixture.alarms).toContainEqual({
      accountId: fixture.accountId,
      kind: 'entries_set_aside',
      count: 2,
    })
    // Queued a second time it would stand there twice.
    await alter(
      `insert into consent.unsequenced (account_id, batch_id, entries)
       select account_id, batch_id, entries from consent.sequenced limit 1`,
    )
    expect((await fixture.consent.sequenceOnce(fixture.accountId)).sequenced).toBe(0)
    expect((await compared())['entries_set_aside']).toBeGreaterThanOrEqual(2)
    await alter('delete from consent.set_aside')
    await alter(`delete from consent.entry where entry_id::text like '0191aaaa%'`)
  })

  it('11: the evidence of two people swapped', async () => {
    const [first, second] = (await agreed(2)) as [Person, Person]
    await marked()
    const rest = await compared()
    await alter(
      `update consent.entry_body a set body_sealed = b.body_sealed from consent.entry_body b
       where (a.subject_id = $1 and b.subject_id = $2)
         or (a.subject_id = $2 and b.subject_id = $1)`,
      [first.subjectId, second.subjectId],
    )
    expect(await compared()).toEqual({ ...rest, evidence_altered: 2 })
    await alter('delete from consent.state where subject_id = any($1)', [
      [first.subjectId, second.subjectId],
    ])
  })

  it('12: a published wording changed', async () => {
    const rest = await compared()
    await alter(`update consent.wording set shown_text = shown_text || ' !'`)
    expect(await compared()).toEqual({ ...rest, wording_altered: 1 })
    await alter(`update consent.wording set shown_text = left(shown_text, -2)`)
    expect(await compared()).toEqual(rest)
  })

  it('13: pages of keys put back to before an erasure', async () => {
    // A bulk fills pages.
    const [person] = (await agreed(300)) as [Person]
    await marked()
    const rest = await compared()
    const pages = await alter('select * from vault.page')
    await inTx((tx) => fixture.vault.destroyKeys(tx, fixture.accountId, [person.subjectId], 'both'))
    await stop(await one())
    await marked()
    await alter('delete from vault.page')
    await alter(
      'insert into vault.page select * from jsonb_populate_recordset(null::vault.page, $1)',
      [JSON.stringify(pages.map(asJson))],
    )
    expect(pages.length).toBeGreaterThan(0)
    expect((await compared())['keys_rolled_back']).toBe(1)
    expect(rest['keys_rolled_back']).toBeUndefined()
  })

  it('14: an entry of the tree altered or removed, and a tree cut', async () => {
    await marked()
    await alter(
      `update consent.entry set kind = 'consent.given'
       where entry_id = (select entry_id from consent.entry where kind = 'objection' limit 1)`,
    )
    expect((await compared())['entries_altered']).toBe(1)
    await alter('update consent.tree set size = size - 1')
    expect((await compared())['ledger_behind']).toBe(1)
  })
})

let tags = 0
/** Some number's, of this chain. */
function tagIn(chain: number): Buffer {
  tags += 1
  const tag = Buffer.alloc(16)
  tag[0] = chain << 4
  tag.writeUInt32BE(tags, 4)
  return tag
}

const copyOfState = `insert into consent.state (account_id, subject_id, controller_id, channel,
    purpose, state, since, valid_until, grade_rank, wording_id, entry_id, mac)
  select account_id, $1, controller_id, channel, purpose, 'given', since, valid_until, grade_rank,
    wording_id, entry_id, $3::bytea
  from consent.state where subject_id = $2`

const instants = new Set(['since', 'valid_until', 'asked_at'])

/** Octets and instants as PostgreSQL reads them again. */
const asJson = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (Buffer.isBuffer(value)) return [name, `\\x${value.toString('hex')}`]
      const isInstant = instants.has(name) && typeof value === 'number'
      return [name, isInstant ? new Date(value).toISOString() : value]
    }),
  )
