// Sentences of sending: refusals, holds, checks, states, the steps of a message's story, errors.
import { bilingual } from './sentences.ts'

export const refusalWords = bilingual({
  en: {
    'sending.class_missing': 'The message type is missing: marketing or alert.',
    'sending.alert_basis_missing':
      'An alert needs a legal basis: contract, legal obligation, vital interests, public task or legitimate interest.',
    'sending.number_not_usable':
      'This number cannot receive this SMS: it is a landline, a special number, or a fictional number (sandbox accounts only).',
    'sending.no_rules_for_country':
      'Accord has no rules for this country yet, so it sends no marketing there.',
    'sending.number_suppressed': 'This number has objected to such messages.',
    'sending.number_dead': 'Delivery receipts show that this number no longer works.',
    'sending.record_altered':
      'The record of this message or of this person’s consent was changed outside Accord. Nothing is sent until an administrator has compared it with the ledger.',
    'sending.consent_withdrawn': 'The person has withdrawn their consent.',
    'sending.no_consent': 'This person has not consented to SMS for this purpose and this sender.',
    'sending.consent_unproven':
      'A consent is declared, but its proof is missing or weaker than this account requires.',
    'sending.consent_expired': 'The consent has expired. Ask again.',
    'sending.restricted':
      'This person asked that their data be kept and not used, so nothing is sent to them.',
    'sending.consent_declined': 'A file says that this person did not agree to marketing.',
    'sending.in_quarantine': 'The contact’s consent is not proven.',
    'sending.minor_without_authorisation':
      'The person is below the age of consent, and no parental authorisation is recorded.',
    'sending.reply_under_review':
      'A reply from this person may mean STOP. Somebody must read it first.',
    'sending.alert_reads_like_advertising':
      'This alert looks like marketing. Send it as marketing, or have a second user approve it with a reason.',
    'sending.sector_banned': 'SMS marketing is forbidden in this sector, even with consent.',
    'sending.sender_not_registered': 'This sender is not registered for this account and country.',
    'sending.sender_not_allowed': 'This sender was refused for this account and country.',
    'sending.brand_missing': 'The sender is a number, so the text must say who is writing.',
    'sending.stop_mention_mismatch':
      'People could not reply STOP: the route has no STOP instruction, or the text gives another number.',
    'sending.merge_field_empty':
      'A field in the text is empty for this contact. Give a default value: {first_name|dear customer}.',
    'sending.text_too_long': 'The text is longer than ten parts.',
    'sending.frequency_cap_reached':
      'This person has reached the limit of four marketing messages in 30 days.',
    'sending.route_missing': 'No route reaches this number for this type of message.',
    'sending.route_without_contract':
      'The route is closed: the contract with its supplier has ended, is incomplete or is missing.',
    'sending.route_closed': 'The route is closed: it is disabled.',
    'sending.route_barred':
      'The only route goes to a supplier where this account objects to a change. Answer or withdraw the objection, or open another route.',
    'sending.outlived': 'It would arrive too late to be useful.',
  },
  fr: {
    'sending.class_missing': 'Le type de message manque : publicité ou alerte.',
    'sending.alert_basis_missing':
      'Une alerte demande une base légale : contrat, obligation légale, intérêts vitaux, mission d’intérêt public ou intérêt légitime.',
    'sending.number_not_usable':
      'Ce numéro ne peut pas recevoir ce SMS : c’est une ligne fixe, un numéro spécial, ou un numéro de fiction (comptes d’essai seulement).',
    'sending.no_rules_for_country':
      'Accord n’a pas encore de règles pour ce pays : il n’y envoie pas de publicité.',
    'sending.number_suppressed': 'Ce numéro s’oppose à de tels messages.',
    'sending.number_dead': 'Les accusés de réception montrent que ce numéro ne fonctionne plus.',
    'sending.record_altered':
      'L’enregistrement de ce message ou du consentement de cette personne a été modifié en dehors d’Accord. Rien n’est envoyé tant qu’un administrateur ne l’a pas comparé au registre.',
    'sending.consent_withdrawn': 'La personne a retiré son consentement.',
    'sending.no_consent':
      'Cette personne n’a pas consenti au SMS pour cette finalité et cet expéditeur.',
    'sending.consent_unproven':
      'Un consentement est déclaré, mais sa preuve manque ou est plus faible que celle exigée par ce compte.',
    'sending.consent_expired': 'Le consentement a expiré. Redemandez-le.',
    'sending.restricted':
      'Cette personne a demandé que ses données soient conservées sans être utilisées : rien ne lui est envoyé.',
    'sending.consent_declined': 'Un fichier dit que cette personne n’a pas accepté la publicité.',
    'sending.in_quarantine': 'Le consentement de ce contact n’est pas prouvé.',
    'sending.minor_without_authorisation':
      'La personne n’a pas l’âge de consentir, et aucune autorisation parentale n’est enregistrée.',
    'sending.reply_under_review':
      'Une réponse de cette personne veut peut-être dire STOP. Quelqu’un doit d’abord la lire.',
    'sending.alert_reads_like_advertising':
      'Cette alerte ressemble à une publicité. Envoyez-la comme publicité, ou faites-la approuver par un second utilisateur avec un motif.',
    'sending.sector_banned':
      'La publicité par SMS est interdite dans ce secteur, même avec consentement.',
    'sending.sender_not_registered': 'Cet expéditeur n’est pas déclaré pour ce compte et ce pays.',
    'sending.sender_not_allowed': 'Cet expéditeur a été refusé pour ce compte et ce pays.',
    'sending.brand_missing': 'L’expéditeur est un numéro : le texte doit dire qui écrit.',
    'sending.stop_mention_mismatch':
      'Personne ne pourrait répondre STOP : la route n’a pas de mention STOP, ou le texte donne un autre numéro.',
    'sending.merge_field_empty':
      'Un champ du texte est vide pour ce contact. Donnez une valeur par défaut : {first_name|cher client}.',
    'sending.text_too_long': 'Le texte dépasse dix parties.',
    'sending.frequency_cap_reached':
      'Cette personne a atteint la limite de quatre publicités en 30 jours.',
    'sending.route_missing': 'Aucune route ne joint ce numéro pour ce type de message.',
    'sending.route_without_contract':
      'La route est fermée : le contrat avec son fournisseur est échu, incomplet ou manquant.',
    'sending.route_closed': 'La route est fermée : elle est désactivée.',
    'sending.route_barred':
      'La seule route mène à un fournisseur chez qui ce compte s’oppose à un changement. Répondez à l’objection ou retirez-la, ou ouvrez une autre route.',
    'sending.outlived': 'Il arriverait trop tard pour être utile.',
  },
})

