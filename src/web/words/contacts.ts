// The sentences of the contact list, in both languages.
export const contactsEn = {
  title: 'Contacts',
  lead: 'Numbers and names are encrypted. To see one unmasked you give a reason, and it is recorded.',
  reveal: 'Reveal',
  revealTitle: 'Reveal this contact',
  revealText: 'Your name, the time and this reason are recorded in the journal.',
  reason: 'Why do you need it?',
  empty: 'No contacts yet',
  emptyText: 'Import a file. Its contacts appear here, masked.',
  fields: {
    firstName: 'first name',
    lastName: 'last name',
    email: 'e-mail',
    postcode: 'postcode',
    birthDate: 'date of birth',
    reference: 'own reference',
  },
}

export const contactsFr: typeof contactsEn = {
  title: 'Contacts',
  lead: 'Les numéros et les noms sont chiffrés. Pour en voir un en clair, vous donnez une raison, qui est enregistrée.',
  reveal: 'Voir en clair',
  revealTitle: 'Voir ce contact en clair',
  revealText: 'Votre nom, l’heure et cette raison sont inscrits au journal.',
  reason: 'Pourquoi en avez-vous besoin ?',
  empty: 'Aucun contact pour l’instant',
  emptyText: 'Importez un fichier. Ses contacts apparaîtront ici, masqués.',
  fields: {
    firstName: 'prénom',
    lastName: 'nom',
    email: 'e-mail',
    postcode: 'code postal',
    birthDate: 'date de naissance',
    reference: 'référence interne',
  },
}
