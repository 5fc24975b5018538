// Requests are told of before their deadline and when it is over, each step once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { toldIn } from '../../../test/support/told.ts'
import type { ContactId, SubjectId } from '../../kernel/index.ts'
import { answerRequest, insertRequest } from './request-store.ts'
import { tellDueRequests } from './tell-due.ts'

const dayMs = 86_400_000
let here: ConsentFixture
beforeAll(async () => {
  here = await consentFixture()
})
afterAll(() => here.close())

const id = (last: number) => `019aaaaa-0000-7000-8000-${String(last).padStart(12, '0')}`

async function ask(last: number, days: number): Promise<void> {
  const at = here.clock.now()
  await here.test.database.inAccount(here.accountId, (tx) =>
    insertRequest(tx, here.accountId, {
      ...{ id: id(last), subjectId: id(90) as SubjectId, contactId: id(91) as ContactId },
      ...{ kind: 'access', askedAt: at, dueAt: at + days * dayMs },
      ...{ heardBy: null, recordedBy: null },
    }),
  )
}

async function look(): Promise<void> {
  const deps = { database: here.test.database, clock: here.clock }
  await tellDueRequests(deps, here.caller)
  await tellDueRequests(deps, here.caller)
}
const told = async () => (await toldIn(here.test)).map(({ about, details }) => [about, details])

test('a week before, two days before, and once it is late; not of what is answered', async () => {
  await ask(1, 8)
  await ask(2, 5)
  await look()
  expect(await told()).toEqual([[id(2), { days: 5 }]])
  await here.test.database.inAccount(here.accountId, (tx) =>
    answerRequest(tx, here.accountId, {
      ...{ id: id(2), answer: 'done', outcome: 'copy_sent', reasonSealed: null },
      ...{ by: 'a user', at: here.clock.now() },
    }),
  )
  await here.clock.advance(2 * dayMs)
  await look()
  await here.clock.advance(5 * dayMs)
  await look()
  await here.clock.advance(2 * dayMs)
  await look()
  expect(await told()).toEqual([
    [id(2), { days: 5 }],
    [id(1), { days: 6 }],
    [id(1), { days: 1 }],
    [id(1), { variant: 'late' }],
  ])
})
