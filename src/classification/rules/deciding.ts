// Which rules decide in a file, and which would have decided otherwise: for tests and reports.
import type { Heard } from './apply-rules.ts'

export type Deciding = {
  /** Rules that decide a column or mark it. */
  names: ReadonlySet<string>
  /** "people: one (name) before another (company)": both hold, with different types. */
  conflicts: readonly string[]
}

/** `classify` is to hand `heard` on to the table of rules. */
export function deciding(classify: (heard: Heard) => void): Deciding {
  const names = new Set<string>()
  const conflicts: string[] = []
  const first = new Map<string, { name: string; type: string }>()
  classify((step, { name, gives }, column) => {
    if (gives === null) {
      names.add(name)
      return
    }
    const place = `${step.name}/${column.index}`
    const before = first.get(place)
    if (before === undefined) {
      first.set(place, { name, type: gives.type })
      names.add(name)
    } else if (before.type !== gives.type) {
      const [one, other] = [`${before.name} (${before.type})`, `${name} (${gives.type})`]
      conflicts.push(`${step.name}: ${one} before ${other}`)
    }
  })
  return { names, conflicts }
}
