// What an answer to a person's request says before somebody changes it, and the letter with it.
import type { Language } from '../kernel/index.ts'
import { glued } from './sentences.ts'

export type RequestAnswerWords = {
  /** By outcome. */
  texts: Readonly<Record<string, string>>
  /** After the text of what was searched in vain, where proofs of people who are gone are held. */
  proofsUnsearched: string
  steps: Readonly<Record<string, string>>
  stepBy: Readonly<Record<'person' | 'staff' | 'program', string>>
  stepsTitle: string
  letter: { title: string; body: string; complain: string }
  identity: Readonly<Record<string, string>>
  identityTitle: string
  confirm: string
  confirmLead: string
  paused: string
  restricted: string
  answer: {
    ready: string
    getCode: string
    until: string
    expired: string
    fetched: string
    codeTitle: string
    codeLead: string
    codeLabel: string
    emailLead: string
    emailLabel: string
    noEmail: string
    fetch: string
    wrong: string
    over: string
    notSent: string
    file: string
  }
}

export const requestAnswerWords: Record<Language, RequestAnswerWords> = {
  en: {
    texts: {
      copy_sent: 'Here is a copy of all that we hold about you. It is yours alone.',
      nothing_else_held: 'We hold nothing about you but what your page shows.',
      corrected: 'We have corrected what you told us was wrong.',
      nothing_wrong: 'We have checked what you told us and found no error in it.',
      erased: 'Your data is erased.',
      erased_in_part: 'Your data is erased, except what the law asks us to keep.',
      restricted: 'Your data is kept and no longer used. Nothing is sent to you.',
      file_sent: 'Here is your data in a file that other programs can read.',
      nothing_portable:
        'You gave us no data on the basis of a consent or a contract, so there is nothing to hand over. You can ask for a copy of your data.',
      stopped: 'Your objection is recorded. You receive no more marketing from us.',
      complaint_upheld:
        'You are right, and we are sorry. We have changed what you complained about.',
      complaint_explained: 'We have looked into what you wrote. Here is why we act so:',
      not_identified: 'We could not make sure that you are the person whose data this is.',
      excessive: 'You asked for the same a short time ago, and nothing has changed since.',
      law_forbids: 'The law does not let us do what you ask. Which law, and why:',
      nothing_held:
        'We searched our contacts and the list of objections with what you gave us, and found nothing about you. Your request, and what you wrote in it, is kept as proof that you were answered.',
      only_suppressed:
        'We searched our contacts with what you gave us, and found nothing about you but one mark: your number is on our list of objections. It is kept so that we respect your objection, and for that alone, in a form from which the number cannot be read. If we deleted it, an old file could make us write to you once more.',
      not_identifiable:
        'With what you gave us we cannot tell whether any of our data is about you (GDPR, article 11(2)). Give us the mobile number on which you received our messages, or the e-mail address that you gave us, and we will look again. Never send an identity paper.',
      withdrawn:
        'You told us that you no longer want an answer to this request. You can ask again at any time.',
      by_mistake: 'This request was written down by mistake. It is closed, and nothing was done.',
    },
    proofsUnsearched:
      'We did not search the encrypted proofs of consents of people who were erased: one may hold a number or a signature.',
    steps: {
      received: 'Received',
      acknowledged: 'Your complaint is acknowledged',
      identity_asked: 'We asked you to confirm who you are; the time to answer is paused from here',
      identified: 'You confirmed who you are',
      extended: 'The time to answer was extended',
      document_added: 'A letter or a recording was kept with it',
      corrected: 'Your data was corrected',
      restricted: 'Your data is no longer used',
      lifted: 'Your data may be used again',
      erased: 'Your data was erased',
      prepared: 'Your answer was prepared; it opens with a code sent to your phone',
      fetched: 'You fetched your answer',
      lapsed: 'Your answer was deleted, because nobody fetched it in time',
      answered: 'Answered',
      searched: 'We searched our data for you',
      details_added: 'You told us more about yourself',
      tied: 'We found you among our contacts, and tied this request to your record',
    },
    stepBy: { person: 'by you', staff: 'by our staff', program: 'by the program' },
    stepsTitle: 'Step by step',
    letter: {
      title: 'We need more time for your request',
      body: 'You wrote to us on {asked}. We need more than one month to answer, for this reason: “{reason}” As the law allows (GDPR, article 12(3)), we will answer by {due}.',
      complain:
        'If you do not agree, you can complain to the supervisory authority (in France, the CNIL: cnil.fr) or go to court.',
    },
    identity: {
      no_proof_needed: 'You need to prove nothing for this.',
      asked_on_page:
        'You asked on your own page, whose link went to your phone. We ask for nothing more.',
      code_to_number:
        'A code sent to your number is enough, because this data is held under that number.',
      holds_replies:
        'A code to your number and a second sign are needed, because the answer holds messages that you wrote.',
      holds_sensitive:
        'A code to your number and a second sign are needed, because the answer holds sensitive data.',
      number_changed_hands:
        'Having this number is not enough, because it was out of use for a time and may have belonged to somebody else. We make sure in another way that it is you.',
      no_contact: 'You are not among our contacts, so nothing could go to the wrong person.',
    },
    identityTitle: 'How we make sure that it is you',
    confirm: 'Yes, I made this request',
    confirmLead:
      'Somebody made this request in your name by letter, by phone or on our request page. The link to this page went to your phone: press the button to say that it was you. Never send an identity paper.',
    paused: 'Paused since {since}, until you confirm that it was you',
    restricted: 'Your data is kept and not used since {since}.',
    answer: {
      ready: 'Your answer is ready',
      getCode: 'Send a code to my phone',
      until: 'You can fetch it until {until}. It is deleted after that.',
      expired: 'Your answer was deleted on {until}, because it was not fetched. Ask again.',
      fetched: 'You fetched it on {when}. You can fetch it again until {until}.',
      codeTitle: 'Fetch your answer',
      codeLead: 'A code of six digits was sent to your phone. It is valid for {minutes} minutes.',
      codeLabel: 'Code from your phone',
      emailLead: 'Another code was sent to the e-mail address that we hold of you.',
      emailLabel: 'Code from your e-mail',
      noEmail:
        'A second sign is needed, and it cannot be asked for by e-mail. Call or write to us: we will ask you something that only you and we know, never an identity paper.',
      fetch: 'Open my answer',
      wrong: 'This code is not right. Look again, or ask for a new one.',
      over: 'The code is no longer valid, or was tried too often. Ask for a new one. If this message comes again, wait until tomorrow.',
      notSent: 'No code could be sent now. Wait fifteen minutes, then try again.',
      file: 'my-data',
    },
  },
  fr: glued<RequestAnswerWords>({
    texts: {
      copy_sent: 'Voici une copie de tout ce que nous détenons sur vous. Elle n’est que pour vous.',
      nothing_else_held: 'Nous ne détenons rien d’autre sur vous que ce que montre votre page.',
      corrected: 'Nous avons corrigé ce que vous nous avez signalé.',
      nothing_wrong:
        'Nous avons vérifié ce que vous avez signalé et n’y avons pas trouvé d’erreur.',
      erased: 'Vos données sont effacées.',
      erased_in_part: 'Vos données sont effacées, sauf ce que la loi nous demande de conserver.',
      restricted:
        'Vos données sont conservées et ne sont plus utilisées. Plus rien ne vous est envoyé.',
      file_sent: 'Voici vos données dans un fichier que d’autres logiciels peuvent lire.',
      nothing_portable:
        'Vous ne nous avez donné aucune donnée sur la base d’un consentement ou d’un contrat : il n’y a donc rien à transmettre. Vous pouvez demander une copie de vos données.',
      stopped:
        'Votre opposition est enregistrée. Vous ne recevrez plus de publicité de notre part.',
      complaint_upheld:
        'Vous avez raison, et nous vous prions de nous excuser. Nous avons changé ce dont vous vous plaignez.',
      complaint_explained:
        'Nous avons examiné ce que vous avez écrit. Voici pourquoi nous agissons ainsi :',
      not_identified:
        'Nous n’avons pas pu nous assurer que vous êtes la personne que ces données concernent.',
      excessive: 'Vous avez demandé la même chose il y a peu, et rien n’a changé depuis.',
      law_forbids:
        'La loi ne nous permet pas de faire ce que vous demandez. Quelle loi, et pourquoi :',
      nothing_held:
        'Nous avons cherché parmi nos contacts et dans la liste des oppositions avec ce que vous nous avez donné, et n’avons rien trouvé sur vous. Votre demande et ce que vous y avez écrit sont conservés comme preuve que nous vous avons répondu.',
      only_suppressed:
        'Nous avons cherché parmi nos contacts avec ce que vous nous avez donné, et n’avons rien trouvé sur vous, à une marque près : votre numéro est sur notre liste des oppositions. Elle sert à respecter votre opposition, et à rien d’autre ; le numéro ne peut pas y être lu. Si nous la supprimions, un ancien fichier pourrait nous faire vous écrire de nouveau.',
      not_identifiable:
        'Avec ce que vous nous avez donné, nous ne pouvons pas dire si certaines de nos données vous concernent (RGPD, article 11, paragraphe 2). Donnez-nous le numéro de mobile sur lequel vous avez reçu nos messages, ou l’adresse e-mail que vous nous avez donnée : nous chercherons de nouveau. N’envoyez jamais de pièce d’identité.',
      withdrawn:
        'Vous nous avez dit que vous retiriez cette demande. Vous pouvez en faire une autre à tout moment.',
      by_mistake: 'Cette demande a été notée par erreur. Elle est close, et rien n’a été fait.',
    },
    proofsUnsearched:
      'Nous n’avons pas cherché dans les preuves chiffrées d’accords de personnes effacées : l’une peut contenir un numéro ou une signature.',
    steps: {
      received: 'Reçue',
      acknowledged: 'Nous avons accusé réception de votre réclamation',
      identity_asked:
        'Nous vous avons demandé de confirmer votre identité ; le délai est suspendu depuis',
      identified: 'Vous avez confirmé votre identité',
      extended: 'Le délai de réponse a été prolongé',
      document_added: 'Une lettre ou un enregistrement y a été joint',
      corrected: 'Vos données ont été corrigées',
      restricted: 'Vos données ne sont plus utilisées',
      lifted: 'Vos données peuvent de nouveau être utilisées',
      erased: 'Vos données ont été effacées',
      prepared: 'Votre réponse est prête ; elle s’ouvre avec un code envoyé à votre téléphone',
      fetched: 'Vous avez récupéré votre réponse',
      lapsed: 'Votre réponse a été supprimée, car elle n’a pas été récupérée à temps',
      answered: 'Réponse donnée',
      searched: 'Nous vous avons cherché dans nos données',
      details_added: 'Vous nous avez donné des précisions sur vous',
      tied: 'Nous vous avons trouvé parmi nos contacts, et avons rattaché cette demande à votre fiche',
    },
    stepBy: { person: 'par vous', staff: 'par notre équipe', program: 'par le logiciel' },
    stepsTitle: 'Étape par étape',
    letter: {
      title: 'Il nous faut plus de temps pour votre demande',
      body: 'Vous nous avez écrit le {asked}. Il nous faut plus d’un mois pour vous répondre, pour la raison suivante : « {reason} » Comme la loi le permet (RGPD, article 12, paragraphe 3), nous vous répondrons au plus tard le {due}.',
      complain:
        'Si vous n’êtes pas d’accord, vous pouvez adresser une réclamation à l’autorité de contrôle (en France, la CNIL : cnil.fr) ou saisir un juge.',
    },
    identity: {
      no_proof_needed: 'Vous n’avez rien à prouver pour cela.',
      asked_on_page:
        'Vous avez fait cette demande sur votre page, dont le lien a été envoyé à votre téléphone. Rien de plus n’est demandé.',
      code_to_number:
        'Un code envoyé à votre numéro suffit, car ces données sont conservées sous ce numéro.',
      holds_replies:
        'Un code envoyé à votre numéro et un second signe sont demandés, car la réponse contient des messages que vous avez écrits.',
      holds_sensitive:
        'Un code envoyé à votre numéro et un second signe sont demandés, car la réponse contient des données sensibles.',
      number_changed_hands:
        'Avoir ce numéro ne suffit pas, car il a été hors service et a pu appartenir à une autre personne. Nous nous assurons autrement que c’est vous.',
      no_contact:
        'Vous n’êtes pas parmi nos contacts : rien ne pourrait être remis à la mauvaise personne.',
    },
    identityTitle: 'Comment nous nous assurons que c’est vous',
    confirm: 'Oui, cette demande vient de moi',
    confirmLead:
      'Cette demande a été faite en votre nom par lettre, par téléphone ou sur notre page de demande. Le lien de cette page a été envoyé à votre téléphone : appuyez sur le bouton pour dire qu’elle vient de vous. N’envoyez jamais de pièce d’identité.',
    paused: 'Suspendue depuis le {since}, jusqu’à ce que vous disiez qu’elle vient de vous',
    restricted: 'Vos données sont conservées sans être utilisées depuis le {since}.',
    answer: {
      ready: 'Votre réponse est prête',
      getCode: 'Envoyer un code à mon téléphone',
      until: 'Vous pouvez la récupérer jusqu’au {until}. Elle sera ensuite supprimée.',
      expired:
        'Votre réponse a été supprimée le {until}, car elle n’a pas été récupérée. Refaites la demande.',
      fetched: 'Vous l’avez récupérée le {when}. Vous pouvez la récupérer encore jusqu’au {until}.',
      codeTitle: 'Récupérer votre réponse',
      codeLead:
        'Un code de six chiffres a été envoyé à votre téléphone. Il est valable {minutes} minutes.',
      codeLabel: 'Code reçu sur votre téléphone',
      emailLead: 'Un autre code a été envoyé à l’adresse e-mail que nous avons de vous.',
      emailLabel: 'Code reçu par e-mail',
      noEmail:
        'Un second signe est demandé, et un e-mail ne peut pas servir ici. Appelez-nous ou écrivez-nous : nous vous demanderons une information que nous sommes seuls, vous et nous, à connaître, jamais une pièce d’identité.',
      fetch: 'Ouvrir ma réponse',
      wrong: 'Ce code n’est pas le bon. Vérifiez, ou demandez-en un autre.',
      over: 'Ce code n’est plus valable, ou a été essayé trop souvent. Demandez-en un autre. Si ce message revient, attendez jusqu’à demain.',
      notSent: 'Aucun code n’a pu être envoyé. Attendez quinze minutes, puis réessayez.',
      file: 'mes-donnees',
    },
  }),
}
