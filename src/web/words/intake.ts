// The sentences of taking an import back, of what is in quarantine, and of what moves in and out.
export const undoEn = {
  title: 'Take this import back',
  action: 'Take this import back…',
  confirm: 'Take it back',
  keep: 'Leave it as it is',
  lead: 'What will happen:',
  consequences: [
    'Each consent that it recorded ({consents}) is taken back by an entry in the ledger, and each no that it told: from then on nothing of this file lets an advertisement leave.',
    'Whoever had agreed before it, and has not said no since, is as they were: their earlier consent counts again.',
    'Of the contacts that it made ({imported}), those whom nobody has touched since are erased, and their keys destroyed.',
    'Contacts that were there before, or that you changed since, stay; without another proof they go to quarantine.',
    'Names, e-mail addresses, postcodes and birth dates that the file has overwritten stay as the file had them: what stood before is not kept.',
    'Its list is emptied. Objections stay, also those that came meanwhile.',
    'There is no way back but to import the file again.',
  ],
  running:
    'It is being taken back. So far, contacts erased: {erased}, kept: {kept}; consents withdrawn: {withdrawn}.',
  done: 'Taken back on {date}. Contacts erased: {erased}, kept: {kept}; consents withdrawn: {withdrawn}.',
}

export const undoFr: typeof undoEn = {
  title: 'Annuler cet import',
  action: 'Annuler cet import…',
  confirm: 'Annuler l’import',
  keep: 'Le laisser tel quel',
  lead: 'Ce qui va se passer :',
  consequences: [
    'Chaque consentement qu’il a inscrit ({consents}) est annulé par une inscription au registre, comme chaque refus qu’il a signalé : dès lors, rien de ce fichier ne laisse partir de publicité.',
    'Qui avait accepté avant, et n’a pas dit non depuis, redevient comme avant : son consentement antérieur compte de nouveau.',
    'Parmi les contacts qu’il a créés ({imported}), ceux que personne n’a touchés depuis sont effacés, et leurs clés détruites.',
    'Les contacts qui existaient avant, ou que vous avez modifiés depuis, restent ; sans autre preuve ils vont en quarantaine.',
    'Les noms, adresses e-mail, codes postaux et dates de naissance que le fichier a remplacés restent tels qu’il les a mis : ce qu’il y avait avant n’est pas gardé.',
    'Sa liste est vidée. Les oppositions restent, même celles arrivées entre-temps.',
    'Le seul retour possible est d’importer de nouveau le fichier.',
  ],
  running:
    'Annulation en cours. Jusqu’ici, contacts effacés : {erased}, gardés : {kept} ; consentements retirés : {withdrawn}.',
  done: 'Annulé le {date}. Contacts effacés : {erased}, gardés : {kept} ; consentements retirés : {withdrawn}.',
}

export const quarantineEn = {
  title: 'Quarantine',
  lead: 'People who are kept and receive no advertising: nothing proves their consent. Alerts reach them all the same.',
  empty: 'Nobody is in quarantine',
  emptyText: 'Each contact here has a proven consent, or there is no contact yet.',
  list: 'List',
  allLists: 'All contacts',
  people: 'People: {count}',
  steps: { ask: 'Ask again', prove: 'Prove', delete: 'Delete' },
  forms: 'Your open forms, to print or to link to',
  noForms: 'No form is open. Make one first.',
  wording: 'Wording that these people read',
  date: 'Day of the earliest of these consents',
  source: 'Where it was asked',
  declared: 'I declare that each of these people ({count}) said yes to these very words',
  prove: 'Record these proofs',
  incomplete: 'Choose the wording, the day and the place, and declare it.',
  proven: 'May now receive advertising: {proven}. Had said no and stay in quarantine: {refused}.',
  remove: 'Delete these contacts…',
  removeSure: 'Delete them ({count}) and the keys of what was held',
  keep: 'Keep them',
  removed: 'Contacts deleted: {count}.',
}

export const quarantineFr: typeof quarantineEn = {
  title: 'Quarantaine',
  lead: 'Des personnes gardées qui ne reçoivent pas de publicité : rien ne prouve leur consentement. Les alertes leur parviennent quand même.',
  empty: 'Personne n’est en quarantaine',
  emptyText: 'Chaque contact a ici un consentement prouvé, ou il n’y a encore aucun contact.',
  list: 'Liste',
  allLists: 'Tous les contacts',
  people: 'Personnes : {count}',
  steps: { ask: 'Redemander', prove: 'Prouver', delete: 'Supprimer' },
  forms: 'Vos formulaires ouverts, à imprimer ou à mettre en lien',
  noForms: 'Aucun formulaire n’est ouvert. Faites-en un d’abord.',
  wording: 'Texte que ces personnes ont lu',
  date: 'Jour du plus ancien de ces consentements',
  source: 'Où il a été demandé',
  declared: 'Je déclare que chacune de ces personnes ({count}) a dit oui à ces mots mêmes',
  prove: 'Inscrire ces preuves',
  incomplete: 'Choisissez le texte, le jour et l’endroit, et déclarez-le.',
  proven:
    'Peuvent maintenant recevoir de la publicité : {proven}. Avaient dit non et restent en quarantaine : {refused}.',
  remove: 'Supprimer ces contacts…',
  removeSure: 'Les supprimer ({count}) avec les clés de ce qui était gardé',
  keep: 'Les garder',
  removed: 'Contacts supprimés : {count}.',
}

