// Scripted faults, played by the count of submits.
import type { Fault, FaultKind } from './options.ts'

/** What goes wrong at the nth submit; the first fault of the list that applies. */
export function faultAt(faults: readonly Fault[], submit: number): FaultKind | null {
  for (const fault of faults) {
    const since = submit - fault.atSubmit
    if (since < 0) continue
    const into = fault.everySubmits === undefined ? since : since % fault.everySubmits
    if (into < (fault.count ?? 1)) return fault.kind
  }
  return null
}

/**
 * Malformed octets, in turn: lengths that no PDU has, another protocol, a deliver_sm whose length
 * is one more than it has octets, so that nothing behind it can be read.
 */
export const garbage: readonly Uint8Array[] = [
  '00000007000000050000000000000001',
  '7fffffff000000050000000000000001',
  '474554202f20485454502f312e310d0a',
  '0000002700000005000000000000000100010131000101320004000000000000ff69643a3120',
].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')))

/** The beginning of a PDU whose rest never comes. */
export const cutPdu = new Uint8Array(Buffer.from('0000002080000004', 'hex'))
