// The letters on paper that answer a person's request: printed, addressed by hand, sent by post.
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

export type RequestLetterWords = {
  titles: Readonly<
    Record<'acknowledgement' | 'extension' | 'answer' | 'refusal' | 'lifting' | 'details', string>
  >
  name: string
  street: string
  town: string
  date: string
  sender: string
  signature: string
  subject: string
  kinds: Readonly<Record<Kind, string>>
  dear: string
  closing: string
  received: string
  due: string
  paused: string
  extension: string
  answer: string
  file: string
  refusal: string
  lifting: string
  lifted: string
  /** To somebody who is no contact. */
  pausedDetails: string
  searched: string
  searchedList: string
  searchedRequests: string
  searchedProofs: string
  searchedBy: Readonly<Record<'number' | 'email' | 'reference' | 'name', string>>
  details: string
  detailsAsked: readonly string[]
  detailsPaused: string
  detailsEmail: string
  remedies: string
  authority: string
  authorityUnknown: string
  court: string
}

export const requestLetterWords: Record<Language, RequestLetterWords> = {
  en: {
    titles: {
      acknowledgement: 'Your request has arrived',
      extension: 'We need more time for your request',
      answer: 'Answer to your request',
      refusal: 'We do not act on your request',
      lifting: 'The restriction of your data ends',
      details: 'Help us find you in our data',
    },
    name: 'To',
    street: 'Street and number',
    town: 'Postcode, town, country',
    date: 'Place and date',
    sender: 'Our address',
    signature: 'Name and signature:',
    subject: 'Subject: your request of {asked} ({kind})',
    kinds: {
      access: 'a copy of your data',
      rectification: 'the correction of your data',
      erasure: 'the erasure of your data',
      restriction: 'your data kept without being used',
      portability: 'your data in a file for another service',
      objection: 'your objection',
      complaint: 'your complaint',
    },
    dear: 'Dear Sir or Madam,',
    closing: 'Yours faithfully,',
    received: 'Your request of {asked} has arrived.',
    due: 'We will answer by {due}. This costs you nothing.',
    paused:
      'The time to answer is paused since {since}, until you confirm that the request is yours, by the link that was sent to your phone. Never send an identity paper.',
    extension:
      'You wrote to us on {asked}. We need more than one month to answer, for the reason below. As the law allows (GDPR, article 12(3)), we will answer by {due}.',
    answer: 'You wrote to us on {asked}. This is our answer of {answered}.',
    file: 'Your file waits on your personal page until {until}. It opens with a code sent to your phone. If you have no link to your page, ask us for one.',
    refusal:
      'You wrote to us on {asked}. On {answered} we decided not to act on your request, for the reason below.',
    lifting:
      'At your request of {asked}, your data was kept without being used. It will be used again from {lifted} on, for the reason below (GDPR, article 18(3)).',
    lifted:
      'At your request of {asked}, your data was kept without being used. It has been used again since {lifted}, for the reason below (GDPR, article 18(3)).',
    pausedDetails:
      'The time to answer has been paused since {since}, until you give us details by which we can find you. Never send an identity paper.',
    searched: 'On {day} we searched our contacts by {by}.',
    searchedList: 'We also searched our list of objections.',
    searchedRequests: 'Requests like yours are kept apart, as proof of how they were answered.',
    searchedProofs:
      'We also keep, encrypted, proofs of consents of people who were erased, each until a set date on which it is destroyed (GDPR, article 17(3)(e)). Such a proof may hold a telephone number, an IP address, a note or a signed paper. We did not search them: each would have to be opened.',
    searchedBy: {
      number: 'your telephone number',
      email: 'your e-mail address',
      reference: 'the reference that you gave us',
      name: 'your name',
    },
    details:
      'You wrote to us on {asked}. With what you gave us we cannot tell whether any of our data is about you (GDPR, article 11(2)). If you received messages from us, please tell us at least one of the following:',
    detailsAsked: [
      'the mobile number on which you received them;',
      'the e-mail address that you once gave us;',
      'the customer number or reference that we gave you.',
    ],
    detailsPaused:
      'The time to answer has been paused since {since}, until you answer. This costs you nothing. Never send an identity paper: we do not ask for one and would destroy it.',
    detailsEmail: 'E-mail',
    remedies: 'If you do not agree',
    authority:
      'You can lodge a complaint with the supervisory authority (GDPR, article 77): {name}, {address}, {site}.',
    authorityUnknown:
      'You can lodge a complaint with the supervisory authority of your country (GDPR, article 77).',
    court: 'You can also go to court (GDPR, article 79).',
  },
  fr: glued<RequestLetterWords>({
    titles: {
      acknowledgement: 'Votre demande est bien arrivée',
      extension: 'Il nous faut plus de temps pour votre demande',
      answer: 'Réponse à votre demande',
      refusal: 'Nous ne donnons pas suite à votre demande',
      lifting: 'Fin de la limitation du traitement de vos données',
      details: 'Aidez-nous à vous trouver dans nos données',
    },
    name: 'À l’attention de',
    street: 'Numéro et rue',
    town: 'Code postal, ville, pays',
    date: 'Lieu et date',
    sender: 'Notre adresse',
    signature: 'Nom et signature :',
    subject: 'Objet : votre demande du {asked} ({kind})',
    kinds: {
      access: 'une copie de vos données',
      rectification: 'la correction de vos données',
      erasure: 'l’effacement de vos données',
      restriction: 'la limitation du traitement de vos données',
      portability: 'vos données dans un fichier pour un autre service',
      objection: 'votre opposition',
      complaint: 'votre réclamation',
    },
    dear: 'Madame, Monsieur,',
    closing: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
    received: 'Votre demande du {asked} nous est bien parvenue.',
    due: 'Nous vous répondrons au plus tard le {due}. Cela ne vous coûte rien.',
    paused:
      'Le délai de réponse est suspendu depuis le {since}, jusqu’à ce que vous confirmiez que la demande vient de vous, par le lien envoyé à votre téléphone. N’envoyez jamais de pièce d’identité.',
    extension:
      'Vous nous avez écrit le {asked}. Il nous faut plus d’un mois pour vous répondre, pour la raison donnée ci-dessous. Comme la loi le permet (RGPD, article 12, paragraphe 3), nous vous répondrons au plus tard le {due}.',
    answer: 'Vous nous avez écrit le {asked}. Voici notre réponse du {answered}.',
    file: 'Votre fichier vous attend sur votre page personnelle jusqu’au {until}. Il s’ouvre avec un code envoyé à votre téléphone. Si vous n’avez pas le lien de votre page, demandez-le-nous.',
    refusal:
      'Vous nous avez écrit le {asked}. Le {answered}, nous avons décidé de ne pas donner suite à votre demande, pour la raison donnée ci-dessous.',
    lifting:
      'À votre demande du {asked}, vos données étaient conservées sans être utilisées. Elles le seront de nouveau à partir du {lifted}, pour la raison donnée ci-dessous (RGPD, article 18, paragraphe 3).',
    lifted:
      'À votre demande du {asked}, vos données étaient conservées sans être utilisées. Elles le sont de nouveau depuis le {lifted}, pour la raison donnée ci-dessous (RGPD, article 18, paragraphe 3).',
    pausedDetails:
      'Le délai de réponse est suspendu depuis le {since}, jusqu’à ce que vous nous donniez des précisions pour vous retrouver. N’envoyez jamais de pièce d’identité.',
    searched: 'Le {day}, nous vous avons cherché parmi nos contacts, avec {by}.',
    searchedList: 'Nous avons aussi cherché dans notre liste des oppositions.',
    searchedRequests:
      'Les demandes comme la vôtre sont conservées à part, comme preuve de la réponse.',
    searchedProofs:
      'Nous gardons aussi, chiffrées, des preuves d’accords de personnes effacées depuis, chacune jusqu’à une date fixée à laquelle elle est détruite (RGPD, article 17, paragraphe 3, point e). Une telle preuve peut contenir un numéro de téléphone, une adresse IP, une note ou un papier signé. Nous n’y avons pas cherché : il faudrait ouvrir chacune.',
    searchedBy: {
      number: 'votre numéro de téléphone',
      email: 'votre adresse e-mail',
      reference: 'la référence que vous nous avez donnée',
      name: 'votre nom',
    },
    details:
      'Vous nous avez écrit le {asked}. Avec ce que vous nous avez donné, nous ne pouvons pas dire si certaines de nos données vous concernent (RGPD, article 11, paragraphe 2). Si vous avez reçu des messages de notre part, donnez-nous au moins l’une de ces informations :',
    detailsAsked: [
      'le numéro de mobile sur lequel vous les avez reçus ;',
      'l’adresse e-mail que vous nous avez donnée un jour ;',
      'le numéro de client ou la référence que nous vous avons donnés.',
    ],
    detailsPaused:
      'Le délai de réponse est suspendu depuis le {since}, jusqu’à votre réponse. Cela ne vous coûte rien. N’envoyez jamais de pièce d’identité : nous n’en demandons pas et la détruirions.',
    detailsEmail: 'E-mail',
    remedies: 'Si vous n’êtes pas d’accord',
    authority:
      'Vous pouvez adresser une réclamation à l’autorité de contrôle (RGPD, article 77) : {name}, {address}, {site}.',
    authorityUnknown:
      'Vous pouvez adresser une réclamation à l’autorité de contrôle de votre pays (RGPD, article 77).',
    court: 'Vous pouvez aussi saisir un juge (RGPD, article 79).',
  }),
}
