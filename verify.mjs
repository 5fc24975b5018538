#!/usr/bin/env node

// Checks an exported consent ledger without trusting whoever exported it: one file, no dependency.
//
//   node verify.mjs FOLDER [--older-checkpoint FILE] [--key FILE] [--origin TEXT] [--at-once N]
//   node verify.mjs --compare FILE FILE --key FILE [--tiles FOLDER]
//   node verify.mjs CERTIFICATE [--key FILE]
//   node verify.mjs PERSON [--key FILE] [--origin TEXT] [--language en|fr]
//
// The second compares two versions of one ledger: each FILE is a checkpoint or a tlog-proof, which
// holds one. Of the same size they must have the same root; of two sizes, the tiles of hashes that
// the ledger publishes (or an export) show that the larger one begins with the smaller one.
//
// The third checks the certificate of a deletion or of a person's erasure: that it is signed, and
// that its dates agree.
//
// PERSON is the folder `ledger` of the answer to somebody who asked for their data: their own entries,
// without the ledger. That each entry stands in the signed log, that the words are those that were
// recorded, that all is about one person. It reads there, and nothing else:
//   about.json      { format: "accord-person-entries", version, language, entries: [seq] }
//   checkpoint, ledger.key, wordings/, as below; of wordings those that the entries name
//   entries/        each entry, byte for byte as it is hashed          (RFC 8785), seq.json
//   disclosures/    what was said: { seq, commitmentKey, body },                   seq.json
//   proofs/         that it stands in the log (c2sp.org/tlog-proof),               seq.tlog-proof
//
// What it reads in FOLDER:
//   checkpoint      size and root of the tree, signed       (c2sp.org/tlog-checkpoint, signed-note)
//   ledger.key      the key that signs it. It came with what it proves, so that it proves nothing
//                   about who signed: give your own copy with --key. Then another key that lies
//                   in the folder is told, and the verdict is FALSE.
//   tile/           hashes in tiles of 256, entries in bundles          (c2sp.org/tlog-tiles)
//   wordings/       each published text, byte for byte
//   disclosures/    evidence that was shown to you: { seq, commitmentKey, body }
//   proofs/         inclusion proofs of single entries                  (c2sp.org/tlog-proof)
// Each is a plain file: links, devices and files past their size are refused. What lies beside them
// is told as not checked.
//
// Memory does not grow with the folder. What was said of people is remembered of --at-once entries
// at a time (4 000 000, some 300 MB); of a larger ledger, the entries are read several times.
//
// It prints one line a check and a verdict; exit code 0: all true, 1: something is not, 2: not run.
//
// What it cannot show: that a consent was free, that everything was logged, that a key was not
// copied before it was destroyed. It shares no code with the program that wrote the ledger.

import { isUtf8 } from 'node:buffer'
import * as crypto from 'node:crypto'
import {
  createHash,
  createHmac,
  createPublicKey,
  randomBytes,
  verify as verifySignature,
} from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'

// ---------------------------------------------------------------- hashes (RFC 6962, 2.1)

/** `crypto.hash` is twice as quick for short inputs; it is there from Node 20.12 on. */
const sha256 =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'buffer')
    : (bytes) => createHash('sha256').update(bytes).digest()

const leafBuffer = Buffer.alloc(65_536 + 1)
function hashLeaf(entry) {
  leafBuffer[0] = 0x00
  entry.copy(leafBuffer, 1)
  return sha256(leafBuffer.subarray(0, entry.length + 1))
}

const nodeBuffer = Buffer.alloc(65)
nodeBuffer[0] = 0x01
function hashNode(left, right) {
  left.copy(nodeBuffer, 1)
  right.copy(nodeBuffer, 33)
  return sha256(nodeBuffer)
}

/** A tree that grows: one hash for each perfect subtree, the largest first. */
class Tree {
  size = 0
  subtrees = []
  add(leafHash) {
    let hash = leafHash
    for (let n = this.size; n % 2 === 1; n = (n - 1) / 2) hash = hashNode(this.subtrees.pop(), hash)
    this.subtrees.push(hash)
    this.size += 1
  }
  root() {
    if (this.size === 0) return sha256(Buffer.alloc(0))
    let hash = this.subtrees.at(-1)
    for (let i = this.subtrees.length - 2; i >= 0; i -= 1) hash = hashNode(this.subtrees[i], hash)
    return hash
  }
}

/** The root to which an inclusion proof leads (RFC 9162, 2.1.3.2); null when it cannot. */
function rootOfProof(leafHash, index, size, hashes) {
  if (index >= size) return null
  let fn = index
  let sn = size - 1
  let root = leafHash
  for (const hash of hashes) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = hashNode(hash, root)
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2
        sn = Math.floor(sn / 2)
      }
    } else root = hashNode(root, hash)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? root : null
}

// ---------------------------------------------------------------- texts

const base64Line = /^[A-Za-z0-9+/]+={0,2}$/

/** Null of what has another writing: a bit that means nothing is changed by nobody honest. */
function fromBase64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** `name+hash+key` of a signed-note; the key is one octet of type (1: Ed25519) and 32 of key. */
function readKey(text) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim())
  if (!parts) return null
  const [, name, id, encoded] = parts
  const typed = fromBase64(encoded)
  if (typed?.length !== 33 || typed[0] !== 1) return null
  const computed = sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])).subarray(0, 4)
  if (computed.toString('hex') !== id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  return { name, id: computed, key, text: text.trim() }
}

/** The text of a signed note that this key signed: { text }, or a sentence on what is wrong. */
function readNote(note, key) {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return 'it is not a signed note'
  const text = note.slice(0, split + 1)
  let isSigned = false
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const parts = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line)
    if (!parts) return 'a signature line is malformed'
    const signature = fromBase64(parts[2])
    if (!signature) return 'a signature line is malformed'
    if (parts[1] !== key.name || !signature.subarray(0, 4).equals(key.id)) continue
    if (!verifySignature(null, Buffer.from(text), key.key, signature.subarray(4))) {
      return 'the signature does not hold'
    }
    isSigned = true
  }
  return isSigned ? { text } : 'no signature is by this key'
}

/** The checkpoint in a signed note: { origin, size, root }, or a sentence on what is wrong. */
function readCheckpoint(note, key) {
  const signed = readNote(note, key)
  if (typeof signed === 'string') return signed
  const [origin, sizeText, rootText] = signed.text.split('\n')
  if (origin !== key.name) return `its origin is "${origin}", the key's is "${key.name}"`
  if (!/^(0|[1-9]\d{0,15})$/.test(sizeText ?? '') || !base64Line.test(rootText ?? '')) {
    return 'its size or root is malformed'
  }
  const root = fromBase64(rootText)
  if (root?.length !== 32) return 'its root is malformed'
  const size = Number(sizeText)
  if (!Number.isSafeInteger(size)) return 'its size or root is malformed'
  return { origin, size, root }
}

/** { index, hashes, note } of a tlog-proof, or null. */
function readProof(text) {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const lines = text.slice(0, split).split('\n')
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') return null
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')
  if (!index || !lines.every((line) => base64Line.test(line))) return null
  const hashes = lines.map(fromBase64)
  if (hashes.some((hash) => hash?.length !== 32)) return null
  if (!Number.isSafeInteger(Number(index[1]))) return null
  return { index: Number(index[1]), hashes, note: text.slice(split + 2) }
}

// ---------------------------------------------------------------- files

/** The most that is read of each: whoever made the folder may have made it to fill the memory. */
const octetsMax = {
  key: 4_096,
  note: 65_536,
  tile: 256 * 32,
  bundle: 256 * (2 + 65_535),
  text: 4_194_304,
  personFolder: 268_435_456,
}

/** A file that is not read: what is wrong, and whether it came with the evidence. */
class Unreadable extends Error {
  constructor(path, sentence, isGiven) {
    super(`${path}: ${sentence}`)
    this.isGiven = isGiven
  }
}

const notPlain = 'it is a link, or no plain file'
const tooLarge = 'it is larger than such a file can be'

/** Octets of a file; of the evidence only a plain file, never what a link leads to. */
function readBounded(path, most, isGiven) {
  const plainOnly = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  if (isGiven && lstatSync(path).isSymbolicLink()) throw new Unreadable(path, notPlain, isGiven)
  const file = openSync(path, constants.O_RDONLY | (isGiven ? plainOnly : 0))
  try {
    const stat = fstatSync(file)
    if (stat.isDirectory() || (isGiven && !stat.isFile())) {
      throw new Unreadable(path, notPlain, isGiven)
    }
    if (stat.isFile() && stat.size > most) throw new Unreadable(path, tooLarge, isGiven)
    // One octet more shows that the end was reached.
    const octets = Buffer.allocUnsafe((stat.isFile() ? stat.size : most) + 1)
    let length = 0
    while (length < octets.length) {
      const read = readSync(file, octets, length, octets.length - length, null)
      if (read === 0) return octets.subarray(0, length)
      length += read
    }
    throw new Unreadable(path, tooLarge, isGiven)
  } finally {
    closeSync(file)
  }
}

/** Of the evidence. */
const readGiven = (path, most) => readBounded(path, most, true)
const readGivenOrNull = (path, most) => (existsSync(path) ? readGiven(path, most) : null)
/** Named by whoever runs this. */
const readOwn = (path, most) => readBounded(path, most, false)

const foldersDeepMax = 16

/** All that lies below a folder, one at a time: no list of it is held. */
function* filesBelow(folder, inside = '', depth = 0) {
  const directory = opendirSync(join(folder, inside))
  try {
    for (let one = directory.readSync(); one !== null; one = directory.readSync()) {
      const path = inside === '' ? one.name : `${inside}/${one.name}`
      const stat = lstatSync(join(folder, path))
      if (stat.isDirectory() && depth < foldersDeepMax) yield* filesBelow(folder, path, depth + 1)
      else yield { path, name: one.name, isPlain: stat.isFile(), sizeOctets: stat.size }
    }
  } finally {
    directory.closeSync()
  }
}

