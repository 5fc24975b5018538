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
      'The text uses the field {field}, which does not exist. You can use {first_name}, {last_name} and the keys of your custom fields.',
    'campaigns.repeats_marketing': 'Marketing is never sent twice. Only an alert can be.',
    'campaigns.repeats_for_ever':
      'Say until when the alert is useful. It is not sent again after that.',
    'campaigns.step_not_possible': 'This is not possible for a campaign in the state “{state}”.',
    'campaigns.sheet_missing': 'Create the check sheet first. It is what you approve.',
    'campaigns.sheet_changed':
      'The campaign or its list has changed since this check sheet. Create a new sheet, read it, then approve it.',
    'campaigns.sheet_has_problems':
      'The campaign has a problem. Its check sheet says what to correct.',
    'campaigns.nobody_receives': 'Nobody would receive this campaign. Its check sheet says why.',
    'campaigns.restored':
      'The database was restored from a backup while this campaign was being sent, so some people may already have the message. Cancel the campaign, or resume it only if you know that they do not.',
    'campaigns.account_leaving':
      'This account is going to be deleted: no campaign can be launched. An owner of the account can undo the deletion under Settings.',
    'campaigns.account_suspended':
      'This account is suspended: no campaign can be launched. Ask whoever manages this installation.',
    'campaigns.has_begun':
      'The first messages of this campaign have been sent, or are being sent. You can pause or cancel it, but no longer move it.',
    'campaigns.list_gone':
      'The list of this campaign has been deleted or emptied since, so the campaign can be neither moved nor taken back. It stays as it was. Cancel it if it should not be sent.',
    'campaigns.moved_sheet_old':
      'This check sheet is older than {minutes} minutes, and the people on the list may have changed. Make it again, then approve it.',
    'campaigns.moved_to_past': 'This date has passed. Choose a later one.',
    'campaigns.override_needs_another':
      'This campaign overrides the marketing check. A user other than its author must approve it.',
    'campaigns.needs_another':
      'Above {above} recipients, a user other than the author must approve a campaign. Ask for approval.',
    'campaigns.approval_not_asked': 'Nobody is asking for the approval of this campaign.',
    'campaigns.copy_of_day':
      'This campaign went to the people of one day only. Write a new campaign for the whole list.',
    'campaigns.recurring_not_found': 'There is no such recurring send in this account.',
    'campaigns.recurring_too_many':
      'An account has at most {max} recurring sends that have not ended. End one first.',
    'campaigns.recurring_rule_incomplete':
      'Choose the day on which it is sent. The day must exist in the calendar.',
    'campaigns.recurring_days_crossed': 'The last day is before the first day.',
    'campaigns.recurring_field_unknown':
      'The field {field} is not a date, or does not exist. Choose another one.',
    'campaigns.recurring_step_not_possible':
      'This is not possible for a recurring send in the state “{state}”.',
    'campaigns.recurring_changed':
      'This recurring send has changed since you read it. Read it again, then start it.',
    'campaigns.recurring_needs_another':
      'In this account, a user other than the author must start a recurring send.',
    'campaigns.recurring_never': 'There is no day left before the end date.',
    'campaigns.recurring_interrupted':
      'It was paused or changed while this day was being prepared. Nothing was sent.',
    'campaigns.recurring_draft_changed':
      'Its draft was changed by hand, so it no longer leaves by itself. To send it, approve and launch the draft.',
    'campaigns.recurring_draft_deleted': 'Its draft was deleted by hand. Nothing was sent.',
    'campaigns.recurring_draft_cancelled': 'Its campaign was cancelled by hand. Nothing was sent.',
    'campaigns.recurring_restored':
      'The database was restored from a backup, and the days already sent may no longer be known. Check the messages of the last days before you resume it.',
    'campaigns.counting_busy':
      'A count is already under way for this account. Ask again in a moment.',
    'campaigns.counting_left': 'The count stopped because nobody was waiting for it. Ask again.',
    'campaigns.recipient_not_found': 'This person is no longer among your contacts.',
    'campaigns.template_not_found': 'There is no such template in this account.',
    'campaigns.template_archived': 'This template is archived. Restore it to change it.',
    'campaigns.templates_too_many':
      'An account keeps at most {max} templates, including archived ones.',
    'campaigns.test_number_not_found': 'There is no such test number in this account.',
    'campaigns.test_number_unreadable':
      'No SMS can go to this number. Write it with its country, as in +33612345678.',
    'campaigns.test_number_not_confirmed':
      'First enter the code that was sent to this phone. You can test a text only on your own phones.',
    'campaigns.test_numbers_too_many':
      'An account has at most {max} test numbers. Remove one first.',
    'campaigns.test_code_wrong': 'This is not the code that was sent to the phone.',
    'campaigns.test_code_over': 'This code no longer works. Add the number again to get a new one.',
    'campaigns.test_code_refused': 'The code was not sent, and the phone was not added. {why}',
    'campaigns.test_code_not_sent': 'The code was not sent. {why}',
    'campaigns.test_code_not_to_number': 'No code can be sent to this number.',
    'campaigns.test_codes_too_many': 'Too many codes were asked for. Try again in an hour.',
    'campaigns.trials_too_many':
      'At most {max} test messages can be sent in an hour. Try again later.',
    'campaigns.test_code_message':
      '{account}: the code of this test phone is {code}. It works for {minutes} minutes.',
    'campaigns.next.to_approve': 'Waiting for someone to approve its check sheet.',
    'campaigns.next.waits_for_approval':
      'Approval has been asked for. It is waiting for an answer.',
    'campaigns.next.returned': 'Returned with a remark. Correct it, then ask again.',
    'campaigns.next.to_launch': 'Approved. It is sent once someone launches it.',
    'campaigns.next.waits_for_way':
      '{why} It is sent by itself once this is put right. Once changed, it must be approved and launched by hand.',
    'campaigns.next.waits_for_instant': 'Waiting until {at}.',
    'campaigns.next.waits_for_hours': 'Waiting for the lawful hours. Resumes {at}.',
    'campaigns.next.waits_for_route': 'Waiting for its route to open again. {why}',
    'campaigns.next.waits_for_objections':
      'Waiting: the record of objections is damaged or incomplete. The messages are sent once an administrator has compared the ledger and run `npx accord ledger mend`.',
    'campaigns.next.leaving': 'Messages are being sent.',
    'campaigns.next.preparing': 'The messages are being prepared.',
    'campaigns.next.receipts_come': 'All messages have been sent. Receipts are still arriving.',
    'campaigns.next.paused': 'Paused. The waiting messages are sent once someone resumes it.',
    'campaigns.next.stopped': 'Stopped by an error. Someone must resume or cancel it.',
    'campaigns.next.cannot_resume':
      'Paused for so long that its first messages were deleted. It cannot be resumed: duplicate it to send a new campaign, or cancel it.',
    'campaigns.next.nothing': 'It has ended.',
    'campaigns.notice_ucs2':
      'Some characters are not in the SMS alphabet. Messages with them hold 70 characters per part instead of 160.',
    'campaigns.notice_several_parts': 'Some messages need more than one part.',
    'campaigns.notice_dead_numbers':
      'Delivery receipts show that some of these numbers no longer work. An alert is sent to them all the same. To leave them out, choose a segment with a rule about the status.',
    'campaigns.notice_objections_unknown':
      'The record of objections is damaged or incomplete. Messages to people who may have objected wait until an administrator compares the ledger and runs `npx accord ledger mend`.',
    'campaigns.notice_gone': 'Some people on the list have been erased since and are not counted.',
    'campaigns.details_deleted':
      'The messages of this campaign were deleted on {date}, at the end of their retention period. Its totals stay on the page of results.',
    'campaigns.first_messages_deleted':
      'This campaign was stopped for so long that its first messages were deleted at the end of their retention period. It cannot go on: its figures would be wrong. Duplicate it to send a new campaign. The copy goes to the whole list, also to people who already have the message.',
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
    'campaigns.period_row': 'Row',
    'campaigns.period_name': 'Name',
    'campaigns.period_audience': 'Sent to',
    'campaigns.period_campaigns': 'Campaigns',
    'campaigns.period_accepted': 'Messages',
    'campaigns.period_delivered': 'Delivered',
    'campaigns.period_failed': 'Not delivered',
    'campaigns.period_unconfirmed': 'Unconfirmed',
    'campaigns.period_refused': 'Refused by a rule',
    'campaigns.period_cancelled': 'Cancelled',
    'campaigns.period_underway': 'Under way',
    'campaigns.period_stopped': 'Said STOP',
    'campaigns.period_replies': 'Replies',
    'campaigns.period_parts': 'Parts',
    'campaigns.period_cost': 'Cost in euros',
    'campaigns.period_sheet': 'Results',
    'campaigns.period_list': 'List',
    'campaigns.period_segment': 'Segment',
    'campaigns.period_operator': 'Operator',
    'campaigns.period_campaign': 'Campaign',
    'campaigns.period_total': 'Total',
    'campaigns.period_gone': 'deleted since',
    'campaigns.paper_campaign': 'Results of a campaign of {account}.',
    'campaigns.paper_period':
      'Results of the campaigns of {account} launched from {from} to {until}.',
    'campaigns.paper_made': 'As of {at}, by the clock of {zone}.',
    'campaigns.paper_period_title': 'Results from {from} to {until}',
    'campaigns.paper_state': 'State',
    'campaigns.paper_state_draft': 'Draft',
    'campaigns.paper_state_approved': 'Approved',
    'campaigns.paper_state_accepting': 'Being prepared',
    'campaigns.paper_state_running': 'Sending',
    'campaigns.paper_state_paused': 'Paused',
    'campaigns.paper_state_cancelled': 'Cancelled',
    'campaigns.paper_state_done': 'Done',
    'campaigns.paper_class': 'Type of message',
    'campaigns.paper_class_marketing': 'Marketing',
    'campaigns.paper_class_alert': 'Alert',
    'campaigns.paper_text': 'Text',
    'campaigns.paper_launched': 'Launched',
    'campaigns.paper_send_at': 'Not before',
    'campaigns.paper_ended': 'Ended',
    'campaigns.paper_cost': 'Cost',
    'campaigns.paper_counting': 'still being counted',
    'campaigns.paper_uncounted':
      'Operators, parts and cost of {count} campaigns are still being counted: they are missing here.',
    'campaigns.paper_deleted':
      'The messages were deleted on {date}, at the end of their retention period. The totals stay.',
    'campaigns.paper_cut':
      'There are more campaigns in this period. The latest {count} are counted.',
    'campaigns.paper_none': 'No campaign was launched in this period.',
    'campaigns.paper_groups': 'What became of the messages',
    'campaigns.paper_group': 'Result',
    'campaigns.paper_share': 'Share',
    'campaigns.paper_not_arrived': 'Why messages did not arrive',
    'campaigns.paper_left_out': 'Not sent, refused by a rule',
    'campaigns.paper_answers': 'Replies',
    'campaigns.paper_answers_stopped': 'People who said STOP',
    'campaigns.paper_answers_total': 'All replies',
    'campaigns.paper_answers_to_read': 'Still to be read',
    'campaigns.paper_operators': 'By operator',
    'campaigns.paper_countries': 'By country',
    'campaigns.paper_kind': 'Type',
    'campaigns.paper_lists': 'By list or segment',
    'campaigns.paper_each': 'Each campaign',
    'campaigns.paper_past': 'Compared with your last {count} campaigns',
    'campaigns.paper_rate': 'Share',
    'campaigns.paper_own': 'This campaign',
    'campaigns.paper_median': 'Median of the last ones',
    'campaigns.paper_rate_delivered': 'Delivered, of the messages handed to an operator',
    'campaigns.paper_rate_failed': 'Not delivered, of the messages handed to an operator',
    'campaigns.paper_rate_refused': 'Refused by a rule, of all',
    'campaigns.paper_rate_stopped': 'Said STOP, of those who received it',
    'campaigns.paper_rate_replied': 'Replies, of the messages delivered',
  },
  fr: {
    'campaigns.campaign_not_found': 'Cette campagne n’existe pas dans ce compte.',
    'campaigns.list_not_found': 'Cette liste n’existe pas dans ce compte.',
    'campaigns.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'campaigns.list_of_other_controller':
      'Cette liste appartient à une autre organisation. Envoyez pour cette organisation, ou choisissez une autre liste.',
    'campaigns.merge_field_unknown':
      'Le texte utilise le champ {field}, qui n’existe pas. Vous pouvez utiliser {first_name}, {last_name} et les clés de vos champs personnalisés.',
    'campaigns.repeats_marketing':
      'Une publicité n’est jamais envoyée deux fois. Seule une alerte peut l’être.',
    'campaigns.repeats_for_ever':
      'Dites jusqu’à quand l’alerte est utile. Elle n’est plus renvoyée ensuite.',
    'campaigns.step_not_possible':
      'Cette action est impossible pour une campagne à l’état « {state} ».',
    'campaigns.sheet_missing': 'Créez d’abord la fiche de contrôle. C’est elle que vous approuvez.',
    'campaigns.sheet_changed':
      'La campagne ou sa liste a changé depuis cette fiche de contrôle. Créez-en une nouvelle, lisez-la, puis approuvez-la.',
    'campaigns.sheet_has_problems':
      'La campagne a un problème. Sa fiche de contrôle dit quoi corriger.',
    'campaigns.nobody_receives':
      'Personne ne recevrait cette campagne. Sa fiche de contrôle dit pourquoi.',
    'campaigns.restored':
      'La base a été restaurée depuis une sauvegarde pendant l’envoi de cette campagne : des personnes ont peut-être déjà le message. Annulez la campagne, ou ne la reprenez que si vous savez qu’elles ne l’ont pas reçu.',
    'campaigns.account_leaving':
      'Ce compte va être supprimé : aucune campagne ne peut être lancée. Un propriétaire du compte peut annuler la suppression dans les paramètres.',
    'campaigns.account_suspended':
      'Ce compte est suspendu : aucune campagne ne peut être lancée. Adressez-vous à la personne qui gère l’installation.',
    'campaigns.has_begun':
      'Les premiers messages de cette campagne sont partis, ou sont en train de partir. Vous pouvez la mettre en pause ou l’annuler, mais plus la déplacer.',
    'campaigns.list_gone':
      'La liste de cette campagne a été supprimée ou vidée depuis : la campagne ne peut être ni déplacée ni remise en brouillon. Elle reste telle quelle. Annulez-la si elle ne doit pas partir.',
    'campaigns.moved_sheet_old':
      'Cette fiche de contrôle date de plus de {minutes} minutes : les personnes de la liste ont pu changer. Refaites-la, puis approuvez-la.',
    'campaigns.moved_to_past': 'Cette date est passée. Choisissez-en une plus tardive.',
    'campaigns.override_needs_another':
      'Cette campagne passe outre le contrôle de publicité. Un autre utilisateur que son auteur doit l’approuver.',
    'campaigns.needs_another':
      'Au-delà de {above} destinataires, une autre personne que l’auteur doit approuver la campagne. Demandez une approbation.',
    'campaigns.approval_not_asked': 'Personne ne demande l’approbation de cette campagne.',
    'campaigns.copy_of_day':
      'Cette campagne est allée aux seules personnes d’un jour. Écrivez une nouvelle campagne pour toute la liste.',
    'campaigns.recurring_not_found': 'Cet envoi récurrent n’existe pas dans ce compte.',
    'campaigns.recurring_too_many':
      'Un compte a au plus {max} envois récurrents en cours. Terminez-en un d’abord.',
    'campaigns.recurring_rule_incomplete':
      'Choisissez le jour de l’envoi. Ce jour doit exister dans le calendrier.',
    'campaigns.recurring_days_crossed': 'Le dernier jour est avant le premier.',
    'campaigns.recurring_field_unknown':
      'Le champ {field} n’est pas une date, ou n’existe pas. Choisissez-en un autre.',
    'campaigns.recurring_step_not_possible':
      'Cette action est impossible pour un envoi récurrent à l’état « {state} ».',
    'campaigns.recurring_changed':
      'Cet envoi récurrent a changé depuis votre lecture. Relisez-le, puis démarrez-le.',
    'campaigns.recurring_needs_another':
      'Dans ce compte, une autre personne que l’auteur doit démarrer un envoi récurrent.',
    'campaigns.recurring_never': 'Il ne reste aucun jour d’envoi avant la date de fin.',
    'campaigns.recurring_interrupted':
      'L’envoi a été mis en pause ou modifié pendant la préparation de ce jour. Rien n’a été envoyé.',
    'campaigns.recurring_draft_changed':
      'Son brouillon a été modifié à la main : il ne part plus de lui-même. Pour l’envoyer, approuvez et lancez le brouillon.',
    'campaigns.recurring_draft_deleted':
      'Son brouillon a été supprimé à la main. Rien n’a été envoyé.',
    'campaigns.recurring_draft_cancelled':
      'Sa campagne a été annulée à la main. Rien n’a été envoyé.',
    'campaigns.recurring_restored':
      'La base a été restaurée depuis une sauvegarde : les jours déjà envoyés ne sont peut-être plus connus. Vérifiez les messages des derniers jours avant de le reprendre.',
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
      'Saisissez d’abord le code reçu par ce téléphone. Vous ne pouvez essayer un texte que sur vos propres téléphones.',
    'campaigns.test_numbers_too_many':
      'Un compte a au plus {max} numéros de test. Retirez-en un d’abord.',
    'campaigns.test_code_wrong': 'Ce n’est pas le code que le téléphone a reçu.',
    'campaigns.test_code_over':
      'Ce code ne vaut plus. Ajoutez de nouveau le numéro pour en recevoir un autre.',
    'campaigns.test_code_refused':
      'Le code n’a pas été envoyé et le téléphone n’a pas été ajouté. {why}',
    'campaigns.test_code_not_sent': 'Le code n’a pas été envoyé. {why}',
    'campaigns.test_code_not_to_number': 'Aucun code ne peut être envoyé à ce numéro.',
    'campaigns.test_codes_too_many': 'Trop de codes ont été demandés. Réessayez dans une heure.',
    'campaigns.trials_too_many':
      'Au plus {max} messages de test partent en une heure. Réessayez plus tard.',
    'campaigns.test_code_message':
      '{account} : le code de ce téléphone de test est {code}. Il vaut {minutes} minutes.',
    'campaigns.next.to_approve': 'Attend que quelqu’un approuve sa fiche de contrôle.',
    'campaigns.next.waits_for_approval': 'L’approbation est demandée. Elle attend une réponse.',
    'campaigns.next.returned':
      'Renvoyée avec une remarque. À corriger, puis à soumettre de nouveau.',
    'campaigns.next.to_launch': 'Approuvée. Elle est envoyée dès que quelqu’un la lance.',
    'campaigns.next.waits_for_way':
      '{why} Elle part d’elle-même dès que c’est réglé. Une fois modifiée, elle doit être approuvée et lancée à la main.',
    'campaigns.next.waits_for_instant': 'Attend jusqu’au {at}.',
    'campaigns.next.waits_for_hours': 'Attend les heures permises. Reprise le {at}.',
    'campaigns.next.waits_for_route': 'Attend que sa route rouvre. {why}',
    'campaigns.next.waits_for_objections':
      'En attente : les oppositions enregistrées sont abîmées ou incomplètes. Les messages sont envoyés dès qu’un administrateur a comparé le registre et lancé `npx accord ledger mend`.',
    'campaigns.next.leaving': 'Les messages sont en cours d’envoi.',
    'campaigns.next.preparing': 'Les messages sont en préparation.',
    'campaigns.next.receipts_come':
      'Tous les messages sont envoyés. Des accusés de réception arrivent encore.',
    'campaigns.next.paused':
      'En pause. Les messages en attente sont envoyés dès que quelqu’un la reprend.',
    'campaigns.next.stopped': 'Arrêtée par une erreur. Quelqu’un doit la reprendre ou l’annuler.',
    'campaigns.next.cannot_resume':
      'En pause depuis si longtemps que ses premiers messages ont été supprimés. Elle ne peut pas reprendre : dupliquez-la pour envoyer une nouvelle campagne, ou annulez-la.',
    'campaigns.next.nothing': 'Elle est terminée.',
    'campaigns.notice_ucs2':
      'Certains caractères ne sont pas dans l’alphabet SMS. Les messages concernés contiennent 70 caractères par partie au lieu de 160.',
    'campaigns.notice_several_parts': 'Certains messages demandent plus d’une partie.',
    'campaigns.notice_dead_numbers':
      'D’après les accusés de réception, certains de ces numéros sont hors service. Une alerte y est envoyée malgré tout. Pour les exclure, choisissez un segment avec une règle sur le statut.',
    'campaigns.notice_objections_unknown':
      'Les oppositions enregistrées sont abîmées ou incomplètes. Les messages aux personnes qui ont pu s’opposer attendent qu’un administrateur compare le registre et lance `npx accord ledger mend`.',
    'campaigns.notice_gone':
      'Certaines personnes de la liste ont été effacées depuis et ne sont pas comptées.',
    'campaigns.details_deleted':
      'Les messages de cette campagne ont été supprimés le {date}, à la fin de leur durée de conservation. Ses totaux restent sur la page des résultats.',
    'campaigns.first_messages_deleted':
      'Cette campagne est restée arrêtée si longtemps que ses premiers messages ont été supprimés à la fin de leur durée de conservation. Elle ne peut pas reprendre : ses chiffres seraient faux. Dupliquez-la pour envoyer une nouvelle campagne. La copie part à toute la liste, y compris aux personnes qui ont déjà reçu le message.',
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
    'campaigns.period_row': 'Ligne',
    'campaigns.period_name': 'Nom',
    'campaigns.period_audience': 'Envoyée à',
    'campaigns.period_campaigns': 'Campagnes',
    'campaigns.period_accepted': 'Messages',
    'campaigns.period_delivered': 'Remis',
    'campaigns.period_failed': 'Non remis',
    'campaigns.period_unconfirmed': 'Sans confirmation',
    'campaigns.period_refused': 'Refusés par une règle',
    'campaigns.period_cancelled': 'Annulés',
    'campaigns.period_underway': 'En cours',
    'campaigns.period_stopped': 'Ont dit STOP',
    'campaigns.period_replies': 'Réponses',
    'campaigns.period_parts': 'Parties',
    'campaigns.period_cost': 'Coût en euros',
    'campaigns.period_sheet': 'Résultats',
    'campaigns.period_list': 'Liste',
    'campaigns.period_segment': 'Segment',
    'campaigns.period_operator': 'Opérateur',
    'campaigns.period_campaign': 'Campagne',
    'campaigns.period_total': 'Total',
    'campaigns.period_gone': 'supprimé depuis',
    'campaigns.paper_campaign': 'Résultats d’une campagne de {account}.',
    'campaigns.paper_period': 'Résultats des campagnes de {account} lancées du {from} au {until}.',
    'campaigns.paper_made': 'État au {at}, à l’heure de {zone}.',
    'campaigns.paper_period_title': 'Résultats du {from} au {until}',
    'campaigns.paper_state': 'État',
    'campaigns.paper_state_draft': 'Brouillon',
    'campaigns.paper_state_approved': 'Approuvée',
    'campaigns.paper_state_accepting': 'En préparation',
    'campaigns.paper_state_running': 'En cours d’envoi',
    'campaigns.paper_state_paused': 'En pause',
    'campaigns.paper_state_cancelled': 'Annulée',
    'campaigns.paper_state_done': 'Terminée',
    'campaigns.paper_class': 'Type de message',
    'campaigns.paper_class_marketing': 'Publicité',
    'campaigns.paper_class_alert': 'Alerte',
    'campaigns.paper_text': 'Texte',
    'campaigns.paper_launched': 'Lancée',
    'campaigns.paper_send_at': 'Pas avant',
    'campaigns.paper_ended': 'Terminée',
    'campaigns.paper_cost': 'Coût',
    'campaigns.paper_counting': 'encore en cours de comptage',
    'campaigns.paper_uncounted':
      'Les opérateurs, les parties et le coût de {count} campagnes sont encore en cours de comptage : ils manquent ici.',
    'campaigns.paper_deleted':
      'Les messages ont été supprimés le {date}, au terme de leur durée de conservation. Les totaux restent.',
    'campaigns.paper_cut':
      'Il y a plus de campagnes dans cette période. Les {count} dernières sont comptées.',
    'campaigns.paper_none': 'Aucune campagne n’a été lancée dans cette période.',
    'campaigns.paper_groups': 'Ce que les messages sont devenus',
    'campaigns.paper_group': 'Résultat',
    'campaigns.paper_share': 'Part',
    'campaigns.paper_not_arrived': 'Pourquoi des messages ne sont pas arrivés',
    'campaigns.paper_left_out': 'Non envoyés, refusés par une règle',
    'campaigns.paper_answers': 'Réponses',
    'campaigns.paper_answers_stopped': 'Personnes qui ont dit STOP',
    'campaigns.paper_answers_total': 'Toutes les réponses',
    'campaigns.paper_answers_to_read': 'Encore à lire',
    'campaigns.paper_operators': 'Par opérateur',
    'campaigns.paper_countries': 'Par pays',
    'campaigns.paper_kind': 'Type',
    'campaigns.paper_lists': 'Par liste ou segment',
    'campaigns.paper_each': 'Chaque campagne',
    'campaigns.paper_past': 'Par rapport à vos {count} dernières campagnes',
    'campaigns.paper_rate': 'Part',
    'campaigns.paper_own': 'Cette campagne',
    'campaigns.paper_median': 'Médiane des dernières',
    'campaigns.paper_rate_delivered': 'Remis, parmi les messages confiés à un opérateur',
    'campaigns.paper_rate_failed': 'Non remis, parmi les messages confiés à un opérateur',
    'campaigns.paper_rate_refused': 'Refusés par une règle, parmi tous',
    'campaigns.paper_rate_stopped': 'Ont dit STOP, parmi les personnes qui l’ont reçu',
    'campaigns.paper_rate_replied': 'Réponses, parmi les messages remis',
  },
})
