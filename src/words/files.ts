// Sentences of files: why reading one did not finish, and what a PDF says of itself.
import type { Language } from '../kernel/index.ts'
import { bilingual } from './sentences.ts'

export const filesWords = bilingual({
  fr: {
    'files.reading_crashed':
      'Ce fichier demande trop de mémoire ou de temps, et sa lecture a été arrêtée. Les lignes déjà importées sont gardées. Enregistrez-le de nouveau depuis votre tableur, ou coupez-le en plusieurs fichiers, puis renvoyez-le.',
    'files.reading_busy':
      'Plusieurs fichiers de ce compte sont déjà en cours de lecture. Attendez la fin de l’un d’eux, puis réessayez.',
    'files.uploads_too_many':
      'Ce compte a atteint la limite de {max} fichiers par heure. Réessayez dans {minutes} minutes.',
    'files.reading_cut_off':
      'Le serveur s’arrête et a interrompu la lecture du fichier. Renvoyez-le : rien ne sera en double.',
  },
  en: {
    'files.reading_crashed':
      'This file needs too much memory or time, so reading it was stopped. Rows already imported are kept. Save it again from your spreadsheet, or split it into several files, then upload it again.',
    'files.reading_busy':
      'Several files of this account are already being read. Wait until one is finished, then try again.',
    'files.uploads_too_many':
      'This account has reached the limit of {max} files per hour. Try again in {minutes} minutes.',
    'files.reading_cut_off':
      'The server is stopping and interrupted the reading of the file. Upload it again: nothing will be duplicated.',
  },
})

/** `{box}` is the sign itself. */
export const paperWords: Readonly<Record<Language, { boxes: string }>> = {
  en: {
    boxes:
      'The typeface of this file lacks some signs. Each of them is shown as {box}; the page that this file was made of shows them.',
  },
  fr: {
    boxes:
      'La police de ce fichier n’a pas certains signes. Chacun y est remplacé par {box} ; la page dont ce fichier est tiré les montre.',
  },
}
