// The vault over a real database and a folder of its own: keys made, found, destroyed, rotated,
// lost.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestId, seededRandomness } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { type AccountId, asE164, type E164, type RouteId, type SubjectId } from '../kernel/index.ts'
import { newKeyRing } from './account-keys.ts'
import {
  confirmCopy,
  hasKey,
  openVault,
  restoreRoot,
  type SubjectKeys,
  type Vault,
} from './index.ts'
import { openPage } from './page.ts'
import { randomPool } from './sealing.ts'

let db: TestDatabase
let folder: string
let keysFolder: string
let vault: Vault
let account: AccountId
const makeId = makeTestId()
const randomness = seededRandomness(42)
const number = asE164('+33639980012') as E164
const place = { table: 'contacts.contact', column: 'sealed', rowId: 'r1' }
const plain = Buffer.from('plain words')
const now = Date.parse('2026-11-25T09:00:00Z')

beforeAll(async () => {
  db = await testDatabase()
  folder = newTestFolder()
  keysFolder = join(folder, 'keys')
  vault = await openVault({ keysFolder, database: db.database, randomness })
})
afterAll(async () => {
  await db.close()
  removeTestFolder(folder)
})
beforeEach(async () => {
  account = makeId() as AccountId
  await vault.createAccount(account)
})

const create = (count: number): Promise<SubjectKeys[]> =>
  db.database.inAccount(account, (tx) => vault.createSubjects(tx, account, count))
const opened = (ids: readonly SubjectId[]): Promise<Map<SubjectId, SubjectKeys>> =>
  db.database.inAccount(account, (tx) => vault.openSubjects(tx, account, ids))
const pages = async (): Promise<
  { page_no: number; epoch: number; version: number; sealed: Buffer }[]
> =>
  db.database.inAccount(
    account,
    async (tx) =>
      (
        await tx.query<{ page_no: number; epoch: number; version: number; sealed: Buffer }>(
          'select page_no, epoch, version, sealed from vault.page order by page_no',
        )
      ).rows,
  )
const reopen = (): Promise<Vault> => openVault({ keysFolder, database: db.database, randomness })

function same(left: SubjectKeys | undefined, right: SubjectKeys | undefined): void {
  expect(left?.subjectId).toBe(right?.subjectId)
  expect(Buffer.from(left?.contactKey ?? []).equals(right?.contactKey ?? Buffer.alloc(1))).toBe(
    true,
  )
  expect(Buffer.from(left?.proofKey ?? []).equals(right?.proofKey ?? Buffer.alloc(1))).toBe(true)
}

