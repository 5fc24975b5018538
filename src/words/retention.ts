// Sentences of retention: what stays and why, and its errors.
import { bilingual } from './sentences.ts'

export const retentionWords = bilingual({
  en: {
    'retention.months_out_of_bounds':
      'Choose a period between {shortest} and {longest} months: these are the bounds of this installation.',
    'retention.bounds_crossed': 'The shortest period cannot be longer than the longest one.',
    'retention.bounds_past_program':
      'The program allows between {shortest} and {longest} months for this data. Choose bounds within these.',
    'retention.failed':
      'The deletion stopped at an error and is tried again within the hour. If it fails again, tell whoever runs the installation: the log says why.',
    'retention.stays.contacts': 'Contacts',
    'retention.stays.contacts.why':
      'They have their own period on this page: the months without activity.',
    'retention.stays.texts': 'Texts and numbers of messages and replies',
    'retention.stays.texts.why':
      'They have their own period on this page, in days: a text goes before its message.',
    'retention.stays.sensitive': 'Sensitive data',
    'retention.stays.sensitive.why':
      'Each legal basis has a period of its own, in days after the import.',
    'retention.stays.restricted': 'Data of people who asked that it only be kept',
    'retention.stays.restricted.why':
      'While their data is restricted (GDPR, article 18), no period ends it: contact, messages, texts, replies, sensitive values, requests and looks stay. Once the restriction is lifted, what is past its period goes with the next night.',
    'retention.stays.consents': 'Consents and their proofs',
    'retention.stays.consents.why':
      'A proof is kept for the period of the account’s policy after the consent ends. The ledger, which names nobody, only grows.',
    'retention.stays.objections': 'Objections',
    'retention.stays.objections.why':
      'They stay as long as the account, as keyed marks, so that the person is not written to again.',
    'retention.stays.requests': 'Requests of people about their data',
    'retention.stays.requests.why':
      'They are deleted five years after the answer, with the letters that came with them. A file that the person fetches is deleted thirty days after it was made.',
    'retention.stays.campaigns': 'Campaigns, templates and recurring sends',
    'retention.stays.campaigns.why':
      'They name no recipient. They show who approved which text, and stay as long as the account.',
    'retention.stays.totals': 'Totals by campaign and by hour',
    'retention.stays.totals.why':
      'They count messages and name nobody. Results stay readable after the details are deleted.',
    'retention.stays.imports_that_brought': 'Imports that brought contacts',
    'retention.stays.imports_that_brought.why':
      'They show where people’s data and consents came from, and stay as long as the account. Their files do not.',
    'retention.stays.files': 'Imported files and rejected rows',
    'retention.stays.files.why':
      'A file is deleted after its import, after one day at most, with the masked rows that were shown of it; rejected rows after 30 days.',
    'retention.stays.clicks': 'Clicks on short links',
    'retention.stays.clicks.why': 'They are counted by day, without any trace of who clicked.',
    'retention.stays.dead_numbers': 'Numbers that no longer work',
    'retention.stays.dead_numbers.why':
      'They stay as a keyed mark until the number works again or the person is erased, so that nobody pays for messages that cannot arrive.',
    'retention.stays.terms': 'The terms under which messages were accepted',
    'retention.stays.terms.why':
      'One row for many messages, without a recipient: which rules, sender and route applied. Once messages are deleted, it stays known which supplier carried messages under which sender, as long as that supplier keeps numbers: it is told if the account is deleted.',
    'retention.stays.journal': 'The journal of who did what',
    'retention.stays.journal.why':
      'It stays as long as the account. What it tells of looks at people’s data has its own period above.',
    'retention.stays.records': 'Public notices, breaches, erasures, impact assessments, training',
    'retention.stays.records.why':
      'They prove what was told and done, and name no recipient. Certificates and their links end on their own day.',
    'retention.stays.notifications': 'Notifications and e-mails to users',
    'retention.stays.notifications.why':
      'Notifications are deleted after 90 days, e-mails after 30 days at most.',
    'retention.stays.webhooks': 'The log of webhooks',
    'retention.stays.webhooks.why':
      'It is deleted after 30 days. It holds ids and no number or text; what is about an erased person goes at once.',
    'retention.stays.api_answers': 'Answers to the programs that use the API',
    'retention.stays.api_answers.why':
      'They are kept sealed for 24 hours, so that a request that is repeated is not done twice.',
    'retention.stays.request_log': 'The log of requests by API tokens',
    'retention.stays.request_log.why':
      'Each line is deleted after 7 days; only the latest 10,000 are kept. It names the route and the error, and no address, no text and no person.',
    'retention.stays.brief': 'What waits or is under way',
    'retention.stays.brief.why':
      'Queues, codes, sessions and invitations go by themselves, within minutes or days.',
    'retention.stays.settings': 'Settings, users, lists, forms and keywords',
    'retention.stays.settings.why': 'They stay until somebody changes or deletes them.',
  },
  fr: {
    'retention.months_out_of_bounds':
      'Choisissez une durée entre {shortest} et {longest} mois : ce sont les limites de cette installation.',
    'retention.bounds_crossed': 'La durée minimale ne peut pas dépasser la durée maximale.',
    'retention.bounds_past_program':
      'Le programme admet entre {shortest} et {longest} mois pour ces données. Choisissez des limites dans cet intervalle.',
    'retention.failed':
      'La suppression s’est arrêtée sur une erreur ; elle est retentée dans l’heure. Si elle échoue encore, prévenez l’administration de l’installation : le journal technique dit pourquoi.',
    'retention.stays.contacts': 'Les contacts',
    'retention.stays.contacts.why':
      'Ils ont leur propre durée sur cette page : les mois sans activité.',
    'retention.stays.texts': 'Les textes et numéros des messages et des réponses',
    'retention.stays.texts.why':
      'Ils ont leur propre durée sur cette page, en jours : le texte disparaît avant son message.',
    'retention.stays.sensitive': 'Les données sensibles',
    'retention.stays.sensitive.why':
      'Chaque base légale a sa propre durée, en jours après l’import.',
    'retention.stays.restricted':
      'Les données des personnes qui ont demandé qu’elles soient seulement conservées',
    'retention.stays.restricted.why':
      'Tant que leurs données sont gelées (RGPD, article 18), aucune durée n’y met fin : contact, messages, textes, réponses, données sensibles, demandes et consultations restent. Une fois le gel levé, ce qui a dépassé sa durée part la nuit suivante.',
    'retention.stays.consents': 'Les consentements et leurs preuves',
    'retention.stays.consents.why':
      'Une preuve est gardée après la fin du consentement, pendant la durée fixée par la politique du compte. Le registre, qui ne nomme personne, ne fait que grandir.',
    'retention.stays.objections': 'Les oppositions',
    'retention.stays.objections.why':
      'Elles restent aussi longtemps que le compte, sous forme de marques chiffrées, pour que la personne ne reçoive plus rien.',
    'retention.stays.requests': 'Les demandes des personnes sur leurs données',
    'retention.stays.requests.why':
      'Elles sont supprimées cinq ans après la réponse, avec les lettres reçues. Le fichier que la personne récupère est supprimé trente jours après avoir été préparé.',
    'retention.stays.campaigns': 'Les campagnes, modèles et envois récurrents',
    'retention.stays.campaigns.why':
      'Ils ne nomment aucun destinataire. Ils montrent qui a approuvé quel texte et restent aussi longtemps que le compte.',
    'retention.stays.totals': 'Les totaux par campagne et par heure',
    'retention.stays.totals.why':
      'Ils comptent des messages et ne nomment personne. Les résultats restent lisibles une fois les détails supprimés.',
    'retention.stays.imports_that_brought': 'Les imports qui ont apporté des contacts',
    'retention.stays.imports_that_brought.why':
      'Ils montrent d’où viennent les données et les consentements des personnes ; ils restent aussi longtemps que le compte. Leurs fichiers, non.',
    'retention.stays.files': 'Les fichiers importés et les lignes rejetées',
    'retention.stays.files.why':
      'Un fichier est supprimé après son import, au bout d’un jour au plus, avec les lignes masquées qui en étaient montrées ; les lignes rejetées, après 30 jours.',
    'retention.stays.clicks': 'Les clics sur les liens courts',
    'retention.stays.clicks.why':
      'Ils sont comptés par jour, sans aucune trace de la personne qui a cliqué.',
    'retention.stays.dead_numbers': 'Les numéros qui ne fonctionnent plus',
    'retention.stays.dead_numbers.why':
      'Ils restent, sous forme de marque chiffrée, jusqu’à ce que le numéro fonctionne de nouveau ou que la personne soit effacée, pour que personne ne paie des messages qui n’arrivent pas.',
    'retention.stays.terms': 'Les conditions auxquelles les messages ont été acceptés',
    'retention.stays.terms.why':
      'Une ligne pour de nombreux messages, sans destinataire : les règles, l’expéditeur et la route appliqués. Après la suppression des messages, on sait encore quel fournisseur en a transporté sous quel expéditeur, aussi longtemps que ce fournisseur garde les numéros : il est averti si le compte est supprimé.',
    'retention.stays.journal': 'Le journal de qui a fait quoi',
    'retention.stays.journal.why':
      'Il reste aussi longtemps que le compte. Ce qu’il dit des consultations de données a sa propre durée ci-dessus.',
    'retention.stays.records':
      'Les notices publiques, violations, effacements, analyses d’impact et formations',
    'retention.stays.records.why':
      'Ils prouvent ce qui a été dit et fait, et ne nomment aucun destinataire. Les certificats et leurs liens finissent à leur propre date.',
    'retention.stays.notifications': 'Les notifications et e-mails aux utilisateurs',
    'retention.stays.notifications.why':
      'Les notifications sont supprimées après 90 jours, les e-mails après 30 jours au plus.',
    'retention.stays.webhooks': 'Le journal des webhooks',
    'retention.stays.webhooks.why':
      'Il est supprimé après 30 jours. Il contient des identifiants, ni numéro ni texte ; ce qui concerne une personne effacée part aussitôt.',
    'retention.stays.api_answers': 'Les réponses aux programmes qui utilisent l’API',
    'retention.stays.api_answers.why':
      'Elles sont gardées scellées pendant 24 heures, pour qu’une demande répétée ne soit pas exécutée deux fois.',
    'retention.stays.request_log': 'Le journal des requêtes des jetons d’API',
    'retention.stays.request_log.why':
      'Chaque ligne est supprimée après 7 jours ; seules les 10 000 plus récentes sont gardées. Elle nomme la route et l’erreur, sans adresse, ni texte, ni personne.',
    'retention.stays.brief': 'Ce qui attend ou est en cours',
    'retention.stays.brief.why':
      'Les files d’attente, les codes, les sessions et les invitations disparaissent d’eux-mêmes, en quelques minutes ou quelques jours.',
    'retention.stays.settings': 'Les réglages, utilisateurs, listes, formulaires et mots-clés',
    'retention.stays.settings.why':
      'Ils restent jusqu’à ce que quelqu’un les change ou les supprime.',
  },
})
