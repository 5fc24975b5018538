// Whether those with the most rights need more than a password.
import { type Check, fine, gap } from '../check.ts'

export const secondFactors: Check = {
  name: 'second_factors',
  group: 'access',
  cnil: [4],
  recyf: [10, 11],
  judge: ({ secondFactors: found }) => {
    if (found === null) return gap('not_there')
    const { people, enrolled } = found
    return (enrolled < people ? gap : fine)('enrolled', { people, enrolled })
  },
}
