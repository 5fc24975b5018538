// From a PDU's value to its octets, or to the field that does not fit.
import {
  type Body,
  type Command,
  commandIds,
  emptyPdu,
  fieldLists,
  headerOctets,
  type Pdu,
  type PduOf,
  type Tlv,
} from './command.ts'
import { submitOctetsMax, writeSubmitFields } from './encode-submit.ts'

export type EncodeProblem = {
  ok: false
  field: string
  problem: 'too_long' | 'not_latin1' | 'has_nul' | 'out_of_range'
}
export type EncodedPdu = { ok: true; octets: Uint8Array } | EncodeProblem

const written = { ok: true } as const

/** Octets that grow; several PDUs may follow each other, to be written to a socket at once. */
export class PduWriter {
  #octets: Uint8Array
  #length = 0
  constructor(octetsAtFirst = 512) {
    this.#octets = new Uint8Array(octetsAtFirst)
  }

  get length(): number {
    return this.#length
  }

  /** Gives what was written, and starts afresh. */
  take(): Uint8Array {
    const taken = this.#octets.subarray(0, this.#length)
    this.#octets = new Uint8Array(Math.max(512, this.#length))
    this.#length = 0
    return taken
  }

  /** Appends one PDU; on a problem nothing is appended. */
  write(pdu: Pdu): { ok: true } | EncodeProblem {
    return pdu.command === 'submit_sm' ? this.#writeSubmit(pdu) : this.writeByTable(pdu)
  }

  /** The commonest PDU by far, written without the table; a test holds both to the same octets. */
  #writeSubmit(pdu: PduOf<'submit_sm'>): { ok: true } | EncodeProblem {
    this.#room(submitOctetsMax)
    const octets = this.#octets
    const start = this.#length
    const end = writeSubmitFields(octets, start + headerOctets, pdu)
    // The slow way finds the field that does not fit.
    if (end < 0) return this.writeByTable(pdu)
    this.#length = end
    if (pdu.tlvs.length > 0) {
      for (const tlv of pdu.tlvs) {
        if (tlv.value.length > 0xffff) {
          this.#length = start
          return this.writeByTable(pdu)
        }
        this.#tlv(tlv)
      }
    }
    this.#header(start, pdu)
    return written
  }

  /** Any PDU, field by field. */
  writeByTable(pdu: Pdu): { ok: true } | EncodeProblem {
    const start = this.#length
    this.#room(headerOctets)
    this.#length += headerOctets
    const values = pdu as unknown as Record<string, unknown>
    for (const { name, field } of fieldLists[pdu.command]) {
      let problem: EncodeProblem['problem'] | null
      if (field.kind === 'integer') problem = this.#integer(values[name] as number)
      else if (field.kind === 'text') problem = this.#text(values[name] as string, field.octetsMax)
      else problem = this.#shortMessage(values[name] as Uint8Array)
      if (problem !== null) {
        this.#length = start
        return { ok: false, field: name, problem }
      }
    }
    for (const tlv of pdu.tlvs) {
      if (tlv.value.length > 0xffff) {
        this.#length = start
        return { ok: false, field: `tlv ${tlv.tag}`, problem: 'too_long' }
      }
      this.#tlv(tlv)
    }
    this.#header(start, pdu)
    return written
  }

  #header(start: number, pdu: Pdu): void {
    this.#uint32(start, this.#length - start)
    this.#uint32(start + 4, commandIds[pdu.command])
    this.#uint32(start + 8, pdu.status)
    this.#uint32(start + 12, pdu.sequence)
  }

  #room(octets: number): void {
    const needed = this.#length + octets
    if (needed <= this.#octets.length) return
    const grown = new Uint8Array(Math.max(needed, this.#octets.length * 2))
    grown.set(this.#octets.subarray(0, this.#length))
    this.#octets = grown
  }

  #integer(value: number): EncodeProblem['problem'] | null {
    if (!Number.isInteger(value) || value < 0 || value > 255) return 'out_of_range'
    this.#room(1)
    this.#octets[this.#length++] = value
    return null
  }

  #text(text: string, octetsMax: number): EncodeProblem['problem'] | null {
    if (text.length >= octetsMax) return 'too_long'
    this.#room(text.length + 1)
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      if (code === 0) return 'has_nul'
      if (code > 0xff) return 'not_latin1'
      this.#octets[this.#length++] = code
    }
    this.#octets[this.#length++] = 0
    return null
  }

  #shortMessage(octets: Uint8Array): EncodeProblem['problem'] | null {
    if (octets.length > 255) return 'too_long'
    this.#room(octets.length + 1)
    this.#octets[this.#length++] = octets.length
    this.#octets.set(octets, this.#length)
    this.#length += octets.length
    return null
  }

  #tlv(tlv: Tlv): void {
    this.#room(tlv.value.length + 4)
    this.#octets[this.#length++] = tlv.tag >> 8
    this.#octets[this.#length++] = tlv.tag & 0xff
    this.#octets[this.#length++] = tlv.value.length >> 8
    this.#octets[this.#length++] = tlv.value.length & 0xff
    this.#octets.set(tlv.value, this.#length)
    this.#length += tlv.value.length
  }

  #uint32(at: number, value: number): void {
    this.#octets[at] = value >>> 24
    this.#octets[at + 1] = (value >>> 16) & 0xff
    this.#octets[at + 2] = (value >>> 8) & 0xff
    this.#octets[at + 3] = value & 0xff
  }
}

export function encodePdu(pdu: Pdu): EncodedPdu {
  const writer = new PduWriter()
  const written = writer.write(pdu)
  return written.ok ? { ok: true, octets: writer.take() } : written
}

/** A PDU of a command whose fields are empty but for those given. */
export function makePdu<C extends Command>(
  command: C,
  sequence: number,
  given: Partial<Body<C>> & { status?: number; tlvs?: readonly Tlv[] } = {},
): PduOf<C> {
  const pdu = emptyPdu(command)
  pdu.sequence = sequence
  return Object.assign(pdu, given)
}
