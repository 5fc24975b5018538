// Changes after a backup of a real server: received, restored to their end and to moments between.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, realTimers, seededRandomness, testClock } from '../../test/support/clock.ts'
import { embeddedPlaces } from '../../test/support/embedded-places.ts'
import { removeTestFolder } from '../../test/support/folder.ts'
import { administered, markIn } from '../../test/support/storage-acts.ts'
import { eventually } from '../../test/support/wait.ts'
import type { AccountId, SubjectId } from '../kernel/index.ts'
import {
  changeLines,
  changePosition,
  dropChangeLine,
  lsnOf,
  makeChangeLine,
  openStorage,
  type Storage,
} from '../storage/index.ts'
import { openVault, type Vault } from '../vault/index.ts'
import { listBackups } from './backup-folder.ts'
import { openPiece, writePiece } from './change-files.ts'
import { endChangeLines, removeUnneeded } from './change-line.ts'
import { chainFrom, linesIn, piecesOf } from './change-pieces.ts'
import { changesFailure, changesState, changesUntil, seeChanges } from './change-state.ts'
import type { WorkDeps } from './deps.ts'
import { joinPieces } from './join-pieces.ts'
import { openBackup } from './manifest.ts'
import { receiveChanges } from './receive-changes.ts'
import { type RestoreAsked, restoreBackup } from './restore-backup.ts'
import { runBackup, runDrill } from './run-work.ts'
import { ChangesWatch } from './watch-changes.ts'

const randomness = seededRandomness(17)
const makeId = makeTestId()
const hourMs = 3_600_000
let root: string
let places: WorkDeps['places']
let storage: Storage
let vault: Vault
let account: AccountId
/** How far the clock is ahead. */
let aheadMs = 0
const timers = { ...realTimers, now: () => realTimers.now() + aheadMs }
const folder = () => join(root, 'backups')

beforeAll(async () => {
  ;({ root, places } = await embeddedPlaces())
  await open()
  account = makeId() as AccountId
  await vault.createAccount(account)
}, 60_000)
afterAll(async () => {
  await receiver?.stop()
  await storage.close()
  removeTestFolder(root)
})

async function open(): Promise<void> {
  const { dataFolder, keysFolder } = places
  const shared = { databaseUrl: null, dataFolder, keysFolder, timers, randomness }
  storage = await openStorage(shared)
  vault = await openVault({ database: storage.database, keysFolder, randomness })
}

function deps(over: Partial<WorkDeps['settings']> = {}): WorkDeps {
  return {
    ...{ storage, database: storage.database, vault, timers, randomness, makeId, places },
    version: '0.1.0',
    settings: {
      ...{ folder: folder(), keysCopy: null, changes: true, hour: 2, keepDays: 35 },
      ...{ erasureWaitDays: 7, ...over },
    },
    sample: async ({ database, keysFolder }) => {
      const by = await openVault({ keysFolder, database, randomness })
      const found = await database.inAccount(account, (tx) => by.openSubjects(tx, account, known))
      return { tried: found.size, opened: found.size }
    },
  }
}

type Receiving = { stop(): Promise<void>; ended: Promise<unknown> }
let receiver: Receiving | null = null
async function receive(): Promise<void> {
  const [line] = await storage.asOwner(changeLines)
  const { address } = storage.wayIn
  const { keysFolder } = places
  const abort = new AbortController()
  held = line?.line ?? ''
  const set = { folder: folder(), line: held, keysFolder, randomness }
  const order = { ...set, address, timers: realTimers, pieceAfterMs: 200 }
  const ended = receiveChanges(order, abort.signal).then(
    () => null,
    (error: unknown) => error,
  )
  receiver = {
    ended,
    stop: async () => {
      abort.abort()
      await ended
      receiver = null
    },
  }
}

