// Sentences of sending: refusals, holds, checks, states, the steps of a message's story, errors.
import { bilingual } from './sentences.ts'

export const refusalWords = bilingual({
  en: {
    'sending.class_missing': 'Nobody said whether this is marketing or an alert.',
    'sending.alert_basis_missing':
      'An alert says why it may leave without consent: contract, legal obligation, vital interests, public task or legitimate interest.',
    'sending.number_not_usable':
      'This number cannot get an SMS from here: a landline, a special number, or one of the fiction ranges, which only a sandbox account writes to.',
    'sending.no_rules_for_country':
      'No rules for this country yet: marketing does not leave to it until somebody has gone through its law.',
    'sending.number_suppressed': 'This number gets no such messages.',
    'sending.record_altered':
      'What is kept of this message, or of this person’s consent, was changed outside the program. Nothing leaves until an administrator has compared it with the ledger.',
    'sending.consent_withdrawn': 'The person has withdrawn their consent.',
    'sending.no_consent':
      'There is no consent of this person for SMS, for this purpose and this sender.',
    'sending.consent_unproven':
      'A consent is claimed, and its proof is missing or weaker than this account asks for.',
    'sending.consent_expired': 'The consent has reached its end; ask again.',
    'sending.in_quarantine':
      'The contact came in without proof and is kept in quarantine for marketing.',
    'sending.minor_without_authorisation':
      'The person is below the age of consent, and no parent’s authorisation is recorded.',
    'sending.reply_under_review':
      'A reply of this person may mean “stop” and waits for somebody to read it.',
    'sending.alert_reads_like_advertising':
      'This alert reads like advertising. Send it as marketing, or have a second user answer for it with a reason.',
    'sending.sector_banned':
      'Advertising by SMS is forbidden in this sector, whatever the consent.',
    'sending.sender_not_registered': 'This sender is not registered for the account and country.',
    'sending.sender_not_allowed': 'This sender was refused for the account and country.',
    'sending.brand_missing':
      'The sender is a number: say in the text in whose name you are writing.',
    'sending.stop_mention_mismatch':
      'People could not say STOP: the route has no mention of its own, or the text names another number.',
    'sending.merge_field_empty':
      'A field named in the text is empty for this contact. Write what stands instead: {first_name|dear customer}.',
    'sending.text_too_long': 'The text is longer than ten segments.',
    'sending.frequency_cap_reached':
      'This person has had as many marketing messages as restraint allows: four in thirty days.',
    'sending.route_missing': 'No route leads there for this class of message.',
    'sending.route_closed':
      'The route is closed: it is switched off, or its contract is not valid.',
    'sending.outlived': 'It would arrive after the instant until which it is of use.',
  },
  fr: {
    'sending.class_missing': 'Il n’est pas dit s’il s’agit de publicité ou d’une alerte.',
    'sending.alert_basis_missing':
      'Une alerte dit pourquoi elle peut partir sans consentement : contrat, obligation légale, intérêts vitaux, mission publique ou intérêt légitime.',
    'sending.number_not_usable':
      'Ce numéro ne peut pas recevoir de SMS d’ici : ligne fixe, numéro spécial, ou tranche de fiction, à laquelle seul un compte d’essai écrit.',
    'sending.no_rules_for_country':
      'Pas encore de règles pour ce pays : aucune publicité n’y part tant que personne n’a étudié son droit.',
    'sending.number_suppressed': 'Ce numéro ne reçoit pas de tels messages.',
    'sending.record_altered':
      'Ce qui est gardé de ce message, ou du consentement de cette personne, a été modifié en dehors du programme. Rien ne part tant qu’un administrateur ne l’a pas comparé au registre.',
    'sending.consent_withdrawn': 'La personne a retiré son consentement.',
    'sending.no_consent':
      'Il n’y a pas de consentement de cette personne pour le SMS, cette finalité et cet émetteur.',
    'sending.consent_unproven':
      'Un consentement est déclaré, mais sa preuve manque ou est plus faible que ce que ce compte exige.',
    'sending.consent_expired': 'Le consentement est arrivé à son terme ; il faut le redemander.',
    'sending.in_quarantine':
      'Le contact est arrivé sans preuve ; il est en quarantaine pour la publicité.',
    'sending.minor_without_authorisation':
      'La personne n’a pas l’âge de consentir, et aucune autorisation parentale n’est enregistrée.',
    'sending.reply_under_review':
      'Une réponse de cette personne veut peut-être dire « stop » ; quelqu’un doit la lire.',
    'sending.alert_reads_like_advertising':
      'Cette alerte se lit comme de la publicité. Envoyez-la comme publicité, ou qu’un second utilisateur en réponde avec un motif.',
    'sending.sector_banned':
      'La publicité par SMS est interdite dans ce secteur, quel que soit le consentement.',
    'sending.sender_not_registered': 'Cet émetteur n’est pas enregistré pour le compte et le pays.',
    'sending.sender_not_allowed': 'Cet émetteur a été refusé pour le compte et le pays.',
    'sending.brand_missing':
      'L’émetteur est un numéro : dites dans le texte au nom de qui vous écrivez.',
    'sending.stop_mention_mismatch':
      'Personne ne pourrait dire STOP : la route n’a pas de mention, ou le texte donne un autre numéro.',
    'sending.merge_field_empty':
      'Un champ nommé dans le texte est vide pour ce contact. Écrivez ce qui le remplace : {first_name|cher client}.',
    'sending.text_too_long': 'Le texte dépasse dix segments.',
    'sending.frequency_cap_reached':
      'Cette personne a reçu autant de publicités que la retenue le permet : quatre en trente jours.',
    'sending.route_missing': 'Aucune route n’y mène pour cette classe de message.',
    'sending.route_closed':
      'La route est fermée : elle est désactivée, ou son contrat n’est pas valable.',
    'sending.outlived': 'Il arriverait après l’instant jusqu’auquel il est utile.',
  },
})

