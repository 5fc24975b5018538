// Files that are cut, hold NULs or one endless line: one sentence each, in bounded memory.
import { spawn } from 'node:child_process'
import { createWriteStream, openAsBlob, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type AccordProcess, familyPeaksMb, newPlace, type Place } from '../support/process.ts'
import { commandWords } from '../support/program.ts'
import { accountOf, callerOf, setUp } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const workbook = readFileSync(new URL('../../samples/cabinet.xlsx', import.meta.url))
/** The line is never held whole. Node itself takes some 170 MB. */
const memoryMbMax = 450
/** The process that reads a large file, with two threads that have a heap each. */
const importMemoryMbMax = 650

let folder: string
let files: { cut: string; nuls: string; endless: string; onlyEndless: string }
let place: Place
let accord: AccordProcess
let token: string
beforeAll(async () => {
  folder = newTestFolder()
  files = {
    cut: join(folder, 'cut.xlsx'),
    nuls: join(folder, 'nuls.csv'),
    endless: join(folder, 'endless.csv'),
    onlyEndless: join(folder, 'only-endless.csv'),
  }
  writeFileSync(files.cut, workbook.subarray(0, workbook.length / 2))
  writeFileSync(
    files.nuls,
    'Nom;Portable\nDu\0pont;0639980001\n\0\0;\0\nMartin;06\x0039980002\nFictif;0639980003\n',
  )
  const head = 'Nom;Portable\nFictive;0639980011\n'
  await pipeline(
    Readable.from(endless(100, head, '\nModèle;0639980012\n')),
    createWriteStream(files.endless),
  )
  await pipeline(Readable.from(endless(300)), createWriteStream(files.onlyEndless))
  place = newPlace({ isLaid: true })
  // The bound below is for the threads of an import; the engine's would blur it.
  accord = await place.start({ ACCORD_ENGINE_THREAD: 'no' })
  const caller = callerOf(() => accord.url)
  const owner = await setUp(caller, accord.setupCode ?? '')
  token = (await accountOf(caller, owner.cookie)).token
}, 240_000)
afterAll(async () => {
  accord.kill('SIGTERM')
  await accord.ended
  await place.remove()
  removeTestFolder(folder)
})

function* endless(megabytes: number, head = '', tail = ''): Generator<string> {
  yield head
  const megabyte = 'une cellule qui ne finit pas; '.repeat(34_953).slice(0, 1_048_576)
  for (let written = 0; written < megabytes; written += 1) yield megabyte
  yield tail
}

type Said = { code: number | null; out: string; told: string; peakMb: number }

/** `accord classify`, with the most memory that it had. */
function classify(...args: string[]): Promise<Said> {
  const [node = '', ...words] = commandWords
  const child = spawn(node, [...words, 'classify', ...args], {
    env: { PATH: process.env['PATH'], ACCORD_LANGUAGE: 'en', LANG: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Said = { code: null, out: '', told: '', peakMb: 0 }
  child.stdout.on('data', (piece: Buffer) => {
    said.out += piece.toString('utf8')
  })
  child.stderr.on('data', (piece: Buffer) => {
    said.told += piece.toString('utf8')
  })
  const watch = setInterval(() => {
    said.peakMb = Math.max(said.peakMb, ...familyPeaksMb(child.pid ?? 0))
    // The peak is remembered by the kernel: it need only be asked before the end.
  }, 500)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearInterval(watch)
      resolve({ ...said, code })
    })
  })
}

test('accord classify refuses a cut workbook and an endless line alone, each in one sentence', async () => {
  const cut = await classify(files.cut, '--json')
  expect([cut.code, cut.out]).toEqual([1, ''])
  expect(cut.told).toBe(
    'The XLSX file is incomplete: its end is missing. Download or export it again.\n',
  )
  const endless = await classify(files.onlyEndless, '--json')
  expect([endless.code, endless.out]).toEqual([1, ''])
  expect(endless.told).toBe(
    'No row of this file can be read. Line 1 is too long, or has a quotation mark that is never closed. Export it again as CSV, with one contact per row.\n',
  )
  expect(endless.peakMb).toBeLessThan(memoryMbMax)
}, 240_000)

test('accord classify reads on after an endless line, and through NULs', async () => {
  const endless = await classify(files.endless, '--json')
  expect(endless.code).toBe(0)
  expect(JSON.parse(endless.out)).toMatchObject({
    verdict: 'personal_by_itself',
    row_verdicts: 'SS',
  })
  expect(endless.told).toContain('1. The first is line 3')
  expect(endless.peakMb).toBeLessThan(memoryMbMax)
  const nuls = await classify(files.nuls, '--json')
  expect([nuls.code, nuls.told]).toEqual([0, ''])
  expect(JSON.parse(nuls.out)).toMatchObject({ verdict: 'personal_by_itself' })
}, 240_000)

type View = {
  state: string
  counts: Record<string, number>
  failure: { code: string; sentence: string } | null
}

async function upload(path: string, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', await openAsBlob(path), name)
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${accord.url}/v1/imports`, { method: 'POST', headers, body: form })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const { call } = callerOf(() => accord.url)
const reaches = (id: string, states: readonly string[]) =>
  eventually(async () => {
    const { body } = await call<View>(token, 'GET', `/v1/imports/${id}`)
    return states.includes(body.state) ? body : null
  })

async function importAll(path: string, name: string): Promise<View> {
  const id = await upload(path, name)
  await reaches(id, ['analysed', 'mapping_needed', 'failed'])
  const columns = [
    { index: 0, field: 'last_name' },
    { index: 1, field: 'number' },
  ]
  const mapped = await call(token, 'POST', `/v1/imports/${id}/mapping`, { columns, listName: name })
  expect([mapped.status, mapped.status === 202 ? null : mapped.body]).toEqual([202, null])
  return reaches(id, ['done', 'failed'])
}

test('an import of the same files says the same, and keeps what can be read', async () => {
  const cut = await reaches(await upload(files.cut, 'cut.xlsx'), ['failed', 'analysed'])
  expect(cut.failure).toEqual({
    code: 'intake.xlsx_cut',
    sentence: 'The XLSX file is incomplete: its end is missing. Download or export it again.',
  })
  const endless = await importAll(files.endless, 'endless.csv')
  expect(endless).toMatchObject({ state: 'done', counts: { imported: 2, rejected: 1 } })
  const nuls = await importAll(files.nuls, 'nuls.csv')
  expect(nuls.state).toBe('done')
  expect(nuls.counts['imported']).toBeGreaterThanOrEqual(1)
  // The server, and whoever reads for it.
  expect(Math.max(...familyPeaksMb(accord.pid))).toBeLessThan(importMemoryMbMax)
  expect((await fetch(`${accord.url}/health/ready`)).status).toBe(200)
}, 400_000)
