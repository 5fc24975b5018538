// The sentences of proofs: the ledger, and proofs of deleted contacts, in both languages.
const en = {
  holdsTitle: 'Proofs of deleted contacts',
  holdsLead:
    'The contact is deleted. The proof of their consent stays encrypted until the date shown, in case of a claim. It allows no message, and is then destroyed.',
  holdsNone: 'No proofs are held.',
  holdsPeople: 'People: {people}',
  holdLine: 'From {since} to {until}; scans and recordings: {documents}',
  holdEnd: 'Destroy now…',
  holdReason: 'Why can there be no claim any more?',
  holdDo: 'Destroy this proof',
  title: 'Proofs',
  lead: 'Every consent, withdrawal and objection stands in a ledger that anybody can verify. Here is its state, and the proofs kept of deleted contacts.',
  ledger: 'Consent ledger',
  ledgerSize: '{size} entries, {waiting} waiting to be added',
  ledgerKey: 'Public key',
  ledgerExport: 'Export the ledger for verification',
  comparison: 'Comparison with the database',
  comparisonLead:
    'Once a day, Accord checks that the database says what the ledger says about each person.',
  comparedNever: 'Nothing has been compared yet.',
  compared: 'Compared on {date}: {people} people, {entries} entries.',
  same: 'No differences.',
  compare: 'Compare now',
  comparing: 'The comparison is running. It may take minutes.',
  differs: 'The database differs from the ledger',
  differsWhat:
    'The database was changed outside Accord, or put back to an earlier state. No marketing is sent on a consent that differs, nor to a number whose objection is missing. First find out who changed what, and when: a repair accepts what stands then.',
  differsAsk:
    'Ask the administrator of this installation to find out, and then to repair the ledger here.',
  mend: 'Repair…',
  mendTitle: 'Repair the differences',
  mendWhat:
    'Missing objections are put back. Each row that says more than the ledger is reduced to what the ledger says. Later comparisons begin from there. Do this once you know who changed the database.',
  mendReason: 'What was found out? (no names)',
  mendDo: 'Repair now',
}

const fr: typeof en = {
  holdsTitle: 'Preuves de contacts supprimés',
  holdsLead:
    'Le contact est supprimé. La preuve de son consentement reste chiffrée jusqu’à la date indiquée, en cas de réclamation. Elle n’autorise aucun message, puis elle est détruite.',
  holdsNone: 'Aucune preuve n’est conservée.',
  holdsPeople: 'Personnes : {people}',
  holdLine: 'Du {since} au {until} ; documents numérisés et enregistrements : {documents}',
  holdEnd: 'Détruire maintenant…',
  holdReason: 'Pourquoi une réclamation n’est-elle plus possible ?',
  holdDo: 'Détruire cette preuve',
  title: 'Preuves',
  lead: 'Chaque consentement, retrait et opposition figure dans un registre que chacun peut vérifier. Voici son état, et les preuves conservées de contacts supprimés.',
  ledger: 'Registre des consentements',
  ledgerSize: '{size} entrées, {waiting} en attente d’ajout',
  ledgerKey: 'Clé publique',
  ledgerExport: 'Exporter le registre pour vérification',
  comparison: 'Comparaison avec la base',
  comparisonLead:
    'Une fois par jour, Accord vérifie que la base dit de chaque personne ce que dit le registre.',
  comparedNever: 'Rien n’a encore été comparé.',
  compared: 'Comparé le {date} : {people} personnes, {entries} entrées.',
  same: 'Aucune différence.',
  compare: 'Comparer maintenant',
  comparing: 'La comparaison est en cours. Elle peut durer plusieurs minutes.',
  differs: 'La base diffère du registre',
  differsWhat:
    'La base a été modifiée en dehors d’Accord, ou remise à un état antérieur. Aucune publicité ne part sur un consentement qui diffère, ni vers un numéro dont l’opposition manque. Cherchez d’abord qui a modifié quoi, et quand : une réparation accepte ce qui est là à ce moment.',
  differsAsk:
    'Demandez à l’administrateur de l’installation de chercher la cause, puis de réparer le registre ici.',
  mend: 'Réparer…',
  mendTitle: 'Réparer les différences',
  mendWhat:
    'Les oppositions manquantes sont remises. Chaque ligne qui dit plus que le registre est ramenée à ce qu’il dit. Les comparaisons suivantes partent de là. Faites-le une fois que vous savez qui a modifié la base.',
  mendReason: 'Qu’avez-vous trouvé ? (sans nom)',
  mendDo: 'Réparer maintenant',
}

export const proofsWords = { en, fr }
