// The mention that lets a person say no, taken from the route that carries the message.

export const mentionRefusals = ['no_stop_text', 'stop_ordinary_number', 'stop_mismatch'] as const
export type MentionRefusal = (typeof mentionRefusals)[number]

export type StopRoute = { stopText: string | null; stopShortcode: string | null }

export type MentionResult =
  | { text: string; added: boolean; refusal: null }
  | { text: null; added: false; refusal: MentionRefusal }

const inText = /\bstop\b(?:\s*sms)?[^\d\n+]{0,20}(\+?\d[\d .]{3,17}\d)/i

/** A marketing text with its mention: as it stands where it has the route's own, else appended. */
export function withOptOutMention(text: string, route: StopRoute): MentionResult {
  const found = inText.exec(text)?.[1]?.replace(/[ .]/g, '')
  if (found !== undefined) {
    if (/^(?:\+33|0033|0)[1-9]\d{8}$/.test(found)) return refused('stop_ordinary_number')
    return found === route.stopShortcode
      ? { text, added: false, refusal: null }
      : refused('stop_mismatch')
  }
  if (!route.stopText) return refused('no_stop_text')
  if (text.includes(route.stopText)) return { text, added: false, refusal: null }
  const glue = text === '' || /\s$/.test(text) ? '' : '\n'
  return { text: `${text}${glue}${route.stopText}`, added: true, refusal: null }
}

function refused(refusal: MentionRefusal): MentionResult {
  return { text: null, added: false, refusal }
}
