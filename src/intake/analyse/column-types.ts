// Every type that a column can have, in words, with what follows from it:
// what an overrule chooses from.
import {
  classOfType,
  type DataType,
  dataTypes,
  followsSentences,
  typeName,
  whatFollows,
} from '../../classification/index.ts'
import type { Language } from '../../kernel/index.ts'
import type { ColumnType } from '../contract.ts'

export function columnTypes(language: Language): ColumnType[] {
  return dataTypes.map((type) => columnType(language, type))
}

function columnType(language: Language, type: DataType): ColumnType {
  return {
    type,
    name: typeName(language, type),
    class: classOfType[type],
    ...whatFollows(type),
    sentences: followsSentences(language, type),
  }
}
