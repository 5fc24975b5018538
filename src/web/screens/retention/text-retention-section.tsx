// How long the texts and numbers of messages and replies stay,
// and the choice of it with its reason.
import { Text } from '@mantine/core'
import { type TextRetentionView, textReasonMin } from '../../../sending/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useChooseTextRetention, useTextRetention } from './queries.ts'
import { TermForm, TermSection } from './term-section.tsx'

function Choosing(props: { retention: TextRetentionView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const choose = useChooseTextRetention()
  return (
    <TermForm
      label={w.textsDays}
      save={w.textsChoose}
      term={props.retention.days}
      max={props.retention.daysMax}
      reasonMin={textReasonMin}
      choosing={choose}
      onChoose={(days, reason) => choose.mutate({ days, reason })}
    />
  )
}

export function TextRetentionSection() {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  return (
    <TermSection title={w.textsTitle} lead={w.textsLead} query={useTextRetention()}>
      {(retention) => (
        <>
          {retention.erasesFrom === null ? null : (
            <Text size="sm">
              {fill(w.textsFrom, {
                from: dateTime(language, retention.erasesFrom),
                erased: count(language, retention.erased),
              })}
            </Text>
          )}
          <Choosing key={retention.days} retention={retention} />
        </>
      )}
    </TermSection>
  )
}
