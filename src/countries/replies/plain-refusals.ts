// "I'm blocking you", "go and bother someone else", "not now, not ever": ends that no word of the
// messages names, in six languages.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { waysToLeave } from './ways-to-leave.ts'

const bye =
  '(?: (?:bye|adieu|ciao|adios|tschuss|tschau|servus|doei|dag|salut|au revoir|hasta nunca|addio|now|jetzt|maintenant|ya|ora|nu|merci|thanks|danke|gracias|grazie|bedankt|svp|aub|bitte|please))*'
const end = `${bye} \\.`
const ofNumber =
  '(?:number|numero|num|nummer|sender|absender|expediteur|contact|kontakt|contatto|contacto|afzender|remitente|mittente)'
const adverts =
  '(?:reklame|werbung|werbezwecke|marketing|ads|adverts|advertising|promo[a-z]*|pubs?|publicite|publicidad|pubblicita|reclame|spam)'
const notInterested =
  '(?:[a-z]*interes[a-z]*|[a-z]*intres[a-z]*|non merci|no thanks?|no thank you|(?:nein|na) danke|no gracias|no grazie|nee (?:dank|bedankt)[a-z]*)'

/** Who writes cannot write any more, or is told so. */
const blocked = [
  '(?:vous etes|t es|tu es|you re|you are|ur|u r|ihr seid|estais|estan|siete|sei|jullie zijn|je bent|u bent) (?:now |maintenant |jetzt |ya |ora |nu |all )*(?:bloquee?s?|blocked|blockiert|gesperrt|bloquead[oa]s?|bloccat[oi]|geblokkeerd)(?! (?:in|by|par|door|von|dal|dalla|por) )',
  '(?:je|on) (?:vous|te) (?:bloque|ai bloque[es]*|a bloque[es]*|vais bloquer)(?! (?:le|la|les|un|une|deux|du|des|un jour) )',
  `(?:je |j ai |on )(?:bloque|vais bloquer|ai bloque) (?:ce|le|votre|ton) ${ofNumber}`,
  '(?<! (?:not|don t|dont|never|why|did|has|acidentally|still|you|u|they|being) )(?:blocking|blocked|i block|i ll block|gonna block|going to block) (?:you|u|ya|yous|ye|yas)(?! (?:in|a|the|out) )',
  `(?<! (?:not|don t|dont|never|why) )(?:blocking|i ll block|going to block|gonna block) (?:this|the|your) ${ofNumber}`,
  '(?:ich )?(?:blockier|blockiere|sperr|sperre) (?:ich )?(?:jetzt )?(?:euch|eich|sie|dich)(?! (?:die|den|das|einen?) )',
  `(?:blockier|blockiere|sperr|sperre) (?:ich )?(?:die|diese|eure|ihre|den) ${ofNumber}`,
  '(?:hab|habe|haben) (?:ich |wir )?(?:euch|eich|sie|dich|eure nummer|ihre nummer) (?:jetzt |grad |hiermit |schon )*(?:gesperrt|blockiert)',
  '(?:spam|werbung|absender|ihr) (?:[a-z]+ )?(?:wird|werdet|seid) (?:jetzt |hiermit |sofort )*(?:blockiert|gesperrt)',
  '(?:os|te|les) (?:bloqueo|bloqueamos|voy a bloquear|vamos a bloquear|acabo de bloquear|he bloqueado)(?! (?:el|la|los|las|una?) )',
  `bloqueo (?:el|este|vuestro|su) ${ofNumber}`,
  '(?:vi|ti) (?:blocco|blocchiamo|sto bloccando|ho bloccat[oi]|bloccher[oa])(?! (?:il|la|un|una|i) )',
  `(?:blocco|ho bloccato) (?:il|questo|il vostro) ${ofNumber}`,
  '(?:ik )?(?:ga|zal|moet) (?:ik )?(?:jullie|u|je) (?:nu |dan |maar )*blokkeren',
  '(?:ik )?(?:blokkeer) (?:ik )?(?:jullie|u|je)(?! (?:de|het|een) )',
  '(?:ik heb|heb ik|(?<=[.] )heb|we hebben|wij hebben) (?:jullie|u|je) (?:nu |al )*geblokkeerd',
  `(?<=[.] (?:spam )?)(?:bloquee?|bloques|blocked|blockiert|gesperrt|bloquead[oa]s?|bloccat[oi]|geblokkeerd)(?: (?:et|and|und|y|e|en) (?:signale|reported|deleted|gemeldet|reportad[oa]s?|segnalat[oi]|cancellat[oi]|gemeld|supprime)[a-z]*)?(?: (?:come|comme|as|als|como) spam)?${end}`,
]

