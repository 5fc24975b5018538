// A reply as its writer's own words: no quoted original, no signature, no disguise of letters.
import { endsOf, heardLimits } from '../../kernel/index.ts'

/**
 * Letters of other alphabets and styles that look like Latin ones, as people and phones use them.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  п: 'n',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  // Small capitals
  ᴤ: 's',
  ᴀ: 'a',
  ʙ: 'b',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ꜰ: 'f',
  ɢ: 'g',
  ʜ: 'h',
  ɪ: 'i',
  ᴊ: 'j',
  ᴋ: 'k',
  ʟ: 'l',
  ᴍ: 'm',
  ɴ: 'n',
  ᴏ: 'o',
  ᴘ: 'p',
  ʀ: 'r',
  ꜱ: 's',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ʏ: 'y',
  ᴢ: 'z',
  // Latin letters that do not decompose
  ɵ: 'o',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** Letters in coloured squares: 🅂🆃🅾🅿, 🇸🇹🇴🇵. */
const letterBlocks: readonly number[] = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]

function plainLetter(char: string): string {
  const code = char.codePointAt(0) ?? 0
  for (const start of letterBlocks) {
    if (code >= start && code < start + 26) return String.fromCharCode(0x61 + code - start)
  }
  return char
}

/** Lower case, plain Latin letters and plain punctuation; line ends are kept. */
export function plainLetters(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u3164\uffa0]/gu, '')
    .replace(/[\u{1f130}-\u{1f1ff}]/gu, plainLetter)
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  // The Russian and Ukrainian word itself, before its letters are taken for Latin ones.
  return folded
    .replace(/(?<!\p{L})стоп(?!\p{L})/gu, 'stop')
    .replace(/\P{ASCII}/gu, (char) => lookAlikes[char] ?? char)
    .replace(/[^\S\n]+/g, ' ')
}

const quoteHeads: readonly RegExp[] = [
  /^[-_=*\s]{2,}\s*(?:message|original|mensaje|messaggio|oorspronkelijk|ursprung|wiadomosc|mensagem|forwarded|transfere)/,
  /^(?:le|on|am|el|il|op|w dniu|em|a)\b.{4,120}(?:a ecrit|wrote|schrieb|geschrieben|escribio|ha scritto|schreef|napisal|escreveu)\W*:?\s*$/,
  /^(?:de|from|von|van|da|od) ?: .*(?:@|\d{4})/,
  /^(?:message (?:d'origine|precedent|recu)|original message|texte original) ?:/,
]

const signatures: readonly RegExp[] = [
  /^--+\s*$/,
  /^(?:envoye|envoi) (?:de|depuis|par|a partir|avec)\b/,
  /^(?:sent|get|send) (?:from|via|outlook|with)\b/,
  /^(?:gesendet|verschickt) (?:von|mit|uber)\b/,
  /^von mein\w+ .{0,40}gesendet/,
  /^enviado (?:desde|do|de|a partir|con)\b/,
  /^inviato (?:da|dal|con)\b/,
  /^(?:verzonden|verstuurd) (?:vanaf|met|van|via)\b/,
  /^(?:wyslane|wyslano) (?:z|ze)\b/,
  /^(?:obtenez|telecharge[rz]) outlook/,
]

/** An iPhone tells a reaction as a message that quotes ours, STOP mention and all. */
const reactions =
  /^(?:a |an |has |ha |hat |heeft )?(?:aime|adore|ri a|rigole|souligne|insiste|questionne|mis en valeur|reagi|liked|loved|laughed at|emphasi[sz]ed|questioned|reacted|removed an? \w+ from|retire un \w+|gefallt|mag|geliebt|le gusto|me gusta|gostou|amou|adoro|leuk gevonden|vond|polubil\w*)\b[^"«“„”]{0,40}["«“„”]/

export type CleanReply = {
  /** The writer's own lines, in plain letters. */
  own: string
  /** The same before its letters were made small: a STOP in capitals is a command. */
  loud: string
  isReaction: boolean
}

const quotedMin = 25

/** Within one line: past its end it would run through all that follow, again from each of them. */
export const quoteMarks = /^[^\S\n\r\u2028\u2029]*[>|]+/gm
/** None holds its own beginning: else each would look for its end through all that follow. */
export const quotations = /"([^"\n]*)"|«([^«»\n]*)»|“([^“”\n]*)”|„([^„“”\n]*)[“”]/g

/** Where every reading of a reply begins, and so what is too long ends here. */
export function cleanReply(whole: string): CleanReply {
  // An empty line more says nothing, and each line is asked whether it begins a quotation.
  const text = endsOf(whole, heardLimits.readOfReply).replace(/\n{3,}/g, '\n\n')
  const isReaction = reactions.test(plainLetters(text).trim())
  const kept: string[] = []
  let hasWords = false
  for (const line of text.split(/\r\n|\r|\n|\u2028|\u2029/)) {
    if (line.trim() === '') {
      kept.push('')
      continue
    }
    const plain = plainLetters(line).trim()
    if (quoteHeads.some((head) => head.test(plain))) break
    if (hasWords && signatures.some((mark) => mark.test(plain))) break
    if (/^[>|]/.test(plain)) continue
    kept.push(line)
    hasWords = true
  }
  const own = withoutQuotes(kept.join('\n'))
  // All of it was quotation marks: then the quotation is what was said.
  const said = /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(own)
    ? own
    : text.replace(quoteMarks, '')
  return { own: plainLetters(said).trim(), loud: said, isReaction }
}

