// Sentences of accounts: setup, logging in, users, tokens.
import { bilingual } from './sentences.ts'

export const accountsWords = bilingual({
  en: {
    'accounts.setup_done': 'This installation has its owner already; log in.',
    'accounts.setup_code_wrong':
      'This code is not the one that the server printed last; restart it for a new one.',
    'accounts.login_failed': 'This e-mail and password do not go together.',
    'accounts.too_many_attempts': 'Too many attempts. Wait {seconds} seconds, then try again.',
    'accounts.password_wrong': 'The current password is not right.',
    'accounts.password_known':
      'This password would soon be guessed: choose a sentence of your own, without your name, address or organisation.',
    'accounts.zone_unknown':
      'This is no IANA time zone; write one such as Europe/Paris or Indian/Reunion.',
    'accounts.account_not_found': 'There is no such account.',
    'accounts.user_not_found': 'There is no such user in this account.',
    'accounts.user_exists': 'This person is a user of the account already.',
    'accounts.last_owner':
      'This is the only owner of the account; make somebody else an owner first.',
    'accounts.invitation_wrong': 'This invitation is not valid any more; ask for a new one.',
    'accounts.invitation_not_found':
      'There is no such invitation in this account; it was answered, withdrawn or replaced.',
    'accounts.token_not_found': 'There is no such token in this account.',
    'accounts.token_outlives_maker':
      'A token cannot last longer than the token that makes it: choose fewer days.',
    'accounts.token_needs_end':
      'Only somebody who manages the account can make a token without an end: choose a number of days.',
    'accounts.rights_beyond_own':
      'Nobody gives a token or a role rights that they do not have themselves: {rights}.',
    'accounts.not_a_sandbox':
      'Only a sandbox account has a clock of its own; a live account follows the real time.',
    'accounts.sandbox_has_people':
      'People were recorded in this account while it was a sandbox, so it stays one: what was tried is never taken for true. Open a live account beside it.',
    'accounts.messages_wait':
      'Messages of this account still wait to leave. Let them leave or cancel them, then change its kind.',
    'accounts.not_a_user':
      'This is for a person who is logged in; an API token has no password and no session.',
  },
  fr: {
    'accounts.setup_done': 'Cette installation a déjà son propriétaire ; connectez-vous.',
    'accounts.setup_code_wrong':
      'Ce code n’est pas le dernier que le serveur a affiché ; redémarrez-le pour en avoir un autre.',
    'accounts.login_failed': 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    'accounts.too_many_attempts':
      'Trop de tentatives. Attendez {seconds} secondes, puis réessayez.',
    'accounts.password_wrong': 'Le mot de passe actuel n’est pas le bon.',
    'accounts.password_known':
      'Ce mot de passe serait vite deviné : choisissez une phrase à vous, sans votre nom, votre adresse ni votre organisation.',
    'accounts.zone_unknown':
      'Ce n’est pas un fuseau IANA ; écrivez par exemple Europe/Paris ou Indian/Reunion.',
    'accounts.account_not_found': 'Ce compte n’existe pas.',
    'accounts.user_not_found': 'Cet utilisateur n’existe pas dans ce compte.',
    'accounts.user_exists': 'Cette personne est déjà utilisatrice du compte.',
    'accounts.last_owner':
      'C’est l’unique propriétaire du compte ; nommez d’abord quelqu’un d’autre propriétaire.',
    'accounts.invitation_wrong': 'Cette invitation n’est plus valable ; demandez-en une autre.',
    'accounts.invitation_not_found':
      'Il n’y a pas de telle invitation dans ce compte ; elle a reçu une réponse, ou a été retirée ou remplacée.',
    'accounts.token_not_found': 'Ce jeton n’existe pas dans ce compte.',
    'accounts.token_outlives_maker':
      'Un jeton ne peut durer plus longtemps que le jeton qui le crée : choisissez moins de jours.',
    'accounts.token_needs_end':
      'Seule une personne qui gère le compte peut créer un jeton sans fin : choisissez un nombre de jours.',
    'accounts.rights_beyond_own':
      'Nul ne donne à un jeton ou à un rôle des droits qu’il n’a pas lui-même : {rights}.',
    'accounts.not_a_sandbox':
      'Seul un compte d’essai a sa propre horloge ; un compte réel suit l’heure réelle.',
    'accounts.sandbox_has_people':
      'Des personnes ont été enregistrées dans ce compte pendant les essais : il reste un compte d’essai, pour qu’un essai ne passe jamais pour vrai. Ouvrez à côté un compte réel.',
    'accounts.messages_wait':
      'Des messages de ce compte attendent encore de partir. Laissez-les partir ou annulez-les, puis changez sa nature.',
    'accounts.not_a_user':
      'Cela concerne une personne connectée ; un jeton n’a ni mot de passe ni session.',
  },
})
