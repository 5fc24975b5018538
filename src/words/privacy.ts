// The deletion of an account: errors, what is kept, the e-mails, the pages, the certificate.
import { bilingual } from './sentences.ts'

export const privacyWords = bilingual({
  en: {
    'privacy.deletion_waits':
      'The deletion of this account has already been requested. Nothing was changed.',
    'privacy.deletion_not_found': 'There is no deletion of this account to undo.',
    'privacy.deletion_not_waiting':
      'This deletion can no longer be undone: it has been carried out, has begun, or was undone.',
    'privacy.certificate_not_there': 'There is no certificate for this deletion.',
    'privacy.staff_left_without_account':
      'A person who manages this installation has no other account and could not log in any more. Give that person another account first.',
    'privacy.link_ended': 'This link is no longer valid.',
    'privacy.export_needs_owner':
      'This copy contains everything in clear. It takes an owner, or a token with the rights to see numbers, to read messages and to export the ledger.',
    'privacy.kept.record':
      'The record of the deletion and its certificate, for five years, as evidence that it was done (French Civil Code, article 2224). They name no person.',
    'privacy.kept.months':
      'How many messages were sent each month and what they cost, for ten years, like all accounting records (French Commercial Code, article L. 123-22). No number and no text is in them.',
    'privacy.kept.backups':
      'Backups made before the deletion, for {days} days, and until a newer one is made. The keys of the account are destroyed. But users (name, e-mail address, second factor), e-mails to them, objections to suppliers and the reason of the deletion are encrypted with the key of the installation: in these backups whoever runs the installation can still open them.',
    'privacy.kept.mails':
      'The e-mails that announced the deletion, for {days} days: your address is in them, encrypted.',
    'privacy.kept.suppliers':
      'The name and senders of the account, encrypted, to tell its suppliers of the deletion: until they answer, {days} days at most.',
    'privacy.kept.export':
      'The copy that you download yourself. From then on you are responsible for it: it contains consents, objections and the proofs of them.',
    'privacy.mail.asked.subject': 'Your account “{name}” will be deleted on {date}',
    'privacy.mail.asked.first':
      'The deletion of the account “{name}” has been requested. Everything in it will be deleted on {date}.',
    'privacy.mail.reminded.subject': 'Last day: the account “{name}” will be deleted on {date}',
    'privacy.mail.reminded.first':
      'The account “{name}” and everything in it will be deleted on {date}. After that nobody can bring it back.',
    'privacy.mail.stopped':
      'Until then no message is sent from this account. STOP replies and objections are still recorded.',
    'privacy.mail.export':
      'You can still log in, read, and download a full copy: contacts, consents and objections with their proofs, messages and replies (Settings, “Delete the account”).',
    'privacy.mail.undo':
      'Was this a mistake, or was it not you? The link below cancels the deletion. It works without logging in, once.',
    'privacy.mail.undo_link': 'Cancel the deletion of the account',
    'privacy.mail.foot': 'You receive this e-mail because you own this account.',
    'privacy.mail.undone.subject': 'The account “{name}” will not be deleted',
    'privacy.mail.undone.first':
      'The deletion of the account “{name}” was cancelled. Messages that were waiting will be checked again and sent.',
    'privacy.mail.gone.subject': 'The account “{name}” has been deleted',
    'privacy.mail.gone.first':
      'The account “{name}” has been deleted. Its keys are destroyed: its contacts, messages, consents and files can no longer be read, not even in older backups. The certificate says what stays, and until when.',
    'privacy.mail.gone.certificate':
      'Here is the signed certificate. Save it: “node verify.mjs certificate.txt --key certificates.key” checks it without a network.',
    'privacy.mail.gone.link': 'Read the certificate as a page',
    'privacy.mail.gone.last':
      'This is the last e-mail about this account. Your address is deleted, unless you use another account here.',
    'privacy.undo.title': 'Cancel the deletion of this account?',
    'privacy.undo.waits': 'The account “{name}” will be deleted on {date}.',
    'privacy.undo.what':
      'If you cancel, the account stays as it is, and messages that were waiting are checked again and sent.',
    'privacy.undo.button': 'Cancel the deletion',
    'privacy.undo.done_title': 'The deletion is cancelled',
    'privacy.undo.done': 'The account “{name}” stays as it is. All owners are told by e-mail.',
    'privacy.undo.ended_title': 'This link is no longer valid',
    'privacy.undo.ended':
      'It has been used, it has expired, or the account has been deleted. If the account still exists, an owner can log in and look under Settings.',
    'privacy.undo.failed_title': 'That did not work',
    'privacy.certificate.title': 'Certificate of deletion, account no. {number}',
    'privacy.certificate.first':
      'Account no. {number} of this installation was deleted. The deletion was complete on {ended} (UTC).',
    'privacy.certificate.asked_screen': 'An owner of the account asked for it on {date} (UTC).',
    'privacy.certificate.asked_api':
      'An owner of the account asked for it through the API on {date} (UTC).',
    'privacy.certificate.asked_letter':
      'The account asked for it by letter or telephone; staff recorded the request on {date} (UTC).',
    'privacy.certificate.asked_restored':
      'The account had been deleted on {date} (UTC); the database was restored from an older backup, so the deletion was carried out again.',
    'privacy.certificate.keys':
      'The keys of the account were overwritten and removed on {date} (UTC). Since then nothing that was encrypted with them can be opened: contacts, messages, replies, consents and their proofs, files, whether in the database or in older backups.',
    'privacy.certificate.backups':
      'The last backup that contains remains of this account is to be removed on {date} (UTC), once a newer one has been made.',
    'privacy.certificate.key_copies':
      'This holds provided that no copy of the keys folder from before the deletion exists. The installation must overwrite such copies; this certificate cannot prove it.',
    'privacy.certificate.destroyed': 'What was deleted',
    'privacy.certificate.what': 'What',
    'privacy.certificate.count': 'How many',
    'privacy.certificate.kind_people': 'Contacts',
    'privacy.certificate.kind_lists': 'Lists and segments',
    'privacy.certificate.kind_consent_entries': 'Entries of the consent ledger',
    'privacy.certificate.kind_proof_documents': 'Documents that proved consents',
    'privacy.certificate.kind_objections': 'Objections',
    'privacy.certificate.kind_sensitive_values': 'Sensitive values',
    'privacy.certificate.kind_messages': 'Messages',
    'privacy.certificate.kind_replies': 'Replies',
    'privacy.certificate.kind_campaigns': 'Campaigns and recurring sends',
    'privacy.certificate.kind_templates': 'Templates',
    'privacy.certificate.kind_imports': 'Imports',
    'privacy.certificate.kind_forms': 'Forms and keywords',
    'privacy.certificate.kind_requests': 'People’s requests',
    'privacy.certificate.kind_links': 'Short links',
    'privacy.certificate.kind_journal_entries': 'Journal entries',
    'privacy.certificate.kind_tokens': 'API tokens',
    'privacy.certificate.kind_key_pages': 'Pages of people’s keys',
    'privacy.certificate.kind_users': 'Users who had no other account',
    'privacy.certificate.kind_mails': 'E-mails about the account',
    'privacy.certificate.kind_other_rows': 'Other rows',
    'privacy.certificate.kept': 'What is kept, and until when (UTC)',
    'privacy.certificate.kept_record':
      'This certificate and the record of the deletion, without any name: until {date}.',
    'privacy.certificate.kept_record_letter':
      'This certificate and the record of the deletion, without any name, and the reason that staff wrote down, encrypted with the key of the installation: until {date}.',
    'privacy.certificate.kept_months':
      'Monthly counts and costs of messages, for accounting, without any number: until {date}.',
    'privacy.certificate.kept_backups':
      'Remains in older backups, to be removed on {date}, once a newer one has been made. What was encrypted with the keys of the account cannot be opened. Its users (name, e-mail address, second factor), the e-mails to them, its objections to suppliers and the reason of the deletion are encrypted with the key of the installation, which stays: whoever runs the installation can open them there.',
    'privacy.certificate.kept_mails': 'The e-mails that announced the deletion: until {date}.',
    'privacy.certificate.kept_suppliers':
      'The name and senders of the account, encrypted, to tell its suppliers: until they answer, {date} at the latest.',
    'privacy.certificate.suppliers': 'Suppliers that carried its messages',
    'privacy.certificate.suppliers_how':
      'Each is asked to erase what it keeps of these messages. As it stood on {date} (UTC); this certificate is signed again with each answer.',
    'privacy.certificate.no_supplier': 'No supplier had carried a message of this account.',
    'privacy.certificate.check': 'Check this certificate',
    'privacy.certificate.check_how':
      'Save the signed text below as certificate.txt (a PDF has that file attached), and compare its key with the one that the installation publishes at /deletion/certificate-key. Then: node verify.mjs certificate.txt --key certificates.key',
    'privacy.certificate.file': 'Download the signed text',
    'privacy.certificate.pdf': 'Download as PDF',
  },
  fr: {
    'privacy.deletion_waits':
      'La suppression de ce compte a déjà été demandée. Rien n’a été modifié.',
    'privacy.deletion_not_found': 'Il n’y a pas de suppression de ce compte à annuler.',
    'privacy.deletion_not_waiting':
      'Cette suppression ne peut plus être annulée : elle est faite, elle a commencé, ou elle a déjà été annulée.',
    'privacy.certificate_not_there': 'Il n’y a pas d’attestation pour cette suppression.',
    'privacy.staff_left_without_account':
      'Une personne qui gère cette installation n’a pas d’autre compte et ne pourrait plus se connecter. Donnez-lui d’abord un autre compte.',
    'privacy.link_ended': 'Ce lien n’est plus valable.',
    'privacy.export_needs_owner':
      'Cette copie contient tout en clair. Il faut être propriétaire, ou un jeton qui peut voir les numéros, lire les messages et exporter le registre.',
    'privacy.kept.record':
      'La trace de la suppression et son attestation, pendant cinq ans, pour prouver qu’elle a été faite (Code civil, article 2224). Elles ne nomment personne.',
    'privacy.kept.months':
      'Le nombre de messages envoyés chaque mois et leur coût, pendant dix ans, comme toute pièce comptable (Code de commerce, article L. 123-22). Aucun numéro ni aucun texte n’y figure.',
    'privacy.kept.backups':
      'Les sauvegardes faites avant la suppression, pendant {days} jours, et jusqu’à ce qu’une plus récente soit faite. Les clés du compte sont détruites. Mais les utilisateurs (nom, adresse e-mail, second facteur), les e-mails à leur intention, les oppositions aux fournisseurs et le motif de la suppression sont chiffrés avec la clé de l’installation : dans ces sauvegardes, l’administration de l’installation peut encore les ouvrir.',
    'privacy.kept.mails':
      'Les e-mails qui ont annoncé la suppression, pendant {days} jours : votre adresse y figure, chiffrée.',
    'privacy.kept.suppliers':
      'Le nom et les expéditeurs du compte, chiffrés, pour avertir ses fournisseurs de la suppression : jusqu’à leur réponse, {days} jours au plus.',
    'privacy.kept.export':
      'La copie que vous téléchargez vous-même. Vous en êtes ensuite responsable : elle contient les consentements, les oppositions et leurs preuves.',
    'privacy.mail.asked.subject': 'Votre compte « {name} » sera supprimé le {date}',
    'privacy.mail.asked.first':
      'La suppression du compte « {name} » a été demandée. Tout son contenu sera supprimé le {date}.',
    'privacy.mail.reminded.subject': 'Dernier jour : le compte « {name} » sera supprimé le {date}',
    'privacy.mail.reminded.first':
      'Le compte « {name} » et tout son contenu seront supprimés le {date}. Ensuite, personne ne pourra le faire revenir.',
    'privacy.mail.stopped':
      'D’ici là, aucun message ne part de ce compte. Les réponses STOP et les oppositions sont toujours enregistrées.',
    'privacy.mail.export':
      'Vous pouvez encore vous connecter, consulter et télécharger une copie complète : contacts, consentements et oppositions avec leurs preuves, messages et réponses (Paramètres, « Supprimer le compte »).',
    'privacy.mail.undo':
      'C’est une erreur, ou ce n’est pas vous ? Le lien ci-dessous annule la suppression. Il fonctionne sans se connecter, une seule fois.',
    'privacy.mail.undo_link': 'Annuler la suppression du compte',
    'privacy.mail.foot': 'Vous recevez cet e-mail parce que vous êtes propriétaire de ce compte.',
    'privacy.mail.undone.subject': 'Le compte « {name} » ne sera pas supprimé',
    'privacy.mail.undone.first':
      'La suppression du compte « {name} » a été annulée. Les messages en attente seront vérifiés de nouveau, puis envoyés.',
    'privacy.mail.gone.subject': 'Le compte « {name} » a été supprimé',
    'privacy.mail.gone.first':
      'Le compte « {name} » a été supprimé. Ses clés sont détruites : ses contacts, messages, consentements et fichiers ne peuvent plus être lus, même dans d’anciennes sauvegardes. L’attestation dit ce qui reste, et jusqu’à quand.',
    'privacy.mail.gone.certificate':
      'Voici l’attestation signée. Conservez-la : « node verify.mjs certificate.txt --key certificates.key » la vérifie sans réseau.',
    'privacy.mail.gone.link': 'Lire l’attestation sur une page',
    'privacy.mail.gone.last':
      'C’est le dernier e-mail au sujet de ce compte. Votre adresse est supprimée, sauf si vous utilisez un autre compte ici.',
    'privacy.undo.title': 'Annuler la suppression de ce compte ?',
    'privacy.undo.waits': 'Le compte « {name} » sera supprimé le {date}.',
    'privacy.undo.what':
      'Si vous annulez, le compte reste tel quel, et les messages en attente sont vérifiés de nouveau, puis envoyés.',
    'privacy.undo.button': 'Annuler la suppression',
    'privacy.undo.done_title': 'La suppression est annulée',
    'privacy.undo.done':
      'Le compte « {name} » reste tel quel. Tous les propriétaires en sont avertis par e-mail.',
    'privacy.undo.ended_title': 'Ce lien n’est plus valable',
    'privacy.undo.ended':
      'Il a déjà servi, il a expiré, ou le compte est supprimé. Si le compte existe encore, un propriétaire peut se connecter et regarder dans les paramètres.',
    'privacy.undo.failed_title': 'Cela n’a pas fonctionné',
    'privacy.certificate.title': 'Attestation de suppression, compte n° {number}',
    'privacy.certificate.first':
      'Le compte n° {number} de cette installation a été supprimé. La suppression était complète le {ended} (UTC).',
    'privacy.certificate.asked_screen': 'Un propriétaire du compte l’a demandée le {date} (UTC).',
    'privacy.certificate.asked_api':
      'Un propriétaire du compte l’a demandée par l’API le {date} (UTC).',
    'privacy.certificate.asked_letter':
      'Le compte l’a demandée par courrier ou téléphone ; la demande a été enregistrée le {date} (UTC).',
    'privacy.certificate.asked_restored':
      'Le compte avait été supprimé le {date} (UTC) ; la base a été restaurée depuis une sauvegarde plus ancienne, la suppression a donc été refaite.',
    'privacy.certificate.keys':
      'Les clés du compte ont été écrasées et effacées le {date} (UTC). Depuis, rien de ce qui était chiffré avec elles ne peut être ouvert : contacts, messages, réponses, consentements et preuves, fichiers, dans la base comme dans les anciennes sauvegardes.',
    'privacy.certificate.backups':
      'La dernière sauvegarde qui contient des restes de ce compte doit être retirée le {date} (UTC), une fois qu’une plus récente a été faite.',
    'privacy.certificate.key_copies':
      'Cela suppose qu’il n’existe aucune copie du dossier des clés antérieure à la suppression. L’installation doit écraser ces copies ; cette attestation ne peut pas le prouver.',
    'privacy.certificate.destroyed': 'Ce qui a été supprimé',
    'privacy.certificate.what': 'Quoi',
    'privacy.certificate.count': 'Combien',
    'privacy.certificate.kind_people': 'Contacts',
    'privacy.certificate.kind_lists': 'Listes et segments',
    'privacy.certificate.kind_consent_entries': 'Entrées du registre des consentements',
    'privacy.certificate.kind_proof_documents': 'Documents qui prouvaient des consentements',
    'privacy.certificate.kind_objections': 'Oppositions',
    'privacy.certificate.kind_sensitive_values': 'Valeurs sensibles',
    'privacy.certificate.kind_messages': 'Messages',
    'privacy.certificate.kind_replies': 'Réponses',
    'privacy.certificate.kind_campaigns': 'Campagnes et envois récurrents',
    'privacy.certificate.kind_templates': 'Modèles',
    'privacy.certificate.kind_imports': 'Imports',
    'privacy.certificate.kind_forms': 'Formulaires et mots-clés',
    'privacy.certificate.kind_requests': 'Demandes de personnes',
    'privacy.certificate.kind_links': 'Liens courts',
    'privacy.certificate.kind_journal_entries': 'Lignes du journal',
    'privacy.certificate.kind_tokens': 'Jetons d’API',
    'privacy.certificate.kind_key_pages': 'Pages de clés des personnes',
    'privacy.certificate.kind_users': 'Utilisateurs sans autre compte',
    'privacy.certificate.kind_mails': 'E-mails au sujet du compte',
    'privacy.certificate.kind_other_rows': 'Autres lignes',
    'privacy.certificate.kept': 'Ce qui est gardé, et jusqu’à quand (UTC)',
    'privacy.certificate.kept_record':
      'Cette attestation et la trace de la suppression, sans aucun nom : jusqu’au {date}.',
    'privacy.certificate.kept_record_letter':
      'Cette attestation et la trace de la suppression, sans aucun nom, et le motif noté par l’administration, chiffré avec la clé de l’installation : jusqu’au {date}.',
    'privacy.certificate.kept_months':
      'Le nombre de messages par mois et leur coût, pour la comptabilité, sans aucun numéro : jusqu’au {date}.',
    'privacy.certificate.kept_backups':
      'Des restes dans d’anciennes sauvegardes, à retirer le {date}, une fois qu’une plus récente a été faite. Ce qui était chiffré avec les clés du compte ne peut pas être ouvert. Ses utilisateurs (nom, adresse e-mail, second facteur), les e-mails à leur intention, ses oppositions aux fournisseurs et le motif de la suppression sont chiffrés avec la clé de l’installation, qui reste : l’administration de l’installation peut les y ouvrir.',
    'privacy.certificate.kept_mails':
      'Les e-mails qui ont annoncé la suppression : jusqu’au {date}.',
    'privacy.certificate.kept_suppliers':
      'Le nom et les expéditeurs du compte, chiffrés, pour avertir ses fournisseurs : jusqu’à leur réponse, le {date} au plus tard.',
    'privacy.certificate.suppliers': 'Fournisseurs qui avaient transporté ses messages',
    'privacy.certificate.suppliers_how':
      'Chacun est invité à effacer ce qu’il garde de ces messages. État au {date} (UTC) ; cette attestation est signée de nouveau à chaque réponse.',
    'privacy.certificate.no_supplier':
      'Aucun fournisseur n’avait transporté de message de ce compte.',
    'privacy.certificate.check': 'Vérifier cette attestation',
    'privacy.certificate.check_how':
      'Enregistrez le texte signé ci-dessous sous le nom certificate.txt (un PDF contient ce fichier en pièce jointe) et comparez sa clé à celle que l’installation publie à l’adresse /deletion/certificate-key. Puis : node verify.mjs certificate.txt --key certificates.key',
    'privacy.certificate.file': 'Télécharger le texte signé',
    'privacy.certificate.pdf': 'Télécharger en PDF',
  },
})
