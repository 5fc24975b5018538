// Why each column about a person exists, in French: by the sentence of the data map.
import { glued } from '../sentences.ts'

/**
 * The data maps are English. What stands in the table of a person is told to that person: a test over
 * all data maps names each sentence that is missing here.
 */
const french = glued<Readonly<Record<string, string>>>({
  // campaigns
  'of which recurring send': 'de quel envoi récurrent il s’agit',
  'of which year: nobody gets it twice in one':
    'de quelle année : personne ne le reçoit deux fois dans la même',
  'whose date it was': 'la personne à qui appartient cette date',
  'so that it goes with the person': 'pour que la ligne parte avec la personne',
  'the day and month of a date of theirs': 'le jour et le mois d’une date de la personne',
  'names it': 'le désigne',
  'until when the code can be typed': 'jusqu’à quand le code peut être saisi',
  'how often a wrong code may still be typed':
    'combien de fois un code faux peut encore être saisi',
  'since when texts may be tried on it': 'depuis quand des textes peuvent y être essayés',
  'who added it': 'qui l’a ajouté',
  'when it was added': 'quand il a été ajouté',
  // consent
  'whose evidence it is': 'de qui vient cette preuve',
  'the scan or the recording': 'le document numérisé ou l’enregistrement',
  'whose consent it shows': 'de qui il montre l’accord',
  'what the ledger’s entry commits to; in clear, since an outsider compares it with the paper itself: of a scan or a recording nobody guesses the octets':
    'ce que retient l’entrée du registre ; en clair, pour qu’un tiers la compare au document lui-même : personne ne devine le contenu d’un document numérisé',
  'what kind of file it is, by its first octets':
    'quelle sorte de fichier c’est, d’après ses premiers octets',
  'how large it is': 'quelle est sa taille',
  'when it was kept': 'quand il a été conservé',
  'whose consent it is': 'de qui est cet accord',
  'given to which entity': 'à quelle organisation il a été donné',
  'by which means': 'par quel moyen',
  'for what': 'pour quel usage',
  'given or withdrawn: read before each message': 'donné ou retiré : lu avant chaque message',
  'from when': 'depuis quand',
  'until when': 'jusqu’à quand',
  'how well proven': 'avec quelle force de preuve',
  'on which words': 'sur quel texte',
  'by which entry': 'par quelle entrée du registre',
  'when the entity last asked to renew it':
    'quand l’organisation a demandé pour la dernière fois de le renouveler',
  'of whom a file told a no': 'la personne dont un fichier a dit qu’elle avait refusé',
  'which file told it': 'quel fichier l’a dit',
  'to which entity; empty: to all': 'à quelle organisation ; vide : à toutes',
  'to what; empty: to all': 'pour quel usage ; vide : pour tous',
  'when they said so: no yes that is older is taken':
    'quand cela a été dit : aucun accord plus ancien n’est retenu',
  'whom it covers': 'qui cela concerne',
  'for which entity': 'pour quelle organisation',
  'for which family of products': 'pour quelle famille de produits',
  'an existing customer, or a professional who was told':
    'un client existant, ou un professionnel qui a été informé',
  'the sale, or the telling': 'la vente, ou l’information',
  'by which words a refusal was offered': 'avec quels mots le refus a été proposé',
  'for which person below the age of consent':
    'pour quelle personne trop jeune pour accepter seule',
  'who spoke: mother, father, guardian; in clear, since one of three words tells nothing of anybody without the keys of the person, and the name is in the sealed entry':
    'qui a parlé : mère, père ou tuteur ; en clair, car un mot sur trois ne dit rien de personne sans les clés de la personne, et le nom est dans l’entrée chiffrée',
  'when the parent agreed': 'quand le parent a accepté',
  'until the person is of age at the latest': 'au plus tard jusqu’à ce que la personne ait l’âge',
  'the scan or the recording that shows it': 'le document ou l’enregistrement qui le montre',
  'whose proof is held, the contact being gone':
    'la personne dont la preuve est conservée, sa fiche n’existant plus',
  'since when': 'depuis quand',
  'the day on which the proof is destroyed with its key (art. 17(3)(e))':
    'le jour où la preuve est détruite avec sa clé (art. 17, par. 3, point e)',
  'since when, to the month': 'depuis quand, au mois près',
  'which messages are stopped': 'quels messages sont arrêtés',
  'how it came': 'par où c’est venu',
  'the wording': 'le texte',
  'for the account’s own screens': 'pour les écrans du compte',
  'counts the texts that follow each other': 'compte les textes qui se suivent',
  'the wording before': 'le texte précédent',
  'of the shown text': 'langue du texte montré',
  'where it was shown': 'où il a été montré',
  'the legal entity that will write': 'l’organisation qui écrira',
  'the name that the text must say': 'le nom que le texte doit donner',
  'the exact words that people agreed to (art. 7(1))':
    'les mots exacts que l’on a acceptés (art. 7, par. 1)',
  'what the ledger names': 'ce que nomme le registre',
  'which means of contact the text names': 'quels moyens de contact le texte nomme',
  'what it covers': 'ce qu’il couvre',
  'how the box stood (R-103)': 'comment était la case à cocher (R-103)',
  'draft, published or retired': 'brouillon, publié ou retiré',
  'when it was written': 'quand il a été écrit',
  'when the ledger learned of it': 'quand le registre l’a appris',
  'its entry in the ledger': 'son entrée dans le registre',
  'the entry': 'l’entrée',
  'pins the sealed evidence': 'lie l’entrée à sa preuve chiffrée',
  'an entry that counts no longer, since its import was taken back':
    'une entrée qui ne compte plus, car son import a été annulé',
  // contacts
  'Whom the row would change.': 'Qui la ligne changerait.',
  'Where it stands in that file.': 'À quelle ligne elle se trouve dans ce fichier.',
  'Why it was kept apart: a restriction (GDPR 18), or a minor made older.':
    'Pourquoi elle a été mise de côté : une limitation (RGPD, article 18), ou un mineur à qui elle donnerait un âge plus élevé.',
  'Names the contact in the account.': 'Désigne la fiche dans le compte.',
  'Finds the person’s keys.': 'Retrouve les clés de la personne.',
  'Which country’s rules apply.': 'Les règles de quel pays s’appliquent.',
  'Where the number belongs.': 'À quel territoire appartient le numéro.',
  'In which hours messages may go.': 'À quelles heures des messages peuvent partir.',
  'Which local holidays count: the département, not the postcode, which is sealed. In clear, since the gate judges pages of thousands by it; the smallest has 76,000 people.':
    'Quels jours fériés locaux comptent : le département, et non le code postal, qui est chiffré. En clair, car des milliers d’envois sont jugés d’après lui ; le plus petit compte 76 000 habitants.',
  'Whether consent is proven.': 'Si l’accord est prouvé.',
  'What is missing.': 'Ce qui manque.',
  'Which fields are filled, not with what.': 'Quels champs sont remplis, et non par quoi.',
  'Names the row.': 'Nomme la ligne.',
  'Under whose key it is sealed.': 'La personne dont la clé la chiffre.',
  'Which import brought it.': 'Quel import l’a apporté.',
  'Since when their data may be kept and not used (GDPR 18).':
    'Depuis quand les données peuvent être conservées et non utilisées (RGPD, art. 18).',
  'Since when it is kept.': 'Depuis quand la fiche est conservée.',
  'When it last changed.': 'Quand elle a changé pour la dernière fois.',
  'Which list the contact is in.': 'Dans quelle liste est la fiche.',
  'Which contact.': 'De quelle fiche il s’agit.',
  'Since when.': 'Depuis quand.',
  'Until when.': 'Jusqu’à quand.',
  // preferences
  'whose page': 'à qui est la page',
  'the request': 'la demande',
  'who asks': 'qui demande',
  'who asks, while they are known': 'qui demande, tant que la fiche existe',
  'what for': 'ce qui est demandé',
  'when it was received': 'quand elle est arrivée',
  'until when it must be answered': 'jusqu’à quand il faut répondre',
  'when it was answered': 'quand il y a été répondu',
  'how it was answered': 'comment il y a été répondu',
  'which user or token answered': 'quel utilisateur ou quel jeton a répondu',
  'what was done about it': 'ce qui a été fait',
  'how staff heard it, where they wrote it down':
    'par où elle est arrivée, si un utilisateur l’a notée',
  'which user or token wrote it down, or that the person wrote it':
    'quel utilisateur ou quel jeton l’a notée, ou si la personne l’a écrite',
  'in which they are answered': 'langue de la réponse',
  'since when the clock stands still': 'depuis quand le délai est suspendu',
  'when the person was told that it takes longer':
    'quand la personne a appris que le délai est prolongé',
  'by when a complaint must be acknowledged':
    'jusqu’à quand il faut accuser réception d’une réclamation',
  'when it was': 'quand cela a été fait',
  'how sure it must be that the person is who asks':
    'avec quelle certitude il faut savoir que c’est bien la personne qui demande',
  'why so sure and no surer': 'pourquoi cette certitude suffit',
  'when it was sure': 'quand cela a été certain',
  'by what it was shown; never the thing itself':
    'par quoi cela a été montré ; jamais la pièce elle-même',
  'by which message they are told that their data is used again':
    'par quel message la personne apprend que ses données servent de nouveau',
  'when that message was about to leave': 'quand ce message allait partir',
  'the step': 'l’étape',
  'of which request': 'de quelle demande',
  'what happened': 'ce qui s’est passé',
  when: 'quand',
  'which user or token did it, the program, or the person':
    'quel utilisateur ou quel jeton l’a fait, ou le programme, ou la personne',
  'whether the person was told of it by SMS': 'si la personne l’a appris par SMS',
  'by which message; it is deleted before': 'par quel message ; il est supprimé avant',
  'why nothing was sent': 'pourquoi rien n’a été envoyé',
  'the file': 'le fichier',
  'whose it is': 'à qui il est',
  'a letter that came, or the answer that waits': 'une lettre arrivée, ou la réponse qui attend',
  'what kind of file': 'quelle sorte de fichier',
  'how large': 'quelle taille',
  'of the file as it came': 'empreinte du fichier tel qu’il est arrivé',
  'which user or token added it, or the program':
    'quel utilisateur ou quel jeton l’a ajouté, ou le programme',
  'until when an answer can be fetched': 'jusqu’à quand une réponse peut être retirée',
  // sending
  'which message': 'quel message',
  'class, legal basis, sender, route and rules that it was accepted under':
    'type, base légale, expéditeur, route et règles sous lesquels il a été accepté',
  'the campaign it belongs to': 'à quelle campagne il appartient',
  'the account’s record of the person': 'la fiche de la personne dans le compte',
  'whose message it is': 'de qui est ce message',
  'its class': 'son type : publicité ou non',
  'whose rules apply': 'les règles de quel pays s’appliquent',
  'where its hours are judged': 'où sont jugées ses heures d’envoi',
  'in which zone its hours are judged': 'dans quel fuseau sont jugées ses heures d’envoi',
  'the département, in clear since the engine judges local holidays for thousands of waiting messages without opening them; the smallest has 76,000 people, and the postcode itself is sealed':
    'le département, en clair, car les jours fériés locaux de milliers de messages sont jugés sans les ouvrir ; le plus petit compte 76 000 habitants, et le code postal lui-même est chiffré',
  'its alphabet': 'son alphabet',
  'how many segments it takes': 'combien de parties il prend',
  'what it costs': 'ce qu’il coûte, en millionièmes d’euro',
  'the ledger entry that allowed it': 'l’entrée du registre qui l’a permis',
  'the words that were agreed to': 'le texte qui a été accepté',
  'the result of each check': 'le résultat de chaque contrôle, en codes du programme',
  'why it waited': 'pourquoi il a attendu',
  'the sender’s own; they are told to put nothing personal in it':
    'la référence de l’expéditeur, à qui il est demandé de n’y mettre rien de personnel',
  'whose number no longer works': 'de qui le numéro ne fonctionne plus',
  'what showed it': 'ce qui l’a montré',
  'the operator’s error code': 'le code d’erreur de l’opérateur',
  'how many messages in a row did not arrive': 'combien de messages de suite ne sont pas arrivés',
  'whose messages and replies were deleted':
    'de qui des messages et des réponses ont été supprimés',
  'when the last deleted message was accepted: a segment may ask':
    'quand le dernier message supprimé a été accepté : un segment peut le demander',
  'when the last deleted alert was: a contact stays as long as it is young':
    'de quand date la dernière alerte supprimée : une fiche reste tant qu’elle est récente',
  'when the last deleted reply came: the same':
    'quand est venue la dernière réponse supprimée : de même',
  'whose texts stay past their days: their data may only be kept':
    'de qui les textes restent au-delà de leur durée : ses données sont seulement conservées',
  'whose messages were deleted': 'de qui des messages ont été supprimés',
  'which supplier carried some of them: it is told of an erasure':
    'quel fournisseur en a transporté : il est prévenu d’un effacement',
  'when it carried the last: whether it may still keep the number':
    'quand il a transporté le dernier : s’il peut encore détenir le numéro',
  'a reply': 'une réponse',
  'its route': 'sa route',
  'what it means': 'ce qu’elle veut dire',
  'whether a keyword, signs or the model decided':
    'si un mot-clé, des signes ou le modèle l’a décidé',
  'how sure the model was': 'avec quelle certitude le modèle l’a décidé',
  'which version of the model decided': 'quelle version du modèle l’a décidé',
  'whether it is the word that asks for their data':
    'si c’est le mot par lequel on demande ses données',
  'whether somebody must read it': 'si quelqu’un doit la lire',
  'what they said of it': 'ce qui en a été dit',
  'the first reply of a person': 'la première réponse d’une personne',
  'who wrote': 'qui a écrit',
  'their last reply': 'sa dernière réponse',
  'whether a doubtful reply waits to be read': 'si une réponse douteuse attend d’être lue',
  'which user sees to it': 'quel utilisateur s’en occupe',
  'which part of the message': 'quelle partie du message',
  'which attempt': 'quelle tentative',
  'by which route': 'par quelle route',
  'what the operator answered': 'ce que l’opérateur a répondu',
  'the operator’s id of the segment': 'le numéro donné par l’opérateur à cette partie',
  'its SMPP status': 'son état SMPP',
  'the gate at the moment of leaving':
    'le résultat des contrôles au moment du départ, en codes du programme',
  'what the receipt says': 'ce que dit l’accusé de réception',
  'the final state': 'l’état final',
  'which rule, or which fault': 'quelle règle, ou quel défaut',
  'codes and counts': 'des codes et des nombres, tels que le programme les écrit',
  // sensitive
  'Of which person.': 'De quelle personne.',
  'On which legal basis.': 'Sur quelle base légale.',
  // webhooks
  'which webhook it goes to': 'à quel programme du compte il va',
  'names the event; of a message it is the message’s own id':
    'désigne l’événement ; pour un message, c’est le numéro du message',
  'the message, reply, campaign, import or erasure':
    'le message, la réponse, la campagne, l’import ou l’effacement',
  'the person that it is about': 'la personne concernée',
  'states, counts and ids; never a number, a name or a text':
    'des états, des nombres et des identifiants ; jamais un numéro, un nom ou un texte',
  'when it happened': 'quand cela s’est passé',
  'whether it waits, is held, was delivered or given up':
    's’il attend, est retenu, a été remis ou abandonné',
  'how often it was tried': 'combien de fois il a été tenté',
  'when it is tried next': 'quand il sera tenté de nouveau',
  'when it was tried last': 'quand il a été tenté pour la dernière fois',
  'the HTTP status of the last answer; of it nothing else is kept but the wait':
    'l’état HTTP de la dernière réponse ; rien d’autre n’en est conservé, sauf l’attente',
  'why the last try failed, in a word of our own':
    'pourquoi la dernière tentative a échoué, en un mot du programme',
  'how long the last try took': 'combien de temps a pris la dernière tentative',
  'until when the last answer asked to wait':
    'jusqu’à quand la dernière réponse a demandé d’attendre',
  'when it was accepted': 'quand il a été accepté',
  'how often the webhook had been paused when this was queued':
    'combien de fois ce programme avait été mis en pause auparavant',
})

/** Null: it is not there in this language, which a test finds before anybody reads it. */
export const whyOfColumn = (language: 'en' | 'fr', why: string): string | null =>
  language === 'en' ? why : (french[why] ?? null)

/** For the test that nothing stays here of a column that is gone. */
export const whysTranslated: readonly string[] = Object.keys(french)
