// What was done with a breach, newest first: letters as issued, what changed, what was taken back.
import { Anchor, Group, Text } from '@mantine/core'
import type { BreachChange, BreachHistory } from '../../../disclosure/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import type { Of } from './breach-acts.tsx'
import { letterAddress, useTakeBack } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

type Issued = { whose: Whose; breachId: string; letterId: string; name: string }

/** As it was issued: a page, and the same words as PDF. */
function IssuedLetter({ whose, breachId, letterId, name }: Issued) {
  const address = letterAddress(whose, { id: breachId, letterId })
  return (
    <Group gap="sm">
      <Anchor size="sm" download href={address('html')}>
        {name}
      </Anchor>
      <Anchor size="sm" download href={address('pdf')}>
        {name}, PDF
      </Anchor>
    </Group>
  )
}

function useChangeText(): (change: BreachChange) => string {
  const { language } = useLanguage()
  const w = useBreachWords()
  const shownOf = (field: BreachChange['field'], value: string | null): string => {
    if (value === null) return w.nothing
    if (field === 'discoveredAt' || field === 'knownAt') return dateTime(language, value)
    if (field === 'risk') return w.risks[value as keyof typeof w.risks]
    if (field === 'untold') return w.untold[value as keyof typeof w.untold]
    return value
  }
  return ({ field, before, after }) =>
    fill(before === null ? w.changed : w.changedFrom, {
      field: field === 'knownAt' ? w.own.knownAt : w.form[field],
      before: shownOf(field, before),
      after: shownOf(field, after),
    })
}

type Done = Of & { step: BreachHistory }

/** Only of what was noted and stands: the rest of the history is what it is. */
function TakeBack({ whose, breach, step: { id, step } }: Done) {
  const w = useBreachWords()
  const back = useTakeBack(whose, breach.id, id)
  const state = useAllowed(ofWhose[whose].needs, back.isPending)
  return (
    <ReasonDialog
      label={fill(w.takeBack.label, { step: w.stepNames[step] })}
      title={w.takeBack.title}
      what={w.takeBack.what}
      reasonLabel={w.takeBack.why}
      save={w.takeBack.title}
      state={state}
      error={back.error}
      act={(why, done) => back.mutate({ why }, done)}
      size="xs"
    />
  )
}

/** What a step says beside its name. */
function Said({ whose, breach, step: done }: Done) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const changeText = useChangeText()
  const { id, on, note, letter, language: said, voids, changes } = done
  const voided = breach.history.find((one) => one.id === voids)
  if (letter !== null && said !== null) {
    const name = `${w.letterNames[letter]}, ${w.languages[said]}`
    return <IssuedLetter whose={whose} breachId={breach.id} letterId={id} name={name} />
  }
  const texts = [
    voided === undefined
      ? ''
      : fill(w.takeBack.of, {
          step: w.stepNames[voided.step],
          day: dateTime(language, voided.at),
        }),
    on === null ? '' : fill(w.doneOn, { day: dateTime(language, on) }),
    ...changes.map(changeText),
    note,
    done.isTakenBack ? w.takeBack.done : '',
  ]
  return texts
    .filter((text) => text !== '')
    .map((text) => (
      <Text key={text} size="sm" className="accord-measure">
        {text}
      </Text>
    ))
}

export function BreachHistoryTable({ whose, breach }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const mayBe = ({ step, isTakenBack }: BreachHistory) =>
    breach.state !== 'closed' &&
    !isTakenBack &&
    (step === 'authority_notified' || step === 'people_told')
  return (
    <Section title={w.history}>
      <StackedTable minWidth={560} spacing="sm" columns={[w.when, w.steps, w.who]}>
        {breach.history.map((step) => (
          <StackedRow key={step.id}>
            <StackedCell label={w.when}>{dateTime(language, step.at)}</StackedCell>
            <StackedCell leads>
              <Text size="sm" {...(step.isTakenBack ? { td: 'line-through' } : {})}>
                {w.stepNames[step.step]}
              </Text>
              <Said {...{ whose, breach, step }} />
              {mayBe(step) ? <TakeBack {...{ whose, breach, step }} /> : null}
            </StackedCell>
            <StackedCell label={w.who}>{step.by}</StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    </Section>
  )
}
