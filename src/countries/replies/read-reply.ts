// What a person means by a reply: stop, perhaps stop, help, who are you, start, or something else.
import { anger } from './anger.ts'
import { withoutAskedOfStop } from './asked-of-stop.ts'
import { bereaved } from './bereaved.ts'
import { withoutCancelledThings } from './cancelled-things.ts'
import { type CleanReply, cleanReply, readSigns, replyWords } from './clean-reply.ts'
import { bareCommand, bareHelp, readCommand } from './commands.ts'
import { withoutShame } from './complaints.ts'
import { conditionOf } from './conditions.ts'
import { grumbled } from './grumbles.ts'
import { guessLanguages } from './guess-language.ts'
import { withoutHarmlessUses } from './harmless-uses.ts'
import { replyPhrases } from './languages.ts'
import { latePatterns } from './late-pattern.ts'
import { likenessOf } from './likeness.ts'
import { likenessAt } from './likeness-bars.ts'
import { mendWords } from './mend-words.ts'
import { withoutNotArriving } from './not-arriving.ts'
import { withoutOtherEnds } from './other-ends.ts'
import { withoutOtherWays } from './other-ways.ts'
import {
  lost,
  wishedBack,
  wishesFewer,
  withoutBack,
  withoutDeleted,
  withoutFewer,
  withoutInstead,
  withoutSlip,
} from './other-wishes.ts'
import { ideasOf, overheard, removedOfBefore } from './overheard.ts'
import { type CompiledPhrases, compilePhrases, phraseKinds, type ReplyLanguage } from './phrases.ts'
import { refusesPlainly } from './plain-refusals.ts'
import { withoutRefusedThings } from './refused-things.ts'
import { withoutSignedOff } from './signed-off.ts'
import { haltsUnknown, withoutHalt } from './stop-orders.ts'
import { threatened } from './threats.ts'
import { withoutWavering } from './wavering.ts'
import { wishedToJoin } from './wishes-to-join.ts'
import { asksToBeSent, wishedToStay } from './wishes-to-stay.ts'

/**
 * `stop` ends all marketing at once. `doubtful` pauses marketing until a person has read it: it
 * sounds like a refusal and nobody can be sure. `other` is to be read and changes nothing.
 */
export const replyMeanings = ['stop', 'doubtful', 'help', 'contact', 'start', 'other'] as const
export type ReplyMeaning = (typeof replyMeanings)[number]

/** What the rules make of a reply. */
export type Ruled = {
  meaning: ReplyMeaning
  /** Null where the words tell none: "STOP" is said in all. */
  language: ReplyLanguage | null
  /** The words that decided; empty for `other`. */
  matched: string
}

export type ReplyReading = Ruled & {
  /** `likeness`: no rule knew it so; it resembles writings that meant it. */
  by: 'rules' | 'likeness'
}

let compiled: readonly CompiledPhrases[] | null = null

/** Made when they are first asked for: much that reads no reply loads this file too. */
function languages(): readonly CompiledPhrases[] {
  compiled ??= replyPhrases.map(compilePhrases)
  return compiled
}

/** A reply is short; of a longer text the beginning and the end are read. */
const wordsOfEachEnd = 80
/** No word of any language is longer; a row of digits may be, and each pattern runs along it. */
const wordMax = 100

export function readReply(text: string): ReplyReading {
  const clean = cleanReply(text)
  if (clean.isReaction) return { ...other, by: 'rules' }
  const signs = readSigns(clean.loud)
  if (signs !== null) {
    const matched = clean.loud.trim().slice(0, 20)
    return { meaning: signs, language: null, matched, by: 'rules' }
  }
  const heard = hear(clean)
  if (heard === null) return { ...other, by: 'rules' }
  const reading = judged(clean, heard)
  return besidesWishes(besidesThoughts(besidesThings(reading, clean, heard), clean, heard), heard)
}

/** A reply that asks for the messages and says nothing else leaves nothing to compare. */
function judged(clean: CleanReply, heard: Heard): ReplyReading {
  const joined = wishedToJoin(heard.said, clean.own)
  if (joined !== null) return { meaning: 'start', language: null, matched: joined, by: 'rules' }
  return compared(byRules(clean, heard), heard, clean)
}

