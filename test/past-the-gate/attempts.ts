// Every attempt to get a marketing message past the gate, and the page that publishes them.
import { alteredAttempts } from './altered-attempts.ts'
import { type Attempt, checkThatFires } from './attempt.ts'
import { consentAttempts } from './consent-attempts.ts'
import { hoursAttempts } from './hours-attempts.ts'
import { legalBasisAttempts } from './legal-basis-attempts.ts'
import { objectionAttempts } from './objection-attempts.ts'
import { parentAttempts } from './parent-attempts.ts'
import { personAttempts } from './person-attempts.ts'
import { textAttempts } from './text-attempts.ts'

export const attempts: readonly Attempt[] = [
  ...consentAttempts,
  ...legalBasisAttempts,
  ...objectionAttempts,
  ...alteredAttempts,
  ...personAttempts,
  ...parentAttempts,
  ...textAttempts,
  ...hoursAttempts,
]

/** `docs/reference/past-the-gate.md`. */
export function attemptsPage(): string {
  const families = new Map<string, Attempt[]>()
  for (const attempt of attempts) {
    families.set(attempt.family, [...(families.get(attempt.family) ?? []), attempt])
  }
  let number = 0
  const sections = [...families].map(([family, list]) => {
    const rows = list.map((attempt) => {
      number += 1
      const check = checkThatFires(attempt.expected) ?? 'the door'
      const cells = [
        String(number),
        attempt.what,
        attempt.gate,
        `\`${check}\``,
        `\`${attempt.expected}\``,
        attempt.control,
      ]
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    })
    const head =
      '| # | The attempt | Gate | The check that fires | The answer | The control that passes |'
    return `## ${family}\n\n${head}\n|---|---|---|---|---|---|\n${rows.join('\n')}`
  })
  return `# Past the gate

<!-- Written by \`npm run docs\` from the code; do not edit. -->

${attempts.length} attempts to get a marketing message past the gate. Each is made on a real database,
through the gate that the program runs: the first as a message is accepted, the second as it leaves.
Each names the one answer that it must get, and stands beside a control that differs in one thing and
must pass. \`npm test -- past-the-gate\` makes them all.

${sections.join('\n\n')}
`
}
