// The net under the phrases: what a reply is about, whatever the order and the language of its words.

import { dictionaryOf } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import type { Ruled } from './read-reply.ts'

/**
 * Ideas that a refusal is made of, in all languages at once: people mix them, and a word that no
 * language shares with another meaning needs none named. `%` ends a stem; doubled letters are
 * single, as in the words of a reply.
 */
const ideas = {
  no: 'kei|keini|keni|ne|n|pas|plus|plu|jamais|rien|aucun|aucune|sans|ni|no|not|never|dont|don|cant|without|none|nothing|nicht|kein%|nie|niemals|nix|nichts|nimer|ohne|nunca|nada|ningun%|tampoco|sin|jamas|non|nn|niente|mai|piu|nesun%|senza|niet|geen|noit|niks|zonder|nao|nenhum%|sem|nic|nigdy|zadn%|bez|net|keng|naischt|kene',
  cease:
    'stop%|aret|arete|aretez|areter|cese%|cesez|halte|basta%|sufit|asez|mare|gave|cease|desist|quit|enough|genug|reicht|schlus|aufhoren|aufhort|hort|hor|parad|paren|parem|pare|dejad|dejen|smet%|finite%|piantate%|genoeg|ophouden|hou|houd|houdt|kap|kapen|chega|przesta%|skoncz%|dosc|dosyc|koniec',
  remove:
    'rauschmeis%|rausgeschmis%|rauswerf%|rausgeworf%|rausnehm%|schmeist|schmeisen|werft|chuck|ditch|kieper%|gooi|gooien|echad|butate%|losched|nemed|supr%|bar(?:ez|er)|sortez|sortir|retrait|rmv|remv|kitar%|kiten|dlt|suprim%|supres%|retir%|enlev%|efac%|ray(?:er|ez|e)|radi(?:er|ez|e|ation)|vire[zr]?|degag%|oubli(?:ez|er|e)|desab%|desins%|bloqu%|blacklist%|remov%|delet%|eras%|unsub%|optout|losch%|geloscht|streich%|entfern%|abmeld%|austrag%|abbestel%|borr(?:e|en|ar|a|ad)[a-z]{0,4}|elimin%|quit(?:en|ar|ad|a|e)%|saq%|sacad%|sacar%|cancel%|disdet%|toglie%|levat%|levare|rimuo%|rimoz%|verwijder%|schrap%|wis|wisen|uitschrijv%|afmeld%|tire|tirem%|apag(?:uem|ue|ar)%|remova%|usun%|wykresl%|skresl%|wypis%|skasuj%|wymaz%',
  mesage:
    'sms|smses|smsy|smsow|sm|mms|texto|textos|mesages?|mesag%|msg|msgs|mesagi?o|mesagi|publicit%|publicid%|publi|pub|pubs|promo|promos|promotion%|spam%|newsleter%|marketing|texts|txts|txt|texting|ads|advert%|notifications?|notifs?|solicit%|demarchag%|prospection|reclam%|werb%|nachricht%|rundnachricht%|mensaj%|mensag%|propagand%|berich%|wiadom%|reklam%|ofert%|ofre|ofres|ofers|angebot%|anbieding%|mailing%|notificac%|aviso|avisos|comunicaz%|comunicac%|comunicat%',
  number:
    'numero%|num|nr|number|numer|numeru|numer[yo]|numbers|nume?r|tel|telephone|telefono|telefon%|telefoon%|telefone|portable|mobile|movil|handy|handynumer|cel|cellulare|celulare|telemovel|06|07|cordones|cordonees|cordonnees|donees|data|daten|datos|dati|gegevens|dados|dane|danych|details|contact|contacts|contacto|contato|contatos|contactos|kontakt%',
  list: 'list|lists|lischt%|liste|listes|lista|listas|listy|listen|lijst|lijsten|fichier|fichiers|fichero|base|bases|bd|database|datenbank|verteiler|adresbuch|kartei|registre|registro|registri|elenco|rubrica|archivi%|bestand|baza|bazy|diffusion|difusion|mailinglist%|subscri%|subskr%|abonement|suscrip%',
  send: 'envoy%|envoi%|menvoy%|ecri[vr]%|mecri[vr]%|recontact%|contact(?:ez|er|e)|derang%|importun%|harcel%|relanc%|embet%|emerd%|send|sends|sending|sent|texting|mesaging|contacting|bothering|spaming|hase?l%|schick%|schrib%|schriib%|send(?:en|et)|schreib%|kontaktier%|belastig%|anruf%|mand(?:ar|en|eis|es|ad|ate|are|em|e|a|ado)|mandar%|envi(?:ar|en|eis|es|ad|em|e)%|escrib%|escrev%|molest%|scriv%|inviat%|inviare|contatat%|stuur|sturen|stuurt|schrijf|schrijven|mailen|lastig%|wysyl%|przysyl%|piszcie|pisz|pisac|kontaktow%|nekac|nekaj%',
  receive:
    'recev%|resev%|receiv%|reciev%|geting|erhalten|bekomen|kriegen|recibir|ricever%|ontvang%|receber|otrzym%|dostawac|kreien',
  want: 'veux|veut|veu|ve|vx|voulons|voudrais|souhait%|besoin|envie|envi|desir%|acept%|recev%|recoi%|resev%|want|wana|wish|need|receiv%|reciev%|get|geting|mochte%|wil|wils|woln|brauch%|erhalten|bekomen|kriegen|wunsch%|quiero|kiero|queremos|deseo|recibir|necesit%|volio|voglio|vogliamo|desider%|ricev%|bisogno|wens%|ontvang%|hoef|quero|desejo|preciso|receber|chce|chcemy|chcialbym|zycz%|otrzym%|potrzeb%|wel',
  them: 'me|m|moi|nous|us|mich|uns|mij|mnie|nas|mech|eis',
  me: 'me|m|moi|nous|my|mon|ma|mes|mn|us|mich|mir|mein%|uns|mi|mis|nos|ci|mio|mia|miei|mij|mijn|ons|meu|meus|minha|mnie|moj%|nam|nas|mech|mer|meng|eis',
  refuse:
    'refus%|m?opos%|oposition|interdi%|object%|withdraw%|revok%|revoc%|revoq%|widerspr%|widerruf%|untersag%|verbiet%|bezwar|bezwaar|oponho|opong%|oposici%|oposizi%|sprzeciw%|cofam|wycofuj%|odwol%',
  consent:
    'consent%|autoris%|autoriz%|authoriz%|permision%|einwilig%|toestem%|consentimi%|consens%|zgod%|zgody',
  peace: 'paix|peace|ruhe|rue|rou|paz|pace|rust|spokoj%|tranquil%|trankil%',
  law: 'cnil|autoriteit|personsgegevens|rgpd|gdpr|dsgvo|aepd|garante|uodo|rodo|ico|tcpa|fcc|bloctel|33700|plainte|plaintes|complaint|anzeige|denunci%|esposto|klacht|aangifte|queixa|skarg%|bundesnetzagentur|verbraucherzentrale|datenschutz%|dgcrf|ofcom|acm|agcom|cnpd|anpd|uokik|7726',
  threat:
    'avocat%|lawyer%|solicitor%|atorney|anwalt%|abogad%|avocat[oi]|advocat%|advocaat|advogad%|prawnik%|polic%|poliz%|tribunal|justice|sue|suing|legal|court|gericht|rechtbank|sad|signal(?:e|er|ement)|report(?:ed|ing)|denonc%|querel%|ilegal%|poursuit%|procureur',
  you: 'vous|tu|te|t|vos|votre|you|u|your|ihr|euch|sie|ihre|os|vosotros|ustedes|vi|voi|uw|voces|panstw%|was|wam|wy',
  rude: 'voleurs?|menteurs?|bandits?|escrocs?|thieves|crooks|liars|scamers|betruger|lugner|ladron%|mentiros%|ladri|bugiardi|trufator%|oplichters|dieven|leugenaars|ladroes|zlodziej%|klamc%|nul|nuls|nules|balles|rubish|garbage|mist|schifo|waardelos%|useles|pathetic|harcel%|haras%|degag%|foutez|foute|fichez|fout|merde|merdes|chier|chiez|chiant%|emerd%|conards?|conneries|coneries|saoul%|soulez|soule|gonfl%|relou%|lourd|lourds|cas?ez|arnaq%|escro%|scam%|fuck%|piss|sod|bugger|bolocks|shit%|crap|anoy%|pester%|nerv%|verpis%|scheis%|arsch%|belastig%|mierda|joder|cono|pesad[oa]s?|hart[oa]s?|cansad[oa]s?|cansin%|molest%|estaf%|rompe%|romper|scoc%|stufo|stufa|vaffan%|cazo|palle|truf%|rotop|kut|flikker|donder|oplicht%|merda|porra|chato|chatos|burla|spierda%|wypierda%|odpierd%|kurw%|odczep%|odwal%|spadaj%|oszust%|natret%|wkurw%',
  bother:
    'exager%|abus%|esager%|overdrij%|ubertreib%|przesad%|fatigu%|derang%|enerv%|agac%|gonfl%|saoul%|importun%|taner|las(?:ez|e)|calm(?:e|ez)|ennui%|enuy%|nerv%|stor(?:t|en|st)|molest%|fastid%|disturb%|lastig|vervel%|irit%|incomod%|chatei%|denerw%|anoy%|bother%|pestering|hart|harto|harta',
  interest: 'interes|interese|interesse%|interest|interested|interesad[oa]|zainteresowan%',
  again: 'encore|wieder|otra|again|ancora|weer|alweer|outra|znowu|znow|nochmal',
  take: 'nehm%|nimm|nim|nem%|take|taking|haal|neem|saca%|saque%|mett%|sort%|tir(?:em|e|a)|zab%|wez%|leva%|prend%',
  right:
    'droit|permet|permi[st]|autoris%|permision|erlaub%|permiso|autoriz%|toesteming|pozwol%|pozwala|recht|derecho|diritto|direito|prawo',
  who: 'qui|quel|who|what|wer|welches|quien|quienes|chi|wie|quem|kto|jakim',
  know: 'conais|conaissons|know|kene|kenen|kenst|conozco|conocemos|conosco|conosciamo|ken|conheco|conhecemos|znam|znamy',
  use: 'utilis%|use|using|benutz%|verwend%|nutz%|usar|usen|useis|usare|usate|gebruik%|utilizar|utilizem|uzywa%',
  keep: 'gard(?:ez|e|er)|keep|stick|shove|behalt%|quedese|quedaos|quedate|guardaos|tenetevi|tieniti|houd|hou|zatrzymajcie',
  much: 'trop|many|much|viel|viele|demasiad%|tropo|tropi|tropa|veel|demais|duzo',
  wrong:
    'geirt|vergist|trompez|trompe|tromper|tromp|ereur|wrong|falsch%|verwahlt|equivoc%|erone%|sbaglia%|erato|verkerd%|verkeerd%|enganad%|engano|enganou|errad[oa]|pomylk%|pomylka|zly|bledny|decede|decedee|mort|deceased|verstorben|falecid%|faleceu|fallecid%|falecio|deceduto|overleden|zmarl%|zyje',
  more: 'meh|plus|plu|pu|more|mehr|mer|mas|piu|mais|wiecej|jamais|again|anymore|nunca|mai|noit|nigdy|nie|niemals|mei|encore|further|weitere|nuevo',
  thing:
    'comand%|factur%|colis|paquet|livr%|rdv|rendez|devis|recibo|rendezvous|termin|termine|termins|cita|citas|apuntament%|afspra%|wizyt%|order|orders|orden|pedido|bestel%|bestelung|rechnung|factuur|faktur%|fatura|invoice|bill|apointment|apointments|lesson|lecon|cours|mot|file|fichiers|photo|photos|foto|fotos|picture|ligne|line|item|article|produit|carte|card|reserv%|buchung|prenot%|lots?|panier|cart|basket|conto|menu|oignon%|cipol%|cebol%|onion%|meeting|reunion|riunion%|table|room|chambre|place|tableau|siret|siren|iban',
} as const
type Idea = keyof typeof ideas

