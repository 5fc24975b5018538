// What the answer to a person's request takes from every room: maps, holders, suppliers, periods.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accountOf } from '../../accounts/index.ts'
import type { AccountPolicy } from '../../consent/index.ts'
import { keptMonths } from '../../contacts/index.ts'
import { type GovernanceDeps, listSuppliers } from '../../governance/index.ts'
import type { AccountId, DataMap } from '../../kernel/index.ts'
import type { AnswerPort, RetentionPeriod } from '../../preferences/index.ts'
import { readSenders } from '../../routing/index.ts'
import { textsKeptDays } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectDataHolder } from '../../vault/index.ts'

/** Beside the program, in a checkout and in a package alike. */
const verifierPath = fileURLToPath(new URL('../../../verify.mjs', import.meta.url))
/** What was asked for goes five years after its answer, as the sweep has it. */
const requestMonths = 60

type Base = GovernanceDeps & { consent: Pick<AccountPolicy, 'policyOf'> }

export function answerPort(
  base: Base,
  known: {
    dataMaps: () => readonly DataMap[]
    holders: () => readonly SubjectDataHolder[]
    mail: AnswerPort['mail']
  },
): AnswerPort {
  return {
    ...known,
    suppliers: async () => {
      const suppliers = await listSuppliers(base)
      return new Map(suppliers.map(({ id, name, country }) => [id, { name, country }]))
    },
    retentionPeriods: (tx, accountId) => retentionPeriods(base, tx, accountId),
    verifier: () => (existsSync(verifierPath) ? readFileSync(verifierPath) : null),
    senderOf: async (tx, accountId) => {
      const { country } = await accountOf(tx, accountId)
      const senders = (await readSenders(tx, accountId)).filter(({ state }) => state === 'approved')
      const own = senders.find((sender) => sender.country === country) ?? senders[0]
      return own?.name ?? null
    },
  }
}

/** The settings where they stand today: one a kind of data. */
async function retentionPeriods(
  { consent }: Base,
  tx: Tx,
  accountId: AccountId,
): Promise<RetentionPeriod[]> {
  const { validMonths, proofMonths } = await consent.policyOf(tx, accountId)
  const months = await keptMonths({ accounts: { facts: accountOf } }, tx, accountId)
  return [
    { what: 'contact', length: { months } },
    { what: 'texts', length: { days: await textsKeptDays(tx, accountId) } },
    { what: 'consents', length: { months: validMonths } },
    { what: 'proofs', length: { months: proofMonths } },
    { what: 'requests', length: { months: requestMonths } },
  ]
}
