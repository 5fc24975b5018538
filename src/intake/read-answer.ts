// What a cell answers when the question is consent: yes, no, or neither.
//
// A no is looked for anywhere in the cell, before any yes; a yes is a whole cell of known words.
// What is mistaken for a yes writes to somebody who refused; what is mistaken for a no is asked again.
import { fold, headerWords, isBlank } from '../classification/index.ts'

export type Answer = 'yes' | 'no' | 'unclear'

/** In the languages of the countries served; a stem stands for all its endings. */
const negations = [
  'n|non|pas|sans|aucune?|jamais|ni|faux|pas encore',
  'no|not|none|never|nor|neither|without|false|off',
  'nein|kein\\w*|nicht|nie|niemals|ohne|falsch',
  'sin|nunca|jamas|ningun\\w*|tampoco|falso|senza|nessun\\w*|falsa',
  'nee|geen|niet|nooit|zonder|onwaar|neen|keng|nao|nem|nenhum\\w*',
].join('|')
const refusals = [
  'refus\\w*|oppos\\w*|desabonn\\w*|desinscri\\w*|desactiv\\w*|retir\\w*|retrait\\w*|revo[cqk]\\w*',
  'annul\\w*|bloqu\\w*|interdi\\w*|exclu\\w*|arret\\w*|stop\\w*|supprim\\w*|resili\\w*|radie\\w*',
  'expir\\w*|inacti\\w*|npai|ne (?:pas|plus)|(?:n|veu[tx]|souhaite) \\w* ?plus',
  'plus (?:de|d|aucun|jamais|rien)|black ?list\\w*|blocklist\\w*|liste noire',
  'un ?sub\\w*|opt(?:ed|ing)? ?outs?|block\\w*|suppress\\w*|den(?:y|ied|ies)|declin\\w*|reject\\w*',
  'withdr\\w*|remov\\w*|cancel\\w*|bounced?|cleaned|disabled|pending|do not|don t|object(?:s|ed|ion)',
  'abgemeldet|abmeld\\w*|abbestell\\w*|abgelehnt|ablehn\\w*|gesperrt|sperr\\w*|wider(?:ruf|spr)\\w*',
  'verweiger\\w*|untersagt|verboten|gekundigt|geloscht|geblockt|blockier\\w*|zuruckgezogen',
  'baja|rechaz\\w*|deneg\\w*|opon\\w*|opuest\\w*|anul\\w*|desuscri\\w*|disiscri\\w*|rifiut\\w*',
  'negat[oaie]|bloccat\\w*|ritirat\\w*|oppon\\w*|disattiv\\w*|disdett\\w*|recus\\w*|revog\\w*',
  'uitgeschreven|uitschrij\\w*|afgemeld|afmeld\\w*|geweigerd|weiger\\w*|geblokk\\w*|blokk\\w*',
  'ingetrokken|intrekk\\w*|opgezegd|opzegg\\w*|verwijderd|bezwaar|gestopt',
].join('|')
const negation = new RegExp(`\\b(?<!\\b(?:ne|do) )(?:${negations})\\b`)
const refusal = new RegExp(`\\b(?:${refusals})\\b`)

/** One letter or figure is an answer alone, or after "SMS:"; among words it may be anything. */
const marks = setOf('o y 1 x v s j')
/** Yes to whatever was asked, so that in a column of objections it is an objection. */
const plainYes = setOf('oui yes ja si true vrai wahr verdadero vero waar ok')
const yesWords = setOf(
  'optin accepte acceptee accepted accept accepts acepta acepto accetta accetto akkoord agree ' +
    'inscrit inscrite subscribed subscribe abonne abonnee given granted on confirmed confirme',
)
const smsWords = setOf('sms texto textos mms')
const joining = setOf(
  'par per por via by to et and und y e en de des d les le la los gli i the aux pour for fur voor ' +
    'j je ich ik yo io',
)
/** What is received: it says something of SMS only where SMS is named. */
const received = setOf(
  'recevoir receive receiving recibir ricevere erhalten ontvangen offres offers offre promotions ' +
    'messages message informations marketing vos votre nos your our',
)
const otherChannels =
  'mail|mails|courrier|courriers|post|postal|poste|brief|correo|posta|newsletter|whatsapp|telegram|' +
  'telephone|telephones|tel|phone|telefon|telefono|telefoon|call|calls|appel|appels|anruf|fax|voice'
