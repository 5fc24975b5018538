// Imports that brought nobody, as the nightly deletion takes them past their period.
import type { KindOfData } from '../retention/index.ts'
import { countPastImports, deletePastImports, oldestImport } from './past-store.ts'

export const pastImportsKind: KindOfData = {
  kind: 'imports',
  count: countPastImports,
  deleteSome: deletePastImports,
  oldest: oldestImport,
}
