// Sentences of accounts: setup, login, users, tokens.
import { bilingual } from './sentences.ts'

export const accountsWords = bilingual({
  en: {
    'accounts.setup_done': 'This installation already has an owner. Log in instead.',
    'accounts.setup_code_wrong':
      'This is not the latest code that the server printed. Restart the server for a new one.',
    'accounts.login_failed': 'Wrong e-mail address or password.',
    'accounts.too_many_attempts': 'Too many attempts. Wait {seconds} seconds, then try again.',
    'accounts.password_wrong': 'The current password is wrong.',
    'accounts.email_link_wrong':
      'This link is not valid any more: it was used, withdrawn, or is too old. Ask for the change again.',
    'accounts.email_taken':
      'This address belongs to another login here. Log in with that one, or choose another address.',
    'accounts.email_proof_asked':
      'Log in with the login whose address changes, or enter its password. Not you? Do nothing.',
    'accounts.email_ask_again':
      'Your password or e-mail address was changed at the same moment. Load the page again, then ask again.',
    'accounts.email_same': 'This is your e-mail address already.',
    'accounts.email_needs_mail':
      'This installation sends no e-mail, and a new address is confirmed by one. Ask whoever runs it to set a mail server up.',
    'accounts.password_known':
      'This password is easy to guess. Choose a sentence of your own, without your name, address or organisation.',
    'accounts.second_factor_needed': 'The password is right. Show your second factor.',
    'accounts.second_factor_asked':
      'Your second factor is needed too: a passkey, a code of your authenticator app, or a recovery code.',
    'accounts.second_factor_wrong':
      'This code is wrong or was used already. Wait for the next one, and check the clock of your phone.',
    'accounts.second_factor_required':
      'A second factor is required here. Enrol one in your profile, then go on.',
    'accounts.second_factor_expired':
      'Too much time has passed since you entered your password. Log in again.',
    'accounts.second_factor_not_found':
      'There is no such second factor, or it waited too long for its first code. Start again.',
    'accounts.second_factor_own_first':
      'Enrol a second factor of your own before you decide over those of others.',
    'accounts.second_factor_too_many':
      'You have {max} second factors, the most there can be. Remove one first.',
    'accounts.second_factor_paused':
      'Too many codes were tried for this user. Wait {minutes} minutes, or enter a recovery code.',
    'accounts.second_factor_needs_staff':
      'Only the administrator of this installation can remove this second factor. You turn off your own in your profile.',
    'accounts.owner_in_person':
      'An API token cannot do this. Log in as an owner of the account, and do it in the settings with your password and second factor.',
    'accounts.passkey_wrong': 'This passkey was not accepted, or too late. Try again.',
    'accounts.passkeys_unusable':
      'Passkeys need an address with a name and https. Whoever manages the installation sets it (ACCORD_URL).',
    'accounts.recovery_codes_just_renewed':
      'New recovery codes were created at the same moment in another window. Keep those, or create new ones again.',
    'accounts.second_factor_by_owner_only':
      'Only an owner who is logged in can remove the second factor of another user.',
    'accounts.mail.factor_added.subject': 'Second factor added to your login',
    'accounts.mail.factor_added.first':
      'A second factor was added to your login in Accord (account “{name}”). From now on it is asked for after the password.',
    'accounts.mail.factor_off.subject': 'Second factor turned off',
    'accounts.mail.factor_off.first':
      'You turned off a second factor of your login in Accord (account “{name}”). Your other sessions have ended.',
    'accounts.mail.factor_removed.subject': 'Your second factor was removed',
    'accounts.mail.factor_removed.first':
      'An owner of the account “{name}” or the administrator removed the second factor of your login in Accord. All your sessions have ended. Log in with your password and enrol a new one.',
    'accounts.mail.recovery_used.subject': 'A recovery code was used',
    'accounts.mail.recovery_used.first':
      'A recovery code was used to log in or to confirm an action in Accord (account “{name}”). Codes left: {left}. You can create new ones in your profile.',
    'accounts.mail.recovery_renewed.subject': 'New recovery codes',
    'accounts.mail.recovery_renewed.first':
      'New recovery codes were created for your login in Accord (account “{name}”). The old ones no longer work.',
    'accounts.mail.recovery_voided.subject': 'Your recovery codes no longer work',
    'accounts.mail.recovery_voided.first':
      'The data of Accord was put back to an earlier moment (account “{name}”). Your recovery codes no longer work, since some may have been used meanwhile. Your password and your second factor still open.',
    'accounts.mail.recovery_voided.next':
      'Create new recovery codes in your profile, with your second factor. If you no longer have it, ask an owner of your account, or whoever manages the installation, to remove it.',
    'accounts.mail.factor_guessed.subject': 'Somebody has your password',
    'accounts.mail.factor_guessed.first':
      'Several wrong codes were entered after your correct password in Accord (account “{name}”). Nobody got in with them. If it was not you, somebody knows your password: change it now.',
    'accounts.measure.second_factor':
      'Users who may see personal data in clear log in with a password and a second factor.',
    'accounts.reset_wrong':
      'This link is no longer valid: it works once, for an hour. Ask for a new one.',
    'accounts.mail.invited.subject': 'You are invited to the account “{name}”',
    'accounts.mail.invited.first':
      'Somebody of “{name}” invites you into their account in Accord. You join only when you accept. The link works once, for seven days.',
    'accounts.mail.invited.not_you':
      'If you do not know them, do nothing, or refuse behind the link.',
    'accounts.mail.invited.link': 'Read the invitation',
    'accounts.mail.invited.foot':
      'You get this e-mail because somebody entered your address for this invitation.',
    'accounts.mail.email_confirm.subject': 'Confirm your new e-mail address',
    'accounts.mail.email_confirm.first':
      'Somebody asked to log in to Accord with this address. If it was you, open the link below and confirm, while you are logged in or with your password. The link works once, for 24 hours.',
    'accounts.mail.email_confirm.next':
      'Not you? Do nothing: somebody may have mistyped their address. Without their password nothing changes.',
    'accounts.mail.email_confirm.link': 'Confirm this address',
    'accounts.mail.email_asked.subject': 'Another e-mail address was asked for',
    'accounts.mail.email_asked.first':
      'Somebody who knows your password asked that your login to Accord use another e-mail address. It counts once the new address is confirmed.',
    'accounts.mail.email_asked.next':
      'If it was not you, open the link below: it stops the change, and you choose a new password. It works until 7 days after the change.',
    'accounts.mail.email_asked.link': 'It was not me: stop this',
    'accounts.mail.email_changed.subject': 'Your e-mail address was changed',
    'accounts.mail.email_changed.first':
      'Your login in Accord now uses another e-mail address. Notifications go there, and sessions on other devices have ended.',
    'accounts.mail.email_changed.next':
      'If it was not you, open the link below within 7 days: you get this address back, and you choose a new password.',
    'accounts.mail.email_changed.link': 'It was not me: give me this address back',
    'accounts.mail.email_undone.subject': 'The change of your e-mail address is undone',
    'accounts.mail.email_undone.first':
      'You log in to Accord with this address again, and with the password that was just chosen. All your sessions have ended. Your API tokens still work.',
    'accounts.mail.email_undone.next':
      'Look at your second factors and your API tokens, and remove those that are not yours.',
    'accounts.mail.reset.subject': 'Choose a new password',
    'accounts.mail.reset.first':
      'Somebody asked for a new password for your login in Accord. The link below works once, for an hour.',
    'accounts.mail.reset.not_you': 'If it was not you, do nothing: your password stays as it is.',
    'accounts.mail.reset.link': 'Choose a new password',
    'accounts.mail.password_reset.subject': 'Your password was changed',
    'accounts.mail.password_reset.first':
      'A new password was chosen for your login in Accord, with the link for a lost password. All your sessions have ended. Your API tokens still work.',
    'accounts.mail.password_reset.next':
      'If this was not you, somebody else had your link: change the password of your mailbox, ask for a new link here, and tell an owner of your account.',
    'accounts.mail.not_you_added':
      'If this was not you, somebody has your password: ask an owner of your account, or whoever manages the installation, to remove this second factor, then change your password.',
    'accounts.mail.not_you':
      'If this was not you, change your password at once and tell an owner of your account.',
    'accounts.mail.foot':
      'You get this e-mail because it concerns your login. It cannot be turned off.',
    'accounts.zone_unknown':
      'This is not an IANA time zone. Write one such as Europe/Paris or Indian/Reunion.',
    'accounts.account_not_found': 'There is no such account.',
    'accounts.user_not_found': 'There is no such user in this account.',
    'accounts.account_has_people':
      'Somebody is in this account already: its owners invite whoever else is to come.',
    'accounts.user_exists': 'This person is already a user of the account.',
    'accounts.last_owner':
      'This is the only owner of the account. Make another user an owner first.',
    'accounts.invitation_wrong': 'This invitation is no longer valid. Ask for a new one.',
    'accounts.invitation_not_found':
      'This invitation does not exist any more. It was answered, withdrawn or replaced.',
    'accounts.token_not_found': 'There is no such token in this account.',
    'accounts.token_outlives_maker':
      'A token cannot last longer than the token that creates it. Choose fewer days.',
    'accounts.token_needs_end':
      'Only an account manager can create a token without an end date. Choose a number of days.',
    'accounts.rights_beyond_own': 'You cannot grant rights that you do not have: {rights}.',
    'accounts.not_a_sandbox':
      'Only a sandbox account has its own clock. A live account uses the real time.',
    'accounts.sandbox_has_people':
      'People were recorded in this account while it was a sandbox, so it stays one: what was tried is never taken for true. Open a live account beside it.',
    'accounts.messages_wait':
      'Messages of this account still wait to leave. Let them leave or cancel them, then change its kind.',
    'accounts.not_a_user':
      'Only a logged-in user can do this. An API token has no password and no session.',
  },
  fr: {
    'accounts.setup_done': 'Cette installation a déjà un propriétaire. Connectez-vous.',
    'accounts.setup_code_wrong':
      'Ce n’est pas le dernier code affiché par le serveur. Redémarrez le serveur pour en obtenir un autre.',
    'accounts.login_failed': 'Adresse e-mail ou mot de passe incorrect.',
    'accounts.too_many_attempts':
      'Trop de tentatives. Attendez {seconds} secondes, puis réessayez.',
    'accounts.password_wrong': 'Le mot de passe actuel est incorrect.',
    'accounts.email_link_wrong':
      'Ce lien n’est plus valable : il a servi, il a été retiré, ou il est trop ancien. Demandez de nouveau le changement.',
    'accounts.email_taken':
      'Cette adresse est celle d’un autre accès ici. Connectez-vous avec lui, ou choisissez une autre adresse.',
    'accounts.email_proof_asked':
      'Connectez-vous avec l’accès dont l’adresse change, ou saisissez son mot de passe. Ce n’est pas vous ? Ne faites rien.',
    'accounts.email_ask_again':
      'Votre mot de passe ou votre adresse e-mail a été changé au même moment. Rechargez la page, puis refaites la demande.',
    'accounts.email_same': 'C’est déjà votre adresse e-mail.',
    'accounts.email_needs_mail':
      'Cette installation n’envoie pas d’e-mail, et une nouvelle adresse se confirme par e-mail. Demandez à la personne qui la gère de configurer un serveur de messagerie.',
    'accounts.password_known':
      'Ce mot de passe est facile à deviner. Choisissez une phrase à vous, sans votre nom, votre adresse ni votre organisation.',
    'accounts.second_factor_needed':
      'Le mot de passe est correct. Saisissez le code de votre second facteur.',
    'accounts.second_factor_asked':
      'Votre second facteur est aussi demandé : une clé d’accès, un code de votre application, ou un code de secours.',
    'accounts.second_factor_wrong':
      'Ce code est incorrect ou a déjà servi. Attendez le suivant, et vérifiez l’heure de votre téléphone.',
    'accounts.second_factor_required':
      'Un second facteur est exigé ici. Ajoutez-en un dans votre profil pour continuer.',
    'accounts.second_factor_expired':
      'Trop de temps a passé depuis la saisie de votre mot de passe. Reconnectez-vous.',
    'accounts.second_factor_not_found':
      'Ce second facteur n’existe pas, ou il a attendu trop longtemps son premier code. Recommencez.',
    'accounts.second_factor_own_first':
      'Ajoutez d’abord un second facteur à votre propre accès avant de décider de ceux des autres.',
    'accounts.second_factor_too_many':
      'Vous avez {max} seconds facteurs, c’est le maximum. Supprimez-en un d’abord.',
    'accounts.second_factor_paused':
      'Trop de codes ont été essayés pour cet utilisateur. Attendez {minutes} minutes, ou saisissez un code de secours.',
    'accounts.second_factor_needs_staff':
      'Seul l’administrateur de l’installation peut supprimer ce second facteur. Le vôtre se désactive dans votre profil.',
    'accounts.owner_in_person':
      'Un jeton d’API ne peut pas faire cela. Connectez-vous comme propriétaire du compte, et faites-le dans les réglages avec votre mot de passe et votre second facteur.',
    'accounts.passkey_wrong': 'Cette clé d’accès n’a pas été acceptée, ou trop tard. Recommencez.',
    'accounts.passkeys_unusable':
      'Les clés d’accès demandent une adresse avec un nom et https. La personne qui gère l’installation la définit (ACCORD_URL).',
    'accounts.recovery_codes_just_renewed':
      'De nouveaux codes de secours ont été créés au même moment dans une autre fenêtre. Gardez ceux-là, ou créez-en de nouveaux.',
    'accounts.second_factor_by_owner_only':
      'Seul un propriétaire connecté peut supprimer le second facteur d’un autre utilisateur.',
    'accounts.mail.factor_added.subject': 'Second facteur ajouté à votre accès',
    'accounts.mail.factor_added.first':
      'Un second facteur a été ajouté à votre accès à Accord (compte « {name} »). Il est désormais demandé après le mot de passe.',
    'accounts.mail.factor_off.subject': 'Second facteur désactivé',
    'accounts.mail.factor_off.first':
      'Vous avez désactivé un second facteur de votre accès à Accord (compte « {name} »). Vos autres sessions ont pris fin.',
    'accounts.mail.factor_removed.subject': 'Votre second facteur a été supprimé',
    'accounts.mail.factor_removed.first':
      'Un propriétaire du compte « {name} » ou l’administrateur a supprimé le second facteur de votre accès à Accord. Toutes vos sessions ont pris fin. Connectez-vous avec votre mot de passe et ajoutez un nouveau second facteur.',
    'accounts.mail.recovery_used.subject': 'Un code de secours a été utilisé',
    'accounts.mail.recovery_used.first':
      'Un code de secours a servi à une connexion ou à une confirmation dans Accord (compte « {name} »). Codes restants : {left}. Vous pouvez en créer de nouveaux dans votre profil.',
    'accounts.mail.recovery_renewed.subject': 'Nouveaux codes de secours',
    'accounts.mail.recovery_renewed.first':
      'De nouveaux codes de secours ont été créés pour votre accès à Accord (compte « {name} »). Les anciens ne fonctionnent plus.',
    'accounts.mail.recovery_voided.subject': 'Vos codes de secours ne fonctionnent plus',
    'accounts.mail.recovery_voided.first':
      'Les données d’Accord ont été remises à un moment antérieur (compte « {name} »). Vos codes de secours ne fonctionnent plus, puisque certains ont pu servir entre-temps. Votre mot de passe et votre second facteur ouvrent toujours.',
    'accounts.mail.recovery_voided.next':
      'Créez de nouveaux codes de secours dans votre profil, avec votre second facteur. Si vous ne l’avez plus, demandez à un propriétaire de votre compte, ou à la personne qui gère l’installation, de le supprimer.',
    'accounts.mail.factor_guessed.subject': 'Quelqu’un connaît votre mot de passe',
    'accounts.mail.factor_guessed.first':
      'Plusieurs codes erronés ont été saisis après votre bon mot de passe dans Accord (compte « {name} »). Personne n’est entré ainsi. Si ce n’était pas vous, quelqu’un connaît votre mot de passe : changez-le maintenant.',
    'accounts.measure.second_factor':
      'Les utilisateurs qui peuvent voir des données personnelles en clair se connectent avec un mot de passe et un second facteur.',
    'accounts.reset_wrong':
      'Ce lien n’est plus valable : il est valable une heure et ne sert qu’une fois. Demandez-en un nouveau.',
    'accounts.mail.invited.subject': 'Vous êtes invité au compte « {name} »',
    'accounts.mail.invited.first':
      'Quelqu’un de « {name} » vous invite dans son compte Accord. Vous n’en faites partie qu’en acceptant. Le lien est valable sept jours et ne sert qu’une fois.',
    'accounts.mail.invited.not_you':
      'Si vous ne connaissez pas cette organisation, ne faites rien, ou refusez en suivant le lien.',
    'accounts.mail.invited.link': 'Lire l’invitation',
    'accounts.mail.invited.foot':
      'Vous recevez cet e-mail parce que quelqu’un a saisi votre adresse pour cette invitation.',
    'accounts.mail.email_confirm.subject': 'Confirmez votre nouvelle adresse e-mail',
    'accounts.mail.email_confirm.first':
      'Quelqu’un a demandé à se connecter à Accord avec cette adresse. Si c’est vous, ouvrez le lien ci-dessous et confirmez, en étant connecté ou avec votre mot de passe. Le lien est valable 24 heures et ne sert qu’une fois.',
    'accounts.mail.email_confirm.next':
      'Ce n’est pas vous ? Ne faites rien : quelqu’un a pu se tromper d’adresse. Sans son mot de passe, rien ne change.',
    'accounts.mail.email_confirm.link': 'Confirmer cette adresse',
    'accounts.mail.email_asked.subject': 'Une autre adresse e-mail a été demandée',
    'accounts.mail.email_asked.first':
      'Quelqu’un qui connaît votre mot de passe a demandé que votre accès à Accord utilise une autre adresse e-mail. Elle sera prise en compte une fois confirmée.',
    'accounts.mail.email_asked.next':
      'Si ce n’était pas vous, ouvrez le lien ci-dessous : il arrête le changement, et vous choisissez un nouveau mot de passe. Il fonctionne jusqu’à 7 jours après le changement.',
    'accounts.mail.email_asked.link': 'Ce n’était pas moi : tout arrêter',
    'accounts.mail.email_changed.subject': 'Votre adresse e-mail a été changée',
    'accounts.mail.email_changed.first':
      'Votre accès à Accord utilise maintenant une autre adresse e-mail. Les notifications y sont envoyées, et les sessions des autres appareils ont pris fin.',
    'accounts.mail.email_changed.next':
      'Si ce n’était pas vous, ouvrez le lien ci-dessous dans les 7 jours : vous retrouvez cette adresse, et vous choisissez un nouveau mot de passe.',
    'accounts.mail.email_changed.link': 'Ce n’était pas moi : me rendre cette adresse',
    'accounts.mail.email_undone.subject': 'Le changement de votre adresse e-mail est annulé',
    'accounts.mail.email_undone.first':
      'Vous vous connectez de nouveau à Accord avec cette adresse, et avec le mot de passe qui vient d’être choisi. Toutes vos sessions ont pris fin. Vos jetons d’API fonctionnent toujours.',
    'accounts.mail.email_undone.next':
      'Vérifiez vos seconds facteurs et vos jetons d’API, et supprimez ceux qui ne sont pas les vôtres.',
    'accounts.mail.reset.subject': 'Choisissez un nouveau mot de passe',
    'accounts.mail.reset.first':
      'Quelqu’un a demandé un nouveau mot de passe pour votre accès à Accord. Le lien ci-dessous est valable une heure et ne sert qu’une fois.',
    'accounts.mail.reset.not_you':
      'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
    'accounts.mail.reset.link': 'Choisir un nouveau mot de passe',
    'accounts.mail.password_reset.subject': 'Votre mot de passe a été changé',
    'accounts.mail.password_reset.first':
      'Un nouveau mot de passe a été choisi pour votre accès à Accord, par le lien « Mot de passe perdu ». Toutes vos sessions ont pris fin. Vos jetons d’API fonctionnent toujours.',
    'accounts.mail.password_reset.next':
      'Si ce n’était pas vous, quelqu’un d’autre a eu votre lien : changez le mot de passe de votre messagerie, demandez ici un nouveau lien, et prévenez un propriétaire de votre compte.',
    'accounts.mail.not_you_added':
      'Si ce n’était pas vous, quelqu’un connaît votre mot de passe : demandez à un propriétaire de votre compte, ou à qui gère l’installation, de supprimer ce second facteur, puis changez votre mot de passe.',
    'accounts.mail.not_you':
      'Si ce n’était pas vous, changez votre mot de passe sans attendre et prévenez un propriétaire de votre compte.',
    'accounts.mail.foot':
      'Vous recevez cet e-mail parce qu’il concerne votre accès. Il ne peut pas être désactivé.',
    'accounts.zone_unknown':
      'Ce n’est pas un fuseau horaire IANA. Écrivez par exemple Europe/Paris ou Indian/Reunion.',
    'accounts.account_not_found': 'Ce compte n’existe pas.',
    'accounts.user_not_found': 'Cet utilisateur n’existe pas dans ce compte.',
    'accounts.account_has_people':
      'Quelqu’un fait déjà partie de ce compte : ses propriétaires invitent les autres personnes.',
    'accounts.user_exists': 'Cette personne fait déjà partie du compte.',
    'accounts.last_owner':
      'C’est l’unique propriétaire du compte. Nommez d’abord un autre propriétaire.',
    'accounts.invitation_wrong': 'Cette invitation n’est plus valable. Demandez-en une autre.',
    'accounts.invitation_not_found':
      'Cette invitation n’existe plus. Elle a reçu une réponse, ou a été retirée ou remplacée.',
    'accounts.token_not_found': 'Ce jeton n’existe pas dans ce compte.',
    'accounts.token_outlives_maker':
      'Un jeton ne peut pas durer plus longtemps que le jeton qui le crée. Choisissez moins de jours.',
    'accounts.token_needs_end':
      'Seul un gestionnaire du compte peut créer un jeton sans date de fin. Choisissez un nombre de jours.',
    'accounts.rights_beyond_own':
      'Vous ne pouvez pas donner des droits que vous n’avez pas : {rights}.',
    'accounts.not_a_sandbox':
      'Seul un compte d’essai a sa propre horloge. Un compte réel suit l’heure réelle.',
    'accounts.sandbox_has_people':
      'Des personnes ont été enregistrées dans ce compte pendant les essais : il reste un compte d’essai, pour qu’un essai ne passe jamais pour vrai. Ouvrez à côté un compte réel.',
    'accounts.messages_wait':
      'Des messages de ce compte attendent encore de partir. Laissez-les partir ou annulez-les, puis changez sa nature.',
    'accounts.not_a_user':
      'Seul un utilisateur connecté peut le faire. Un jeton d’API n’a ni mot de passe ni session.',
  },
})
