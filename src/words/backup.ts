// Sentences of backups, restores and drills.
import { bilingual } from './sentences.ts'

export const backupWords = bilingual({
  en: {
    'backup.elsewhere':
      'The database is your own PostgreSQL (DATABASE_URL): back it up with its own tools, as the guide “Backups” explains. Accord backs up the database it runs itself.',
    'backup.measure':
      'The data is backed up, encrypted, without the keys. The last backup is less than {hours} hours old; none is kept for more than {days} days.',
    'backup.measure_changes':
      'The data is backed up, encrypted, without the keys. The last backup is less than {hours} hours old, and what changed since is kept within seconds in the same way. None of it is kept for more than {days} days.',
    'backup.off':
      'Backups are switched off. Set ACCORD_BACKUP to a folder, then start Accord again.',
    'backup.under_way': 'A backup or a drill is already running. Wait until it has finished.',
    'backup.folder_unusable':
      'The folder {folder} cannot be written to. Correct its owner and mode, or set ACCORD_BACKUP to another folder.',
    'backup.disk_full':
      'The disk that holds {folder} is too full. Free some space, or choose a folder on another disk. Existing backups are whole.',
    'backup.none': 'There is no whole backup in {folder}. Run `npx accord backup` first.',
    'backup.not_one':
      '{folder} is not a whole backup. Give the folder that `npx accord backup` printed, such as accord-20261130T020000Z-1a2b3c4d.',
    'backup.of_newer_accord':
      'This version of Accord does not know the form of the backup {folder}. Restore it with the version that made it, or a newer one.',
    'backup.key_wrong':
      'The root key in {folder} is not the one of this backup. Set ACCORD_KEYS to the keys of that installation, or restore its root key from the paper (`npx accord keys restore`).',
    'backup.damaged':
      'The file {file} of this backup is damaged, cut off or missing. Copy the backup again from where you keep it, or use another backup. Nothing was restored.',
    'backup.changes_damaged':
      'The changes are damaged or incomplete: {file}. Copy that file again from where you keep it, or restore to an earlier moment: `--at` takes any moment from {from} to {until}. Nothing was restored.',
    'backup.moment_not_held':
      'Nothing is kept for that moment. `--at` takes any moment from {from} to {until}. Nothing was restored.',
    'backup.changes_not_held':
      'No changes are kept that follow this backup. Without `--at` it is restored as it was made, or name another backup.',
    'backup.changes_lost':
      'The changes since the last backup are no longer complete, because the server could not keep them any longer. A new backup starts by itself, and changes are kept again from then on.',
    'backup.left_behind':
      'What the database wrote during the backup could not be copied fast enough, or the database was stopped. Run the backup again, if possible at a quieter time. Earlier backups are whole.',
    'backup.target_not_empty':
      'The folder {folder} is not empty. Choose a new one. Nothing in it was changed.',
    'backup.target_unusable':
      'The folder {folder} cannot be created. Choose a folder that this user may write to, inside an existing folder, and not a mount point itself.',
    'backup.cut_off': 'It was interrupted. Earlier backups are whole. Run it again.',
    'backup.drill_failed':
      'The drill found a fault: the figures below show which. Make a new backup, run the drill again, and keep the older backups until it passes.',
    'backup.broken': 'It failed for an unexpected reason. The log of Accord has the details.',
  },
  fr: {
    'backup.elsewhere':
      'La base est votre propre PostgreSQL (DATABASE_URL) : sauvegardez-la avec ses outils, comme l’explique le guide « Sauvegardes ». Accord sauvegarde la base qu’il fait fonctionner lui-même.',
    'backup.measure':
      'Les données sont sauvegardées, chiffrées et sans les clés. La dernière sauvegarde a moins de {hours} heures ; aucune n’est conservée plus de {days} jours.',
    'backup.measure_changes':
      'Les données sont sauvegardées, chiffrées et sans les clés. La dernière sauvegarde a moins de {hours} heures, et ce qui a changé depuis est gardé en quelques secondes de la même façon. Rien de cela n’est conservé plus de {days} jours.',
    'backup.off':
      'Les sauvegardes sont désactivées. Donnez un dossier à ACCORD_BACKUP, puis redémarrez Accord.',
    'backup.under_way':
      'Une sauvegarde ou un essai est déjà en cours. Attendez qu’il soit terminé.',
    'backup.folder_unusable':
      'Impossible d’écrire dans le dossier {folder}. Corrigez son propriétaire et son mode, ou donnez un autre dossier à ACCORD_BACKUP.',
    'backup.disk_full':
      'Le disque de {folder} est trop plein. Libérez de la place, ou choisissez un dossier sur un autre disque. Les sauvegardes existantes sont intactes.',
    'backup.none':
      'Il n’y a aucune sauvegarde entière dans {folder}. Lancez d’abord `npx accord backup`.',
    'backup.not_one':
      '{folder} n’est pas une sauvegarde entière. Indiquez le dossier que `npx accord backup` a affiché, comme accord-20261130T020000Z-1a2b3c4d.',
    'backup.of_newer_accord':
      'Cette version d’Accord ne connaît pas la forme de la sauvegarde {folder}. Restaurez-la avec la version qui l’a faite, ou une plus récente.',
    'backup.key_wrong':
      'La clé racine de {folder} n’est pas celle de cette sauvegarde. Faites pointer ACCORD_KEYS vers les clés de cette installation, ou remettez sa clé racine depuis le papier (`npx accord keys restore`).',
    'backup.damaged':
      'Le fichier {file} de cette sauvegarde est abîmé, tronqué ou absent. Recopiez la sauvegarde depuis l’endroit où vous la gardez, ou prenez-en une autre. Rien n’a été restauré.',
    'backup.changes_damaged':
      'Les changements sont abîmés ou incomplets : {file}. Recopiez ce fichier depuis l’endroit où vous le gardez, ou restaurez à un moment antérieur : `--at` accepte tout moment de {from} à {until}. Rien n’a été restauré.',
    'backup.moment_not_held':
      'Rien n’est gardé pour ce moment. `--at` accepte tout moment de {from} à {until}. Rien n’a été restauré.',
    'backup.changes_not_held':
      'Aucun changement gardé ne suit cette sauvegarde. Sans `--at`, elle est restaurée telle qu’elle a été faite ; sinon, indiquez une autre sauvegarde.',
    'backup.changes_lost':
      'Les changements depuis la dernière sauvegarde ne sont plus complets, car le serveur n’a pas pu les garder plus longtemps. Une nouvelle sauvegarde commence toute seule, et les changements sont de nouveau gardés à partir de là.',
    'backup.left_behind':
      'Ce que la base a écrit pendant la sauvegarde n’a pas pu être copié assez vite, ou la base a été arrêtée. Relancez la sauvegarde, si possible à un moment plus calme. Les sauvegardes précédentes sont intactes.',
    'backup.target_not_empty':
      'Le dossier {folder} n’est pas vide. Choisissez-en un nouveau. Rien n’y a été changé.',
    'backup.target_unusable':
      'Impossible de créer le dossier {folder}. Choisissez un dossier où cet utilisateur peut écrire, dans un dossier existant, et qui ne soit pas lui-même un point de montage.',
    'backup.cut_off':
      'Elle a été interrompue. Les sauvegardes précédentes sont intactes. Relancez-la.',
    'backup.drill_failed':
      'L’essai a trouvé un défaut : les chiffres ci-dessous disent lequel. Faites une nouvelle sauvegarde, relancez l’essai, et gardez les anciennes sauvegardes jusqu’à ce qu’il réussisse.',
    'backup.broken': 'Échec pour une raison inattendue. Le journal d’Accord en donne le détail.',
  },
})