/** "Off the e-mail list, but keep the texts": whoever wishes for some is asked what was meant. */
function besidesWishes(reading: ReplyReading, { said }: Heard): ReplyReading {
  const isDoubted = reading.meaning === 'stop' && wishedToStay(said) !== null
  return isDoubted ? { ...reading, meaning: 'doubtful' } : reading
}

/**
 * A stop that is heard only in what is refused of a thing is for a person to read, and so is a
 * doubt, unless nobody could take the thing for what the messages are about.
 */
function besidesThings(reading: ReplyReading, clean: CleanReply, heard: Heard): ReplyReading {
  if (!(reading.meaning === 'stop' || reading.meaning === 'doubtful')) return reading
  const refused = withoutRefusedThings(heard.said)
  if (refused === null) return reading
  const rest = hearSaid(refused.rest)
  const again = judged(clean, rest)
  if (again.meaning === 'stop') return reading
  if (reading.meaning === 'stop') {
    const words = comparable(heard)
    const isSure = words !== null && likenessOf(words).stop >= likenessAt.stopDespiteThing
    return isSure ? reading : { ...reading, meaning: 'doubtful' }
  }
  return refused.isPlain ? again : reading
}

/**
 * "Perhaps I shall unsubscribe", "if I text STOP, do my reminders end too?": a stop that is heard
 * only in what is thought of or asked about is for a person.
 */
function besidesThoughts(reading: ReplyReading, clean: CleanReply, heard: Heard): ReplyReading {
  const rest = withoutWavering(withoutAskedOfStop(heard.said, clean.own))
  if (reading.meaning !== 'stop' || rest === heard.said) return reading
  const decided = hearSaid(rest)
  const again = judged(clean, decided)
  return again.meaning === 'stop' ? reading : { ...reading, meaning: 'doubtful' }
}

/** The same without likeness: what is known and not what is like it. */
export function readByRules(text: string): Ruled {
  const reading = readReply(text)
  if (reading.by === 'rules') return reading
  const clean = cleanReply(text)
  const heard = hear(clean)
  return heard === null ? other : byRules(clean, heard)
}

const usualReplies = ['STOP', 'Bonjour, qui êtes-vous ?', 'merci', 'ok'] as const

/**
 * What thousands of patterns need is found out when they are first asked: a tenth of a second, in
 * which nothing else is done. Run through before the first reply, with a pause at each step, nobody
 * waits for it. They are made programs only when a reply holds what they need (`late-pattern.ts`).
 */
export function* readyPatterns(): Generator<void> {
  for (const own of languages()) {
    for (const kind of phraseKinds) {
      for (const phrase of own.of(kind)) phrase.mayMatch('')
      yield
    }
  }
  for (const pattern of latePatterns) {
    pattern.mayMatch('')
    yield
  }
  for (const text of usualReplies) {
    readReply(text)
    yield
  }
}

/** What the likeness of a reply is judged by; null where nothing is left to judge. */
export function wordsToCompare(text: string): readonly string[] | null {
  const clean = cleanReply(text)
  if (clean.isReaction || readSigns(clean.loud) !== null) return null
  const heard = hear(clean)
  return heard === null ? null : comparable(heard)
}

type Heard = {
  said: string
  /** The same without what is said of something else or taken back. */
  kept: string
  /** All that was said, but "do not stop" and the like. */
  sentence: string
  echoed: string | null
  /** Without what means something else: "bus stop". */
  restWithCommas: string
}

function hear(clean: CleanReply): Heard | null {
  const said = mendWords(bothEnds(replyWords(clean.own)))
  if (said.length === 0) return null
  return hearSaid(` . ${said.join(' ')} . `)
}

function hearSaid(all: string): Heard {
  const told = withoutDeleted(withoutSlip(withoutHalt(withoutHarmlessUses(all))))
  const kept = withoutOtherWays(withoutNotArriving(withoutBack(told)))
  const wished = withoutFewer(withoutInstead(kept))
  const meant = withoutCancelledThings(withoutSignedOff(withoutOtherEnds(wished)))
  const { sentence, echoed } = withoutEcho(withoutShame(without(meant, 'contrary')))
  const guessed = guessLanguages(all.trim().split(' '))
  const likely = languages().filter(({ language }) => guessed.has(language))
  const restWithCommas = without(sentence, 'aside', likely.length > 0 ? likely : languages())
  return { said: all, kept: told, sentence, echoed, restWithCommas }
}

