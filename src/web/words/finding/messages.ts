// The sentences of what narrows the list of messages, and of how far it has looked.
export const messageFilterWords = {
  en: {
    class: 'Class',
    anyClass: 'Any class',
    sender: 'Sender',
    anySender: 'Any sender',
    reference: 'Your own reference',
    referenceHelp: 'Exactly as you sent it',
    find: 'Find',
    lookedBackTo: 'Looked back to {date}.',
    lookFurther: 'Look further back',
  },
  fr: {
    class: 'Classe',
    anyClass: 'Toutes les classes',
    sender: 'Expéditeur',
    anySender: 'Tous les expéditeurs',
    reference: 'Votre propre référence',
    referenceHelp: 'Exactement comme vous l’avez envoyée',
    find: 'Chercher',
    lookedBackTo: 'Recherche faite jusqu’au {date}.',
    lookFurther: 'Chercher plus loin dans le passé',
  },
}
