// The words of a name that are looked for: without the titles that people write before it. Pure.

/** In French and English, as letters and e-mails are signed. */
const titles: ReadonlySet<string> = new Set([
  ...['m', 'mr', 'mrs', 'ms', 'miss', 'mme', 'mlle', 'melle', 'monsieur', 'madame'],
  ...['mademoiselle', 'sir', 'dr', 'docteur', 'doctor', 'me', 'maitre', 'maître', 'prof'],
])

/** Null: nothing is left to look for. */
export function soughtName(name: string | undefined): string | null {
  const words = (name ?? '').split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '')
  const sought = words.filter((word) => !titles.has(word.toLowerCase()))
  return sought.length === 0 ? null : sought.join(' ')
}