const otherChannel = new RegExp(`\\b(?:${otherChannels})\\b`)
/** "E-mail et SMS", "oui, par SMS", "SMS, courrier: oui": several channels, one answer. */
const channelList = (() => {
  const yes = `(?:${[...plainYes].join('|')}|optin)`
  const one = `(?:${[...smsWords].join('|')}|${otherChannels})`
  return new RegExp(
    `^(?:${yes} )?(?:(?:par|per|por|via|by) )?${one}(?: (?:(?:et|and|und|y|e|en|par) )?${one})*(?: ${yes})?$`,
  )
})()

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** A question mark, a slash ("oui/non") or a sign that nobody knows leaves a yes in doubt. */
const certainWriting = /^[a-z0-9\s.,:;!()[\]'’"«»_=+&|–-]*$/

/** A file gives the same answers again and again. */
const answersRead = new Map<string, Answer>()
const answersReadMax = 4_096

/** A channel named alone is the answer for that channel. */
export function readAnswer(cell: string): Answer {
  let answer = answersRead.get(cell)
  if (answer === undefined) {
    if (answersRead.size >= answersReadMax) answersRead.clear()
    answer = answerOf(cell)
    answersRead.set(cell, answer)
  }
  return answer
}

function answerOf(cell: string): Answer {
  const text = bare(cell)
  if (marks.has(text)) return 'yes'
  if (isBlank(cell) || /[☐✗✘❌🚫]/u.test(text)) return 'no'
  const words = wordsOf(text)
  if (/\b(?:0|f)\b/.test(words) || speaksAgainst(cell)) return 'no'
  const tokens = words.split(' ')
  const namesSms = tokens.some((token) => smsWords.has(token))
  if (otherChannel.test(words) && !namesSms) return 'no'
  return certainWriting.test(text) && isYes(text, words) ? 'yes' : 'unclear'
}

function isYes(text: string, words: string): boolean {
  const marked = /^sms ?[:=] ?(\w)$/.exec(text)?.[1]
  if (marked !== undefined) return marks.has(marked)
  if (otherChannel.test(words)) return channelList.test(words)
  const tokens = words.split(' ')
  const namesSms = tokens.some((token) => smsWords.has(token))
  const saysYes = tokens.some((token) => plainYes.has(token) || yesWords.has(token))
  const isKnown = (token: string) =>
    smsWords.has(token) ||
    plainYes.has(token) ||
    yesWords.has(token) ||
    joining.has(token) ||
    (namesSms && received.has(token))
  return (namesSms || saysYes) && tokens.every(isKnown)
}

/** Whatever else it says, it says no somewhere: "oui puis stop", "12/03/2026, désabonné". */
export function speaksAgainst(cell: string): boolean {
  const words = wordsOf(bare(cell))
  return refusal.test(words) || negation.test(words)
}

/** What a cell says in a column whose title is a no, as "STOP SMS" or "Opt-out" are. */
export function answersNo(cell: string): 'denied' | 'affirmed' | 'unclear' {
  const text = bare(cell)
  if (/^(?:false|faux|falsch|falso|onwaar|f|no|non|nein|nee|n|0|never|jamais|☐)$/.test(text)) {
    return 'denied'
  }
  if (/^(?:start|unstop)$/.test(text)) return 'denied'
  const words = wordsOf(text)
  if (negation.test(words) || !certainWriting.test(text)) return 'unclear'
  const isPlain = words.split(' ').every((word) => plainYes.has(word) || smsWords.has(word))
  return marks.has(text) || refusal.test(words) || isPlain ? 'affirmed' : 'unclear'
}

/** Without brackets, quotes and a full stop around it; a tick is a yes. */
function bare(cell: string): string {
  return (
    fold(cell.replace(/[✓✔☑✅]\ufe0f?/gu, ' oui '))
      .replace(/^[\s[("'«]+|[\s\])"'».!]+$/g, '')
      // A column of 0 and 1 that has gaps is written so by what reckons with it.
      .replace(/^([01])[.,]0+$/, '$1')
  )
}

function wordsOf(text: string): string {
  return headerWords(text)
    .replace(/\be ?mails?\b|\bcourriels?\b/g, 'mail')
    .replace(/\bwhats app\b/g, 'whatsapp')
    .replace(/\b(?:(?:double|single) )?opt(?:ed)? ?in\b/g, 'optin')
}
