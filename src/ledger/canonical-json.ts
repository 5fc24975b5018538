// JSON with one writing for each value: the part of RFC 8785 that leaves and bodies need.
import { assert } from '../kernel/index.ts'

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

/**
 * Canonical JSON of flat objects of one shape: an import writes a body a row, and most members of
 * it are those of the row before. The text between the members that differ is kept while it holds.
 */
export function flatWriter<C>(
  members: Readonly<Record<string, FlatMember<C>>>,
): (from: C) => string {
  const names = Object.keys(members).sort()
  const shared: { read: Read<C>; value: string | number | undefined }[] = []
  /** By turns: what stands before an own member, and that member; then what stands after the last. */
  const order = names.map((name) => {
    const member = members[name] as FlatMember<C>
    const written = `,${JSON.stringify(name)}:`
    if (member.own) return { written, own: member.read, held: null }
    const held = { read: member.read, value: undefined as string | number | undefined }
    shared.push(held)
    return { written, own: null, held }
  })
  const owns = order.flatMap(({ own, written }) => (own === null ? [] : [{ read: own, written }]))
  let between: string[] | null = null
  const rewrite = (): string[] => {
    const texts = ['']
    for (const { written, held } of order) {
      if (held === null) texts.push('')
      else if (held.value !== undefined) {
        texts[texts.length - 1] += written + canonicalJson(held.value)
      }
    }
    return texts
  }
  return (from) => {
    for (const member of shared) {
      const value = member.read(from)
      if (value === member.value) continue
      member.value = value
      between = null
    }
    between ??= rewrite()
    let text = between[0] ?? ''
    for (let at = 0; at < owns.length; at += 1) {
      const { read, written } = owns[at] as (typeof owns)[number]
      const value = read(from)
      if (value !== undefined) text += written + canonicalJson(value)
      text += between[at + 1]
    }
    return `{${text.slice(1)}}`
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
