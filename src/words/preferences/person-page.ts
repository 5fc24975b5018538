// Sentences of the page of a person: what they agreed to, and what they can change.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

export type PersonPageWords = {
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
  changedHands: { title: string; lead: string; how: string }
  copyTitle: string
  copyLead: string
  copyRead: string
  copySave: string
  /** Name of the file, without its ending. */
  copyFile: string
  copyLink: string
  copyLinkLead: string
}

export const personPages: Record<Language, PersonPageWords> = {
  en: {
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
  },
  fr: glued<PersonPageWords>({
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
  }),
}
