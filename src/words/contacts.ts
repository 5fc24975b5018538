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
    'contacts.custom_field_not_found': 'There is no such custom field in this account.',
    'contacts.custom_field_refused':
      '“{name}” seems to be sensitive data, an official number or bank data. A custom field cannot hold it. Choose another name.',
    'contacts.custom_field_exists': 'There is already a custom field named “{name}”.',
    'contacts.custom_key_taken': 'The key {key} is already taken. Choose another.',
    'contacts.custom_fields_too_many':
      'An account can have {max} custom fields. Archive one that you no longer use.',
    'contacts.custom_field_unknown':
      'There is no custom field with the key {key}. Create it first, or correct the key.',
    'contacts.custom_value_unread':
      'The value of “{name}” does not match the type of the field. Dates are written 2026-12-03 or 03/12/2026, times 14:30.',
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
    'contacts.custom_field_not_found': 'Ce champ personnalisé n’existe pas dans ce compte.',
    'contacts.custom_field_refused':
      '« {name} » semble être une donnée sensible, un numéro officiel ou une donnée bancaire. Un champ personnalisé ne peut pas la contenir. Choisissez un autre nom.',
    'contacts.custom_field_exists': 'Un champ personnalisé s’appelle déjà « {name} ».',
    'contacts.custom_key_taken': 'La clé {key} est déjà prise. Choisissez-en une autre.',
    'contacts.custom_fields_too_many':
      'Un compte peut avoir {max} champs personnalisés. Archivez-en un dont vous ne vous servez plus.',
    'contacts.custom_field_unknown':
      'Aucun champ personnalisé n’a la clé {key}. Créez-le d’abord, ou corrigez la clé.',
    'contacts.custom_value_unread':
      'La valeur de « {name} » ne correspond pas au type du champ. Une date s’écrit 03/12/2026 ou 2026-12-03, une heure 14:30 ou 14h30.',
    'contacts.reason_missing': 'Dites pourquoi vous avez besoin des données de cette personne.',
  },
})
