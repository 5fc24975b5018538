// The erasure of a person: errors, and the certificate as the person reads it.
import { bilingual } from '../sentences.ts'

export const personErasureWords = bilingual({
  en: {
    'privacy.erasure_not_found': 'There is no such erasure in this account.',
    'privacy.recipient_not_found': 'This erasure has no such recipient.',
    'privacy.erasure_links_many':
      'Too many links were made for this certificate. Use one that the person has, or send the signed file.',
    'privacy.erasure.title': 'Certificate of erasure, {name}',
    'privacy.erasure.why_contact_deleted': 'The contact was deleted by the organisation.',
    'privacy.erasure.why_quarantine_deleted':
      'The organisation deleted contacts for whom no consent was proven.',
    'privacy.erasure.why_retention':
      'The time for which the organisation keeps contacts without news from them was over.',
    'privacy.erasure.why_import_undone':
      'The organisation took back the file with which the contact had come.',
    'privacy.erasure.why_key_gone':
      'The contact had been erased before, and came back with an older database; it went again.',
    'privacy.erasure.together':
      'People who went together: {count}. What was destroyed and what is kept is counted for all of them.',
    'privacy.erasure.held': 'Proofs that are kept',
    'privacy.erasure.held_why': 'Kept for',
    'privacy.erasure.held_until': 'Until (UTC)',
    'privacy.erasure.held_reason_legal_claims':
      'Answering a claim about the consent (GDPR, art. 7(1) and 17(3)(e))',
    'privacy.erasure.held_document': 'Signed paper or recording',
    'privacy.erasure.held_erasure.contact_destroyed': 'Entry of this erasure',
    'privacy.erasure.held_other': 'Entry of the ledger',
    'privacy.erasure.asked_page': 'The person asked for it on their own page on {date} (UTC).',
    'privacy.erasure.asked_phone':
      'The person asked for it by telephone; the request arrived on {date} (UTC).',
    'privacy.erasure.asked_letter':
      'The person asked for it by letter; the request arrived on {date} (UTC).',
    'privacy.erasure.asked_email':
      'The person asked for it by e-mail; the request arrived on {date} (UTC).',
    'privacy.erasure.asked_in_person':
      'The person asked for it at a counter; the request arrived on {date} (UTC).',
    'privacy.erasure.asked_web':
      'The person asked for it on the public request page; the request arrived on {date} (UTC).',
    'privacy.erasure.act':
      '{name} erased the person on {date} (UTC): their number, name, fields and messages cannot be decrypted any more.',
    'privacy.erasure.act_held':
      '{name} erased the person on {date} (UTC): their contact with its fields, and their messages, cannot be decrypted any more. Proofs of consent are kept, as said below: they can still be read.',
    'privacy.erasure.no_suppression':
      'No objection of this number was on the list when the person was erased.',
    'privacy.erasure.suppression_marketing':
      'Before anything was deleted, the number was on the list of objections: it gets no more marketing, even if it is imported again. The list holds a code that cannot be turned back into the number.',
    'privacy.erasure.suppression_relational':
      'Before anything was deleted, the number was on the list of objections to messages other than marketing. The list holds a code that cannot be turned back into the number.',
    'privacy.erasure.suppression_all':
      'Before anything was deleted, the number was on the list of objections: nothing is sent to it any more. The list holds a code that cannot be turned back into the number.',
    'privacy.erasure.no_proofs': 'No proof of consent is kept.',
    'privacy.erasure.no_proofs_one': 'No proof of consent of this person is kept.',
    'privacy.erasure.proofs':
      'Proofs of consent are kept, encrypted, to answer a claim about a consent (GDPR, art. 17(3)(e)): {count}. Beside each consent, its day, its origin and the words that were shown, they hold: {holds}. They are destroyed on {date} (UTC) at the latest and allow no message.',
    'privacy.erasure.proofs_bare':
      'Proofs of consent are kept, encrypted, to answer a claim about a consent (GDPR, art. 17(3)(e)): {count}. They hold each consent, its day, its origin and the words that were shown, without the number. They are destroyed on {date} (UTC) at the latest and allow no message.',
    'privacy.erasure.proofs_open':
      'Only users and programs of {name} who may export proofs or see personal data can open them, and each opening is recorded.',
    'privacy.erasure.proofs_complain':
      'If you do not agree that they are kept, you can lodge a complaint with the supervisory authority (GDPR, art. 77): {authority}, {site}. You can also go to court (GDPR, art. 79).',
    'privacy.erasure.proofs_complain_unknown':
      'If you do not agree that they are kept, you can lodge a complaint with the supervisory authority of your country (GDPR, art. 77). You can also go to court (GDPR, art. 79).',
    'privacy.erasure.proofs_ended':
      'Proofs of consent were kept. They were destroyed on {date} (UTC).',
    'privacy.erasure.proofs_ended_backups':
      'Backups from before that day can still open them until {date} (UTC) at the latest.',
    'privacy.erasure.untied':
      'Data requests that were never tied to this person are not part of it. What somebody gave there without being recognised as a contact is deleted five years after the answer.',
    'privacy.erasure.epoch_waits':
      'Older backups still open with a key that is destroyed on {date} (UTC) at the latest. Until then the erasure is complete in the live data only.',
    'privacy.erasure.epoch_gone':
      'The key that opened older backups was destroyed on {date} (UTC). No backup opens the person any more.',
    'privacy.erasure.epoch_gone_held':
      'The key that opened older backups was destroyed on {date} (UTC). No backup opens the contact or the messages any more. Newer backups open the proofs of consent that are named above, until their key is destroyed.',
    'privacy.erasure.backups':
      'The last backup from before the erasure is to be removed on {date} (UTC), once a newer one has been made.',
    'privacy.erasure.backups_late':
      'A backup from before the erasure is still there. It was to be removed on {date} (UTC), and goes once a newer one has been made. Whoever manages the installation is told of it.',
    'privacy.erasure.backups_gone':
      'No backup from before the erasure is left where this program keeps backups.',
    'privacy.erasure.backups_elsewhere':
      'This program does not make the backups of the database. Whoever makes them is asked to keep none from before the erasure after {date} (UTC); this program cannot check it.',
    'privacy.erasure.files':
      'Files that were imported before the erasure, or rows of them that were rejected, are kept under the key of the organisation until {date} (UTC) at the latest. The person may stand in one of them.',
    'privacy.erasure.key_copies':
      'This holds unless somebody kept a copy of the folder of keys from before.',
    'privacy.erasure.test': 'Tried again now',
    'privacy.erasure.test_good': 'On {date} (UTC) no key that is left opened the person’s data.',
    'privacy.erasure.test_live':
      'On {date} (UTC) no key opened the person’s data as it stands today. Older backups still open until their key is destroyed.',
    'privacy.erasure.test_good_held':
      'On {date} (UTC) no key that is left opened the person’s contact or messages. A key that is kept opens the proofs of consent, and nothing else.',
    'privacy.erasure.test_live_held':
      'On {date} (UTC) no key opened the person’s contact or messages as they stand today. A key that is kept opens the proofs of consent, and nothing else. Older backups still open until their key is destroyed.',
    'privacy.erasure.test_bad':
      'On {date} (UTC) this test failed. Tell the organisation: see which line below is wrong.',
    'privacy.erasure.test_contact_gone':
      'The key of contact data and messages is empty in today’s keys.',
    'privacy.erasure.test_contact_there': 'The key of contact data and messages is still there.',
    'privacy.erasure.test_proof_gone': 'The key of proofs is gone.',
    'privacy.erasure.test_proof_held':
      'The key of proofs is held to its day, for the proofs alone.',
    'privacy.erasure.test_proof_there': 'A key of proofs is there that should be gone.',
    'privacy.erasure.test_old_gone': 'The key that opened older copies is destroyed.',
    'privacy.erasure.test_old_waits': 'The key that opens older copies still waits for its day.',
    'privacy.erasure.test_old_late':
      'The key that opens older copies should be destroyed by now, and is not.',
    'privacy.erasure.test_ledger_in_tree': 'The signed ledger of consents tells the erasure.',
    'privacy.erasure.test_ledger_waits':
      'The erasure is recorded and takes its place in the ledger of consents within moments.',
    'privacy.erasure.test_ledger_no_entry':
      'The ledger of consents has no proven consent of this person to tell of.',
    'privacy.erasure.test_no_drill': 'No backup was tried since the erasure.',
    'privacy.erasure.test_drill':
      'On {date} (UTC) every backup that is kept was tried: no contact and no message of anybody who was erased could be read.',
    'privacy.erasure.test_drill_bad':
      'On {date} (UTC) a backup was tried and opened erased people: {count}.',
    'privacy.erasure.destroyed': 'What was destroyed',
    'privacy.erasure.what': 'What',
    'privacy.erasure.count': 'How many',
    'privacy.erasure.kind_contacts': 'Contacts',
    'privacy.erasure.kind_contact_keys': 'Keys of contact data and messages',
    'privacy.erasure.kind_messages': 'Texts of messages and replies',
    'privacy.erasure.kind_sensitive': 'Sensitive values',
    'privacy.erasure.kind_planned': 'Planned sends on dates of the person',
    'privacy.erasure.kind_links': 'Links to the person’s page',
    'privacy.erasure.kind_test_numbers': 'Test numbers, which the account may add again',
    'privacy.erasure.kind_forms': 'Forms that waited for a code sent to the number',
    'privacy.erasure.kind_askers': 'Earlier requests that no longer say who asked',
    'privacy.erasure.kind_proofs': 'Proofs of consent',
    'privacy.erasure.recipients': 'Who had received the data',
    'privacy.erasure.no_recipient': 'No supplier had received a message for this person.',
    'privacy.erasure.not_told': 'Not told yet.',
    'privacy.erasure.told': 'Told of the erasure on {date} (UTC).',
    'privacy.erasure.answer_erased': 'Answer recorded on {date}: erased.',
    'privacy.erasure.answer_nothing_held': 'Answer recorded on {date}: they hold nothing.',
    'privacy.erasure.answer_kept_by_law':
      'Answer recorded on {date}: the law obliges them to keep it.',
    'privacy.erasure.answer_refused': 'Answer recorded on {date}: they do not erase it.',
    'privacy.erasure.answer_none': 'No answer by {date}.',
    'privacy.erasure.told_own': 'It is part of this installation, where everything is erased.',
    'privacy.erasure.told_not_kept':
      'Nothing was left to tell: it keeps numbers for a shorter time than had passed.',
    'privacy.erasure.done_on': 'Erased there on {date}, as they say.',
    'privacy.erasure.note': 'In their words: “{note}”',
    'privacy.notice_text_gone':
      'The text was destroyed with the answer, or because its sixty days were over.',
    'privacy.telling.subject': 'Effacement / Erasure (GDPR 17, 19), reference {reference}',
    'privacy.telling.what':
      'On {date} (UTC) {account} erased the data of people for whom you received messages from us. People: {count}. Their numbers stand at the end of this message.',
    'privacy.telling.please':
      'Please erase what you keep of these numbers, and tell us within thirty days, under the reference {reference}: on which day you did it; or that you keep nothing; or what you keep, until when and on which law.',
    'privacy.telling.account_what':
      'On {date} (UTC) the account “{account}” was deleted with all its data. You carried messages for it.',
    'privacy.telling.account_which':
      'You find them by their senders and days. Senders: {senders}. First day: {from} (UTC). Last day: {until} (UTC). Numbers that were written to: {people}. We hold no list of them any more.',
    'privacy.telling.account_shared':
      'Other accounts of this platform send under these senders too: {senders}. You may hold messages of theirs: our request is not about those.',
    'privacy.telling.ids_all':
      'You find the deleted account’s messages under these senders by the ids that you gave them. These ids stand at the end of this message. Ids: {told}. We no longer hold the ids of messages that we had deleted before.',
    'privacy.telling.ids_latest':
      'You find the latest of the deleted account’s messages under these senders by the ids that you gave them. These ids stand at the end of this message. Latest ids: {told}. The list of the older ones would be too long for a message, and we no longer hold it.',
    'privacy.telling.ids_none':
      'We hold no id of a message of the deleted account under these senders any more.',
    'privacy.telling.account_apart':
      'Of messages under these shared senders, do not erase what you cannot tell apart: tell us until when you keep it.',
    'privacy.telling.account_others':
      'Under its other senders you find its messages by sender and day: {senders}.',
    'privacy.telling.account_please':
      'Please erase the numbers and texts that you keep of these messages, and tell us within thirty days, under the reference {reference}: on which day you did it; or that you keep nothing; or what you keep, until when and on which law.',
    'privacy.telling.law':
      'We write under article 19 of the GDPR, and under our contract (article 28). Delete this message once you have answered.',
    'privacy.telling.foot': 'Sent by the platform that passes messages on to you.',
    'privacy.erasure.check': 'Check this certificate',
    'privacy.erasure.check_how':
      'Save the signed text below as certificate.txt (a PDF has that file attached), and compare its key with the one that the installation publishes at /deletion/certificate-key. Then: node verify.mjs certificate.txt --key certificates.key',
    'privacy.erasure.file': 'Download the signed text',
    'privacy.erasure.pdf': 'Download as PDF',
  },
  fr: {
    'privacy.erasure_not_found': 'Il n’y a pas un tel effacement dans ce compte.',
    'privacy.recipient_not_found': 'Cet effacement n’a pas ce destinataire.',
    'privacy.erasure_links_many':
      'Trop de liens ont été créés pour cette attestation. Utilisez l’un de ceux que la personne a déjà, ou envoyez le fichier signé.',
    'privacy.erasure.title': 'Attestation d’effacement, {name}',
    'privacy.erasure.why_contact_deleted': 'L’organisation a supprimé le contact.',
    'privacy.erasure.why_quarantine_deleted':
      'L’organisation a supprimé les contacts dont aucun consentement n’était prouvé.',
    'privacy.erasure.why_retention':
      'La durée pendant laquelle l’organisation garde les contacts sans nouvelles de leur part était passée.',
    'privacy.erasure.why_import_undone':
      'L’organisation a repris le fichier avec lequel le contact était arrivé.',
    'privacy.erasure.why_key_gone':
      'Le contact avait déjà été effacé, puis était revenu avec une base plus ancienne ; il est reparti.',
    'privacy.erasure.together':
      'Personnes parties ensemble : {count}. Ce qui a été détruit et ce qui est gardé est compté pour toutes.',
    'privacy.erasure.held': 'Preuves gardées',
    'privacy.erasure.held_why': 'Gardées pour',
    'privacy.erasure.held_until': 'Jusqu’au (UTC)',
    'privacy.erasure.held_reason_legal_claims':
      'Répondre à une contestation du consentement (RGPD, art. 7(1) et 17(3)(e))',
    'privacy.erasure.held_document': 'Papier signé ou enregistrement',
    'privacy.erasure.held_erasure.contact_destroyed': 'Inscription de cet effacement',
    'privacy.erasure.held_other': 'Inscription au registre',
    'privacy.erasure.asked_page': 'La personne l’a demandé sur sa page le {date} (UTC).',
    'privacy.erasure.asked_phone':
      'La personne l’a demandé par téléphone ; la demande est arrivée le {date} (UTC).',
    'privacy.erasure.asked_letter':
      'La personne l’a demandé par lettre ; la demande est arrivée le {date} (UTC).',
    'privacy.erasure.asked_email':
      'La personne l’a demandé par e-mail ; la demande est arrivée le {date} (UTC).',
    'privacy.erasure.asked_in_person':
      'La personne l’a demandé au guichet ; la demande est arrivée le {date} (UTC).',
    'privacy.erasure.asked_web':
      'La personne l’a demandé sur la page publique de demande ; la demande est arrivée le {date} (UTC).',
    'privacy.erasure.act':
      '{name} a effacé la personne le {date} (UTC) : son numéro, son nom, ses champs et ses messages ne peuvent plus être déchiffrés.',
    'privacy.erasure.act_held':
      '{name} a effacé la personne le {date} (UTC) : son contact avec ses champs, et ses messages, ne peuvent plus être déchiffrés. Des preuves de consentement sont gardées, comme dit ci-dessous : elles peuvent encore être lues.',
    'privacy.erasure.no_suppression':
      'Aucune opposition de ce numéro ne figurait sur la liste au moment de l’effacement.',
    'privacy.erasure.suppression_marketing':
      'Avant toute suppression, le numéro figurait sur la liste des oppositions : il ne reçoit plus de publicité, même s’il est importé de nouveau. La liste contient un code dont le numéro ne peut pas être retrouvé.',
    'privacy.erasure.suppression_relational':
      'Avant toute suppression, le numéro figurait sur la liste des oppositions aux messages autres que la publicité. La liste contient un code dont le numéro ne peut pas être retrouvé.',
    'privacy.erasure.suppression_all':
      'Avant toute suppression, le numéro figurait sur la liste des oppositions : plus rien ne lui est envoyé. La liste contient un code dont le numéro ne peut pas être retrouvé.',
    'privacy.erasure.no_proofs': 'Aucune preuve de consentement n’est gardée.',
    'privacy.erasure.no_proofs_one':
      'Aucune preuve de consentement de cette personne n’est gardée.',
    'privacy.erasure.proofs':
      'Des preuves de consentement sont gardées, chiffrées, pour répondre à une contestation (RGPD, art. 17(3)(e)) : {count}. À côté de chaque consentement, de son jour, de son origine et du texte montré, elles contiennent : {holds}. Elles sont détruites le {date} (UTC) au plus tard et n’autorisent aucun message.',
    'privacy.erasure.proofs_bare':
      'Des preuves de consentement sont gardées, chiffrées, pour répondre à une contestation (RGPD, art. 17(3)(e)) : {count}. Elles contiennent chaque consentement, son jour, son origine et le texte montré, sans le numéro. Elles sont détruites le {date} (UTC) au plus tard et n’autorisent aucun message.',
    'privacy.erasure.proofs_open':
      'Seuls les utilisateurs et les programmes de {name} qui ont le droit d’exporter les preuves ou de voir les données personnelles peuvent les ouvrir, et chaque ouverture est enregistrée.',
    'privacy.erasure.proofs_complain':
      'Si vous n’êtes pas d’accord pour qu’elles soient gardées, vous pouvez adresser une réclamation à l’autorité de contrôle (RGPD, art. 77) : {authority}, {site}. Vous pouvez aussi saisir un juge (RGPD, art. 79).',
    'privacy.erasure.proofs_complain_unknown':
      'Si vous n’êtes pas d’accord pour qu’elles soient gardées, vous pouvez adresser une réclamation à l’autorité de contrôle de votre pays (RGPD, art. 77). Vous pouvez aussi saisir un juge (RGPD, art. 79).',
    'privacy.erasure.proofs_ended':
      'Des preuves de consentement étaient gardées. Elles ont été détruites le {date} (UTC).',
    'privacy.erasure.proofs_ended_backups':
      'Les sauvegardes antérieures à ce jour peuvent encore les ouvrir jusqu’au {date} (UTC) au plus tard.',
    'privacy.erasure.untied':
      'Les demandes jamais rattachées à cette personne n’en font pas partie. Ce que quelqu’un y a donné sans être reconnu comme contact est supprimé cinq ans après la réponse.',
    'privacy.erasure.epoch_waits':
      'Les sauvegardes plus anciennes s’ouvrent encore avec une clé qui est détruite le {date} (UTC) au plus tard. Jusque-là, l’effacement n’est complet que dans les données actuelles.',
    'privacy.erasure.epoch_gone':
      'La clé qui ouvrait les sauvegardes plus anciennes a été détruite le {date} (UTC). Plus aucune sauvegarde ne permet de lire la personne.',
    'privacy.erasure.epoch_gone_held':
      'La clé qui ouvrait les sauvegardes plus anciennes a été détruite le {date} (UTC). Plus aucune sauvegarde n’ouvre le contact ni les messages. Les sauvegardes plus récentes ouvrent les preuves de consentement citées plus haut, jusqu’à la destruction de leur clé.',
    'privacy.erasure.backups':
      'La dernière sauvegarde antérieure à l’effacement doit être retirée le {date} (UTC), une fois qu’une plus récente a été faite.',
    'privacy.erasure.backups_late':
      'Une sauvegarde antérieure à l’effacement est encore là. Elle devait être retirée le {date} (UTC), et le sera une fois qu’une plus récente aura été faite. L’administration de l’installation en est avertie.',
    'privacy.erasure.backups_gone':
      'Plus aucune sauvegarde antérieure à l’effacement n’est là où ce programme garde les sauvegardes.',
    'privacy.erasure.backups_elsewhere':
      'Ce programme ne fait pas les sauvegardes de la base. Il est demandé à qui les fait de n’en garder aucune d’avant l’effacement après le {date} (UTC) ; ce programme ne peut pas le vérifier.',
    'privacy.erasure.files':
      'Des fichiers importés avant l’effacement, ou leurs lignes rejetées, sont gardés sous la clé de l’organisation jusqu’au {date} (UTC) au plus tard. La personne peut figurer dans l’un d’eux.',
    'privacy.erasure.key_copies':
      'Ceci vaut sauf si quelqu’un a gardé une copie antérieure du dossier des clés.',
    'privacy.erasure.test': 'Essayé de nouveau à l’instant',
    'privacy.erasure.test_good':
      'Le {date} (UTC), aucune des clés restantes n’a ouvert les données de la personne.',
    'privacy.erasure.test_live':
      'Le {date} (UTC), aucune clé n’a ouvert les données de la personne telles qu’elles sont aujourd’hui. Les sauvegardes plus anciennes s’ouvrent encore jusqu’à la destruction de leur clé.',
    'privacy.erasure.test_good_held':
      'Le {date} (UTC), aucune des clés restantes n’a ouvert le contact ni les messages de la personne. Une clé gardée ouvre les preuves de consentement, et rien d’autre.',
    'privacy.erasure.test_live_held':
      'Le {date} (UTC), aucune clé n’a ouvert le contact ni les messages de la personne tels qu’ils sont aujourd’hui. Une clé gardée ouvre les preuves de consentement, et rien d’autre. Les sauvegardes plus anciennes s’ouvrent encore jusqu’à la destruction de leur clé.',
    'privacy.erasure.test_bad':
      'Le {date} (UTC), cet essai a échoué. Dites-le à l’organisation : une ligne ci-dessous dit pourquoi.',
    'privacy.erasure.test_contact_gone':
      'La clé du contact et des messages est vide dans les clés d’aujourd’hui.',
    'privacy.erasure.test_contact_there': 'La clé du contact et des messages est encore là.',
    'privacy.erasure.test_proof_gone': 'La clé des preuves n’existe plus.',
    'privacy.erasure.test_proof_held':
      'La clé des preuves est gardée jusqu’à son jour, pour les preuves seules.',
    'privacy.erasure.test_proof_there': 'Une clé des preuves est là, qui devrait avoir disparu.',
    'privacy.erasure.test_old_gone': 'La clé qui ouvrait les copies anciennes est détruite.',
    'privacy.erasure.test_old_waits':
      'La clé qui ouvre les copies anciennes attend encore son jour.',
    'privacy.erasure.test_old_late':
      'La clé qui ouvre les copies anciennes devrait être détruite, et ne l’est pas.',
    'privacy.erasure.test_ledger_in_tree':
      'Le registre signé des consentements rapporte l’effacement.',
    'privacy.erasure.test_ledger_waits':
      'L’effacement est enregistré ; il prend sa place dans le registre des consentements dans un instant.',
    'privacy.erasure.test_ledger_no_entry':
      'Le registre des consentements n’a aucun consentement prouvé de cette personne à rapporter.',
    'privacy.erasure.test_no_drill': 'Aucune sauvegarde n’a été essayée depuis l’effacement.',
    'privacy.erasure.test_drill':
      'Le {date} (UTC), toutes les sauvegardes gardées ont été essayées : ni contact ni message d’une personne effacée n’était lisible.',
    'privacy.erasure.test_drill_bad':
      'Le {date} (UTC), une sauvegarde essayée a ouvert des personnes effacées : {count}.',
    'privacy.erasure.destroyed': 'Ce qui a été détruit',
    'privacy.erasure.what': 'Quoi',
    'privacy.erasure.count': 'Combien',
    'privacy.erasure.kind_contacts': 'Contacts',
    'privacy.erasure.kind_contact_keys': 'Clés du contact et des messages',
    'privacy.erasure.kind_messages': 'Textes de messages et de réponses',
    'privacy.erasure.kind_sensitive': 'Valeurs sensibles',
    'privacy.erasure.kind_planned': 'Envois prévus à des dates de la personne',
    'privacy.erasure.kind_links': 'Liens vers la page de la personne',
    'privacy.erasure.kind_test_numbers': 'Numéros d’essai, que le compte peut ajouter de nouveau',
    'privacy.erasure.kind_forms': 'Formulaires qui attendaient un code envoyé au numéro',
    'privacy.erasure.kind_askers': 'Demandes antérieures dont l’auteur n’est plus connu',
    'privacy.erasure.kind_proofs': 'Preuves de consentement',
    'privacy.erasure.recipients': 'Qui avait reçu les données',
    'privacy.erasure.no_recipient':
      'Aucun fournisseur n’avait reçu de message pour cette personne.',
    'privacy.erasure.not_told': 'Pas encore averti.',
    'privacy.erasure.told': 'Averti de l’effacement le {date} (UTC).',
    'privacy.erasure.answer_erased': 'Réponse notée le {date} : effacé.',
    'privacy.erasure.answer_nothing_held': 'Réponse notée le {date} : il ne détient rien.',
    'privacy.erasure.answer_kept_by_law':
      'Réponse notée le {date} : la loi l’oblige à conserver ces données.',
    'privacy.erasure.answer_refused': 'Réponse notée le {date} : il n’efface pas.',
    'privacy.erasure.told_own': 'Il fait partie de cette installation, où tout est effacé.',
    'privacy.erasure.told_not_kept':
      'Il n’y avait plus rien à lui signaler : il garde les numéros moins longtemps que le temps écoulé.',
    'privacy.erasure.done_on': 'Effacé chez lui le {date}, selon sa réponse.',
    'privacy.erasure.note': 'Dans ses mots : « {note} »',
    'privacy.notice_text_gone':
      'Le texte a été détruit avec la réponse, ou parce que ses soixante jours étaient passés.',
    'privacy.telling.subject': 'Effacement / Erasure (RGPD 17, 19), référence {reference}',
    'privacy.telling.what':
      'Le {date} (UTC), {account} a effacé les données de personnes pour lesquelles vous avez reçu des messages de notre part. Personnes : {count}. Leurs numéros figurent à la fin de ce message.',
    'privacy.telling.please':
      'Effacez ce que vous gardez de ces numéros et dites-le-nous sous trente jours, sous la référence {reference} : à quelle date vous l’avez fait ; ou que vous ne gardez rien ; ou ce que vous gardez, jusqu’à quand et en vertu de quelle loi.',
    'privacy.telling.account_what':
      'Le {date} (UTC), le compte « {account} » a été supprimé avec toutes ses données. Vous avez transporté des messages pour lui.',
    'privacy.telling.account_which':
      'Vous les trouvez par leurs expéditeurs et leurs dates. Expéditeurs : {senders}. Premier jour : {from} (UTC). Dernier jour : {until} (UTC). Nombre de numéros qui ont reçu un message : {people}. Nous n’en avons plus la liste.',
    'privacy.telling.account_shared':
      'D’autres comptes de cette plateforme envoient aussi sous ces expéditeurs : {senders}. Vous détenez peut-être des messages de ces comptes : ceux-là ne sont pas concernés.',
    'privacy.telling.ids_all':
      'Vous trouvez les messages du compte supprimé sous ces expéditeurs par les identifiants que vous leur avez donnés. Ces identifiants figurent à la fin de ce message. Identifiants : {told}. Nous n’avons plus ceux des messages que nous avions supprimés auparavant.',
    'privacy.telling.ids_latest':
      'Vous trouvez les derniers messages du compte supprimé sous ces expéditeurs par les identifiants que vous leur avez donnés. Ces identifiants figurent à la fin de ce message. Derniers identifiants : {told}. La liste des plus anciens serait trop longue pour un message et nous ne l’avons plus.',
    'privacy.telling.ids_none':
      'Nous n’avons plus aucun identifiant de message du compte supprimé sous ces expéditeurs.',
    'privacy.telling.account_apart':
      'Parmi les messages envoyés sous ces expéditeurs partagés, n’effacez pas ce que vous ne pouvez pas distinguer : dites-nous jusqu’à quand vous le gardez.',
    'privacy.telling.account_others':
      'Sous ses autres expéditeurs, vous trouvez ses messages par expéditeur et par date : {senders}.',
    'privacy.telling.account_please':
      'Effacez les numéros et les textes que vous gardez de ces messages et dites-le-nous sous trente jours, sous la référence {reference} : à quelle date vous l’avez fait ; ou que vous ne gardez rien ; ou ce que vous gardez, jusqu’à quand et en vertu de quelle loi.',
    'privacy.telling.law':
      'Nous vous écrivons en application de l’article 19 du RGPD et de notre contrat (article 28). Supprimez ce message après votre réponse.',
    'privacy.telling.foot': 'Envoyé par la plateforme qui vous transmet des messages.',
    'privacy.erasure.answer_none': 'Aucune réponse au {date}.',
    'privacy.erasure.check': 'Vérifier cette attestation',
    'privacy.erasure.check_how':
      'Enregistrez le texte signé ci-dessous sous le nom certificate.txt (un PDF contient ce fichier en pièce jointe) et comparez sa clé à celle que l’installation publie à l’adresse /deletion/certificate-key. Puis : node verify.mjs certificate.txt --key certificates.key',
    'privacy.erasure.file': 'Télécharger le texte signé',
    'privacy.erasure.pdf': 'Télécharger en PDF',
  },
})
