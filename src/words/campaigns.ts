// Sentences of campaigns: errors and the notices of a check sheet.
import { bilingual } from './sentences.ts'

export const campaignsWords = bilingual({
  en: {
    'campaigns.campaign_not_found': 'There is no such campaign in this account.',
    'campaigns.list_not_found': 'There is no such list in this account.',
    'campaigns.controller_not_found': 'There is no such organisation in this account.',
    'campaigns.list_of_other_controller':
      'This list belongs to another organisation. Send for that organisation, or choose another list.',
    'campaigns.merge_field_unknown':
      'The text uses the field {field}, which does not exist. You can use {first_name} and {last_name}.',
    'campaigns.repeats_marketing': 'Marketing is never sent twice. Only an alert can be.',
    'campaigns.repeats_for_ever':
      'Say until when the alert is useful. It is not sent again after that.',
    'campaigns.step_not_possible': 'This is not possible for a campaign in the state “{state}”.',
    'campaigns.sheet_missing': 'Create the check sheet first. It is what you approve.',
    'campaigns.sheet_changed':
      'The campaign has changed since this check sheet. Read the new sheet, then approve it.',
    'campaigns.sheet_has_problems':
      'The campaign has a problem. Its check sheet says what to correct.',
    'campaigns.nobody_receives': 'Nobody would receive this campaign. Its check sheet says why.',
    'campaigns.restored':
      'The database was restored from a backup while this campaign was being sent, so some people may already have the message. Cancel the campaign, or resume it only if you know that they do not.',
    'campaigns.override_needs_another':
      'This campaign overrides the marketing check. A user other than its author must approve it.',
    'campaigns.notice_ucs2':
      'Some characters are not in the SMS alphabet. Messages with them hold 70 characters per part instead of 160.',
    'campaigns.notice_several_parts': 'Some messages need more than one part.',
    'campaigns.notice_gone': 'Some people on the list have been erased since and are not counted.',
    'campaigns.too_many_rows':
      'This campaign has {rows} messages, and a file in this format holds {max}. Choose one state, or download CSV.',
    'campaigns.why_operator_refused':
      'The operator refused it. Each message shows the operator’s code.',
    'campaigns.why_not_delivered':
      'The network could not deliver it. Each message shows the network’s code.',
    'campaigns.why_validity_over': 'The phone was not reached while the message was valid.',
    'campaigns.route_gone': 'a route that no longer exists',
    'campaigns.file_number': 'Number (masked)',
    'campaigns.file_state': 'State',
    'campaigns.file_reason': 'Reason',
    'campaigns.file_country': 'Country',
    'campaigns.file_sender': 'Sender',
    'campaigns.file_parts': 'Parts',
    'campaigns.file_cost': 'Cost in euros',
    'campaigns.file_accepted': 'Accepted (UTC)',
    'campaigns.file_ended': 'Ended (UTC)',
    'campaigns.file_name': 'results',
    'campaigns.file_sheet': 'Messages',
  },
  fr: {
    'campaigns.campaign_not_found': 'Cette campagne n’existe pas dans ce compte.',
    'campaigns.list_not_found': 'Cette liste n’existe pas dans ce compte.',
    'campaigns.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'campaigns.list_of_other_controller':
      'Cette liste appartient à une autre organisation. Envoyez pour cette organisation, ou choisissez une autre liste.',
    'campaigns.merge_field_unknown':
      'Le texte utilise le champ {field}, qui n’existe pas. Vous pouvez utiliser {first_name} et {last_name}.',
    'campaigns.repeats_marketing':
      'Une publicité n’est jamais envoyée deux fois. Seule une alerte peut l’être.',
    'campaigns.repeats_for_ever':
      'Dites jusqu’à quand l’alerte est utile. Elle n’est plus renvoyée ensuite.',
    'campaigns.step_not_possible':
      'Cette action est impossible pour une campagne à l’état « {state} ».',
    'campaigns.sheet_missing': 'Créez d’abord la fiche de contrôle. C’est elle que vous approuvez.',
    'campaigns.sheet_changed':
      'La campagne a changé depuis cette fiche de contrôle. Lisez la nouvelle fiche, puis approuvez-la.',
    'campaigns.sheet_has_problems':
      'La campagne a un problème. Sa fiche de contrôle dit quoi corriger.',
    'campaigns.nobody_receives':
      'Personne ne recevrait cette campagne. Sa fiche de contrôle dit pourquoi.',
    'campaigns.restored':
      'La base a été restaurée depuis une sauvegarde pendant l’envoi de cette campagne : des personnes ont peut-être déjà le message. Annulez la campagne, ou ne la reprenez que si vous savez qu’elles ne l’ont pas reçu.',
    'campaigns.override_needs_another':
      'Cette campagne passe outre le contrôle de publicité. Un autre utilisateur que son auteur doit l’approuver.',
    'campaigns.notice_ucs2':
      'Certains caractères ne sont pas dans l’alphabet SMS. Les messages concernés contiennent 70 caractères par partie au lieu de 160.',
    'campaigns.notice_several_parts': 'Certains messages demandent plus d’une partie.',
    'campaigns.notice_gone':
      'Certaines personnes de la liste ont été effacées depuis et ne sont pas comptées.',
    'campaigns.too_many_rows':
      'Cette campagne compte {rows} messages, et un fichier de ce format en contient {max}. Choisissez un seul état, ou téléchargez le CSV.',
    'campaigns.why_operator_refused':
      'L’opérateur l’a refusé. Chaque message montre le code de l’opérateur.',
    'campaigns.why_not_delivered':
      'Le réseau n’a pas pu le remettre. Chaque message montre le code du réseau.',
    'campaigns.why_validity_over':
      'Le téléphone n’a pas été joint pendant la durée de validité du message.',
    'campaigns.route_gone': 'une route qui n’existe plus',
    'campaigns.file_number': 'Numéro (masqué)',
    'campaigns.file_state': 'État',
    'campaigns.file_reason': 'Raison',
    'campaigns.file_country': 'Pays',
    'campaigns.file_sender': 'Expéditeur',
    'campaigns.file_parts': 'Parties',
    'campaigns.file_cost': 'Coût en euros',
    'campaigns.file_accepted': 'Accepté (UTC)',
    'campaigns.file_ended': 'Terminé (UTC)',
    'campaigns.file_name': 'resultats',
    'campaigns.file_sheet': 'Messages',
  },
})
