// "Cancel Tuesday's lesson", "no nuts in the cake": what is to go is a thing, and no message.
import { dictionaryOf } from './dictionary.ts'
import { isEverydayThing } from './everyday-things.ts'
import { ideasOf } from './overheard.ts'

/** `%` ends a stem; doubled letters are single, as in the words of a reply. */
const kindsOfWords = {
  act: 'debaras%|suprim%|enlev%|retir%|anul%|desinscri%|unsub%|desap?unt%|decomand%|resili(?:e|ez|er)|ot(?:ez|e|er)|cancel%|remov%|delet%|take|leave|drop|skip|absagen|absage|sag|abmelden|meldet|melden|storn%|streich%|losch%|entfern%|weglasen|wegnehmen|lasen|last|nehmt|nehmen|nim|quit(?:a|ad|ais|as|an|en|ar|e|emos|ame|adme|enme|arme|anos|adnos|ennos|arnos|ale|adle|enle|arle)|elimin%|bor(?:ad|en|ar)|sac(?:a|ad|ar|an|ame|adme|anme|arme)|saquen|saquenme|togli%|tolg%|tolta|tolto|leva|levate|levare|disdi%|hal|halen|halt|verwijder%|schrap%|afzegen|afmelden|anuler%|weglaten|lat|tir(?:e|em|a|ar)|desmarc%|usun%|odwol%|opzegen|opgezegd|opzeg|abestel%|afbestel%|schliesen|schliest|cier(?:e|en)|cer(?:ar|ad)|chiud(?:ete|ere|a|i)|clotur%|close|withdraw|recedere|kundig(?:en|e|t)|gekundigt|suspend%|sospend%|pausier%|bloc(?:a|ate|are|hi|hino)|bloqu%|block|spern|opschorten|stopzet%|stopgezet|beeindig%|beend(?:en|et|e)|stop(?:en|te)|unterbrech%|abbrech%|auflos%|aflos%|terminate|terminating|resign%|recede|recedo|receder%|rescind%|renonc%|renunci%|rinunci%|verzicht%|interromp%|abandon%|bute?at%|but(?:ate|a)|gooi%|treken|trek|trekt|ziehen|ziehe|zuruckziehen|zuruckgezogen|ingetroken',
  /** Of what goes on: "stop the transfer", and what is named stands beside it. */
  cease:
    'stop|stopt|stopen|stopez|aretez|areter|fermate|ferma|fermi|paren|parad|pare|basta|halt|haltet|alto',
  need: 'ned|neds|neded|besoin|brauch%|necesit%|falta|serve|servono|bisogno|nodig|hoeft|hoef|hoeven|quiero|queremos|want|veux|voglio|mochte|mochten',
  not: 'no|not|dont|t|ne|n|pas|plus|nicht|nichts|keine?n?|non|niet|gen|niente|sin|ya',
  name: 'nom|name|namen|nam|nombre|nome|namens',
  food: 'beurre|butter|burro|boter|mantequil%|potatoes|kartoffel%|aardappel%|patate|apples|apel%|manzanas|mele|bananas?|bananen|bananes|piza%|burger%|fromages?|chese|kase|queso|formagi%|parmig%|tortelin%|raviol%|lasagn%|mozarel%|kas|oignons?|onions?|zwiebel%|cebol%|cipol%|ui|uien|uitjes|tomat%|pomodor%|concombres?|cucumber|gurken?|pepin%|cetriol%|komkomer|oliv%|aceitun%|champignon%|mushrom%|pilze?|setas|fungh%|ail|garlic|knoblauch|ajo|aglio|knoflok|noix|noisetes?|nuts?|peanuts?|nuse|erdnuse|nuec%|cacahuet%|noci|nociol%|arachid%|noten|pinda%|gluten|lactose|laktose|latosio|lait|milch|milk|leche|late|melk|sauces?|sose|salsa|saus|mayo%|ketchup|moutarde|mustard|senf|mostaza|senape|mosterd|zuchini%|zuchin[ei]|courget%|calabacin%|aubergin%|melanzan%|berenjen%|brocol%|spinat|spinach|epinards?|espinac%|spinaci|spinazie|selerie|celery|selder%|carot%|zanahor%|wortel%|mohren|karoten|anan[ae]s|pineaple|pina|yaourts?|yog?h?urt%|joghurt%|yogur%|baras?|hogazas?|panecil%|salad%|insalat%|ensalad%|piments?|chili|picante|pain|bread|brot|brotchen|pane|brodje%|gateaux?|cakes?|kuchen|tart%|torta|torte|deserts?|postre|dolce|toetje|frites|fries|pomes|patat%|patatas|poulets?|chicken|hahnchen|polo|kip|jambon|ham|schinken|jamon|prosciut%|poison|fisch|pescado|pesce|vis|oeufs?|egs?|eier|huevo%|uova|sucre|sugar|zucker|azucar|zuchero|suiker|sel|sal|salt|salz|zout|boisons?|drinks?|getrank%|bebidas?|bibite|quiches?|sandwich%|bocadillo%|panino|panini|raisins?|rosinen|coriand%|cilantro|anchois|anchov%|sardelen|anchoas?|aciug%|cornichons?|gherkins?|pickles?|bacon|creme|cream|sahne|nata|pana|slagrom|croisants?|bagu?etes?|crevetes|shrimps?|gambas|garnal%',
  thing:
    'comandes?|panier|rdv|rendezvous|lecons?|cours|seances?|stages?|ateliers?|tournoi%|matchs?|match|sorties?|garderie|cantine|etude|voyage|reserv%|resa|table|places?|chambre|creneau|livraison|devis|couverts?|lesons?|clas|clases|course|sesion|apointments?|apt|bokings?|order|orders|delivery|trip|slot|training|camp|termine?|termin|stunde|reitstunde|kurs|kurse|buchung|bestelung|tisch|zimer|ausflug|lieferung|unterricht|probetraining|citas?|clase|clases|curso|pedido|mesa|excursion|partido|entrenamiento|taler|habitacion|comedor|lezion%|corso|prenotazion%|ordine|tavolo|apuntament%|gita|alenament%|camera|consegna|visita|afspra%|cursus|bestel%|tafel|kamer|uitstap|aula|consulta|encomenda|marcacao|treino|campus|(?:[a-z]{3,})(?:camp|kamp|kurs|training|stunde|termin|spiel)|(?:turn|piano|gitaar|viool|dans|zwem|rij|taal|muziek|teken|zang|tennis|paardrij|ski|drum|bij|yoga|kook|judo|proef|gym)les(?:sen)?|wizyt%|lekcj%|zamowieni%|rezerwacj%|stolik|person|persons|persones?|personas?|personen|people|adult%|erwachsene%|volwasen%|child|children|enfants?|kinder|kinderen|ninos?|ninas?|bambin%|guests?|gaste|gasten',
  /** What one's own name stands in: who is taken off it asks for no end of messages. */
  joined:
    'waitlist|cours|courses?|kurse?s?|[a-z]{3,}kurs|cursus|curso|corso|lessons?|lecons?|stunde|unterricht|lezion%|clases?|stages?|ateliers?|[a-z]{2,}camp|[a-z]{2,}kamp|tournoi%|turnier|toernooi|torneo|tournament|chor|choeur|chorale|choir|coro|koor|ausflug|gita|excursion|uitstap|tombola|verlosung|raffle|tippspiel|marathon|marat[oh]+n[ae]?|halbmarathon|betriebsrat|plan|planning|rota|roster|rooster|dienstplan|schichtplan|turn[oi]|turnos|exams?|examen|klausur%|prufung%|tentamen%|esam[ei]',
  /** What stands behind what is to go: "the onion off", "die Gurke raus". */
  away: 'of|out|weg|raus|rausnehmen|rausgenomen|herausnehmen|eraf|eruit|af|weglasen|weggelaten|fuera|via',
  /** What is taken out of a house, off a car or off a coat by those who are paid for it. */
  work: 'boilers?|chaudiere%|caldera|caldai%|ketel%|heizung%|heizkesel|kesel|radiat[a-z]*|radiador%|stove|oven|ofen|herd|four|horno|forno|kachel|frigo|fridge|kuhlschrank|nevera|frigorifero|koelkast|carpet%|tepich%|moquet%|alfombra%|tapijt|vloerkled|tapet%|walpaper|papier peint|sofa%|couch|canape|divano|bankstel|matelas|matres|matratze|colchon|materaso|matras|armoire|schrank|wardrobe|armario|armadio|kast|kitchen|cuisine|kuche|cocina|cucina|keuken|bath|baignoire|badewane|banera|vasca|badkuip|toilet%|stains?|taches?|fleck%|mancha%|machia|machie|vlek%|scratch%|rayure%|kratzer|rasguno|grafio|grafi|krasen|snow|neige|schne|nieve|neve|snew|snow|rust|rouille|rost|oxido|rugine|roest|musgo|muschio|arbre%|baum|baume|arbol%|albero|alberi|bomen|hedge|haie|hecke|seto|siepe|heg|stump|souche|wal|wals|mur|murs|cloison|wand|tabique|pared%|parete|pareti|muur|tiles?|carelage|fliesen|azulejos|piastrele|tegels|panels?|gravats|schut|escombros|macerie|puin|asbestos|amiante|asbest|amianto|nest|nid|nido|tattoo|tato|tatouage|tatuaje|tatuagio|wart|verue|warze|veruga|wrat|mole|stitches|faden|puntos|punti|hechtingen|plaster|platre|gips|yeso|geso|tooth|zahn|diente|muela|dente|kies|tand|nails?|extensions?|varnish|vernis|esmalte|smalto|bulb|ampoule',
  /** Whoever calls a thing old means no number and no list, which are told apart by their names. */
  old: 'old|ancien|anciene|vieux|vieil|vieile|viejo|vieja|viejos|viejas|antigu[oa]|vechio|vechia|vechi|vechie|oude|alte|alten|alter|altes',
  no: 'no|sans|pas|keine?|keinen|ohne|sin|nada|senza|nienten?|geen|zonder|without|sem|bez',
  /** "Never again anchovies": with a dish right behind it. */
  never: 'jamais|never|nie|nunca|mai|noit',
  /** A person, or what stands for one. */
  person:
    'compt%|acount|konto|cuenta|profil%|profile|fiche|me|moi|nous|us|mich|uns|mij|mnie|nas|myself',
} as const
const kindsOf = dictionaryOf(kindsOfWords)

