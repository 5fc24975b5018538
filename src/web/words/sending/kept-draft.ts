// The words of a campaign that is half written, and of what its form opens beside it.
export const keptDraftWords = {
  en: {
    restored: 'What you had typed is here again.',
    changedSince:
      'What you had typed is here again. Somebody has saved another version since: saving replaces it.',
    afresh: 'Start afresh',
    asSaved: 'Go back to the saved version',
    waiting: 'A campaign that you are writing is waiting for you.',
    waitingNamed: 'The campaign “{name}” that you are writing is waiting for you.',
    backToIt: 'Go back to it',
    discard: 'Discard what you typed',
    newSender: 'Register a sender',
    newSenderLead:
      'The name that phones show. A name that is often imitated waits for somebody of the installation to approve it.',
    senderWaits:
      '“{name}” is registered and waits for approval. The campaign can be written meanwhile.',
    keepAsTemplate: 'Save this text as a template',
    templateName: 'Name of the template',
    templateKept: 'Saved as the template “{name}”.',
  },
  fr: {
    restored: 'Vous retrouvez ici ce que vous aviez saisi.',
    changedSince:
      'Vous retrouvez ici ce que vous aviez saisi. Quelqu’un a enregistré une autre version depuis : votre enregistrement la remplacera.',
    afresh: 'Repartir de zéro',
    asSaved: 'Revenir à la version enregistrée',
    waiting: 'Une campagne en cours de rédaction vous attend.',
    waitingNamed: 'La campagne « {name} », en cours de rédaction, vous attend.',
    backToIt: 'La reprendre',
    discard: 'Abandonner la saisie',
    newSender: 'Déclarer un expéditeur',
    newSenderLead:
      'Le nom que les téléphones affichent. Un nom souvent imité attend l’approbation d’une personne de l’installation.',
    senderWaits:
      '« {name} » est déclaré et attend son approbation. Vous pouvez continuer à rédiger la campagne.',
    keepAsTemplate: 'Enregistrer ce texte comme modèle',
    templateName: 'Nom du modèle',
    templateKept: 'Enregistré comme modèle « {name} ».',
  },
}
