// What the tables of an answer leave out, each with its reason: a column that is not here is shown.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../../words/index.ts'

/** Whose rows they are is the same in all. */
export const leftOutEverywhere: ReadonlySet<string> = new Set(['account_id'])

/** Told to the person in their language. */
type Said = Readonly<Record<Language, string>>
const said = (en: string, fr: string): Said => ({ en, fr: glued(fr) })

const sealed = said(
  'encrypted; what it says stands opened further up',
  'chiffré ; ce qu’il dit figure déchiffré plus haut',
)
const tag = said(
  'a keyed mark of your number or of a code, which says nothing outside this server',
  'une marque de votre numéro ou d’un code, sous une clé, qui ne dit rien hors de ce serveur',
)
const mac = said(
  'a check sum under a key of the server, so that nobody changes the row unseen',
  'une somme de contrôle sous une clé du serveur, pour que personne ne change la ligne sans que cela se voie',
)

const label = said(
  'what colleagues call this telephone; encrypted, and the account tells you on request',
  'le nom que l’équipe donne à ce téléphone ; chiffré, le compte vous le dit si vous le demandez',
)

/** By table and column. */
export const leftOutColumns: Readonly<Record<string, Said>> = {
  'contacts.contact.sealed': sealed,
  'contacts.contact.number_tag': tag,
  'contacts.contact.suppression_tag': tag,
  'contacts.contact.email_tag': tag,
  'contacts.contact.reference_tag': tag,
  'contacts.held_row.sealed': sealed,
  'campaigns.test_number.number_sealed': sealed,
  'campaigns.test_number.name': label,
  'campaigns.test_number.name_sealed': label,
  'campaigns.test_number.number_key': said(
    'the key of these two, which goes with them',
    'la clé de ces deux valeurs, qui part avec elles',
  ),
  'campaigns.test_number.number_tag': tag,
  'campaigns.test_number.code_tag': tag,
  'consent.entry_body.body_sealed': sealed,
  'consent.entry.link': mac,
  'consent.document.body_sealed': said(
    'the document itself, which your page gives you as a file',
    'le document lui-même, que votre page vous donne en fichier',
  ),
  'consent.state.mac': mac,
  'consent.other_legal_basis.mac': mac,
  'consent.withdrawn_number.tag': tag,
  'consent.suppression.tag': tag,
  'sensitive.value.sealed': sealed,
  'sensitive.value.column_tag': tag,
  'sending.message.body_sealed': sealed,
  'sending.message.number_tag': tag,
  'sending.inbound.body_sealed': sealed,
  'sending.inbound.number_tag': tag,
  'sending.dead_number.number_tag': tag,
  'sending.dead_number_try.number_tag': tag,
  'preferences.page_link.link_tag': tag,
  'preferences.request.reason_sealed': sealed,
  'preferences.request.told_sealed': sealed,
  'preferences.request_step.text_sealed': sealed,
  'preferences.request_file.sealed': said(
    'your letter itself, or an earlier answer to you',
    'votre lettre elle-même, ou une réponse précédente',
  ),
}

/** Whole tables whose rows lead to a person, or to their messages. */
export const leftOutTables: Readonly<Record<string, Said>> = {
  'accountability.entry': said(
    'assessments, training and counsel of the account, about its own work',
    'les analyses, les formations et les conseils du compte, sur son propre travail',
  ),
  'disclosure.account_breach_step': said(
    'the account’s own record of breaches, in which nobody is named',
    'le registre des violations du compte, où personne n’est nommé',
  ),
  'privacy.person_erasure': said(
    'whoever was erased, of whom nothing is left to answer',
    'les personnes effacées, dont il ne reste rien à montrer',
  ),
  'privacy.erased_person': said(
    'whoever was erased, of whom nothing is left to answer',
    'les personnes effacées, dont il ne reste rien à montrer',
  ),
  'privacy.erasure_link': said(
    'whoever was erased, of whom nothing is left to answer',
    'les personnes effacées, dont il ne reste rien à montrer',
  ),
  'audit.entry': said(
    'who looked at your data stands in a part of its own',
    'qui a consulté vos données figure dans une partie à part',
  ),
  'vault.tail': said(
    'the keys under which your data is encrypted: whoever has them reads everything',
    'les clés sous lesquelles vos données sont chiffrées : qui les a lit tout',
  ),
  'preferences.request_asker': said(
    'people who asked and are not contacts: whoever gives your number is not necessarily you. What was given with a request is destroyed once it is tied to you, when your number is erased, or five years after the answer',
    'les personnes qui ont demandé sans être un contact : la personne qui donne votre numéro n’est pas forcément vous. Ce qui a été donné avec une demande est détruit quand elle vous est rattachée, quand votre numéro est effacé, ou cinq ans après la réponse',
  ),
  'preferences.answer_code': said(
    'the codes by which an answer is opened live fifteen minutes',
    'les codes qui ouvrent une réponse durent quinze minutes',
  ),
  'preferences.pending': said(
    'a form that waits for its code: fifteen minutes, and nobody is known yet',
    'un formulaire qui attend son code : quinze minutes, et personne n’est encore connu',
  ),
  'preferences.keyword_pending': said(
    'a question that waits for its answer: one day, by a keyed mark',
    'une question qui attend sa réponse : un jour, par une marque sous clé',
  ),
  'sending.queue': said(
    'what waits to leave; each message stands further up with its state',
    'ce qui attend de partir ; chaque message figure plus haut avec son état',
  ),
  'sending.bundle': said(
    'what waits to leave, a hundred in a row',
    'ce qui attend de partir, cent par ligne',
  ),
  'sending.intent': said(
    'what is leaving at this moment; each message stands further up',
    'ce qui part en ce moment ; chaque message figure plus haut',
  ),
  'sending.unsettled': said(
    'what waits for its receipt, by a keyed mark',
    'ce qui attend son accusé, par une marque sous clé',
  ),
  'sending.unmatched_receipt': said(
    'receipts of nobody that we know',
    'des accusés de personne que nous connaissions',
  ),
  'sending.reply_tag': said(
    'to which message a reply may belong, by a keyed mark',
    'à quel message une réponse peut appartenir, par une marque sous clé',
  ),
  'sending.failed_receipt': said(
    'receipts that wait to be counted',
    'des accusés qui attendent d’être comptés',
  ),
}
