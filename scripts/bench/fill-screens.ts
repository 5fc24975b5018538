// An installation as it is after years: a million people, ten million messages, one of each thing.
import { join } from 'node:path'
import type { CampaignView } from '../../src/campaigns/contract.ts'
import { progress } from './figures.ts'
import { type Installation, sender } from './installation.ts'
import { Lists } from './lists.ts'
import { fillWithMessages } from './measure-growth.ts'
import { importFile, publishWording } from './measure-import.ts'
import { runCampaign } from './measure-sending.ts'
import { writePeople } from './people.ts'

export type Sizes = { people: number; ofOneCampaign: number; messages: number }

/** Ids for the addresses of the screens of one thing, by the path of the API. */
export type Things = Record<string, string>

export const filledSizes = (isQuick: boolean): Sizes =>
  isQuick
    ? { people: 30_000, ofOneCampaign: 10_000, messages: 300_000 }
    : { people: 1_000_000, ofOneCampaign: 100_000, messages: 10_000_000 }

/** One in nine refused, so that the list has people of more than one status. */
export async function fillPeople(
  installation: Installation,
  folder: string,
  { people, ofOneCampaign }: Sizes,
): Promise<Things> {
  const lists = new Lists(installation, folder, ofOneCampaign)
  await runCampaign(installation, await lists.next())
  const file = join(folder, 'everybody.csv')
  const count = people - ofOneCampaign
  await writePeople(file, { first: ofOneCampaign, count, refusedEvery: 9 })
  const wordingId = await publishWording(installation)
  const { listId, view } = await importFile(installation, file, wordingId)
  return { ...(await makeThings(installation, listId)), '/v1/imports/{id}': view.id }
}

export async function fillMessages(installation: Installation, { messages }: Sizes) {
  const stored = await fillWithMessages(installation, messages)
  progress(`  ${stored} messages are stored`)
  return stored
}

/** What the screens of one thing need: the largest of each. */
async function makeThings({ get, post }: Installation, listId: string): Promise<Things> {
  type Listed = { items: { id: string }[] }
  const first = async (path: string) => (await get<Listed>(path)).items[0]?.id ?? ''
  const texts = { name: 'Bench', class: 'marketing', purpose: 'offers', sender }
  const text = 'Bench : bonjour {first_name|à vous}, -20 % ce samedi.'
  const draft = await post<CampaignView>('/v1/campaigns', { ...texts, listId, text })
  const campaigns = await get<{ items: CampaignView[] }>('/v1/campaigns')
  const sent = campaigns.items.find(({ state }) => state !== 'draft')
  const segment = await post<{ id: string }>('/v1/segments', {
    name: 'Bench',
    match: 'all',
    rules: [{ field: 'list', op: 'is', listId }],
  })
  const template = await post<{ id: string }>('/v1/templates', {
    ...{ name: 'Bench', class: 'marketing' },
    text,
  })
  return {
    '/v1/lists/{id}': listId,
    '/v1/contacts/{id}': await first('/v1/contacts'),
    '/v1/messages/{id}': await first('/v1/messages'),
    '/v1/wordings/{id}': await first('/v1/wordings'),
    '/v1/routes/{id}': await first('/v1/routes'),
    '/v1/campaigns/{id}': sent?.id ?? '',
    draft: draft.id,
    '/v1/segments/{id}': segment.id,
    '/v1/templates/{id}': template.id,
  }
}
