// An operator's answer as shown to staff: short, without any text of the message. Pure.

const most = { octets: 8_192, leaves: 20, leaf: 200, whole: 240 } as const
/** A stretch of the text that is as long as this is a quotation of it. */
const quotedMin = 8

/** Null where nothing readable is left. */
export function wordsOf(body: string, message: { text: string; to: string }): string | null {
  const leaves = leavesOf(body.slice(0, most.octets))
  const kept = leaves.map((leaf) => cleaned(leaf, message)).filter((leaf) => leaf !== '')
  const whole = kept.join('; ').slice(0, most.whole)
  return whole === '' ? null : whole
}

function cleaned(leaf: string, message: { text: string; to: string }): string {
  const plain = leaf
    .slice(0, most.leaf)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ')
    .trim()
  if (quotes(plain, message.text)) return '…'
  // Numbers, keys and addresses of people are longer than a code.
  return plain.replace(/\S+@\S+/g, '…').replace(/\+?\d(?:[ .()/-]{0,2}\d){5,}/g, '…')
}

function quotes(said: string, text: string): boolean {
  const own = text.replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, ' ').trim()
  if (own.length <= quotedMin) return own !== '' && said.includes(own)
  for (let at = 0; at + quotedMin <= said.length; at += 1) {
    if (own.includes(said.slice(at, at + quotedMin))) return true
  }
  return false
}

/** The texts that stand in a JSON answer; of another one, all of it. */
function leavesOf(body: string): string[] {
  const found: string[] = []
  const collect = (value: unknown): void => {
    if (found.length >= most.leaves) return
    if (typeof value === 'string' || typeof value === 'number') found.push(String(value))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  try {
    collect(JSON.parse(body))
  } catch {
    found.push(body)
  }
  return found
}