/** The line of the server. */
let held = ''
const lineHeld = () => held
const lineNow = () => linesIn(folder()).at(-1) ?? ''
/** All that was written before is in a piece; the moment by the database's clock. */
async function archived(): Promise<number> {
  const { at, clockMs } = await storage.asOwner(changePosition)
  await eventually(async () => {
    const reached = linesIn(folder()).some((line) =>
      piecesOf(folder(), line).some(({ to }) => to >= lsnOf(at)),
    )
    return reached ? true : null
  })
  return clockMs
}

/** Up to the moment all is held, by the clock of what was written since. */
async function archivedAt(moment: number): Promise<void> {
  await eventually(async () => {
    await storage.asOwner((owner) => owner.query('select pg_current_xact_id()'))
    return piecesOf(folder(), lineNow()).some(({ at }) => at > moment) || null
  })
}

const seen = () => seeChanges({ ...deps(), isEmbedded: true })

const known: SubjectId[] = []
async function add(count: number): Promise<SubjectId[]> {
  const made = await storage.database.inAccount(account, (tx) =>
    vault.createSubjects(tx, account, count),
  )
  known.push(...made.map(({ subjectId }) => subjectId))
  return made.map(({ subjectId }) => subjectId)
}

const restore = (
  backup: string,
  to: string,
  at: RestoreAsked['at'] = 'end',
  pages: string | null = null,
) =>
  restoreBackup(
    {
      ...{ keysFolder: places.keysFolder, timers, randomness },
      loseUploads: async () => [],
      countClosed: async ({ database, keysFolder }) => {
        const by = await openVault({ keysFolder, database, randomness })
        const found = await database.inAccount(account, (tx) => by.openSubjects(tx, account, known))
        return known.filter((id) => (found.get(id)?.contactKey.length ?? 0) === 0).length
      },
    },
    { backup, to: join(root, to), pages, at },
  )

type Seen = { open: SubjectId[]; marks: string[] }
async function look(to: string): Promise<Seen> {
  const { keysFolder } = places
  const restored = await openStorage({
    ...{ databaseUrl: null, dataFolder: join(root, to), keysFolder, timers, randomness },
    migrations: [],
  })
  try {
    const by = await openVault({ keysFolder, database: restored.database, randomness })
    const found = await restored.database.inAccount(account, (tx) =>
      by.openSubjects(tx, account, known),
    )
    const open = known.filter((id) => (found.get(id)?.contactKey.length ?? 0) > 0)
    return { open, marks: await marksOf(restored) }
  } finally {
    await restored.close()
  }
}

const administer = (...texts: string[]) => administered(storage, texts)
const mark = (text: string) => markIn(storage, makeId, text)
const marksOf = (of: Pick<Storage, 'database'>) =>
  of.database.inInstallation(async (tx) => {
    const { rows } = await tx.query<{ tag: Buffer }>('select email_tag as tag from accounts.user')
    return rows.map(({ tag }) => tag.toString()).sort()
  })

let moment: number
let people: SubjectId[]

test('What changes after a backup is there once it is restored, and the backup alone on request', async () => {
  people = await add(300)
  await mark('before')
  const backup = await runBackup(deps(), 'command_line')
  await receive()
  const late = await add(2)
  await mark('after')
  moment = await archived()
  const octets = readFileSync(piecesOf(folder(), lineNow())[0]?.path ?? '')
  expect(octets.includes(account)).toBe(false)

  // The folder of them all stands for the youngest.
  expect(await restore(folder(), 'to-end')).toMatchObject({
    ...{ begunAt: backup.begunAt, changesUntil: expect.any(String), peopleClosed: 0 },
    seconds: expect.any(Number),
  })
  expect(await look('to-end')).toEqual({ open: [...people, ...late], marks: ['after', 'before'] })
  await restore(backup.path, 'alone', 'none')
  // The keys are those of today: of people whom the data does not know, too.
  expect(await look('alone')).toEqual({ open: [...people, ...late], marks: ['before'] })
}, 240_000)

