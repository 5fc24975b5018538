// "Cancel Tuesday's lesson", "no nuts in the cake": what is to go is a thing, and no message.
import { dictionaryOf } from './dictionary.ts'
import { ideasOf } from './overheard.ts'

/** `%` ends a stem; doubled letters are single, as in the words of a reply. */
const kindsOfWords = {
  act: 'suprim%|enlev%|retir%|anul%|desinscri%|unsub%|desap?unt%|decomand%|resili(?:e|ez|er)|ot(?:ez|e|er)|cancel%|remov%|delet%|take|leave|drop|skip|absagen|absage|sag|abmelden|meldet|melden|storn%|streich%|losch%|entfern%|weglasen|wegnehmen|lasen|last|nehmt|nehmen|nim|quit(?:a|ad|en|ar|e|emos|ame|adme|enme|arme)|elimin%|bor(?:ad|en|ar)|sac(?:a|ad|ar)|togli%|tolg%|tolta|tolto|leva|levate|levare|disdi%|hal|halt|verwijder%|schrap%|afzegen|afmelden|anuler%|weglaten|lat|tir(?:e|em|a|ar)|desmarc%|usun%|odwol%',
  food: 'piza%|burger%|fromages?|chese|kase|queso|formagi%|kas|oignons?|onions?|zwiebel%|cebol%|cipol%|ui|uien|uitjes|tomat%|pomodor%|concombres?|cucumber|gurken?|pepin%|cetriol%|komkomer|oliv%|aceitun%|champignon%|mushrom%|pilze?|setas|fungh%|ail|garlic|knoblauch|ajo|aglio|knoflok|noix|noisetes?|nuts?|peanuts?|nuse|erdnuse|nuec%|cacahuet%|noci|nociol%|arachid%|noten|pinda%|gluten|lactose|laktose|latosio|lait|milch|milk|leche|late|melk|sauces?|sose|salsa|saus|mayo%|ketchup|moutarde|mustard|senf|mostaza|senape|mosterd|salad%|insalat%|ensalad%|piments?|chili|picante|pain|bread|brot|brotchen|pane|brodje%|gateaux?|cakes?|kuchen|tart%|torta|torte|deserts?|postre|dolce|toetje|frites|fries|pomes|patat%|patatas|poulets?|chicken|hahnchen|polo|kip|jambon|ham|schinken|jamon|prosciut%|poison|fisch|pescado|pesce|vis|oeufs?|egs?|eier|huevo%|uova|sucre|sugar|zucker|azucar|zuchero|suiker|sel|salt|salz|zout|boisons?|drinks?|getrank%|bebidas?|bibite|quiches?|sandwich%|bocadillo%|panino|panini|raisins?|rosinen|coriand%|cilantro|anchois|anchov%|sardelen|anchoas?|aciug%|cornichons?|gherkins?|pickles?|bacon|creme|cream|sahne|nata|pana|slagrom|croisants?|bagu?etes?|crevetes|shrimps?|gambas|garnal%',
  thing:
    'comandes?|panier|rdv|rendezvous|lecons?|cours|seances?|stages?|ateliers?|tournoi%|matchs?|match|sorties?|garderie|cantine|etude|voyage|reserv%|resa|table|places?|chambre|creneau|livraison|devis|couverts?|lesons?|clas|clases|course|sesion|apointments?|apt|bokings?|order|orders|delivery|trip|slot|training|camp|termine?|termin|stunde|reitstunde|kurs|kurse|buchung|bestelung|tisch|zimer|ausflug|lieferung|unterricht|probetraining|citas?|clase|clases|curso|pedido|mesa|excursion|partido|entrenamiento|taler|habitacion|comedor|lezion%|corso|prenotazion%|ordine|tavolo|apuntament%|gita|alenament%|camera|consegna|visita|afspra%|cursus|bestel%|tafel|kamer|uitstap|aula|consulta|encomenda|marcacao|treino|campus|(?:[a-z]{3,})(?:camp|kamp|kurs|training|stunde|termin|spiel|les)|wizyt%|lekcj%|zamowieni%|rezerwacj%|stolik|person|persons|persones?|personas?|personen|people|adult%|erwachsene%|volwasen%|child|children|enfants?|kinder|kinderen|ninos?|ninas?|bambin%|guests?|gaste|gasten',
  no: 'no|sans|pas|keine?|keinen|ohne|sin|nada|senza|nienten?|geen|zonder|without|sem|bez',
  /** A person, or what stands for one. */
  person:
    'compt%|acount|konto|cuenta|profil%|profile|fiche|me|moi|nous|us|mich|uns|mij|mnie|nas|myself',
} as const
const kindsOf = dictionaryOf(kindsOfWords)

/** "Of course", "at this stage", "in order to". */
const notAlone = / (?:of course|this stage|in order|en cours|au cours) /

/** Where one of these is spoken of in the same breath, nothing is taken out. */
const ofMessages = new Set(
  'mesage number list send receive consent law rude peace refuse threat'.split(' '),
)

/** "Quítame la cebolla" and not "quítame de la lista": what follows is the thing itself. */
const ofMe = /(?:me|mi|nos|ci)$/
const articles = new Set('el la los las il lo l i gli le un una'.split(' '))

const reach = 5

/** A reply's words without what is asked to go of an order, a calendar or a dish. */
export function withoutCancelledThings(sentence: string): string {
  return sentence.replace(/(?<= )[^.,]+(?= [.,])/g, (part) => {
    const words = part.split(' ')
    if (notAlone.test(` ${part} `) || words.some(isOfMessages)) return part
    const span = cancelledIn(words)
    return span === null
      ? part
      : [...words.slice(0, span[0]), '_', ...words.slice(span[1])].join(' ')
  })
}

const is = (word: string | undefined, kind: keyof typeof kindsOfWords) =>
  word !== undefined && kindsOf(word).includes(kind)
const isOfMessages = (word: string) =>
  is(word, 'person') || ideasOf(word).some((idea) => ofMessages.has(idea))
const isThing = (word: string) => is(word, 'food') || is(word, 'thing')

/** From the word of cancelling to the last thing after it, or, as Germans say it, the other way. */
function cancelledIn(words: readonly string[]): readonly [number, number] | null {
  for (const [at, word] of words.entries()) {
    const after = words.slice(at + 1, at + 1 + reach)
    if (is(word, 'no')) {
      const dish = after.slice(0, 3).findIndex((one) => is(one, 'food'))
      if (dish >= 0) return [at, at + dish + 2]
    }
    if (!is(word, 'act') || (ofMe.test(word) && !articles.has(after[0] ?? ''))) continue
    const last = after.findLastIndex(isThing)
    if (last >= 0) return [at, at + last + 2]
    const first = words.slice(0, at).findIndex(isThing)
    if (first >= 0 && at - first <= reach + 2) return [first, at + 1]
  }
  return null
}