export const holdWords = bilingual({
  en: {
    'sending.outside_hours': 'Waiting for marketing hours where the person lives.',
    'sending.scheduled': 'Waiting for the scheduled time.',
    'sending.campaign_paused': 'Waiting: the campaign is paused.',
    'sending.campaign_paced': 'Waiting: the campaign has a limit per hour.',
    'sending.not_opened': 'Waiting: the key file of the account is missing or cannot be read.',
    'sending.account_suspended': 'Waiting: the account is suspended, or is going to be deleted.',
    'sending.supplier_barred':
      'Waiting for another route: the account objects to a change at the supplier of this one.',
    'sending.objections_unknown':
      'Waiting: the record of objections is damaged or incomplete, and this person may have objected. An administrator must compare the ledger and run `npx accord ledger mend`.',
  },
  fr: {
    'sending.outside_hours': 'En attente des heures de publicité là où vit la personne.',
    'sending.scheduled': 'En attente de l’heure programmée.',
    'sending.campaign_paused': 'En attente : la campagne est en pause.',
    'sending.campaign_paced': 'En attente : la campagne a une limite par heure.',
    'sending.not_opened': 'En attente : le fichier de clés du compte manque ou est illisible.',
    'sending.account_suspended': 'En attente : le compte est suspendu ou va être supprimé.',
    'sending.supplier_barred':
      'En attente d’une autre route : le compte s’oppose à un changement chez le fournisseur de celle-ci.',
    'sending.objections_unknown':
      'En attente : les oppositions enregistrées sont abîmées ou incomplètes, et cette personne a pu s’opposer. Un administrateur doit comparer le registre et lancer `npx accord ledger mend`.',
  },
})