/** Names some of what is not checked, and how many more there are. */
class NotChecked {
  count = 0
  first = []
  add(path) {
    this.count += 1
    if (this.first.length < faultsShownMax) this.first.push(path)
  }
  tell(words = (list, more) => `not checked: ${list}${more > 0 ? `, and ${more} more` : ''}`) {
    if (this.count === 0) return
    print(`note  ${words(this.first.sort().join(', '), this.count - this.first.length)}`)
  }
}

/** What an operating system leaves in a folder that somebody looked at. */
const isHidden = (name) => name.startsWith('.')

/** Whether a file lies in a folder, by whatever way it is named. */
function liesIn(folder, file) {
  const way = relative(realpathSync(folder), realpathSync(file))
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

function tilePath(folder, level, index, width) {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const parts = padded.match(/.{3}/g)
  const path = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
  return join(folder, 'tile', String(level), width === 256 ? path : `${path}.p/${width}`)
}

function* entriesOf(folder, size) {
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256)
    const path = tilePath(folder, 'entries', index, width)
    if (!existsSync(path)) throw new Wrong(`entry bundle ${index} is missing`, index * 256)
    const bytes = readGiven(path, octetsMax.bundle)
    let at = 0
    for (let n = 0; n < width; n += 1) {
      const length = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0
      const end = at + 2 + length
      if (length === 0 || end > bytes.length) {
        throw new Wrong('the bundle breaks off: an entry is missing or cut', index * 256 + n)
      }
      yield bytes.subarray(at + 2, end)
      at = end
    }
    if (at !== bytes.length) {
      throw new Wrong('the bundle holds more entries than the checkpoint', index * 256 + width)
    }
  }
}

/** The leaf hashes that the tiles hold, to name the leaf when the entries say otherwise. */
function leafTile(folder, index, size) {
  const width = Math.min(256, size - index * 256)
  const path = tilePath(folder, 0, index, width)
  const bytes = readGivenOrNull(path, octetsMax.tile)
  return bytes?.length === width * 32 ? bytes : null
}

const tileName = /^tile\/(entries|\d)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/

/** Whether a tree of this size has such a tile; others are of other sizes, or of none. */
function isTileOf(path, size) {
  const parts = tileName.exec(path)
  if (!parts) return false
  const [, level, digits] = parts
  const index = Number(digits.replaceAll(/[x/]/g, ''))
  const hashes = level === 'entries' ? size : Math.floor(size / 256 ** Number(level))
  const wide = Math.min(256, hashes - index * 256)
  return wide > 0 && tilePath('', level, index, wide) === join('', path)
}

// ---------------------------------------------------------------- what is found wrong

/** A fault of one leaf. */
class Wrong extends Error {
  constructor(sentence, seq) {
    super(sentence)
    this.seq = seq
  }
}

const faultsShownMax = 10

/** Counts the faults of one check and keeps the first few. */
class Check {
  constructor(name) {
    this.name = name
    this.count = 0
    this.first = []
  }
  fault(sentence, seq = null) {
    this.count += 1
    if (this.first.length < faultsShownMax) this.first.push({ sentence, seq })
  }
}

// ---------------------------------------------------------------- leaves

const kinds = new Set([
  'notice.published',
  'consent.requested',
  'consent.given',
  'consent.confirmed',
  'consent.refreshed',
  'consent.expired',
  'consent.withdrawn',
  'consent.invalidated',
  'objection',
  'import.declared',
  'ground.soft_opt_in',
  'ground.b2b_opt_out',
  'parent.authorised',
  'parent.withdrawn',
  'erasure.requested',
  'erasure.contact_destroyed',
  'erasure.proof_destroyed',
  'suppression.added',
  'suppression.lifted',
  'key.rotated',
  'export.delivered',
])
/** Kinds by which a person says yes, each on a published wording. */
const agreements = new Set(['consent.given', 'consent.confirmed', 'consent.refreshed'])
/** Legal bases that are no consent: each on words that offered a refusal, and never after a no. */
const legalBases = new Set(['ground.soft_opt_in', 'ground.b2b_opt_out'])
/** Kinds that may name no person. A stop is such a one of a number that is nobody's, or erased. */
const aboutNobody = new Set([
  'notice.published',
  'key.rotated',
  'export.delivered',
  'suppression.added',
])
const fields = ['c', 'cm', 'k', 'lk', 'n', 'p', 'pv', 'seq', 't', 'v']
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The leaf of an entry's octets, or a sentence. RFC 8785 gives a leaf one writing only. */
function readLeaf(entry) {
  if (!isUtf8(entry)) return 'the entry is not text'
  const text = entry.toString('utf8')
  let leaf
  try {
    leaf = JSON.parse(text)
  } catch {
    return 'the entry is not JSON'
  }
  if (typeof leaf !== 'object' || leaf === null) return 'the entry is not an object'
  const ordered = {}
  for (const field of fields) ordered[field] = leaf[field]
  if (JSON.stringify(ordered) !== text) return 'the entry is not in its canonical writing'
  if (leaf.v !== 1) return `the entry has version ${leaf.v}, this verifier knows 1`
  if (!kinds.has(leaf.k)) return `the entry has an unknown kind "${leaf.k}"`
  if (typeof leaf.t !== 'string' || !instant.test(leaf.t)) return 'the entry has no time'
  const texts = [leaf.c, leaf.lk, leaf.n, leaf.p, leaf.pv]
  if (!texts.every((text) => typeof text === 'string'))
    return 'the entry has a field that is no text'
  if (typeof leaf.cm !== 'string' || leaf.cm.length !== 43) return 'the entry has no commitment'
  return leaf
}

/** What is remembered of a person's link token while reading on. */
const given = 1
const withdrawn = 2
const reopened = 4
const erased = 8

const used = 128
const saltOctets = 32

/**
 * A mark for each token, in 13 octets: under 96 bits of a hash that is salted anew in each run, so
 * that nobody can write two tokens that meet. It is several times smaller than a Map, and has no end
 * at 16 million. All readings of a run have one salt: each person is of the same part in all.
 */
class Marks {
  count = 0
  hash = new Uint32Array(3)
  constructor(salt, capacity = 65_536) {
    this.salted = Buffer.concat([salt, Buffer.alloc(4 * 65_536)])
    this.hashes = new Uint32Array(3 * capacity)
    this.marks = new Uint8Array(capacity)
  }
  /** Chooses the token that the next calls are about. */
  at(token) {
    const length = saltOctets + this.salted.write(token, saltOctets)
    const hash = sha256(this.salted.subarray(0, length))
    for (let n = 0; n < 3; n += 1) this.hash[n] = hash.readUInt32LE(4 * n)
    this.slot = this.#find(this.hash, 0)
    return this
  }
  /** Which of so many parts the token is of. */
  partOf(parts) {
    return this.hash[2] % parts
  }
  get() {
    return this.marks[this.slot] & ~used
  }
  set(mark) {
    const { slot } = this
    if (this.marks[slot] === 0) {
      this.hashes.set(this.hash, 3 * slot)
      this.count += 1
    }
    this.marks[slot] = mark | used
    if (4 * this.count > 3 * this.marks.length) this.#grow()
  }
  #find(from, at) {
    const last = this.marks.length - 1
    let slot = from[at] & last
    while (this.marks[slot] !== 0 && !this.#isAt(slot, from, at)) slot = (slot + 1) & last
    return slot
  }
  #isAt(slot, from, at) {
    for (let n = 0; n < 3; n += 1) if (this.hashes[3 * slot + n] !== from[at + n]) return false
    return true
  }
  #grow() {
    const { hashes, marks } = this
    this.hashes = new Uint32Array(2 * hashes.length)
    this.marks = new Uint8Array(2 * marks.length)
    for (let slot = 0; slot < marks.length; slot += 1) {
      if (marks[slot] === 0) continue
      const to = this.#find(hashes, 3 * slot)
      this.hashes.set(hashes.subarray(3 * slot, 3 * slot + 3), 3 * to)
      this.marks[to] = marks[slot]
    }
  }
}

/** Rules over tokens: they hold whatever the sealed bodies say. */
class TokenRules {
  /** Of one part of the people: all, where there are few. */
  constructor(check, { part, parts, salt }) {
    this.check = check
    this.part = part
    this.parts = parts
    // By person; and by person, channel and purpose, for what is withdrawn or given.
    this.people = new Marks(salt)
    this.states = new Marks(salt)
  }
  read(leaf, seq) {
    if (leaf.lk === '') {
      if (this.part === 0 && !aboutNobody.has(leaf.k)) {
        this.check.fault(`${leaf.k} that is about nobody: it names no person`, seq)
      }
      return
    }
    const ofPerson = this.people.at(leaf.lk)
    if (ofPerson.partOf(this.parts) !== this.part) return
    const person = ofPerson.get()
    if (person & erased && !leaf.k.startsWith('erasure.')) {
      this.check.fault(`${leaf.k} for a person whose proof key was destroyed before`, seq)
    }
    const stateOf = () => this.states.at(`${leaf.lk}|${leaf.c}|${leaf.p}`)
    switch (leaf.k) {
      case 'objection':
        ofPerson.set((person | withdrawn) & ~reopened)
        break
      case 'consent.withdrawn':
        stateOf().set(withdrawn)
        break
      case 'consent.invalidated':
        // An import taken back. Without a wording it is a no of the file that did not count.
        if (leaf.n === '') {
          const ofState = stateOf()
          ofState.set(ofState.get() | reopened)
        }
        break
      case 'consent.requested':
      case 'suppression.lifted': {
        ofPerson.set(person | reopened)
        const ofState = stateOf()
        ofState.set(ofState.get() | reopened)
        break
      }
      case 'consent.given':
      case 'consent.confirmed':
      case 'consent.refreshed': {
        const ofState = stateOf()
        const state = ofState.get()
        const objected = person & withdrawn && !(person & reopened)
        const ended = state & withdrawn && !((state | person) & reopened)
        if (objected || ended) {
          this.check.fault('consent given after a withdrawal, without a new request', seq)
        }
        ofPerson.set(person & ~withdrawn & ~reopened)
        ofState.set(given)
        break
      }
      case 'ground.soft_opt_in':
      case 'ground.b2b_opt_out': {
        const state = stateOf().get()
        // A no of a file that was taken back is none.
        if (person & withdrawn || (state & withdrawn && !(state & reopened))) {
          this.check.fault(`${leaf.k} for a person who had said no before`, seq)
        }
        break
      }
      case 'erasure.proof_destroyed':
        ofPerson.set(person | erased)
        break
    }
  }
}

