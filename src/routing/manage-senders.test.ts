// Senders on a real database: registered, imitated, decided by a second person,
// of one account alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { toldIn } from '../../test/support/told.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { newSender, senderDecision } from './contract.ts'
import {
  decideSender,
  listSenders,
  openRefusal,
  registerSender,
  senderStanding,
} from './manage-senders.ts'

let test_: TestDatabase
beforeAll(async () => {
  test_ = await testDatabase()
})
afterAll(() => test_.close())

const accountId = '0193f6a0-0000-7000-8000-00000000000a' as AccountId
const otherId = '0193f6a0-0000-7000-8000-00000000000b' as AccountId
const caller: Caller = {
  accountId,
  by: { kind: 'system', what: 'test' },
  rights: new Set(),
  language: 'en',
  traceId: 't',
}

const ofInstallation = (): never => {
  throw new Error('nothing of a sender is the installation’s')
}
/** What the vault does stands in its own tests: here only that what is opened was sealed so. */
const vaultHere = {
  sealForInstallation: ofInstallation,
  openForInstallation: ofInstallation,
  sealForAccount: (whose: AccountId, place: object, text: Uint8Array) =>
    Buffer.from(`${whose} ${JSON.stringify(place)} ${Buffer.from(text).toString('base64')}`),
  openForAccount: (whose: AccountId, place: object, sealed: Uint8Array) => {
    const [account, at, text] = Buffer.from(sealed).toString().split(' ')
    expect([account, at]).toEqual([whose, JSON.stringify(place)])
    return Buffer.from(text ?? '', 'base64')
  },
}

test('a sender is approved at once, unless its name is imitated; another account sees none', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(1))
  const deps = { database: test_.database, vault: vaultHere, clock, makeId, record: async () => {} }
  const shop = await registerSender(deps, caller, newSender.parse({ name: 'MABOUTIQUE' }))
  expect(shop.state).toBe('approved')
  await expect(
    registerSender(deps, caller, newSender.parse({ name: 'MABOUTIQUE' })),
  ).rejects.toMatchObject({ code: 'routing.sender_taken' })
  await expect(
    registerSender(deps, caller, newSender.parse({ name: 'MA BOUTIQUE' })),
  ).rejects.toMatchObject({ code: 'routing.sender_bad_character' })
  await expect(
    registerSender(deps, caller, newSender.parse({ name: 'AMELI' })),
  ).rejects.toMatchObject({ code: 'routing.sender_needs_evidence' })
  const ameli = await registerSender(
    deps,
    caller,
    newSender.parse({ name: 'AMELI', evidence: 'mandate of 3 March' }),
  )
  expect(ameli.state).toBe('pending')
  // Staff are told of the name that waits for them, and of no other.
  const waits = (await toldIn(test_)).filter(({ kind }) => kind === 'sender_waits')
  expect(waits).toEqual([
    { kind: 'sender_waits', about: ameli.senderId, details: { name: 'AMELI' } },
  ])
  const ask = (name: string, account = accountId) =>
    test_.database.inAccount(account, (tx) =>
      senderStanding(tx, { accountId: account, name, country: 'FR', at: clock.now() }),
    )
  expect(await ask('AMELI')).toBe('unknown')
  await decideSender(deps, caller, { accountId, senderId: ameli.senderId }, { state: 'approved' })
  expect(await ask('AMELI')).toBe('registered')
  expect(await ask('MABOUTIQUE')).toBe('registered')
  expect(await ask('MABOUTIQUE', otherId)).toBe('unknown')
  expect(await listSenders(deps, otherId)).toEqual([])
  await expect(
    decideSender(
      deps,
      caller,
      { accountId: otherId, senderId: ameli.senderId },
      { state: 'refused', reason: 'Not theirs.' },
    ),
  ).rejects.toMatchObject({ code: 'routing.sender_not_found' })
})

test('a refusal says why, until the name is approved after all', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(2))
  const told: unknown[] = []
  const record = async (_tx: unknown, _caller: unknown, deed: unknown) => void told.push(deed)
  const deps = { database: test_.database, vault: vaultHere, clock, makeId, record }
  const evidence = 'mandate of 3 March'
  const asked = await registerSender(deps, caller, newSender.parse({ name: 'ANTAI', evidence }))
  const place = { accountId, senderId: asked.senderId }
  const why = 'The mandate is of another company.'
  const refused = await decideSender(deps, caller, place, { state: 'refused', reason: why })
  expect(openRefusal(deps, accountId, refused)).toBe(why)
  expect(told.at(-1)).toMatchObject({ action: 'routing.sender_decided', reason: why })
  const approved = await decideSender(deps, caller, place, { state: 'approved' })
  expect(openRefusal(deps, accountId, approved)).toBe(null)
  expect(told.at(-1)).not.toHaveProperty('reason')
  expect(senderDecision.safeParse({ state: 'refused' }).success).toBe(false)
  expect(senderDecision.safeParse({ state: 'refused', reason: ' no ' }).success).toBe(false)
})

test('a refused name is asked for again with what shows the right to it, and waits', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(3))
  const deps = { database: test_.database, vault: vaultHere, clock, makeId, record: async () => {} }
  const ask = (evidence = '') =>
    registerSender(deps, caller, newSender.parse({ name: 'LESTILLEULS', evidence }))
  const asked = await ask()
  const place = { accountId, senderId: asked.senderId }
  await decideSender(deps, caller, place, { state: 'refused', reason: 'A name of another shop.' })
  await expect(ask()).rejects.toMatchObject({ code: 'routing.sender_was_refused' })
  await clock.advance(60_000)
  const again = await ask('RCS Lyon 123 456 789')
  // Once refused it is never approved by itself, whatever its name.
  expect(again).toMatchObject({ senderId: asked.senderId, state: 'pending', refusalSealed: null })
  const waits = (await toldIn(test_)).filter(({ about }) => about === asked.senderId)
  expect(waits.map(({ kind }) => kind)).toContain('sender_waits')
  await expect(ask('RCS Lyon 123 456 789')).rejects.toMatchObject({ code: 'routing.sender_taken' })
  await decideSender(deps, caller, place, { state: 'approved' })
  await expect(ask()).rejects.toMatchObject({ code: 'routing.sender_taken' })
})

test('a refused name is not approved by letting the end of its second asking come', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(5))
  const deps = { database: test_.database, vault: vaultHere, clock, makeId, record: async () => {} }
  const ask = (given: { evidence?: string; expiresAt?: string }) =>
    registerSender(deps, caller, newSender.parse({ name: 'LESPLATANES', ...given }))
  const { senderId } = await ask({})
  const refusal = { state: 'refused' as const, reason: 'A name of another shop.' }
  await decideSender(deps, caller, { accountId, senderId }, refusal)
  await ask({ evidence: 'RCS Lyon 123 456 789', expiresAt: '2026-11-25T10:00:00Z' })
  await clock.advance(2 * 3_600_000)
  expect(await ask({})).toMatchObject({ senderId, state: 'pending', decidedAt: null })
})

test('a name whose end has come is registered again', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(4))
  const deps = { database: test_.database, vault: vaultHere, clock, makeId, record: async () => {} }
  const ask = (expiresAt: string | null) =>
    registerSender(deps, caller, newSender.parse({ name: 'LUMEN', expiresAt }))
  const first = await ask('2026-11-25T10:00:00Z')
  await expect(ask(null)).rejects.toMatchObject({ code: 'routing.sender_taken' })
  await clock.advance(2 * 3_600_000)
  const again = await ask(null)
  expect(again).toMatchObject({ senderId: first.senderId, state: 'approved', expiresAt: null })
})