/** Why a message ended without having arrived, beside the refusals. */
export const failureWords = bilingual({
  en: {
    'failure.called_back': 'It was cancelled before it was sent.',
    'failure.restored':
      'It was waiting when the database was restored, and may already have been sent. It was not sent again, so that nobody receives it twice.',
    'failure.campaign_cancelled': 'The campaign was cancelled before it was sent.',
    'failure.contact_gone': 'The contact was deleted before it was sent.',
    'failure.operator_refused': 'The operator refused it (status {status}).',
    'failure.not_encodable': 'The text contains a character that the route cannot send.',
    'failure.cut_changed':
      'The route changed how it splits long texts after a part of this message was sent.',
    'failure.not_delivered': 'The network could not deliver it (code {status}).',
    'failure.validity_over':
      'The phone was not reached while the message was valid (code {status}).',
    'failure.maybe_sent':
      'The operator did not answer and no delivery receipt came. It may have arrived.',
    'failure.no_receipt': 'The operator accepted it, but no delivery receipt came within 96 hours.',
    'failure.not_told': 'The reason was not recorded.',
    'failure.unknown_status': 'none given',
  },
  fr: {
    'failure.called_back': 'Il a été annulé avant l’envoi.',
    'failure.restored':
      'Il attendait lors de la restauration de la base et a peut-être déjà été envoyé. Il n’a pas été renvoyé, pour que personne ne le reçoive deux fois.',
    'failure.campaign_cancelled': 'La campagne a été annulée avant l’envoi.',
    'failure.contact_gone': 'Le contact a été supprimé avant l’envoi.',
    'failure.operator_refused': 'L’opérateur l’a refusé (statut {status}).',
    'failure.not_encodable': 'Le texte contient un caractère que la route ne peut pas envoyer.',
    'failure.cut_changed':
      'La route a changé sa façon de découper les textes longs après l’envoi d’une partie de ce message.',
    'failure.not_delivered': 'Le réseau n’a pas pu le remettre (code {status}).',
    'failure.validity_over':
      'Le téléphone n’a pas été joint pendant la durée de validité du message (code {status}).',
    'failure.maybe_sent':
      'L’opérateur n’a pas répondu et aucun accusé de réception n’est venu. Il est peut-être arrivé.',
    'failure.no_receipt':
      'L’opérateur l’a accepté, mais aucun accusé de réception n’est venu en 96 heures.',
    'failure.not_told': 'La raison n’a pas été enregistrée.',
    'failure.unknown_status': 'aucun',
  },
})

