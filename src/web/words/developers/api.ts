// The sentences of the screens about the API, its tokens and the sandbox, in both languages.

/** The last digits of a test number, and what becomes of a message to it. */
const endingsEn = {
  '900': 'It is delivered, as any other number.',
  '901': 'It is not delivered: nobody has the number.',
  '902': 'It expires: the phone stays off.',
  '903': 'The operator takes it, then reports a rejection.',
  '910': 'The operator refuses the number.',
  '911': 'The operator refuses the message.',
  '912': 'The operator says “later” twice, then takes it, and it is delivered.',
  '920': 'The operator does not answer, but reports the delivery.',
  '932': 'It is delivered, and reported three times.',
  '940': 'It is delivered, and the person answers STOP.',
}

const apiEn = {
  title: 'API',
  lead: 'A program can do nearly everything that these screens do, over HTTP and JSON.',
  address: 'Address',
  addressText: 'Every path begins here.',
  tokensFirst: 'A program shows a token with each request.',
  toTokens: 'Make a token',
  askTokens: 'Ask the owner of the account for one.',
  example: 'Send a message and read what became of it',
  exampleText: {
    sandbox:
      'Put your token in the second line, then paste all of it into a terminal. Nothing leaves: the built-in operator takes the message.',
    live: 'Put your token, a sender of yours and a phone number in the first lines, then paste all of it into a terminal. The message is really sent.',
  },
  token: 'accord_your_token',
  sender: 'YOUR SENDER',
  number: 'a number, such as +33…',
  messageText: 'Your order 4512 is ready.',
  send: 'Send',
  read: 'Read its state',
  readText:
    'The state is “delivered” once the operator has reported it. Until then it is “queued”, “submitting” or “submitted”.',
  good: 'Good to know',
  idempotency:
    'When no answer comes, send the same request with the same Idempotency-Key again: for 24 hours it is done once, and the first answer is repeated. Make a new key for each new message.',
  limits:
    'A request without a file has at most 1 MiB, and one address may have at most 500 requests open at once. An answer 429 or 503 says in Retry-After how many seconds to wait.',
  reference: 'Reference',
  page: 'All operations, with their fields, errors and examples',
  pageText: 'One page that your browser can search.',
  openApi: 'OpenAPI document',
  openApiText:
    'It describes every route with its right, an example and its errors. Tools generate a client from it.',
  guide: 'The button with the question mark answers what is asked most.',
  fromHere: 'Also for programs',
  webhooks: 'Webhooks: your program is told what happens',
  sandboxLink: 'Sandbox: test numbers, and a simulated phone',
  log: 'Request log: what your programs asked, and what was answered',
}

const tokensEn = {
  made: 'Tokens of this account',
  make: 'New token',
  requests: 'Requests of {name}',
  moved: 'API tokens',
  movedText: 'They have a page of their own, under “Developers”.',
  revokeWhat:
    'Programs that use this token are refused from now on. A revoked token never works again: they need a new one.',
  revokeSure: 'Revoke it now',
  keep: 'Keep it',
  secret: 'Secret of the new token',
}

const sandboxEn = {
  title: 'Sandbox',
  lead: 'An operator that is built in. It speaks the protocol of real ones, and reaches nobody.',
  live: 'This account sends to real phones',
  liveText:
    'The sandbox belongs to trial accounts. The administrators of this server can make one under “Accounts”; its tokens and programs work as here.',
  try: 'A simulated phone',
  tryText: 'Write a message, see it arrive, answer it.',
  numbers: 'Test numbers',
  numbersText:
    'Only numbers reserved for fiction are accepted, such as +33 6 39 98 00 01. The last three digits choose what happens. Any other ending is delivered.',
  number: 'Number',
  what: 'What happens',
  endings: endingsEn,
  sender: 'The sender SANDBOX needs no approval.',
  clock: 'Hours',
  clockText:
    'Marketing waits for the lawful hours. A trial account has a clock of its own for them: set it to try at any hour of the day. Nothing else goes by it.',
  clockReal: 'It reads the real time: {when}.',
  clockMoved: 'It was set and reads {when}.',
  clockHour: 'Hour that it is to read',
  clockSet: 'Set the clock',
  reply: 'Replies',
  replyText:
    'Send yourself a message on the simulated phone, then answer on it. The reply is received like a real one.',
  replyTry: 'Answer on the simulated phone',
  byProgram: 'By a program',
  byProgramLink: 'Open the reference',
  byProgramText:
    'A program sets the clock and lets the phone answer too: the reference of the API shows both under “account” and “messages”.',
}

const endingsFr: typeof endingsEn = {
  '900': 'Il est remis, comme vers tout autre numéro.',
  '901': 'Il n’est pas remis : personne n’a ce numéro.',
  '902': 'Il expire : le téléphone reste éteint.',
  '903': 'L’opérateur le prend, puis annonce un rejet.',
  '910': 'L’opérateur refuse le numéro.',
  '911': 'L’opérateur refuse le message.',
  '912': 'L’opérateur dit deux fois « plus tard », puis le prend, et il est remis.',
  '920': 'L’opérateur ne répond pas, mais annonce la remise.',
  '932': 'Il est remis, et la remise est annoncée trois fois.',
  '940': 'Il est remis, et la personne répond STOP.',
}