/** "Of course", "at this stage", "in order to". */
const notAlone = / (?:lat (?:ons|me|mij) gerust|of course|this stage|in order|en cours|au cours) /

/** Where one of these is spoken of in the same breath, nothing is taken out. */
const ofMessages = new Set(
  'mesage number list send receive consent law rude peace refuse threat'.split(' '),
)

/** "Quítame la cebolla" and not "quítame de la lista": what follows is the thing itself. */
const ofMe = /(?:me|mi|nos|ci)$/
const articles = new Set('el la los las il lo l i gli le un una'.split(' '))

/** "Trousers bought, sign me off": he means himself, whatever was named before. */
const ofOneself = /^(?:abmelden|afmelden|melden|meldet|desinscri|unsub|desap?unt)/
const nearBefore = 4

/** "Unsubscribe, I have an insurance": what follows these is another sentence. */
const anew = new Set(
  'i we they ich wir je j nous on ik wij io noi yo nosotros have ve had got has habe hab haben hat ai avons avez ont he hemos tengo tenemos ho abiamo heb heben heft bin sind am are suis soy sono ben car denn weil because since parce porque perche want already schon deja ya gia al'.split(
    ' ',
  ),
)
export const startsAnew = (word: string): boolean => anew.has(word)

/** May stand between the word of cancelling and the thing that it names. */
const between = new Set(
  'du des my mon ma mes notre mein meine meinen unser unsere mis nuestra nuestro mio mia nostra nostro mijn mn onze ons please bite aub svp favor por de di con cosi with mit avec maar eerst first unas unos gerade eben the this that la le les l el los las il lo i gli den die das der dem de het een un une una ein eine einen ce cet cete diesen diese dese deze dit questo questa quel quela ese esa este esta of out you vous sie ihr julie u auch ok ousi ausi anche tambien also moi mir mij nous uns ons ci le li'.split(
    ' ',
  ),
)
/** Old things that may be ours: the old name, the old deal. */
const ofOurs =
  /^(?:deals?|phone|names?|nom|nombre|nome|nam|e?mails?|coreos?|entry|entre|inscription|inscripcion|iscrizione|inschrijving|registration|membership|adhesion|abo|alerts?|leters?|letres?|things?|stuf|way|one|ones|lot|client|customer|kunde|klant|adres|adrese|addres|cuentas?|conto|service|servicio|dienst|link|person|user)$/

