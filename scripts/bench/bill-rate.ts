// The exact figure of a text beside the check sheet of the same run: people a second, in turn.
import type { BillView, CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import { progress } from './figures.ts'
import { type Installation, sender } from './installation.ts'
import { Lists } from './lists.ts'
import { median } from './median.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { namesOfThreeAlphabets } from './people.ts'
import { secondsSince } from './wait.ts'

const textOf = (round: number) =>
  `Bench ${round} : bonjour {first_name|à vous} {last_name|}, -20 % ce samedi, et 10 € en boutique.`

type Told = { seconds: number; segments: number; receive: number }

async function bill(
  { post }: Installation,
  body: Record<string, unknown>,
  again: boolean,
): Promise<Told> {
  const start = performance.now()
  let asksAnew = again
  for (;;) {
    const view = await post<BillView>('/v1/campaign-bill', { ...body, again: asksAnew })
    asksAnew = false
    const { bill: exact } = view
    if (exact === null && view.state !== 'counting') throw new Error(view.state)
    if (exact === null) continue
    const { segments, receive } = exact
    return { seconds: secondsSince(start), segments, receive }
  }
}

type Sheet = Told & { path: string; hash: string }

async function sheet(installation: Installation, body: Record<string, unknown>): Promise<Sheet> {
  const { get, post } = installation
  const { id } = await post<CampaignView>('/v1/campaigns', { ...body, name: 'Bench' })
  const path = `/v1/campaigns/${id}`
  const start = performance.now()
  const { segments, receive, hash } = await get<CheckSheet>(`${path}/check-sheet`)
  return { seconds: secondsSince(start), segments, receive, path, hash }
}

/** The campaign itself: what the operator takes is what was told, to the part. */
async function sent({ operator, post }: Installation, made: Sheet): Promise<number> {
  const before = await operator.stats()
  await post(`${made.path}/approve`, { hash: made.hash })
  await post(`${made.path}/launch`)
  await operator.done(before, made.segments)
  const taken = (await operator.stats()).taken - before.taken
  if (taken !== made.segments) throw new Error(`${made.segments} were told, ${taken} taken`)
  return taken
}

export const billRate: Bench = {
  figures: ['bill_rate', 'bill_rate.first', 'bill_rate.seconds', 'bill_rate.parts'],
  what: 'the exact figure of a text for a list, beside the check sheet of the same text',
  run: ({ isQuick, folder, figures, rounds }) =>
    onInfrastructure(async ({ installation }) => {
      const people = isQuick ? 100_000 : 1_000_000
      const lists = new Lists(installation, folder, people, namesOfThreeAlphabets)
      const listId = await lists.next()
      const firsts: number[] = []
      const nexts: number[] = []
      const sheets: number[] = []
      let last: Sheet | null = null
      for (let round = 0; round < Math.max(rounds, 3); round += 1) {
        const common = { listId, class: 'marketing', purpose: 'offers', sender }
        const body = { ...common, text: textOf(round) }
        const made = await sheet(installation, body)
        const first = await bill(installation, { ...common, text: `${textOf(round)} ?` }, true)
        const next = await bill(installation, body, false)
        if (next.segments !== made.segments || next.receive !== made.receive) {
          throw new Error(`the bill says ${next.segments}, the sheet ${made.segments}`)
        }
        last = made
        sheets.push(people / made.seconds)
        firsts.push(people / first.seconds)
        nexts.push(people / next.seconds)
        const told = [made, first, next].map(({ seconds }) => seconds.toFixed(2))
        progress(`  round ${round + 1}: sheet ${told[0]} s, first ${told[1]} s, next ${told[2]} s`)
      }
      if (last !== null) {
        figures.add('bill_rate.parts', last.segments, 'parts', await sent(installation, last))
      }
      figures.add('bill_rate.people', people, 'people')
      figures.add('bill_rate', median(nexts), 'people/s', median(sheets))
      figures.add('bill_rate.first', median(firsts), 'people/s', median(sheets))
      figures.add('bill_rate.seconds', people / median(nexts), 's', people / median(sheets))
    }),
}
