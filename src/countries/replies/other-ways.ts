// "Don't ring me, a text is fine": a call or a letter is refused, and messages are wished for.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

const message =
  '(?:sms|texts?|textos?|messages?|nachricht(?:en)?|textnachricht(?:en)?|mensajes?|mensajitos?|messaggi?o?|messaggin[io]|bericht(?:en|je|jes)?|smsjes?|sms jes?|sms en)'
/** A word that praises a way of writing. */
const fine =
  '(?:bien|mieux|parfait%|pratique|simple|super|nickel|fine|better|best|good|great|ok|okay|perfect%|easier|plenty|enough|besser|prima|gut|praktischer|perfekt|ordnung|einfacher|mejor|genial|comodo|estupendo|bene|benissimo|meglio|comodi?|goed|beter|fijn|handig%|oke|makkelijker|genoeg|voldoende|suficiente|sufficiente)'
/** "Stop, I will not have you send me a text": what is wished for has no "not" before it. */
const unrefused =
  '(?<! (?:ne|n|not|dont|don t|never|nicht|nie|no|nunca|non|niet|nooit|pas|plus|stop|you|u|they) (?:[a-z]+ )?)'

const wished = [
  // It is enough, and it is good. "Vos sms, ça suffit" is the end of one's patience.
  `(?:un|une|le|les|des|par) ${message} (?:(?:me|nous|m) )?(?:suffi%|convien%|arrange%|va|vont)`,
  `${message} (?:[a-z]+ ){0,4}(?:is|are|works?|est|sont|est|va|vont|ist|sind|geht|waere|ware|me va|nos va|va|van|es|esta|estan|e|vanno|zijn|vind ik|werkt) (?:[a-z]+ ){0,3}${fine}`,
  `${message} (?:will do|would do|does it|do me|suits?)`,
  `(?:${message}|schreiben) (?:(?:mir|uns|doch|ja|auch|vollig|ist) )*(?:reicht|reichen|genugt|genugen)(?! (?:jetzt|langsam|s))`,
  `(?:reicht|genugt) (?:mir |uns )?(?:auch |doch )?eine ${message}`,
  `con (?:un|los|el) ${message} (?:me |nos |ya )?(?:basta|vale|llega|sobra|suficiente)`,
  `(?:basta|vale|llega) con (?:un|el) ${message}`,
  `basta (?:e avanza )?un ${message}`,
  `(?:een |met een )?${message} (?:is |zijn )?(?:volstaat|volstaan|genoeg|voldoende)`,
  `(?:solo|only|nur|alleen|seulement|uniquement|juste) (?:par |per |por |via |by |met )?${message}`,
  `(?:hou|houd|houden) (?:het|u|je) (?:[a-z]+ )?bij ${message}`,
  `maar ${message}(?= )`,
  `${message} (?:passt|passen|past)`,
  `va (?:bene|benissimo) (?:un|per|via|con) (?:un )?${message}`,
  // Rather this.
  `(?:prefer%|aime mieux|prefiero|preferim%|preferisc%|liever|lieber|rather (?:have|get|receive)|d rather|like|love) (?:(?:les|le|des|par|un|recevoir|a|the|your|getting|to|get|los|por|gli|il|per|via|ricevere|een|per|via|de|eine|die) )*${message}(?! (?:to|stopped|stop|ended|gone|weg|non|niet|nicht))`,
  `${unrefused}(?:envoyez|ecrivez|repondez|prevenez)(?: moi| nous)? (?:plutot |juste |seulement |donc )*(?:par |un )${message}`,
  `${unrefused}(?:envoyez|ecrivez|repondez)(?: moi| nous)? plutot(?! (?:un |une |des |par |le |la )*(?:courrier|courriel|lettre|mail|email|poste))`,
  `plutot (?:par |un |des )?${message}`,
  `${unrefused}(?:just )?(?:text|message) (?:me |us )?(?:instead|rather)`,
  `${unrefused}(?:keep|continue) (?:on )?(?:(?:the|sending|with|getting) )*(?:${message}|texting)`,
  `${unrefused}keep your ${message} coming`,
  `${unrefused}(?:schickt|schickt|schicken|schick|schreibt|schreiben)(?: mir| uns| sie)* (?:[a-z]+ )?(?:eine )${message}`,
  'lieber schreiben|schreibt (?:mir )?lieber',
  'escrib(?:e|a|id|an)(?:me|nos)? mejor',
  '(?:write|text|message)(?: to)?(?: me| us)? (?:instead of|rather than) (?:call|phon|ring)ing',
  // An order of its own, between its commas.
  '(?<=[.,] )(?:please |bitte |mejor )?(?:write|text me|ecrivez(?: moi)?|schreibt|schreiben sie|schreib|escrib(?:e|a|id|an)(?:me|nos)?|scriv(?:i|ete|a)(?:mi|ci)?|schrijf|app)(?: (?:maar|gewoon|lieber|bitte|pure|mejor|plutot|please|hier))*(?= [.,])',
  `${unrefused}(?:mand|envi)(?:ad|en|e|a|adme|enme|eme|ame|arme) (?:mejor )?un ${message}`,
  'mejor (?:escrib|mand)(?:idme|anme|ame|eme) ?(?:por aqui)?',
  `${unrefused}(?:mandate|inviate|scrivete|manda|mandi)(?:mi|ci) (?:pure |piuttosto )*un ${message}`,
  `${unrefused}(?:stuur|stuurt)(?: me| mij| ons)?(?: maar| liever| gewoon| dan)* een ${message}`,
  `(?:par|per|por|via|by|met) ${message} (?:c est |est |ist |is |me va |va |e )?(?:[a-z]+ )?${fine}`,
]
const wishedWay = latePattern(` (?:${wished.map(stems).join('|')})(?= )`)

