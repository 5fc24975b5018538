// Canonical JSON, leaves, base 64, notes, checkpoints and proofs as texts.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64, base64url, fromBase64, fromBase64url } from './base64.ts'
import { canonicalJson, flatWriter } from './canonical-json.ts'
import { formatCheckpoint, formatProof, parseCheckpoint, parseProof } from './checkpoint.ts'
import { type Leaf, leafKinds, leafText, leafVersion, leafWriter, parseLeaf } from './leaf.ts'
import { formatNoteKey, openNote, parseNoteKey, signNote } from './note.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, publicKey]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, message, key, signature)
}

describe('base 64', () => {
  it('agrees with Node, both ways and in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const node = Buffer.from(bytes)
        expect(base64(bytes)).toBe(node.toString('base64'))
        expect(base64url(bytes)).toBe(node.toString('base64url'))
        expect([...(fromBase64(base64(bytes)) ?? [])]).toEqual([...bytes])
        expect([...(fromBase64url(base64url(bytes)) ?? [])]).toEqual([...bytes])
      }),
    )
  })

  it('refuses foreign letters, cut lengths and bits left over', () => {
    expect(fromBase64('ab!=')).toBeNull()
    expect(fromBase64('abc')).toBeNull()
    expect(fromBase64url('abcde')).toBeNull()
    expect(fromBase64url('AB')).toBeNull()
  })
})

describe('canonical JSON', () => {
  it('sorts keys, leaves out what is undefined, and writes strings as RFC 8785 does', () => {
    const value = { b: 1, a: [true, null, 'é\n"'], à: undefined, A: { z: '', y: -2 } }
    expect(canonicalJson(value)).toBe('{"A":{"y":-2,"z":""},"a":[true,null,"é\\n\\""],"b":1}')
  })

  it('of flat objects is the same by a writer that remembers, whatever stood before', () => {
    type Given = { [key in 'A' | 'a' | 'b' | 'é']?: string | number | undefined }
    const octets = flatWriter<Given>({
      é: { read: ({ é }) => é, own: true },
      a: { read: ({ a }) => a },
      b: { read: ({ b }) => b, own: true },
      A: { read: ({ A }) => A },
    })
    const write = (given: Given) => Buffer.from(octets(given)).toString('utf8')
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('oui', '\\ud800', '"', ''),
      fc.maxSafeInteger(),
      fc.constantFrom(0, -0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, -1),
      fc.constant(undefined),
    )
    const members = fc.record({ A: value, a: value, b: value, é: value }) as fc.Arbitrary<Given>
    fc.assert(
      fc.property(fc.array(members), (rows) => {
        for (const row of rows) expect(write(row)).toBe(canonicalJson(row))
      }),
    )
    expect(write({})).toBe('{}')
    expect(() => write({ a: '\ud800' })).toThrow()
    expect(() => write({ a: '\ud800' })).toThrow()
    expect(write({ a: 'x', b: 'y' })).toBe('{"a":"x","b":"y"}')
    expect(() => write({ b: 0.5 })).toThrow()
    const long = { a: 'é'.repeat(5_000), b: 'x'.repeat(9_000) }
    expect(write(long)).toBe(canonicalJson(long))
    expect(write({ b: 'y' })).toBe('{"b":"y"}')
  })

  it('refuses what has more than one writing', () => {
    expect(() => canonicalJson(0.1)).toThrow()
    expect(() => canonicalJson('\ud800')).toThrow()
  })
})

describe('a leaf as octets', () => {
  it('is what its text is, wherever it stands in a room', () => {
    const octets32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const packedOf = fc.uint8Array({ minLength: 96, maxLength: 96 })
    const seqOf = fc.oneof(
      fc.maxSafeInteger().map(Math.abs),
      fc.constantFrom(0, 9, 10, 99, 100, 12_345),
    )
    const purposeOf = fc.constantFrom('offers', '*', 'offers,news', '')
    fc.assert(
      fc.property(octets32, packedOf, seqOf, purposeOf, (before, packed, seq, p) => {
        const n = base64url(before)
        const shared = {
          k: 'consent.given',
          p,
          n,
          c: 'sms',
          t: '2026-11-25T09:30:00.000Z',
        } as const
        const { octetsMax, write } = leafWriter(shared)
        const into = new Uint8Array(octetsMax + 7)
        const end = write(into, 7, { seq, packed, at: 48, before })
        const lk = base64url(packed.subarray(48, 64))
        const cm = base64url(packed.subarray(64, 96))
        const text = leafText({ ...shared, v: leafVersion, seq, lk, cm, pv: n })
        expect(Buffer.from(into.subarray(7, end)).toString('latin1')).toBe(text)
        expect(parseLeaf(text)).toMatchObject({ seq, lk, cm })
      }),
    )
  })
})

