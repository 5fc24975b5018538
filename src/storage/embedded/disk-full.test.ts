// A disk that fills up: one clear sentence, and every acknowledged row is there afterwards.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { realTimers, seededRandomness } from '../../../test/support/clock.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { eventually } from '../../../test/support/wait.ts'
import { type AccountId, AppError } from '../../kernel/index.ts'
import { openStorage, type Storage } from '../open-storage.ts'
import { isAlive } from './folders.ts'

const account = '019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8' as AccountId

/** A small disk of its own; null where that is not allowed (an ordinary user, a container). */
function smallDisk(sizeMb: number): string | null {
  if (process.getuid?.() !== 0) return null
  const folder = newTestFolder()
  folders.push(folder)
  chmodSync(folder, 0o755)
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const options = ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=755`, 'tmpfs', disk]
  if (spawnSync('mount', options).status !== 0) return null
  disks.push(disk)
  return disk
}

const folders: string[] = []
const disks: string[] = []
afterEach(() => {
  for (const disk of disks.splice(0)) {
    // Files within are gone with the disk itself; a folder that is still mounted stays.
    if (spawnSync('umount', [disk]).status !== 0) throw new Error(`${disk} is still mounted`)
  }
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

const open = (disk: string): Promise<Storage> =>
  openStorage({
    databaseUrl: null,
    dataFolder: join(disk, 'data'),
    keysFolder: join(disk, 'keys'),
    timers: realTimers,
    randomness: seededRandomness(),
  })

test('a first start on a disk that is too small says so', async (context) => {
  const disk = smallDisk(24)
  if (disk === null) return context.skip()
  await expect(open(disk)).rejects.toMatchObject({ code: 'storage.disk_full' })
})

test('a disk that fills up under writes loses nothing that was acknowledged', async (context) => {
  const disk = smallDisk(260)
  if (disk === null) return context.skip()
  const storage = await open(disk)
  await storage.asOwner((client) =>
    client.query(`create schema shop; select storage.room_schema('shop');
      create table shop.note (account_id uuid not null, id int not null, body bytea,
        primary key (account_id, id));
      select storage.account_table('shop.note', 'select, insert')`),
  )
  const filler = join(disk, 'filler')
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M', 'count=1000'])
  let acknowledged = 0
  const body = Buffer.alloc(20_000, 7)
  const writing = (async () => {
    for (;;) {
      await storage.database.inAccount(account, (tx) =>
        tx.query('insert into shop.note values ($1, $2, $3)', [account, acknowledged, body]),
      )
      acknowledged += 1
      if (acknowledged > 100_000) return
    }
  })()
  const error = await writing.catch((caught: unknown) => caught)
  // Before the log of changes is full it is the table; else the server stops to save itself.
  expect(error).toMatchObject({ kind: 'unavailable' })
  // Now it has stopped in any case, and cannot start: whoever asks is told what to do.
  const pid = storage.embedded?.pid ?? 0
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await eventually(async () => {
    const write = storage.database.inAccount(account, (tx) =>
      tx.query('insert into shop.note values ($1, $2, $3)', [account, -1, body]),
    )
    const told = await write.then(
      () => null,
      (caught: unknown) => caught,
    )
    return told instanceof AppError && told.code === 'storage.disk_full' ? told : null
  })
  unlinkSync(filler)
  await storage.close()
  const again = await open(disk)
  const { rows } = await again.database.inAccount(account, (tx) =>
    tx.query<{ count: number }>('select count(*) as count from shop.note'),
  )
  expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged)
  expect(rows[0]?.count).toBeLessThanOrEqual(acknowledged + 1)
  await again.close()
})

test('a start on a disk that became full says so and starts again once there is room', async (context) => {
  const disk = smallDisk(260)
  if (disk === null) return context.skip()
  await (await open(disk)).close()
  const filler = join(disk, 'filler')
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k', 'count=1000000'])
  expect(() => writeFileSync(join(disk, 'more'), Buffer.alloc(100_000))).toThrow(/ENOSPC/)
  await expect(open(disk)).rejects.toMatchObject({ code: 'storage.disk_full' })
  unlinkSync(filler)
  await (await open(disk)).close()
})
