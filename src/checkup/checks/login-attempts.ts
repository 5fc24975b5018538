// Whether passwords can be tried without end.
import { type Check, fine, gap } from '../check.ts'

const minuteMs = 60_000
/** A guesser has a few hundred tries a day, and no dictionary. */
const triesAnHourMax = 40

export const loginAttempts: Check = {
  name: 'login_attempts',
  group: 'access',
  cnil: [4],
  recyf: [10],
  judge: ({ attempts: { triesMax: tries, perMs } }) => {
    const isSlow = (tries * 60 * minuteMs) / perMs <= triesAnHourMax
    return (isSlow ? fine : gap)('limit', { tries, minutes: perMs / minuteMs })
  },
}
