// A label for every column of the self-check: none of them is about a person.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'three years: proof of what was checked, and when',
  erase: 'not_personal',
})

export const checkupDataMap: DataMap = {
  'checkup.day': {
    day: none('which day'),
    at: none('when it was last measured on that day'),
    is_server_seen: none('whether a server ran that could be asked'),
    findings: none('what each check found: words and figures, paths and tables, no person'),
  },
  'checkup.package_answer': {
    one: none('there is one row'),
    at: none('when the npm registry was asked'),
    severe: none('packages with a serious vulnerability'),
    other: none('how many have a lesser one'),
  },
}
