// The sentences of the first page for whoever manages the installation, in both languages.
export const homeInstallationWords = {
  en: {
    installation: 'Installation',
    routes: 'Routes to operators',
    routesOpen: 'Open: {open} of {all}',
    queues: 'What waits to leave',
    queuesEmpty: 'No message is ready to leave.',
    queueDue: '{name}: {count} to leave now',
    seeQueues: 'See the health of routes',
    contracts: 'Contracts with suppliers',
    contractUntil: '{name}: until {date}',
    contractEnded: '{name}: ended or incomplete',
    contractsFine: 'None ends within 90 days.',
  },
  fr: {
    installation: 'Installation',
    routes: 'Routes vers les opérateurs',
    routesOpen: 'Ouvertes : {open} sur {all}',
    queues: 'Ce qui attend de partir',
    queuesEmpty: 'Aucun message n’est prêt à partir.',
    queueDue: '{name} : {count} à envoyer maintenant',
    seeQueues: 'Voir la santé des routes',
    contracts: 'Contrats avec les fournisseurs',
    contractUntil: '{name} : jusqu’au {date}',
    contractEnded: '{name} : échu ou incomplet',
    contractsFine: 'Aucun ne prend fin sous 90 jours.',
  },
}
