// "By e-mail rather", "one a month would do", "put me back on the list": wishes that are no end.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/** Doubled letters are single, as in the words of a reply. */
const channel =
  '(?:mails?|emails?|e mails?|couriels?|courier|post|postal|poste|briefe?|brieven|letres?|leters?|whatsap|wasap|wats? ?ap|telegram|coreos?(?: electronico)?|posta(?: eletronica)?|letera|carta|mailem|emailem|maila|listem|telefonicznie|telefonisch|telephone|phone|telefon|telefono|telefone)'
const gap = '(?:(?!sms|text|mesag|nachricht|mensaj|berich)[a-z]+ ){0,4}'

const otherChannels = latePattern(
  ` (?:${[
    `(?:prefer[a-z]*|aimerais mieux|aime mieux|mieux|plutot|rather|beter|lieber|beser|eher|mejor|prefier[a-z]*|meglio|preferisc[a-z]*|piutosto|liever|melhor|prefiro|lepiej|wol[ea][a-z]*) ${gap}(?:by|via|an|a|par|en|un|une|les|des|per|als|eine?|por|al|una|tramite|con|per|op|met|em|um|na|mi)? ?${channel}`,
    `(?:by|via|par|per|por|al|alen via|nur per|solo por|solo per) ${channel} (?:instead|only|rather|plutot|de preference|uniquement|seulement|stat|anstat|en vez|invece|in plats|em vez|mejor|beser|lieber|liever)`,
    '(?:email|mail|cal|ring|phone|whatsap) (?:(?:me|us) )?(?:instead|rather)',
    `${channel}[a-z]* (?:[a-z]+ ){0,2}(?:instead of|rather than|au lieu de|plutot que|an?stat|stat|en vez de|en lugar de|invece di|invece che|in plats van|ipv|i p v) (?:[a-z]+ ){0,2}(?:sms[a-z]*|text[a-z]*|mesag[a-z]*|nachricht[a-z]*|mensaj[a-z]*|bericht[a-z]*)`,
    `(?:in zukunft|zukunftig|kunftig|ab jetzt|ab sofort|desormais|a l avenir|dorenavant|in future|in the future|from now on|en el futuro|en adelante|a partir de ahora|in futuro|d ora in poi|da ora in poi|vortan|in het vervolg|in de toekomst) (?:nur |only |solo |alen |alleen |seulement |uniquement )?(?:by|via|par|per|por|mit der|op|met|tramite|con) ${channel}`,
    '(?:mailt|schickt|schreibt) (?:mir |uns )?(?:lieber|beser) ',
  ].join('|')})(?= )`,
)

/** What the other channel is wished for instead of. */
const insteadOf =
  / (?:instead of|rather than|au lieu (?:de|d|des|du|que)|plutot que|(?:an)?stat|en (?:vez|lugar) de|invece (?:di|che|degli|dei)|in plats van|em vez de|zamiast) (?:[a-z]+ ){0,2}(?:sms[a-z]*|text[a-z]*|mesag[a-z]*|nachricht[a-z]*|mensaj[a-z]*|mesag[a-z]*|bericht[a-z]*|mensag[a-z]*)(?= )/g

/** "Please email me instead of texting": texting is not refused by itself. */
export function withoutInstead(sentence: string): string {
  return otherChannels.test(sentence.replace(insteadOf, ' instead'))
    ? sentence.replace(insteadOf, ' instead')
    : sentence
}

/** The words that ask for a letter or a call; null where a bill or an order is to come that way. */
export function otherChannelOf(sentence: string): string | null {
  const found = otherChannels.exec(sentence)?.[0].trim() ?? null
  const isOfThing = sentence.split(' ').some((word) => ideasOf(word).includes('thing'))
  return isOfThing ? null : found
}

