// The sentences of one's own e-mail: changed on the profile, confirmed and undone by link.
export const ownEmailWords = {
  en: {
    title: 'E-mail address',
    lead: 'You log in with this address, and we write to it. To change it, open the link that we will send to the new one.',
    now: 'Your address now',
    next: 'New e-mail address',
    submit: 'Send the link',
    waits:
      'A link was sent to {email}. It works until {until}. Open it and confirm: until then nothing changes.',
    told: 'Your present address gets an e-mail with which the change can be stopped.',
    withdraw: 'Withdraw the change',
    withdrawn: 'The change is withdrawn. Its links open nothing any more.',
    confirmTitle: 'New e-mail address',
    confirmLead:
      'Once you confirm, you log in with this address, and we write to it. All other sessions end. The former address can undo this for 7 days.',
    notYou: 'Not you? Do nothing. Somebody may have mistyped their address.',
    ownPassword: 'Your Accord password',
    ownPasswordHelp:
      'It shows that this login is yours. Enter the password of the login whose address changes.',
    otherLogin: 'You are logged in here with another login than the one whose address changes.',
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
    lead: 'C’est l’adresse avec laquelle vous vous connectez et à laquelle nous vous écrivons. Pour en changer, ouvrez le lien que nous enverrons à la nouvelle.',
    now: 'Votre adresse actuelle',
    next: 'Nouvelle adresse e-mail',
    submit: 'Envoyer le lien',
    waits:
      'Un lien a été envoyé à {email}. Il fonctionne jusqu’au {until}. Ouvrez-le et confirmez : d’ici là, rien ne change.',
    told: 'Votre adresse actuelle reçoit un e-mail qui permet d’arrêter le changement.',
    withdraw: 'Retirer le changement',
    withdrawn: 'Le changement est retiré. Ses liens n’ouvrent plus rien.',
    confirmTitle: 'Nouvelle adresse e-mail',
    confirmLead:
      'Après confirmation, vous vous connecterez avec cette adresse, et nous y écrirons. Toutes les autres sessions prendront fin. L’ancienne adresse peut annuler le changement pendant 7 jours.',
    notYou: 'Ce n’est pas vous ? Ne faites rien. Quelqu’un a pu se tromper d’adresse.',
    ownPassword: 'Votre mot de passe Accord',
    ownPasswordHelp:
      'Il prouve que cet accès est le vôtre. Saisissez le mot de passe de l’accès dont l’adresse change.',
    otherLogin: 'Vous êtes connecté ici avec un autre accès que celui dont l’adresse change.',
    code: 'Code du lien',
    confirm: 'Confirmer cette adresse',
    confirmed: 'L’adresse est changée. Connectez-vous avec elle.',
    undoTitle: 'Arrêter le changement de votre adresse e-mail',
    undoLead:
      'La personne qui l’a demandé connaissait votre mot de passe : choisissez-en un nouveau. Vous vous connecterez de nouveau avec cette adresse, et toutes vos sessions prennent fin. Un second facteur reste en place.',
    password: 'Nouveau mot de passe',
    undo: 'Reprendre mon adresse',
    undone:
      'Cette adresse est de nouveau la vôtre. Connectez-vous avec elle et le nouveau mot de passe.',
    toLogin: 'Se connecter',
  },
}
