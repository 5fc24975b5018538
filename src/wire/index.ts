// What other rooms may use of the wire: texts and their segments, SMPP octets and their values.
export {
  type Body,
  type Command,
  commandIds,
  type Pdu,
  type PduOf,
  type Tlv,
} from './smpp/command.ts'
export {
  type DecodedPdu,
  type DecodeFault,
  decodeFaults,
  decodePdu,
  type PduHeader,
  statusOfFault,
} from './smpp/decode.ts'
export {
  type EncodedPdu,
  type EncodeProblem,
  encodePdu,
  makePdu,
  PduWriter,
} from './smpp/encode.ts'
export { Framer, type FramingFault, pduOctetsMaxByDefault } from './smpp/framing.ts'
export { type MessageIdReadings, messageIdReadings } from './smpp/message-id.ts'
export {
  formatReceiptText,
  messageOctets,
  parseReceiptText,
  type Receipt,
  type ReceiptState,
  type ReceiptText,
  readReceipt,
  receiptStateOf,
  receiptStates,
} from './smpp/receipt.ts'
export { type StatusName, statuses, statusName } from './smpp/status.ts'
export {
  formatAbsoluteTime,
  formatRelativeTime,
  parseReceiptDate,
  parseTime,
  type SmppTime,
} from './smpp/time.ts'
export {
  findTlv,
  integerTlv,
  octetsTlv,
  type TlvName,
  textTlv,
  tlvInteger,
  tlvTags,
  tlvText,
} from './smpp/tlv.ts'
export { type DefaultAlphabet, decodeText } from './text/decode-text.ts'
export {
  type EncodedSegments,
  encodeSegments,
  type SegmentContent,
  type SegmentOptions,
  segmentsMax,
} from './text/encode-segments.ts'
export {
  type CharacterWithoutCode,
  type DecodedText,
  decodeGsm7,
  type Encoded,
  encodeGsm7,
  gsm7Width,
  type TextFault,
} from './text/gsm7.ts'
export { latin1 } from './text/latin1.ts'
export {
  type Alphabet,
  alphabets,
  type Concatenation,
  concatenations,
  type OffendingCharacter,
  partUnitsMax,
  planSegments,
  type SegmentPart,
  type SegmentPlan,
  singleSegmentUnits,
} from './text/plan-segments.ts'
export type { Shift } from './text/shift.ts'
export { type ShiftLanguage, shiftLanguages } from './text/shift-tables.ts'
export { decodeUcs2, encodeUcs2 } from './text/ucs2.ts'
export { type ConcatenationMark, readUserData, type UserData } from './text/user-data-header.ts'