/** More than any account publishes; a hostile ledger may hold one in each entry. */
const wordingsMax = 100_000
const wordingOctetsMax = 67_108_864

/** Wordings: every consent names one that was published before, for its channel and purpose. */
class WordingRules {
  constructor(check) {
    this.check = check
    this.published = new Map()
    this.count = 0
    this.octets = 0
  }
  publish(leaf, seq) {
    this.count += 1
    this.octets += leaf.c.length + leaf.p.length + leaf.n.length
    if (this.count > wordingsMax || this.octets > wordingOctetsMax) {
      this.check.fault('more texts are published than this verifier reads', seq)
      return
    }
    const notices = this.published.get(leaf.n) ?? []
    notices.push({ channels: leaf.c.split(','), purposes: leaf.p.split(',') })
    this.published.set(leaf.n, notices)
  }
  read(leaf, seq) {
    if (leaf.k === 'notice.published') return this.publish(leaf, seq)
    if (!agreements.has(leaf.k) && !legalBases.has(leaf.k)) return
    const notices = this.published.get(leaf.n)
    if (!notices) {
      this.check.fault('consent on a wording that was not published before it', seq)
    } else if (
      !notices.some(
        ({ channels, purposes }) => channels.includes(leaf.c) && purposes.includes(leaf.p),
      )
    ) {
      this.check.fault(`the wording was not published for ${leaf.c} and "${leaf.p}"`, seq)
    }
  }
}

// ---------------------------------------------------------------- the checks

/** Reads every entry once; everything that needs all of them happens here. */
function readAll(folder, checkpoint, { atOnce, watch }) {
  const checks = {
    there: new Check('every entry is there'),
    leaves: new Check('each entry is well formed, in its place, and names the one before it'),
    time: new Check('time never goes back'),
    tiles: new Check('entries and tiles agree'),
    wordings: new Check('every consent names a wording published before it'),
    tokens: new Check('nothing is given after a withdrawal, nothing follows an erasure'),
  }
  const tree = new Tree()
  const parts = Math.max(1, Math.ceil(checkpoint.size / atOnce))
  const salt = randomBytes(saltOctets)
  const wordings = new WordingRules(checks.wordings)
  const rules = [wordings, new TokenRules(checks.tokens, { part: 0, parts, salt })]
  const read = { before: '', time: '', tile: null }
  const upper = new UpperTiles(folder, checks.tiles)
  try {
    for (const entry of entriesOf(folder, checkpoint.size)) {
      const seq = tree.size
      const hash = hashLeaf(entry)
      tree.add(hash)
      upper.add(hash)
      checkTile(folder, checkpoint.size, { seq, hash, read, check: checks.tiles })
      const leaf = readLeaf(entry)
      if (typeof leaf === 'string') checks.leaves.fault(leaf, seq)
      else {
        checkPlace(leaf, seq, read, checks)
        for (const rule of rules) rule.read(leaf, seq)
      }
      watch(seq, { leaf: typeof leaf === 'string' ? null : leaf, hash, wordings, tree })
      read.before = hash.toString('base64url')
    }
    upper.end()
    rules.pop()
    for (let part = 1; part < parts; part += 1) {
      readAgain(folder, checkpoint.size, { part, parts, salt, checks, root: tree.root() })
    }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    checks.there.fault(error.message, error.seq)
  }
  return { checks, root: tree.root(), published: wordings.published }
}

/** The rules over tokens for another part of the people: of the same entries. */
function readAgain(folder, size, { part, parts, salt, checks, root }) {
  const rules = new TokenRules(checks.tokens, { part, parts, salt })
  const tree = new Tree()
  for (const entry of entriesOf(folder, size)) {
    const leaf = readLeaf(entry)
    if (typeof leaf !== 'string') rules.read(leaf, tree.size)
    tree.add(hashLeaf(entry))
  }
  if (!tree.root().equals(root)) throw new Wrong('the files changed while they were read', null)
}

/** Tiles above the lowest level, where the folder holds them: others may prove by them. */
class UpperTiles {
  levels = []
  constructor(folder, check) {
    this.folder = folder
    this.check = check
  }
  add(hash, level = 0) {
    this.levels[level] ??= { octets: Buffer.alloc(256 * 32), count: 0, index: 0 }
    const row = this.levels[level]
    hash.copy(row.octets, row.count * 32)
    row.count += 1
    if (row.count < 256) return
    this.#compare(level, row)
    const tree = new Tree()
    for (let at = 0; at < 256; at += 1) tree.add(row.octets.subarray(at * 32, at * 32 + 32))
    row.count = 0
    row.index += 1
    this.add(tree.root(), level + 1)
  }
  end() {
    for (const [level, row] of this.levels.entries()) if (row.count > 0) this.#compare(level, row)
  }
  #compare(level, { octets, count, index }) {
    // The lowest is compared hash by hash.
    if (level === 0) return
    const tile = readGivenOrNull(tilePath(this.folder, level, index, count), octetsMax.tile)
    if (tile === null || tile.equals(octets.subarray(0, count * 32))) return
    const path = tilePath('', level, index, count)
    this.check.fault(`${path} does not hold the hashes of what lies below it`)
  }
}

/** The tile names the leaf where entries were changed and tiles were not. */
function checkTile(folder, size, { seq, hash, read, check }) {
  if (seq % 256 === 0) {
    read.tile = leafTile(folder, seq / 256, size)
    if (!read.tile) check.fault(`tile ${seq / 256} is missing or cut`, seq)
  }
  const place = (seq % 256) * 32
  if (read.tile && hash.compare(read.tile, place, place + 32) !== 0) {
    check.fault('the entry is not the one whose hash the tile holds', seq)
  }
}

function checkPlace(leaf, seq, read, checks) {
  if (leaf.seq !== seq) checks.leaves.fault(`the entry says it is number ${leaf.seq}`, seq)
  if (leaf.pv !== read.before) {
    checks.leaves.fault('the entry does not name the one before it', seq)
  }
  if (leaf.t < read.time) checks.time.fault(`${leaf.t} after ${read.time}`, seq)
  read.time = leaf.t
}

function checkWordings(folder, published, unnamed) {
  const check = new Check('every published wording is there, byte for byte')
  let count = 0
  for (const n of published.keys()) {
    const hex = Buffer.from(n, 'base64url').toString('hex')
    const text = readGivenOrNull(join(folder, 'wordings', `${hex}.txt`), octetsMax.text)
    if (text === null) check.fault(`the text with SHA-256 ${hex} was published and is missing`)
    else if (sha256(text).toString('base64url') !== n) {
      check.fault(`wordings/${hex}.txt: the text has another SHA-256 than its name`)
    } else count += 1
  }
  const texts = existsSync(join(folder, 'wordings')) ? filesBelow(folder, 'wordings') : []
  for (const { path, name } of texts) {
    // In no folder further down: it would be read by nobody but whoever opens it.
    const hex = /^wordings\/([0-9a-f]{64})\.txt$/.exec(path)?.[1] ?? ''
    if (published.has(Buffer.from(hex, 'hex').toString('base64url'))) continue
    if (isHidden(name)) unnamed.add(path)
    else check.fault(`${path}: no entry published it`)
  }
  return { check, count }
}

/** { commitmentKey, body } of a disclosure, or a sentence: it has one writing only. */
function readDisclosure(path, seq) {
  const octets = readGiven(path, octetsMax.text)
  const text = octets.toString('utf8')
  const shown = jsonOf(text)
  if (shown === null) return 'it is not JSON'
  const isWhole = typeof shown.body === 'string' && /^[0-9a-f]{64}$/.test(shown.commitmentKey)
  if (!isWhole || !Number.isSafeInteger(shown.seq)) return 'a field is missing'
  if (shown.seq !== seq) return `it is of entry ${shown.seq}`
  const { commitmentKey, body } = shown
  const whole = { seq, commitmentKey, body }
  const isPlain = [JSON.stringify(whole), JSON.stringify(whole, null, 2)].includes(text.trim())
  // A field that stands twice reads otherwise than it is checked.
  return isPlain && isUtf8(octets) ? whole : 'it holds more than its three fields'
}

/** The body is the one that was committed to, and says what the leaf says. */
function checkDisclosure(shown, leaf, published) {
  const body = Buffer.from(shown.body, 'utf8')
  const key = Buffer.from(shown.commitmentKey, 'hex')
  const commitment = createHmac('sha256', key).update(body).digest('base64url')
  if (commitment !== leaf.cm) return 'the disclosed body is not the one that was committed to'
  let told
  try {
    told = JSON.parse(shown.body)
  } catch {
    return 'the disclosed body is not JSON'
  }
  if (typeof told !== 'object' || told === null) return 'the disclosed body is not an object'
  if (JSON.stringify(told) !== shown.body)
    return 'the disclosed body is not in its canonical writing'
  if (told.kind !== leaf.k) return `the body tells of ${told.kind}, the entry of ${leaf.k}`
  if (told.channel !== leaf.c) return `the body names channel ${told.channel}, not ${leaf.c}`
  if (told.purpose !== leaf.p) return `the body names purpose ${told.purpose}, not ${leaf.p}`
  const wording = leaf.n === '' ? undefined : Buffer.from(leaf.n, 'base64url').toString('hex')
  if (told.wording !== wording) return 'the body names another wording than the entry'
  const isOfPerson = typeof told.subject === 'string' && told.subject !== ''
  if (leaf.lk === '' && told.subject !== undefined) return 'the body names a person, the entry none'
  if (leaf.lk !== '' && !isOfPerson) return 'the entry names a person, the body none'
  if (agreements.has(leaf.k) && !published.has(leaf.n)) return 'its wording was not published'
  return null
}

