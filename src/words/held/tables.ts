// The tables of an answer as the person is told of them: what a row of each is.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

type Said = Readonly<Record<Language, string>>

const said = (en: string, fr: string): Said => ({ en, fr: glued(fr) })

/** By the name of the table. */
export const heldTableNames: Readonly<Record<string, Said>> = {
  'campaigns.occurrence_person': said(
    'Your dates on which a recurring send was due',
    'Vos dates auxquelles un envoi récurrent était prévu',
  ),
  'campaigns.test_number': said(
    'Your number among those on which the account tries its texts',
    'Votre numéro parmi ceux où le compte essaie ses textes',
  ),
  'consent.entry_body': said('Evidence of your consents', 'Preuves de vos accords'),
  'consent.document': said(
    'Documents that show your consent',
    'Documents qui montrent votre accord',
  ),
  'consent.state': said('Your consents as they stand', 'L’état de vos accords'),
  'consent.file_refusal': said('Refusals told by a file', 'Refus indiqués par un fichier'),
  'consent.other_legal_basis': said(
    'Legal bases other than your consent',
    'Bases légales autres que votre accord',
  ),
  'consent.parental_authorisation': said('What a parent agreed to', 'Ce qu’un parent a accepté'),
  'consent.proof_hold': said(
    'Proofs that are kept for a time after an erasure',
    'Preuves conservées un temps après un effacement',
  ),
  'contacts.contact': said('Your record', 'Votre fiche'),
  'contacts.held_row': said(
    'What a file said about you, and nobody has decided on yet',
    'Ce qu’un fichier a dit de vous et que personne n’a encore tranché',
  ),
  'preferences.page_link': said('Links to your page', 'Liens vers votre page'),
  'preferences.request': said('Your requests', 'Vos demandes'),
  'preferences.request_step': said('Steps of your requests', 'Étapes de vos demandes'),
  'preferences.request_file': said('Files of your requests', 'Fichiers de vos demandes'),
  'sending.message': said('Messages to you', 'Messages à votre adresse'),
  'sending.dead_number': said('Your number out of service', 'Votre numéro hors service'),
  'sending.spared_text': said(
    'Texts kept past their days, since your data may only be kept',
    'Textes gardés au-delà de leur durée, vos données étant seulement conservées',
  ),
  'sending.person_past': said(
    'What is left of deleted messages',
    'Ce qui reste des messages supprimés',
  ),
  'sending.person_carrier': said(
    'Who carried deleted messages',
    'Qui a transporté des messages supprimés',
  ),
  'sending.inbound': said('Messages from you', 'Messages de votre part'),
  'sending.conversation': said('Conversations with you', 'Conversations avec vous'),
  'sensitive.value': said('Sensitive data', 'Données sensibles'),
  'webhooks.delivery': said(
    'What programs of the account were told',
    'Ce que des programmes du compte ont appris',
  ),
  'contacts.list_member': said('Lists that you are on', 'Listes où vous figurez'),
  'sending.dead_number_try': said(
    'Messages in a row that did not arrive',
    'Messages de suite qui ne sont pas arrivés',
  ),
  'consent.withdrawn_number': said(
    'Withdrawals known by your number',
    'Retraits connus par votre numéro',
  ),
  'consent.suppression': said('Your objection', 'Votre opposition'),
  'sending.result': said('Answers of operators', 'Réponses des opérateurs'),
  'sending.receipt': said('Delivery receipts', 'Accusés de réception'),
  'sending.outcome': said('What became of messages', 'Ce que sont devenus les messages'),
  'sending.event': said('What happened to messages', 'Ce qui est arrivé aux messages'),
  'consent.wording': said('Texts that you were shown', 'Textes qui vous ont été montrés'),
  'consent.entry': said('Entries in the ledger', 'Entrées dans le registre'),
  'consent.taken_back': said('Entries that count no longer', 'Entrées qui ne comptent plus'),
}