test('Whoever was erased is erased at every moment, and all others open: before the turn and after', async () => {
  const [backup] = listBackups(folder())
  await archivedAt(moment)
  const [erased] = people as [SubjectId]
  await storage.database.inAccount(account, (tx) =>
    vault.destroyKeys(tx, account, [erased], 'both'),
  )
  await mark('erased')
  await archived()
  const others = known.filter((id) => id !== erased)

  aheadMs += 13 * hourMs
  await vault.keepInOrder(account, timers.now())
  // Nobody has made a backup since, and the longest wait is over: the key before the turn goes.
  aheadMs += 8 * 24 * hourMs
  await vault.keepInOrder(account, timers.now())
  const keyFile = join(places.keysFolder, 'accounts', `${account}.json`)
  expect(Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')).epochs)).toEqual(['2'])
  await mark('turned')
  await archived()
  // The pages that are named are older than the erasure: they are left out at every moment.
  const before = await restore(backup?.path ?? '', 'before-erasure', moment, backup?.path ?? '')
  expect(before).toMatchObject({ pagesLeftOut: true, peopleClosed: 1 })
  expect(await look('before-erasure')).toEqual({ open: others, marks: ['after', 'before'] })
  // Its own pages know the erased one, and are older than those at the end of the changes.
  const restored = await restore(backup?.path ?? '', 'after-turn', 'end', backup?.path ?? '')
  expect(restored).toMatchObject({ pagesLeftOut: true, peopleClosed: 1 })
  expect(await look('after-turn')).toEqual({
    open: others,
    marks: ['after', 'before', 'erased', 'turned'],
  })
}, 240_000)

test('A moment that is not held is refused with those that are', async () => {
  const [backup] = listBackups(folder())
  const path = backup?.path ?? ''
  for (const at of [moment - 24 * hourMs, moment + 24 * hourMs]) {
    await expect(restore(path, 'nowhere', at)).rejects.toMatchObject({
      code: 'backup.moment_not_held',
      details: { from: expect.stringMatching(/Z$/), until: expect.stringMatching(/Z$/) },
    })
  }
}, 60_000)

test('A receiver that ended goes on where its last piece ends; the database may end meanwhile', async () => {
  const [backup] = listBackups(folder())
  await receiver?.stop()
  await mark('while away')
  process.kill(storage.embedded?.pid ?? 0, 'SIGKILL')
  await eventually(() => storage.asOwner(changeLines).catch(() => null))
  await eventually(() =>
    mark('after crash').then(
      () => true,
      () => null,
    ),
  )
  // The last one cannot be read any more, and another only has a name: both are taken once more.
  const own = join(folder(), `changes-${lineNow()}`)
  const last = piecesOf(folder(), lineNow()).reduce((one, two) => (one.to > two.to ? one : two))
  writeFileSync(last.path, readFileSync(last.path).subarray(0, -1))
  const [junkFrom, junkTo] = ['0'.repeat(16), 'f'.repeat(16)]
  const junk = join(own, `${junkFrom}-${junkTo}-0000000000001-p00000000.sealed`)
  writeFileSync(junk, 'junk')
  await receive()
  // By its name the junk holds everything that will ever be written: nothing is waited for before.
  await eventually(async () => (existsSync(junk) || existsSync(last.path) ? null : true))
  await archived()
  const pieces = piecesOf(folder(), lineNow())
  expect(pieces.map(({ path }) => path)).not.toContain(last.path)
  expect(chainFrom(pieces, pieces[0]?.from ?? 0n).isBroken).toBe(false)
  await restore(backup?.path ?? '', 'after-crash')
  const { marks } = await look('after-crash')
  expect(marks).toEqual(expect.arrayContaining(['after crash', 'while away']))
}, 240_000)

test('A changed, cut or missing piece is refused, and the moment before it is offered', async () => {
  const [backup] = listBackups(folder())
  const path = backup?.path ?? ''
  await mark('whole')
  await archived()
  const { at } = await storage.asOwner(changePosition)
  for (const text of ['hit', 'behind']) {
    await mark(text)
    await archived()
  }
  await (receiver as Receiving).stop()
  const hit = piecesOf(folder(), lineNow()).find(({ to }) => to > lsnOf(at))
  if (hit === undefined) throw new Error('too few pieces')
  const whole = readFileSync(hit.path)
  const changed = Buffer.from(whole)
  changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 1
  let until = ''
  for (const octets of [changed, whole.subarray(0, -1), null]) {
    if (octets === null) rmSync(hit.path)
    else writeFileSync(hit.path, octets)
    const refused = await restore(path, 'nowhere').catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'backup.changes_damaged' })
    until = (refused as { details: { until: string } }).details.until
  }
  expect(await restore(path, 'before-damage', Date.parse(until))).toMatchObject({
    changesUntil: until,
  })
  const { marks } = await look('before-damage')
  expect(marks).toContain('whole')
  expect(marks).not.toContain('behind')
  writeFileSync(hit.path, whole)
  expect(readdirSync(root).filter((name) => /nowhere/.test(name))).toEqual([])
}, 240_000)

