// The sentences about who is left out: people who said no, and numbers that no longer work.
export const leftOutEn = {
  navigation: 'Left out',
  title: 'Opt-outs and dead numbers',
  lead: 'Nobody here gets marketing, whichever list or segment you choose. Each entry shows its source.',
  show: 'Show',
  shows: { stopped: 'Opt-outs', dead_number: 'Numbers that no longer work' },
  stoppedLead:
    'People who said no: by a STOP, a form, a letter, to your staff or to their operator. Only they can agree again.',
  noneStopped: 'Nobody has said no',
  noneStoppedText: 'Anyone who replies STOP appears here at once.',
  deadLead:
    'Learned from delivery receipts. Alerts still leave to these numbers; marketing does not. A delivered message, a reply or a newer consent lifts the mark by itself.',
  noneDead: 'No number is known to be dead',
  noneDeadText: 'Numbers that delivery receipts show as no longer working appear here.',
  number: 'Number',
  since: 'Since',
  answer: 'How we know',
  message: 'Message',
  openMessage: 'See the message',
  openMessageTo: 'See the message to {number}',
  code: 'Code of the operator: {code}',
  onPage: {
    title: 'This number no longer works',
    since: 'Since {since}.',
    reason: 'How you know that it works',
    reasonIncomplete: 'Say how you know it, in a few words.',
    lift: 'The number works',
    liftHelp: 'Your name, the time and this reason are recorded in the journal.',
    lifted: 'The mark was removed.',
  },
}

export const leftOutFr: typeof leftOutEn = {
  navigation: 'Exclus des envois',
  title: 'Oppositions et numéros hors service',
  lead: 'Aucune publicité ne part vers ces personnes, quels que soient la liste ou le segment choisis. Chacune figure avec sa source.',
  show: 'Afficher',
  shows: { stopped: 'Oppositions', dead_number: 'Numéros hors service' },
  stoppedLead:
    'Les personnes qui ont dit non : par un STOP, un formulaire, une lettre, à votre équipe ou à leur opérateur. Elles seules peuvent accepter de nouveau.',
  noneStopped: 'Personne n’a dit non',
  noneStoppedText: 'Toute personne qui répond STOP apparaît ici aussitôt.',
  deadLead:
    'Appris des accusés de réception. Les alertes partent encore vers ces numéros, la publicité non. Un message remis, une réponse ou un consentement plus récent lève cette marque.',
  noneDead: 'Aucun numéro hors service connu',
  noneDeadText:
    'Les numéros que les accusés de réception montrent comme hors service apparaîtront ici.',
  number: 'Numéro',
  since: 'Depuis',
  answer: 'Comment on le sait',
  message: 'Message',
  openMessage: 'Voir le message',
  openMessageTo: 'Voir le message au {number}',
  code: 'Code de l’opérateur : {code}',
  onPage: {
    title: 'Ce numéro est hors service',
    since: 'Depuis le {since}.',
    reason: 'Comment vous savez qu’il fonctionne',
    reasonIncomplete: 'Dites en quelques mots comment vous le savez.',
    lift: 'Le numéro fonctionne',
    liftHelp: 'Votre nom, l’heure et ce motif sont inscrits au journal.',
    lifted: 'La marque est levée.',
  },
}
