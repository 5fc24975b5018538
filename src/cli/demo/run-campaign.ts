// Scene: the campaign runs, receipts arrive, and a STOP in its middle takes effect at once.
import type { CampaignCounts, CampaignView } from '../../campaigns/contract.ts'
import type { InboundView, MessageView } from '../../sending/contract.ts'
import type { Held } from './held-by-hours.ts'
import { type Customer, type Play, shop } from './play.ts'
import type { Prepared } from './prepare-campaign.ts'

type Page<T> = { items: T[] }

/** Where the STOP comes: a share of those who are to receive. */
const stopAtShare = 0.25
const campaignSecondsMax = 40

/** So that a link without a limit of its own leaves time for a STOP. */
const answerDelayMs = 1_200

export async function runCampaign(
  play: Play,
  prepared: Prepared,
  customer: Customer,
): Promise<void> {
  const { sandbox, place } = play
  if (place.kind === 'temporary') return leave(play, prepared, customer)
  await sandbox.answerAfter(answerDelayMs)
  try {
    await leave(play, prepared, customer)
  } finally {
    await sandbox.answerAfter(0)
  }
}

async function leave(play: Play, prepared: Prepared, customer: Customer): Promise<void> {
  const { stage, api, sandbox } = play
  const { words } = stage
  await stage.scene(words.runTitle)
  const { campaign, sheet, held } = prepared
  const path = `/v1/campaigns/${campaign.id}`
  const before = await sandbox.takenFor(customer.number)
  await api.post(`${path}/launch`)
  if (held.opensAt !== null) {
    stage.say(words.held(stage.number(held.messages), stage.moment(held.opensAt)))
  }
  const mayLeave = sheet.receive - held.messages
  await api.until<CampaignView>(path, (view) => {
    show(play, view.counts)
    return view.counts.accepted >= sheet.people && takenBy(view.counts) >= mayLeave * stopAtShare
  })
  stage.still()
  const hers = await messageOf(play, campaign.id, customer.contactId)
  const isWaiting = hers.finalAt === null && (await sandbox.takenFor(customer.number)) === before
  stage.prove(isWaiting, words.herMessageWaits(customer.masked))
  await stop(play, customer)
  const stopped = await api.until<MessageView>(
    `/v1/messages/${hers.id}`,
    ({ finalAt }) => finalAt !== null,
  )
  stage.prove(stopped.state === 'refused', words.herMessageStopped(stopped.sentence ?? ''))
  if (held.messages > 0) await cancelHeld(play, path, held)
  const ended = await api.until<CampaignView>(
    path,
    (view) => {
      show(play, view.counts)
      return ['done', 'cancelled'].includes(view.state) && openOf(view.counts) === 0
    },
    campaignSecondsMax,
  )
  stage.still()
  checkEnd(play, ended, prepared)
  const after = await sandbox.takenFor(customer.number)
  stage.prove(after === before, words.nothingLeft(customer.masked))
}

/** Once what may leave has left. */
async function cancelHeld(play: Play, path: string, held: Held): Promise<void> {
  await play.api.until<CampaignView>(
    path,
    ({ counts }) => {
      show(play, counts)
      return counts.waiting <= held.messages
    },
    campaignSecondsMax,
  )
  play.stage.still()
  play.stage.say(play.stage.words.cancelled)
  await play.api.post(`${path}/cancel`)
}

function show({ stage }: Play, counts: CampaignCounts): void {
  const { waiting, submitted, submitting, delivered, undelivered, refused } = counts
  const bar = [
    [stage.words.waiting, waiting],
    [stage.words.onTheWay, submitting + submitted],
    [stage.words.delivered, delivered],
    [stage.words.undelivered, undelivered + counts.expired + counts.rejected],
    [stage.words.refused, refused],
  ] as const
  stage.moving(bar.map(([label, count]) => `${label} ${count}`).join('   '))
}

const takenBy = (counts: CampaignCounts) =>
  counts.submitted + counts.delivered + counts.undelivered + counts.expired + counts.rejected
const openOf = (counts: CampaignCounts) =>
  counts.waiting + counts.submitting + counts.submitted + counts.maybeSent

async function messageOf({ api }: Play, campaignId: string, contactId: string) {
  const query = `campaignId=${campaignId}&contactId=${contactId}`
  const { items } = await api.get<Page<MessageView>>(`/v1/messages?${query}`)
  if (items[0] === undefined) throw new Error('the campaign has no message to her')
  return items[0]
}

/** From her handset, through the operator, over SMPP. */
async function stop({ stage, api, sandbox }: Play, customer: Customer): Promise<void> {
  stage.say(stage.words.sheWritesStop(customer.masked, shop.shortcode))
  const isSent = await sandbox.reply(customer.number, shop.shortcode, 'STOP')
  stage.prove(isSent, stage.words.stopCarried)
  await api.until<Page<InboundView>>('/v1/inbound', ({ items }) =>
    items.some(({ contactId, kind }) => contactId === customer.contactId && kind === 'stop'),
  )
}

function checkEnd({ stage }: Play, ended: CampaignView, { sheet, held }: Prepared): void {
  const { counts } = ended
  const over =
    counts.delivered +
    counts.undelivered +
    counts.expired +
    counts.rejected +
    counts.refused +
    counts.cancelled +
    counts.unconfirmed
  stage.prove(over === sheet.people, stage.words.everyMessageEnded(stage.number(sheet.people)))
  // Of a handful that were in their hours none may be within reach.
  if (held.messages > sheet.receive / 2) return
  stage.prove(counts.delivered > 0, stage.words.receiptsArrived(stage.number(counts.delivered)))
}