/** Where they stand, the sender's messages are not what is spoken of. */
const elsewhere =
  / (?:recu|recue|recus|recues|arive|arives|ariva|received|recieved|got|arrived|erhalten habe|bekomen habe|angekomen|gekriegt|recibi|recibido|legado|lego|ricevuto|arivato|arivati|ontvangen|gekregen|angekomen|recebi|chegou|otrzymalem|dostalem|dostalam|przyszedl|doszedl|kreien hun|comprend[a-z]*|compris|understand|entiendo|entendi|capito|capisco|verstehe|verstanden|snap|begrijp|rozumiem|percebo|find|found|trouve|trovo|trova|encuentro|finde|vois|vedo|aficher?|afiche|ouvr[a-z]*|open|ofn[a-z]*|aprire|abrir|lire|read|leer|legere|lesen|lezen) /

export const ideasOf = dictionaryOf<Idea>(ideas)

/** Ideas that make a refusal where they stand no further apart than `apart` words in a sentence. */
type Meeting = {
  of: readonly Idea[]
  apart: number
  meaning: 'stop' | 'doubtful'
  /** "Votre message n'est pas clair" says something of the message, and refuses none. */
  isInOrder?: true
}

const meetings: readonly Meeting[] = [
  { of: ['remove', 'number'], apart: 3, meaning: 'stop' },
  { of: ['remove', 'list'], apart: 4, meaning: 'stop' },
  { of: ['remove', 'them'], apart: 1, meaning: 'stop' },
  { of: ['remove', 'wrong'], apart: 12, meaning: 'stop' },
  { of: ['cease', 'mesage'], apart: 3, meaning: 'stop' },
  { of: ['cease', 'send'], apart: 2, meaning: 'stop' },
  { of: ['no', 'send', 'me'], apart: 3, meaning: 'stop' },
  { of: ['no', 'more', 'mesage'], apart: 6, meaning: 'stop' },
  { of: ['no', 'send', 'more'], apart: 4, meaning: 'stop' },
  { of: ['no', 'want', 'mesage'], apart: 5, meaning: 'stop' },
  { of: ['refuse', 'mesage'], apart: 3, meaning: 'stop' },
  { of: ['refuse', 'consent'], apart: 4, meaning: 'stop' },
  { of: ['remove', 'law'], apart: 6, meaning: 'stop' },
  { of: ['take', 'list'], apart: 6, meaning: 'stop' },
  { of: ['remove', 'consent'], apart: 4, meaning: 'stop' },
  { of: ['no', 'consent', 'remove'], apart: 6, meaning: 'stop' },
  { of: ['cease', 'rude'], apart: 6, meaning: 'stop' },
  { of: ['no', 'want', 'receive'], apart: 6, meaning: 'stop' },
  { of: ['no', 'receive'], apart: 3, meaning: 'doubtful' },
  { of: ['no', 'more', 'number'], apart: 5, meaning: 'doubtful' },
  { of: ['law'], apart: 0, meaning: 'doubtful' },
  { of: ['threat', 'mesage'], apart: 10, meaning: 'doubtful' },
  { of: ['threat', 'send'], apart: 10, meaning: 'doubtful' },
  { of: ['threat', 'you'], apart: 4, meaning: 'doubtful' },
  { of: ['no', 'consent'], apart: 5, meaning: 'doubtful' },
  { of: ['rude'], apart: 0, meaning: 'doubtful' },
  { of: ['no', 'mesage'], apart: 5, meaning: 'doubtful', isInOrder: true },
  { of: ['cease', 'mesage'], apart: 6, meaning: 'doubtful' },
  { of: ['cease', 'send'], apart: 4, meaning: 'doubtful' },
  { of: ['cease', 'me'], apart: 2, meaning: 'doubtful' },
  { of: ['remove', 'number'], apart: 6, meaning: 'doubtful' },
  { of: ['remove', 'mesage'], apart: 5, meaning: 'doubtful' },
  { of: ['remove', 'me'], apart: 2, meaning: 'doubtful' },
  { of: ['refuse', 'mesage'], apart: 6, meaning: 'doubtful' },
  { of: ['refuse', 'no'], apart: 3, meaning: 'doubtful' },
  { of: ['refuse', 'number'], apart: 6, meaning: 'doubtful' },
  { of: ['rude', 'mesage'], apart: 6, meaning: 'doubtful' },
  { of: ['wrong', 'number'], apart: 5, meaning: 'doubtful' },
  { of: ['bother', 'mesage'], apart: 5, meaning: 'doubtful' },
  { of: ['bother', 'you'], apart: 5, meaning: 'doubtful' },
  { of: ['who', 'right'], apart: 4, meaning: 'doubtful' },
  { of: ['no', 'know', 'you'], apart: 4, meaning: 'doubtful' },
  { of: ['number', 'no', 'use'], apart: 10, meaning: 'doubtful' },
  { of: ['keep', 'mesage'], apart: 3, meaning: 'doubtful' },
  { of: ['wrong', 'cease'], apart: 8, meaning: 'stop' },
  { of: ['no', 'interest'], apart: 3, meaning: 'doubtful' },
  { of: ['again', 'mesage'], apart: 3, meaning: 'doubtful' },
  { of: ['much', 'mesage'], apart: 5, meaning: 'doubtful' },
  { of: ['no', 'send', 'me'], apart: 5, meaning: 'doubtful' },
  { of: ['no', 'want', 'send'], apart: 6, meaning: 'doubtful' },
  { of: ['no', 'number', 'send'], apart: 8, meaning: 'doubtful' },
  { of: ['no', 'want', 'list'], apart: 8, meaning: 'doubtful' },
  { of: ['no', 'me', 'list'], apart: 6, meaning: 'doubtful' },
]

