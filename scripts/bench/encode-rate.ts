// How many submit_sm a second are made of their texts, beside the npm package smpp in the same run.
import { createRequire } from 'node:module'
import { asE164, Personal } from '../../src/kernel/index.ts'
import { submitPdu } from '../../src/routing/link/submit-pdu.ts'
import { encodeSegments, PduWriter } from '../../src/wire/index.ts'

type TheirPdu = { toBuffer(): Buffer }
type TheirModule = { PDU: new (command: string, fields: Record<string, unknown>) => TheirPdu }

const text = 'Bench : bonjour Camille, -20 % ce samedi.\nSTOP au 36111'
const sender = 'BOUTIQUE'
const number = '33639980001'
const validityPeriod = '000000040000000R'
const rounds = 5

export type EncodeRate = { perSecond: number; reference: number; ratio: number }

/** Both in turn, by the processor's time; the middle of five rounds. */
export function encodeRate(count: number): EncodeRate {
  const theirs = createRequire(import.meta.url)('smpp') as TheirModule
  const ours: number[] = []
  const others: number[] = []
  encodeOurs(Math.ceil(count / 5))
  encodeTheirs(theirs, Math.ceil(count / 20))
  for (let round = 0; round < rounds; round += 1) {
    ours.push(perSecond(count, () => encodeOurs(count)))
    const fewer = Math.ceil(count / 10)
    others.push(perSecond(fewer, () => encodeTheirs(theirs, fewer)))
  }
  const [mine, reference] = [middle(ours), middle(others)]
  return { perSecond: mine, reference, ratio: mine / reference }
}

function encodeOurs(count: number): number {
  const to = asE164(`+${number}`)
  if (to === null) throw new Error('the number is one')
  const writer = new PduWriter(16_384)
  const recipient = new Personal(to)
  const from = { ton: 5, npi: 0, address: sender }
  let octets = 0
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const encoded = encodeSegments(text, { reference: sequence })
    const content = encoded.ok ? encoded.segments[0] : undefined
    if (content === undefined) throw new Error('the text has its segment')
    writer.write(
      submitPdu(
        {
          key: '',
          from,
          to: recipient,
          content,
          wantsReceipt: true,
          validityPeriod,
          reference: 7,
        },
        sequence,
      ),
    )
    // As on a connection: what comes together leaves together.
    if (writer.length > 15_000) octets += writer.take().length
  }
  return octets + writer.take().length
}

function encodeTheirs(theirs: TheirModule, count: number): number {
  let octets = 0
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const pdu = new theirs.PDU('submit_sm', {
      sequence_number: sequence,
      source_addr_ton: 5,
      source_addr_npi: 0,
      source_addr: sender,
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: number,
      registered_delivery: 1,
      validity_period: validityPeriod,
      user_message_reference: 7,
      short_message: text,
    })
    octets += pdu.toBuffer().length
  }
  return octets
}

function perSecond(count: number, work: () => number): number {
  const before = process.cpuUsage()
  work()
  const used = process.cpuUsage(before)
  return count / ((used.user + used.system) / 1e6)
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
