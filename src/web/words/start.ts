// The sentences of the first account, of logging in and joining, and of the home screen, in both languages.
export const firstRunEn = {
  title: 'Welcome to Accord',
  lead: 'Create the first account and its owner. You can do this once, with the code that the server printed when it started.',
  code: 'Setup code',
  codeHelp: 'You will find it at the end of the address that the server printed.',
  accountName: 'Name of your organisation',
  kind: 'What is this account for?',
  live: 'Live: real messages, through an operator under contract',
  sandbox: 'Sandbox: fictional numbers and a simulated operator; nothing is really sent',
  name: 'Your name',
  email: 'Your e-mail address',
  password: 'Password',
  passwordHelp: 'At least 12 characters. A few words together work well.',
  submit: 'Create the account',
  done: 'This installation already has an owner. Log in instead.',
  toLogin: 'Go to the login page',
}

export const loginEn = {
  title: 'Log in',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Log in',
  lost: 'Lost your password?',
}

export const homeEn = {
  title: 'Welcome, {name}',
  lead: 'From contact file to delivery receipt: Accord shows why each message may be sent.',
  steps: 'Steps to a lawful campaign',
  stepSender: 'Register the sender name that people will see',
  stepSenderText:
    'Your brand, in 3 to 11 letters and digits. A second person must approve a name that is often imitated.',
  stepWording: 'Record the consent wording',
  stepWordingText: 'The exact sentence on your form or card. It must name you and mention SMS.',
  stepImport: 'Import your contact file',
  stepImportText: 'Accord shows what personal data it contains and who may receive marketing.',
  stepCampaign: 'Prepare a campaign',
  stepCampaignText:
    'The check sheet shows who receives it, who does not and why, and what it costs.',
  recent: 'Latest campaigns',
  noneYet: 'No campaigns yet.',
}

export const joinEn = {
  title: 'Join an account',
  lead: 'You have been invited to an account. You join only when you accept. The code works once.',
  code: 'Invitation code',
}

export const firstRunFr: typeof firstRunEn = {
  title: 'Bienvenue dans Accord',
  lead: 'Créez le premier compte et son propriétaire. Cette page ne sert qu’une fois, avec le code que le serveur a affiché au démarrage.',
  code: 'Code d’installation',
  codeHelp: 'Il se trouve à la fin de l’adresse affichée par le serveur.',
  accountName: 'Nom de votre organisation',
  kind: 'À quoi servira ce compte ?',
  live: 'Réel : de vrais messages, par un opérateur sous contrat',
  sandbox: 'Essai : numéros de fiction et opérateur simulé ; aucun message n’est réellement envoyé',
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  password: 'Mot de passe',
  passwordHelp: 'Au moins 12 caractères. Quelques mots à la suite conviennent bien.',
  submit: 'Créer le compte',
  done: 'Cette installation a déjà un propriétaire. Connectez-vous.',
  toLogin: 'Aller à la page de connexion',
}

export const loginFr: typeof loginEn = {
  title: 'Connexion',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  lost: 'Mot de passe perdu ?',
}

export const homeFr: typeof homeEn = {
  title: 'Bonjour, {name}',
  lead: 'Du fichier de contacts à l’accusé de réception : Accord montre pourquoi chaque message peut partir.',
  steps: 'Vers une campagne licite, étape par étape',
  stepSender: 'Déclarez l’expéditeur qui s’affichera sur les téléphones',
  stepSenderText:
    'Votre marque, en 3 à 11 lettres et chiffres. Une seconde personne doit approuver un nom souvent imité.',
  stepWording: 'Enregistrez le texte de consentement',
  stepWordingText:
    'La phrase exacte de votre formulaire ou de votre bulletin. Elle doit vous nommer et mentionner le SMS.',
  stepImport: 'Importez votre fichier de contacts',
  stepImportText:
    'Accord montre quelles données personnelles il contient et qui peut recevoir de la publicité.',
  stepCampaign: 'Préparez une campagne',
  stepCampaignText:
    'La fiche de contrôle montre qui la reçoit, qui ne la reçoit pas et pourquoi, et son coût.',
  recent: 'Dernières campagnes',
  noneYet: 'Aucune campagne pour l’instant.',
}

export const joinFr: typeof joinEn = {
  title: 'Rejoindre un compte',
  lead: 'Vous êtes invité à rejoindre un compte. Vous n’en faites partie qu’après avoir accepté. Le code ne sert qu’une fois.',
  code: 'Code d’invitation',
}
