// In which language a text that a file quotes is written, by its commonest words. Pure.

/** Those that a consent hardly does without, and that the other languages do not have. */
const words: Readonly<Record<string, readonly string[]>> = {
  fr: ['je', 'j', 'accepte', 'souhaite', 'recevoir', 'des', 'les', 'par', 'vous', 'pour', 'et'],
  en: ['i', 'agree', 'want', 'receive', 'the', 'by', 'you', 'your', 'and', 'from', 'to'],
  de: ['ich', 'möchte', 'erhalten', 'und', 'der', 'die', 'per', 'von', 'zu', 'mit', 'bin'],
  es: ['acepto', 'quiero', 'recibir', 'las', 'los', 'por', 'y', 'con', 'del', 'mis'],
  it: ['accetto', 'voglio', 'ricevere', 'le', 'gli', 'tramite', 'e', 'con', 'del', 'via'],
  nl: ['ik', 'wil', 'ontvangen', 'ga', 'akkoord', 'het', 'een', 'van', 'met', 'en', 'ontvang'],
}

/** `otherwise`: where no language has more of its words in the text than another. */
export function languageOf(text: string, otherwise: string): string {
  const said = text.toLowerCase().split(/[^\p{L}]+/u)
  const counted = Object.entries(words)
    .map(([language, own]) => ({
      language,
      count: said.filter((word) => own.includes(word)).length,
    }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  if (first === undefined || first.count === second?.count) return otherwise
  return first.language
}