/** For all time, and not for once. */
const forGood = [
  `${notInterested}(?: [a-z]+){0,4}(?: \\.)? (?:not|nu niet|nicht|weder|pas|ni|ne|n|and|auch|ok|ook|en|y|e|et|ni) (?:[a-z]+ ){0,3}(?:ever|never|nooit|noit|demain|domani|manana|luego|plus tard|nunca|despues|mai|dopo|in zukunft|kunftig|spater|in de toekomst|volgende (?:week|maand)|tomorrow|morgen)(?: (?:nicht|niet))?`,
  `${notInterested}(?: [a-z]+){0,3}(?: \\.)? (?:and |et |und |y |e |en )?(?:n )?(?:non insist[a-z]+|no insist[a-z]+|insiste[rz]? pas|nicht (?:weiter )?(?:nachfragen|versuchen)|dring niet (?:verder )?aan|(?:don t|dont) (?:ask|try) again|stop asking)`,
  '(?:non|nn|n) (?:mi |ci )?interessa (?:nulla|niente) (?:di|da) (?:voi|quello|quanto)',
  'no (?:me |nos )?interesa nada (?:vuestro|suyo|de (?:vosotros|ustedes|lo que))',
  'rien de (?:chez )?vous (?:ne )?m interesse|nichts von (?:euch|ihnen) interessiert|niks van jullie interesseert|nothing (?:from you|you (?:have|sell|send)) interests',
  '(?<=[.] )(?:ne|no|non|nein|nee) (?:\\. )?(?:niet meer|nicht mehr|plus jamais|no more|not any ?more|no mas|non piu|nunca mas|mai piu|nooit meer) \\.',
  '(?:non c est non|no es no|no means no|no significa no|nein hei(?:ss|s)t nein|nein ist nein|nee is nee|no vuol dire no|no e no)',
  `(?<=[.] )(?:publi|${adverts}) (?:no|non|nein|nee|nein danke|no gracias|no thanks|non merci|no grazie|nee bedankt|nee dank je)${end}`,
  `spam (?:\\. )?(?:wegwezen|opzouten|oprotten|raus|weg damit|fuera|largo|out|dehors|degage[rz]?|via|get lost|go away|sparite)${end}`,
  '(?:tot nooit meer|auf nimmerwiedersehen|hasta nunca|addio per sempre|see you never|a mai piu|adieu pour toujours)',
  '(?:count me out|no cuent(?:en|eis) (?:mas )?conmigo|ne comptez plus sur (?:moi|nous)|rechnet nicht mehr mit (?:mir|uns)|reken niet meer op (?:mij|ons)|non contate piu su di (?:me|noi)) (?:[a-z]+ ){0,3}(?:for good|forever|permanently|mas|nunca|pour toujours|definitivement|voorgoed|per sempre|paso|passo|done)',
  `(?<=[.] )(?:no (?:continuar|seguir)|non continuare|ne pas continuer|nicht fort(?:setzen|fuhren)|niet (?:doorgaan|verdergaan))${end}`,
  'no cuent(?:en|eis) mas conmigo|ne comptez plus sur (?:moi|nous)|rechnet nicht mehr mit (?:mir|uns)|reken niet meer op (?:mij|ons)|non contate piu su di (?:me|noi)',
]

/** "I have sent STOP three times": the word, said again and again. */
const oftenWord = '(?:le mot |the word |das wort |la palabra )?(?:stop|baja|unsubscribe|desabo)'
const often =
  '(?:[a-z]+ ){0,2}?(?:\\d+ ?(?:x|fois|times|mal|veces|volte|keer)|(?:deux|trois|quatre|dix|plusieurs) fois|twice|(?:three|four|several|many) times|(?:zwei|drei|vier|zehn|mehr|x)mal|mehrmals|(?:dos|tres|cuatro|varias|mil) veces|(?:due|tre|quattro|piu|mille) volte|(?:twee|drie|vier|meerdere) keer)'
