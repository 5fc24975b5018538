// Sentences of a start: what is ready, where things are, why a start failed.
import { bilingual } from './sentences.ts'

export const appWords = bilingual({
  en: {
    // Programs wait for this line: it is the same in both languages.
    'app.ready': 'Accord is ready at {url}',
    'app.data_at': 'Data: {data} · keys: {keys} (back up these two folders separately)',
    'postgres.runs': 'Database: PostgreSQL {version}, {place}{age}.',
    'postgres.package': 'from the npm package',
    'postgres.machine': 'this machine’s own ({folder})',
    'postgres.url': 'the server in DATABASE_URL',
    'postgres.age': ', released on {date} (age in days: {days})',
    'postgres.newer':
      'PostgreSQL {newer} is out, with security fixes: install or update the system’s package (Debian: `apt-get install postgresql-17`), then start Accord again.',
    'postgres.newer_theirs': 'PostgreSQL {newer} is out, with security fixes: update that server.',
    'postgres.older':
      'A newer version of PostgreSQL has opened this data before. {version} can read it too, but lacks later fixes: update the system’s package, then start Accord again.',
    'postgres.bound':
      'A newer PostgreSQL is installed but cannot be used: an index that you added is sorted by the ICU version of {version}. Remove the index, start Accord again, then recreate it.',
    'postgres.reordered':
      'An index that you added is sorted by another ICU version than that of {version}. Run REINDEX on it, or some rows may not be found.',
    'app.log_at': 'Log: {path}',
    'app.operator_sandbox': 'Messages go to the sandbox operator, which reaches no phone.',
    'app.operator_named': 'Messages go to the operator at {operator}.',
    'app.first_run': 'First run. Open this link to create the first account. It works once:',
    'app.recovery':
      'Write this recovery key on paper and keep it in a safe place. If the root key is lost, it restores it (`npx accord keys restore`). You also need copies of the keys folder and of the data:',
    'app.recovery_elsewhere':
      'Run `npx accord keys` on a terminal and write down the recovery key on paper. It is not shown here, because this output may be kept in a file or a log.',
    'app.keys_warning':
      'Anyone with this recovery key and a copy of the keys folder and of the data can read everything. Write it on paper, keep it apart from both, then clear this screen.',
    'app.keys_not_on_terminal':
      'This is not a terminal, so the recovery key could be kept in a file or a log. Run `npx accord keys` on a terminal, or add `--anywhere` if you are sure.',
    'app.migrating':
      'Updating the database from version {from} to {to} (steps: {steps}). A large database may take several minutes; do not stop it.',
    'app.held':
      'ATTENTION: sending is on hold. This database was restored from a backup and would send some messages a second time. Accepted messages wait. Run `npx accord restored` to see what is missing and how to resume.',
    'app.proxy_untrusted':
      'All visitors come through a proxy and appear with its address. Set ACCORD_TRUST_PROXY=yes; see docs/guide/tls-proxy.md.',
    'app.stop_hint': 'Ctrl-C stops everything.',
    'app.stopping': 'Stopping, once current work is finished. Press Ctrl-C again to stop at once.',
    'app.stopped': 'Stopped.',
    'app.accord_port_wrong':
      'ACCORD_PORT is not a port: write a number from 1 to 65535, or 0 for any free port.',
    'app.accord_url_wrong':
      'ACCORD_URL is not the address of a site: write it like https://sms.example.org, without a path.',
    'app.accord_link_url_wrong':
      'ACCORD_LINK_URL is not the address of a site: write it like https://lnk.example.org, without a path.',
    'app.accord_webhook_networks_wrong':
      'ACCORD_WEBHOOK_NETWORKS is not a list of networks: write it like 10.30.0.0/16, with commas between networks.',
    'app.accord_private_networks_wrong':
      'ACCORD_PRIVATE_NETWORKS is not a list of networks: write it like 10.20.0.0/16, with commas between networks.',
    'app.accord_operator_wrong':
      'ACCORD_OPERATOR is not an SMPP address: write it like smpp://user:password@127.0.0.1:2775.',
    'app.accord_log_wrong': 'ACCORD_LOG must be `file` or `stderr`.',
    'app.accord_log_level_wrong': 'ACCORD_LOG_LEVEL must be info, warn, error or silent.',
    'app.accord_trust_proxy_wrong': 'ACCORD_TRUST_PROXY must be yes or no.',
    'app.accord_deletion_grace_days_wrong':
      'ACCORD_DELETION_GRACE_DAYS is not a number of days. Write a whole number from 1 to 90.',
    'app.accord_backlog_seconds_wrong':
      'ACCORD_BACKLOG_SECONDS is not a number of seconds: write a whole number from 1 to 999999.',
    'app.accord_language_wrong': 'ACCORD_LANGUAGE must be fr or en.',
    'app.accord_keys_wrong':
      'ACCORD_KEYS must be outside ACCORD_DATA and outside the program’s own folder, so that a copy of one does not include the other.',
    'app.already_running':
      'Accord is already running on {folder} (process {pid}, {url}). Stop it, or set ACCORD_DATA and ACCORD_KEYS to other folders.',
    'app.port_in_use':
      'Port {port} on {host} is in use by another program: stop it, or choose another port, as in ACCORD_PORT=8471.',
    'app.port_not_allowed':
      'This user may not listen on port {port}: choose one above 1023 with ACCORD_PORT.',
    'app.address_unknown':
      'This machine has no address {host}: set ACCORD_HOST to one that it has, such as 127.0.0.1.',
    'app.data_folder_unusable':
      'The data folder {folder} cannot be used ({reason}). Set ACCORD_DATA to a folder that this user can write to, or correct its owner and permissions.',
    'app.accord_engine_thread_wrong': 'ACCORD_ENGINE_THREAD must be yes or no.',
    'app.accord_smtp_wrong':
      'ACCORD_SMTP is not the address of a mail server: write it like smtps://user@mail.example.org or smtp://user@mail.example.org:587, without a path. ACCORD_URL must be set too, because e-mails contain links.',
    'app.accord_smtp_password_file_wrong':
      'The file in ACCORD_SMTP_PASSWORD_FILE cannot be read, is empty or is too long: it must contain the mail server’s password on one line, and ACCORD_SMTP must name its user.',
    'app.accord_mail_from_wrong':
      'ACCORD_MAIL_FROM must be set with ACCORD_SMTP, to an address such as accord@example.org or “Accord <accord@example.org>”.',
    'app.accord_backup_wrong':
      'ACCORD_BACKUP must be a folder of its own, neither inside ACCORD_DATA, ACCORD_FILES or ACCORD_KEYS nor around them, or `off`.',
    'app.accord_backup_keys_wrong':
      'ACCORD_BACKUP_KEYS must be a folder of its own, apart from the data, the keys and the backups.',
    'app.accord_backup_changes_wrong': 'ACCORD_BACKUP_CHANGES must be `on` or `off`.',
    'app.accord_backup_hour_wrong': 'ACCORD_BACKUP_HOUR must be a whole number from 0 to 23.',
    'app.accord_backup_days_wrong': 'ACCORD_BACKUP_DAYS must be a whole number from 1 to 3650.',
    'app.accord_erasure_wait_days_wrong':
      'ACCORD_ERASURE_WAIT_DAYS must be a whole number from 1 to 31.',
    'app.engine_away': 'The sending engine is restarting. Try again in a moment.',
    'app.no_such_account':
      'There is no such account. `npx accord token accounts` lists the accounts.',
    'app.sandbox_failed':
      'The sandbox operator did not start. Check that its program can run, or set an operator with ACCORD_OPERATOR.',
  },
  fr: {
    'app.ready': 'Accord is ready at {url}',
    'app.data_at': 'Données : {data} · clés : {keys} (sauvegardez ces deux dossiers séparément)',
    'postgres.runs': 'Base de données : PostgreSQL {version}, {place}{age}.',
    'postgres.package': 'du paquet npm',
    'postgres.machine': 'celui de cette machine ({folder})',
    'postgres.url': 'le serveur indiqué par DATABASE_URL',
    'postgres.age': ', publié le {date} (âge en jours : {days})',
    'postgres.newer':
      'PostgreSQL {newer} est sorti, avec des correctifs de sécurité : installez ou mettez à jour le paquet du système (Debian : `apt-get install postgresql-17`), puis redémarrez Accord.',
    'postgres.newer_theirs':
      'PostgreSQL {newer} est sorti, avec des correctifs de sécurité : mettez ce serveur à jour.',
    'postgres.older':
      'Une version plus récente de PostgreSQL a déjà ouvert ces données. {version} les lit aussi, sans les corrections faites depuis : mettez à jour le paquet du système, puis redémarrez Accord.',
    'postgres.bound':
      'Un PostgreSQL plus récent est installé mais ne peut pas servir : un index que vous avez ajouté est trié par la version d’ICU de {version}. Supprimez l’index, redémarrez Accord, puis recréez-le.',
    'postgres.reordered':
      'Un index que vous avez ajouté est trié par une autre version d’ICU que celle de {version} : lancez REINDEX, sinon des lignes peuvent ne plus être trouvées.',
    'app.log_at': 'Journal : {path}',
    'app.operator_sandbox':
      'Les messages vont à l’opérateur d’essai, qui ne joint aucun téléphone.',
    'app.operator_named': 'Les messages vont à l’opérateur {operator}.',
    'app.first_run':
      'Premier démarrage. Ouvrez ce lien pour créer le premier compte ; il ne sert qu’une fois :',
    'app.recovery':
      'Notez cette clé de secours sur papier et gardez-la en lieu sûr. Si la clé racine est perdue, elle permet de la restaurer (`npx accord keys restore`). Il faut aussi des copies du dossier des clés et des données :',
    'app.recovery_elsewhere':
      'Lancez `npx accord keys` dans un terminal et notez sur papier la clé de secours affichée : elle n’est pas montrée ici, car cette sortie peut être gardée dans un fichier ou un journal.',
    'app.keys_warning':
      'Quiconque a cette clé de secours et une copie du dossier des clés et des données peut tout lire. Notez-la sur papier, gardez-la à part des deux, puis effacez cet écran.',
    'app.keys_not_on_terminal':
      'Ce n’est pas un terminal : la clé de secours pourrait rester dans un fichier ou un journal. Lancez `npx accord keys` dans un terminal, ou ajoutez `--anywhere` si c’est voulu.',
    'app.migrating':
      'Mise à jour de la base de la version {from} à {to} (étapes : {steps}). Une grande base peut demander plusieurs minutes ; n’arrêtez rien.',
    'app.held':
      'ATTENTION : les envois sont suspendus. Cette base a été restaurée depuis une sauvegarde et enverrait des messages une seconde fois. Les messages acceptés attendent. `npx accord restored` dit ce qui manque et comment reprendre.',
    'app.proxy_untrusted':
      'Tous les visiteurs passent par un proxy et apparaissent avec son adresse. Mettez ACCORD_TRUST_PROXY=yes ; voir docs/guide/fr/tls-proxy.md.',
    'app.stop_hint': 'Ctrl-C arrête tout.',
    'app.stopping':
      'Arrêt, une fois le travail en cours terminé. Un second Ctrl-C arrête immédiatement.',
    'app.stopped': 'Arrêté.',
    'app.accord_port_wrong':
      'ACCORD_PORT n’est pas un port : écrivez un nombre de 1 à 65535, ou 0 pour un port libre quelconque.',
    'app.accord_url_wrong':
      'ACCORD_URL n’est pas l’adresse d’un site : écrivez par exemple https://sms.example.org, sans chemin.',
    'app.accord_link_url_wrong':
      'ACCORD_LINK_URL n’est pas l’adresse d’un site : écrivez par exemple https://lnk.example.org, sans chemin.',
    'app.accord_webhook_networks_wrong':
      'ACCORD_WEBHOOK_NETWORKS n’est pas une liste de réseaux : écrivez par exemple 10.30.0.0/16, avec des virgules entre plusieurs.',
    'app.accord_private_networks_wrong':
      'ACCORD_PRIVATE_NETWORKS n’est pas une liste de réseaux : écrivez par exemple 10.20.0.0/16, avec des virgules entre plusieurs.',
    'app.accord_operator_wrong':
      'ACCORD_OPERATOR n’est pas une adresse SMPP : écrivez par exemple smpp://user:password@127.0.0.1:2775.',
    'app.accord_log_wrong': 'ACCORD_LOG doit valoir `file` ou `stderr`.',
    'app.accord_log_level_wrong': 'ACCORD_LOG_LEVEL doit valoir info, warn, error ou silent.',
    'app.accord_trust_proxy_wrong': 'ACCORD_TRUST_PROXY doit valoir yes ou no.',
    'app.accord_deletion_grace_days_wrong':
      'ACCORD_DELETION_GRACE_DAYS n’est pas un nombre de jours. Écrivez un nombre entier de 1 à 90.',
    'app.accord_backlog_seconds_wrong':
      'ACCORD_BACKLOG_SECONDS n’est pas un nombre de secondes : écrivez un entier de 1 à 999999.',
    'app.accord_language_wrong': 'ACCORD_LANGUAGE doit valoir fr ou en.',
    'app.accord_keys_wrong':
      'ACCORD_KEYS doit être hors d’ACCORD_DATA et hors du dossier du programme, pour qu’une copie de l’un ne contienne pas l’autre.',
    'app.already_running':
      'Accord fonctionne déjà sur {folder} (processus {pid}, {url}) : arrêtez-le, ou donnez à ACCORD_DATA et ACCORD_KEYS d’autres dossiers.',
    'app.port_in_use':
      'Le port {port} de {host} est pris par un autre programme : arrêtez-le, ou choisissez un autre port, par exemple ACCORD_PORT=8471.',
    'app.port_not_allowed':
      'Cet utilisateur ne peut pas écouter sur le port {port} : choisissez-en un au-dessus de 1023 avec ACCORD_PORT.',
    'app.address_unknown':
      'Cette machine n’a pas l’adresse {host} : donnez à ACCORD_HOST une adresse qu’elle a, comme 127.0.0.1.',
    'app.data_folder_unusable':
      'Le dossier de données {folder} est inutilisable ({reason}) : donnez à ACCORD_DATA un dossier où cet utilisateur peut écrire, ou corrigez son propriétaire et son mode.',
    'app.accord_engine_thread_wrong': 'ACCORD_ENGINE_THREAD doit valoir yes ou no.',
    'app.accord_smtp_wrong':
      'ACCORD_SMTP n’est pas l’adresse d’un serveur de messagerie : écrivez-la comme smtps://user@mail.example.org ou smtp://user@mail.example.org:587, sans chemin. ACCORD_URL doit aussi être défini, car les e-mails contiennent des liens.',
    'app.accord_smtp_password_file_wrong':
      'Le fichier indiqué par ACCORD_SMTP_PASSWORD_FILE est illisible, vide ou trop long : il doit contenir le mot de passe du serveur de messagerie sur une ligne, et ACCORD_SMTP doit nommer son utilisateur.',
    'app.accord_mail_from_wrong':
      'ACCORD_MAIL_FROM doit être défini avec ACCORD_SMTP, par une adresse comme accord@example.org ou « Accord <accord@example.org> ».',
    'app.accord_backup_wrong':
      'ACCORD_BACKUP doit être un dossier à part, ni dans ACCORD_DATA, ACCORD_FILES ou ACCORD_KEYS ni autour d’eux, ou `off`.',
    'app.accord_backup_keys_wrong':
      'ACCORD_BACKUP_KEYS doit être un dossier à part, séparé des données, des clés et des sauvegardes.',
    'app.accord_backup_changes_wrong': 'ACCORD_BACKUP_CHANGES doit être `on` ou `off`.',
    'app.accord_backup_hour_wrong': 'ACCORD_BACKUP_HOUR doit être un entier de 0 à 23.',
    'app.accord_backup_days_wrong': 'ACCORD_BACKUP_DAYS doit être un entier de 1 à 3650.',
    'app.accord_erasure_wait_days_wrong': 'ACCORD_ERASURE_WAIT_DAYS doit être un entier de 1 à 31.',
    'app.engine_away': 'Le moteur d’envoi redémarre. Réessayez dans un instant.',
    'app.no_such_account': 'Ce compte n’existe pas ; `npx accord token accounts` les énumère.',
    'app.sandbox_failed':
      'L’opérateur d’essai n’a pas démarré : vérifiez que son programme peut s’exécuter, ou nommez un opérateur avec ACCORD_OPERATOR.',
  },
})
