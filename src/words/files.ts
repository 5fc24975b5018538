// Sentences of files: what is said where the reading of one did not come to an end.
import { bilingual } from './sentences.ts'

export const filesWords = bilingual({
  fr: {
    'files.reading_crashed':
      'La lecture de ce fichier a demandé plus de mémoire ou de temps qu’un fichier n’en reçoit, et a été arrêtée. Ce qui était entré avant est gardé. Enregistrez-le de nouveau depuis votre tableur, ou coupez-le en plusieurs fichiers, puis renvoyez-le.',
    'files.reading_busy':
      'Plusieurs fichiers de ce compte sont déjà en lecture. Attendez la fin de l’un d’eux, puis réessayez.',
    'files.uploads_too_many':
      'Ce compte a envoyé {max} fichiers en une heure, ce qui est la limite. Réessayez dans {minutes} minutes.',
    'files.reading_cut_off':
      'La lecture du fichier a été interrompue parce que le serveur s’arrête. Renvoyez-le : rien ne sera en double.',
  },
  en: {
    'files.reading_crashed':
      'Reading this file took more memory or time than one file is given, and was ended. What had gone in before is kept. Save it again from your spreadsheet, or split it into several files, then send it again.',
    'files.reading_busy':
      'Several files of this account are being read already. Wait for one of them to end, then try again.',
    'files.uploads_too_many':
      'This account has sent {max} files within an hour, which is the limit. Try again in {minutes} minutes.',
    'files.reading_cut_off':
      'The reading of the file was cut off because the server is stopping. Send it again: nothing will be there twice.',
  },
})
