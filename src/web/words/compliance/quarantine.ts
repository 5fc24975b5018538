// The sentences of whoever is to be proven, in both languages; they come with their screen.
const quarantineEn = {
  title: 'To be proven',
  lead: 'People whose consent is not proven, and below them those who did not agree. They receive no marketing, but they can receive alerts.',
  empty: 'Nobody is left to be proven',
  emptyText: 'Every contact has a proven consent, or there are no contacts yet.',
  list: 'List',
  allLists: 'All contacts',
  people: 'People: {count}',
  steps: { ask: 'Ask again', prove: 'Prove', delete: 'Delete' },
  fixes: {
    date: 'The date is missing',
    source: 'The place is missing',
    wording: 'The wording is missing',
    proof: 'A proof would settle it',
    person: 'Only the person can settle it',
    declined: 'Did not agree',
  },
  declinedText:
    'Nothing is to be proven here: a file says that these people did not agree. They stay without marketing until they agree themselves.',
  fixButtons: {
    date: 'Give the date…',
    source: 'Give the place…',
    wording: 'Give the wording…',
    proof: 'Give the proof…',
  },
  otherWays: 'Other ways: ask again, delete',
  deleteWay: 'Delete these people',
  forms: 'Your published forms, to print or link to',
  noForms: 'No form is published. Create one first.',
  wording: 'Wording that these people read',
  date: 'Date of the earliest consent',
  source: 'Where consent was requested',
  declared: 'I declare that each of these people ({count}) agreed to exactly this wording',
  prove: 'Record the proof',
  incomplete: 'Choose the wording, the date and the place, then tick the declaration.',
  proven:
    'Can now receive marketing: {proven}. Stay without marketing because they refused: {refused}.',
  remove: 'Delete these contacts…',
  removeSure: 'Delete these contacts ({count}) for good',
  keep: 'Keep them',
  removed: 'Contacts deleted: {count}.',
  removedKept:
    'Stay: {count}. Their data may only be kept, or a request of theirs waits for its answer.',
}

const quarantineFr: typeof quarantineEn = {
  title: 'À prouver',
  lead: 'Personnes dont le consentement n’est pas prouvé, puis celles qui n’ont pas accepté. Elles ne reçoivent pas de publicité, mais peuvent recevoir des alertes.',
  empty: 'Plus personne à prouver',
  emptyText: 'Chaque contact a un consentement prouvé, ou il n’y a encore aucun contact.',
  list: 'Liste',
  allLists: 'Tous les contacts',
  people: 'Personnes : {count}',
  steps: { ask: 'Redemander', prove: 'Prouver', delete: 'Supprimer' },
  fixes: {
    date: 'Il manque la date',
    source: 'Il manque le lieu',
    wording: 'Il manque le texte',
    proof: 'Une preuve suffirait',
    person: 'Seule la personne peut décider',
    declined: 'N’ont pas accepté',
  },
  declinedText:
    'Il n’y a rien à prouver ici : un fichier dit que ces personnes n’ont pas accepté. Elles restent sans publicité tant qu’elles n’acceptent pas elles-mêmes.',
  fixButtons: {
    date: 'Indiquer la date…',
    source: 'Indiquer le lieu…',
    wording: 'Indiquer le texte…',
    proof: 'Apporter la preuve…',
  },
  otherWays: 'Autres possibilités : redemander, supprimer',
  deleteWay: 'Supprimer ces personnes',
  forms: 'Vos formulaires publiés, à imprimer ou à partager par lien',
  noForms: 'Aucun formulaire n’est publié. Créez-en d’abord un.',
  wording: 'Texte que ces personnes ont lu',
  date: 'Date du consentement le plus ancien',
  source: 'Où le consentement a été demandé',
  declared: 'Je déclare que chacune de ces personnes ({count}) a accepté exactement ce texte',
  prove: 'Enregistrer la preuve',
  incomplete: 'Choisissez le texte, la date et le lieu, puis cochez la déclaration.',
  proven:
    'Peuvent maintenant recevoir de la publicité : {proven}. Restent sans publicité, car elles ont refusé : {refused}.',
  remove: 'Supprimer ces contacts…',
  removeSure: 'Supprimer définitivement ces contacts ({count})',
  keep: 'Les garder',
  removed: 'Contacts supprimés : {count}.',
  removedKept:
    'Restent : {count}. Leurs données doivent seulement être conservées, ou une de leurs demandes attend sa réponse.',
}

export const quarantineWords = { en: quarantineEn, fr: quarantineFr }
