// The submit_sm of a segment (SMPP 3.4, 4.4.1).
import {
  integerTlv,
  octetsTlv,
  type PduOf,
  type SegmentContent,
  type Tlv,
} from '../../wire/index.ts'
import type { OutgoingSegment } from './operator-link.ts'

const userDataHeaderBit = 0x40
const international = 1
const isdnPlan = 1
const nothing = new Uint8Array(0)

export function submitPdu(segment: OutgoingSegment, sequence: number): PduOf<'submit_sm'> {
  const { from, content } = segment
  return {
    command: 'submit_sm',
    status: 0,
    sequence,
    serviceType: '',
    sourceTon: from.ton,
    sourceNpi: from.npi,
    source: from.address,
    destinationTon: international,
    destinationNpi: isdnPlan,
    // Without the plus: the type of number says that it is international.
    destination: segment.to.reveal('submit_to_operator').slice(1),
    esmClass: content.hasUserDataHeader ? userDataHeaderBit : 0,
    protocolId: 0,
    priority: 0,
    scheduleDeliveryTime: '',
    validityPeriod: segment.validityPeriod ?? '',
    registeredDelivery: segment.wantsReceipt ? 1 : 0,
    replaceIfPresent: 0,
    dataCoding: content.dataCoding,
    defaultMessageId: 0,
    shortMessage: content.inPayload ? nothing : content.octets,
    tlvs: tlvsOf(content, segment.reference),
  }
}

const noTlvs: readonly Tlv[] = Object.freeze([])

function tlvsOf(content: SegmentContent, reference: number | undefined): readonly Tlv[] {
  if (reference === undefined && content.sar === null && !content.inPayload) return noTlvs
  const tlvs: Tlv[] = []
  if (reference !== undefined) tlvs.push(integerTlv('user_message_reference', reference, 2))
  if (content.sar !== null) {
    tlvs.push(
      integerTlv('sar_msg_ref_num', content.sar.reference, 2),
      integerTlv('sar_total_segments', content.partsTotal, 1),
      integerTlv('sar_segment_seqnum', content.partNumber, 1),
    )
  }
  if (content.inPayload) tlvs.push(octetsTlv('message_payload', content.octets))
  return tlvs
}
