// The word STOP itself: alone, with a courtesy, a short code or a name; and other words of command.
import { isNear } from '../../kernel/index.ts'
import type { CleanReply } from './clean-reply.ts'
import type { Ruled } from './read-reply.ts'

const same = (words: string): string[] =>
  words.split(' ').map((word) => word.replace(/([a-z])\1+/g, '$1'))

/** They end marketing when they are all that is said, but for courtesies and objects. */
const commands = new Set(
  same(
    'stop schluss stope stopez stopt stopper stopsms stopall stopp arret arrets arrete arretez arreter areter aretez ' +
      'unsubscribe unsub optout end quit cancel revoke stopen stoppen afmelden uitschrijven ' +
      'baja alto cancela ferma fermate parar sair rezygnuje desabo desabonnement desinscription ' +
      'fin ende einde fim koniec cancelar kundigen kuendigen resilier bloquer opzeggen loschen loeschen ' +
      'cancellare rimuovere eliminare disattivare togliere effacer retirer verwijderen delete removal ' +
      'entfernen streichen quitar apagar usunac skasuj ' +
      'cancellazione disdetta rimozione eliminar borrar resiliation supprimer remover usun wypisz kundigung ' +
      'disattiva disattivate disattivami desactiver desactivez desactive desactivar desactivad desactiven ' +
      'deactivate deaktivieren deactiveren abstellen abschalten desativar desativem wylacz wylaczcie ' +
      'quitter deabonnieren deabo abmeldung afmelding uitschrijving ' +
      'parem paren parad chega zakoncz suficiente genoeg smettila smettetela smetela finitela suppression abmelden austragen abbestellen stp stpp arretsms finsms optout stopstop',
  ),
)

/** May stand around a command without changing it. */
const around = new Set(
  same(
    // Courtesies.
    'svp stp s il vous te plait sil plaît merci mercii d avance please pls plz plse thanks thank you thx ty ' +
      'bitte danke por favor porfavor porfa gracias per favore perfavore grazie cortesia alsjeblieft ' +
      'alstublieft aub a u b bedankt dank je u prosze dziekuje dzieki obrigado obrigada pf sff wgl ' +
      // Greetings and sounds.
      'bonjour bonsoir salut hello hi hey hallo hola buongiorno ciao salve dzien dobry ola bom dia coucou ' +
      'buenos buenas dias tardes guten tag morgen moin mfg lg cordialement bonne journee soiree cdt ' +
      'gars guys lads leute ragazzi chicos jongens bisous bises bye cheers gruss gruesse saludos saluti groetjes groeten abraco pozdrawiam x xx bisou bacio beso kus kusjes ' +
      'nope nah nan quoi hein quand meme franchement serieux non no nein nee nie nao ok oui yes ja si tak donc mais and et und y e en i o oh eh ho bon ben bah ' +
      'euh hum ah je j ai dis dit said i did say told dico ho detto ich sage digo zeg ik mowie ' +
      // Now, all, for good.
      'maintenant immediatement tout suite toute tous now immediately right away asap already all ' +
      'everything sofort jetzt endlich alles ya ahora inmediatamente todo subito ora adesso tutto basta ' +
      'nu direct meteen alles teraz natychmiast juz agora ja imediatamente tudo definitivement ' +
      'definitif enfin urgent vite forever ' +
      // What is to stop.
      'sms mms rcs pub pubs publicite publicites message messages msg msgs texto textos spam promo promos ' +
      'promotions marketing mailing newsletter liste list ads ad text texts txt werbung nachrichten ' +
      'mensajes publicidad messaggi pubblicita reclame berichten reklama reklamy wiadomosci mensagens ' +
      'publicidade notifications notifs relances harcelement alertes abonnement subscription ' +
      // How it is called for.
      'au to an al alla aan naar op na ao envoyer envoyez reponse repondre send texte it this that ca ' +
      'cela moi me mich mi mij la le les de du des vos votre your the',
  ).flat(),
)

/**
 * Words of their own that a slip would make a STOP of. "Spot", "atop" and "slop" are words too, and
 * nobody answers a message by them alone.
 */
const notStop = new Set('top step shop sop stow strop sto tops stomp sup stup stor'.split(' '))
const perhapsStop = new Set('sto stup baha baka gaja'.split(' '))

/** Beside each letter of "stop" on the keyboards of the countries served. */
const besideOnKeys = { s: 'qwedxza', t: 'ryfgh', o: 'ipkl', p: 'olm' } as const
/** So written, and words. */
const wordsBeside = new Set(
  'stil stim stol stom ship drop erop atom atol agop sopot spots sops stops'.split(' '),
)