test('The drill replays the changes and says up to when, and finds a piece that is missing', async () => {
  await receive()
  await mark('drilled')
  await archived()
  const drilled = await runDrill(deps(), 'command_line')
  expect(drilled).toMatchObject({ isWell: true, found: { changesFault: null } })
  expect(drilled.found).toMatchObject({ closed: 0, readable: 0 })
  expect(drilled.found.sampled).toBeGreaterThan(250)
  expect(Date.parse(drilled.found.changesUntil ?? '')).toBeGreaterThan(moment)
  const [hit] = piecesOf(folder(), lineNow()).slice(-2)
  const whole = readFileSync(hit?.path ?? '')
  rmSync(hit?.path ?? '')
  expect(await seen()).toMatchObject({ gap: 'piece_missing', changes: { state: 'interrupted' } })
  expect(changesUntil(deps())).toBeNull()
  const said: string[] = []
  const clock = testClock(new Date(timers.now()).toISOString())
  const logger = { error: (code: string) => said.push(code) }
  const watch = new ChangesWatch({ ...deps(), isEmbedded: true, timers: clock, logger })
  await watch.look()
  expect(watch.seen.changes.state).toBe('interrupted')
  expect(watch.neededSince).toBeNull()
  await clock.advance(61_000)
  await watch.look()
  expect(watch.neededSince).toBe(clock.now())
  expect(said).toEqual(['backup.changes_gap'])
  const found = await runDrill(deps(), 'command_line')
  expect(found).toMatchObject({ isWell: false, found: { changesFault: expect.any(String) } })
  writeFileSync(hit?.path ?? '', whole)
  await clock.advance(11_000)
  await watch.look()
  expect(watch.neededSince).toBeNull()
  // A folder that was emptied, while the server still keeps the line.
  const away = deps({ folder: join(root, 'away') })
  expect(await seeChanges({ ...away, isEmbedded: true })).toMatchObject({
    ...{ gap: 'no_backup', newestAt: null, changes: { state: 'interrupted' } },
  })
}, 240_000)

test('Pieces stay for the two youngest backups, and go with what no backup needs', async () => {
  const first = piecesOf(folder(), lineNow()).at(-1)
  const isThere = () => piecesOf(folder(), lineNow()).some(({ path }) => path === first?.path)
  await mark('second')
  await runBackup(deps(), 'command_line')
  expect(isThere()).toBe(true)
  await archived()
  await runBackup(deps(), 'command_line')
  expect(isThere()).toBe(false)
  // The oldest, whose pieces are gone, is still restored as it was made, with the keys of today.
  const [, second, oldest] = listBackups(folder())
  expect(await restore(oldest?.path ?? '', 'oldest')).toMatchObject({ changesUntil: null })
  expect((await look('oldest')).marks).toEqual(['before'])
  await mark('third')
  await archived()
  const since = (path = '') =>
    lsnOf(openBackup(path, places.keysFolder, randomness).manifest.changes?.from ?? '')
  const first2 = () => piecesOf(folder(), lineNow())[0]?.to ?? 0n
  expect(first2() <= since(listBackups(folder())[0]?.path)).toBe(true)
  expect(first2() > since(second?.path)).toBe(true)
  // Too many octets: they stay for the youngest alone.
  await removeUnneeded(deps(), { taken: null, octetsMax: 1 })
  expect(first2() > since(listBackups(folder())[0]?.path)).toBe(true)
}, 240_000)

