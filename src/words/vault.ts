// Sentences of the vault: keys that are missing, wrong, or destroyed.
import { bilingual } from './sentences.ts'

export const vaultWords = bilingual({
  en: {
    'vault.root_key_missing':
      'The database has sealed data, but the root key is not in the keys folder {folder}. Put the folder back from its newest copy; where that has all but root.key, run “accord keys restore” with the recovery copy. Nothing new was made.',
    'vault.root_key_wrong':
      'The root key in the keys folder is not the one of this database. Point ACCORD_KEYS at the right folder, or put it back from its backup.',
    'vault.root_key_present':
      'The keys folder holds another root key already. Move it away first, then restore again.',
    'vault.keys_folder_unusable':
      'The keys folder {folder} cannot be read and written ({reason}). Check its owner, or set ACCORD_KEYS.',
    'vault.keys_folder_open':
      'Other users of this machine may read the keys ({path}). Run “chmod 700” on the folder and “chmod 600” on the files in it.',
    'vault.account_keys_missing':
      'The key file of the account {account} is not in the keys folder: the folder is older than the data, or a part of it is missing. Put back the newest copy of the folder. Nothing new was made.',
    'vault.account_keys_unreadable':
      'The key file of the account {account} is damaged or of another root key. Put it back from the backup.',
    'vault.recovery_copy_wrong':
      'This is not a recovery copy, or a character of it is wrong. Compare it with the paper.',
    'vault.suppression_key_lost':
      'The key that recognises objections is lost. Marketing stays closed until the key file is back.',
    'vault.key_destroyed':
      'The key of this person was destroyed; what it sealed cannot be read any more.',
    'vault.sealed_value_damaged':
      'A sealed value does not open: it was changed, or stands in a place it was not sealed for.',
    'vault.epoch_key_missing':
      'The data is older than the keys: it is from before {since}, and a key that it needs was destroyed since, after an erasure. Put back a copy of the data that was begun after that, or the copy of the keys folder that was made with this copy of the data.',
    'vault.keys_older_than_data':
      'The keys are older than the data: the keys folder is a copy from before the last turn of the key of the account {account}. Nothing is lost: put back the newest copy of the keys folder, made with this data or after it.',
    'vault.copy_not_made_yet':
      'Say when the copy of the data was begun, as an instant that is over: 2026-11-30T02:00:00Z.',
    'vault.mark_damaged':
      'The mark {mark} in the keys folder cannot be read. Put the file back from the copy of the folder: without it nobody can tell whether the database is older than what has left.',
  },
  fr: {
    'vault.root_key_missing':
      'La base contient des données scellées, mais la clé racine n’est pas dans le dossier des clés {folder}. Remettez le dossier depuis sa copie la plus récente ; s’il n’y manque que root.key, lancez « accord keys restore » avec la copie de secours. Rien n’a été créé.',
    'vault.root_key_wrong':
      'La clé racine du dossier des clés n’est pas celle de cette base. Indiquez le bon dossier dans ACCORD_KEYS, ou remettez-le depuis sa sauvegarde.',
    'vault.root_key_present':
      'Le dossier des clés contient déjà une autre clé racine. Déplacez-la d’abord, puis recommencez.',
    'vault.keys_folder_unusable':
      'Le dossier des clés {folder} ne peut être lu et écrit ({reason}). Vérifiez son propriétaire, ou changez ACCORD_KEYS.',
    'vault.keys_folder_open':
      'D’autres utilisateurs de cette machine peuvent lire les clés ({path}). Lancez « chmod 700 » sur le dossier et « chmod 600 » sur ses fichiers.',
    'vault.account_keys_missing':
      'Le fichier de clés du compte {account} n’est pas dans le dossier des clés : le dossier est plus ancien que les données, ou il y manque une partie. Remettez la copie la plus récente du dossier. Rien n’a été créé.',
    'vault.account_keys_unreadable':
      'Le fichier de clés du compte {account} est abîmé ou vient d’une autre clé racine. Remettez-le depuis la sauvegarde.',
    'vault.recovery_copy_wrong':
      'Ce n’est pas une copie de secours, ou un caractère est faux. Comparez avec le papier.',
    'vault.suppression_key_lost':
      'La clé qui reconnaît les oppositions est perdue. La prospection reste fermée jusqu’au retour du fichier de clés.',
    'vault.key_destroyed':
      'La clé de cette personne a été détruite ; ce qu’elle scellait ne peut plus être lu.',
    'vault.sealed_value_damaged':
      'Une valeur scellée ne s’ouvre pas : elle a été changée, ou n’est pas à la place où elle fut scellée.',
    'vault.epoch_key_missing':
      'Les données sont plus anciennes que les clés : elles datent d’avant {since}, et une clé dont elles ont besoin a été détruite depuis, après un effacement. Remettez une copie des données commencée après cela, ou la copie du dossier des clés faite avec cette copie des données.',
    'vault.keys_older_than_data':
      'Les clés sont plus anciennes que les données : le dossier des clés est une copie d’avant le dernier changement de clé du compte {account}. Rien n’est perdu : remettez la copie la plus récente du dossier des clés, faite avec ces données ou après elles.',
    'vault.copy_not_made_yet':
      'Dites quand la copie des données a commencé, par un instant passé : 2026-11-30T02:00:00Z.',
    'vault.mark_damaged':
      'Le repère {mark} du dossier des clés ne peut être lu. Remettez le fichier depuis la copie du dossier : sans lui, personne ne peut dire si la base est plus ancienne que ce qui est parti.',
  },
})
