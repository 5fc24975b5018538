// What the search can do and find besides what the screens say themselves: it comes with its dialog.
/** Other words by which they are found, in both languages; never shown. */
const also = {
  newMessage: 'send sms envoyer écrire write',
  addPerson: 'contact nouveau new create créer',
  newSegment: 'rules règles créer create',
  newTemplate: 'text texte modèle créer create',
  newRecurring: 'birthday anniversaire automatic automatique',
  invite: 'user utilisateur colleague collègue team équipe',
  newToken: 'key clé api secret jeton',
  theme: 'dark sombre light clair theme thème appearance apparence',
  logOut: 'log out sign quit déconnecter déconnexion quitter',
}

export const commandWords = {
  en: {
    newMessage: 'New message',
    addPerson: 'Add a person',
    newSegment: 'New segment',
    newTemplate: 'New template',
    newRecurring: 'New recurring send',
    invite: 'Invite somebody',
    newToken: 'New API token',
    light: 'Switch to the light theme',
    dark: 'Switch to the dark theme',
    help: 'A telephone number, an e-mail, your own reference, a campaign, a screen, a command…',
    also,
  },
  fr: {
    newMessage: 'Nouveau message',
    addPerson: 'Ajouter une personne',
    newSegment: 'Nouveau segment',
    newTemplate: 'Nouveau modèle',
    newRecurring: 'Nouvel envoi récurrent',
    invite: 'Inviter quelqu’un',
    newToken: 'Nouveau jeton d’API',
    light: 'Passer au thème clair',
    dark: 'Passer au thème sombre',
    help: 'Un numéro, un e-mail, votre référence, une campagne, un écran, une commande…',
    also,
  },
}
