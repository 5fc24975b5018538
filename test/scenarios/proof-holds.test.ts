// A contact goes: what proves their consent stays to a set date, lets nothing leave,
// and is then destroyed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { E164 } from '../../src/kernel/index.ts'
import type { Tx } from '../../src/storage/index.ts'
import { type IntakeFixture, intakeFixture } from '../support/intake-fixture.ts'
import { overlapping } from '../support/overlapping.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

const dayMs = 86_400_000
let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  here.fixture.test.database.inAccount(here.fixture.accountId, work)
const count = async (table: string, subjectId: string) => {
  const { rows } = await here.fixture.test.asSuperuser((client) =>
    client.query(`select from consent.${table} where subject_id = $1`, [subjectId]),
  )
  return rows.length
}
const pdf = Buffer.from('%PDF-1.4\nsigned: Jeanne Exemple\n%%EOF')

/** With a signed paper, as the desk records it. */
async function person(written: string, withPaper = true) {
  const { fixture, contacts } = here
  const { accountId, vault, consent, clock, caller } = fixture
  const number = written as E164
  const contact = await within((tx) => contacts.subjectOf(tx, accountId, number, clock.now()))
  const { subjectId } = contact
  const keys = (await within((tx) => vault.openSubjects(tx, accountId, [subjectId]))).get(subjectId)
  if (keys === undefined) throw new Error('the keys are there')
  if (withPaper) {
    const paper = await fixture.publish({ medium: 'paper', name: number })
    const done = await within((tx) =>
      consent.recordWithDocument(tx, caller, {
        keys,
        number: number,
        tag: vault.suppressionTag(accountId, number),
        wordingId: paper.wordingId,
        controllerId: fixture.controllerId,
        channels: ['sms'],
        purpose: 'offers',
        givenAt: clock.now() - dayMs,
        source: 'comptoir',
        bytes: pdf,
      }),
    )
    expect(done.outcome).toBe('recorded')
  }
  return { contact, subjectId, keys }
}
type Gone = Awaited<ReturnType<typeof person>>
const deleteOne = ({ contact }: Gone) =>
  within((tx) =>
    here.contacts.deleteMany(tx, here.fixture.caller, {
      contacts: [contact],
      why: 'contact_deleted',
    }),
  )
const documentsOf = ({ subjectId }: Gone) =>
  within((tx) => here.fixture.consent.documentsOf(tx, here.fixture.accountId, subjectId))
const keysOf = async ({ subjectId }: Gone) => {
  const { vault, accountId } = here.fixture
  return (await within((tx) => vault.openSubjects(tx, accountId, [subjectId]))).get(subjectId)
}
const endDue = () =>
  within((tx) => here.fixture.consent.endHolds(tx, here.fixture.accountId, 1_000))

test('who agreed to nothing leaves nothing: both keys go with the contact', async () => {
  const stranger = await person('+33639980801', false)
  await deleteOne(stranger)
  expect(await keysOf(stranger)).toBeUndefined()
  expect(await count('proof_hold', stranger.subjectId)).toBe(0)
})

test('the paper of who agreed stays sealed to its day, and allows nothing meanwhile', async () => {
  const { accountId, consent, clock, controllerId } = here.fixture
  const signed = await person('+33639980802')
  await deleteOne(signed)
  const keys = await keysOf(signed)
  expect([keys?.contactKey.length, (keys?.proofKey.length ?? 0) > 0]).toEqual([0, true])
  const question = { controllerId, channel: 'sms' as const, purpose: 'offers', at: clock.now() }
  const people = { subjects: [signed.subjectId], tags: [null] }
  const [fact] = await within((tx) => consent.gateFacts(tx, accountId, people, question))
  expect(fact?.consent).toMatchObject({ effective: false, why: 'none' })
  const [document] = await documentsOf(signed)
  const opened = await within((tx) => consent.openDocument(tx, accountId, document?.id ?? ''))
  expect(opened.bytes.equals(pdf)).toBe(true)

  await clock.advance(59 * 30 * dayMs)
  expect(await endDue()).toBe(0)
  await clock.advance(60 * dayMs)
  expect(await endDue()).toBe(1)
  expect(await keysOf(signed)).toBeUndefined()
  for (const table of ['entry_body', 'document', 'proof_hold', 'state']) {
    expect([table, await count(table, signed.subjectId)]).toEqual([table, 0])
  }
})

