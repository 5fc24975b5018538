// Sentences of the commands that call the running server about imports and quarantine.
import type { Language } from '../kernel/index.ts'

type ServerCommandWords = { noServer: string; askToken: string; noToken: string }

export const serverCommandWords: Record<Language, ServerCommandWords> = {
  en: {
    noServer: 'No server is running on the data folder. Start it with `npm start`, or give --url.',
    askToken: 'API token (press Enter to cancel):',
    noToken:
      'This command needs an API token, with --token or as the first line of standard input. `npx accord token create > token` creates one (add --account NUMBER if there are several accounts), and `npx accord … < token` passes it.',
  },
  fr: {
    noServer:
      'Aucun serveur ne fonctionne sur le dossier de données ; lancez `npm start`, ou donnez --url.',
    askToken: 'Jeton d’API (Entrée pour annuler) :',
    noToken:
      'Cette commande demande un jeton d’API, avec --token ou en première ligne de l’entrée standard. `npx accord token create > jeton` en crée un (ajoutez --account NUMÉRO s’il y a plusieurs comptes), et `npx accord … < jeton` le transmet.',
  },
}

type Undone = { erased: number; kept: number; withdrawn: number }
type ImportsWords = {
  summary: string
  notUndone: string
  wouldUndo(rows: number, contacts: number): string
  undone(counts: Undone): string
  noFile(file: string): string
  noMapping(file: string): string
  runNext(id: string): string
  noList(list: string): string
  listsOfOneName(name: string, lists: readonly { id: string }[]): string
  /** Who of a file could be written to, and why others could not. */
  canReceive(can: number, people: number): string
  estimate(read: number, rows: number): string
  consequence: Record<
    'rejected' | 'held' | 'quarantined' | 'declined' | 'objected' | 'custom_left' | 'duplicate',
    string
  >
  inRows(rows: number, numbers: string): string
}

export const importsCommandWords: Record<Language, ImportsWords> = {
  en: {
    summary: 'Upload a contact file, import it, see the result for each row, undo an import',
    notUndone: 'The import is still being undone. `npx accord imports show` tells when it is done.',
    wouldUndo: (rows, contacts) =>
      `This undoes an import of ${rows} rows. Of its ${contacts} new contacts, it erases those that nobody has changed since. You cannot reverse this. Add --yes to confirm.`,
    undone: ({ erased, kept, withdrawn }) =>
      `Undone: ${erased} contacts erased, ${kept} kept, ${withdrawn} consents withdrawn.`,
    noFile: (file) => `The file ${file} cannot be read.`,
    noMapping: (file) =>
      `${file} is not valid JSON. It must contain the body of POST /v1/imports/{id}/mapping.`,
    runNext: (id) =>
      `Nothing has been imported yet. Next: npx accord imports run ${id} --list NAME for a new list, or --into LIST for one that exists.`,
    noList: (list) =>
      `There is no list “${list}”. Write its whole name or its id, or make a new one with --list.`,
    listsOfOneName: (name, lists) =>
      `${lists.length} lists are called “${name}”. Name one by its id: ${lists.map(({ id }) => id).join(', ')}.`,
    canReceive: (can, people) => `${can} of ${people} people can receive marketing.`,
    estimate: (read, rows) => `Estimate: it is about the first ${read} of ${rows} rows.`,
    consequence: {
      rejected: 'Not imported',
      quarantined: 'To be proven',
      objected: 'Objected',
      declined: 'Did not agree',
      held: 'Kept apart',
      custom_left: 'Left empty',
      duplicate: 'Duplicate',
    },
    inRows: (rows, numbers) =>
      numbers === '' ? `rows: ${rows}` : `rows: ${rows} (in the spreadsheet: ${numbers})`,
  },
  fr: {
    summary:
      'Envoyer un fichier de contacts, l’importer, voir le résultat de chaque ligne, annuler un import',
    notUndone:
      'L’annulation de l’import est en cours. `npx accord imports show` dira quand elle est finie.',
    wouldUndo: (rows, contacts) =>
      `Cette commande annule un import de ${rows} lignes. Sur ses ${contacts} nouveaux contacts, elle efface ceux que personne n’a modifiés depuis. C’est définitif. Ajoutez --yes pour confirmer.`,
    undone: ({ erased, kept, withdrawn }) =>
      `Annulé : ${erased} contacts effacés, ${kept} gardés, ${withdrawn} consentements retirés.`,
    noFile: (file) => `Le fichier ${file} ne peut pas être lu.`,
    noMapping: (file) =>
      `${file} n’est pas du JSON valide. Il doit contenir le corps de POST /v1/imports/{id}/mapping.`,
    runNext: (id) =>
      `Rien n’est encore importé. Ensuite : npx accord imports run ${id} --list NOM pour une nouvelle liste, ou --into LISTE pour une liste existante.`,
    noList: (list) =>
      `Il n’y a pas de liste « ${list} ». Écrivez son nom entier ou son identifiant, ou créez-en une avec --list.`,
    listsOfOneName: (name, lists) =>
      `${lists.length} listes s’appellent « ${name} ». Désignez-en une par son identifiant : ${lists.map(({ id }) => id).join(', ')}.`,
    canReceive: (can, people) =>
      `${can} personnes sur ${people} pourront recevoir de la publicité.`,
    estimate: (read, rows) =>
      `Estimation : elle porte sur les ${read} premières lignes, sur ${rows}.`,
    consequence: {
      rejected: 'Pas importé',
      quarantined: 'À prouver',
      objected: 'Opposition',
      declined: 'N’a pas accepté',
      held: 'Mise de côté',
      custom_left: 'Laissé vide',
      duplicate: 'Doublon',
    },
    inRows: (rows, numbers) =>
      numbers === '' ? `lignes : ${rows}` : `lignes : ${rows} (dans le tableur : ${numbers})`,
  },
}

type QuarantineWords = {
  summary: string
  nobody(reason: string): string
  wouldDelete(contacts: number): string
  deleted(contacts: number): string
  kept(contacts: number): string
  proven(proven: number, refused: number): string
}

export const quarantineCommandWords: Record<Language, QuarantineWords> = {
  en: {
    summary: 'Show who is in quarantine and why; prove their consent or delete them',
    nobody: (reason) =>
      `Nobody is held back for “${reason}”; \`npx accord quarantine list\` tells.`,
    wouldDelete: (contacts) => `This deletes ${contacts} contacts for good. Add --yes to confirm.`,
    deleted: (contacts) => `Contacts deleted: ${contacts}.`,
    kept: (contacts) =>
      `Stay: ${contacts}. Their data may only be kept, or a request of theirs waits for its answer.`,
    proven: (proven, refused) =>
      `Can now receive marketing: ${proven}. Stay in quarantine because they refused: ${refused}.`,
  },
  fr: {
    summary: 'Voir qui est en quarantaine et pourquoi ; prouver le consentement ou supprimer',
    nobody: (reason) =>
      `Personne n’est retenu pour « ${reason} » ; \`npx accord quarantine list\` le dit.`,
    wouldDelete: (contacts) =>
      `Cette commande supprime définitivement ${contacts} contacts. Ajoutez --yes pour confirmer.`,
    deleted: (contacts) => `Contacts supprimés : ${contacts}.`,
    kept: (contacts) =>
      `Restent : ${contacts}. Leurs données doivent seulement être conservées, ou une de leurs demandes attend sa réponse.`,
    proven: (proven, refused) =>
      `Peuvent maintenant recevoir de la publicité : ${proven}. Restent en quarantaine, car elles ont refusé : ${refused}.`,
  },
}
