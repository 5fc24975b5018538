// The last part of a person's copy: the references by which an expert finds each recorded step.
import { filled, type Html, html } from '../html.ts'
import type { CopiedEvent } from './read-copy.ts'
import type { Reader } from './reader.ts'

/** Told in sentences further up. */
const toldAbove: ReadonlySet<string> = new Set([
  ...['kind', 'channel', 'purpose', 'entry', 'grade', 'scope', 'source', 'heardBy', 'note'],
  ...['formUrl', 'ip', 'userAgent', 'handset', 'number', 'subject', 'givenAt', 'saidAt'],
])

/** Whatever else is sealed of a step is written out: a copy leaves nothing out. */
export function proofPart(events: readonly CopiedEvent[], reader: Reader): Html | null {
  const { proof } = reader.words
  if (events.length === 0) return null
  return html`<section aria-labelledby="proof"><h2 id="proof">${proof.title}</h2>
<p>${proof.lead}</p>
<ol class="steps">${events.map((event) => proofItem(event, reader))}</ol></section>`
}

function proofItem({ entryId, seq, at, body }: CopiedEvent, { words, moment }: Reader): Html {
  const { proof } = words
  const place = seq === null ? proof.noPlace : filled(proof.place, { seq: String(seq) })
  const rest = Object.entries(body ?? {})
    .filter(([name, value]) => !toldAbove.has(name) && value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${String(value)}`)
  return html`<li class="card"><p>${moment(at)}<br>${proof.entry} ${entryId}, ${place}.</p>
${rest.length === 0 ? null : html`<p>${filled(proof.rest, { rest: rest.join(', ') })}</p>`}</li>`
}
