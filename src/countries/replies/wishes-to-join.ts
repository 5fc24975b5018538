// "I'd like to get the offers", "put me on the list": who asks to be written to, and refuses nothing.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

const message =
  '(?:sms|smsjes?|textos?|texts?|messages?|nachricht%|mensaj%|mensajit%|messagg[io]|messaggin[io]|bericht%|offres?|offers?|ofertas?|offert[ae]|angebote?|aanbieding%|promos?|promotions?|promociones|promozioni|acties|aktionen|alertes?|alerts?|alertas?|avis|avisos?|avvis[io]|meldingen|notifi%|notific%|rappels?|reminders?|erinnerung%|recordator%|promemoria|herinnering%|news|newsletters?|neuigkeiten|nieuws%|novedades|novita|nouveautes|nouvelles|updates?)'
const list = '(?:listes?|lists?|listas?|liste|lijst|verteiler|mailinglist%|elenco)'
/** Up to so many words between a wish and what is wished for. */
const some = '(?:[a-z]+ ){0,4}?'

/** "Nehmt mich von der Liste", "meld mij af". */
const notOff = '(?!(?:[a-z]+ ){0,4}(?:von|vom|aus|raus|runter|ab|af|uit|van) )'

/** With one of these before it, it is asked or told of others. */
const own =
  '(?<! (?:you|they|who|why|vous|ils|sie|ihr|ustedes|voi|jullie|u|if|wenn|falls|als) (?:[a-z]+ ){0,2})'

const toReceive = [
  `(?:veux|veu|voudrais|souhaite|souhaiterais|aimerais|accepte|acceptons|voulons|d accord (?:pour|de)) (?:bien |de |d )*(?:continuer (?:a|de) )?recevoir ${some}${message}`,
  `(?:want|like|love|wish|agree|accept|consent|happy|keen|ready) to (?:continue to |keep |start )?(?:receive|receiving|get|getting) ${some}${message}`,
  `(?:mochte|mocht|will|wurde|hatte|wollen|mochten) ${some}(?:gern[e]? )?${some}${message} (?:[a-z]+ ){0,3}?(?:erhalten|bekommen|kriegen|empfangen|haben)`,
  `(?:einverstanden|zustimmung|stimme) (?:mit |zu |zum |dem |den |der |ich )*${some}${message}`,
  `(?:quiero|kiero|quisiera|queremos|gustaria|deseo|acepto|autorizo|encantaria) (?:seguir |volver a |a )?(?:recibir|recibiendo) ${some}${message}`,
  `(?:voglio|vorrei|vorremmo|desidero|piacerebbe|accetto|acconsento|autorizzo) (?:di |a |continuare a |tornare a )*ricevere ${some}${message}`,
  `(?:wil|willen|wou|zou|wens) ${some}${message} (?:[a-z]+ ){0,3}?(?:ontvangen|krijgen|hebben)`,
  `akkoord (?:met|dat|om) ${some}(?:sms%|bericht%|aanbieding%|nieuws%|acties)`,
]

