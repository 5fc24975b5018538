// The figures of a run: printed as a table, or one line of JSON each.
export type Figure = {
  name: string
  value: number
  unit: string
  /** The same work without what Accord adds, measured in the same run. */
  reference: number | null
  /** value / reference; for times and sizes, the lower the better. */
  ratio: number | null
}

export class Figures {
  readonly #isJson: boolean
  readonly all: Figure[] = []
  constructor(isJson: boolean) {
    this.#isJson = isJson
  }

  add(name: string, value: number, unit: string, reference: number | null = null): void {
    const ratio = reference === null || reference === 0 ? null : round(value / reference)
    const figure = { name, value: round(value), unit, reference: rounded(reference), ratio }
    this.all.push(figure)
    if (this.#isJson) process.stdout.write(`${JSON.stringify(figure)}\n`)
  }

  print(): void {
    if (this.#isJson) return
    const rows = this.all.map(({ name, value, unit, reference, ratio }) => [
      name,
      value.toLocaleString('en-GB'),
      unit,
      reference === null ? '' : reference.toLocaleString('en-GB'),
      ratio === null ? '' : ratio.toLocaleString('en-GB'),
    ])
    const table = [['figure', 'value', 'unit', 'reference', 'ratio'], ...rows]
    const widths = [0, 1, 2, 3, 4].map((at) =>
      Math.max(...table.map((row) => row[at]?.length ?? 0)),
    )
    for (const row of table) {
      const cells = row.map((cell, at) => {
        const width = widths[at] ?? 0
        return at === 0 || at === 2 ? cell.padEnd(width) : cell.padStart(width)
      })
      process.stdout.write(`${cells.join('  ')}\n`)
    }
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

function rounded(value: number | null): number | null {
  return value === null ? null : round(value)
}

/** Where the run has got to, apart from the figures. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}