/** Said of oneself: a teacher may say stop twice. */
const saidSoOften = [
  `(?:i|i ve|we|we ve) (?:have |already |even )*(?:sent|said|texted|typed|replied|put) ${oftenWord} ${often}`,
  `(?:j ai|on a|nous avons) (?:deja |bien )*(?:ecrit|envoye|mis|repondu|tape|dit) ${oftenWord} ${often}`,
  `(?:ho|abbiamo) (?:gia )?(?:scritto|mandato|inviato|risposto|detto) ${oftenWord} ${often}`,
  `(?:he|hemos|os he|ya he) (?:ya )?(?:puesto|escrito|mandado|enviado|dicho|respondido) ${oftenWord} ${often}`,
  `(?:ich|wir) (?:habe |hab |haben )?(?:schon |bereits )*${often} ${oftenWord} (?:geschrieben|geschickt|gesendet|gesagt)`,
  `(?:ich|wir) (?:habe |hab |haben )(?:schon |bereits )*${oftenWord} ${often} (?:geschrieben|geschickt|gesendet|gesagt)`,
  `(?:ik|wij|we) (?:heb |hebben )?(?:al |reeds )*${often} ${oftenWord} (?:gestuurd|getypt|gezegd)`,
  `(?<=[.] )(?:already |deja |gia |ya |al |schon )*(?:sent|said|texted|typed|replied|ecrit|envoye|repondu|scritto|mandato|inviato|risposto|puesto|escrito|mandado|enviado) ${oftenWord} ${often}`,
]

const patternsOf = (sources: readonly string[]) =>
  sources.map((source) => latePattern(` (?:${stems(source)})(?= )`))
const oftenSaid = patternsOf(saidSoOften)
/** Whoever tells how often they have said the word refuses no thing with it. */
export const hasSaidSoOften = (said: string): boolean => oftenSaid.some((one) => one.test(said))

