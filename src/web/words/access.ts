// The sentences of invitations, API tokens and one's own password, in both languages.
import type { Right } from '../../kernel/index.ts'

type Rights = Record<Right, string>

const rightsEn: Rights = {
  'account.read': 'Read the account’s name, zone and settings',
  'account.manage': 'Change the account, invite people and give them roles',
  'tokens.manage': 'Make and revoke API tokens',
  'audit.read': 'Read the journal',
  'contacts.read': 'Read contacts and lists, masked',
  'contacts.write': 'Add, change and delete contacts and lists',
  'contacts.reveal': 'See numbers and names in clear, with a reason that is recorded',
  'imports.run': 'Import files of contacts',
  'consent.read': 'Read consents, objections and their proofs',
  'consent.record': 'Record consents, withdrawals and objections',
  'proofs.manage': 'Keep proofs longer than usual, and stop keeping them',
  'sensitive.manage': 'Record legal bases for sensitive data',
  'sensitive.approve': 'Approve legal bases that somebody else recorded',
  'sensitive.reveal': 'See sensitive data in clear, with a reason that is recorded',
  'wordings.manage': 'Write and publish the texts and forms that ask for consent',
  'messages.read': 'Read messages, replies and campaigns, masked',
  'messages.send': 'Send single messages',
  'campaigns.prepare': 'Prepare campaigns',
  'campaigns.approve': 'Approve and launch campaigns',
  'ledger.export': 'Export the ledger and its proofs',
  'routes.read': 'Read the routes to operators',
  'installation.manage': 'Manage the whole installation: all accounts, operators and metrics',
}

const rightsFr: Rights = {
  'account.read': 'Lire le nom, le fuseau et les réglages du compte',
  'account.manage': 'Modifier le compte, inviter des personnes et leur donner un rôle',
  'tokens.manage': 'Créer et révoquer des jetons d’API',
  'audit.read': 'Lire le journal',
  'contacts.read': 'Lire les contacts et les listes, masqués',
  'contacts.write': 'Ajouter, modifier et supprimer des contacts et des listes',
  'contacts.reveal': 'Voir numéros et noms en clair, avec un motif qui est consigné',
  'imports.run': 'Importer des fichiers de contacts',
  'consent.read': 'Lire les consentements, les oppositions et leurs preuves',
  'consent.record': 'Consigner consentements, retraits et oppositions',
  'proofs.manage': 'Conserver des preuves plus longtemps que prévu, ou cesser de les conserver',
  'sensitive.manage': 'Consigner des fondements pour des données sensibles',
  'sensitive.approve': 'Approuver les fondements consignés par quelqu’un d’autre',
  'sensitive.reveal': 'Voir des données sensibles en clair, avec un motif qui est consigné',
  'wordings.manage': 'Écrire et publier les textes et formulaires qui demandent le consentement',
  'messages.read': 'Lire les messages, les réponses et les campagnes, masqués',
  'messages.send': 'Envoyer des messages un à un',
  'campaigns.prepare': 'Préparer des campagnes',
  'campaigns.approve': 'Approuver et lancer des campagnes',
  'ledger.export': 'Exporter le registre et ses preuves',
  'routes.read': 'Lire les routes vers les opérateurs',
  'installation.manage':
    'Gérer toute l’installation : tous les comptes, les opérateurs et les mesures',
}

