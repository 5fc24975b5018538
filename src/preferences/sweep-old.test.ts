// What expired goes by itself, also where nobody makes another;
// requests go five years after their answer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsentFixture, consentFixture } from '../../test/support/consent-fixture.ts'
import { type ContactId, type E164, type SubjectId, uuidV7 } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type AskerDetails, findAsker, sealAsker } from './askers/asker.ts'
import { insertAsker } from './askers/asker-store.ts'
import { endAskersOf, otherRequests } from './askers/same-asker.ts'
import type { FormId } from './form.ts'
import type { Keyword } from './keywords/keyword.ts'
import { keepPending } from './keywords/keyword-store.ts'
import { insertFile, markFetched, stepsOf } from './requests/life-store.ts'
import { answerRequest, insertRequest } from './requests/request-store.ts'
import { recordStep } from './requests/steps.ts'
import { insertLink, insertPending } from './store.ts'
import { sweepPreferences } from './sweep-old.ts'

const dayMs = 86_400_000
let here: ConsentFixture
beforeAll(async () => {
  here = await consentFixture()
})
afterAll(() => here.close())

const within = <T>(work: (tx: Tx) => Promise<T>) =>
  here.test.database.inAccount(here.accountId, work)
let made = 0
const id = () => {
  made += 1
  return `019aaaaa-0000-7000-8000-${String(made).padStart(12, '0')}`
}
const count = async (table: string) => {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query(`select from preferences.${table}`),
  )
  return rows.length
}
let ordered: { name: string; input: unknown }[] = []
const sweep = () => {
  const { test, clock, vault, caller } = here
  const jobs = {
    enqueue: async (_tx: Tx, { name, input }: { name: string; input: unknown }) => {
      ordered.push({ name, input })
    },
  }
  return sweepPreferences({ database: test.database, clock, vault, jobs }, caller)
}

test('codes, links and words go with their time, requests five years after their answer', async () => {
  const { accountId, clock } = here
  const at = clock.now()
  const [subjectId, contactId] = [id() as SubjectId, id() as ContactId]
  const [open, answered] = [id(), id()]
  await within(async (tx) => {
    await insertPending(tx, accountId, {
      ...{ id: id(), formId: id() as FormId, numberTag: Buffer.alloc(16, 1), messageId: id() },
      ...{ bodySealed: Buffer.alloc(4), bodyKey: null, codeTag: Buffer.alloc(16) },
      ...{ madeAt: at, expiresAt: at + 15 * 60_000 },
    })
    const keyword = { id: id(), routeId: id() } as unknown as Keyword
    await keepPending(tx, accountId, {
      ...{ keyword, numberTag: Buffer.alloc(16, 2), messageId: id() },
      ...{ at, expiresAt: at + dayMs },
    })
    const link = { accountId, contactId, subjectId, tag: Buffer.alloc(16, 3), madeAt: at }
    await insertLink(tx, { ...link, expiresAt: at + 30 * dayMs })
    const request = { subjectId, contactId, kind: 'access', askedAt: at, dueAt: at } as const
    const unheard = { heardBy: null, recordedBy: null }
    await insertRequest(tx, accountId, { ...request, ...unheard, id: open })
    await insertRequest(tx, accountId, { ...request, ...unheard, id: answered })
    const done = { answer: 'done', outcome: 'copy_sent', reasonSealed: null } as const
    await answerRequest(tx, accountId, { id: answered, ...done, by: 'a user', at })
  })
  const left = async () =>
    Promise.all(['pending', 'keyword_pending', 'page_link', 'request'].map(count))
  await sweep()
  expect(await left()).toEqual([1, 1, 1, 2])
  await clock.advance(2 * dayMs)
  await sweep()
  expect(await left()).toEqual([0, 0, 1, 2])
  await clock.advance(30 * dayMs)
  await sweep()
  expect(await left()).toEqual([0, 0, 0, 2])
  await clock.advance(5 * 366 * dayMs)
  await sweep()
  // Whoever still waits for an answer keeps their request, however old it is.
  expect(await left()).toEqual([0, 0, 0, 1])
})

