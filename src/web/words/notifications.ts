// The sentences of notifications, of what somebody switches off, and of the installation's e-mails.
export const notificationsEn = {
  title: 'Notifications',
  lead: 'What happened, and what is waiting for someone. They are kept for ninety days.',
  bell: 'Notifications',
  bellUnread: 'Notifications, unread: {count}',
  atLeast: '{count}+',
  all: 'All',
  unread: 'Unread',
  isUnread: 'Unread.',
  markRead: 'Mark as read: {title}',
  markAll: 'Mark all as read',
  seeAll: 'All notifications',
  choose: 'Choose your notifications',
  empty: 'No notifications',
  emptyText:
    'You will see here when an import or a campaign ends, or when something is waiting for you.',
  emptyUnread: 'Everything is read',
  choices: {
    title: 'Notifications',
    lead: 'What you are told about. Your choice applies in all of your accounts.',
    kind: 'About',
    onScreen: 'On screen',
    byMail: 'By e-mail',
    switchScreen: '{title}: on screen',
    switchMail: '{title}: by e-mail',
    smtp: 'E-mails are sent to {email}.',
    mailbox:
      'This is a trial account without a mail server: e-mails are not sent. Whoever manages the installation reads them on the screen “E-mail”.',
    off: 'No e-mail is sent: no mail server is configured on this installation. Your choice will apply once there is one.',
  },
}

export const notificationsFr: typeof notificationsEn = {
  title: 'Notifications',
  lead: 'Ce qui s’est passé, et ce qui attend quelqu’un. Elles sont conservées quatre-vingt-dix jours.',
  bell: 'Notifications',
  bellUnread: 'Notifications, non lues : {count}',
  atLeast: '{count}+',
  all: 'Toutes',
  unread: 'Non lues',
  isUnread: 'Non lue.',
  markRead: 'Marquer comme lue : {title}',
  markAll: 'Tout marquer comme lu',
  seeAll: 'Toutes les notifications',
  choose: 'Choisir vos notifications',
  empty: 'Aucune notification',
  emptyText:
    'Vous verrez ici quand un import ou une campagne se termine, ou quand quelque chose vous attend.',
  emptyUnread: 'Tout est lu',
  choices: {
    title: 'Notifications',
    lead: 'Ce dont vous êtes averti. Votre choix vaut dans tous vos comptes.',
    kind: 'Sujet',
    onScreen: 'À l’écran',
    byMail: 'Par e-mail',
    switchScreen: '{title} : à l’écran',
    switchMail: '{title} : par e-mail',
    smtp: 'Les e-mails sont envoyés à {email}.',
    mailbox:
      'Ce compte d’essai n’a pas de serveur de messagerie : les e-mails ne partent pas. L’administration de l’installation les lit sur l’écran « E-mail ».',
    off: 'Aucun e-mail ne part : aucun serveur de messagerie n’est configuré sur cette installation. Votre choix vaudra dès qu’il y en aura un.',
  },
}

export const mailEn = {
  title: 'E-mail',
  lead: 'How e-mails to users leave this installation, and what became of them.',
  how: 'Sending',
  smtp: 'E-mails leave through {server}, from {from}.',
  mailbox:
    'No mail server is configured: no e-mail leaves. Those of trial accounts are kept below for fourteen days; live accounts have none.',
  toConfigure:
    'To send e-mails, set ACCORD_SMTP, ACCORD_MAIL_FROM and ACCORD_URL, then restart Accord.',
  waiting: 'Waiting',
  sent: 'Sent in seven days',
  failed: 'Failed in seven days',
  tryIt: 'Send me a test e-mail',
  tried: 'The e-mail is on its way to your address.',
  triedKept: 'The e-mail is in the list below.',
  list: 'E-mails',
  empty: 'No e-mail yet',
  emptyText: 'E-mails appear here once something happens that users are told about.',
  to: 'To {to}',
  date: 'Date',
  state: 'State',
  tries: 'Tries',
  why: 'Last error',
  states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed', kept: 'Kept here' },
}

export const mailFr: typeof mailEn = {
  title: 'E-mail',
  lead: 'Comment les e-mails aux utilisateurs partent de cette installation, et ce qu’ils sont devenus.',
  how: 'Envoi',
  smtp: 'Les e-mails partent par {server}, avec l’adresse {from}.',
  mailbox:
    'Aucun serveur de messagerie n’est configuré : aucun e-mail ne part. Ceux des comptes d’essai sont conservés ci-dessous quatorze jours ; les comptes réels n’en ont pas.',
  toConfigure:
    'Pour envoyer des e-mails, définissez ACCORD_SMTP, ACCORD_MAIL_FROM et ACCORD_URL, puis redémarrez Accord.',
  waiting: 'En attente',
  sent: 'Envoyés en sept jours',
  failed: 'En échec en sept jours',
  tryIt: 'M’envoyer un e-mail d’essai',
  tried: 'L’e-mail est en route vers votre adresse.',
  triedKept: 'L’e-mail est dans la liste ci-dessous.',
  list: 'E-mails',
  empty: 'Aucun e-mail pour l’instant',
  emptyText:
    'Les e-mails apparaissent ici dès qu’il se passe quelque chose dont les utilisateurs sont avertis.',
  to: 'À {to}',
  date: 'Date',
  state: 'État',
  tries: 'Essais',
  why: 'Dernière erreur',
  states: { waiting: 'En attente', sent: 'Envoyé', failed: 'En échec', kept: 'Conservé ici' },
}
