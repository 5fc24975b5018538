// The classifier: which data of a file is about a person, and how sensitive it is.
export { classifyColumns, sampleRowsMax } from './classify-columns.ts'
export { FileClassifier, type FileFinding } from './classify-file.ts'
export { isBlank } from './column-profile.ts'
export { evidenceSentence, typeName } from './evidence-sentence.ts'
export {
  type ColumnFinding,
  type Evidence,
  type EvidenceCode,
  evidenceCodes,
  type FileVerdict,
  fileVerdicts,
  type RowVerdict,
} from './finding.ts'
export { fold, headerWords } from './fold.ts'
export { findHeader, type HeaderPlace } from './headers/find-header.ts'
export type { WrittenText } from './judge-record.ts'
export { yearOfDate } from './recognisers/dates.ts'
export { type Deciding, deciding } from './rules/deciding.ts'
export { steps as ruleSteps } from './rules/table.ts'
export {
  type Confidence,
  classOfType,
  confidences,
  type DataClass,
  type DataType,
  dataClasses,
  dataTypes,
} from './types-of-data.ts'
export {
  followsSentences,
  type RestingPlace,
  restingPlaces,
  type Storage,
  storageOf,
  storages,
  type WhatFollows,
  whatFollows,
} from './what-follows.ts'
export { lawSentence } from './what-the-law-adds.ts'