export const holdWords = bilingual({
  en: {
    'sending.outside_hours': 'It waits for the hours of marketing where the person lives.',
    'sending.scheduled': 'It waits for the instant that the sender asked for.',
    'sending.campaign_paused': 'It waits: its campaign is paused.',
    'sending.campaign_paced': 'It waits its turn: its campaign leaves at so many an hour.',
    'sending.not_opened': 'It waits: the key file of its account is missing or cannot be read.',
    'sending.account_suspended': 'It waits: its account is suspended.',
  },
  fr: {
    'sending.outside_hours': 'Il attend les heures de publicité du lieu où vit la personne.',
    'sending.scheduled': 'Il attend l’instant demandé par l’expéditeur.',
    'sending.campaign_paused': 'Il attend : sa campagne est en pause.',
    'sending.campaign_paced': 'Il attend son tour : sa campagne part à tant par heure.',
    'sending.not_opened': 'Il attend : le fichier de clés de son compte manque, ou ne se lit pas.',
    'sending.account_suspended': 'Il attend : son compte est suspendu.',
  },
})

/** Why a message ended without having arrived, beside the refusals. */
export const failureWords = bilingual({
  en: {
    'failure.called_back': 'It was called back before it left.',
    'failure.restored':
      'It waited when the database was put back to an earlier moment, and may have left before: it was ended, so that nobody receives it twice.',
    'failure.campaign_cancelled': 'Its campaign was cancelled before it left.',
    'failure.contact_gone': 'Its contact was deleted before it left.',
    'failure.operator_refused': 'The operator refused it (status {status}).',
    'failure.not_encodable': 'The text has a character that the route cannot carry.',
    'failure.cut_changed':
      'The route began to cut long texts in another way after a part of this message had left.',
    'failure.not_delivered': 'The network could not deliver it (code {status}).',
    'failure.validity_over':
      'The handset was not reached in the time for which the message was valid (code {status}).',
    'failure.maybe_sent':
      'The operator never answered, and no receipt came: it may have arrived or not.',
    'failure.no_receipt': 'The operator took it, and no receipt came in 96 hours.',
    'failure.not_told': 'The reason was not kept.',
    'failure.unknown_status': 'none given',
  },
  fr: {
    'failure.called_back': 'Il a été rappelé avant de partir.',
    'failure.restored':
      'Il attendait quand la base a été remise à un état antérieur, et il était peut-être déjà parti : il a été clos, pour que personne ne le reçoive deux fois.',
    'failure.campaign_cancelled': 'Sa campagne a été annulée avant son départ.',
    'failure.contact_gone': 'Son contact a été supprimé avant son départ.',
    'failure.operator_refused': 'L’opérateur l’a refusé (statut {status}).',
    'failure.not_encodable': 'Le texte contient un caractère que la route ne peut pas porter.',
    'failure.cut_changed':
      'La route a changé sa façon de découper les textes longs après le départ d’une partie de ce message.',
    'failure.not_delivered': 'Le réseau n’a pas pu le remettre (code {status}).',
    'failure.validity_over':
      'Le téléphone n’a pas été joint pendant la durée de validité du message (code {status}).',
    'failure.maybe_sent':
      'L’opérateur n’a jamais répondu, et aucun accusé n’est venu : il est peut-être arrivé.',
    'failure.no_receipt': 'L’opérateur l’a pris, et aucun accusé n’est venu en 96 heures.',
    'failure.not_told': 'La raison n’a pas été gardée.',
    'failure.unknown_status': 'aucun',
  },
})

