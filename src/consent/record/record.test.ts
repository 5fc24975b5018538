// Recording, objecting and the gate's facts, on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  draftOf,
  type Person,
  rowOf,
} from '../../../test/support/consent-fixture.ts'
import type { AccountId, ControllerId, WordingId } from '../../kernel/index.ts'
import type { Wording } from '../consent.ts'
import type { RecordInput } from './consent-input.ts'

let fixture: ConsentFixture
let wording: Wording
beforeAll(async () => {
  fixture = await consentFixture()
  wording = await fixture.publish()
})
afterAll(async () => {
  await fixture?.close()
})

const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)
const key = () => ({
  controllerId: fixture.controllerId,
  channel: 'sms' as const,
  purpose: 'offers',
})
const batch = () => ({ ...key(), grade: 'import_declared' as const })

async function onePerson(): Promise<Person> {
  const [person] = await fixture.people(1)
  if (person === undefined) throw new Error('a person was made')
  return person
}

function inputOf(person: Person, changed: Partial<RecordInput> = {}): RecordInput {
  return {
    ...key(),
    keys: person.keys,
    tag: person.tag,
    wordingId: wording.wordingId,
    witness: 'server',
    evidence: { grade: 'own_form', givenAt: fixture.clock.now(), source: 'accord.example/lumen' },
    ...changed,
  }
}

const record = (person: Person, changed: Partial<RecordInput> = {}) =>
  inTx((tx) => fixture.consent.recordConsent(tx, fixture.caller, inputOf(person, changed)))

async function gate(person: Person, changed: { purpose?: string; at?: number } = {}) {
  const [fact] = await inTx((tx) =>
    fixture.consent.gateFacts(
      tx,
      fixture.accountId,
      { subjects: [person.subjectId], tags: [person.tag] },
      { ...key(), at: fixture.clock.now(), ...changed },
    ),
  )
  if (fact === undefined) throw new Error('one fact a person')
  const { consent, suppression } = fact
  return { consent: consent.effective ? 'effective' : consent.why, suppression }
}

const stop = (person: Person, isKnown = true) =>
  inTx((tx) =>
    fixture.consent.recordStop(tx, fixture.caller, {
      tag: person.tag,
      keys: isKnown ? person.keys : null,
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'route',
      at: fixture.clock.now(),
    }),
  )

describe('wordings', () => {
  it('with a defect are not published, and say what to mend', async () => {
    const done = await inTx(async (tx) => {
      const changed = { shownText: 'J’accepte de recevoir les offres de la Boutique Lumen.' }
      const draft = await fixture.consent.createDraft(
        tx,
        fixture.caller,
        draftOf(fixture.controllerId, changed),
      )
      return fixture.consent.publishWording(tx, fixture.caller, draft.wordingId)
    })
    expect(done).toMatchObject({ outcome: 'refused', refusal: 'channel_not_named' })
    expect(done.outcome === 'refused' && done.mend).toContain('par SMS')
  })

  it('once published do not change, whoever asks', async () => {
    const change = (set: string) =>
      fixture.test.asSuperuser((client) =>
        client.query(`update consent.wording set ${set} where wording_id = $1`, [
          wording.wordingId,
        ]),
      )
    await expect(change("shown_text = 'other'")).rejects.toThrow('does not change')
    await expect(
      inTx((tx) => fixture.consent.publishWording(tx, fixture.caller, wording.wordingId)),
    ).rejects.toMatchObject({ code: 'consent.wording_not_draft' })
  })

  it('that follow another count on', async () => {
    const next = await fixture.publish({ replaces: wording.wordingId })
    expect(next.version).toBe(wording.version + 1)
  })
})