const peopleShownMax = 200_000

/** Of entries whose bodies are shown: each person has one token, and each token is of one person. */
class ShownPeople {
  tokens = new Map()
  subjects = new Map()
  /** A sentence on what is wrong, or null. */
  add(token, subject) {
    // What a hostile file names may be long: its hash is not.
    const [one, other] = [token, subject].map((text) => sha256(text).toString('latin1'))
    const heldToken = this.tokens.get(other)
    if (heldToken !== undefined && heldToken !== one) {
      return 'its person has another token in another entry that is shown'
    }
    const heldSubject = this.subjects.get(one)
    if (heldSubject !== undefined && heldSubject !== other) {
      return 'its token is that of another person in another entry that is shown'
    }
    if (heldToken === undefined && this.tokens.size >= peopleShownMax) {
      return 'bodies of too many people: check some of them at a time'
    }
    this.tokens.set(other, one)
    this.subjects.set(one, other)
    return null
  }
}

const proofSizesMax = 10_000

/** Evidence of single entries, taken as the entries go by: nothing of it is held. */
class Evidence {
  disclosures = new Check('disclosed evidence is what was committed to')
  proofs = new Check('inclusion proofs lead to the signed root')
  people = new ShownPeople()
  shown = 0
  proven = 0
  /** Roots that proofs were signed with, by the size at which the tree must have them. */
  roots = new Map()
  constructor(folder, { key, checkpoint, note, listed }) {
    this.folder = folder
    this.key = key
    this.checkpoint = checkpoint
    this.note = note
    this.listed = listed
    this.next = { disclosures: 0, proofs: 0 }
  }
  #isNext(kind, seq) {
    if (this.listed[kind][this.next[kind]] !== seq) return false
    this.next[kind] += 1
    return true
  }
  read(seq, { leaf, hash, wordings, tree }) {
    if (this.#isNext('disclosures', seq)) this.#disclosure(seq, leaf, wordings.published)
    if (this.#isNext('proofs', seq)) this.#proof(seq, hash)
    const expected = this.roots.get(tree.size)
    if (expected === undefined) return
    this.roots.delete(tree.size)
    if (tree.root().toString('base64') !== expected) {
      this.proofs.fault(`a proof's checkpoint of ${tree.size} entries has another root`)
    }
  }
  #disclosure(seq, leaf, published) {
    const file = `disclosures/${seq}.json`
    this.shown += 1
    const shown = readDisclosure(join(this.folder, file), seq)
    if (typeof shown === 'string') return this.disclosures.fault(`${file}: ${shown}`, seq)
    let fault = leaf
      ? checkDisclosure(shown, leaf, published)
      : 'the ledger has no such entry that can be read'
    if (!fault && leaf.lk !== '') fault = this.people.add(leaf.lk, JSON.parse(shown.body).subject)
    if (fault) this.disclosures.fault(fault, seq)
  }
  #proof(seq, hash) {
    this.proven += 1
    const file = `proofs/${seq}.tlog-proof`
    const fault = this.#proofFault(seq, hash, join(this.folder, file))
    if (fault) this.proofs.fault(`${file}: ${fault}`, seq)
  }
  #proofFault(seq, hash, path) {
    const proof = readProof(readGiven(path, octetsMax.note).toString('utf8'))
    if (!proof) return 'malformed'
    if (proof.index !== seq) return `it is the proof of entry ${proof.index}`
    const signed = proof.note === this.note ? this.checkpoint : readCheckpoint(proof.note, this.key)
    if (typeof signed === 'string') return signed
    const { size, root } = signed
    if (!rootOfProof(hash, seq, size, proof.hashes)?.equals(root)) {
      return 'it does not lead to its checkpoint’s root'
    }
    if (size > this.checkpoint.size) {
      return `its checkpoint has ${size} entries, and the folder shows ${this.checkpoint.size}`
    }
    if (size === this.checkpoint.size) {
      const isSame = root.equals(this.checkpoint.root)
      return isSame ? null : 'its checkpoint has the same size and another root'
    }
    const written = root.toString('base64')
    const before = this.roots.get(size)
    if (before === undefined && this.roots.size >= proofSizesMax) {
      return 'proofs of too many checkpoints: check some of them at a time'
    }
    this.roots.set(size, written)
    return before === undefined || before === written
      ? null
      : 'its checkpoint has the size of another proof’s, and another root'
  }
  /** What was not met is of no entry. */
  end() {
    for (const kind of ['disclosures', 'proofs']) {
      for (const seq of this.listed[kind].slice(this.next[kind])) {
        this[kind].fault('the ledger has no such entry', seq)
      }
    }
  }
}

/** What the folder holds: each file plain; what belongs to an entry by its number; the rest. */
function listFolder(folder, size) {
  const plain = new Check('the folder holds plain files and folders')
  const placed = new Check('evidence is of entries, each in the file of its number')
  const unnamed = new NotChecked()
  const listed = { disclosures: [], proofs: [] }
  const numbered = {
    disclosures: /^(0|[1-9]\d{0,14})\.json$/,
    proofs: /^(0|[1-9]\d{0,14})\.tlog-proof$/,
  }
  for (const { path, name, isPlain } of filesBelow(folder)) {
    if (!isPlain) {
      plain.fault(`${path}: ${notPlain}`)
      continue
    }
    const [part, ...rest] = path.split('/')
    const own = rest.length === 1 && Object.hasOwn(numbered, part) ? numbered[part] : null
    const seq = own?.exec(name)?.[1]
    if (seq !== undefined && Number(seq) < size) listed[part].push(Number(seq))
    else if (seq !== undefined) placed.fault(`${path}: the ledger has no such entry`, Number(seq))
    else if (isHidden(name)) unnamed.add(path)
    else if (Object.hasOwn(numbered, part)) placed.fault(`${path}: its name is no entry's number`)
    else if (part !== 'wordings' && !isNamedFile(path) && !isTileOf(path, size)) unnamed.add(path)
  }
  for (const seqs of Object.values(listed)) seqs.sort((one, other) => one - other)
  return { plain, placed, unnamed, listed }
}

const isNamedFile = (path) => path === 'checkpoint' || path === 'ledger.key'

// ---------------------------------------------------------------- two versions

/** A checkpoint, or the one that a tlog-proof ends with. */
const noteIn = (text) => readProof(text)?.note ?? text

/** The roots of the tree at two sizes, from its tiles of leaf hashes; null where one is missing. */
function rootsFromTiles(folder, sizes) {
  const tree = new Tree()
  const roots = new Map([[0, sha256(Buffer.alloc(0))]])
  const largest = Math.max(...sizes)
  for (let index = 0; tree.size < largest; index += 1) {
    const tile = readTile(folder, index, largest)
    if (!tile) return null
    for (const hash of tile) {
      tree.add(hash)
      if (sizes.includes(tree.size)) roots.set(tree.size, tree.root())
      if (tree.size === largest) break
    }
  }
  return sizes.map((size) => roots.get(size))
}

/** Hashes of one tile: of the full one where it is there, else of a part that is wide enough. */
function readTile(folder, index, size) {
  const width = Math.min(256, size - index * 256)
  for (let part = 256; part >= width; part -= 1) {
    const path = tilePath(folder, 0, index, part)
    if (!existsSync(path)) continue
    const octets = readGiven(path, octetsMax.tile)
    if (octets.length !== part * 32) return null
    return Array.from({ length: width }, (_, at) => octets.subarray(at * 32, at * 32 + 32))
  }
  return null
}

function compare({ files, keyFile, tiles }) {
  if (!keyFile && !tiles) return fail('give the key that signs the ledger: --key FILE')
  const chosen = chooseKey(tiles, keyFile)
  if (typeof chosen === 'string') return fail(chosen)
  const { key, isOwn: isKeyOwn } = chosen
  if (chosen.check && !report(chosen.check)) return verdict(false)
  const noteOf = (file) => noteIn(readOwn(file, octetsMax.note).toString('utf8'))
  const read = files.map((file) => readCheckpoint(noteOf(file), key))
  for (const [at, checkpoint] of read.entries()) {
    const fault = typeof checkpoint === 'string' ? checkpoint : null
    const detail = fault === null ? `${checkpoint.origin}, ${checkpoint.size} entries` : ''
    if (!report(single(`${files[at]} is signed by the ledger`, fault), detail))
      return verdict(false)
  }
  const [smaller, larger] = read[0].size <= read[1].size ? read : [read[1], read[0]]
  if (smaller.size === larger.size) {
    const fault = smaller.root.equals(larger.root) ? null : 'two ledgers of one size were signed'
    return verdict(report(single('both show the same ledger', fault)), isKeyOwn)
  }
  const name = `the first ${smaller.size} entries of the larger one are the smaller one`
  if (!tiles) return fail(`they have ${smaller.size} and ${larger.size} entries: give --tiles`)
  const roots = rootsFromTiles(tiles, [smaller.size, larger.size])
  if (!roots) return fail(`a tile of hashes is missing in ${tiles}`)
  const isOwn = roots[1].equals(larger.root)
  const fault = !isOwn
    ? 'the tiles are not those of the larger checkpoint'
    : roots[0].equals(smaller.root)
      ? null
      : 'the older entries have another root: history was rewritten'
  return verdict(report(single(name, fault)), isKeyOwn)
}