const fewer = latePattern(
  [
    ' (?:un|une|1|2|deux|one|once|two|twice|eine?[rsn]?|einmal|uno|una|en|ens|um|uma|jeden|raz)',
    '(?: sms| mesages?| texts?| texto| nachricht| mensaje| mesagio| bericht| mensagem| vez| volta| ker| fois| time)?',
    '(?: (?:par|a|an|per|im|pro|in der|in de|al|a la|ala|por|ao|na|every))?',
    ' (?:mois|semaine|an|month|wek|year|monat|woche|jahr|mes|semana|ano|mese|setimana|mand|jar|miesiac|tydzien|tygodniu)',
    '(?: [a-z]+){0,2} (?:suf[a-z]*|serait|seria|irait|enough|do|plenty|fine|reicht?|reichen|genug|bast[a-z]*|suficiente|genoeg|volstat|chega|wystarczy)(?= )',
  ].join(''),
)
const toMany =
  /(?:^| )(?:trop|to many|so many|zu viele?|demasiad[oa]s|tropi|te vel|demais|muitas|za duzo)(?= )/

/** "Too many messages, one a month would do": fewer are wished, and no end. */
export function wishesFewer(said: string): boolean {
  return toMany.test(said) && fewer.test(said)
}

const paper =
  '(?:dni|pasaporte|documento?s?|justificante|nomina|foto|fotos|fotocopia|copia|tarjeta|pasport|pasaport|id card|photo|picture|copy|document|card|payslip|pase?port|justificatif|piece d identite|photocopie|copie|carte|ausweis|pas|kopie|foto|lohnzetel|bescheinigung|dokument|karte|carta d identita|fotocopia|tesera|documenti|busta paga|paspoort|id|rijbewijs|lonstrok|atest)'
/** "Is the identity card enough, or must I bring more?" */
const sufices = latePattern(
  ` (?:${[
    `(?:basta|bastaria|vale|sirve) (?:solo )?con (?:(?:el|la|los|las|un|una|mi|solo) )?${paper}`,
    `basta(?:no)? (?:(?:il|la|lo|l|un|una|i|le|solo|anche) )*${paper}`,
    `(?:reicht|genugt|langt) (?:(?:der|die|das|ein|eine|mein|meine|euch|ihnen|auch|da|denn) )*${paper}`,
    `sufit (?:(?:d|de|un|une|la|le|mon|ma) )*${paper}`,
    `(?:is|wil|would) (?:(?:a|the|my|an) )?${paper} (?:be )?(?:enough|do|sufice)`,
    `(?:volstat|is) (?:(?:en|een|de|het|mijn) )?${paper} (?:genoeg|voldoende)`,
  ].join('|')})(?= )`,
)

/** What would be enough is taken out: "one a month is enough" is no "enough". */
export function withoutFewer(said: string): string {
  const rest = said.replace(sufices, ' _')
  return wishesFewer(rest) ? rest.replace(fewer, ' _') : rest
}

const messages =
  '(?:(?!wait|team|guest|course|warte|atente|atesa|espera|wacht)[a-z]+ ){0,4}(?:list[a-z]*|lijst|sms[a-z]*|texts?|mesages?|ofers?|alerts?|newsleter|textos?|ofres?|pubs?|promos?|infos?|verteiler|nachrichten|angebote?|mensajes|ofertas?|avisos|mesagi|oferte|berichten|anbiedingen|mensagens|avisi|notifiche|promemoria|rapels?|alertes?|reminders?|erinerungen|herineringen|recordatorios|notificaciones|news|updates?|elenco)(?= )'
const onNumber =
  ' (?:op|an|on|to|at|sur|en|in|auf|a|su) (?:dit|deze|mijn|this|my|ce|mon|diese[a-z]*|meine[a-z]*|este|mi|questo|il mio) (?:numer[oa]?|number|telephone|portable|phone|mobile|handy|handynumer|movil|telefono|celulare|tel|mobiel)'
/** A full stop or a courtesy, or what the messages are called. */
const toThem = `(?:(?: (?:please|pls|thanks|svp|stp|merci|bite|danke|gracias|por favor|grazie|per favore|porfa|aub|alsjeblieft|hor|grag|if you (?:like|want)|i|by))*(?= [.,])|(?: (?:for|to|on|onto|dans|sur|a|aux|fur|auf|in|en|a|ala|al|nela|voor|op))? ${messages}|${onNumber}(?= [.,]))`

/** What is wished back, by its name or as "them". */
const noun =
  '(?:sms[a-z]*|[a-z]+(?:anbiedingen|berichten|nieuws|angebote|nachrichten|news|infos)|texts?|mesages?|ofers?|alerts?|newsleter|textos?|ofres?|pubs?|promos?|infos?|nachrichten|angebote?|meldungen|mensajes|ofertas?|avisos?|mesagi|oferte|berichten|anbiedingen|meldingen|avisi|notifiche|promemoria|rapels?|alertes?|reminders?|erinerungen|herineringen|recordatorios|notificaciones|news|nieuws|updates?)'