/** "No problem", "pas de souci": a no that refuses nothing. */
const courtesies = latePattern(
  ` (?:${[
    'pas (?:de |d )?(?:probleme?s?|soucis?|quoi|panique|grave|mal|urgence|presse)',
    'no (?:problems?|woriest?|wories|rush|pasa nada|hay problema|hay de que|te preocupes)',
    'not a problem',
    'kein(?:e)? (?:problem|sorge|sorgen|eile|ursache|thema|ding)',
    'sin problemas?',
    'nesun problema',
    'non c e problema',
    'non c e di che',
    'niente di (?:grave|che)',
    'geen (?:probleem|punt|zorgen|dank)',
    'sem (?:problemas?|stres)',
    'nao (?:faz mal|ha problema)',
    'nie ma (?:sprawy|problemu|za co)',
    'never mind',
    'de nada',
    'di niente',
  ].join('|')})(?= )`,
  'g',
)

export const withoutCourtesies = (said: string): string => said.replace(courtesies, ' ')

/** "Throw 0171 39200 55 out": digits as many as a telephone's, in groups or after a nought. */
const digits = /(?<= |^)(?:0\d{1,12}|\d{2,5} \d{1,8})(?: \d{1,8}){0,5}(?= |$)/g

function withNumber(found: string): string {
  const count = found.replaceAll(' ', '').length
  return count >= 9 && count <= 14 ? 'numero' : found
}

