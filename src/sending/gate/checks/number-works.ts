// Marketing is not sent to a number of which receipts say that it no longer works. An alert is: it
// costs little, may matter much, and its delivery shows that the number works after all.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const numberWorks: GateCheck = {
  name: 'number_works',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    return person.numberDead ? refuse('number_dead') : passed
  },
}
