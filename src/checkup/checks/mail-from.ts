// Whether the domain that e-mails come from takes answers, and says who may send in its name.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const mailFrom: Check = {
  name: 'mail_from',
  group: 'network',
  cnil: [13],
  recyf: [7],
  judge: ({ mailDomain }) => {
    if (mailDomain === null) return null
    if (isUnseen(mailDomain)) return notSeen(mailDomain)
    const { domain, takesMail, hasSpf, hasDmarc } = mailDomain
    if (!takesMail) return gap('nowhere', { domain })
    const missing = [...(hasSpf ? [] : ['SPF']), ...(hasDmarc ? [] : ['DMARC'])]
    return missing.length > 0
      ? gap('open', { domain, names: missing.join(', ') })
      : fine('vouched_for', { domain })
  },
}