export const checkWords = bilingual({
  en: {
    'check.class_chosen': 'The sender chose the class',
    'check.alert_basis': 'The alert says on which basis it leaves',
    'check.number_usable': 'The number can get an SMS',
    'check.country_rules': 'The country’s rules have been gone through',
    'check.objection': 'No objection of the person covers it',
    'check.consent':
      'An effective consent for SMS and this purpose, or another legal basis that is recorded and allowed',
    'check.quarantine': 'The contact is not in quarantine',
    'check.age': 'The person is of the age of consent',
    'check.reply_review': 'No reply waits to be read',
    'check.alert_wording': 'The alert does not read like advertising',
    'check.sector': 'The sector may advertise by SMS',
    'check.sender': 'The sender is registered and allowed',
    'check.brand': 'The text says on whose behalf',
    'check.stop_mention': 'The text says how to stop, by the route’s own number',
    'check.merge_fields': 'Every named field has a value',
    'check.length': 'The text has a bearable length',
    'check.frequency': 'Not too many messages to the same person',
    'check.route': 'A route with a valid contract leads there',
    'check.useful_until': 'It is still of use when it arrives',
    'check.hours': 'The hours and days of the person’s place',
    'check.schedule': 'The instant asked for has come',
  },
  fr: {
    'check.class_chosen': 'L’expéditeur a choisi la classe',
    'check.alert_basis': 'L’alerte dit sur quelle base elle part',
    'check.number_usable': 'Le numéro peut recevoir un SMS',
    'check.country_rules': 'Les règles du pays ont été étudiées',
    'check.objection': 'Aucune opposition de la personne ne la vise',
    'check.consent':
      'Un consentement effectif pour le SMS et cette finalité, ou une autre base enregistrée et admise',
    'check.quarantine': 'Le contact n’est pas en quarantaine',
    'check.age': 'La personne a l’âge de consentir',
    'check.reply_review': 'Aucune réponse n’attend d’être lue',
    'check.alert_wording': 'L’alerte ne se lit pas comme de la publicité',
    'check.sector': 'Le secteur peut faire de la publicité par SMS',
    'check.sender': 'L’émetteur est enregistré et permis',
    'check.brand': 'Le texte dit au nom de qui',
    'check.stop_mention': 'Le texte dit comment arrêter, par le numéro de la route',
    'check.merge_fields': 'Chaque champ nommé a une valeur',
    'check.length': 'Le texte a une longueur supportable',
    'check.frequency': 'Pas trop de messages à la même personne',
    'check.route': 'Une route sous contrat valable y mène',
    'check.useful_until': 'Il est encore utile à son arrivée',
    'check.hours': 'Les heures et jours du lieu de la personne',
    'check.schedule': 'L’instant demandé est venu',
  },
})

