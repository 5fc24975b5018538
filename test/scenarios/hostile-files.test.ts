// Files made to end or to hold up whoever reads them, sent to a running server:
// it answers others meanwhile, and lives.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClassifiedFile } from '../../src/app/reading/classify-file.ts'
import type { Readings } from '../../src/app/reading/reading-process.ts'
import { readingLimits } from '../../src/files/index.ts'
import type { ImportView, SuppressionCounts } from '../../src/intake/contract.ts'
import {
  giantHeader,
  openBrackets,
  sharedGiant,
  sheetNamedOften,
  toAndFroRows,
  widestCsv,
} from '../support/attack-files.ts'
import { classifyingReadings } from '../support/classifying-readings.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { readersBegun } from '../support/readers-begun.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const minutes = 60_000

/**
 * Somebody else's page, again and again while the work is done: held up, if a second of it passed
 * with one answer at most. What is read sooner holds nobody up, and leaves no time to ask often.
 */
async function answeredDuring<T>(accord: Accord, work: () => Promise<T>) {
  const [, other] = accord.accounts
  let isOver = false
  let answered = 0
  const begun = performance.now()
  const asking = (async () => {
    while (!isOver) {
      const { status } = await accord.call(other.token, 'GET', '/v1/imports')
      expect(status).toBe(200)
      if (!isOver) answered += 1
      await realTimers.sleep(20)
    }
  })()
  try {
    const result = await work()
    return { result, isHeldUp: answered <= 1 && performance.now() - begun > 1_000 }
  } finally {
    isOver = true
    await asking
  }
}

describe('sent to a running server', () => {
  let accord: Accord
  let token: string
  beforeAll(async () => {
    accord = await startAccord()
    token = accord.accounts[0].token
  }, 4 * minutes)
  afterAll(() => accord?.stop())

  const files: readonly [string, () => Buffer, string | null][] = [
    ['the 1,019 octets of rows that go to and fro', () => toAndFroRows(40), null],
    ['forty thousand such rows in a small file', () => toAndFroRows(20_000), null],
    ['7 kB of one shared text of 5 MB', () => sharedGiant(), null],
    ['920 kB of 230,000 columns', () => widestCsv(), 'intake.too_many_columns'],
    ['80,000 brackets in a cell', () => openBrackets(), null],
    ['one sheet under twenty names', () => sheetNamedOften(20, 10), 'intake.file_without_records'],
  ]

  for (const [name, make, failure] of files) {
    test(`${name}, as a contact file`, { timeout: 4 * minutes }, async () => {
      const { result, isHeldUp } = await answeredDuring(accord, async () => {
        const file = { name: 'liste', bytes: make() }
        const made = await accord.upload<ImportView>(token, '/v1/imports', file)
        expect(made.status).toBe(201)
        return whenRead(made.body.id)
      })
      expect(result.failure?.code ?? null).toBe(failure)
      expect(['analysed', 'mapping_needed', 'failed']).toContain(result.state)
      expect(isHeldUp).toBe(false)
    })
  }

  for (const [name, make, failure] of files.filter((_, at) => at % 3 === 0)) {
    test(`${name}, as a suppression list`, { timeout: 4 * minutes }, async () => {
      const { result, isHeldUp } = await answeredDuring(accord, () =>
        accord.upload<SuppressionCounts & { code?: string }>(
          token,
          '/v1/objections/import',
          { name: 'liste', bytes: make() },
          { source: 'ancienne plateforme' },
        ),
      )
      expect(result.body.code ?? null).toBe(failure)
      expect(result.status).toBe(failure === null ? 200 : 400)
      expect(isHeldUp).toBe(false)
    })
  }

  test('a 64 MiB header, as an archive of receipts', { timeout: 4 * minutes }, async () => {
    const pieces: Buffer[] = []
    for await (const piece of giantHeader()) pieces.push(piece)
    const file = { name: 'recus.tar', bytes: Buffer.concat(pieces) }
    const { result } = await answeredDuring(accord, () =>
      accord.upload<{ code: string; detail: string }>(token, '/v1/consents/import', file),
    )
    expect([result.status, result.body.code]).toEqual([400, 'receipts.archive_too_large'])
  })

  async function whenRead(id: string): Promise<ImportView> {
    for (;;) {
      const { body } = await accord.call<ImportView>(token, 'GET', `/v1/imports/${id}`)
      if (body.state !== 'received') return body
      await realTimers.sleep(50)
    }
  }
})

describe('the process that reads files', () => {
  const folder = newTestFolder()
  afterAll(() => removeTestFolder(folder))
  const small = join(folder, 'petit.csv')
  writeFileSync(small, 'Mobile\n0639980001\n')

  const classify = (readings: Readings, path: string): Promise<ClassifiedFile> =>
    readings.read({ kind: 'classify', path, sheet: null })
  const crashed = { code: 'files.reading_crashed', kind: 'invalid' }

  test.runIf(process.platform === 'linux')(
    'ends alone where a file takes more memory than it has, and the next file is read',
    { timeout: 4 * minutes },
    async () => {
      // A workbook by its first letters, and as large as one may be: it is held whole.
      const path = join(folder, 'gros.xlsx')
      writeFileSync(path, Buffer.from([0x50, 0x4b, 0x03, 0x04]))
      truncateSync(path, readingLimits.xlsxOctetsMax)
      const readings = classifyingReadings({ memoryMebibytesMax: 450 })
      try {
        await expect(classify(readings, path)).rejects.toMatchObject(crashed)
        expect((await classify(readings, small)).rows).toBe(1)
      } finally {
        await readings.stop()
      }
    },
  )

  test('is ended where it says nothing any more', { timeout: 4 * minutes }, async () => {
    const { readers, stop } = readersBegun()
    const readings = classifyingReadings({ silenceMs: 15_000 })
    try {
      await classify(readings, small)
      const reader = readers[0] as ChildProcess
      reader.kill('SIGSTOP')
      await expect(classify(readings, small)).rejects.toMatchObject(crashed)
      await gone(reader)
    } finally {
      stop()
      await readings.stop()
    }
  })

  test('is not there any more once the last has been stopped, and whoever waits is told', {
    timeout: 4 * minutes,
  }, async () => {
    const { readers, stop } = readersBegun()
    const readings = classifyingReadings({ atOnceMax: 1 })
    try {
      const both = [classify(readings, small), classify(readings, small)]
      const ends = Promise.allSettled(both)
      await eventually(async () => readers[0] ?? null)
      await readings.stop()
      expect(await ends).toMatchObject([
        { status: 'rejected', reason: { code: 'files.reading_cut_off' } },
        { status: 'rejected', reason: { code: 'files.reading_cut_off' } },
      ])
      await gone(readers[0] as ChildProcess)
    } finally {
      stop()
    }
  })

  test('ends with whoever began it, however that ended', { timeout: 4 * minutes }, async () => {
    const args = ['test/support/reading-parent.ts', small]
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(said.toString())
    expect(isThere(pid)).toBe(true)
    parent.kill('SIGKILL')
    await eventually(async () => (isThere(pid) ? null : true))
  })

  const isThere = (pid: number): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  const gone = (reader: ChildProcess) =>
    eventually(async () => (reader.exitCode !== null || reader.signalCode !== null ? true : null))
})
