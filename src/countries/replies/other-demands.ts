// "Take the 5 euros off", "how do I end my contract", "your driver must stop that": no message.

import { isOfNews } from './cancelled-things.ts'
import { isServed } from './complaints.ts'
import { anyWord, stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/** Where one of these is spoken of, messages may be meant. */
const ofOurs = new Set('mesage number list consent law rude peace refuse threat bother'.split(' '))
const isOfOurs = (word: string) => isOfNews(word) || ideasOf(word).some((idea) => ofOurs.has(idea))

const takeOff =
  '(?:enlev(?:er|ez|e)|retir(?:er|ez|e)|suprim(?:er|ez|e)|annul(?:er|ez|e)|take|remove|drop|cancel|delete|waive|strike|nehmt|nehmen|nimm|streich(?:en|t)?|erlasst|storniert|losch(?:en|t)|quit(?:ad|en|ar|a|e|ais|an)|elimin(?:ad|en|ar|a)|anul(?:ad|en|ar|a)|descont(?:ad|ar)|togliete|togliere|toglie|togli|levate|stornate|stornare|annullate|haal|haalt|halen|schrap|schrapt|verwijder)'
const forMe = '(?:me|mi|nos|ci)'
const whom =
  '(?:moi|nous|me|m|mir|uns|mij|ons|mi|ci|nos|us|bitte|please|svp|aub|eens|even|dan|doch|maar|por favor|per favore)'
const det =
  '(?:the|that|this|my|our|those|these|a|le|la|les|l|ces?|cette|mes|ma|mon|el|los|las|esos|esas|ese|esa|mis|mi|i|gli|il|lo|quei|quelle|questi|die|der|den|das|diese%|de|het|deze|dat|mijn|of)'
/** A sum, or what is asked for beside the price. */
const money = stems(
  '(?:(?:\\d+ )?(?:[a-z]+ )?(?:[a-z]*gebuhr%|[a-z]*zuschlag%|[a-z]*toeslag%|[a-z]*kosten|frais|penalites?|majorations?|surcouts?|fees?|charges?|surcharges?|penalty|penalties|cargos?|gastos|recargos?|comision%|penalizacion|mora|multa|spese|costi|commission[ei]|addebit[oi]|sovrapprezzo|boetes?)|\\d+ (?:\\d+ |, \\d+ )?(?:euros?|eur|cents?|centimes?|francs?|franken|pounds?|quid|gbp|dollars?|e))',
)
const moneyOff = [
  `${takeOff}${forMe}?(?: ${whom})*(?: ${det})* ${money}`,
  `${det} ${money} (?:[a-z]+ ){0,5}(?:streichen|loschen|erlassen|stornieren|rausnehmen|verwijderen|schrappen|aftrekken|afhalen|eraf)`,
].map(anyWord)

/** "Stop charging me": money is taken for something. */
const stopCharging = anyWord(
  '(?:arret(?:ez|er)|cessez|stop|hort auf|aufhoren|dej(?:ad|en|e) de|par(?:ad|en) de|smett(?:ete|ere|a) di|houd? (?:daar )?op|stopt?) (?:(?:de|me|m|mich|mir|uns|di|met|mij|zu|that|please) )*(?:preleve[rz]|factur(?:er|ez)|debite[rz]|faire payer|charging|billing|debiting|abbuchen|abzubuchen|abbuchungen|berechnen|cobr(?:ar|arme|arnos)|addebit(?:are|armi|arci)|far(?:mi|ci) pagare|afschrijven|af te schrijven|incasseren|rekenen)',
)

/** "Can I end the subscription and keep my number": of a telephone, and not of a list. */
const keepNumber = anyWord(
  '(?:keep|port|transfer|garder|conserver|porter|conservar|mantener|portar|mantenere|tenere|conservare) (?:(?:the|my|our|mon|le|mi|el|il|mio) )*(?:old |phone )?(?:number|numero)|(?:meine?|die|alte|mijn|mn|het|oude)? ?(?:nummer|rufnummer|telefoonnummer) (?:[a-z]+ ){0,2}(?:behalten|mitnehmen|portieren|meenemen|houden|behouden)',
)

/** "Must I end it myself, or do you?" */
const asksWhoEnds = anyWord(
  '(?:moet ik|muss ich|mussen wir|do i|do we|should i|shall i|dois je|je dois|faut il|il faut|debo|tengo que|hay que|devo|dobbiamo|moeten we) (?:[a-z]+ ){1,6}(?:opzeggen|kundigen|kuendigen|cancel%|end|terminat%|resilier|anular|cancelar|dar de baja|disdire|annullare|beeindigen) (?:[a-z]+ ){0,5}(?:of|oder|or|ou|o|oppure)',
)
const asksByOneself = anyWord(
  '(?:zelf|selbst|selber|myself|ourselves|moi meme|nous memes|yo mism[oa])',
)

/** "This must stop": of what somebody does, where a driver or a noise is spoken of. */
const mustStop = anyWord(
  '(?:dit|dat|dieses|das|es|this|that|it|ca|cela|esto|eso|questo|questa cosa) (?:[a-z]+ )?(?:moet|muss|must|has to|needs to|doit|tiene que|debe|deve) (?:[a-z]+ ){0,2}(?:ophouden|stoppen|aufhoren|stop|end|s arreter|cesser|parar|acabar|terminar|finire|smettere)',
)

const howTo =
  / (?:hoe|how|wie|coment|como|come|waneer|wan|when|quand|cuando|quando|what|quel|quele|welche|a chi|a qui|a quien) /
/** What the writer pays for and may end; of messages it is said what it is of. */
const subscribed = latePattern(
  ` (?:${stems(
    'abonnements?|abos?|subscriptions?|suscripcion|abbonamento|memberships?|lidmaatschap|mitgliedschaft|adhesion|contrats?|contracts?|contrato|contratto|[a-z]*vertrag|tarif|tarief|tarifa|tariffa|plan',
  )})(?= )`,
  'g',
)
const toEnd = anyWord(
  'zeg|zegt|opzeg%|opgezegd|beeindig%|stopzet%|kundig%|kuendig%|cancel%|terminat%|end|quit|resili%|arret(?:e|er)|annul%|disdi%|disdett%|recede%|(?:doy|dar|darme|me doy)(?: de)? (?:baja)|anul%',
)
const asksHowToEnd = (part: string) =>
  howTo.test(part) &&
  toEnd.test(part) &&
  part.match(subscribed) !== null &&
  !part.replace(subscribed, ' ').split(' ').some(isOfOurs)

/** Whoever promises a vote asks those who stand for office. */
const pledge = anyWord(
  '(?:my|our) votes?|vote for you|voting for you|ma voix|nos? voix|(?:je |on )?vot(?:e|erai|erons) (?:pour )?(?:vous|toi)|vote pour vous|(?:meine|unsere) stimmen?|wahle? (?:ich )?(?:euch|sie)|mi voto|nuestros? votos?|os (?:voto|votare|votamos|votaremos)|(?:il )?mio voto|i nostri voti|vi (?:voto|votero|votiamo|voteremo)|(?:mijn|onze) stem|stem(?:men)? (?:ik|wij|we) (?:op )?|(?:ik|wij|we) stem(?:men)? (?:op )?(?:u|jullie)',
)
const isNo = (word: string) => ideasOf(word).includes('no') && word !== 'n'
const stops =
  / (?:stop[a-z]*|aret[a-z]*|ces[a-z]*|fermat?[a-z]*|parad|paren|hort auf|hort|houd op|end) /
/** "This", "it all": what is sent, perhaps. */
const small = new Set(
  'it this that these those all now finaly please ca cela tout svp das dies ales endlich bite eso esto todo ya questo tuto subito dit dat ales nu u met mit auf with you sie vous con de'.split(
    ' ',
  ),
)

function isHaltForVote(part: string, said: string): boolean {
  const promise = said.split(/(?<= [.,])(?= )/).filter((one) => pledge.test(one))
  if (promise.length === 0 || promise.join(' ').split(' ').some(isNo)) return false
  const halted = stops.exec(part)
  if (halted === null) return false
  const after = part.slice(halted.index + halted[0].length).split(' ')
  const isNamed = after.some((word) => word.length > 3 && !small.has(word))
  return isNamed && !part.split(' ').some(isOfOurs)
}

const isMoneyOff = (part: string) =>
  moneyOff.some((one) => one.test(part)) && !part.split(' ').some(isOfOurs)

function isEndOfLine(part: string, said: string): boolean {
  if (!keepNumber.test(said) || !toEnd.test(part)) return false
  return !part.replace(keepNumber, ' ').replace(subscribed, ' ').split(' ').some(isOfOurs)
}

const isWhoEnds = (part: string) =>
  (asksWhoEnds.test(part) || (asksByOneself.test(part) && toEnd.test(part))) &&
  !part.split(' ').some(isOfOurs)

/** Said of nothing else in the reply than of who serves, or of what they do. */
const isHaltOfConduct = (part: string, said: string) =>
  mustStop.test(part) && said.split(' ').some(isServed) && !said.split(' ').some(isOfOurs)

const place =
  '(?:gimnasio|gym|piscina|club|curso|clase|academia|seguro|comedor|padron|mutua|palestra|corso|salle de sport|piscine|cours|cantine|mutuelle|sportschule|fitnessstudio|kurs|sportschool|fitness|zwemles|cursus)'
/** "I want to leave the gym from September": who writes may be the gym, and not its messages meant. */
const leavesPlace = anyWord(
  `(?:dar(?:me|nos)|borrar(?:me|nos)|desapuntar(?:me|nos))(?: de baja)? (?:del|de la|de|en el|en la) ${place}|(?:me|nous) desinscrire (?:du|de la|de l|de) ${place}|(?:quit|leave|cancel) (?:the|my) ${place}(?: membership)?|(?:disdire|cancellarmi da|disiscrivermi da)(?:ll|lla|l)? (?:la |il |l )?${place}|mich (?:vom|aus dem|fur den|beim) ${place} (?:abmelden|austragen)|me (?:uitschrijven|afmelden) (?:bij|voor|van) (?:de |het )?${place}`,
)

/** A part of a reply that asks for an end of something else than messages. */
export function isOtherDemand(part: string, said: string): boolean {
  const closed = ` ${part.trim()} `
  const isCharging = stopCharging.test(closed) && !closed.split(' ').some(isOfOurs)
  const isOfContract = asksHowToEnd(closed) || isEndOfLine(closed, said) || isWhoEnds(closed)
  const isHalt = isHaltForVote(closed, said) || isHaltOfConduct(closed, said)
  const isOfPlace = leavesPlace.test(closed) && !closed.split(' ').some(isOfOurs)
  return isOfPlace || isMoneyOff(closed) || isCharging || isOfContract || isHalt
}