describe('a consent', () => {
  it('makes the gate open for its channel, purpose and entity, and for nothing else', async () => {
    const person = await onePerson()
    expect(await gate(person)).toEqual({ consent: 'none', suppression: null })
    expect(await record(person)).toMatchObject({ outcome: 'recorded', grade: 'own_form' })
    expect(await gate(person)).toEqual({ consent: 'effective', suppression: null })
    expect((await gate(person, { purpose: 'news' })).consent).toBe('none')
    expect((await gate(await onePerson())).consent).toBe('none')
  })

  it('ends after 24 months', async () => {
    const person = await onePerson()
    await record(person)
    const end = Date.parse('2028-11-25T09:00:00Z')
    expect((await gate(person, { at: end - 1 })).consent).toBe('effective')
    expect((await gate(person, { at: end })).consent).toBe('expired')
  })

  it('for SMS on a wording that does not name SMS is refused, with the sentence to mend', async () => {
    const emailOnly = await fixture.publish({
      shownText: 'J’accepte de recevoir par e-mail les offres de la Boutique Lumen.',
      channels: ['email'],
    })
    const done = await record(await onePerson(), { wordingId: emailOnly.wordingId })
    expect(done).toMatchObject({ outcome: 'refused', refusal: 'channel_not_named' })
    expect(done.outcome === 'refused' && done.mend).toContain('ne dit pas par SMS')
    expect(done.outcome === 'refused' && done.mend).toContain('par e-mail et par SMS')
  })

  it('on an unknown, unpublished or foreign wording is refused', async () => {
    const person = await onePerson()
    const draft = await inTx((tx) =>
      fixture.consent.createDraft(tx, fixture.caller, draftOf(fixture.controllerId)),
    )
    const unknown = fixture.controllerId as string as WordingId
    const refusalOf = async (changed: Partial<RecordInput>) => {
      const done = await record(person, changed)
      return done.outcome === 'refused' ? done.refusal : done.outcome
    }
    expect(await refusalOf({ wordingId: unknown })).toBe('wording_unknown')
    expect(await refusalOf({ wordingId: draft.wordingId })).toBe('wording_not_published')
    const controllerId = wording.wordingId as string as ControllerId
    expect(await refusalOf({ controllerId })).toBe('controller_differs')
    expect(await refusalOf({ purpose: 'news' })).toBe('purpose_not_in_wording')
    const givenAt = fixture.clock.now() + 48 * 3_600_000
    const evidence = { grade: 'own_form' as const, givenAt, source: null }
    expect(await refusalOf({ evidence })).toBe('given_in_future')
  })

  it('without date or wording is kept as a claim and opens nothing', async () => {
    const person = await onePerson()
    expect(await record(person, { wordingId: null })).toMatchObject({ grade: 'claimed' })
    expect((await gate(person)).consent).toBe('unproven')
    await record(person)
    expect((await gate(person)).consent).toBe('effective')
    await record(person, { wordingId: null })
    expect((await gate(person)).consent).toBe('effective')
  })

  it('of a weak grade does not open where the account asks for more', async () => {
    const other = await consentFixture()
    try {
      const asked = await other.publish()
      const people = await other.people(1)
      const rows = people.map((person) => rowOf(person, asked.wordingId))
      const effective = await other.test.database.inAccount(other.accountId, async (tx) => {
        const question = {
          controllerId: other.controllerId,
          channel: 'sms' as const,
          purpose: 'offers',
        }
        const whole = { ...question, grade: 'import_declared' as const, rows }
        await other.consent.recordConsents(tx, other.caller, whole)
        const ask = async () =>
          (
            await other.consent.gateFacts(
              tx,
              other.accountId,
              {
                subjects: people.map((person) => person.subjectId),
                tags: people.map((person) => person.tag),
              },
              { ...question, at: other.clock.now() },
            )
          )[0]?.consent.effective
        const before = await ask()
        const policy = { minimumGrade: 'own_form' as const, validMonths: 24 }
        await other.consent.setPolicy(tx, other.accountId, policy)
        return [before, await ask()]
      })
      expect(effective).toEqual([true, false])
    } finally {
      await other.close()
    }
  })

  it('taken back is withdrawn at once, and only the handset gives it again', async () => {
    const person = await onePerson()
    await record(person)
    const withdraw = () =>
      inTx((tx) =>
        fixture.consent.withdrawConsent(tx, fixture.caller, {
          ...key(),
          at: fixture.clock.now(),
          keys: person.keys,
          tag: person.tag,
          reason: 'à l’accueil',
        }),
      )
    expect(await withdraw()).toHaveProperty('entryId')
    expect((await gate(person)).consent).toBe('withdrawn')
    expect(await withdraw()).toBeNull()
    expect(await record(person)).toMatchObject({ refusal: 'objection_stands' })
    const evidence = {
      grade: 'keyword_from_handset' as const,
      givenAt: fixture.clock.now(),
      source: null,
    }
    expect(await record(person, { evidence })).toMatchObject({ liftedObjection: true })
    expect((await gate(person)).consent).toBe('effective')
  })
})

