// "Rest in peace", "never again without your bread", "I object to the plans": words of an end that
// are said of something else, in six languages.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'

const day = '(?:\\d{1,2}|[a-z]+)'
const message =
  '(?:sms|text|message|mail|mensaje|messaggio|bericht|berichtje|nachricht|texto|msg|smsje)'

/** Where somebody halts, by car or on foot, and what is called so. */
const halts = [
  'stop (?:al|all|alla|allo|at|im|am|an|in|auf|au|a|aan|op|en|bei|beim|bij|by) (?:the |der |dem |de |het |la |le |l |il |el )?(?:\\d{1,2} )?(?:\\d{1,2} ?(?:er|e|eme|o|st|nd|rd|th|ste|de)? ?)?(?:[a-z]+ )?(?:pian[oi]|floors?|stock|etages?|plantas?|pisos?|verdieping|corner|coin|angolo|ecke|esquina|hoek|station|gare|bahnhof|estacion|stazione|lights?|feux?|ampel|semaforo|stoplicht|petrol station|station service|tankstelle|gasolinera|benzinaio|tankstation|exit|sortie|ausfahrt|salida|uscita|afrit|afslag)',
  '(?:mach|mache|machen|machst|fais|fait|faire|faisons|make|making|hago|hacemos|hacer|faccio|facciamo|fare|maak|maken) (?:(?:kurz|mal|noch|einen|a|an|quick|short|un|uno|petit|breve|pequeno|piccolo|een|korte|kleine) ){1,3}(?:stops?|stopp|zwischenstopp)(?: (?:bei|chez|at|en|a|da|bij) [a-z]+)?',
  '(?:stop|stoppen|stopper|stoppez|arreter|arretez|stoppt|parad|paren|parar|detengan|fermate|fermare|interrompete) (?:the |les |le |de |die |das |las |los |i |il )(?:works?|travaux|chantier|werken|werkzaamheden|bauarbeiten|arbeiten|obras?|lavori)',
  'stop (?:di|da|de|for|fur|von|van|voor) (?:\\d+|[a-z]+) (?:minut[oie]s?|minutes?|minuten|min|mins)',
  'start (?:and|et|und|e|y|en|n) stop|start stop(?: (?:automatik|system|systeme|sistema|automatique))?',
]

/** A wrong chat, an end of battery, a count of guests, a reel of thread in a wound. */
const slips = [
  '(?:oups |ups |oops |pardon |sorry |desole |scusa |perdon |entschuldigung |sory )*(?:mauvais destinataire|wrong (?:chat|recipient|person)|falsche[rn]? (?:chat|empfanger)|(?:chat|destinatario) (?:equivocado|sbagliato)|verkeerde? (?:chat|persoon)) (?:[.,] )?(?:c etait|ca etait|this was|that was|it was|was|war|das war|era|iba|dit was|dat was) (?:meant |gemeint |bedoeld )?(?:pour|for|fur|para|per|voor) [a-z]+(?: [a-z]+)?',
  '(?:that|this|it) was (?:meant |supposed to go )?(?:for|to) (?:my|our) (?:sister|brother|husband|wife|mum|mam|dad|son|daughter|mate|friend|boss|neighbour|neighbor)(?= \\.)',
  '(?:take|knock) \\d+ off the (?:numbers?|head ?count|total) (?:for|on)(?: [a-z]+)?',
  '(?:i punti|los puntos|les points|les fils) (?:me |ce |nous |m |nos )?(?:li |les |los |las )?(?:togliete|toglie|tolgono|togli|quitan|quitais|quitas|enlevez|retirez|enleve)',
  'scarp[ea] (?:[a-z]+ ){0,4}(?:sbagliato|cambiato|preso) (?:il )?numero',
  '(?:basta|bastano) (?:cosi )?per (?:la spesa|la lista|la cena|il pranzo)',
]

