// The sentences of taking an import back, of what is in quarantine, and of what moves in and out.
export const undoEn = {
  title: 'Take this import back',
  action: 'Take this import back…',
  confirm: 'Take it back',
  keep: 'Leave it as it is',
  lead: 'What will happen:',
  consequences: [
    'Each of the {consents} consents that it recorded is withdrawn by an entry in the ledger: from then on nothing of this file lets an advertisement leave.',
    'Of the {imported} contacts that it made, those whom nobody has touched since are erased, and their keys destroyed.',
    'Contacts that were there before, or that you changed since, stay; without another proof they go to quarantine.',
    'Its list is emptied. Objections stay, also those that came meanwhile.',
    'There is no way back but to import the file again.',
  ],
  running:
    'It is being taken back: {erased} contacts erased, {kept} kept, {withdrawn} consents withdrawn so far.',
  done: 'Taken back on {date}: {erased} contacts erased, {kept} kept, {withdrawn} consents withdrawn.',
}

export const undoFr: typeof undoEn = {
  title: 'Annuler cet import',
  action: 'Annuler cet import…',
  confirm: 'Annuler l’import',
  keep: 'Le laisser tel quel',
  lead: 'Ce qui va se passer :',
  consequences: [
    'Chacun des {consents} consentements qu’il a inscrits est retiré par une inscription au registre : dès lors, rien de ce fichier ne laisse partir de publicité.',
    'Des {imported} contacts qu’il a créés, ceux que personne n’a touchés depuis sont effacés, et leurs clés détruites.',
    'Les contacts qui existaient avant, ou que vous avez modifiés depuis, restent ; sans autre preuve ils vont en quarantaine.',
    'Sa liste est vidée. Les oppositions restent, même celles arrivées entre-temps.',
    'Le seul retour possible est d’importer de nouveau le fichier.',
  ],
  running:
    'Annulation en cours : {erased} contacts effacés, {kept} gardés, {withdrawn} consentements retirés jusqu’ici.',
  done: 'Annulé le {date} : {erased} contacts effacés, {kept} gardés, {withdrawn} consentements retirés.',
}