/** What is refused: a call, a letter, a bill on paper, an e-mail. */
const otherWay = latePattern(
  stems(
    ' (?:appel(?:er|ez|le|s|es)?|telephon%|calls?|calling|ring|ringing|rings|phon(?:e|ed|ing)|phone calls?|anruf%|anzurufen|ruft|rufen|llam(?:ar|arme|eis|en|es|adas?|e)|telefon%|chiam(?:are|ate|atemi|arci|arti|armi|i)|bel|belt|bellen|opbellen|telefoontjes?|telefonat[ae]|mailen|brochures?|leaflets?|flyers?|folders?|prospekt%|prospectus|depliants?|volantin[oi]|folletos?|courriers?|e?mails?|e mails?|emailing|letters?|lettres?|brief%|brieven|cartas?|letter[ae]|post|poste|posta|paper|papier%|papel|cartace%|correos?)(?= )',
  ),
)

const ofOurs = new Set('mesage number list consent law peace rude threat'.split(' '))
const refusals = new Set('no cease remove refuse'.split(' '))
const isOf = (ideas: ReadonlySet<string>) => (word: string) =>
  ideasOf(word).some((idea) => ideas.has(idea))
/** What no idea of a refusal says, and yet ends something. */
const over = / (?:fini|finis|fertig|opted|optout|pas besoin|rather than|than) /

/** A reply's words without the call or the letter that is refused, where messages are wished for. */
export function withoutOtherWays(said: string): string {
  // The shorter pattern first: few replies speak of a call, and the long one is not made for others.
  const way = otherWay.test(said) ? wishedWay.exec(said)?.[0] : undefined
  if (way === undefined) return said
  const rest = said.replace(way, ' _')
  const taken = rest.replace(/(?<= )[^.,]+(?= [.,])/g, (part) => {
    const words = part.split(' ')
    const isRefused = words.some(isOf(refusals)) || over.test(` ${part} `)
    // A call is of a telephone, and not of its number.
    const isOfOurs = words.some((word) => !otherWay.test(` ${word} `) && isOf(ofOurs)(word))
    const isOfOther = otherWay.test(` ${part} `) && !isOfOurs
    return isOfOther && (isRefused || part.includes('_')) ? '_' : part
  })
  // Nothing else was refused than what was taken out: else the wish may not be one.
  return taken === rest ? said : taken
}