/** Go away, and write to others. */
const leaveMe = [
  '(?:ga|gaat|val|spam|bel) (?:aub |alsjeblieft |maar |liever |dan )*(?:iemand|mensen) anders (?:maar )?(?:lastig ?vallen|spammen|pesten|irriteren|vervelen|lastig)',
  '(?:go )?(?:and )?(?:bother|annoy|pester|harass|spam|text|bug) (?:some|any)(?:one|body) else',
  '(?:allez |aller |va )?(?:embeter|emmerder|spammer|harceler|deranger|casser les pieds a|spammez|embetez|emmerdez|harcelez) (?:quelqu un d|d) autres?',
  '(?:belastigt|nervt|belastigen sie|nerven sie|stort|spammt) (?:bitte |doch |lieber )*(?:jemand|jemanden|wen) ander(?:en|s|n|es)?',
  '(?:moleste[ns]?|molestad|fastidiad|fastidien|spamead|id a molestar|vayan a molestar) a (?:otr[oa]s?|otra (?:persona|gente))',
  '(?:disturbate|scocciate|spammate|rompete|andate a (?:disturbare|rompere|scocciare)) (?:le scatole a )?(?:qualcun|qualche) altro',
  '(?<=[.] )(?:please |just )*let me be(?: (?:please|now|in peace))?(?= )',
  '(?:lass?t|lassen sie) mich(?: (?:bitte|einfach|endlich|doch|jetzt))* \\.',
  '(?:nervt|nerven|spam|werbung|berechtigung|schreiben|zeug) (?:[a-z]+ ){0,2}(?:\\. )?(?:lass?t|lassen sie) (?:es|das)(?: (?:bitte|einfach|endlich|doch|jetzt|sein|bleiben))* \\.',
  '(?:gib|gebt|gebts|gebns) (?:ma|mir|uns) (?:a |endlich |doch |mei )*(?:rua|rue|ruah|ruhe)(?! (?:zum|fur|und) )',
  '(?:hob|hab|habe|haben|han) (?:i |ich |wir )?(?:echt |jetzt |langsam |wirklich )*(?:gnua|gnug|genug) (?:von|vo) (?:eich|euch|ihnen|eana)',
  '(?:heb|hebben) (?:ik |we |wij )?er (?:nu |echt |onderhand )*(?:schoon |meer dan )?genoeg van',
  '(?:have|ve|had) (?:had )?enough of (?:you|u|you lot|you people|this nonsense)(?= )',
  '(?:j en ai|on en a) assez de (?:vous|toi)(?= )',
  'ne ho abbastanza di (?:voi|te)',
  '(?:i|ich|mir|wir) (?:wu|wui|wil|mog|mag|moch|will) (?:des|dos|dees|das) (?:echt |alles )*(?:ned|net|nit|nimmer|nicht) (?:mehr|mer|nimmer)',
  '(?:kappe|kapt|kappen) (?:nou|nu|eens|er ?mee|daarmee|toch)(?: (?:nou|nu|eens|mee|toch|jong|man|zeg))*(?= )',
  '(?:stopt|stop|kapt|kap) (?:er|daar|hier|da) (?:nu |nou |eens |toch |maar |effe |even )*mee(?= )',
  'c(?:ri|ali)ss(?:ez|e) (?:moi|nous) (?:la )?(?:patience|paix)',
  '(?:perdez|perdete|dimenticate|scordate|scordatevi|dimenticatevi|perded|olvidad|olviden|olvidaos de|vergesst|verliert|verlies|vergeet|oubliez|forget|lose) (?:di )?(?:this|my|ce|mon|questo|il mio|este|mi|meine|diese|dit|mijn|sto) (?:number|numero|num|nummer|contact)',
  'li?va(?:timi|temi) (?:di|da) (?:[a-z]+ )?(?:ddocu|qui|qua|cca|li|lista|elenco)',
  '(?:se (?:mi |ci )?(?:costano|costa) (?:[a-z]+ )?)?non (?:li|le) voglio (?:levate|togliete|eliminate|cancellate|disattivate)(?:li|le|mi)',
  '(?:non|nn) (?:ho|abbiamo) (?:soldi|interesse) (?:[a-z]+ ){0,4}(?:e )?inutile (?:che |insistere)?',
  '(?:e inutile che|inutile che) (?:mi |ci )?(?:scriv|mand|insist|invi)[a-z]+',
  'es inutil que (?:me |nos )?(?:escrib|mand|insist|envi)[a-z]+',
  '(?:zwecklos|sinnlos|bringt nichts) (?:[a-z]+ ){0,2}(?:zu schreiben|zu schicken|weiter)',
  '(?:no|little) (?:point|use) (?:in )?(?:you )?(?:texting|messaging|writing to|sending) (?:me|us|this|these)',
  '(?:heeft )?(?:geen zin|zinloos) (?:om )?(?:me |mij |ons )(?:nog )?(?:te )?(?:schrijven|sturen|berichten|sms en|smsen)',
  '(?:paso|pasamos) (?:ya )?de (?:(?:recibir|vuestr[a-z]+|sus|estos|estas) ?[a-z]*|vosotros|esto|ustedes)(?= )',
  '(?:eure|ihre|deine) [a-z]+ (?:kont|konnt|konnen|kannst|kannt) (?:ihr |sie |du )?(?:euch|sich|dir) (?:[a-z]+ )?(?:hin ?stecken|stecken|schieben|behalten|schenken|sparen)',
  '(?:erspart|spart|ersparen sie|sparen sie|erspar) (?:mir|uns) (?:das|dies|sowas|solche|eure|ihre|den|die)(?= )',
  '(?:epargnez|epargne) (?:moi|nous) (?:ca|cela|vos|ces|tout ca)|(?<! (?:to|d) )spare (?:me|us) (?:this|these|your|the (?:texts|messages|offers))|ahorr(?:aos|adme|enme|adnos|ense) (?:esto|vuestr[a-z]+|los|las)|risparmiate(?:mi|ci|vi) (?:questi|questo|questa|le vostre|i vostri|sti)|bespaar (?:me|mij|ons) dit',
]