/** Nothing is asked for: a death is mourned, something is loved, somebody makes one laugh. */
const spoken = [
  // Dutch "hoor" says nothing, and German "hör" ends something.
  '(?:ja|jawel|zeker|graag|prima|goed|oke) hoor(?= [.,]| (?:stuur|doe|mag|kan|dat|het|ik|we|hoor))',
  // A saying, and what somebody in a story says.
  '(?:geen (?:nieuws|bericht) (?:is |, )?goed (?:nieuws|bericht)|no news is good news|pas de nouvelles? (?:[.,] )?bonnes? nouvelles?|keine nachricht(?:en)? (?:ist |sind |, )?(?:eine )?gute nachricht(?:en)?|(?:sin|no hay) noticias (?:[.,] )?buenas noticias|nessuna (?:nuova|notizia) (?:[.,] )?buona (?:nuova|notizia))',
  '(?:laat (?:me|mij) met rust|leave me alone|laisse[z]? moi tranquille|lass(?:t)? mich in ruhe|dejame en paz|dejadme en paz|lasciami in pace|lasciatemi in pace|stop|basta|genug) (?:[.,] )?(?:zei|zegt|said|says|dit|repond|sagte|sagt|dijo|dice|disse) (?:the|le|la|l|der|die|das|el|il|lo|de|het|my|mon|ma|mein|meine|mi|mio|mijn) [a-z]+(?: (?:to|au|a la|zum|zur|al|alla|tegen|a) (?:the |the |de |het |la |el )?[a-z]+)?',
  '(?:cessez le feu|ceasefire|cease fire|alto el fuego|cessate il fuoco)',
  '(?:quit|quitted|stopped|gave up|given up) (?:smoking|drinking|vaping|gambling|fags) (?:because of|thanks to|with|through) (?:your|you|the) ?[a-z]*',
  '(?:laisse[rz]|laisse) (?:la|le|les) tranquilles? (?:deux|trois|quatre|quelques|\\d+|une|un) (?:jours?|heures?|semaines?|nuits?)|leave (?:it|him|her) alone for (?:a|an|two|three|\\d+) [a-z]+|lasst? (?:es|ihn|sie|das) (?:zwei|drei|ein paar|\\d+) [a-z]+ in ruhe|dejad?(?:lo|la) (?:en paz|tranquil[oa]) (?:dos|tres|unos|\\d+) [a-z]+|lasciatel[oa] (?:stare|in pace|tranquill[oa]) (?:per )?(?:due|tre|qualche|\\d+) [a-z]+|laat (?:het|hem|haar) (?:twee|drie|een paar|\\d+) [a-z]+ met rust',
  // In Ireland it is "my pleasure".
  '(?<=^ \\. )(?:ah |sure |not a bother|no bother|no bother at all)(?= (?:at all )?(?:[.,]|thanks|thank|pet|hun|love|see|will) ?)',
  // "Para" is "for" here, and no "stop".
  'para (?:escribir|llamar|enviar|mandar|contactar)(?:os|les|le)(?= )',
  // A machine does it no more.
  '(?:doet|doen|deed) (?:het|t|ut|ze) (?:toch |weer |nog |al )?(?:niet|nie|nimmer|nooit)(?: meer)?',
  // Others are to be left to themselves.
  '(?:don t|dont|do not|no need to) (?:contact|call|ring|text|email|write to) the (?!number|list|above|phone|mobile|owner|sender|person|customer|client)[a-z]+',
  '(?:ne |n )(?:contactez|appelez|rappelez|prevenez) pas (?:le|la|l|les) (?!numero|client|telephone|portable)[a-z]+',
  'no (?:llameis|llamen|contacteis|contacten|aviseis|avisen) (?:al|a la|a los) (?!numero|movil|telefono|cliente)[a-z]+',
  'non (?:contattate|chiamate|avvisate) (?:l|il|la|lo|i) (?!numero|cliente|telefono|cellulare|utenza)[a-z]+',
  '(?:die|den|das) (?!nummer|kunden|handy|telefon)[a-z]+ (?:bitte )?nicht (?:kontaktieren|anrufen|benachrichtigen)',
  'neem (?:maar )?geen contact op met (?:de|het) [a-z]+',
  // What is signed against.
  'stop (?:al|alla|alle|ai|allo|all|au|aux|a la|a l|to the|to|al|a los|a las|aan de|aan) (?!(?:sms|messag|pub|spam|numer|mio|mi|mon|my|marketing|tutt|invi|contact|mail|text)[a-z]* )[a-z]+ (?:[.,] )?(?:(?:io |je |i |yo |ik |anch io )*(?:firmo|firmiamo|signe|signons|sign|signed|unterschreibe|firmamos|teken|anch io))',
  '(?:plus jamais|jamais plus|jamais|nie wieder|nie mehr|never again|nooit meer|nunca mas|mai piu) (?:sans|ohne|without|zonder|sin|senza) [a-z]+(?: [a-z]+){0,2}',
  '(?:en paz descansen?|descansen? en paz|in pace riposi(?:no)?|riposi(?:no)? in pace|rest in peace|rust in vrede|ruhe in frieden|reposent? en paix|paz y amor|pace e amore|paix et amour|peace and love|friede auf erden|vrede op aarde)',
  '(?:lass(?:t|en)? (?:sie |wir )?uns )?(?:[a-z]+ )?in ruhe (?:[a-z]+ ){0,2}(?:reden|sprechen|besprechen|anschauen|ansehen|uberlegen|nachdenken|klaren|lesen|essen|fruhstucken|durchlesen|durchgehen)',
  '(?:stop|quit) making (?:me|us) (?:laugh|cry|hungry|blush|jealous|smile|want|drool)',
  '(?:arrete[zrs]?|stop) de (?:me|nous) (?:faire|donner) (?:rire|saliver|rever|rougir|pleurer|envie|faim|marrer)',
  '(?:smettila|smettetela|basta|smetti|smettete) (?:di )?(?:farmi|farci) (?:ridere|piangere|sognare|venire|morire|arrossire)',
  '(?:deja|dejad|dejen|para|parad|paren) de (?:hacerme|hacernos|darme|darnos) (?:reir|llorar|hambre|envidia|sonar|sufrir|la boca)',
  '(?:hor|hort|horen sie) auf (?:, )?(?:mich zum (?:lachen|weinen|sabbern) zu bringen|mir (?:hunger|lust|appetit) zu machen)',
  '(?:stop|hou|houd|schei)(?: op| uit)?(?: met)? (?:me|mij|ons) (?:aan het (?:lachen|huilen)|hongerig|jaloers|blij)(?: te)? maken',
  // "Get away, half price, really?"
  '(?:hou|houd|hout|schei) (?:nou |toch |maar )?(?:op|uit) (?:zeg |man |joh |jongens )?(?:[.,] )?(?:wat (?:een|zijn|is|mooi)|echt|serieus|meen je)',
  '(?:go away|get out|shut up|get lost|stop it|feck off|fuck off|give over|get away)(?: of it| with you)? (?:[.,] )+(?:really|seriously|no way|we won|you re joking|are you serious|for real)',
  '(?:hor|hort) (?:doch )?auf (?:[.,] )+(?:echt|wirklich|ernsthaft|im ernst)',
  '(?:ma )?(?:smettila|smettetela) (?:[.,] )+(?:davvero|sul serio)',
  // What happened to one's own, or to others and not to oneself.
  '(?:sind|waren) (?:jetzt |plotzlich |auf einmal )?(?:alle |meine )+(?:nachrichten|kontakte|fotos|daten) weg',
  '(?:krijgt|kregen|kreeg|receives?|gets|got|recoit|a recu|bekommt|bekam|kriegt|recibe|recibio|riceve|ha ricevuto) (?:[a-z]+ ){0,5}(?:[.,] )?(?:en ik niet|en wij niet|and i (?:don t|didn t)|but i (?:don t|didn t)|et pas moi|et moi non|mais pas moi|und ich nicht|aber ich nicht|y yo no|pero yo no|e io no|ma io no)',
  '(?:la )?smetto di [a-z]+',
  '(?:avete|avreste|ha|vi restano) ancora (?:il|la|lo|le|i|gli|l|dei|delle|del|della|posto|un|una) ?(?!notifich|messagg|dati|mio|mia|numer)[a-z]+',
  '(?:vous avez|avez vous|il vous reste) encore (?:de|des|du|d|la|le|les|l|un|une) (?!donnees|numero|sms|messages?|mes|mon|ma)[a-z]+',
  '(?:do you|have you) still (?:have|got|do|sell) (?:the |any |some |a )?(?!my|me|this number)[a-z]+',
  '(?:habt ihr|haben sie|hast du) (?:auch |denn )?noch (?:die |das |den |eine?n? |welche |freie )?(?!meine|mich|numm?er|daten)[a-z]+',
  '(?:teneis|tienen|tienes|os quedan?|quedan?) (?:aun|todavia) (?!mi|mis|datos)[a-z]+',
  '(?:hebben jullie|heeft u|heb je|hebt u) nog (?:de |het |een |wat )?(?!mijn|nummer|gegevens)[a-z]+',
  // Wished on and on.
  '(?<! (?:das|es|der|die|ihr|sie|wan|warum|mus) )(?:hort|hor|horen sie|horts) (?:bitte |ja |bloss |nur )*(?:nie|niemals|nimmer|ja nicht|bloss nicht) auf(?: (?:mit|zu) [a-z]+(?: [a-z]+)?)?',
  '(?<! (?:non|no|ne|nn|n|keine|nicht|geen|niet|not|any) (?:[a-z]+ ){0,2})(?:piu|mas|mehr|more|meer) (?:messaggi|messages|sms|mensajes|nachrichten|berichten|berichtjes|texts) (?:cosi|come questo|come questi|asi|como este|como estos|wie diese|wie die|like this|like these|like that|zoals dit|zoals deze)',
  '(?:nehmt|nehmen sie|setzt|nimm) (?:mich|uns) (?:bitte |auch |gern |gerne |mit |doch )*(?:auf (?:die|eure|ihre) (?:mailing)?liste|in (?:den|euren|ihren) verteiler)(?: mit)?(?: auf)?(?= [.,])',
  // What interests, where no "not" stands before it.
  '(?<! (?:non|no|nn|n|nun|num|nao|poco|nada|niente|nula|nunca|mai|ni|nadie|tampoco|ya|n est|ne) )(?<! (?:non|no|nn|nun|nao|nunca|mai) [a-z]+ )(?:mi|me|ci|nos) interesan?(?! (?:nada|poco|niente|nulla|zero|cero|un|meno|menos))(?: (?:molto|mucho|tanto|moltissimo|muchisimo|assai))?',
  '(?<! (?:non|no|nn|not|niet|nicht|pas|plus|poco|nada|sono|siamo) )(?:molto|muy|very|really|sehr|erg|zeer|tres) (?:interes(?:ata|ato|ati|ado|ada|ted|iert)|geinteresseerd)',
]

