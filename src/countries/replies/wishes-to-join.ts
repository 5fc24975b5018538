// "I'd like to get the offers", "put me on the list": whose whole reply asks for the messages.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

const message =
  '(?:sms|smsjes?|textos?|texts?|messages?|nachrichten|mensaj(?:es|itos)|messagg[io]|messaggin[io]|berichten|berichtjes|offres?|offers?|ofertas?|offert[ae]|angebote?|aanbiedingen|promos?|promotions?|promociones|promozioni|acties|aktionen|alertes?|alerts?|alertas?|avis|avisos?|avvis[io]|meldingen|notifications?|notificaciones|notifiche|rappels?|reminders?|erinnerungen|recordatorios|promemoria|herinneringen|news|newsletters?|neuigkeiten|nieuwsbrief|nieuws|novedades|novita|nouveautes|nouvelles|updates?)'
const list = '(?:listes?|lists?|listas?|lijst|verteiler|mailinglist%|elenco)'
/** What may stand between a wish and what is wished for: anything else could turn it round. */
const small =
  '(?:d|de|des|les?|la|l|vos|votre|tous|toutes|the|your|all|any|some|die|das|den|der|dem|ihren?|euren?|euer|alle|los|las|el|sus|vuestr[oa]s|tus|i|gli|lo|vostr[iae]|tutti|tutte|het|jullie|uw|ook|auch|also|too|aussi|tambien|anche|bien|gerne?|gern|graag|wieder|weiter|weiterhin|encore|again|back|maar|gerust|doch|bitte|please|pls|svp|por favor|per|par|by|via|from you|sms|a nouveau)'
const some = `(?:${small} )*`
const them = `${message}(?: (?:and|et|und|y|e|en) ${some}${message})?(?: ${small})*`
const where = `${some}(?:${message}|${list})(?: (?:for|pour|fur|para|per|voor|de|d|of|von|van|des|di|degli) ${some}${message})?(?: ${small})*`

/** English "less" is French "les" once doubled letters are single. */
const someEn = '(?:(?:the|your|all|any|some|more|of|also|again|back|please) )*'

const toReceive = [
  `(?:(?:je|j|on|nous|oui) )*(?:veux|veu|voudrais|souhaite|souhaiterais|aimerais|accepte|acceptons|voulons|suis d accord (?:pour|de)|d accord (?:pour|de)) (?:bien |de |d )*(?:continuer (?:a|de) )?recevoir ${some}${them}`,
  `(?:(?:i|we|id|d|m|am|re|are|would|do|yes|please) )*(?:want|like|love|wish|agree|happy|keen) to (?:continue to |keep |start )?(?:receive|receiving|get|getting) ${someEn}${them}`,
  `(?:ich |wir |ja )*(?:mochte|mocht|will|wurde|hatte|wollen|mochten) ${some}${them} (?:gern )?(?:erhalten|bekommen|kriegen|empfangen)`,
  `(?:ich |ja |bin )*einverstanden mit ${some}${them}`,
  `(?:yo |si |me )*(?:quiero|kiero|quisiera|queremos|gustaria|deseo|acepto|encantaria) (?:seguir |volver a |a )?(?:recibir|recibiendo) ${some}${them}`,
  `(?:io |si |mi )*(?:voglio|vorrei|vorremmo|desidero|piacerebbe|accetto|acconsento) (?:di |a |continuare a |tornare a )*ricevere ${some}${them}`,
  `(?:ik |ja |we |wij )*(?:wil|willen|wou|zou|wens) ${some}${them} (?:ontvangen|krijgen)`,
  `(?:ik |ga |ja )*akkoord met ${some}${them}`,
]