test('it counts from the end of the consent, and an account may choose less, or nothing', async () => {
  const { accountId, consent, clock, caller, controllerId } = here.fixture
  const policy = { minimumGrade: 'import_declared' as const, validMonths: 24 }
  await within((tx) => consent.setPolicy(tx, accountId, { ...policy, proofMonths: 12 }))
  const withdrawn = await person('+33639980803')
  await within((tx) =>
    consent.withdrawConsent(tx, caller, {
      keys: withdrawn.keys,
      tag: null,
      controllerId,
      channel: 'sms',
      purpose: 'offers',
      reason: '',
      at: clock.now(),
    }),
  )
  await clock.advance(11 * 30 * dayMs)
  await deleteOne(withdrawn)
  expect(await endDue()).toBe(0)
  await clock.advance(45 * dayMs)
  expect(await endDue()).toBe(1)

  await within((tx) => consent.setPolicy(tx, accountId, { ...policy, proofMonths: 0 }))
  const atOnce = await person('+33639980804')
  await deleteOne(atOnce)
  expect(await keysOf(atOnce)).toBeUndefined()
  expect(await count('document', atOnce.subjectId)).toBe(0)
})

test('the ledger is told of both, and still verifies', async () => {
  const { accountId, consent } = here.fixture
  await consent.sequenceOnce(accountId)
  const { rows } = await here.fixture.test.asSuperuser((client) =>
    client.query<{ kind: string; entries: number }>(
      `select kind, count(*)::int as entries from consent.entry
       where kind like 'erasure.%' group by kind order by kind`,
    ),
  )
  expect(rows).toEqual([
    { kind: 'erasure.contact_destroyed', entries: 3 },
    { kind: 'erasure.proof_destroyed', entries: 3 },
  ])
})

const together = async <A, B>(first: (tx: Tx) => Promise<A>, second: (tx: Tx) => Promise<B>) =>
  Promise.allSettled(await overlapping(within, first, second))

test('a deletion and a consent do not pass each other unseen, whichever comes first', async () => {
  const { accountId, consent, caller, controllerId, clock } = here.fixture
  const policy = { minimumGrade: 'import_declared' as const, validMonths: 24, proofMonths: 12 }
  await within((tx) => consent.setPolicy(tx, accountId, policy))
  const { wordingId } = await here.fixture.publish()
  const about = { controllerId, channel: 'sms' as const, purpose: 'offers' }
  const given = { wordingId, givenAt: clock.now() - dayMs, source: 'comptoir' }
  const one =
    (of: Gone) =>
    (tx: Tx): Promise<unknown> =>
      consent.recordConsent(tx, caller, {
        ...about,
        keys: of.keys,
        tag: null,
        wordingId,
        evidence: { grade: 'api_declared', givenAt: given.givenAt, source: given.source },
        witness: 'declared',
      })
  const many =
    (of: Gone) =>
    (tx: Tx): Promise<unknown> =>
      consent.recordConsents(tx, caller, {
        ...about,
        grade: 'import_declared',
        rows: [{ ...given, keys: of.keys, tag: null, number: null }],
      })
  const deleted = (of: Gone) => (tx: Tx) =>
    here.contacts.deleteMany(tx, caller, { contacts: [of.contact], why: 'contact_deleted' })
  let number = 805
  for (const record of [one, many]) {
    const [first, second] = [
      await person(`+33639980${number++}`, false),
      await person(`+33639980${number++}`, false),
    ]
    await together(record(first), deleted(first))
    expect(await count('proof_hold', first.subjectId)).toBe(1)
    expect(await count('state', first.subjectId)).toBe(0)
    const [, recorded] = await together(deleted(second), record(second))
    expect(recorded.status).toBe('rejected')
    for (const table of ['state', 'entry_body']) {
      expect([table, await count(table, second.subjectId)]).toEqual([table, 0])
    }
  }
})

test('who only objected, or of whom a file only claimed something, is not held', async () => {
  const { accountId, consent, caller, controllerId, clock, vault } = here.fixture
  const about = { controllerId, channel: 'sms' as const, purpose: 'offers' }
  const stopped = await person('+33639980821', false)
  const tag = vault.suppressionTag(accountId, '+33639980821' as E164)
  const stop = { tag, keys: stopped.keys, scope: 'marketing' as const, at: clock.now() }
  await within((tx) =>
    consent.recordStop(tx, caller, { ...stop, reason: 'stop_reply', origin: '' }),
  )
  const claimed = await person('+33639980822', false)
  const row = { keys: claimed.keys, tag: null, number: null, wordingId: null, givenAt: null }
  await within((tx) =>
    consent.recordConsents(tx, caller, {
      ...about,
      grade: 'import_declared',
      rows: [{ ...row, source: null }],
    }),
  )
  for (const gone of [stopped, claimed]) {
    expect(await count('entry_body', gone.subjectId)).toBe(1)
    await deleteOne(gone)
    expect(await keysOf(gone)).toBeUndefined()
    for (const table of ['entry_body', 'proof_hold', 'state']) {
      expect([table, await count(table, gone.subjectId)]).toEqual([table, 0])
    }
  }
  expect(await within((tx) => consent.suppressionsOf(tx, accountId, [tag]))).toEqual(['marketing'])
})

