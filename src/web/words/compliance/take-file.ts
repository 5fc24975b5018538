// Of a file with people in clear: why it is made is asked first.
export const takeFileWords = {
  en: {
    recorded:
      'Your name, the time and this reason are recorded in the journal. Whoever asks who saw their data may read the reason.',
    reason: 'What is the file for?',
    take: 'Download the file',
    taken: 'The file is among your downloads.',
  },
  fr: {
    recorded:
      'Votre nom, l’heure et ce motif sont inscrits au journal. Toute personne qui demande qui a vu ses données peut lire ce motif.',
    reason: 'À quoi servira ce fichier ?',
    take: 'Télécharger le fichier',
    taken: 'Le fichier est dans vos téléchargements.',
  },
}
