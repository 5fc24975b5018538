// Changes after a backup, in a real server that is killed: a STOP of the last seconds is restored.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackupsView } from '../../src/backup/contract.ts'
import { realTimers } from '../support/clock.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type AccordProcess, newPlace, type Place } from '../support/process.ts'
import { commandWords } from '../support/program.ts'
import { accountOf, callerOf, logInOwner, setUp } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const path = '/v1/installation/backups'
const [stays, stopped, late] = ['+33639980061', '+33639980062', '+33639980063'] as const
let above: string
let place: Place
let accord: AccordProcess
let owner: Awaited<ReturnType<typeof setUp>>
let token: string
const caller = callerOf(() => accord.url)
const { call } = caller

beforeAll(async () => {
  above = newTestFolder()
  // As root the database's own user has to pass.
  chmodSync(above, 0o755)
  place = newPlace()
  accord = await place.start({ ACCORD_BACKUP: backups() })
  owner = await setUp(caller, accord.setupCode ?? '')
  token = (await accountOf(caller, owner.cookie)).token
}, 120_000)
afterAll(async () => {
  await place.remove()
  removeTestFolder(above)
})

const backups = () => join(above, 'backups')
const look = async () => (await call<BackupsView>(owner.cookie, 'GET', path)).body
const stop = (number: string) => call(token, 'POST', '/v1/objections', { number })
const isStopped = async (number: string): Promise<boolean> => {
  type Checked = { items: { suppression: string | null }[] }
  const answer = await call<Checked>(token, 'POST', '/v1/objections/check', { numbers: [number] })
  const [found] = answer.body.items
  if (found === undefined) throw new Error('no answer for the number')
  return found.suppression !== null
}

async function restore(to: string, ...more: string[]): Promise<{ status: number; said: string }> {
  const [newest = ''] = readdirSync(backups())
    .filter((name) => name.startsWith('accord-'))
    .sort()
    .reverse()
  const words = ['restore', join(backups(), newest), '--to', to, ...more]
  const [program = '', ...args] = [...commandWords, ...words]
  const { PATH = '' } = process.env
  const env = { PATH, LANG: 'C', ACCORD_DATA: place.data, ACCORD_KEYS: place.keys }
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const status = await new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? -1)),
  )
  return { status, said }
}

/** What `accord status` says of the restored data. */
async function told(): Promise<string> {
  const [program = '', ...args] = [...commandWords, 'status']
  const { PATH = '' } = process.env
  const env = { PATH, LANG: 'C', ACCORD_DATA: join(above, 'restored'), ACCORD_KEYS: place.keys }
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const text of child.stdout.setEncoding('utf8')) said += text
  return said
}

const receiver = (): number | null =>
  accord.family().find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('changes-child')
    } catch {
      return false
    }
  }) ?? null

const slots = async (): Promise<number> => {
  const client = new pg.Client({
    ...{ host: join(place.data, 'run'), port: 5432, user: 'postgres', database: 'postgres' },
  })
  await client.connect()
  try {
    return (await client.query('select from pg_replication_slots')).rowCount ?? 0
  } finally {
    await client.end()
  }
}

/** With the first the others may end by themselves. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ESRCH')
  }
}

/** All that was said before is kept. */
async function kept(): Promise<void> {
  const from = realTimers.now()
  await eventually(async () => {
    const { changes } = await look()
    const until = changes.until === null ? 0 : Date.parse(changes.until)
    return changes.state === 'kept' && until >= from ? true : null
  })
}

test('Without a backup nothing is kept; from the first one on, changes are, and the screen says so', async () => {
  expect((await look()).changes).toMatchObject({ state: 'waiting', until: null, lossSeconds: null })
  expect(receiver()).toBeNull()
  await stop(stays)
  expect((await call(owner.cookie, 'POST', path)).status).toBe(202)
  await eventually(async () => ((await look()).changes.state === 'kept' ? true : null))
  await eventually(async () => ((await look()).changes.lossSeconds === 10 ? true : null))
  expect(receiver()).not.toBeNull()
  // More at once than the pool has connections.
  const notices = await Promise.all(
    Array.from({ length: 13 }, async () => {
      const answer = await fetch(`${accord.url}/notice?lang=en`)
      return { status: answer.status, text: await answer.text() }
    }),
  )
  expect(notices.map(({ status }) => status)).toEqual(Array(13).fill(200))
  for (const { text } of notices)
    expect(text).toContain('what changed since is kept within seconds')
}, 120_000)

