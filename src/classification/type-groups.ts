// Types and groups of types, as the table of rules names them.
import { late, rowsOf } from './data-files.ts'
import { classOfType, type DataType, dataClasses, dataTypes } from './types-of-data.ts'

const groups = late(() => {
  const known = new Map<string, ReadonlySet<DataType>>()
  for (const type of dataTypes) known.set(type, new Set([type]))
  for (const name of dataClasses) {
    known.set(`any ${name}`, new Set(dataTypes.filter((type) => classOfType[type] === name)))
  }
  for (const [name = '', types = ''] of rowsOf('type-groups')) {
    known.set(name, new Set(types.split('|').flatMap((type) => [...groupIn(known, type)])))
  }
  return known
})

function groupIn(known: ReadonlyMap<string, ReadonlySet<DataType>>, name: string) {
  const types = known.get(name)
  if (types === undefined) throw new Error(`no type and no group of types is called "${name}"`)
  return types
}

const lists = new Map<string, ReadonlySet<DataType>>()

/** The types of "names|city|any special". */
export function typesOf(list: string): ReadonlySet<DataType> {
  const known = lists.get(list)
  if (known !== undefined) return known
  const types = new Set(list.split('|').flatMap((name) => [...groupIn(groups(), name)]))
  lists.set(list, types)
  return types
}
