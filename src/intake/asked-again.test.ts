// An import whose account has enough of them under way comes again, and that is no attempt of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../test/support/intake-fixture.ts'
import { filesError } from '../files/index.ts'
import type { JobRequest } from '../jobs/index.ts'
import { intakeJobs } from './jobs.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
}, 60_000)
afterAll(() => here?.close())

test('a file behind many of its account is read later, however often it has to wait', async () => {
  const importId = await here.received('number\n+33639980001\n')
  // As it is before it was read; a reader ended with it once.
  const asSuperuser = <R extends object>(text: string) =>
    here.fixture.test.asSuperuser(async (client) => (await client.query<R>(text, [importId])).rows)
  await asSuperuser(
    `update intake.import set state = 'received', readings_open = 1 where import_id = $1`,
  )
  const asked: JobRequest[] = []
  const handlers = intakeJobs({
    ...here.deps,
    jobs: { enqueue: async (_tx, request) => void asked.push(request) },
    elsewhere: {
      ...here.elsewhere,
      import: () => Promise.reject(filesError('files.reading_busy')),
    },
  })
  const { accountId } = here.fixture
  const name = 'intake.analyse_import'
  const job = {
    ...{ name, accountId, input: { importId }, isStopping: () => false },
    ...{ attempt: 9, isLastAttempt: true },
  }
  for (let turn = 0; turn < 5; turn += 1) await handlers[name]?.(job)
  expect(asked).toHaveLength(5)
  expect(asked[0]).toMatchObject({ name, key: importId, accountId, input: { importId } })
  expect(asked[0]?.afterMs).toBeGreaterThan(0)
  expect((await here.view(importId)).state).not.toBe('failed')
  const read = await asSuperuser(
    'select readings_open as n from intake.import where import_id = $1',
  )
  expect(read).toEqual([{ n: 1 }])
})