/** "Stio", "soptp": each key or the one beside it, two of the four hit; or its letters in disorder. */
function isBesideStop(word: string): boolean {
  if (wordsBeside.has(word)) return false
  const isOfItsLetters = word.startsWith('s') && [...new Set(word)].sort().join('') === 'opst'
  const keys = Object.entries(besideOnKeys)
  const hits = keys.filter(([key], at) => word[at] === key).length
  const isOfItsKeys = keys.every(([key, beside], at) => `${key}${beside}`.includes(word[at] ?? ' '))
  return isOfItsLetters || (word.length === keys.length && isOfItsKeys && hits >= 2)
}

/** Short keywords that nobody writes by chance, and what a slip makes of them that is a word. */
const shortKeys = same('baja basta aret unsub optout desabo cancel quit schlus')
const slipsThatAreWords = new Set(same('art are ret arte qui uit quiet schus bata basa bast'))

/** "bja", "abja", "bajs": alone, a letter short, two the wrong way round, or a key beside the right one. */
const slipsOfKeys = new Set(
  [
    ...shortKeys.flatMap(slipsOf),
    // Of the others many a slip is a word.
    ...same('baua bauja bsja bqja bzja bwja basja bajs bajq bajz bajw'),
  ].filter((slip) => !slipsThatAreWords.has(slip)),
)

function slipsOf(word: string): string[] {
  const places = [...word].map((_, at) => at)
  const short = places.slice(1).map((at) => word.slice(0, at) + word.slice(at + 1))
  const turned = places
    .slice(1)
    .map((at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1))
  return same([...short, ...turned].join(' ')).filter((slip) => slip.length > 2 && slip !== word)
}

/** After these a "stop" at the end is somebody's or something's. */
const notBeforeStop = new Set(
  same(
    '_ to cant wont dont not never must will should would could the a an bus next last full non can lets ' +
      'un une le la du au des der die das einen ein el il uno lo het een o um na bez auto nao nie nicht ' +
      'pas ne ni unter wir we they he she it didnt doesnt i you',
  ),
)

const determiners = new Set(
  same(
    'the this that these those a an la le les l aux au a el los las der die das den dem il lo gli het ' +
      'de o os as um uma un une una del della dei w z ze na',
  ),
)

const saidLoud = /(?<![\p{L}\p{N}])(?:STOP|ARR[EÊ]T)(?![\p{L}\p{N}])/u

