// Sentences of contacts, lists and legal entities.
import { bilingual } from './sentences.ts'

export const contactsWords = bilingual({
  en: {
    'contacts.contact_not_found': 'There is no such contact in this account.',
    'contacts.contact_erased': 'This person’s data was erased; it cannot be shown.',
    'contacts.contact_stale':
      'Somebody has changed this contact since you opened it. Close this window, open it again and check before you save. Nothing was changed.',
    'contacts.data_restricted':
      'This person asked that their data be kept and not used. It cannot be changed until you lift this under Data requests. Nothing was changed.',
    'contacts.deletion_restricted':
      'This person asked that their data be kept and not used. It is not deleted until you lift this in their request, or they ask to be erased. Nothing was deleted.',
    'contacts.deletion_request_open':
      'A request of this person waits for its answer. Answer it first: once the data is deleted, there is nothing left to answer with. If they ask to be erased, erase them from their request. Nothing was deleted.',
    'contacts.minor_protected':
      'By the date of birth that is held, this person is a minor and gets no marketing. If that date is wrong, write why: your name and the reason are recorded in the journal. Nothing was changed.',
    'contacts.held_row_stale':
      'This row has changed since you saw it. Compare it again, then decide.',
    'contacts.held_row_not_found':
      'This row waits for no decision: it was decided already, or the import was undone.',
    'contacts.held_data_restricted':
      'This person asked that their data be kept and not used, so the row changed nothing. Once you lift this under Data requests, you can take the row or leave it out.',
    'contacts.held_made_older':
      'By the date of birth that is held, this person is a minor, and the row would make them older. Nothing was changed: somebody has to decide.',
    'contacts.sort_of_segment':
      'People of a segment are found in the order in which they were added. Choose another order, or no segment.',
    'contacts.number_unusable':
      'No SMS can be sent to this number. Write a mobile number, with its country code if it is foreign.',
    'contacts.field_special':
      '“{name}” seems to be sensitive data (GDPR, articles 9 and 10). You can only import such values from a file, on a legal basis that is already approved.',
    'contacts.journal_too_long':
      'A spreadsheet holds at most {max} entries. Choose fewer days, or take the CSV.',
    'contacts.list_not_found': 'There is no such list in this account.',
    'contacts.controller_not_found': 'There is no such organisation in this account.',
    'contacts.controller_exists': 'The account already has an organisation with this name.',
    'contacts.reveal_not_allowed': 'Your role does not allow you to reveal numbers.',
    'contacts.list_in_use':
      'Campaigns or recurring sends still need this list: {campaigns}. Finish, cancel, end or change them first.',
    'contacts.nothing_to_merge': 'Choose at least one other list.',
    'contacts.lists_of_different_entities':
      'These lists are not of the same organisation: their people agreed to different senders.',
    'contacts.too_few_to_split':
      'The list has fewer people ({members}) than the parts you ask for.',
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
    'contacts.campaign_not_kept':
      'A rule is about a campaign of which nothing has left, or whose messages are no longer kept. Choose another campaign, or remove the rule.',
    'contacts.email_unusable':
      'An e-mail address has an @. Correct it, or leave the field empty. Nothing was changed.',
    'contacts.value_never_kept':
      'What is written for “{name}” seems to be an official number or bank data. Such data is never kept. Nothing was changed.',
    'contacts.value_sensitive':
      'What is written for “{name}” seems to be sensitive data (GDPR, articles 9 and 10). You can only import such values from a file, on a legal basis that is already approved. Nothing was changed.',
    'contacts.search_too_long':
      'A search by name can go through {max} people. Search in a smaller list, or by number or e-mail.',
    'contacts.search_changed': 'The search has changed. Start it again.',
    'contacts.too_many_searches':
      'You have searched by name too often in one hour. Wait {minutes} minutes, or ask a user who can reveal numbers.',
    'contacts.too_many_counts':
      'Too many counts in one minute, and each goes through all contacts. Wait {seconds} seconds, then count again.',
    'contacts.segment_not_found': 'There is no such segment in this account.',
    'contacts.segment_exists': 'There is already a segment named “{name}”.',
    'contacts.segments_too_many':
      'An account can have {max} segments. Delete one that you no longer use.',
    'contacts.reason_missing': 'Say why you need this person’s data.',
    'contacts.status_can_receive': 'Can receive marketing',
    'contacts.status_stopped': 'Said no',
    'contacts.status_declined': 'Did not agree',
    'contacts.status_stopped_on': 'Said STOP on {day}',
    'contacts.status_stopped_in': 'Said STOP in {month}',
    'contacts.status_restricted': 'Restricted',
    'contacts.status_restricted_since': 'Restricted since {day}',
    'contacts.status_unproven': 'Not proven',
    'contacts.status_expired': 'Expired',
    'contacts.status_expired_on': 'Expired on {day}',
    'contacts.status_checked': 'Being checked',
    'contacts.status_dead_number': 'Number no longer works',
    'contacts.status_dead_number_since': 'Number no longer works since {day}',
    'contacts.status_unreachable': 'Cannot be reached',
    'contacts.status_erased': 'Erased',
    'contacts.why_can_receive':
      'Agreed on {since}; it counts until {until} unless they say no before.',
    'contacts.why_other_basis':
      'No consent, but another legal basis that the account has switched on and recorded.',
    'contacts.why_withdrawn':
      'They took their consent back. No marketing leaves until they agree again themselves.',
    'contacts.why_said_stop_reply':
      'They answered STOP. No marketing leaves until they agree again themselves.',
    'contacts.why_said_objection':
      'They objected. No marketing leaves until they agree again themselves.',
    'contacts.why_said_withdrawal':
      'They took their consent back. No marketing leaves until they agree again themselves.',
    'contacts.why_said_erasure':
      'They asked for their data to be erased, and no marketing leaves to their number.',
    'contacts.why_said_imported_list':
      'Their number is on an opposition list that was imported. Only they can lift it.',
    'contacts.why_said_operator': 'Their operator told that they said STOP. Only they can lift it.',
    'contacts.why_said_desk':
      'They said no to your staff. No marketing leaves until they agree again themselves.',
    'contacts.why_restricted':
      'They asked that their data be kept and not used. Nothing is sent to them until you lift this under Data requests.',
    'contacts.why_unproven':
      'No consent that counts is recorded. Record one with its date, its source and the words shown.',
    'contacts.why_declined':
      'A file says that they did not agree to marketing, so there is nothing to prove. They can agree themselves, on a form or by a keyword.',
    'contacts.why_expired': 'Their consent has run out. Ask them again.',
    'contacts.why_checked':
      'A reply waits to be read, or their objections are being checked. No marketing leaves until then.',
    'contacts.why_dead_number':
      'Delivery receipts show that the number no longer works. No marketing leaves to it.',
    'contacts.why_dead_unknown_subscriber':
      'The network answered that nobody has this number. No marketing leaves to it. A delivery, a reply, a newer consent or somebody of your team can lift this.',
    'contacts.why_dead_repeated_failures':
      'Several messages in a row did not arrive, over two weeks or more. No marketing leaves to it. A delivery, a reply, a newer consent or somebody of your team can lift this.',
    'contacts.why_unreachable':
      'The rules of the country of the number have not been gone through.',
    'contacts.why_erased': 'Nothing is kept that could show this person.',
    'contacts.column_number': 'Number',
    'contacts.column_firstName': 'First name',
    'contacts.column_lastName': 'Last name',
    'contacts.column_email': 'E-mail',
    'contacts.column_postcode': 'Postcode',
    'contacts.column_birthDate': 'Date of birth',
    'contacts.column_reference': 'Own reference',
    'contacts.column_status': 'Status (code)',
    'contacts.column_status_sentence': 'Status',
    'contacts.column_status_since': 'Since',
    'contacts.column_added_at': 'Added on',
  },
  fr: {
    'contacts.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'contacts.contact_erased':
      'Les données de cette personne ont été effacées ; elles ne peuvent plus être montrées.',
    'contacts.contact_stale':
      'Ce contact a été modifié depuis que vous l’avez ouvert. Fermez cette fenêtre, rouvrez-la et vérifiez avant d’enregistrer. Rien n’a été modifié.',
    'contacts.data_restricted':
      'Cette personne a demandé que ses données soient conservées sans être utilisées. Elles ne se modifient pas tant que vous ne levez pas cette mesure dans Demandes sur les données. Rien n’a été modifié.',
    'contacts.deletion_restricted':
      'Cette personne a demandé que ses données soient conservées sans être utilisées. Elles ne se suppriment pas tant que vous ne levez pas le gel dans sa demande, sauf si elle demande son effacement. Rien n’a été supprimé.',
    'contacts.deletion_request_open':
      'Une demande de cette personne attend sa réponse. Répondez-y d’abord : une fois les données supprimées, il n’y a plus rien à répondre. Si elle demande son effacement, effacez-la depuis sa demande. Rien n’a été supprimé.',
    'contacts.minor_protected':
      'D’après la date de naissance conservée, cette personne est mineure, ce qui la protège de la publicité. Si cette date est fausse, écrivez pourquoi : votre nom et le motif sont inscrits au journal. Rien n’a été modifié.',
    'contacts.held_row_stale':
      'Cette ligne a changé depuis que vous l’avez vue. Comparez à nouveau, puis décidez.',
    'contacts.held_row_not_found':
      'Cette ligne n’attend pas de décision : elle est déjà prise, ou l’import a été annulé.',
    'contacts.held_data_restricted':
      'Cette personne a demandé que ses données soient conservées sans être utilisées : la ligne n’a rien modifié. Dès que vous levez cette mesure dans Demandes sur les données, vous pouvez reprendre la ligne ou l’écarter.',
    'contacts.held_made_older':
      'D’après la date de naissance conservée, cette personne est mineure, et la ligne lui donnerait un âge plus élevé. Rien n’a été modifié : quelqu’un doit décider.',
    'contacts.sort_of_segment':
      'Les personnes d’un segment sont trouvées dans l’ordre de leur ajout. Choisissez un autre ordre, ou aucun segment.',
    'contacts.number_unusable':
      'Aucun SMS ne peut être envoyé à ce numéro. Écrivez un numéro de mobile, avec l’indicatif s’il est étranger.',
    'contacts.field_special':
      '« {name} » semble être une donnée sensible (RGPD, articles 9 et 10). Vous ne pouvez importer de telles valeurs que depuis un fichier, sur une base légale déjà approuvée.',
    'contacts.journal_too_long':
      'Un tableur contient au plus {max} entrées. Choisissez moins de jours, ou prenez le CSV.',
    'contacts.list_not_found': 'Cette liste n’existe pas dans ce compte.',
    'contacts.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'contacts.controller_exists': 'Le compte a déjà une organisation de ce nom.',
    'contacts.reveal_not_allowed': 'Votre rôle ne vous permet pas de voir les numéros en clair.',
    'contacts.list_in_use':
      'Des campagnes ou des envois récurrents ont encore besoin de cette liste : {campaigns}. Terminez-les, annulez-les ou changez-les d’abord.',
    'contacts.nothing_to_merge': 'Choisissez au moins une autre liste.',
    'contacts.lists_of_different_entities':
      'Ces listes ne sont pas de la même organisation : leurs personnes ont accepté des expéditeurs différents.',
    'contacts.too_few_to_split':
      'La liste compte moins de personnes ({members}) que de parts demandées.',
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
    'contacts.campaign_not_kept':
      'Une règle porte sur une campagne dont rien n’est parti, ou dont les messages ne sont plus conservés. Choisissez une autre campagne, ou retirez la règle.',
    'contacts.email_unusable':
      'Une adresse e-mail contient un @. Corrigez-la, ou laissez le champ vide. Rien n’a été modifié.',
    'contacts.value_never_kept':
      'Ce qui est écrit pour « {name} » semble être un numéro officiel ou une donnée bancaire. De telles données ne sont jamais conservées. Rien n’a été modifié.',
    'contacts.value_sensitive':
      'Ce qui est écrit pour « {name} » semble être une donnée sensible (RGPD, articles 9 et 10). De telles valeurs ne peuvent venir que d’un fichier, sur une base légale déjà approuvée. Rien n’a été modifié.',
    'contacts.search_too_long':
      'Une recherche par nom peut parcourir {max} personnes. Cherchez dans une liste plus courte, ou par numéro ou e-mail.',
    'contacts.search_changed': 'La recherche a changé. Recommencez-la.',
    'contacts.too_many_searches':
      'Vous avez cherché trop de fois par nom en une heure. Attendez {minutes} minutes, ou demandez à un utilisateur qui peut voir les numéros en clair.',
    'contacts.too_many_counts':
      'Trop de comptages en une minute, et chacun parcourt tous les contacts. Attendez {seconds} secondes, puis recomptez.',
    'contacts.segment_not_found': 'Ce segment n’existe pas dans ce compte.',
    'contacts.segment_exists': 'Un segment s’appelle déjà « {name} ».',
    'contacts.segments_too_many':
      'Un compte peut avoir {max} segments. Supprimez-en un dont vous ne vous servez plus.',
    'contacts.reason_missing': 'Dites pourquoi vous avez besoin des données de cette personne.',
    'contacts.status_can_receive': 'Peut recevoir de la publicité',
    'contacts.status_stopped': 'A dit non',
    'contacts.status_declined': 'N’a pas accepté',
    'contacts.status_stopped_on': 'A dit STOP le {day}',
    'contacts.status_stopped_in': 'A dit STOP en {month}',
    'contacts.status_restricted': 'Utilisation gelée',
    'contacts.status_restricted_since': 'Utilisation gelée depuis le {day}',
    'contacts.status_unproven': 'Consentement à prouver',
    'contacts.status_expired': 'Consentement expiré',
    'contacts.status_expired_on': 'Consentement expiré le {day}',
    'contacts.status_checked': 'En cours de vérification',
    'contacts.status_dead_number': 'Numéro hors service',
    'contacts.status_dead_number_since': 'Numéro hors service depuis le {day}',
    'contacts.status_unreachable': 'Injoignable',
    'contacts.status_erased': 'Effacé',
    'contacts.why_can_receive':
      'A accepté le {since} ; cela compte jusqu’au {until}, sauf refus avant cette date.',
    'contacts.why_other_basis':
      'Pas de consentement, mais un autre base légale, activée par le compte et consignée.',
    'contacts.why_withdrawn':
      'A retiré son consentement. Aucune publicité ne part tant que la personne n’accepte pas de nouveau elle-même.',
    'contacts.why_said_stop_reply':
      'A répondu STOP. Aucune publicité ne part tant que la personne n’accepte pas de nouveau elle-même.',
    'contacts.why_said_objection':
      'S’est opposé. Aucune publicité ne part tant que la personne n’accepte pas de nouveau elle-même.',
    'contacts.why_said_withdrawal':
      'A retiré son consentement. Aucune publicité ne part tant que la personne n’accepte pas de nouveau elle-même.',
    'contacts.why_said_erasure':
      'A demandé l’effacement de ses données ; aucune publicité ne part vers ce numéro.',
    'contacts.why_said_imported_list':
      'Ce numéro figure dans une liste d’opposition importée. Seule la personne peut lever ce refus.',
    'contacts.why_said_operator':
      'Son opérateur a signalé un STOP. Seule la personne peut lever ce refus.',
    'contacts.why_said_desk':
      'A dit non à votre équipe. Aucune publicité ne part tant que la personne n’accepte pas de nouveau elle-même.',
    'contacts.why_restricted':
      'Cette personne a demandé que ses données soient conservées sans être utilisées. Rien ne lui est envoyé tant que vous ne levez pas cette mesure dans Demandes sur les données.',
    'contacts.why_unproven':
      'Aucun consentement valable n’est enregistré. Enregistrez-en un avec sa date, sa source et le texte montré.',
    'contacts.why_declined':
      'Un fichier dit que cette personne n’a pas accepté la publicité : il n’y a donc rien à prouver. Elle peut accepter elle-même, par un formulaire ou un mot-clé.',
    'contacts.why_expired': 'Son consentement est arrivé à son terme. Demandez-le de nouveau.',
    'contacts.why_checked':
      'Une réponse attend d’être lue, ou ses oppositions sont en cours de vérification. Aucune publicité ne part d’ici là.',
    'contacts.why_dead_number':
      'Les accusés de réception montrent que ce numéro ne fonctionne plus. Aucune publicité n’y part.',
    'contacts.why_dead_unknown_subscriber':
      'Le réseau a répondu que personne n’a ce numéro. Aucune publicité n’y part. Une remise, une réponse, un consentement plus récent ou une personne de votre équipe peut lever cette marque.',
    'contacts.why_dead_repeated_failures':
      'Plusieurs messages de suite ne sont pas arrivés, sur deux semaines au moins. Aucune publicité n’y part. Une remise, une réponse, un consentement plus récent ou une personne de votre équipe peut lever cette marque.',
    'contacts.why_unreachable': 'Les règles du pays de ce numéro n’ont pas encore été étudiées.',
    'contacts.why_erased': 'Plus rien n’est conservé qui puisse désigner cette personne.',
    'contacts.column_number': 'Numéro',
    'contacts.column_firstName': 'Prénom',
    'contacts.column_lastName': 'Nom',
    'contacts.column_email': 'E-mail',
    'contacts.column_postcode': 'Code postal',
    'contacts.column_birthDate': 'Date de naissance',
    'contacts.column_reference': 'Référence interne',
    'contacts.column_status': 'Statut (code)',
    'contacts.column_status_sentence': 'Statut',
    'contacts.column_status_since': 'Depuis',
    'contacts.column_added_at': 'Ajouté le',
  },
})
