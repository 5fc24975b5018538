// The names of sensitive columns as stored: their headers, made distinct.
const lengthMax = 200

/** In the order asked. Of columns under one header the first of the file keeps it as it is. */
export function sensitiveLabels(
  headers: readonly { header: string }[],
  asked: readonly { index: number }[],
): string[] {
  const named = new Map<number, string>()
  const taken = new Set<string>()
  for (const { index } of [...asked].sort((a, b) => a.index - b.index)) {
    const header = headers[index]?.header ?? ''
    const first = header === '' ? String(index + 1) : header.slice(0, lengthMax)
    let label = first
    for (let count = 2; taken.has(label); count += 1) {
      const mark = ` (${count})`
      label = first.slice(0, lengthMax - mark.length) + mark
    }
    taken.add(label)
    named.set(index, label)
  }
  return asked.map(({ index }) => named.get(index) ?? '')
}
