// Reads the octets of a message as text, by its data_coding (SMPP 3.4, 5.2.19).
import { type DecodedText, decodeGsm7 } from './gsm7.ts'
import { latin1 } from './latin1.ts'
import { decodeShifted, type Shift } from './shift.ts'
import { decodeUcs2 } from './ucs2.ts'

/** What an operator means by data_coding 0, its own default. */
export type DefaultAlphabet = 'gsm7' | 'latin1'

/** A text, or a fault with its offset. Binary codings are no text and give a fault. */
export function decodeText(
  octets: Uint8Array,
  dataCoding: number,
  defaultAlphabet: DefaultAlphabet = 'gsm7',
  shift: Shift | null = null,
): DecodedText {
  switch (alphabetOf(dataCoding)) {
    case 'default':
      // A header that names a table says by that which alphabet it is.
      if (shift !== null) return decodeShifted(octets, shift)
      return defaultAlphabet === 'gsm7' ? decodeGsm7(octets) : { ok: true, text: latin1(octets) }
    case 'latin1':
      return { ok: true, text: latin1(octets) }
    case 'ucs2':
      return decodeUcs2(octets)
    case 'none':
      return { ok: false, fault: 'unknown_data_coding', at: 0 }
  }
}

function alphabetOf(dataCoding: number): 'default' | 'latin1' | 'ucs2' | 'none' {
  if (dataCoding === 0x00) return 'default'
  // 1 is ASCII (IA5), which Latin-1 contains.
  if (dataCoding === 0x01 || dataCoding === 0x03) return 'latin1'
  if (dataCoding === 0x08) return 'ucs2'
  // GSM general data coding and message class groups (3GPP TS 23.038, 4).
  const isGeneral = (dataCoding & 0xe0) === 0x00 && (dataCoding & 0x10) !== 0
  if (isGeneral && (dataCoding & 0x0c) === 0x00) return 'default'
  if (isGeneral && (dataCoding & 0x0c) === 0x08) return 'ucs2'
  if ((dataCoding & 0xf4) === 0xf0) return 'default'
  // Message waiting with text: 0xd0 in the default alphabet, 0xe0 in UCS-2.
  if ((dataCoding & 0xf0) === 0xd0) return 'default'
  if ((dataCoding & 0xf0) === 0xe0) return 'ucs2'
  return 'none'
}
