// "If I text STOP, do my reminders end too?", "what does STOP mean?": who asks what the word does.

/** Doubled letters are single, as in the words of a reply. */
const single = (source: string): string => source.replace(/([a-z])\1+/g, '$1')

/** The word, or the act of leaving, as it is spoken of. */
const word = '(?:the |le |la |das |die |el |il |het )?(?:word |mot |wort |palabra |parola |woord )?'
const keyword = `(?:${word}(?:stop|stopp|arret|baja|unsubscribe|abmelden|afmelden))`

const ifSaid = [
  `(?:if|when) (?:i|we|you|u) (?:text|reply|send|say|type|put|press|write|answer)(?: back)?(?: with)? ${keyword}`,
  '(?:if|when) (?:i|we) (?:opt out|unsubscribe|stop (?:these|them|this|the (?:texts|messages)))',
  `(?:si|quand|lorsque) (?:je|j|on) (?:vous )?(?:mets|met|envoie|envoi|reponds|repond|tape|dis|dit|ecris|ecrit|fais|fait)(?: par)? ${keyword}`,
  '(?:si|quand) je (?:me desabonne|me desinscris|m enleve)',
  `(?:wenn|falls) (?:ich|man|wir) (?:jetzt |da |hier |mit )*${keyword} (?:schreibe?n?|schreibt|schicke?|schickt|sende|sendet|antworte|antwortet|sage|sagt|eingebe|tippe)`,
  '(?:wenn|falls) ich mich (?:jetzt |hier )?(?:abmelde|austrage)',
  `(?:si|cuando) (?:pongo|mando|envio|respondo|escribo|digo|contesto|pones|se pone)(?: la palabra| con)? ${keyword}`,
  'si me (?:borro|doy de baja|desapunto)',
  `(?:se|quando) (?:scrivo|rispondo|mando|invio|metto|dico|si risponde|si scrive)(?: con| la parola)? ${keyword}`,
  'se mi (?:cancello|disiscrivo|tolgo)',
  `(?:als|wanneer) (?:ik|je|we) (?:nu |hier )*${keyword} (?:stuur|sms|antwoord|zeg|typ|schrijf|stuurt)`,
  'als ik me (?:uitschrijf|afmeld)',
].join('|')

/** What is asked about then: whether something else goes on, or what is lost. */
const thenWhat =
  '(?:do|does|will|would|can) (?:i|my|the|it)|(?:am|is) (?:i|it)|still|too|as well|lose|aussi|quand meme|toujours|encore|aurai|perds|perd|recevrai|krieg|kriege|bekomme|bekomm|auch|noch|trotzdem|verliere|tambien|siguen|seguire|sigo|aun|pierdo|igual|anche|ancora|comunque|lo stesso|perdo|continuo|ricevo|ook|nog|toch|verlies|krijg|me (?:siguen|cobran|llegan)'

const costs =
  '(?:payant|gratuit|coute|cher|surtaxe|cost|costs|charge|charged|free|kostet|kostenlos|gratis|cuesta|cobran|cobrais|paga|pago|pagar|gratuito|costa|kost)'

const meant =
  '(?:what (?:does|do you mean (?:by|with)|is)|ca veut dire quoi|que veut dire|que signifie|c est quoi|was (?:bedeutet|heisst|heist|ist|meint ihr mit|meinen sie mit)|(?:que|q) (?:significa|quiere decir|es)|(?:cosa|che cosa|che) (?:significa|vuol dire|vuole dire)|wat (?:betekent|bedoelen (?:jullie|u)|bedoelt u|bedoel je|is)(?: met)?)'

/** A few words that belong to what is asked. */
const some = '(?:[a-z0-9]+ ){0,6}?'
const rest = '(?: [a-z0-9]+){0,8}'

const asked = [
  `(?:${ifSaid}) (?:[.,] )*${some}(?:${thenWhat})${rest}`,
  `${some}(?:${thenWhat}) ${some}(?:${ifSaid})`,
  `(?:est ce que (?:c est )?|c est |is it |does it |do i |ist (?:das |es )?|is het |e |es )?${some}${costs} ${some}${keyword}`,
  `${keyword} ${some}${costs}`,
  `${meant} ${keyword}(?: (?:to|pour|zum|para|per|om te) [a-z]+| \\d+)?`,
  `(?:para que (?:es|sirve)|a quoi (?:sert|ca sert)|wofur (?:ist|steht)|wozu|a (?:che )?cosa serve|waarvoor (?:is|dient|staat)|what s) (?:[a-z]+ ){0,3}?${keyword}(?: [a-z]+){0,3}`,
  `${keyword} (?:ca veut dire quoi|c est quoi|bedeutet was|heisst was|que significa|cosa significa|what does (?:it|that) mean)`,
]

const polite =
  '(?:oops|oups|ups|sorry|pardon|please|pls|svp|bitte|por favor|aub|hi|hello|no|ok|scusate|scusa|perdon|desole)'
const lastOne =
  '(?:last |previous |earlier |dernier |precedent |letzten? |ultimo |laatste |vorige )?'
const words = 'text|message|sms|texto|stop|baja|nachricht|mensaje|messaggio|bericht'
const saidBefore = `${lastOne}(?:${words})`
/** An order, at the beginning of a sentence: "you ignore my stop" is a complaint. */
const takenBack = [
  '(?:i )?(?:didn t|did not|didnt|never) mean(?:t)? to (?:send|text|type|say|reply|put|press|write) (?:the |a |that |you )?(?:word )?stop(?= [.,_])',
  `(?:ignore|disregard) (?:my|that) ${saidBefore}(?= [.,])`,
  `(?:ignorez|oubliez|annulez) mon ${saidBefore}(?= [.,])`,
  `(?:ignorieren sie|ignoriert|vergessen sie|vergesst) mein(?:e|en)? ${saidBefore}(?= [.,])`,
  `(?:ignorad|ignoren|olvidad|olviden) mi ${saidBefore}(?= [.,])`,
  `(?:ignorate|ignori|dimenticate) (?:il )?mio ${saidBefore}(?= [.,])`,
  `(?:negeer|vergeet) mijn ${saidBefore}(?= [.,])`,
  'stop (?:annullato|annule|cancelled|anulado|geannuleerd|storniert)(?= [.,])',
  '(?:j annule|annullo|anulo) (?:mon|il mio|lo|mi|el) stop(?= [.,])',
].join('|')

type Patterns = { undone: RegExp; asked: readonly RegExp[] }
let patterns: Patterns | null = null

/** Made when they are first asked: few replies are. */
function patternsOnce(): Patterns {
  patterns ??= {
    undone: new RegExp(`(?<= [.,] (?:${single(polite)} )*)(?:${single(takenBack)})(?= )`, 'g'),
    asked: asked.map((one) => new RegExp(` (?:${single(one)})(?= )`)),
  }
  return patterns
}

/**
 * A reply's words without what is asked of the word, or taken back in so many words: what is left
 * may still ask for an end ("if I text stop will you leave me alone?"). Who asks without a question
 * mark says nothing else. The same words where nothing of it is said.
 */
export function withoutAskedOfStop(words: readonly string[], own: string): readonly string[] {
  const patterns = patternsOnce()
  const said = ` . ${words.join(' ')} . `
  const kept = said.replace(patterns.undone, '_')
  const rest = patterns.asked.reduce((all, one) => all.replace(one, ' _'), kept)
  const left = own.includes('?') || /^[ ._,]*$/.test(rest) ? rest : kept
  return left === said ? words : left.trim().split(' ').slice(1, -1)
}