/** Off what one is in, or out of their books. */
const outOf = [
  '(?:veux|voudrais|souhaite|aimerais) (?:bien )?(?:sortir|quitter|partir) (?:du|de ce|de cette|de la|de votre|le|ce|cette|votre) (?:groupe|conversation|discussion|boucle|canal|chaine)(?! (?:de|d|du) )',
  '(?:comment (?:je |on )?(?:sors|sort|quitte)|comment (?:sortir|quitter|partir)) (?:de |du |d )*(?:cette |ce |le |la |votre )*(?:groupe|conversation|discussion|boucle|canal|chaine)(?! (?:de|d|du) )',
  '(?:want|like|how do i|how to|can i) (?:to )?(?:leave|get out of|get off|exit) (?:this|the|your) (?:group|conversation|thread|chat|channel)(?! (?:session|lesson|class) )',
  '(?:will|mochte|wie komme? ich|kann ich) (?:[a-z]+ )?aus (?:der|dieser|eurer) (?:gruppe|unterhaltung) (?:raus|heraus|austreten)?',
  '(?:quiero|como|puedo) (?:me )?(?:salir|salirme|salgo) (?:de |del )(?:este |vuestro )?(?:grupo|chat|canal|lista)(?! de )',
  '(?:voglio|come|posso|vorrei) (?:uscire|esco|si esce) (?:da |dal )(?:questo |vostro )?(?:gruppo|chat|canale|lista)(?! di )',
  '(?:wil|hoe|kan|mag) (?:ik )?(?:graag )?(?:uit|kom ik uit|stap ik uit) (?:de|deze|jullie|die) (?:groep|chat|app ?groep)(?! van )',
  '(?:yo )?me (?:bajo|salgo|borro|quito) de (?:esto|aqui|la lista|este (?:grupo|canal)|esta lista)',
  '(?:wil|wou|moet|mag) (?:ik )?(?:der|er|d r) (?:van ?af|af|uit|van onder)(?= )',
  '(?<=[.] )(?:eraf|eruit) (?:nu|aub|alsjeblieft|graag|ermee|met (?:mij|me|ons)|direct|meteen)(?= )',
  '(?:wis|verwijder|schrap|delete|erase|remove|wipe|destroy|effacez|supprimez|effacer|supprimer|loscht|loschen sie|losche|vernichtet|borrad|borren|eliminad|eliminen|cancellate|eliminate|distruggete) (?:aub |please |bitte )*(?:alles|everything|all|anything|tout|todo|tutto)(?: (?:ce|lo|quello|was|wat|that|which|the (?:data|info)))*(?: (?:que|che))? (?:jullie|u|you|vous|ihr|sie|avete|ten[a-z]+|sab[a-z]+|guard[a-z]+) ?(?:[a-z]+ ){0,5}(?:van|of|about|on|sur|de|von|uber|su|mio|mia|mi|me|mir|mij|moi|mich)(?= )',
  '(?:vergeten (?:te )?worden|vergessen (?:zu )?werden|recht (?:op|auf) verget[a-z]+|recht auf vergessen[a-z]*|derecho al olvido|diritto all oblio|droit a l oubli|right to (?:be forgotten|erasure)|oblidar)',
  '(?:cierren|cierre|cerrad|chiudete|chiuda|fermez|cloture[rz]|close|schliesst|schliessen sie|sluit|strappate|stracciate|rompan|romped) (?:bitte |please |aub )?(?:mi|la mia|ma|mon|my|meine|mein|mijn) (?:ficha(?: de client[ea])?|scheda(?: cliente)?|fiche(?: client[e]?)?|dossier client|customer (?:file|record|profile)|kundenkarte|kundenkonto|kundenakte|klantenkaart|klantprofiel|klantfiche)',
  '(?:fate|faites|haced|hagan|laat|make|lasst) (?:sparire|disparaitre|desaparecer|verdwijnen|verschwinden) (?:i |mes |mis |my |meine |mijn |tutti i )*(?:miei )?(?:dati|donnees|coordonnees|datos|data|daten|gegevens)',
  '(?:graag |gelieve |wil(?:t u)? |kunt u )(?:deze|de|die|mijn|uw|jullie) (?:service|dienst|deelname|sms ?dienst|inschrijving) (?:graag |aub |nu |te )*(?:beeindigen|stopzetten|stoppen|opzeggen)',
  '(?:beeindig|beende|beendet|beenden sie|end|terminate|mettez fin a|terminad|terminen|terminate) (?:bitte |aub |please )*(?:mijn deelname|meine teilnahme|my participation|ma participation|mi participacion|la mia partecipazione)(?: (?:bitte|aub|please|svp))* \\.',
  '(?:sehen|sieht|sehe) (?:sie |ihr )?(?:bitte )?(?:in zukunft |kunftig |von nun an |ab sofort )*(?:bitte )?von (?:[a-z]+ ){0,3}(?:kontaktaufnahmen?|nachrichten|anrufen|werbung|zusendungen|mitteilungen|schreiben|sms) (?:[a-z]+ ){0,3}ab(?= )',
  '(?:neem|nemen|zeg|zeggen|nehme|nehmen|dico|diciamo|saluto) (?:ik |wij |we |ich |wir )?(?:hierbij |hiermit )?(?:afscheid|vaarwel|abschied|addio) (?:van|aan|von|a|ai|alla) (?:jullie |uw |de |eurem |euren |ihrem |vostr[a-z]+ |vostra )*(?:[a-z]*nieuwsbrief|[a-z]*berichten|sms[a-z]*|news ?letter|nachrichten|messaggi|alla|offerte)',
  '(?:je dis (?:adieu|au revoir) a|i m saying (?:goodbye|bye) to|saying goodbye to|me despido de|verabschiede mich von|ich verabschiede mich von) (?:vos|votre|your|these|vuestr[a-z]+|sus|su|eurem|euren|ihrem) ?(?:[a-z]+ )?(?:news ?letter|sms|textos?|messages?|texts?|mensajes|boletin|promos?|ofertas|nachrichten|verteiler)',
  '(?:hoef[a-z]*|hoeft) (?:u |jullie |je )?(?:mij|me|ons) (?:echt |verder )*niet (?:meer |langer |verder )*(?:op de hoogte te houden|te informeren|te updaten) (?:over (?:acties|aanbiedingen|nieuws) )?(?:aub )?\\.',
  '(?:u |jullie |je )?hoef[a-z]* (?:mij|me|ons) niet (?:meer )?op de hoogte te houden',
  '(?:pas|plus) (?:besoin|la peine) de (?:me|nous) tenir (?:au courant|informee?s?)(?: svp| merci)* \\.',
  '(?:no need to|don t need to|please don t) keep (?:me|us) (?:posted|updated|informed|in the loop)(?: (?:thanks|please|anymore|any more))* \\.',
  '(?:nicht (?:mehr |langer )?auf dem laufenden (?:zu )?halten|no hace falta que me (?:tengan|tengais|mantengan|mantengais) (?:informad[oa]|al tanto|al dia)|non serve tener(?:mi|ci) (?:aggiornat[oai]|informat[oai]))(?: [a-z]+)? \\.',
  '(?:shan t|won t|wont|will not|shall not|wouldn t) be (?:needing|requiring|wanting) (?:any |your |these |the |further |more |of )*(?:updates?|texts?|messages?|offers?|newsletters?|reminders?|services?|news|alerts?|emails?|promotions?)',
  '(?:aurons|aurai) plus besoin de (?:vos|votre)|brauche[n]? (?:ich |wir )?(?:eure|ihre) [a-z]+ (?:kunftig |in zukunft )?nicht mehr|no (?:vamos a necesitar|necesitaremos|necesitare) (?:mas )?(?:vuestr|sus)[a-z]*|non (?:avremo|avro) piu bisogno (?:dei|delle|di)(?: vostr[a-z]+)?|zullen (?:uw|jullie) [a-z]+ niet meer nodig hebben',
]

