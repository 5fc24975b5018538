// The sentences of undoing an import and of consent transfer, in both languages.
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
