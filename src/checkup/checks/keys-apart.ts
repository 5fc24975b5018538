// Whether a copy of the data leaves the keys behind.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const keysApart: Check = {
  name: 'keys_apart',
  group: 'keys',
  cnil: [17, 21],
  recyf: [13],
  judge: ({ keys }) => {
    if (isUnseen(keys)) return notSeen(keys)
    const { folder, mixedWith } = keys
    return mixedWith === null
      ? fine('apart', { folder })
      : gap('mixed', { folder, other: mixedWith })
  },
}
