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
}

export const proofsWords = { en, fr }
