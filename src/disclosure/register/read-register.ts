// Reads the two registers: an account's as controller, the installation's as processor.
import { accountsInAnyAccount } from '../../accounts/index.ts'
import { type Caller, isoTime, type Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { registerWords } from '../../words/index.ts'
import type { ProcessorRecord, ProcessorRegisterView, RegisterView } from '../contract.ts'
import type { DisclosureDeps } from '../deps.ts'
import { type AccountFacts, accountFacts, reachOf } from '../facts/account-facts.ts'
import { installationFacts } from '../facts/installation-facts.ts'
import { listIn } from '../notice/said.ts'
import { officerOf } from '../notice/write-installation.ts'
import { buildRegister, measuresOf } from './build-register.ts'
import { declaredOr, measured } from './fields.ts'
import { transfersOf } from './recipients.ts'

export async function readRegister(
  deps: DisclosureDeps,
  tx: Tx,
  { accountId, language }: Pick<Caller, 'accountId' | 'language'>,
): Promise<RegisterView> {
  return buildRegister(await accountFacts(deps, tx, accountId), language)
}

/** Each account is read in a transaction of its own: the register of many takes some seconds. */
const accountsMax = 1_000

export async function readProcessorRegister(
  deps: DisclosureDeps,
  language: Language,
): Promise<ProcessorRegisterView> {
  const { database } = deps
  const words = registerWords[language].register
  const facts = await database.inInstallation((tx) => installationFacts(deps, tx))
  const accounts = (await accountsInAnyAccount(database)).slice(0, accountsMax)
  const records: ProcessorRecord[] = []
  for (const { id } of accounts) {
    const found = await database.inAccount(id, (tx) => accountFacts(deps, tx, id, facts))
    records.push(processorRecord(found, language))
  }
  const { operatorName, operatorAddress, operatorContact } = facts.operator
  return {
    title: words.processorTitle.replace('{name}', operatorName ?? ''),
    processor: declaredOr(operatorName),
    address: declaredOr(operatorAddress),
    contact: declaredOr(operatorContact),
    dpo: declaredOr(officerOf(facts.operator)),
    measures: measuresOf(facts, language),
    readAt: isoTime(facts.at),
    records,
  }
}

function processorRecord(facts: AccountFacts, language: Language): ProcessorRecord {
  const words = registerWords[language].register.processorCategories
  const uses = (sendClass: 'marketing' | 'alert') =>
    [...facts.sent, ...facts.campaigns].some((one) => one.class === sendClass)
  const categories = [
    ...(facts.found.hasContacts ? [words.hosting] : []),
    ...(uses('marketing') ? [words.marketing] : []),
    ...(uses('alert') ? [words.alerts] : []),
    ...(facts.hasReplies ? [words.replies] : []),
    ...(facts.forms.length > 0 ? [words.forms] : []),
    ...(facts.sensitive.length > 0 ? [words.sensitive] : []),
  ]
  return {
    accountId: facts.account.id,
    account: facts.account.name,
    isSandbox: facts.account.kind === 'sandbox',
    controllers: measured(
      listIn(
        language,
        facts.controllers.map(({ name }) => name),
      ),
    ),
    contact: declaredOr(reachOf(facts, 'contact')),
    categories: measured(
      categories.length === 0 ? registerWords[language].register.nothingYet : categories.join('; '),
    ),
    transfers: transfersOf(facts.installation, language),
  }
}
