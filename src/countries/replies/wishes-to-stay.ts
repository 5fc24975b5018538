// "I'll keep the texts", "carry on", "send me the details": who says so wants to be written to.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf, withoutCourtesies } from './overheard.ts'

const message =
  '(?:sms|smsjes?|sms jes?|texts?|textos?|messages?|nachricht(?:en)?|mensajes?|messagg[io]|bericht(?:en|jes?)?|alerts?|alertes?|alertas?|rappels?|reminders?|avis[oi]s?|erinnerung(?:en)?|herinnering(?:en)?|nieuws|news|infos?|promemoria|recordatorios?)'
const ofThem =
  '(?:(?:the|your|my|les?|vos|votre|die|eure|ihre|los|las|vuestr[oa]s|sus|i|gli|le|vostri|de|jullie|uw|only|seulement|alleen|nur|solo) ){0,2}'

/** With "not", "if" or "you" before it, it is no wish of the writer. */
const wished =
  '(?<! (?:ne|n|not|dont|don t|never|nicht|nie|kein|keine|no|nunca|non|niet|geen|pas|plus|if|si|se|als|wenn|falls|you|u|they|why) (?:[a-z]+ ){0,4})'

const staying = [
  '(?:re ?add (?:me|us)|add (?:me|us) back|put (?:me|us) back)',
  // They are kept, or are to go on.
  `(?:garde[rz]?|conserve[rz]?|keep|behalt%|conserv%|hou|houd|houden|tengo|tenere|tenete|mantene%|mantengo) ${ofThem}${message}`,
  '(?:and|et|und|en|y|e) (?:just )?(?:keep|use|gardez|utilisez|behaltet|behalten sie|nehmt|hou|houd|gebruik|dejad|dejen|usad|usen|tenete|lasciate|usate) (?:this (?:one|number)|celui|celui ci|diese(?= [.,])|diese nummer|deze|este|esta|questo|questa|l autre|the other)',
  '(?:meinen?|mein|mine|le mien|la mienne|el mio|la mia|il mio|die van mij|de mijne) (?:lassts?|lasst|lassen|bitte (?:nicht|lassen)|behalten|stays?|keep|gardez|dejad|lasciate|laten)',
  `${message} (?:laten staan|lasst|lassen|gern weiter|(?:are|is|zijn|sind|son|sono) (?:ok|okay|fine|oke))`,
  '(?:je|on|nous) (?:reste|restons|resterai)(?= [.,])',
  '(?:je|on|nous) (?:reste|restons|resterai) (?:inscrit%|abonne%|client%|avec vous|chez vous)',
  '(?:veux|souhaite|voudrais|prefere) (?:bien |quand meme )?(?:rester|continuer a)',
  '(?:carry on|as you were|lo retiro|me quedo|weiter so|ci ripenso|ci ho ripensato|ich bleibe? (?:dabei|drin|gern)|i take (?:it|that) back|i m staying|ik blijf (?:wel |graag )?(?:erbij|lid|klant))(?= [.,]| (?:hor|though|con|mit|met))',
  '(?:seguid|sigan|seguir) (?:[a-z]+ndo(?:me|nos)?|asi)',
  '(?:voglio|vorrei|preferisco) (?:restare|rimanere|continuare)',
  '(?:wil|will|mochte|zou) (?:[a-z]+ ){0,3}(?:blijven|weiter informiert|weiterhin) ?',
  '(?:hou|houd) (?:me|mij|ons) (?:wel |graag |maar )?op de hoogte',
  'wel graag (?:nog )?(?:nieuws|berichten|sms)',
].map((source) => `${wished}${stems(source)}`)

/** To leave is not wished: "I do not wish to unsubscribe". */
const notLeaving = stems(
  '(?:don t|dont|do not|didn t|never) (?:wish|want|mean|intend) to (?:unsubscribe|leave|opt out|stop (?:them|it|these))|(?:je|j) ne (?:me )?(?:resilie|desabonne|desinscris) (?:plus|pas)|no (?:quiero|queria|pensaba) (?:borrarme|darme de baja)|non (?:voglio|volevo) (?:disiscriver%|cancellar%)|(?:will|wollte) mich (?:doch )?nicht abmelden|(?:wil|wilde) me niet (?:afmelden|uitschrijven)',
)

