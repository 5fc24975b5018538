// Whether nobody else on the machine may read the keys.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const keysMode: Check = {
  name: 'keys_mode',
  group: 'keys',
  cnil: [9, 21],
  recyf: [18],
  judge: ({ keys }) => {
    if (isUnseen(keys)) return notSeen(keys)
    const { folder, open, isOwn } = keys
    if (open.length > 0) return gap('open', { names: listed(open) })
    return isOwn ? fine('closed', { folder }) : gap('not_own', { folder })
  },
}
