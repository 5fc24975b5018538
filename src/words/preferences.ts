// Sentences of forms that ask for consent, of a person's page, and of their errors.
import type { Language } from '../kernel/index.ts'
import { bilingual } from './sentences.ts'

export const preferencesWords = bilingual({
  en: {
    'preferences.form_not_found': 'There is no such form.',
    'preferences.form_not_draft': 'This form is not a draft any more. Make a new one.',
    'preferences.controller_not_found': 'The account has no such legal entity.',
    'preferences.contact_not_found': 'The account has no such contact.',
    'preferences.link_not_found':
      'This link does not exist, or its time is over. Ask for a new one.',
    'preferences.address_missing':
      'No link can be sent: this server was not told its public address. Whoever runs it sets ACCORD_URL, for example to https://sms.example.org, and starts it again.',
    'preferences.handset_written_to':
      'This handset has been sent several codes or links in the last quarter of an hour. Wait, then try again.',
    'preferences.link_not_sent':
      'The link was not sent: a rule refused the message. Look at it under Messages, then try again.',
    'preferences.request_not_found': 'There is no such request.',
    'preferences.request_answered': 'This request has been answered already.',
    'preferences.request_outcome_unfit':
      'This answer does not fit what was asked for. Choose one of those that the request names.',
    'preferences.request_not_erased':
      'The contact is still here, so that nobody was erased. Delete the contact first, or choose another answer.',
    'preferences.nothing_to_withdraw':
      'There is no such consent of this person, or it was taken back before.',
    'preferences.form_wordings_missing': 'Choose at least one wording.',
    'preferences.form_wording_unknown': 'One of the wordings does not exist in this account.',
    'preferences.form_wording_not_published':
      'One of the wordings is not published. Publish it first: what people agree to must be known.',
    'preferences.form_wording_not_web':
      'One of the wordings was written for another place than a web page.',
    'preferences.form_wording_without_box':
      'One of the wordings has no unticked box. Consent on a page is given by ticking one.',
    'preferences.form_wording_of_other_controller':
      'One of the wordings names another legal entity than the form.',
    'preferences.form_wording_in_other_language':
      'One of the wordings is in another language than the form.',
    'preferences.form_purpose_twice':
      'Two wordings ask for the same purpose: people would not know which box counts.',
    'preferences.form_age_below_consent':
      'The age that people declare is below the one from which they may consent alone in the account’s country: under it a parent must consent as well. Ask for a higher age.',
    'preferences.keyword_not_found': 'There is no such keyword in this account.',
    'preferences.keyword_not_a_word':
      'A keyword is one word of at most 20 letters and digits, such as JOIN.',
    'preferences.keyword_is_command':
      '{word} means stop, help or who are you on every number. Choose another word.',
    'preferences.keyword_route_not_found': 'There is no such route.',
    'preferences.keyword_wording_unfit':
      'A keyword needs a published wording of yours that names SMS and has no box ticked in advance.',
    'preferences.keyword_word_taken':
      '{word} is in use on this number already. Choose another word, or another number.',
    'preferences.keyword_ask':
      '{controller} asks you: “{words}” Reply YES to agree. Without a reply nothing happens.',
    'preferences.keyword_thanks':
      '{controller}: noted, you agreed to our SMS. Reply STOP at any time and they end.',
    'preferences.code_message':
      '{controller}: your code is {code}. It counts for {minutes} minutes. If you asked for nothing, ignore this message.',
    'preferences.code_after_stop':
      '{controller}: you once said stop. To hear from us again, type {code} on our form within {minutes} minutes. Otherwise do nothing.',
    'preferences.link_message':
      '{controller}: your own page, until {date}: {url} Give this link to nobody.',
  },
  fr: {
    'preferences.form_not_found': 'Ce formulaire n’existe pas.',
    'preferences.form_not_draft': 'Ce formulaire n’est plus un brouillon. Faites-en un autre.',
    'preferences.controller_not_found': 'Le compte n’a pas cette entité juridique.',
    'preferences.contact_not_found': 'Le compte n’a pas ce contact.',
    'preferences.link_not_found':
      'Ce lien n’existe pas, ou son temps est passé. Demandez-en un autre.',
    'preferences.address_missing':
      'Aucun lien ne peut être envoyé : ce serveur ne connaît pas son adresse publique. Qui l’exploite définit ACCORD_URL, par exemple https://sms.example.org, et le redémarre.',
    'preferences.handset_written_to':
      'Ce téléphone a reçu plusieurs codes ou liens depuis un quart d’heure. Attendez, puis réessayez.',
    'preferences.link_not_sent':
      'Le lien n’est pas parti : une règle a refusé le message. Regardez-le dans Messages, puis réessayez.',
    'preferences.request_not_found': 'Cette demande n’existe pas.',
    'preferences.request_answered': 'Cette demande a déjà reçu sa réponse.',
    'preferences.request_outcome_unfit':
      'Cette réponse ne convient pas à ce qui est demandé. Choisissez-en une parmi celles de la demande.',
    'preferences.request_not_erased':
      'Le contact est encore là : personne n’a été effacé. Supprimez d’abord le contact, ou choisissez une autre réponse.',
    'preferences.nothing_to_withdraw':
      'Cette personne n’a pas donné ce consentement, ou l’a déjà retiré.',
    'preferences.form_wordings_missing': 'Choisissez au moins un texte de consentement.',
    'preferences.form_wording_unknown': 'Un des textes n’existe pas dans ce compte.',
    'preferences.form_wording_not_published':
      'Un des textes n’est pas publié. Publiez-le d’abord : ce à quoi l’on consent doit être connu.',
    'preferences.form_wording_not_web':
      'Un des textes a été écrit pour un autre endroit qu’une page web.',
    'preferences.form_wording_without_box':
      'Un des textes n’a pas de case non cochée. Sur une page, on consent en cochant une case.',
    'preferences.form_wording_of_other_controller':
      'Un des textes nomme une autre entité juridique que le formulaire.',
    'preferences.form_wording_in_other_language':
      'Un des textes est dans une autre langue que le formulaire.',
    'preferences.form_purpose_twice':
      'Deux textes demandent la même finalité : on ne saurait pas quelle case compte.',
    'preferences.form_age_below_consent':
      'L’âge à déclarer est inférieur à celui auquel on peut consentir seul dans le pays du compte : en dessous, un parent doit consentir aussi. Demandez un âge plus élevé.',
    'preferences.keyword_not_found': 'Ce mot-clé n’existe pas dans ce compte.',
    'preferences.keyword_not_a_word':
      'Un mot-clé est un seul mot de 20 lettres et chiffres au plus, comme JOIN.',
    'preferences.keyword_is_command':
      '{word} veut dire stop, aide ou qui êtes-vous sur tous les numéros. Choisissez un autre mot.',
    'preferences.keyword_route_not_found': 'Cette route n’existe pas.',
    'preferences.keyword_wording_unfit':
      'Un mot-clé demande un texte publié de votre compte, qui nomme le SMS et sans case cochée d’avance.',
    'preferences.keyword_word_taken':
      '{word} est déjà utilisé sur ce numéro. Choisissez un autre mot, ou un autre numéro.',
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
  askRectification: string
  askErasure: string
  /** `answered`: by a version that did not ask what was done. */
  requestState: Readonly<
    Record<
      | 'waiting'
      | 'answered'
      | 'copy_sent'
      | 'nothing_else_held'
      | 'corrected'
      | 'nothing_wrong'
      | 'erased'
      | 'erased_in_part'
      | 'not_identified'
      | 'excessive'
      | 'law_forbids',
      string
    >
  >
  requestSaid: string
  requestComplain: string
  requestHeard: string
  requestKind: { access: string; erasure: string; rectification: string }
  copyTitle: string
  copyLead: string
  copyLink: string
  done: {
    withdrawn: string
    objected: string
    access: string
    erasure: string
    rectification: string
  }
  embedLink: string
}

export const preferencesPages: Record<Language, PreferencesPageWords> = {
  en: {
    otherLanguage: 'Français',
    formTitle: 'Messages of {controller}',
    formLead:
      '{controller} asks whether it may write to you. Nothing is ticked in advance: leave unticked to decline.',
    numberLabel: 'Your mobile number',
    numberHint: 'For example 06 12 34 56 78.',
    firstNameLabel: 'First name (optional)',
    lastNameLabel: 'Last name (optional)',
    emailLabel: 'E-mail address',
    emailHint: 'Only needed if you tick a box for e-mail.',
    boxesHint: 'I agree to be contacted:',
    ageBox: 'I am at least {age} years old.',
    trapLabel: 'Leave this field empty',
    send: 'Send my choices',
    withdrawAnyTime:
      'You can take it back at any time, as easily as you give it: answer STOP to a message, or use your own page.',
    ownPage: 'See or change what I have agreed to',
    noticeTitle: 'What becomes of your data',
    notice: {
      controller: 'Who is responsible: {controller}, {address}, {contact}.',
      dpo: 'Data protection officer: {dpo}.',
      purposes: 'What for: to write to you about what you tick above.',
      basis: 'On which legal basis: your consent (GDPR, article 6(1)(a)).',
      recipients: 'Who receives it: {recipients}.',
      transfers: 'Transfers outside the European Union: {transfers}.',
      noTransfers: 'Nothing is transferred outside the European Union.',
      retention: 'How long: {retention}.',
      rights:
        'Your rights: to see, correct, erase or carry away your data, to limit or object to its use, and to take back your consent, which does not touch what was done before.',
      complain: 'You can complain to the supervisory authority; in France, the CNIL (cnil.fr).',
      optional:
        'Nothing obliges you to answer, and nothing depends on it. No decision about you is automated.',
      policy: 'Data protection policy of {controller}',
    },
    faults: {
      title: 'Something is missing',
      number: 'Write a mobile number that can receive an SMS.',
      email: 'Write your e-mail address, or leave the box for e-mail unticked.',
      noBox: 'Tick at least one box, or close this page: not ticking is a no.',
      age: 'Say that you are at least {age} years old, or ask a parent to write to {controller}.',
      expired: 'This page was open for too long. Here it is again; please fill it in once more.',
      tooFast: 'That was faster than anybody reads. Please send it once more.',
      tooMany: 'Too many codes were asked for. Wait a quarter of an hour, then try again.',
      codeWrong: 'This is not the code. Look at the last message and try again.',
      codeNone:
        'No such code counts. If a message brought you one, copy the last, or fill in the form again; if none came, there is nothing to confirm.',
      codeOver: 'This code does not count any more. Fill in the form again.',
      notSent: 'No code could be sent to this number. Check it, or try again later.',
    },
    codeTitle: 'Confirm from your phone',
    codeLead:
      'We have sent a code to {number}. It shows that the number is yours; until you type it, nothing is recorded.',
    codeLabel: 'The six digits of the message',
    confirm: 'Confirm',
    backToForm: 'Back to the form',
    receivedTitle: 'Your choices have come in',
    receivedLead: 'This is what you have ticked, for {controller}:',
    receivedCodeTitle: 'If this number once said stop',
    receivedCodeLead:
      'Then your choices count only once its telephone confirms them: a code has been sent to it. In every other case none comes, and there is nothing more to do.',
    thanksTitle: 'It is recorded',
    thanksLead: 'You have agreed to this, with {controller}:',
    thanksByHandset:
      'To see or change it, have the link to your own page sent to the number that you wrote.',
    askLinkTitle: 'Your own page',
    askLinkLead:
      'Write your number: if {controller} holds it, a message brings you the link to a page of your own.',
    askLink: 'Send me the link',
    linkSentTitle: 'Look at your phone',
    linkSentLead:
      'If {controller} holds this number, a message with a link is on its way. If none comes, it does not hold it.',
    closedTitle: 'This form is closed',
    closedLead: 'Nobody can sign up here any more. What was agreed to before stands.',
    failedTitle: 'This did not work',
    personTitle: 'Your page',
    personLead: 'What is held about {number}, and what you can do.',
    holderTitle: 'Who holds your number',
    holderHeld: '{names}, since {since}.',
    holderNames: 'Through the account “{account}”.',
    linkLife: 'This link works until {until}. Whoever has it sees this page: keep it to yourself.',
    choicesTitle: 'What you have agreed to',
    noChoices: 'You have agreed to nothing.',
    choice: {
      given: 'Agreed',
      withdrawn: 'Taken back',
      expired: 'Run out: nothing is sent',
      altered: 'Being checked: nothing is sent',
      unproven: 'Not proven: nothing is sent',
      none: 'Nothing agreed',
    },
    since: 'since {since}',
    until: 'until {until}',
    withdraw: 'Take back: {what}',
    noMarketing: 'You have said stop: no advertising is sent to you.',
    noMessages: 'You have said stop to everything that is not owed to you.',
    noRelational:
      'You have said stop to what is not owed to you; advertising comes only where you agreed to it.',
    objectTitle: 'Say stop',
    objectLead: 'It counts at once, for everything that is sent through this account.',
    objectMarketing: 'Stop the advertising',
    objectAll: 'Stop all messages, except those owed to me',
    wordsTitle: 'The words you agreed to',
    noWords: 'No words are held.',
    wordsWhen: 'on {when}',
    wordsHow: 'how: {how}',
    wordsProof: 'entry {seq} of the ledger',
    wordsProofWaiting: 'entering the ledger',
    wordsDocument: 'The paper or the recording that shows it',
    legalBases: {
      soft_opt_in: 'without your consent, as a customer since a purchase, and until you refuse',
      b2b_opt_out: 'without your consent, as a professional who was told, and until you refuse',
    },
    requestsTitle: 'Ask',
    requestsLead: 'An answer is due within one month.',
    askAccess: 'Ask for a copy of my data',
    askRectification: 'Ask for a correction',
    askErasure: 'Ask to be erased',
    requestState: {
      waiting: 'asked on {asked}, answer due by {due}',
      answered: 'answered on {answered}',
      copy_sent: 'a copy was sent to you on {answered}',
      nothing_else_held: 'answered on {answered}: nothing is held but what this page shows',
      corrected: 'corrected on {answered}',
      nothing_wrong: 'answered on {answered}: nothing was found to be wrong',
      erased: 'erased on {answered}',
      erased_in_part: 'erased on {answered}, except what has to be kept',
      not_identified: 'refused on {answered}: it could not be made sure that it was you',
      excessive: 'refused on {answered} as excessive',
      law_forbids: 'refused on {answered}: the law does not allow it',
    },
    requestSaid: 'What you were told: {reason}',
    requestComplain:
      'If you do not agree, you can complain to the supervisory authority (in France, the CNIL, cnil.fr) or go to court.',
    requestHeard: 'written down by the staff who heard you',
    requestKind: { access: 'A copy', erasure: 'Erasure', rectification: 'A correction' },
    copyTitle: 'Keep a copy',
    copyLead: 'Your consents and objections as receipts (ISO/IEC TS 27560), readable by machines.',
    copyLink: 'Get my receipts (JSON)',
    done: {
      withdrawn: 'It is taken back. Nothing more is sent on that legal basis.',
      objected: 'It is recorded. It counts from now on.',
      access: 'Your request for a copy is recorded.',
      erasure: 'Your request to be erased is recorded.',
      rectification: 'Your request for a correction is recorded.',
    },
    embedLink: 'Receive messages of {controller}',
  },
  fr: {
    otherLanguage: 'English',
    formTitle: 'Les messages de {controller}',
    formLead:
      '{controller} vous demande s’il peut vous écrire. Rien n’est coché d’avance : laissez décoché pour refuser.',
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
      'Vous pouvez revenir sur votre accord à tout moment, aussi simplement que vous le donnez : répondez STOP à un message, ou utilisez votre page personnelle.',
    ownPage: 'Voir ou changer ce que j’ai accepté',
    noticeTitle: 'Ce que deviennent vos données',
    notice: {
      controller: 'Responsable : {controller}, {address}, {contact}.',
      dpo: 'Délégué à la protection des données : {dpo}.',
      purposes: 'Pour quoi faire : vous écrire sur ce que vous cochez ci-dessus.',
      basis: 'Sur quelle base : votre consentement (RGPD, article 6(1)(a)).',
      recipients: 'Qui les reçoit : {recipients}.',
      transfers: 'Transferts hors de l’Union européenne : {transfers}.',
      noTransfers: 'Rien n’est transféré hors de l’Union européenne.',
      retention: 'Combien de temps : {retention}.',
      rights:
        'Vos droits : voir, corriger, effacer ou emporter vos données, limiter leur usage ou vous y opposer, et revenir sur votre accord, sans effet sur ce qui a été fait avant.',
      complain: 'Vous pouvez saisir l’autorité de contrôle ; en France, la CNIL (cnil.fr).',
      optional:
        'Rien ne vous oblige à répondre, et rien n’en dépend. Aucune décision à votre sujet n’est automatique.',
      policy: 'Politique de protection des données de {controller}',
    },
    faults: {
      title: 'Il manque quelque chose',
      number: 'Écrivez un numéro de mobile qui peut recevoir un SMS.',
      email: 'Écrivez votre adresse e-mail, ou laissez décochée la case pour l’e-mail.',
      noBox: 'Cochez au moins une case, ou fermez cette page : ne pas cocher est un non.',
      age: 'Dites que vous avez au moins {age} ans, ou demandez à un parent d’écrire à {controller}.',
      expired:
        'Cette page est restée ouverte trop longtemps. La revoici ; merci de la remplir encore.',
      tooFast: 'C’était plus rapide que la lecture. Merci d’envoyer encore une fois.',
      tooMany: 'Trop de codes ont été demandés. Attendez un quart d’heure, puis réessayez.',
      codeWrong: 'Ce n’est pas le code. Regardez le dernier message et réessayez.',
      codeNone:
        'Aucun code de ce genre ne vaut. Si un message vous en a apporté un, recopiez le dernier, ou remplissez à nouveau le formulaire ; s’il n’en est pas venu, il n’y a rien à confirmer.',
      codeOver: 'Ce code ne vaut plus. Remplissez à nouveau le formulaire.',
      notSent: 'Aucun code n’a pu être envoyé à ce numéro. Vérifiez-le, ou réessayez plus tard.',
    },
    codeTitle: 'Confirmez depuis votre téléphone',
    codeLead:
      'Nous avons envoyé un code au {number}. Il montre que le numéro est le vôtre ; tant que vous ne l’écrivez pas, rien n’est enregistré.',
    codeLabel: 'Les six chiffres du message',
    confirm: 'Confirmer',
    backToForm: 'Retour au formulaire',
    receivedTitle: 'Vos choix sont arrivés',
    receivedLead: 'Voici ce que vous avez coché, pour {controller} :',
    receivedCodeTitle: 'Si ce numéro a dit stop un jour',
    receivedCodeLead:
      'Alors vos choix ne valent qu’une fois confirmés depuis son téléphone : un code vient de lui être envoyé. Dans tous les autres cas, il n’en vient pas, et il n’y a plus rien à faire.',
    thanksTitle: 'C’est enregistré',
    thanksLead: 'Voici ce que vous avez accepté, avec {controller} :',
    thanksByHandset:
      'Pour le voir ou le changer, faites envoyer le lien de votre page au numéro que vous avez écrit.',
    askLinkTitle: 'Votre page personnelle',
    askLinkLead:
      'Écrivez votre numéro : si {controller} le détient, un message vous apporte le lien vers une page à vous.',
    askLink: 'Envoyez-moi le lien',
    linkSentTitle: 'Regardez votre téléphone',
    linkSentLead:
      'Si {controller} détient ce numéro, un message avec un lien est en route. S’il n’en vient pas, c’est qu’il ne le détient pas.',
    closedTitle: 'Ce formulaire est fermé',
    closedLead: 'On ne peut plus s’inscrire ici. Ce qui a été accepté avant reste valable.',
    failedTitle: 'Cela n’a pas marché',
    personTitle: 'Votre page',
    personLead: 'Ce qui est détenu au sujet du {number}, et ce que vous pouvez faire.',
    holderTitle: 'Qui détient votre numéro',
    holderHeld: '{names}, depuis le {since}.',
    holderNames: 'Par le compte « {account} ».',
    linkLife: 'Ce lien vaut jusqu’au {until}. Quiconque l’a voit cette page : gardez-le pour vous.',
    choicesTitle: 'Ce que vous avez accepté',
    noChoices: 'Vous n’avez rien accepté.',
    choice: {
      given: 'Accepté',
      withdrawn: 'Retiré',
      expired: 'Échu : rien n’est envoyé',
      altered: 'En cours de vérification : rien n’est envoyé',
      unproven: 'Non prouvé : rien n’est envoyé',
      none: 'Rien d’accepté',
    },
    since: 'depuis le {since}',
    until: 'jusqu’au {until}',
    withdraw: 'Retirer : {what}',
    noMarketing: 'Vous avez dit stop : aucune publicité ne vous est envoyée.',
    noMessages: 'Vous avez dit stop à tout ce qui ne vous est pas dû.',
    noRelational:
      'Vous avez dit stop à ce qui ne vous est pas dû ; seule vient la publicité que vous avez acceptée.',
    objectTitle: 'Dire stop',
    objectLead: 'Cela vaut tout de suite, pour tout ce qui est envoyé par ce compte.',
    objectMarketing: 'Arrêter la publicité',
    objectAll: 'Arrêter tous les messages, sauf ceux qui me sont dus',
    wordsTitle: 'Les mots que vous avez acceptés',
    noWords: 'Aucun texte n’est détenu.',
    wordsWhen: 'le {when}',
    wordsHow: 'comment : {how}',
    wordsProof: 'entrée {seq} du registre',
    wordsProofWaiting: 'en cours d’inscription au registre',
    wordsDocument: 'Le papier ou l’enregistrement qui le montre',
    legalBases: {
      soft_opt_in: 'sans votre accord, en tant que client depuis un achat, et jusqu’à votre refus',
      b2b_opt_out: 'sans votre accord, en tant que professionnel informé, et jusqu’à votre refus',
    },
    requestsTitle: 'Demander',
    requestsLead: 'La réponse est due dans le mois.',
    askAccess: 'Demander une copie de mes données',
    askRectification: 'Demander une correction',
    askErasure: 'Demander à être effacé',
    requestState: {
      waiting: 'demandé le {asked}, réponse due avant le {due}',
      answered: 'répondu le {answered}',
      copy_sent: 'une copie vous a été envoyée le {answered}',
      nothing_else_held:
        'répondu le {answered} : rien d’autre n’est détenu que ce que montre cette page',
      corrected: 'corrigé le {answered}',
      nothing_wrong: 'répondu le {answered} : aucune erreur n’a été trouvée',
      erased: 'effacé le {answered}',
      erased_in_part: 'effacé le {answered}, sauf ce qui doit être conservé',
      not_identified: 'refusé le {answered} : rien n’a pu établir que c’était bien vous',
      excessive: 'refusé le {answered}, car la demande est excessive',
      law_forbids: 'refusé le {answered} : la loi ne le permet pas',
    },
    requestSaid: 'Ce qui vous est répondu : {reason}',
    requestComplain:
      'Si vous n’êtes pas d’accord, vous pouvez vous plaindre à l’autorité de contrôle (en France, la CNIL, cnil.fr) ou saisir un juge.',
    requestHeard: 'notée par la personne qui vous a entendu',
    requestKind: { access: 'Une copie', erasure: 'L’effacement', rectification: 'Une correction' },
    copyTitle: 'Garder une copie',
    copyLead:
      'Vos consentements et oppositions en reçus (ISO/IEC TS 27560), lisibles par des machines.',
    copyLink: 'Obtenir mes reçus (JSON)',
    done: {
      withdrawn: 'C’est retiré. Plus rien n’est envoyé à ce titre.',
      objected: 'C’est enregistré. Cela vaut dès maintenant.',
      access: 'Votre demande de copie est enregistrée.',
      erasure: 'Votre demande d’effacement est enregistrée.',
      rectification: 'Votre demande de correction est enregistrée.',
    },
    embedLink: 'Recevoir les messages de {controller}',
  },
}
