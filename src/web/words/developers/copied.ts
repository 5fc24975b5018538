// The sentences of a code with a button that copies it, in both languages.
export const copiedWords = {
  en: { copy: 'Copy', copied: 'Copied' },
  fr: { copy: 'Copier', copied: 'Copié' },
}
