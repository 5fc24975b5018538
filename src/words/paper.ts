// Sentences of papers: what no page that they are made of says.
import type { Language } from '../kernel/index.ts'

/** `{box}` is the sign itself. */
export const paperWords: Readonly<Record<Language, { boxes: string }>> = {
  en: {
    boxes:
      'The typeface of this file lacks some signs. Each of them is shown as {box}; the page that this file was made of shows them.',
  },
  fr: {
    boxes:
      'La police de ce fichier n’a pas certains signes. Chacun y est remplacé par {box} ; la page dont ce fichier est tiré les montre.',
  },
}
