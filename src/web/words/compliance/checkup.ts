// The words of the security check of the installation, in both languages.
export const checkupEn = {
  title: 'Security check',
  lead: 'What can be measured on this installation: gaps first, each with what to do. It runs every night, and tells you of new gaps.',
  again: 'Check again',
  print: 'Print, or save as PDF',
  measured: 'Measured {at}',
  results: { gap: 'Gap', unknown: 'Cannot be told', fine: 'Fine' },
  titles: {
    gap: 'To be done',
    unknown: 'Could not be told from here',
    fine: 'Fine',
  },
  noGaps: 'No gap was found.',
  groups: {
    access: 'Access',
    network: 'Network',
    keys: 'Keys and files',
    database: 'Database',
    continuity: 'Continuity',
    upkeep: 'Upkeep',
  },
  toDo: 'What to do:',
  sources: { cnil: 'CNIL sheet {number}: {title}', recyf: 'ReCyF objective {number}: {title}' },
  guides:
    'Sheets are those of CNIL’s “Guide de la sécurité des données personnelles” (2024), objectives those of ANSSI’s ReCyF 2.5 (working document of 17 March 2026).',
  history: 'What each day found',
  historyLead: 'The last check of each of the last thirty days. Results are kept for three years.',
  day: 'Day',
  gaps: 'Gaps',
  none: 'None',
  unknown: 'Cannot be told',
  fine: 'Fine',
}

export const checkupFr: typeof checkupEn = {
  title: 'Contrôle de sécurité',
  lead: 'Ce qui se mesure sur cette installation : les écarts d’abord, chacun avec ce qu’il faut faire. Il a lieu chaque nuit et vous avertit de tout nouvel écart.',
  again: 'Contrôler à nouveau',
  print: 'Imprimer, ou enregistrer en PDF',
  measured: 'Mesuré le {at}',
  results: { gap: 'Écart', unknown: 'Impossible à dire', fine: 'Bien' },
  titles: {
    gap: 'À faire',
    unknown: 'Impossible à dire d’ici',
    fine: 'Ce qui va bien',
  },
  noGaps: 'Aucun écart n’a été trouvé.',
  groups: {
    access: 'Accès',
    network: 'Réseau',
    keys: 'Clés et fichiers',
    database: 'Base de données',
    continuity: 'Continuité',
    upkeep: 'Entretien',
  },
  toDo: 'Que faire :',
  sources: { cnil: 'CNIL, fiche {number} : {title}', recyf: 'ReCyF, objectif {number} : {title}' },
  guides:
    'Les fiches sont celles du « Guide de la sécurité des données personnelles » de la CNIL (2024), les objectifs ceux de ReCyF 2.5 de l’ANSSI (document de travail du 17 mars 2026).',
  history: 'Ce que chaque jour a trouvé',
  historyLead:
    'Le dernier contrôle de chacun des trente derniers jours. Les résultats sont conservés trois ans.',
  day: 'Jour',
  gaps: 'Écarts',
  none: 'Aucun',
  unknown: 'Impossible à dire',
  fine: 'Bien',
}