// ---------------------------------------------------------------- certificates of deletions

/** What its dates must be, and what is told of it. */
const certificateFormats = {
  'accord-account-deletion': {
    fault: datesFault,
    dates: (said) => `asked ${said.request?.at}, ended ${said.ended}`,
    tell: tellCertificate,
  },
  'accord-person-erasure': {
    fault: erasureFault,
    dates: (said) => `erased ${said.act?.at}, as it stood ${said.standsAt}`,
    tell: tellErasure,
  },
}

function jsonOf(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The note says itself which key signed it: true says more where you hold the key (--key). */
function checkCertificate({ folder: file, keyFile }) {
  // A mail may bring other ends of lines, and empty lines around the text.
  const octets = readOwn(file, octetsMax.text)
  const note = `${octets.toString('utf8').replaceAll('\r\n', '\n').trim()}\n`
  const said = jsonOf(note.slice(0, note.indexOf('\n')))
  const known = said && Object.hasOwn(certificateFormats, said.format)
  if (!known || said.version !== 1) {
    return fail(`${file} is neither a folder nor a certificate that this file knows`)
  }
  const named = readKey(String(said.key))
  const key = keyFile ? readKey(readOwn(keyFile, octetsMax.key).toString('utf8')) : named
  if (!key) return fail('the key is not an Ed25519 verifier key (name+hash+key)')
  const results = []
  if (keyFile) results.push(report(sameKey(named, key, 'the key that the certificate names')))
  else {
    print(`note  the key is the certificate's own: compare it with the one you hold (--key)`)
    print(`note  it is ${key.text}`)
  }
  const signed = readNote(note, key)
  const fault = typeof signed === 'string' ? signed : null
  results.push(report(single('the certificate is signed by the installation', fault), key.name))
  const format = certificateFormats[said.format]
  results.push(
    report(single('its dates follow one another', format.fault(said)), format.dates(said)),
  )
  if (results.every((isTrue) => isTrue)) format.tell(said)
  return verdict(
    results.every((isTrue) => isTrue),
    !keyFile,
  )
}

function datesFault({ request, keysDestroyedAt, began, ended, backupsEnd }) {
  const dates = [request?.at, began, ended, backupsEnd]
  if (![...dates, keysDestroyedAt].every((date) => instant.test(date ?? ''))) {
    return 'a date is missing or malformed'
  }
  const isOrdered = dates.every((date, at) => at === 0 || dates[at - 1] <= date)
  if (!isOrdered) return 'it was asked for, begun and ended in another order'
  return keysDestroyedAt <= ended ? null : 'the keys were destroyed after its end'
}

function tellCertificate({ account, destroyed, keysDestroyedAt, backupsEnd, suppliers }) {
  print(`note  account ${account.number} (${account.id}), keys destroyed ${keysDestroyedAt}`)
  for (const { kind, count } of destroyed) print(`note  deleted: ${kind} ${count}`)
  for (const { name, toldAt, answer } of suppliers ?? []) {
    print(`note  supplier ${name}: told ${toldAt ?? 'not yet'}, answer ${answer ?? 'none yet'}`)
  }
  print(`note  the last old backup is to be removed on ${backupsEnd}`)
}

const isDate = (date) => instant.test(date ?? '')
const isDateOrNull = (date) => date === null || isDate(date)

function erasureFault({ request, act, proofs, epoch, backupsEnd, standsAt }) {
  const dates = [act?.at, epoch?.until, backupsEnd, standsAt]
  const others = [proofs?.until, proofs?.goneAt, epoch?.goneAt]
  if (!dates.every(isDate) || !others.every(isDateOrNull)) return 'a date is missing or malformed'
  if (request !== null && !(isDate(request?.at) && request.at <= act.at)) {
    return 'it was done before it was asked for'
  }
  const isLater = (date) => date === null || date >= act.at
  if (![epoch.goneAt, epoch.until, proofs.goneAt, backupsEnd, standsAt].every(isLater)) {
    return 'what followed the erasure came before it'
  }
  return proofs.held > 0 && proofs.until === null ? 'proofs are held without an end' : null
}

function tellErasure({
  account,
  people,
  contact,
  destroyed,
  proofs,
  epoch,
  backupsEnd,
  recipients,
}) {
  const who = (people ?? 1) > 1 ? `${people} people` : 'a person'
  print(`note  erased: ${who} of account ${account.number} (${account.name})`)
  if (contact) print(`note  made for the contact ${contact}`)
  for (const { kind, count } of destroyed) print(`note  destroyed: ${kind} ${count}`)
  if (proofs.held > 0) {
    print(
      `note  proofs held: ${proofs.held} until ${proofs.until}, destroyed ${proofs.goneAt ?? 'not yet'}`,
    )
    for (const { kind, reason, until, count } of proofs.list ?? []) {
      print(`note  held: ${kind} ${count}, for ${reason}, until ${until}`)
    }
  }
  print(`note  key of older copies: destroyed ${epoch.goneAt ?? `by ${epoch.until}`}`)
  print(`note  the last old backup is to be removed on ${backupsEnd}`)
  for (const { name, toldAt, answer } of recipients) {
    print(`note  recipient ${name}: told ${toldAt ?? 'not yet'}, answered ${answer ?? 'not yet'}`)
  }
}

// ---------------------------------------------------------------- the entries of one person

const personFormat = 'accord-person-entries'

const personWords = {
  en: {
    ownKey: 'the key is the folder’s own: compare it with one that you got elsewhere (--key)',
    list: 'the files are those that about.json names',
    signed: 'the log is signed',
    size: (origin, size) => `${origin}, ${size} entries`,
    leaves: 'each entry is well formed and in its place',
    proofs: 'each entry is in the signed log',
    bodies: 'what was said is what was recorded then',
    texts: 'the texts shown are those that the entries name, byte for byte',
    one: 'all entries are about one person',
    entries: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`,
    textCount: (count) => `${count} ${count === 1 ? 'text' : 'texts'}`,
    entry: (seq, at, what) => `entry ${seq}, recorded ${at}: ${what}`,
    said: (at) => `said on ${at}`,
    what: (channel, purpose) => `${channel}, for “${purpose}”`,
    shown: 'the words shown:',
    keyIs: (text) => `it is ${text}`,
    ownKeyGiven: 'the key that you gave lies in the folder itself: it came with what it proves',
    notChecked: (list, more) => `not checked: ${list}${more > 0 ? `, and ${more} more` : ''}`,
    isTrue: 'VERDICT: true',
    isTrueByOwn: 'VERDICT: true, if the key that came with the folder is genuine',
    isFalse: 'VERDICT: FALSE',
    meaning:
      'These entries stand in the log as it was signed, with these words, and nothing of them was changed since.\n' +
      'Not shown: that a consent was free, that everything was logged, that these are all the entries\n' +
      'about you, or that they are yours rather than somebody else’s.',
    meaningFalse:
      'Something in this folder is not what was signed. The lines marked WRONG say what.',
    wrong: 'WRONG',
    leaf: (seq) => `entry ${seq}: `,
    more: (count) => `and ${count} more`,
    channels: {
      sms: 'by SMS',
      email: 'by e-mail',
      mms: 'by MMS',
      rcs: 'by RCS',
      voice: 'by phone',
      post: 'by post',
    },
    purposes: { service: 'service messages' },
    kinds: {
      'consent.requested': 'your consent was asked for',
      'consent.given': 'you agreed',
      'consent.confirmed': 'you confirmed your consent',
      'consent.refreshed': 'you renewed your consent',
      'consent.expired': 'your consent ended, because its time was up',
      'consent.withdrawn': 'you took back your consent',
      'consent.invalidated': 'an earlier entry was cancelled with the file that brought it',
      objection: 'you asked to stop',
      'import.declared': 'a consent was declared for you, without proof',
      'ground.soft_opt_in': 'you were recorded as a customer who may be written to',
      'ground.b2b_opt_out': 'you were recorded as a professional who was informed',
      'parent.authorised': 'a parent agreed for you',
      'parent.withdrawn': 'a parent took back their agreement',
      'erasure.requested': 'your erasure was asked for',
      'erasure.contact_destroyed': 'your record was erased',
      'erasure.proof_destroyed': 'the proofs about you were destroyed',
      'suppression.added': 'your number was put on the list of those who said no',
      'suppression.lifted': 'your number was taken off the list of those who said no',
    },
  },
  fr: {
    ownKey: 'la clé est celle du dossier : comparez-la à celle que vous avez eue ailleurs (--key)',
    list: 'les fichiers sont ceux que nomme about.json',
    signed: 'le registre est signé',
    size: (origin, size) => `${origin}, ${size} étapes`,
    leaves: 'chaque étape est bien formée et à sa place',
    proofs: 'chaque étape figure dans le registre signé',
    bodies: 'ce qui a été dit est ce qui a été enregistré alors',
    texts: 'les textes montrés sont ceux que nomment les étapes, octet par octet',
    one: 'toutes les étapes concernent une seule personne',
    entries: (count) => `${count} ${count === 1 ? 'étape' : 'étapes'}`,
    textCount: (count) => `${count} ${count === 1 ? 'texte' : 'textes'}`,
    entry: (seq, at, what) => `étape ${seq}, enregistrée le ${at} : ${what}`,
    said: (at) => `dit le ${at}`,
    what: (channel, purpose) => `${channel}, pour « ${purpose} »`,
    shown: 'le texte montré :',
    keyIs: (text) => `c’est ${text}`,
    ownKeyGiven:
      'la clé que vous avez donnée est dans le dossier lui-même : elle vient avec ce qu’elle prouve',
    notChecked: (list, more) => `non vérifié : ${list}${more > 0 ? `, et ${more} de plus` : ''}`,
    isTrue: 'VERDICT : vrai',
    isTrueByOwn: 'VERDICT : vrai, si la clé venue avec le dossier est authentique',
    isFalse: 'VERDICT : FAUX',
    meaning:
      'Ces étapes figurent dans le registre tel qu’il a été signé, avec ces mots, et rien n’en a changé depuis.\n' +
      'Non démontré : qu’un accord était libre, que tout a été enregistré, que ce sont toutes les étapes\n' +
      'qui vous concernent, ni qu’elles sont les vôtres plutôt que celles de quelqu’un d’autre.',
    meaningFalse:
      'Quelque chose dans ce dossier n’est pas ce qui a été signé. Les lignes marquées FAUX disent quoi.',
    wrong: 'FAUX ',
    leaf: (seq) => `étape ${seq} : `,
    more: (count) => `et ${count} de plus`,
    channels: {
      sms: 'par SMS',
      email: 'par e-mail',
      mms: 'par MMS',
      rcs: 'par RCS',
      voice: 'par téléphone',
      post: 'par courrier postal',
    },
    purposes: {
      offers: 'offres',
      news: 'actualités',
      newsletter: 'lettre d’information',
      events: 'événements',
      reminders: 'rappels',
      surveys: 'enquêtes',
      service: 'messages de service',
      marketing: 'publicité',
    },
    kinds: {
      'consent.requested': 'votre accord a été demandé',
      'consent.given': 'vous avez accepté',
      'consent.confirmed': 'vous avez confirmé votre accord',
      'consent.refreshed': 'vous avez renouvelé votre accord',
      'consent.expired': 'votre accord a pris fin à son terme',
      'consent.withdrawn': 'vous avez retiré votre accord',
      'consent.invalidated': 'une étape précédente a été annulée avec le fichier qui l’apportait',
      objection: 'vous avez demandé l’arrêt des messages',
      'import.declared': 'un accord a été déclaré pour vous, sans preuve',
      'ground.soft_opt_in': 'vous avez été enregistré comme client à qui l’on peut écrire',
      'ground.b2b_opt_out': 'vous avez été enregistré comme professionnel informé',
      'parent.authorised': 'un parent a accepté pour vous',
      'parent.withdrawn': 'un parent a retiré son accord',
      'erasure.requested': 'votre effacement a été demandé',
      'erasure.contact_destroyed': 'votre fiche a été effacée',
      'erasure.proof_destroyed': 'les preuves qui vous concernent ont été détruites',
      'suppression.added': 'votre numéro a été ajouté à la liste des personnes qui ont dit non',
      'suppression.lifted': 'votre numéro a été retiré de la liste des personnes qui ont dit non',
    },
  },
}

/** What is found wrong, in French; what stands in parentheses is written again. */
const frenchFaults = [
  [/^it is missing$/, 'il manque'],
  [/^it is not named in about\.json$/, 'about.json ne le nomme pas'],
  [/^no entry names it$/, 'aucune étape ne le nomme'],
  [/^it is not in the form that this file knows$/, 'il n’a pas la forme que ce programme connaît'],
  [
    /^it is not an Ed25519 verifier key \(name\+hash\+key\)$/,
    'ce n’est pas une clé de vérification Ed25519 (nom+empreinte+clé)',
  ],
  [
    /^it is another key than the one that you gave: it is (\S+), yours (\S+)$/,
    'c’est une autre clé que celle que vous avez donnée : c’est $1, la vôtre $2',
  ],
  [/^it is a link, or no plain file$/, 'c’est un lien, ou ce n’est pas un simple fichier'],
  [
    /^the folder is larger than the entries of one person can be$/,
    'le dossier est plus gros que les étapes d’une personne ne peuvent l’être',
  ],
  [/^the entry is not text$/, 'l’étape n’est pas du texte'],
  [
    /^the disclosed body is not in its canonical writing$/,
    'ce qui est dit n’est pas dans son écriture canonique',
  ],
  [/^it is not a signed note$/, 'ce n’est pas une note signée'],
  [/^a signature line is malformed$/, 'une ligne de signature est mal formée'],
  [/^the signature does not hold$/, 'la signature est fausse'],
  [/^no signature is by this key$/, 'aucune signature n’est de cette clé'],
  [/^its origin is "(.*)", the key's is "(.*)"$/, 'son origine est « $1 », celle de la clé « $2 »'],
  [/^its origin is "(.*)", not "(.*)"$/, 'son origine est « $1 », et non « $2 »'],
  [/^its size or root is malformed$/, 'sa taille ou sa racine est mal formée'],
  [/^its root is malformed$/, 'sa racine est mal formée'],
  [/^the entry is not JSON$/, 'l’étape n’est pas en JSON'],
  [/^the entry is not an object$/, 'l’étape n’est pas un objet'],
  [/^the entry is not in its canonical writing$/, 'l’étape n’est pas dans son écriture canonique'],
  [
    /^the entry has version (.*), this verifier knows 1$/,
    'l’étape a la version $1, ce programme connaît la version 1',
  ],
  [/^the entry has an unknown kind "(.*)"$/, 'l’étape est d’un genre inconnu « $1 »'],
  [/^the entry has no time$/, 'l’étape n’a pas d’heure'],
  [/^the entry has a field that is no text$/, 'un champ de l’étape n’est pas un texte'],
  [/^the entry has no commitment$/, 'l’étape n’a pas d’engagement'],
  [/^the entry says it is number (.*)$/, 'l’étape dit avoir le numéro $1'],
  [/^the entry is about nobody$/, 'l’étape ne concerne personne'],
  [/^the entry is about somebody else$/, 'l’étape concerne quelqu’un d’autre'],
  [/^the body is about somebody else$/, 'ce qui est dit concerne quelqu’un d’autre'],
  [/^it is not a tlog-proof$/, 'ce n’est pas une preuve (tlog-proof)'],
  [/^it is the proof of entry (.*)$/, 'c’est la preuve de l’étape $1'],
  [/^its checkpoint is not the folder's$/, 'son point de contrôle n’est pas celui du dossier'],
  [
    /^the entry and this proof do not lead to the signed root$/,
    'l’étape et cette preuve ne mènent pas à la racine signée',
  ],
  [
    /^the disclosed body is not the one that was committed to$/,
    'ce qui est dit n’est pas ce qui a été enregistré',
  ],
  [/^the disclosed body is not an object$/, 'ce qui est dit n’est pas un objet'],
  [/^the disclosed body is not JSON$/, 'ce qui est dit n’est pas en JSON'],
  [/^the body tells of (.*), the entry of (.*)$/, 'ce qui est dit parle de $1, l’étape de $2'],
  [/^the body names channel (.*), not (.*)$/, 'ce qui est dit nomme le canal $1, et non $2'],
  [/^the body names purpose (.*), not (.*)$/, 'ce qui est dit nomme le but $1, et non $2'],
  [
    /^the body names another wording than the entry$/,
    'ce qui est dit nomme un autre texte que l’étape',
  ],
  [
    /^the body names a person, the entry none$/,
    'ce qui est dit nomme une personne, l’étape n’en nomme pas',
  ],
  [
    /^the entry names a person, the body none$/,
    'l’étape nomme une personne, ce qui est dit n’en nomme pas',
  ],
  [
    /^the text has another SHA-256 than its name$/,
    'l’empreinte SHA-256 du texte n’est pas son nom',
  ],
]

function inFrench(sentence) {
  for (const [pattern, french] of frenchFaults) {
    if (pattern.test(sentence)) return sentence.replace(pattern, french)
  }
  return sentence
}

/** Faults of one person's folder: by file, told in the language of whoever reads. */
class PersonCheck extends Check {
  constructor(name, language) {
    super(name)
    this.language = language
  }
  fault(sentence, file) {
    const told = this.language === 'fr' ? `${file} : ${inFrench(sentence)}` : `${file}: ${sentence}`
    super.fault(told)
  }
}

const readOrNull = (path) => readGivenOrNull(path, octetsMax.text)

/** { language, entries } of about.json, or null: it has one writing only. */
function readAbout(bytes) {
  const text = bytes.toString('utf8')
  const about = jsonOf(text)
  const isKnown =
    about?.format === personFormat &&
    about.version === 1 &&
    Object.hasOwn(personWords, about.language)
  if (!isKnown || !Array.isArray(about.entries)) return null
  const { format, version, language, entries } = about
  const isRising = entries.every(
    (seq, at) => Number.isSafeInteger(seq) && seq > (at === 0 ? -1 : entries[at - 1]),
  )
  if (!isRising || entries.length === 0) return null
  const written = `${JSON.stringify({ format, version, language, entries }, null, 2)}\n`
  return written === text && Buffer.from(text).equals(bytes) ? { language, entries } : null
}

/** The three parts of an entry, by folder: each has its file, and no other lies beside them. */
const personParts = {
  entries: (seq) => `${seq}.json`,
  disclosures: (seq) => `${seq}.json`,
  proofs: (seq) => `${seq}.tlog-proof`,
}

/** False where a file is none, or all are too many: then nothing of it is read. */
function checkPlainFiles(folder, check) {
  let sizeOctets = 0
  for (const { path, isPlain, sizeOctets: own } of filesBelow(folder)) {
    sizeOctets += own
    if (!isPlain) check.fault(notPlain, path)
  }
  if (sizeOctets > octetsMax.personFolder) {
    check.fault('the folder is larger than the entries of one person can be', '.')
  }
  return check.count === 0
}

const personFiles = ['about.json', 'checkpoint', 'ledger.key']

function checkFiles(folder, entries, check, unnamed) {
  const named = new Set(
    Object.entries(personParts).flatMap(([part, nameOf]) =>
      entries.map((seq) => `${part}/${nameOf(seq)}`),
    ),
  )
  for (const path of named) if (!existsSync(join(folder, path))) check.fault('it is missing', path)
  for (const { path, name } of filesBelow(folder)) {
    const [part] = path.split('/')
    if (named.has(path) || personFiles.includes(path)) continue
    if (isHidden(name)) unnamed.add(path)
    else if (Object.hasOwn(personParts, part)) check.fault('it is not named in about.json', path)
    else if (part !== 'wordings') unnamed.add(path)
  }
}

function readPersonEntry(folder, seq, check) {
  const file = `entries/${personParts.entries(seq)}`
  const octets = readOrNull(join(folder, file))
  if (octets === null || octets.length > 65_535) {
    if (octets) check.fault('it is not in the form that this file knows', file)
    return null
  }
  const leaf = readLeaf(octets)
  if (typeof leaf === 'string') check.fault(leaf, file)
  else if (leaf.seq !== seq) check.fault(`the entry says it is number ${leaf.seq}`, file)
  return { file, leaf: typeof leaf === 'string' ? null : leaf, hash: hashLeaf(octets) }
}

function checkPersonProof(folder, seq, { entry, checkpoint, note }, check) {
  const file = `proofs/${personParts.proofs(seq)}`
  const octets = readOrNull(join(folder, file))
  if (octets === null || entry === null) return
  const proof = readProof(octets.toString('utf8'))
  if (!proof) check.fault('it is not a tlog-proof', file)
  else if (proof.index !== seq) check.fault(`it is the proof of entry ${proof.index}`, file)
  else if (proof.note !== note) check.fault("its checkpoint is not the folder's", file)
  else {
    const root = rootOfProof(entry.hash, seq, checkpoint.size, proof.hashes)
    if (root?.equals(checkpoint.root)) return
    check.fault('the entry and this proof do not lead to the signed root', `${entry.file}, ${file}`)
  }
}

/** The disclosed body as it is told, or null: { seq, commitmentKey, body } has one writing only. */
function checkPersonBody(folder, seq, entry, check) {
  const file = `disclosures/${personParts.disclosures(seq)}`
  const octets = readOrNull(join(folder, file))
  if (octets === null) return null
  const text = octets.toString('utf8')
  const shown = jsonOf(text)
  const isWhole =
    shown?.seq === seq &&
    typeof shown.body === 'string' &&
    /^[0-9a-f]{64}$/.test(shown.commitmentKey)
  const { commitmentKey, body } = shown ?? {}
  const written = `${JSON.stringify({ seq, commitmentKey, body }, null, 2)}\n`
  if (!isWhole || !Buffer.from(written).equals(octets)) {
    check.fault('it is not in the form that this file knows', file)
    return null
  }
  if (!entry?.leaf) return null
  // Whether its wording was published only the whole ledger tells.
  const fault = checkDisclosure(shown, entry.leaf, { has: () => true })
  if (fault === null) return JSON.parse(body)
  check.fault(fault, file)
  return null
}

/** The texts that entries name, by SHA-256. */
function checkPersonTexts(folder, leaves, check) {
  const texts = new Map()
  const named = new Set()
  for (const { n } of leaves) {
    if (n !== '') named.add(`${Buffer.from(n, 'base64url').toString('hex')}.txt`)
  }
  for (const name of named) {
    if (!existsSync(join(folder, 'wordings', name)))
      check.fault('it is missing', `wordings/${name}`)
  }
  const there = existsSync(join(folder, 'wordings')) ? [...filesBelow(folder, 'wordings')] : []
  for (const { path: file, name } of there) {
    if (isHidden(name)) continue
    const octets = readGiven(join(folder, file), octetsMax.text)
    if (file !== `wordings/${name}` || !named.has(name)) check.fault('no entry names it', file)
    else if (`${sha256(octets).toString('hex')}.txt` !== name) {
      check.fault('the text has another SHA-256 than its name', file)
    } else texts.set(name, octets.toString('utf8'))
  }
  return texts
}

/** One link token for all, and one person in what was said. */
function checkOnePerson(found, check) {
  const first = found.find(({ entry }) => entry?.leaf)
  const subject = found.find(({ told }) => told)?.told.subject
  for (const { entry, told, seq } of found) {
    if (!entry?.leaf) continue
    if (entry.leaf.lk === '') check.fault('the entry is about nobody', entry.file)
    else if (entry.leaf.lk !== first.entry.leaf.lk) {
      check.fault('the entry is about somebody else', entry.file)
    }
    if (told && told.subject !== subject) {
      check.fault('the body is about somebody else', `disclosures/${personParts.disclosures(seq)}`)
    }
  }
}

function tellPersonEntry({ seq, entry: { leaf }, told }, texts, w, language) {
  const when = (date) => momentOf(date, language)
  const own = (words, word) => (Object.hasOwn(words, word) ? words[word] : word)
  const isAboutAll = leaf.p === '*' || leaf.p === ''
  const about = isAboutAll ? '' : `, ${w.what(own(w.channels, leaf.c), own(w.purposes, leaf.p))}`
  print(`      ${w.entry(seq, when(leaf.t), own(w.kinds, leaf.k))}${about}`)
  const said = told.givenAt ?? told.saidAt
  if (typeof said === 'string') print(`        ${w.said(when(said))}`)
  const hash = Buffer.from(leaf.n, 'base64url').toString('hex')
  const text = leaf.n === '' ? undefined : texts.get(`${hash}.txt`)
  if (text === undefined) return
  print(`        ${w.shown}`)
  for (const line of text.split(/\r\n|\n|\r/)) print(`        | ${line}`)
}

/** As people write it, in the one zone that needs no question. */
function momentOf(date, language) {
  if (!instant.test(date) || Number.isNaN(Date.parse(date))) return date
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  return `${new Intl.DateTimeFormat(locale, form).format(new Date(date))} (UTC)`
}

/** A whole ledger has its entries in tiles, and neither of these. */
const isOfPerson = (folder) =>
  ['about.json', 'entries'].some((name) => existsSync(join(folder, name)))

/** The entries of one person, without the ledger that they stand in. */
function checkPerson({ folder, keyFile, origin, language: asked }) {
  const octets = readOrNull(join(folder, 'about.json'))
  const about = octets && readAbout(octets)
  const language = asked ?? about?.language ?? 'en'
  const w = personWords[language]
  const check = (name) => new PersonCheck(w[name], language)
  const tell = (one, detail) => report(one, detail, w)
  const unnamed = new NotChecked()
  const isOwn = !keyFile || liesIn(folder, keyFile)
  const end = (isTrue) => {
    unnamed.tell(w.notChecked)
    print(isTrue ? (isOwn ? w.isTrueByOwn : w.isTrue) : w.isFalse)
    for (const line of (isTrue ? w.meaning : w.meaningFalse).split('\n')) print(line)
    return isTrue ? 0 : 1
  }
  const [plain, list] = [check('list'), check('list')]
  if (octets === null) list.fault('it is missing', 'about.json')
  else if (about) checkFiles(folder, about.entries, list, unnamed)
  else list.fault('it is not in the form that this file knows', 'about.json')
  if (!checkPlainFiles(folder, plain)) {
    tell(plain)
    return end(false)
  }
  const results = [tell(list, about ? w.entries(about.entries.length) : '')]
  const signed = check('signed')
  const key = readPersonKey(folder, keyFile, signed)
  if (key && isOwn) {
    print(`note  ${keyFile ? w.ownKeyGiven : w.ownKey}`)
    print(`note  ${w.keyIs(key.text)}`)
  }
  const note = readOrNull(join(folder, 'checkpoint'))?.toString('utf8') ?? null
  const checkpoint = key && readPersonCheckpoint(note, { key, origin }, signed)
  const detail = checkpoint ? w.size(checkpoint.origin, checkpoint.size) : ''
  results.push(tell(signed, detail))
  if (!about || !checkpoint) return end(false)
  const [leaves, proofs, bodies] = ['leaves', 'proofs', 'bodies'].map(check)
  const found = about.entries.map((seq) => {
    const entry = readPersonEntry(folder, seq, leaves)
    checkPersonProof(folder, seq, { entry, checkpoint, note }, proofs)
    return { seq, entry, told: checkPersonBody(folder, seq, entry, bodies) }
  })
  const texts = check('texts')
  const known = found.flatMap(({ entry }) => (entry?.leaf ? [entry.leaf] : []))
  const shown = checkPersonTexts(folder, known, texts)
  const one = check('one')
  checkOnePerson(found, one)
  results.push(tell(leaves), tell(proofs), tell(bodies))
  results.push(tell(texts, w.textCount(shown.size)), tell(one))
  const isTrue = results.every((result) => result)
  if (isTrue) for (const entry of found) tellPersonEntry(entry, shown, w, language)
  return end(isTrue)
}

function readPersonKey(folder, keyFile, check) {
  // The folder's own is read as well: whoever changed it may have changed more.
  const own = readOrNull(join(folder, 'ledger.key'))
  const ownKey = own && /^\S+\n$/.test(own.toString('utf8')) ? readKey(own.toString('utf8')) : null
  if (own === null) check.fault('it is missing', 'ledger.key')
  else if (!ownKey) {
    check.fault('it is not an Ed25519 verifier key (name+hash+key)', 'ledger.key')
  }
  if (!keyFile) return ownKey
  const key = readKey(readOwn(keyFile, octetsMax.key).toString('utf8'))
  if (!key) check.fault('it is not an Ed25519 verifier key (name+hash+key)', keyFile)
  else if (ownKey && ownKey.text !== key.text) check.fault(otherKey(ownKey, key), 'ledger.key')
  return key
}

function readPersonCheckpoint(note, { key, origin }, check) {
  if (note === null) check.fault('it is missing', 'checkpoint')
  const read = note === null ? null : readCheckpoint(note, key)
  if (typeof read === 'string') check.fault(read, 'checkpoint')
  else if (read && origin && read.origin !== origin) {
    check.fault(`its origin is "${read.origin}", not "${origin}"`, 'checkpoint')
  } else return read
  return null
}

// ---------------------------------------------------------------- the run

/** What a file says may hold signs that move a terminal's cursor or turn its line: told as "?". */
const moving = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
const print = (line) => process.stdout.write(`${line.replace(moving, '?')}\n`)

const foundWords = {
  wrong: 'WRONG',
  leaf: (seq) => `leaf ${seq}: `,
  more: (count) => `and ${count} more`,
}

function report(check, detail = '', w = foundWords) {
  if (check.count === 0) {
    print(`ok    ${check.name}${detail === '' ? '' : ` (${detail})`}`)
    return true
  }
  print(`${w.wrong} ${check.name}`)
  for (const { sentence, seq } of check.first) {
    print(`      ${seq === null ? '' : w.leaf(seq)}${sentence}`)
  }
  const more = check.count - check.first.length
  if (more > 0) print(`      ${w.more(more)}`)
  return false
}

/** By a key that came with the evidence, whoever made the evidence can have made the key. */
function verdict(isTrue, isKeyOwn = false) {
  const provided = isKeyOwn ? ', if the key that came with it is genuine' : ''
  print(isTrue ? `VERDICT: true${provided}` : 'VERDICT: FALSE')
  return isTrue ? 0 : 1
}

const otherKey = (found, own) =>
  `it is another key than the one that you gave: it is ${found.text}, yours ${own.text}`

function sameKey(found, own, name) {
  const malformed = 'it is not an Ed25519 verifier key (name+hash+key)'
  const isSame = found?.text === own.text
  const fault = found ? otherKey(found, own) : malformed
  return single(`${name} is the one that you gave`, isSame ? null : fault)
}

/**
 * The key that is believed: the one that was given, else the folder's own. { key, isOwn, check }, or
 * a sentence. Another key in the folder is told, even where the given one proves all: whoever reads
 * the folder later would compare with it.
 */
function chooseKey(folder, keyFile) {
  const malformed = 'the key is not an Ed25519 verifier key (name+hash+key)'
  const path = folder && join(folder, 'ledger.key')
  if (!keyFile) {
    const key = readKey(readGiven(path, octetsMax.key).toString('utf8'))
    if (!key) return malformed
    print(`note  the key is the folder's own: compare it with the one you hold (--key)`)
    print(`note  it is ${key.text}`)
    return { key, isOwn: true, check: null }
  }
  const key = readKey(readOwn(keyFile, octetsMax.key).toString('utf8'))
  if (!key) return malformed
  const found = folder && readGivenOrNull(path, octetsMax.key)?.toString('utf8')
  const check = found == null ? null : sameKey(readKey(found), key, 'the key in the folder')
  if (folder && liesIn(folder, keyFile)) {
    print('note  the key that you gave lies in the folder itself: it came with what it proves')
    return { key, isOwn: true, check }
  }
  return { key, isOwn: false, check }
}

/** A check that is one sentence or nothing. */
function single(name, sentence, seq = null) {
  const check = new Check(name)
  if (sentence) check.fault(sentence, seq)
  return check
}

function run({ folder, olderCheckpoint, keyFile, origin, atOnce }) {
  const chosen = chooseKey(folder, keyFile)
  if (typeof chosen === 'string') return fail(chosen)
  const { key } = chosen
  const results = chosen.check ? [report(chosen.check)] : []
  const signedBy = 'the checkpoint is signed by the ledger'
  const note = readGiven(join(folder, 'checkpoint'), octetsMax.note).toString('utf8')
  const checkpoint = readCheckpoint(note, key)
  if (typeof checkpoint === 'string') {
    report(single(signedBy, checkpoint))
    return verdict(false)
  }
  if (origin && checkpoint.origin !== origin) {
    report(single(signedBy, `its origin is "${checkpoint.origin}", not "${origin}"`))
    return verdict(false)
  }
  report(single(signedBy, null), `${checkpoint.origin}, ${checkpoint.size} entries`)
  let older = null
  if (olderCheckpoint) {
    older = readCheckpoint(noteIn(readOwn(olderCheckpoint, octetsMax.note).toString('utf8')), key)
    if (typeof older === 'string') {
      report(single('the older checkpoint is signed by the ledger', older))
      return verdict(false)
    }
    if (liesIn(folder, olderCheckpoint)) {
      print('note  the older checkpoint lies in the folder itself: it shows more if you kept it')
    }
  }
  return readAndJudge(folder, { ...chosen, checkpoint, note, older, atOnce, results })
}

function readAndJudge(folder, { key, isOwn, checkpoint, note, older, atOnce, results }) {
  const { plain, placed, unnamed, listed } = listFolder(folder, checkpoint.size)
  results.push(report(plain))
  // Of a folder with links in it, nothing more is read.
  if (plain.count > 0) return verdict(false)
  const evidence = new Evidence(folder, { key, checkpoint, note, listed })
  let rootThere = older?.size === 0 ? sha256(Buffer.alloc(0)) : null
  const watch = (seq, entry) => {
    evidence.read(seq, entry)
    if (seq + 1 === older?.size) rootThere = entry.tree.root()
  }
  const read = readAll(folder, checkpoint, { atOnce, watch })
  evidence.end()
  const isRoot = read.root.equals(checkpoint.root)
  const rootFault = isRoot ? null : 'the entries do not hash to the root that was signed'
  results.push(report(single('the entries are those that were signed', rootFault)))
  for (const check of Object.values(read.checks)) results.push(report(check))
  if (older) results.push(report(olderCheck(older, checkpoint, rootThere)))
  const wordings = checkWordings(folder, read.published, unnamed)
  results.push(report(wordings.check, `${wordings.count} texts`))
  results.push(report(placed))
  results.push(report(evidence.disclosures, `${evidence.shown} shown`))
  results.push(report(evidence.proofs, `${evidence.proven} proofs`))
  unnamed.tell()
  return verdict(
    results.every((isTrue) => isTrue),
    isOwn,
  )
}

function olderCheck(older, checkpoint, rootThere) {
  const name = `nothing before entry ${older.size} was rewritten since the older checkpoint`
  if (older.size > checkpoint.size) {
    return single(name, `the ledger had ${older.size} entries and has ${checkpoint.size} now`)
  }
  const isSame = rootThere?.equals(older.root) ?? false
  return single(name, isSame ? null : 'the older entries have another root: history was rewritten')
}

function fail(sentence) {
  process.stderr.write(`verify: ${sentence.replace(moving, '?')}\n`)
  return 2
}

const atOnceUsual = 4_000_000

const namedOptions = {
  '--tiles': 'tiles',
  '--older-checkpoint': 'olderCheckpoint',
  '--key': 'keyFile',
  '--origin': 'origin',
  '--language': 'language',
  '--at-once': 'atOnce',
}

function readArguments(args) {
  const options = { folder: null }
  for (const name of Object.values(namedOptions)) options[name] = null
  for (let at = 0; at < args.length; at += 1) {
    const option = Object.hasOwn(namedOptions, args[at]) ? namedOptions[args[at]] : null
    if (args[at] === '--compare') {
      options.files = args.slice(at + 1, at + 3)
      at += 2
    } else if (option) {
      at += 1
      // Given twice, it would not be plain which one counts.
      if (options[option] !== null) return null
      options[option] = args[at] ?? null
      if (options[option] === null) return null
    } else if (options.folder === null && !args[at].startsWith('-')) options.folder = args[at]
    else return null
  }
  if (options.language !== null && !Object.hasOwn(personWords, options.language)) return null
  if (options.atOnce !== null && !/^[1-9]\d{0,9}$/.test(options.atOnce)) return null
  if (options.files) return options.files.length === 2 && options.folder === null ? options : null
  return options.folder === null ? null : options
}

/** What this form of it does not look at: an option that is passed over is a check not made. */
function withoutUse(options, ...taken) {
  for (const [written, name] of Object.entries(namedOptions)) {
    if (options[name] !== null && !taken.includes(written)) {
      return `${written} cannot be used with what you gave: nothing was checked`
    }
  }
  return null
}

function choose(options) {
  if (options.files) return [compare, '--key', '--tiles']
  if (statSync(options.folder).isFile()) return [checkCertificate, '--key']
  if (!statSync(options.folder).isDirectory()) return null
  return isOfPerson(options.folder)
    ? [checkPerson, '--key', '--origin', '--language']
    : [run, '--key', '--origin', '--older-checkpoint', '--at-once']
}

function main() {
  const options = readArguments(process.argv.slice(2))
  if (!options) {
    return fail(
      'usage: node verify.mjs FOLDER [--older-checkpoint FILE] [--key FILE] [--origin TEXT] [--at-once N]\n' +
        '   or: node verify.mjs --compare FILE FILE --key FILE [--tiles FOLDER]\n' +
        '   or: node verify.mjs CERTIFICATE [--key FILE]\n' +
        '   or: node verify.mjs PERSON [--key FILE] [--origin TEXT] [--language en|fr]',
    )
  }
  try {
    const chosen = choose(options)
    if (chosen === null) return fail(`${options.folder} is neither a folder nor a file`)
    const [check, ...taken] = chosen
    const unused = withoutUse(options, ...taken)
    if (unused) return fail(unused)
    return check({ ...options, atOnce: Number(options.atOnce ?? atOnceUsual) })
  } catch (error) {
    if (error instanceof Unreadable && error.isGiven) {
      report(single('each file can be read', error.message))
      return verdict(false)
    }
    if (error instanceof Unreadable) return fail(error.message)
    if (error?.code === 'ENOENT') return fail(`there is no ${error.path}`)
    return fail(`it could not be checked: ${error?.message ?? error}`)
  }
}

process.exitCode = main()