/** A notice on a door, a tooth, a vehicle, a meal: none of it is sent. */
const named = [
  '(?:desabonner|resilier|unsubscribe|cancel|abbestellen|kundigen|dar(?:me)? de baja|anular|cancelar|disdire|disdico|opzeggen|stopzetten) (?:me |from |of |du |le |la |de la |de |del |dal |il |van |the |my |mon |das |die |den |mein |meine |mi |mio |mijn |l |abonnement |abbonamento |subscription |suscripcion |a |au |alla |to )*(?:magazine|journal|revue|paper|newspaper|print edition|print|zeitung|zeitschrift|revista|periodico|rivista|giornale|krant|tijdschrift|papieren [a-z]+|edition papier)(?: (?:papier|cartace[oa]|en papel|impres[oa]|paper|op papier))?',
  '(?:das|die|den|mein|meine|de|het|mijn) (?:papier|print)?(?:magazin|zeitung|zeitschrift|papierausgabe|printausgabe|papierabo|krant|tijdschrift|papieren krant) (?:abbestellen|kundigen|opzeggen)',
  '(?:code|kode|codice|codigo|tan|pin|lien|link|enlace)(?: (?:que|che|die|der|den|you|vous|i|u|jullie|ihr|sie|avete|habeis|hebben|hab|por|via|par|per|sms|text|me|m|mi|mir|mij|had|have|avez|mandato|inviato|envoye|mandado|enviado|stuurde|stuurden|gestuurd|geschickt|schicktet|sent|texted|recu|ontvangen))* (?:is|est|ist|ha|e|esta|has|hat|a) (?:already |deja |schon |ya |gia |al |intussen |inmiddels )?(?:verlopen|expired|expire|abgelaufen|caducado|scaduto|perime|ungultig|ongeldig|invalid)',
  '(?:niet storen|do not disturb|don t disturb|(?:bitte )?nicht storen|ne pas deranger|no molestar|non disturbare) (?:bordje|bord|kaartje|signs?|schild|schilder|panneau|pancarte|ecriteau|cartel|cartello|anhanger|hanger)',
  '(?:bordje|bord|kaartje|sign|schild|panneau|pancarte|ecriteau|cartel|cartello) (?:[.,] )?(?:de |met |con |mit |saying )?(?:niet storen|do not disturb|(?:bitte )?nicht storen|ne pas deranger|no molestar|non disturbare)',
  '(?:enlev|retir|ot)[a-z]* (?:[a-z]+ ){0,2}(?:fils|points|platre|agrafes|bagues|dents?|broche)',
  '(?:entfern|zieh|rausnehm|herausnehm)[a-z]* (?:[a-z]+ ){0,4}(?:faden|zahne?|[a-z]+zahne?|gips)',
  '(?:faden|[a-z]*zahne?|gips) (?:[a-z]+ ){0,2}(?:ziehen|gezogen|entfernen|entfernt|raus|rausnehmen)',
  '(?:mijn |de |het |een )?(?:hechtingen|draadjes|[a-z]*kies|[a-z]*kiezen|gips|beugel) (?:[a-z]+ ){0,3}(?:eruit|eraf|verwijderen|verwijderd|trekken)',
  '(?:my |the )?(?:stitches|cast|wisdom teeth|wisdom tooth|tooth|teeth|braces) (?:[a-z]+ ){0,2}(?:out|off|removed)',
  '(?:quit|sac|saqu|extra)[a-z]* (?:[a-z]+ ){0,2}(?:puntos|muelas?|escayola|ferula|brackets)',
  '(?:tolg|togli|estra)[a-z]* (?:[a-z]+ ){0,2}(?:punti|denti?|gesso|apparecchio)',
  '(?:mijn|m n|de|het|ons|onze) (?!(?:numer|nr|nam|sms|bericht|gegevens|abonement|telefon|gsm|mobiel|mail)[a-z]* )[a-z]+ (?:moet|mag|gaat|kan) (?:er )?(?:eruit|eraf)(?! (?:van|uit) (?:de|jullie|uw) )',
  '(?:auto|wagen|motorrad|moto|coche|vehiculo|furgoneta|voiture|car|anhanger|aanhanger|roller) (?:[a-z]+ ){0,4}(?:abmelden|abgemeldet|afmelden|afgemeld|dar de baja)',
  '(?:doy|dar|damos|doi) (?:de )?baja (?:el|la|un|una|mi|nuestro|del|de la) (?:coche|moto|vehiculo|furgoneta|luz|agua|gas|linea de casa|fibra|tarjeta)(?: [a-z]+)?',
  '(?:sortez|sors|sortir|garde[rz]) (?:moi|nous) (?:une?|deux|trois|quatre|\\d+) (?!liste|fichier|numero)[a-z]+',
  '(?:saca|saque|saquen|sacad)(?:me|nos) (?:un|una|unas|unos|dos|tres|cuatro|\\d+) (?!lista)[a-z]+',
  '(?:mi |ci )?(?:tolga|togli|tolgo|togliete)(?:mi|ci)? (?:una curiosita|un dubbio)',
  '(?:take|leave|hold|enleve[rz]?|retire[rz]?|quit(?:a|ad|en)|togli|togliete|haal|nehmt|nimm) (?:the |le |la |les |l |el |il |lo |de |den |die |das |het )*(?!(?:name|number|details|phone|me|us|it|them|this|that|moi) )[a-z]+ (?:off|out of|du|de|della|dalla|dal|von|van|bei|aus) (?:der |le |la |el |il |the )?(?:number|numero|nummer|no|nr) \\d{1,2}(?= [a-z.,])(?! \\d)',
  'do you stop (?:serving|selling|taking|doing) (?:[a-z0-9]+ ){0,3}(?:at|before|on)',
  'feck off (?:we|i|you) (?:won|got|did)',
  'spam(?: [a-z]+)? (?:musubi|sandwich(?:es)?|fritters?|rolls?)',
  `(?:genug|enough|genoeg|suficiente|abbastanza|assez) (?:fur|for|voor|para|per|pour) ${day}(?: (?:people|persons|personen|personnes|personas|persone|leute))?`,
  'basta (?:di )?(?:perdere|soffrire|piovere)',
  'basta con (?:llevar|traer|presentar|ensenar|mostrar|pagar|reservar|ir|venir|llamar|avisar|rellenar|firmar)',
  '(?:es )?reicht (?:es )?(?:auch |noch |denn |eh |dann )*(?:, )?(?:wenn|dass|bis|um|am) (?!(?:[a-z]+ ){0,7}(?:sms|nachricht|schreib|schick|werb|meld)[a-z]* )[a-z]+ [a-z0-9]+',
  'basta (?:ya )?de (?!mand|envi|escrib|recib|llam|molest|spam|bombard|insist|acos|hacer|dar |public)[a-z]+(?:ar|er|ir)',
  '(?:eliminad[oa]s?|eliminat[oaie]|elimines?|eliminated) (?:en|ai|in|agli|aux|a|por|par|by|on) (?:(?:la|las|los|el|le|les|the) )?(?:cuartos|semis|semifinal[a-z]*|octavos|penaltis|primera|rigori|quarti|gironi|supplementari|penalties|penaltys|tirs|quarts|demi|poules?|group|quarter)[a-z]*',
  '(?<! (?:la|una|de|dar|darme|dadme|dado|doy|pedi|pido|quiero|solicito|mi) )baj(?:a|ad|en|ais|e|an) (?:un poco |algo )?(?:la|el|los|las) (?!lista|newsleter|suscripcion|publicidad|sms|mensajes|semana)[a-z]+',
  `(?:delete|ignore|disregard|losch|loscht|losche|loschen sie|supprime[rz]?|efface[rz]?|oublie[rz]?|borra|borrad|borre|cancella|cancellate|cancelli|ignora|wis|verwijder|negeer) (?:bitte |aub |please )?(?:the|my|that|die|meine|mon|le|el|mi|il|mio|het|mijn|dat) (?:last |previous |letzte |vorige |laatste |dernier |ultimo |mio |mijn |anterior |voriges )*${message}(?: (?:i sent|die ich|que j ai|que envie|que mande|che ho|dat ik|de hier|above|precedent|anterior|precedente))?(?= (?:[a-z]+ ){0,2}[.,] (?:[a-z]+ ){0,2}(?:meant|was|war|etait|era|falsch|wrong|c etait|pour|for|fur|para|per|voor))`,
]

