// The sentences of the first account, of logging in and joining, and of the home screen, in both languages.
export const firstRunEn = {
  title: 'Welcome to Accord',
  lead: 'Make the first account and its owner. This page works once, with the code that the server printed when it started.',
  code: 'Setup code',
  codeHelp: 'It stands at the end of the address that the server printed.',
  accountName: 'Name of your organisation',
  kind: 'What is this account for?',
  live: 'Real messages, through an operator under contract',
  sandbox: 'Trying: numbers reserved for fiction, the built-in operator, nothing leaves',
  name: 'Your name',
  email: 'Your e-mail address',
  password: 'Password',
  passwordHelp: 'At least 12 characters. A few words make a good one.',
  submit: 'Create the account',
  done: 'An owner exists already. Log in instead.',
  toLogin: 'Go to the login page',
}

export const loginEn = {
  title: 'Log in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Log in',
}

export const homeEn = {
  title: 'Good to see you, {name}',
  lead: 'From a contact file to delivery receipts, with a reason for each message.',
  steps: 'The way to a lawful campaign',
  stepSender: 'Register the sender that people will see',
  stepSenderText:
    'Your brand, 3 to 11 letters and digits. A name that others imitate waits for a second person.',
  stepWording: 'Write down the words people agreed to',
  stepWordingText: 'The exact sentence of your form or counter card. It names you and says “SMS”.',
  stepImport: 'Import your contact file',
  stepImportText: 'Accord says what personal data it holds, and who may receive advertising.',
  stepCampaign: 'Prepare a campaign',
  stepCampaignText: 'Read the check sheet: who receives it, who does not and why, the cost.',
  recent: 'Latest campaigns',
  noneYet: 'No campaign yet.',
}

export const joinEn = {
  title: 'Join an account',
  lead: 'Somebody has invited you. Nothing happens before you accept; the code works once.',
  code: 'Invitation code',
}

export const firstRunFr: typeof firstRunEn = {
  title: 'Bienvenue dans Accord',
  lead: 'Créez le premier compte et son propriétaire. Cette page sert une seule fois, avec le code que le serveur a affiché au démarrage.',
  code: 'Code de mise en route',
  codeHelp: 'Il se trouve à la fin de l’adresse affichée par le serveur.',
  accountName: 'Nom de votre organisation',
  kind: 'À quoi servira ce compte ?',
  live: 'De vrais messages, par un opérateur sous contrat',
  sandbox: 'Essayer : numéros réservés à la fiction, opérateur intégré, rien ne sort',
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  password: 'Mot de passe',
  passwordHelp: 'Au moins 12 caractères. Quelques mots en font un bon.',
  submit: 'Créer le compte',
  done: 'Un propriétaire existe déjà. Connectez-vous.',
  toLogin: 'Aller à la page de connexion',
}

export const loginFr: typeof loginEn = {
  title: 'Connexion',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
}

export const homeFr: typeof homeEn = {
  title: 'Bonjour, {name}',
  lead: 'Du fichier de contacts aux accusés de réception, avec une raison pour chaque message.',
  steps: 'Le chemin d’une campagne licite',
  stepSender: 'Déclarez l’expéditeur que les personnes verront',
  stepSenderText:
    'Votre marque, 3 à 11 lettres et chiffres. Un nom souvent imité attend une seconde personne.',
  stepWording: 'Consignez les mots que les personnes ont acceptés',
  stepWordingText:
    'La phrase exacte de votre formulaire ou de votre bulletin. Elle vous nomme et dit « SMS ».',
  stepImport: 'Importez votre fichier de contacts',
  stepImportText:
    'Accord dit quelles données personnelles il contient, et qui peut recevoir de la publicité.',
  stepCampaign: 'Préparez une campagne',
  stepCampaignText:
    'Lisez la feuille de contrôle : qui la reçoit, qui ne la reçoit pas et pourquoi, le coût.',
  recent: 'Dernières campagnes',
  noneYet: 'Aucune campagne pour l’instant.',
}

export const joinFr: typeof joinEn = {
  title: 'Rejoindre un compte',
  lead: 'Quelqu’un vous a invité. Rien ne se passe avant que vous acceptiez ; le code sert une seule fois.',
  code: 'Code d’invitation',
}
