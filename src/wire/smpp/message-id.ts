// The readings of an operator's message id: the same number written in decimal, hex, or padded.

export type MessageIdReadings = {
  exact: string
  /** The number it is when read in base 10, without leading zeros; null when it is none. */
  asDecimal: string | null
  /** The number it is when read in base 16, written in base 10; null when it is none. */
  asHexadecimal: string | null
}

/** No operator's number has more digits; longer ones are names, not numbers. */
const digitsMax = 40

export function messageIdReadings(id: string): MessageIdReadings {
  const exact = id.trim()
  const isShort = exact.length > 0 && exact.length <= digitsMax
  const hex = /^(?:0x)?([0-9a-f]+)$/i.exec(exact)?.[1]
  return {
    exact,
    asDecimal: isShort && /^\d+$/.test(exact) ? BigInt(exact).toString() : null,
    asHexadecimal: isShort && hex !== undefined ? BigInt(`0x${hex}`).toString() : null,
  }
}
