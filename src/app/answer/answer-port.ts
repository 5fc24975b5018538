// What the answer to a person's request takes from every room: maps, holders, suppliers, periods.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type AccountabilityDeps, namesDecision } from '../../accountability/index.ts'
import { accountOf } from '../../accounts/index.ts'
import { accountFacts, type DisclosureDeps, othersOfAccount } from '../../disclosure/index.ts'
import { type GovernanceDeps, listSuppliers } from '../../governance/index.ts'
import type { AccountId, DataMap } from '../../kernel/index.ts'
import type { AnswerPort, RetentionPeriod } from '../../preferences/index.ts'
import { readSenders, sandboxSender, senderStandingOf } from '../../routing/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectDataHolder } from '../../vault/index.ts'

/** Beside the program, in a checkout and in a package alike. */
const verifierPath = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
type Base = GovernanceDeps &
  Pick<DisclosureDeps, 'retentionPeriods'> &
  Pick<AccountabilityDeps, 'vault'>

/** Approved, and not past their end, in whichever country. */
async function usableSenders({ clock }: Pick<Base, 'clock'>, tx: Tx, accountId: AccountId) {
  const at = clock.now()
  const senders = await readSenders(tx, accountId)
  return senders.filter((sender) => senderStandingOf(sender, at) === 'registered')
}

export function answerPort(
  base: Base,
  known: {
    dataMaps: () => readonly DataMap[]
    holders: () => readonly SubjectDataHolder[]
    mail: AnswerPort['mail']
  },
  /** Absent where nobody answers a request: in a test of what else is told. */
  disclosure?: DisclosureDeps,
): AnswerPort {
  return {
    ...known,
    suppliers: async () => {
      const suppliers = await listSuppliers(base)
      return new Map(suppliers.map(({ id, name, country }) => [id, { name, country }]))
    },
    retentionPeriods: (tx, accountId) => periodsOf(base, tx, accountId),
    namesDecision: (tx, accountId) => namesDecision(base, tx, accountId),
    otherRecipients: async (tx, accountId, language) =>
      disclosure === undefined
        ? []
        : othersOfAccount(await accountFacts(disclosure, tx, accountId), language),
    verifier: () => readFileSync(verifierPath),
    isSenderUsable: async (tx, accountId, name) => {
      const { kind } = await accountOf(tx, accountId)
      if (kind === 'sandbox' && name === sandboxSender) return true
      const senders = await usableSenders(base, tx, accountId)
      return senders.some((sender) => sender.name === name)
    },
    senderOf: async (tx, accountId) => {
      const { country } = await accountOf(tx, accountId)
      const senders = await usableSenders(base, tx, accountId)
      const own = senders.find((sender) => sender.country === country) ?? senders[0]
      return own?.name ?? null
    },
  }
}

/** What the answer tells, by the codes of the register and the public notice. */
const told = {
  contacts: 'contact',
  texts: 'texts',
  results: 'results',
  replies: 'replies',
  consents: 'consents',
  proofs: 'proofs',
  requests: 'requests',
  looks: 'looks',
} as const

/** The periods that the register and the public notice tell: one source for all three. */
async function periodsOf(base: Base, tx: Tx, accountId: AccountId): Promise<RetentionPeriod[]> {
  const periods = await base.retentionPeriods(tx, accountId)
  return Object.entries(told).flatMap(([code, what]): RetentionPeriod[] => {
    const term = periods.find((period) => period.code === code)?.term
    if (term?.unit === 'months') return [{ what, length: { months: term.count } }]
    return term?.unit === 'days' ? [{ what, length: { days: term.count } }] : []
  })
}
