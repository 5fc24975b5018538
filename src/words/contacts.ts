// Sentences of contacts, lists and legal entities.
import { bilingual } from './sentences.ts'

export const contactsWords = bilingual({
  en: {
    'contacts.contact_not_found': 'There is no such contact in this account.',
    'contacts.contact_erased': 'This person’s data was erased; it cannot be shown.',
    'contacts.number_unusable':
      'No SMS can be sent to this number. Write a mobile number, with its country code if it is foreign.',
    'contacts.field_special':
      '“{name}” seems to be sensitive data (GDPR, articles 9 and 10). You can only import such values from a file, on a legal basis that is already approved.',
    'contacts.list_not_found': 'There is no such list in this account.',
    'contacts.controller_exists': 'The account already has an organisation with this name.',
    'contacts.reveal_not_allowed': 'Your role does not allow you to reveal numbers.',
    'contacts.retention_too_long':
      'The rules of the country allow {max} months at most. Choose that or less.',
    'contacts.retention_pause_too_long':
      'A pause lasts one year at most. Choose an earlier date. You can renew the pause later.',
    'contacts.too_many_numbers':
      'You have looked up too many numbers in one hour. Wait {minutes} minutes, or ask a user who can reveal numbers.',
    'contacts.reason_missing': 'Say why you need this person’s data.',
  },
  fr: {
    'contacts.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'contacts.contact_erased':
      'Les données de cette personne ont été effacées ; elles ne peuvent plus être montrées.',
    'contacts.number_unusable':
      'Aucun SMS ne peut être envoyé à ce numéro. Écrivez un numéro de mobile, avec l’indicatif s’il est étranger.',
    'contacts.field_special':
      '« {name} » semble être une donnée sensible (RGPD, articles 9 et 10). Vous ne pouvez importer de telles valeurs que depuis un fichier, sur une base légale déjà approuvée.',
    'contacts.list_not_found': 'Cette liste n’existe pas dans ce compte.',
    'contacts.controller_exists': 'Le compte a déjà une organisation de ce nom.',
    'contacts.reveal_not_allowed': 'Votre rôle ne vous permet pas de voir les numéros en clair.',
    'contacts.retention_too_long':
      'Les règles du pays permettent {max} mois au plus. Choisissez cette durée ou moins.',
    'contacts.retention_pause_too_long':
      'Une pause dure un an au plus. Choisissez une date plus proche. Vous pourrez renouveler la pause.',
    'contacts.too_many_numbers':
      'Vous avez recherché trop de numéros en une heure. Attendez {minutes} minutes, ou demandez à un utilisateur qui peut voir les numéros en clair.',
    'contacts.reason_missing': 'Dites pourquoi vous avez besoin des données de cette personne.',
  },
})
