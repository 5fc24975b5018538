// What a file is: its verdict after the rule of the notice, in a sentence and in records.
import { Alert, List, Stack, Text } from '@mantine/core'
import type { ImportAnalysis } from '../../../intake/contract.ts'
import { count, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

const colours = {
  personal_by_itself: 'orange',
  personal_by_combination: 'yellow',
  not_personal: 'green',
} as const

/** `isOver`: nothing is chosen any more. */
export function Verdict(props: { analysis: ImportAnalysis; isOver: boolean }) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { analysis, isOver } = props
  const { format } = analysis
  const isByLaw = analysis.lawSentence !== null
  const colour = isByLaw ? 'yellow' : colours[analysis.verdict]
  const title = isByLaw ? w.personalByLaw : w.verdicts[analysis.verdict]
  const facts = [format.kind.toUpperCase(), format.encoding, format.delimiter, format.sheet]
    .filter((fact) => fact !== null)
    .map((fact) => (fact === '\t' ? 'TAB' : fact))
  return (
    <Alert color={colour} title={title}>
      <Stack gap={4}>
        {isByLaw ? <Text size="sm">{analysis.lawSentence}</Text> : null}
        {analysis.source && !isOver ? (
          <Text size="sm" fw={600}>
            {withInstants(language, analysis.source.sentence)}
          </Text>
        ) : null}
        {analysis.warnings.length > 0 ? (
          <List size="sm">
            {analysis.warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        ) : null}
        <details>
          <summary>{w.details}</summary>
          <Text size="sm">{analysis.verdictSentence}</Text>
          <Text size="sm">
            {fill(w.rowVerdicts, {
              S: count(language, analysis.rowVerdicts.S),
              C: count(language, analysis.rowVerdicts.C),
              N: count(language, analysis.rowVerdicts.N),
            })}
          </Text>
          <Text size="sm">{fill(w.format, { format: facts.join(' · ') })}</Text>
        </details>
      </Stack>
    </Alert>
  )
}