/**
 * What the ideas of a sentence come to where no phrase knew it; null where they do not meet. A last
 * look is at all that was said, other meanings included: "my stop" and "cancel my order" count for
 * nothing.
 */
export function overheard(sentence: string, isLastLook = false): Ruled | null {
  let doubt: Ruled | null = null
  for (const part of withoutCourtesies(sentence).split(' . ')) {
    const named = part.replace(digits, withNumber)
    const words = named.split(' ').filter((word) => word !== '' && word !== '.')
    const found = meetingIn(words, isLastLook)
    if (found?.meaning === 'stop') return found
    doubt ??= found
  }
  return doubt
}

/** "Who gave you my number? Remove it at once": what is to go was named before. */
export function removedOfBefore(sentence: string): Ruled | null {
  const parts = sentence
    .split(/ [.,] /)
    .map((part) => part.split(' ').filter((word) => word !== ''))
  const named = parts.findIndex((words) => words.some((word) => ideasOf(word).some(isOurs)))
  if (named < 0) return null
  for (const words of parts.slice(named + 1)) {
    const at = words.findIndex((word) => ideasOf(word).includes('remove'))
    const isItAlone = at >= 0 && words.slice(at + 1).every((word) => itAtOnce.has(word))
    if (!isItAlone || at > 3 || words.slice(0, at).some(isHisOrNot)) continue
    return { meaning: 'stop', language: null, matched: words.slice(at, at + 2).join(' ') }
  }
  return null
}

