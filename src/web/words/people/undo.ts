// The sentences of undoing an import, and of deleting a file before it, in both languages.
export const undoWords = {
  en: {
    drop: 'Delete this file',
    dropWhat:
      'Nothing of it is stored yet. The file and the rows shown here are deleted now. If you do nothing, that happens 24 hours after it came.',
    dropSure: 'Delete it now',
    dropKeep: 'Keep it',
    dropped: 'Deleted',
    title: 'Undo this import',
    action: 'Undo this import…',
    confirm: 'Undo the import',
    keep: 'Keep the import',
    lead: 'What will happen:',
    consequences: [
      'Each consent that the import recorded ({consents}) and each objection that the file reported is cancelled by a ledger entry. Nothing in this file can then justify marketing.',
      'People who had consented before, and have not objected since, keep their earlier consent.',
      'New contacts from this import ({imported}) are erased, unless somebody has changed them since.',
      'Contacts that existed before, or that you have changed since, stay. Without another proof, they become “to be proven”.',
      'Names, e-mail addresses, postcodes and birth dates from the file stay, because the previous values were not kept.',
      'The list is emptied. Objections stay, including those received since.',
      'You cannot reverse this. You can only import the file again.',
    ],
    running:
      'The import is being undone. So far: {erased} contacts erased, {kept} kept, {withdrawn} consents withdrawn.',
    done: 'Undone on {date}: {erased} contacts erased, {kept} kept, {withdrawn} consents withdrawn.',
  },
  fr: {
    drop: 'Supprimer ce fichier',
    dropWhat:
      'Rien n’en est encore enregistré. Le fichier et les lignes affichées ici sont supprimés maintenant. Sans action de votre part, ils le sont 24 heures après l’envoi.',
    dropSure: 'Le supprimer maintenant',
    dropKeep: 'Le garder',
    dropped: 'Supprimé',
    title: 'Annuler cet import',
    action: 'Annuler cet import…',
    confirm: 'Annuler l’import',
    keep: 'Garder l’import',
    lead: 'Ce qui va se passer :',
    consequences: [
      'Chaque consentement enregistré par l’import ({consents}) et chaque refus signalé par le fichier est annulé par une entrée au registre. Plus rien dans ce fichier ne justifie alors une publicité.',
      'Les personnes qui avaient consenti avant, et ne se sont pas opposées depuis, gardent leur consentement antérieur.',
      'Les nouveaux contacts de cet import ({imported}) sont effacés, sauf si quelqu’un les a modifiés depuis.',
      'Les contacts qui existaient avant, ou que vous avez modifiés depuis, restent. Sans autre preuve, ils redeviennent « à prouver ».',
      'Les noms, adresses e-mail, codes postaux et dates de naissance du fichier restent, car les valeurs précédentes n’ont pas été gardées.',
      'La liste est vidée. Les oppositions restent, y compris celles reçues depuis.',
      'L’annulation est définitive. Vous pouvez seulement importer de nouveau le fichier.',
    ],
    running:
      'Annulation en cours. Jusqu’ici : {erased} contacts effacés, {kept} gardés, {withdrawn} consentements retirés.',
    done: 'Annulé le {date} : {erased} contacts effacés, {kept} gardés, {withdrawn} consentements retirés.',
  },
}
