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
    'campaigns.override_needs_another':
      'This campaign overrules the advertising check: another user than its author must approve it.',
    'campaigns.counting_busy':
      'Lists are being counted for this account already. Ask again in a moment.',
    'campaigns.counting_left': 'The count was left off, since nobody waited for it. Ask again.',
    'campaigns.recipient_not_found': 'This person is not among your contacts any more.',
    'campaigns.template_not_found': 'There is no such template in this account.',
    'campaigns.template_archived': 'This template is archived. Restore it to change it.',
    'campaigns.templates_too_many': 'An account keeps at most {max} templates, archived ones too.',
    'campaigns.test_number_not_found': 'There is no such test number in this account.',
    'campaigns.test_number_unreadable':
      'No SMS can go to this number. Write it with its country, as in +33612345678.',
    'campaigns.test_number_not_confirmed':
      'Type the code that this phone was sent first: texts are tried only on phones of your own.',
    'campaigns.test_numbers_too_many':
      'An account has at most {max} test numbers. Remove one first.',
    'campaigns.test_code_wrong': 'This is not the code that the phone was sent.',
    'campaigns.test_code_over': 'This code no longer works. Add the number again to get a new one.',
    'campaigns.test_codes_too_many': 'Too many codes were asked for. Try again in an hour.',
    'campaigns.trials_too_many': 'At most {max} test messages leave in an hour. Try again later.',
    'campaigns.test_code_message':
      '{account}: the code of this test phone is {code}. It works for {minutes} minutes.',
    'campaigns.next.to_approve': 'Waits for somebody to approve its check sheet.',
    'campaigns.next.to_launch': 'Approved. It leaves once somebody launches it.',
    'campaigns.next.waits_for_instant': 'Waits until {at}.',
    'campaigns.next.waits_for_hours': 'Waits for lawful hours: goes on {at}.',
    'campaigns.next.leaving': 'Messages are leaving.',
    'campaigns.next.receipts_come': 'All messages have left; receipts are still coming in.',
    'campaigns.next.paused': 'Paused. What waits leaves once somebody resumes it.',
    'campaigns.next.stopped': 'Stopped by an error. Somebody has to resume or cancel it.',
    'campaigns.next.nothing': 'It has ended.',
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
    'campaigns.override_needs_another':
      'Cette campagne passe outre le contrôle de publicité : un autre utilisateur que son auteur doit l’approuver.',
    'campaigns.counting_busy':
      'Un décompte est déjà en cours pour ce compte. Redemandez dans un instant.',
    'campaigns.counting_left': 'Le décompte s’est arrêté, faute de lecteur. Redemandez-le.',
    'campaigns.recipient_not_found': 'Cette personne ne fait plus partie de vos contacts.',
    'campaigns.template_not_found': 'Ce modèle n’existe pas dans ce compte.',
    'campaigns.template_archived': 'Ce modèle est archivé. Rétablissez-le pour le modifier.',
    'campaigns.templates_too_many': 'Un compte garde au plus {max} modèles, archivés compris.',
    'campaigns.test_number_not_found': 'Ce numéro de test n’existe pas dans ce compte.',
    'campaigns.test_number_unreadable':
      'Aucun SMS ne peut aller à ce numéro. Écrivez-le avec son pays, comme +33612345678.',
    'campaigns.test_number_not_confirmed':
      'Saisissez d’abord le code reçu par ce téléphone : on n’essaie un texte que sur ses propres téléphones.',
    'campaigns.test_numbers_too_many':
      'Un compte a au plus {max} numéros de test. Retirez-en un d’abord.',
    'campaigns.test_code_wrong': 'Ce n’est pas le code que le téléphone a reçu.',
    'campaigns.test_code_over':
      'Ce code ne vaut plus. Ajoutez de nouveau le numéro pour en recevoir un autre.',
    'campaigns.test_codes_too_many': 'Trop de codes ont été demandés. Réessayez dans une heure.',
    'campaigns.trials_too_many':
      'Au plus {max} messages de test partent en une heure. Réessayez plus tard.',
    'campaigns.test_code_message':
      '{account} : le code de ce téléphone de test est {code}. Il vaut {minutes} minutes.',
    'campaigns.next.to_approve': 'Attend que quelqu’un approuve sa feuille de contrôle.',
    'campaigns.next.to_launch': 'Approuvée. Elle part dès que quelqu’un la lance.',
    'campaigns.next.waits_for_instant': 'Attend jusqu’au {at}.',
    'campaigns.next.waits_for_hours': 'Attend les heures autorisées : reprise le {at}.',
    'campaigns.next.leaving': 'Les messages partent.',
    'campaigns.next.receipts_come':
      'Tous les messages sont partis ; des accusés de réception arrivent encore.',
    'campaigns.next.paused': 'En pause. Ce qui attend part dès que quelqu’un la reprend.',
    'campaigns.next.stopped': 'Arrêtée par une erreur. Quelqu’un doit la reprendre ou l’annuler.',
    'campaigns.next.nothing': 'Elle est terminée.',
    'campaigns.notice_ucs2':
      'Des caractères ne sont pas dans l’alphabet SMS : ces messages tiennent 70 caractères par segment au lieu de 160.',
    'campaigns.notice_several_parts': 'Des messages prennent plus d’un segment.',
    'campaigns.notice_gone':
      'Des personnes de la liste ont été effacées entre-temps et ne sont comptées nulle part.',
  },
})
