// The help of the screens of whoever runs the installation, in French.
import type { HelpTexts } from './topics.ts'

export const ofStaff = {
  operator: [
    [
      'À quoi cela sert-il ?',
      'Les notices publiques indiquent qui exploite ce serveur, qui l’héberge et comment joindre son délégué à la protection des données. Cela se déclare ici, une seule fois.',
    ],
    [
      'Faut-il donner le nom d’une personne ?',
      'Il sera publié. Mieux vaut un service et une adresse qui survivent à un départ.',
    ],
  ],
  accounts: [
    [
      'Quelle différence entre réel et essai ?',
      'Un compte réel écrit à de vraies personnes, par des routes sous contrat. Un compte d’essai n’accepte que des numéros de fiction.',
    ],
    [
      'Et si personne ne répond à l’invitation d’un propriétaire ?',
      'Tant que personne ne fait partie du compte, sa page permet d’envoyer une autre invitation, au besoin à une autre adresse e-mail. La précédente ne peut plus servir.',
    ],
    [
      'Que fait la suspension ?',
      'Plus rien ne part, et rien n’est perdu. Ce qui attend part quand le compte reprend.',
    ],
    [
      'Quand puis-je supprimer le second facteur de quelqu’un ?',
      'Quand l’unique propriétaire d’un compte, ou une personne qui travaille dans plusieurs, vous écrit. Vérifiez qui demande, et notez le courrier. Un propriétaire supprime ceux des autres utilisateurs.',
    ],
  ],
  deletions: [
    [
      'Quand puis-je annuler une suppression ?',
      'Jusqu’à sa date, quand un propriétaire le demande. Notez qui l’a demandé et comment : les propriétaires sont avertis par e-mail.',
    ],
    [
      'Que faire d’un courrier ?',
      'Vérifiez qu’il vient du compte, puis prévoyez la suppression ici. Les propriétaires peuvent l’annuler pendant le délai.',
    ],
    [
      'Que faire des anciennes copies des clés ?',
      'Les écraser. Une sauvegarde des données n’ouvre rien d’un compte supprimé, sauf s’il reste une copie plus ancienne du dossier des clés.',
    ],
  ],
  breaches: [
    [
      'Que faire en premier ?',
      'Inscrivez la violation, même si vous en savez peu. Le délai court dès qu’elle est connue, et la loi donne 72 heures pour notifier l’autorité.',
    ],
    [
      'D’où viennent les chiffres ?',
      'Chaque champ porte une marque. Mesuré : le programme l’a lu dans la base. Déclaré : quelqu’un l’a écrit. Manquant : encore à trouver. « Compter de nouveau » relit la base.',
    ],
    [
      'Pourquoi ne puis-je pas émettre une lettre ?',
      'La loi demande la nature de la violation, des nombres, les conséquences probables, les mesures et un point de contact. L’écran nomme la partie qui manque. Qui écrit se déclare sous « Exploitant et DPO ».',
    ],
    [
      'Faut-il informer les personnes ?',
      'Oui si le risque pour elles est élevé. Non, par exemple, si les données sont chiffrées et les clés en sûreté : choisissez la raison et expliquez-la.',
    ],
    [
      'Puis-je supprimer une violation ?',
      'Non. La loi demande de garder la trace de chaque violation. Une violation terminée se clôt, avec les raisons de ce qui a été décidé.',
    ],
  ],
  operatorImpact: [
    [
      'Pourquoi le serveur a-t-il sa propre analyse ?',
      'Les comptes décident de ce qu’ils envoient ; vous décidez du fonctionnement du serveur. Cette analyse leur montre les mesures, avec leurs preuves, quand ils font la leur.',
    ],
    [
      'D’où viennent les preuves ?',
      'Des registres, des contrats des fournisseurs et du dernier contrôle de sécurité. Un contrôle qui trouve un manque après la validation rouvre l’analyse.',
    ],
  ],
  operatorTraining: [
    [
      'Qui cela concerne-t-il ?',
      'Qui administre ce serveur. Les utilisateurs des comptes se forment dans leur compte.',
    ],
    [
      'Comment confirmer ma propre formation ?',
      'Sous « Ma formation », où celle du personnel se trouve sous celle du compte.',
    ],
  ],
  operatorReviews: [
    [
      'Que faut-il inscrire ici ?',
      'Ce que les conseils ont dit du serveur lui-même : fournisseurs, mesures, violations, contrat avec les comptes.',
    ],
    ['Les comptes le voient-ils ?', 'Non. Chaque compte a ses propres avis.'],
  ],
  suppliers: [
    [
      'Pourquoi un fournisseur a-t-il besoin d’un contrat ?',
      'Il reçoit des numéros et des textes. L’article 28 du RGPD demande un contrat avec certaines clauses ; l’écran dit lesquelles manquent.',
    ],
    [
      'Que se passe-t-il le dernier jour ?',
      'Les routes de ce fournisseur ferment à la seconde où le contrat finit, et chaque écran dit pourquoi. Les messages en attente sont retenus ; ils partent dès qu’un contrat renouvelé est saisi, après un second contrôle.',
    ],
    [
      'Qu’est-ce qu’un sous-traitant ultérieur ?',
      'Une société qui aide le fournisseur et voit les mêmes données. Annoncez ici chaque changement : tous les comptes en sont prévenus et ont 30 jours pour s’y opposer. Leurs motifs s’affichent sous le changement.',
    ],
    [
      'Où est le contrat signé ?',
      'Ajoutez-le en PDF sous son contrat. Il est scellé, et chaque téléchargement est noté dans le journal.',
    ],
  ],
  routes: [
    [
      'Pourquoi une route est-elle fermée ?',
      'Elle n’est pas en service, son contrat manque ou a pris fin, ou l’opérateur n’est pas joignable. La page de la route le dit.',
    ],
    [
      'Comment en ajouter une ?',
      '« Ajouter une route » guide en cinq étapes et garde chacune : vous pouvez vous arrêter et revenir.',
    ],
  ],
  prices: [
    [
      'Qui paie quoi ?',
      'Un prix vaut pour une partie, par pays. Un compte sans prix à lui paie celui qui est indiqué ici.',
    ],
  ],
  moderation: [
    [
      'Qu’est-ce qui attend ici ?',
      'Les expéditeurs à approuver et les campagnes en cours. Vous voyez ce qu’il faut pour décider, et le numéro de personne.',
    ],
    [
      'Comment savoir qu’un nom d’expéditeur attend ?',
      'Par une notification et un e-mail, par le nombre à côté de « Modération », et sur votre première page. La notification se désactive sous « Mon profil ».',
    ],
    [
      'Qu’apprend le compte quand un nom d’expéditeur est refusé ?',
      'Votre motif, dans ses réglages et son journal. Ses responsables reçoivent une notification.',
    ],
  ],
  health: [
    [
      'Qu’est-ce qui doit m’inquiéter ?',
      'Une route non connectée, des messages qui attendent depuis longtemps, et des accusés qui n’arrivent pas.',
    ],
  ],
  eMail: [
    [
      'Pourquoi aucun e-mail ne part-il ?',
      'Aucun serveur de messagerie n’est configuré. Le guide dit quels réglages il faut. En attendant, les e-mails des comptes d’essai se lisent ici.',
    ],
  ],
  check: [
    [
      'Que veut dire « impossible à dire » ?',
      'Ce serveur ne peut pas le mesurer de là où il est. La ligne dit ce qui manque, ou d’où regarder.',
    ],
    [
      'Un écart est accepté ici. Puis-je le masquer ?',
      'Non. Il reste dans la liste et dans l’historique : qui les lit plus tard voit ce qui était connu. Notez la décision là où vous gardez les vôtres.',
    ],
    [
      'Puis-je contrôler depuis un terminal ?',
      'Oui : « npx accord check » dit la même chose, même serveur arrêté. Avec « --online », il interroge le registre npm sur les vulnérabilités connues.',
    ],
  ],
  backups: [
    [
      'Que contient une sauvegarde, et que ne contient-elle pas ?',
      'La base et ses fichiers, chiffrés. Pas les clés : copiez-les à un endroit séparé, et remplacez la copie à chaque fois.',
    ],
    [
      'Que fait un essai ?',
      'Il restaure la dernière sauvegarde à part, compte ses lignes, ouvre quelques personnes, et essaie toutes les clés qui restent sur chaque sauvegarde. Aucune personne effacée ne doit être lisible.',
    ],
    [
      'Que perd-on si le disque casse ?',
      'Une dizaine de secondes, dès qu’il y a une sauvegarde : ce qui change ensuite est gardé à côté d’elle. L’écran dit si cela fonctionne en ce moment, et quels moments peuvent être restaurés.',
    ],
    [
      'Pourquoi une ancienne sauvegarde en demande-t-elle une plus récente ?',
      'Après un effacement, les clés des personnes sont remplacées. L’ancienne sauvegarde les prend dans la plus récente, et les personnes effacées le restent.',
    ],
  ],
  restored: [
    [
      'Pourquoi les envois sont-ils suspendus ?',
      'La base a été remise à un moment antérieur. Quelqu’un a pu répondre STOP depuis, et des messages ont pu déjà partir.',
    ],
    [
      'Que faire ?',
      'Lisez ce qui a été trouvé, puis reprenez les alertes. Ne reprenez la publicité que lorsque les STOP de cette période sont connus.',
    ],
  ],
  erasureNotices: [
    [
      'Pourquoi avertir les fournisseurs ?',
      'Ils gardent les numéros des messages qu’ils ont transportés. Une personne effacée doit l’être chez eux aussi, ou savoir pourquoi elle ne l’est pas (RGPD, art. 19).',
    ],
    [
      'Qui est averti sans rien faire ?',
      'Un fournisseur dont l’adresse pour les effacements, sous « Fournisseurs », est une adresse e-mail. Les autres attendent ici : le texte est prêt à être copié.',
    ],
    [
      'Combien de temps les numéros sont-ils gardés pour cela ?',
      'Jusqu’à ce que la réponse soit enregistrée, soixante jours au plus. Ils sont scellés sous une clé à eux, ensuite détruite.',
    ],
  ],
} satisfies Partial<HelpTexts>
