// What the demo says, scene by scene.

/** As in the contract of imports. */
type ImportField =
  | 'number'
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'postcode'
  | 'birth_date'
  | 'reference'
  | 'consent_given'
  | 'consent_date'
  | 'consent_source'
  | 'consent_wording'
  | 'objected'

export type DemoWords = {
  summary: string
  startingTemporary: string
  startedTemporary(url: string): string
  clockReal: string
  clockMoved(moment: string): string
  samplesMissing(folder: string): string
  onRunning(url: string): string
  noneRunning: string
  end(seconds: string): string
  kept(folder: string): string
  interrupted: string
  doesNotHold(sentence: string): string

  filesTitle: string
  file(
    name: string,
    rows: string,
    kind: string,
    encoding: string | null,
    delimiter: string | null,
    titleLines: number,
  ): string
  fileUnread(name: string, why: string): string
  directColumns(headers: string): string
  linkableColumns(headers: string): string
  withheldColumns(headers: string): string
  filePersonal(name: string): string
  filesMasked: string

  wordingTitle: string
  wordingName: string
  wordingRefused: string
  wordingWhy: string
  wordingPublished(sha256: string): string

  importTitle: string
  listName: string
  consentSource: string
  fields: Record<ImportField, string>
  importing(rows: string, percent: string): string
  imported(failure: string): string
  countRows: string
  countImported: string
  countUpdated: string
  countDuplicates: string
  countObjected: string
  countRejected: string
  countConsents: string
  countQuarantined: string
  countsAdd: string
  rejectsReason: string
  rejectsReturned(rows: number): string

  alertTitle: string
  lookReason: string
  looked(masked: string, reason: string): string
  firstAlert: string
  alertDelivered(masked: string): string

  campaignTitle: string
  campaignName: string
  campaignText: string
  sheetPeople(people: string, receive: string): string
  sheetCost(segments: string, euros: string): string
  /** The title of a column, as it stands in the file. */
  quoted(title: string): string
  sheetStop(mention: string): string
  sheetUcs2(character: string, messages: number): string
  sheetHours(territory: string, messages: number, from: string): string
  sheetAdds: string
  approvalOfAnother: string
  approved(hash: string): string

  runTitle: string
  held(messages: string, from: string): string
  cancelled: string
  waiting: string
  onTheWay: string
  delivered: string
  undelivered: string
  refused: string
  herMessageWaits(masked: string): string
  sheWritesStop(masked: string, shortcode: string): string
  stopCarried: string
  herMessageStopped(why: string): string
  everyMessageEnded(people: string): string
  receiptsArrived(messages: string): string
  nothingLeft(masked: string): string

  afterTitle: string
  secondOffer: string
  offerRefused(why: string): string
  secondAlert: string
  onlyTheAlert: string

  storyTitle: string
  storyOf(masked: string, sender: string): string
  storyReasons(passed: number, rulePack: string): string
  storyConsent(entryId: string): string
  storyWhole: string

  proofTitle: string
  checkpoint(size: string, origin: string): string
  disclosedFor: string
  exported: string
  verifierSaysYes: string
  byteChanged(seq: number): string
  verifierNames(seq: number): string
}

const messagesEn = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
const messagesFr = (count: number) => (count < 2 ? `${count} message` : `${count} messages`)

