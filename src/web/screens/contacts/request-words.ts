// What became of a person's requests, for the kinds that only their page tells of.
type Told = Readonly<Record<string, string>>

export const requestWordsOfTimeline: { en: Told; fr: Told } = {
  en: {
    restriction: 'Asked that their data be kept and not used',
    restriction_done: 'Restricted as they asked',
    restriction_refused: 'Restriction refused',
    portability: 'Asked for a file for another service',
    portability_done: 'The file for another service was handed over',
    portability_refused: 'The file for another service was refused',
    objection: 'Objected',
    objection_done: 'Their objection counts',
    objection_refused: 'Objection refused',
    complaint: 'Complained',
    complaint_done: 'The complaint was answered',
    complaint_refused: 'The complaint was not accepted',
  },
  fr: {
    restriction: 'A demandé que ses données soient conservées sans être utilisées',
    restriction_done: 'Utilisation gelée à sa demande',
    restriction_refused: 'Gel des données refusé',
    portability: 'A demandé un fichier pour un autre service',
    portability_done: 'Le fichier pour un autre service a été remis',
    portability_refused: 'Le fichier pour un autre service a été refusé',
    objection: 'S’est opposée',
    objection_done: 'Son opposition est prise en compte',
    objection_refused: 'Opposition refusée',
    complaint: 'A fait une réclamation',
    complaint_done: 'La réclamation a reçu une réponse',
    complaint_refused: 'La réclamation n’a pas été acceptée',
  },
}
