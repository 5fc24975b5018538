// The words of a search by name among all contacts.
export const allNamesWords = {
  en: {
    labelAll: 'Find by name in all contacts',
    lookingOf: 'Looking… {looked} of {of} people looked at so far.',
    noneAll: 'Nobody has this name',
    noneAllText: 'Type fewer letters, or look by number or e-mail.',
    nameInContacts: 'Look for the name “{name}” in all contacts',
  },
  fr: {
    labelAll: 'Chercher par nom dans tous les contacts',
    lookingOf: 'Recherche en cours… {looked} personnes examinées sur {of}.',
    noneAll: 'Personne ne porte ce nom',
    noneAllText: 'Écrivez-en moins, ou cherchez par numéro ou e-mail.',
    nameInContacts: 'Chercher le nom « {name} » dans tous les contacts',
  },
}