describe('a STOP', () => {
  it('ends every consent and suppresses the number', async () => {
    const person = await onePerson()
    await record(person)
    expect(await stop(person)).toMatchObject({ isNew: true, withdrawnConsents: 1 })
    expect(await gate(person)).toEqual({ consent: 'withdrawn', suppression: 'marketing' })
    expect(await stop(person)).toMatchObject({ isNew: false, withdrawnConsents: 0 })
  })

  it('of a number that the account does not know is kept, and an import cannot undo it', async () => {
    const person = await onePerson()
    await stop(person, false)
    const done = await inTx((tx) =>
      fixture.consent.recordConsents(tx, fixture.caller, {
        ...batch(),
        rows: [rowOf(person, wording.wordingId)],
      }),
    )
    expect(done.outcomes).toEqual(['objection_stands'])
    expect(await gate(person)).toEqual({ consent: 'none', suppression: 'marketing' })
  })

  it('survives the erasure of the person', async () => {
    const person = await onePerson()
    await record(person)
    await stop(person)
    const erased = await inTx((tx) =>
      fixture.consent.holder.eraseSubjects(tx, fixture.accountId, [person.subjectId]),
    )
    expect(erased).toBeGreaterThan(1)
    expect(await gate(person)).toEqual({ consent: 'none', suppression: 'marketing' })
    const rest = await inTx((tx) =>
      fixture.consent.holder.exportSubject(tx, fixture.accountId, person.subjectId),
    )
    expect(rest).toBeNull()
  })

  it('is not lifted by a consent from before it, however well proven', async () => {
    const person = await onePerson()
    const dated = (givenAt: number) => ({
      evidence: { grade: 'double_opt_in' as const, givenAt, source: null },
    })
    await stop(person)
    const before = dated(fixture.clock.now() - 1)
    expect(await record(person, before)).toMatchObject({ refusal: 'objection_stands' })
    expect(await gate(person)).toEqual({ consent: 'none', suppression: 'marketing' })
    const after = dated(fixture.clock.now() + 60_000)
    expect(await record(person, after)).toMatchObject({ liftedObjection: true })
    expect(await gate(person)).toEqual({ consent: 'effective', suppression: null })
  })

  it('that is lifted for marketing stands on for what else the person objected to', async () => {
    const person = await onePerson()
    const relational = {
      scope: 'relational' as const,
      reason: 'imported_list' as const,
      origin: 'liste',
      rows: [{ tag: person.tag, keys: null, at: fixture.clock.now() }],
    }
    await stop(person)
    await inTx((tx) => fixture.consent.recordStops(tx, fixture.caller, relational))
    const givenAt = fixture.clock.now()
    const evidence = { grade: 'keyword_from_handset' as const, givenAt, source: null }
    expect(await record(person, { evidence })).toMatchObject({ liftedObjection: true })
    expect(await gate(person)).toEqual({ consent: 'effective', suppression: 'relational' })
  })

  it('of one scope widens to all when another scope follows', async () => {
    const person = await onePerson()
    await stop(person)
    await inTx((tx) =>
      fixture.consent.recordStops(tx, fixture.caller, {
        scope: 'relational',
        reason: 'imported_list',
        origin: 'liste',
        rows: [{ tag: person.tag, keys: null, at: fixture.clock.now() }],
      }),
    )
    expect((await gate(person)).suppression).toBe('all')
  })
})

describe('a bulk', () => {
  it('answers each row in its order, and the same file twice adds nothing', async () => {
    const people = await fixture.people(5)
    const [first, undated, objector, unnamed, twice] = people as [
      Person,
      Person,
      Person,
      Person,
      Person,
    ]
    await stop(objector)
    const rows = [
      rowOf(first, wording.wordingId),
      rowOf(undated, wording.wordingId, { givenAt: null }),
      rowOf(objector, wording.wordingId),
      rowOf(unnamed, null),
      rowOf(twice, wording.wordingId),
      rowOf(twice, wording.wordingId),
    ]
    const run = () =>
      inTx((tx) => fixture.consent.recordConsents(tx, fixture.caller, { ...batch(), rows }))
    const done = await run()
    expect(done.outcomes).toEqual([
      'recorded',
      'unproven',
      'objection_stands',
      'unproven',
      'recorded',
      'recorded',
    ])
    expect(done.entryIds[5]).toBe(done.entryIds[4])
    expect(done.entryIds[2]).toBeNull()
    expect((await gate(first)).consent).toBe('effective')
    expect((await gate(unnamed)).consent).toBe('unproven')
    const again = await run()
    expect(again.outcomes).toEqual(done.outcomes)
    expect(again.entryIds[0]).toBe(done.entryIds[0])
    expect(again.entryIds[4]).toBe(done.entryIds[4])
  })

  it('does not weaken what is better proven', async () => {
    const person = await onePerson()
    await record(person)
    await inTx((tx) =>
      fixture.consent.recordConsents(tx, fixture.caller, {
        ...batch(),
        rows: [rowOf(person, wording.wordingId, { givenAt: fixture.clock.now() })],
      }),
    )
    const [fact] = await inTx((tx) =>
      fixture.consent.gateFacts(
        tx,
        fixture.accountId,
        { subjects: [person.subjectId], tags: [person.tag] },
        { ...key(), at: fixture.clock.now() },
      ),
    )
    expect(fact?.consent).toMatchObject({ effective: true, gradeRank: 20 })
  })

  it('of thousands spans batches, and the gate answers for all in one statement', async () => {
    const people = await fixture.people(12_000)
    const rows = people.map((person, index) =>
      rowOf(person, index % 3 === 0 ? null : wording.wordingId),
    )
    const done = await inTx((tx) =>
      fixture.consent.recordConsents(tx, fixture.caller, { ...batch(), rows }),
    )
    expect(new Set(done.entryIds).size).toBe(12_000)
    const facts = await inTx((tx) =>
      fixture.consent.gateFacts(
        tx,
        fixture.accountId,
        {
          subjects: people.map((person) => person.subjectId),
          tags: people.map((person) => person.tag),
        },
        { ...key(), at: fixture.clock.now() },
      ),
    )
    const open = facts.filter((fact) => fact.consent.effective).length
    expect(open).toBe(8_000)
    expect(facts[0]?.consent).toMatchObject({ effective: false, why: 'unproven' })
    expect(facts[1]?.consent).toMatchObject({ effective: true, entryId: done.entryIds[1] })
  })
})

