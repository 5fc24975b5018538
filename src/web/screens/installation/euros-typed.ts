// A sum of euros as somebody types it, in millionths: with a comma or a point, never rounded.

/** Null: it is no such sum, or more than `max` millionths. */
export function eurosTyped(text: string, max: number): number | null {
  const parts = /^(\d{1,4})(?:[.,](\d{1,6}))?$/.exec(text.trim().replace(/\s*€$/, ''))
  if (parts === null) return null
  const [, whole = '0', decimals = ''] = parts
  const microEur = Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'))
  return microEur <= max ? microEur : null
}

/** The same the other way round, as it is typed. */
export const eurosToType = (microEur: number): string => String(microEur / 1_000_000)