/** It was given for something else, by somebody else, or long ended. */
const notAsked = [
  `(?:numm?er|number|numero|num|telefono|portable|handy|gsm) (?:[a-z]+ ){0,4}(?:nur|only|solo|seulement|juste|alleen|just) (?:[a-z]+ ){0,5}(?:nicht|not|pas|no|non|niet) (?:fur|for|pour|para|per|voor) (?:[a-z]+ ){0,2}${adverts}`,
  '(?:opgegeven|aangemeld|ingeschreven|inscrite?|signed (?:me|us) up|angemeldet|eingetragen|apuntad[oa]|inscrit[oa]|iscritt[oa]) (?:[a-z]+ ){0,3}(?:wil (?:het|dit|dat) niet|n en (?:veux|voulons) pas|(?:don t|dont) want (?:it|this|them|these)|will (?:das|es|die) nicht|no (?:lo|los) quiero|non (?:lo|li) voglio)',
  '(?<=[.] )(?:al|reeds|already|schon|deja|gia|ya) (?:\\d+ ?x |\\d+ (?:times|mal|keer|fois|volte|veces) |twice |twee keer |zweimal |dos veces |due volte |deux fois )?(?:afgemeld|uitgeschreven|unsubscribed|opted out|abgemeldet|abbestellt|desabonnee?|desinscrite?|cancellat[oa]|disiscritt[oa]|me di de baja)(?! (?:voor|van|for|from|fur|vom|bei|du|de la|pour|dal|dalla|del) )',
  '(?:was|had me|ben|had) (?:ik )?(?:me )?(?:toch )(?:al |allang )?(?:uitgeschreven|afgemeld|afgemeld \\?)(?! (?:voor|van|bij) )',
  '(?:thought|sure|believe) (?:that )?i (?:d|had|have|ve) (?:already )?(?:unsubscribed|opted out|texted stop)(?! (?:of|from) the )',
  '(?:croyais|pensais|croyait) (?:m )?(?:etre|avoir) (?:deja )?(?:desabonn|desinscri|resili)[a-z]*(?! (?:au|du|de la|pour) )',
  '(?:war|bin|dachte|hatte|hab) (?:ich |mich )*(?:hatte |ware )?(?:mich )?(?:doch )(?:schon |langst )?(?:abgemeldet|ausgetragen|abbestellt)(?! (?:fur|vom|bei|zum) )',
  '(?:pero )?si (?:ya )?me (?:di|habia dado) de baja(?! (?:en|del|de la) )',
  '(?:ma )?(?:non mi ero (?:gia )?|mi ero gia )(?:cancellat|disiscritt|tolt)[oa](?! (?:dal|dalla|da) )',
  '(?:ho|avevo|abbiamo) gia (?:chiesto|richiesto|inviato|fatto) (?:la |richiesta di )?(?:cancellazione|disdetta|disiscrizione)(?! (?:del|della) (?:corso|prenotazione|ordine|volo|lezione) )',
  '(?:ya (?:pedi|solicite|he pedido)|already (?:asked|requested)|hab(?:e)? (?:ich )?(?:schon|bereits)|deja demande|heb (?:ik )?al) (?:la |to be |um |for |om |ma |a etre )*(?:baja|removed|removal|loschung|abmeldung|desinscription|retire[es]*|suppression|verwijdering)(?: [a-z]+){0,3}',
  '(?:hoe vaak|wie oft|combien de fois|cuantas veces|quante volte|how (?:many times|often)) (?:[a-z]+ ){0,6}(?:stop|stopp|baja|unsubscribe)(?= )',
  '(?:phone|mobile|number|handy|nummer|telephone|portable|movil|cellulare) (?:so |please |bitte |svp )*(?:remove|delete) (?:it|this)(?: (?:now|please|off))*',
  '(?:he|hemos|ai|avons|told|said|gesagt|gezegd|ho|abbiamo) ?(?:dicho|dit|detto)? (?:[a-z]+ ){0,5}(?:que|che|dat|dass|i|we|that) (?:ik |ich |je |wir |i |on |nous )?(?:no quiero nada|no queremos nada|niks wil|niets wil|nichts will|ne veux rien|veux rien|ne voulais rien|voulais rien|no queria nada|niks wou|nichts wollte|non volevo niente|non volevo nulla|didn t want anything|non voglio niente|non voglio nulla|don t want anything|dont want anything)',
  '(?:que (?:tengo que|hay que|debo) hacer|what do (?:i|we) have to do|what (?:must|does it take)|que faut il faire|que dois je faire|was (?:muss|mussen|soll) (?:ich|man|wir) (?:denn |noch )?(?:tun|machen)|(?:che )?(?:cosa )?(?:devo|bisogna) fare|wat moet ik (?:nog )?doen) (?:[a-z]+ ){0,4}(?:pareis|paren|dejeis|dejen|stop|arretiez|cessiez|arrete|aufhort|aufhoren|smettiate|smetta|finisca|stoppen|stopt|ophouden|ophoudt)(?= )',
  '(?:(?:c e un|qualche) modo|come|si puo|potete|vorrei|per) (?:[a-z]+ ){0,3}non (?:farmi|farci|far|fare) arrivare piu',
  '(?:tach|depenn|sbarr)(?:adme|enme|eme|ame|ate ?mi|atemi)|(?:tachad|tachen|depennate|sbarrate) (?:mi|este|il mio|questo) (?:numero|nombre|nome)|(?:strike|cross|scratch|score) me off(?! (?:for|from the (?:class|course|trip)))',
  `(?<=[.] (?:(?:bitte|total|vollig|das ist|das hier ist) )?)(?:unerwunscht|ongewenst|niet gewenst|unwanted|indesirable|no deseado|non desiderat[oi])${end}`,
  '(?<=[.] (?:(?:no|ok|va bene|si) )*)basta cosi(?: (?:grazie|dai|per favore|ragazzi|davvero))* \\.',
  '(?<=[.] )(?:(?:will (?:ya|you)|just|please|lads|right) )*pack it in(?: (?:will|would|now|lads|please|pls|mate)(?: (?:ya|you|yous))?)* \\.',
  '(?:lastig ?vallen|importunez|importune|derangez|harcelement|acoso|molestando|belastigung|belastigen|harass[a-z]*|stalking|disturbando|molestie|pesterijen) (?:[a-z]+ ){0,4}(?:\\. )?(?:[a-z]+ ){0,3}(?:dernier avertissement|derniere fois|ultimo aviso|ultima vez|letzte warnung|letzte mal|letztes mal|last warning|final warning|last time|ultimo avviso|ultima volta|laatste waarschuwing|laatste keer)',
  '(?:dernier avertissement|derniere fois|ultimo aviso|letzte warnung|last warning|final warning|ultimo avviso|laatste waarschuwing) (?:[a-z]+ ){0,3}(?:\\. )?(?:[a-z]+ ){0,4}(?:lastig ?vallen|importuner|deranger|harcelement|acoso|belastigung|harass[a-z]*|stalking|signalement|plainte|anzeige|cnil|denuncia|denunzia|aangifte|garante|acm|ico|aepd|avocat[oa]?|anwalt|abogado|advocaat|solicitor|police|polizei|policia|polizia|politie)',
  '(?:je |j )?(?:n )?en (?:veux|veu|ve|voulons|vx) (?:plus|pu)(?: (?:svp|stp|merci))* \\.',
  '(?:(?<=[.] )|et |mais |bordel )(?:me |m )(?:ecri|envoi|envoy|contact|appel|text|harcel|relanc|soul|derang|spam)[a-z]* (?:plus|pu|jamais)(?! (?:tard|tot|souvent|vite) )',
  '(?:wont|wonen|woon|woont|habite|habitons|vis|live|lives|wohne|wohnen|vivo|vivimos|vive|abito|abitiamo|vivo) (?:n )?(?:plus|niet meer|niet langer|nicht mehr|nimmer|no longer|not|piu|mas) (?:[a-z]+ ){0,4}(?:\\. )?(?:[a-z]+ ){0,12}(?:mag weg|mogen weg|kann weg|konnen weg|hoeft niet meer|niet meer nodig|nicht mehr notig)',
  '(?:niet meer nodig|nicht mehr notig|plus besoin|no longer needed|ya no hace falta|non serve piu|not needed) (?:[a-z]+ ){0,6}(?:\\. )?(?:ik |wij |we |ich |wir |je |j |nous |on |i )?(?:(?:woon|wonen|wohne|wohnen) (?:niet meer|nicht mehr|nimmer)|n habit[a-z]+ plus|habit[a-z]+ plus|don t live|no longer live|ya no viv[a-z]+|non abit[a-z]+ piu|moved|umgezogen|verhuisd|demenage)',
  'no vull (?:rebre )?(?:cap |mes |aquests )*(?:missatges?|sms|publicitat|res)|(?:doneu|dona|doni)(?:u)? ?me de baixa|deixeu me (?:en pau|estar)|prou (?:missatges|publicitat|sms)',
]

const refusals = [
  ...patternsOf([...blocked, ...forGood, ...leaveMe, ...outOf, ...notAsked, ...waysToLeave]),
  ...oftenSaid,
]

/** The longest words that refuse; null where none do. The sentence is without its commas. */
export function refusesPlainly(sentence: string): string | null {
  let matched = ''
  for (const refusal of refusals) {
    const found = refusal.exec(sentence)?.[0].replaceAll(' .', '').trim() ?? ''
    if (found.length > matched.length) matched = found
  }
  return matched === '' ? null : matched
}
