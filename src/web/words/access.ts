// The sentences of invitations, API tokens and one's own password, in both languages.
import type { Right } from '../../kernel/index.ts'

type Rights = Record<Right, string>

const rightsEn: Rights = {
  'account.read': 'Read the account’s name, zone and settings',
  'account.manage': 'Change the account, invite users and give them roles',
  'tokens.manage': 'Create and revoke API tokens',
  'webhooks.manage': 'Manage webhooks and read their log',
  'audit.read': 'Read the journal',
  'contacts.read': 'Read contacts and lists, masked',
  'contacts.write': 'Add, change and delete contacts and lists',
  'contacts.reveal': 'Reveal numbers and names, with a recorded reason',
  'imports.run': 'Import contact files',
  'consent.read': 'View consents, objections and their proofs',
  'consent.record': 'Record consents, withdrawals and objections',
  'proofs.manage': 'Extend or end the retention of proofs',
  'sensitive.manage': 'Record legal bases for sensitive data',
  'sensitive.approve': 'Approve legal bases recorded by someone else',
  'sensitive.reveal': 'Reveal sensitive data, with a recorded reason',
  'wordings.manage': 'Write and publish consent wordings and forms',
  'messages.read': 'Read messages and replies, masked',
  'messages.send': 'Send single messages',
  'texts.try': 'Try texts on phones of the account',
  'campaigns.read': 'Read campaigns, their check sheets and results',
  'campaigns.prepare': 'Prepare campaigns and templates',
  'campaigns.approve': 'Approve and launch campaigns',
  'ledger.export': 'Export the ledger and its proofs',
  'registers.manage': 'Complete the register of processing and the public notice',
  'routes.read': 'Read the routes to operators',
  'installation.manage': 'Manage the whole installation: all accounts, operators and metrics',
}

const rightsFr: Rights = {
  'account.read': 'Lire le nom, le fuseau et les réglages du compte',
  'account.manage': 'Modifier le compte, inviter des personnes et leur donner un rôle',
  'tokens.manage': 'Créer et révoquer des jetons d’API',
  'webhooks.manage': 'Gérer les webhooks et lire leur journal',
  'audit.read': 'Lire le journal',
  'contacts.read': 'Lire les contacts et les listes, masqués',
  'contacts.write': 'Ajouter, modifier et supprimer des contacts et des listes',
  'contacts.reveal': 'Voir les numéros et les noms en clair, avec un motif enregistré',
  'imports.run': 'Importer des fichiers de contacts',
  'consent.read': 'Lire les consentements, les oppositions et leurs preuves',
  'consent.record': 'Enregistrer des consentements, des retraits et des oppositions',
  'proofs.manage': 'Prolonger ou arrêter la conservation des preuves',
  'sensitive.manage': 'Enregistrer des bases légales pour des données sensibles',
  'sensitive.approve': 'Approuver les bases légales enregistrées par quelqu’un d’autre',
  'sensitive.reveal': 'Voir des données sensibles en clair, avec un motif enregistré',
  'wordings.manage': 'Écrire et publier les textes et les formulaires de consentement',
  'messages.read': 'Lire les messages et les réponses, masqués',
  'messages.send': 'Envoyer des messages un à un',
  'texts.try': 'Essayer des textes sur les téléphones du compte',
  'campaigns.read': 'Lire les campagnes, leurs fiches de contrôle et leurs résultats',
  'campaigns.prepare': 'Préparer des campagnes et des modèles',
  'campaigns.approve': 'Approuver et lancer des campagnes',
  'ledger.export': 'Exporter le registre et ses preuves',
  'registers.manage': 'Compléter le registre des traitements et la notice publique',
  'routes.read': 'Lire les routes vers les opérateurs',
  'installation.manage':
    'Gérer toute l’installation : tous les comptes, les opérateurs et les mesures',
}