describe('new people', () => {
  test('in bulk fill pages, and are found again by another process', async () => {
    const made = await create(600)
    expect(new Set(made.map((keys) => keys.subjectId)).size).toBe(600)
    expect((await pages()).length).toBe(3)
    const other = await reopen()
    const ids = made.map((keys) => keys.subjectId)
    const found = await db.database.inAccount(account, (tx) => other.openSubjects(tx, account, ids))
    expect(found.size).toBe(600)
    for (const keys of made) same(found.get(keys.subjectId), keys)
  })

  test('one by one wait in the tail, and keep their keys when they are folded', async () => {
    const made = [...(await create(1)), ...(await create(3))]
    expect(await pages()).toEqual([])
    same((await opened([made[2]?.subjectId as SubjectId])).values().next().value, made[2])
    const folded = await db.database.inAccount(account, (tx) => vault.foldTail(tx, account))
    expect(folded).toBe(4)
    const late = await create(2)
    await db.database.inAccount(account, (tx) => vault.foldTail(tx, account))
    expect((await pages()).length).toBe(1)
    const found = await opened([...made, ...late].map((keys) => keys.subjectId))
    for (const keys of [...made, ...late]) same(found.get(keys.subjectId), keys)
  })

  test('of a transaction that is rolled back are gone, and their slots stay empty', async () => {
    let lost: SubjectKeys[] = []
    const failing = db.database.inAccount(account, async (tx) => {
      lost = await vault.createSubjects(tx, account, 1)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const [kept] = await create(1)
    expect(kept?.subjectId).not.toBe(lost[0]?.subjectId)
    expect((await opened(lost.map((keys) => keys.subjectId))).size).toBe(0)
  })

  test('are not seen by another account, nor under an id that nobody has', async () => {
    const made = await create(70)
    const ids = made.map((keys) => keys.subjectId)
    const stranger = makeId() as AccountId
    await vault.createAccount(stranger)
    const seen = await db.database.inAccount(stranger, (tx) =>
      vault.openSubjects(tx, stranger, ids),
    )
    expect(seen.size).toBe(0)
    const guessed = `${ids[0]?.slice(0, -4)}0000` as SubjectId
    expect(
      (await opened([guessed, 'ffffffff-ffff-8fff-8fff-ffffffffffff' as SubjectId])).size,
    ).toBe(0)
  })
})

describe.each([
  ['in a page', 70],
  ['in the tail', 2],
])('destroyed keys %s', (_, count) => {
  test('are gone at once, one kind apart from the other', async () => {
    const [first, second] = (await create(count)) as [SubjectKeys, SubjectKeys]
    await opened([first.subjectId])
    const sealed = vault.sealContact(first, account, place, plain)
    await db.database.inAccount(account, (tx) =>
      vault.destroyContactKey(tx, account, first.subjectId),
    )
    const half = (await opened([first.subjectId])).get(first.subjectId) as SubjectKeys
    expect(hasKey(half.contactKey)).toBe(false)
    expect(hasKey(half.proofKey)).toBe(true)
    expect(() => vault.openContact(half, account, place, sealed)).toThrow(/was destroyed/)
    expect(vault.linkToken(half).equals(vault.linkToken(first))).toBe(true)
    await db.database.inAccount(account, (tx) =>
      vault.destroyProofKey(tx, account, first.subjectId),
    )
    const both = await opened([first.subjectId, second.subjectId])
    expect([...both.keys()]).toEqual([second.subjectId])
    same(both.get(second.subjectId), second)
  })

  test('are there again when the destruction is rolled back', async () => {
    const [first] = (await create(count)) as [SubjectKeys]
    const failing = db.database.inAccount(account, async (tx) => {
      await vault.destroyKeys(tx, account, [first.subjectId], 'both')
      expect((await vault.openSubjects(tx, account, [first.subjectId])).size).toBe(0)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    same((await opened([first.subjectId])).get(first.subjectId), first)
  })
})

describe('a rotation', () => {
  test('leaves nothing that opens a page from before it', async () => {
    const made = [...(await create(300)), ...(await create(2))]
    const erased = made[7] as SubjectKeys
    const [before] = await pages()
    await db.database.inAccount(account, (tx) =>
      vault.destroyKeys(tx, account, [erased.subjectId], 'both'),
    )
    expect(await vault.rotateEpoch(account, now)).toEqual({ epoch: 2, pages: 2 })
    const found = await opened(made.map((keys) => keys.subjectId))
    expect(found.size).toBe(301)
    same(found.get(made[301]?.subjectId as SubjectId), made[301])

    const tryOld = (): boolean => {
      const root = readFileSync(join(keysFolder, 'root.key'))
      const ring = newKeyRing(keysFolder, root, randomPool(randomness))
      const keys = [...ring.of(account).epochs.values()]
      return keys.some((key) => {
        try {
          const old = { page: before?.page_no ?? 0, epoch: before?.epoch ?? 0, version: 1 }
          openPage(key, { accountId: account, ...old }, before?.sealed ?? Buffer.alloc(0))
          return true
        } catch {
          return false
        }
      })
    }
    expect(tryOld()).toBe(true)
    expect(await vault.destroyPreviousEpoch(account)).toBe(true)
    expect(tryOld()).toBe(false)
    const other = await reopen()
    const ids = made.slice(20, 30).map((keys) => keys.subjectId)
    const again = await db.database.inAccount(account, (tx) => other.openSubjects(tx, account, ids))
    expect(again.size).toBe(10)
  })

  test('by one process is followed by another that has the old key in memory', async () => {
    const other = await reopen()
    const make = (): Promise<SubjectKeys[]> =>
      db.database.inAccount(account, (tx) => other.createSubjects(tx, account, 64))
    const first = await make()
    await vault.rotateEpoch(account, now)
    await vault.destroyPreviousEpoch(account)
    const ids = [...first, ...(await make())].map((keys) => keys.subjectId)
    expect((await opened(ids)).size).toBe(128)
  })
})

const hourMs = 3_600_000
const dayMs = 24 * hourMs

describe('upkeep', () => {
  const until = () => db.database.inAccount(account, (tx) => vault.erasuresUntil(tx, account))
  const epoch = async (): Promise<number | undefined> =>
    db.database.inAccount(account, async (tx) => {
      const { rows } = await tx.query<{ epoch: number }>('select epoch from vault.account')
      return rows[0]?.epoch
    })
  const epochsInFile = (): string[] => {
    const file = readFileSync(join(keysFolder, 'accounts', `${account}.json`), 'utf8')
    return Object.keys(JSON.parse(file).epochs)
  }

  test('folds, rotates some hours after a destruction, and then ends the old key', async () => {
    const made = await create(3)
    const later = Date.now() + 13 * 3_600_000
    await vault.keepInOrder(account, later)
    expect((await pages()).length).toBe(1)
    expect(await epoch()).toBe(1)
    await db.database.inAccount(account, (tx) =>
      vault.destroyKeys(tx, account, [made[0]?.subjectId as SubjectId], 'contact'),
    )
    await vault.keepInOrder(account, Date.now())
    expect(await epoch()).toBe(1)
    await vault.keepInOrder(account, later)
    expect([await epoch(), epochsInFile()]).toEqual([2, ['1', '2']])
    await vault.keepInOrder(account, later + 60_000)
    expect([await epoch(), epochsInFile()]).toEqual([2, ['1', '2']])
    await vault.keepInOrder(account, later + 3_600_000)
    expect([await epoch(), epochsInFile()]).toEqual([2, ['1', '2']])
    expect(await until()).toBe(later + 7 * dayMs)
    await vault.keepInOrder(account, later + 7 * dayMs)
    expect([await epoch(), epochsInFile()]).toEqual([2, ['2']])
    expect(await until()).toBeNull()
    expect((await opened(made.map((keys) => keys.subjectId))).size).toBe(3)
  })

  test('ends the old key an hour after the turn once a younger copy is confirmed', async () => {
    const made = await create(2)
    const destroy = (index: number) =>
      db.database.inAccount(account, (tx) =>
        vault.destroyKeys(tx, account, [made[index]?.subjectId as SubjectId], 'both'),
      )
    expect(await until()).toBeNull()
    await destroy(0)
    expect(await until()).toBeGreaterThan(Date.now() + 7 * dayMs)
    const turnedAt = Date.now() + 13 * hourMs
    await vault.keepInOrder(account, turnedAt)
    // Begun before the turn: it needs the old key.
    confirmCopy(keysFolder, turnedAt - 1, turnedAt)
    await vault.keepInOrder(account, turnedAt + 2 * hourMs)
    expect(epochsInFile()).toEqual(['1', '2'])
    confirmCopy(keysFolder, turnedAt + 60_000, turnedAt + hourMs)
    await vault.keepInOrder(account, turnedAt + 30 * 60_000)
    expect(epochsInFile()).toEqual(['1', '2'])
    await vault.keepInOrder(account, turnedAt + 2 * hourMs)
    expect([epochsInFile(), await until()]).toEqual([['2'], null])
    // A later turn does not make the seven days of an earlier one begin anew.
    const second = turnedAt + 40 * hourMs
    await destroy(1)
    await vault.keepInOrder(account, second)
    await create(1)
    await db.database.inAccount(account, (tx) => vault.foldTail(tx, account))
    await vault.rotateEpoch(account, second + 6 * dayMs)
    expect(epochsInFile()).toEqual(['2', '3', '4'])
    await vault.keepInOrder(account, second + 7 * dayMs)
    expect(epochsInFile()).toEqual(['3', '4'])
    const future = () => confirmCopy(keysFolder, Date.now() + 1_000, Date.now())
    expect(future).toThrow(expect.objectContaining({ code: 'vault.copy_not_made_yet' }))
  })
})

describe('seals and tags', () => {
  test('of a person are of their purpose, account and place', async () => {
    const [keys] = (await create(1)) as [SubjectKeys]
    const contact = vault.sealContact(keys, account, place, plain)
    const message = vault.sealMessage(keys, account, place, plain)
    const proof = vault.sealProof(keys, account, place, plain)
    expect(vault.openContact(keys, account, place, contact).equals(plain)).toBe(true)
    expect(vault.openMessage(keys, account, place, message).equals(plain)).toBe(true)
    expect(vault.openProof(keys, account, place, proof).equals(plain)).toBe(true)
    expect(() => vault.openMessage(keys, account, place, contact)).toThrow()
    expect(() => vault.openContact(keys, makeId() as AccountId, place, contact)).toThrow()
    expect(() => vault.openContact(keys, account, { ...place, rowId: 'r2' }, contact)).toThrow()
  })

  test('of something sensitive need the person’s key and the legal basis’s, each of them', async () => {
    const [person, legalBasis, other] = (await create(3)) as [SubjectKeys, SubjectKeys, SubjectKeys]
    const sealed = vault.sealSensitive({ person, legalBasis }, account, place, plain)
    const open = (keys: { person: SubjectKeys; legalBasis: SubjectKeys }) =>
      vault.openSensitive(keys, account, place, sealed)
    expect(open({ person, legalBasis }).equals(plain)).toBe(true)
    expect(() => open({ person, legalBasis: other })).toThrow()
    expect(() => open({ person: other, legalBasis })).toThrow()
    expect(() => open({ person: legalBasis, legalBasis: person })).toThrow()
    expect(() => vault.openContact(person, account, place, sealed)).toThrow()
    const none = { ...legalBasis, contactKey: new Uint8Array(0) }
    expect(() => open({ person, legalBasis: none })).toThrow()
  })

  test('of an account and of the installation open where they were made', async () => {
    const own = vault.sealForAccount(account, place, plain)
    const common = vault.sealForInstallation(place, plain)
    const other = await reopen()
    expect(other.openForAccount(account, place, own).equals(plain)).toBe(true)
    expect(other.openForInstallation(place, common).equals(plain)).toBe(true)
    expect(() => other.openForInstallation(place, own)).toThrow()
  })

  test('differ from account to account, and are the same after a restart', async () => {
    const stranger = makeId() as AccountId
    await vault.createAccount(stranger)
    const other = await reopen()
    expect(vault.numberTag(account, number).equals(other.numberTag(account, number))).toBe(true)
    expect(vault.numberTag(account, number).equals(vault.numberTag(stranger, number))).toBe(false)
    expect(vault.numberTag(account, number).equals(vault.suppressionTag(account, number))).toBe(
      false,
    )
    const route = makeId() as RouteId
    expect(vault.replyTag(route, number).equals(other.replyTag(route, number))).toBe(true)
    expect(vault.replyTag(makeId() as RouteId, number).equals(vault.replyTag(route, number))).toBe(
      false,
    )
    expect(vault.accountSigningSeed(account).length).toBe(32)
    expect(vault.accountSigningSeed(account).equals(other.accountSigningSeed(account))).toBe(true)
  })

  test('need the account: nothing is computed for one that has no keys', () => {
    expect(() => vault.numberTag(makeId() as AccountId, number)).toThrow(/key file of an account/)
  })
})

describe('a start', () => {
  const file = (name: string): string => join(keysFolder, name)

  test('without the root key is refused, and makes no new one', async () => {
    const paper = vault.recoveryCopy()
    renameSync(file('root.key'), file('away'))
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.root_key_missing' })
    expect(readdirSync(keysFolder)).not.toContain('root.key')
    restoreRoot(keysFolder, paper)
    expect(readFileSync(file('root.key')).equals(readFileSync(file('away')))).toBe(true)
    await reopen()
  })

  test('without the keys folder makes none: the one of a backup is moved to its place', async () => {
    const away = join(folder, 'keys-away')
    renameSync(keysFolder, away)
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.root_key_missing' })
    expect(existsSync(keysFolder)).toBe(false)
    renameSync(away, keysFolder)
    await reopen()
  })

  test('with the root key of another installation is refused, and a restore over one too', async () => {
    writeFileSync(file('root.key'), Buffer.alloc(32, 1))
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.root_key_wrong' })
    expect(() => restoreRoot(keysFolder, vault.recoveryCopy())).toThrow(/another root key/)
    copyFileSync(file('away'), file('root.key'))
    await reopen()
  })

  test('without the key file of an account is refused', async () => {
    const name = join('accounts', `${account}.json`)
    renameSync(file(name), file('account-away'))
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.account_keys_missing' })
    renameSync(file('account-away'), file(name))
    await reopen()
  })

  test('with keys or data of another time says which of the two is older, and what is needed', async () => {
    const name = file(join('accounts', `${account}.json`))
    const yesterdaysKeys = readFileSync(name)
    await create(2)
    const epochOfData = (epoch: number) =>
      db.asSuperuser((client) =>
        client.query('update vault.account set epoch = $1 where account_id = $2', [epoch, account]),
      )
    await vault.rotateEpoch(account, now)
    const todaysKeys = readFileSync(name)
    writeFileSync(name, yesterdaysKeys)
    await expect(reopen()).rejects.toMatchObject({
      code: 'vault.keys_older_than_data',
      message: expect.stringMatching(
        /Nothing is lost: put back the newest copy of the keys folder/,
      ),
    })
    writeFileSync(name, todaysKeys)
    // Not yet copied: the key of before is there, and yesterday's data opens with today's keys.
    await epochOfData(1)
    await reopen()
    await epochOfData(2)
    await vault.destroyPreviousEpoch(account)
    await epochOfData(1)
    await expect(reopen()).rejects.toMatchObject({
      code: 'vault.epoch_key_missing',
      message: expect.stringMatching(/data is older than the keys/),
      details: { since: '2026-11-25T09:00:00.000Z' },
    })
    await epochOfData(2)
    await reopen()
  })

  test('with a damaged key file is refused', async () => {
    const name = file(join('accounts', `${account}.json`))
    const good = readFileSync(name)
    writeFileSync(name, '{')
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.account_keys_unreadable' })
    writeFileSync(name, good)
  })

  test('with the suppression key lost goes on, with marketing closed', async () => {
    const name = file(join('accounts', `${account}.json`))
    const content = JSON.parse(readFileSync(name, 'utf8'))
    writeFileSync(
      name,
      JSON.stringify({ ...content, keys: { ...content.keys, suppression: 'xx' } }),
    )
    const other = await reopen()
    expect(other.hasSuppressionKey(account)).toBe(false)
    expect(vault.hasSuppressionKey(account)).toBe(true)
    expect(() => other.suppressionTag(account, number)).toThrow(/marketing stays closed/)
    await other.rotateEpoch(account, now)
    expect((await reopen()).hasSuppressionKey(account)).toBe(false)
  })

  test('is refused while others may read the keys', async () => {
    chmodSync(file('root.key'), 0o644)
    await expect(reopen()).rejects.toMatchObject({ code: 'vault.keys_folder_open' })
    chmodSync(file('root.key'), 0o600)
  })

  test('is refused with a reason when the folder is a file', async () => {
    const other = join(folder, 'a-file')
    writeFileSync(other, '')
    const start = openVault({ keysFolder: other, database: db.database, randomness })
    await expect(start).rejects.toMatchObject({ code: 'vault.keys_folder_unusable' })
  })

  test('over a new folder of a database with data makes no key', async () => {
    const other = join(folder, 'other-keys')
    mkdirSync(other, { mode: 0o700 })
    const start = openVault({ keysFolder: other, database: db.database, randomness })
    await expect(start).rejects.toMatchObject({ code: 'vault.root_key_missing' })
    rmSync(join(folder, 'a-file'))
  })
})

test('Making an account twice keeps its keys', async () => {
  const before = vault.numberTag(account, number)
  await vault.createAccount(account)
  expect((await reopen()).numberTag(account, number).equals(before)).toBe(true)
})