const apiFr: typeof apiEn = {
  title: 'API',
  lead: 'Un programme peut faire presque tout ce que font ces écrans, par HTTP et JSON.',
  address: 'Adresse',
  addressText: 'Tous les chemins commencent ici.',
  tokensFirst: 'Un programme présente un jeton à chaque requête.',
  toTokens: 'Créer un jeton',
  askTokens: 'Demandez-en un au propriétaire du compte.',
  example: 'Envoyer un message et lire ce qu’il est devenu',
  exampleText: {
    sandbox:
      'Mettez votre jeton à la deuxième ligne, puis collez le tout dans un terminal. Rien ne sort : l’opérateur intégré prend le message.',
    live: 'Mettez dans les premières lignes votre jeton, un de vos expéditeurs et un numéro de téléphone, puis collez le tout dans un terminal. Le message part vraiment.',
  },
  token: 'accord_votre_jeton',
  sender: 'VOTRE EXPEDITEUR',
  number: 'un numéro, par exemple +33…',
  messageText: 'Votre commande 4512 vous attend.',
  send: 'Envoyer',
  read: 'Lire son état',
  readText:
    'L’état est « delivered » une fois que l’opérateur a annoncé la remise. Avant, il est « queued », « submitting » ou « submitted ».',
  good: 'Bon à savoir',
  idempotency:
    'Quand aucune réponse n’arrive, renvoyez la même requête avec la même Idempotency-Key : pendant 24 heures, elle est exécutée une seule fois et la première réponse est répétée. Faites une nouvelle clé pour chaque nouveau message.',
  limits:
    'Une requête sans fichier fait 1 Mio au plus, et une même adresse peut en avoir 500 en cours au plus. Une réponse 429 ou 503 indique dans Retry-After combien de secondes attendre.',
  reference: 'Référence',
  page: 'Toutes les opérations, avec leurs champs, leurs erreurs et des exemples (en anglais)',
  pageText: 'Une seule page, où la recherche de votre navigateur trouve tout.',
  openApi: 'Document OpenAPI',
  openApiText:
    'Il décrit chaque route avec son droit, un exemple et ses erreurs. Des outils en tirent un client.',
  guide: 'Le bouton au point d’interrogation répond aux questions les plus fréquentes.',
  fromHere: 'Aussi pour les programmes',
  webhooks: 'Webhooks : votre programme apprend ce qui se passe',
  sandboxLink: 'Bac à sable : numéros d’essai et téléphone simulé',
  log: 'Journal des requêtes : ce que vos programmes ont demandé, et ce qui leur a été répondu',
}

const tokensFr: typeof tokensEn = {
  made: 'Jetons de ce compte',
  make: 'Nouveau jeton',
  requests: 'Requêtes de {name}',
  moved: 'Jetons d’API',
  movedText: 'Ils ont leur propre page, sous « Développeurs ».',
  revokeWhat:
    'Les programmes qui utilisent ce jeton sont refusés dès maintenant. Un jeton révoqué ne refonctionne jamais : il leur en faut un nouveau.',
  revokeSure: 'Le révoquer maintenant',
  keep: 'Le garder',
  secret: 'Secret du nouveau jeton',
}

const sandboxFr: typeof sandboxEn = {
  title: 'Bac à sable',
  lead: 'Un opérateur intégré. Il parle le protocole des vrais et n’atteint personne.',
  live: 'Ce compte écrit à de vrais téléphones',
  liveText:
    'Le bac à sable appartient aux comptes d’essai. L’administration peut en créer un sous « Comptes » ; ses jetons et ses programmes fonctionnent comme ici.',
  try: 'Un téléphone simulé',
  tryText: 'Écrivez un message, voyez-le arriver, répondez-y.',
  numbers: 'Numéros d’essai',
  numbersText:
    'Seuls les numéros réservés à la fiction sont acceptés, par exemple +33 6 39 98 00 01. Les trois derniers chiffres décident de la suite. Un message vers tout autre numéro est remis.',
  number: 'Numéro',
  what: 'Ce qui se passe',
  endings: endingsFr,
  sender: 'L’expéditeur SANDBOX n’a besoin d’aucune approbation.',
  clock: 'Horaires',
  clockText:
    'La publicité attend les heures légales. Un compte d’essai a pour cela sa propre horloge : réglez-la pour essayer à toute heure du jour. Elle ne décide de rien d’autre.',
  clockReal: 'Elle indique l’heure réelle : {when}.',
  clockMoved: 'Elle a été réglée et indique : {when}.',
  clockHour: 'Heure qu’elle doit indiquer',
  clockSet: 'Régler l’horloge',
  reply: 'Réponses',
  replyText:
    'Envoyez-vous un message sur le téléphone simulé, puis répondez-y. La réponse est reçue comme une vraie.',
  replyTry: 'Répondre sur le téléphone simulé',
  byProgram: 'Par un programme',
  byProgramLink: 'Ouvrir la référence',
  byProgramText:
    'Un programme peut aussi régler l’horloge et faire répondre le téléphone : la référence de l’API (en anglais) montre les deux, sous « account » et « messages ».',
}

export const apiWords = { en: apiEn, fr: apiFr }
export const tokenPageWords = { en: tokensEn, fr: tokensFr }
export const sandboxWords = { en: sandboxEn, fr: sandboxFr }
