// npm run fuzz: ten million bent PDUs at the codec, and every beginning of every vector.
import { parseArgs } from 'node:util'
import { type FireResult, fireMutations, firePrefixes } from '../test/support/codec-fire.ts'
import { encodeRate } from './bench/encode-rate.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const count = Number(values.count ?? (values.quick ? 200_000 : 10_000_000))
const seed = Number(values.seed)
/** A fault that took longer than any pause of the machine would be a hang. */
const slowestMsMax = 1_000
/** Above this the memory has grown with the count. */
const grownMbMax = 64

const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20
const say = (text: string): void => {
  if (!values.json) console.log(text)
}

function tell(name: string, result: FireResult): string[] {
  const faults = Object.entries(result.faults).map(([fault, times]) => `${fault} ${times}`)
  say(
    `${name}: ${result.pdus} PDUs, ${result.values} values, slowest ${result.slowestMs.toFixed(1)} ms`,
  )
  say(`  faults: ${faults.join(', ')}`)
  return result.broken.map(({ what, octets, turn }) => `${what} (turn ${turn}): ${octets}`)
}

say(`seed ${seed}`)
const wrong = tell('beginnings', firePrefixes())
const begun = performance.now()
let settledMb: number | null = null
const result = fireMutations(count, seed, () => {
  settledMb ??= megabytes()
})
wrong.push(...tell('bent', result))
const grownMb = settledMb === null ? 0 : megabytes() - settledMb
if (grownMb > grownMbMax) wrong.push(`the memory grew by ${grownMb.toFixed(0)} MB`)
if (result.slowestMs > slowestMsMax) wrong.push(`one took ${result.slowestMs.toFixed(0)} ms`)
const seconds = (performance.now() - begun) / 1000
say(`${(result.pdus / seconds).toFixed(0)} a second; the memory grew by ${grownMb.toFixed(1)} MB`)
const rate = encodeRate(values.quick ? 50_000 : 500_000)
say(
  `encoding: ${rate.perSecond.toFixed(0)} a second, ${rate.ratio.toFixed(1)} times the npm package smpp`,
)
if (values.json) {
  const lines = [
    { name: 'fuzz_pdus', value: result.pdus, unit: 'PDUs', reference: null, ratio: null },
    { name: 'fuzz_broken', value: wrong.length, unit: 'PDUs', reference: null, ratio: null },
    {
      name: 'encode_rate',
      value: rate.perSecond,
      unit: 'PDUs/s',
      reference: rate.reference,
      ratio: rate.ratio,
    },
  ]
  for (const line of lines) console.log(JSON.stringify(line))
}
for (const one of wrong) console.error(one)
process.exitCode = wrong.length === 0 ? 0 : 1
