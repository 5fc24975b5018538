// The help of each screen, in French.
import { ofAccountability } from './accountability-fr.ts'
import { consentHelp } from './consent-texts.ts'
import { developerHelp } from './developer-texts.ts'
import { findingHelp } from './finding-texts.ts'
import { ofStaff } from './staff-fr.ts'
import type { HelpTexts } from './topics.ts'
import { webhookHelp } from './webhook-texts.ts'

export const texts: HelpTexts = {
  home: [
    [
      'Que comptent ces chiffres ?',
      'Les 30 derniers jours de votre compte. Chaque chiffre ouvre la liste qu’il compte.',
    ],
    [
      'Que veut dire « peuvent recevoir de la publicité » ?',
      'Le consentement au SMS est prouvé et en vigueur, et ni STOP ni opposition ne s’y opposent.',
    ],
    [
      'Par où commencer ?',
      'Par les étapes en haut. Elles se cochent seules, et la liste disparaît quand tout est fait.',
    ],
  ],
  campaigns: [
    [
      'Comment se déroule une campagne ?',
      'Vous écrivez un texte pour une liste, vous lisez la fiche de contrôle, vous la faites approuver, puis vous lancez. Chaque message est recontrôlé à l’envoi.',
    ],
    [
      'Puis-je modifier une campagne ?',
      'Oui, jusqu’au lancement. Ensuite vous pouvez la mettre en pause, la reprendre, ou annuler ce qui n’est pas parti. « Dupliquer » en fait un nouveau brouillon.',
    ],
  ],
  write: [
    [
      'Publicité ou alerte ?',
      'Une publicité fait la promotion de quelque chose et demande le consentement de chaque personne. Une alerte dit ce que les personnes doivent savoir (une commande, un rendez-vous) et repose sur une autre base légale. Un texte qui ressemble à une publicité est refusé comme alerte.',
    ],
    [
      'Comment le prix est-il compté ?',
      'Par parties. Une partie contient 160 caractères, ou 153 dans un texte plus long. Un seul caractère hors de l’alphabet SMS, même dans un prénom, n’en laisse que 70 (ou 67). Le chiffre devient exact quand chaque destinataire est compté, mention STOP comprise.',
    ],
    [
      'Que sont les champs ?',
      'Les mots entre accolades sont remplacés par la valeur de chaque personne, par exemple « Bonjour {first_name} ». Avec « {first_name|à vous} », qui n’a pas de prénom lit « à vous » ; sans cela, la personne est écartée.',
    ],
    [
      'Quand part la publicité ?',
      'Pendant les heures légales du lieu de chaque personne. En France : du lundi au samedi, de 8 h à 20 h, sauf les jours fériés.',
    ],
  ],
  campaign: [
    [
      'Qu’est-ce que la fiche de contrôle ?',
      'Qui reçoit le message, qui est écarté et pourquoi, ce que cela coûte et quand il part. L’approbation porte exactement sur cette fiche. Si le texte ou la liste change, une nouvelle fiche doit être approuvée.',
    ],
    [
      'Pourquoi quelqu’un est-il écarté ?',
      'Chaque raison est comptée et ouvre, avant le lancement, ses personnes telles qu’elles sont maintenant ; après, leurs messages refusés. Les plus fréquentes : pas de consentement prouvé, un STOP, ou un numéro qui ne peut pas recevoir de SMS.',
    ],
    [
      'Et si quelqu’un répond STOP après l’approbation ?',
      'Il ne reçoit rien : chaque message est recontrôlé à l’envoi.',
    ],
    [
      'Puis-je l’arrêter ?',
      'Oui. « Mettre en pause » garde ce qui n’est pas parti, « Annuler » y met fin. Ce qu’un opérateur a déjà accepté ne peut pas être rappelé.',
    ],
  ],
  results: [
    [
      'Que veut dire « remis » ?',
      'L’accusé de l’opérateur dit que le téléphone l’a reçu. Sans accusé, le message reste « envoyé ».',
    ],
    [
      'Que veut dire « peut-être envoyé » ?',
      'La connexion s’est coupée avant la réponse de l’opérateur. Accord ne devine pas, et n’envoie pas deux fois, sauf si vous l’avez choisi.',
    ],
    [
      'Puis-je voir qui ?',
      'Chaque nombre ouvre ses messages ou ses réponses, et chaque message sa personne. Les fichiers CSV et Excel contiennent les messages, numéros masqués ; le PDF contient les chiffres.',
    ],
    [
      'Comment comparer des listes ou des opérateurs ?',
      '« Résultats d’une période », sur la page des campagnes, additionne toutes les campagnes entre deux jours.',
    ],
  ],
  calendar: [
    [
      'Que voit-on à un jour ?',
      'Les campagnes à la date choisie, ou à celle de leur lancement, et les jours à venir des envois récurrents.',
    ],
    [
      'Pourquoi un message d’anniversaire n’est-il pas à chaque jour ?',
      'Il cherche chaque jour les personnes dont c’est la date. Il figure sous le mois, à partir de son prochain jour.',
    ],
  ],
  recurring: [
    [
      'Une personne peut-elle le recevoir deux fois ?',
      'Non. Elle le reçoit une fois par an pour une date à elle, et une fois pour chaque jour d’une liste, quoi qu’il s’arrête ou redémarre.',
    ],
    [
      'Et si le serveur est absent ce jour-là ?',
      'S’il revient en moins de trois jours, il rattrape le jour. Plus tard, le jour est indiqué comme manqué.',
    ],
    [
      'Pourquoi ne puis-je pas le modifier ?',
      'Il est actif. Mettez-le en pause, modifiez-le, puis redémarrez-le : ce qui démarre est ce que quelqu’un a lu.',
    ],
    [
      'Que deviennent le 29 février et le 31 ?',
      'Dans un mois plus court, c’est le dernier jour : 28 février, 30 avril.',
    ],
  ],
  templates: [
    [
      'Qu’est-ce qu’une version ?',
      'Chaque modification du texte en crée une. Une campagne garde la version dont elle est partie.',
    ],
    ['Que fait l’archivage ?', 'Le modèle n’est plus proposé. Rien n’est supprimé.'],
  ],
  ...developerHelp.fr,
  webhooks: webhookHelp.fr,
  links: [
    [
      'Que garde-t-on de la personne qui clique ?',
      'Rien. Un clic ajoute un au chiffre du jour. Ni numéro, ni adresse, ni navigateur ne sont enregistrés, et tout le monde reçoit le même lien.',
    ],
    [
      'Pourquoi trois chiffres ?',
      'Les téléphones, les messageries et les logiciels de protection ouvrent les liens avant tout le monde. Ils sont comptés à part, pour que le chiffre des personnes reste honnête.',
    ],
    [
      'Peut-on raccourcir encore les liens ?',
      'La personne qui gère l’installation peut lui donner un second nom, plus court ; le guide dit comment. Chaque caractère compte dans un SMS.',
    ],
  ],
  contacts: [
    [
      'Que puis-je chercher ?',
      'Un numéro entier, une adresse e-mail ou votre propre référence : trouvés aussitôt. Les noms sont chiffrés et sans index : les personnes sont ouvertes l’une après l’autre. Choisissez une liste pour aller plus vite.',
    ],
    [
      'Que veut dire chaque statut ?',
      'Il dit si la personne peut recevoir de la publicité et, sinon, pourquoi : STOP, non prouvé, expiré, à vérifier, effacé. Il est le même partout dans Accord.',
    ],
    [
      'Comment ajouter des personnes ?',
      '« Ajouter une personne » pour une seule, avec le consentement qu’elle a donné. « Importer des contacts » pour un fichier.',
    ],
    [
      'Comment mettre plusieurs personnes dans une liste ?',
      'Cochez-les dans le tableau, ou toutes celles qui sont affichées, puis choisissez la liste ou nommez-en une nouvelle. Quand une liste est affichée, vous pouvez aussi les en retirer. Un STOP s’enregistre de même pour une sélection.',
    ],
  ],
  person: [
    [
      'Comment corriger un nom ou un e-mail ?',
      '« Modifier ». Ce que vous écrivez remplace ce qui est conservé, sans le montrer ; si vous pouvez voir en clair, vous pouvez le regarder d’abord. Le numéro reste : un nouveau numéro est une nouvelle personne, qui donne elle-même son accord.',
    ],
    [
      'Quelqu’un appelle et ne veut plus de messages. Que faire ?',
      'Arrêtez la publicité ici, ou ouvrez « Agir pour cette personne ». L’effet est immédiat, aussi pour ce qui est en route.',
    ],
    [
      'Un STOP peut-il être annulé ?',
      'Seulement par la personne : avec une nouvelle preuve, de son téléphone ou de sa main, datée d’après le STOP.',
    ],
    [
      'Que fait « Effacer » ?',
      'La clé de son contact et de ses messages est détruite ; les sauvegardes plus anciennes ne les ouvrent plus une fois l’ancienne clé détruite. Si elle avait donné des consentements, des preuves sont gardées jusqu’à un jour fixé : l’écran dit avant ce qu’elles contiennent. Une opposition demeure, sous une forme illisible.',
    ],
  ],
  lists: [
    [
      'À quoi sert une liste ?',
      'Elle regroupe des personnes pour une campagne. Une personne peut être dans plusieurs.',
    ],
    ['Et si j’en supprime une ?', 'Les personnes restent, leurs consentements aussi.'],
  ],
  segments: [
    [
      'À quoi sert un segment ?',
      'Il contient des règles au lieu de personnes. Celles qui y répondent quand vous préparez une campagne la reçoivent, si la publicité peut les atteindre.',
    ],
    [
      'Pourquoi dois-je cliquer sur « Compter » ?',
      'Les valeurs des champs personnalisés sont chiffrées. Compter d’après elles les ouvre : c’est inscrit au journal avec votre nom.',
    ],
    [
      'Et si je modifie un segment plus tard ?',
      'Les campagnes déjà préparées gardent leurs personnes et les règles telles qu’elles étaient. Un envoi récurrent choisit ses personnes de nouveau chaque fois, selon les nouvelles règles.',
    ],
  ],
  leftOut: [
    [
      'Puis-je écrire à une personne qui a dit non ?',
      'Pas pour de la publicité. Elle seule peut accepter de nouveau. Les messages exigés par un contrat ou par la loi partent encore.',
    ],
    [
      'Comment Accord sait-il qu’un numéro est hors service ?',
      'Par les accusés de réception : le réseau a dit que personne n’a ce numéro, ou trois messages de suite ne sont pas arrivés, sur deux semaines au moins.',
    ],
    [
      'Et si le numéro fonctionne ?',
      'Ouvrez la personne et dites comment vous le savez. Un message remis, une réponse ou un consentement plus récent lève la marque.',
    ],
  ],
  customFields: [
    [
      'Qu’est-ce qu’un champ personnalisé ?',
      'Une chose que vous gardez de chaque personne en plus du nom : un rendez-vous, un montant, un numéro de dossier. Il se remplit depuis une colonne d’un fichier et s’emploie dans les textes.',
    ],
    [
      'Quelles données sont refusées ?',
      'Les données sensibles (santé, religion, opinions…). Elles demandent leur propre base légale, sous « Données sensibles ».',
    ],
  ],
  imports: [
    [
      'Que devient mon fichier ?',
      'Accord le lit, dit quelles données personnelles il contient, et n’enregistre rien avant que vous cliquiez sur « Importer ». Le fichier est ensuite supprimé.',
    ],
    [
      'Pourquoi seules certaines personnes peuvent-elles recevoir de la publicité ?',
      'Un consentement compte quand le fichier montre qui a accepté, quand, et quels mots. Si le fichier cite ces mots, publiez-les ; la prévision est alors refaite.',
    ],
    [
      'Que veut dire chaque couleur ?',
      'Elle dit comment une colonne est traitée : personnelle, non personnelle ou refusée. Vous pouvez changer cela, avec une raison quand la loi en demande une.',
    ],
    [
      'J’ai importé le mauvais fichier.',
      'Ouvrez l’import et choisissez « Annuler ». Ce qu’il a apporté est repris.',
    ],
  ],
  toProve: [
    [
      'Pourquoi ces personnes sont-elles ici ?',
      'Leur fichier ne dit rien de certain sur le consentement. Elles reçoivent les alertes, pas la publicité.',
    ],
    [
      'Comment en sortent-elles ?',
      'Elles sont groupées selon ce qui manque, avec le bouton qui convient : indiquer le texte, ajouter la preuve, ou leur demander leur consentement par un formulaire ou un mot-clé.',
    ],
  ],
  inbox: [
    [
      'Qu’est-ce qu’une réponse douteuse ?',
      'Elle pourrait être un STOP (« plus de pub svp ? »). La publicité à cette personne attend que vous disiez ce qu’elle veut dire.',
    ],
    [
      'Pourquoi le texte est-il caché ?',
      'Une réponse est personnelle. Donnez une raison une fois par session ; le journal note chaque conversation que vous ouvrez.',
    ],
    ['Que devient un simple STOP ?', 'Il prend effet seul et n’ouvre pas de conversation.'],
  ],
  wordings: [
    [
      'Qu’est-ce qu’un texte de consentement ?',
      'Les mots exacts que les personnes acceptent. Pour le SMS, il doit mentionner le SMS et dire qui écrit.',
    ],
    [
      'Puis-je corriger un texte ?',
      'Tant qu’il n’est pas publié : modifiez ou supprimez le brouillon. Ensuite, des personnes ont accepté ces mots ; écrivez une nouvelle version. Les consentements à l’ancien restent ce qu’ils sont.',
    ],
  ],
  requests: [
    [
      'Combien de temps ai-je ?',
      'Un mois à partir du jour de la demande. L’écran montre le dernier jour de chacune.',
    ],
    [
      'Comment répondre ?',
      'Choisissez « Répondre à cette demande », puis ce que vous faites : préparer la copie, corriger, effacer, geler, prolonger, ou refuser avec une raison. C’est fait et répondu en une fois. La personne est prévenue par SMS et le lit sur sa page. Pour les personnes qui ont écrit par courrier, « Courriers sur papier » donne une lettre à imprimer.',
    ],
    [
      'Faut-il une pièce d’identité ?',
      'Jamais, et aucune n’est acceptée. Un STOP ou une opposition ne demande rien. Pour une copie, un code envoyé au numéro suffit ; un second signe n’est demandé que si la réponse contient ses messages ou des données sensibles, ou si le numéro a pu changer de main.',
    ],
  ],
  erasures: [
    [
      'La personne a-t-elle disparu tout de suite ?',
      'Des données actuelles, oui. Les sauvegardes plus anciennes s’ouvrent encore jusqu’à ce que l’ancienne clé soit détruite ; la liste dit avant quand.',
    ],
    [
      'Que remettre à la personne ?',
      'Le lien ou le fichier signé. Il ne nomme personne et montre l’essai du jour à chaque ouverture.',
    ],
    [
      'Pourquoi garder des preuves ?',
      'Pour répondre si quelqu’un conteste avoir accepté. Elles sont chiffrées, n’autorisent aucun message et sont détruites à leur jour. D’ici là, qui a le droit d’exporter les preuves ou de voir les données personnelles peut les lire ; l’attestation dit ce qu’elles contiennent.',
    ],
  ],
  sensitive: [
    [
      'Puis-je garder des données de santé ?',
      'Seulement sur une base légale (articles 9 et 10 du RGPD) qu’une personne enregistre et qu’une autre approuve.',
    ],
    [
      'Et quand la base prend fin ?',
      'Sa clé est détruite aussitôt, et ce qu’elle protégeait ne peut plus être lu.',
    ],
  ],
  register: [
    [
      'D’où vient ce registre ?',
      'De ce que le compte utilise : textes de consentement, campagnes, contacts, fichiers, durées de conservation et fournisseurs. « Mesuré » a été lu dans le programme ; « Déclaré » a été écrit par l’un de vous ; « Manquant » est à compléter.',
    ],
    [
      'Qu’est-ce qu’une finalité non déclarée ?',
      'Une campagne a été approuvée pour une finalité que personne n’a décrite ici. Dites en une phrase à quoi elle sert, et l’alerte disparaît.',
    ],
    ['Est-ce le modèle officiel ?', 'Le tableur a les intitulés du registre simplifié de la CNIL.'],
  ],
  accountSuppliers: [
    [
      'Pourquoi vois-je ces sociétés ?',
      'Elles traitent pour vous les numéros de vos contacts. Le RGPD (article 28) vous donne le droit de les connaître, ainsi que les sociétés qui les aident et ce qui change.',
    ],
    [
      'À quoi sert une objection ?',
      'L’administration de l’installation lit votre motif. Jusqu’au jour du changement, elle peut y renoncer ou convenir d’autre chose avec vous. Le changement ne s’arrête pas de lui-même.',
    ],
    [
      'Jusqu’à quand puis-je m’opposer ?',
      'Jusqu’au jour où le changement prend effet, 30 jours au moins après son annonce. Pour un sous-traitant déjà en place, vous avez 30 jours.',
    ],
  ],
  publicNotice: [
    [
      'Qui lit cette page ?',
      'Tout le monde : vos formulaires et la page de chaque personne y mènent. Elle ne nomme aucune des personnes à qui vous écrivez.',
    ],
    [
      'Puis-je modifier son texte ?',
      'Elle est écrite d’après ce qui est vrai. Changez une durée de conservation, déclarez un contact ou signez un contrat : le lecteur suivant le voit. Chaque version précédente est conservée.',
    ],
  ],
  settings: [
    [
      'Qu’est-ce qu’un expéditeur ?',
      'Le nom que le téléphone affiche. Il est approuvé avant de servir, et il faut une preuve qu’il est à vous.',
    ],
    [
      'Pourquoi un nom d’expéditeur a-t-il été refusé ?',
      'La liste des expéditeurs le dit, dans les termes de la personne qui l’a refusé. Écrivez-lui, ou demandez un autre nom.',
    ],
    [
      'Quel rôle donner ?',
      'Le plus étroit qui suffit au travail. Les droits de chaque rôle sont écrits en phrases.',
    ],
    [
      'Puis-je exiger un second facteur ?',
      'Oui, de tous les utilisateurs ou de ceux qui peuvent faire ce qui pèse le plus, à partir d’une date. Ajoutez d’abord le vôtre. Ensuite, qui n’en a pas peut seulement en ajouter un. Les jetons ne sont pas concernés.',
    ],
  ],
  deletion: [
    [
      'Puis-je changer d’avis ?',
      'Jusqu’à la date affichée : ici, ou par le lien de l’e-mail envoyé à chaque propriétaire. Ensuite, personne ne peut faire revenir le compte.',
    ],
    [
      'Que faut-il emporter ?',
      'La copie complète. Elle contient aussi les oppositions : qui a dit STOP ne doit pas non plus être contacté avec un autre outil.',
    ],
    [
      'Comment savoir que tout a disparu ?',
      'Vous recevez une attestation signée. Elle compte ce qui a été supprimé et dit ce que d’anciennes sauvegardes gardent encore, jusqu’à quand, et ce qui peut en être ouvert.',
    ],
  ],
  moves: [
    [
      'Dans quel ordre déménager ?',
      'Les oppositions d’abord, puis les contacts, puis les preuves. Sinon, une personne qui a dit STOP ailleurs pourrait recevoir un message.',
    ],
    [
      'Puis-je partir avec mes consentements ?',
      'Oui. L’export contient chaque consentement avec sa preuve, et chacun peut le vérifier avec un seul fichier, sans Accord.',
    ],
  ],
  profile: [
    [
      'Comment changer mon adresse e-mail ?',
      'Saisissez la nouvelle avec votre mot de passe, puis ouvrez le lien qui y est envoyé. Votre adresse actuelle est prévenue, et peut annuler le changement pendant sept jours.',
    ],
    [
      'À quoi met fin un nouveau mot de passe ?',
      'À toutes les autres sessions. Les jetons restent valables, sauf si vous cochez la case.',
    ],
    [
      'Qu’est-ce qu’un second facteur ?',
      'Ce que vous seul avez, demandé après le mot de passe : une clé d’accès de votre appareil, ou un code d’une application de votre téléphone. Qui découvre seulement votre mot de passe ne peut pas entrer. Une clé d’accès protège aussi d’une page qui imite Accord.',
    ],
    [
      'J’ai perdu mon téléphone. Comment entrer ?',
      'Avec l’un de vos codes de secours, à la place du code. Sans code, un propriétaire de votre compte supprime votre second facteur ; vous vous connectez alors avec votre mot de passe et en ajoutez un nouveau.',
    ],
  ],
  tryOne: [
    [
      'Est-ce un vrai message ?',
      'Il fait tout le chemin : règles, file d’attente, vraie connexion SMPP, accusé de réception. Seul le téléphone est simulé, et rien ne quitte cette machine.',
    ],
    [
      'Que puis-je essayer ?',
      'Répondez comme le ferait la personne : une question, un STOP. Choisissez un téléphone éteint pour voir un échec.',
    ],
  ],
  notifications: [
    [
      'De quoi suis-je averti ?',
      'De ce qui s’est terminé, de ce qui est bloqué et de ce qui attend quelqu’un avec vos droits. Elles ne contiennent jamais le numéro ni le texte d’une personne.',
    ],
    [
      'Puis-je en avoir moins ?',
      'Oui. Dans « Mon profil », chaque sorte se désactive, à l’écran et par e-mail.',
    ],
  ],
  retention: [
    [
      'Qu’est-ce qui est supprimé la nuit ?',
      'Les messages, les réponses et les imports qui n’ont apporté personne, dès qu’ils sont plus anciens que la durée choisie ici. Ce qui est en cours d’envoi, attend ou doit être lu par quelqu’un reste.',
    ],
    [
      'Mes chiffres vont-ils changer ?',
      'Non. Les chiffres d’une campagne sont comptés et gardés avant que ses messages disparaissent. La page des résultats dit ensuite quand les détails ont été supprimés.',
    ],
    [
      'J’ai choisi une durée trop courte par erreur.',
      'Choisissez de nouveau la durée la plus longue : une durée plus courte ne supprime rien pendant trente jours. Ce qui est supprimé ne peut pas être rétabli.',
    ],
    [
      'Comment prouver la suppression ?',
      'Chaque nuit laisse une trace : combien, la durée, le plus ancien qui reste. Une nuit qui échoue devient un point ouvert.',
    ],
  ],
  ownBreaches: [
    [
      'Que vois-je ici ?',
      'Votre registre des violations : celles de ce serveur qui concernent vos données, dès que son administration vous en informe, et celles que vous inscrivez vous-même.',
    ],
    [
      'Que dois-je faire ?',
      'Vous êtes responsable de traitement. Appréciez le risque pour les personnes. Sauf s’il est peu probable, notifiez votre autorité dans les 72 heures ; s’il est élevé, informez aussi les personnes. Pour une violation de ce serveur, les heures commencent quand vous l’apprenez. On vous le rappelle quand il reste 24 puis 6 heures.',
    ],
    [
      'Et si je ne notifie pas l’autorité ?',
      'Appréciez le risque et écrivez pourquoi. Si vous retenez un risque, la violation ne peut être close tant que l’autorité n’a pas été notifiée.',
    ],
    [
      'Qui voit une violation que j’inscris ?',
      'Les propriétaires et les délégués à la protection des données de votre compte. L’administration de ce serveur ne la voit pas : si elle concerne le serveur, prévenez-la.',
    ],
    [
      'Pourquoi manque-t-il mon adresse ou mon contact à la lettre ?',
      'Déclarez-les dans le registre des traitements, puis appuyez sur « Compter de nouveau ».',
    ],
  ],
  openPoints: [
    [
      'D’où viennent ces points ?',
      'De ce que le programme contient : les demandes et leurs échéances, les contrats des fournisseurs, les consentements, le registre, le journal et le contrôle de sécurité. Personne ne les saisit, et chacun disparaît avec sa cause.',
    ],
    [
      'Pourquoi en vois-je moins que quelqu’un d’autre ?',
      'Vous voyez les points que couvrent vos droits. Les contrats et le contrôle de sécurité relèvent de l’administration de l’installation.',
    ],
  ],
  ...consentHelp.fr,
  ...findingHelp.fr,
  ...ofAccountability,
  ...ofStaff,
}
