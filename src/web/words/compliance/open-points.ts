// The words of the open points, for whoever answers for the data, in both languages.
export const openPointsEn = {
  title: 'Open points',
  lead: 'What the program sees that somebody must decide or do: who, until when, and where.',
  what: 'What',
  who: 'Who',
  by: 'By',
  late: 'Late',
  noDate: 'No date',
  act: 'Action',
  empty: 'No open points',
  emptyText:
    'Requests, contracts, consents, the ledger and the security check need nothing from you today.',
  unread: 'Some points could not be read just now. Reload the page in a moment.',
  summary: 'Open points: {count}. Late: {late}.',
}

export const openPointsFr: typeof openPointsEn = {
  title: 'Points ouverts',
  lead: 'Ce que le programme voit et que quelqu’un doit décider ou faire : qui, jusqu’à quand, et où.',
  what: 'Quoi',
  who: 'Qui',
  by: 'Échéance',
  late: 'En retard',
  noDate: 'Sans date',
  act: 'Action',
  empty: 'Aucun point ouvert',
  emptyText:
    'Les demandes, les contrats, les consentements, le registre et le contrôle de sécurité ne demandent rien aujourd’hui.',
  unread: 'Certains points n’ont pas pu être lus. Rechargez la page dans un instant.',
  summary: 'Points ouverts : {count}. En retard : {late}.',
}
