// Whether a session that somebody forgot, or lost, ends by itself.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

const hourMs = 3_600_000
const idleHoursMax = 12
const totalHoursMax = 7 * 24

export const sessionLife: Check = {
  name: 'session_life',
  group: 'access',
  cnil: [4, 6],
  recyf: [10],
  judge: ({ sessions }) => {
    if (isUnseen(sessions)) return notSeen(sessions)
    const { idleMs, totalMs, open, tooLong } = sessions
    if (tooLong > 0) return gap('too_long', { count: tooLong })
    const [idle, total] = [idleMs / hourMs, totalMs / hourMs]
    const isShort = idle <= idleHoursMax && total <= totalHoursMax
    return (isShort ? fine : gap)('ends', { idle, total, open })
  },
}
