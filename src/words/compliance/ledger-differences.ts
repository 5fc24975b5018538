// What the comparison of the database with the ledger finds, as the terminal and screens say it.
import type { Language } from '../../kernel/index.ts'

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

export const ledgerDifferences: Record<Language, Record<LedgerKind, string>> = {
  en: {
    suppression_missing: 'objections missing or reduced in the database; they still apply',
    suppression_unknown: 'objections in the database that were never recorded',
    suppressions_incomplete:
      'sections of the objections (out of sixteen) with something missing: no marketing to their numbers',
    state_false: 'consents changed outside Accord: nothing is sent on them',
    state_beyond_ledger: 'consents wider than what the ledger records',
    legal_basis_beyond_ledger: 'other legal bases wider than what the ledger records',
    evidence_missing: 'people with missing evidence',
    evidence_altered: 'entries whose evidence was changed',
    entries_altered: 'the entries do not match the signed tree',
    entries_unplaced: 'some entries are not in the signed tree',
    entries_set_aside: 'entries not signed, because they were not written with the keys',
    ledger_behind: 'the database is older than the published ledger',
    wording_altered: 'published wordings that were changed',
    keys_rolled_back: 'some keys are older than before',
  },
  fr: {
    suppression_missing:
      'oppositions manquantes ou réduites dans la base ; elles s’appliquent quand même',
    suppression_unknown: 'oppositions de la base qui n’ont jamais été enregistrées',
    suppressions_incomplete:
      'sections des oppositions (sur seize) où il manque quelque chose : aucune publicité vers leurs numéros',
    state_false: 'consentements modifiés en dehors d’Accord : rien n’est envoyé sur leur base',
    state_beyond_ledger: 'consentements plus larges que ce qu’indique le registre',
    legal_basis_beyond_ledger: 'autres bases légales plus larges que ce qu’indique le registre',
    evidence_missing: 'personnes dont une preuve manque',
    evidence_altered: 'entrées dont la preuve a été modifiée',
    entries_altered: 'les entrées ne correspondent pas à l’arbre signé',
    entries_unplaced: 'des entrées ne sont pas dans l’arbre signé',
    entries_set_aside: 'entrées non signées, car elles n’ont pas été écrites avec les clés',
    ledger_behind: 'la base est plus ancienne que le registre publié',
    wording_altered: 'textes publiés qui ont été modifiés',
    keys_rolled_back: 'des clés sont plus anciennes qu’avant',
  },
}