/** What is written of a thing, or of yours: "the dentist's reminders", "your lunch menus". */
const ofNews =
  /^(?:deals?|specials|news|nieuws|bollettin[oi]|boletin[oi]?|boletines|bulletins?|notiziari[oi]|circolar[ei]|noticias|notizie|neuigkeiten|nouvelles|novedades|novita|[a-z]{3,}(?:berichten|berichtjes|nachrichten|meldungen|meldingen)|campaigns?|kampagne[a-z]*|campagnes?|campana|campagna|petition[a-z]*|peticion|petizione|sondages?|surveys?|umfrage[a-z]*|encuestas?|infos?|informations?|informacion|informazioni|informatie|updates?|vouchers?|coupons?|gutschein[a-z]*|rabat[a-z]*|discounts?|kortingen|descuentos?|sconti|menus?|speiseplan|rapels?|reminders?|erinerung[a-z]*|recordatorios?|promemoria|herinering[a-z]*|anonces?|alerts?|alertes?|alertas?|avis|avisi|notices?|vos|votre|your|ur|eure[a-z]*|ihre[a-z]*|vuestr[a-z]+|sus|vostr[a-z]+|julie|uw)$/

/** "Enough of salt in the menus": they are eaten, and not sent. */
const inMenus = / (?:en|in|dans|on|nei|im) (?:los |the |les |den |de )?menus?(?= |$)/

