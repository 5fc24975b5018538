// Sentences of the answer to somebody who asks for all that is held of them.
import type { Language } from '../kernel/index.ts'
import { glued } from './sentences.ts'

export type AnswerWords = {
  title: string
  lead: string
  files: string
  front: {
    what: { title: string; body: string; lists: string; messages: string }
    why: { title: string; consents: string; bases: string; none: string; kept: string }
    words: { title: string; said: string; none: string }
    who: {
      title: string
      none: string
      /** Messages were sent: an operator had the number, and nobody can say any more which. */
      forgotten: string
      unknown: string
      /** Beside those that are named. */
      others: string
      supplier: string
      program: string
      other: string
      unknownCountry: string
      staff: string
      roles: string
    }
    change: { title: string; body: string; complain: string }
  }
  retention: {
    title: string
    kinds: Readonly<
      Record<
        'contact' | 'texts' | 'results' | 'replies' | 'proofs' | 'consents' | 'requests' | 'looks',
        string
      >
    >
    months: string
    days: string
    open: string
  }
  timeline: {
    title: string
    lead: string
    message: string
    reply: string
    export: string
    cut: string
  }
  messages: { cut: string }
  looks: {
    title: string
    lead: string
    kept: string
    none: string
    /** Where files of many people were made. */
    noneAlone: string
    line: string
    lineNamed: string
    purpose: string
    cut: string
    names: { undecided: string; withheld: string; given: string }
    exports: { title: string; lead: string; none: string }
    roles: Readonly<Record<string, string>>
  }
  tables: {
    title: string
    lead: string
    table: string
    row: string
    value: string
    values: { yes: string; no: string; by: Readonly<Record<'user' | 'token' | 'system', string>> }
    more: string
    tooMany: string
    leftOut: string
    leftOutLead: string
  }
  sensitive: { title: string; lead: string }
  proofs: {
    title: string
    /** On page one. */
    front: string
    lead: string
    folder: string
    check: string
    /** In README.txt. */
    files: string
    none: string
    damaged: string
    waiting: string
  }
  readme: string
}

