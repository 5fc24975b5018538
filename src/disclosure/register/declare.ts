// What users declare: into the register of their account, and of the installation.
import { actorNames } from '../../accounts/index.ts'
import {
  type Caller,
  isoTime,
  isoTimeOrNull,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { programPartName } from '../../words/index.ts'
import {
  accountFields,
  accountPlace,
  type Declaration,
  type DeclarationView,
  type OperatorRequest,
  type OperatorView,
  operatorFields,
  processingFields,
  type RegisterView,
} from '../contract.ts'
import {
  countDeclared,
  type Declared,
  insertDeclared,
  insertOperatorDeclared,
  listDeclared,
} from '../declared-store.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { accountFacts } from '../facts/account-facts.ts'
import { type Operator, readOperator } from '../facts/installation-facts.ts'
import { processingsOf } from '../facts/processings.ts'
import { accountNotice, installationNotice } from '../notice/keep-version.ts'
import { readRegister } from './read-register.ts'

/** A register is written some dozens of times a year. */
const declaredMax = 20_000

export const actorOf = ({ by }: Caller): string => {
  if (by.kind === 'user') return `user:${by.userId}`
  return by.kind === 'token' ? `token:${by.tokenId}` : `system:${by.what}`
}

export async function declare(
  deps: DisclosureDeps,
  caller: Caller,
  { place, field, value }: Declaration,
): Promise<RegisterView> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const fields: readonly string[] = place === accountPlace ? accountFields : processingFields
    if (!fields.includes(field)) throw disclosureError('disclosure.field_unknown')
    const facts = await accountFacts(deps, tx, accountId)
    const isKnown =
      place === accountPlace || processingsOf(facts).some((one) => one.place === place)
    if (!isKnown) throw disclosureError('disclosure.place_unknown')
    const held = facts.declared.find((one) => one.place === place && one.field === field)
    if ((held?.value ?? '') !== value) {
      if ((await countDeclared(tx, accountId)) >= declaredMax) {
        throw disclosureError('disclosure.too_much_declared')
      }
      const id = deps.makeId()
      const at = deps.clock.now()
      await insertDeclared(tx, accountId, { id, place, field, value, by: actorOf(caller), at })
      await deps.record(tx, caller, {
        action: 'disclosure.field_declared',
        details: { place, field, isEmpty: value === '' },
      })
      // The notice changes with it, and the version that says so is there at once.
      await accountNotice(deps, tx, accountId)
    }
    return readRegister(deps, tx, caller)
  })
}

/** Newest first, with who wrote it. */
export async function declarationsOf(
  deps: DisclosureDeps,
  tx: Tx,
  caller: Caller,
  page: { before: string | null; limit: number },
): Promise<DeclarationView[]> {
  const rows = await listDeclared(tx, caller.accountId, page)
  const idsOf = (kind: string) =>
    rows.flatMap(({ by }) => (by.startsWith(`${kind}:`) ? [by.slice(kind.length + 1)] : []))
  const names = await actorNames(deps.vault, tx, caller.accountId, {
    users: idsOf('user') as UserId[],
    tokens: idsOf('token') as TokenId[],
  })
  return rows.map((row) => declarationView(row, names, caller))
}

function declarationView(
  { id, place, field, value, by, at }: Declared,
  names: ReadonlyMap<string, string>,
  { language }: Caller,
): DeclarationView {
  const [kind = '', actor = ''] = by.split(':')
  const name = kind === 'system' ? programPartName(language, actor) : names.get(actor)
  return { id, place, field, value, by: name ?? '', at: isoTime(at) }
}

export const operatorView = ({ changedAt, ...operator }: Operator): OperatorView => ({
  ...operator,
  changedAt: isoTimeOrNull(changedAt),
})

/** What is left out stays as it is; what is empty is declared no more. */
export async function declareOperator(
  deps: DisclosureDeps,
  caller: Caller,
  input: OperatorRequest,
): Promise<OperatorView> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await readOperator(tx)
    const changed = operatorFields.filter(
      (field) => input[field] !== undefined && input[field] !== (held[field] ?? ''),
    )
    for (const field of changed) {
      const at = deps.clock.now()
      const value = input[field] ?? ''
      await insertOperatorDeclared(tx, {
        ...{ id: deps.makeId(), field, value, by: actorOf(caller), at },
      })
      const details = { field, isEmpty: value === '' }
      await deps.record(tx, caller, { action: 'disclosure.operator_declared', details })
    }
    if (changed.length > 0) await installationNotice(deps, tx)
    return operatorView(await readOperator(tx))
  })
}