/** "Stop, je ne suis plus client": a comma or a dash after the word makes it a sentence. */
const saidApart = /^[^\p{L}\p{N}]*stop\s*(?:[,;:.!?(\n]|-\s)/u

export function readCommand(clean: CleanReply, rest: string): Ruled | null {
  const sentences = rest
    .split(' . ')
    .map((part) =>
      part
        .trim()
        .split(' ')
        .filter((word) => word !== '' && word !== '.'),
    )
    .filter((words) => words.length > 0)
  for (const words of sentences) {
    const bare = bareCommand(words)
    if (bare !== null) return { meaning: 'stop', language: null, matched: bare }
  }
  // "st.op": cut where no word is cut.
  const letters = clean.own.replace(/[^a-z]/g, '').replace(/([a-z])\1+/g, '$1')
  if (letters === 'stop') return { meaning: 'stop', language: null, matched: 'stop' }
  const words = sentences.flat()
  const near = nearStop(words)
  if (near !== null) return near
  return firstWord(clean, sentences, words) ?? lastWord(clean, words) ?? somewhere(clean, words)
}

const helps = new Set(
  same(
    'help aide aides info infos information informations informationen hilfe ayuda aiuto hulp pomoc ajuda informazioni assistance assistenza',
  ),
)

/** "info aiuto", "help info please": words of help in any language, and nothing besides. */
export function bareHelp(whole: string): string | null {
  const words = whole.split(' ').filter((word) => word !== '' && word !== '.')
  const isHelp = words.every((word) => helps.has(word) || around.has(word))
  return isHelp && words.length <= 6 ? (words.find((word) => helps.has(word)) ?? null) : null
}

/** All of a sentence is the command and what may stand around it. */
export function bareCommand(words: readonly string[]): string | null {
  const joined = words.join('')
  if (words.length <= 4 && (joined === 'stop' || joined === 'stopsms')) return 'stop'
  let found: string | null = null
  for (const word of words) {
    if (found === null && isCommand(word)) found = word
    else if (!around.has(word) && !isCommand(word) && !/^\d+$/.test(word)) return null
  }
  return found
}

function isCommand(word: string): boolean {
  if (commands.has(word)) return true
  const after = /^stop([a-z]+)$/.exec(word)?.[1]
  // Double letters are single here: "stoppub" has lost a p.
  return after !== undefined && (around.has(after) || around.has(`p${after}`) || isCommand(after))
}

function nearStop(all: readonly string[]): Ruled | null {
  const words = all.filter((word) => !around.has(word) && !/^\d+$/.test(word))
  const word = words[0]
  if (words.length !== 1 || word === undefined || word.length < 3 || word.length > 6) return null
  if (all.length > 5) return null
  if (perhapsStop.has(word)) return { meaning: 'doubtful', language: null, matched: word }
  const isSlip =
    slipsOfKeys.has(word) || (!notStop.has(word) && (isNear(word, 'stop', 1) || isBesideStop(word)))
  if (!isSlip) return null
  return { meaning: 'stop', language: null, matched: word }
}

const fewWords = 6

/** "STOP Dupont", "stop Marie Martin 75001": whoever begins so and says little more means it. */
function firstWord(
  clean: CleanReply,
  sentences: readonly string[][],
  words: readonly string[],
): Ruled | null {
  const begin = words.findIndex((word) => !around.has(word))
  const first = words[begin]
  if (first === undefined || !(first === 'stop' || first === 'arret')) return null
  const after = words.slice(begin + 1)
  const isAlone =
    saidApart.test(clean.own) ||
    sentences.some((one) => one.filter((word) => !around.has(word)).join() === first)
  const isLoud = saidLoud.test(clean.loud) && /\p{Ll}/u.test(clean.loud)
  const next = after[0] ?? ''
  const isShort = after.length <= fewWords && !determiners.has(next) && next !== '_'
  const meaning = isAlone || isLoud || isShort ? 'stop' : 'doubtful'
  return { meaning, language: null, matched: [first, ...after.slice(0, 2)].join(' ') }
}

/** "C'est non, stop": what stands behind a comma or a full stop is a word of its own. */
const saidApartLast = /[,;:.!?(\n\u2026]\s*(?:stop|arretez?|cessez)(?![\p{L}\p{N}])/u
const lastWords = new Set(same('stop arret arrete arretez cessez'))

/** "Three times I said stop": the words before it make it the writer's own. */
const saying = new Set(
  same(
    'dis dit redis redit repete demande ecris ecrit tape reponds repondu envoie envoye mis mets said say ' +
      'saying told asked ask typed text texted sage sagte schreibe geschrieben digo dicho dije escribo ' +
      'detto dico scritto scrivo zeg gezegd schreef geschreven typ',
  ),
)

/** And these make it a request: "lovely pizza, but please stop". */
const asking = new Set('please pls plz bite svp porfavor aub'.split(' '))

/** "merci de stop", "please just stop", "I SAID STOP". */
function lastWord(clean: CleanReply, words: readonly string[]): Ruled | null {
  const end = words.findLastIndex((word) => !around.has(word) && !/^\d+$/.test(word))
  const last = words[end] ?? ''
  const isApart = saidApartLast.test(clean.own) && end < 12
  if (!(last === 'stop' || (isApart && lastWords.has(last)))) return null
  const before = words[end - 1] ?? ''
  const isLoud = saidLoud.test(clean.loud) && /\p{Ll}/u.test(clean.loud)
  const isNumber = /^\d+$/.test(before)
  const isHis = notBeforeStop.has(before) || (!isNumber && determiners.has(words[end - 2] ?? ''))
  const isSaid = (saying.has(before) || asking.has(before)) && end < 20
  const isOwn = !isHis || (isLoud && !notBeforeStop.has(before))
  const isMeant = isApart || (isOwn && (end < 6 || isLoud || isSaid))
  const matched = words.slice(Math.max(0, end - 1), end + 1).join(' ')
  return { meaning: isMeant ? 'stop' : 'doubtful', language: null, matched }
}

/** The word in capitals at an end of the text is never passed over, whatever stands around it. */
function somewhere(clean: CleanReply, words: readonly string[]): Ruled | null {
  if (words.includes('stop')) return { meaning: 'doubtful', language: null, matched: 'stop' }
  const loud = clean.loud
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .trim()
  const isAtAnEnd = /^\P{L}*STOP(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])STOP[^\p{L}]*$/u.test(loud)
  return isAtAnEnd && /\p{Ll}/u.test(loud)
    ? { meaning: 'doubtful', language: null, matched: 'stop' }
    : null
}
