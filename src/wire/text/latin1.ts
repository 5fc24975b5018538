// Octets of ISO-8859-1 as text: each is the code point of the same number.

/**
 * Eight at a time: a receipt has a hundred, and letter by letter each makes a string of its own.
 */
export function latin1(octets: Uint8Array, from = 0, to = octets.length): string {
  let text = ''
  let at = from
  for (; at + 8 <= to; at += 8) {
    text += String.fromCharCode(
      octets[at] as number,
      octets[at + 1] as number,
      octets[at + 2] as number,
      octets[at + 3] as number,
      octets[at + 4] as number,
      octets[at + 5] as number,
      octets[at + 6] as number,
      octets[at + 7] as number,
    )
  }
  for (; at < to; at += 1) text += String.fromCharCode(octets[at] as number)
  return text
}
