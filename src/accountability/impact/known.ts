// What the program knows for an impact assessment: gathered once, then said in two languages.
import { accountsInAnyAccount } from '../../accounts/index.ts'
import type { KeptRun } from '../../checkup/index.ts'
import {
  type AccountFacts,
  accountFacts,
  buildRegister,
  type InstallationFacts,
  installationFacts,
  noticePath,
  transfersOf,
  transfersOfAccount,
} from '../../disclosure/index.ts'
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { type SensitiveCategory, sensitiveUses } from '../../sensitive/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { AccountabilityDeps } from '../deps.ts'

export type OfAccount = {
  facts: AccountFacts
  /** Of which processing of the register the assessment is; null: of all of them. */
  processing: string | null
  /** Its name, where the register has it no more. */
  ended: Readonly<Record<Language, string>> | null
  people: number
  children: number
  /** Where anybody reads its public notice. */
  noticePath: string
}

export type OfAccounts = {
  count: number
  people: number
  /** How many keep sensitive data. */
  sensitive: number
  categories: readonly SensitiveCategory[]
}

export type Known = {
  at: Instant
  installation: InstallationFacts
  /** Of the controller; null in the assessment of the installation. */
  account: OfAccount | null
  /** Of all accounts; null where nobody asked, and in the assessment of an account. */
  accounts: OfAccounts | null
  /** What the self-check found; an account is not told of it. */
  checkup: KeptRun | null
}

type Records = ReturnType<typeof buildRegister>['records']
const built = new WeakMap<AccountFacts, Partial<Record<Language, Records>>>()

/** The register of facts that were read once is built once, however many ask. */
function allRecords(facts: AccountFacts, language: Language): Records {
  const held = built.get(facts) ?? {}
  built.set(facts, held)
  held[language] ??= buildRegister(facts, language).records
  return held[language]
}

/** Who may take data out of the European Economic Area: of the account, or of the installation. */
export const transfersIn = ({ account, installation }: Known, language: Language) =>
  account === null
    ? transfersOf(installation, language)
    : transfersOfAccount(account.facts, language)

/** What the register says of what is assessed. */
export const recordsOf = ({ facts, processing }: OfAccount, language: Language) =>
  allRecords(facts, language).filter(({ place }) => processing === null || place === processing)

export async function knownOfAccount(
  deps: AccountabilityDeps,
  tx: Tx,
  { accountId, processing }: { accountId: AccountId; processing: string | null },
): Promise<Known> {
  const facts = await accountFacts(deps, tx, accountId)
  return {
    at: facts.at,
    installation: facts.installation,
    account: {
      ...{ facts, processing, ended: null },
      people: await deps.counts.people(tx, accountId),
      children: await deps.counts.children(tx, accountId),
      noticePath: await noticePath(deps, tx, accountId),
    },
    accounts: null,
    checkup: null,
  }
}

/** Without the look into each account, which takes some seconds where there are many. */
export async function knownOfInstallation(deps: AccountabilityDeps, tx: Tx): Promise<Known> {
  const installation = await installationFacts(deps, tx)
  const checkup = await deps.lastCheckup(tx)
  return { at: installation.at, installation, account: null, accounts: null, checkup }
}

const accountsMax = 1_000
const lookAgainMs = 10 * 60_000
const looked = new WeakMap<AccountabilityDeps['database'], { at: Instant; found: OfAccounts }>()

/** `isFresh`: for whoever reads the assessment; open points take what was found a while ago. */
export async function lookIntoAccounts(
  deps: AccountabilityDeps,
  { isFresh }: { isFresh: boolean },
): Promise<OfAccounts> {
  const { database, clock } = deps
  const at = clock.now()
  const held = looked.get(database)
  if (!isFresh && held !== undefined && at - held.at < lookAgainMs) return held.found
  const found = await lookNow(deps)
  looked.set(database, { at, found })
  return found
}

async function lookNow({ database, clock, counts }: AccountabilityDeps): Promise<OfAccounts> {
  const accounts = (await accountsInAnyAccount(database)).slice(0, accountsMax)
  const categories = new Set<SensitiveCategory>()
  let [people, sensitive] = [0, 0]
  for (const { id } of accounts) {
    await database.inAccount(id, async (tx) => {
      people += await counts.people(tx, id)
      const uses = await sensitiveUses(tx, id, clock.now())
      for (const { category } of uses) categories.add(category)
      if (uses.length > 0) sensitive += 1
    })
  }
  return { count: accounts.length, people, sensitive, categories: [...categories].sort() }
}
