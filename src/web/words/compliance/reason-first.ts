// Under a button that waits for a reason: what is still missing, not the field's own label.
export const reasonFirstWords = {
  en: { reasonFirst: 'First write the reason, in a few words.' },
  fr: { reasonFirst: 'Écrivez d’abord le motif, en quelques mots.' },
}
