// A copy of one person’s data in their language, for somebody who asked by letter or in person.
import { Group, Text } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useTakeCopy } from './desk-queries.ts'

/** `reason`: why this person is looked at, as it was given a moment ago; recorded once more. */
export function TakeCopy(props: { contactId: string; reason: string }) {
  const { words } = useLanguage()
  const w = words.desk
  const take = useTakeCopy(props.contactId)
  const state = useAllowed('contacts.reveal', take.isPending)
  const { reason } = props
  return (
    <Section title={w.copy} lead={w.copyLead}>
      <Group>
        {(['fr', 'en'] as const).map((language) => (
          <ActionButton
            key={language}
            variant="default"
            label={w.copyIn[language]}
            state={state}
            onPress={() => take.mutate({ reason, language })}
          />
        ))}
      </Group>
      {take.error ? <Failed error={take.error} /> : null}
      {take.isSuccess ? (
        <Text role="status" size="sm">
          {w.copyTaken}
        </Text>
      ) : null}
    </Section>
  )
}