const leaf: Leaf = {
  v: 1,
  seq: 41,
  t: '2026-11-25T09:30:00.000Z',
  k: 'consent.given',
  p: 'offers',
  n: base64url(sha256(Buffer.from('wording'))),
  c: 'sms',
  lk: base64url(new Uint8Array(16)),
  cm: base64url(sha256(Buffer.from('body'))),
  pv: base64url(sha256(Buffer.from('before'))),
}

describe('leaves', () => {
  it('are canonical JSON of about 265 octets', () => {
    expect(leafText(leaf)).toBe(canonicalJson(leaf))
    expect(leafText(leaf).length).toBeLessThan(300)
    expect(parseLeaf(leafText(leaf))).toEqual(leaf)
  })

  it('of every kind read back', () => {
    for (const k of leafKinds) {
      expect(parseLeaf(leafText({ ...leaf, k, n: '', lk: '' }))).toHaveProperty('k', k)
    }
  })

  it('are refused in any other writing', () => {
    const text = leafText(leaf)
    expect(parseLeaf(JSON.stringify(leaf))).toEqual({ fault: 'not canonical' })
    expect(parseLeaf(` ${text}`)).toEqual({ fault: 'not canonical' })
    expect(parseLeaf(text.slice(1))).toEqual({ fault: 'not JSON' })
    expect(parseLeaf(text.replace('"v":1', '"v":2'))).toEqual({ fault: 'unknown version' })
    expect(parseLeaf(text.replace('consent.given', 'consent.taken'))).toEqual({
      fault: 'unknown kind',
    })
    expect(parseLeaf('null')).toEqual({ fault: 'not an object' })
  })

  it('cannot be bent by a purpose that is not a code', () => {
    expect(() => leafText({ ...leaf, p: 'offers","lk":"' })).toThrow()
  })
})

describe('signed notes', () => {
  // The example of the format's reference implementation (golang.org/x/mod/sumdb/note).
  const keyText = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const text =
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n"
  const note =
    `${text}\n\u2014 PeterNeumann ` +
    'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

  it('open as the reference implementation does', () => {
    const key = parseNoteKey(sha256, keyText)
    expect(key && formatNoteKey(sha256, key)).toBe(keyText)
    expect(key && openNote(sha256, verifyEd25519, key, note)).toBe(text)
  })

  it('do not open when a letter of the text, the key or the signature differs', () => {
    const key = parseNoteKey(sha256, keyText)
    if (key === null) throw new Error('the key of the example is a key')
    const open = (changed: string) => openNote(sha256, verifyEd25519, key, changed)
    expect(open(note.replace('think', 'thank'))).toBeNull()
    expect(open(note.replace('ZJku', 'ZJkv'))).toBeNull()
    expect(open(note.replace('PeterNeumann x', 'EnochRoot x'))).toBeNull()
    expect(open(text)).toBeNull()
    expect(parseNoteKey(sha256, keyText.replace('c74f20a3', 'c74f20a4'))).toBeNull()
    expect(parseNoteKey(sha256, 'x+y')).toBeNull()
  })

  it('are signed so that they open', () => {
    const privateKey = createPrivateKey({
      key: Buffer.concat([pkcs8Prefix, Buffer.alloc(32, 7)]),
      format: 'der',
      type: 'pkcs8',
    })
    const exported = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
    const key = {
      name: 'accord.example/ledger/1',
      publicKey: new Uint8Array(exported.subarray(12)),
    }
    const root = sha256(Buffer.from(''))
    const checkpoint = formatCheckpoint({ origin: key.name, size: 9, root })
    const signed = signNote(sha256, (m) => sign(null, m, privateKey), key, checkpoint)
    expect(openNote(sha256, verifyEd25519, key, signed)).toBe(checkpoint)
    expect(parseCheckpoint(checkpoint)).toMatchObject({ origin: key.name, size: 9 })
    const hashes = [new Uint8Array(32), new Uint8Array(32).fill(1)]
    const proof = { index: 3, hashes, checkpoint: signed }
    expect(parseProof(formatProof(proof))).toEqual(proof)
  })

  it('and checkpoints and proofs that are malformed are no checkpoints and no proofs', () => {
    expect(parseCheckpoint('origin\n01\nAAAA\n')).toBeNull()
    expect(parseCheckpoint('')).toBeNull()
    expect(parseProof('c2sp.org/tlog-proof@v1\nindex 01\n\nnote')).toBeNull()
    expect(parseProof('c2sp.org/tlog-proof@v2\nindex 1\n\nnote')).toBeNull()
  })
})