/** "Take the meat off the list": of the shopping, where something to eat is named. */
const shoppingList =
  / (?:of|from|von|de|van|uit|dala|dal|della|du) (?:the |der |die |la |le |il |mi |our |my |unserer |de |het )?(?:[a-z]*lijst(?:je)?|[a-z]*liste?|lista|[a-z]*zetel)(?= |$)/

const reach = 6
/** Between "never" and the dish. */
const againOr = new Set(
  'again plus d de des du wieder mas piu mer mehr the le la el il die den das'.split(' '),
)

/** A reply's words without what is asked to go of an order, a calendar, a dish or a house. */
export function withoutCancelledThings(sentence: string): string {
  return sentence.replace(/(?<= )[^.,]+(?= [.,])/g, (part) => {
    const words = part.split(' ')
    const isShopping = words.some(isEaten) && !words.some(isPerson)
    const besides = isShopping ? part.replace(shoppingList, ' ') : part
    const isOurs = besides.replace(inMenus, ' ').split(' ').some(isOfMessages)
    if (notAlone.test(` ${part} `) || isOurs) return part
    const isOfOneself = words.some(isPerson) && !words.some(isJoined)
    const rest = withoutSpans(besides.split(' '), isOfOneself).join(' ')
    return rest === besides ? part : rest
  })
}

/** "No olives, and never again anchovies": one thing after the other. */
function withoutSpans(words: readonly string[], isOfOneself: boolean): readonly string[] {
  const span = namedIn(words) ?? (isOfOneself ? null : goneIn(words))
  if (span === null) return words
  return withoutSpans([...words.slice(0, span[0]), '_', ...words.slice(span[1])], isOfOneself)
}

const is = (word: string | undefined, kind: keyof typeof kindsOfWords) =>
  word !== undefined && kindsOf(word).includes(kind)
const isPerson = (word: string) => is(word, 'person')
export const isNeedWord = (word: string): boolean => is(word, 'need')
/** What is written, or yours. */
export const isOfNews = (word: string): boolean => ofNews.test(word)
/** A word that cancels, ends or takes away whatever is named beside it. */
export const isEndingWord = (word: string): boolean => is(word, 'act') || is(word, 'cease')
const isOfMessages = (word: string) =>
  isOfNews(word) ||
  // A bid is withdrawn as well as a consent.
  (word !== 'withdraw' && ideasOf(word).some((idea) => ofMessages.has(idea)))
const isEaten = (word: string) => is(word, 'food') || isEverydayThing(word, 'goods')
const isJoined = (word: string) => is(word, 'joined')
const isThing = (word: string) => is(word, 'food') || is(word, 'thing') || isJoined(word)

/**
 * "Me podéis quitar el pepino?", "the cheese off please": the thing itself stands at the word that
 * takes it away, so that a "me" beside it is whom it is done for.
 */
function namedIn(words: readonly string[]): readonly [number, number] | null {
  for (const [at, word] of words.entries()) {
    if (is(word, 'no')) {
      const dish = words.slice(at + 1, at + 4).findIndex(isBrought)
      if (dish >= 0) return [at, at + dish + 2]
    }
    if (is(word, 'never')) {
      const dish = words.findIndex((one, index) => index > at && !againOr.has(one))
      if (is(words[dish], 'food')) return [at, dish + 1]
    }
    if (is(word, 'food')) {
      const away = words.slice(at + 1, at + 4).findIndex((one) => is(one, 'away'))
      if (away >= 0) return [at, at + away + 2]
    }
    const isStopped = is(word, 'cease')
    if (!is(word, 'act') && !isStopped) continue
    const named = words.findIndex((one, index) => index > at && !between.has(one))
    if (named > at + 1 && isNamed(words, named)) return [at, named + (isOld(words, named) ? 2 : 1)]
    // "Stop the automatic payment".
    if (isStopped && named > at + 1 && isNamed(words, named + 1)) return [at, named + 2]
    if (isStopped) continue
    if (at > 0 && (is(words[at - 1], 'work') || isOld(words, at - 2))) return [at - 1, at + 1]
  }
  return null
}

