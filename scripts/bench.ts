// npm run bench: each figure on installations of its own, beside a reference of the same run.
// `--quick` under ten minutes; `--only name,name`; `--against kannel`; `--json`: a line a figure;
// `--people 10000000`: so many people where an account is filled (`--only erasure`), or written to
// by each campaign (`--only watched`).
// `--connections 64`: so many callers of single messages at once; else 32, 64 and 128 in turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { benches } from './bench/benches.ts'
import { Figures, progress } from './bench/figures.ts'
import { kannelMissing } from './bench/kannel.ts'
import type { Setting } from './bench/on-infrastructure.ts'
import { readFlags } from './read-flags.ts'

const values = readFlags({
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  against: { type: 'string' },
  rounds: { type: 'string' },
  connections: { type: 'string' },
  people: { type: 'string' },
})

function atLeastOne(name: string, count: number): number {
  return Number.isInteger(count) && count > 0
    ? count
    : refuse(`--${name} is a whole number from 1 on`)
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

const wanted = values.only?.split(',') ?? null
const known = benches.flatMap(({ figures }) => figures)
const unknown = wanted?.filter((name) => !known.includes(name)) ?? []
if (unknown.length > 0)
  refuse(`no figure is named ${unknown.join(', ')}; there are ${known.join(', ')}`)
if (values.against !== undefined && values.against !== 'kannel') {
  refuse('the bench knows one to run against: --against kannel')
}
const missing = values.against === 'kannel' ? kannelMissing() : null
if (missing !== null) refuse(missing)

const [cpu] = cpus()
const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
progress(`${cpus().length} × ${cpu?.model ?? '?'}, ${memory}, Node ${process.versions.node}`)

const prefix = join(tmpdir(), 'accord-bench-files-')
const folder = mkdtempSync(prefix)
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
const setting: Setting = {
  isQuick: values.quick,
  folder,
  figures: new Figures(values.json),
  rounds: atLeastOne('rounds', rounds),
  connections: (values.connections ?? '32,64,128')
    .split(',')
    .map((count) => atLeastOne('connections', Number(count))),
  isAgainstKannel: values.against === 'kannel',
  people: values.people === undefined ? null : atLeastOne('people', Number(values.people)),
}
try {
  for (const bench of benches) {
    if (wanted !== null && !bench.figures.some((name) => wanted.includes(name))) continue
    progress(`${bench.figures[0]}: ${bench.what}`)
    await bench.run(setting)
  }
  setting.figures.print()
} finally {
  if (folder.startsWith(prefix)) rmSync(folder, { recursive: true })
}
process.exit(0)
