// Sentences of the commands that ask the running server about imports and quarantine.
import type { Language } from '../kernel/index.ts'

type ServerCommandWords = { noServer: string; askToken: string; noToken: string }

export const serverCommandWords: Record<Language, ServerCommandWords> = {
  en: {
    noServer: 'No server runs on the data folder; start it with `npm start`, or give --url.',
    askToken: 'API token (an empty line gives up):',
    noToken:
      'This command needs an API token, by --token or as the first line of standard input: `npx accord token create > token` makes one (with several accounts add --account NUMBER), and `npx accord … < token` gives it.',
  },
  fr: {
    noServer:
      'Aucun serveur ne fonctionne sur le dossier de données ; lancez `npm start`, ou donnez --url.',
    askToken: 'Jeton d’API (une ligne vide abandonne) :',
    noToken:
      'Cette commande demande un jeton d’API, par --token ou en première ligne de l’entrée standard : `npx accord token create > jeton` en fait un (s’il y a plusieurs comptes, ajoutez --account NUMÉRO), et `npx accord … < jeton` le donne.',
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
}

export const importsCommandWords: Record<Language, ImportsWords> = {
  en: {
    summary: 'Send a contact file in, let it in, see what became of its rows, take one back',
    notUndone: 'The import is still being taken back; `accord imports show` tells when it is done.',
    wouldUndo: (rows, contacts) =>
      `This takes an import of ${rows} rows back and erases the contacts that it made and nobody touched since, of ${contacts}. There is no way back: add --yes.`,
    undone: ({ erased, kept, withdrawn }) =>
      `Taken back: ${erased} contacts erased, ${kept} kept, ${withdrawn} consents withdrawn.`,
    noFile: (file) => `There is no file ${file} that can be read.`,
    noMapping: (file) =>
      `${file} cannot be read as JSON: it holds the body of POST /v1/imports/{id}/mapping.`,
    runNext: (id) =>
      `Nothing of it is in the contacts yet. Next: accord imports run ${id} --list NAME`,
  },
  fr: {
    summary:
      'Envoyer un fichier de contacts, le faire entrer, voir ce que sont devenues ses lignes, l’annuler',
    notUndone:
      'L’annulation de l’import est en cours ; `accord imports show` dira quand elle est finie.',
    wouldUndo: (rows, contacts) =>
      `Ceci annule un import de ${rows} lignes et efface les contacts qu’il a créés et que personne n’a touchés depuis, sur ${contacts}. C’est sans retour : ajoutez --yes.`,
    undone: ({ erased, kept, withdrawn }) =>
      `Annulé : ${erased} contacts effacés, ${kept} gardés, ${withdrawn} consentements retirés.`,
    noFile: (file) => `Il n’y a pas de fichier ${file} qui se lise.`,
    noMapping: (file) =>
      `${file} ne se lit pas comme du JSON : il contient le corps de POST /v1/imports/{id}/mapping.`,
    runNext: (id) =>
      `Rien n’est encore dans les contacts. Ensuite : accord imports run ${id} --list NOM`,
  },
}

type QuarantineWords = {
  summary: string
  nobody(reason: string): string
  wouldDelete(contacts: number): string
  deleted(contacts: number): string
  proven(proven: number, refused: number): string
}

export const quarantineCommandWords: Record<Language, QuarantineWords> = {
  en: {
    summary: 'Say who is held back from marketing and why; prove or delete them',
    nobody: (reason) => `Nobody is held back for “${reason}”; \`accord quarantine list\` tells.`,
    wouldDelete: (contacts) =>
      `This deletes ${contacts} contacts, with the keys of what was held. There is no way back: add --yes.`,
    deleted: (contacts) => `Contacts deleted: ${contacts}.`,
    proven: (proven, refused) =>
      `May now receive advertising: ${proven}. Had said no and stay in quarantine: ${refused}.`,
  },
  fr: {
    summary: 'Dire qui est retenu de la publicité et pourquoi ; prouver ou supprimer',
    nobody: (reason) =>
      `Personne n’est retenu pour « ${reason} » ; \`accord quarantine list\` le dit.`,
    wouldDelete: (contacts) =>
      `Ceci supprime ${contacts} contacts, avec les clés de ce qui était gardé. C’est sans retour : ajoutez --yes.`,
    deleted: (contacts) => `Contacts supprimés : ${contacts}.`,
    proven: (proven, refused) =>
      `Peuvent maintenant recevoir de la publicité : ${proven}. Avaient dit non et restent en quarantaine : ${refused}.`,
  },
}