test('another legal basis is proven from its own end, also one that a no has ended', async () => {
  const { accountId, consent, caller, controllerId, clock, vault } = here.fixture
  const policy = { minimumGrade: 'import_declared' as const, validMonths: 24, proofMonths: 12 }
  await within((tx) => consent.setPolicy(tx, accountId, policy))
  await within((tx) => consent.switchLegalBases(tx, accountId, ['soft_opt_in']))
  const { wordingId } = await here.fixture.publish()
  const oldPaper = async (of: Gone) => {
    await within((tx) =>
      consent.recordConsents(tx, caller, {
        ...{ controllerId, channel: 'sms', purpose: 'offers', grade: 'import_declared' },
        rows: [
          {
            ...{ keys: of.keys, tag: null, number: null, wordingId, source: 'bulletin' },
            givenAt: clock.now() - 4 * 365 * dayMs,
          },
        ],
      }),
    )
  }
  const sold = async (written: string) => {
    const one = await person(written, false)
    await oldPaper(one)
    const done = await within((tx) =>
      consent.recordLegalBasis(tx, caller, {
        ...{
          legalBasis: 'soft_opt_in',
          keys: one.keys,
          tag: vault.suppressionTag(accountId, written as E164),
        },
        ...{ countries: ['FR', 'FR'], controllerId, purpose: 'offers', wordingId },
        ...{ since: clock.now() - dayMs, reference: 'commande 4512', source: 'boutique' },
        ...{ collectedFromPerson: true, refusalOffered: true, ownSimilarProducts: true },
      }),
    )
    expect(done.outcome).toBe('recorded')
    return one
  }
  const standing = await sold('+33639980823')
  await deleteOne(standing)
  expect(await count('proof_hold', standing.subjectId)).toBe(1)
  const ended = await sold('+33639980824')
  const tag = vault.suppressionTag(accountId, '+33639980824' as E164)
  await within((tx) =>
    consent.recordStop(tx, caller, {
      ...{ tag, keys: ended.keys, scope: 'marketing', reason: 'stop_reply', origin: '' },
      at: clock.now(),
    }),
  )
  await deleteOne(ended)
  expect(await count('proof_hold', ended.subjectId)).toBe(1)
  await clock.advance(370 * dayMs)
  expect(await endDue()).toBeGreaterThanOrEqual(2)
  expect(await count('other_legal_basis', standing.subjectId)).toBe(0)
})

test('over the API they are counted, listed, and ended with a reason before their day', async () => {
  const accord: Accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  try {
    const { token } = accord.accounts[0]
    const call = <T>(method: 'GET' | 'POST' | 'DELETE' | 'PUT', path: string, body?: unknown) =>
      accord.call<T>(token, method, path, body)
    const controllers = await call<{ items: { id: string }[] }>('GET', '/v1/controllers')
    const controllerId = controllers.body.items[0]?.id ?? ''
    const wording = await call<{ id: string }>('POST', '/v1/wordings', {
      name: 'Fiche',
      language: 'fr',
      medium: 'paper',
      controllerId,
      shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
      channels: ['sms'],
      purposes: ['offers'],
    })
    await call('POST', `/v1/wordings/${wording.body.id}/publish`)
    const number = '0639980811'
    const made = await call<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
    const file = { name: 'fiche.pdf', bytes: pdf }
    const paper = await accord.upload<{ document: { id: string } }>(
      token,
      '/v1/consents/documents',
      file,
      {
        number,
        wordingId: wording.body.id,
        controllerId,
        channels: 'sms',
        purpose: 'offers',
        givenAt: '2026-11-01T10:00:00Z',
        source: 'comptoir',
      },
    )
    expect((await call('DELETE', `/v1/contacts/${made.body.contact.id}`)).status).toBe(204)
    type Holds = {
      people: number
      items: { subjectId: string; holdUntil: string; documents: string[] }[]
    }
    const holds = await call<Holds>('GET', '/v1/proof-holds')
    const [held] = holds.body.items
    expect(holds.body.people).toBe(1)
    expect(held?.documents).toEqual([paper.body.document.id])
    expect(held?.holdUntil.slice(0, 7)).toBe('2031-11')
    const reason = { reason: 'aucune réclamation n’est à craindre' }
    const ended = await call('POST', `/v1/proof-holds/${held?.subjectId}/end`, reason)
    expect(ended.status).toBe(204)
    const again = await call<{ code: string }>(
      'POST',
      `/v1/proof-holds/${held?.subjectId}/end`,
      reason,
    )
    expect(again.body.code).toBe('consent.hold_not_found')
    const look = await call<{ code: string }>(
      'POST',
      `/v1/consents/documents/${paper.body.document.id}/open`,
      { reason: 'pour voir' },
    )
    expect(look.body.code).toBe('consent.document_not_found')
    const policy = { minimumGrade: 'own_form', validMonths: 12 }
    const kept = await call<{ proofMonths: number }>('PUT', '/v1/consent-policy', policy)
    expect(kept.body.proofMonths).toBe(60)
  } finally {
    await accord.stop()
  }
})