export const answerWords: Record<Language, AnswerWords> = {
  en: {
    title: 'Your data: the answer to your request',
    lead: 'You asked {account} on {asked} for what is held about you. This is the answer, made on {when}. The next lines answer five questions; all details follow.',
    files:
      'The same answer stands in this archive three times: answer.html to read, answer.pdf to print or have read aloud, answer.json for programs.',
    front: {
      what: {
        title: 'What do we hold?',
        body: 'Your mobile number, {fields}, since {since}.',
        lists: 'You are on these lists: {lists}.',
        messages:
          'Messages that we keep: {sent} written to you, sent or not, and {received} from you.',
      },
      why: {
        title: 'Why?',
        consents: 'Because you agreed: {what}, since {since}.',
        bases: 'For “{what}”, on another legal basis than your consent: {basis}.',
        none: 'You have agreed to nothing today. We keep your data to prove what was said and to send you nothing by mistake.',
        kept: 'Your data is kept and not used, as you asked.',
      },
      words: {
        title: 'Which text did you agree to?',
        said: 'On {when} you were shown:',
        none: 'You have agreed to no text.',
      },
      who: {
        title: 'Who received it?',
        none: 'Nobody outside: nothing was sent to you yet.',
        forgotten:
          'Messages were sent to you and deleted since. We do not keep any longer which operator carried them.',
        unknown:
          'Messages were sent to you. Which operator carried them to your phone is not recorded here: ask us.',
        others:
          'Messages were deleted since. An operator that carried one of them and keeps nothing of it any more is not named here.',
        supplier: '{name} ({country}), which carries messages to your phone.',
        program: '{host}, a program of {account}, which is told what happens with your messages.',
        other: '{recipient}, for: {purposes}.',
        unknownCountry: 'country not declared',
        staff: 'Inside, {account} has users of these roles: {roles}.',
        roles: 'none',
      },
      change: {
        title: 'How can you change it?',
        body: 'On your own page you can withdraw each consent, object, correct, restrict or erase your data, and take it along as a file. Or answer STOP to a message: that is enough for marketing.',
        complain:
          'You can complain to the supervisory authority at any time; in France, the CNIL (cnil.fr).',
      },
    },
    retention: {
      title: 'For how long?',
      kinds: {
        contact: 'Your record, without activity',
        texts: 'The texts of messages',
        results: 'What became of each message, after its end',
        replies: 'When you replied, after your last reply',
        proofs: 'What proves your consent, once your data is erased',
        consents: 'How long a consent is valid',
        requests: 'What you asked for, after its answer',
        looks: 'Who looked at your data',
      },
      months: '{count} months',
      days: '{count} days',
      open: 'until you or the account ends it',
    },
    timeline: {
      title: 'Your data in time',
      lead: 'All that happened, the newest first. Time zone: {zone}.',
      message: 'A message to you',
      reply: 'A message from you',
      export: '{what} (a file of many people)',
      cut: 'There are {count} lines. The newest {shown} stand here; answer.json has the others.',
    },
    messages: {
      cut: 'We keep {count} messages. The newest {shown} stand here; answer.json in this archive has {listed}, with all texts that are still kept.',
    },
    looks: {
      title: 'Who looked at your data?',
      kept: 'Looks are kept for {term}. Older ones were deleted and are not listed here.',
      lead: 'Each look and each act, with its day, its purpose and the role of whoever did it.',
      names: {
        undecided:
          'Names are not given: the law owes you the days and the purposes (Court of Justice, C-579/21).',
        withheld: 'Names are not given: {by} decided so on {day}. Why: {why}',
        given: 'Names are given where they are known: {by} decided so on {day}. Why: {why}',
      },
      none: 'Nobody.',
      noneAlone: 'Nobody looked at your data alone.',
      line: '{what} ({role})',
      lineNamed: '{what} ({name}, {role})',
      purpose: 'Why: {purpose}',
      cut: 'There are {count}. The newest {shown} stand here; answer.json in this archive has {listed}.',
      exports: {
        title: 'Exports of whole lists',
        lead: 'Files with the data of many people, taken out of the account while you were in it. Your data may have been in them: the journal keeps which file was made, and not who was in it.',
        none: 'None.',
      },
      roles: {
        owner: 'owner of the account',
        approver: 'approver',
        sender: 'sender',
        writer: 'writer',
        viewer: 'viewer',
        dpo: 'data protection officer',
        support: 'support',
        former: 'former user',
        token: 'program of the account',
        system: 'this program',
      },
    },
    tables: {
      title: 'Every row, as it is held',
      lead: 'For whoever wants to see all: each table that leads to you, row by row, with why each column exists. The names in small letters are those of the program, as in answer.json.',
      table: '{name} ({rows})',
      row: 'Row {number}',
      value: 'What it holds',
      values: {
        yes: 'yes',
        no: 'no',
        by: { user: 'a user', token: 'a token', system: 'the program' },
      },
      more: 'There are {count} rows. The first {shown} stand here; answer.json in this archive has {listed}.',
      tooMany:
        'There are too many rows to print. They stand in answer.json, and in answer.html up to 500 of each table.',
      leftOut: 'What is left out, and why',
      leftOutLead: 'These columns and tables are not shown:',
    },
    sensitive: {
      title: 'Sensitive data',
      lead: 'Data on health, belief and the like, which has its own keys and its own legal basis.',
    },
    proofs: {
      title: 'Proofs',
      front:
        'To check the proofs of your consents without us, type: node verify.mjs ledger (how: README.txt).',
      lead: 'The file receipts.json holds each of your consents and objections with its place in a log that nobody can change unseen.',
      folder:
        'The folder “ledger” holds the evidence: each of your entries, what was recorded with it, the words shown, and its proof up to the signed state of the log. About other people it holds only hashes.',
      check:
        'You can check this without us and without a network. Install Node.js (nodejs.org), open a terminal in the folder where you unpacked this archive, and type: node verify.mjs ledger\nThe key in the folder came with it: whoever made up the proofs could have made the key too. The first line of the file ledger/checkpoint is an address on the web. Add /key to it to read the key that is published there, save it outside the folder as published.key, and type: node verify.mjs ledger --key published.key',
      files:
        'ledger: your entries in the log, with their proofs.\nverify.mjs: the program that checks them.',
      none: 'No entry about you stands in the log, so there is nothing to check.',
      damaged:
        'The log could not be read when this answer was made, so its proofs are missing here. Ask us for them again.',
      waiting:
        'Recorded and not yet in the signed log: {count}. The proofs of these are in your next copy.',
    },
    readme:
      'answer.html: to read.\nanswer.pdf: the same, to print or have read aloud.\nanswer.json: for programs (Data Privacy Vocabulary).\nreceipts.json: your consents (ISO/IEC TS 27560).\ncontact.csv: your data for another service.',
  },
  fr: glued<AnswerWords>({
    title: 'Vos données : la réponse à votre demande',
    lead: 'Vous avez demandé le {asked} à {account} ce qui est conservé sur vous. Voici la réponse, faite le {when}. Les lignes qui suivent répondent à cinq questions ; tous les détails viennent après.',
    files:
      'La même réponse figure trois fois dans cette archive : answer.html à lire, answer.pdf à imprimer ou à faire lire à voix haute, answer.json pour des logiciels.',
    front: {
      what: {
        title: 'Que détenons-nous ?',
        body: 'Votre numéro de mobile, {fields}, depuis le {since}.',
        lists: 'Vous figurez sur ces listes : {lists}.',
        messages:
          'Messages que nous conservons : {sent} écrits pour vous, partis ou non, et {received} de vous.',
      },
      why: {
        title: 'Pourquoi ?',
        consents: 'Parce que vous avez accepté : {what}, depuis le {since}.',
        bases: 'Pour « {what} », sur une autre base légale que votre accord : {basis}.',
        none: 'Vous n’acceptez rien aujourd’hui. Nous gardons vos données pour prouver ce qui a été dit et ne rien vous envoyer par erreur.',
        kept: 'Vos données sont conservées sans être utilisées, comme vous l’avez demandé.',
      },
      words: {
        title: 'Quel texte avez-vous accepté ?',
        said: 'Le {when}, voici ce qui vous a été montré :',
        none: 'Vous n’avez accepté aucun texte.',
      },
      who: {
        title: 'Qui les a reçues ?',
        none: 'Personne à l’extérieur : rien ne vous a encore été envoyé.',
        forgotten:
          'Des messages vous ont été envoyés, puis supprimés. Nous ne gardons plus le nom de l’opérateur qui les a acheminés.',
        unknown:
          'Des messages vous ont été envoyés. L’opérateur qui les a acheminés jusqu’à votre téléphone n’est pas enregistré ici : demandez-nous lequel.',
        others:
          'Des messages ont été supprimés depuis. Un opérateur qui en a acheminé un et n’en garde plus rien n’est pas nommé ici.',
        supplier: '{name} ({country}), qui achemine les messages jusqu’à votre téléphone.',
        program:
          '{host}, un programme de {account}, qui est prévenu de ce que deviennent vos messages.',
        other: '{recipient}, pour : {purposes}.',
        unknownCountry: 'pays non déclaré',
        staff: 'À l’intérieur, {account} a des utilisateurs avec ces rôles : {roles}.',
        roles: 'aucun',
      },
      change: {
        title: 'Comment les changer ?',
        body: 'Sur votre page, vous pouvez retirer chaque accord, vous opposer, faire corriger, geler ou effacer vos données, et les emporter dans un fichier. Ou répondez STOP à un message : cela suffit pour la publicité.',
        complain:
          'Vous pouvez à tout moment adresser une réclamation à l’autorité de contrôle ; en France, la CNIL (cnil.fr).',
      },
    },
    retention: {
      title: 'Pour combien de temps ?',
      kinds: {
        contact: 'Votre fiche, sans activité',
        texts: 'Les textes des messages',
        results: 'Ce que chaque message est devenu, après sa fin',
        replies: 'Le moment de vos réponses, après la dernière',
        proofs: 'Ce qui prouve votre accord, une fois vos données effacées',
        consents: 'Validité d’un accord',
        requests: 'Ce que vous avez demandé, après la réponse',
        looks: 'Qui a consulté vos données',
      },
      months: '{count} mois',
      days: '{count} jours',
      open: 'jusqu’à ce que vous ou le compte y mettiez fin',
    },
    timeline: {
      title: 'Vos données dans le temps',
      lead: 'Tout ce qui s’est passé, du plus récent au plus ancien. Fuseau horaire : {zone}.',
      message: 'Un message pour vous',
      reply: 'Un message de vous',
      export: '{what} (un fichier de nombreuses personnes)',
      cut: 'Il y a {count} lignes. Les {shown} plus récentes sont ici ; answer.json contient les autres.',
    },
    messages: {
      cut: 'Nous conservons {count} messages. Les {shown} plus récents sont ici ; answer.json, dans cette archive, en contient {listed}, avec tous les textes encore conservés.',
    },
    looks: {
      title: 'Qui a regardé vos données ?',
      kept: 'Les consultations sont conservées pendant {term}. Les plus anciennes ont été supprimées et ne figurent donc pas ici.',
      lead: 'Chaque consultation et chaque action, avec son jour, son but et le rôle de son auteur.',
      names: {
        undecided:
          'Les noms ne sont pas donnés : la loi vous doit les jours et les buts (Cour de justice, C-579/21).',
        withheld: 'Les noms ne sont pas donnés : {by} l’a décidé le {day}. Pourquoi : {why}',
        given:
          'Les noms sont donnés quand ils sont connus : {by} l’a décidé le {day}. Pourquoi : {why}',
      },
      none: 'Personne.',
      noneAlone: 'Personne n’a consulté vos données seules.',
      line: '{what} ({role})',
      lineNamed: '{what} ({name}, {role})',
      purpose: 'Pourquoi : {purpose}',
      cut: 'Il y en a {count} en tout : les {shown} lignes les plus récentes sont ici, et answer.json, dans cette archive, en contient {listed}.',
      exports: {
        title: 'Exports de listes entières',
        lead: 'Des fichiers avec les données de nombreuses personnes, sortis du compte pendant que vous y figuriez. Vos données ont pu s’y trouver : le journal retient quel fichier a été fait, et non qui y figurait.',
        none: 'Aucun.',
      },
      roles: {
        owner: 'propriétaire du compte',
        approver: 'valideur',
        sender: 'chargé d’envoi',
        writer: 'rédacteur',
        viewer: 'lecteur',
        dpo: 'délégué à la protection des données',
        support: 'assistance',
        former: 'ancien utilisateur',
        token: 'programme du compte',
        system: 'ce logiciel',
      },
    },
    tables: {
      title: 'Chaque ligne, telle qu’elle est conservée',
      lead: 'Pour qui veut tout voir : chaque table qui mène à vous, ligne par ligne, avec la raison de chaque colonne. Les noms en petits caractères sont ceux du logiciel, comme dans answer.json.',
      table: '{name} ({rows})',
      row: 'Ligne {number}',
      value: 'Ce qu’elle contient',
      values: {
        yes: 'oui',
        no: 'non',
        by: { user: 'un utilisateur', token: 'un jeton', system: 'le programme' },
      },
      more: 'Il y a {count} lignes. Les {shown} premières sont ici ; answer.json, dans cette archive, en contient {listed}.',
      tooMany:
        'Il y a trop de lignes pour le papier. Elles figurent dans answer.json, et dans answer.html jusqu’à 500 par table.',
      leftOut: 'Ce qui n’est pas montré, et pourquoi',
      leftOutLead: 'Ces colonnes et ces tables ne sont pas montrées :',
    },
    sensitive: {
      title: 'Données sensibles',
      lead: 'Des données de santé, de conviction ou semblables, qui ont leurs propres clés et leur propre base légale.',
    },
    proofs: {
      title: 'Preuves',
      front:
        'Pour vérifier sans nous les preuves de vos accords, tapez : node verify.mjs ledger (mode d’emploi : README.txt).',
      lead: 'Le fichier receipts.json contient chacun de vos accords et de vos refus, avec sa place dans un registre que personne ne peut modifier sans que cela se voie.',
      folder:
        'Le dossier « ledger » contient ces preuves : chacune de vos étapes, ce qui a été enregistré avec elle, le texte montré, et sa preuve jusqu’à l’état signé du registre. Sur les autres personnes, il ne contient que des empreintes.',
      check:
        'Vous pouvez le vérifier sans nous et sans réseau. Installez Node.js (nodejs.org), ouvrez un terminal dans le dossier où vous avez décompressé cette archive, et tapez : node verify.mjs ledger\nLa clé du dossier est venue avec lui : une personne qui aurait inventé les preuves aurait pu inventer la clé aussi. La première ligne du fichier ledger/checkpoint est une adresse du web. Ajoutez-y /key pour lire la clé qui y est publiée, enregistrez-la hors du dossier sous le nom published.key, et tapez : node verify.mjs ledger --key published.key',
      files:
        'ledger : vos entrées dans le registre, avec leurs preuves.\nverify.mjs : le programme qui les vérifie.',
      none: 'Aucune entrée ne vous concerne dans le registre : il n’y a rien à vérifier.',
      damaged:
        'Le registre n’a pas pu être lu quand cette réponse a été faite : ses preuves manquent ici. Demandez-les-nous à nouveau.',
      waiting:
        'Enregistré et pas encore dans le registre signé : {count}. Les preuves correspondantes seront dans votre prochaine copie.',
    },
    readme:
      'answer.html : à lire.\nanswer.pdf : la même réponse, à imprimer ou à faire lire à voix haute.\nanswer.json : pour des logiciels (Data Privacy Vocabulary).\nreceipts.json : vos accords (ISO/IEC TS 27560).\ncontact.csv : vos données pour un autre service.',
  }),
}
