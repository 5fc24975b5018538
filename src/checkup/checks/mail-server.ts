// Whether e-mails can leave: a mail server that answers, encrypts, is trusted and lets us in.
import { type Check, dayOf, fine, gap, notSeen } from '../check.ts'
import { isUnseen, type MailFacts } from '../facts.ts'

/** By what its answer to a login, with no mail sent, was. */
const evidenceOf: Readonly<Record<NonNullable<MailFacts['failure']>, string>> = {
  unreachable: 'unreachable',
  timed_out: 'too_slow',
  tls: 'no_tls',
  login: 'login',
  address: 'refused',
  refused: 'refused',
  switched_off: 'refused',
  other: 'refused',
}

export const mailServer: Check = {
  name: 'mail_server',
  group: 'network',
  cnil: [13, 21],
  recyf: [7],
  judge: ({ mail, hasLiveAccounts, at }) => {
    if (mail === null) {
      if (isUnseen(hasLiveAccounts)) return notSeen(hasLiveAccounts)
      return hasLiveAccounts ? gap('none') : fine('trial')
    }
    if (isUnseen(mail)) return notSeen(mail)
    const { server, certificate, failure, hasLogin, isOfMachine } = mail
    const known = certificate !== null && !isUnseen(certificate) ? certificate : null
    if (known !== null && known.until < at) return gap('over', { server, date: dayOf(known.until) })
    if (known !== null && known.refusedBecause !== null) {
      return gap('not_trusted', { server, reason: known.refusedBecause })
    }
    if (failure !== null) return gap(evidenceOf[failure], { server })
    if (isOfMachine) return fine('of_machine', { server })
    if (certificate !== null && isUnseen(certificate)) return notSeen(certificate)
    const date = known === null ? '' : dayOf(known.until)
    return fine(hasLogin ? 'logged_in' : 'without_login', { server, date })
  },
}
