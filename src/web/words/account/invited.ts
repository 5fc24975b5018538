// The sentences of invitations that only the settings say, in both languages.
export const invitedWords = {
  en: {
    link: 'Link of the invitation',
    withdrawWhat: 'The link stops working at once. To let this person in, invite them again.',
    withdrawSure: 'Withdraw it now',
    keep: 'Keep it',
  },
  fr: {
    link: 'Lien de l’invitation',
    withdrawWhat:
      'Le lien cesse aussitôt de fonctionner. Pour faire entrer cette personne, invitez-la de nouveau.',
    withdrawSure: 'La retirer maintenant',
    keep: 'La garder',
  },
}
