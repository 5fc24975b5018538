// Words of what moves between platforms: exports and imports of consents.
const movesEn = {
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
    'Consents and objections as consent receipts (ISO/IEC TS 27560, JSON-LD), with the ledger that proves them. The file contains full phone numbers, so the export asks for a reason and is recorded.',
  outWhat: 'The consents and objections of everybody, with full phone numbers.',
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

const movesFr: typeof movesEn = {
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
    'Consentements et oppositions en reçus de consentement (ISO/IEC TS 27560, JSON-LD), avec le registre qui les prouve. Le fichier contient les numéros complets : l’export demande donc un motif, et il est enregistré.',
  outWhat: 'Les consentements et oppositions de tout le monde, avec les numéros complets.',
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
export const movesWords = { en: movesEn, fr: movesFr }
