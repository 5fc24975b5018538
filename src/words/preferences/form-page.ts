// Sentences of forms that ask for consent.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

export type FormPageWords = {
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
  embedLink: string
}

export const formPages: Record<Language, FormPageWords> = {
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
    embedLink: 'Receive messages from {controller}',
  },
  fr: glued<FormPageWords>({
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
    embedLink: 'Recevoir les messages de {controller}',
  }),
}
