// Backups by the screen's routes and by the terminal: made, tried, restored, killed half-way.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackupsView } from '../../src/backup/contract.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { newPlace, type Place } from '../support/process.ts'
import { commandWords } from '../support/program.ts'
import { type Accord, callerOf, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const path = '/v1/installation/backups'
const numbers = ['+33639980051', '+33639980052', '+33639980053']
let above: string
let accord: Accord
let place: Place
let ids: string[]
beforeAll(async () => {
  above = newTestFolder()
  // As root the database's own user has to pass.
  chmodSync(above, 0o755)
  place = newPlace()
  accord = await startAccord({ environment: { ACCORD_BACKUP: join(above, 'backups') } })
  const { token } = accord.accounts[0]
  ids = []
  for (const number of numbers) {
    type Made = { contact: { id: string } }
    const made = await accord.call<Made>(token, 'POST', '/v1/contacts', { number })
    ids.push(made.body.contact.id)
  }
}, 120_000)
afterAll(async () => {
  await accord.stop()
  await place.remove()
  removeTestFolder(above)
})

const look = async () => (await accord.call<BackupsView>(accord.owner.cookie, 'GET', path)).body
const ended = async () => {
  const view = await look()
  return view.underWay === null ? view : null
}

function environment(): Record<string, string> {
  const { PATH = '' } = process.env
  const { dataFolder, keysFolder } = accord.config
  const folders = { ACCORD_DATA: dataFolder, ACCORD_KEYS: keysFolder }
  return { PATH, LANG: 'C', ...folders, ACCORD_BACKUP: join(above, 'backups') }
}

function begin(...words: string[]): ChildProcess {
  const [program = '', ...args] = [...commandWords, ...words]
  return spawn(program, args, { env: environment(), stdio: 'ignore' })
}

/** Not waited for in one go: the server runs in this process. */
async function run(...words: string[]): Promise<{ status: number | null; said: string }> {
  const [program = '', ...args] = [...commandWords, ...words]
  const child = spawn(program, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, said }
}

/** Of backups that receive what the database writes meanwhile. */
async function slots(): Promise<number> {
  const host = join(accord.config.dataFolder, 'run')
  const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    return (await client.query('select from pg_replication_slots where temporary')).rowCount ?? 0
  } finally {
    await client.end()
  }
}

const goneBy = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

test('Whoever manages the installation begins a backup and a drill, and reads what they found', async () => {
  const refused = await accord.call(accord.accounts[0].token, 'GET', path)
  expect(refused.status).toBe(403)
  expect(await look()).toMatchObject({ mode: 'on', ageSeconds: null, items: [], lastDrill: null })

  const begun = await accord.call<BackupsView>(accord.owner.cookie, 'POST', path)
  expect(begun.status).toBe(202)
  const twice = await accord.call(accord.owner.cookie, 'POST', path)
  expect(twice.body).toMatchObject({ code: 'backup.under_way' })
  const made = await eventually(async () => ((await look()).items.length === 1 ? ended() : null))
  expect(made).toMatchObject({ lastFailure: null, items: [{ state: 'whole', opens: 'alone' }] })

  await eventually(async () =>
    (await accord.call(accord.owner.cookie, 'POST', `${path}/drill`)).status === 202 ? true : null,
  )
  const tried = await eventually(async () => ((await look()).lastDrill === null ? null : ended()))
  expect(tried.lastDrill).toMatchObject({ state: 'passed', sentence: null })
  const found = tried.lastDrill?.found
  expect(found).toMatchObject({ opened: 3, sampled: 3, readable: 0, closed: 0, tablesWrong: [] })
}, 240_000)

test('Killed at any moment, a backup and a restore leave what was there, and the next one mends', async () => {
  const folder = join(above, 'backups')
  const before = readdirSync(folder)
  const child = begin('backup')
  await eventually(async () => {
    const unfinished = readdirSync(folder).find((name) => name.startsWith('.new-'))
    const data = join(folder, unfinished ?? '', 'data.sealed')
    const hasBegun = unfinished !== undefined && existsSync(data) && statSync(data).size > 0
    return hasBegun && (await slots()) === 1 ? true : null
  })
  child.kill('SIGKILL')
  await goneBy(child)
  // The database keeps nothing for one that is gone.
  await eventually(async () => ((await slots()) === 0 ? true : null))
  expect((await look()).items).toHaveLength(1)

  const to = join(above, 'killed')
  const backup = join(folder, before[0] ?? '')
  const stage = () => readdirSync(above).find((name) => name.startsWith('.killed.restoring-'))
  // The second is killed while the database server on the restored data runs.
  for (const sign of ['PG_VERSION', 'postmaster.pid']) {
    const restoring = begin('restore', backup, '--to', to)
    await eventually(async () => {
      const unfinished = stage()
      const file = join(above, unfinished ?? '', 'postgres', sign)
      return unfinished !== undefined && existsSync(file) ? true : null
    })
    restoring.kill('SIGKILL')
    await goneBy(restoring)
    expect(existsSync(to)).toBe(false)
  }
  const restored = await run('restore', backup, '--to', to)
  expect(restored).toMatchObject({ status: 0 })
  expect(restored.said).toContain(`Restored to ${to}`)
  expect(stage()).toBeUndefined()
  const again = await run('backup')
  expect(again.said).toContain('Backup made')
  expect(again.said).toContain('same disk')
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  const refused = await run('restore', backup, '--to', to)
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.said).toContain('is not empty')
}, 300_000)

test('Whoever was erased since is erased in a restored backup, others open, and sending waits', async () => {
  const { token } = accord.accounts[0]
  const [erased, stays] = ids as [string, string]
  expect((await accord.call(token, 'DELETE', `/v1/contacts/${erased}`)).status).toBeLessThan(300)
  expect(await run('backup')).toMatchObject({ status: 0 })
  await accord.app().stop()
  const view = readdirSync(join(above, 'backups')).sort()
  const to = join(above, 'restored')
  const restored = await run('restore', join(above, 'backups', view[0] ?? ''), '--to', to)
  expect(restored.said).toContain('Restored')

  const { keysFolder } = accord.config
  const again = await place.start({ ACCORD_DATA: to, ACCORD_KEYS: keysFolder })
  expect(again.said()).toContain('npx accord restored')
  const there = callerOf(() => again.url)
  const reveal = (id: string) =>
    there.call(token, 'POST', `/v1/contacts/${id}/reveal`, { reason: 'la sauvegarde est essayée' })
  expect((await reveal(stays)).body).toMatchObject({ number: numbers[1] })
  const gone = await reveal(erased)
  expect(gone.status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(gone.body)).not.toContain(numbers[0])
  again.kill('SIGTERM')
  await again.ended
}, 240_000)