const isNamed = (words: readonly string[], at: number) =>
  is(words[at], 'work') ||
  isThing(words[at] ?? '') ||
  isEverydayThing(words[at] ?? '') ||
  isOld(words, at) ||
  isOldAddress(words, at)

/** What is eaten, or taken away by those who are paid for it. */
export const isDishOrWork = (word: string): boolean => is(word, 'food') || is(word, 'work')
/** Whatever can be cancelled, eaten, taken away or mended. */
export const isKnownThing = (word: string): boolean =>
  isThing(word) || is(word, 'work') || isEverydayThing(word)

/** "Delete the old address": whoever moves gives the new one. */
const address = /^(?:[a-z]*adrese?|addres|direcion|indirizo)$/
const isOldAddress = (words: readonly string[], at: number) =>
  [at, at + 1].every((one) => address.test(words[one] ?? '') || is(words[one], 'old'))

const isBrought = (word: string) => is(word, 'food') || isEverydayThing(word, 'goods', 'wraps')

/** "The old boiler", and not "the old number". */
function isOld(words: readonly string[], at: number): boolean {
  const thing = words[at + 1]
  if (!is(words[at], 'old') || thing === undefined || thing.length < 3) return false
  return !isPerson(thing) && ideasOf(thing).length === 0 && !ofOurs.test(thing)
}

const definite = new Set(
  'the that this our le la les l notre den die das dem der unser unsere unseren el los las nuestro nuestra il lo nostro nostra de het die dat onze ons'.split(
    ' ',
  ),
)

export const isDefinite = (word: string): boolean => definite.has(word)

const goneIn = (words: readonly string[]) => cancelledIn(words) ?? unneededIn(words)

/** "We don't need the skip any more", "she no longer takes her tablets". */
function unneededIn(words: readonly string[]): readonly [number, number] | null {
  const isNeeded = words.some((word) => is(word, 'need'))
  const thing = words.findIndex((word, at) => {
    if (isEverydayThing(word, 'health')) return true
    if (!isNeeded) return false
    // "I don't need windows" answers an offer; "the windows" are those that were ordered.
    const isThat = words.slice(Math.max(0, at - 2), at).some((one) => definite.has(one))
    const isOrdered = is(word, 'work') || isEverydayThing(word, 'goods', 'works')
    return isEverydayThing(word, 'wraps') || (isThat && isOrdered)
  })
  if (thing < 0) return null
  const nots = words.flatMap((word, at) =>
    is(word, 'not') && Math.abs(at - thing) <= reach ? [at] : [],
  )
  if (nots.length === 0) return null
  return [Math.min(thing, ...nots), Math.max(thing, ...nots) + 1]
}

/** From the word of cancelling to the last thing after it, or, as Germans say it, the other way. */
function cancelledIn(words: readonly string[]): readonly [number, number] | null {
  for (const [at, word] of words.entries()) {
    const after = words.slice(at + 1, at + 1 + reach)
    const isOfMe = ofMe.test(word) && !articles.has(after[0] ?? '') && !after.some(isJoined)
    if (!is(word, 'act') || isOfMe) continue
    const isOfName = after.some((one) => is(one, 'name'))
    const last = after.findLastIndex(
      (one) =>
        isThing(one) || (isOfName ? isEverydayThing(one, 'namePlace') : isEverydayThing(one)),
    )
    if (last >= 0 && !after.slice(0, last).some(startsAnew)) return [at, at + last + 2]
    const first = words.slice(0, at).findIndex(isThing)
    if (first >= 0 && at - first <= reach + 2) return [first, at + 1]
    const before = words.slice(0, at).findLastIndex((one) => isEverydayThing(one))
    const isApart = at - before > nearBefore || words.slice(before, at).some(startsAnew)
    if (before >= 0 && !isApart && !ofOneself.test(word)) return [before, at + 1]
  }
  return null
}
