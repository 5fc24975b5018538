// What a self-check found, as lines for a terminal.
import type { CheckupView, CheckView } from '../../checkup/contract.ts'
import type { Language } from '../../kernel/index.ts'
import { checkCommandWords } from '../../words/index.ts'

const columnsMax = 100
const indent = '           '

export function tellCheckup(language: Language, { at, counts, checks }: CheckupView): string {
  const say = checkCommandWords[language]
  const lines = [say.counted(counts), say.measured(`${at.slice(0, 16).replace('T', ' ')} UTC`), '']
  for (const check of checks) lines.push(...tell(say, check))
  return `${lines.join('\n')}\n`
}

type Say = (typeof checkCommandWords)[Language]

function tell(say: Say, { result, title, evidence, toDo, references }: CheckView): string[] {
  const head = `${say.results[result].padEnd(indent.length - 1)} `
  if (toDo === null) return wrapped(head, `${title}${say.colon}${evidence}`)
  const numbers = (source: 'cnil' | 'recyf') =>
    references.filter((one) => one.source === source).map(({ number }) => number)
  return [
    `${head}${title}`,
    ...wrapped(indent, evidence),
    ...wrapped(indent, `→ ${toDo}`),
    ...wrapped(indent, say.references(numbers('cnil').join(', '), numbers('recyf').join(', '))),
    '',
  ]
}

/** Later lines stand under the first one. */
function wrapped(head: string, text: string): string[] {
  const lines: string[] = []
  let line = head
  for (const word of text.split(' ')) {
    const isFirst = line === head || line === indent
    if (!isFirst && line.length + 1 + word.length > columnsMax) {
      lines.push(line)
      line = indent + word
    } else line += isFirst ? word : ` ${word}`
  }
  return [...lines, line]
}