export const checkWords = bilingual({
  en: {
    'check.class_chosen': 'The message type is given',
    'check.alert_basis': 'The alert has a legal basis',
    'check.number_usable': 'The number can receive an SMS',
    'check.country_rules': 'Accord has rules for the country',
    'check.objection': 'The person has not objected',
    'check.consent':
      'A valid consent to SMS for this purpose, or another recorded and allowed legal basis',
    'check.restriction': 'The person’s data is not restricted',
    'check.quarantine': 'The contact’s consent is not to be proven',
    'check.age': 'The person has reached the age of consent',
    'check.reply_review': 'No reply is waiting to be read',
    'check.alert_wording': 'The alert does not look like marketing',
    'check.sector': 'SMS marketing is allowed in this sector',
    'check.sender': 'The sender is registered and approved',
    'check.brand': 'The text says who is writing',
    'check.stop_mention': 'The text says how to reply STOP on this route',
    'check.merge_fields': 'Every field in the text has a value',
    'check.length': 'The text is not too long',
    'check.frequency': 'The person has not received too many messages',
    'check.route': 'A route with a valid contract reaches the number',
    'check.useful_until': 'It will arrive in time to be useful',
    'check.hours': 'Hours and days allowed where the person lives',
    'check.schedule': 'The scheduled time has come',
    'check.number_works': 'Nothing shows that the number no longer works',
  },
  fr: {
    'check.class_chosen': 'Le type de message est indiqué',
    'check.alert_basis': 'L’alerte a une base légale',
    'check.number_usable': 'Le numéro peut recevoir un SMS',
    'check.country_rules': 'Accord a des règles pour le pays',
    'check.objection': 'La personne ne s’est pas opposée',
    'check.consent':
      'Un consentement valable au SMS pour cette finalité, ou une autre base légale enregistrée et admise',
    'check.restriction': 'L’utilisation des données de la personne n’est pas gelée',
    'check.quarantine': 'Le consentement du contact n’est pas à prouver',
    'check.age': 'La personne a l’âge de consentir',
    'check.reply_review': 'Aucune réponse n’attend d’être lue',
    'check.alert_wording': 'L’alerte ne ressemble pas à une publicité',
    'check.sector': 'La publicité par SMS est permise dans ce secteur',
    'check.sender': 'L’expéditeur est déclaré et approuvé',
    'check.brand': 'Le texte dit qui écrit',
    'check.stop_mention': 'Le texte dit comment répondre STOP sur cette route',
    'check.merge_fields': 'Chaque champ du texte a une valeur',
    'check.length': 'Le texte n’est pas trop long',
    'check.frequency': 'La personne n’a pas reçu trop de messages',
    'check.route': 'Une route sous contrat valable joint le numéro',
    'check.useful_until': 'Il arrivera à temps pour être utile',
    'check.hours': 'Heures et jours permis là où vit la personne',
    'check.schedule': 'L’heure programmée est venue',
    'check.number_works': 'Rien ne montre que le numéro ne fonctionne plus',
  },
})

export const stateWords = bilingual({
  en: {
    'state.accepted': 'accepted',
    'state.held': 'held',
    'state.queued': 'queued',
    'state.submitting': 'being sent',
    'state.submitted': 'sent, waiting for the receipt',
    'state.maybe_sent': 'perhaps sent',
    'state.delivered': 'delivered',
    'state.undelivered': 'not delivered',
    'state.expired': 'expired',
    'state.rejected': 'rejected by the operator',
    'state.refused': 'refused by a rule',
    'state.cancelled': 'cancelled',
    'state.unconfirmed': 'unconfirmed',
  },
  fr: {
    'state.accepted': 'accepté',
    'state.held': 'retenu',
    'state.queued': 'en file d’attente',
    'state.submitting': 'en cours d’envoi',
    'state.submitted': 'envoyé, accusé attendu',
    'state.maybe_sent': 'peut-être envoyé',
    'state.delivered': 'remis',
    'state.undelivered': 'non remis',
    'state.expired': 'expiré',
    'state.rejected': 'rejeté par l’opérateur',
    'state.refused': 'refusé par une règle',
    'state.cancelled': 'annulé',
    'state.unconfirmed': 'non confirmé',
  },
})

