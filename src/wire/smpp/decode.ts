// From the octets of one PDU to its value, or to a fault with its offset. Never throws.

import { latin1 } from '../text/latin1.ts'
import {
  type Command,
  commandOf,
  emptyPdu,
  fieldLists,
  headerOctets,
  type NamedField,
  type Pdu,
  type Tlv,
} from './command.ts'
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
  const pdu = emptyPdu(command) as Pdu
  pdu.status = header.status
  pdu.sequence = header.sequence
  const isAnswer = header.commandId >= 0x8000_0000
  if (isAnswer && octets.length === headerOctets) return { ok: true, pdu }
  const end = decodeFields(command, octets, pdu as unknown as Record<string, unknown>)
  if (typeof end !== 'number') return { ok: false, fault: end.fault, at: end.at, header }
  if (end === octets.length) return { ok: true, pdu }
  const tlvs = decodeTlvs(octets, end)
  if ('fault' in tlvs) return { ok: false, fault: tlvs.fault, at: tlvs.at, header }
  pdu.tlvs = tlvs
  return { ok: true, pdu }
}

type Fault = { fault: DecodeFault; at: number }

/** Reads the mandatory fields into `values`; gives where they end. */
function decodeFields(
  command: Command,
  octets: Uint8Array,
  values: Record<string, unknown>,
): number | Fault {
  let at = headerOctets
  const fields = fieldLists[command]
  // By index: this runs for each PDU, and an iterator makes two objects a field.
  for (let index = 0; index < fields.length; index += 1) {
    const { name, field } = fields[index] as NamedField
    if (at >= octets.length) return { fault: 'body_truncated', at: octets.length }
    if (field.kind === 'integer') {
      values[name] = octets[at]
      at += 1
    } else if (field.kind === 'text') {
      const end = endOfText(octets, at, field.octetsMax)
      if (end === -1) return { fault: 'c_octet_string_unterminated', at }
      values[name] = latin1(octets, at, end)
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