export const accessEn = {
  rights: rightsEn,
  notAllowed: 'Your role does not let you do this: {act}. {whom}',
  askOwner: 'Ask the owner of the account.',
  askInstallation: 'Ask whoever manages this installation.',
  invitations: {
    waiting: 'Invitations without an answer',
    until: 'Can be answered until {date}',
    ended: 'Ended on {date}: give a new link',
    withdrawName: 'Withdraw the invitation of {name}',
    newLinkName: 'New link for {name}',
    explained:
      'The person belongs to the account once they accept with the link. The program does not tell whether they are known here.',
  },
  join: {
    reading: '{account} invites {email} as: {role}.',
    password:
      'If you have a password here for this address, type it. If not, choose one: at least 12 characters; a few words make a good one.',
    accept: 'Accept',
    refuse: 'Refuse',
    refused: 'You have refused. The account has been told; you need do nothing more.',
  },
  tokens: {
    lead: 'A token acts for the account from a program. Give it only what the program needs. It ends when the person who made it leaves the account, or when the token that made it ends.',
    may: 'What it may do',
    chooseOne: 'Choose what it may do.',
    manyRights: 'May do {count} things: show them',
    lasts: 'How long it lasts',
    days: '{days} days',
    noEnd: 'Until it is revoked',
    endsAt: 'Ends on {date}',
    neverEnds: 'Does not end by itself',
    ended: 'Ended',
    revokeName: 'Revoke {name}',
  },
  password: {
    title: 'Your password',
    lead: 'A new password logs you out everywhere but here, and your browsers have to be recognised again. API tokens that you made go on, unless you say otherwise.',
    current: 'Current password',
    next: 'New password',
    endTokens: 'Also end the API tokens that I made, in all my accounts',
    submit: 'Change the password',
    done: 'The password is changed. Your other sessions have ended.',
    doneWithTokens: 'The password is changed. Your other sessions and your API tokens have ended.',
  },
}

export const accessFr: typeof accessEn = {
  rights: rightsFr,
  notAllowed: 'Votre rôle ne vous permet pas ceci : {act}. {whom}',
  askOwner: 'Adressez-vous au propriétaire du compte.',
  askInstallation: 'Adressez-vous à la personne qui gère l’installation.',
  invitations: {
    waiting: 'Invitations sans réponse',
    until: 'Réponse possible jusqu’au {date}',
    ended: 'Échue le {date} : donnez un nouveau lien',
    withdrawName: 'Retirer l’invitation de {name}',
    newLinkName: 'Nouveau lien pour {name}',
    explained:
      'La personne fait partie du compte dès qu’elle accepte, par le lien. Le programme ne dit pas si elle est déjà connue ici.',
  },
  join: {
    reading: '{account} invite {email} comme : {role}.',
    password:
      'Si vous avez ici un mot de passe pour cette adresse, saisissez-le. Sinon, choisissez-en un : au moins 12 caractères ; quelques mots en font un bon.',
    accept: 'Accepter',
    refuse: 'Refuser',
    refused: 'Vous avez refusé. Le compte en est informé ; vous n’avez rien d’autre à faire.',
  },
  tokens: {
    lead: 'Un jeton agit pour le compte depuis un programme. Ne lui donnez que ce dont le programme a besoin. Il prend fin quand la personne qui l’a créé quitte le compte, ou quand le jeton qui l’a créé prend fin.',
    may: 'Ce qu’il peut faire',
    chooseOne: 'Choisissez ce qu’il peut faire.',
    manyRights: 'Peut faire {count} choses : les voir',
    lasts: 'Combien de temps il dure',
    days: '{days} jours',
    noEnd: 'Jusqu’à sa révocation',
    endsAt: 'Prend fin le {date}',
    neverEnds: 'Ne prend pas fin de lui-même',
    ended: 'Échu',
    revokeName: 'Révoquer {name}',
  },
  password: {
    title: 'Votre mot de passe',
    lead: 'Un nouveau mot de passe vous déconnecte partout sauf ici, et vos navigateurs devront être reconnus à nouveau. Les jetons d’API que vous avez créés restent valables, sauf si vous demandez leur fin.',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    endTokens: 'Mettre fin aussi aux jetons d’API que j’ai créés, dans tous mes comptes',
    submit: 'Changer le mot de passe',
    done: 'Le mot de passe est changé. Vos autres sessions ont pris fin.',
    doneWithTokens:
      'Le mot de passe est changé. Vos autres sessions et vos jetons d’API ont pris fin.',
  },
}
