// The bill of a text before it is saved: parts and cost for every recipient,
// mention and names included.
import { assert, type Caller, type ControllerId, type ListId } from '../../kernel/index.ts'
import {
  type CountryPlan,
  Plans,
  planCountry,
  type Refusal,
  type SendOrder,
} from '../../sending/index.ts'
import { sentence } from '../../words/index.ts'
import { orderOf, type WrittenCampaign } from '../audience-cases.ts'
import { codePointOf } from '../code-point.ts'
import type { BillRequest, BillView } from '../contract-compose.ts'
import type { CampaignsDeps } from '../deps.ts'
import { checkedContent } from '../prepare-campaign.ts'
import type { Audience } from './audience.ts'
import { countParts } from './count-parts.ts'
import type { Audiences } from './judge-audience.ts'

/** A list that is judged within it is answered at once; else the answer says how far it is. */
const waitMs = 400

/** A campaign as somebody is writing it: checked as if it were saved, and not saved. */
export async function writtenCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  request: Omit<BillRequest, 'again'>,
): Promise<WrittenCampaign> {
  const { accountId } = caller
  const { sendAt, usefulUntil, listId, controllerId, ...rest } = request
  const content = await deps.database.inAccount(accountId, (tx) =>
    checkedContent(deps, tx, caller, {
      ...rest,
      listId: listId as ListId,
      controllerId: (controllerId ?? 'default') as ControllerId | 'default',
      name: '',
      template: null,
      ifUnsure: 'never_twice',
      perHour: null,
      sendAt: sendAt === null ? null : Date.parse(sendAt),
      usefulUntil: usefulUntil === null ? null : Date.parse(usefulUntil),
    }),
  )
  return { ...content, accountId, approvedBy: caller.by.kind === 'user' ? caller.by.userId : null }
}

export async function makeBill(
  deps: CampaignsDeps & { audiences: Audiences },
  caller: Caller,
  { again, ...request }: BillRequest,
): Promise<BillView> {
  const campaign = await writtenCampaign(deps, caller, request)
  const judging = deps.audiences.of(campaign, { anew: again })
  if (judging.audience === null) await Promise.race([judging.end, deps.timers.sleep(waitMs)])
  if (judging.failure !== null) throw judging.failure
  const { audience, done, people } = judging
  if (audience === null) return { state: 'counting', done, people, bill: null }
  if (audience.isTooVaried) return { state: 'too_varied', done, people, bill: null }
  return { state: 'exact', done, people, bill: await billOf(deps, caller, campaign, audience) }
}

async function billOf(
  deps: CampaignsDeps,
  caller: Caller,
  campaign: WrittenCampaign,
  audience: Audience,
): Promise<NonNullable<BillView['bill']>> {
  const { language } = caller
  const { order, planOf } = await plansOf(deps, campaign, audience)
  const count = await countParts(audience, order, planOf)
  const say = (code: Refusal) =>
    sentence(language, code) ?? sentence(language, `sending.${code}`) ?? code
  const leftOut = count.leftOut.map((one) => ({ ...one, sentence: say(one.refusal) }))
  const left = leftOut.reduce((sum, { people }) => sum + people, 0)
  return {
    madeAt: new Date(audience.madeAt).toISOString(),
    people: count.receive + left,
    receive: count.receive,
    leftOut,
    segments: count.segments,
    costMicroEur: count.costMicroEur,
    encodings: count.encodings,
    segmentCounts: count.segmentCounts,
    ucs2Because: count.characters.map((one) => ({
      ...one,
      codePoint: codePointOf(one.character),
    })),
    namesInUcs2: count.namesInUcs2,
    shortest: count.shortest?.contactId ?? null,
    longest: count.longest?.contactId ?? null,
    inUcs2: count.inUcs2,
  }
}

/** Asked afresh for each text: routes close and prices change, and a text may be refused. */
async function plansOf(
  deps: CampaignsDeps,
  campaign: WrittenCampaign,
  audience: Audience,
): Promise<{ order: SendOrder; planOf: (country: string) => CountryPlan }> {
  const { accountId } = campaign
  const at = deps.clock.now()
  const countries = new Set([...audience.all()].map(({ country }) => country))
  const plans = new Map<string, CountryPlan>()
  const order = await deps.database.inAccount(accountId, async (tx) => {
    const order = await orderOf(deps, tx, campaign)
    for (const country of countries) {
      const asked = { order, country, at, plans: new Plans() }
      plans.set(country, await planCountry(deps, tx, asked))
    }
    return order
  })
  const planOf = (country: string) => {
    const plan = plans.get(country)
    assert(plan !== undefined, 'each country of the audience has its plan')
    return plan
  }
  return { order, planOf }
}