test('A line that is lost is told, begins anew with the next backup, and none is left when switched off', async () => {
  const [lost] = await storage.asOwner(changeLines)
  await receiver?.stop()
  const { address } = storage.wayIn
  await dropChangeLine(address, lost?.line ?? '')
  await administer('select pg_switch_wal()', 'checkpoint')
  await makeChangeLine(address, lost?.line ?? '')
  await mark('missed')
  // It begins later than the last piece ends, as after a slot that was left behind.
  const pieces = piecesOf(folder(), lost?.line ?? '')
  for (const { path } of pieces.slice(1)) rmSync(path)
  await receive()
  expect(changesFailure(await receiver?.ended)).toBe('backup.changes_lost')
  receiver = null
  await storage.asOwner((owner) => endChangeLines(owner, address))
  await runBackup(deps(), 'command_line')
  const [line] = await storage.asOwner(changeLines)
  expect(line?.line).not.toBe(lost?.line)
  await receive()
  await mark('anew')
  await archived()
  expect(await seen()).toMatchObject({
    ...{ gap: null, changes: { state: 'kept', until: expect.any(Number) } },
  })
  expect(changesUntil(deps())).toBeGreaterThan(moment)
  await (receiver as Receiving | null)?.stop()
  // All that was written is there, and yet nobody takes what comes.
  await eventually(async () => ((await seen()).changes.state === 'late' ? true : null))

  expect(await storage.asOwner((owner) => endChangeLines(owner, address))).toBe(1)
  expect(await storage.asOwner(changeLines)).toEqual([])
}, 240_000)

test('Data that was put back has another history: its changes are no part of the line', async () => {
  await runBackup(deps(), 'command_line')
  await receive()
  await mark('own')
  await archived()
  await receiver?.stop()
  const last = piecesOf(folder(), lineHeld()).at(-1)
  if (last === undefined) throw new Error('no piece')
  // As if the server had gone on otherwise before its files were put back.
  const octets = Buffer.alloc(64, 7)
  const to = last.to + 64n
  const sha256 = createHash('sha256').update(octets).digest('hex')
  const tail = { from: last.to.toString(16), sha256 }
  const set = { folder: folder(), line: lineHeld(), keysFolder: places.keysFolder, randomness }
  const head = { line: set.line, timeline: 1, from: '', to: '', tail }
  await writePiece(set, { from: last.to, to, at: last.at, isJoined: false }, head, [octets])
  await mark('other')
  await receive()
  expect(changesFailure(await receiver?.ended)).toBe('backup.changes_lost')
  receiver = null
  // What a restore would read of it is no history of this server.
  const state = await changesState({ ...deps(), isEmbedded: true })
  expect(state.until).toBe(last.at)
}, 120_000)

test('Of the folder of all backups none is taken for a moment that none of them reaches', async () => {
  expect(listBackups(folder()).length).toBeGreaterThan(2)
  await expect(restore(folder(), 'nowhere', moment)).rejects.toMatchObject({
    code: expect.stringMatching(/^backup\.(?:moment|changes)_not_held$/),
  })
}, 120_000)

