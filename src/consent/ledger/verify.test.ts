// verify.mjs, run as an auditor runs it, on a true export and on every way to falsify one.

import { createHmac } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  rowOf,
} from '../../../test/support/consent-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { verifier, verify } from '../../../test/support/run-verifier.ts'
import type { EntryId } from '../../kernel/index.ts'
import {
  appendLeaves,
  decodeBundle,
  emptyEdge,
  emptyFrontier,
  encodeBundle,
  encodeTile,
  extendTiles,
  type Leaf,
  leafHash,
  leafText,
  parseLeaf,
  rootOf,
  tilePath,
} from '../../ledger/index.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'

let fixture: ConsentFixture
/** Where the true export lies, and the checkpoint of an earlier day. */
let truth: string
let olderCheckpoint: string
let seqs: { given: number; stopped: number }
const folders: string[] = []

const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)

async function exportTo(folder: string, disclose: readonly EntryId[]): Promise<void> {
  const files = await inTx((tx) =>
    fixture.consent.exportLedger(tx, fixture.accountId, { disclose }),
  )
  for await (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

beforeAll(async () => {
  fixture = await consentFixture()
  truth = newTestFolder()
  folders.push(truth)
  const wording = await fixture.publish()
  const people = await fixture.people(400)
  const [stopping] = people
  if (stopping === undefined) throw new Error('there are people')
  const done = await inTx((tx) =>
    fixture.consent.recordConsents(tx, fixture.caller, {
      controllerId: fixture.controllerId,
      channel: 'sms',
      purpose: 'offers',
      grade: 'import_declared',
      rows: people.map((person) => rowOf(person, wording.wordingId)),
    }),
  )
  await fixture.consent.sequenceOnce(fixture.accountId)
  const before = await inTx((tx) => fixture.consent.checkpoint(tx, fixture.accountId))
  olderCheckpoint = join(truth, '..', `${truth.split('/').at(-1)}-older`)
  fixture.clock.set('2026-11-26T09:00:00Z')
  const stopped = await inTx((tx) =>
    fixture.consent.recordStop(tx, fixture.caller, {
      tag: stopping.tag,
      keys: stopping.keys,
      scope: 'marketing',
      reason: 'stop_reply',
      origin: 'route',
      at: fixture.clock.now(),
    }),
  )
  const evidence = {
    grade: 'keyword_from_handset' as const,
    givenAt: fixture.clock.now(),
    source: null,
  }
  await inTx((tx) =>
    fixture.consent.recordConsent(tx, fixture.caller, {
      keys: stopping.keys,
      tag: stopping.tag,
      wordingId: wording.wordingId,
      controllerId: fixture.controllerId,
      channel: 'sms',
      purpose: 'offers',
      evidence,
      witness: 'server',
    }),
  )
  await fixture.consent.sequenceOnce(fixture.accountId)
  const disclose = [done.entryIds[5] as EntryId, stopped.entryId, wording.entryId as EntryId]
  await exportTo(truth, disclose)
  olderCheckpoint = join(truth, 'older-checkpoint')
  writeFileSync(olderCheckpoint, before.text ?? '')
  seqs = { given: 6, stopped: 401 }
})
afterAll(async () => {
  for (const folder of folders) removeTestFolder(folder)
  await fixture?.close()
})

/** A copy of the true export, to falsify. */
function copy(): string {
  const folder = newTestFolder()
  folders.push(folder)
  cpSync(truth, folder, { recursive: true })
  return folder
}

function readEntries(folder: string): Buffer[] {
  const entries: Buffer[] = []
  for (const path of [tilePath('entries', 0), tilePath('entries', 1, 404 - 256)]) {
    const read = decodeBundle(readFileSync(join(folder, path)))
    if (!('entries' in read)) throw new Error('a bundle is whole')
    entries.push(...read.entries.map((entry) => Buffer.from(entry)))
  }
  return entries
}

function writeBundles(folder: string, entries: readonly Buffer[]): void {
  writeFileSync(join(folder, tilePath('entries', 0)), encodeBundle(entries.slice(0, 256)))
  writeFileSync(join(folder, tilePath('entries', 1, 404 - 256)), encodeBundle(entries.slice(256)))
}

const leavesOf = (entries: readonly Buffer[]): Leaf[] =>
  entries.map((entry) => parseLeaf(entry.toString('utf8')) as Leaf)

/** Chains, hashes and signs again, as an operator can who holds the key. */
function rewrite(folder: string, leaves: readonly Leaf[]): void {
  let pv = ''
  const entries = leaves.map((leaf, seq) => {
    const entry = Buffer.from(leafText({ ...leaf, seq, pv }))
    pv = Buffer.from(leafHash(sha256, entry)).toString('base64url')
    return entry
  })
  const hashes = entries.map((entry) => leafHash(sha256, entry))
  for (const { level, index, hashes: row } of extendTiles(sha256, emptyEdge, hashes).tiles) {
    const path = join(folder, tilePath(level, index, row.length))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, encodeTile(row))
  }
  writeFileSync(join(folder, tilePath('entries', 0)), encodeBundle(entries.slice(0, 256)))
  const rest = join(folder, tilePath('entries', 1, entries.length - 256))
  writeFileSync(rest, encodeBundle(entries.slice(256)))
  const root = rootOf(sha256, appendLeaves(sha256, emptyFrontier, hashes))
  const origin = `accord.example/ledger/${fixture.accountId}`
  const signer = ledgerSigner(fixture.vault.accountSigningSeed(fixture.accountId))
  const size = entries.length
  writeFileSync(join(folder, 'checkpoint'), signer.signCheckpoint({ origin, size, root }))
  // Proofs are of the tree that was; a forger would make them anew.
  for (const name of [0, seqs.given, seqs.stopped]) {
    const proof = join(folder, 'proofs', `${name}.tlog-proof`)
    if (existsSync(proof)) unlinkSync(proof)
  }
}

describe('verify.mjs', () => {
  it('says yes to a true export, against an older checkpoint too', async () => {
    const { code, out } = await verify(truth, '--older-checkpoint', olderCheckpoint)
    expect(out).toContain('VERDICT: true')
    expect(out).toContain('3 shown')
    expect(out).toContain('3 proofs')
    expect(out).toContain('nothing before entry 401 was rewritten')
    expect(out).not.toContain('WRONG')
    expect(code).toBe(0)
  })

  it('names an altered leaf', async () => {
    const folder = copy()
    const entries = readEntries(folder)
    const altered = (entries[100] as Buffer).toString().replace('"p":"offers"', '"p":"offerz"')
    entries[100] = Buffer.from(altered)
    writeBundles(folder, entries)
    const { code, out } = await verify(folder)
    expect(out).toContain('leaf 100: the entry is not the one whose hash the tile holds')
    expect(out).toContain('WRONG the entries are those that were signed')
    expect(out).toContain('VERDICT: FALSE')
    expect(code).toBe(1)
  })

  it('names the leaf when any single octet of any entry is changed', async () => {
    for (const [index, at] of [
      [0, 20],
      [255, 1],
      [256, 200],
      [403, 30],
    ] as const) {
      const folder = copy()
      const entries = readEntries(folder)
      const entry = entries[index] as Buffer
      entry[at] = (entry[at] ?? 0) ^ 1
      writeBundles(folder, entries)
      const { code, out } = await verify(folder)
      expect(out).toContain(`leaf ${index}: the entry is not the one whose hash the tile holds`)
      expect(code).toBe(1)
    }
  })

  it('names the place of a removed leaf', async () => {
    const folder = copy()
    const entries = readEntries(folder)
    entries.splice(120, 1)
    writeBundles(folder, entries)
    const { code, out } = await verify(folder)
    expect(out).toContain('leaf 120: the entry says it is number 121')
    expect(out).toContain('leaf 403: the bundle breaks off: an entry is missing or cut')
    expect(code).toBe(1)
  })

  it('names leaves whose order was swapped', async () => {
    const folder = copy()
    const entries = readEntries(folder)
    const [a, b] = entries.slice(30, 32) as [Buffer, Buffer]
    entries.splice(30, 2, b, a)
    writeBundles(folder, entries)
    const { code, out } = await verify(folder)
    expect(out).toContain('leaf 30: the entry says it is number 31')
    expect(out).toContain('leaf 31: the entry says it is number 30')
    expect(code).toBe(1)
  })

  it('catches a tree rewritten whole and signed again, by an older checkpoint', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    leaves.splice(200, 1)
    rewrite(folder, leaves)
    const alone = await verify(folder)
    expect(alone.out).toContain('VERDICT: FALSE')
    unlinkSync(join(folder, 'disclosures', `${seqs.stopped}.json`))
    const careful = await verify(folder)
    expect(careful.out).toContain('VERDICT: true')
    const { code, out } = await verify(folder, '--older-checkpoint', olderCheckpoint)
    expect(out).toContain('WRONG nothing before entry 401 was rewritten')
    expect(code).toBe(1)
  })

  it('catches a ledger that became shorter', async () => {
    const folder = copy()
    rewrite(folder, leavesOf(readEntries(folder)).slice(0, 300))
    const { code, out } = await verify(folder, '--older-checkpoint', olderCheckpoint)
    expect(out).toContain('the ledger had 401 entries and has 300 now')
    expect(code).toBe(1)
  })

  it('catches a disclosed body that is not the one committed to', async () => {
    const folder = copy()
    const path = join(folder, 'disclosures', `${seqs.given}.json`)
    const shown = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
    const body = shown['body']?.replace('caisse', 'Caisse')
    writeFileSync(path, JSON.stringify({ ...shown, body }))
    const { code, out } = await verify(folder)
    expect(out).toContain(
      `leaf ${seqs.given}: the disclosed body is not the one that was committed to`,
    )
    expect(code).toBe(1)
  })

  it('catches a body that was committed to and says another wording than the leaf', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const path = join(folder, 'disclosures', `${seqs.given}.json`)
    const shown = JSON.parse(readFileSync(path, 'utf8')) as { body: string; commitmentKey: string }
    const told = JSON.parse(shown.body) as Record<string, unknown>
    const body = JSON.stringify({ ...told, wording: '0'.repeat(64) })
    const key = Buffer.from(shown.commitmentKey, 'hex')
    const cm = createHmac('sha256', key).update(body).digest('base64url')
    leaves[seqs.given] = { ...(leaves[seqs.given] as Leaf), cm }
    rewrite(folder, leaves)
    writeFileSync(path, JSON.stringify({ ...shown, body }))
    const { code, out } = await verify(folder)
    expect(out).toContain(`leaf ${seqs.given}: the body names another wording than the entry`)
    expect(code).toBe(1)
  })

  it('catches a wording that is missing, changed, or published later', async () => {
    const missing = copy()
    const [text] = (await verifyWordings(missing)) as [string]
    renameSync(join(missing, 'wordings', text), join(missing, 'moved.txt'))
    expect((await verify(missing)).out).toContain('was published and is missing')

    const changed = copy()
    writeFileSync(join(changed, 'wordings', text), 'J’accepte tout.')
    expect((await verify(changed)).out).toContain('another SHA-256 than its name')

    const later = copy()
    const leaves = leavesOf(readEntries(later))
    const [notice] = leaves.splice(0, 1)
    leaves.splice(3, 0, { ...(notice as Leaf), t: (leaves[3] as Leaf).t })
    rewrite(later, leaves)
    const { code, out } = await verify(later)
    expect(out).toContain('leaf 0: consent on a wording that was not published before it')
    expect(out).not.toContain('leaf 4: consent on a wording')
    expect(code).toBe(1)
  })

  it('catches a consent after a withdrawal without a new request', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const lifted = leaves.findIndex((leaf) => leaf.k === 'suppression.lifted')
    leaves.splice(lifted, 1)
    rewrite(folder, leaves)
    const { code, out } = await verify(folder)
    expect(out).toContain(`leaf ${lifted}: consent given after a withdrawal, without a new request`)
    expect(code).toBe(1)
  })

  it('finds it in however many readings, each time', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const lifted = leaves.findIndex((leaf) => leaf.k === 'suppression.lifted')
    leaves.splice(lifted, 1)
    rewrite(folder, leaves)
    const size = leaves.length
    for (const atOnce of [1, 2, 3, 40, 101, 135, 202, 250, 300, size - 1, size, size + 1]) {
      const { code, out } = await verify(folder, '--at-once', String(atOnce))
      const told = out.match(new RegExp(`leaf ${lifted}: consent given after a withdrawal`, 'g'))
      expect([atOnce, code, told?.length]).toEqual([atOnce, 1, 1])
    }
  })

  it('catches a consent that is about nobody, so that no withdrawal is one of it', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const consent = leaves.length - 1
    const { k, lk } = leaves[consent] as Leaf
    expect([k, lk === '']).toEqual(['consent.given', false])
    const lifted = leaves.findIndex((leaf) => leaf.k === 'suppression.lifted')
    leaves[consent] = { ...(leaves[consent] as Leaf), lk: '' }
    leaves.splice(lifted, 1)
    // Nor does any other kind pass that the program writes of people alone.
    leaves[1] = { ...(leaves[1] as Leaf), lk: '', k: 'erasure.proof_destroyed', n: '' }
    leaves[2] = { ...(leaves[2] as Leaf), lk: '', k: 'suppression.added', n: '' }
    rewrite(folder, leaves)
    for (const options of [[], ['--at-once', '100']]) {
      const { code, out } = await verify(folder, ...options)
      expect(out.match(/that is about nobody/g)).toHaveLength(2)
      expect(out).toContain(`leaf ${consent - 1}: consent.given that is about nobody`)
      expect(out).toContain('leaf 1: erasure.proof_destroyed that is about nobody')
      expect(code).toBe(1)
    }
  })

  it('catches two tokens of one person, one token of two, and a body that names nobody', async () => {
    const shownAt = (folder: string, seq: number) => join(folder, 'disclosures', `${seq}.json`)
    /** The body of one entry, said of its neighbour too, with its own commitment. */
    const told = async (change: (told: Record<string, unknown>) => void, lk?: string) => {
      const folder = copy()
      const leaves = leavesOf(readEntries(folder))
      const text = readFileSync(shownAt(folder, seqs.given), 'utf8')
      const shown = JSON.parse(text) as { body: string; commitmentKey: string; seq: number }
      const said = JSON.parse(shown.body) as Record<string, unknown>
      change(said)
      const body = JSON.stringify(said)
      const key = Buffer.from(shown.commitmentKey, 'hex')
      const cm = createHmac('sha256', key).update(body).digest('base64url')
      const seq = seqs.given + 1
      const neighbour = leaves[seq] as Leaf
      leaves[seq] = { ...neighbour, cm, lk: lk ?? neighbour.lk }
      rewrite(folder, leaves)
      const { commitmentKey } = shown
      writeFileSync(shownAt(folder, seq), JSON.stringify({ seq, commitmentKey, body }))
      return verify(folder)
    }
    const { lk } = leavesOf(readEntries(truth))[seqs.given] as Leaf
    expect(await told(() => undefined, lk)).toMatchObject({ code: 0 })
    const subject = '01a210d0-21d9-75bb-863c-000000000001'
    for (const [forged, fault] of [
      [await told(() => undefined), 'its person has another token in another entry'],
      [await told((said) => Object.assign(said, { subject }), lk), 'that of another person in'],
      [await told((said) => delete said['subject']), 'the entry names a person, the body none'],
      [await told(() => undefined, ''), 'the body names a person, the entry none'],
    ] as const) {
      expect([forged.code, forged.out]).toEqual([1, expect.stringContaining(fault)])
    }
  })

  it('takes a sale for a legal basis, on published words and never after a no', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const stopped = leaves.findIndex((leaf) => leaf.k === 'objection')
    const person = leaves.find((leaf) => leaf.lk === leaves[stopped]?.lk) as Leaf
    const sale = { ...person, k: 'ground.soft_opt_in' as const }
    leaves.splice(1, 0, { ...sale, t: (leaves[0] as Leaf).t })
    rewrite(folder, leaves)
    expect((await verify(folder)).out).not.toContain('ground.soft_opt_in')
    leaves.splice(stopped + 2, 0, { ...sale, t: (leaves[stopped + 1] as Leaf).t })
    leaves.splice(2, 0, { ...sale, n: (sale.cm as string).slice(0, 43), t: (leaves[1] as Leaf).t })
    rewrite(folder, leaves)
    const { code, out } = await verify(folder)
    expect(out).toContain('ground.soft_opt_in for a person who had said no before')
    expect(out).toContain('leaf 2: consent on a wording that was not published before it')
    expect(code).toBe(1)
  })

  it('catches what follows an erasure', async () => {
    const folder = copy()
    const leaves = leavesOf(readEntries(folder))
    const first = leaves[1] as Leaf
    leaves.splice(2, 0, { ...first, k: 'erasure.proof_destroyed', n: '', p: '', c: '' })
    leaves.splice(3, 0, first)
    rewrite(folder, leaves)
    const { out } = await verify(folder)
    expect(out).toContain('leaf 3: consent.given for a person whose proof key was destroyed before')
  })

  it('catches a checkpoint or a proof by another key', async () => {
    const folder = copy()
    const path = join(folder, 'checkpoint')
    writeFileSync(path, readFileSync(path, 'utf8').replace('\n404\n', '\n403\n'))
    expect((await verify(folder)).out).toContain('the signature does not hold')

    const proof = copy()
    const proofPath = join(proof, 'proofs', `${seqs.given}.tlog-proof`)
    const lines = readFileSync(proofPath, 'utf8').split('\n')
    const [line2, line3] = lines.slice(2, 4) as [string, string]
    lines.splice(2, 2, line3, line2)
    writeFileSync(proofPath, lines.join('\n'))
    const { code, out } = await verify(proof)
    expect(out).toContain(`leaf ${seqs.given}: proofs/${seqs.given}.tlog-proof: it does not lead`)
    expect(code).toBe(1)
  })

  it('compares two versions: checkpoints, and the ones in proofs, by the tiles that are public', async () => {
    const today = join(truth, 'checkpoint')
    const proof = join(truth, 'proofs', `${seqs.given}.tlog-proof`)
    const key = ['--key', join(truth, 'ledger.key')]
    const tiles = ['--tiles', truth]
    const told = await verify('--compare', today, proof, ...key)
    expect(told).toMatchObject({ code: 0 })
    expect(told.out).toContain('both show the same ledger')
    const grown = await verify('--compare', proof, olderCheckpoint, ...key, ...tiles)
    expect(grown).toMatchObject({ code: 0 })
    expect(grown.out).toContain('entries of the larger one are the smaller one')
    // Nobody can tell without the tiles.
    expect(await verify('--compare', today, olderCheckpoint, ...key)).toMatchObject({ code: 2 })
    expect(await verify(truth, '--older-checkpoint', proof)).toMatchObject({ code: 0 })
  })

  it('says that two ledgers were signed, of one size or of two', async () => {
    const other = copy()
    const key = ['--key', join(other, 'ledger.key')]
    const signer = ledgerSigner(fixture.vault.accountSigningSeed(fixture.accountId))
    const origin = `accord.example/ledger/${fixture.accountId}`
    const text = readFileSync(join(other, 'checkpoint'), 'utf8')
    const size = Number(text.split('\n')[1])
    const forge = (file: string, of: number) => {
      const root = sha256(Buffer.from('another history'))
      writeFileSync(join(other, file), signer.signCheckpoint({ origin, size: of, root }))
      return join(other, file)
    }
    const same = await verify('--compare', join(other, 'checkpoint'), forge('same', size), ...key)
    expect(same).toMatchObject({ code: 1 })
    expect(same.out).toContain('two ledgers of one size were signed')
    const tiles = ['--tiles', other]
    const checkpoint = join(other, 'checkpoint')
    const older = await verify('--compare', checkpoint, forge('old', size - 1), ...key, ...tiles)
    expect(older).toMatchObject({ code: 1 })
    expect(older.out).toContain('history was rewritten')
  })

  it('says how it is used when it is used otherwise', async () => {
    expect(await verify('--older-checkpoint')).toMatchObject({ code: 2 })
    const nowhere = await verify(join(truth, 'nowhere'))
    expect(nowhere.code).toBe(2)
    expect(nowhere.out).toContain('there is no')
  })

  it('needs nothing but Node', () => {
    const source = readFileSync(verifier, 'utf8')
    const imported = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1])
    expect(imported.every((name) => name?.startsWith('node:'))).toBe(true)
  })
})

async function verifyWordings(folder: string): Promise<string[]> {
  const { readdir } = await import('node:fs/promises')
  return readdir(join(folder, 'wordings'))
}
