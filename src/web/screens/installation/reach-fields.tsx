// Whom a route reaches, what it carries, and how its advertising says stop.
import { Checkbox, Group, SimpleGrid, TextInput } from '@mantine/core'
import { type MessageClass, messageClasses, type RouteView } from '../../../routing/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { PlacesSelect } from './place-select.tsx'

export type ReachDraft = {
  countries: string[]
  classes: string[]
  stopText: string
  stopShortcode: string
}

export const emptyReach: ReachDraft = {
  countries: [],
  classes: [...messageClasses],
  stopText: '',
  stopShortcode: '',
}

export const reachOf = (route: RouteView): ReachDraft => ({
  countries: route.countries,
  classes: route.classes,
  stopText: route.stopText ?? '',
  stopShortcode: route.stopShortcode ?? '',
})

export const reachRequest = (draft: ReachDraft) => ({
  countries: draft.countries,
  classes: messageClasses.filter((one) => draft.classes.includes(one)),
  stopText: draft.stopText.trim() === '' ? null : draft.stopText.trim(),
  stopShortcode: draft.stopShortcode.trim() === '' ? null : draft.stopShortcode.trim(),
})

export function ReachFields(props: {
  draft: ReachDraft
  change: (part: Partial<ReachDraft>) => void
}) {
  const { draft, change } = props
  const { words } = useLanguage()
  const w = words.installation.address
  const classes = words.installation.routes.classes
  return (
    <>
      <PlacesSelect
        label={w.countries}
        description={w.countriesHelp}
        value={draft.countries}
        choose={(countries) => change({ countries })}
      />
      <Checkbox.Group
        label={w.classes}
        value={draft.classes}
        onChange={(chosen) => chosen.length > 0 && change({ classes: chosen })}
      >
        <Group mt="xs">
          {messageClasses.map((one: MessageClass) => (
            <Checkbox key={one} value={one} label={classes[one]} />
          ))}
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={w.stopText}
          description={w.stopTextHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          minLength={4}
          maxLength={60}
          value={draft.stopText}
          onChange={(event) => change({ stopText: event.currentTarget.value })}
        />
        <TextInput
          label={w.stopShortcode}
          inputMode="numeric"
          pattern="[0-9]{3,8}"
          value={draft.stopShortcode}
          onChange={(event) => change({ stopShortcode: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  )
}