function comparable({ sentence }: Heard): readonly string[] | null {
  // What "no" alone resembles is all that begins with it.
  if (bareNo.test(withoutCommas(sentence))) return null
  const words = sentence.trim().split(' ').slice(1, -1)
  // "A" of three offers: a letter alone resembles nothing.
  return words.some((word) => /[a-z0-9]{2}/.test(word)) ? words : null
}

/** A clear stop of the rules stands; where they doubt or hear nothing, likeness is asked. */
function compared(ruled: Ruled, heard: Heard, clean: CleanReply): ReplyReading {
  const byThem: ReplyReading = { ...ruled, by: 'rules' }
  const words = comparable(heard)
  if (ruled.meaning === 'stop') return vetoed(byThem, words)
  const isClear =
    heard.echoed !== null ||
    jokes.test(heard.sentence) ||
    haltsUnknown(heard.said) ||
    conditionOf(heard.sentence, clean.own) !== null
  if (isClear || words === null) return byThem
  const like = likenessOf(words)
  const isSure = like.stop >= stopAtOf(words, clean.own, ruled.meaning)
  if (ruled.meaning === 'doubtful') {
    if (isSure) return { ...ruled, meaning: 'stop', by: 'likeness' }
    const isNothing =
      like.stop + like.doubtful < likenessAt.doubtOfRules && mayOverrule(words, ruled)
    return isNothing ? { ...other, by: 'likeness' } : byThem
  }
  const isOther = ruled.meaning === 'other'
  const isAside = heard.restWithCommas !== heard.sentence
  const isAsked = isOther && asksToBeSent(words)
  const isSureBeside = isSure && (!isAside || like.stop >= likenessAt.stopDespiteAside)
  const isStop = isOther && !isAsked && isSureBeside
  const unasked = isAside ? likenessAt.doubtOfAside : doubtAtOf(words, clean.own)
  const doubtAt = isOther && !isAsked ? unasked : likenessAt.doubtOfQuestion
  if (!isStop && like.stop + like.doubtful < doubtAt) return byThem
  const meaning = isStop ? 'stop' : 'doubtful'
  return { meaning, language: null, matched: like.weighty(), by: 'likeness' }
}

/** In these likeness has read too little to speak against the rules. */
const littleRead = ['pl', 'pt', 'lb'] as const

function isLittleRead(words: readonly string[]): boolean {
  const guessed = guessLanguages(words)
  return littleRead.some((language) => guessed.has(language))
}

/**
 * Of a word or two likeness knows too little to free them of a doubt, and what a phrase of several
 * words knows ("I have changed gyms") is no chance.
 */
const mayOverrule = (words: readonly string[], { matched }: Ruled) =>
  wordCount(words) > 2 && matched.split(' ').length < 4 && !isLittleRead(words)

/** What the rules take for a stop and nobody who meant one ever wrote is for a person to read. */
function vetoed(byThem: ReplyReading, words: readonly string[] | null): ReplyReading {
  if (words === null || isOneWord(words) || isLittleRead(words)) return byThem
  // "Cancellare subito" says all that there is to say.
  if (bareCommand(words.filter((word) => word !== '.' && word !== ',')) !== null) return byThem
  const isUnlike = likenessOf(words).stop < likenessAt.stopOfRules
  return isUnlike ? { ...byThem, meaning: 'doubtful', by: 'likeness' } : byThem
}

/** How like a stop it must be to act at once. */
export function stopAtOf(words: readonly string[], own: string, ruled: ReplyMeaning): number {
  const isDoubted = ruled === 'doubtful'
  // "Smets" and "Paz" are called like stems of refusals: of a word or two likeness must be sure.
  if (wordCount(words) < (isDoubted ? fewWords : 2)) return likenessAt.stopOfNothing
  if (own.includes('?') || slips.test(` ${words.join(' ')} `)) {
    return isDoubted ? likenessAt.stopOfDoubt : likenessAt.stopOfNothing
  }
  return speaksOfEnd(words) ? likenessAt.stopOfRefusal : likenessAt.stop
}

