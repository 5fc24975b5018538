// The account's tree: order, chain, files, restarts, crashes,
// and what a restored database may not do.
import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  rowOf,
  soundText,
} from '../../../test/support/consent-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import type { EntryId, WordingId } from '../../kernel/index.ts'
import {
  decodeBundle,
  type Leaf,
  leafHash,
  openNote,
  parseCheckpoint,
  parseLeaf,
  parseNoteKey,
  parseProof,
  tilePath,
  verifyInclusion,
} from '../../ledger/index.ts'
import { placeOf } from '../entry-id.ts'
import { alikeLeaves, batchLeaves } from '../store/tree-store.ts'
import { chainBatch, type Leaves } from './chain-leaves.ts'
import { openLedgerFiles } from './ledger-files.ts'
import { sha256 } from './signing-key.ts'

let fixture: ConsentFixture
beforeAll(async () => {
  fixture = await consentFixture()
})
afterAll(async () => {
  await fixture?.close()
})

const folder = () => join(fixture.dataFolder, 'ledger', fixture.accountId)
const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)

async function consents(count: number): Promise<EntryId[]> {
  const wording = await fixture.publish()
  const people = await fixture.people(count)
  const done = await inTx((tx) =>
    fixture.consent.recordConsents(tx, fixture.caller, {
      controllerId: fixture.controllerId,
      channel: 'sms',
      purpose: 'offers',
      grade: 'import_declared',
      rows: people.map((person) => rowOf(person, wording.wordingId)),
    }),
  )
  return done.entryIds as EntryId[]
}

/** Every leaf that the folder holds, as an outsider reads it. */
async function leavesOf(path: string, size: number): Promise<Leaf[]> {
  const files = await openLedgerFiles(path)
  const leaves: Leaf[] = []
  for (let index = 0; index * 256 < size; index += 1) {
    const read = decodeBundle(await files.readBundle(index, size))
    if (!('entries' in read)) throw new Error('a bundle is whole')
    for (const entry of read.entries) {
      leaves.push(parseLeaf(Buffer.from(entry).toString('utf8')) as Leaf)
    }
  }
  return leaves
}

describe('the sequencer', () => {
  it('gives every committed entry one place, in order, each naming the one before', async () => {
    await consents(300)
    fixture.clock.set('2026-11-25T09:00:05Z')
    await consents(1)
    const done = await fixture.consent.sequenceOnce(fixture.accountId)
    expect(done).toEqual({ sequenced: 303, size: 303 })
    expect(await fixture.consent.sequenceOnce(fixture.accountId)).toEqual({
      sequenced: 0,
      size: 303,
    })
    const leaves = await leavesOf(folder(), 303)
    expect(leaves.map((leaf) => leaf.seq)).toEqual(leaves.map((_, index) => index))
    expect(leaves[0]).toMatchObject({ k: 'notice.published', pv: '', lk: '', c: 'sms' })
    expect(new Set(leaves.slice(1, 301).map((leaf) => leaf.k))).toEqual(new Set(['consent.given']))
    expect(new Set(leaves.slice(1, 301).map((leaf) => leaf.lk)).size).toBe(300)
    const times = leaves.map((leaf) => leaf.t)
    expect(times).toEqual([...times].sort())
  })

  it('signs a checkpoint that opens with the key it names', async () => {
    const state = await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))
    expect(state).toMatchObject({
      size: 303,
      waiting: 0,
      origin: `accord.example/ledger/${fixture.accountId}`,
    })
    const key = parseNoteKey(sha256, state.publicKey)
    if (key === null || state.text === null) throw new Error('a key and a checkpoint')
    const { verify, createPublicKey } = await import('node:crypto')
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey])
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const text = openNote(
      sha256,
      (_key, message, signature) => verify(null, message, publicKey, signature),
      key,
      state.text,
    )
    expect(parseCheckpoint(text ?? '')).toMatchObject({ origin: state.origin, size: 303 })
  })

  it('proves each entry to an outsider', async () => {
    const [entryId] = await consents(1)
    await expect(
      inTx((tx) => fixture.consent.proveConsent(tx, fixture.accountId, entryId as EntryId)),
    ).rejects.toMatchObject({ code: 'consent.entry_not_sequenced' })
    await fixture.consent.sequenceOnce(fixture.accountId)
    const shown = await inTx((tx) =>
      fixture.consent.proveConsent(tx, fixture.accountId, entryId as EntryId),
    )
    const proof = parseProof(shown.proof)
    const checkpoint = parseCheckpoint(proof?.checkpoint ?? '')
    if (proof === null || checkpoint === null) throw new Error('a proof with its checkpoint')
    const files = await openLedgerFiles(folder())
    const bundle = decodeBundle(
      await files.readBundle(Math.floor(shown.seq / 256), checkpoint.size),
    )
    const entry = 'entries' in bundle ? bundle.entries[shown.seq % 256] : undefined
    if (entry === undefined) throw new Error('the entry is in its bundle')
    const hash = leafHash(sha256, entry)
    const leaf = { hash, index: proof.index, size: checkpoint.size }
    expect(verifyInclusion(sha256, leaf, proof.hashes, checkpoint.root)).toBe(true)
    expect(JSON.parse(shown.body)).toMatchObject({ entry: entryId, kind: 'consent.given' })
  })

  it('goes on after a restart as if nothing had been', async () => {
    const before = (await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))).size
    await consents(2)
    const again = fixture.restarted()
    expect(await again.sequenceOnce(fixture.accountId)).toEqual({
      sequenced: 3,
      size: before + 3,
    })
    expect(await leavesOf(folder(), before + 3)).toHaveLength(before + 3)
  })

  it('writes the very same tiles again when the folder is lost, or a crash came before them', async () => {
    const kept = newTestFolder()
    try {
      cpSync(folder(), kept, { recursive: true })
      const { size } = await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))
      renameSync(folder(), `${folder()}-lost`)
      const again = fixture.restarted()
      await inTx((tx) => again.checkpoint(tx, fixture.accountId))
      const checkpoint = (path: string) => readFileSync(join(path, 'checkpoint'), 'utf8')
      expect(checkpoint(folder())).toBe(checkpoint(kept))
      const paths = [tilePath(0, 0), tilePath(0, 1, size % 256), tilePath(1, 0, 1)]
      paths.push(tilePath('entries', 0), tilePath('entries', 1, size % 256))
      for (const path of paths) {
        expect(readFileSync(join(folder(), path)).equals(readFileSync(join(kept, path)))).toBe(true)
      }
    } finally {
      removeTestFolder(kept)
    }
  })

  it('refuses to fork when the database is older than what was published', async () => {
    const { size } = await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))
    const set = (to: number) =>
      fixture.test.asSuperuser((client) => client.query('update consent.tree set size = $1', [to]))
    await set(size - 1)
    await consents(1)
    await expect(fixture.restarted().sequenceOnce(fixture.accountId)).rejects.toMatchObject({
      code: 'consent.ledger_ahead_of_database',
    })
    await set(size)
    expect((await fixture.restarted().sequenceOnce(fixture.accountId)).sequenced).toBe(2)
  })

  it('is run by one at a time: two at once place each entry once', async () => {
    const { size } = await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))
    await consents(50)
    const other = fixture.restarted()
    const both = await Promise.all([
      fixture.consent.sequenceOnce(fixture.accountId),
      other.sequenceOnce(fixture.accountId),
    ])
    expect(both.reduce((sum, one) => sum + one.sequenced, 0)).toBe(51)
    expect((await fixture.consent.sequenceOnce(fixture.accountId)).size).toBe(size + 51)
    expect(existsSync(join(folder(), 'checkpoint'))).toBe(true)
    const leaves = await leavesOf(folder(), size + 51)
    expect(new Set(leaves.map((leaf) => leaf.cm)).size).toBe(size + 51)
  })
})

