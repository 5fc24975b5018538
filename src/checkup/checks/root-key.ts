// Whether whoever takes the disk away takes the root key in clear with it.
import { type Check, fine, gap, notSeen, unknown } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const rootKey: Check = {
  name: 'root_key',
  group: 'keys',
  cnil: [21, 12],
  recyf: [18],
  judge: ({ keys }) => {
    if (isUnseen(keys)) return notSeen(keys)
    const { fileSystem } = keys
    if (isUnseen(fileSystem)) return notSeen(fileSystem)
    const { type, mountedOn: folder, isEncrypted, isInMemory } = fileSystem
    if (isInMemory) return fine('in_memory', { type, folder })
    if (isEncrypted === null) return unknown('device', { type, folder })
    return isEncrypted ? fine('encrypted', { folder }) : gap('open', { type, folder })
  },
}
