// Sentences of receipts: why an archive is not taken, and what the command says.
import { bilingual } from './sentences.ts'

export const receiptsWords = bilingual({
  en: {
    'receipts.contact_not_found': 'The account has no such contact.',
    'receipts.trust_not_allowed':
      'Only somebody who manages the account can vouch for another ledger. Import without its key: everything is then taken as declared.',
    'receipts.entity_not_allowed':
      'The archive names a legal entity that this account does not have: {name}. Only somebody who manages the account can add it. Ask them to add it first, or to do the import.',
    'receipts.wording_not_allowed':
      'The archive brings a wording that this account does not have: {name}. Only somebody who manages wordings can publish it. Ask them to publish it first, with the same text, or to do the import.',
    'receipts.archive_content_invalid':
      'This archive has an error at {where}. The rest of it was not imported. Export it again.',
    'receipts.archive_policy_invalid':
      'An account cannot choose the policy in header.json: it has to ask for more than a claim, and to last 1 to 36 months. Nothing was imported.',
    'receipts.archive_wording_differs':
      'The text of the wording {name} is not the one that its fingerprint names. It was changed. Nothing was imported.',
    'receipts.archive_unreadable':
      'This is not an archive of receipts, or it is cut. Export it again.',
    'receipts.archive_too_large':
      'A part of this archive is larger than an export ever writes it. Nothing was read of that part; export the archive again.',
    'receipts.archive_version_unknown':
      'This archive is written in a version that is not known here. Nothing was imported of it.',
    'receipts.archive_key_differs':
      'The archive is signed by another key than the one that you vouch for. Ask whoever exported it.',
    'receipts.archive_signature_wrong': 'The checkpoint of this archive is not signed by its key.',
    'receipts.archive_tree_wrong':
      'The entries of this archive do not make the tree that is signed. It was changed.',
    'receipts.archive_proof_wrong':
      'A record shows an event that its place in the ledger does not commit to. It was changed.',
  },
  fr: {
    'receipts.contact_not_found': 'Le compte n’a pas ce contact.',
    'receipts.trust_not_allowed':
      'Seule une personne qui gère le compte peut répondre d’un autre registre. Importez sans sa clé : tout est alors pris comme déclaré.',
    'receipts.entity_not_allowed':
      'L’archive nomme une entité juridique que ce compte n’a pas : {name}. Seule une personne qui gère le compte peut l’ajouter. Demandez-lui de l’ajouter d’abord, ou de faire l’import.',
    'receipts.wording_not_allowed':
      'L’archive apporte un texte que ce compte n’a pas : {name}. Seule une personne qui gère les textes peut le publier. Demandez-lui de le publier d’abord, mot pour mot, ou de faire l’import.',
    'receipts.archive_content_invalid':
      'Cette archive contient une erreur, à {where}. Le reste n’a pas été importé. Exportez-la à nouveau.',
    'receipts.archive_policy_invalid':
      'Un compte ne peut pas choisir la règle de preuve de header.json : elle doit exiger plus qu’une simple déclaration, et durer de 1 à 36 mois. Rien n’a été importé.',
    'receipts.archive_wording_differs':
      'Le texte {name} n’est pas celui que désigne son empreinte. Il a été changé. Rien n’a été importé.',
    'receipts.archive_unreadable':
      'Ce n’est pas une archive de reçus, ou elle est coupée. Exportez-la à nouveau.',
    'receipts.archive_too_large':
      'Une partie de cette archive est plus grande qu’aucun export ne l’écrit. Rien n’en a été lu ; exportez l’archive à nouveau.',
    'receipts.archive_version_unknown':
      'Cette archive est écrite dans une version inconnue ici. Rien n’en a été importé.',
    'receipts.archive_key_differs':
      'L’archive est signée par une autre clé que celle dont vous répondez. Demandez à qui l’a exportée.',
    'receipts.archive_signature_wrong':
      'Le point de contrôle de cette archive n’est pas signé par sa clé.',
    'receipts.archive_tree_wrong':
      'Les entrées de cette archive ne font pas l’arbre qui est signé. Elle a été changée.',
    'receipts.archive_proof_wrong':
      'Un dossier montre un événement que sa place au registre n’engage pas. Il a été changé.',
  },
})

type SuppressedCounts = {
  lines: number
  recorded: number
  alreadyThere: number
  subscribed: number
  addressOnly: number
}

type ConsentsWords = {
  summary: string
  whichPurpose(purposes: string): string
  whichController: string
  lifted: string
  objected(withdrawn: number): string
  objectedBefore: string
  imported(counts: {
    people: number
    recorded: number
    objections: number
    authorisations: number
    proofs: number
  }): string
  refused(refusal: string, count: number): string
  suppressed(counts: SuppressedCounts): string
  unreadable(lines: readonly number[]): string
}

export const consentsCommandWords: Record<'fr' | 'en', ConsentsWords> = {
  en: {
    summary:
      'Record a yes, a withdrawal, an objection; take all out or bring them in, as receipts (ISO/IEC TS 27560)',
    whichPurpose: (purposes) =>
      `The wording names several purposes; say --purpose, one of ${purposes}.`,
    whichController:
      'No entity is the account’s default; say --controller with its id, from GET /v1/controllers, or add one.',
    lifted: 'It lifts an earlier objection of this number.',
    objected: (withdrawn) =>
      `The objection stands from now on; ${withdrawn} consent${withdrawn === 1 ? '' : 's'} withdrawn.`,
    objectedBefore: 'The objection stood before.',
    imported: ({ people, recorded, objections, authorisations, proofs }) =>
      `${people} people, ${recorded} consents recorded, ${objections} objections, ` +
      `${authorisations} words of parents; ${proofs} proofs hold.`,
    refused: (refusal, count) => `${count} not taken: ${refusal}`,
    suppressed: ({ lines, recorded, alreadyThere, subscribed, addressOnly }) =>
      `${lines} rows: ${recorded} objections recorded, ${alreadyThere} were there already, ` +
      `${subscribed} say subscribed, ${addressOnly} hold an e-mail address alone.`,
    unreadable: (lines) => `No number in line ${lines.join(', ')}.`,
  },
  fr: {
    summary:
      'Enregistrer un oui, un retrait, une opposition ; tout sortir ou faire entrer, en reçus (ISO/IEC TS 27560)',
    whichPurpose: (purposes) =>
      `Ce texte nomme plusieurs finalités ; dites --purpose, l’une de ${purposes}.`,
    whichController:
      'Aucune entité n’est celle par défaut du compte ; dites --controller avec son id, donné par GET /v1/controllers, ou ajoutez-en une.',
    lifted: 'Il lève une opposition antérieure de ce numéro.',
    objected: (withdrawn) =>
      `L’opposition vaut désormais ; ${withdrawn} consentement${withdrawn > 1 ? 's retirés' : ' retiré'}.`,
    objectedBefore: 'L’opposition valait déjà.',
    imported: ({ people, recorded, objections, authorisations, proofs }) =>
      `${people} personnes, ${recorded} consentements enregistrés, ${objections} oppositions, ` +
      `${authorisations} accords de parents ; ${proofs} preuves tiennent.`,
    refused: (refusal, count) => `${count} non pris : ${refusal}`,
    suppressed: ({ lines, recorded, alreadyThere, subscribed, addressOnly }) =>
      `${lines} lignes : ${recorded} oppositions enregistrées, ${alreadyThere} y étaient déjà, ` +
      `${subscribed} disent inscrit, ${addressOnly} n’ont qu’une adresse e-mail.`,
    unreadable: (lines) => `Pas de numéro à la ligne ${lines.join(', ')}.`,
  },
}
