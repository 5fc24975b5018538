// A label for every column of storage: the list of migrations says nothing of anyone.
import type { DataMap } from '../kernel/index.ts'

const ofProgram = (why: string) =>
  ({ kind: 'none', why, keep: 'as long as the installation', erase: 'not personal' }) as const

export const storageDataMap: DataMap = {
  'storage.migration': {
    name: ofProgram('which changes of the tables this database has had'),
    sha256: ofProgram('that a change was not edited after it was applied'),
    applied_at: ofProgram('when'),
  },
}
