// npm run sim: engine, campaigns and ledger in simulated time, with crashes between any two writes.
// `--seeds N` runs, from `--seed S` on; a seed that breaks an invariant is printed with its story.
// Before them come programs that are broken on purpose, which its questions must find.
import { controls, isFound } from '../test/simulation/controls.ts'
import { simulate } from '../test/simulation/run-simulation.ts'
import { Figures, progress } from './bench/figures.ts'
import { readFlags } from './read-flags.ts'

const values = readFlags({
  seeds: { type: 'string' },
  seed: { type: 'string' },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
})

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(number) && number > 0) return number
  process.stderr.write(`not a whole number above zero: ${text}\n`)
  process.exit(2)
}

const seeds = wholeNumber(values.seeds, values.quick ? 40 : 500)
const first = wholeNumber(values.seed, 1)
let missed = 0
// Who asks for one seed has a story to look at.
for (const control of seeds > 1 ? controls : []) {
  if (await isFound(control)) continue
  missed += 1
  progress(`a program that is broken by "${control.sabotage}" was not found`)
}
const sums = { crashes: 0, messages: 0, taken: 0, maybeSent: 0, rerouted: 0, steps: 0 }
let broken = 0
for (let seed = first; seed < first + seeds; seed += 1) {
  const report = await simulate(seed)
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += report.facts[name]
  if (report.broken.length > 0) {
    broken += 1
    progress(`seed ${seed} breaks; again with --seed ${seed} --seeds 1`)
    for (const line of [...report.story, ...report.broken.slice(0, 20)]) progress(`  ${line}`)
  } else if ((seed - first + 1) % 20 === 0) progress(`${seed - first + 1} of ${seeds} seeds`)
}
const figures = new Figures(values.json)
figures.add('sim_seeds', seeds, 'seeds')
figures.add('sim_broken', broken, 'seeds', 0)
figures.add('sim_broken_on_purpose_not_found', missed, 'programs', 0)
figures.add('sim_crashes', sums.crashes, 'crashes')
figures.add('sim_messages', sums.messages, 'messages')
figures.add('sim_segments_taken', sums.taken, 'segments')
figures.add('sim_maybe_sent', sums.maybeSent, 'messages')
figures.add('sim_rerouted', sums.rerouted, 'messages')
figures.print()
process.exit(broken === 0 && missed === 0 ? 0 : 1)
