// How long the texts and numbers of messages and replies stay, and the choice of it with its reason.
import { Text } from '@mantine/core'
import { type TextKeepingView, textReasonMin } from '../../../sending/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { useChooseTextKeeping, useTextKeeping } from './queries.ts'
import { TermForm, TermSection } from './term-section.tsx'

function Choosing(props: { keeping: TextKeepingView }) {
  const { words } = useLanguage()
  const w = words.forms
  const choose = useChooseTextKeeping()
  return (
    <TermForm
      label={w.textsDays}
      save={w.textsChoose}
      term={props.keeping.days}
      max={props.keeping.daysMax}
      reasonMin={textReasonMin}
      choosing={choose}
      onChoose={(days, reason) => choose.mutate({ days, reason })}
    />
  )
}

export function TextsKeepingSection() {
  const { language, words } = useLanguage()
  const w = words.forms
  return (
    <TermSection title={w.textsTitle} lead={w.textsLead} query={useTextKeeping()}>
      {(keeping) => (
        <>
          {keeping.erasesFrom === null ? null : (
            <Text size="sm">
              {fill(w.textsFrom, {
                from: dateTime(language, keeping.erasesFrom),
                erased: count(language, keeping.erased),
              })}
            </Text>
          )}
          <Choosing key={keeping.days} keeping={keeping} />
        </>
      )}
    </TermSection>
  )
}
