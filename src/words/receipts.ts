// Sentences of consent receipts: why an archive is not imported, and the command's output.
import { bilingual } from './sentences.ts'

export const receiptsWords = bilingual({
  en: {
    'receipts.contact_not_found': 'This contact does not exist in this account.',
    'receipts.trust_not_allowed':
      'Only an account manager can trust another ledger. Import without its key: everything is then recorded as declared.',
    'receipts.entity_not_allowed':
      'The archive names an organisation that this account does not have: {name}. Only an account manager can add it. Ask them to add it first, or to do the import.',
    'receipts.wording_not_allowed':
      'The archive contains a wording that this account does not have: {name}. Only a user who manages wordings can publish it. Ask them to publish it first with the same text, or to do the import.',
    'receipts.archive_content_invalid':
      'This archive has an error at {where}. The rest was not imported. Export it again.',
    'receipts.archive_policy_invalid':
      'The policy in header.json is not valid: it must require more than a declaration, and last 1 to 36 months. Nothing was imported.',
    'receipts.archive_wording_differs':
      'The text of the wording {name} does not match its fingerprint, so it was changed. Nothing was imported.',
    'receipts.archive_unreadable':
      'This is not an archive of consent receipts, or it is incomplete. Export it again.',
    'receipts.archive_too_large':
      'A part of this archive is too large to be valid and was not read. Export the archive again.',
    'receipts.archive_version_unknown':
      'This archive uses an unknown version. Nothing was imported.',
    'receipts.archive_key_differs':
      'The archive is not signed with the key that you gave. Ask the person who exported it.',
    'receipts.archive_signature_wrong': 'The signature of this archive is not valid.',
    'receipts.archive_tree_wrong':
      'The entries of this archive do not match its signature, so it was changed.',
    'receipts.archive_proof_wrong': 'A record does not match its ledger entry, so it was changed.',
  },
  fr: {
    'receipts.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'receipts.trust_not_allowed':
      'Seul un gestionnaire du compte peut faire confiance à un autre registre. Importez sans sa clé : tout est alors enregistré comme déclaré.',
    'receipts.entity_not_allowed':
      'L’archive nomme une organisation que ce compte n’a pas : {name}. Seul un gestionnaire du compte peut l’ajouter. Demandez-lui de l’ajouter d’abord, ou de faire l’import.',
    'receipts.wording_not_allowed':
      'L’archive contient un texte que ce compte n’a pas : {name}. Seul un utilisateur qui gère les textes peut le publier. Demandez-lui de le publier d’abord, mot pour mot, ou de faire l’import.',
    'receipts.archive_content_invalid':
      'Cette archive contient une erreur, à {where}. Le reste n’a pas été importé. Exportez-la à nouveau.',
    'receipts.archive_policy_invalid':
      'La règle de preuve de header.json n’est pas valable : elle doit exiger plus qu’une simple déclaration, et durer de 1 à 36 mois. Rien n’a été importé.',
    'receipts.archive_wording_differs':
      'Le texte {name} ne correspond pas à son empreinte : il a été modifié. Rien n’a été importé.',
    'receipts.archive_unreadable':
      'Ce n’est pas une archive de reçus de consentement, ou elle est incomplète. Exportez-la à nouveau.',
    'receipts.archive_too_large':
      'Une partie de cette archive est trop grande pour être valable et n’a pas été lue. Exportez l’archive à nouveau.',
    'receipts.archive_version_unknown':
      'Cette archive utilise une version inconnue. Rien n’a été importé.',
    'receipts.archive_key_differs':
      'L’archive n’est pas signée avec la clé que vous avez donnée. Demandez à la personne qui l’a exportée.',
    'receipts.archive_signature_wrong': 'La signature de cette archive n’est pas valable.',
    'receipts.archive_tree_wrong':
      'Les entrées de cette archive ne correspondent pas à sa signature : elle a été modifiée.',
    'receipts.archive_proof_wrong':
      'Un dossier ne correspond pas à son entrée au registre : il a été modifié.',
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
      'Record a consent, a withdrawal or an objection; export or import them all as consent receipts (ISO/IEC TS 27560)',
    whichPurpose: (purposes) =>
      `The wording covers several purposes. Give --purpose with one of: ${purposes}.`,
    whichController:
      'The account has no default organisation. Give --controller with its id, from GET /v1/controllers, or add one.',
    lifted: 'It lifts an earlier objection of this number.',
    objected: (withdrawn) =>
      `The objection applies from now on; ${withdrawn} consent${withdrawn === 1 ? '' : 's'} withdrawn.`,
    objectedBefore: 'The objection was already recorded.',
    imported: ({ people, recorded, objections, authorisations, proofs }) =>
      `${people} people, ${recorded} consents recorded, ${objections} objections, ` +
      `${authorisations} parental authorisations; ${proofs} proofs checked.`,
    refused: (refusal, count) => `${count} not imported: ${refusal}`,
    suppressed: ({ lines, recorded, alreadyThere, subscribed, addressOnly }) =>
      `${lines} rows: ${recorded} objections recorded, ${alreadyThere} already recorded, ` +
      `${subscribed} subscribed, ${addressOnly} with an e-mail address only.`,
    unreadable: (lines) => `No number in line ${lines.join(', ')}.`,
  },
  fr: {
    summary:
      'Enregistrer un consentement, un retrait ou une opposition ; tout exporter ou importer en reçus de consentement (ISO/IEC TS 27560)',
    whichPurpose: (purposes) =>
      `Ce texte couvre plusieurs finalités. Donnez --purpose avec l’une de : ${purposes}.`,
    whichController:
      'Le compte n’a pas d’organisation par défaut. Donnez --controller avec son id, indiqué par GET /v1/controllers, ou ajoutez-en une.',
    lifted: 'Il lève une opposition antérieure de ce numéro.',
    objected: (withdrawn) =>
      `L’opposition vaut désormais ; ${withdrawn} consentement${withdrawn > 1 ? 's retirés' : ' retiré'}.`,
    objectedBefore: 'L’opposition valait déjà.',
    imported: ({ people, recorded, objections, authorisations, proofs }) =>
      `${people} personnes, ${recorded} consentements enregistrés, ${objections} oppositions, ` +
      `${authorisations} autorisations parentales ; ${proofs} preuves vérifiées.`,
    refused: (refusal, count) => `${count} non importés : ${refusal}`,
    suppressed: ({ lines, recorded, alreadyThere, subscribed, addressOnly }) =>
      `${lines} lignes : ${recorded} oppositions enregistrées, ${alreadyThere} déjà enregistrées, ` +
      `${subscribed} inscrites, ${addressOnly} avec une adresse e-mail seulement.`,
    unreadable: (lines) => `Pas de numéro à la ligne ${lines.join(', ')}.`,
  },
}
