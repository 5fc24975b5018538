// From the octets of one PDU to its value, or to a fault with its offset. Never throws.
import { type Command, commandOf, fieldLists, headerOctets, type Pdu, type Tlv } from './command.ts'
import { statuses } from './status.ts'

export const decodeFaults = [
  'header_truncated',
  'command_length_wrong',
  'command_unknown',
  'body_truncated',
  'c_octet_string_unterminated',
  'short_message_truncated',
  'tlv_truncated',
] as const
export type DecodeFault = (typeof decodeFaults)[number]

export type PduHeader = { commandId: number; status: number; sequence: number }

export type DecodedPdu =
  | { ok: true; pdu: Pdu }
  | {
      ok: false
      fault: DecodeFault
      at: number
      /** What the header said, where there was one: enough to answer with generic_nack. */
      header: PduHeader | null
    }

export function readUint32(octets: Uint8Array, at: number): number {
  return (
    (octets[at] ?? 0) * 0x100_0000 +
    (((octets[at + 1] ?? 0) << 16) | ((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0))
  )
}

/**
 * Decodes one whole PDU. Octet strings in the value are views of `octets`. An answer may leave its
 * body out, as operators do when the status says no (SMPP 3.4, 4.4.2); its fields are then empty.
 */
export function decodePdu(octets: Uint8Array): DecodedPdu {
  if (octets.length < headerOctets) {
    return { ok: false, fault: 'header_truncated', at: octets.length, header: null }
  }
  const header: PduHeader = {
    commandId: readUint32(octets, 4),
    status: readUint32(octets, 8),
    sequence: readUint32(octets, 12),
  }
  if (readUint32(octets, 0) !== octets.length) {
    return { ok: false, fault: 'command_length_wrong', at: 0, header }
  }
  const command = commandOf(header.commandId)
  if (command === null) return { ok: false, fault: 'command_unknown', at: 4, header }
  const values: Record<string, unknown> = {
    command,
    status: header.status,
    sequence: header.sequence,
  }
  const isAnswer = header.commandId >= 0x8000_0000
  if (isAnswer && octets.length === headerOctets)
    return { ok: true, pdu: emptyBody(command, values) }
  const end = decodeFields(command, octets, values)
  if (typeof end !== 'number') return { ok: false, fault: end.fault, at: end.at, header }
  const tlvs = end === octets.length ? noTlvs : decodeTlvs(octets, end)
  if ('fault' in tlvs) return { ok: false, fault: tlvs.fault, at: tlvs.at, header }
  values['tlvs'] = tlvs
  return { ok: true, pdu: values as Pdu }
}

const noTlvs: readonly Tlv[] = Object.freeze([])
type Fault = { fault: DecodeFault; at: number }

function emptyBody(command: Command, values: Record<string, unknown>): Pdu {
  for (const [name, field] of fieldLists[command]) {
    if (field.kind === 'integer') values[name] = 0
    else values[name] = field.kind === 'text' ? '' : new Uint8Array(0)
  }
  values['tlvs'] = noTlvs
  return values as Pdu
}

/** Reads the mandatory fields into `values`; gives where they end. */
function decodeFields(
  command: Command,
  octets: Uint8Array,
  values: Record<string, unknown>,
): number | Fault {
  let at = headerOctets
  for (const [name, field] of fieldLists[command]) {
    if (at >= octets.length) return { fault: 'body_truncated', at: octets.length }
    if (field.kind === 'integer') {
      values[name] = octets[at]
      at += 1
    } else if (field.kind === 'text') {
      const end = endOfText(octets, at, field.octetsMax)
      if (end === -1) return { fault: 'c_octet_string_unterminated', at }
      values[name] = asciiBetween(octets, at, end)
      at = end + 1
    } else {
      const end = at + 1 + (octets[at] ?? 0)
      if (end > octets.length) return { fault: 'short_message_truncated', at }
      values[name] = octets.subarray(at + 1, end)
      at = end
    }
  }
  return at
}

function endOfText(octets: Uint8Array, start: number, octetsMax: number): number {
  const stop = Math.min(start + octetsMax, octets.length)
  for (let at = start; at < stop; at += 1) if (octets[at] === 0) return at
  return -1
}

function asciiBetween(octets: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(octets[at] ?? 0)
  return text
}

function decodeTlvs(octets: Uint8Array, start: number): Tlv[] | Fault {
  const tlvs: Tlv[] = []
  let at = start
  while (at < octets.length) {
    if (at + 4 > octets.length) return { fault: 'tlv_truncated', at }
    const tag = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)
    const end = at + 4 + (((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0))
    if (end > octets.length) return { fault: 'tlv_truncated', at }
    tlvs.push({ tag, value: octets.subarray(at + 4, end) })
    at = end
  }
  return tlvs
}

/** The status that a generic_nack or an answer gives to a PDU with this fault. */
export function statusOfFault(fault: DecodeFault): number {
  if (fault === 'command_unknown') return statuses.ESME_RINVCMDID
  if (fault === 'header_truncated' || fault === 'command_length_wrong') {
    return statuses.ESME_RINVCMDLEN
  }
  if (fault === 'tlv_truncated') return statuses.ESME_RINVOPTPARSTREAM
  return statuses.ESME_RINVMSGLEN
}
