#!/usr/bin/env node

// Checks an exported consent ledger without trusting whoever exported it: one file, no dependency.
//
//   node verify.mjs FOLDER [--older-checkpoint FILE] [--key FILE] [--origin TEXT]
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
//   ledger.key      the key that signs it; give your own copy with --key
//   tile/           hashes in tiles of 256, entries in bundles          (c2sp.org/tlog-tiles)
//   wordings/       each published text, byte for byte
//   disclosures/    evidence that was shown to you: { seq, commitmentKey, body }
//   proofs/         inclusion proofs of single entries                  (c2sp.org/tlog-proof)
//
// It prints one line a check and a verdict; exit code 0: all true, 1: something is not, 2: not run.
//
// What it cannot show: that a consent was free, that everything was logged, that a key was not
// copied before it was destroyed. It shares no code with the program that wrote the ledger.

import * as crypto from 'node:crypto'
import { createHash, createHmac, createPublicKey, verify as verifySignature } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

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
  return { name, id: computed, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) }
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
  return { origin, size: Number(sizeText), root }
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
  return { index: Number(index[1]), hashes, note: text.slice(split + 2) }
}

// ---------------------------------------------------------------- files

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
    const bytes = readFileSync(path)
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
  const bytes = existsSync(path) ? readFileSync(path) : null
  return bytes?.length === width * 32 ? bytes : null
}

