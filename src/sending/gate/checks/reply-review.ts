// A reply that may mean "stop" pauses marketing until somebody has read it.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const replyReview: GateCheck = {
  name: 'reply_review',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    return person.replyUnderReview ? refuse('reply_under_review') : passed
  },
}