const en: DemoWords = {
  summary:
    'Run a complete example in the terminal, from contact file to proof, and check each claim',
  startingTemporary: 'Starting an installation for this demo: database, API, sandbox operator…',
  startedTemporary: (url) =>
    `It runs at ${url} and is removed at the end. No real phone receives anything.`,
  clockReal: 'Marketing is allowed at this hour, so the demo uses the real clock.',
  clockMoved: (moment) =>
    `Marketing is not allowed at this hour, so the demo’s clock is set to ${moment} in Paris.`,
  samplesMissing: (folder) =>
    `The contact files of the demo are not in ${folder}. Give their folder with --samples.`,
  onRunning: (url) => `Using a sandbox account on the running installation, ${url}.`,
  noneRunning:
    'No running installation has a sandbox account and the sandbox operator, so the demo starts its own.',
  end: (seconds) => `Done. Every claim above was checked, in ${seconds} seconds.`,
  kept: (folder) => `The installation stays in ${folder}.`,
  interrupted: 'Interrupted. The demo installation is stopped and removed.',
  doesNotHold: (sentence) => `This is not true: ${sentence}`,

  filesTitle: 'Three contact files, and what personal data they hold',
  file: (name, rows, kind, encoding, delimiter, titleLines) =>
    `${name}: ${rows} rows, ${[
      kind,
      encoding,
      delimiter === null ? null : `separated by “${delimiter === '\t' ? 'tab' : delimiter}”`,
      titleLines === 0 ? null : `${titleLines} title lines before the header`,
    ]
      .filter((part) => part !== null)
      .join(', ')}`,
  fileUnread: (name, why) => `${name} was read: ${why}`,
  directColumns: (headers) => `Identify a person on their own: ${headers}`,
  linkableColumns: (headers) => `Identify a person when combined: ${headers}`,
  withheldColumns: (headers) => `Never stored, or only on a separate legal basis: ${headers}`,
  filePersonal: (name) => `${name} contains personal data`,
  filesMasked: 'No response so far contained a full phone number',

  wordingTitle: 'The consent wording',
  wordingName: 'Card at the counter (demo)',
  wordingRefused: 'This wording cannot be published',
  wordingWhy: 'because people consent to each channel, and it does not mention SMS:',
  wordingPublished: (sha256) => `Published and recorded in the ledger: ${sha256.slice(0, 16)}…`,

  importTitle: 'The shop’s file is imported, and every row is accounted for',
  listName: 'Customers of the shop (demo)',
  consentSource: 'card at the counter',
  fields: {
    number: 'number',
    first_name: 'first name',
    last_name: 'last name',
    email: 'e-mail',
    postcode: 'postcode',
    birth_date: 'date of birth',
    reference: 'own reference',
    consent_given: 'consent: given or not',
    consent_date: 'consent: when',
    consent_source: 'consent: where',
    consent_wording: 'consent: on which words',
    objected: 'objection',
  },
  importing: (rows, percent) => `${rows} rows, ${percent} %`,
  imported: (failure) => `The import is done${failure === '' ? '' : ` (${failure})`}`,
  countRows: 'rows in the file',
  countImported: 'new contacts',
  countUpdated: 'contacts already present',
  countDuplicates: 'duplicate numbers',
  countObjected: 'have objected',
  countRejected: 'rejected:',
  countConsents: 'consents recorded with their evidence',
  countQuarantined: 'contacts in quarantine:',
  countsAdd: 'Every row is in exactly one count, and the reasons add up',
  rejectsReason: 'demo: to mend the rejected rows',
  rejectsReturned: (rows) => `The ${rows} rejected rows can be downloaded with the reason for each`,

  alertTitle: 'A customer’s order is ready: an alert',
  lookReason: 'demo: to simulate a reply from her phone',
  looked: (masked, reason) =>
    `${masked} is revealed, and the journal records the reason “${reason}”`,
  firstAlert: 'Boutique Lumen : votre commande 1207 est prête au comptoir.',
  alertDelivered: (masked) => `Delivered to ${masked}, according to the delivery receipt`,

  campaignTitle: 'A campaign, its check sheet and its approval',
  campaignName: 'Saturday of Advent (demo)',
  campaignText:
    'Boutique Lumen : bonjour {first_name|à vous}, -20 % ce samedi sur tout le magasin.',
  sheetPeople: (people, receive) => `${people} people on the list, ${receive} will receive it`,
  sheetCost: (segments, euros) => `${segments} parts, ${euros}`,
  quoted: (title) => `“${title}”`,
  sheetStop: (mention) => `Every message ends in “${mention}”`,
  sheetUcs2: (character, messages) =>
    `“${character}” is not in the SMS alphabet and increases the cost of ${messagesEn(messages)}`,
  sheetHours: (territory, messages, from) =>
    `${territory}: ${messagesEn(messages)}, from ${from} on`,
  sheetAdds: 'Everybody on the list receives it or is left out for one stated reason',
  approvalOfAnother: 'Only this exact sheet can be approved',
  approved: (hash) => `Approved: sheet ${hash}…`,

  runTitle: 'The campaign is sent, and halfway somebody replies STOP',
  held: (messages, from) =>
    `On hold until ${from}, because marketing is not allowed at this hour where they go: ${messages} messages.`,
  cancelled: 'The demo cancels these messages, so that it leaves nothing behind.',
  waiting: 'waiting',
  onTheWay: 'sent',
  delivered: 'delivered',
  undelivered: 'not delivered',
  refused: 'not sent',
  herMessageWaits: (masked) => `The message to ${masked} has not been sent yet`,
  sheWritesStop: (masked, shortcode) => `${masked} replies STOP to ${shortcode}`,
  stopCarried: 'The operator delivers the reply over SMPP',
  herMessageStopped: (why) => `Her message was stopped: ${why}`,
  everyMessageEnded: (people) => `The result is known for each of the ${people} people`,
  receiptsArrived: (messages) => `${messages} delivery receipts say “delivered”`,
  nothingLeft: (masked) => `The operator received no more messages for ${masked}`,

  afterTitle: 'After the STOP: no more marketing, but alerts still arrive',
  secondOffer: 'Boutique Lumen : dernier jour, -30 % sur les lampes.',
  offerRefused: (why) => `Refused: ${why}`,
  secondAlert: 'Boutique Lumen : votre commande 1207 vous attend jusqu’à samedi 19 h.',
  onlyTheAlert: 'The operator received the alert for her, and nothing else',

  storyTitle: 'Why was this SMS sent?',
  storyOf: (masked, sender) => `To ${masked}, from ${sender}`,
  storyReasons: (passed, rulePack) => `${passed} checks passed, under the rules ${rulePack}`,
  storyConsent: (entryId) => `The consent that allows it is in the ledger: ${entryId}`,
  storyWhole: 'Each step has its time, from the request to the delivery receipt',

  proofTitle: 'Independent proof',
  checkpoint: (size, origin) => `Signed checkpoint: ${size} entries of ${origin}`,
  disclosedFor: 'Shown to an outsider',
  exported: 'The ledger is exported, and the evidence of one consent is disclosed with its key',
  verifierSaysYes: 'The verifier, a single file that shares no code with Accord, accepts it',
  byteChanged: (seq) => `Now one byte of entry ${seq} is changed.`,
  verifierNames: (seq) => `The verifier rejects it, and names entry ${seq}`,
}