const refusedOrIf = '(?:nicht|nie|niemals|kein[a-z]*|niet|noit|gen|not|never|no|ne|pas|wen|als|if) '
const soft = `(?!${refusedOrIf})`
const named = `(?:${soft}[a-z]+ ){0,3}${noun} (?:${soft}[a-z]+ ){0,5}`

/** "I would like to receive them again": whoever wishes so speaks for himself. */
const receiveAgain = [
  '(?:voudrais|voudrions|veux bien|aimerais|aimerions|souhaite|souhaiterais|souhaiterions|souhaitons|peux|pourais|puis je|pouvons nous|est il posible de|serait il posible de) (?:bien )?(?:(?:de|a) nouveau (?:les )?recevoir|(?:les )?recevoir (?:de|a) nouveau|recomencer a (?:les )?recevoir)',
  `(?:mochte|mochten|wurde gern|wurde gerne|hate gern|hate gerne|kan ich|konte ich|darf ich|durfte ich) ${named}(?:wieder|erneut) (?:bekomen|erhalten|kriegen|haben|empfangen)`,
  `(?:(?:i|we) ?(?:d|would|wil) (?:like|love)(?: to)?|(?:could|can|may) (?:i|we)|(?:i|we) (?:want|wish) to)(?: please)? (?:start )?(?:get|geting|receive|receiving|have|hear)(?: the| your| those)?(?: them| [a-z]+ ${noun}| ${noun})(?: ${soft}[a-z]+){0,3} again`,
  '(?:quiero|queremos|queria|quisiera|quisieramos|me gustaria|nos gustaria|podria|podriamos|puedo|deseo) (?:volver a recibir(?:los|las)?|recibir(?:los|las)? (?:otra vez|de nuevo))',
  '(?:vorei|voremo|voglio|potrei|poso|mi piacerebe|desidero|desidererei) (?:(?:di nuovo|tornare a|ricominciare a) ricever(?:e|li|le)|ricever(?:e|li|le) (?:di nuovo|nuovamente))',
  `(?:mag|kan|zou|wil|wou|kunen|mogen|wilen)(?: ik| we| wij)?(?: grag| toch)* ${named}(?:wer|opnieuw) (?:krijgen|ontvangen|heben)`,
]

/** "You may write to me again": whoever is written to no more wishes it back. */
const writeAgain = [
  'wieder (?:auf|in) (?:die|den|eure|ihre) (?:liste|verteiler)(?: (?:setzen|nehmen|aufnehmen))?',
  '(?<!schon )wieder (?:schreiben|schicken|senden|anschreiben|zuschicken|benachrichtigen)',
  '(?:schreibt|schickt|sendet|schreiben sie|schicken sie|senden sie) (?:mir|uns) (?:bite |doch |gern |gerne |ruhig )*wieder',
  '(?:de|a) nouveau (?:m|nous|me) (?:ecrire|envoyer|contacter|prevenir|alerter)',
  '(?:vous pouvez|pouvez vous|vous pouriez) (?:m |nous |me )(?:ecrire|envoyer|contacter|prevenir) (?:de|a) nouveau',
  '(?<!vous )(?:recomence[rz]?|reprene[rz]|reprendre) a (?:m|me|nous) (?:envoyer|ecrire|prevenir|contacter|alerter)',
  '(?:start|resume|begin) (?:sending|texting|mesaging)(?: me| us| it| them)* again',
  '(?:start|resume|restart) (?:them|these|those|it|the (?:texts|mesages|ofers|alerts|reminders))(?: up)?(?: again)',
  '(?:you (?:can|may|could)|please|pls|fel fre to|hapy for you to) (?:start )?(?:text|texting|mesage|mesaging|write to|send|sending) (?:me|us)(?: (?!no|not|never)[a-z]+){0,2} again',
  '(?:volved|vuelvan|volver|vuelve) a (?:escribir|mandar|enviar|avisar)(?:me|nos)',
  '(?:ricominci|torn|riprend)[a-z]* (?:pure )?a (?:scriver|mandar|inviar|avisar)(?:mi|ci)',
  '(?:scrivete|mandate|inviate|avisate)(?:mi|ci) (?:pure )?(?:di nuovo|nuovamente)',
  '(?:mogen|mag|kunen|kunt|kun) (?:julie |u |je )?(?:me|mij|ons) (?:toch |gerust |best |mar )*wer (?:berichten |sms jes |smsjes )?(?:sturen|schrijven|berichten|smsen)',
  '(?:stuur|stuurt|schrijf) (?:me|mij|ons) (?:aub |toch |mar |gerust |grag )*(?:wer|opnieuw)',
  `(?:konten|kont|konen|wurdet|wurden) (?:ihr |sie )?(?:mir|uns) ${named}(?:wieder|erneut) (?:schicken|senden|zuschicken|schreiben)`,
]

