// JSON with one writing for each value: the part of RFC 8785 that leaves and bodies need.
import { assert } from '../kernel/index.ts'

export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined }

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

export type FlatMembers<K extends string> = {
  readonly [key in K]?: string | number | undefined
}

/**
 * Canonical JSON of flat objects of one shape, whose keys are given in order: an import writes a body
 * a row, and most members of it are those of the row before. `fresh` are those never remembered.
 */
export function flatWriter<K extends string>(
  keys: readonly K[],
  fresh: readonly K[],
): (members: FlatMembers<K>) => string {
  const members = keys.map((key) => ({
    key,
    name: `${JSON.stringify(key)}:`,
    isFresh: fresh.includes(key),
    value: undefined as string | number | undefined,
    text: '',
  }))
  for (const [index, { key }] of members.entries()) {
    assert(index === 0 || key > (members[index - 1]?.key ?? ''), 'the keys stand in their order')
  }
  return (given) => {
    let text = ''
    for (const member of members) {
      const value = given[member.key]
      if (value === undefined) continue
      if (member.isFresh) text += `,${member.name}${canonicalJson(value)}`
      else {
        if (value !== member.value) {
          member.text = `,${member.name}${canonicalJson(value)}`
          member.value = value
        }
        text += member.text
      }
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
