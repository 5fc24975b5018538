// Sentences of contacts, lists and legal entities.
import { bilingual } from './sentences.ts'

export const contactsWords = bilingual({
  en: {
    'contacts.contact_not_found': 'There is no such contact in this account.',
    'contacts.contact_erased': 'This person’s data was erased; it cannot be shown.',
    'contacts.number_unusable':
      'No SMS can be sent to this number. Write a mobile number, with its country code if it is foreign.',
    'contacts.field_special':
      '“{name}” seems to be data of a special category (GDPR, articles 9 and 10). Such values come in by an import alone, on a legal basis recorded before (/v1/sensitive-legal bases).',
    'contacts.list_not_found': 'There is no such list in this account.',
    'contacts.controller_exists': 'The account has a legal entity of this name already.',
    'contacts.reveal_not_allowed': 'Looking at a number in clear is not among your rights.',
    'contacts.retention_too_long':
      'The rules of the country allow {max} months at most. Choose that or less.',
    'contacts.retention_pause_too_long':
      'A pause ends within a year. Name an earlier day, and renew it when it is needed.',
    'contacts.too_many_numbers':
      'You have asked about too many numbers within an hour. Wait {minutes} minutes, or ask somebody who may see numbers in clear.',
    'contacts.reason_missing': 'Say why this person’s data is looked at.',
  },
  fr: {
    'contacts.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'contacts.contact_erased':
      'Les données de cette personne ont été effacées ; elles ne peuvent plus être montrées.',
    'contacts.number_unusable':
      'Aucun SMS ne peut être envoyé à ce numéro. Écrivez un numéro de mobile, avec l’indicatif s’il est étranger.',
    'contacts.field_special':
      '« {name} » semble être une donnée sensible (RGPD, articles 9 et 10). De telles valeurs n’entrent que par un import, sur un fondement enregistré avant (/v1/sensitive-legal bases).',
    'contacts.list_not_found': 'Cette liste n’existe pas dans ce compte.',
    'contacts.controller_exists': 'Le compte a déjà une entité juridique de ce nom.',
    'contacts.reveal_not_allowed': 'Voir un numéro en clair ne fait pas partie de vos droits.',
    'contacts.retention_too_long':
      'Les règles du pays permettent {max} mois au plus. Choisissez cette durée ou moins.',
    'contacts.retention_pause_too_long':
      'Une pause se termine dans l’année. Choisissez un jour plus proche, et renouvelez-la au besoin.',
    'contacts.too_many_numbers':
      'Vous avez interrogé trop de numéros en une heure. Attendez {minutes} minutes, ou demandez à quelqu’un qui peut voir les numéros en clair.',
    'contacts.reason_missing': 'Dites pourquoi vous regardez les données de cette personne.',
  },
})
