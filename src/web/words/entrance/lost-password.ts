// The sentences of a lost password, in both languages.
export const lostPasswordWords = {
  en: {
    title: 'Lost password',
    lead: 'Enter the e-mail address with which you log in. You get a link with which you choose a new password.',
    email: 'E-mail address',
    submit: 'Send me a link',
    sent: 'If somebody logs in with this address, a link is on its way. It works once, for an hour. Look among the unwanted e-mails too.',
    noMail:
      'This installation sends no e-mail. Ask whoever runs it: the command “accord users reset-password” makes a link for you.',
    back: 'Back to the login',
    newTitle: 'New password',
    newLead:
      'All your sessions end. Afterwards you log in with the new password, and your second factor if you have one.',
    code: 'Code of the link',
    password: 'New password',
    save: 'Save the password',
    saved: 'The new password is saved. Log in with it.',
    toLogin: 'Log in',
  },
  fr: {
    title: 'Mot de passe perdu',
    lead: 'Saisissez l’adresse e-mail avec laquelle vous vous connectez. Vous recevez un lien pour choisir un nouveau mot de passe.',
    email: 'Adresse e-mail',
    submit: 'M’envoyer un lien',
    sent: 'Si quelqu’un se connecte avec cette adresse, un lien est en route. Il est valable une heure et ne sert qu’une fois. Regardez aussi parmi les e-mails indésirables.',
    noMail:
      'Cette installation n’envoie pas d’e-mail. Demandez à la personne qui la gère : la commande « accord users reset-password » crée un lien pour vous.',
    back: 'Retour à la connexion',
    newTitle: 'Nouveau mot de passe',
    newLead:
      'Toutes vos sessions prennent fin. Vous vous connectez ensuite avec le nouveau mot de passe, et votre second facteur si vous en avez un.',
    code: 'Code du lien',
    password: 'Nouveau mot de passe',
    save: 'Enregistrer le mot de passe',
    saved: 'Le nouveau mot de passe est enregistré. Vous pouvez vous connecter.',
    toLogin: 'Se connecter',
  },
}
