// Sentences of the errors of forms, of a person’s page and of their requests.
import { bilingual } from '../sentences.ts'

export const preferencesWords = bilingual({
  en: {
    'preferences.form_not_found': 'There is no such form.',
    'preferences.form_not_draft': 'This form is no longer a draft. Duplicate it into a new one.',
    'preferences.form_not_draft_kept':
      'Only a draft can be deleted. People saw this form: close it. It stays as a proof of what they agreed to.',
    'preferences.form_open_fixed':
      'This form is open: its wordings and questions stay as people saw them. Correct its notice or sender, or duplicate it into a draft.',
    'preferences.form_closed':
      'This form is closed and does not change. Duplicate it into a draft.',
    'preferences.controller_not_found': 'This organisation does not exist in this account.',
    'preferences.contact_not_found': 'This contact does not exist in this account.',
    'preferences.link_not_found':
      'This link does not exist or has expired. Ask whoever writes to you for a new one, for example on their form. To stop marketing, reply STOP to a message.',
    'preferences.address_missing':
      'No link can be sent, because the server’s public address is not set. An administrator must set ACCORD_URL, for example to https://sms.example.org, and restart the server.',
    'preferences.handset_written_to':
      'Several codes or links were sent to this phone in the last 15 minutes. Wait, then try again.',
    'preferences.link_not_sent': 'The link was not sent. {reason} Mend that, then try again.',
    'preferences.request_not_found': 'There is no such request.',
    'preferences.request_answered': 'This request has already been answered.',
    'preferences.request_outcome_unfit':
      'This result does not fit the request. Choose one of the results listed for it.',
    'preferences.request_is_theirs':
      'The person asked for this or confirmed it themselves, so it is no mistake of yours. Answer it; if they no longer want an answer, choose “Taken back by the person”.',
    'preferences.request_not_erased':
      'The contact is not erased yet. Erase the person from this request, or choose another result.',
    'preferences.request_without_text': 'This request has no text, or its person is erased.',
    'preferences.request_act_unfit': 'This cannot be done for this kind of request.',
    'preferences.request_of_nobody':
      'The person is erased, so nothing can be done for them any more.',
    'preferences.request_of_asker':
      'The person who asks is not a contact: nothing can be changed, prepared or confirmed for them. Search for them, tie the request to a contact, or answer it.',
    'preferences.request_not_of_asker':
      'This request is of a contact already, or of somebody who is erased.',
    'preferences.request_of_contact':
      'This number is a contact’s. Record the request for that contact.',
    'preferences.request_number_unread':
      'This is no telephone number. Write it with its country code, or leave it out.',
    'preferences.request_search_first':
      'Search your data for the person first, to the end and within the last day: the answer tells what was found.',
    'preferences.request_match_found':
      'A contact has the number, the e-mail or the reference that they gave. Search again, then tie the request to that contact, say what shows that none of them is the person who asks, or answer that they cannot be identified.',
    'preferences.request_matches_unseen':
      'More than {max} contacts may be this person, and not all of them were shown. Ask for more details and search again, or answer that they cannot be identified.',
    'preferences.request_objection_first':
      'This objection was carried out: its number is on the list of objections and gets no more advertising. Choose the result that says so.',
    'preferences.request_namesakes':
      'Contacts have the same name. Tie the request to one of them, say that you made sure that none of them is the person who asks, or answer that they cannot be identified.',
    'preferences.request_number_listed':
      'Their number is on the list of objections. Choose the result that says so.',
    'preferences.request_number_not_listed':
      'Their number is not on the list of objections, or none was given. Choose another result.',
    'preferences.request_objections_unknown':
      'Nobody can say now whether this number has objected: the key for it is missing. Restore the keys, then answer.',
    'preferences.request_page_not_found': 'There is no such page.',
    'preferences.request_not_identified':
      'It is not sure yet who asks. First ask the person to confirm, or record how you know them.',
    'preferences.request_identity_known': 'Nothing needs to be asked: it is sure enough who asks.',
    'preferences.request_number_changed_hands':
      'This number was out of use and may be somebody else’s now, so nothing about the person goes to it. Make sure in another way who asks, record it, and answer the person yourself.',
    'preferences.number_changed_hands':
      'This number was out of use for a time and may have belonged to somebody else. So a code sent to it is not enough to open this. Ask for a copy on your page: whoever answers you makes sure in another way that it is you.',
    'preferences.request_extended': 'This request was already extended. The law allows it once.',
    'preferences.request_late':
      'The time to answer is over, so it can no longer be extended. Answer now.',
    'preferences.request_late_to_ask':
      'The time to answer is over, so it can no longer be paused. Answer now.',
    'preferences.request_details_asked':
      'They were asked for details once already, and the time to answer was paused for it. Answer with what you have.',
    'preferences.request_others_open':
      'Another request of this person waits for its answer. Answer it first: once they are erased, there is nothing left to answer with. Or choose why they are erased before.',
    'preferences.request_nothing_changed': 'The contact already says so. Nothing was changed.',
    'preferences.request_not_carried_out':
      'Use the button that does it: the answer is then recorded by itself.',
    'preferences.request_not_restricted': 'The data of this person is not restricted.',
    'preferences.request_lift_untold':
      'The restriction stays: the person could not be told by SMS, and must be told before their data is used again (GDPR, article 18(3)). {reason} Tell them another way, for example by letter, then state how and on which day.',
    'preferences.request_being_lifted':
      'Somebody else is lifting this restriction, and the person is about to be told. Look again in a minute.',
    'preferences.request_told_day_wrong':
      'The day on which the person was told must not be before the restriction, and not in the future.',
    'preferences.request_lift_day_wrong':
      'The day from which the data is used again must be one of the next 12 months, from tomorrow on.',
    'preferences.told_by_phone': 'They were told by telephone.',
    'preferences.told_by_letter': 'They were told by letter.',
    'preferences.told_by_email': 'They were told by e-mail.',
    'preferences.told_by_in_person': 'They were told in person.',
    'preferences.request_day_wrong':
      'The day of arrival must be a date of the last 12 months, and not in the future.',
    'preferences.request_identity_paper':
      'Identity papers are never taken. Do not ask for them, and destroy the file. A code to the number shows who the person is.',
    'preferences.request_letter_type':
      'This file is not a PDF, a picture (JPEG, PNG) or a recording. Save it in one of these formats, then choose it again.',
    'preferences.request_letters_too_many':
      'A request can have {max} files. Put the pages together in one PDF.',
    'preferences.request_letter_unfit':
      'This letter does not fit the request as it stands. First take the step that the letter tells of.',
    'preferences.request_letter_not_found': 'There is no such file, or its person is erased.',
    'preferences.answer_not_ready': 'There is no answer to fetch, or its time is over.',
    'preferences.answer_code_message':
      '{controller}: your code to open your data is {code}. It is valid for {minutes} minutes. Give it to nobody.',
    'preferences.answer_code_subject': 'Your second code',
    'preferences.answer_code_mail':
      'Your code to open your data held by {controller}: {code}. It is valid for {minutes} minutes. If you did not ask for it, ignore this e-mail.',
    'preferences.logo_not_found': 'There is no such logo.',
    'preferences.logo_not_a_picture':
      'This file is not a PNG or JPEG picture. Save the logo in one of these formats, then choose it again. SVG is not accepted.',
    'preferences.logo_damaged':
      'This picture is damaged or incomplete. Save it again, then choose it again.',
    'preferences.logo_too_wide':
      'This picture is larger than {side} pixels. Make it at most {side} pixels wide and high.',
    'preferences.nothing_to_withdraw':
      'This person did not give this consent, or has already withdrawn it.',
    'preferences.form_wordings_missing': 'Choose at least one wording.',
    'preferences.form_wording_unknown': 'One of the wordings does not exist in this account.',
    'preferences.form_wording_not_published':
      'One of the wordings is not published. Publish it first.',
    'preferences.form_wording_not_web': 'One of the wordings is not for a web page.',
    'preferences.form_wording_without_box':
      'One of the wordings has no unticked checkbox. On a web page, people consent by ticking one.',
    'preferences.form_wording_of_other_controller':
      'One of the wordings names a different organisation from the form.',
    'preferences.form_wording_in_other_language':
      'One of the wordings is not in the language of the form.',
    'preferences.form_purpose_twice': 'Two wordings cover the same purpose. Keep one.',
    'preferences.form_age_below_consent':
      'The minimum age is below the age of consent in the account’s country, where a parent must also agree. Choose a higher age.',
    'preferences.keyword_not_found': 'There is no such keyword in this account.',
    'preferences.keyword_not_a_word':
      'A keyword must be one word of at most 20 letters and digits, such as JOIN.',
    'preferences.keyword_is_command':
      '{word} is reserved: it means stop, help or “who are you” on every number. Choose another word.',
    'preferences.keyword_route_not_found': 'There is no such route.',
    'preferences.keyword_wording_unfit':
      'A keyword needs a published wording that mentions SMS and has no checkbox ticked in advance.',
    'preferences.keyword_word_taken':
      '{word} is already used on this number. Choose another word or another number.',
    'preferences.keyword_ask':
      '{controller} asks you: “{words}” Reply YES to agree. If you do not reply, nothing changes.',
    'preferences.keyword_thanks':
      '{controller}: thank you, you will receive our SMS. Reply STOP at any time to end them.',
    'preferences.code_message':
      '{controller}: your code is {code}. It is valid for {minutes} minutes. If you did not ask for it, ignore this message.',
    'preferences.code_after_stop':
      '{controller}: you replied STOP before. To hear from us again, enter {code} on our form within {minutes} minutes. Otherwise do nothing.',
    'preferences.link_message':
      '{controller}: your personal page, until {date}: {url} Do not share this link.',
    'preferences.told_received':
      '{controller}: we received your request of {asked}. We will answer by {due}. Your page, until {until}: {url} Do not share this link.',
    'preferences.told_received_plain':
      '{controller}: we received your request of {asked}. We will answer by {due}.',
    'preferences.told_received_undated':
      '{controller}: we received your request of {asked}. Your page, until {until}: {url} Do not share this link.',
    'preferences.told_received_plain_undated': '{controller}: we received your request of {asked}.',
    'preferences.told_extended_undated':
      '{controller}: we need more time for your request of {asked}. Read why until {until}: {url} Do not share this link.',
    'preferences.told_extended':
      '{controller}: we need more time for your request of {asked}. We will answer by {due}. Read why until {until}: {url} Do not share this link.',
    'preferences.told_answered':
      '{controller}: your request of {asked} has its answer. Read it until {until}: {url} Do not share this link.',
    'preferences.told_lifted':
      '{controller}: after your request of {asked}, we are about to use your data again. Read why until {until}: {url} Do not share this link.',
    'preferences.not_told_erased':
      'The person is erased: there is no contact to write to any more. Send the letter of the answer by post.',
    'preferences.not_told_no_contact':
      'This person is not a contact, so no SMS is sent. Tell them by letter or e-mail.',
    'preferences.not_told_by_mistake':
      'The request was recorded by mistake, and the person was never told of it.',
    'preferences.not_told_closed': 'The account is being deleted: nothing is sent any more.',
    'preferences.not_told_no_sender':
      'No sender is approved. Declare one under Senders, and tell the person by letter.',
    'preferences.not_told_no_address':
      'The server’s public address is not set, so a link would lead nowhere. An administrator must set ACCORD_URL. Tell the person by letter.',
    'preferences.not_told_number_changed':
      'The number was out of use and may belong to somebody else now. Tell the person by letter.',
    'preferences.not_told_number_dead':
      'The network says that nobody has this number any more. Tell the person by letter.',
    'preferences.not_told_failed':
      'Sending failed for more than a day. Send the link to their page, or tell them by letter.',
  },
  fr: {
    'preferences.form_not_found': 'Ce formulaire n’existe pas.',
    'preferences.form_not_draft':
      'Ce formulaire n’est plus un brouillon. Dupliquez-le en un nouveau.',
    'preferences.form_not_draft_kept':
      'Seul un brouillon peut être supprimé. Des personnes ont vu ce formulaire : fermez-le. Il reste comme preuve de ce qu’elles ont accepté.',
    'preferences.form_open_fixed':
      'Ce formulaire est ouvert : ses textes et ses questions restent tels que vus. Corrigez son information ou son expéditeur, ou dupliquez-le en brouillon.',
    'preferences.form_closed':
      'Ce formulaire est fermé et ne change plus. Dupliquez-le en brouillon.',
    'preferences.controller_not_found': 'Cette organisation n’existe pas dans ce compte.',
    'preferences.contact_not_found': 'Ce contact n’existe pas dans ce compte.',
    'preferences.link_not_found':
      'Ce lien n’existe pas ou a expiré. Demandez-en un autre à l’organisme qui vous écrit, par exemple sur son formulaire. Pour arrêter la publicité, répondez STOP à un message.',
    'preferences.address_missing':
      'Aucun lien ne peut être envoyé, car l’adresse publique du serveur n’est pas définie. Un administrateur doit définir ACCORD_URL, par exemple https://sms.example.org, puis redémarrer le serveur.',
    'preferences.handset_written_to':
      'Plusieurs codes ou liens ont été envoyés à ce téléphone dans les 15 dernières minutes. Attendez, puis réessayez.',
    'preferences.link_not_sent':
      'Le lien n’a pas été envoyé. {reason} Corrigez cela, puis réessayez.',
    'preferences.request_not_found': 'Cette demande n’existe pas.',
    'preferences.request_answered': 'Cette demande a déjà reçu sa réponse.',
    'preferences.request_outcome_unfit':
      'Ce résultat ne convient pas à la demande. Choisissez un des résultats proposés.',
    'preferences.request_is_theirs':
      'La personne l’a demandé ou confirmé elle-même : ce n’est pas une erreur de votre part. Répondez-lui ; si elle ne veut plus de réponse, choisissez « Retirée par la personne ».',
    'preferences.request_not_erased':
      'Le contact n’est pas encore effacé. Effacez la personne depuis cette demande, ou choisissez un autre résultat.',
    'preferences.request_without_text':
      'Cette demande n’a pas de texte, ou la personne est effacée.',
    'preferences.request_act_unfit': 'Cette action ne convient pas à ce type de demande.',
    'preferences.request_of_nobody':
      'Cette personne est effacée : plus rien ne peut être fait pour elle.',
    'preferences.request_of_asker':
      'La personne n’est pas un contact : rien ne peut être changé, préparé ou confirmé pour elle. Cherchez-la, rattachez la demande à un contact, ou répondez.',
    'preferences.request_not_of_asker':
      'Cette demande est déjà celle d’un contact, ou d’une personne effacée.',
    'preferences.request_of_contact':
      'Ce numéro est celui d’un contact. Enregistrez la demande pour ce contact.',
    'preferences.request_number_unread':
      'Ce n’est pas un numéro de téléphone. Écrivez-le avec son indicatif, ou laissez ce champ vide.',
    'preferences.request_search_first':
      'Cherchez d’abord la personne dans vos données, jusqu’au bout et depuis moins d’un jour : la réponse dit ce qui a été trouvé.',
    'preferences.request_match_found':
      'Un contact a le numéro, l’e-mail ou la référence donnés par la personne. Cherchez à nouveau, puis rattachez la demande à ce contact, indiquez ce qui montre qu’aucun n’est la personne qui demande, ou répondez qu’elle ne peut pas être identifiée.',
    'preferences.request_matches_unseen':
      'Plus de {max} contacts peuvent être cette personne, et tous n’ont pas été affichés. Demandez-lui des précisions et cherchez à nouveau, ou répondez qu’elle ne peut pas être identifiée.',
    'preferences.request_objection_first':
      'Cette opposition a été appliquée : son numéro est sur la liste des oppositions et ne reçoit plus de publicité. Choisissez le résultat qui le dit.',
    'preferences.request_namesakes':
      'Des contacts portent le même nom. Rattachez la demande à l’un d’eux, indiquez que vous avez vérifié qu’aucun n’est cette personne, ou répondez qu’elle ne peut pas être identifiée.',
    'preferences.request_number_listed':
      'Ce numéro est sur la liste des oppositions. Choisissez le résultat qui le dit.',
    'preferences.request_number_not_listed':
      'Ce numéro n’est pas sur la liste des oppositions, ou aucun numéro n’a été donné. Choisissez un autre résultat.',
    'preferences.request_objections_unknown':
      'On ne peut pas dire en ce moment si ce numéro s’est opposé : la clé qui le permet manque. Remettez les clés, puis répondez.',
    'preferences.request_page_not_found': 'Cette page n’existe pas.',
    'preferences.request_not_identified':
      'On ne sait pas encore avec certitude qui fait la demande. Demandez d’abord à la personne de confirmer, ou indiquez comment vous la connaissez.',
    'preferences.request_identity_known':
      'Il n’y a rien à demander : on sait assez bien qui fait la demande.',
    'preferences.request_number_changed_hands':
      'Ce numéro a été hors service et appartient peut-être à quelqu’un d’autre : rien sur la personne n’y est envoyé. Vérifiez autrement qui fait la demande, indiquez-le, puis répondez vous-même à la personne.',
    'preferences.number_changed_hands':
      'Ce numéro a été hors service et a pu appartenir à une autre personne. Un code envoyé à ce numéro ne suffit donc pas pour ouvrir ceci. Demandez une copie sur votre page : la personne qui vous répond vérifiera autrement que c’est bien vous.',
    'preferences.request_extended':
      'Cette demande a déjà été prolongée. La loi le permet une seule fois.',
    'preferences.request_late':
      'Le délai de réponse est passé : il ne peut plus être prolongé. Répondez maintenant.',
    'preferences.request_late_to_ask':
      'Le délai de réponse est passé : il ne peut plus être suspendu. Répondez maintenant.',
    'preferences.request_details_asked':
      'Des précisions ont déjà été demandées une fois, et le délai a été suspendu pour cela. Répondez avec ce que vous avez.',
    'preferences.request_others_open':
      'Une autre demande de cette personne attend sa réponse. Répondez-y d’abord : une fois la personne effacée, il n’y a plus rien à répondre. Sinon, choisissez pourquoi elle est effacée avant.',
    'preferences.request_nothing_changed': 'Le contact le dit déjà. Rien n’a été changé.',
    'preferences.request_not_carried_out':
      'Utilisez le bouton qui le fait : la réponse s’enregistre alors d’elle-même.',
    'preferences.request_not_restricted': 'Les données de cette personne ne sont pas gelées.',
    'preferences.request_lift_untold':
      'Le gel reste en place : la personne n’a pas pu être prévenue par SMS, et doit l’être avant que ses données soient de nouveau utilisées (RGPD, article 18, paragraphe 3). {reason} Prévenez-la autrement, par exemple par courrier, puis indiquez comment et quel jour.',
    'preferences.request_being_lifted':
      'Une autre personne lève ce gel en ce moment, et la personne concernée va être prévenue. Revenez dans une minute.',
    'preferences.request_told_day_wrong':
      'Le jour où la personne a été prévenue ne peut être ni avant le gel, ni à venir.',
    'preferences.request_lift_day_wrong':
      'Le jour à partir duquel les données sont de nouveau utilisées doit être dans les 12 mois à venir, dès demain.',
    'preferences.told_by_phone': 'Elle a été prévenue par téléphone.',
    'preferences.told_by_letter': 'Elle a été prévenue par courrier.',
    'preferences.told_by_email': 'Elle a été prévenue par e-mail.',
    'preferences.told_by_in_person': 'Elle a été prévenue en personne.',
    'preferences.request_day_wrong':
      'Le jour d’arrivée doit être une date des 12 derniers mois, et non à venir.',
    'preferences.request_identity_paper':
      'Les pièces d’identité ne sont jamais acceptées. N’en demandez pas, et détruisez ce fichier. Un code envoyé au numéro montre qui est la personne.',
    'preferences.request_letter_type':
      'Ce fichier n’est ni un PDF, ni une image (JPEG, PNG), ni un enregistrement. Enregistrez-le dans un de ces formats, puis choisissez-le à nouveau.',
    'preferences.request_letters_too_many':
      'Une demande peut avoir {max} fichiers. Réunissez les pages dans un seul PDF.',
    'preferences.request_letter_unfit':
      'Ce courrier ne convient pas à l’état de la demande. Faites d’abord l’étape dont il parle.',
    'preferences.request_letter_not_found': 'Ce fichier n’existe pas, ou sa personne est effacée.',
    'preferences.answer_not_ready': 'Il n’y a pas de réponse à récupérer, ou son délai est passé.',
    'preferences.answer_code_message':
      '{controller} : votre code pour ouvrir vos données est {code}. Il vaut {minutes} minutes. Ne le donnez à personne.',
    'preferences.answer_code_subject': 'Votre second code',
    'preferences.answer_code_mail':
      'Votre code pour ouvrir vos données chez {controller} : {code}. Il est valable {minutes} minutes. Si vous n’avez rien demandé, ignorez cet e-mail.',
    'preferences.logo_not_found': 'Ce logo n’existe pas.',
    'preferences.logo_not_a_picture':
      'Ce fichier n’est pas une image PNG ou JPEG. Enregistrez le logo dans un de ces formats, puis choisissez-le à nouveau. Le format SVG n’est pas accepté.',
    'preferences.logo_damaged':
      'Cette image est abîmée ou incomplète. Enregistrez-la à nouveau, puis choisissez-la.',
    'preferences.logo_too_wide':
      'Cette image dépasse {side} pixels. Ramenez-la à {side} pixels de côté au plus.',
    'preferences.nothing_to_withdraw':
      'Cette personne n’a pas donné ce consentement, ou l’a déjà retiré.',
    'preferences.form_wordings_missing': 'Choisissez au moins un texte de consentement.',
    'preferences.form_wording_unknown': 'Un des textes n’existe pas dans ce compte.',
    'preferences.form_wording_not_published': 'Un des textes n’est pas publié. Publiez-le d’abord.',
    'preferences.form_wording_not_web': 'Un des textes n’est pas prévu pour une page web.',
    'preferences.form_wording_without_box':
      'Un des textes n’a pas de case décochée. Sur une page web, on consent en cochant une case.',
    'preferences.form_wording_of_other_controller':
      'Un des textes nomme une autre organisation que le formulaire.',
    'preferences.form_wording_in_other_language':
      'Un des textes n’est pas dans la langue du formulaire.',
    'preferences.form_purpose_twice': 'Deux textes couvrent la même finalité. Gardez-en un.',
    'preferences.form_age_below_consent':
      'L’âge minimal est inférieur à l’âge du consentement dans le pays du compte, où un parent doit aussi accepter. Choisissez un âge plus élevé.',
    'preferences.keyword_not_found': 'Ce mot-clé n’existe pas dans ce compte.',
    'preferences.keyword_not_a_word':
      'Un mot-clé doit être un seul mot de 20 lettres et chiffres au plus, comme JOIN.',
    'preferences.keyword_is_command':
      '{word} est réservé : il veut dire stop, aide ou « qui êtes-vous » sur tous les numéros. Choisissez un autre mot.',
    'preferences.keyword_route_not_found': 'Cette route n’existe pas.',
    'preferences.keyword_wording_unfit':
      'Un mot-clé demande un texte publié qui mentionne le SMS et n’a pas de case cochée d’avance.',
    'preferences.keyword_word_taken':
      '{word} est déjà utilisé sur ce numéro. Choisissez un autre mot ou un autre numéro.',
    'preferences.keyword_ask':
      '{controller} vous demande : « {words} » Répondez OUI pour accepter. Sans réponse, rien ne change.',
    'preferences.keyword_thanks':
      "{controller} : c'est noté, vous acceptez nos SMS. Répondez STOP à tout moment et ils cessent.",
    'preferences.code_message':
      "{controller} : votre code est {code}. Il vaut {minutes} minutes. Si vous n'avez rien demandé, ignorez ce message.",
    'preferences.code_after_stop':
      '{controller} : vous aviez dit stop. Pour avoir de nouveau de nos nouvelles, tapez {code} sur notre formulaire ({minutes} minutes). Sinon, ne faites rien.',
    'preferences.link_message':
      "{controller} : votre page personnelle, jusqu'au {date} : {url} Ne donnez ce lien à personne.",
    'preferences.told_received':
      "{controller} : votre demande du {asked} est bien arrivée. Nous y répondrons au plus tard le {due}. Votre page, jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.told_received_plain':
      '{controller} : votre demande du {asked} est bien arrivée. Nous y répondrons au plus tard le {due}.',
    'preferences.told_received_undated':
      "{controller} : votre demande du {asked} est bien arrivée. Votre page, jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.told_received_plain_undated':
      '{controller} : votre demande du {asked} est bien arrivée.',
    'preferences.told_extended_undated':
      "{controller} : il nous faut plus de temps pour votre demande du {asked}. La raison, à lire jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.told_extended':
      "{controller} : il nous faut plus de temps pour votre demande du {asked}. Nous y répondrons au plus tard le {due}. La raison, à lire jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.told_answered':
      "{controller} : nous avons répondu à votre demande du {asked}. Réponse à lire jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.told_lifted':
      "{controller} : à la suite de votre demande du {asked}, nous allons de nouveau utiliser vos données. La raison, à lire jusqu'au {until} : {url} Ne donnez ce lien à personne.",
    'preferences.not_told_erased':
      'La personne est effacée : il n’y a plus de contact à qui écrire. Envoyez la lettre de la réponse par la poste.',
    'preferences.not_told_no_contact':
      'Cette personne n’est pas un contact : aucun SMS n’est envoyé. Informez-la par lettre ou par e-mail.',
    'preferences.not_told_by_mistake':
      'La demande a été enregistrée par erreur, et la personne n’en a jamais été informée.',
    'preferences.not_told_closed':
      'Le compte est en cours de suppression : plus rien n’est envoyé.',
    'preferences.not_told_no_sender':
      'Aucun expéditeur n’est approuvé. Déclarez-en un sous Expéditeurs, et informez la personne par courrier.',
    'preferences.not_told_no_address':
      'L’adresse publique du serveur n’est pas définie : un lien ne mènerait nulle part. Un administrateur doit définir ACCORD_URL. Informez la personne par courrier.',
    'preferences.not_told_number_changed':
      'Le numéro a été hors service et peut être aujourd’hui celui d’une autre personne. Informez-la par courrier.',
    'preferences.not_told_number_dead':
      'Le réseau dit que plus personne n’a ce numéro. Informez la personne par courrier.',
    'preferences.not_told_failed':
      'L’envoi a échoué pendant plus d’un jour. Envoyez le lien de sa page, ou informez la personne par courrier.',
  },
})

/** What the pages say: `{…}` is filled by the page. */