const isHisOrNot = (word: string) => askers.has(word) || nots.has(word)

/** What may follow "remove" when it is "it" that is meant, and when. */
const itAtOnce = new Set(
  'le la les lo los no na nos it them es sie das ihn die het deze hem en y maintenant imediatement imediatamente imediately svp stp merci now please pls asap ya ja por favor gracias subito grazie sofort umgehend bite danke direct nu aub graag tout de suite ora adeso per favore prosze natychmiast juz go agora obrigado obrigada thanks thank you right away at once tambien aussi auch moi me'.split(
    ' ',
  ),
)

const isOurs = (idea: Idea) => idea === 'number' || idea === 'wrong' || idea === 'list'

function meetingIn(said: readonly string[], isLastLook: boolean): Ruled | null {
  // A comma ends what a "not" or an "I" reaches, and no distance between ideas.
  const clauses: number[] = []
  let clause = 0
  const words = said.filter((word) => {
    if (word === ',') clause += 1
    else clauses.push(clause)
    return word !== ','
  })
  const at = new Map<Idea, number[]>()
  words.forEach((word, index) => {
    for (const idea of ideasOf(word)) at.set(idea, [...(at.get(idea) ?? []), index])
  })
  const isElsewhere = elsewhere.test(` ${words.join(' ')} `)
  for (const { of, apart, meaning, isInOrder } of meetings) {
    if (isElsewhere && of.includes('no')) continue
    if (isLastLook && (of.includes('me') || of.includes('them'))) continue
    const span = spanOf(of, at, apart, isInOrder === true)
    if (span === null) continue
    const from = span[0]
    const around = Math.max(0, from - 3)
    const isNear = (_: string, index: number) => {
      return index >= around && index < span[1] && clauses[index] === clauses[from]
    }
    const near = words.filter(isNear)
    const isOther = (at.get('thing') ?? []).some((index) => {
      return index >= around && index <= span[1] + 4
    })
    // "Ne m'oubliez pas" is no word of refusal.
    if (acts.has(of[0] ?? 'no') && near.some((word) => nots.has(word))) continue
    if (of[0] === 'bother' && excuses.test(` ${words.join(' ')} `)) continue
    const isAsked =
      acts.has(of[0] ?? 'no') && near.slice(0, from - around).some((word) => askers.has(word))
    return {
      meaning: isOther || isAsked ? 'doubtful' : meaning,
      language: null,
      matched: words.slice(span[0], span[1] + 1).join(' '),
    }
  }
  return null
}

