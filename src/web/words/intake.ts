// The sentences of undoing an import, of quarantine and of consent transfer, in both languages.
export const undoEn = {
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
}

export const undoFr: typeof undoEn = {
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
}

export const quarantineEn = {
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
}

export const quarantineFr: typeof quarantineEn = {
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
}

export const movesEn = {
  title: 'Consent transfer',
  lead: 'Before your first campaign, import the objections from your former platform. You can export all consents with their proofs at any time.',
  listTitle: 'Objections from another platform',
  listText:
    'A suppression list in CSV or Excel, as exported by Brevo, Mailchimp, HubSpot, Twilio and others. Each number becomes an objection. Rows clearly marked as subscribed are skipped; doubtful rows count as objections. Importing a list twice changes nothing.',
  listFile: 'File',
  listSource: 'Source (kept as evidence)',
  listCountry: 'Country of numbers without an international prefix',
  listDo: 'Import these objections',
  listNeeds: 'Choose the file and say where it comes from.',
  listDone:
    '{lines} rows: {recorded} objections recorded, {alreadyThere} already recorded, {subscribed} subscribed, {addressOnly} with an e-mail address only, {unreadable} without a number.',
  listUnreadable: 'Rows without a number: {lines}',
  outTitle: 'Export all consents',
  outText:
    'Consents and objections as consent receipts (ISO/IEC TS 27560, JSON-LD), with the ledger that proves them. The file contains full phone numbers, so the export is recorded.',
  outDo: 'Export all consent receipts',
  inTitle: 'Import from another installation',
  inText:
    'The signature and every proof in the archive are checked before anything is recorded. Objections recorded here stay.',
  inFile: 'Archive (.tar)',
  inKey: 'Public key of its ledger, if you trust it (leave empty to import everything as declared)',
  inDo: 'Check and import',
  inNeeds: 'Choose the archive.',
  inDone:
    '{records} records of {people} people: {recorded} consents, {withdrawn} withdrawals, {objections} objections and {authorisations} parental authorisations recorded; {proofs} proofs checked.',
  inRefused: '{count} not imported: {refusal}',
}

export const movesFr: typeof movesEn = {
  title: 'Transfert des consentements',
  lead: 'Avant votre première campagne, importez les oppositions de votre ancienne plateforme. Vous pouvez exporter à tout moment tous les consentements avec leurs preuves.',
  listTitle: 'Oppositions d’une autre plateforme',
  listText:
    'Une liste d’opposition en CSV ou Excel, telle que l’exportent Brevo, Mailchimp, HubSpot, Twilio et d’autres. Chaque numéro devient une opposition. Les lignes clairement marquées comme inscrites sont ignorées ; les lignes douteuses comptent comme des oppositions. Importer deux fois la même liste ne change rien.',
  listFile: 'Fichier',
  listSource: 'Source (gardée comme preuve)',
  listCountry: 'Pays des numéros sans indicatif international',
  listDo: 'Importer ces oppositions',
  listNeeds: 'Choisissez le fichier et dites d’où il vient.',
  listDone:
    '{lines} lignes : {recorded} oppositions enregistrées, {alreadyThere} déjà enregistrées, {subscribed} inscrites, {addressOnly} avec une adresse e-mail seulement, {unreadable} sans numéro.',
  listUnreadable: 'Lignes sans numéro : {lines}',
  outTitle: 'Exporter tous les consentements',
  outText:
    'Consentements et oppositions en reçus de consentement (ISO/IEC TS 27560, JSON-LD), avec le registre qui les prouve. Le fichier contient les numéros complets : l’export est donc enregistré.',
  outDo: 'Exporter tous les reçus de consentement',
  inTitle: 'Importer d’une autre installation',
  inText:
    'La signature et chaque preuve de l’archive sont vérifiées avant tout enregistrement. Les oppositions enregistrées ici restent.',
  inFile: 'Archive (.tar)',
  inKey:
    'Clé publique de son registre, si vous lui faites confiance (laissez vide pour tout importer comme déclaré)',
  inDo: 'Vérifier et importer',
  inNeeds: 'Choisissez l’archive.',
  inDone:
    '{records} reçus de {people} personnes : {recorded} consentements, {withdrawn} retraits, {objections} oppositions et {authorisations} autorisations parentales enregistrés ; {proofs} preuves vérifiées.',
  inRefused: '{count} non importés : {refusal}',
}
