// The fields of submit_sm (SMPP 3.4, 4.4.1) written straight away, in the order of the wire.
import { bodies, headerOctets, type PduOf } from './command.ts'

const { serviceType, source, destination, scheduleDeliveryTime, validityPeriod } = bodies.submit_sm

/** A header and all fields at their longest, TLVs apart. */
export const submitOctetsMax =
  headerOctets +
  serviceType.octetsMax +
  source.octetsMax +
  destination.octetsMax +
  scheduleDeliveryTime.octetsMax +
  validityPeriod.octetsMax +
  12 +
  256

const misfit = -1

/** Where they end in `octets`, which must have room; negative when a field does not fit. */
export function writeSubmitFields(
  octets: Uint8Array,
  start: number,
  pdu: PduOf<'submit_sm'>,
): number {
  let at = writeText(octets, start, pdu.serviceType, serviceType.octetsMax)
  if (at < 0 || !isOctet(pdu.sourceTon) || !isOctet(pdu.sourceNpi)) return misfit
  octets[at++] = pdu.sourceTon
  octets[at++] = pdu.sourceNpi
  at = writeText(octets, at, pdu.source, source.octetsMax)
  if (at < 0 || !isOctet(pdu.destinationTon) || !isOctet(pdu.destinationNpi)) return misfit
  octets[at++] = pdu.destinationTon
  octets[at++] = pdu.destinationNpi
  at = writeText(octets, at, pdu.destination, destination.octetsMax)
  if (at < 0 || !isOctet(pdu.esmClass) || !isOctet(pdu.protocolId)) return misfit
  octets[at++] = pdu.esmClass
  octets[at++] = pdu.protocolId
  if (!isOctet(pdu.priority)) return misfit
  octets[at++] = pdu.priority
  at = writeText(octets, at, pdu.scheduleDeliveryTime, scheduleDeliveryTime.octetsMax)
  if (at < 0) return misfit
  at = writeText(octets, at, pdu.validityPeriod, validityPeriod.octetsMax)
  if (at < 0 || !isOctet(pdu.registeredDelivery) || !isOctet(pdu.replaceIfPresent)) return misfit
  octets[at++] = pdu.registeredDelivery
  octets[at++] = pdu.replaceIfPresent
  if (!isOctet(pdu.dataCoding) || !isOctet(pdu.defaultMessageId)) return misfit
  octets[at++] = pdu.dataCoding
  octets[at++] = pdu.defaultMessageId
  return writeShortMessage(octets, at, pdu.shortMessage)
}

function writeShortMessage(octets: Uint8Array, start: number, text: Uint8Array): number {
  const { length } = text
  if (length > 255) return misfit
  octets[start] = length
  octets.set(text, start + 1)
  return start + 1 + length
}

function writeText(octets: Uint8Array, start: number, text: string, octetsMax: number): number {
  const { length } = text
  if (length >= octetsMax) return misfit
  let at = start
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0 || code > 0xff) return misfit
    octets[at++] = code
  }
  octets[at++] = 0
  return at
}

function isOctet(value: number): boolean {
  return value === (value & 0xff)
}