test('A receiver that is away too long loses its slot, and not the disk; a backup begins a new line', async () => {
  await runBackup(deps(), 'command_line')
  const [before] = await storage.asOwner(changeLines)
  const [shown] = await administer('show max_slot_wal_keep_size')
  expect(shown?.rows).toEqual([{ max_slot_wal_keep_size: '2GB' }])
  const goOn = ["select pg_logical_emit_message(false, 'accord', 'x')", 'select pg_switch_wal()']
  await administer(
    ...["alter system set max_slot_wal_keep_size = '32MB'", 'select pg_reload_conf()'],
    ...Array.from({ length: 5 }, () => goOn).flat(),
    ...['checkpoint', 'alter system reset max_slot_wal_keep_size', 'select pg_reload_conf()'],
  )
  expect(await storage.asOwner(changeLines)).toMatchObject([
    { line: before?.line, isWhole: false, isTaken: false },
  ])
  await receive()
  expect(changesFailure(await receiver?.ended)).toBe('backup.changes_lost')
  receiver = null
  expect(await changesState({ ...deps(), isEmbedded: true })).toMatchObject({
    state: 'interrupted',
  })
  await runBackup(deps(), 'command_line')
  const [after] = await storage.asOwner(changeLines)
  expect(after).toMatchObject({ isWhole: true })
  expect(after?.line).not.toBe(before?.line)
}, 120_000)

test('Many small pieces become one, and are removed when nobody can be reading them any more', async () => {
  const set = { folder: join(root, 'small'), line: '0123456789abcdef', randomness }
  const deps = { ...set, keysFolder: places.keysFolder, timers }
  mkdirSync(join(set.folder, `changes-${set.line}`), { recursive: true })
  const tail = { from: '0', sha256: '' }
  const octetOf = (number: number) => Buffer.alloc(10, number)
  for (let number = 0; number < 120; number += 1) {
    const [from, to] = [BigInt(number * 10), BigInt(number * 10 + 10)]
    const head = { line: set.line, timeline: 1, from: '', to: '', tail }
    const facts = { from, to, at: 1_000 + number, isJoined: false }
    await writePiece(deps, facts, head, [octetOf(number)])
    await joinPieces(deps)
  }
  const all = piecesOf(set.folder, set.line)
  expect(all).toHaveLength(121)
  const { pieces, isBroken } = chainFrom(all, 0n)
  expect(pieces).toMatchObject([{ isJoined: true, from: 0n, to: 1_200n, at: 1_119 }])
  expect(isBroken).toBe(false)
  const read: Buffer[] = []
  const [joined] = pieces
  if (joined === undefined) throw new Error('nothing was joined')
  for await (const some of (await openPiece(deps, joined)).octets) read.push(some)
  const whole = Array.from({ length: 120 }, (_, number) => octetOf(number))
  expect(Buffer.concat(read)).toEqual(Buffer.concat(whole))
  aheadMs += 2 * hourMs
  await joinPieces(deps)
  expect(piecesOf(set.folder, set.line)).toHaveLength(1)
}, 60_000)

const piece = (from: number, to: number) =>
  ({ from: BigInt(from), to: BigInt(to), name: `${from}-${to}` }) as Parameters<
    typeof chainFrom
  >[0][number]
test.each([
  ['nothing is there', [], 5, [], false],
  ['one after the other', [piece(0, 10), piece(10, 20)], 5, ['0-10', '10-20'], false],
  ['those before are left out', [piece(0, 5), piece(5, 9)], 5, ['5-9'], false],
  ['the longer one counts', [piece(0, 30), piece(0, 10), piece(10, 20)], 0, ['0-30'], false],
  ['a gap ends it', [piece(0, 10), piece(11, 20)], 0, ['0-10'], true],
  ['the first is missing', [piece(6, 10)], 5, [], true],
])('A chain of pieces: %s', (_, pieces, from, names, isBroken) => {
  const found = chainFrom(pieces, BigInt(from))
  expect(found.pieces.map(({ name }) => name)).toEqual(names)
  expect(found.isBroken).toBe(isBroken)
})