const number = '(?:numero|num|n|portable|movil|telefono|cellulare|number|nummer|handynummer|gsm)'
const toBeAdded = [
  `(?:inscri[vs](?:ez|ons|e|s)?|abonnez|abonne|ajoute[rz]?|mettez|rajoute[rz]?|met) (?:moi|nous) (?:a|au|aux|sur|dans|pour) ${where}`,
  `(?:(?:vous|tu) (?:pouvez|pourriez|peux) |(?:je|j|on) (?:veux|voudrais|souhaite|aimerais) )?(?:m|nous|me) (?:ajouter|inscrire|rajouter|abonner) (?:a|au|aux|sur|dans|pour) ${where}`,
  `je (?:m (?:abonne|inscris)|me (?:reabonne|reinscris)) (?:a|au|aux) ${where}`,
  `(?:can you |could you |would you )?(?:sign|put|add|enrol|enroll|subscribe|opt) (?:me|us|my number) (?:back )?(?:up for|up to|in to|in|on|to|onto|for|down for) ${where}`,
  `(?:konnen sie |konnt ihr )?(?:bitte )?(?:nehmen sie|nehmt|nimm|tragen sie|tragt|setzen sie|setzt|setz|melden sie|meldet) (?:mich|uns) (?:bitte |wieder |doch |auch )*(?:auf|in|fur|zu|zum) ${where}(?: (?:mit |wieder )*(?:auf|ein|an))?`,
  `(?:apunt|inscrib|suscrib|anad|agreg|met|pon|pong|inclu|incluy)(?:ad|en|a|e|id|an|ed)?(?:me|nos) (?:tambien |por favor )*(?:a|en) ${where}`,
  `(?:me|nos) (?:podeis|pueden|puedes|puede|podrian|podriais|quiero|gustaria) (?:volver a )?(?:meter|apuntar|anadir|poner|agregar|incluir|inscribir|suscribir) (?:a|en) ${where}`,
  `(?:quiero|quisiera|gustaria|deseo) (?:volver a )?(?:apuntar|suscribir|inscribir)(?:me|nos) (?:a|en) ${where}`,
  `(?:iscriv|aggiung|inser|mett)(?:ete|eteci|etemi|imi|i|a|ite|itemi) (?:anche me |pure me |me )?(?:a|agli|ai|alla|alle|nella|nell|in|negli) ${where}`,
  `(?:zet|schrijf|meld|voeg) (?:mij|me|ons) (?:maar |ook |weer |graag )*(?:op|in|aan|toe aan|voor) ${where}(?: (?:in|aan|toe))?`,

  `(?:ajoutez|ajouter|rajoutez|inscrivez|notez|mettez) (?:aussi |egalement )?(?:mon|le|ce) ${number} (?:a|au|aux|pour|sur|dans) ${where}`,
  `(?:(?:pueden|podeis|puedes|puede) )?(?:apuntar|anadir|poner|meter|apuntad|anadid|apunten) (?:tambien )?(?:este|mi|el) ${number} (?:a|en|para) ${where}`,
  `(?:aggiungete|inserite|mettete) (?:anche )?(?:il mio|questo) ${number} (?:a|agli|per|per gli|negli|nella) ${where}`,
  `(?:can you |could you )?(?:add|put) (?:my|this) ${number} (?:to|on|for|too for) ${where}`,
  `(?:volved|vuelvan|volver|vuelve)(?:me|nos)? a (?:meter|apuntar|poner|incluir|anadir)(?:me|nos)? (?:a|en) ${where}`,
]

const alone = [
  '(?:m abonner|m inscrire|je m (?:abonne|inscris)|abonnez moi|inscrivez moi)',
  '(?:subscribe|opt in|opt me in|sign me up|subscribe me)',
  '(?:abonnieren|ich (?:mochte|will) (?:mich )?abonnieren)',
  '(?:suscribir(?:me)?|suscribete|suscribanme|suscribidme)',
  '(?:iscrivimi|iscrivetemi|abbonami)',
  '(?:abonneren|schrijf mij in)',
]
const polite =
  '(?:yes|yeah|ok|okay|oui|ja|si|please|pls|svp|stp|merci|thanks|thank you|bitte|danke|gern|gerne|por favor|porfa|porfi|gracias|grazie|per favore|graag|aub|alstublieft|bedankt|bonjour|hello|hi|hallo|hola|ciao|salve|buongiorno|again|wieder|opnieuw|weer|[.,])'

/** The whole of it: whatever else is said, the rules hear it. */
const whole = (wishes: readonly string[]) =>
  latePattern(
    `(?<=^ [.] (?:${stems(polite)} )*)(?:${wishes.map(stems).join('|')}) (?=(?:${stems(polite)} )*$)`,
  )
const receiving = whole([...toReceive, ...alone])
const adding = whole(toBeAdded)

const refusals = new Set('no cease remove refuse law threat rude peace bother much'.split(' '))

/**
 * The words of a reply that asks for the messages and says nothing else; null of any other. "I want
 * to receive your texts?" is no wish; "can you add me to the list?" is one.
 */
export function wishedToJoin(said: string, own: string): string | null {
  const found = (own.includes('?') ? null : receiving.exec(said)) ?? adding.exec(said)
  if (found === null) return null
  return said
    .split(' ')
    .flatMap(ideasOf)
    .some((idea) => refusals.has(idea))
    ? null
    : found[0].trim()
}
