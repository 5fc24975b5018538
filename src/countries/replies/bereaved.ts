// "My husband passed away, please do not send him any more": an end, though he cannot ask for it.
import { ideasOf } from './overheard.ts'

const kin =
  'mum|mam|mom|mumy|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|gran|nan|granny|grandma|grandad|grandpa|uncle|aunt|aunty'

/** Doubled letters are single, as in the words of a reply. */
const died = [
  '(?:has |have |had )?pased (?:away|on)',
  `(?:${kin}) (?:has |have |sadly |just )*pased`,
  '(?:has |recently )?died',
  'is dead',
  'deceased',
  `lost (?:my |our )?(?:${kin})`,
  'perdu (?:mon|ma|notre) (?:mari|femme|pere|mere|fils|file|frere|soeur|papa|maman|papy|mamie)',
  '(?:mein|unser)[a-z]* (?:man|frau|vater|muter|papa|mama|opa|oma|sohn|tochter|bruder) verloren',
  'perdi(?:mos)? a (?:mi|nuestr[oa]) (?:padre|madre|marido|mujer|hijo|hija|abuel[oa])',
  'perso (?:mio|mia|nostr[oa]) (?:padre|madre|marito|moglie|figlio|figlia|non[oa])',
  '(?:mijn|onze) (?:man|vrouw|vader|moeder|opa|oma|zon|dochter|broer) verloren',
  'le deces',
  'the death',
  'der tod',
  'el falecimiento',
  'il deceso',
  'het overlijden',
  '(?:est|sont|a ete) (?:decede|mort)[es]*',
  'decede[es]*',
  'nous a quites',
  'disparu',
  'verstorben',
  'gestorben',
  'tot',
  'fal?lec[a-z]+',
  'murio',
  'ha muerto',
  'morto',
  'morta',
  'decedut[oa]',
  '(?:e|ci ha) (?:mancat|lasciat)[oa]',
  'venut[oa] a mancare',
  'scompars[oa]',
  'overleden',
  'gestorven',
  'faleceu',
  'morreu',
  'zmarl[ay]?',
  'nie zyje',
]
const dead = new RegExp(` (?:${died.join('|')}) `)

const theirs = new Set(
  'him her them lui le la les l eux elle ele ihm ihr ihn ihnen sie lo los gli hem har hun mu jej go ja lhe o a'.split(
    ' ',
  ),
)
/** "Scrivetegli", "mandarle". */
const withTheirs = /(?:gli|le|lo|la)$/

const reminder = /^(?:reminders?|rapels?|erinerungen|recordatorios?|promemoria|herinering(?:en)?)$/

const near = 4

/** The words that refuse, or null: somebody died, and he or she is to be written to no more. */
export function bereaved(said: string): string | null {
  if (!dead.test(said)) return null
  for (const part of said.split(/ [.,] /)) {
    const words = part.split(' ').filter((word) => word !== '' && word !== '.' && word !== ',')
    const isIdea = (word: string, ...some: readonly string[]) =>
      ideasOf(word).some((idea) => some.includes(idea))
    // "Appointment reminders" are messages, whatever they remind of.
    const isMessage = (at: number) =>
      isIdea(words[at] ?? '', 'mesage') || reminder.test(words[at] ?? '')
    const isThing = (word: string, at: number) =>
      isIdea(word, 'thing') && !isMessage(at + 1) && !isMessage(at - 2)
    if (words.some(isThing)) continue
    const send = words.findIndex((word) => isIdea(word, 'send'))
    if (send < 0) continue
    const around = words.slice(Math.max(0, send - near), send + near + 1)
    const isEnded = around.some((word) => isIdea(word, 'no', 'cease'))
    const isTheirs =
      withTheirs.test(words[send] ?? '') ||
      around.some((word) => theirs.has(word) || isIdea(word, 'mesage'))
    if (isEnded && isTheirs) return around.join(' ')
  }
  return null
}
