// The text of a message with its parts, counted as the server counts them while one types,
// and fields by button.
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { mergeFields } from '../../../sending/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import { plainCharacter } from './plain-character.ts'
import { ShortenLinks } from './shorten-links.tsx'
import { useCountedText } from './use-counted-text.ts'

const encodingNames = { gsm7: 'GSM 7', ucs2: 'UCS-2' }

type Area = { current: HTMLTextAreaElement | null }

/** Puts a field where the cursor stands, with what is written for whoever lacks it. */
function FieldButtons(props: { area: Area; value: string; onChange: (text: string) => void }) {
  const { words } = useLanguage()
  const w = words.compose
  const [fallback, setFallback] = useState('')
  const custom = (useCustomFields().data ?? []).filter(({ isArchived }) => !isArchived)
  const insert = (field: string) => {
    const area = props.area.current
    const from = area?.selectionStart ?? props.value.length
    const to = area?.selectionEnd ?? from
    const instead = fallback.replace(/[{}|]/g, '').trim()
    const place = instead === '' ? `{${field}}` : `{${field}|${instead}}`
    props.onChange(props.value.slice(0, from) + place + props.value.slice(to))
    const cursor = from + place.length
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(cursor, cursor)
    })
  }
  return (
    <Group gap="xs" align="flex-end">
      {mergeFields.map((field) => (
        <Button key={field} size="xs" variant="default" onClick={() => insert(field)}>
          {w.fields[field]}
        </Button>
      ))}
      {custom.map(({ key, name }) => (
        <Button key={key} size="xs" variant="default" onClick={() => insert(key)}>
          {`+ ${name}`}
        </Button>
      ))}
      <TextInput
        size="xs"
        label={w.fallback}
        description={w.fallbackHelp}
        maxLength={60}
        value={fallback}
        onChange={(event) => setFallback(event.currentTarget.value)}
      />
    </Group>
  )
}

const nameOf = (words: Words, character: string) =>
  character.trim() === '' ? words.compose.unbreakable : character

/** Offered, and never done by itself: a text says what its author wrote. */
function Plainer(props: {
  characters: readonly string[]
  value: string
  onChange: (text: string) => void
}) {
  const { words } = useLanguage()
  const offers = props.characters.flatMap((character) => {
    const plain = props.value.includes(character) ? plainCharacter(character) : null
    return plain === null ? [] : [{ character, plain }]
  })
  if (offers.length === 0) return null
  return (
    <Group gap="xs">
      {offers.map(({ character, plain }) => (
        <Button
          key={character}
          size="compact-xs"
          variant="default"
          onClick={() => props.onChange(props.value.replaceAll(character, plain))}
        >
          {fill(words.compose.writePlain, {
            character: nameOf(words, character),
            plain: plain === ' ' ? words.compose.space : plain,
          })}
        </Button>
      ))}
    </Group>
  )
}

export function TextField(props: {
  value: string
  class: string
  /** False: a text to one person, who needs no places. */
  hasFields?: boolean
  onChange: (text: string) => void
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const area = useRef<HTMLTextAreaElement>(null)
  const { hasFields = true } = props
  const { plan, mention } = useCountedText(props.value, props.class)
  const characters = plan.offendingCharacters.map((one) => one.character)
  return (
    <Stack gap={4}>
      <Textarea
        ref={area}
        label={w.text}
        description={hasFields ? w.textHelp : undefined}
        autosize
        minRows={4}
        required
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status">
        {fill(w.units, {
          encoding: encodingNames[plan.encoding],
          units: plan.units,
          segments: plan.segments,
        })}
      </Text>
      {mention === null ? null : (
        <Text size="sm" c="dimmed">
          {fill(w.withMention, { mention })}
        </Text>
      )}
      {characters.length > 0 ? (
        <Text size="sm" fw={600}>
          {fill(w.ucs2, { characters: characters.map((one) => nameOf(words, one)).join(' ') })}
        </Text>
      ) : null}
      <Plainer characters={characters} value={props.value} onChange={props.onChange} />
      <ShortenLinks value={props.value} onChange={props.onChange} />
      {hasFields ? (
        <FieldButtons area={area} value={props.value} onChange={props.onChange} />
      ) : null}
    </Stack>
  )
}