const ends = new Set(['no', 'cease', 'remove', 'refuse'])
const ended = new Set(['mesage', 'number', 'list', 'consent'])

function speaksOfEnd(words: readonly string[]): boolean {
  const about = words.flatMap(ideasOf)
  return about.some((idea) => ends.has(idea)) && about.some((idea) => ended.has(idea))
}

/** "Mail deleted by mistake": what happened is told, and nothing is refused. */
const slips =
  / (?:par ereur|sans le vouloir|(?:by|per) (?:mistake|acident|erore|sbaglio)|acidentaly|aus versehen|versehentlich|sin querer|por (?:eror|engano)|per ongeluk|sem querer|przez pomylke|niechcacy) /

const wordCount = (words: readonly string[]) =>
  words.filter((word) => word !== '.' && word !== ',').length
const isOneWord = (words: readonly string[]) => wordCount(words) === 1

/** "See u thurs" resembles all that is short. */
const fewWords = 3

/** Where the rules heard nothing at all. */
export function doubtAtOf(words: readonly string[], own: string): number {
  if (words.includes('_')) return likenessAt.doubtOfContrary
  if (isOneWord(words)) return likenessAt.doubtOfWord
  // Whoever is angry asks "??" or "?!".
  const isCalm = own.includes('?') && !/[?!]\s*[?!]/.test(own)
  if (isCalm) return likenessAt.doubtOfCalm
  const about = new Set(words.flatMap(ideasOf))
  if ([...about].some((idea) => refusing.has(idea))) return likenessAt.doubt
  if (about.has('no')) return likenessAt.doubtOfNo
  return wordCount(words) <= fewWords ? likenessAt.doubtOfFew : likenessAt.doubtOfElse
}

/** What a refusal is made of in any words; "could you send" and "we take" are said of all else. */
const refusing = new Set(
  'cease remove mesage number list receive refuse consent peace law threat rude bother wrong much keep'.split(
    ' ',
  ),
)

function byRules(clean: CleanReply, heard: Heard): Ruled {
  const { sentence, echoed, restWithCommas } = heard
  const whole = withoutCommas(sentence)
  const stop = longest(languages(), (own) => firstOf(own, 'stop', whole))
  if (stop !== null) {
    const isOfFewer = wishesFewer(heard.said) && /^(?:[a-z]+ )?t(?:rop|o )/.test(stop.matched)
    const isDoubted = isInFun(stop, whole) || isOfFewer
    return isDoubted ? { ...stop, meaning: 'doubtful' } : stop
  }
  const rest = withoutCommas(restWithCommas)
  const isTakenBack = withoutHalt(withoutSlip(heard.said)) !== heard.said
  const command = readCommand(isTakenBack ? { ...clean, loud: clean.own } : clean, rest)
  if (command?.meaning === 'stop') {
    const isDoubted = isInFun(command, whole) || haltsUnknown(heard.said)
    return isDoubted ? { ...command, meaning: 'doubtful' } : command
  }
  const read = (meaning: Asked) => longest(languages(), (own) => firstOf(own, meaning, rest))
  const near = read('near')
  if (near !== null) return near
  const refusal =
    threatened(heard.said) ?? bereaved(heard.said) ?? refusesPlainly(withoutCommas(heard.kept))
  if (refusal !== null) return { meaning: 'stop', language: null, matched: refusal }
  const met = removedOfBefore(sentence) ?? overheard(restWithCommas)
  if (met?.meaning === 'stop') return met
  const isBack = wishedBack(heard.said) !== null || read('start') !== null
  const doubt = read('doubtful') ?? (isBack ? null : grumbling(heard))
  const asked = read('contact')
  // "Where did you get my number?" is answered; a refusal beside it is for a person.
  const refused = doubt ?? (asked === null ? null : lastLook(rest))
  if (asked !== null && (refused === null || asked.matched.includes(refused.matched))) {
    return lastLook(rest) ?? angered(asked, clean, whole)
  }
  if (refused !== null) return refused
  if (command !== null) return command
  if (echoed !== null) return { meaning: 'doubtful', language: null, matched: echoed }
  const condition = conditionOf(sentence, clean.own)
  if (condition !== null) return { meaning: 'doubtful', language: null, matched: condition }
  const last = asksHelp(whole) ?? read('start') ?? asksBack(heard, met) ?? lastLook(rest) ?? met
  if (last !== null) return last
  // What was taken out for another meaning is looked at once more: nothing is passed over.
  const within = overheard(sentence, true)
  if (within !== null) return { ...within, meaning: 'doubtful' }
  const help = lost(heard.said)
  if (help !== null) return { meaning: 'help', language: null, matched: help }
  const wonder = (wonders.exec(whole) ?? bareNo.exec(whole))?.[0].trim()
  if (wonder !== undefined) return { meaning: 'doubtful', language: null, matched: wonder }
  return isForSomebodyElse(clean.loud) ? { ...other, meaning: 'doubtful' } : other
}