const fr: DemoWords = {
  summary:
    'Dérouler un exemple complet dans le terminal, du fichier de contacts à la preuve, en vérifiant chaque affirmation',
  startingTemporary:
    'Une installation démarre pour cette démonstration : base, API, opérateur d’essai…',
  startedTemporary: (url) =>
    `Elle répond à ${url} et sera supprimée à la fin. Aucun vrai téléphone ne reçoit rien.`,
  clockReal: 'La publicité est permise à cette heure : la démonstration utilise l’heure réelle.',
  clockMoved: (moment) =>
    `La publicité n’est pas permise à cette heure : l’horloge de la démonstration est réglée sur ${moment} à Paris.`,
  samplesMissing: (folder) =>
    `Les fichiers de la démonstration ne sont pas dans ${folder} : indiquez leur dossier avec --samples.`,
  onRunning: (url) => `Dans un compte d’essai de l’installation en marche, ${url}.`,
  noneRunning:
    'Aucune installation en marche n’a un compte d’essai et l’opérateur d’essai : la démonstration démarre la sienne.',
  end: (seconds) => `Terminé. Chaque affirmation ci-dessus a été vérifiée, en ${seconds} secondes.`,
  kept: (folder) => `L’installation reste dans ${folder}.`,
  interrupted: 'Interrompu. L’installation de la démonstration est arrêtée et supprimée.',
  doesNotHold: (sentence) => `Ceci n’est pas vrai : ${sentence}`,

  filesTitle: 'Trois fichiers de contacts, et les données personnelles qu’ils contiennent',
  file: (name, rows, kind, encoding, delimiter, titleLines) =>
    `${name} : ${rows} lignes, ${[
      kind,
      encoding,
      delimiter === null ? null : `séparateur « ${delimiter === '\t' ? 'tabulation' : delimiter} »`,
      titleLines === 0 ? null : `${titleLines} lignes de titre avant l’en-tête`,
    ]
      .filter((part) => part !== null)
      .join(', ')}`,
  fileUnread: (name, why) => `${name} a été lu : ${why}`,
  directColumns: (headers) => `Identifient une personne à elles seules : ${headers}`,
  linkableColumns: (headers) => `Identifient une personne par recoupement : ${headers}`,
  withheldColumns: (headers) =>
    `Jamais enregistrées, ou seulement sur une base légale à part : ${headers}`,
  filePersonal: (name) => `${name} contient des données personnelles`,
  filesMasked: 'Aucune réponse jusqu’ici ne contenait un numéro complet',

  wordingTitle: 'Le texte de consentement',
  wordingName: 'Carte au comptoir (démonstration)',
  wordingRefused: 'Ce texte ne peut pas être publié',
  wordingWhy: 'car on consent à chaque canal, et il ne mentionne pas le SMS :',
  wordingPublished: (sha256) => `Publié et inscrit au registre : ${sha256.slice(0, 16)}…`,

  importTitle: 'Le fichier de la boutique est importé, et chaque ligne est comptée',
  listName: 'Clients de la boutique (démonstration)',
  consentSource: 'carte au comptoir',
  fields: {
    number: 'numéro',
    first_name: 'prénom',
    last_name: 'nom',
    email: 'e-mail',
    postcode: 'code postal',
    birth_date: 'date de naissance',
    reference: 'référence interne',
    consent_given: 'consentement : donné ou non',
    consent_date: 'consentement : quand',
    consent_source: 'consentement : où',
    consent_wording: 'consentement : sur quels mots',
    objected: 'opposition',
  },
  importing: (rows, percent) => `${rows} lignes, ${percent} %`,
  imported: (failure) => `L’import est terminé${failure === '' ? '' : ` (${failure})`}`,
  countRows: 'lignes dans le fichier',
  countImported: 'nouveaux contacts',
  countUpdated: 'contacts déjà présents',
  countDuplicates: 'numéros en double',
  countObjected: 'se sont opposés',
  countRejected: 'rejetées :',
  countConsents: 'consentements enregistrés avec leur preuve',
  countQuarantined: 'contacts en quarantaine :',
  countsAdd: 'Chaque ligne est comptée une seule fois, et les raisons font la somme',
  rejectsReason: 'démonstration : corriger les lignes rejetées',
  rejectsReturned: (rows) =>
    `Les ${rows} lignes rejetées peuvent être téléchargées, avec la raison de chacune`,

  alertTitle: 'La commande d’une cliente est prête : une alerte',
  lookReason: 'démonstration : simuler une réponse de son téléphone',
  looked: (masked, reason) =>
    `${masked} est vu en clair, et le journal enregistre la raison « ${reason} »`,
  firstAlert: 'Boutique Lumen : votre commande 1207 est prête au comptoir.',
  alertDelivered: (masked) => `Remis à ${masked}, selon l’accusé de réception`,

  campaignTitle: 'Une campagne, sa fiche de contrôle et son approbation',
  campaignName: 'Samedi de l’Avent (démonstration)',
  campaignText:
    'Boutique Lumen : bonjour {first_name|à vous}, -20 % ce samedi sur tout le magasin.',
  sheetPeople: (people, receive) => `${people} personnes dans la liste, ${receive} le recevront`,
  sheetCost: (segments, euros) => `${segments} parties, ${euros}`,
  quoted: (title) => `« ${title} »`,
  sheetStop: (mention) => `Chaque message finit par « ${mention} »`,
  sheetUcs2: (character, messages) =>
    `« ${character} » n’est pas dans l’alphabet SMS et augmente le coût de ${messagesFr(messages)}`,
  sheetHours: (territory, messages, from) =>
    `${territory} : ${messagesFr(messages)}, à partir de ${from}`,
  sheetAdds: 'Chaque personne de la liste le reçoit, ou est écartée pour une raison indiquée',
  approvalOfAnother: 'Seule cette fiche exacte peut être approuvée',
  approved: (hash) => `Approuvée : fiche ${hash}…`,

  runTitle: 'La campagne part et, au milieu, quelqu’un répond STOP',
  held: (messages, from) =>
    `En attente jusqu’à ${from}, car la publicité n’est pas permise à cette heure là où ils vont : ${messages} messages.`,
  cancelled: 'La démonstration annule ces messages : elle ne laisse rien derrière elle.',
  waiting: 'en attente',
  onTheWay: 'envoyés',
  delivered: 'remis',
  undelivered: 'non remis',
  refused: 'non envoyés',
  herMessageWaits: (masked) => `Le message au ${masked} n’est pas encore parti`,
  sheWritesStop: (masked, shortcode) => `${masked} répond STOP au ${shortcode}`,
  stopCarried: 'L’opérateur transmet la réponse par SMPP',
  herMessageStopped: (why) => `Son message est arrêté : ${why}`,
  everyMessageEnded: (people) => `Le résultat est connu pour chacune des ${people} personnes`,
  receiptsArrived: (messages) => `${messages} accusés de réception disent « remis »`,
  nothingLeft: (masked) => `L’opérateur n’a reçu aucun autre message pour le ${masked}`,

  afterTitle: 'Après le STOP : plus de publicité, mais les alertes arrivent',
  secondOffer: 'Boutique Lumen : dernier jour, -30 % sur les lampes.',
  offerRefused: (why) => `Refusé : ${why}`,
  secondAlert: 'Boutique Lumen : votre commande 1207 vous attend jusqu’à samedi 19 h.',
  onlyTheAlert: 'L’opérateur a reçu l’alerte pour elle, et rien d’autre',

  storyTitle: 'Pourquoi ce SMS est-il parti ?',
  storyOf: (masked, sender) => `À ${masked}, de ${sender}`,
  storyReasons: (passed, rulePack) => `${passed} contrôles réussis, selon les règles ${rulePack}`,
  storyConsent: (entryId) => `Le consentement qui le permet est au registre : ${entryId}`,
  storyWhole: 'Chaque étape a son heure, de la demande à l’accusé de réception',

  proofTitle: 'Une preuve indépendante',
  checkpoint: (size, origin) => `Point de contrôle signé : ${size} entrées de ${origin}`,
  disclosedFor: 'Montrée à un tiers',
  exported: 'Le registre est exporté, et la preuve d’un consentement est révélée avec sa clé',
  verifierSaysYes: 'Le vérificateur, un seul fichier sans code commun avec Accord, l’accepte',
  byteChanged: (seq) => `Un seul octet de l’entrée ${seq} est changé maintenant.`,
  verifierNames: (seq) => `Le vérificateur le refuse, et nomme l’entrée ${seq}`,
}

export const demoWords: { en: DemoWords; fr: DemoWords } = { en, fr }
