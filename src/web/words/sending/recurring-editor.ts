// The words of writing a recurring send that a campaign has not.
export const recurringEditorWords = {
  en: {
    costLacks: 'Write a text to see what a message costs.',
    costOfOne: 'For each person: 1 part, about {cost}. An example name is counted.',
    costOfMore: 'For each person: {segments} parts, about {cost}. An example name is counted.',
    costOfDay:
      'How many people get it is decided on each day. The check sheet has the figures as if it were sent today.',
  },
  fr: {
    costLacks: 'Écrivez un texte pour voir ce que coûte un message.',
    costOfOne: 'Par personne : 1 partie, environ {cost}. Compté avec un prénom d’exemple.',
    costOfMore:
      'Par personne : {segments} parties, environ {cost}. Compté avec un prénom d’exemple.',
    costOfDay:
      'Le nombre de personnes se décide chaque fois. La fiche de contrôle donne les chiffres comme si l’envoi partait aujourd’hui.',
  },
}
