// Sentences of the vault: missing, wrong or destroyed keys.
import { bilingual } from './sentences.ts'

export const vaultWords = bilingual({
  en: {
    'vault.root_key_missing':
      'The database contains encrypted data, but the root key is not in the keys folder {folder}. Restore the folder from its newest copy. If only root.key is missing there, run “npx accord keys restore” with the recovery key. No new key was created.',
    'vault.root_key_wrong':
      'The root key in the keys folder does not belong to this database. Set ACCORD_KEYS to the right folder, or restore it from its backup.',
    'vault.root_key_present':
      'The keys folder already contains another root key. Move it away first, then restore again.',
    'vault.keys_folder_unusable':
      'The keys folder {folder} cannot be read and written ({reason}). Check its owner, or set ACCORD_KEYS.',
    'vault.keys_folder_open':
      'Other users of this machine can read the keys ({path}). Run “chmod 700” on the folder and “chmod 600” on the files in it.',
    'vault.account_keys_missing':
      'The key file of the account {account} is not in the keys folder, which is older than the data or incomplete. Restore the newest copy of the folder. No new key was created.',
    'vault.account_keys_destroyed':
      'The account {account} was deleted and its keys were destroyed. Nothing of it can be opened any more.',
    'vault.account_keys_unreadable':
      'The key file of the account {account} is damaged or belongs to another root key. Restore it from the backup.',
    'vault.recovery_copy_wrong':
      'This is not a recovery key, or one of its characters is wrong. Compare it with your paper copy.',
    'vault.recovery_copy_of_another':
      'This copy can be read, but belongs to another root key. Find the paper of this installation, or print a new copy.',
    'vault.suppression_key_lost':
      'The key that recognises objections is missing. No marketing is sent until the key file is restored.',
    'vault.key_destroyed': 'This person’s data was erased and can no longer be read.',
    'vault.sealed_value_damaged':
      'An encrypted value cannot be decrypted: it was changed or moved.',
    'vault.epoch_key_missing':
      'The data is older than the keys. It dates from before {since}, and a key that it needs was destroyed later, after an erasure. Restore a more recent copy of the data, or the copy of the keys folder that was made with this data.',
    'vault.keys_older_than_data':
      'The keys are older than the data: the keys folder dates from before the last key renewal of the account {account}. Nothing is lost. Restore the newest copy of the keys folder, made with this data or later.',
    'vault.copy_not_made_yet':
      'Give the time at which the copy of the data began, in the past, such as 2026-11-30T02:00:00Z.',
    'vault.mark_damaged':
      'The mark {mark} in the keys folder cannot be read. Restore the file from a copy of the folder: Accord needs it to detect a restored database.',
  },
  fr: {
    'vault.root_key_missing':
      'La base contient des données chiffrées, mais la clé racine n’est pas dans le dossier des clés {folder}. Restaurez le dossier depuis sa copie la plus récente. S’il n’y manque que root.key, lancez « npx accord keys restore » avec la clé de secours. Aucune clé n’a été créée.',
    'vault.root_key_wrong':
      'La clé racine du dossier des clés n’est pas celle de cette base. Indiquez le bon dossier dans ACCORD_KEYS, ou restaurez-le depuis sa sauvegarde.',
    'vault.root_key_present':
      'Le dossier des clés contient déjà une autre clé racine. Déplacez-la d’abord, puis recommencez.',
    'vault.keys_folder_unusable':
      'Le dossier des clés {folder} ne peut être lu et écrit ({reason}). Vérifiez son propriétaire, ou changez ACCORD_KEYS.',
    'vault.keys_folder_open':
      'D’autres utilisateurs de cette machine peuvent lire les clés ({path}). Lancez « chmod 700 » sur le dossier et « chmod 600 » sur ses fichiers.',
    'vault.account_keys_missing':
      'Le fichier de clés du compte {account} n’est pas dans le dossier des clés, qui est plus ancien que les données ou incomplet. Restaurez la copie la plus récente du dossier. Aucune clé n’a été créée.',
    'vault.account_keys_destroyed':
      'Le compte {account} a été supprimé et ses clés ont été détruites. Plus rien de ce compte ne peut être ouvert.',
    'vault.account_keys_unreadable':
      'Le fichier de clés du compte {account} est abîmé ou vient d’une autre clé racine. Restaurez-le depuis la sauvegarde.',
    'vault.recovery_copy_wrong':
      'Ce n’est pas une clé de secours, ou un caractère est faux. Comparez avec votre copie papier.',
    'vault.recovery_copy_of_another':
      'Cette copie est lisible, mais vient d’une autre clé racine. Cherchez le papier de cette installation, ou imprimez une nouvelle copie.',
    'vault.suppression_key_lost':
      'La clé qui reconnaît les oppositions manque. Aucune publicité n’est envoyée jusqu’à la restauration du fichier de clés.',
    'vault.key_destroyed':
      'Les données de cette personne ont été effacées et ne peuvent plus être lues.',
    'vault.sealed_value_damaged':
      'Une valeur chiffrée ne peut pas être déchiffrée : elle a été modifiée ou déplacée.',
    'vault.epoch_key_missing':
      'Les données sont plus anciennes que les clés. Elles datent d’avant {since}, et une clé nécessaire a été détruite depuis, après un effacement. Restaurez une copie plus récente des données, ou la copie du dossier des clés faite avec ces données.',
    'vault.keys_older_than_data':
      'Les clés sont plus anciennes que les données : le dossier des clés date d’avant le dernier renouvellement de clé du compte {account}. Rien n’est perdu. Restaurez la copie la plus récente du dossier des clés, faite avec ces données ou plus tard.',
    'vault.copy_not_made_yet':
      'Indiquez l’heure, passée, du début de la copie des données, par exemple 2026-11-30T02:00:00Z.',
    'vault.mark_damaged':
      'Le repère {mark} du dossier des clés est illisible. Restaurez le fichier depuis une copie du dossier : Accord en a besoin pour détecter une base restaurée.',
  },
})
