// The sentences of one's own e-mail: changed on the profile, confirmed and undone by link.
export const ownEmailWords = {
  en: {
    title: 'E-mail address',
    lead: 'You log in with it, and are written to at it. Another one counts once you open the link that we send to it.',
    now: 'Your address now',
    next: 'New e-mail address',
    submit: 'Send the link',
    waits:
      'A link was sent to {email}. It works until {until}. Until you open it, nothing changes.',
    told: 'Your present address gets an e-mail with which the change can be stopped.',
    withdraw: 'Withdraw the change',
    withdrawn: 'The change is withdrawn. Its links open nothing any more.',
    confirmTitle: 'New e-mail address',
    confirmLead:
      'From now on you log in with this address, and are written to at it. All other sessions end. The address before can undo this for 7 days.',
    code: 'Code of the link',
    confirm: 'Confirm this address',
    confirmed: 'The address is changed. Log in with it.',
    undoTitle: 'Stop the change of your e-mail address',
    undoLead:
      'Whoever asked for it knew your password: choose a new one. You log in with this address again, and all your sessions end. A second factor stays.',
    password: 'New password',
    undo: 'Take my address back',
    undone: 'This address is yours again. Log in with it and the new password.',
    toLogin: 'Log in',
  },
  fr: {
    title: 'Adresse e-mail',
    lead: 'Vous vous connectez avec elle, et nous vous écrivons à cette adresse. Une autre est prise en compte quand vous ouvrez le lien que nous y envoyons.',
    now: 'Votre adresse actuelle',
    next: 'Nouvelle adresse e-mail',
    submit: 'Envoyer le lien',
    waits:
      'Un lien a été envoyé à {email}. Il fonctionne jusqu’au {until}. Tant que vous ne l’ouvrez pas, rien ne change.',
    told: 'Votre adresse actuelle reçoit un e-mail qui permet d’arrêter le changement.',
    withdraw: 'Retirer le changement',
    withdrawn: 'Le changement est retiré. Ses liens n’ouvrent plus rien.',
    confirmTitle: 'Nouvelle adresse e-mail',
    confirmLead:
      'Vous vous connecterez désormais avec cette adresse, et nous y écrirons. Toutes les autres sessions prennent fin. L’ancienne adresse peut annuler le changement pendant 7 jours.',
    code: 'Code du lien',
    confirm: 'Confirmer cette adresse',
    confirmed: 'L’adresse est changée. Connectez-vous avec elle.',
    undoTitle: 'Arrêter le changement de votre adresse e-mail',
    undoLead:
      'Qui l’a demandé connaissait votre mot de passe : choisissez-en un nouveau. Vous vous connecterez de nouveau avec cette adresse, et toutes vos sessions prennent fin. Un second facteur reste en place.',
    password: 'Nouveau mot de passe',
    undo: 'Reprendre mon adresse',
    undone:
      'Cette adresse est de nouveau la vôtre. Connectez-vous avec elle et le nouveau mot de passe.',
    toLogin: 'Se connecter',
  },
}
