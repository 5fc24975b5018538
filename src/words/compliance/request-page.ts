// The public page on which anybody makes a request about their data, in both languages.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

type Kind =
  | 'access'
  | 'rectification'
  | 'erasure'
  | 'restriction'
  | 'portability'
  | 'objection'
  | 'complaint'

export type RequestPageWords = {
  title: string
  lead: string
  noPaper: string
  otherLanguage: string
  kindLabel: string
  kinds: Readonly<Record<Kind, string>>
  objectionHint: string
  textLabel: string
  textHint: string
  whoLabel: string
  whoHint: string
  nameLabel: string
  numberLabel: string
  numberHint: string
  emailLabel: string
  addressLabel: string
  addressHint: string
  send: string
  kept: string
  notice: string
  trapLabel: string
  faultTitle: string
  faults: Readonly<
    Record<
      | 'kind'
      | 'textMissing'
      | 'textLong'
      | 'reach'
      | 'name'
      | 'number'
      | 'email'
      | 'address'
      | 'expired'
      | 'tooFast'
      | 'tooMany'
      | 'twice',
      string
    >
  >
  receivedTitle: string
  received: string
  receivedComplaint: string
  receivedHow: string
  receivedMore: string
}

export const requestPageWords: Record<Language, RequestPageWords> = {
  en: {
    title: 'A request about your data',
    lead: 'You can ask {name} what it holds about you, and have it corrected, erased or no longer used. You need no account, and it costs nothing. You get an answer within one month, or within that month the reasons why it takes up to two months more. A complaint is acknowledged within 30 days.',
    noPaper: 'Never send an identity paper: it is not asked for.',
    otherLanguage: 'Français',
    kindLabel: 'What do you ask for?',
    kinds: {
      access: 'A copy of my data, or to know that nothing is held',
      rectification: 'A correction',
      erasure: 'Erasure',
      restriction: 'Keep my data without using it',
      portability: 'My data in a file for another service',
      objection: 'No more advertising',
      complaint: 'A complaint',
    },
    objectionHint: 'To stop advertising at once, reply STOP to the message that you received.',
    textLabel: 'In your own words',
    textHint: 'Needed for a correction or a complaint; {max} characters at most.',
    whoLabel: 'Who you are',
    whoHint:
      'Give at least a phone number, an e-mail or a postal address, by which you can be found and answered.',
    nameLabel: 'First and last name',
    numberLabel: 'Phone number',
    numberHint: 'The one on which you received messages, if you did.',
    emailLabel: 'E-mail address',
    addressLabel: 'Postal address',
    addressHint: 'If you want your answer by post.',
    send: 'Send my request',
    kept: 'What you write here is encrypted, read by {name} alone, and kept for {years} years after the answer, to show that you were answered. The number and the e-mail serve to find you and answer you, and to stop advertising if you ask for that.',
    notice: 'How {name} uses personal data',
    trapLabel: 'Leave this field empty',
    faultTitle: 'Please correct this',
    faults: {
      kind: 'Choose what you ask for.',
      textMissing: 'Write what is wrong, or what you complain about.',
      textLong: 'Your text is too long: write {max} characters at most.',
      reach:
        'Give a phone number, an e-mail or a postal address: without one you cannot be answered.',
      name: 'The name is too long: write {nameMax} characters at most.',
      number: 'This is no telephone number. Write it in full, or leave the field empty.',
      email: 'This is no e-mail address. Correct it, or leave the field empty.',
      address: 'The address is too long: write {addressMax} characters at most.',
      expired: 'The page was open for too long. Look it over and send it again.',
      tooFast: 'The form was sent too fast. Please send it again.',
      tooMany:
        'Too many requests were sent from here. Wait an hour, or write to the address in the notice.',
      twice: 'This request has been sent already, and has arrived.',
    },
    receivedTitle: 'Your request has arrived',
    received: '{name} received your request on {asked} and must answer by {due}.',
    receivedComplaint:
      '{name} received your complaint on {asked}, must confirm it by {acknowledge}, and must answer you by {due}.',
    receivedHow: 'You are answered at the address or the number that you gave.',
    receivedMore:
      'Whoever answers may ask you for details by which you can be found. Never send an identity paper.',
  },
  fr: glued<RequestPageWords>({
    title: 'Une demande sur vos données',
    lead: 'Vous pouvez demander à {name} quelles données sont détenues sur vous, les faire corriger ou effacer, ou faire cesser leur utilisation. Il ne faut pas de compte, et cela ne coûte rien. Vous recevez une réponse dans un délai d’un mois, ou, dans ce délai, les raisons d’une prolongation de deux mois au plus. Une réclamation reçoit un accusé de réception sous 30 jours.',
    noPaper: 'N’envoyez jamais de pièce d’identité : elle n’est pas demandée.',
    otherLanguage: 'English',
    kindLabel: 'Que demandez-vous ?',
    kinds: {
      access: 'Une copie de mes données, ou savoir qu’il n’y en a pas',
      rectification: 'Une correction',
      erasure: 'L’effacement',
      restriction: 'Conserver mes données sans les utiliser',
      portability: 'Mes données dans un fichier pour un autre service',
      objection: 'Ne plus recevoir de publicité',
      complaint: 'Une réclamation',
    },
    objectionHint: 'Pour arrêter la publicité tout de suite, répondez STOP au message reçu.',
    textLabel: 'Avec vos propres mots',
    textHint: 'Nécessaire pour une correction ou une réclamation ; {max} caractères au plus.',
    whoLabel: 'Qui vous êtes',
    whoHint:
      'Donnez ce qui permet de vous trouver et de vous répondre : au moins un numéro, un e-mail ou une adresse postale.',
    nameLabel: 'Prénom et nom',
    numberLabel: 'Numéro de téléphone',
    numberHint: 'Celui sur lequel vous avez reçu des messages, si c’est le cas.',
    emailLabel: 'Adresse e-mail',
    addressLabel: 'Adresse postale',
    addressHint: 'Si vous voulez une réponse par courrier.',
    send: 'Envoyer ma demande',
    kept: 'Ce que vous écrivez ici est chiffré, lu par {name} seulement, et conservé {years} ans après la réponse, pour montrer qu’elle vous a été donnée. Le numéro et l’e-mail servent à vous trouver, à vous répondre, et à arrêter la publicité si vous le demandez.',
    notice: 'Comment {name} utilise les données personnelles',
    trapLabel: 'Laissez ce champ vide',
    faultTitle: 'À corriger',
    faults: {
      kind: 'Choisissez ce que vous demandez.',
      textMissing: 'Écrivez ce qui est faux, ou ce dont vous vous plaignez.',
      textLong: 'Votre texte est trop long : écrivez {max} caractères au plus.',
      reach:
        'Donnez un numéro, un e-mail ou une adresse postale : sans cela, personne ne peut vous répondre.',
      name: 'Le nom est trop long : écrivez {nameMax} caractères au plus.',
      number:
        'Ce n’est pas un numéro de téléphone. Écrivez-le en entier, ou laissez le champ vide.',
      email: 'Ce n’est pas une adresse e-mail. Corrigez-la, ou laissez le champ vide.',
      address: 'L’adresse est trop longue : écrivez {addressMax} caractères au plus.',
      expired: 'La page est restée ouverte trop longtemps. Relisez-la et envoyez-la à nouveau.',
      tooFast: 'Le formulaire a été envoyé trop vite. Merci de l’envoyer à nouveau.',
      tooMany:
        'Trop de demandes ont été envoyées d’ici. Attendez une heure, ou écrivez à l’adresse de la notice.',
      twice: 'Cette demande a déjà été envoyée, et elle est bien arrivée.',
    },
    receivedTitle: 'Votre demande est bien arrivée',
    received: '{name} a reçu votre demande le {asked} et doit vous répondre au plus tard le {due}.',
    receivedComplaint:
      '{name} a reçu votre réclamation le {asked}, doit en accuser réception au plus tard le {acknowledge} et vous répondre au plus tard le {due}.',
    receivedHow: 'La réponse vous parviendra à l’adresse ou au numéro que vous avez donné.',
    receivedMore:
      'La personne qui vous répond peut vous demander des précisions pour vous retrouver. N’envoyez jamais de pièce d’identité.',
  }),
}
