// The help of impact assessments, training and reviews by counsel, in French.
import type { HelpTexts } from './topics.ts'

export const ofAccountability = {
  impact: [
    [
      'Dois-je mener une analyse ?',
      'Si deux des neuf critères sont remplis, en principe oui. Le programme compte ce qu’il peut ; vous répondez aux autres. Si vous n’en menez pas alors qu’elle est nécessaire, écrivez pourquoi.',
    ],
    [
      'Quelles réponses dois-je écrire ?',
      'Celles marquées comme manquantes. Là où le programme a mesuré la réponse, vous pouvez la compléter. Une question facultative peut rester vide.',
    ],
    [
      'À quoi sert une mesure citée ?',
      'Elle lie votre réponse à quelque chose que le programme mesure. Quand la mesure n’est plus en place, la réponse le dit.',
    ],
    [
      'Pourquoi une analyse validée est-elle rouverte ?',
      'Une nouvelle sorte de données, un nouveau fournisseur, une nouvelle finalité ou une mesure disparue. Revoyez les réponses concernées, puis validez de nouveau. Chaque version est gardée.',
    ],
  ],
  training: [
    [
      'Que doit savoir qui ?',
      'Six formations viennent avec le programme, chacune pour certains rôles. Ajoutez celles de votre métier : elles comptent de la même façon.',
    ],
    [
      'Qui confirme une formation ?',
      'Chaque personne, sous « Ma formation ». Vous inscrivez la séance et les participants ; eux seuls peuvent dire qu’ils étaient là et ont compris.',
    ],
    [
      'Combien de temps une formation compte-t-elle ?',
      'Un an pour celles du programme ; le temps que vous fixez pour les vôtres. La personne est prévenue 30 jours avant.',
    ],
    [
      'Où le compte est-il montré ?',
      'Dans le registre des traitements et dans la notice publique : combien de vos utilisateurs sont formés, et quand pour la dernière fois.',
    ],
  ],
  ownTraining: [
    [
      'Que dois-je faire ici ?',
      'Lisez chaque texte et confirmez-le, ou confirmez la séance que vous avez suivie. Personne ne peut le faire à votre place.',
    ],
    [
      'Pourquoi une formation est-elle redemandée ?',
      'Elle compte un temps limité, en général un an.',
    ],
  ],
  reviews: [
    [
      'Que faut-il inscrire ici ?',
      'Chaque question à un cabinet d’avocats, à votre délégué ou à une autorité, avec l’avis, ce que vous avez décidé et pourquoi.',
    ],
    ['Puis-je modifier un avis ?', 'Oui. Ce qui précédait est gardé, avec son auteur.'],
    [
      'Quand suis-je prévenu ?',
      '30 et 7 jours avant le jour fixé pour le prochain examen, et dès qu’un avis attend une décision.',
    ],
    [
      'Faut-il dire à une personne qui a vu ses données ?',
      'Seulement si c’est nécessaire à ses droits et pèse plus que ceux de votre personnel. Inscrivez ici la question, l’avis et la décision.',
    ],
  ],
} satisfies Partial<HelpTexts>
