// "I deleted the app", "take the tyres off the quote", "not at the neighbours": no message is meant.

import { anyWord, stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

const takeOff =
  '(?:suprim%|enlev%|retir%|anul%|otez|oter|ote|remov%|delet%|take|leave|drop|strike|cancel%|losch%|streich%|entfern%|nehmen|nehmt|nimm|lassen|lasst|quit(?:a|ad|ar|en|ais|an|as|adme|adle|arle)|elimin%|borr(?:a|ad|ar|en)|sac(?:a|ad|ar|an|ais)|togli%|tolg%|lev(?:a|ate|are)|haal|halen|haalt|schrap%|verwijder%|laat|laten)'
const det =
  '(?:the|my|our|this|that|le|la|les|l|du|des|mon|ma|notre|ce|cette|el|los|las|mi|nuestr[oa]|il|lo|i|mio|mia|nostr[oa]|der|die|das|dem|den|mein%|unser%|de|het|mijn|mn|onze|ons)'
/** What is asked for before it is paid, and what is paid. */
const paper =
  '(?:quotes?|quotation|estimate|bill|invoice|tab|order|devis|facture|note|addition|comand[ea]|presupuesto|factura|cuenta|pedido|preventivo|fattura|conto|ordine|angebot|kostenvoranschlag|rechnung|bestelung|auftrag|offerte|prijsopgave|rekening|factuur|bestelling)'
const from =
  '(?:from|off|off of|out of|of|on|in|du|de|del|dal|dalla|dallo|dall|nel|nell|en|dans|aus|von|vom|im|van|uit|op|sur)'

const put =
  '(?:leav%|put|drop|deliver%|ring|park|lais(?:ez|er|e)|depos(?:ez|er|e)|livr(?:ez|er|e)|sonn(?:ez|er)|gar(?:ez|er)|mett(?:ez|re)|abgeben|abgegeben|abstellen|ablegen|hinlegen|hinstellen|stellen|stellt|legen|legt|klingeln|parken|werfen|dej(?:ar|en|ad|eis|e|es)|entreg(?:ar|uen|ueis|ad)|poner|pongan|llam(?:ar|en|eis) al timbre|lasci(?:are|ate|ar|a)|consegn(?:are|ate)|suon(?:are|ate)|mett(?:ere|ete)|parcheggi%|afgeven|afleveren|achterlaten|zetten|leggen|bezorgen|anbelen|aanbellen|parkeren)'
const place =
  '(?:(?:bei|beim|an|vor|in|auf|with|at|by|on|chez|au|dans|devant|con|en|bij|voor) (?:the |den |dem |der |die |das |les |le |la |los |las |de |het )?)?(?:neighbou?rs?|porch|garage|shed|gate|doorstep|front door|letterbox|driveway|voisin[es]*|gardien%|concierge|portail|palier|boite aux lettres|hall|terrasse|balcon|abri|nachbar%|haustur|hof|einfahrt|terasse|briefkasten|keller|carport|vecin[oa]s?|porter[oa]|porteria|portal|garaje|felpudo|buzon|vicin[oi] di casa|dai vicini|dal vicino|portineria|portinaio|cancello|pianerottolo|cassetta|buren|buurman|buurvrouw|schuur|berging|voordeur|brievenbus|oprit|stoep)'

/** What is read, played or watched for a fee, by its own name. */
const fee =
  '(?:(?:brot|kaffee|gemuse|obst|wein|milch|fleisch|eier|blumen|brood|koffie|groente|fruit|melk|vlees|bloemen|zeitungs|zeitschriften|sport|fitness|theater|kinder|monats|strom|handy|krant%|tijdschrift%|fitnes|zwem|trein|bus|parkeer|museum|bibliotheek|telefoon)(?:abo|abonnement|abonement)|(?:bread|bakery|coffee|veg|veg box|fruit|milk|meat|wine|flower|meal|newspaper|magazine|paper|rail|bus|parking|phone|gym|netflix) (?:subscription|delivery|pass)|(?:abonnement|abo|subscription|suscripcion|abbonamento) (?:[a-z]+ ){1,4}(?:pain|cafe|legumes|lait|viande|fleurs|pan|leche|verduras?|carne|flores|pane|caffe|latte|fiori|brot|gemuse|brood|groente|journal|magazine|revue|presse|bus|train|tram|parking|piscine|bibliotheque|theatre|periodico|revista|diario|giornale|rivista|quotidiano|treno|piscina|teatro|krant|dagblad|weekblad|tijdschrift|zeitung|zeitschrift|newspaper|paper|gym|studio|fitness[a-z]*|salle|gimnasio|palestra|sportschool|kino|zoo|schwimmbad|museum))'
const end =
  '(?:suspend%|interromp%|resili%|arret(?:er|ez|e)|pause%|pausier%|unterbrech%|kundig%|aussetzen|abbestell%|stop|cancel%|hold|interrump%|anul%|paus(?:ar|ad|en)|sospend%|disdi%|annull%|stopzetten|stopgezet|opzeggen|opgezegd|gekundigt|opschorten|stoppen|beeindigen|onderbreken|pauzeren)'

const bell =
  '(?:ring|sonn(?:ez|er)|klingeln?|klingelt|llam(?:ar|en|eis)|toc(?:ar|ad|ate)|toquen|suon(?:are|ate)|bel|bellen|citofon%)'
const door =
  '(?:bell|doorbell|door|porte|voisine?s?|interphone|sonnette|tur|haustur|klingel|timbre|telefonillo|puerta|porta|campanello|citofono|deur|deurbel|voordeur)'

/** Whose thing was sold takes it out of the advertisement; a name or a number may stand in ours. */
const advert =
  '(?:adverts?|listing|annonce|anzeige|inserat|anuncio|annuncio|advertentie|marktplaats)'
const ofNames = '(?:names?|nom|namen|nombre|nome|naam|details|fotos? von mir) '

const application =
  '(?:app|apps|appli|application|aplicacion|applicazione|anwendung|applicatie|apli|aplicatie)'
const gone =
  '(?:suprim%|desinstal%|efac%|delet%|remov%|uninstal%|geloscht|deinstal%|runtergeworfen|borrad[oa]|borre|elimin%|quitad[oa]|cancel%|disinstal%|tolt[oa]|verwijder%|weggegooid|gewist)'

/** A list of those who wait, come or play: whoever leaves it leaves no list of ours. */
const otherLists = latePattern(
  ` (?:${stems(
    'team ?sheet|mannschaftsaufstellung|aufstellung|lista nozze|elenco (?:dei |degli )(?:partecipanti|invitati)|(?:waiting|wait|guest|shopping|wish|reserve|sign up) list|(?:wart|gaste|einkaufs|teilnehmer|nachrucker|anwesenheits)e?liste|(?:wacht|gasten|boodschappen|deelnemers|reserve)lijst|liste (?:d |de |des |du )(?:attente|invites|participants|courses|inscrits|joueurs|mariage|benevoles)|lista (?:d |de |di |degli |dei |de los )(?:attesa|espera|invitati|invitados|asistentes|partecipanti|participantes|reserva|boda|nozze|la compra|spesa)',
  )})(?= )`,
  'g',
)

/** What is offered for work or for a house, by the writer too, and no offer of ours. */
const otherOffers = latePattern(
  ` (?:${stems(
    '(?<= (?:our|my|notre|unser%|mein%|nuestra|mi|nostra|mia|ons|mijn) )(?:offer|offre|angebot|oferta|offerta)|bod|gebot|bid|puja|enchere|job offers?|stellenangebot|kaufangebot|jobangebot|offre (?:d )?(?:emploi|achat|de stage|de travail)|oferta de (?:trabajo|empleo|compra)|offerta di (?:lavoro|acquisto)|(?:the|that|this|cette|l|la|das|die) (?:offer|offre|offerta|oferta|angebot|aktion) (?:(?:is|n|est|ya|no|non|e|gilt|nicht|geldt|niet|not|plus) ){0,3}(?:no longer|any more|plus|mehr|piu|vale|meer) ?(?:valid|valable|valida|vale)?',
  )})(?= )`,
  'g',
)

/** "Don't send the driver again": somebody comes, and no message does. */
const visitor =
  '(?:drivers?|chauffeurs?|couriers?|delivery (?:man|guy|driver)|plumbers?|engineers?|technicians?|electricians?|cleaners?|builders?|van|ambulance|tow truck|livreurs?|coursiers?|techniciens?|plombiers?|electriciens?|ouvriers?|camion|ambulance|fahrer|boten?|kurier|techniker|monteur|handwerker|klempner|elektriker|krankenwagen|chofer|conductor|repartidor%|mensajero|tecnic[oa]s?|fontanero|electricista|camion|autista|corriere|fattorino|idraulico|elettricista|muratore|bezorger|koerier|loodgieter|elektricien|schoonmaakster|ploeg)'
const sendOut =
  '(?:envoy(?:ez|er|e)|send(?:ing)?|schickt?|schicken|schicken sie|sendet|mand(?:en|eis|ad|es)|envi(?:en|eis|ad|es)|mand(?:ate|are|i)|inviate|stuur|stuurt|sturen)'
const visitorSent = latePattern(
  ` (?:(?:don t|dont|do not|never|stop|please|bitte|aub|no|non|ne|n) )*(?:(?:me|mir|uns|nous|us|nos|ci|ons) )?${stems(
    `${sendOut} (?:(?:me|us|mir|uns|moi|nous|mij|ons|plus|pas|jamais|mas|otra|vez|nunca|mai|piu|nicht|mehr|keinen?|nie|wieder|niet|geen|meer|out|round|over|again|any|more|please|bitte|aub) )*(?:(?:the|your|that|a|an|another|le|la|l|un|une|votre|vos|den|die|einen|euren?|ihren?|al|a la|a|el|los|sus?|vuestr[oa]s?|il|lo|i|vostro|de|een|die|jullie|uw) )*(?:same )?${visitor}`,
  )}(?: (?:again|any more|anymore|nicht|mehr|wieder|meer|niet|no more))*(?= )`,
  'g',
)

/** A refusal beside it is of the thing too: "no longer leave it with the neighbours". */
const no = stems(
  '(?:(?:no|not|don t|dont|never|ne|n|pas|plus|nicht|mehr|nie|non|piu|niet|meer|it|them|lo|la|le|los|es|sie|ze|het|arret(?:ez|er)|stop|stopt|dejen|dejad|de|smettete|di|houd|op|met) )',
)

/** Both ways round: Germans and Dutch say the verb last. */
const both = (first: string, gap: string, second: string) => [
  `${first} ${gap}${second}`,
  `${second} ${gap}${first}`,
]

const ends = [
  ...both(takeOff, '(?:[a-z0-9]+ ){0,6}', `${from} (?:${det} )*${paper}`),
  ...both(put, '(?:[a-z0-9]+ ){0,5}', place),
  ...both(takeOff, `(?:(?!${ofNames})[a-z]+ ){0,6}`, `${from} (?:${det} )*${advert}`),
  `${bell} (?:[a-z]+ ){0,3}${door}`,
  ...both(end, '(?:[a-z0-9]+ ){0,6}', `(?:${det} )*${fee}`),
  ...both(gone, `(?:${det} )*(?:vostra |votre |vuestra |eure |jullie |your )?`, application),
].map((source) => latePattern(` (?:${no})*(?:${stems(source)})(?= )`))

/** Where one of these is spoken of in the same breath, nothing is taken out. */
const ofMessages = new Set('mesage number list consent law rude peace refuse threat'.split(' '))
const ofPerson = new Set('me moi nous us mich uns mij ons'.split(' '))
const isOfMessages = (word: string) => ideasOf(word).some((idea) => ofMessages.has(idea))

/** In "8 mai", "en mai", "im Mai" it is a month, and no Italian "never". */
const inMay =
  /(?<= (?:\d{1,2}(?:er)?(?: \.)?|en|au|fin|debut|mi|de|depuis|im|am|anfang|ende|mite|ab|seit|bis) )mai(?= )/g

/** "With number 14": the house next door, and no telephone. */
const nextDoor =
  /(?<= (?:with|at|to|by|chez|au|le|bei|bij|op|al|en el|en la|del|van|von)) (?:number|numero|numer|nr|no|num) \d{1,3}(?= )/g

const oldNumber = latePattern(
  ` (?:[a-z]+ ){0,3}(?:${stems(
    'ancien|old|alte[nr]?|vecchio|viejo|antiguo|oude',
  )}) (?:[a-z]+ )?(?:num|numero|number|[a-z]*numer)(?: [a-z]+){0,5}(?= )`,
)
const newOne =
  / (?:neue?[rsn]?|new|nouveau|nouvel|nuovo|nuevo|nieuwe?|celui ci|questo|este|deze|diese[rsmn]?|this one) /
/** "The old one no longer works": whoever gives the new one says so. */
const oldGone = anyWord(
  '(?:die|the|my|l|la|el|il|het|de|mein%|mon) (?:alte[nr]?|old|ancien%|viej[oa]|antigu[oa]|vecchi[oa]|oude)(?: one| nummer| number| numero| telefonnummer| nr)? (?:(?!und|and|et|y|e|en)[a-z]+ ){0,5}?(?:(?:gilt|geht) (?:[a-z]+ ){0,3}nicht mehr|nicht mehr|no longer [a-z]+|(?:doesn t|isn t|not) (?:working|work|valid|in use)(?: any ?more)?|marche plus|est plus (?:valable|valide)|ya no (?:vale|funciona|sirve|existe)|non (?:vale|funziona|esiste|e) piu(?: attivo| valido)?|(?:werkt|geldt|bestaat|is|gaat|vervalt) (?:[a-z]+ ){0,2}niet meer)',
)
/** "You took me off the list": it is told, of them, and nobody asks for it. */
const youRemoved = latePattern(
  ` (?:${stems(
    '(?:vous m avez|tu m as|you (?:have |ve )?(?:took|taken|removed|deleted|dropped)|mi avete|ci avete|me habeis|me han|habt ihr mich|ihr habt mich|sie haben mich|jullie hebben (?:me|mij)) (?:(?!nicht|niet|pas|non|not|nie|never)[a-z]+ ){0,5}?(?:supprime%|enleve%|retire%|desinscrit%|tolt[oa]|cancellat[oa]|borrado|quitado|genommen|geloscht|gestrichen|rausgenommen|verwijderd|gehaald|off|from)',
  )}) (?:[a-z]+ ){0,3}?(?=[.,])`,
)
const isNo = (word: string) => ideasOf(word).includes('no')

/** What ends a contract in writing, and how it goes and comes. */
const notice = anyWord(
  'disdetta|kundigung%|kuendigung%|kundigungsschreiben|[a-z]*resiliation|(?:letter of |notice of )?(?:cancellation|termination)(?: letter| form| notice)?|opzegging|opzeg(?:brief|formulier)|(?:carta |solicitud |formulario )?(?:de )?(?:la |mi )?baja',
)
const posted = anyWord(
  'einschreiben|recommandee?s?|burofax|certificad[oa]|certificato|raccomandata|registered (?:post|mail)|recorded(?: delivery)?|aangetekend%|courrier|carta|lettera|brief|lettre|letter|pec|post|poste?|posta|formular|formulaire|form|formulier|formulario|modulo',
)
const came = anyWord(
  'arrivat[oa]|arrivee?|arrived|angekommen|eingegangen|ingegangen|aangekomen|binnen(?:gekomen)?|llegado|llego|ricevut[oa]|recue?|received|erhalten|bekommen|gekriegt|ontvangen|gekregen|recibido|recibisteis|(?:did you|have you|you ve) (?:get|got)',
)
const sentOff = anyWord(
  'mandat[oa]|inviat[oa]|spedit[oa]|consegnat[oa]|geschickt|gesendet|abgeschickt|verschickt|eingeworfen|envoyee?|postee?|sent|posted|mailed|gestuurd|verstuurd|verzonden|gepost|mandado|enviado|mande|envie',
)

/** A letter that ends a contract was sent, or is asked after: it is told, and nothing is asked. */
function withoutNotice(said: string): string {
  if (!notice.test(said)) return said
  const isTold = posted.test(said) || came.test(said)
  if (!isTold || said.replace(notice, '').split(' ').some(isOfMessages)) return said
  return said.replace(/ [^.,]+(?= [.,])/g, (part) => {
    const closed = `${part} `
    const isSent = sentOff.test(closed) || came.test(closed)
    return isSent ? closed.replace(notice, ' _').trimEnd() : part
  })
}

/** "The old number can go, this is the new one"; whoever says no beside it may refuse both. */
function withoutTold(all: string): string {
  const sentence = newOne.test(all) ? all.replace(oldGone, ' _') : all
  if (sentence.split(' ').some(isNo)) return sentence
  const told = sentence.replace(youRemoved, ' _ ')
  return newOne.test(told) ? told.replace(oldNumber, ' _') : told
}

/** A reply's words without what is taken off a bill, put elsewhere or ended, and is no message. */
export function withoutOtherEnds(sentence: string): string {
  return withoutNotice(withoutTold(sentence))
    .replace(inMay, 'month')
    .replace(nextDoor, ' neighbours')
    .replace(otherLists, ' waitlist')
    .replace(otherOffers, ' contract')
    .replace(visitorSent, ' _')
    .replace(/ [^.,]+(?= [.,])/g, (part) => {
      const closed = `${part} `
      const found = ends.find((one) => one.test(closed))
      if (found === undefined) return part
      const thing = closed.match(found)?.[0] ?? ''
      const besides = closed.replace(found, ' ').split(' ')
      // "Angebot" and "abonnement" are of the thing here, where they end what was found.
      const within = thing.trim().split(' ').slice(1, -1)
      const isOurs = besides.some(isOfMessages) || [...besides, ...within].some(isPersonOrNumber)
      return isOurs ? part : closed.replace(found, ' _').trimEnd()
    })
}

const isPersonOrNumber = (word: string) =>
  ofPerson.has(word) || ideasOf(word).some((idea) => idea === 'number')
