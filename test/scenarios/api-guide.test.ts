// docs/guide/api.md: each of its blocks is run by a shell against a server of its own,
// as it stands.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { magicNumbers } from '../../src/sandbox/magic-numbers.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type AccordProcess, newPlace, type Place } from '../support/process.ts'
import { npxScript } from '../support/program.ts'

const page = readFileSync(new URL('../../docs/guide/api.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '')

let place: Place
let accord: AccordProcess
let bin: string
let outputs: string[]
let shell: ChildProcess | undefined
beforeAll(async () => {
  place = newPlace({ isLaid: true })
  bin = newTestFolder()
  accord = await place.start({ ACCORD_LANGUAGE: 'en' })
  outputs = await runAll()
}, 180_000)
afterAll(async () => {
  shell?.kill()
  await place?.remove()
  removeTestFolder(bin)
})

/** What an answer takes a moment to show is asked for again, as a reader would. */
const comesLater: Readonly<Record<string, string>> = {
  'reference=order-4512': '"state":"delivered"',
  'reason=operator_refused': '"reference": "order-4513"',
}

/** All blocks in one shell, since later ones use what earlier ones exported. */
async function runAll(): Promise<string[]> {
  const script = blocks.map((block, index) => {
    const awaited = Object.entries(comesLater).find(([ask]) => block.includes(ask))?.[1]
    // What curl shows need not end its line.
    const said = `printf '\\n=== ${index}\\n'`
    if (awaited === undefined) return `${said}\n${block}`
    const again = `until { said="$(${block})"; [[ "$said" == *'${awaited}'* ]]; }; do sleep 0.2; done`
    return `${said}\n${again}\necho "$said"`
  })
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'npx'), npxScript)
  chmodSync(join(bin, 'npx'), 0o755)
  const run = spawn('bash', ['-c', `set -euo pipefail\n${script.join('\n')}`], {
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      ACCORD: accord.url,
      CODE: accord.setupCode ?? '',
      ACCORD_DATA: place.data,
      ACCORD_KEYS: place.keys,
    },
  })
  const told: string[] = []
  const kept = { stdout: '', stderr: '' }
  shell = run
  run.stdout.on('data', (chunk) => {
    kept.stdout += String(chunk)
  })
  run.stderr.on('data', (chunk) => {
    kept.stderr += String(chunk)
  })
  const code = await new Promise<number | null>((resolve) => run.on('close', resolve))
  for (const part of kept.stdout.split(/^=== \d+$/m).slice(1)) told.push(part.trim())
  expect({ code, stderr: kept.stderr, last: code === 0 ? '' : told.at(-1) }).toEqual({
    code: 0,
    stderr: '',
    last: '',
  })
  return told
}

/** The answer of the block that has these words in it. */
function answerOf(words: string): string {
  const index = blocks.findIndex((block) => block.includes(words))
  expect([words, index]).not.toEqual([words, -1])
  return outputs[index] ?? ''
}

test('three commands lead to a message that has arrived', () => {
  expect(JSON.parse(answerOf('/v1/setup'))).toMatchObject({ account: { kind: 'sandbox' } })
  expect(JSON.parse(answerOf('order-4512-ready'))).toMatchObject({ reference: 'order-4512' })
  const { items } = JSON.parse(answerOf('reference=order-4512'))
  expect(items).toMatchObject([{ state: 'delivered', sender: 'SANDBOX' }])
  const curls = blocks
    .slice(0, 4)
    .join('\n')
    .match(/^curl /gm)
  expect(curls).toHaveLength(3)
})

test('a refusal reads as the page shows it', () => {
  const shown = /^```json\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? ''
  expect(JSON.parse(answerOf('nobody-agreed'))).toEqual(JSON.parse(shown))
})

test('clock, reasons and the call back answer as the page says', () => {
  expect(JSON.parse(answerOf('sandbox-clock'))).toMatchObject({ isMoved: true })
  expect(answerOf('reason=operator_refused')).toContain('"operatorStatus": "0x0b"')
  expect(JSON.parse(answerOf('/cancel'))).toMatchObject({
    state: 'cancelled',
    failure: { code: 'called_back' },
  })
})

test('an error is a problem document, and the same key is answered again', () => {
  const problem = JSON.parse(answerOf('"class": "information"'))
  expect(problem).toMatchObject({ status: 400, code: 'http.input_invalid' })
  expect(problem.errors).toMatchObject([{ in: 'body', pointer: '/class' }])
  expect(answerOf('-o /dev/null')).toMatch(/^idempotency-replayed: true/im)
  expect(answerOf('/health/ready')).toContain('"ready":true')
})

test('the numbers of the page are the sandbox operator’s own', () => {
  const told = [...page.matchAll(/^\| (9\d\d) \|/gm)].map(([, digits]) => digits ?? '')
  expect(told.length).toBeGreaterThan(8)
  expect(told.filter((digits) => !(digits in magicNumbers))).toEqual([])
})
