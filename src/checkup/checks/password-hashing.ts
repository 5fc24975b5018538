// Whether a stolen table of passwords would cost too much to guess.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

/** OWASP's Password Storage Cheat Sheet, argon2id: 19 MiB and two passes. */
const memoryKiBMin = 19_456
const passesMin = 2

export const passwordHashing: Check = {
  name: 'password_hashing',
  group: 'access',
  cnil: [4, 21],
  recyf: [10],
  judge: ({ passwords }) => {
    if (isUnseen(passwords)) return notSeen(passwords)
    const { memoryKiB, passes, people, weak } = passwords
    if (weak > 0) return gap('weak', { count: weak, people })
    const isEnough = memoryKiB >= memoryKiBMin && passes >= passesMin
    return (isEnough ? fine : gap)('cost', { memoryKiB, passes, people })
  },
}