test('the request by which data is restricted stays until that is lifted', async () => {
  const { accountId, clock } = here
  const at = clock.now()
  const [subjectId, contactId] = [id() as SubjectId, id() as ContactId]
  const requestId = id()
  const before = await count('request')
  await here.test.asSuperuser((client) =>
    client.query(
      `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
         territory, zone, marketing_state, fields_held, created_at, updated_at, restricted_at)
       values ($1, $2, $3, uuid_send(gen_random_uuid()), '', 'FR', 'FR', 'Europe/Paris', 'open',
         '{}', now(), now(), now())`,
      [accountId, contactId, subjectId],
    ),
  )
  await within(async (tx) => {
    const request = { subjectId, contactId, kind: 'restriction', askedAt: at, dueAt: at } as const
    const unheard = { heardBy: null, recordedBy: null }
    await insertRequest(tx, accountId, { ...request, ...unheard, id: requestId })
    const done = { answer: 'done', outcome: 'restricted', reasonSealed: null } as const
    await answerRequest(tx, accountId, { id: requestId, ...done, by: 'a user', at })
  })
  await clock.advance(6 * 366 * dayMs)
  await sweep()
  expect(await count('request')).toBe(before + 1)
  await here.test.asSuperuser((client) =>
    client.query('update contacts.contact set restricted_at = null where id = $1', [contactId]),
  )
  await sweep()
  expect(await count('request')).toBe(before)
})

test('an answer that nobody fetched goes and says so; one that was fetched goes alone', async () => {
  const { accountId, clock } = here
  const at = clock.now()
  const subjectId = id() as SubjectId
  const requestId = id()
  const files = [id(), id()]
  await within(async (tx) => {
    const asked = {
      kind: 'access',
      askedAt: at,
      dueAt: at,
      heardBy: null,
      recordedBy: null,
    } as const
    await insertRequest(tx, accountId, { ...asked, id: requestId, subjectId, contactId: null })
    for (const fileId of files) {
      await insertFile(tx, accountId, {
        ...{ id: fileId, requestId, subjectId, what: 'answer', mediaType: 'application/zip' },
        ...{ octets: 4, sha256: Buffer.alloc(32), sealed: Buffer.alloc(4), addedAt: at },
        ...{ addedBy: 'system:test', expiresAt: at + 30 * dayMs, fetchedAt: null },
      })
    }
    await markFetched(tx, accountId, { fileId: files[0] ?? '', at })
  })
  await clock.advance(29 * dayMs)
  await sweep()
  expect(await count('request_file')).toBe(2)
  await clock.advance(2 * dayMs)
  await sweep()
  expect(await count('request_file')).toBe(0)
  const steps = await within((tx) => stepsOf(tx, accountId, { requestId }))
  expect(steps.map(({ kind }) => kind)).toEqual(['lapsed'])
})

test('who asked and is no contact goes with their request, and so does the key', async () => {
  const { accountId, clock, vault } = here
  const at = clock.now()
  const [answered, open] = [id(), id()]
  const subjects = await within(async (tx) => {
    const made = await vault.createSubjects(tx, accountId, 2)
    for (const [index, requestId] of [answered, open].entries()) {
      const keys = made[index]
      if (keys === undefined) throw new Error('two keys are made')
      const { subjectId } = keys
      await insertRequest(tx, accountId, {
        ...{ id: requestId, subjectId, contactId: null, kind: 'access', askedAt: at, dueAt: at },
        ...{ heardBy: 'letter', recordedBy: 'user:test', identityWhy: 'no_contact' },
      })
      const details = { name: 'Octave Lemoine' }
      const sealed = sealAsker({ vault }, accountId, { requestId, keys, details })
      const tags = { numberTag: null, emailTag: null }
      await insertAsker(tx, accountId, { requestId, subjectId, sealed, changedAt: at, ...tags })
    }
    const done = { answer: 'done', outcome: 'nothing_held', reasonSealed: null } as const
    await answerRequest(tx, accountId, { id: answered, ...done, by: 'a user', at })
    return made.map(({ subjectId }) => subjectId)
  })
  const asker = (requestId: string) =>
    within((tx) => findAsker({ vault }, tx, accountId, requestId))
  const keysLeft = async () => [
    ...(await within((tx) => vault.openSubjects(tx, accountId, subjects))).keys(),
  ]
  await sweep()
  expect((await asker(answered))?.details).toEqual({ name: 'Octave Lemoine' })
  await clock.advance(5 * 366 * dayMs)
  await sweep()
  expect(await asker(answered)).toBeNull()
  // Whoever still waits for an answer is still known.
  expect((await asker(open))?.details).toEqual({ name: 'Octave Lemoine' })
  expect(await keysLeft()).toEqual([subjects[1]])
})