export const stateWords = bilingual({
  en: {
    'state.accepted': 'accepted',
    'state.held': 'held',
    'state.queued': 'queued',
    'state.submitting': 'being submitted',
    'state.submitted': 'with the operator',
    'state.maybe_sent': 'maybe sent',
    'state.delivered': 'delivered',
    'state.undelivered': 'not delivered',
    'state.expired': 'expired',
    'state.rejected': 'rejected by the operator',
    'state.refused': 'refused by a rule',
    'state.cancelled': 'cancelled',
    'state.unconfirmed': 'never confirmed',
  },
  fr: {
    'state.accepted': 'accepté',
    'state.held': 'retenu',
    'state.queued': 'en file',
    'state.submitting': 'en cours de remise',
    'state.submitted': 'chez l’opérateur',
    'state.maybe_sent': 'peut-être parti',
    'state.delivered': 'reçu',
    'state.undelivered': 'non reçu',
    'state.expired': 'périmé',
    'state.rejected': 'rejeté par l’opérateur',
    'state.refused': 'refusé par une règle',
    'state.cancelled': 'annulé',
    'state.unconfirmed': 'jamais confirmé',
  },
})

export const stepWords = bilingual({
  en: {
    'step.accepted': 'Accepted, and on disk before the answer was given.',
    'step.checked': '{checks} checks made. Refusals: {refused}.',
    'step.held': 'Held until {until}: {why}',
    'step.queued': 'In the queue of its route.',
    'step.cut': 'Cut into {segments} segment(s), in {encoding}.',
    'step.routed': 'Taken from the queue for the route “{route}”.',
    'step.rerouted': 'Moved to the route “{route}”, since “{from}” is down.',
    'step.checked_again': 'Checked again as it was sent. Refusals: {refused}.',
    'step.submitted': 'Part {part} left for the operator.',
    'step.acknowledged': 'The operator took part {part} and gave it an id.',
    'step.acknowledged_no': 'The operator refused part {part} (status {status}).',
    'step.acknowledged_unknown':
      'No answer came for part {part}: nobody can know whether it was taken.',
    'step.received': 'Receipt for part {part}: {said}.',
    'outcome.enroute': 'on its way',
    'outcome.accepted': 'accepted',
    'outcome.unknown': 'unknown',
    'outcome.delivered': 'delivered',
    'outcome.undelivered': 'not delivered',
    'outcome.expired': 'expired',
    'outcome.rejected': 'rejected',
    'outcome.deleted': 'deleted by the operator',
    'step.put_back': 'Back into the queue: {why}.',
    'step.traced_reference':
      'A receipt tells that the operator took it: it echoes our own reference.',
    'step.traced_number':
      'A receipt tells that the operator took it: number, sender and time fit this message alone.',
    'step.found_open':
      'Found in flight in an engine that had died: it may have left, and is not sent again unless its sender wanted that.',
    'step.stopped_by_reply': 'Taken out of the queue: the person said STOP.',
    'step.called_back': 'Taken out of the queue: it was called back.',
    'step.stopped_by_record': 'Taken out of the queue: an objection or a withdrawal was recorded.',
    'step.ended': 'Ended: {state}.',
  },
  fr: {
    'step.accepted': 'Accepté, et sur le disque avant que la réponse soit donnée.',
    'step.checked': '{checks} contrôles effectués. Refus : {refused}.',
    'step.held': 'Retenu jusqu’au {until} : {why}',
    'step.queued': 'Dans la file de sa route.',
    'step.cut': 'Découpé en {segments} segment(s), en {encoding}.',
    'step.routed': 'Pris dans la file pour la route « {route} ».',
    'step.rerouted': 'Passé à la route « {route} », car « {from} » est coupée.',
    'step.checked_again': 'Recontrôlé à l’envoi. Refus : {refused}.',
    'step.submitted': 'La partie {part} est partie vers l’opérateur.',
    'step.acknowledged': 'L’opérateur a pris la partie {part} et lui a donné un identifiant.',
    'step.acknowledged_no': 'L’opérateur a refusé la partie {part} (statut {status}).',
    'step.acknowledged_unknown':
      'Aucune réponse pour la partie {part} : personne ne peut savoir si elle a été prise.',
    'step.received': 'Accusé pour la partie {part} : {said}.',
    'outcome.enroute': 'en chemin',
    'outcome.accepted': 'accepté',
    'outcome.unknown': 'inconnu',
    'outcome.delivered': 'reçu',
    'outcome.undelivered': 'non reçu',
    'outcome.expired': 'périmé',
    'outcome.rejected': 'rejeté',
    'outcome.deleted': 'supprimé par l’opérateur',
    'step.put_back': 'Remis en file : {why}.',
    'step.traced_reference':
      'Un accusé dit que l’opérateur l’a pris : il rappelle notre propre référence.',
    'step.traced_number':
      'Un accusé dit que l’opérateur l’a pris : numéro, émetteur et heure ne vont qu’à ce message.',
    'step.found_open':
      'Trouvé en main d’un moteur mort : il est peut-être parti, et n’est pas renvoyé sauf si l’expéditeur l’a voulu.',
    'step.stopped_by_reply': 'Sorti de la file : la personne a dit STOP.',
    'step.called_back': 'Sorti de la file : il a été rappelé.',
    'step.stopped_by_record': 'Sorti de la file : une opposition ou un retrait a été enregistré.',
    'step.ended': 'Terminé : {state}.',
  },
})