export const stepWords = bilingual({
  en: {
    'step.accepted': 'Accepted and saved to disk.',
    'step.checked': '{checks} checks done. Refusals: {refused}.',
    'step.held': 'Held until {until}: {why}',
    'step.held_open': 'Held: {why}',
    'step.queued': 'Queued for its route.',
    'step.cut': 'Parts: {segments}. Alphabet: {encoding.encoding}.',
    'encoding.gsm7': 'GSM 7',
    'encoding.ucs2': 'Unicode',
    'step.routed': 'Assigned to the route “{route}”.',
    'step.rerouted': 'Moved to the route “{route}”, because “{from}” is down.',
    'step.checked_again': 'Checked again when sent. Refusals: {refused}.',
    'step.submitted': 'Part {part} sent to the operator.',
    'step.acknowledged': 'The operator accepted part {part}.',
    'step.acknowledged_no': 'The operator refused part {part} (status {status}).',
    'step.acknowledged_unknown': 'No answer for part {part}. The operator may have accepted it.',
    'step.received': 'Delivery receipt for part {part}: {said}.',
    'outcome.enroute': 'on its way',
    'outcome.accepted': 'accepted',
    'outcome.unknown': 'unknown',
    'outcome.delivered': 'delivered',
    'outcome.undelivered': 'not delivered',
    'outcome.expired': 'expired',
    'outcome.rejected': 'rejected',
    'outcome.deleted': 'deleted by the operator',
    'step.put_back': 'Back in the queue: {why}.',
    'step.traced_reference':
      'A delivery receipt with our reference shows that the operator accepted it.',
    'step.traced_number':
      'A delivery receipt shows that the operator accepted it: its number, sender and time match only this message.',
    'step.found_open':
      'It was in flight when the sending engine stopped, and may have been sent. It is not sent again unless that was allowed.',
    'step.stopped_by_reply': 'Removed from the queue: the person replied STOP.',
    'step.called_back': 'Removed from the queue: it was cancelled.',
    'step.stopped_by_record': 'Removed from the queue: an objection or a withdrawal was recorded.',
    'step.ended': 'Ended: {state}.',
  },
  fr: {
    'step.accepted': 'Accepté et enregistré sur le disque.',
    'step.checked': '{checks} contrôles effectués. Refus : {refused}.',
    'step.held': 'Retenu jusqu’au {until} : {why}',
    'step.held_open': 'Retenu : {why}',
    'step.queued': 'Mis en file d’attente pour sa route.',
    'step.cut': 'Parties : {segments}. Alphabet : {encoding.encoding}.',
    'encoding.gsm7': 'GSM 7',
    'encoding.ucs2': 'Unicode',
    'step.routed': 'Attribué à la route « {route} ».',
    'step.rerouted': 'Passé à la route « {route} », car « {from} » est en panne.',
    'step.checked_again': 'Recontrôlé à l’envoi. Refus : {refused}.',
    'step.submitted': 'Partie {part} envoyée à l’opérateur.',
    'step.acknowledged': 'L’opérateur a accepté la partie {part}.',
    'step.acknowledged_no': 'L’opérateur a refusé la partie {part} (statut {status}).',
    'step.acknowledged_unknown':
      'Aucune réponse pour la partie {part}. L’opérateur l’a peut-être acceptée.',
    'step.received': 'Accusé de réception pour la partie {part} : {said}.',
    'outcome.enroute': 'en cours d’acheminement',
    'outcome.accepted': 'accepté',
    'outcome.unknown': 'inconnu',
    'outcome.delivered': 'remis',
    'outcome.undelivered': 'non remis',
    'outcome.expired': 'expiré',
    'outcome.rejected': 'rejeté',
    'outcome.deleted': 'supprimé par l’opérateur',
    'step.put_back': 'Remis en file d’attente : {why}.',
    'step.traced_reference':
      'Un accusé de réception avec notre référence montre que l’opérateur l’a accepté.',
    'step.traced_number':
      'Un accusé de réception montre que l’opérateur l’a accepté : son numéro, son expéditeur et son heure ne correspondent qu’à ce message.',
    'step.found_open':
      'Il était en cours d’envoi quand le moteur d’envoi s’est arrêté, et est peut-être parti. Il n’est pas renvoyé, sauf si cela a été autorisé.',
    'step.stopped_by_reply': 'Retiré de la file d’attente : la personne a répondu STOP.',
    'step.called_back': 'Retiré de la file d’attente : il a été annulé.',
    'step.stopped_by_record':
      'Retiré de la file d’attente : une opposition ou un retrait a été enregistré.',
    'step.ended': 'Terminé : {state}.',
  },
})