/** As a version before wrote it down: without its tags. */
async function askedBefore(details: AskerDetails): Promise<string> {
  const { accountId, clock, vault } = here
  const at = clock.now()
  const requestId = id()
  await within(async (tx) => {
    const [keys] = await vault.createSubjects(tx, accountId, 1)
    if (keys === undefined) throw new Error('a key is made')
    const { subjectId } = keys
    await insertRequest(tx, accountId, {
      ...{ id: requestId, subjectId, contactId: null, kind: 'access', askedAt: at, dueAt: at },
      ...{ heardBy: 'letter', recordedBy: 'user:test', identityWhy: 'no_contact' },
    })
    const sealed = sealAsker({ vault }, accountId, { requestId, keys, details })
    const tags = { numberTag: null, emailTag: null }
    await insertAsker(tx, accountId, { requestId, subjectId, sealed, changedAt: at, ...tags })
  })
  await here.test.asSuperuser((client) =>
    client.query('update preferences.request_asker set is_tagged = false where request_id = $1', [
      requestId,
    ]),
  )
  return requestId
}

test('who was written down by a version before is found by number and e-mail after a night', async () => {
  const { accountId, vault } = here
  const details = { number: '+33639980188', email: 'Octave@Lemoine.example' } as AskerDetails
  const requestId = await askedBefore(details)
  const others = (given: AskerDetails) =>
    within((tx) => otherRequests({ vault }, tx, accountId, { requestId: id(), details: given }))
  expect(await others(details)).toEqual([])
  await sweep()
  for (const given of [{ number: details.number }, { email: 'octave@lemoine.example' }]) {
    expect((await others(given as AskerDetails)).map((one) => one.id)).toEqual([requestId])
  }
  expect(await others({})).toEqual([])
})

test('who still waits as their number is erased goes thirty days after the answer', async () => {
  const { accountId, clock, vault } = here
  const number = '+33639980189' as E164
  const requestId = await askedBefore({ number, name: 'Octave Lemoine' })
  const tags = [vault.numberTag(accountId, number)]
  const erased = await within((tx) => endAskersOf({ vault }, tx, accountId, tags))
  expect(erased).toBe(0)
  const asker = () => within((tx) => findAsker({ vault }, tx, accountId, requestId))
  await clock.advance(90 * dayMs)
  await sweep()
  expect((await asker())?.details).toEqual({ number, name: 'Octave Lemoine' })
  const done = { answer: 'done', outcome: 'nothing_held', reasonSealed: null } as const
  const answered = { id: requestId, ...done, by: 'a user', at: clock.now() }
  await within((tx) => answerRequest(tx, accountId, answered))
  await clock.advance(29 * dayMs)
  await sweep()
  expect((await asker())?.details.name).toBe('Octave Lemoine')
  await clock.advance(2 * dayMs)
  await sweep()
  expect(await asker()).toBeNull()
})

test('a telling that nobody settled is looked at after two days', async () => {
  const { accountId, clock } = here
  const at = clock.now()
  const subjectId = id() as SubjectId
  const request = { id: id(), subjectId }
  const told = { state: 'waiting' as const, at: null, messageId: null, why: null }
  const deps = { vault: here.vault, makeId: () => uuidV7(at, new Uint8Array(10).fill(7), 0) }
  await within(async (tx) => {
    const asked = { kind: 'access', askedAt: at, dueAt: at + 30 * dayMs } as const
    const unheard = { contactId: null, heardBy: null, recordedBy: null }
    await insertRequest(tx, accountId, { ...request, ...asked, ...unheard })
    const step = { request, kind: 'received' as const, at: at - 9 * dayMs, by: 'person', told }
    await recordStep(deps as never, tx, accountId, step)
  })
  ordered = []
  await sweep()
  expect(ordered).toEqual([])
  await clock.advance(2 * dayMs + 60_000)
  await sweep()
  expect(ordered).toMatchObject([
    { name: 'preferences.look_after_telling', input: { requestId: request.id } },
  ])
})