function listFiles(folder, pattern) {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .sort()
    : []
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
const fields = ['c', 'cm', 'k', 'lk', 'n', 'p', 'pv', 'seq', 't', 'v']
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The leaf of an entry's octets, or a sentence. RFC 8785 gives a leaf one writing only. */
function readLeaf(entry) {
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

/** Rules over tokens: they hold whatever the sealed bodies say. */
class TokenRules {
  constructor(check) {
    this.check = check
    // By person; and by person, channel and purpose, for what is withdrawn or given.
    this.people = new Map()
    this.states = new Map()
  }
  read(leaf, seq) {
    if (leaf.lk === '') return
    const person = this.people.get(leaf.lk) ?? 0
    if (person & erased && !leaf.k.startsWith('erasure.')) {
      this.check.fault(`${leaf.k} for a person whose proof key was destroyed before`, seq)
    }
    const key = `${leaf.lk}|${leaf.c}|${leaf.p}`
    switch (leaf.k) {
      case 'objection':
        this.people.set(leaf.lk, (person | withdrawn) & ~reopened)
        break
      case 'consent.withdrawn':
        this.states.set(key, withdrawn)
        break
      case 'consent.invalidated':
        // An import taken back. Without a wording it is a no of the file that did not count.
        if (leaf.n === '') this.states.set(key, (this.states.get(key) ?? 0) | reopened)
        break
      case 'consent.requested':
      case 'suppression.lifted':
        this.people.set(leaf.lk, person | reopened)
        this.states.set(key, (this.states.get(key) ?? 0) | reopened)
        break
      case 'consent.given':
      case 'consent.confirmed':
      case 'consent.refreshed': {
        const state = this.states.get(key) ?? 0
        const objected = person & withdrawn && !(person & reopened)
        const ended = state & withdrawn && !((state | person) & reopened)
        if (objected || ended) {
          this.check.fault('consent given after a withdrawal, without a new request', seq)
        }
        this.people.set(leaf.lk, person & ~withdrawn & ~reopened)
        this.states.set(key, given)
        break
      }
      case 'ground.soft_opt_in':
      case 'ground.b2b_opt_out': {
        const state = this.states.get(key) ?? 0
        // A no of a file that was taken back is none.
        if (person & withdrawn || (state & withdrawn && !(state & reopened))) {
          this.check.fault(`${leaf.k} for a person who had said no before`, seq)
        }
        break
      }
      case 'erasure.proof_destroyed':
        this.people.set(leaf.lk, person | erased)
        break
    }
  }
}

/** Wordings: every consent names one that was published before, for its channel and purpose. */
class WordingRules {
  constructor(check) {
    this.check = check
    this.published = new Map()
  }
  read(leaf, seq) {
    if (leaf.k === 'notice.published') {
      const notices = this.published.get(leaf.n) ?? []
      notices.push({ channels: leaf.c.split(','), purposes: leaf.p.split(',') })
      this.published.set(leaf.n, notices)
      return
    }
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
function readAll(folder, checkpoint, watch) {
  const checks = {
    there: new Check('every entry is there'),
    leaves: new Check('each entry is well formed, in its place, and names the one before it'),
    time: new Check('time never goes back'),
    tiles: new Check('entries and tiles agree'),
    wordings: new Check('every consent names a wording published before it'),
    tokens: new Check('nothing is given after a withdrawal, nothing follows an erasure'),
  }
  const tree = new Tree()
  const rules = [new WordingRules(checks.wordings), new TokenRules(checks.tokens)]
  const read = { before: '', time: '', tile: null }
  try {
    for (const entry of entriesOf(folder, checkpoint.size)) {
      const seq = tree.size
      const hash = hashLeaf(entry)
      tree.add(hash)
      checkTile(folder, checkpoint.size, { seq, hash, read, check: checks.tiles })
      const leaf = readLeaf(entry)
      if (typeof leaf === 'string') checks.leaves.fault(leaf, seq)
      else {
        checkPlace(leaf, seq, read, checks)
        for (const rule of rules) rule.read(leaf, seq)
        watch(seq, leaf, hash)
      }
      if (tree.size === watch.rootAt) watch.rootThere = tree.root()
      read.before = hash.toString('base64url')
    }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    checks.there.fault(error.message, error.seq)
  }
  return { checks, root: tree.root(), published: rules[0].published }
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

function checkWordings(folder, published) {
  const check = new Check('every published wording is there, byte for byte')
  const texts = new Set()
  const names = listFiles(join(folder, 'wordings'), /\.txt$/)
  for (const name of names) {
    const hash = sha256(readFileSync(join(folder, 'wordings', name)))
    texts.add(hash.toString('base64url'))
    if (`${hash.toString('hex')}.txt` !== name) {
      check.fault(`wordings/${name}: the text has another SHA-256 than its name`)
    }
  }
  for (const n of published.keys()) {
    const hex = Buffer.from(n, 'base64url').toString('hex')
    if (!texts.has(n)) check.fault(`the text with SHA-256 ${hex} was published and is missing`)
  }
  return { check, count: names.length }
}

function readDisclosures(folder) {
  return listFiles(join(folder, 'disclosures'), /\.json$/).map((name) => {
    const where = `disclosures/${name}`
    try {
      const shown = JSON.parse(readFileSync(join(folder, where), 'utf8'))
      const isWhole =
        Number.isSafeInteger(shown.seq) &&
        typeof shown.body === 'string' &&
        /^[0-9a-f]{64}$/.test(shown.commitmentKey)
      return isWhole ? { where, ...shown } : { where, fault: 'a field is missing' }
    } catch {
      return { where, fault: 'it is not JSON' }
    }
  })
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
  if (told.kind !== leaf.k) return `the body tells of ${told.kind}, the entry of ${leaf.k}`
  if (told.channel !== leaf.c) return `the body names channel ${told.channel}, not ${leaf.c}`
  if (told.purpose !== leaf.p) return `the body names purpose ${told.purpose}, not ${leaf.p}`
  const wording = leaf.n === '' ? undefined : Buffer.from(leaf.n, 'base64url').toString('hex')
  if (told.wording !== wording) return 'the body names another wording than the entry'
  if (agreements.has(leaf.k) && !published.has(leaf.n)) return 'its wording was not published'
  return null
}

function checkProofs(folder, key, checkpoint, hashes) {
  const check = new Check('inclusion proofs lead to the signed root')
  const names = listFiles(join(folder, 'proofs'), /\.tlog-proof$/)
  for (const name of names) {
    const proof = readProof(readFileSync(join(folder, 'proofs', name), 'utf8'))
    if (!proof) {
      check.fault(`proofs/${name}: malformed`)
      continue
    }
    const signed = readCheckpoint(proof.note, key)
    if (typeof signed === 'string') {
      check.fault(`proofs/${name}: ${signed}`, proof.index)
      continue
    }
    const leafHash = hashes.get(proof.index)
    const root = leafHash && rootOfProof(leafHash, proof.index, signed.size, proof.hashes)
    if (!root?.equals(signed.root)) {
      check.fault(`proofs/${name}: it does not lead to its checkpoint's root`, proof.index)
    } else if (signed.size === checkpoint.size && !signed.root.equals(checkpoint.root)) {
      check.fault(`proofs/${name}: its checkpoint has the same size and another root`)
    }
  }
  return { check, count: names.length }
}

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
    const octets = readFileSync(path)
    if (octets.length !== part * 32) return null
    return Array.from({ length: width }, (_, at) => octets.subarray(at * 32, at * 32 + 32))
  }
  return null
}

function compare({ files, keyFile, tiles }) {
  const key = readKey(readFileSync(keyFile ?? join(tiles ?? '.', 'ledger.key'), 'utf8'))
  if (!key) return fail('the key is not an Ed25519 verifier key (name+hash+key)')
  const read = files.map((file) => readCheckpoint(noteIn(readFileSync(file, 'utf8')), key))
  for (const [at, checkpoint] of read.entries()) {
    const fault = typeof checkpoint === 'string' ? checkpoint : null
    const detail = fault === null ? `${checkpoint.origin}, ${checkpoint.size} entries` : ''
    if (!report(single(`${files[at]} is signed by the ledger`, fault), detail))
      return verdict(false)
  }
  const [smaller, larger] = read[0].size <= read[1].size ? read : [read[1], read[0]]
  if (smaller.size === larger.size) {
    const fault = smaller.root.equals(larger.root) ? null : 'two ledgers of one size were signed'
    return verdict(report(single('both show the same ledger', fault)))
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
  return verdict(report(single(name, fault)))
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
  const note = `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`
  const said = jsonOf(note.slice(0, note.indexOf('\n')))
  const known = said && Object.hasOwn(certificateFormats, said.format)
  if (!known || said.version !== 1) {
    return fail(`${file} is neither a folder nor a certificate that this file knows`)
  }
  const key = readKey(keyFile ? readFileSync(keyFile, 'utf8') : String(said.key))
  if (!key) return fail('the key is not an Ed25519 verifier key (name+hash+key)')
  if (!keyFile)
    print(`note  the key is the certificate's own: compare it with the one you hold (--key)`)
  const signed = readNote(note, key)
  const fault = typeof signed === 'string' ? signed : null
  const results = [report(single('the certificate is signed by the installation', fault), key.name)]
  const format = certificateFormats[said.format]
  results.push(
    report(single('its dates follow one another', format.fault(said)), format.dates(said)),
  )
  if (results.every((isTrue) => isTrue)) format.tell(said)
  return verdict(results.every((isTrue) => isTrue))
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
  print(`note  the last old backup expires ${backupsEnd}`)
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
  print(`note  the last old backup expires ${backupsEnd}`)
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
    isTrue: 'VERDICT: true',
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
    isTrue: 'VERDICT : vrai',
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

const readOrNull = (path) => (existsSync(path) ? readFileSync(path) : null)

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

function checkFiles(folder, entries, check) {
  for (const [part, nameOf] of Object.entries(personParts)) {
    const named = new Set(entries.map(nameOf))
    const there = new Set(listFiles(join(folder, part), /^[^.]/))
    for (const name of named) if (!there.has(name)) check.fault('it is missing', `${part}/${name}`)
    for (const name of there) {
      if (!named.has(name)) check.fault('it is not named in about.json', `${part}/${name}`)
    }
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
  const there = listFiles(join(folder, 'wordings'), /^[^.]/)
  for (const name of named)
    if (!there.includes(name)) check.fault('it is missing', `wordings/${name}`)
  for (const name of there) {
    const file = `wordings/${name}`
    const octets = readFileSync(join(folder, file))
    if (!named.has(name)) check.fault('no entry names it', file)
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
function checkPerson({ folder, keyFile, origin, language: asked, olderCheckpoint }) {
  if (olderCheckpoint)
    return fail('--older-checkpoint needs a whole ledger, not one person’s entries')
  const octets = readOrNull(join(folder, 'about.json'))
  const about = octets && readAbout(octets)
  const language = asked ?? about?.language ?? 'en'
  const w = personWords[language]
  const check = (name) => new PersonCheck(w[name], language)
  const tell = (one, detail) => report(one, detail, w)
  const end = (isTrue) => {
    print(isTrue ? w.isTrue : w.isFalse)
    for (const line of (isTrue ? w.meaning : w.meaningFalse).split('\n')) print(line)
    return isTrue ? 0 : 1
  }
  const list = check('list')
  if (octets === null) list.fault('it is missing', 'about.json')
  else if (about) checkFiles(folder, about.entries, list)
  else list.fault('it is not in the form that this file knows', 'about.json')
  const results = [tell(list, about ? w.entries(about.entries.length) : '')]
  const signed = check('signed')
  const key = readPersonKey(folder, keyFile, signed)
  if (key && !keyFile) print(`note  ${w.ownKey}`)
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
  const key = readKey(readFileSync(keyFile, 'utf8'))
  if (!key) check.fault('it is not an Ed25519 verifier key (name+hash+key)', keyFile)
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
const moving = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
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

function verdict(isTrue) {
  print(isTrue ? 'VERDICT: true' : 'VERDICT: FALSE')
  return isTrue ? 0 : 1
}

/** A check that is one sentence or nothing. */
function single(name, sentence, seq = null) {
  const check = new Check(name)
  if (sentence) check.fault(sentence, seq)
  return check
}

function run({ folder, olderCheckpoint, keyFile, origin }) {
  const key = readKey(readFileSync(keyFile ?? join(folder, 'ledger.key'), 'utf8'))
  if (!key) return fail('the key is not an Ed25519 verifier key (name+hash+key)')
  if (!keyFile) print(`note  the key is the folder's own: compare it with the one you hold (--key)`)
  const signedBy = 'the checkpoint is signed by the ledger'
  const checkpoint = readCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), key)
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
    older = readCheckpoint(noteIn(readFileSync(olderCheckpoint, 'utf8')), key)
    if (typeof older === 'string') {
      report(single('the older checkpoint is signed by the ledger', older))
      return verdict(false)
    }
  }
  return readAndJudge(folder, key, checkpoint, older)
}

function readAndJudge(folder, key, checkpoint, older) {
  const disclosures = readDisclosures(folder)
  const asked = new Set(disclosures.map((shown) => shown.seq))
  for (const name of listFiles(join(folder, 'proofs'), /^\d+\.tlog-proof$/)) {
    asked.add(Number.parseInt(name, 10))
  }
  const leaves = new Map()
  const hashes = new Map()
  const watch = (seq, leaf, hash) => {
    if (!asked.has(seq)) return
    leaves.set(seq, leaf)
    hashes.set(seq, hash)
  }
  watch.rootAt = older?.size ?? -1
  watch.rootThere = older?.size === 0 ? sha256(Buffer.alloc(0)) : null
  const read = readAll(folder, checkpoint, watch)
  const isRoot = read.root.equals(checkpoint.root)
  const rootFault = isRoot ? null : 'the entries do not hash to the root that was signed'
  const results = [report(single('the entries are those that were signed', rootFault))]
  for (const check of Object.values(read.checks)) results.push(report(check))
  if (older) results.push(report(olderCheck(older, checkpoint, watch.rootThere)))
  const wordings = checkWordings(folder, read.published)
  results.push(report(wordings.check, `${wordings.count} texts`))
  results.push(
    report(disclosureCheck(disclosures, leaves, read.published), `${disclosures.length} shown`),
  )
  const proofs = checkProofs(folder, key, checkpoint, hashes)
  results.push(report(proofs.check, `${proofs.count} proofs`))
  return verdict(results.every((isTrue) => isTrue))
}

function olderCheck(older, checkpoint, rootThere) {
  const name = `nothing before entry ${older.size} was rewritten since the older checkpoint`
  if (older.size > checkpoint.size) {
    return single(name, `the ledger had ${older.size} entries and has ${checkpoint.size} now`)
  }
  const isSame = rootThere?.equals(older.root) ?? false
  return single(name, isSame ? null : 'the older entries have another root: history was rewritten')
}

function disclosureCheck(disclosures, leaves, published) {
  const check = new Check('disclosed evidence is what was committed to')
  for (const shown of disclosures) {
    if (shown.fault) check.fault(`${shown.where}: ${shown.fault}`)
    else {
      const leaf = leaves.get(shown.seq)
      const fault = leaf ? checkDisclosure(shown, leaf, published) : 'the ledger has no such entry'
      if (fault) check.fault(fault, shown.seq)
    }
  }
  return check
}

function fail(sentence) {
  process.stderr.write(`verify: ${sentence}\n`)
  return 2
}

function readArguments(args) {
  const options = {
    folder: null,
    olderCheckpoint: null,
    keyFile: null,
    origin: null,
    tiles: null,
    language: null,
  }
  const named = {
    '--tiles': 'tiles',
    '--older-checkpoint': 'olderCheckpoint',
    '--key': 'keyFile',
    '--origin': 'origin',
    '--language': 'language',
  }
  for (let at = 0; at < args.length; at += 1) {
    const option = named[args[at]]
    if (args[at] === '--compare') {
      options.files = args.slice(at + 1, at + 3)
      at += 2
    } else if (option) {
      at += 1
      options[option] = args[at] ?? null
      if (options[option] === null) return null
    } else if (options.folder === null && !args[at].startsWith('-')) options.folder = args[at]
    else return null
  }
  if (options.language !== null && !Object.hasOwn(personWords, options.language)) return null
  if (options.files) return options.files.length === 2 && options.folder === null ? options : null
  return options.folder === null ? null : options
}

function main() {
  const options = readArguments(process.argv.slice(2))
  if (!options) {
    return fail(
      'usage: node verify.mjs FOLDER [--older-checkpoint FILE] [--key FILE] [--origin TEXT]\n' +
        '   or: node verify.mjs --compare FILE FILE --key FILE [--tiles FOLDER]\n' +
        '   or: node verify.mjs CERTIFICATE [--key FILE]\n' +
        '   or: node verify.mjs PERSON [--key FILE] [--origin TEXT] [--language en|fr]',
    )
  }
  try {
    if (options.files) return compare(options)
    if (statSync(options.folder).isFile()) return checkCertificate(options)
    return isOfPerson(options.folder) ? checkPerson(options) : run(options)
  } catch (error) {
    if (error?.code === 'ENOENT') return fail(`there is no ${error.path}`)
    throw error
  }
}

process.exitCode = main()
