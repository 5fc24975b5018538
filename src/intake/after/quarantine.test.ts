// Quarantine: counted by reason, proven by who may be, deleted with their keys; a no stays a no.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { createContacts } from '../../contacts/index.ts'
import type { ListId } from '../../kernel/index.ts'
import { deleteQuarantined, proveQuarantined, readQuarantine } from './quarantine.ts'

let here: IntakeFixture
let listId: ListId
beforeAll(async () => {
  here = await intakeFixture()
  const file = [
    'Portable;Accord SMS;Date;Recueilli',
    '0639987801;oui;12/03/2026;caisse',
    '0639987802;oui;;caisse',
    '0639987803;oui;;caisse',
    '0639987804;non;;',
    '0639987805;oui;;caisse',
  ].join('\n')
  const importId = await here.received(file)
  const done = await here.run(importId, {
    columns: [
      { index: 0, field: 'number' },
      { index: 1, field: 'consent_given' },
      { index: 2, field: 'consent_date' },
      { index: 3, field: 'consent_source' },
    ],
    listName: 'Quarantaine',
    consent: { wordingId: here.wordingId },
  })
  listId = done.listId as ListId
})
afterAll(() => here.close())

const proof = (reason: string) => ({
  reason,
  listId: null,
  after: null,
  purpose: 'offers',
  wordingId: here.wordingId,
  date: '2026-03-12',
  source: 'cartes signées en caisse',
  declared: true as const,
})
const caller = () => here.fixture.caller

test('each reason has its count, its sentence and what to do next', async () => {
  const view = await readQuarantine(here.deps, caller(), listId)
  expect(view.items.map(({ reason, contacts }) => [reason, contacts])).toEqual([
    ['consent_without_date', 3],
    ['consent_not_given', 1],
  ])
  // Who did not agree is not among those to be proven.
  expect(view).toMatchObject({ contacts: 3, declined: 1 })
  expect(view.items.map(({ hasDeclined }) => hasDeclined)).toEqual([false, true])
  const possible = view.items.map(({ next }) =>
    next.filter(({ isPossible }) => isPossible).map(({ step }) => step),
  )
  expect(possible).toEqual([['ask', 'prove', 'delete'], ['delete']])
  const [ask] = view.items[0]?.next ?? []
  expect(ask?.sentence).toMatch(/Jamais par SMS|Never by SMS/)
})

test('a declared proof opens those whom nothing speaks against, and nobody who objected', async () => {
  const objector = await here.find('+33639987803')
  if (objector === null) throw new Error('a contact')
  const { accountId } = here.fixture
  await here.deps.database.inAccount(accountId, async (tx) => {
    const keys = (await here.deps.vault.openSubjects(tx, accountId, [objector.subjectId])).get(
      objector.subjectId,
    )
    await here.deps.consent.recordStops(tx, caller(), {
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'test',
      rows: [
        {
          tag: here.deps.vault.suppressionTag(accountId, '+33639987803' as never),
          keys: keys ?? null,
          at: here.deps.clock.now(),
        },
      ],
    })
  })
  const answer = await proveQuarantined(here.deps, caller(), proof('consent_without_date'))
  expect(answer).toEqual({ looked: 3, proven: 2, refused: 1, after: null })
  expect((await here.find('+33639987802'))?.marketingState).toBe('open')
  expect((await here.find('+33639987803'))?.marketingState).toBe('quarantine')
})

test('who said no is not proven by a declaration', async () => {
  const asked = proveQuarantined(here.deps, caller(), proof('consent_not_given'))
  await expect(asked).rejects.toMatchObject({ code: 'intake.quarantine_said_no' })
})

test('who is deleted is gone, with the key, and the others stay', async () => {
  const asked = { reason: 'consent_not_given', listId }
  expect(await deleteQuarantined(here.deps, caller(), asked)).toMatchObject({
    deleted: 1,
    left: false,
  })
  expect(await here.find('+33639987804')).toBeNull()
  expect(await deleteQuarantined(here.deps, caller(), asked)).toMatchObject({
    deleted: 0,
    left: false,
  })
  const { items } = await readQuarantine(here.deps, caller(), listId)
  expect(items.map(({ reason }) => reason)).toEqual(['consent_without_date'])
})

test('who is restricted, or waits for an answer, stays, and is counted', async () => {
  const { accountId, clock, vault, consent } = here.fixture
  const { database, audit, makeId } = here.deps
  const numbers = ['+33639987811', '+33639987812', '+33639987813']
  const file = ['Portable;Accord SMS', ...numbers.map((one) => `${one};non`)].join('\n')
  const importId = await here.received(file)
  const done = await here.run(importId, {
    columns: [
      { index: 0, field: 'number' },
      { index: 1, field: 'consent_given' },
    ],
    listName: 'Demandes',
    consent: { wordingId: here.wordingId },
  })
  const [restricted, asking] = await Promise.all(numbers.slice(0, 2).map((one) => here.find(one)))
  if (restricted == null || asking == null) throw new Error('they are there')
  await database.inAccount(accountId, (tx) =>
    here.contacts.restrict(tx, accountId, {
      ...{ contactId: restricted.id, at: clock.now(), isRestricted: true },
    }),
  )
  const contacts = createContacts({
    ...{ database, vault, audit, clock, makeId, proofs: consent },
    accounts: { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) },
    openRequests: {
      of: async () => [{ subjectId: asking.subjectId, requestId: 'r' }],
      people: async () => [asking.subjectId],
      restriction: async () => null,
    },
  })
  const asked = { reason: 'consent_not_given', listId: done.listId }
  const deps = { ...here.deps, contacts }
  expect(await deleteQuarantined(deps, caller(), asked)).toEqual({
    ...{ deleted: 1, left: false, kept: 2 },
  })
  expect(await deleteQuarantined(deps, caller(), asked)).toEqual({
    ...{ deleted: 0, left: false, kept: 2 },
  })
  expect(await here.find(numbers[2] ?? '')).toBeNull()
})