type UploadTold = { account: number; receivedAt: string; octets: number }
const kilobytes = (octets: number): number => Math.max(1, Math.round(octets / 1000))

type DrillTold = {
  seconds: number
  tables: number
  rows: number
  tablesWrong: readonly string[]
  sampled: number
  opened: number
  backups: number
  erased: number
  unreadable: number
  pending: number
  pendingUntil: string | null
  readable: number
  closed: number
  changesUntil: string | null
  changesFault: string | null
}

/** What the commands `backup` and `restore`, and `status`, say. */
export const backupCommandWords = {
  en: {
    made: (path: string, mebibytes: string, seconds: string) =>
      `Backup made in ${seconds} s (${mebibytes} MiB): ${path}`,
    removed: (count: number) => `Older backups removed: ${count}`,
    sameDisk:
      'It is on the same disk as the data: if that disk breaks, both are lost. Set ACCORD_BACKUP to a folder elsewhere, or copy it away.',
    keysCopied: (folder: string) => `Keys copied to: ${folder}`,
    keysApart: (folder: string) =>
      `The keys are not in it. Copy ${folder} now, to a place apart from the backups; replace the last copy.`,
    restored: (to: string, begunAt: string, pagesOf: string, seconds: string) =>
      `Restored to ${to} in ${seconds} s: data of ${begunAt}, keys of people of ${pagesOf}.`,
    withChanges: (begunAt: string, until: string) =>
      `It is the backup of ${begunAt} and all changes after it up to ${until}.`,
    pagesLeftOut:
      'The keys of people in the backup of --pages are older. They were left out, since they would bring back people who were erased later.',
    peopleClosed: (people: number) =>
      `People in it who cannot be read: ${people}. They were erased, or they were added in data that a later restore replaced.`,
    uploadsLost: (files: readonly UploadTold[]) =>
      files.length === 0
        ? []
        : [
            `Contact files that the restore did not bring back: ${files.length}. Their imports have ended and their users are told; each file must be uploaded again:`,
            ...files.map(
              ({ account, receivedAt, octets }) =>
                `  account ${account}, uploaded ${receivedAt}, ${kilobytes(octets)} kB`,
            ),
          ],
    withoutChanges: 'It is the backup alone: no changes after it are in it.',
    recoveryVoid: (users: number) =>
      `Recovery codes of second factors are void (users concerned: ${users}): some may have been used since. They are told by e-mail once Accord starts; each creates new ones under “My profile”, with a passkey or an app.`,
    sessionsEnded:
      'All sessions have ended, since some were ended after the backup: everybody logs in again.',
    passkeysAlone: (users: number) =>
      `Users whose only second factor is a passkey: ${users}. Passkeys answer only the name in ACCORD_URL that they were made for: keep that name. Under another name these users cannot log in, since their recovery codes are void too; run \`npx accord users reset-factor E-MAIL\` for each, and they log in with their password.`,
    thenStart: (to: string) =>
      `Start Accord with ACCORD_DATA=${to}. Then run \`npx accord restored\`: if anything was sent since, all sending is on hold until you release it.`,
    drilled: (found: DrillTold, isWell: boolean) => [
      isWell ? 'The drill passed.' : 'The drill FAILED.',
      `Time: ${found.seconds} s. Tables: ${found.tables}, rows: ${found.rows}.`,
      ...(found.tablesWrong.length === 0
        ? []
        : [`Tables with a wrong number of rows: ${found.tablesWrong.join(', ')}`]),
      `People opened as a trial: ${found.opened} of ${found.sampled}.`,
      found.changesUntil === null
        ? 'Changes after the backup: none are kept.'
        : `Changes after the backup: replayed up to ${found.changesUntil}.`,
      ...(found.changesFault === null
        ? []
        : [`Changes that are damaged or missing: ${found.changesFault}`]),
      ...(found.closed === 0 ? [] : [`People whom this backup cannot give back: ${found.closed}`]),
      `Erased people looked for in ${found.backups} backups: ${found.erased}. Unreadable: ${found.unreadable}. Within the time set: ${found.pending}${found.pendingUntil === null ? '' : ` (until ${found.pendingUntil} at the latest)`}. Readable, which is a fault: ${found.readable}.`,
    ],
    status: (age: string, when: string) => `Last backup: ${when} (${age} ago).`,
    statusChanges: (when: string) => `Changes after it are kept; the last one: ${when}.`,
    statusChangesEnd: (when: string, minutes: number) =>
      `Changes after it are kept up to ${when}, ${minutes} min ago. What changed since can be lost; the screen “Backups” says more.`,
    statusNoChanges:
      'Changes after it are not kept: they can be lost (ACCORD_BACKUP_CHANGES; the screen “Backups” says more).',
    statusNone: 'Backups: none yet.',
    statusOff: 'Backups: switched off (ACCORD_BACKUP=off).',
    statusElsewhere: 'Backups: those of your own PostgreSQL (DATABASE_URL).',
    hours: (count: number) => `${count} h`,
  },
  fr: {
    made: (path: string, mebibytes: string, seconds: string) =>
      `Sauvegarde faite en ${seconds} s (${mebibytes} Mio) : ${path}`,
    removed: (count: number) => `Anciennes sauvegardes supprimées : ${count}`,
    sameDisk:
      'Elle est sur le même disque que les données : si ce disque casse, les deux sont perdues. Donnez à ACCORD_BACKUP un dossier ailleurs, ou copiez-la ailleurs.',
    keysCopied: (folder: string) => `Clés copiées dans : ${folder}`,
    keysApart: (folder: string) =>
      `Elle ne contient pas les clés. Copiez maintenant ${folder}, à un endroit séparé des sauvegardes ; remplacez la copie précédente.`,
    restored: (to: string, begunAt: string, pagesOf: string, seconds: string) =>
      `Restauré dans ${to} en ${seconds} s : données du ${begunAt}, clés des personnes du ${pagesOf}.`,
    withChanges: (begunAt: string, until: string) =>
      `C’est la sauvegarde du ${begunAt}, avec tous les changements qui l’ont suivie jusqu’au ${until}.`,
    pagesLeftOut:
      'Les clés des personnes de la sauvegarde de --pages sont plus anciennes. Elles ont été laissées de côté, car elles feraient revenir des personnes effacées ensuite.',
    peopleClosed: (people: number) =>
      `Personnes illisibles dans ces données : ${people}. Elles ont été effacées, ou ajoutées dans des données qu’une restauration ultérieure a remplacées.`,
    uploadsLost: (files: readonly UploadTold[]) =>
      files.length === 0
        ? []
        : [
            `Fichiers de contacts que la restauration n’a pas rendus : ${files.length}. Leurs imports sont terminés et leurs utilisateurs prévenus ; chaque fichier est à renvoyer :`,
            ...files.map(
              ({ account, receivedAt, octets }) =>
                `  compte ${account}, envoyé le ${receivedAt}, ${kilobytes(octets)} ko`,
            ),
          ],
    withoutChanges: 'C’est la sauvegarde seule : elle ne contient aucun changement ultérieur.',
    recoveryVoid: (users: number) =>
      `Les codes de secours des seconds facteurs ne sont plus valables (utilisateurs concernés : ${users}) : certains ont pu servir depuis. Un e-mail les prévient dès qu’Accord démarre ; chacun en crée de nouveaux sous « Mon profil », avec une clé d’accès ou une application.`,
    sessionsEnded:
      'Toutes les sessions ont pris fin, puisque certaines ont été fermées après la sauvegarde : chacun se reconnecte.',
    passkeysAlone: (users: number) =>
      `Utilisateurs dont le seul second facteur est une clé d’accès : ${users}. Une clé d’accès ne répond qu’au nom d’ACCORD_URL pour lequel elle a été faite : gardez ce nom. Sous un autre nom, ces utilisateurs ne peuvent pas se connecter, puisque leurs codes de secours ne sont plus valables non plus ; lancez \`npx accord users reset-factor E-MAIL\` pour chacun, et ils se connectent avec leur mot de passe.`,
    thenStart: (to: string) =>
      `Démarrez Accord avec ACCORD_DATA=${to}. Lancez ensuite \`npx accord restored\` : si quelque chose est parti depuis, tous les envois sont retenus jusqu’à ce que vous les libériez.`,
    drilled: (found: DrillTold, isWell: boolean) => [
      isWell ? 'L’essai a réussi.' : 'L’essai a ÉCHOUÉ.',
      `Durée : ${found.seconds} s. Tables : ${found.tables}, lignes : ${found.rows}.`,
      ...(found.tablesWrong.length === 0
        ? []
        : [`Tables dont le nombre de lignes est faux : ${found.tablesWrong.join(', ')}`]),
      `Personnes ouvertes à l’essai : ${found.opened} sur ${found.sampled}.`,
      found.changesUntil === null
        ? 'Changements après la sauvegarde : aucun n’est gardé.'
        : `Changements après la sauvegarde : rejoués jusqu’au ${found.changesUntil}.`,
      ...(found.changesFault === null
        ? []
        : [`Changements abîmés ou absents : ${found.changesFault}`]),
      ...(found.closed === 0
        ? []
        : [`Personnes que cette sauvegarde ne peut pas rendre : ${found.closed}`]),
      `Personnes effacées cherchées dans ${found.backups} sauvegardes : ${found.erased}. Illisibles : ${found.unreadable}. Dans le délai fixé : ${found.pending}${found.pendingUntil === null ? '' : ` (au plus tard jusqu’au ${found.pendingUntil})`}. Lisibles, ce qui est un défaut : ${found.readable}.`,
    ],
    status: (age: string, when: string) => `Dernière sauvegarde : ${when} (il y a ${age}).`,
    statusChanges: (when: string) =>
      `Les changements qui la suivent sont gardés ; le dernier : ${when}.`,
    statusChangesEnd: (when: string, minutes: number) =>
      `Les changements qui la suivent sont gardés jusqu’au ${when}, il y a ${minutes} min. Ce qui a changé depuis peut se perdre ; l’écran « Sauvegardes » en dit plus.`,
    statusNoChanges:
      'Les changements qui la suivent ne sont pas gardés et peuvent se perdre (ACCORD_BACKUP_CHANGES ; l’écran « Sauvegardes » en dit plus).',
    statusNone: 'Sauvegardes : aucune pour l’instant.',
    statusOff: 'Sauvegardes : désactivées (ACCORD_BACKUP=off).',
    statusElsewhere: 'Sauvegardes : celles de votre propre PostgreSQL (DATABASE_URL).',
    hours: (count: number) => `${count} h`,
  },
} as const
