// The sentences of short links.
export const linksEn = {
  navigation: 'Short links',
  title: 'Short links',
  lead: 'A short address for a long one. Each click is counted, and nothing about the person who clicked is kept.',
  isOff: 'Short links are off',
  offText:
    'Switch them on to shorten the addresses in your texts and see how often they were followed.',
  example: 'They look like this: {example}',
  noAddress:
    'This installation has no public address yet, so links would lead nowhere. Whoever manages it must set one.',
  switchOn: 'Switch short links on',
  switchOff: 'Switch short links off',
  switchOffText: 'No new links can be made. Those already sent keep working.',
  keep: 'Cancel',
  target: 'Address to shorten',
  targetHelp:
    'It begins with https. Put nothing about a person in it: everyone gets the same link.',
  targetLacks: 'Enter an address first.',
  make: 'Shorten',
  made: 'Your short link: {link}',
  copy: 'Copy',
  copied: 'Copied',
  link: 'Short link',
  leadsTo: 'Leads to',
  people: 'People',
  machines: 'Previews and robots',
  unknown: 'Unknown',
  state: 'State',
  off: 'Off since {when}',
  linkOffShort: 'Switch off',
  linkOffText:
    'This link will lead nowhere, for good, also in messages already sent. Its figures stay.',
  empty: 'No short link yet',
  emptyText: 'Shorten an address here, or while you write a campaign.',
  shorten: 'Shorten {address}',
  results: 'Clicks',
  resultsText:
    'People: a browser opened the page. Previews and robots: phones and messaging apps that draw a preview, search engines, protection software. Unknown: could be either.',
}

export const linksFr: typeof linksEn = {
  navigation: 'Liens courts',
  title: 'Liens courts',
  lead: 'Une adresse courte à la place d’une longue. Chaque clic est compté, et rien n’est conservé de la personne qui a cliqué.',
  isOff: 'Les liens courts sont désactivés',
  offText:
    'Activez-les pour raccourcir les adresses de vos textes et voir combien de fois elles ont été ouvertes.',
  example: 'Ils ressemblent à ceci : {example}',
  noAddress:
    'Cette installation n’a pas encore d’adresse publique : les liens ne mèneraient nulle part. La personne qui la gère doit en définir une.',
  switchOn: 'Activer les liens courts',
  switchOff: 'Désactiver les liens courts',
  switchOffText:
    'Aucun nouveau lien ne pourra être créé. Ceux déjà envoyés continuent de fonctionner.',
  keep: 'Annuler',
  target: 'Adresse à raccourcir',
  targetHelp:
    'Elle commence par https. N’y mettez rien sur une personne : tout le monde reçoit le même lien.',
  targetLacks: 'Saisissez d’abord une adresse.',
  make: 'Raccourcir',
  made: 'Votre lien court : {link}',
  copy: 'Copier',
  copied: 'Copié',
  link: 'Lien court',
  leadsTo: 'Mène à',
  people: 'Personnes',
  machines: 'Aperçus et robots',
  unknown: 'Inconnus',
  state: 'État',
  off: 'Désactivé le {when}',
  linkOffShort: 'Désactiver',
  linkOffText:
    'Ce lien ne mènera plus nulle part, définitivement, même dans les messages déjà envoyés. Ses chiffres restent.',
  empty: 'Aucun lien court',
  emptyText: 'Raccourcissez une adresse ici, ou pendant que vous écrivez une campagne.',
  shorten: 'Raccourcir {address}',
  results: 'Clics',
  resultsText:
    'Personnes : un navigateur a ouvert la page. Aperçus et robots : téléphones et messageries qui affichent un aperçu, moteurs de recherche, logiciels de protection. Inconnus : l’un ou l’autre.',
}
