// Senders on a real database: registered, imitated, decided by a second person,
// of one account alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { newSender } from './contract.ts'
import { decideSender, listSenders, registerSender, senderStanding } from './manage-senders.ts'

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

const sealsNothing = (): never => {
  throw new Error('nothing of a sender is sealed')
}
const noVault = { sealForInstallation: sealsNothing, openForInstallation: sealsNothing }

test('a sender is approved at once, unless its name is imitated; another account sees none', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const makeId = makeTestId(clock, seededRandomness(1))
  const deps = { database: test_.database, vault: noVault, clock, makeId, record: async () => {} }
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
  const ask = (name: string, account = accountId) =>
    test_.database.inAccount(account, (tx) =>
      senderStanding(tx, { accountId: account, name, country: 'FR', at: clock.now() }),
    )
  expect(await ask('AMELI')).toBe('unknown')
  await decideSender(deps, caller, { accountId, senderId: ameli.senderId }, 'approved')
  expect(await ask('AMELI')).toBe('registered')
  expect(await ask('MABOUTIQUE')).toBe('registered')
  expect(await ask('MABOUTIQUE', otherId)).toBe('unknown')
  expect(await listSenders(deps, otherId)).toEqual([])
  await expect(
    decideSender(deps, caller, { accountId: otherId, senderId: ameli.senderId }, 'refused'),
  ).rejects.toMatchObject({ code: 'routing.sender_not_found' })
})