/** A long quotation inside a reply is somebody else's text: ours, mostly. */
function withoutQuotes(text: string): string {
  const rest = text.replace(quotations, (whole: string, ...parts: unknown[]) => {
    const inner = parts.slice(0, 4).find((part) => typeof part === 'string') as string
    return inner.length > quotedMin ? ' ' : whole
  })
  return rest.trim() === '' ? text : rest
}

/** Signs that mean "stop" wherever they stand, and hands that do so when they stand alone. */
const stopSigns = /[\u{1f6d1}\u26d4\u{1f6ab}\u{1f4f5}\u{1f515}]/gu
const handSigns = /[\u270b\u{1f590}\u{1f91a}]/gu
const signsOfNo =
  /[\u274c\u2716\u{1f645}\u{1f44e}\u{1f595}\u{1f910}\u{1f6b7}\u{1f6af}\u{1f92c}\u{1f621}\u{1f620}\u{1f92e}\u{1f4a9}\u{1f644}\u{1f612}\u{1f624}\u{1f5d1}\u{1f507}\u{23f9}\u{1f6ae}\u{1f6b7}]/u

/** Faces that understand nothing or are not pleased, and two question marks: somebody looks. */
const signsOfWonder =
  /[\u{1f610}\u{1f611}\u{1f636}\u{1f928}\u{1f9d0}\u{1f615}\u{1f641}\u2639\u{1f61e}\u{1f61f}\u{1fae4}\u{1f914}\u{1f937}\u2753\u2754]|[?\uff1f]\P{L}*[?\uff1f]/u

export type SignReading = 'stop' | 'doubtful' | null

/** What a reply without any word says by its signs. */
export function readSigns(text: string): SignReading {
  if (/[\p{L}\p{N}]/u.test(text.replace(/[#*0-9]\ufe0f?\u20e3/gu, ''))) return null
  if (text.search(stopSigns) >= 0 || text.search(handSigns) >= 0) return 'stop'
  return signsOfNo.test(text) || signsOfWonder.test(text) ? 'doubtful' : null
}

/**
 * "🛑 pub" says "stop pub", "❌ pub" says "no pub", "+ de pub" says "plus de pub"; a sign is a word
 * apart, and "🚫 not any more" is no "do not stop".
 */
export function signsAsWords(text: string): string {
  return text
    .replace(stopSigns, ' stop , ')
    .replace(/[\u274c\u2716\u{1f645}\u{1f6af}]/gu, ' no ')
    .replace(/(?<=^|\s)\+(?=$|[\s.,!?])/g, ' plus ')
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '€': 'e',
  '|': 'i',
  '!': 'i',
  '+': 't',
  '(': 'c',
}

/** "st0p", "5top", "d3sabonner": a word in which digits and signs stand for letters. */
function unleet(token: string): string {
  const letters = token.replace(/[^a-z]/g, '').length
  const signs = token.length - letters
  if (signs === 0 || letters < 2 || signs > letters) return token
  // A number stuck to a word, or a plain number with its unit, is none.
  if (/^[a-z]{4,}\d{2,}$|^[a-z]+\d{3,}$|^\d+[a-z]{1,3}$/.test(token)) return token
  return token.replace(/[^a-z]/g, (sign) => leet[sign] ?? sign)
}

/** "aa" is written "a": "stoooop", "arrettez" and "SSTTOOPP" lose their disguise. */
export function collapse(text: string): string {
  return text.replace(/([a-z])\1+/g, '$1')
}

const titles =
  /(?<![a-z0-9'])(?<!\d )(m|mr|mrs|mme|mlle|ms|dr|sig|sra|dhr|mevr|dott)\.\s(?=[a-z]{3})/g

/**
 * Words and signs in order, ends of sentences as ".", commas as ","; letters of spelled-out words
 * are joined, double letters are single.
 */
export function replyWords(own: string): string[] {
  const spaced = signsAsWords(own)
    .replace(/\n+/g, ' . ')
    // "Art. 17" ends no sentence.
    .replace(/(?<![a-z])(art|nr|no|tel|num|abs)\.\s?(?=\d)/g, '$1 ')
    // Nor does "M. Colas".
    .replace(titles, '$1 ')
    .split(/\s+/)
    .map((token) => {
      const core = token.replace(/^[^a-z0-9$@€]+|[^a-z0-9$@€]+$/g, '')
      return /\d|[@$€|+]|[a-z][!(][a-z]/.test(core) ? token.replace(core, unleet(core)) : token
    })
    .join(' ')
    .replace(/(?<![a-z])([a-z])((?:[^a-z0-9\s][a-z]){2,})(?![a-z])/g, (word) =>
      word.replace(/[^a-z]/g, ''),
    )
    .replace(/([a-z])(\d{2,})/g, '$1 $2')
    .replace(/[.?!;:\u2026\u00bf\u00a1]+/g, ' . ')
    .replace(/,+/g, ' , ')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .replace(/[^a-z0-9.,\p{Extended_Pictographic}]+/gu, ' ')
  const words: string[] = []
  let letters = ''
  for (const token of [...spaced.trim().split(' '), '']) {
    if (/^[a-z]$/.test(token)) {
      letters += token
      continue
    }
    if (letters.length >= 3) words.push(letters)
    else words.push(...letters)
    letters = ''
    if (token !== '') words.push(token)
  }
  return words.map(collapse)
}
