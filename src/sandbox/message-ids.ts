// The writings of a message id that operators have.

export const idStyles = ['decimal', 'hex', 'HEX', 'padded', 'alnum'] as const
export type IdStyle = (typeof idStyles)[number]

const paddedDigits = 20

/** `alnum` is no number in any base: it begins with a letter beyond F, and its case differs. */
export function writeId(number: number, style: IdStyle): string {
  switch (style) {
    case 'decimal':
      return String(number)
    case 'hex':
      return number.toString(16)
    case 'HEX':
      return number.toString(16).toUpperCase()
    case 'padded':
      return String(number).padStart(paddedDigits, '0')
    case 'alnum':
      return `Zx-${number.toString(36)}`
  }
}
