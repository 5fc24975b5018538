// Sentences of campaigns: errors and the notices of a check sheet.
import { bilingual } from './sentences.ts'

export const campaignsWords = bilingual({
  en: {
    'campaigns.campaign_not_found': 'There is no such campaign in this account.',
    'campaigns.list_not_found': 'There is no such list in this account.',
    'campaigns.controller_not_found': 'There is no such controller in this account.',
    'campaigns.list_of_other_controller':
      'This list is of another legal entity; send for that one, or choose another list.',
    'campaigns.merge_field_unknown':
      'The text names the field {field}, which does not exist; there are {first_name} and {last_name}.',
    'campaigns.repeats_marketing':
      'Marketing is never sent twice; only an alert may be, rather than not at all.',
    'campaigns.repeats_for_ever':
      'Say until when the alert is of use: after that it is not sent again.',
    'campaigns.step_not_possible': 'This cannot be done to a campaign in the state “{state}”.',
    'campaigns.sheet_missing': 'Make the check sheet first: it is what is approved.',
    'campaigns.sheet_changed':
      'This is not the sheet of the campaign as it is now. Read the new one, then approve that.',
    'campaigns.sheet_has_problems':
      'Something stands against the whole campaign; its check sheet says what to mend.',
    'campaigns.nobody_receives': 'Nobody would receive this campaign; its check sheet says why.',
    'campaigns.restored':
      'The database was put back to an earlier moment while this list was being gone through: people may have got the message already. Cancel the campaign, or resume it only if you know that they did not.',
    'campaigns.account_suspended':
      'This account is suspended: no campaign can be launched. Ask whoever manages this installation.',
    'campaigns.override_needs_another':
      'This campaign overrules the advertising check: another user than its author must approve it.',
    'campaigns.notice_ucs2':
      'Some characters are not in the SMS alphabet: those messages hold 70 characters a segment instead of 160.',
    'campaigns.notice_several_parts': 'Some messages take more than one segment.',
    'campaigns.notice_gone':
      'Some people of the list were erased meanwhile and are counted nowhere.',
  },
  fr: {
    'campaigns.campaign_not_found': 'Il n’y a pas de telle campagne dans ce compte.',
    'campaigns.list_not_found': 'Il n’y a pas de telle liste dans ce compte.',
    'campaigns.controller_not_found': 'Il n’y a pas de tel responsable dans ce compte.',
    'campaigns.list_of_other_controller':
      'Cette liste est d’une autre entité ; envoyez pour celle-là, ou choisissez une autre liste.',
    'campaigns.merge_field_unknown':
      'Le texte nomme le champ {field}, qui n’existe pas ; il y a {first_name} et {last_name}.',
    'campaigns.repeats_marketing':
      'La publicité n’est jamais envoyée deux fois ; seule une alerte peut l’être, plutôt que pas du tout.',
    'campaigns.repeats_for_ever':
      'Dites jusqu’à quand l’alerte est utile : ensuite elle n’est plus renvoyée.',
    'campaigns.step_not_possible': 'Cela ne se fait pas à une campagne dans l’état « {state} ».',
    'campaigns.sheet_missing': 'Faites d’abord la fiche de contrôle : c’est elle qu’on approuve.',
    'campaigns.sheet_changed':
      'Ce n’est pas la fiche de la campagne telle qu’elle est. Lisez la nouvelle, puis approuvez-la.',
    'campaigns.sheet_has_problems':
      'Quelque chose s’oppose à toute la campagne ; sa fiche de contrôle dit quoi corriger.',
    'campaigns.nobody_receives':
      'Personne ne recevrait cette campagne ; sa fiche de contrôle dit pourquoi.',
    'campaigns.restored':
      'La base a été remise à un état antérieur pendant le parcours de cette liste : des personnes ont peut-être déjà reçu le message. Annulez la campagne, ou ne la reprenez que si vous savez qu’elles ne l’ont pas reçu.',
    'campaigns.account_suspended':
      'Ce compte est suspendu : aucune campagne ne peut être lancée. Adressez-vous à la personne qui gère l’installation.',
    'campaigns.override_needs_another':
      'Cette campagne passe outre le contrôle de publicité : un autre utilisateur que son auteur doit l’approuver.',
    'campaigns.notice_ucs2':
      'Des caractères ne sont pas dans l’alphabet SMS : ces messages tiennent 70 caractères par segment au lieu de 160.',
    'campaigns.notice_several_parts': 'Des messages prennent plus d’un segment.',
    'campaigns.notice_gone':
      'Des personnes de la liste ont été effacées entre-temps et ne sont comptées nulle part.',
  },
})