/** A plan, a fine, a vaccine: an office or a school asks, and is told no or yes. */
const official = [
  'object(?:ing|ion)?s? to (?:the|a|your|this) (?:[a-z]+ )?(?:planning|application|plans?|proposals?|development|building|extension|fine|decision|motion|bill)',
  'widerspruch (?:[a-z]+ ){0,2}gegen (?:den|die|das|einen|ihren|euren|meinen) (?:[a-z]+ )?(?:[a-z]*bescheid|entscheidung|rechnung|mahnung|kundigung|bauantrag|baugenehmigung|bussgeld|gebuhr|beschluss)',
  'gegen (?:den|die|das|einen|ihren) (?:[a-z]+ )?(?:[a-z]*bescheid|entscheidung|rechnung|mahnung|bauantrag|baugenehmigung|beschluss) (?:[a-z]+ ){0,3}widerspruch',
  'm oppose (?:au|a la|a l|aux) (?:projet|permis|construction|extension|decision|vente|fermeture|travaux)',
  '(?:me opongo|me oponemos|oposicion) (?:a la|al|a las) (?:obra|proyecto|multa|construccion|tala|cierre|decision|liquidacion)',
  '(?:mi oppongo|ci opponiamo|opposizione) (?:alla|al|alle) (?:progetto|multa|costruzione|chiusura|decisione|cartella)',
  'bezwaar (?:[a-z]+ ){0,2}tegen (?:de|het|mijn|een) (?:[a-z]+ )?(?:[a-z]*vergunning|bouwplan%|besluit|boete|aanslag|[a-z]*beschikking|kap|woz|plannen)',
  '(?:[a-z]*boete|[a-z]*aanslag|[a-z]*bescheid|bussgeld|fine|amende|multa) (?:[.,] )?(?:[a-z]+ ){0,5}(?:bezwaar|widerspruch|object|appeal|opposition|ricorso|opposizione)(?: (?:maken|einlegen|in|ein))?',
  '(?:don t|do not|dont|not) (?:give )?consent to (?:the|a|him|her|my|his) (?:[a-z]+ ){0,4}(?:vaccin%|jabs?|spray|injection|trip|photos?|surgery|operation|procedure|treatment)',
  '(?:nicht einverstanden|keine (?:zustimmung|einwilligung|erlaubnis)) (?:, )?(?:dass|mit|zu|zur|zum|fur) (?:[a-z]+ ){0,4}(?:impf%|klassenfahrt|ausflug|foto%|operation|untersuchung|eingriff|behandlung)(?: [a-z]+)?',
  '(?:geen toestemming|niet akkoord) (?:[a-z]+ ){0,4}(?:vaccin%|prik|foto%|schoolreis|uitstap|operatie|ingreep|onderzoek)',
  '(?:n autorise|n accepte|ne consens) (?:pas )(?:[a-z]+ ){0,5}(?:vaccin%|sortie|photos?|operation|intervention|piqure)',
  'no (?:autorizo|consiento|doy (?:mi )?(?:permiso|consentimiento)) (?:[a-z]+ ){0,5}(?:vacun%|excursion|fotos?|operacion|prueba)',
  'non (?:autorizzo|acconsento|do il (?:mio )?consenso) (?:[a-z]+ ){0,5}(?:vaccin%|gita|foto|operazione|intervento|esame)',
  '(?:i|we|ik|ich|wir|je|nous|wij) (?:hereby |hiermit |hierbij |herewith |gladly )?(?:give|gebe|geben|erteile|geef|geven|donne|donnons) (?:my |our |meine |mein |mijn |mon |l |ons |onze |hiermit |unsere )?(?:consent|permission|toestemming|zustimmung|einwilligung|einverstandnis|accord|autorisation)',
  '(?<=[.] )(?:geef|gebe|give|donne) (?:hierbij |hiermit )?(?:my |mijn |meine |mon )?(?:toestemming|zustimmung|einwilligung|consent|permission|autorisation) (?:voor|om|fur|zu|for|to|pour)',
  '(?<! (?:non|no) )(?:do|diamo|doy|damos) (?:il |mi |el |nuestro )(?:mio )?(?:consenso|consentimiento|permiso)',
  '(?<! no )(?:autorizo|consiento) (?:a|que) (?:mi|nuestr[oa])',
  '(?<! non )(?:autorizzo|acconsento che) (?:mio|mia|nostr[oa])',
  'j autorise (?:mon|ma|mes|notre)',
  '(?:klacht|reclamation|beschwerde|reklamation|queja|reclamacion|reclamo|lamentela|complaint) (?:[.,] |uber |over |about |sobre |su |indienen (?:als|over|omdat) )(?:the |my |die |der |das |de |het |mijn |mein |meine |le |la |el |il |mi |un |une |een |l )(?!(?:sms|bericht|numer|mesag|text|nachricht|mensaj|pub|anruf|call)[a-z]* )[a-z]+',
  'se (?:me|nos) (?:ha|han) (?:borrado|eliminado|bloqueado) (?:la|el|las|los)(?: [a-z]+)?',
  // Who suffers it is no reader of ours.
  '(?:harcelement|bullying|bullied|mobbing|acoso|pesten|pesterijen|bullismo) (?:a l ecole|scolaire|au (?:travail|college|lycee)|at (?:school|work)|in der (?:schule|klasse)|escolar|en el (?:colegio|trabajo|instituto)|en clase|a scuola|in classe|sul lavoro|op (?:school|het werk))',
  'spam[a-z]*(?: (?:mails?|emails?|messages?|nachrichten|sms|texts|correos|berichten))? (?:[a-z]+ ){0,3}(?:pretending|unter (?:ihrem|eurem) namen|in (?:your|ihrem|eurem) (?:name|namen)|en votre nom|en (?:vuestro|su) nombre|a (?:vostro nome|nome vostro)|(?:uit|onder|in) (?:uw|jullie) naam|namens (?:u|jullie))',
  '(?:porter|porte|portons|depose[rz]?) plainte contre (?:mon|ma|mes|le|la|les|un|une|notre) (?!(?:numero|sms|pub)[a-z]* )[a-z]+',
  'denunci(?:o|amos|are|ar) (?:que|che) (?!(?:[a-z]+ ){0,8}(?:sms|mensajes|messaggi|escrib[a-z]*|mand[a-z]*|envi[a-z]*|scriv[a-z]*|invi[a-z]*) )(?:[a-z]+ ){2,8}',
  // Whoever moves gives the new address.
  '(?:nicht|nichts|niet|niks|plus|rien|no|nada|non|niente|not|anything|nothing) (?:mehr |meer |mas |piu |more |any more )?(?:an|naar|a|al|alla|to|sur) (?:die|das|der|meine|unsere|l|le|mon|ma|notre|the|my|our|mi|la|el|nuestra|il|mio|de|het|mijn|ons|onze) (?:alte|alten|ancienne|ancien|old|oude|antigua|vieja|vecchio|vecchia) (?:adresse|address|adres|direccion|indirizzo|mail%|email)',
  '(?:demenage|moved|umgezogen|verhuisd|mudado|mude|mudamos|trasferit[oiae]) (?:[a-z]+ ){0,3}(?:[.,] )?(?:[a-z]+ ){0,3}(?:nouvelle adresse|new address|neue adresse|nieuwe adres|nueva direccion|nuovo indirizzo)',
]