/** Whoever says under which condition they write again speaks of no wish. */
const backAgain = latePattern(
  `(?<! (?:not|don t|dont|never|did|didn t|(?<!(?:could|can|wil|would) )you|u|who|why|they|nicht|nie|warum|wie|ne|pas|no|non|niet|wen|fals|if|si|se|als|schon) (?:[a-z]+ ){0,3})(?<= )(?:${[
    '(?:sign|put|opt|pop|stick|get|add) (?:me|us) back (?:up|on|in|onto|to)',
    '(?:put|ad|stick) my (?:number|name|details) back(?: on| in| onto| to)?',
    '(?:remetez|rajoutez|remetre) (?:mon|mes) (?:numero|nom|num|portable|cordones)(?: a nouveau| de nouveau)?',
    '(?:setzt|nehmt|setzen sie|nehmen sie|tragt) meine? (?:numer|handynumer|namen) (?:bite )?wieder',
    '(?:poned|pongan|ponga|pon|meted|metan|incluid|incluyan|anadid|anadan|apuntad|apunten) (?:mi|el) (?:numero|movil|nombre|telefono|contacto) (?:otra vez|de nuevo)',
    '(?:rimetete|reinserite|rimeti|riagiungete) (?:il )?mio (?:numero|nome|contato|celulare)',
    '(?:zet|schrijf|plats) (?:mijn|mn|m n) (?:numer|nr|nam|gsm) (?:aub |mar |toch )*(?:wer|opnieuw|terug)(?: op| in)?',
    '(?:sign|signing) (?:back up|up again|myself up again)',
    '(?:remetez|rajoutez|reinscrivez|reabonez|remetre) (?:moi|nous)',
    '(?:can|could|may) (?:i|we) (?:please |pls )?(?:go|get|be|come) back (?:on|onto|to|in)',
    '(?:me|nous) (?:remetre|rajouter|reinscrire|reaboner)',
    '(?:can|could|would|wil|please) (?:you )?(?:please )?(?:put|add|sign|opt) (?:me|us) back',
    '(?:konten|kont|konen|kan|konte|wurdet|wurden|bite) (?:[a-z]+ ){0,2}(?:mich|uns) (?:bite |gern |gerne |doch )*(?:wieder|erneut) (?:reinehmen|aufnehmen|eintragen|anmelden|hinzufugen|reinsetzen)',
    '(?:potete|puo|potreste|puoi|posono) (?:rimet|riscriv|reinser|reiscriv|riagiung)[a-z]+(?:mi|ci)',
    'alta (?:otra vez|de nuevo)',
    '(?:mi|ci) (?:potete|puo|potreste|puoi|posono) (?:rimet|riscriv|reinser|reiscriv|riagiung)[a-z]+',
    '(?:kunen|kunt|kun|kan|wilen|wilt|wil) (?:julie |u |je )?(?:me|mij|ons) (?:aub |toch |dan |grag )*(?:wer|opnieuw) (?:toevoegen|opnemen|anmelden|inschrijven|op de lijst zeten)',
    '(?:activez|activate|aktivier[a-z]*|activad|activen|ativate|activer|reactivez|reactiver|retablisez|reactivate|reaktivier[a-z]*|reactivad|reactiven|reactivar|riativ(?:ate|a|i)(?:mi|ci)?(?: pure)?|riativare|heractiver[a-z]*)',
    '(?:mich|uns) (?:bite |gern |gerne |doch )*(?:wieder|erneut)(?= (?:in|auf) (?:den|die|eure[a-z]*|ihre[a-z]*) )',
    'me (?:vol[a-z]+|(?:podeis|puedes|pueden|podrias|podriais|podrian) volver) a (?:apuntar|suscribir|inscribir|incluir|poner|meter|anadir|dar de alta)',
    '(?:mi|ci) (?:rimet|riscriv|reinser|reiscriv|riagiung)[a-z]+',
    '(?:bite|mich|uns) (?:gern |gerne |doch )?(?:wieder|erneut) (?:anmelden|eintragen|aufnehmen)',
    `(?:bite|mich|uns) (?:mich |uns )?(?:wieder|erneut) (?:fur|bei|zu) (?:[a-z]+ ){0,2}${noun} (?:[a-z]+ ){0,2}(?:anmelden|eintragen|aufnehmen)`,
    'bite (?:mir |uns )?(?:wieder|erneut) (?:[a-z]+ ){1,5}(?:per|als|aufs) (?:sms|handy|nachricht) (?:schicken|senden)',
    '(?:volved|vuelvan|volver|vuelvo) a (?:apuntarme|suscribirme|inscribirme|incluirme|darme de alta)',
    '(?:apuntarme|suscribirme|inscribirme|darme de alta) (?:otra vez|de nuevo)',
    '(?:apuntadme|apuntenme|ponedme) (?:otra vez|de nuevo)',
    '(?:rimetetemi|riscrivetemi|reinseritemi|riscrivermi|reiscrivermi|mi riscrivo|iscrivermi di nuovo)',
    '(?:zet|schrijf|meld) (?:me|mij|ons) (?:er |aub |toch |mar |dan |grag |gewon |gerust )*(?:wer|opnieuw|terug)(?: (?:op|in|an))?',
    '(?:wer|opnieuw) (?:anmelden|inschrijven|aboneren)',
    ...writeAgain,
    ...receiveAgain,
  ].join('|')})${toThem}`,
)

