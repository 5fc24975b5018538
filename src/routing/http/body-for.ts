// What an HTTP operator is asked for a segment: its text, and the body after the description. Pure.
import { decodeText, readUserData } from '../../wire/index.ts'
import type { OutgoingSegment } from '../link/index.ts'
import { fillBody, type HttpOperator } from './http-operator.ts'

export function bodyFor(
  operator: Pick<HttpOperator, 'body' | 'numberForm'>,
  segment: OutgoingSegment,
  text: string,
): unknown {
  const { from, to, key, reference, validityPeriod } = segment
  const number = to.reveal('submit_to_operator')
  return fillBody(operator.body, {
    to: operator.numberForm === 'digits' ? number.slice(1) : number,
    from: from.address,
    text,
    key,
    reference: reference === undefined ? '' : String(reference),
    validitySeconds: secondsOf(validityPeriod),
  })
}

/** Null where it cannot be told in JSON: a part of several, a text that does not decode. */
export function textOf({ content }: OutgoingSegment): string | null {
  const data = content.hasUserDataHeader ? readUserData(content.octets) : null
  // Such a route has to carry texts whole.
  if (data?.ok === false || content.partsTotal > 1) return null
  const octets = data?.rest ?? content.octets
  const text = decodeText(octets, content.dataCoding, 'gsm7', data?.shift ?? null)
  return text.ok ? text.text : null
}

/** SMPP's relative time, YYMMDDhhmmss000R, in seconds; '' where there is none. */
function secondsOf(validityPeriod: string | undefined): string {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{3}R$/.exec(validityPeriod ?? '')
  if (parts === null) return ''
  const [years, months, days, hours, minutes, seconds] = parts.slice(1).map(Number)
  const inDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (days ?? 0)
  return String(((inDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0))
}