/** Dead or gone is what was bought, and a size, a colour or a place is to be had no more. */
const ofThings = [
  '(?:batterij|accu|batterie|batteria|bateria|battery|akku|plante?|planta|pianta|pflanze|boom|arbre|baum|arbol|albero|tree|vis|poisson|fisch|pez|pesce|fish|hortensia|orchidee|orquidea|orchid|orchidea|rosier|roseau)(?: [a-z0-9]+){0,6} (?:dood|tot|dead|morte?|muert[oa]|mort[oa])',
  '(?:my |mein |mon |mi |il mio |mijn |m n |the |le |el |il |de )(?:phone|mobile|telefono|cellulare|celular|movil|portable|telephone|tel|handy|telefoon|gsm|laptop|pc|akku) (?:is|was|ist|war|has|had|ha|est|etait|a|esta|estaba|era) ?(?:just |gerade |leider |net )?(?:died|dead|gestorben|tot|leer|mort|morto|muerto|dood|leeg|empty|scarico|descargado|sin bateria|decharge)',
  '(?:my |the )(?:phone|mobile|laptop|battery) (?:just )?died',
  '(?:mi e|m e|me ha|se me ha|se ha|is|ist mir|mir ist|est) (?:morto|muerto|dood|mort|gestorben) (?:il|el|de|het|mijn|mein|das|mi|le|mon) (?:telefono|cellulare|movil|celular|telefoon|gsm|handy|portable|telephone|batteria|bateria)',
  'non e (?:la|il|lo|l) (?:guarnizione|batteria|pompa|filtro|valvola|motore|motorino|cinghia)',
  'niet meer (?:betalen|verkrijgbaar|leverbaar|beschikbaar|ziek|op voorraad|te koop)',
  'nicht mehr (?:verfugbar|lieferbar|vorratig|krank|erhaltlich)',
  'wrong number of [a-z]+',
  '(?:given|gave (?:me|us)|got|have) the wrong number for',
  '(?:verkeerde|falsche[nrs]?|sbagliat[oa]) (?:kleur|maat|farbe|grosse|couleur|taille|colou?r|size|colore|taglia)',
  '(?:color|talla) equivocad[oa]',
]

