// What the title of a column of consent, or of its refusal, is about: SMS, or something else.

const sms = /sms|\b(?:textos?|mms|texts|texting|text (?:messages?|marketing|ok)|can text)\b/
const otherChannels =
  /\w*mail\w*|news ?letter|nieuwsbrief|boletin|courrier|courriel|\bcorreo|\b(?:post(?:e|al\w*)?|brief|posta|npai)\b|whats ?app|telegram|viber|messenger|facebook|instagram|\b(?:rcs|push|fax|voice|vocal\w*|voix|bloctel|tps|dnc|liste rouge)\b|\b(?:appel|call|anruf|llamada|llamar|chiamat|chiamar|bell(?:en)?\b|telephon|telefon|phone|tel\b)\w*/
/** Where SMS is named too, the other thing comes first: "Opt-in partenaires SMS" is theirs. */
const others = /\b(?:partenair|partner|tiers\b|third part|terceros|terzi|derden|dritte|affiliat)\w*/
const otherThings =
  /\b(?:images?|imagen|immagine|photos?|foto\w*|bild\w*|beeld\w*|films?|video\w*|medias?)\b|\b(?:soins?|care|medical\w*|medic[oa]\w*|treatment|behandlung\w*|vaccin\w*|sante|health|chirurg\w*|operat\w*|hospital\w*|urgences?|anesthes\w*)\b|\b(?:parent\w*|pere|mere|tut(?:eur|rice|or)\w*|elter\w*|genitor\w*|ouder\w*|padres|guardian|erziehung\w*)\b|\b(?:cg[uv]s?|conditions?|terms?|agb|condizioni|condiciones|voorwaarden|reglement\w*|regolamento|charte|statuts|politique|policy|privacy|confidentialite|datenschutz\w*|informativa|cookies?|traitement|trattamento|tratamiento|processing)\b|\b(?:prelevement\w*|sepa|mandat\w*|paiement|payment|lastschrift\w*|debit|devis|quote|commande|order|sortie\w*|transport\w*|baignade|excursion\w*|trips?|ausflug\w*|voyage\w*|activit\w*)\b/

/**
 * Words as `headerWords` gives them. A title that names no channel and no thing is about SMS here.
 */
export function isAboutSms(words: string): boolean {
  if (others.test(words)) return false
  return sms.test(words) || !(otherChannels.test(words) || otherThings.test(words))
}

export const namesSms = (words: string): boolean => sms.test(words)

const giving =
  /\b(?:opt ?in|consen[st]\w*|consenti\w*|accord\w*|accept\w*|akzept\w*|inscri\w*|iscri\w*|suscri\w*|subscri\w*|sign ?up\w*|anmeld\w*|aanmeld\w*|einwillig\w*|zustimm\w*|toestem\w*|alta|adhesi\w*|recueil\w*|agreed?|given|creat\w*|cree\w*|angelegt|aangemaakt|join\w*|regist\w*|enregistr\w*|erfasst)\b/

/** "Date opt-in" is the day of a yes, whatever became of it; that of a "Date" may be of a no. */
export const mayDateNo = (words: string): boolean => !giving.test(words)
