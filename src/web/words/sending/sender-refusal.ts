// The sentences of why a sender name was refused, for staff and for the account.
export const senderRefusalWords = {
  en: {
    ask: 'Why, in your own words: the account reads it',
    why: 'Why it was refused',
  },
  fr: {
    ask: 'Pourquoi, avec vos mots : le compte le lit',
    why: 'Pourquoi il a été refusé',
  },
}
