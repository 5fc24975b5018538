// What `accord ledger` says.
import type { Language } from '../kernel/index.ts'

type Compared = { endedAt: string; people: number; entries: number }

export type LedgerKind =
  | 'suppression_missing'
  | 'suppression_unknown'
  | 'suppressions_incomplete'
  | 'state_false'
  | 'state_beyond_ledger'
  | 'legal_basis_beyond_ledger'
  | 'evidence_missing'
  | 'evidence_altered'
  | 'entries_altered'
  | 'entries_unplaced'
  | 'entries_set_aside'
  | 'ledger_behind'
  | 'wording_altered'
  | 'keys_rolled_back'

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
    summary: 'Compare the database with the consent ledger, and mend what differs',
    never: 'Nothing has been compared yet; it is done once a day.',
    same: 'Nothing differs.',
    lost: 'The server does not answer any more. The comparison goes on there; ask with: accord ledger status',
    compared: ({ endedAt, people, entries }) =>
      `Compared by ${endedAt}: ${people} people, ${entries} entries.`,
    kinds: {
      suppression_missing:
        'objections that are missing or were made narrower; they count all the same',
      suppression_unknown: 'objections that nobody recorded',
      suppressions_incomplete:
        'parts of the objections (of sixteen) in which something is missing: no marketing to their numbers',
      state_false: 'consents changed outside the program: nothing leaves by them',
      state_beyond_ledger: 'consents that say more than the ledger',
      legal_basis_beyond_ledger: 'other legal bases that say more than the ledger',
      evidence_missing: 'people of whom evidence is missing',
      evidence_altered: 'entries whose evidence is not the one that was recorded',
      entries_altered: 'the entries do not match the signed tree',
      entries_unplaced: 'there are entries that the tree does not have',
      entries_set_aside: 'entries that were not signed: they had not been written with the keys',
      ledger_behind: 'the database is behind the ledger that was published',
      wording_altered: 'published wordings that were changed',
      keys_rolled_back: 'pages of keys are older than they were',
    },
  },
  fr: {
    summary: 'Comparer la base avec le registre des consentements, et réparer ce qui diffère',
    never: 'Rien n’a encore été comparé ; cela se fait une fois par jour.',
    same: 'Rien ne diffère.',
    lost: 'Le serveur ne répond plus. La comparaison y continue ; demandez : accord ledger status',
    compared: ({ endedAt, people, entries }) =>
      `Comparé le ${endedAt} : ${people} personnes, ${entries} entrées.`,
    kinds: {
      suppression_missing:
        'oppositions qui manquent ou ont été réduites ; elles comptent quand même',
      suppression_unknown: 'oppositions que personne n’a enregistrées',
      suppressions_incomplete:
        'parties des oppositions (sur seize) où quelque chose manque : aucune publicité vers leurs numéros',
      state_false: 'consentements modifiés en dehors du programme : rien ne part sur leur base',
      state_beyond_ledger: 'consentements qui disent plus que le registre',
      legal_basis_beyond_ledger: 'autres bases qui disent plus que le registre',
      evidence_missing: 'personnes dont une preuve manque',
      evidence_altered: 'entrées dont la preuve n’est pas celle qui a été enregistrée',
      entries_altered: 'les entrées ne correspondent pas à l’arbre signé',
      entries_unplaced: 'des entrées ne sont pas dans l’arbre',
      entries_set_aside:
        'entrées qui n’ont pas été signées : elles n’avaient pas été écrites avec les clés',
      ledger_behind: 'la base est en retard sur le registre publié',
      wording_altered: 'textes publiés qui ont été modifiés',
      keys_rolled_back: 'des pages de clés sont plus anciennes qu’elles n’étaient',
    },
  },
}
