// The parameters of a statement that is put together: each is added where its condition is written.
export type Values = { add(value: unknown): string }

/** Parameters behind those of the rule. */
export function valuesFrom(first: readonly unknown[]): Values & { all: unknown[] } {
  const all = [...first]
  return { all, add: (value) => `$${all.push(value)}` }
}