/** "Désolé de vous déranger". */
const excuses =
  / (?:desole[a-z]*|pardon|excus[a-z]*|sory|apologi[a-z]*|entschuldig[a-z]*|verzeihung|perdon[a-z]*|disculp[a-z]*|scus[a-z]*|desculp[a-z]*|przepras[a-z]*|spijt) /

const acts = new Set<Idea>(['remove', 'cease'])
const nots = new Set(
  'ne n pas surtout not dont don never nicht nie non nunca jamais niet nooit nao nie net'.split(
    ' ',
  ),
)

/** Before a verb these make it somebody's deed or a question, and no demand. */
const askers = new Set(
  'i he she we they il elle on ils elles why pourquoi warum wieso por porque perche waarom dlaczego did have has avez as avons haben hebt han ho hai avete'.split(
    ' ',
  ),
)

/** The first places, each of another word, where all the ideas stand close enough. */
function spanOf(
  of: readonly Idea[],
  at: ReadonlyMap<Idea, readonly number[]>,
  apart: number,
  isInOrder: boolean,
): readonly [number, number] | null {
  let spans: readonly (readonly number[])[] = [[]]
  for (const idea of of) {
    const places = at.get(idea) ?? []
    spans = spans.flatMap((span) => {
      return places
        .filter((place) => !span.includes(place) && (!isInOrder || place > Math.max(-1, ...span)))
        .map((place) => [...span, place])
        .filter((longer) => Math.max(...longer) - Math.min(...longer) <= apart)
    })
    if (spans.length === 0) return null
  }
  const first = spans[0] ?? []
  return [Math.min(...first), Math.max(...first)]
}