const toBeAdded = [
  `(?:inscri[vs](?:ez|ons|e|s)?|abonnez|abonne|ajoute[rz]?|mettez|rajoute[rz]?|met) (?:moi|nous) (?:[a-z]+ ){0,2}?(?:a|au|aux|sur|dans|pour) ${some}(?:${message}|${list})`,
  `(?:m|nous|me) (?:ajouter|inscrire|rajouter|mettre|abonner) (?:a|au|aux|sur|dans|pour) ${some}(?:${message}|${list})`,
  `je (?:m (?:abonne|inscris)|me (?:reabonne|reinscris)) (?:a|au|aux) ${some}(?:${message}|${list})`,
  `(?:sign|put|add|enrol|enroll|subscribe|opt|include) (?:me|us|my number) (?:back )?(?:up|in|on|to|onto|for|down for) ${some}(?:${message}|${list})`,
  `(?:nehmen sie|nehmt|nimm|tragen sie|tragt|setzen sie|setzt|melden sie|meldet) (?:mich|uns) ${notOff}${some}(?:${list}|${message}) (?:mit |wieder )*(?:auf|ein|an)`,
  `(?:setzen sie|setzt|setz) (?:mich|uns) ${notOff}${some}auf ${some}${list}`,
  `(?:apunt|inscrib|suscrib|anad|agreg|met|pon|pong|inclu|incluy)(?:ad|en|a|e|id|an|ed)?(?:me|nos) (?:[a-z]+ ){0,2}?(?:a|en) ${some}(?:${message}|${list})`,
  `(?:me|nos) (?:podeis|pueden|puedes|puede|podrian|podriais|quiero|gustaria) (?:volver a )?(?:meter|apuntar|anadir|poner|agregar|incluir|inscribir|suscribir) (?:a|en) ${some}(?:${message}|${list})`,
  `(?:quiero|quisiera|gustaria|deseo) (?:volver a )?(?:apuntar|suscribir|inscribir)(?:me|nos) (?:a|en) ${some}(?:${message}|${list})`,
  `(?:iscriv|aggiung|inser|mett)(?:ete|eteci|etemi|imi|i|a|ite|itemi) (?:anche me |pure me |me )?(?:a|agli|ai|alla|alle|nella|nell|in|negli) ${some}(?:${message}|${list})`,
  `(?:zet|schrijf|meld|plaats|voeg) (?:mij|me|ons) ${notOff}(?:[a-z]+ ){0,2}?(?:op|in|aan|toe|voor) ${some}(?:${message}|${list})`,
]

/** And nothing else is said. */
const alone = [
  '(?:m abonner|m inscrire|je m (?:abonne|inscris)|abonnez moi|inscrivez moi)',
  '(?:subscribe|opt in|opt me in|sign me up|subscribe me)',
  '(?:abonnieren|ich (?:mochte|will) (?:mich )?abonnieren)',
  '(?:suscribir(?:me)?|suscribete|suscribanme|suscribidme)',
  '(?:iscrivimi|iscrivetemi|abbonami)',
  '(?:abonneren|schrijf mij in)',
]
const polite =
  '(?:yes|yeah|ok|okay|oui|ja|si|please|pls|svp|stp|merci|thanks|thank you|bitte|danke|gern|gerne|por favor|gracias|grazie|per favore|graag|aub|alstublieft|bedankt|bonjour|hello|hi|hallo|hola|ciao|salve|buongiorno|again|wieder|opnieuw|weer)'

const joining = latePattern(
  ` (?:${own}(?:${toReceive.map(stems).join('|')})|(?<! (?:did|do|have|avez|habt|haben) (?:you|u|vous|ihr|sie) )(?:${toBeAdded.map(stems).join('|')}))(?= )`,
)
const joiningAlone = latePattern(
  `(?<=^[ .]*(?:${stems(polite)} )*)(?:${alone.map(stems).join('|')}) (?=(?:${stems(polite)} )*[. ]*$)`,
)

/** Nobody who says one of these asks for all of it: some of it, elsewhere, or none. */
const limits = latePattern(
  ` (?:${stems(
    'only|seulement|uniquement|juste|nur|bloss|lediglich|solo|solamente|unicamente|soltanto|alleen|enkel|slechts|fewer|moins|weniger|menos|meno|minder|e ?mails?|mails?|courriels?|correo|courrier|post|whatsapp|instead|rather|plutot|lieber|liever|piuttosto|rouge|robinson|opposition|noire|black|nera|negra|schwarze|zwarte|dnc|attente|attesa|espera|wait%|wacht%|warte%|intrek%|zuruck%|ritir%|retir%|did ?n ?t|didnt|would ?n ?t|won ?t|does ?n ?t|exclu%|esclus%|ausschlus%|out|off|how|comment|wie|como|come|hoe|why|pourquoi|warum|wieso|porque|por que|perche|waarom|who|si (?:je|j|on|nous)|but|mais|aber|pero|ma',
  )})(?= )`,
)

const refusals = new Set(
  'no cease remove refuse law threat rude peace wrong bother much'.split(' '),
)

/** The words that ask for the messages; null where none do, or anything is refused beside them. */
export function wishedToJoin(said: string): string | null {
  const words = said.replaceAll(' ,', '')
  const found = joiningAlone.exec(words) ?? joining.exec(words)
  if (found === null || limits.test(words)) return null
  const about = words.split(' ').flatMap(ideasOf)
  return about.some((idea) => refusals.has(idea)) ? null : found[0].trim()
}