export const sendingWords = bilingual({
  en: {
    'sending.dead_number_not_found':
      'The number of this contact is not marked as one that no longer works.',
    'sending.dead_unknown_subscriber': 'The network answered that nobody has this number.',
    'sending.dead_repeated_failures':
      '{failures} messages in a row did not arrive, over two weeks or more.',
    'sending.message_not_found': 'There is no such message in this account.',
    'sending.message_not_waiting':
      'This message is no longer waiting, so it cannot be cancelled. Its state: {state}.',
    'sending.number_unreadable':
      'This is not a valid phone number. {number.reason} Write it in E.164, such as +33639980001.',
    'sending.purpose_missing':
      'Marketing needs a purpose. Send `purpose` as written in the consent.',
    'sending.controller_missing': 'There is no such organisation in this account.',
    'sending.basis_missing': 'An alert needs a legal basis. Send `basis`, such as `contract`.',
    'sending.scheduled_too_far': 'This date is more than {days} days ahead. Check the year.',
    'sending.text_blank': 'The text is empty. Write the message.',
    'sending.text_unprintable':
      'The text contains a character that phones cannot show ({character}, position {place}). Remove it.',
    'sending.sender_missing': 'The sender is missing. Send `sender`.',
    'sending.account_leaving':
      'This account is going to be deleted and cannot send. An owner of the account can undo the deletion under Settings.',
    'sending.account_suspended':
      'This account is suspended and cannot send. Ask whoever manages this installation.',
    'sending.override_not_allowed':
      'An override needs another user of the account who can approve. Name one.',
    'sending.queue_full': 'Too many messages are arriving. Wait a moment, then send again.',
    'sending.route_full':
      'Too many messages already wait for this route. Send again in {seconds} s.',
    'sending.too_many_for_sheet':
      'A spreadsheet holds at most {max} messages. Choose fewer days, or take the CSV.',
    'sending.still_leaving': 'A message to this number is still being sent. Try again in a moment.',
    'sending.inbound_not_found': 'There is no such reply in this account.',
    'sending.reply_not_waiting':
      'This reply is not waiting for review. You can still mark it as a STOP.',
    'sending.conversation_not_found': 'There is no such conversation in this account.',
    'sending.conversation_undecided':
      'A doubtful reply waits in this conversation. First say whether it is a STOP.',
    'sending.assignee_unknown': 'This person is not a user of the account.',
    'sending.nothing_held': 'Nothing is on hold. Sending has already resumed.',
    'sending.suppressions_unknown':
      'Some objections are missing: nobody can say who has objected. First record the objections that you know of and repair the ledger of each account (`npx accord ledger mend`), then resume marketing.',
    'sending.held_behind':
      'The database is older than the last messages sent: it was restored from a backup.',
    'sending.held_copied':
      'The keys folder was restored from a copy, which does not record what was sent later.',
    'sending.held_unmarked':
      'The keys folder does not record what was sent: it is older than this version, or its marks are missing.',
    'sending.held_asked': 'An administrator asked for it on the server.',
    'sending.person_erased': 'The number and text of this message were erased.',
    'sending.number_of_another':
      'Since this reply came, the number may have gone to somebody else, who would get your answer. Nothing was sent. Reach the person another way, or wait until they write again.',
    'sending.handset_is_real':
      'This account sends to real phones, so there is no simulated phone to show.',
    'sending.handset_absent':
      'This installation has no sandbox operator, or its route takes no replies: nobody plays the telephone.',
    'sending.handset_silent':
      'The sandbox operator did not take the reply: its link is not there at this moment, or no SMS holds the text. Try again.',
    'sending.hidden_code': '[code not shown]',
    'sending.hidden_link': '[link not shown]',
    'sending.contact_answer': '{controller} wrote to you. To stop marketing messages, reply STOP.',
  },
  fr: {
    'sending.dead_number_not_found': 'Le numéro de ce contact n’est pas marqué comme hors service.',
    'sending.dead_unknown_subscriber': 'Le réseau a répondu que personne n’a ce numéro.',
    'sending.dead_repeated_failures':
      '{failures} messages de suite ne sont pas arrivés, sur deux semaines au moins.',
    'sending.message_not_found': 'Ce message n’existe pas dans ce compte.',
    'sending.message_not_waiting':
      'Ce message n’est plus en attente et ne peut pas être annulé. Son état : {state}.',
    'sending.number_unreadable':
      'Ce n’est pas un numéro de téléphone valable. {number.reason} Écrivez-le en E.164, par exemple +33639980001.',
    'sending.purpose_missing':
      'Une publicité demande une finalité. Envoyez `purpose` tel qu’il figure dans le consentement.',
    'sending.controller_missing': 'Cette organisation n’existe pas dans ce compte.',
    'sending.basis_missing':
      'Une alerte demande une base légale. Envoyez `basis`, par exemple `contract`.',
    'sending.scheduled_too_far': 'Cette date est à plus de {days} jours. Vérifiez l’année.',
    'sending.text_blank': 'Le texte est vide. Écrivez le message.',
    'sending.text_unprintable':
      'Le texte contient un caractère que les téléphones n’affichent pas ({character}, position {place}). Retirez-le.',
    'sending.sender_missing': 'L’expéditeur manque. Envoyez `sender`.',
    'sending.account_leaving':
      'Ce compte va être supprimé et ne peut rien envoyer. Un propriétaire du compte peut annuler la suppression dans les paramètres.',
    'sending.account_suspended':
      'Ce compte est suspendu et ne peut rien envoyer. Adressez-vous à la personne qui gère l’installation.',
    'sending.override_not_allowed':
      'Pour passer outre, il faut un autre utilisateur du compte qui peut approuver. Nommez-le.',
    'sending.queue_full': 'Trop de messages arrivent. Attendez un instant, puis renvoyez.',
    'sending.route_full': 'Trop de messages attendent déjà cette route. Renvoyez dans {seconds} s.',
    'sending.too_many_for_sheet':
      'Un tableur contient au plus {max} messages. Choisissez moins de jours, ou prenez le CSV.',
    'sending.still_leaving':
      'Un message vers ce numéro est encore en cours d’envoi. Réessayez dans un instant.',
    'sending.inbound_not_found': 'Cette réponse n’existe pas dans ce compte.',
    'sending.reply_not_waiting':
      'Cette réponse n’est pas à relire. Vous pouvez quand même la marquer comme STOP.',
    'sending.conversation_not_found': 'Cette conversation n’existe pas dans ce compte.',
    'sending.conversation_undecided':
      'Une réponse douteuse attend dans cette conversation. Dites d’abord si c’est un STOP.',
    'sending.assignee_unknown': 'Cette personne n’est pas un utilisateur du compte.',
    'sending.nothing_held': 'Rien n’est suspendu. Les envois ont déjà repris.',
    'sending.suppressions_unknown':
      'Des oppositions manquent : on ne peut pas dire qui s’est opposé. Enregistrez d’abord les oppositions que vous connaissez et réparez le registre de chaque compte (`npx accord ledger mend`), puis reprenez la publicité.',
    'sending.held_behind':
      'La base est plus ancienne que les derniers messages envoyés : elle a été restaurée depuis une sauvegarde.',
    'sending.held_copied':
      'Le dossier des clés vient d’une copie, qui n’indique pas ce qui a été envoyé ensuite.',
    'sending.held_unmarked':
      'Le dossier des clés n’indique pas ce qui a été envoyé : il est plus ancien que cette version, ou ses repères manquent.',
    'sending.held_asked': 'Un administrateur l’a demandé sur le serveur.',
    'sending.person_erased': 'Le numéro et le texte de ce message ont été effacés.',
    'sending.number_of_another':
      'Depuis cette réponse, le numéro est peut-être passé à quelqu’un d’autre, qui recevrait votre message. Rien n’a été envoyé. Joignez la personne autrement, ou attendez qu’elle écrive de nouveau.',
    'sending.handset_is_real':
      'Ce compte envoie à de vrais téléphones : il n’y a pas de téléphone simulé à montrer.',
    'sending.handset_absent':
      'Cette installation n’a pas d’opérateur d’essai, ou sa route ne reçoit pas de réponses : personne ne joue le téléphone.',
    'sending.handset_silent':
      'L’opérateur d’essai n’a pas pris la réponse : son lien est coupé en ce moment, ou aucun SMS ne peut porter ce texte. Réessayez.',
    'sending.hidden_code': '[code non affiché]',
    'sending.hidden_link': '[lien non affiché]',
    'sending.contact_answer':
      '{controller} vous a écrit. Pour ne plus recevoir de publicité, répondez STOP.',
  },
})
