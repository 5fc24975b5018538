// What a cell answers when the question is consent: yes, no, or neither.
//
// A no is looked for anywhere in the cell, before any yes; a yes is a whole cell of known words.
// What is mistaken for a yes writes to somebody who refused;
// what is mistaken for a no is asked again.
import { fold, headerWords, isBlank } from '../../classification/index.ts'

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
/**
 * What a platform says of its own list: nobody has agreed, and nobody has taken anything back.
 * Mailchimp's "pending" has asked to join and not confirmed yet, its "non-subscribed" came by a
 * shop or an import and never opted in, its "cleaned" is an e-mail address that bounced
 * (Salesforce: "bounced"; on paper "NPAI"). Klaviyo tells "never subscribed" from "unsubscribed".
 * But "not subscribed", which is the same at Shopify, is where there are but two states said of who
 * opted out too; and Brevo's "blocklisted", which may be a bounce, mostly is a STOP: in doubt both
 * are a no. That nothing was asked, or answered, says no more than an empty cell.
 */
const listStates = new RegExp(
  `\\b(?:${[
    'pending|not yet|pas encore|cleaned|(?:hard |soft )?bounced?|npai',
    '(?:never|non) subscribed|jamais (?:inscrite?|abonnee?)',
    'non (?:renseignee?|communiquee?|demandee?|precisee?|fournie?|confirmee?|definie?|connue?)',
    '(?:pas|sans) (?:de )?(?:reponse|donnees?|avis|objet)|pas (?:demande|renseigne)e?|inconnue?',
    'not (?:asked|set|specified|provided|available|confirmed|known|answered|recorded)|unknown',
    'no (?:data|answer|response|info(?:rmation)?|value|reply)|(?:non|not) appl[a-z]+',
    'keine (?:angaben?|antwort|daten|info)|nicht (?:angegeben|gefragt|erfasst|bekannt|bestatigt)',
    'no (?:informad[oa]|consta|especificad[oa]|aplica)|sin (?:datos|respuesta|informacion)',
    'non (?:specificat[oa]|indicat[oa]|dichiarat[oa]|not[oa]|richiest[oa])|nessun(?:a risposta| dato)',
    'niet (?:ingevuld|gevraagd|bekend|opgegeven|bevestigd)|geen (?:antwoord|gegevens|opgave)',
  ].join('|')})\\b`,
  'g',
)
/** "E-mail" may be one of several answers; "e-mail only" leaves SMS out in so many words. */
const only =
  /\b(?:only|uniquement|seulement|exclusive\w*|nur|ausschliesslich|solo|solamente|soltanto|alleen|enkel)\b/
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
  'par per por via by to et and und y e en de des d les le la los gli i the aux pour for fur ' +
    'voor j je ich ik yo io',
)
/** What is received: it says something of SMS only where SMS is named. */
const received = setOf(
  'recevoir receive receiving recibir ricevere erhalten ontvangen offres offers offre promotions ' +
    'messages message informations marketing vos votre nos your our',
)
const otherChannels =
  'mail|mails|courrier|courriers|post|postal|poste|brief|correo|posta|newsletter|whatsapp|' +
  'telegram|telephone|telephones|tel|phone|telefon|telefono|telefoon|call|calls|appel|appels|' +
  'anruf|fax|voice'
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

const answersReadMax = 4_096

/** A file gives the same answers again and again. */
function remembering<T extends string | boolean>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return (cell) => {
    let answer = known.get(cell)
    if (answer === undefined) {
      if (known.size >= answersReadMax) known.clear()
      answer = read(cell)
      known.set(cell, answer)
    }
    return answer
  }
}

/** A channel named alone is the answer for that channel. */
export const readAnswer = remembering(answerOf)

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
export const speaksAgainst = (cell: string): boolean => isAgainst(wordsOf(bare(cell)))

const isAgainst = (words: string): boolean => refusal.test(words) || negation.test(words)

/**
 * Of a cell that is no consent: its person has said no, so that what they agreed to elsewhere ends.
 * An empty cell, a state of the platform's own list or a yes to another channel says nothing of it.
 */
export const isRefusal = remembering(readsAsRefusal)

function readsAsRefusal(cell: string): boolean {
  if (isBlank(cell)) return false
  const text = bare(cell)
  const words = wordsOf(text)
  return /[☐✗✘❌🚫]/u.test(text) || /\b(?:0|f)\b/.test(words) || isRefusing(words)
}

/** The same of a day with words beside it, in which a 0 is an hour. */
export const isRefusedDay = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && isRefusing(wordsOf(bare(cell)))

function isRefusing(words: string): boolean {
  const rest = words.replace(listStates, ' ')
  return isAgainst(rest) || only.test(rest)
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
