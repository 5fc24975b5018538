// Where the people of a file go: into a new list, or into one that is there.
import { Anchor, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { ListChooser } from '../lists/list-chooser.tsx'
import { useListsNamed } from '../lists/queries.ts'

/** Into a list that exists; null: into a new one; empty: it is still to be chosen. */
export type Into = { existing: string | null; name: string }

const plain = (name: string) => name.trim().toLocaleLowerCase()

/** Several lists may have one name; who meant the one that is there is helped to it. */
function SameName(props: { name: string; choose(id: string): void }) {
  const w = own(useLanguage().words, listChoiceWords)
  const named = useListsNamed(props.name).data?.items ?? []
  const same = named.find(({ name }) => plain(name) === plain(props.name))
  if (same === undefined) return null
  return (
    <Text size="sm" role="status">
      {w.sameName}{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => props.choose(same.id)}>
        {w.addToIt}
      </Anchor>
    </Text>
  )
}

export function ListInto(props: { into: Into; change(part: Partial<Into>): void }) {
  const { words } = useLanguage()
  const w = own(words, listChoiceWords)
  const { into, change } = props
  const isNew = into.existing === null
  return (
    <Stack gap="xs">
      <Radio.Group
        label={w.into}
        value={isNew ? 'new' : 'existing'}
        onChange={(value) => change({ existing: value === 'new' ? null : '' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="new" label={w.intoNew} />
          <Radio value="existing" label={w.intoExisting} />
        </Stack>
      </Radio.Group>
      {isNew ? (
        <>
          <TextInput
            label={words.imports.listName}
            required
            maxLength={120}
            value={into.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <SameName name={into.name} choose={(existing) => change({ existing })} />
        </>
      ) : (
        <ListChooser
          label={w.existing}
          required
          value={into.existing || null}
          onChange={(existing) => change({ existing: existing ?? '' })}
        />
      )}
    </Stack>
  )
}
