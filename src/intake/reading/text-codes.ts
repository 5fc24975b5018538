// The characters of a text as an array of numbers: read several times faster than out of a string.
import type { WrittenText } from '../../classification/index.ts'
import type { RowBatch } from './table.ts'

/** Node writes the lower octet first; where the machine reads it last, there is no array. */
const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** One room for text after text: each is read before the next is asked for. */
export class TextCodes {
  #octets = Buffer.alloc(0)

  of(written: RowBatch['written']): WrittenText | null {
    if (written === null || !isLittle) return null
    const { text, delimiter } = written
    const wanted = 2 * text.length
    // A buffer of its own, so that the numbers stand where numbers of two octets may stand.
    if (this.#octets.length < wanted) this.#octets = Buffer.allocUnsafeSlow(wanted + text.length)
    this.#octets.write(text, 'utf16le')
    const codes = new Uint16Array(this.#octets.buffer, 0, text.length)
    return { text, codes, delimiter: delimiter.charCodeAt(0) }
  }
}