export const movesEn = {
  title: 'Move in and out',
  lead: 'Bring the refusals of the platform you leave before the first campaign; take all consents with their proofs wherever you go.',
  listTitle: 'People who said no elsewhere',
  listText:
    'A suppression list: CSV or Excel, as Brevo, Mailchimp, HubSpot, Twilio and others export it. Each number becomes an objection; to bring a list twice changes nothing. A row that says outright that the person is subscribed is left alone; a doubtful one counts as a no.',
  listFile: 'The list',
  listSource: 'Where it comes from (kept as evidence)',
  listCountry: 'Country of numbers without an international prefix',
  listDo: 'Record these refusals',
  listNeeds: 'Choose the file and say where it comes from.',
  listDone:
    '{lines} rows: {recorded} refusals recorded, {alreadyThere} stood already, {subscribed} rows say subscribed, {addressOnly} hold an e-mail address alone, {unreadable} hold no number.',
  listUnreadable: 'Rows without a number: {lines}',
  outTitle: 'All consents, as receipts',
  outText:
    'Consents and objections after ISO/IEC TS 27560 (JSON-LD), with the ledger that proves them. Numbers stand in it in clear: the export is recorded.',
  outDo: 'Export all receipts',
  inTitle: 'Receipts of another installation',
  inText:
    'The archive’s signature, its tree and each proof are checked before anything is recorded. Who said no here stays a no.',
  inFile: 'The archive (.tar)',
  inKey: 'Key of its ledger, if you vouch for it (empty: everything is taken as declared)',
  inDo: 'Check and import',
  inNeeds: 'Choose the archive.',
  inDone:
    '{records} records of {people} people: {recorded} consents recorded, {withdrawn} withdrawals, {objections} objections, {authorisations} words of parents, {proofs} proofs checked.',
  inRefused: '{count} not taken: {refusal}',
}

export const movesFr: typeof movesEn = {
  title: 'Entrer et sortir',
  lead: 'Apportez les refus de la plateforme que vous quittez avant la première campagne ; emportez tous les consentements avec leurs preuves où que vous alliez.',
  listTitle: 'Ceux qui ont dit non ailleurs',
  listText:
    'Une liste d’opposition : CSV ou Excel, comme l’exportent Brevo, Mailchimp, HubSpot, Twilio et d’autres. Chaque numéro devient une opposition ; l’apporter deux fois ne change rien. Une ligne qui dit nettement que la personne est inscrite est laissée ; une ligne douteuse compte comme un non.',
  listFile: 'La liste',
  listSource: 'D’où elle vient (gardé comme preuve)',
  listCountry: 'Pays des numéros sans indicatif international',
  listDo: 'Enregistrer ces refus',
  listNeeds: 'Choisissez le fichier et dites d’où il vient.',
  listDone:
    '{lines} lignes : {recorded} refus enregistrés, {alreadyThere} l’étaient déjà, {subscribed} lignes disent inscrit, {addressOnly} n’ont qu’une adresse e-mail, {unreadable} n’ont pas de numéro.',
  listUnreadable: 'Lignes sans numéro : {lines}',
  outTitle: 'Tous les consentements, en reçus',
  outText:
    'Consentements et oppositions selon l’ISO/IEC TS 27560 (JSON-LD), avec le registre qui les prouve. Les numéros y sont en clair : l’export est enregistré.',
  outDo: 'Exporter tous les reçus',
  inTitle: 'Reçus d’une autre installation',
  inText:
    'La signature de l’archive, son arbre et chaque preuve sont vérifiés avant toute inscription. Qui a dit non ici reste un non.',
  inFile: 'L’archive (.tar)',
  inKey: 'Clé de son registre, si vous vous en portez garant (vide : tout est pris comme déclaré)',
  inDo: 'Vérifier et importer',
  inNeeds: 'Choisissez l’archive.',
  inDone:
    '{records} reçus de {people} personnes : {recorded} consentements inscrits, {withdrawn} retraits, {objections} oppositions, {authorisations} accords de parents, {proofs} preuves vérifiées.',
  inRefused: '{count} non repris : {refusal}',
}
