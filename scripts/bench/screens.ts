// Each screen's answer to a click on a full installation, beside the same screen when it was empty.
import { progress } from './figures.ts'
import { filledSizes, fillMessages, fillPeople } from './fill-screens.ts'
import { type Installation, owner } from './installation.ts'
import { type Answer, type Answers, measureScreens, searched } from './measure-screens.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'

const clicks = 20

const asOwner = ({ url }: Installation) => ({ url, ...owner })

type Of = (answer: Answer) => number
const shown: Of = (answer) => answer.shown
const whole: Of = (answer) => answer.whole

export const screens: Bench = {
  figures: ['screens', 'screens.whole', 'screens.search'],
  what: 'clicks in a browser on a million people and ten million messages',
  run: ({ isQuick, folder, figures }) =>
    onInfrastructure(async ({ installation }) => {
      const sizes = filledSizes(isQuick)
      const rounds = isQuick ? 5 : clicks
      const before = await measureScreens(asOwner(installation), {}, rounds)
      const things = await fillPeople(installation, folder, sizes)
      const messages = await fillMessages(installation, sizes)
      const after = await measureScreens(asOwner(installation), things, rounds)
      tell(after)
      figures.add('screens.people', sizes.people, 'people')
      figures.add('screens.messages', messages, 'messages')
      figures.add('screens', slowest(after, shown), 'ms', slowest(before, shown))
      figures.add('screens.whole', slowest(after, whole), 'ms', slowest(before, whole))
      const search = [after, before].map((answers) => p95(answers.get(searched) ?? [], whole))
      figures.add('screens.search', search[0] ?? 0, 'ms', search[1] ?? 0)
    }),
}

/** The p95 of each screen, the slowest first. */
export function tell(answers: Answers): void {
  const lines = [...answers].map(([name, all]) => ({
    name,
    shown: p95(all, shown),
    whole: p95(all, whole),
  }))
  for (const line of lines.sort((a, b) => b.whole - a.whole)) {
    const [first, all] = [line.shown, line.whole].map((ms) => `${Math.round(ms)} ms`)
    progress(`  ${line.name}: shown in ${first}, whole in ${all}`)
  }
}

const slowest = (answers: Answers, of: Of): number =>
  Math.max(...[...answers.values()].map((all) => p95(all, of)))

function p95(answers: readonly Answer[], of: Of): number {
  const sorted = answers.map(of).sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}