export const accessEn = {
  rights: rightsEn,
  notAllowed: 'Your role does not allow this: {act}. {whom}',
  askOwner: 'Ask the owner of the account.',
  askInstallation: 'Ask the administrator of this installation.',
  invitations: {
    waiting: 'Pending invitations',
    until: 'Valid until {date}',
    ended: 'Expired on {date}: send a new link',
    withdrawName: 'Withdraw the invitation of {name}',
    newLinkName: 'New link for {name}',
    explained:
      'The person joins the account when they accept with the link. Accord does not reveal whether they already have a login here.',
  },
  join: {
    reading: '{account} invites {email}. Role: {role}.',
    password:
      'If you already have a password here for this address, enter it. If not, choose one: at least 12 characters. A few words together work well.',
    accept: 'Accept',
    refuse: 'Refuse',
    refused: 'You have declined. We have told the account. You have nothing more to do.',
  },
  tokens: {
    lead: 'A token lets a program act for the account. Give it only what the program needs. It ends when the person who created it leaves the account, or when the token that created it ends.',
    may: 'Permissions',
    chooseOne: 'Choose at least one permission.',
    manyRights: 'Show all {count} permissions',
    lasts: 'Valid for',
    days: '{days} days',
    noEnd: 'Until it is revoked',
    endsAt: 'Ends on {date}',
    neverEnds: 'No end date',
    ended: 'Expired',
    revokeName: 'Revoke {name}',
  },
  password: {
    title: 'Your password',
    lead: 'A new password logs you out everywhere but here, and your browsers must be recognised again. Your API tokens keep working unless you tick the box.',
    current: 'Current password',
    next: 'New password',
    endTokens: 'Also revoke the API tokens that I created, in all my accounts',
    submit: 'Change the password',
    done: 'Your password is changed. Your other sessions have ended.',
    doneWithTokens:
      'Your password is changed. Your other sessions have ended and your API tokens are revoked.',
  },
}

export const accessFr: typeof accessEn = {
  rights: rightsFr,
  notAllowed: 'Votre rôle ne vous permet pas d’effectuer cette action : {act}. {whom}',
  askOwner: 'Adressez-vous au propriétaire du compte.',
  askInstallation: 'Adressez-vous à l’administrateur de l’installation.',
  invitations: {
    waiting: 'Invitations en attente',
    until: 'Valable jusqu’au {date}',
    ended: 'Expirée le {date} : envoyez un nouveau lien',
    withdrawName: 'Retirer l’invitation de {name}',
    newLinkName: 'Nouveau lien pour {name}',
    explained:
      'La personne rejoint le compte quand elle accepte, par le lien. Accord ne dit pas si elle a déjà un accès ici.',
  },
  join: {
    reading: '{account} invite {email}. Rôle : {role}.',
    password:
      'Si vous avez déjà ici un mot de passe pour cette adresse, saisissez-le. Sinon, choisissez-en un : au moins 12 caractères. Quelques mots à la suite conviennent bien.',
    accept: 'Accepter',
    refuse: 'Refuser',
    refused: 'Vous avez refusé. Le compte en est informé. Vous n’avez rien d’autre à faire.',
  },
  tokens: {
    lead: 'Un jeton permet à un programme d’agir pour le compte. Ne lui donnez que ce dont le programme a besoin. Il prend fin quand la personne qui l’a créé quitte le compte, ou quand le jeton qui l’a créé prend fin.',
    may: 'Autorisations',
    chooseOne: 'Choisissez au moins une autorisation.',
    manyRights: 'Voir ses {count} autorisations',
    lasts: 'Durée de validité',
    days: '{days} jours',
    noEnd: 'Jusqu’à sa révocation',
    endsAt: 'Prend fin le {date}',
    neverEnds: 'Sans date de fin',
    ended: 'Expiré',
    revokeName: 'Révoquer {name}',
  },
  password: {
    title: 'Votre mot de passe',
    lead: 'Un nouveau mot de passe vous déconnecte partout sauf ici, et vos navigateurs devront être reconnus à nouveau. Vos jetons d’API restent valables, sauf si vous cochez la case.',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    endTokens: 'Révoquer aussi les jetons d’API que j’ai créés, dans tous mes comptes',
    submit: 'Changer le mot de passe',
    done: 'Votre mot de passe est changé. Vos autres sessions ont pris fin.',
    doneWithTokens:
      'Votre mot de passe est changé. Vos autres sessions ont pris fin et vos jetons d’API sont révoqués.',
  },
}
