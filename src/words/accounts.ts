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
    'accounts.password_known':
      'This password is easy to guess. Choose a sentence of your own, without your name, address or organisation.',
    'accounts.zone_unknown':
      'This is not an IANA time zone. Write one such as Europe/Paris or Indian/Reunion.',
    'accounts.account_not_found': 'There is no such account.',
    'accounts.user_not_found': 'There is no such user in this account.',
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
    'accounts.password_known':
      'Ce mot de passe est facile à deviner. Choisissez une phrase à vous, sans votre nom, votre adresse ni votre organisation.',
    'accounts.zone_unknown':
      'Ce n’est pas un fuseau horaire IANA. Écrivez par exemple Europe/Paris ou Indian/Reunion.',
    'accounts.account_not_found': 'Ce compte n’existe pas.',
    'accounts.user_not_found': 'Cet utilisateur n’existe pas dans ce compte.',
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