function grumbling({ said }: Heard): Ruled | null {
  const matched = grumbled(withoutCommas(said))
  return matched === null ? null : { meaning: 'doubtful', language: null, matched }
}

/** "Help, I don't understand" is help, though what is not understood was taken out. */
function asksHelp(whole: string): Ruled | null {
  const matched = bareHelp(whole)
  if (matched !== null) return { meaning: 'help', language: null, matched }
  return longest(languages(), (own) => firstOf(own, 'help', whole))
}

function asksBack({ said }: Heard, met: Ruled | null): Ruled | null {
  const matched = met === null ? wishedBack(said) : null
  return matched === null ? null : { meaning: 'start', language: null, matched }
}

/** Who writes is answered; who asks it in anger may want no answer but an end. */
function angered(asked: Ruled, clean: CleanReply, whole: string): Ruled {
  return anger(clean.loud, whole) ? { ...asked, meaning: 'doubtful' } : asked
}

/** "Häää", "what?", "ué": all that was said, by somebody who does not see what the message wants. */
const wonders =
  /(?<=^[ .]*)(?:(?:naja|tja|mwah|vabe|mouais|ha|hae|he|hein|hain|quoi|pardon|bof|pf|uf|hm|huh|what|wut|wtf|eh|ehm|was|wie|que|como|ue|boh|mah|cosa|che|wat|hoe|co|o que|ze co|watgelift|ugh|urgh|argh|grh?|grmbl|bah|beurk|berk|yuk|ew|igit|bleah?|ufa|puf|uf|getver|gadver|meh|hmpf) )+(?=[ .]*$)/

/** "No", and nothing else: to a question perhaps, or to all of it; and "no stop", with no comma. */
const bareNo =
  /(?<=^[ .]*)(?:(?:lol|mdr|ptdr|lmao|xd|(?:ha){2,}|(?:ah){2,}|(?:ja){2,}) )?(?:(?:non|no|nein|ne|n|nie|nao|nope|nop|nah|nan|na) )+(?:stop )?(?:(?:lol|mdr|ptdr|lmao|xd|(?:ha){2,}|(?:ah){2,}) )?(?=[ .]*$)/

function bothEnds(all: readonly string[]): readonly string[] {
  const words = all.map((word) => word.slice(0, wordMax))
  if (words.length <= 2 * wordsOfEachEnd) return words
  return [...words.slice(0, wordsOfEachEnd), '.', ...words.slice(-wordsOfEachEnd)]
}

const other: Ruled = { meaning: 'other', language: null, matched: '' }

