// What `accord ledger` says.
import type { Language } from '../kernel/index.ts'
import { type LedgerKind, ledgerDifferences } from './compliance/ledger-differences.ts'

type Compared = { endedAt: string; people: number; entries: number }

export const ledgerCommandWords: Record<
  Language,
  {
    summary: string
    never: string
    same: string
    lost: string
    compared(found: Compared): string
    kinds: Record<LedgerKind, string>
  }
> = {
  en: {
    summary: 'Compare the database with the consent ledger, and repair the differences',
    never: 'Nothing has been compared yet. The comparison runs once a day.',
    same: 'No differences.',
    lost: 'The server no longer responds. The comparison continues there. To see its result: npx accord ledger status',
    compared: ({ endedAt, people, entries }) =>
      `Compared on ${endedAt}: ${people} people, ${entries} entries.`,
    kinds: ledgerDifferences.en,
  },
  fr: {
    summary: 'Comparer la base avec le registre des consentements, et réparer les différences',
    never: 'Rien n’a encore été comparé. La comparaison a lieu une fois par jour.',
    same: 'Aucune différence.',
    lost: 'Le serveur ne répond plus. La comparaison y continue. Pour voir son résultat : npx accord ledger status',
    compared: ({ endedAt, people, entries }) =>
      `Comparé le ${endedAt} : ${people} personnes, ${entries} entrées.`,
    kinds: ledgerDifferences.fr,
  },
}