const stays = latePattern(` (?:${[...staying, notLeaving].join('|')})(?= )`)

/** The words that wish for messages beside whatever is refused; null where none do. */
export const wishedToStay = (said: string): string | null => stays.exec(said)?.[0].trim() ?? null

const toMe =
  '(?: (?:me|moi|nous|us|mir|uns|mij|ons|bitte|please|pls|svp|dan|maar|doch|gern|ruhig|pure|ya))*'
const it =
  '(?: (?:the|more|some|your|les?|l|la|des|d|plus de|vos|votre|die|den|das|eine?|mehr|el|las?|los|mas|il|gli|una?|piu|de|het|een|meer|wat|somebody|someone|quelqu|jemand(?:en)?|alguien|qualcuno|iemand))'
const asked = latePattern(
  ` ${wished}(?:${stems(
    `(?:envoye[rz]|renvoye[rz]|send|resend|schickt?|schicken sie|sendet|senden sie|manda|stuur|stuurt)${toMe}${it}|(?:mand|envi)(?:ad|en|a|e)(?:me|nos)${it}|(?:mandate|inviate|mandi|manda|invii)(?:mi|ci)${it}`,
  )} )`,
)
/** "Can you send somebody": it is the other one who sends. */
const politely = latePattern(
  ` (?:${stems(
    `(?:can|could|will|would) (?:you|u) (?:please |pls |kindly )?(?:send|resend)${toMe}${it}|(?:pouvez|pouriez) vous (?:svp )?(?:nous |m |me )?(?:envoyer|renvoyer)${it}|(?:k[oa]nen|konten) sie (?:bitte |mir |uns )*jemand(?:en)? (?:schicken|senden)|(?:puede[ns]?|podrian?|podeis) (?:me |nos )?(?:mandar|enviar)(?:me|nos)?${it}|(?:potete|potreste|puo) (?:mi |ci )?(?:mandar|inviar)e?(?:mi|ci)?${it}|(?:kunen|kunt|kun) (?:julie|u|je) (?:mij |ons |even )*iemand (?:sturen|langs sturen)`,
  )} )`,
)
/** "Send it again please": what went astray is asked for once more, and nothing is refused. */
const again = latePattern(
  ` (?:${[
    '(?:re)?send(?: (?:it|that|this|them|me|us|to me|over))* (?:again|once more)',
    'resend(?: (?:it|that|this|them|me|us))*(?: (?:please|pls))?',
    '(?:r?envoye[rz]|r?envoie|envoi)(?: (?:le|la|les|l|moi|nous|ca))* (?:encore une fois|a nouveau|de nouveau|une deuxieme fois)',
    '(?:schick%|senden? sie|sende|sendet)(?: (?:es|das|mir|uns|sie|ihn|bitte|doch))* (?:nochmal%|noch (?:ein)?mal|erneut|ein zweites mal)',
    '(?:mand[ae]%|envi[ae]%|reenvi[ae]%)(?: (?:me|nos|lo|la|los|las|por favor))* (?:otra vez|de nuevo)',
    '(?:ri)?(?:mand[ai]%|invi[ai]%|mandate%|inviate%)(?: (?:lo|la|li|le|per favore))* (?:di nuovo|un altra volta|ancora una volta)',
    '(?:stuur|stuurt|sturen)(?: (?:het|hem|ze|dat|mij|me|ons|maar|even|aub))* (?:opnieuw|nog eens|nog een keer|nogmaals)',
  ]
    .map(stems)
    .join('|')})(?= )`,
)
const refusals = new Set('no cease remove refuse law threat rude peace'.split(' '))

/** "No problem, send me the details": whoever asks to be sent something refuses nothing. */
export function asksToBeSent(words: readonly string[]): boolean {
  const said = withoutCourtesies(` ${words.join(' ')} `)
  const about = said.split(' ').flatMap(ideasOf)
  return (
    (asked.test(said) || politely.test(said) || again.test(said)) &&
    !about.some((idea) => refusals.has(idea))
  )
}
