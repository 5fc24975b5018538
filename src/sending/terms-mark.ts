// What of a message's terms decides whether it may leave,
// in eight octets that are sealed with its text.
import { sha256 } from '../vault/index.ts'
import type { Terms } from './terms.ts'

export const termsMarkOctets = 8

/** Terms never change, and one object stands for all messages of a slice or a page. */
const known = new WeakMap<Terms, Buffer>()

/**
 * Sealed, it needs no key of its own: whoever cannot open the seal can neither read nor write it.
 */
export function termsMark(terms: Terms): Buffer {
  let mark = known.get(terms)
  if (mark === undefined) {
    const { class: sendClass, basis, purpose, controllerId, ifUnsure } = terms
    const decisive = JSON.stringify([sendClass, basis, purpose, controllerId, ifUnsure])
    mark = sha256(Buffer.from(decisive)).subarray(0, termsMarkOctets)
    known.set(terms, mark)
  }
  return mark
}
