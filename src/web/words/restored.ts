// The sentences of a restored database, in both languages.
const restoredEn = {
  title: 'After a restore of the database',
  lead: 'A database restored from a backup does not know what was sent, or who replied STOP, after that backup. All sending is on hold until you resume it here.',
  settings: 'Installation',
  settingsText: 'See whether sending is on hold after a restore, and resume it.',
  none: 'Nothing is on hold',
  noneText:
    'Accord has not detected a restored database. It cannot detect one if you restored the whole machine, data and keys together. In that case, put all sending on hold yourself with this terminal command: npx accord restored hold',
  held: 'All sending is on hold',
  heldText: 'Accepted messages wait. Nothing is sent, for any account.',
  gap: 'This database has no record of what happened from {from} to {to}.',
  left: 'Messages sent in that time: {count}.',
  leftAtLeast: 'Messages sent in that time: at least {count}.',
  leftUnknown: 'The number of messages sent in that time is unknown.',
  earlier: 'Part of this was already found on {date}',
  account: 'Account',
  accountLeft: 'Sent in that time',
  accountWaiting: 'Waiting since before, perhaps already sent',
  before: 'Before you resume',
  stops:
    'STOP replies, withdrawals and objections from that time are lost, and their number is unknown. Record those you know of.',
  campaigns: 'Campaigns launched in that time appear as approved. Do not launch them again.',
  release: 'Resume sending',
  waiting: 'Messages that were waiting before the restore and may already have been sent',
  waitings: {
    end: 'Do not send them; mark them as unconfirmed. Nobody receives a message twice.',
    send: 'Send them. Some people may receive a message twice.',
  },
  marketing: 'Marketing',
  marketings: {
    keep: 'Keep it on hold until the STOP replies are recorded again',
    release: 'Resume it too. People who replied STOP in that time may still receive marketing.',
  },
  releaseWhat: {
    end: 'Messages that were waiting are marked as unconfirmed and never sent. Sending resumes for all accounts.',
    send: 'Messages that were waiting are sent, some perhaps a second time. Sending resumes for all accounts.',
  },
  sure: 'Yes, resume',
  keep: 'Keep on hold',
  released: 'Sending has resumed',
  releasedAt: 'Resumed on {date}.',
  ended: 'Marked as unconfirmed: {count}.',
  sent: 'The messages that were waiting have been sent.',
  marketingKept: 'Marketing is still on hold',
  marketingKeptText:
    'First record the STOP replies you know of. Then repair the ledger of each account with this terminal command: npx accord ledger mend. Waiting marketing messages are then sent.',
  marketingRelease: 'Resume marketing',
  marketingWhat:
    'People who replied STOP in that time may receive marketing if you have not recorded their STOP again.',
}

const restoredFr: typeof restoredEn = {
  title: 'Après une restauration de la base',
  lead: 'Une base restaurée depuis une sauvegarde ne sait pas ce qui a été envoyé, ni qui a répondu STOP, après cette sauvegarde. Tous les envois sont suspendus jusqu’à ce que vous les repreniez ici.',
  settings: 'Installation',
  settingsText: 'Voyez si les envois sont suspendus après une restauration, et reprenez-les.',
  none: 'Rien n’est suspendu',
  noneText:
    'Accord n’a pas détecté de restauration de la base. Il ne peut pas la détecter si vous avez restauré toute la machine, données et clés ensemble. Dans ce cas, suspendez vous-même tous les envois avec cette commande de terminal : npx accord restored hold',
  held: 'Tous les envois sont suspendus',
  heldText: 'Les messages acceptés attendent. Rien n’est envoyé, pour aucun compte.',
  gap: 'Cette base n’a aucune trace de ce qui s’est passé du {from} au {to}.',
  left: 'Messages envoyés pendant cette période : {count}.',
  leftAtLeast: 'Messages envoyés pendant cette période : au moins {count}.',
  leftUnknown: 'Le nombre de messages envoyés pendant cette période est inconnu.',
  earlier: 'Une partie avait déjà été constatée le {date}',
  account: 'Compte',
  accountLeft: 'Envoyés pendant cette période',
  accountWaiting: 'En attente depuis avant, peut-être déjà envoyés',
  before: 'Avant de reprendre',
  stops:
    'Les STOP, les retraits et les oppositions de cette période sont perdus, et leur nombre est inconnu. Enregistrez ceux que vous connaissez.',
  campaigns:
    'Les campagnes lancées pendant cette période apparaissent comme approuvées. Ne les relancez pas.',
  release: 'Reprendre les envois',
  waiting: 'Messages en attente avant la restauration, peut-être déjà envoyés',
  waitings: {
    end: 'Ne pas les envoyer et les marquer non confirmés. Personne ne reçoit un message deux fois.',
    send: 'Les envoyer. Certaines personnes recevront peut-être un message deux fois.',
  },
  marketing: 'Publicité',
  marketings: {
    keep: 'La laisser suspendue jusqu’à ce que les STOP soient enregistrés à nouveau',
    release:
      'La reprendre aussi. Les personnes qui ont répondu STOP pendant cette période peuvent encore en recevoir.',
  },
  releaseWhat: {
    end: 'Les messages en attente sont marqués non confirmés et ne partiront jamais. Les envois reprennent pour tous les comptes.',
    send: 'Les messages en attente sont envoyés, certains peut-être une seconde fois. Les envois reprennent pour tous les comptes.',
  },
  sure: 'Oui, reprendre',
  keep: 'Laisser suspendu',
  released: 'Les envois ont repris',
  releasedAt: 'Repris le {date}.',
  ended: 'Marqués non confirmés : {count}.',
  sent: 'Les messages en attente ont été envoyés.',
  marketingKept: 'La publicité est encore suspendue',
  marketingKeptText:
    'Enregistrez d’abord les STOP que vous connaissez. Réparez ensuite le registre de chaque compte avec cette commande de terminal : npx accord ledger mend. Les publicités en attente sont alors envoyées.',
  marketingRelease: 'Reprendre la publicité',
  marketingWhat:
    'Les personnes qui ont répondu STOP pendant cette période peuvent recevoir de la publicité si vous n’avez pas enregistré leur STOP à nouveau.',
}

export const restoredWords = { en: restoredEn, fr: restoredFr }