/** Whoever left and asks to be put back; a place in a team or in a queue is another thing. */
export function wishedBack(said: string): string | null {
  return backAgain.exec(said)?.[0].trim() ?? null
}

const slip = stems(
  '(?:par (?:erreur|megarde|inadvertance|accident)|sans (?:faire expres|l avoir voulu|(?:le )?vouloir)|(?:by|in|per) (?:mistake|accident|error)|accidentall?y|mistakenly|(?:aus|aus ?) ?versehen|versehentlich|unabsichtlich|ungewollt|sin querer|por (?:error|equivocacion|despiste)|per (?:sbaglio|errore)|senza voler(?:e|lo)|involontariamente|per (?:ongeluk|vergissing|abuis)|vertippt|verdruckt|vertypt|verklikt|sem querer|por engano|przez pomylke|niechcacy)',
)
const told = stems(
  '(?:envoye|fait|repondu|tape|mis|ecrit|dit|clique|appuye|sent|texted|replied|pressed|typed|hit|put|said|wrote|clicked|geschickt|gesendet|geschrieben|getippt|gedruckt|geantwortet|envie|mande|puse|escribi|respondi|pulse|di|dado|mandato|inviato|scritto|risposto|premuto|gestuurd|verstuurd|getypt|gedrukt|gezegd|geantwoord|enviei|mandei|wyslalem|wyslalam)',
)
/** Who left by a slip says so in the past: "unsubscribe me, you signed me up by mistake" does not. */
const left = stems(
  '(?:(?:des|dez)(?:abonn|inscri)(?:e|es|ee|ees|t|ts|te|tes)|resilie|tout (?:coupe|annule|supprime)|unsubscribed|opted out|cancelled|stopped (?:them|it|these|those|the texts|the messages)|abgemeldet|abbestellt|gekundigt|ausgetragen|desapuntado|desapunte|de baja|a baja|disdetto|disiscritt[oa]|cancellat[oa]|disattivat[oi]|afgemeld|uitgeschreven|opgezegd|gestopt|borre|borrado|elimine|eliminado|efface|supprime|deleted|geloscht|eliminato|verwijderd|gewist|(?:bloque|blocked|bloccato|bloqueado|bloquee) (?:votre|your|the|this|il|il vostro|vuestro|su|ton) (?:numero|number)|blocked you|nummer (?:geblokkeerd|blockiert))',
)
const stopWord =
  '(?:un |le |the |a |das |el |lo |de |die |het |la )?(?:stop|baja|unsubscribe|desabo)'