/** "I'm not Sarah": whoever the message was for, it was not for this person. */
const somebodyElse =
  /(?:je (?:ne )?suis pas|i(?:['’]?m| am) not|no soy|non sono|ik ben (?:niet|geen)|n[ãa]o sou|nie jestem) (?:(?:le|la|the|el|il|de|o|a) )?(?:(?:mme|m\.|mr\.?|mlle|mrs\.?|ms\.?|monsieur|madame|se[ñn]ora?|sra?\.?|sig\.(?:ra)?|signora?|dhr\.?|mevr\.?|pan(?:em|ią)?) )?\p{Lu}\p{L}{2,}|ich bin nicht (?:[Hh]err|[Ff]rau) \p{L}{2,}/u

function isForSomebodyElse(loud: string): boolean {
  const text = loud
    .replace(/^\P{L}*\p{Lu}/u, (first) => first.toLowerCase())
    .replace(/\b(?:Je|I|No|Non|Ik|Ich|Não|Nie)\b/g, (word) => word.toLowerCase())
  return /\p{Ll}/u.test(loud.slice(1)) && somebodyElse.test(text)
}

/** "Stop! Just kidding", "haha stop": a person decides. */
const jokes =
  / (?:(?:ha){2,}|(?:ah){2,}|(?:ja){2,}|hihi|lol|mdr|ptdr|lmao|xd|blush|je (?:plaisante|rigole|deconne)|just kidding|joking|jk|scherz[a-z]*|broma|grapje|nur spas|brincadeira|zartuje) /

/** Of the bare word alone: whoever laughs and asks to be taken off a list still asks for it. */
function isInFun({ matched }: Ruled, sentence: string): boolean {
  return (
    jokes.test(sentence) &&
    /^(?:[a-z]+ )?(?:stop|aret[a-z]*|basta|para)(?: it| ca)?(?: [a-z]+)?$/.test(matched)
  )
}

type Asked = 'near' | 'stop' | 'doubtful' | 'help' | 'contact' | 'start'

function without(said: string, kind: 'contrary' | 'aside', of = languages()): string {
  let rest = said
  for (const own of of) for (const phrase of own.of(kind)) rest = rest.replace(phrase, ' _')
  return rest
}

/** A comma ends what is taken out ("no interest, please remove me"), and no other phrase. */
function withoutCommas(sentence: string): string {
  return sentence.replace(/ ,(?= )/g, '')
}

/** Our own mention at the end of a forwarded text is not its sender's word. */
const mention = new RegExp(
  '(?<= (?:[a-z0-9]+ ){6})stop (?:sms |pub )?' +
    '(?:au |a |to |an |al |aan |naar |op |ao |para |na )?\\d{4,6}(?= \\. $)',
)

function withoutEcho(sentence: string): { sentence: string; echoed: string | null } {
  const echoed = mention.exec(sentence)?.[0] ?? null
  return { sentence: echoed === null ? sentence : sentence.replace(mention, '.'), echoed }
}

function firstOf(own: CompiledPhrases, meaning: Asked, sentence: string): Ruled | null {
  let matched = ''
  for (const phrase of own.of(meaning)) {
    const found = phrase.exec(sentence)?.[0].trim() ?? ''
    if (found.length > matched.length) matched = found
  }
  if (matched === '') return null
  return { meaning: meaning === 'near' ? 'stop' : meaning, language: own.language, matched }
}

/** Beginnings of words of refusal: where no phrase was found around them, a person looks. */
const refusalStems = new RegExp(
  ' (?:desab|desins|supprim|enlev|efface|oppos|refus|interdi|consent|unsub|remov|delet|cease|desist|' +
    'abmeld|abbest|losch|widerr|widersp|untersag|verbiet|belast|bor(?:ar|en|ad|re)|desusc|smet|disisc|rimuo|togliet|' +
    'revoc|uitschr|afmeld|verwij|opzeg|toestem|bezwaar|wypis|usun|rezygn|zgod|sprzeciw|przestan|' +
    'marketing|spam|harcel|harass|molest|publicit|publicid|reklam|reclame|werbung)[a-z]*(?= )',
)

function lastLook(rest: string): Ruled | null {
  const matched = refusalStems.exec(rest)?.[0].trim()
  return matched === undefined ? null : { meaning: 'doubtful', language: null, matched }
}

/** The longest match says most about the language. */
function longest(
  all: readonly CompiledPhrases[],
  read: (own: CompiledPhrases) => Ruled | null,
): Ruled | null {
  let best: Ruled | null = null
  for (const own of all) {
    const found = read(own)
    if (found !== null && found.matched.length > (best?.matched.length ?? 0)) best = found
  }
  return best
}
