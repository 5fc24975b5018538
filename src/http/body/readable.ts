// What no input may hold, whatever its schema: text that cannot be kept, and a tower of brackets.

/** Deeper than anything that a person or a program means; what looks through it calls itself. */
const depthMax = 64

export type Unreadable = { path: readonly string[]; why: 'text_unreadable' | 'nested_too_deep' }

/**
 * The first such place, or null. PostgreSQL keeps no U+0000, and half of a pair is no character.
 */
export function unreadableIn(value: unknown): Unreadable | null {
  return look(value, [])
}

function look(value: unknown, path: readonly string[]): Unreadable | null {
  if (typeof value === 'string') return isText(value) ? null : { path, why: 'text_unreadable' }
  if (typeof value !== 'object' || value === null) return null
  if (path.length >= depthMax) return { path: path.slice(0, 3), why: 'nested_too_deep' }
  for (const [name, inner] of Object.entries(value)) {
    if (!isText(name)) return { path, why: 'text_unreadable' }
    if (typeof inner === 'number' || typeof inner === 'boolean') continue
    const found = look(inner, [...path, name])
    if (found !== null) return found
  }
  return null
}

const halfOfAPair = /\p{Surrogate}/u
export const isText = (text: string): boolean => !text.includes('\u0000') && !halfOfAPair.test(text)
