// The words of one message's page, of the list of messages as a file, and of a message's preview.
export const messagePageWords = {
  en: {
    person: 'Person',
    personGone: 'No longer among your contacts.',
    campaign: 'Campaign',
    campaignGone: 'Its campaign was deleted.',
    sender: 'Sender',
    cost: 'Cost',
    download: 'Download these messages',
    csv: 'CSV',
    ods: 'Spreadsheet (.ods)',
    downloadTold:
      'Numbers are masked, and the journal records it. A spreadsheet holds 10,000 messages at most, a CSV any number.',
    preview: 'As their phone will show it',
    previewLater:
      'Whether this person may receive it is checked when you send, and shown on the message’s page.',
    wouldRefuse: 'It would be refused',
  },
  fr: {
    person: 'Personne',
    personGone: 'Elle n’est plus parmi vos contacts.',
    campaign: 'Campagne',
    campaignGone: 'Sa campagne a été supprimée.',
    sender: 'Expéditeur',
    cost: 'Coût',
    download: 'Télécharger ces messages',
    csv: 'CSV',
    ods: 'Tableur (.ods)',
    downloadTold:
      'Les numéros sont masqués, et le journal l’enregistre. Un tableur contient 10 000 messages au plus, un CSV n’a pas de limite.',
    preview: 'Tel que le téléphone l’affichera',
    previewLater:
      'L’envoi vérifie si cette personne peut le recevoir, et la page du message l’indique.',
    wouldRefuse: 'Il serait refusé',
  },
}