const byMistake = latePattern(
  ` (?:${[
    `${told} (?:[a-z]+ )?${stopWord} (?:[a-z]+ )?${slip}`,
    `${told} ${slip} ${stopWord}`,
    `${slip} (?:[a-z]+ ){0,2}${stopWord}(?: ${told})?`,
    `${stopWord} ${slip} ${told}`,
    `${stopWord} ${told} ${slip}`,
    `stop (?:[a-z]+ )?(?:war|was|etait|era|is) (?:[a-z]+ )?(?:${slip}|ein versehen|ein irtum|a mistake|an acident|une ereur|un eror|un erore|een vergising)`,
    `${left} (?:[a-z]+ ){0,2}${slip}`,
    `${slip} (?:[a-z]+ ){0,2}${left}`,
  ].join('|')})(?= )`,
  'g',
)

const deletedIt = latePattern(
  ` (?:${stems(
    [
      '(?:j ai|on a|nous avons) (?:[a-z]+ ){0,2}(?:efface|suprimez|supprime|jete) (?:le|la|les|votre|vos|l ancien|ce) (?:dernier )?(?:sms|message|mail|texto)s?',
      '(?:habe?|haben) (?:ich |wir )?(?:[a-z]+ ){0,2}(?:die|den|eure|ihre|das) (?:letzte )?(?:sms|nachricht|mail) (?:[a-z]+ ){0,2}(?:geloscht|weggeworfen)',
      '(?:he|hemos) (?:borrado|eliminado) (?:el|la|vuestro|su|los) (?:mensaje|sms|correo)',
      '(?:borre|elimine) (?:el|la|vuestro|su|los) (?:mensaje|sms|correo)',
      '(?:ho|abbiamo) (?:cancellato|eliminato|buttato) (?:il|l|la|lo) (?:vostro |vostra |tuo |suo )?(?:messaggio|sms|mail)(?: per (?:sbaglio|errore))?',
      '(?:heb|hebben) (?:ik |we )?(?:[a-z]+ ){0,2}(?:het|de|jullie|uw|dat) (?:bericht%|sms%|mail) (?:[a-z]+ ){0,2}(?:verwijderd|gewist|weggegooid)',
      '(?:i|we)(?: ve| have)? (?:[a-z]+ )?(?:deleted|lost|erased) (?:the|your|that) (?:text|message|sms|email)',
    ].join('|'),
  )})(?= )`,
)
const asksWhat =
  / (?:c est quoi|quoi|quel[a-z]*|a quele heure|combien|coment|pouvez vous|what|when|where|which|how much|can you|could you|was|wan|wo|wie|welche[a-z]*|konen sie|kont ihr|konten sie|cual|que|cuando|donde|cuanto|podeis|puede|qual[ei]?|quando|dove|cosa|che (?:ora|giorno|data)|a che ora|quanto|potete|wat|waneer|war|hoe|welke?|kunen julie|kunt u|again|nochmal|noch mal|otra vez|di nuovo|opnieuw|nog en ker) /

/** "What was the code again? I have deleted the text": it is told, and something is asked. */
export function withoutDeleted(said: string): string {
  const rest = said.replace(deletedIt, ' _')
  return rest !== said && asksWhat.test(rest) ? rest : said
}

const anySlip = latePattern(
  ` (?:${slip}|versehen|irtum|mistake|acident|ereur|eror|erore|vergising)(?= )`,
)

/** "I sent stop by mistake": it is taken back, and no stop. */
export function withoutSlip(said: string): string {
  return anySlip.test(said) ? said.replace(byMistake, ' _') : said
}

