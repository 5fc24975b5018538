// Folders and disks that cannot be used: a start says in one sentence what to do, and ends with 1.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { folderFault } from '../../src/storage/errors.ts'
import { sentence } from '../../src/words/index.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { newPlace, type Place } from '../support/process.ts'
import { accountOf, callerOf, setUp } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const isRoot = process.getuid?.() === 0

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
function newFolder(): string {
  const folder = newTestFolder()
  closers.push(() => removeTestFolder(folder))
  return folder
}
function place(): Place {
  const made = newPlace()
  closers.push(() => made.remove())
  return made
}

const oneSentence = (ended: { code: number | null; told: string }): string => {
  expect(ended.code).toBe(1)
  expect(ended.told.trim().split('\n')).toHaveLength(1)
  return ended.told.trim()
}

test('a data folder that is a file, or below one', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  for (const data of [file, join(file, 'below')]) {
    const told = oneSentence(await place().startAndEnd({ ACCORD_DATA: data }))
    expect(told).toContain(data)
    expect(told).toContain('Set ACCORD_DATA to a folder')
  }
})

test('a data folder that its user may not enter: as root the database’s user, else oneself', async () => {
  const closed = newFolder()
  const data = join(closed, 'data')
  mkdirSync(data)
  chmodSync(isRoot ? closed : data, isRoot ? 0o700 : 0o000)
  const told = oneSentence(await place().startAndEnd({ ACCORD_DATA: data }))
  chmodSync(data, 0o700)
  expect(told).toContain(data)
  expect(told).toContain('set ACCORD_DATA to a')
  if (isRoot) expect(told).toContain(`is inside ${closed}, which the database’s user`)
})

test('a keys folder that is a file', async () => {
  const keys = join(newFolder(), 'keys')
  writeFileSync(keys, '')
  const told = oneSentence(await place().startAndEnd({ ACCORD_KEYS: keys }))
  expect(told).toContain(keys)
}, 60_000)

test('a log that cannot be written does not stop the server', async () => {
  const here = place()
  chmodSync(here.data, 0o711)
  mkdirSync(join(here.data, 'log'), { mode: 0o711 })
  // Every write to it says that the disk is full.
  symlinkSync('/dev/full', join(here.data, 'log', 'accord.log'))
  const accord = await here.start()
  for (let turn = 0; turn < 200; turn += 1) {
    expect((await fetch(`${accord.url}/v1/setup`)).status).toBe(200)
  }
  accord.kill('SIGTERM')
  expect((await accord.ended).code).toBe(0)
}, 60_000)

/** A small disk of its own; null where that is not allowed (an ordinary user, a container). */
function smallDisk(sizeMb: number): string | null {
  if (!isRoot) return null
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const options = ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=755`, 'tmpfs', disk]
  if (spawnSync('mount', options).status !== 0) return null
  closers.push(() => {
    if (spawnSync('umount', [disk]).status !== 0) throw new Error(`${disk} is still mounted`)
  })
  return disk
}

test('a start on a full disk says that it is full', async () => {
  const disk = smallDisk(1)
  if (disk === null) {
    // Nobody may mount here: at least the fault of a full disk has its sentence.
    const fault = folderFault({ code: 'ENOSPC' }, '/srv/accord')
    expect(fault).toMatchObject({ code: 'storage.disk_full' })
    return
  }
  const data = join(disk, 'data')
  mkdirSync(data)
  spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k', 'count=1000'])
  const told = oneSentence(await place().startAndEnd({ ACCORD_DATA: data }))
  expect(told).toBe(sentence('en', 'storage.disk_full'))
})

test('a disk that fills up: 503 with what to do; with room again all that was accepted is there', async () => {
  const disk = smallDisk(320)
  if (disk === null) {
    // Nobody may mount here: at least the fault of a full disk has its sentence.
    const fault = folderFault({ code: 'ENOSPC' }, '/srv/accord')
    expect(fault).toMatchObject({ code: 'storage.disk_full' })
    expect(sentence('en', 'storage.disk_full')).toContain('Free some space')
    return
  }
  const here = place()
  const folders = { ACCORD_DATA: join(disk, 'data'), ACCORD_KEYS: join(disk, 'keys') }
  const accord = await here.start(folders)
  const caller = callerOf(() => accord.url)
  const { call, upload } = caller
  const owner = await setUp(caller, accord.setupCode ?? '')
  const { token } = await accountOf(caller, owner.cookie)
  await call(token, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const accepted: string[] = []
  const send = async () => {
    const answer = await call<{ id: string; detail: string }>(token, 'POST', '/v1/messages', {
      to: `+336399810${String(accepted.length % 100).padStart(2, '0')}`,
      class: 'alert',
      basis: 'contract',
      sender: 'Tilleuls',
      text: `Votre commande ${accepted.length} est prête. ${'Merci. '.repeat(60)}`,
    })
    if (answer.status === 202) accepted.push(answer.body.id)
    return answer
  }
  for (let turn = 0; turn < 5; turn += 1) expect((await send()).status).toBe(202)
  const filler = join(disk, 'filler')
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', 'count=100000'])
  const refused = await eventually(async () => {
    // Many at once: what is left of the last page and of the log of changes is soon used up.
    const answers = await Promise.all(Array.from({ length: 50 }, send))
    return answers.find(({ status }) => status !== 202) ?? null
  })
  expect(refused.status).toBe(503)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  expect(refused.body.detail).toMatch(/Nothing accepted is lost|Check whether it was saved/)
  const file = { name: 'clients.csv', bytes: 'Nom;Portable\n'.repeat(300_000) }
  const notTaken = await upload<{ detail: string }>(token, '/v1/imports', file)
  expect([notTaken.status, notTaken.body.detail.includes('Nothing accepted is lost')]).toEqual([
    503,
    true,
  ])
  unlinkSync(filler)
  await eventually(async () => {
    const answer = await fetch(`${accord.url}/health/ready`)
    return answer.ok ? answer : null
  })
  for (const id of accepted) {
    expect((await call(token, 'GET', `/v1/messages/${id}`)).status).toBe(200)
  }
  expect((await send()).status).toBe(202)
  accord.kill('SIGTERM')
  expect((await accord.ended).code).toBe(0)
}, 90_000)
