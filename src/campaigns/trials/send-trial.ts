// Tries a text on one's own telephone: as recipients will read it, through the gate,
// and counted with no campaign.
import { accountOf, systemCaller } from '../../accounts/index.ts'
import { readNumber } from '../../countries/index.ts'
import { assert, type Caller } from '../../kernel/index.ts'
import {
  exampleOf,
  Plans,
  planCountry,
  readTemplate,
  render,
  textTried,
} from '../../sending/index.ts'
import { type Tx, takeTurn } from '../../storage/index.ts'
import type { TrialRequest } from '../contract-compose.ts'
import { customKnown } from '../custom-fields.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { lockTestNumber } from './store.ts'
import { openTelephones } from './test-number-keys.ts'
import { isOneself } from './test-numbers.ts'

/** Of an account: enough to write by, too few to advertise by. */
const trials = { door: 'trial.send', max: 30, perMs: 60 * 60_000 }

export async function sendTrial(
  deps: CampaignsDeps,
  caller: Caller,
  { numberId, ...request }: TrialRequest & { numberId: string },
): Promise<{ messageId: string }> {
  const { accountId } = caller
  const ready = await deps.database.inAccount(accountId, async (tx) => {
    const row = await lockTestNumber(tx, accountId, numberId)
    if (row === null) throw campaignsError('campaigns.test_number_not_found')
    const account = await accountOf(tx, accountId)
    if (!isOneself(row, account.kind)) throw campaignsError('campaigns.test_number_not_confirmed')
    const telephone = (await openTelephones(deps, tx, accountId, [row])).get(numberId)
    if (telephone === undefined) throw campaignsError('campaigns.test_number_not_found')
    const { number } = telephone
    const { country } = readNumber(number, { sandbox: account.kind === 'sandbox' })
    const told = await textOf(deps, tx, caller, request, country ?? account.country)
    return { account, number, ...told }
  })
  const now = new Date(deps.clock.now())
  const { allowed } = await takeTurn(deps.database, { ...trials, of: accountId, now })
  if (!allowed) throw campaignsError('campaigns.trials_too_many', { max: trials.max })
  const messageId = await deps.sendMessage(systemCaller(ready.account, textTried, caller.traceId), {
    to: ready.number,
    text: ready.text,
    class: 'alert',
    basis: 'legitimate_interest',
    controllerId: ready.controllerId,
    sender: request.sender,
    ifUnsure: 'never_twice',
  })
  const details = { message: messageId, number: numberId }
  await deps.database.inAccount(accountId, (tx) =>
    deps.record(tx, caller, { action: 'campaigns.text_tried', details }),
  )
  return { messageId }
}

/** With what the route adds, so that the telephone shows what a recipient's will. */
async function textOf(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId }: Caller,
  request: TrialRequest,
  country: string,
) {
  const known = await customKnown(deps, tx, accountId, { text: request.text, age: 'new' })
  const template = readTemplate(request.text, known)
  if (!template.ok) {
    throw campaignsError('campaigns.merge_field_unknown', { field: template.field })
  }
  const { controllerId = 'default' } = request
  const controllers = await deps.contacts.controllers(tx, accountId)
  const controller = controllers.find((one) =>
    controllerId === 'default' ? one.isDefault : one.id === controllerId,
  )
  if (controller === undefined) throw campaignsError('campaigns.controller_not_found')
  const at = deps.clock.now()
  const order = {
    accountId,
    class: request.class,
    basis: request.class === 'alert' ? ('legitimate_interest' as const) : null,
    purpose: null,
    controllerId: controller.id,
    controllerName: controller.name,
    sender: request.sender,
    text: request.text,
    pieces: template.pieces,
    isSegment: true,
    isAskedFor: true,
    hidden: null,
    ifUnsure: 'never_twice' as const,
    override: null,
    notBefore: null,
    usefulUntil: null,
  }
  const plan = await planCountry(deps, tx, { order, country, at, plans: new Plans() })
  // Nobody's data leaves for a telephone that is not theirs.
  const { text, fieldEmpty } = render(plan.pieces, exampleOf(plan.pieces))
  assert(!fieldEmpty, 'the example has every field')
  return { text, controllerId: controller.id }
}
