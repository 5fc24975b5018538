// How many files an account may send, and how much of them lies on disk at once.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { takeUpload, uploadsPerHourMax } from '../../files/index.ts'
import { intakeLimits } from '../deps.ts'
import { receiveFile } from './receive-file.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here?.close())

const text = 'Mobile\n0639980001\n'

test('so many files wait on disk, and the next is refused before it is received', async () => {
  const send = () => {
    const stream = Readable.from([Buffer.from(text)])
    const file = { fileName: 'a.csv', stream, sheet: null }
    return receiveFile(here.deps, here.fixture.caller, file)
  }
  for (let sent = 0; sent < intakeLimits.uploadsHeldMax; sent += 1) await send()
  await expect(send()).rejects.toMatchObject({
    code: 'intake.uploads_held',
    details: { files: intakeLimits.uploadsHeldMax },
  })
}, 60_000)

test('so many files are sent an hour, whichever door they come by, and those at once are counted too', async () => {
  const { accountId } = here.fixture
  // Those of the test above are counted as well: an account has one count.
  const asked = Array.from({ length: uploadsPerHourMax }, () => takeUpload(here.deps, accountId))
  const ends = await Promise.allSettled(asked)
  const taken = ends.filter(({ status }) => status === 'fulfilled').length
  expect(taken).toBe(uploadsPerHourMax - intakeLimits.uploadsHeldMax - 1)
  await expect(takeUpload(here.deps, accountId)).rejects.toMatchObject({
    code: 'files.uploads_too_many',
    kind: 'rate_limited',
  })
  await here.fixture.clock.advance(3_600_000)
  await expect(takeUpload(here.deps, accountId)).resolves.toBeUndefined()
})
