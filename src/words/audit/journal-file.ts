// What stands in the journal as a file: its columns, and what an entry is about.
export const journalFileWords = {
  en: {
    stem: 'journal',
    title: 'Journal',
    note: 'Read on {day} (UTC). Numbers are masked.',
    columns: ['When (UTC)', 'Who', 'Sort of actor', 'What', 'About', 'Why', 'Code'],
    actors: { user: 'User', token: 'API token', system: 'Accord' },
    unknown: 'Not known any more',
    gone: 'something that was deleted',
    message: 'a message',
    reasonErased: 'Erased with the person',
  },
  fr: {
    stem: 'journal',
    title: 'Journal',
    note: 'Lu le {day} (UTC). Les numéros sont masqués.',
    columns: ['Quand (UTC)', 'Qui', 'Type d’acteur', 'Quoi', 'Au sujet de', 'Pourquoi', 'Code'],
    actors: { user: 'Utilisateur', token: 'Jeton d’API', system: 'Accord' },
    unknown: 'N’est plus connu',
    gone: 'un élément supprimé',
    message: 'un message',
    reasonErased: 'Effacé avec la personne',
  },
} as const
