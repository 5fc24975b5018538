// A label for every column of storage: the list of migrations, and turns counted under a hash.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const ofProgram = (why: string) =>
  ({ kind: 'none', why, keep: 'as long as the installation', erase: 'not personal' }) as const

const turn = (kind: DataLabel['kind'], why: string): DataLabel => ({
  kind,
  why,
  keep: 'until an hour after its time is over, a day at most',
  erase: 'the row expires and is deleted',
})

export const storageDataMap: DataMap = {
  'storage.migration': {
    name: ofProgram('which changes of the tables this database has had'),
    sha256: ofProgram('that a change was not edited after it was applied'),
    applied_at: ofProgram('when'),
  },
  'storage.throttle': {
    key: turn('pseudonymous', 'whose turns are counted at which door; SHA-256 of a keyed tag'),
    taken: turn('none', 'how many turns were taken'),
    ends_at: turn('none', 'when all turns are given back'),
    was_allowed: turn('none', 'what the last one who asked was told'),
  },
}
