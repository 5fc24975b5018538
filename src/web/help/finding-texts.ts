// Questions about finding things again: messages and the journal, in both languages.
import type { Question, Topic } from './topics.ts'

type Texts = Readonly<Record<Extract<Topic, 'messages' | 'journal'>, readonly Question[]>>

export const findingHelp: Readonly<Record<'en' | 'fr', Texts>> = {
  en: {
    messages: [
      [
        'How do I find one?',
        'Filter by days, class, state, sender or your own reference. The address of the page keeps the filters, so you can send the link. The figure above the list counts what they show.',
      ],
      [
        'Why did this message leave?',
        'Open it: its history shows the consent or the legal basis, each check with its answer, the operator’s answer, and the receipt.',
      ],
      [
        'Why was it refused?',
        'The history names the rule, and what to do about it. A refused message costs nothing.',
      ],
      [
        'Can I see the number?',
        'Numbers are masked. Whoever may see them gives a reason, and the journal keeps it.',
      ],
    ],
    journal: [
      [
        'What is recorded?',
        'Who saw whose data in clear and why, and who changed what. Nobody can change or delete an entry. Entries about looks are deleted at the end of their period, which you choose under “Retention periods”.',
      ],
      [
        'How do I give it to somebody?',
        'Choose days, who, or a sort of entry, then export it as CSV or as a spreadsheet. Numbers stay masked, and the journal says who exported what.',
      ],
    ],
  },
  fr: {
    messages: [
      [
        'Comment en retrouver un ?',
        'Filtrez par jours, classe, état, expéditeur ou votre propre référence. L’adresse de la page garde les filtres : vous pouvez donc envoyer le lien. Le nombre au-dessus de la liste compte ce qu’ils montrent.',
      ],
      [
        'Pourquoi ce message est-il parti ?',
        'Ouvrez-le : son historique montre le consentement ou la base légale, chaque contrôle et son résultat, la réponse de l’opérateur et l’accusé de réception.',
      ],
      [
        'Pourquoi a-t-il été refusé ?',
        'L’historique nomme la règle et dit quoi faire. Un message refusé ne coûte rien.',
      ],
      [
        'Puis-je voir le numéro ?',
        'Les numéros sont masqués. Qui peut les voir donne une raison, et le journal la garde.',
      ],
    ],
    journal: [
      [
        'Qu’est-ce qui est enregistré ?',
        'Qui a vu les données de qui en clair et pourquoi, et qui a changé quoi. Personne ne peut modifier ni supprimer une entrée. Les entrées sur les consultations sont supprimées à la fin de leur durée, que vous choisissez sous « Durées de conservation ».',
      ],
      [
        'Comment le transmettre à quelqu’un ?',
        'Choisissez des jours, une personne ou un type d’entrée, puis exportez en CSV ou en tableur. Les numéros restent masqués, et le journal dit qui a exporté quoi.',
      ],
    ],
  },
}