/** Who left is told of oneself, as it was: "I had opted out of them in May". */
const wasMe = stems(
  '(?:(?:je |on )?(?:me |m |s )?(?:suis|etais|avais|ai)|j (?:ai|avais)|(?:ich |wir )?(?:hatten?|haben?|bin|war)|(?:i|we)(?: have| had| ve| d)?|had|(?:me |nos )(?:di|dimos|dieron|he|habia|hemos)|me(?= (?:borre|desapunte) )|di|puse|envie|mande|pedi|solicite|(?:mi |ci )?(?:ero|sono|eravamo|siamo|avevo|ho|avevamo|abbiamo)|(?:ik |we |wij )?(?:had|hadden|heb|hebben|was|waren|ben))',
)
const andThen = '(?:y|et|and|und|en|e|mais|but|aber|pero|ma|maar|mar|because|parce|weil)'
const leftBefore = latePattern(
  ` ${wasMe} (?:(?!${andThen} |${refusedOrIf})[a-z]+ ){0,4}?(?:${left}|(?:${told} )?${stopWord}(?: ${told})?)(?: (?!${andThen} )[a-z0-9]+)*`,
  'g',
)
/** "I get your offers no more, could you put me back?" */
const comesNoMore = latePattern(
  ` (?:${stems(
    [
      '(?:kriege?|bekomme?|erhalte|kriegen|bekommen|erhalten) (?:ich |wir )?(?:[a-z]+ ){0,5}?(?:nicht|nichts|keine?n? [a-z]+) mehr',
      '(?:krijg|ontvang|krijgen|ontvangen) (?:ik |wij |we )?(?:[a-z]+ ){0,5}?(?:niet|niets|niks|geen [a-z]+) meer',
      '(?:je |on )?(?:ne |n )?(?:recois|recevons|recoit) plus (?:(?:rien|vos|votre|les|la|le|de|d) ){0,2}(?:[a-z]+)?',
      '(?:i |we )?(?:no longer get|no longer receive|am not getting|m not getting|stopped getting|don t get|don t receive) (?:[a-z]+ ){0,4}?(?:any ?more|now|texts?|messages?|offers?|alerts?)',
      'ya no (?:recibo|recibimos|me llegan?|nos llegan?)(?: (?:los|las|el|la|nada|vuestr[oa]s?|sus?))*(?: [a-z]+)?',
      'non (?:ricevo|riceviamo|mi arriva(?:no)?|ci arriva(?:no)?) piu(?: (?:i|le|gli|la|il|nulla|niente|vostr[ieao]))*(?: [a-z]+)?',
    ].join('|'),
  )})(?= )`,
  'g',
)
/** Whoever is written to though they left complains of it. */
const complains = latePattern(
  stems(
    ' (?:trotzdem|dennoch|schon wieder|toch weer|alweer|still|yet|anyway|pourtant|quand meme|sin embargo|aun asi|igualmente|eppure|lo stesso|nonostante|y me vol[a-z]+|e mi (?:scriv|mand|rimett)[a-z]+)(?= )',
  ),
)

/**
 * What asks for messages again is no word of an end, though "stop" and "sent" stand in it, and
 * neither is the stop of the past that is told beside it.
 */
export function withoutBack(said: string): string {
  const rest = said.replace(backAgain, ' _')
  return rest === said || complains.test(said)
    ? rest
    : rest.replace(leftBefore, ' _').replace(comesNoMore, ' _')
}

const notUnderstood = latePattern(
  ` (?:${[
    '(?:don t|dont|do not|can t|cant|didn t|didnt) (?:[a-z]+ )?(?:understand|get (?:it|this|what)|folow|know (?:what|how|where))',
    '(?:comprend|compren|pige|capte)[a-z]* (?:[a-z]+ )?(?:rien|pas|plus)',
    '(?:versteh|kapier|check|blick|peil)[a-z]* (?:[a-z]+ ){0,4}(?:nicht|nichts|nix|kein[a-z]*)',
    'no (?:lo |me |se )*(?:entiendo|comprendo|entero)',
    'non (?:ci |lo |la )*(?:capisco|ho capito|sto capendo)',
    '(?:snap|begrijp)[a-z]* (?:[a-z]+ ){0,4}(?:niks|niets|niet|geen)',
  ].join('|')})(?= )`,
)
const askedForHelp =
  / (?:help|helping|hilfe|helft|helfen|aide|aider|aidez|ayuda[a-z]*|ayude[a-z]*|aiuto|aiutare|aiutate[a-z]*|aiutarmi|aiutami|hulp|helpen)(?= )/

/** "I don't understand this, can you help": help, however it is said. */
export function lost(said: string): string | null {
  const help = askedForHelp.exec(said)?.[0].trim() ?? null
  return notUnderstood.test(said) ? help : null
}