describe('a bulk', () => {
  let own: ConsentFixture
  beforeAll(async () => {
    own = await consentFixture()
  })
  afterAll(() => own.close())

  async function written(names: readonly string[]): Promise<{ batch_id: string; entries: number }> {
    const wordings: WordingId[] = []
    for (const name of names) {
      const shownText = `${soundText} ${name}`
      wordings.push((await own.publish({ name, shownText })).wordingId)
    }
    const people = await own.people(40)
    const rows = people.map((one, at) => rowOf(one, wordings[at % wordings.length] ?? null))
    const { controllerId } = own
    const batch = { controllerId, channel: 'sms', purpose: 'offers', rows } as const
    const { entryIds } = await own.test.database.inAccount(own.accountId, (tx) =>
      own.consent.recordConsents(tx, own.caller, { ...batch, grade: 'import_declared' }),
    )
    return { batch_id: placeOf(entryIds[0] as EntryId).batchId, entries: 40 }
  }

  it('gives the very leaves that its rows give one by one, alike or not', async () => {
    const inside = { seq: 7, hash: Buffer.alloc(32, 1), at: 0 }
    const late = Date.UTC(2040, 0, 1)
    for (const [names, areAlike, before] of [
      [['A'], true, inside],
      [['B', 'C'], false, inside],
      [['D'], true, { seq: 0, hash: null, at: 0 }],
      [['E'], true, { ...inside, at: late }],
    ] as const) {
      const batch = await written(names)
      const into: Leaves = { entries: [], hashes: [] }
      await own.test.database.inAccount(own.accountId, async (tx) => {
        expect((await alikeLeaves(tx, own.accountId, batch)) !== null).toBe(areAlike)
        await chainBatch(tx, own.accountId, batch, { before, into })
        const leaves = into.entries.map((entry) => parseLeaf(entry.toString('utf8')) as Leaf)
        const rows = await batchLeaves(tx, own.accountId, batch)
        expect(leaves.map(({ k, p, c, n, lk, cm }) => [k, p, c, n, lk, cm])).toEqual(
          rows.map(({ kind, purpose, channel, n, lk, cm }) => [kind, purpose, channel, n, lk, cm]),
        )
        expect(leaves.map(({ seq }) => seq)).toEqual(rows.map((_, at) => before.seq + at))
        expect(leaves.map(({ pv }) => pv)).toEqual(
          [before.hash, ...into.hashes.slice(0, -1)].map(
            (hash) => hash?.toString('base64url') ?? '',
          ),
        )
        expect(new Set(leaves.map(({ t }) => Date.parse(t) >= before.at))).toEqual(new Set([true]))
      })
      expect(into.hashes).toEqual(into.entries.map((entry) => leafHash(sha256, entry)))
    }
  })
})
