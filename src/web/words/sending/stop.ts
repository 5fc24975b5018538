// The sentences said before a reply is recorded as a STOP, in both languages.
export const stopWords = {
  en: { sure: 'Record the STOP', keep: 'Leave it as it is' },
  fr: { sure: 'Enregistrer le STOP', keep: 'Laisser tel quel' },
}
