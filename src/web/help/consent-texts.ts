// Questions about forms, keywords, consents that expire, proofs and legal bases, in both languages.
import type { Question, Topic } from './topics.ts'

type Own = 'forms' | 'keywords' | 'expiring' | 'proofs' | 'legalBases'
type Texts = Readonly<Record<Extract<Topic, Own>, readonly Question[]>>

export const consentHelp: Readonly<Record<'en' | 'fr', Texts>> = {
  en: {
    forms: [
      [
        'How do I use a form?',
        'Publish it, then print its address or link to it. With a code, the person confirms from their own phone, which is the strongest proof.',
      ],
      [
        'What may I change?',
        'Everything in a draft. Of an open form, the notice and the sender: people read the correction at once, and each consent keeps the notice that its person read. To change wordings or questions, duplicate the form into a draft.',
      ],
      [
        'How do I see it before others do?',
        'Open the draft: its page is shown as on a phone or a computer, in both languages.',
      ],
    ],
    keywords: [
      [
        'What is a keyword?',
        'A word that people send to your number. It is bound to one wording: sending it means agreeing to that text.',
      ],
      [
        'What happens when I close one?',
        'Sending the word no longer means agreeing, and the word becomes free. Consents already given stay valid.',
      ],
    ],
    expiring: [
      [
        'How long does a consent last?',
        'As long as you set under “Legal bases”. Sixty days before its end it is shown here, and you can ask again once.',
      ],
      [
        'How do I ask again?',
        'Create the list, then write a campaign for it that says how to consent again, by keyword or form.',
      ],
    ],
    proofs: [
      [
        'What does the ledger prove?',
        'That no consent, withdrawal or objection was added, changed or removed later. Anybody can verify the exported file without this server.',
      ],
      [
        'Why are proofs of deleted contacts kept?',
        'In case somebody disputes that they agreed. They are sealed, allow no message, and are destroyed on their day.',
      ],
    ],
    legalBases: [
      [
        'Which proof is enough?',
        'You choose the weakest that counts, and for how long. Stronger proofs always count.',
      ],
      [
        'May I write without consent?',
        'Only on a legal basis that you enabled here with a reason, and if the rules of both countries allow it. An objection always ends it.',
      ],
    ],
  },
  fr: {
    forms: [
      [
        'Comment utiliser un formulaire ?',
        'Publiez-le, puis imprimez son adresse ou faites-y un lien. Avec un code, la personne confirme depuis son téléphone : c’est la preuve la plus forte.',
      ],
      [
        'Que puis-je modifier ?',
        'Tout dans un brouillon. D’un formulaire ouvert, l’information et l’expéditeur : la correction se lit aussitôt, et chaque consentement garde l’information que la personne a lue. Pour changer les textes ou les questions, dupliquez le formulaire en brouillon.',
      ],
      [
        'Comment le voir avant les autres ?',
        'Ouvrez le brouillon : sa page s’affiche comme sur un téléphone ou un ordinateur, dans les deux langues.',
      ],
    ],
    keywords: [
      [
        'Qu’est-ce qu’un mot-clé ?',
        'Un mot que les personnes envoient à votre numéro. Il est lié à un texte : l’envoyer, c’est accepter ce texte.',
      ],
      [
        'Que se passe-t-il quand j’en ferme un ?',
        'L’envoyer ne vaut plus accord, et le mot devient libre. Les consentements déjà donnés restent valables.',
      ],
    ],
    expiring: [
      [
        'Combien de temps dure un consentement ?',
        'La durée que vous fixez dans « Bases légales ». Soixante jours avant la fin, il est signalé ici, et vous pouvez redemander une fois.',
      ],
      [
        'Comment redemander ?',
        'Créez la liste, puis écrivez-lui une campagne qui dit comment consentir de nouveau, par mot-clé ou par formulaire.',
      ],
    ],
    proofs: [
      [
        'Que prouve le registre ?',
        'Que nul consentement, retrait ou opposition n’a été ajouté, modifié ou retiré après coup. Chacun peut vérifier le fichier exporté sans ce serveur.',
      ],
      [
        'Pourquoi conserver les preuves de contacts supprimés ?',
        'Au cas où quelqu’un contesterait avoir accepté. Elles sont chiffrées, n’autorisent aucun message et sont détruites à leur date.',
      ],
    ],
    legalBases: [
      [
        'Quelle preuve suffit ?',
        'Vous choisissez la plus faible qui compte, et pour combien de temps. Les plus fortes comptent toujours.',
      ],
      [
        'Puis-je écrire sans consentement ?',
        'Seulement sur une base légale activée ici avec un motif, et si les règles des deux pays l’admettent. Une opposition y met toujours fin.',
      ],
    ],
  },
}
