// What the demo says, scene by scene. A claim is told when it holds and quoted when it does not.

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
  exported: string
  verifierSaysYes: string
  byteChanged(seq: number): string
  verifierNames(seq: number): string
}

const messagesEn = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
const messagesFr = (count: number) => (count < 2 ? `${count} message` : `${count} messages`)

const en: DemoWords = {
  summary: 'Do the main job in the terminal, each claim checked: from a file to a proof',
  startingTemporary: 'Starting an installation for this demo: database, API, sandbox operator…',
  startedTemporary: (url) => `It runs at ${url} and goes away at the end. No phone is reached.`,
  clockReal: 'It is a lawful hour for marketing: the clock is the real one.',
  clockMoved: (moment) =>
    `Marketing waits for lawful hours, so the demo’s clock is moved on: it shows ${moment} in Paris.`,
  samplesMissing: (folder) =>
    `The contact files of the demo are not in ${folder}: name their folder with --samples.`,
  onRunning: (url) => `On the running installation, ${url}, in a sandbox account.`,
  noneRunning:
    'No running installation with a sandbox account and the sandbox operator: an own one is used.',
  end: (seconds) => `That was it: every claim above was checked, in ${seconds} seconds.`,
  kept: (folder) => `The installation stays in ${folder}.`,
  interrupted: 'Interrupted: the installation of the demo is stopped and removed.',
  doesNotHold: (sentence) => `This does not hold: ${sentence}`,

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
  directColumns: (headers) => `They name a person by themselves: ${headers}`,
  linkableColumns: (headers) => `They point to a person, alone or together: ${headers}`,
  withheldColumns: (headers) => `Not to be kept, or only on a legal basis of its own: ${headers}`,
  filePersonal: (name) => `${name} is personal data by itself`,
  filesMasked: 'No answer so far held a telephone number in clear',

  wordingTitle: 'The words of consent, before anybody is asked',
  wordingName: 'Card at the counter (demo)',
  wordingRefused: 'These words may not be published',
  wordingWhy: 'because consent is given for each means, and they do not name SMS:',
  wordingPublished: (sha256) => `Published, and the ledger knows the text: ${sha256.slice(0, 16)}…`,

  importTitle: 'The shop’s file goes in, and every row is accounted for',
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
    objected: 'objection: said no',
  },
  importing: (rows, percent) => `${rows} rows, ${percent} %`,
  imported: (failure) => `The import is done${failure === '' ? '' : ` (${failure})`}`,
  countRows: 'rows in the file',
  countImported: 'new contacts',
  countUpdated: 'contacts that were there',
  countDuplicates: 'rows of a number that came before',
  countObjected: 'have objected',
  countRejected: 'rejected:',
  countConsents: 'consents recorded with their evidence',
  countQuarantined: 'contacts in quarantine for marketing:',
  countsAdd: 'Every row is in one of these counts, and the reasons add up',
  rejectsReturned: (rows) =>
    `The ${rows} rejected rows come back as a file, the reason beside each`,

  alertTitle: 'A customer’s order is ready: an alert',
  lookReason: 'demo: a reply from her handset is played',
  looked: (masked, reason) =>
    `${masked} is looked at in clear; recorded, with the reason “${reason}”`,
  firstAlert: 'Boutique Lumen : votre commande 1207 est prête au comptoir.',
  alertDelivered: (masked) => `Delivered to ${masked}, by receipt`,

  campaignTitle: 'A campaign, its check sheet, its approval',
  campaignName: 'Saturday of Advent (demo)',
  campaignText:
    'Boutique Lumen : bonjour {first_name|à vous}, -20 % ce samedi sur tout le magasin.',
  sheetPeople: (people, receive) => `${people} people on the list, ${receive} will receive it`,
  sheetCost: (segments, euros) => `${segments} segments, ${euros}`,
  sheetStop: (mention) => `Every message ends in “${mention}”`,
  sheetUcs2: (character, messages) =>
    `“${character}” is outside the alphabet of SMS and makes ${messagesEn(messages)} dearer`,
  sheetHours: (territory, messages, from) =>
    `${territory}: ${messagesEn(messages)}, from ${from} on`,
  sheetAdds: 'Everybody on the list receives it or is left out for one named reason',
  approvalOfAnother: 'Another sheet than this one cannot be approved',
  approved: (hash) => `Approved: exactly the sheet ${hash}…`,

  runTitle: 'The campaign leaves; in its middle somebody writes STOP',
  held: (messages, from) =>
    `Held, since where they go it is outside lawful hours: ${messages} messages, until ${from}.`,
  cancelled: 'What is held is cancelled here, so that the demo leaves nothing behind.',
  waiting: 'waiting',
  onTheWay: 'on the way',
  delivered: 'delivered',
  undelivered: 'undelivered',
  refused: 'not sent',
  herMessageWaits: (masked) => `The message to ${masked} has not left yet`,
  sheWritesStop: (masked, shortcode) => `${masked} answers STOP to ${shortcode}`,
  stopCarried: 'The operator carries the reply over SMPP',
  herMessageStopped: (why) => `Her message was stopped: ${why}`,
  everyMessageEnded: (people) =>
    `For each of the ${people} people it has come to an end that is known`,
  receiptsArrived: (messages) => `${messages} receipts said “delivered”`,
  nothingLeft: (masked) => `The operator itself took nothing more for ${masked}`,

  afterTitle: 'After the STOP: no advertising, and what she needs to know',
  secondOffer: 'Boutique Lumen : dernier jour, -30 % sur les lampes.',
  offerRefused: (why) => `Refused: ${why}`,
  secondAlert: 'Boutique Lumen : votre commande 1207 vous attend jusqu’à samedi 19 h.',
  onlyTheAlert: 'The operator took the alert for her, and nothing else',

  storyTitle: 'How did this SMS get sent?',
  storyOf: (masked, sender) => `To ${masked}, from ${sender}`,
  storyReasons: (passed, rulePack) =>
    `${passed} checks of the gate passed, by the rules ${rulePack}`,
  storyConsent: (entryId) => `The consent that allows it is in the ledger: ${entryId}`,
  storyWhole: 'From the asking to the receipt, each step has its time',

  proofTitle: 'The proof, for somebody who trusts nobody here',
  checkpoint: (size, origin) => `Signed checkpoint: ${size} entries of ${origin}`,
  exported: 'The ledger is in files, and one consent’s evidence is disclosed with its key',
  verifierSaysYes: 'The verifier, one file that shares no code with Accord, says yes',
  byteChanged: (seq) => `Now one byte of entry ${seq} is changed.`,
  verifierNames: (seq) => `The verifier says no, and names leaf ${seq}`,
}

