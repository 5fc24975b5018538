// The sentences of a database that was put back to an earlier moment, in both languages.
export const restoredEn = {
  title: 'After a restore of the database',
  lead: 'A database that was put back to an earlier moment has forgotten what left and who said STOP since then. All sending is held until you have read this and let it go on.',
  banner: 'All sending is held, for all accounts: the database was put back to an earlier moment.',
  bannerMarketing: 'Advertising is kept back since the database was put back.',
  toScreen: 'See what is missing',
  settings: 'Installation',
  settingsText: 'Whether sending is held since the database was put back, and how it goes on.',
  none: 'Nothing is held',
  noneText:
    'Nothing shows that this database was put back to an earlier moment. If you put back the data and the keys together, from a copy of the whole machine, hold all sending yourself: accord restored hold, at the terminal.',
  held: 'All sending is held',
  heldText: 'What is accepted waits. Nothing leaves, of any account.',
  gap: 'What happened from {from} to {to} is missing in this database.',
  left: 'Messages that left without this database knowing: {count}.',
  leftAtLeast: 'Messages that left without this database knowing: at least {count}.',
  leftUnknown: 'Nobody can tell how many messages left without this database knowing.',
  account: 'Account',
  accountLeft: 'Left in the gap',
  accountWaiting: 'Waiting since before, may have left',
  before: 'Before you let it go on',
  stops:
    'STOPs, withdrawals and objections of this time are forgotten, and nobody can tell how many. Record those that you know of.',
  campaigns:
    'Campaigns that were launched in this time stand as approved: do not launch them again.',
  release: 'Let sending go on',
  waiting: 'Messages that wait since before, and may have left already',
  waitings: {
    end: 'End them as never confirmed: nobody receives anything twice',
    send: 'Send them: some people may receive theirs a second time',
  },
  marketing: 'Advertising',
  marketings: {
    keep: 'Keep it back for now, until the STOPs are recorded again',
    release: 'Let it go on too: whoever said STOP in this time may receive it all the same',
  },
  releaseWhat: {
    end: 'What waits since before ends for good, and sending begins again for all accounts.',
    send: 'What waits since before leaves, perhaps for the second time, and sending begins again for all accounts.',
  },
  sure: 'Let it go on now',
  keep: 'Keep it held',
  released: 'Sending goes on',
  releasedAt: 'Released on {date}.',
  ended: 'Ended as never confirmed: {count}.',
  sent: 'What waited since before was sent.',
  marketingKept: 'Advertising is still kept back',
  marketingKeptText:
    'First record the STOPs that you know of, and mend the ledger of each account: accord ledger mend, at the terminal. What advertising waits leaves then.',
  marketingRelease: 'Let advertising go on',
  marketingWhat:
    'Whoever said STOP in the missing time, and is not recorded again, may receive it.',
}

export const restoredFr: typeof restoredEn = {
  title: 'Après une restauration de la base',
  lead: 'Une base remise à un état antérieur a oublié ce qui est parti et qui a dit STOP depuis. Tous les envois sont retenus jusqu’à ce que vous ayez lu cette page et les laissiez repartir.',
  banner:
    'Tous les envois sont retenus, pour tous les comptes : la base a été remise à un état antérieur.',
  bannerMarketing: 'La publicité est retenue depuis que la base a été remise à un état antérieur.',
  toScreen: 'Voir ce qui manque',
  settings: 'Installation',
  settingsText:
    'Si les envois sont retenus depuis une restauration de la base, et comment ils repartent.',
  none: 'Rien n’est retenu',
  noneText:
    'Rien n’indique que cette base ait été remise à un état antérieur. Si vous avez restauré ensemble les données et les clés, depuis une copie de toute la machine, retenez vous-même tous les envois : accord restored hold, dans un terminal.',
  held: 'Tous les envois sont retenus',
  heldText: 'Ce qui est accepté attend. Rien ne part, d’aucun compte.',
  gap: 'Ce qui s’est passé du {from} au {to} manque dans cette base.',
  left: 'Messages partis sans que cette base le sache : {count}.',
  leftAtLeast: 'Messages partis sans que cette base le sache : au moins {count}.',
  leftUnknown:
    'Personne ne peut dire combien de messages sont partis sans que cette base le sache.',
  account: 'Compte',
  accountLeft: 'Partis pendant ce temps',
  accountWaiting: 'En attente depuis avant, peut-être déjà partis',
  before: 'Avant de laisser repartir',
  stops:
    'Les STOP, retraits et oppositions de cette période sont oubliés, et personne ne peut dire combien. Consignez ceux que vous connaissez.',
  campaigns:
    'Les campagnes lancées pendant cette période figurent comme approuvées : ne les relancez pas.',
  release: 'Laisser repartir les envois',
  waiting: 'Messages qui attendent depuis avant, et sont peut-être déjà partis',
  waitings: {
    end: 'Les clore comme jamais confirmés : personne ne reçoit rien deux fois',
    send: 'Les envoyer : certaines personnes recevront peut-être le leur une seconde fois',
  },
  marketing: 'Publicité',
  marketings: {
    keep: 'La retenir pour l’instant, jusqu’à ce que les STOP soient consignés à nouveau',
    release:
      'La laisser repartir aussi : qui a dit STOP pendant cette période peut la recevoir malgré tout',
  },
  releaseWhat: {
    end: 'Ce qui attend depuis avant est clos pour de bon, et les envois reprennent pour tous les comptes.',
    send: 'Ce qui attend depuis avant part, peut-être une seconde fois, et les envois reprennent pour tous les comptes.',
  },
  sure: 'Laisser repartir maintenant',
  keep: 'Continuer à retenir',
  released: 'Les envois ont repris',
  releasedAt: 'Autorisés le {date}.',
  ended: 'Clos comme jamais confirmés : {count}.',
  sent: 'Ce qui attendait depuis avant a été envoyé.',
  marketingKept: 'La publicité est encore retenue',
  marketingKeptText:
    'Consignez d’abord les STOP que vous connaissez, et réparez le registre de chaque compte : accord ledger mend, dans un terminal. La publicité en attente part alors.',
  marketingRelease: 'Laisser repartir la publicité',
  marketingWhat:
    'Qui a dit STOP pendant la période manquante, et n’a pas été consigné à nouveau, peut la recevoir.',
}