export const sendingWords = bilingual({
  en: {
    'sending.message_not_found': 'There is no such message in this account.',
    'sending.message_not_waiting':
      'This message no longer waits, so it cannot be called back: it is {state}.',
    'sending.number_unreadable':
      'This is no telephone number that can be read ({reason}); give it in E.164, such as +33639980001.',
    'sending.purpose_missing':
      'Marketing names its purpose: send `purpose` as it stands in the consent.',
    'sending.controller_missing': 'There is no such controller in this account.',
    'sending.basis_missing':
      'An alert says why it may leave without consent: send `basis`, such as `contract`.',
    'sending.scheduled_too_far': 'This instant is more than {days} days ahead: look at the year.',
    'sending.text_blank': 'There is nothing to read in this text: write what people are to see.',
    'sending.text_unprintable':
      'The text holds a character that no telephone shows ({character}, place {place}): take it out.',
    'sending.account_suspended':
      'This account is suspended: nothing of it is accepted. Ask whoever manages this installation.',
    'sending.sender_missing': 'Say as from whom: send `sender`.',
    'sending.override_not_allowed':
      'An override is the word of another user of the account who may approve; name one.',
    'sending.queue_full':
      'More is coming in than can be kept up with. Wait a moment, then send again.',
    'sending.route_full':
      'More already waits for this route than it carries in the time set. Send again in {seconds} s.',
    'sending.still_leaving':
      'A message to this number is still on its way out; try again in a moment.',
    'sending.inbound_not_found': 'There is no such reply in this account.',
    'sending.reply_not_waiting':
      'This reply waits for no word; that it was a STOP can be said of it all the same.',
    'sending.nothing_held': 'Nothing is held: sending goes on already.',
    'sending.suppressions_unknown':
      'Objections are missing, so that the gate would end waiting advertising for good. Mend the ledger of each account first (`accord ledger mend`), then let advertising go.',
    'sending.held_behind':
      'The database is older than what has left: it was put back to an earlier moment.',
    'sending.held_copied':
      'The keys folder was put back from a copy, which cannot tell what left after it was made.',
    'sending.held_unmarked':
      'The keys folder does not tell what has left: it is older than this version, or its marks are gone.',
    'sending.held_asked': 'Somebody at the machine asked for it.',
    'sending.person_erased': 'The number and the text of this message can no longer be opened.',
    'sending.handset_is_real':
      'This account writes to real telephones. What they receive is shown there, and nowhere else.',
    'sending.hidden_code': '[code not shown]',
    'sending.hidden_link': '[link not shown]',
    'sending.contact_answer': '{controller} wrote to you. To stop advertising, reply STOP.',
  },
  fr: {
    'sending.message_not_found': 'Il n’y a pas de tel message dans ce compte.',
    'sending.message_not_waiting':
      'Ce message n’attend plus ; il ne peut pas être rappelé. Son état : {state}.',
    'sending.number_unreadable':
      'Ce n’est pas un numéro de téléphone lisible ({reason}) ; donnez-le en E.164, par exemple +33639980001.',
    'sending.purpose_missing':
      'La publicité nomme sa finalité : envoyez `purpose` tel qu’il figure dans le consentement.',
    'sending.controller_missing': 'Il n’y a pas de tel responsable dans ce compte.',
    'sending.basis_missing':
      'Une alerte dit pourquoi elle peut partir sans consentement : envoyez `basis`, par exemple `contract`.',
    'sending.scheduled_too_far': 'Cet instant est à plus de {days} jours : vérifiez l’année.',
    'sending.text_blank': 'Il n’y a rien à lire dans ce texte : écrivez ce que l’on doit voir.',
    'sending.text_unprintable':
      'Le texte contient un caractère qu’aucun téléphone n’affiche ({character}, place {place}) : retirez-le.',
    'sending.account_suspended':
      'Ce compte est suspendu : rien n’est accepté de sa part. Adressez-vous à la personne qui gère l’installation.',
    'sending.sender_missing': 'Dites au nom de qui : envoyez `sender`.',
    'sending.override_not_allowed':
      'Passer outre demande la parole d’un autre utilisateur du compte qui peut approuver ; nommez-le.',
    'sending.queue_full':
      'Il arrive plus que ce qui peut être suivi. Attendez un instant, puis renvoyez.',
    'sending.route_full':
      'Il attend déjà plus pour cette route qu’elle ne porte dans le temps fixé. Renvoyez dans {seconds} s.',
    'sending.still_leaving':
      'Un message vers ce numéro est encore en train de partir ; réessayez dans un instant.',
    'sending.inbound_not_found': 'Il n’y a pas de telle réponse dans ce compte.',
    'sending.reply_not_waiting':
      'Cette réponse n’attend pas d’être jugée ; on peut tout de même dire que c’était un STOP.',
    'sending.nothing_held': 'Rien n’est retenu : l’envoi est déjà en cours.',
    'sending.suppressions_unknown':
      'Des oppositions manquent : la publicité en attente serait refusée pour de bon. Réparez d’abord le registre de chaque compte (`accord ledger mend`), puis laissez partir la publicité.',
    'sending.held_behind':
      'La base est plus ancienne que ce qui est parti : elle a été remise à un état antérieur.',
    'sending.held_copied':
      'Le dossier des clés vient d’une copie, qui ne peut dire ce qui est parti après elle.',
    'sending.held_unmarked':
      'Le dossier des clés ne dit pas ce qui est parti : il est plus ancien que cette version, ou ses repères ont disparu.',
    'sending.held_asked': 'Quelqu’un l’a demandé sur la machine.',
    'sending.person_erased': 'Le numéro et le texte de ce message ne peuvent plus être ouverts.',
    'sending.handset_is_real':
      'Ce compte écrit à de vrais téléphones. Ce qu’ils reçoivent s’affiche chez eux, et nulle part ailleurs.',
    'sending.hidden_code': '[code non affiché]',
    'sending.hidden_link': '[lien non affiché]',
    'sending.contact_answer':
      '{controller} vous a écrit. Pour ne plus recevoir de publicité, répondez STOP.',
  },
})
