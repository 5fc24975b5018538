// The titles of the published guides that checks answer, as they were published.

/** CNIL, Guide de la sécurité des données personnelles, 2024; the sheets that a check answers. */
export const cnilSheets: Readonly<Record<number, string>> = {
  4: 'Authentifier les utilisateurs',
  5: 'Gérer les habilitations',
  6: 'Sécuriser les postes de travail',
  8: 'Protéger le réseau informatique',
  9: 'Sécuriser les serveurs',
  10: 'Sécuriser les sites web',
  11: 'Encadrer les développements informatiques',
  12: 'Protéger les locaux',
  13: 'Sécuriser les échanges avec l’extérieur',
  14: 'Gérer la sous-traitance',
  15: 'Encadrer la maintenance et la fin de vie des matériels et logiciels',
  16: 'Tracer les opérations',
  17: 'Sauvegarder',
  18: 'Prévoir la continuité et la reprise d’activité',
  21: 'Chiffrement, hachage, signature',
}

/** ANSSI, Référentiel Cyber France (ReCyF) 2.5, 17 March 2026, a working document; objectives. */
export const recyfObjectives: Readonly<Record<number, string>> = {
  3: 'Maîtrise de l’écosystème',
  5: 'Maîtrise des systèmes d’information',
  7: 'Sécurisation de l’architecture des systèmes d’information',
  10: 'Gestion des identités et des accès des utilisateurs aux systèmes d’information',
  11: 'Maîtrise de l’administration des systèmes d’information',
  12: 'Identification et réaction aux incidents de sécurité',
  13: 'Continuité et reprise d’activité',
  15: 'Exercices, tests et entraînements',
  18: 'Sécurisation de la configuration des ressources des systèmes d’information',
}
