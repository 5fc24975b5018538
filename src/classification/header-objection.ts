// Headers whose answer has the sense opposite to consent's: "Consentement refusé", "keine Werbung".

/** What is agreed to, or the agreement itself. */
const agreement =
  /\b(?:opt ?in|consen[ts]\w*|einwilligung\w*|zustimmung\w*|toestemming\w*|rgpd|gdpr|dsgvo|sms|newsletter|marketing|prospection|publicite|werbung|publicidad|pubblicita|reclame)\b/
/** Words of many other things too: only beside them, or at their end, does a no speak of consent. */
const leave = /\b(?:accords?|akkoord|autorisations?|autorizacion|autorizzazione|permission)\b/
const ended =
  /\b(?:refuse\w*|retire(?:e|s|es)?|revo(?:qu|k|c)\w*|withdrawn|denied|declined|rechazad[oa]|denegad[oa]|revocad[oa]|rifiutat[oa]|negat[oa]|revocat[oa]|ritirat[oa]|ingetrokken|geweigerd)\b/
const nobody = /^(?:sans|sin|senza|ohne|zonder|without|no|non|kein\w*|geen|pas d) /
const no =
  /\b(?:refus\w*|retrait\w*|withdr\w*|sans|untersagt|verboten|abgelehnt|ablehnung|verweigert|widerruf\w*|widersproch\w*|zuruckgezogen|entzogen|intrekking|rechaz\w*|rifiut\w*|senza|sin|baja|without|kein\w*|geen|nicht|niet|ohne|zonder|bloqu\w*|blocked|gesperrt|geblokkeerd|interdit\w*|ne (?:\w+ )?(?:pas|plus)|pas de|plus de|annule\w*|expire|expired)\b|^(?:no|non|nein|not) /
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
export const consentEnds =
  /\b(?:fin|ende|einde|end|ends|expir(?:ation|y|es)|echeance|ablauf\w*|vencimiento|caducidad|scadenza|verval\w*|until|jusqu|valid\w*|gultig\w*|geldig\w*)\b(?! user)/
