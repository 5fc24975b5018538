// A label for every column of links: none of them is about a person.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not_personal',
})

export const linksDataMap: DataMap = {
  'links.setting': {
    account_id: none('whose setting'),
    is_on: none('whether texts may hold short links'),
    changed_at: none('since when'),
  },
  'links.link': {
    account_id: none('whose link'),
    link_id: none('which link'),
    code: none('its short address'),
    target: none('an address of the account, the same for everybody'),
    created_at: none('since when'),
    off_at: none('since when it leads nowhere'),
  },
  'links.click': {
    account_id: none('whose link'),
    link_id: none('which link'),
    day: none('when'),
    who: none('a person, a machine or unknown; nobody in particular'),
    clicks: none('how many'),
  },
}
