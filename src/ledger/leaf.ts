// What a ledger entry is: ten short fields, none of them about a person, in canonical JSON.
import { assert, utf8Bytes } from '../kernel/index.ts'
import { base64url, fromBase64url, writeBase64url } from './base64.ts'
import type { HmacSha256 } from './hash.ts'
import { digitsMax, writeDigits } from './octets.ts'

export const leafKinds = [
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
] as const
export type LeafKind = (typeof leafKinds)[number]

/** The version of the leaf's shape. */
export const leafVersion = 1
/** A purpose that stands for every purpose (an objection's). */
export const everyPurpose = '*'

export type Leaf = {
  v: number
  /** Place in the tree, from 0. */
  seq: number
  /** ISO 8601 in UTC with milliseconds; never before the leaf before it. */
  t: string
  k: LeafKind
  /** Purpose; several, separated by commas, on a notice. */
  p: string
  /** SHA-256 of the exact wording, base64url; empty where there is none. */
  n: string
  /** Channel; several, separated by commas, on a notice. */
  c: string
  /** The person's link token, base64url; empty where no person is meant. */
  lk: string
  /** Commitment: HMAC-SHA-256 of the sealed body under a key of this entry alone. */
  cm: string
  /** The leaf hash of the leaf before; empty at the beginning. */
  pv: string
}

const codes = /^[a-z0-9_,*]*$/

/** The canonical text of a leaf (RFC 8785), written directly since its fields are plain ASCII. */
export function leafText(leaf: Leaf): string {
  assert(codes.test(leaf.p) && codes.test(leaf.c), 'purposes and channels are plain codes')
  return (
    `{"c":"${leaf.c}","cm":"${leaf.cm}","k":"${leaf.k}","lk":"${leaf.lk}","n":"${leaf.n}",` +
    `"p":"${leaf.p}","pv":"${leaf.pv}","seq":${leaf.seq},"t":"${leaf.t}","v":${leaf.v}}`
  )
}

export const linkOctets = 16
export const commitmentOctets = 32

/** What differs from one leaf of a bulk to the next, as octets. */
export type OwnPart = {
  seq: number
  /** Link and commitment, end to end, from `at` on. */
  packed: Uint8Array
  at: number
  /** The leaf hash of the leaf before; empty at the beginning. */
  before: Uint8Array
}

export type LeafWriter = {
  /** The most that a leaf takes. */
  octetsMax: number
  /** Writes a leaf from `at` on; gives where it ends. */
  write(into: Uint8Array, at: number, own: OwnPart): number
}

/**
 * Writes the very octets of `leafText`, without a text: of the leaves of a bulk all but a few
 * octets are the same, and an import has a million of them.
 */
export function leafWriter({ k, p, n, c, t }: Pick<Leaf, 'k' | 'p' | 'n' | 'c' | 't'>): LeafWriter {
  assert(codes.test(p) && codes.test(c), 'purposes and channels are plain codes')
  const [toCommitment, toLink, toBefore, toSeq, toEnd] = [
    `{"c":"${c}","cm":"`,
    `","k":"${k}","lk":"`,
    `","n":"${n}","p":"${p}","pv":"`,
    '","seq":',
    `,"t":"${t}","v":${leafVersion}}`,
  ].map(utf8Bytes) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const shared = toCommitment.length + toLink.length + toBefore.length + toSeq.length + toEnd.length
  return {
    octetsMax: shared + 43 + 22 + 43 + digitsMax,
    write: (into, start, { seq, packed, at: from, before }) => {
      const commitment = from + linkOctets
      const rowEnd = commitment + commitmentOctets
      let at = put(into, start, toCommitment)
      at = writeBase64url(into, at, { bytes: packed, from: commitment, to: rowEnd })
      at = put(into, at, toLink)
      at = writeBase64url(into, at, { bytes: packed, from, to: commitment })
      at = put(into, at, toBefore)
      at = writeBase64url(into, at, { bytes: before, from: 0, to: before.length })
      at = put(into, at, toSeq)
      at = writeDigits(into, at, seq)
      return put(into, at, toEnd)
    },
  }
}

function put(into: Uint8Array, at: number, octets: Uint8Array): number {
  into.set(octets, at)
  return at + octets.length
}

const shapes: Record<Exclude<keyof Leaf, 'v' | 'seq' | 'k'>, RegExp> = {
  t: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  p: codes,
  n: /^([A-Za-z0-9_-]{43})?$/,
  c: codes,
  lk: /^([A-Za-z0-9_-]{22})?$/,
  cm: /^[A-Za-z0-9_-]{43}$/,
  pv: /^([A-Za-z0-9_-]{43})?$/,
}

/** A leaf from its text, or what is wrong with it. Another writing of the same leaf is a fault. */
export function parseLeaf(text: string): Leaf | { fault: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'not JSON' }
  }
  if (typeof value !== 'object' || value === null) return { fault: 'not an object' }
  const leaf = value as Leaf
  if (leaf.v !== leafVersion) return { fault: 'unknown version' }
  if (!Number.isSafeInteger(leaf.seq) || leaf.seq < 0) return { fault: 'no sequence number' }
  if (!leafKinds.includes(leaf.k)) return { fault: 'unknown kind' }
  for (const [field, shape] of Object.entries(shapes)) {
    const written = leaf[field as keyof Leaf]
    if (typeof written !== 'string' || !shape.test(written)) return { fault: `field ${field}` }
  }
  return leafText(leaf) === text ? leaf : { fault: 'not canonical' }
}

/** The commitment that a leaf holds: it pins one body, which encryption alone would not. */
export function commitmentOf(
  hmacSha256: HmacSha256,
  commitmentKey: Uint8Array,
  body: Uint8Array,
): Uint8Array {
  return hmacSha256(commitmentKey, body)
}

export const hashText = base64url
export const hashFromText = fromBase64url
