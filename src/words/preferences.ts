// Sentences of forms that ask for consent, of a person's page, and of their errors.
import type { Language } from '../kernel/index.ts'
import { bilingual, glued } from './sentences.ts'

export const preferencesWords = bilingual({
  en: {
    'preferences.form_not_found': 'There is no such form.',
    'preferences.form_not_draft': 'This form is no longer a draft. Create a new one.',
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
    'preferences.request_not_erased':
      'The contact is not erased yet. Delete the contact first, or choose another result.',
    'preferences.request_without_text': 'This request has no text, or its person is erased.',
    'preferences.request_act_unfit': 'This cannot be done for this kind of request.',
    'preferences.request_of_nobody':
      'The person is erased, so nothing can be done for them any more.',
    'preferences.request_of_asker':
      'Whoever asks is no contact: nothing of theirs can be changed, prepared or proven. Search for them, tie the request to a contact, or answer it.',
    'preferences.request_not_of_asker':
      'This request is of a contact already, or of somebody who is erased.',
    'preferences.request_of_contact':
      'This number is a contact’s. Record the request for that contact.',
    'preferences.request_number_unread':
      'This is no telephone number. Write it with its country code, or leave it out.',
    'preferences.request_search_first':
      'Search your data for the person first, to the end and within the last day: the answer tells what was found.',
    'preferences.request_match_found':
      'A contact has the number, the e-mail or the reference that they gave. Search again, and tie the request to that contact, or correct what they gave.',
    'preferences.request_namesakes':
      'Contacts have the same name. Tie the request to one of them, say that you made sure that none is them, or answer that they cannot be identified.',
    'preferences.request_number_listed':
      'Their number is on the list of those that are not written to. Choose the result that says so.',
    'preferences.request_number_not_listed':
      'Their number is not on the list of those that are not written to, or none was given. Choose another result.',
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
    'preferences.not_told_erased': 'The person is erased: no number is held any more.',
    'preferences.not_told_no_contact':
      'They are no contact, so no SMS is sent. Tell them by letter or e-mail.',
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
    'preferences.form_not_draft': 'Ce formulaire n’est plus un brouillon. Créez-en un autre.',
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
    'preferences.request_not_erased':
      'Le contact n’est pas encore effacé. Supprimez d’abord le contact, ou choisissez un autre résultat.',
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
      'Un contact a le numéro, l’e-mail ou la référence donnés par la personne. Cherchez à nouveau et rattachez la demande à ce contact, ou corrigez ce qu’elle a donné.',
    'preferences.request_namesakes':
      'Des contacts portent le même nom. Rattachez la demande à l’un d’eux, indiquez que vous avez vérifié qu’aucun n’est cette personne, ou répondez qu’elle ne peut pas être identifiée.',
    'preferences.request_number_listed':
      'Ce numéro est sur la liste de ceux à qui rien n’est envoyé. Choisissez le résultat qui le dit.',
    'preferences.request_number_not_listed':
      'Ce numéro n’est pas sur la liste de ceux à qui rien n’est envoyé, ou aucun numéro n’a été donné. Choisissez un autre résultat.',
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
    'preferences.not_told_erased': 'La personne est effacée : nous n’avons plus son numéro.',
    'preferences.not_told_no_contact':
      'Cette personne n’est pas un contact : aucun SMS n’est envoyé. Informez-la par lettre ou par e-mail.',
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
export type PreferencesPageWords = {
  otherLanguage: string
  formTitle: string
  formLead: string
  numberLabel: string
  numberHint: string
  firstNameLabel: string
  lastNameLabel: string
  emailLabel: string
  emailHint: string
  boxesHint: string
  ageBox: string
  trapLabel: string
  send: string
  withdrawAnyTime: string
  ownPage: string
  noticeTitle: string
  notice: {
    controller: string
    dpo: string
    purposes: string
    basis: string
    recipients: string
    transfers: string
    noTransfers: string
    retention: string
    rights: string
    complain: string
    optional: string
    policy: string
  }
  faults: {
    title: string
    number: string
    email: string
    noBox: string
    age: string
    expired: string
    tooFast: string
    tooMany: string
    codeWrong: string
    codeNone: string
    codeOver: string
    notSent: string
  }
  codeTitle: string
  codeLead: string
  codeLabel: string
  confirm: string
  backToForm: string
  receivedTitle: string
  receivedLead: string
  receivedCodeTitle: string
  receivedCodeLead: string
  thanksTitle: string
  thanksLead: string
  thanksByHandset: string
  askLinkTitle: string
  askLinkLead: string
  askLink: string
  linkSentTitle: string
  linkSentLead: string
  closedTitle: string
  closedLead: string
  failedTitle: string
  personTitle: string
  personLead: string
  holderTitle: string
  holderHeld: string
  holderNames: string
  linkLife: string
  choicesTitle: string
  noChoices: string
  choice: Record<'given' | 'altered' | 'withdrawn' | 'expired' | 'unproven' | 'none', string>
  since: string
  until: string
  /** Of what accounts often write to people about; another is shown as the account names it. */
  publicNotice: string
  choiceTitle: string
  choiceWords: string
  withdraw: string
  noMarketing: string
  noMessages: string
  noRelational: string
  objectTitle: string
  objectLead: string
  objectMarketing: string
  objectAll: string
  wordsTitle: string
  noWords: string
  wordsWhen: string
  wordsHow: string
  wordsProof: string
  wordsProofWaiting: string
  wordsDocument: string
  /** Why they may write without a consent. */
  legalBases: Readonly<Record<'soft_opt_in' | 'b2b_opt_out', string>>
  requestsTitle: string
  requestsLead: string
  askAccess: string
  askErasure: string
  askRestriction: string
  askPortability: string
  request: {
    states: Readonly<Record<'waiting' | 'late' | 'paused' | 'done' | 'refused', string>>
    labels: Readonly<
      Record<
        'asked' | 'due' | 'dueAcknowledged' | 'wasDue' | 'did' | 'reason' | 'text' | 'noted',
        string
      >
    >
    /** `one`: of one consent. */
    stops: Readonly<Record<'one' | 'marketing' | 'relational' | 'all' | 'did', string>>
  }
  complaint: {
    title: string
    label: string
    hint: string
    send: string
    faults: Readonly<Record<'empty' | 'long' | 'many', string>>
  }
  correction: {
    title: string
    label: string
    hint: string
    send: string
    faults: Readonly<Record<'empty' | 'long' | 'many', string>>
  }
  /** `answered`: by a version that did not ask what was done. */
  requestState: Readonly<
    Record<
      | 'answered'
      | 'copy_sent'
      | 'nothing_else_held'
      | 'corrected'
      | 'nothing_wrong'
      | 'erased'
      | 'erased_in_part'
      | 'restricted'
      | 'file_sent'
      | 'nothing_portable'
      | 'stopped'
      | 'complaint_upheld'
      | 'complaint_explained'
      | 'not_identified'
      | 'excessive'
      | 'law_forbids'
      | 'nothing_held'
      | 'only_suppressed'
      | 'not_identifiable',
      string
    >
  >
  requestComplain: string
  requestLate: string
  requestHeard: string
  requestBySms: string
  requestByWeb: string
  requestKind: Readonly<
    Record<
      | 'access'
      | 'rectification'
      | 'erasure'
      | 'restriction'
      | 'portability'
      | 'objection'
      | 'complaint',
      string
    >
  >
  changedHands: { title: string; lead: string; how: string }
  copyTitle: string
  copyLead: string
  copyRead: string
  copySave: string
  /** Name of the file, without its ending. */
  copyFile: string
  copyLink: string
  copyLinkLead: string
  done: {
    withdrawn: string
    objected: string
    identified: string
    access: string
    erasure: string
    rectification: string
    restriction: string
    portability: string
    complaint: string
  }
  embedLink: string
}

export const preferencesPages: Record<Language, PreferencesPageWords> = {
  en: {
    otherLanguage: 'Français',
    formTitle: 'Messages from {controller}',
    formLead: '{controller} asks whether it may contact you. Leave a box unticked to decline.',
    numberLabel: 'Your mobile number',
    numberHint: 'For example 06 12 34 56 78.',
    firstNameLabel: 'First name (optional)',
    lastNameLabel: 'Last name (optional)',
    emailLabel: 'E-mail address',
    emailHint: 'Needed only if you tick a box for e-mail.',
    boxesHint: 'I agree to be contacted:',
    ageBox: 'I am at least {age} years old.',
    trapLabel: 'Leave this field empty',
    send: 'Send my choices',
    withdrawAnyTime:
      'You can withdraw your consent at any time: reply STOP to a message, or use your personal page.',
    ownPage: 'See or change my choices',
    noticeTitle: 'How your data is used',
    notice: {
      controller: 'Controller: {controller}, {address}, {contact}.',
      dpo: 'Data protection officer: {dpo}.',
      purposes: 'Purpose: to send you the messages that you tick above.',
      basis: 'Legal basis: your consent (GDPR, article 6(1)(a)).',
      recipients: 'Recipients: {recipients}.',
      transfers: 'Transfers outside the European Union: {transfers}.',
      noTransfers: 'Nothing is transferred outside the European Union.',
      retention: 'Retention: {retention}.',
      rights:
        'Your rights: you can access, correct, erase or export your data, restrict or object to its use, and withdraw your consent. Withdrawal does not affect what was done before.',
      complain: 'You can complain to the supervisory authority; in France, the CNIL (cnil.fr).',
      optional:
        'You do not have to answer, and nothing depends on it. No automated decision is made about you.',
      policy: 'Privacy policy of {controller}',
    },
    faults: {
      title: 'There is a problem',
      number: 'Enter a mobile number that can receive an SMS.',
      email: 'Enter your e-mail address, or untick the box for e-mail.',
      noBox: 'Tick at least one box. To decline, close this page.',
      age: 'Confirm that you are at least {age} years old, or ask a parent to contact {controller}.',
      expired: 'This page was open for too long. Please fill it in again.',
      tooFast: 'The form was sent too fast. Please send it again.',
      tooMany: 'Too many codes requested. Wait 15 minutes, then try again.',
      codeWrong: 'This code is wrong. Check the latest message and try again.',
      codeNone:
        'This code is not valid. If you received one, enter the latest, or fill in the form again. If you did not receive one, there is nothing to confirm.',
      codeOver: 'This code has expired. Fill in the form again.',
      notSent: 'No code could be sent to this number. Check it, or try again later.',
    },
    codeTitle: 'Confirm from your phone',
    codeLead:
      'We sent a code to {number}, to check that it is yours. Nothing is recorded until you enter it.',
    codeLabel: '6-digit code',
    confirm: 'Confirm',
    backToForm: 'Back to the form',
    receivedTitle: 'We have received your choices',
    receivedLead: 'You ticked, for {controller}:',
    receivedCodeTitle: 'If this number replied STOP before',
    receivedCodeLead:
      'We have sent it a code. Your choices apply once you enter the code. If you do not receive one, you have nothing more to do.',
    thanksTitle: 'Your choices are recorded',
    thanksLead: 'You agreed, for {controller}:',
    thanksByHandset:
      'To see or change your choices, request the link to your personal page by SMS.',
    askLinkTitle: 'Your personal page',
    askLinkLead:
      'Enter your number. If {controller} has it, you will receive an SMS with the link to your personal page.',
    askLink: 'Send me the link',
    linkSentTitle: 'Check your phone',
    linkSentLead:
      'If {controller} has this number, you will receive a message with a link. If you do not, it does not have your number.',
    closedTitle: 'This form is closed',
    closedLead: 'You can no longer sign up here. Earlier choices remain valid.',
    failedTitle: 'Something went wrong',
    personTitle: 'Your page',
    personLead: 'The data stored about {number}, and what you can do.',
    holderTitle: 'Who has your number',
    holderHeld: '{names}, since {since}.',
    holderNames: 'Messages are sent from the account “{account}”.',
    linkLife:
      'This link works until {until}. Anyone with it can see this page, so keep it to yourself.',
    choicesTitle: 'Your choices',
    noChoices: 'You have not agreed to anything.',
    choice: {
      given: 'Agreed',
      withdrawn: 'Withdrawn',
      expired: 'Expired: nothing is sent',
      altered: 'Being checked: nothing is sent',
      unproven: 'Not proven: nothing is sent',
      none: 'Not agreed',
    },
    since: 'since {since}',
    until: 'until {until}',
    publicNotice: 'How this organisation uses personal data',
    choiceTitle: '{channel}: {purpose}',
    choiceWords: 'You were shown these words:',
    withdraw: 'Stop contacting me {what}',
    noMarketing: 'You said no to marketing: you receive none.',
    noMessages: 'You have stopped all messages, except those that must be sent to you.',
    noRelational:
      'You have stopped all messages except those that must be sent to you and the marketing you agreed to.',
    objectTitle: 'Stop messages',
    objectLead: 'This takes effect at once. You can also reply STOP to a message.',
    objectMarketing: 'Stop marketing',
    objectAll: 'Stop all messages, except those that must be sent to me',
    wordsTitle: 'The text you agreed to',
    noWords: 'No text is stored.',
    wordsWhen: 'on {when}',
    wordsHow: '{how}',
    wordsProof: 'entered in the register of consents, no. {seq}',
    wordsProofWaiting: 'being entered in the register of consents',
    wordsDocument: 'View the document or recording',
    legalBases: {
      soft_opt_in: 'without consent, because you are a customer, until you object',
      b2b_opt_out: 'without consent, because you were informed as a professional, until you object',
    },
    requestsTitle: 'Your requests',
    requestsLead: 'You will receive an answer within one month.',
    askAccess: 'Request a copy of my data',
    askErasure: 'Request erasure of my data',
    askRestriction: 'Keep my data, but stop using it',
    askPortability: 'Request my data as a file for another service',
    request: {
      states: {
        waiting: 'Waiting for an answer',
        late: 'The answer is late',
        paused: 'Waiting for you',
        done: 'Done',
        refused: 'Refused',
      },
      labels: {
        asked: 'You asked on',
        due: 'You will have an answer by',
        dueAcknowledged: 'We will confirm that we received it by',
        wasDue: 'The answer was due by',
        did: 'What was done',
        reason: 'Explanation',
        text: 'What you wrote',
        noted: 'What was written down',
      },
      stops: {
        one: 'Take back my consent: {channel}',
        marketing: 'Stop marketing',
        relational: 'Stop messages that nothing requires',
        all: 'Stop all messages',
        did: 'It has applied since {asked}.',
      },
    },
    complaint: {
      title: 'Are you not content?',
      label: 'Say what you complain about',
      hint: 'At most {max} characters. We say that it has arrived within 30 days, then answer you here. You can also complain to the supervisory authority at any time (in France, the CNIL: cnil.fr).',
      send: 'Send my complaint',
      faults: {
        empty: 'Write what you complain about, then send it.',
        long: 'Your text is too long. Shorten it to {max} characters, then send it again. Nothing is lost.',
        many: '{open} of your complaints already wait for an answer. Wait for an answer before you send another one.',
      },
    },
    correction: {
      title: 'Is something wrong?',
      label: 'Say what is wrong, and what is right',
      hint: 'For example: “My first name is Zoé, not Zoë.” At most {max} characters. Somebody will read it and answer you here within one month.',
      send: 'Send my correction',
      faults: {
        empty: 'Write what is wrong, then send it.',
        long: 'Your text is too long. Shorten it to {max} characters, then send it again. Nothing is lost.',
        many: '{open} of your corrections already wait for an answer. Wait for an answer before you send another one.',
      },
    },
    requestState: {
      answered: 'Answered on {answered}',
      copy_sent: 'Answered on {answered} with a copy of your data',
      nothing_else_held: 'Answered on {answered}: no other data than this page shows',
      corrected: 'Corrected on {answered}',
      nothing_wrong: 'Answered on {answered}: no error found',
      erased: 'Erased on {answered}',
      erased_in_part: 'Erased on {answered}, except what must be kept',
      restricted: 'Your data is kept and not used since {answered}',
      file_sent: 'Your file was made on {answered}',
      nothing_portable: 'Answered on {answered}: there is nothing to hand over',
      stopped: 'Your objection counts since {answered}',
      complaint_upheld: 'Answered on {answered}: you are right',
      complaint_explained: 'Answered on {answered}',
      not_identified: 'Refused on {answered}: your identity could not be confirmed',
      excessive: 'Refused on {answered} as excessive',
      law_forbids: 'Refused on {answered}: the law does not allow it',
      nothing_held: 'Answered on {answered}: nothing was held of you',
      only_suppressed: 'Answered on {answered}: nothing was held of you but your objection',
      not_identifiable: 'Refused on {answered}: you could not be found by what you gave',
    },
    requestComplain:
      'If you disagree, you can complain to the supervisory authority (in France, the CNIL, cnil.fr) or go to court.',
    requestLate:
      'You can ask this organisation again, or complain to the supervisory authority (in France, the CNIL, cnil.fr).',
    requestHeard: 'written down by the person who answered you',
    requestBySms: 'by SMS from your phone',
    requestByWeb: 'on our public request page',
    requestKind: {
      access: 'A copy',
      rectification: 'A correction',
      erasure: 'Erasure',
      restriction: 'Keep my data without using it',
      portability: 'A file for another service',
      objection: 'An objection',
      complaint: 'A complaint',
    },
    changedHands: {
      title: 'This number may have changed hands',
      lead: '“{account}” writes to this number. It was out of use for a time, and may have belonged to somebody else. So nothing that is held under it is shown here: neither choices, nor messages, nor earlier requests.',
      how: 'You can stop messages to this number below; this counts at once. If the data is yours, request a copy: whoever answers makes sure that it is you by something that only you and they know. Never send an identity paper.',
    },
    copyTitle: 'Keep a copy',
    copyLead:
      'Everything that is held about you: who you are, your choices with the words you were shown, your messages and your requests.',
    copyRead: 'Read or print my data',
    copySave: 'Save my data as one file',
    copyFile: 'my-data',
    copyLink: 'Save my consents for another service (JSON)',
    copyLinkLead: 'Consent receipts (ISO/IEC TS 27560), a file for programs.',
    done: {
      withdrawn: 'Your consent is withdrawn. Nothing more is sent on that basis.',
      objected: 'Your objection is recorded and applies from now on.',
      identified: 'Thank you. We know now that this request is yours.',
      access: 'Your request for a copy is recorded.',
      restriction: 'Your request is recorded: your data is to be kept and not used.',
      portability: 'Your request for a file is recorded.',
      complaint: 'Your complaint is recorded.',
      erasure: 'Your request for erasure is recorded.',
      rectification: 'Your request for a correction is recorded.',
    },
    embedLink: 'Receive messages from {controller}',
  },
  fr: glued<PreferencesPageWords>({
    otherLanguage: 'English',
    formTitle: 'Les messages de {controller}',
    formLead:
      '{controller} vous demande l’autorisation de vous contacter. Laissez une case décochée pour refuser.',
    numberLabel: 'Votre numéro de mobile',
    numberHint: 'Par exemple 06 12 34 56 78.',
    firstNameLabel: 'Prénom (facultatif)',
    lastNameLabel: 'Nom (facultatif)',
    emailLabel: 'Adresse e-mail',
    emailHint: 'Utile seulement si vous cochez une case pour l’e-mail.',
    boxesHint: 'J’accepte d’être contacté :',
    ageBox: 'J’ai au moins {age} ans.',
    trapLabel: 'Laissez ce champ vide',
    send: 'Envoyer mes choix',
    withdrawAnyTime:
      'Vous pouvez retirer votre accord à tout moment : répondez STOP à un message, ou utilisez votre page personnelle.',
    ownPage: 'Voir ou modifier mes choix',
    noticeTitle: 'Utilisation de vos données',
    notice: {
      controller: 'Responsable : {controller}, {address}, {contact}.',
      dpo: 'Délégué à la protection des données : {dpo}.',
      purposes: 'Finalité : vous envoyer les messages que vous cochez ci-dessus.',
      basis: 'Base légale : votre consentement (RGPD, article 6, paragraphe 1, point a).',
      recipients: 'Destinataires : {recipients}.',
      transfers: 'Transferts hors de l’Union européenne : {transfers}.',
      noTransfers: 'Rien n’est transféré hors de l’Union européenne.',
      retention: 'Durée de conservation : {retention}.',
      rights:
        'Vos droits : vous pouvez consulter, corriger, effacer ou exporter vos données, limiter leur usage ou vous y opposer, et retirer votre accord. Le retrait ne change rien à ce qui a été fait avant.',
      complain: 'Vous pouvez saisir l’autorité de contrôle ; en France, la CNIL (cnil.fr).',
      optional:
        'Vous n’êtes pas obligé de répondre, et rien n’en dépend. Aucune décision automatisée n’est prise à votre sujet.',
      policy: 'Politique de confidentialité de {controller}',
    },
    faults: {
      title: 'Il y a un problème',
      number: 'Saisissez un numéro de mobile qui peut recevoir un SMS.',
      email: 'Saisissez votre adresse e-mail, ou décochez la case pour l’e-mail.',
      noBox: 'Cochez au moins une case. Pour refuser, fermez cette page.',
      age: 'Confirmez que vous avez au moins {age} ans, ou demandez à un parent de contacter {controller}.',
      expired: 'Cette page est restée ouverte trop longtemps. Merci de la remplir à nouveau.',
      tooFast: 'Le formulaire a été envoyé trop vite. Merci de l’envoyer à nouveau.',
      tooMany: 'Trop de codes demandés. Attendez 15 minutes, puis réessayez.',
      codeWrong: 'Ce code est incorrect. Vérifiez le dernier message et réessayez.',
      codeNone:
        'Ce code n’est pas valable. Si vous en avez reçu un, saisissez le dernier, ou remplissez à nouveau le formulaire. Si vous n’en avez pas reçu, il n’y a rien à confirmer.',
      codeOver: 'Ce code a expiré. Remplissez à nouveau le formulaire.',
      notSent: 'Aucun code n’a pu être envoyé à ce numéro. Vérifiez-le, ou réessayez plus tard.',
    },
    codeTitle: 'Confirmez depuis votre téléphone',
    codeLead:
      'Nous avons envoyé un code au {number}, pour vérifier que ce numéro est le vôtre. Rien n’est enregistré tant que vous ne l’avez pas saisi.',
    codeLabel: 'Code à 6 chiffres',
    confirm: 'Confirmer',
    backToForm: 'Retour au formulaire',
    receivedTitle: 'Nous avons reçu vos choix',
    receivedLead: 'Vous avez coché, pour {controller} :',
    receivedCodeTitle: 'Si ce numéro a déjà répondu STOP',
    receivedCodeLead:
      'Nous lui avons envoyé un code. Vos choix s’appliquent une fois le code saisi. Si vous n’en recevez pas, vous n’avez rien d’autre à faire.',
    thanksTitle: 'Vos choix sont enregistrés',
    thanksLead: 'Vous avez accepté, pour {controller} :',
    thanksByHandset:
      'Pour voir ou modifier vos choix, demandez par SMS le lien de votre page personnelle.',
    askLinkTitle: 'Votre page personnelle',
    askLinkLead:
      'Saisissez votre numéro. Si {controller} le connaît, vous recevrez un SMS avec le lien de votre page personnelle.',
    askLink: 'Envoyez-moi le lien',
    linkSentTitle: 'Consultez votre téléphone',
    linkSentLead:
      'Si {controller} connaît ce numéro, vous recevrez un message avec un lien. Sinon, c’est que votre numéro n’y figure pas.',
    closedTitle: 'Ce formulaire est fermé',
    closedLead: 'Vous ne pouvez plus vous inscrire ici. Les choix précédents restent valables.',
    failedTitle: 'Un problème est survenu',
    personTitle: 'Votre page',
    personLead: 'Les données conservées sur le {number}, et ce que vous pouvez faire.',
    holderTitle: 'Qui a votre numéro',
    holderHeld: '{names}, depuis le {since}.',
    holderNames: 'Les messages partent du compte « {account} ».',
    linkLife:
      'Ce lien est valable jusqu’au {until}. Quiconque l’a peut voir cette page : gardez-le pour vous.',
    choicesTitle: 'Vos choix',
    noChoices: 'Vous n’avez rien accepté.',
    choice: {
      given: 'Accepté',
      withdrawn: 'Retiré',
      expired: 'Expiré : rien n’est envoyé',
      altered: 'En cours de vérification : rien n’est envoyé',
      unproven: 'Non prouvé : rien n’est envoyé',
      none: 'Non accepté',
    },
    since: 'depuis le {since}',
    until: 'jusqu’au {until}',
    publicNotice: 'Comment cet organisme utilise les données personnelles',
    choiceTitle: '{channel} : {purpose}',
    choiceWords: 'Voici le texte qui vous a été montré :',
    withdraw: 'Ne plus me contacter {what}',
    noMarketing: 'Vous avez refusé la publicité : vous n’en recevez aucune.',
    noMessages: 'Vous avez arrêté tous les messages, sauf ceux qui doivent vous être envoyés.',
    noRelational:
      'Vous avez arrêté tous les messages, sauf ceux qui doivent vous être envoyés et la publicité que vous avez acceptée.',
    objectTitle: 'Arrêter les messages',
    objectLead: 'L’effet est immédiat. Vous pouvez aussi répondre STOP à un message.',
    objectMarketing: 'Arrêter la publicité',
    objectAll: 'Arrêter tous les messages, sauf ceux qui doivent m’être envoyés',
    wordsTitle: 'Le texte que vous avez accepté',
    noWords: 'Aucun texte n’est conservé.',
    wordsWhen: 'le {when}',
    wordsHow: '{how}',
    wordsProof: 'inscrit au registre des accords, n° {seq}',
    wordsProofWaiting: 'en cours d’inscription au registre des accords',
    wordsDocument: 'Voir le document ou l’enregistrement',
    legalBases: {
      soft_opt_in: 'sans accord, car vous êtes client, jusqu’à votre opposition',
      b2b_opt_out:
        'sans accord, car vous avez été informé en tant que professionnel, jusqu’à votre opposition',
    },
    requestsTitle: 'Vos demandes',
    requestsLead: 'Vous recevrez une réponse dans un délai d’un mois.',
    askAccess: 'Demander une copie de mes données',
    askErasure: 'Demander l’effacement de mes données',
    askRestriction: 'Conserver mes données sans les utiliser',
    askPortability: 'Demander mes données dans un fichier pour un autre service',
    request: {
      states: {
        waiting: 'En attente de réponse',
        late: 'La réponse est en retard',
        paused: 'En attente de votre part',
        done: 'Traitée',
        refused: 'Refusée',
      },
      labels: {
        asked: 'Demandé le',
        due: 'Réponse au plus tard le',
        dueAcknowledged: 'Accusé de réception au plus tard le',
        wasDue: 'La réponse était attendue pour le',
        did: 'Ce qui a été fait',
        reason: 'Explication',
        text: 'Ce que vous avez écrit',
        noted: 'Ce qui a été noté',
      },
      stops: {
        one: 'Retirer mon accord : {channel}',
        marketing: 'Arrêter la publicité',
        relational: 'Arrêter les messages que rien n’impose',
        all: 'Arrêter tous les messages',
        did: 'Cela s’applique depuis le {asked}.',
      },
    },
    complaint: {
      title: 'Vous n’êtes pas satisfait ?',
      label: 'Dites de quoi vous vous plaignez',
      hint: '{max} caractères au plus. Nous en accusons réception dans les 30 jours, puis vous répondons ici. Vous pouvez aussi vous adresser à tout moment à l’autorité de contrôle (en France, la CNIL : cnil.fr).',
      send: 'Envoyer ma réclamation',
      faults: {
        empty: 'Écrivez de quoi vous vous plaignez, puis envoyez.',
        long: 'Votre texte est trop long. Ramenez-le à {max} caractères, puis envoyez-le à nouveau. Rien n’est perdu.',
        many: '{open} de vos réclamations attendent déjà une réponse. Attendez une réponse avant d’en envoyer une autre.',
      },
    },
    correction: {
      title: 'Quelque chose est faux ?',
      label: 'Dites ce qui est faux, et ce qui est juste',
      hint: 'Par exemple : « Mon prénom est Zoé, et non Zoë. » {max} caractères au plus. Quelqu’un vous lira et vous répondra ici dans un délai d’un mois.',
      send: 'Envoyer ma correction',
      faults: {
        empty: 'Écrivez ce qui est faux, puis envoyez.',
        long: 'Votre texte est trop long. Ramenez-le à {max} caractères, puis envoyez-le à nouveau. Rien n’est perdu.',
        many: '{open} de vos corrections attendent déjà une réponse. Attendez une réponse avant d’en envoyer une autre.',
      },
    },
    requestState: {
      answered: 'Répondu le {answered}',
      copy_sent: 'Réponse donnée le {answered}, avec une copie de vos données',
      nothing_else_held: 'Répondu le {answered} : aucune autre donnée que celles de cette page',
      corrected: 'Corrigé le {answered}',
      nothing_wrong: 'Répondu le {answered} : aucune erreur trouvée',
      erased: 'Effacé le {answered}',
      erased_in_part: 'Effacé le {answered}, sauf ce qui doit être conservé',
      restricted: 'Vos données sont conservées sans être utilisées depuis le {answered}',
      file_sent: 'Votre fichier a été fait le {answered}',
      nothing_portable: 'Répondu le {answered} : il n’y a rien à transmettre',
      stopped: 'Votre opposition vaut depuis le {answered}',
      complaint_upheld: 'Répondu le {answered} : vous avez raison',
      complaint_explained: 'Répondu le {answered}',
      not_identified: 'Refusé le {answered} : votre identité n’a pas pu être confirmée',
      excessive: 'Refusé le {answered}, car la demande est excessive',
      law_forbids: 'Refusé le {answered} : la loi ne le permet pas',
      nothing_held: 'Répondu le {answered} : aucune donnée n’était détenue sur vous',
      only_suppressed: 'Répondu le {answered} : seule votre opposition était conservée',
      not_identifiable: 'Refusé le {answered} : vous n’avez pas pu être identifié',
    },
    requestComplain:
      'Si vous n’êtes pas d’accord, vous pouvez vous plaindre à l’autorité de contrôle (en France, la CNIL, cnil.fr) ou saisir un juge.',
    requestLate:
      'Vous pouvez relancer cette organisation, ou vous plaindre à l’autorité de contrôle (en France, la CNIL, cnil.fr).',
    requestHeard: 'noté par la personne qui vous a répondu',
    requestBySms: 'par SMS depuis votre téléphone',
    requestByWeb: 'sur notre page publique de demande',
    requestKind: {
      access: 'Une copie',
      rectification: 'Une correction',
      erasure: 'L’effacement',
      restriction: 'Conserver mes données sans les utiliser',
      portability: 'Un fichier pour un autre service',
      objection: 'Une opposition',
      complaint: 'Une réclamation',
    },
    changedHands: {
      title: 'Ce numéro a peut-être changé de main',
      lead: '« {account} » écrit à ce numéro. Il a été hors service et a pu appartenir à une autre personne. Rien de ce qui est conservé sous ce numéro n’est donc montré ici : ni choix, ni messages, ni demandes passées.',
      how: 'Vous pouvez arrêter ci-dessous les messages vers ce numéro ; cela vaut aussitôt. Si les données sont les vôtres, demandez une copie : la personne qui vous répond vérifiera que c’est bien vous, par une information que vous êtes seuls, elle et vous, à connaître. N’envoyez jamais de pièce d’identité.',
    },
    copyTitle: 'Garder une copie',
    copyLead:
      'Tout ce qui est conservé sur vous : qui vous êtes, vos choix avec le texte qui vous a été montré, vos messages et vos demandes.',
    copyRead: 'Lire ou imprimer mes données',
    copySave: 'Enregistrer mes données dans un fichier',
    copyFile: 'mes-donnees',
    copyLink: 'Enregistrer mes accords pour un autre service (JSON)',
    copyLinkLead: 'Reçus de consentement (ISO/IEC TS 27560), un fichier pour les logiciels.',
    done: {
      withdrawn: 'Votre accord est retiré. Plus rien n’est envoyé à ce titre.',
      objected: 'Votre opposition est enregistrée et vaut dès maintenant.',
      identified: 'Merci. Nous savons maintenant que cette demande vient de vous.',
      access: 'Votre demande de copie est enregistrée.',
      restriction: 'Votre demande est enregistrée : conserver vos données sans les utiliser.',
      portability: 'Votre demande de fichier est enregistrée.',
      complaint: 'Votre réclamation est enregistrée.',
      erasure: 'Votre demande d’effacement est enregistrée.',
      rectification: 'Votre demande de correction est enregistrée.',
    },
    embedLink: 'Recevoir les messages de {controller}',
  }),
}
