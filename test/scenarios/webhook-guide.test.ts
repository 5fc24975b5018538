// The guide's two receivers, in Node and in Python, run as they stand: each takes what Accord
// signs, and refuses anything else.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeSecret, signedHeaders } from '../../src/webhooks/sign.ts'
import { realTimers, seededRandomness } from '../support/clock.ts'
import { eventually } from '../support/wait.ts'
import { startReceiver } from '../support/webhook-receiver.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/guide/webhooks.md'), 'utf8')
const blockOf = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''

const [secret, other] = [makeSecret(seededRandomness(11)), makeSecret(seededRandomness(12))]
const body = JSON.stringify({ type: 'webhook.test', timestamp: '2026-11-25T09:30:00Z', data: {} })
const at = () => realTimers.now()
/** What is signed, by whom and when; and whether a receiver with `secret` takes it. */
const cases = () => [
  { name: 'signed', headers: signedHeaders([secret], { id: 'a', at: at(), body }), good: true },
  {
    name: 'renewed',
    headers: signedHeaders([other, secret], { id: 'b', at: at(), body }),
    good: true,
  },
  { name: 'forged', headers: signedHeaders([other], { id: 'c', at: at(), body }), good: false },
  {
    name: 'recorded',
    headers: signedHeaders([secret], { id: 'd', at: at() - 600_000, body }),
    good: false,
  },
]

let receiver: ChildProcess | null = null
afterEach(() => {
  receiver?.kill()
  receiver = null
})

test('in Node', { timeout: 30_000 }, async () => {
  const free = await startReceiver()
  const { port } = new URL(free.url)
  await free.close()
  const WEBHOOK_SECRET = secret.reveal('show_to_user')
  const environment = { ...process.env, PORT: port, WEBHOOK_SECRET }
  const run = ['--input-type=module', '-e', blockOf('js')]
  receiver = spawn(process.execPath, run, { env: environment, stdio: 'ignore' })
  const post = (headers: Record<string, string>, sent: string) =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: sent })
  await eventually(() =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: cases()[2]?.headers ?? {} })
      .then(({ status }) => status)
      .catch(() => null),
  )
  for (const { name, headers, good } of cases()) {
    expect([name, (await post(headers, body)).status]).toEqual([name, good ? 204 : 400])
    expect([name, (await post(headers, `${body} `)).status]).toEqual([name, 400])
  }
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('in Python', { timeout: 30_000 }, () => {
  const asks = `
import json, sys
for one in json.load(sys.stdin):
    print(is_genuine(one["headers"], one["body"].encode()))
`
  const asked = cases().flatMap(({ headers, good }) => [
    { headers, body, good },
    { headers, body: `${body} `, good: false },
  ])
  const done = spawnSync('python3', ['-c', blockOf('python') + asks], {
    input: JSON.stringify(asked),
    env: { ...process.env, WEBHOOK_SECRET: secret.reveal('match') },
    encoding: 'utf8',
  })
  expect(done.stderr).toBe('')
  const answers = asked.map(({ good }) => (good ? 'True' : 'False'))
  expect(done.stdout.trim().split('\n')).toEqual(answers)
})
