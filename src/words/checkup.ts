// Sentences of the self-check: what is looked at, what was measured, what to do.
import { bilingual } from './sentences.ts'

export const checkupWords = bilingual({
  en: {
    'checkup.unseen.not_running': 'The server is not running, so it could not be asked.',
    'checkup.unseen.no_answer': 'No answer came in time.',
    'checkup.unseen.not_linux': 'This can only be read on Linux.',
    'checkup.unseen.no_tool': 'This machine has no tool that tells it.',
    'checkup.unseen.not_asked': 'Nobody has asked yet.',
    'checkup.unseen.not_told': 'This part of the program was not told.',
    'checkup.unseen.refused': 'The system or the database refused to show it.',

    'checkup.second_factors': 'Second factor of administrators and owners',
    'checkup.second_factors.not_there': 'It is not known here who has a second factor.',
    'checkup.second_factors.enrolled': '{enrolled} of {people} people have a second factor.',
    'checkup.second_factors.do':
      'Ask each of them to enrol one under “My profile”, then require it: under “Settings” for an account, under “Accounts” for administrators. Until then, let only your own network or a VPN reach the login page.',
    'checkup.password_hashing': 'Storage of passwords',
    'checkup.password_hashing.weak':
      '{count} of {people} stored passwords are protected less than new ones are.',
    'checkup.password_hashing.cost':
      'argon2id with {memoryKiB} KiB of memory and {passes} passes. Stored passwords: {people}.',
    'checkup.password_hashing.do':
      'Ask these users to change their password: it is then stored with today’s protection.',
    'checkup.login_attempts': 'Limit on wrong passwords',
    'checkup.login_attempts.limit':
      '{tries} tries in {minutes} minutes for one e-mail address from one place.',
    'checkup.login_attempts.do': 'Go back to the limits that Accord is released with.',
    'checkup.session_life': 'Lifetime of sessions',
    'checkup.session_life.ends':
      'A session ends after {idle} hours without use, and after {total} hours at most. Open sessions: {open}.',
    'checkup.session_life.too_long': 'Sessions that would last longer than allowed: {count}.',
    'checkup.session_life.do':
      'Delete these rows of accounts.session, and find out who wrote them: Accord does not.',
    'checkup.session_cookie': 'Session cookie',
    'checkup.session_cookie.flags': 'The cookie is sent with {names}.',
    'checkup.session_cookie.missing': 'The cookie lacks {names}.',
    'checkup.session_cookie.do': 'Update Accord: the cookie must carry these attributes.',
    'checkup.common_passwords': 'Default passwords in the settings',
    'checkup.common_passwords.none': 'No setting contains a common password.',
    'checkup.common_passwords.trial':
      'A setting contains a common password, but no account is live.',
    'checkup.common_passwords.found': 'A common password stands in {names}.',
    'checkup.common_passwords.do':
      'Choose a long random password there, change it at the other end too, and restart.',

    'checkup.public_address': 'Public address',
    'checkup.public_address.https': 'The public address is {url}.',
    'checkup.public_address.http': 'The public address {url} is not encrypted.',
    'checkup.public_address.this_machine':
      'There is no public address, and the server listens on {host} only.',
    'checkup.public_address.none':
      'The server listens on {host} or stands behind a proxy, but has no public https address.',
    'checkup.public_address.do':
      'Put a proxy with a certificate in front, and set ACCORD_URL to its https address. The guide shows how.',
    'checkup.certificate': 'Certificate of the public address',
    'checkup.certificate.until': 'Valid until {date}. Days left: {days}.',
    'checkup.certificate.over': 'The certificate expired on {date}.',
    'checkup.certificate.refused': 'Browsers would not trust this certificate ({reason}).',
    'checkup.certificate.do':
      'Check that the proxy renews its certificate by itself, then renew it now. If this server cannot reach its own public address, look from another machine.',
    'checkup.listening_address': 'Listening address',
    'checkup.listening_address.this_machine': 'The server listens on {host} only.',
    'checkup.listening_address.behind_proxy':
      'The server listens on {host}, and the settings name a proxy in front.',
    'checkup.listening_address.network':
      'The server listens on {host} without encryption, and the settings name no proxy in front.',
    'checkup.listening_address.do':
      'Set ACCORD_HOST to 127.0.0.1, or put a proxy in front, block the port for everyone else and set ACCORD_TRUST_PROXY to yes.',
    'checkup.response_headers': 'Security headers of pages',
    'checkup.response_headers.sent': '{url} sends all {count} headers.',
    'checkup.response_headers.missing': '{url} answers without {names}, or with a weak value.',
    'checkup.response_headers.do':
      'Accord sends these headers: make sure that the proxy passes them on unchanged. If the server was not running, start it and check again.',
    'checkup.operator_wire': 'Connections to operators',
    'checkup.operator_wire.encrypted':
      'Every connection is encrypted or stays on this machine. Routes: {count}.',
    'checkup.operator_wire.clear': 'Numbers and texts leave unencrypted by {names}.',
    'checkup.operator_wire.private':
      'Unencrypted connections lead to a private network: {names}. Whether a tunnel protects them cannot be seen from here.',
    'checkup.operator_wire.do':
      'Switch TLS on in the settings of the route, or agree on a tunnel (VPN) with the operator.',
    'checkup.mail_server': 'Mail server',
    'checkup.mail_server.none':
      'No mail server is set: nobody is told by e-mail, and nobody can choose a new password by themselves.',
    'checkup.mail_server.trial': 'No mail server is set, and no account is live.',
    'checkup.mail_server.over': 'The certificate of {server} expired on {date}: no e-mail leaves.',
    'checkup.mail_server.not_trusted':
      'The certificate of {server} cannot be trusted ({reason}): no e-mail leaves.',
    'checkup.mail_server.unreachable': '{server} does not answer: e-mails wait.',
    'checkup.mail_server.too_slow':
      '{server} answered too slowly: the login was not done in 15 seconds. E-mails wait or come late.',
    'checkup.mail_server.no_tls': '{server} does not encrypt as it should: no e-mail leaves.',
    'checkup.mail_server.login': '{server} refuses the user or the password: no e-mail leaves.',
    'checkup.mail_server.refused': '{server} answers, and refuses the connection.',
    'checkup.mail_server.of_machine': '{server} on this machine takes mails.',
    'checkup.mail_server.logged_in':
      '{server} encrypts, and the login works. Its certificate is valid until {date}. No e-mail was sent for this.',
    'checkup.mail_server.without_login':
      '{server} encrypts and asks for no login. Its certificate is valid until {date}. No e-mail was sent for this.',
    'checkup.mail_server.do':
      'Set ACCORD_SMTP, ACCORD_SMTP_PASSWORD_FILE and ACCORD_MAIL_FROM to a mail server that encrypts, or mend what is named above with whoever runs it; then restart.',
    'checkup.mail_from': 'Domain of the sender of e-mails',
    'checkup.mail_from.nowhere':
      '{domain} takes no mail: answers and returned mails reach nobody, and many servers refuse what comes from it.',
    'checkup.mail_from.open':
      '{domain} does not publish {names}: others can write in its name, and e-mails from it may land in the junk folder.',
    'checkup.mail_from.several':
      '{domain} publishes more than one record of {names}: then none of them counts.',
    'checkup.mail_from.lets_all':
      'The SPF record of {domain} lets every address send in its name (+all): it protects nothing.',
    'checkup.mail_from.asks_nothing':
      'The DMARC record that counts for {domain} asks nothing (p=none): mails that others forge in its name still arrive.',
    'checkup.mail_from.vouched_for':
      '{domain} takes mail. Looked at: one SPF record, which does not let everybody send; a DMARC record of the domain or of one above it, which asks to set forged mails aside or to refuse them.',
    'checkup.mail_from.do':
      'Let whoever keeps the domain publish one SPF record (ending in -all or ~all) and one DMARC record (p=quarantine or p=reject), or choose an address of a domain that has them (ACCORD_MAIL_FROM).',

    'checkup.keys_mode': 'Access to the keys folder',
    'checkup.keys_mode.closed': 'Only the program’s user can read {folder}.',
    'checkup.keys_mode.open': 'Other users of this machine may open {names}.',
    'checkup.keys_mode.not_own': '{folder} belongs to another user than the program’s.',
    'checkup.keys_mode.do':
      'Give the folder to the user that runs Accord, with mode 700, and 600 for the files in it.',
    'checkup.keys_apart': 'Keys apart from the data',
    'checkup.keys_apart.apart': '{folder} lies outside the data folders.',
    'checkup.keys_apart.mixed': '{folder} and {other} lie within one another.',
    'checkup.keys_apart.do':
      'Stop Accord, move the keys to a folder of their own and set ACCORD_KEYS: a copy of the data must not take the keys along.',
    'checkup.keys_copies': 'Copies of the keys out of sight',
    'checkup.keys_copies.none':
      'No snapshots or synchronisation were found (file system {type} at {folder}).',
    'checkup.keys_copies.snapshots': 'The keys lie under snapshots: {folder}.',
    'checkup.keys_copies.synced': 'The keys folder is synchronised or versioned: {sign}.',
    'checkup.keys_copies.may_snapshot':
      'The file system {type} at {folder} can make snapshots; none were found.',
    'checkup.keys_copies.elsewhere':
      'The file system {type} at {folder} lies on another machine, which may keep copies.',
    'checkup.keys_copies.do':
      'Move the keys to a file system without snapshots or synchronisation. A key that is destroyed for an erasure must not live on in a copy.',
    'checkup.root_key': 'Protection of the root key',
    'checkup.root_key.open':
      'The root key lies in clear on the disk ({type} at {folder}): whoever takes the disk has it.',
    'checkup.root_key.encrypted': 'The root key lies on an encrypted disk ({folder}).',
    'checkup.root_key.in_memory': 'The root key lies in memory only ({type} at {folder}).',
    'checkup.root_key.device':
      'Whether the disk under {folder} ({type}) is encrypted cannot be seen from here.',
    'checkup.root_key.do':
      'Put the keys folder on an encrypted volume (LUKS) that is unlocked at start. The guide shows how.',
    'checkup.recovery_copy': 'Paper copy of the root key',
    'checkup.recovery_copy.never': 'Nobody has shown that the paper copy exists and can be read.',
    'checkup.recovery_copy.checked': 'The paper copy was compared with the key on {date}.',
    'checkup.recovery_copy.do':
      'Print it with “npx accord keys copy”, keep it in a safe, then type it in: “npx accord keys check-copy”.',
    'checkup.data_mode': 'Access to the data folder',
    'checkup.data_mode.closed': 'Other users of this machine cannot read {folder}.',
    'checkup.data_mode.open': 'Other users of this machine may read {names}.',
    'checkup.data_mode.do': 'Take their rights away: chmod go-rw on what is named above.',
    'checkup.log_mode': 'Access to the log',
    'checkup.log_mode.closed': 'Other users of this machine cannot read the log in {folder}.',
    'checkup.log_mode.open': 'Other users of this machine may read {names}.',
    'checkup.log_mode.do': 'Take their rights away: chmod 700 on the folder, 600 on its files.',

    'checkup.database_roles': 'Rights of the program in the database',
    'checkup.database_roles.narrow':
      'None of these roles is all-powerful or owns a table: {names}.',
    'checkup.database_roles.strong': 'These roles may read across accounts: {names}.',
    'checkup.database_roles.owner':
      'These roles own tables and could lift their protection: {names}.',
    'checkup.database_roles.do':
      'Run ALTER ROLE … NOSUPERUSER NOBYPASSRLS, and let the user of DATABASE_URL create roles, so that Accord gets narrow logins of its own.',
    'checkup.row_security': 'Separation of accounts',
    'checkup.row_security.on':
      'The database itself keeps accounts apart in each of {count} tables.',
    'checkup.row_security.off': 'The database does not keep accounts apart in {names}.',
    'checkup.row_security.do':
      'Find out who changed these tables. Then run ALTER TABLE … ENABLE and FORCE ROW LEVEL SECURITY, with the policy of a new installation.',
    'checkup.sealed_columns': 'Encryption of personal data',
    'checkup.sealed_columns.sealed':
      'Columns with personal data that are encrypted: {columns}. Values looked at: {values}.',
    'checkup.sealed_columns.clear': 'Personal data is readable in {names}.',
    'checkup.sealed_columns.do':
      'Find out which program wrote this: Accord encrypts these columns. Treat it as a possible data breach.',
    'checkup.database_wire': 'Connection to the database',
    'checkup.database_wire.local': 'The database is on this machine.',
    'checkup.database_wire.encrypted':
      'The connection is encrypted and the server’s certificate is checked.',
    'checkup.database_wire.clear':
      'The connection to the database leaves this machine unencrypted.',
    'checkup.database_wire.unverified':
      'The connection is encrypted, but the server’s certificate is not checked.',
    'checkup.database_wire.do': 'Add sslmode=verify-full to DATABASE_URL and restart.',

    'checkup.backup_age': 'Backup',
    'checkup.backup_age.not_known': 'The program knows of no backup.',
    'checkup.backup_age.none': 'No backup has been made yet.',
    'checkup.backup_age.age': 'The newest backup is {hours} hours old.',
    'checkup.backup_age.do':
      'Have the data backed up every night, encrypted, and the keys apart from it. The guide shows how.',
    'checkup.backup_changes': 'Changes between backups',
    'checkup.backup_changes.kept':
      'What changes after a backup is kept within seconds: about ten seconds can be lost.',
    'checkup.backup_changes.off':
      'What changed since the newest backup, {hours} hours ago, would be lost: refusals (STOP) too.',
    'checkup.backup_changes.late':
      'Changes are kept with a delay: those of the last {minutes} minutes would be lost, refusals (STOP) too.',
    'checkup.backup_changes.behind':
      'Changes are not all kept now: up to {hours} hours of them would be lost, refusals (STOP) too.',
    'checkup.backup_changes.do':
      'Set ACCORD_BACKUP_CHANGES=on, give the backups enough disk, and look at the screen “Backups”.',
    'checkup.backup_drill': 'Restore drill',
    'checkup.backup_drill.never': 'No backup has been tried out.',
    'checkup.backup_drill.at': 'The last drill was on {date} and succeeded.',
    'checkup.backup_drill.failed': 'The drill of {date} failed.',
    'checkup.backup_drill.do': 'Run a restore drill and read what it says.',
    'checkup.retention': 'Deletion at the end of retention periods',
    'checkup.retention.applied': 'Last night’s deletion was done. Accounts: {accounts}.',
    'checkup.retention.late':
      'Nightly deletion failed or did not run. Accounts: {late} of {accounts}.',
    'checkup.retention.do':
      'Read the log for “retention.night_failed” and see that the program runs at night. The page of retention periods of each account shows its nights.',
    'checkup.objections_known': 'Who has objected',
    'checkup.objections_known.known':
      'No message waits because nobody can say who has objected. Accounts: {accounts}.',
    'checkup.objections_known.unknown':
      'The record of objections is damaged or incomplete, and messages wait. Accounts: {count} of {accounts}.',
    'checkup.objections_known.do':
      'For each of these accounts, record the objections that you know to be missing, then run “npx accord ledger mend”. The messages leave after that, except those to people who have objected.',
    'checkup.supplier_contracts': 'Supplier contracts',
    'checkup.supplier_contracts.valid': 'Suppliers under a valid contract: {count}.',
    'checkup.supplier_contracts.without': 'Suppliers without a complete, valid contract: {names}.',
    'checkup.supplier_contracts.ending': 'Contracts that end within 30 days: {names}.',
    'checkup.supplier_contracts.do':
      'Renew the contract and enter it under Suppliers: the routes close when it ends.',
    'checkup.disk_space': 'Free disk space',
    'checkup.disk_space.free': 'At least {percent} % are free for data, keys and log.',
    'checkup.disk_space.full': 'Little space is left ({percent} %): {names}.',
    'checkup.disk_space.do': 'Free some space or enlarge the disk before writing stops.',

    'checkup.postgres_version': 'Version of PostgreSQL',
    'checkup.postgres_version.released': 'PostgreSQL {version} of {date}; no newer one is known.',
    'checkup.postgres_version.newer':
      'PostgreSQL {version} runs; {newer} corrects known faults of it.',
    'checkup.postgres_version.not_listed':
      'PostgreSQL {version} is not in the list of this version of Accord.',
    'checkup.postgres_version.do':
      'Install the newest minor version of PostgreSQL, and the newest Accord, then restart.',
    'checkup.node_version': 'Version of Node.js',
    'checkup.node_version.until': 'Node.js {version} receives security updates until {date}.',
    'checkup.node_version.not_listed':
      'Node.js {version} is not in the list of this version of Accord.',
    'checkup.node_version.do': 'Install a Node.js that is still supported, then restart.',
    'checkup.packages': 'Vulnerabilities of packages',
    'checkup.packages.none': 'No serious vulnerability known on {date}. Lesser ones: {count}.',
    'checkup.packages.severe': 'Packages with a serious vulnerability on {date}: {names}.',
    'checkup.packages.old': 'The npm registry was last asked on {date}.',
    'checkup.packages.do':
      'Run “npx accord check --online”, which asks the npm registry. If it names packages, update Accord.',
    'checkup.clock': 'Clock',
    'checkup.clock.kept': 'The system keeps its clock right (NTP), and the database agrees.',
    'checkup.clock.not_kept':
      'The system does not keep its clock right (NTP is off or not in step).',
    'checkup.clock.differs': 'The program’s and the database’s clocks differ by {seconds} seconds.',
    'checkup.clock.do':
      'Switch time synchronisation on, on this machine and on that of the database.',
    'checkup.sandbox_operator': 'Sandbox operator',
    'checkup.sandbox_operator.none': 'The sandbox operator is not running.',
    'checkup.sandbox_operator.trial': 'The sandbox operator is running, and no account is live.',
    'checkup.sandbox_operator.live':
      'The sandbox operator is running although an account is live: it reaches no telephone.',
    'checkup.sandbox_operator.do': 'Set ACCORD_OPERATOR to your operator and restart.',
  },
  fr: {
    'checkup.unseen.not_running': 'Le serveur ne fonctionne pas : il n’a pas pu être interrogé.',
    'checkup.unseen.no_answer': 'Aucune réponse n’est arrivée à temps.',
    'checkup.unseen.not_linux': 'Cela ne se lit que sous Linux.',
    'checkup.unseen.no_tool': 'Cette machine n’a pas d’outil qui le dise.',
    'checkup.unseen.not_asked': 'Personne ne l’a encore demandé.',
    'checkup.unseen.not_told': 'Cette partie du programme n’en est pas informée.',
    'checkup.unseen.refused': 'Le système ou la base de données a refusé de le montrer.',

    'checkup.second_factors': 'Second facteur des administrateurs et des propriétaires',
    'checkup.second_factors.not_there': 'Qui a un second facteur n’est pas connu ici.',
    'checkup.second_factors.enrolled': '{enrolled} personnes sur {people} ont un second facteur.',
    'checkup.second_factors.do':
      'Demandez à chacun d’en ajouter un dans « Mon profil », puis exigez-le : dans « Réglages » pour un compte, dans « Comptes » pour les administrateurs. D’ici là, n’ouvrez la page de connexion qu’à votre réseau ou à un VPN.',
    'checkup.password_hashing': 'Conservation des mots de passe',
    'checkup.password_hashing.weak':
      '{count} mots de passe conservés sur {people} sont moins protégés que les nouveaux.',
    'checkup.password_hashing.cost':
      'argon2id avec {memoryKiB} Kio de mémoire et {passes} passes. Mots de passe conservés : {people}.',
    'checkup.password_hashing.do':
      'Demandez à ces utilisateurs de changer leur mot de passe : il sera conservé avec la protection d’aujourd’hui.',
    'checkup.login_attempts': 'Limite des mots de passe erronés',
    'checkup.login_attempts.limit':
      '{tries} essais en {minutes} minutes pour une adresse e-mail depuis un même endroit.',
    'checkup.login_attempts.do': 'Revenez aux limites avec lesquelles Accord est livré.',
    'checkup.session_life': 'Durée des sessions',
    'checkup.session_life.ends':
      'Une session se termine après {idle} heures sans usage, et au plus tard après {total} heures. Sessions ouvertes : {open}.',
    'checkup.session_life.too_long': 'Sessions qui dureraient plus que permis : {count}.',
    'checkup.session_life.do':
      'Supprimez ces lignes de accounts.session et cherchez qui les a écrites : ce n’est pas Accord.',
    'checkup.session_cookie': 'Cookie de session',
    'checkup.session_cookie.flags': 'Le cookie est envoyé avec {names}.',
    'checkup.session_cookie.missing': 'Il manque au cookie : {names}.',
    'checkup.session_cookie.do': 'Mettez Accord à jour : le cookie doit porter ces attributs.',
    'checkup.common_passwords': 'Mots de passe par défaut dans les réglages',
    'checkup.common_passwords.none': 'Aucun réglage ne contient de mot de passe courant.',
    'checkup.common_passwords.trial':
      'Un réglage contient un mot de passe courant, mais aucun compte n’est réel.',
    'checkup.common_passwords.found': 'Un mot de passe courant se trouve dans {names}.',
    'checkup.common_passwords.do':
      'Mettez-y un long mot de passe aléatoire, changez-le aussi à l’autre bout, puis redémarrez.',

    'checkup.public_address': 'Adresse publique',
    'checkup.public_address.https': 'L’adresse publique est {url}.',
    'checkup.public_address.http': 'L’adresse publique {url} n’est pas chiffrée.',
    'checkup.public_address.this_machine':
      'Il n’y a pas d’adresse publique, et le serveur n’écoute que sur {host}.',
    'checkup.public_address.none':
      'Le serveur écoute sur {host} ou se trouve derrière un proxy, mais n’a pas d’adresse publique en https.',
    'checkup.public_address.do':
      'Placez devant un proxy avec un certificat, et mettez son adresse https dans ACCORD_URL. Le guide montre comment.',
    'checkup.certificate': 'Certificat de l’adresse publique',
    'checkup.certificate.until': 'Valable jusqu’au {date}. Jours restants : {days}.',
    'checkup.certificate.over': 'Le certificat a expiré le {date}.',
    'checkup.certificate.refused': 'Les navigateurs n’accepteraient pas ce certificat ({reason}).',
    'checkup.certificate.do':
      'Vérifiez que le proxy renouvelle son certificat de lui-même, puis renouvelez-le. Si ce serveur ne peut pas joindre sa propre adresse publique, regardez depuis une autre machine.',
    'checkup.listening_address': 'Adresse d’écoute',
    'checkup.listening_address.this_machine': 'Le serveur n’écoute que sur {host}.',
    'checkup.listening_address.behind_proxy':
      'Le serveur écoute sur {host}, et les réglages annoncent un proxy devant lui.',
    'checkup.listening_address.network':
      'Le serveur écoute sur {host} sans chiffrement, et les réglages n’annoncent aucun proxy devant lui.',
    'checkup.listening_address.do':
      'Mettez 127.0.0.1 dans ACCORD_HOST, ou placez un proxy devant, fermez le port à tous les autres et mettez ACCORD_TRUST_PROXY à yes.',
    'checkup.response_headers': 'En-têtes de sécurité des pages',
    'checkup.response_headers.sent': '{url} envoie les {count} en-têtes.',
    'checkup.response_headers.missing':
      '{url} répond sans {names}, ou avec une valeur trop faible.',
    'checkup.response_headers.do':
      'Accord envoie ces en-têtes : vérifiez que le proxy les transmet sans les changer. Si le serveur ne fonctionnait pas, démarrez-le et recommencez.',
    'checkup.operator_wire': 'Connexions aux opérateurs',
    'checkup.operator_wire.encrypted':
      'Chaque connexion est chiffrée ou reste sur cette machine. Routes : {count}.',
    'checkup.operator_wire.clear': 'Des numéros et des textes partent en clair par {names}.',
    'checkup.operator_wire.private':
      'Des connexions en clair mènent à un réseau privé : {names}. On ne voit pas d’ici si un tunnel les protège.',
    'checkup.operator_wire.do':
      'Activez TLS dans les réglages de la route, ou convenez d’un tunnel (VPN) avec l’opérateur.',
    'checkup.mail_server': 'Serveur de messagerie',
    'checkup.mail_server.none':
      'Aucun serveur de messagerie n’est réglé : personne n’est prévenu par e-mail, et personne ne peut choisir seul un nouveau mot de passe.',
    'checkup.mail_server.trial':
      'Aucun serveur de messagerie n’est réglé, et aucun compte n’est en service.',
    'checkup.mail_server.over':
      'Le certificat de {server} a expiré le {date} : aucun e-mail ne part.',
    'checkup.mail_server.not_trusted':
      'Le certificat de {server} n’est pas digne de confiance ({reason}) : aucun e-mail ne part.',
    'checkup.mail_server.unreachable': '{server} ne répond pas : les e-mails attendent.',
    'checkup.mail_server.too_slow':
      '{server} a répondu trop lentement : l’utilisateur n’a pas pu s’y connecter en 15 secondes. Les e-mails attendent ou tardent.',
    'checkup.mail_server.no_tls':
      '{server} ne chiffre pas comme il le devrait : aucun e-mail ne part.',
    'checkup.mail_server.login':
      '{server} refuse l’utilisateur ou le mot de passe : aucun e-mail ne part.',
    'checkup.mail_server.refused': '{server} répond et refuse la connexion.',
    'checkup.mail_server.of_machine': '{server}, sur cette machine, prend les e-mails.',
    'checkup.mail_server.logged_in':
      '{server} chiffre, et la connexion de l’utilisateur fonctionne. Son certificat est valable jusqu’au {date}. Aucun e-mail n’a été envoyé pour cela.',
    'checkup.mail_server.without_login':
      '{server} chiffre et ne demande pas d’utilisateur. Son certificat est valable jusqu’au {date}. Aucun e-mail n’a été envoyé pour cela.',
    'checkup.mail_server.do':
      'Réglez ACCORD_SMTP, ACCORD_SMTP_PASSWORD_FILE et ACCORD_MAIL_FROM sur un serveur de messagerie qui chiffre, ou corrigez ce qui est indiqué ci-dessus avec son responsable ; puis redémarrez.',
    'checkup.mail_from': 'Domaine de l’expéditeur des e-mails',
    'checkup.mail_from.nowhere':
      '{domain} ne reçoit pas d’e-mails : les réponses et les retours n’arrivent à personne, et beaucoup de serveurs refusent ce qui en vient.',
    'checkup.mail_from.open':
      '{domain} ne publie pas {names} : d’autres peuvent écrire en son nom, et ses e-mails risquent d’arriver parmi les indésirables.',
    'checkup.mail_from.several':
      '{domain} publie plus d’un enregistrement {names} : aucun ne compte alors.',
    'checkup.mail_from.lets_all':
      'L’enregistrement SPF de {domain} laisse n’importe quelle adresse écrire en son nom (+all) : il ne protège de rien.',
    'checkup.mail_from.asks_nothing':
      'L’enregistrement DMARC qui vaut pour {domain} ne demande rien (p=none) : les e-mails que d’autres falsifient en son nom arrivent quand même.',
    'checkup.mail_from.vouched_for':
      '{domain} reçoit des e-mails. Vérifié : un seul enregistrement SPF, qui ne laisse pas écrire n’importe qui ; un enregistrement DMARC du domaine ou d’un domaine supérieur, qui demande d’écarter ou de refuser les e-mails falsifiés.',
    'checkup.mail_from.do':
      'Faites publier par le responsable du domaine un seul enregistrement SPF (terminé par -all ou ~all) et un seul enregistrement DMARC (p=quarantine ou p=reject), ou choisissez une adresse d’un domaine qui les a (ACCORD_MAIL_FROM).',

    'checkup.keys_mode': 'Accès au dossier des clés',
    'checkup.keys_mode.closed': 'Seul l’utilisateur du programme peut lire {folder}.',
    'checkup.keys_mode.open': 'D’autres utilisateurs de cette machine peuvent ouvrir {names}.',
    'checkup.keys_mode.not_own':
      '{folder} appartient à un autre utilisateur que celui du programme.',
    'checkup.keys_mode.do':
      'Donnez le dossier à l’utilisateur qui fait fonctionner Accord, avec le mode 700, et 600 pour ses fichiers.',
    'checkup.keys_apart': 'Clés séparées des données',
    'checkup.keys_apart.apart': '{folder} est hors des dossiers de données.',
    'checkup.keys_apart.mixed': '{folder} et {other} sont l’un dans l’autre.',
    'checkup.keys_apart.do':
      'Arrêtez Accord, déplacez les clés dans un dossier à elles et indiquez-le dans ACCORD_KEYS : une copie des données ne doit pas emporter les clés.',
    'checkup.keys_copies': 'Copies des clés hors de vue',
    'checkup.keys_copies.none':
      'Ni instantané ni synchronisation n’a été trouvé (système de fichiers {type} sur {folder}).',
    'checkup.keys_copies.snapshots': 'Les clés sont prises dans des instantanés : {folder}.',
    'checkup.keys_copies.synced': 'Le dossier des clés est synchronisé ou versionné : {sign}.',
    'checkup.keys_copies.may_snapshot':
      'Le système de fichiers {type} sur {folder} peut faire des instantanés ; aucun n’a été trouvé.',
    'checkup.keys_copies.elsewhere':
      'Le système de fichiers {type} sur {folder} est sur une autre machine, qui garde peut-être des copies.',
    'checkup.keys_copies.do':
      'Déplacez les clés sur un système de fichiers sans instantanés ni synchronisation. Une clé détruite pour un effacement ne doit pas survivre dans une copie.',
    'checkup.root_key': 'Protection de la clé racine',
    'checkup.root_key.open':
      'La clé racine est en clair sur le disque ({type} sur {folder}) : qui prend le disque la possède.',
    'checkup.root_key.encrypted': 'La clé racine est sur un disque chiffré ({folder}).',
    'checkup.root_key.in_memory': 'La clé racine n’est qu’en mémoire ({type} sur {folder}).',
    'checkup.root_key.device':
      'On ne voit pas d’ici si le disque sous {folder} ({type}) est chiffré.',
    'checkup.root_key.do':
      'Placez le dossier des clés sur un volume chiffré (LUKS), déverrouillé au démarrage. Le guide montre comment.',
    'checkup.recovery_copy': 'Copie papier de la clé racine',
    'checkup.recovery_copy.never': 'Personne n’a montré que la copie papier existe et se lit.',
    'checkup.recovery_copy.checked': 'La copie papier a été comparée à la clé le {date}.',
    'checkup.recovery_copy.do':
      'Imprimez-la avec « npx accord keys copy », gardez-la dans un coffre, puis saisissez-la : « npx accord keys check-copy ».',
    'checkup.data_mode': 'Accès au dossier des données',
    'checkup.data_mode.closed':
      'Les autres utilisateurs de cette machine ne peuvent pas lire {folder}.',
    'checkup.data_mode.open': 'D’autres utilisateurs de cette machine peuvent lire {names}.',
    'checkup.data_mode.do': 'Retirez-leur ces droits : chmod go-rw sur ce qui est nommé ci-dessus.',
    'checkup.log_mode': 'Accès au journal technique',
    'checkup.log_mode.closed':
      'Les autres utilisateurs de cette machine ne peuvent pas lire le journal dans {folder}.',
    'checkup.log_mode.open': 'D’autres utilisateurs de cette machine peuvent lire {names}.',
    'checkup.log_mode.do':
      'Retirez-leur ces droits : chmod 700 sur le dossier, 600 sur ses fichiers.',

    'checkup.database_roles': 'Droits du programme dans la base',
    'checkup.database_roles.narrow':
      'Aucun de ces rôles n’a tous les droits ni ne possède de table : {names}.',
    'checkup.database_roles.strong': 'Ces rôles peuvent lire tous les comptes : {names}.',
    'checkup.database_roles.owner':
      'Ces rôles possèdent des tables et pourraient lever leur protection : {names}.',
    'checkup.database_roles.do':
      'Lancez ALTER ROLE … NOSUPERUSER NOBYPASSRLS, et permettez à l’utilisateur de DATABASE_URL de créer des rôles : Accord aura alors ses propres connexions restreintes.',
    'checkup.row_security': 'Séparation des comptes',
    'checkup.row_security.on':
      'La base sépare elle-même les comptes dans chacune des {count} tables.',
    'checkup.row_security.off': 'La base ne sépare pas les comptes dans {names}.',
    'checkup.row_security.do':
      'Cherchez qui a modifié ces tables. Puis lancez ALTER TABLE … ENABLE et FORCE ROW LEVEL SECURITY, avec la règle d’une installation neuve.',
    'checkup.sealed_columns': 'Chiffrement des données personnelles',
    'checkup.sealed_columns.sealed':
      'Colonnes de données personnelles chiffrées : {columns}. Valeurs regardées : {values}.',
    'checkup.sealed_columns.clear': 'Des données personnelles sont lisibles dans {names}.',
    'checkup.sealed_columns.do':
      'Cherchez quel programme les a écrites : Accord chiffre ces colonnes. Traitez-le comme une possible violation de données.',
    'checkup.database_wire': 'Connexion à la base de données',
    'checkup.database_wire.local': 'La base de données est sur cette machine.',
    'checkup.database_wire.encrypted':
      'La connexion est chiffrée et le certificat du serveur est vérifié.',
    'checkup.database_wire.clear': 'La connexion à la base quitte cette machine sans chiffrement.',
    'checkup.database_wire.unverified':
      'La connexion est chiffrée, mais le certificat du serveur n’est pas vérifié.',
    'checkup.database_wire.do': 'Ajoutez sslmode=verify-full à DATABASE_URL, puis redémarrez.',

    'checkup.backup_age': 'Sauvegarde',
    'checkup.backup_age.not_known': 'Le programme ne connaît aucune sauvegarde.',
    'checkup.backup_age.none': 'Aucune sauvegarde n’a encore été faite.',
    'checkup.backup_age.age': 'La dernière sauvegarde date de {hours} heures.',
    'checkup.backup_age.do':
      'Faites sauvegarder les données chaque nuit, chiffrées, et les clés à part. Le guide montre comment.',
    'checkup.backup_changes': 'Changements entre deux sauvegardes',
    'checkup.backup_changes.kept':
      'Ce qui change après une sauvegarde est gardé en quelques secondes : une dizaine de secondes peut se perdre.',
    'checkup.backup_changes.off':
      'Ce qui a changé depuis la dernière sauvegarde, il y a {hours} heures, serait perdu, y compris les refus (STOP).',
    'checkup.backup_changes.late':
      'Les changements sont gardés avec du retard : ceux des {minutes} dernières minutes seraient perdus, y compris les refus (STOP).',
    'checkup.backup_changes.behind':
      'Tous les changements ne sont pas gardés en ce moment : jusqu’à {hours} heures seraient perdues, y compris les refus (STOP).',
    'checkup.backup_changes.do':
      'Réglez ACCORD_BACKUP_CHANGES=on, laissez assez de place aux sauvegardes, et consultez l’écran « Sauvegardes ».',
    'checkup.backup_drill': 'Essai de restauration',
    'checkup.backup_drill.never': 'Aucune sauvegarde n’a été essayée.',
    'checkup.backup_drill.at': 'Le dernier essai date du {date} et a réussi.',
    'checkup.backup_drill.failed': 'L’essai du {date} a échoué.',
    'checkup.backup_drill.do': 'Lancez un essai de restauration et lisez ce qu’il dit.',
    'checkup.retention': 'Suppression en fin de durée de conservation',
    'checkup.retention.applied':
      'La suppression de la nuit dernière a été faite. Comptes : {accounts}.',
    'checkup.retention.late':
      'La suppression nocturne a échoué ou n’a pas eu lieu. Comptes : {late} sur {accounts}.',
    'checkup.retention.do':
      'Cherchez « retention.night_failed » dans le journal technique et vérifiez que le programme tourne la nuit. La page des durées de conservation de chaque compte montre ses nuits.',
    'checkup.objections_known': 'Qui s’est opposé',
    'checkup.objections_known.known':
      'Aucun message n’attend faute de savoir qui s’est opposé. Comptes : {accounts}.',
    'checkup.objections_known.unknown':
      'Les oppositions enregistrées sont abîmées ou incomplètes, et des messages attendent. Comptes : {count} sur {accounts}.',
    'checkup.objections_known.do':
      'Pour chacun de ces comptes, enregistrez les oppositions que vous savez manquantes, puis lancez « npx accord ledger mend ». Les messages partent ensuite, sauf vers les personnes qui se sont opposées.',
    'checkup.supplier_contracts': 'Contrats des fournisseurs',
    'checkup.supplier_contracts.valid': 'Fournisseurs sous contrat valable : {count}.',
    'checkup.supplier_contracts.without': 'Fournisseurs sans contrat complet et valable : {names}.',
    'checkup.supplier_contracts.ending': 'Contrats qui finissent dans les 30 jours : {names}.',
    'checkup.supplier_contracts.do':
      'Renouvelez le contrat et saisissez-le dans « Fournisseurs » : les routes se ferment à son terme.',
    'checkup.disk_space': 'Place libre sur le disque',
    'checkup.disk_space.free':
      'Au moins {percent} % sont libres pour les données, les clés et le journal.',
    'checkup.disk_space.full': 'Il reste peu de place ({percent} %) : {names}.',
    'checkup.disk_space.do':
      'Libérez de la place ou agrandissez le disque avant que l’écriture ne s’arrête.',

    'checkup.postgres_version': 'Version de PostgreSQL',
    'checkup.postgres_version.released':
      'PostgreSQL {version} du {date} ; aucune plus récente n’est connue.',
    'checkup.postgres_version.newer':
      'PostgreSQL {version} fonctionne ; {newer} corrige des défauts connus.',
    'checkup.postgres_version.not_listed':
      'PostgreSQL {version} n’est pas dans la liste de cette version d’Accord.',
    'checkup.postgres_version.do':
      'Installez la dernière version mineure de PostgreSQL et la dernière d’Accord, puis redémarrez.',
    'checkup.node_version': 'Version de Node.js',
    'checkup.node_version.until':
      'Node.js {version} reçoit des corrections de sécurité jusqu’au {date}.',
    'checkup.node_version.not_listed':
      'Node.js {version} n’est pas dans la liste de cette version d’Accord.',
    'checkup.node_version.do': 'Installez un Node.js encore maintenu, puis redémarrez.',
    'checkup.packages': 'Vulnérabilités des paquets',
    'checkup.packages.none': 'Aucune vulnérabilité grave connue au {date}. Moins graves : {count}.',
    'checkup.packages.severe': 'Paquets avec une vulnérabilité grave au {date} : {names}.',
    'checkup.packages.old': 'Le registre npm a été interrogé pour la dernière fois le {date}.',
    'checkup.packages.do':
      'Lancez « npx accord check --online », qui interroge le registre npm. S’il nomme des paquets, mettez Accord à jour.',
    'checkup.clock': 'Horloge',
    'checkup.clock.kept': 'Le système tient son horloge à l’heure (NTP), et la base est d’accord.',
    'checkup.clock.not_kept':
      'Le système ne tient pas son horloge à l’heure (NTP arrêté ou non synchronisé).',
    'checkup.clock.differs':
      'Les horloges du programme et de la base diffèrent de {seconds} secondes.',
    'checkup.clock.do':
      'Activez la synchronisation de l’heure, sur cette machine et sur celle de la base.',
    'checkup.sandbox_operator': 'Opérateur d’essai',
    'checkup.sandbox_operator.none': 'L’opérateur d’essai ne fonctionne pas.',
    'checkup.sandbox_operator.trial': 'L’opérateur d’essai fonctionne, et aucun compte n’est réel.',
    'checkup.sandbox_operator.live':
      'L’opérateur d’essai fonctionne alors qu’un compte est réel : il n’atteint aucun téléphone.',
    'checkup.sandbox_operator.do':
      'Indiquez votre opérateur dans ACCORD_OPERATOR, puis redémarrez.',
  },
})
