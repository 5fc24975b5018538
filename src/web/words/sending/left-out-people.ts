// The words of the people whom one reason leaves out.
export const leftOutPeopleWords = {
  en: {
    title: 'Left out for one reason',
    now: 'Each person is checked again now, so somebody may have changed since the count.',
    nobody: 'Nobody is left out for this reason any more.',
    seeking: 'Still looking through the list.',
    further: 'Look further',
  },
  fr: {
    title: 'Écartés pour une même raison',
    now: 'Chaque personne est vérifiée de nouveau maintenant : certaines ont pu changer depuis le comptage.',
    nobody: 'Plus personne n’est écarté pour cette raison.',
    seeking: 'La liste est encore en cours de lecture.',
    further: 'Chercher plus loin',
  },
}