const fr: DemoWords = {
  summary:
    'Faire l’essentiel dans le terminal, chaque affirmation vérifiée : du fichier à la preuve',
  startingTemporary:
    'Une installation démarre pour cette démonstration : base, API, opérateur d’essai…',
  startedTemporary: (url) =>
    `Elle répond à ${url} et disparaîtra à la fin. Aucun téléphone n’est atteint.`,
  clockReal: 'L’heure permet la publicité : l’horloge est la vraie.',
  clockMoved: (moment) =>
    `La publicité attend les heures permises : l’horloge de la démonstration avance et montre ${moment} à Paris.`,
  samplesMissing: (folder) =>
    `Les fichiers de la démonstration ne sont pas dans ${folder} : indiquez leur dossier avec --samples.`,
  onRunning: (url) => `Sur l’installation en marche, ${url}, dans un compte d’essai.`,
  noneRunning:
    'Pas d’installation en marche avec un compte d’essai et l’opérateur d’essai : une autre est créée.',
  end: (seconds) =>
    `C’est fini : chaque affirmation ci-dessus a été vérifiée, en ${seconds} secondes.`,
  kept: (folder) => `L’installation reste dans ${folder}.`,
  interrupted: 'Interrompu : l’installation de la démonstration est arrêtée et supprimée.',
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
  directColumns: (headers) => `Désignent une personne à elles seules : ${headers}`,
  linkableColumns: (headers) => `Mènent à une personne, seules ou ensemble : ${headers}`,
  withheldColumns: (headers) =>
    `À ne pas garder, ou seulement avec une base juridique propre : ${headers}`,
  filePersonal: (name) => `${name} est une donnée personnelle en soi`,
  filesMasked: 'Aucune réponse jusqu’ici ne montrait un numéro en clair',

  wordingTitle: 'Les mots du consentement, avant de demander à qui que ce soit',
  wordingName: 'Carte au comptoir (démonstration)',
  wordingRefused: 'Ces mots ne peuvent pas être publiés',
  wordingWhy: 'car on consent à chaque moyen, et ils ne nomment pas le SMS :',
  wordingPublished: (sha256) => `Publié, et le registre connaît le texte : ${sha256.slice(0, 16)}…`,

  importTitle: 'Le fichier de la boutique est importé, chaque ligne a son compte',
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
    objected: 'opposition : a dit non',
  },
  importing: (rows, percent) => `${rows} lignes, ${percent} %`,
  imported: (failure) => `L’import est terminé${failure === '' ? '' : ` (${failure})`}`,
  countRows: 'lignes dans le fichier',
  countImported: 'nouveaux contacts',
  countUpdated: 'contacts déjà présents',
  countDuplicates: 'lignes d’un numéro déjà vu',
  countObjected: 'se sont opposés',
  countRejected: 'rejetées :',
  countConsents: 'consentements enregistrés avec leur preuve',
  countQuarantined: 'contacts en quarantaine pour la publicité :',
  countsAdd: 'Chaque ligne est dans un de ces comptes, et les raisons font la somme',
  rejectsReturned: (rows) =>
    `Les ${rows} lignes rejetées reviennent en un fichier, la raison à côté de chacune`,

  alertTitle: 'La commande d’une cliente est prête : une alerte',
  lookReason: 'démonstration : une réponse de son téléphone est jouée',
  looked: (masked, reason) =>
    `${masked} est regardé en clair ; c’est inscrit, avec la raison « ${reason} »`,
  firstAlert: 'Boutique Lumen : votre commande 1207 est prête au comptoir.',
  alertDelivered: (masked) => `Remis à ${masked}, selon l’accusé de réception`,

  campaignTitle: 'Une campagne, sa fiche de contrôle, son approbation',
  campaignName: 'Samedi de l’Avent (démonstration)',
  campaignText:
    'Boutique Lumen : bonjour {first_name|à vous}, -20 % ce samedi sur tout le magasin.',
  sheetPeople: (people, receive) => `${people} personnes dans la liste, ${receive} le recevront`,
  sheetCost: (segments, euros) => `${segments} segments, ${euros}`,
  sheetStop: (mention) => `Chaque message finit par « ${mention} »`,
  sheetUcs2: (character, messages) =>
    `« ${character} » est hors de l’alphabet du SMS et renchérit ${messagesFr(messages)}`,
  sheetHours: (territory, messages, from) =>
    `${territory} : ${messagesFr(messages)}, à partir de ${from}`,
  sheetAdds: 'Chacun de la liste le reçoit, ou est écarté pour une raison nommée',
  approvalOfAnother: 'Une autre fiche que celle-ci ne peut pas être approuvée',
  approved: (hash) => `Approuvée : exactement la fiche ${hash}…`,

  runTitle: 'La campagne part ; au milieu, quelqu’un répond STOP',
  held: (messages, from) =>
    `Retenus, car hors des heures permises où ils vont : ${messages} messages, jusqu’à ${from}.`,
  cancelled: 'Ce qui est retenu est annulé ici : la démonstration ne laisse rien derrière elle.',
  waiting: 'en attente',
  onTheWay: 'en route',
  delivered: 'remis',
  undelivered: 'non remis',
  refused: 'non envoyés',
  herMessageWaits: (masked) => `Le message à ${masked} n’est pas encore parti`,
  sheWritesStop: (masked, shortcode) => `${masked} répond STOP au ${shortcode}`,
  stopCarried: 'L’opérateur transmet la réponse par SMPP',
  herMessageStopped: (why) => `Son message est arrêté : ${why}`,
  everyMessageEnded: (people) => `Pour chacune des ${people} personnes, la fin est connue`,
  receiptsArrived: (messages) => `${messages} accusés ont dit « remis »`,
  nothingLeft: (masked) => `L’opérateur lui-même n’a plus rien pris pour ${masked}`,

  afterTitle: 'Après le STOP : aucune publicité, mais ce qu’elle doit savoir',
  secondOffer: 'Boutique Lumen : dernier jour, -30 % sur les lampes.',
  offerRefused: (why) => `Refusé : ${why}`,
  secondAlert: 'Boutique Lumen : votre commande 1207 vous attend jusqu’à samedi 19 h.',
  onlyTheAlert: 'L’opérateur a pris l’alerte pour elle, et rien d’autre',

  storyTitle: 'Comment ce SMS est-il parti ?',
  storyOf: (masked, sender) => `À ${masked}, de ${sender}`,
  storyReasons: (passed, rulePack) =>
    `${passed} contrôles passés à la porte, selon les règles ${rulePack}`,
  storyConsent: (entryId) => `Le consentement qui le permet est au registre : ${entryId}`,
  storyWhole: 'De la demande à l’accusé, chaque étape a son heure',

  proofTitle: 'La preuve, pour qui ne fait confiance à personne ici',
  checkpoint: (size, origin) => `Point de contrôle signé : ${size} entrées de ${origin}`,
  exported: 'Le registre est en fichiers, et la preuve d’un consentement est montrée avec sa clé',
  verifierSaysYes: 'Le vérificateur, un seul fichier sans code commun avec Accord, dit oui',
  byteChanged: (seq) => `Un seul octet de l’entrée ${seq} est changé maintenant.`,
  verifierNames: (seq) => `Le vérificateur dit non, et nomme la feuille ${seq}`,
}

export const demoWords: { en: DemoWords; fr: DemoWords } = { en, fr }
