// A server that ends in the middle of a file leaves what came of it: it does not stay.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import type { JobRequest } from '../../jobs/index.ts'
import { intakeJobs } from '../jobs.ts'
import { receiveFile } from './receive-file.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
}, 60_000)
afterAll(() => here?.close())

test('what came of a file and the keys that open it go two days later', async () => {
  const { deps, elsewhere, fixture } = here
  const asked: JobRequest[] = []
  const jobs = { enqueue: async (_tx: unknown, request: JobRequest) => void asked.push(request) }
  let endServer: (error: Error) => void = () => undefined
  async function* cutOff() {
    yield Buffer.alloc(3 * 1_048_576, 'a')
    await new Promise((_resolve, reject) => {
      endServer = reject
    })
  }
  const file = { fileName: 'a.csv', stream: Readable.from(cutOff()), sheet: null }
  const received = receiveFile({ ...deps, jobs }, fixture.caller, file)
  received.catch(() => undefined)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  const [{ name, accountId, input, afterMs } = {} as JobRequest] = asked
  const upload = join(fixture.dataFolder, 'imports', String(input['importId']), 'upload')
  await vi.waitFor(() => expect(existsSync(upload)).toBe(true))
  expect(afterMs).toBe(48 * 3_600_000)
  const keysLeft = async () => {
    const people = [input['file'], input['rejects']] as never[]
    const held = await deps.database.inAccount(fixture.accountId, (tx) =>
      deps.vault.openSubjects(tx, fixture.accountId, people),
    )
    return [...held.values()].filter(({ contactKey }) => contactKey instanceof Uint8Array).length
  }
  expect(await keysLeft()).toBe(2)
  const job = { name, accountId, input, attempt: 1, isLastAttempt: false, isStopping: () => false }
  // As the next start of the server does it: once and once again.
  for (let turn = 0; turn < 2; turn += 1) await intakeJobs({ ...deps, elsewhere })[name]?.(job)
  expect(existsSync(upload)).toBe(false)
  expect(await keysLeft()).toBe(0)
  endServer(new Error('the server ended'))
  await expect(received).rejects.toThrow()
})
