// The order in which tables give their rows up: who needs another goes before it.

type Table = { name: string; needs: readonly string[] }

/** Tables that need one another in a circle come as they are: the database then refuses. */
export function inOrder(tables: readonly Table[]): string[] {
  const known = new Map(tables.map((table) => [table.name, table]))
  const needed = new Map<string, string[]>()
  for (const { name, needs } of tables) {
    for (const need of needs) needed.set(need, [...(needed.get(need) ?? []), name])
  }
  const order: string[] = []
  const seen = new Set<string>()
  const put = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const before of needed.get(name) ?? []) put(before)
    if (known.has(name)) order.push(name)
  }
  // What lets somebody in goes first.
  for (const first of ['accounts.session', 'accounts.token']) put(first)
  for (const { name } of tables) put(name)
  return order
}