describe('a batch of people who were made with it', () => {
  it('refuses those whose number has objected, whether the account knows few such or many', async () => {
    for (const others of [0, 1_200]) {
      const people = await fixture.people(300)
      const objectors = [people[7], people[299]].flatMap((person) => person?.tag ?? [])
      const at = fixture.clock.now()
      const tags = [...objectors, ...(await fixture.people(others)).map(({ tag }) => tag)]
      const added = { scope: 'marketing', reason: 'stop_reply', origin: 'test' } as const
      await inTx((tx) =>
        fixture.consent.recordStops(tx, fixture.caller, {
          ...added,
          rows: tags.map((tag) => ({ tag, keys: null, at })),
        }),
      )
      const asked = people.map(({ tag }, index) => (index === 5 ? null : tag))
      const scopes = await inTx((tx) =>
        fixture.consent.suppressionsOf(tx, fixture.accountId, asked),
      )
      const rows = people.map((person) => ({ ...rowOf(person, wording.wordingId), isNew: true }))
      const done = await inTx((tx) =>
        fixture.consent.recordConsents(tx, fixture.caller, { ...batch(), rows }),
      )
      const expected = people.map((_, index) => index === 7 || index === 299)
      expect(scopes.map((scope) => scope === 'marketing')).toEqual(expected)
      expect(done.outcomes.map((outcome) => outcome === 'objection_stands')).toEqual(expected)
      expect(done.outcomes[0]).toBe('recorded')
      expect(done.batchIds).toHaveLength(1)
    }
  })
})

describe('the tables', () => {
  it('show nothing to another account, and entries only grow', async () => {
    const stranger = fixture.controllerId as string as AccountId
    const person = await onePerson()
    await record(person)
    const counts = await fixture.test.database.inAccount(stranger, (tx) =>
      tx.query<{ n: number }>(
        `select (select count(*) from consent.entry) + (select count(*) from consent.entry_body)
           + (select count(*) from consent.state) + (select count(*) from consent.wording)
           + (select count(*) from consent.suppression) as n`,
      ),
    )
    expect(counts.rows[0]?.n).toBe(0)
    await expect(
      fixture.test.asSuperuser((client) => client.query("update consent.entry set purpose = 'x'")),
    ).rejects.toThrow('only ever added')
    await expect(
      fixture.test.asSuperuser((client) => client.query('truncate consent.entry')),
    ).rejects.toThrow('only ever added')
  })

  it('hold no number in clear', async () => {
    const person = await onePerson()
    await record(person, {
      evidence: {
        grade: 'own_form',
        givenAt: fixture.clock.now(),
        source: null,
        number: person.number,
      },
    })
    const { rows } = await fixture.test.asSuperuser((client) =>
      client.query(
        "select entry_id, encode(body_sealed, 'escape') as body from consent.entry_body",
      ),
    )
    const digits = person.number.slice(3)
    for (const row of rows as { body: string }[]) expect(row.body).not.toContain(digits)
    const events = await inTx((tx) =>
      fixture.consent.historyOf(tx, fixture.accountId, person.subjectId),
    )
    expect(events[0]?.body).toMatchObject({ number: person.number, kind: 'consent.given' })
  })
})