/** Somebody died, and so one does not come. */
const absent =
  '(?:died|passed away|est (?:decedee?|mort|morte)|ist (?:gestorben|verstorben|tot)|ha muerto|murio|ha fallecido|fallecio|e (?:morto|morta|mancato|mancata)|is (?:overleden|gestorven|dood)) (?:[a-z]+ ){0,3}(?:[.,] )?(?:[a-z]+ ){0,3}(?:won t|can t|cannot|couldn t|will not|kommt|kann|komme|konnen|kommen|pourrai|pourra|pourrons|viendra|viendrai|podre|podra|podremos|vendra|posso|possiamo|potro|verra|kan|kom|komt|kunnen)(?! (?:[a-z]+ ){0,8}(?:read|texts?|sms|messages?|lire|lesen|leer|leggere|lezen|bericht[a-z]*|antwort[a-z]*|repond[a-z]*|answer|reply|respond[a-z]*|contact[a-z]*|stop|keine?|mehr) ) [a-z]+'

const interestIn =
  '(?:(?:gen interesse in|niet geinteresseerd in) (?:de|het|die)|kein interesse (?:am|an (?:der|den|dem|einer|einem))|nicht interessiert (?:am|an (?:der|den|dem))|not interested in the|(?:pas|plus) interesse[es]* par (?:le|la|les|l)|no me interesan? (?:el|la|los|las)|non mi interessano? (?:il|la|lo|l|i|gli|le)|non sono interessat[oa] (?:al|alla|all|ai|alle))'
