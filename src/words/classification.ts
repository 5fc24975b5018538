// Sentences of the classifier: why a column was typed so, and what the verdicts mean.
import { bilingual } from './sentences.ts'

export const evidenceWords = bilingual({
  fr: {
    overruled: 'Une personne l’a décidé ainsi.',
    header_names_type: 'L’en-tête désigne : {type}.',
    header_names_other_thing: 'L’en-tête désigne autre chose : {type}.',
    checksum_passes: '{percent} % des valeurs ont une clé de contrôle juste ({what}).',
    format_matches: '{percent} % des valeurs ont la forme attendue ({what}).',
    dictionary_share: '{percent} % des valeurs sont dans le dictionnaire ({what}).',
    also_something_else: 'Ces valeurs pourraient aussi être autre chose ({what}, {percent} %).',
    neighbour_column: 'Les colonnes voisines l’expliquent : {type}.',
    values_disagree_with_header: 'Les valeurs ne vont pas avec l’en-tête : à vérifier.',
    stray_identifiers: '{count} valeurs contiennent autre chose : {type}.',
    special_words_in_values: '{percent} % des valeurs parlent d’une donnée sensible.',
    few_values: 'Seulement {filled} valeurs remplies : à vérifier.',
    no_evidence: 'Rien dans l’en-tête ni dans les valeurs ne désigne une donnée connue.',
  },
  en: {
    overruled: 'A person decided so.',
    header_names_type: 'The header names: {type}.',
    header_names_other_thing: 'The header names something else: {type}.',
    checksum_passes: '{percent}% of the values have a right check digit ({what}).',
    format_matches: '{percent}% of the values have the expected form ({what}).',
    dictionary_share: '{percent}% of the values are in the dictionary ({what}).',
    also_something_else: 'These values could also be something else ({what}, {percent}%).',
    neighbour_column: 'The columns beside it explain it: {type}.',
    values_disagree_with_header: 'The values do not go with the header: to be checked.',
    stray_identifiers: '{count} values hold something else: {type}.',
    special_words_in_values: '{percent}% of the values speak of sensitive data.',
    few_values: 'Only {filled} values are filled: to be checked.',
    no_evidence: 'Nothing in the header or the values names a known kind of data.',
  },
})

export const verdictWords = bilingual({
  fr: {
    personal_by_itself:
      'Ce fichier contient des données qui identifient une personne à elles seules.',
    personal_by_combination:
      'Aucune donnée de ce fichier n’identifie seule, mais deux d’entre elles réunies identifient une personne.',
    not_personal: 'Rien dans ce fichier n’identifie une personne.',
  },
  en: {
    personal_by_itself: 'This file holds data that identify a person by themselves.',
    personal_by_combination:
      'No data in this file identify anyone alone, but two of them together identify a person.',
    not_personal: 'Nothing in this file identifies a person.',
  },
})

export const classWords = bilingual({
  fr: {
    direct: 'identifie à elle seule',
    linkable: 'identifie par recoupement',
    special: 'donnée sensible (art. 9 ou 10)',
    financial: 'donnée bancaire',
    attribute: 'attribut',
    none: 'rien de connu',
  },
  en: {
    direct: 'identifies alone',
    linkable: 'identifies in combination',
    special: 'sensitive (art. 9 or 10)',
    financial: 'bank data',
    attribute: 'attribute',
    none: 'nothing known',
  },
})
