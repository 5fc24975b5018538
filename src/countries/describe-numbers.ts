// Prints the public table of numbers: docs/reference/numbers.md.
import { numberCases } from './number-cases.ts'
import type { NumberOptions } from './number-reading.ts'

/** The content of the page; a test holds every line of it to what the reader answers. */
export function describeNumbers(): string {
  const lines = numberCases.map(([text, e164, territory, kind, reason, options]) =>
    [shown(text), asked(options), e164 ?? '', territory ?? '', kind, reason ?? ''].join(' | '),
  )
  return `# Numbers as people write them

<!-- Written by \`npm run docs\` from the code; do not edit. -->

What \`accord number TEXT --country FR\` and an import answer. A number without an international
prefix is at home in France unless another country is asked for. A reason means that no SMS goes
there; where it is a doubt (\`lost_zero\`, \`wrong_overseas_prefix\`, \`letter_for_digit\`,
\`words_beside_number\`, \`too_long\`), the number that seems to be meant is proposed, and never
taken without a person's word. Signs that cannot be seen are written as \`\\u\` and their code. The
table is \`src/countries/number-cases.ts\`, and the test of the reader runs it.

| Written | Asked | Number | Place | Kind | Reason |
|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}
`
}

function shown(text: string): string {
  const plain = text.replace(
    /[\u0000-\u001f\u0080-\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]/g,
    (sign) => {
      return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
    },
  )
  return plain === '' ? '(empty)' : `\`${plain.replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

function asked(options: NumberOptions | undefined): string {
  if (options === undefined) return ''
  const { country, repair, sandbox } = options
  const parts = [country ?? '', ...(repair ?? []), sandbox === true ? 'sandbox' : '']
  return parts.filter((part) => part !== '').join(', ')
}