const notOurs =
  '(?!(?:[a-z]+ ){0,3}(?:sms|bericht[a-z]*|messages?|texts?|nachrichten|mensajes|messaggi|offres?|offers?|angebot[a-z]*|ofertas?|offerte|aanbieding[a-z]*|promo[a-z]*|news[a-z]*|pub|werbung|reclame|publicidad|pubblicita|cosa|cose|politica|politik|politiek|politics) )'
const asksOn =
  '(?:hay|cuanto|cual|que|quando|quanto|c e|avete|teneis|tienen|gibts?|gibt es|habt ihr|is there|have you|do you|is it|wel|wohl|oui|si|quello|quella|heeft|hebben|(?:vous )?l avez|auriez vous|est ce que|existe|(?:aber|maar|but|mais|pero|ma|however) (?:la|le|l|der|die|das|de|het|el|il|lo|quello|quella|gibt[a-z]*|have|is|do|was|wat|wie|hoe|che|que))'
/** "The blue one does not interest me, have you a green one?" */
const another = [
  `${interestIn} ${notOurs}[a-z]+(?: [a-z]+){0,4}(?= [.,] ${asksOn} )`,
  `${interestIn} ${notOurs}[a-z]+(?: [a-z]+){0,2} , [a-z]+ [a-z]+(?= (?:cuanto|quando|quanto) )`,
  `(?:el|la|il|lo|le|die|der|das|the) ${notOurs}[a-z]+(?: [a-z]+){0,2} (?:no me interesa|non mi interessa|interessiert mich nicht|interesseert me niet|doesn t interest me) ,(?= (?:el|la|il|lo|die|der|das|the|de|het|${asksOn}) )`,
  `not interested in the ${notOurs}[a-z]+(?: one)?(?= but (?:have|do|is|are) )`,
]

const uses = [
  absent,
  ...halts,
  ...slips,
  ...spoken,
  ...named,
  ...official,
  ...ofThings,
  ...another,
].map((source) => latePattern(` (?:${stems(source)})(?= )`, 'g'))

/** A reply's words without what is said of something else. */
export const withoutHarmlessUses = (said: string): string =>
  uses.reduce((rest, use) => (use.mayMatch(rest) ? rest.replace(use, ' _') : rest), said)
