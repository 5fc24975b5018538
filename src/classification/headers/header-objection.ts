// Headers whose answer has the sense opposite to consent's: "Consentement refusé", "keine Werbung".
import { latePattern } from '../patterns.ts'

/** What is agreed to, or the agreement itself. */
const agreement = latePattern('agreement')
/**
 * Words of many other things too: only beside them, or at their end, does a no speak of consent.
 */
const leave = /\b(?:accords?|akkoord|autorisations?|autorizacion|autorizzazione|permission)\b/
const ended = latePattern('ended')
const nobody = /^(?:sans|sin|senza|ohne|zonder|without|no|non|kein\w*|geen|pas d) /
const no = latePattern('no')
/** "Accord SMS: non/oui" asks; it does not say no. */
const asks = /\b(?:oui|yes|ja|si|o n|y n|j n|s n) ?(?:non|no|nein|nee)?\b/
const over = /\b(?:fin|ende|einde|end)\b(?! user)/
const when = /\b(?:date|datum|fecha|data|time|le|on|at|am|when|until|bis)\b/

export function saysNo(words: string): boolean {
  if (leave.test(words) && (ended.test(words) || nobody.test(words))) return true
  if (!agreement.test(words)) return false
  if (ended.test(words) || (no.test(words) && !asks.test(words))) return true
  return over.test(words) && !when.test(words)
}

/** The day on which an agreement ends, beside a word for it. */
export const consentEnds = latePattern('consent_ends')