test('A receiver that is killed comes back by itself, and loses nothing', async () => {
  const before = receiver() ?? 0
  process.kill(before, 'SIGKILL')
  await stop(late)
  await eventually(async () => (receiver() ?? before) !== before || null)
  await kept()
}, 120_000)

const importText = 'Prénom;Portable\nZoé;+33639980071\n'
async function putUp(): Promise<string> {
  const made = await caller.upload<{ id: string }>(token, '/v1/imports', {
    ...{ name: 'clients.csv', bytes: importText },
  })
  expect(made.status).toBe(201)
  await eventually(async () => ((await importOf(made.body.id)).state === 'received' ? null : true))
  return made.body.id
}
type Shown = { state: string; failure: { code: string; sentence: string } | null }
const importOf = async (id: string) => (await call<Shown>(token, 'GET', `/v1/imports/${id}`)).body
let uploaded: string

test('A STOP of some seconds before the server and its database are killed is restored', async () => {
  uploaded = await putUp()
  await stop(stopped)
  await kept()
  const family = accord.family()
  accord.kill('SIGKILL')
  for (const pid of family) killed(pid)
  await accord.ended
  cpSync(place.keys, join(above, 'keys'), { recursive: true, preserveTimestamps: true })
  const restored = await restore(join(above, 'restored'))
  expect(restored).toMatchObject({ status: 0 })
  expect(restored.said).toContain('all changes after it up to')
  // The changes bring the import and not its file: that is said, with what to do.
  expect(restored.said).toContain('Contact files that the restore did not bring back: 1')
  expect(restored.said).toMatch(/account \d+, uploaded 20\d\d-[^,]+, 1 kB/)
}, 240_000)

test('After the kill the first one goes on without a gap, and leaves no slot when switched off', async () => {
  accord = await place.start({ ACCORD_BACKUP: backups() })
  await eventually(async () => (receiver() === null ? null : true))
  await stop('+33639980064')
  await kept()
  expect(await slots()).toBe(1)
  const moment = (await look()).changes
  expect(Date.parse(moment.from ?? '')).toBeLessThan(Date.parse(moment.until ?? ''))
  accord.kill('SIGTERM')
  await accord.ended
  const refused = await restore(join(above, 'nowhere'), '--at', '2020-01-01T00:00:00Z')
  expect(refused.status).toBe(1)
  expect(refused.said).toContain(moment.from ?? '')

  accord = await place.start({ ACCORD_BACKUP: backups(), ACCORD_BACKUP_CHANGES: 'off' })
  await eventually(async () => ((await slots()) === 0 ? true : null))
  await eventually(async () => ((await look()).changes.state === 'off' ? true : null))
  await eventually(async () => (receiver() === null ? true : null))
  accord.kill('SIGTERM')
  await accord.ended
}, 240_000)

test('What was restored at the kill knows every STOP, and its ledger goes on', async () => {
  accord = await place.start({
    ...{ ACCORD_DATA: join(above, 'restored'), ACCORD_KEYS: join(above, 'keys') },
    ACCORD_BACKUP: join(above, 'other'),
  })
  for (const number of [stays, late, stopped]) expect(await isStopped(number)).toBe(true)
  expect(await isStopped('+33639980064')).toBe(false)
  const lost = await importOf(uploaded)
  expect([lost.state, lost.failure?.code]).toEqual(['failed', 'intake.file_lost'])
  // All sessions ended with the restore.
  await logInOwner({ call, owner })
  const { uploadsLost } = await look()
  expect(uploadsLost).toMatchObject([{ octets: Buffer.byteLength(importText) }])
  expect(await told()).toContain('Contact files that the restore did not bring back: 1')
  await putUp()
  expect((await look()).uploadsLost).toEqual([])
  // The ledger's files are those of the backup, older than the database: they are brought on.
  const size = async () => {
    const { body } = await call<{ size: number }>(token, 'GET', '/v1/ledger/checkpoint')
    return body.size
  }
  const before = await size()
  await stop('+33639980065')
  await eventually(async () => ((await size()) > before ? true : null))
  accord.kill('SIGTERM')
  await accord.ended
}, 240_000)
