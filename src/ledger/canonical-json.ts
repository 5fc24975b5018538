// JSON with one writing for each value: the part of RFC 8785 that leaves and bodies need.
import { assert, utf8Bytes } from '../kernel/index.ts'
import { digitsMax, writeDigits } from './octets.ts'

export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined }

/** What JSON writes as it stands: most ids, codes and numbers. */
const needsNoEscape = /^[ !#-[\]-~]*$/
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

type Read<C> = (from: C) => string | number | undefined

/** `own`: differs from one object to the next, and is never remembered. */
export type FlatMember<C> = { read: Read<C>; own?: true }

const roomOctetsUsual = 4_096
/** Up to so many octets a loop is faster than the call that copies. */
const fewOctets = 24
const [quote, backslash, braceOpen, braceClose] = [0x22, 0x5c, 0x7b, 0x7d]

/** Octets one behind the other; the room and the views of it are those of the row before. */
class OctetRoom {
  #octets = new Uint8Array(roomOctetsUsual)
  #views: (Uint8Array | undefined)[] = []
  #end = 0

  /** Gives what was written, good until the next time. */
  taken(): Uint8Array {
    this.#reserve(2)
    // Each member begins with a comma: the first of them gives its place to the bracket.
    this.#octets[0] = braceOpen
    this.#octets[Math.max(this.#end, 1)] = braceClose
    const end = Math.max(this.#end, 1) + 1
    this.#end = 0
    const view = this.#views[end] ?? this.#octets.subarray(0, end)
    if (end <= roomOctetsUsual) this.#views[end] = view
    return view
  }

  again(): void {
    this.#end = 0
  }

  put(octets: Uint8Array): void {
    this.#reserve(octets.length)
    if (octets.length > fewOctets) this.#octets.set(octets, this.#end)
    else {
      for (let at = 0; at < octets.length; at += 1) this.#octets[this.#end + at] = octets[at] ?? 0
    }
    this.#end += octets.length
  }

  value(value: string | number): void {
    if (typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)) {
      this.#reserve(digitsMax)
      this.#end = writeDigits(this.#octets, this.#end, value)
      return
    }
    if (typeof value === 'number' || !this.#plain(value)) this.put(utf8Bytes(canonicalJson(value)))
  }

  /** Most values are written as they stand; false where one is not, and nothing is written. */
  #plain(value: string): boolean {
    this.#reserve(value.length + 2)
    const octets = this.#octets
    const from = this.#end + 1
    octets[from - 1] = quote
    for (let at = 0; at < value.length; at += 1) {
      const code = value.charCodeAt(at)
      if (code < 0x20 || code > 0x7e || code === quote || code === backslash) return false
      octets[from + at] = code
    }
    octets[from + value.length] = quote
    this.#end = from + value.length + 1
    return true
  }

  #reserve(octets: number): void {
    // One more for the bracket that closes.
    const needed = this.#end + octets + 1
    if (needed <= this.#octets.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#octets.subarray(0, this.#end))
    this.#octets = larger
    this.#views = []
  }
}

/**
 * Canonical JSON of flat objects of one shape, as UTF-8: an import writes a body a row, and most
 * members of it are those of the row before. What stands between the members that differ is kept
 * while it holds. No text is made of it, which would be read once. The octets are good until the
 * next object is written.
 */
export function flatWriter<C>(
  members: Readonly<Record<string, FlatMember<C>>>,
): (from: C) => Uint8Array {
  const names = Object.keys(members).sort()
  const shared: { read: Read<C>; value: string | number | undefined }[] = []
  /**
   * By turns: what stands before an own member, and that member; then what stands after the last.
   */
  const order = names.map((name) => {
    const member = members[name] as FlatMember<C>
    const written = `,${JSON.stringify(name)}:`
    if (member.own) return { written, own: member.read, held: null }
    const held = { read: member.read, value: undefined as string | number | undefined }
    shared.push(held)
    return { written, own: null, held }
  })
  const owns = order.flatMap(({ own, written }) =>
    own === null ? [] : [{ read: own, written: utf8Bytes(written) }],
  )
  const room = new OctetRoom()
  const none = new Uint8Array(0)
  let between: Uint8Array[] | null = null
  const rewrite = (): Uint8Array[] => {
    const texts = ['']
    for (const { written, held } of order) {
      if (held === null) texts.push('')
      else if (held.value !== undefined) {
        texts[texts.length - 1] += written + canonicalJson(held.value)
      }
    }
    return texts.map((text) => utf8Bytes(text))
  }
  return (from) => {
    for (let at = 0; at < shared.length; at += 1) {
      const member = shared[at] as (typeof shared)[number]
      const value = member.read(from)
      if (value === member.value) continue
      member.value = value
      between = null
    }
    between ??= rewrite()
    room.again()
    room.put(between[0] ?? none)
    for (let at = 0; at < owns.length; at += 1) {
      const { read, written } = owns[at] as (typeof owns)[number]
      const value = read(from)
      if (value !== undefined) {
        room.put(written)
        room.value(value)
      }
      room.put(between[at + 1] ?? none)
    }
    return room.taken()
  }
}

/** Keys sorted by UTF-16 units; whole numbers only; members that are undefined are left out. */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), 'canonical JSON here knows whole numbers only')
    return String(value)
  }
  if (typeof value === 'string') {
    if (needsNoEscape.test(value)) return `"${value}"`
    assert(!loneSurrogate.test(value), 'canonical JSON has no lone surrogates')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = value as { readonly [key: string]: CanonicalValue | undefined }
  const written: string[] = []
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member !== undefined) written.push(`${JSON.stringify(key)}:${canonicalJson(member)}`)
  }
  return `{${written.join(',')}}`
}
