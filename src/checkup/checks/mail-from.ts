// Whether the domain that e-mails come from takes answers, and whether its records protect it.
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
    const { domain, takesMail, spf, dmarc } = mailDomain
    if (!takesMail) return gap('nowhere', { domain })
    const records = [
      ['SPF', spf],
      ['DMARC', dmarc],
    ] as const
    const namesOf = (state: 'missing' | 'several') =>
      records.flatMap(([name, found]) => (found === state ? [name] : [])).join(', ')
    for (const [state, evidence] of [
      ['missing', 'open'],
      ['several', 'several'],
    ] as const) {
      const names = namesOf(state)
      if (names !== '') return gap(evidence, { domain, names })
    }
    if (spf === 'everybody') return gap('lets_all', { domain })
    if (dmarc === 'asks_nothing') return gap('asks_nothing', { domain })
    return fine('vouched_for', { domain })
  },
}
