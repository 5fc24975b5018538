// A paper is sealed for its person and its place, and goes with them; the entry knows its SHA-256.
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
} from '../../../test/support/consent-fixture.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Wording } from '../index.ts'

let fixture: ConsentFixture
let paper: Wording
let caller: Caller
beforeAll(async () => {
  fixture = await consentFixture()
  paper = await fixture.publish({ medium: 'paper' })
  caller = { ...fixture.caller, by: { kind: 'user', userId: fixture.accountId as never } }
})
afterAll(() => fixture?.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  fixture.test.database.inAccount(fixture.accountId, work)
const png = (text: string) => Buffer.from(`\x89PNG\r\n\x1a\n${text}`, 'latin1')

async function record(person: Person, bytes: Buffer, givenAt = fixture.clock.now()) {
  const done = await within((tx) =>
    fixture.consent.recordWithDocument(tx, caller, {
      ...person,
      wordingId: paper.wordingId,
      controllerId: fixture.controllerId,
      channels: ['sms'],
      purpose: 'offers',
      givenAt,
      source: 'comptoir',
      bytes,
    }),
  )
  if (done.outcome !== 'recorded') throw new Error(done.refusal)
  return done
}
const open = (id: string) => within((tx) => fixture.consent.openDocument(tx, fixture.accountId, id))

it('the entry’s sealed body names the file that is kept', async () => {
  const [person] = await fixture.people(1)
  const { document, kept } = await record(person as Person, png('one'))
  const history = await within((tx) =>
    fixture.consent.historyOf(tx, fixture.accountId, (person as Person).subjectId),
  )
  expect(history.map(({ entryId, body }) => [entryId, body?.['scanSha256']])).toEqual([
    [kept[0]?.entryId, document.sha256],
  ])
  expect(history[0]?.body).toMatchObject({
    documentType: 'image/png',
    witness: 'document',
    grade: 'signed_paper',
  })
})

it('the same paper twice is one file, and a better scan is another, with an entry of its own', async () => {
  const [person] = await fixture.people(1)
  const at = fixture.clock.now()
  const first = await record(person as Person, png('two'), at)
  const again = await record(person as Person, png('two'), at)
  const better = await record(person as Person, png('two, better'), at)
  expect(again.document.id).toBe(first.document.id)
  expect(better.document.id).not.toBe(first.document.id)
  const history = await within((tx) =>
    fixture.consent.historyOf(tx, fixture.accountId, (person as Person).subjectId),
  )
  expect(history.map(({ body }) => body?.['scanSha256'])).toContain(better.document.sha256)
})

it('its octets open neither for another person nor in another place', async () => {
  const people = await fixture.people(2)
  const one = await record(people[0] as Person, png('three'))
  const two = await record(people[1] as Person, png('four'))
  await fixture.test.asSuperuser((client) =>
    client.query(
      `update consent.document d set body_sealed = o.body_sealed from consent.document o
       where d.document_id = $1 and o.document_id = $2`,
      [one.document.id, two.document.id],
    ),
  )
  await expect(open(one.document.id)).rejects.toThrow()
  expect((await open(two.document.id)).bytes.equals(png('four'))).toBe(true)
})

it('it is told in an access export, and goes with the person', async () => {
  const [person] = await fixture.people(1)
  const { subjectId } = person as Person
  const { document } = await record(person as Person, png('five'))
  const told = await within((tx) =>
    fixture.consent.holder.exportSubject(tx, fixture.accountId, subjectId),
  )
  expect(JSON.stringify(told)).toContain(document.sha256)
  await within((tx) => fixture.consent.holder.eraseSubjects(tx, fixture.accountId, [subjectId]))
  await expect(open(document.id)).rejects.toMatchObject({ code: 'consent.document_not_found' })
})

it('without the proof key nobody reads it, also from an old backup', async () => {
  const [person] = await fixture.people(1)
  const { subjectId } = person as Person
  const { document } = await record(person as Person, png('six'))
  await within((tx) => fixture.vault.destroyProofKey(tx, fixture.accountId, subjectId))
  await expect(open(document.id)).rejects.toMatchObject({ code: 'consent.document_not_found' })
})

it('an older paper does not lift a no of the same month that is known by the number alone', async () => {
  const [person] = await fixture.people(1)
  const { keys, tag } = person as Person
  const { clock, consent, accountId } = fixture
  const day = (text: string) => Date.parse(`${text}T10:00:00Z`)
  const list = () =>
    within((tx) =>
      consent.recordStops(tx, caller, {
        ...{ scope: 'marketing', reason: 'imported_list', origin: 'liste' },
        rows: [{ tag, keys: null, at: clock.now() }],
      }),
    )
  const sign = (text: string) => record(person as Person, png(text), day(text))
  expect(new Date(clock.now()).toISOString()).toContain('2026-11-25')
  await list()
  await expect(sign('2026-11-10')).rejects.toThrow('objection_stands')
  // Neither does one from between two refusals of different months.
  await clock.advance(30 * 86_400_000)
  expect(await list()).toMatchObject({ alreadyThere: 1 })
  await expect(sign('2026-12-03')).rejects.toThrow('objection_stands')
  // What the person does now, and this server hears, comes after the no.
  const heard = await within((tx) =>
    consent.recordConsent(tx, caller, {
      ...{ keys, tag, wordingId: paper.wordingId, controllerId: fixture.controllerId },
      ...{ channel: 'sms', purpose: 'offers', witness: 'server' },
      evidence: { grade: 'keyword_from_handset', givenAt: clock.now() - 1_000, source: null },
    }),
  )
  expect(heard).toMatchObject({ liftedObjection: true })
  // From the next month on a paper is later, and where the person's own no has its hour, at once.
  await list()
  await clock.advance(10 * 86_400_000)
  expect((await sign('2027-01-02')).kept).toMatchObject([{ liftedObjection: true }])
  await within((tx) =>
    consent.recordStop(tx, caller, {
      ...{ tag, keys, scope: 'marketing', reason: 'stop_reply', origin: 'route', at: clock.now() },
    }),
  )
  const before = clock.now() - 1_000
  await expect(record(person as Person, png('a'), before)).rejects.toThrow('objection_stands')
  await clock.advance(86_400_000)
  const after = clock.now() - 3_600_000
  expect((await record(person as Person, png('b'), after)).kept).toMatchObject([
    { liftedObjection: true },
  ])
  expect(await within((tx) => consent.suppressionsOf(tx, accountId, [tag]))).toEqual([null])
})
