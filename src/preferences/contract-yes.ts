// Words that say yes to anything, so that alone they prove no consent.

export const wordLengthMax = 20

/**
 * The one word that a text is, without case, accents or what stands around it; null for anything
 * longer. "OUI !" is OUI; "oui mais quand ?" is a question, and no consent.
 */
export function foldWord(text: string): string | null {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const isWord = /^[A-Z0-9]+$/.test(folded) && folded.length <= wordLengthMax
  return isWord ? folded : null
}

/** In the languages of the countries that are written to; what the words ask people to reply. */
const yesWords: ReadonlySet<string> = new Set(['OUI', 'YES', 'JA', 'SI', 'SIM', 'TAK'])

// biome-ignore format: a list of words
const agreeingWords: ReadonlySet<string> = new Set([
  'OK', 'OKAY', 'OKE', 'OUAIS', 'DACCORD', 'ACCORD', 'CONFIRME', 'CONFIRMER', 'CONFIRMATION',
  'ACCEPTE', 'ACCEPTER', 'VALIDE', 'VALIDER', 'VOLONTIERS', 'YEAH', 'YEP', 'YUP', 'SURE', 'CONFIRM',
  'CONFIRMED', 'ACCEPT', 'AGREE', 'AGREED', 'JAWOHL', 'JO', 'KLAR', 'GERNE', 'EINVERSTANDEN',
  'BESTATIGEN', 'BESTATIGT', 'BESTAETIGEN', 'AKZEPTIEREN', 'AKKOORD', 'BEVESTIG', 'BEVESTIGEN',
  'GRAAG', 'VALE', 'CLARO', 'CONFIRMO', 'CONFIRMAR', 'ACEPTO', 'ACEPTAR', 'ACEITO', 'ACEITAR',
  'CERTO', 'CONFERMO', 'CONFERMA', 'CONFERMARE', 'ACCETTO', 'ACCETTA', 'DOBRZE', 'ZGODA',
  'POTWIERDZAM', 'AKCEPTUJE',
])

export const isYes = (word: string): boolean => yesWords.has(word)

/** So does a figure: it chooses among what was offered last. */
export const saysYesToAnything = (word: string): boolean =>
  isYes(word) || agreeingWords.has(word) || /^\d+$/.test(word)
