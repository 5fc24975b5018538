// The text of a message with its exact parts, counted as the server counts them while one types.
import { Stack, Text, Textarea } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { fill } from '../../words/fill.ts'
import { countedText, countingRoute } from './counted-text.ts'
import { FieldPlaces } from './field-places.tsx'
import { useRoutes } from './queries.ts'

/** At the end, apart from the word before. */
const withPlace = (text: string, place: string) =>
  text === '' || /\s$/.test(text) ? `${text}${place}` : `${text} ${place}`

const encodingNames = { gsm7: 'GSM 7', ucs2: 'UCS-2' }

export function TextField(props: {
  value: string
  class: string
  onChange: (text: string) => void
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const { me } = useSession()
  const routes = useRoutes().data?.items ?? []
  const isSandboxAccount = me.account.kind === 'sandbox'
  const route = countingRoute(routes, { class: props.class, isSandboxAccount })
  const { plan, mention } = countedText(props.value, props.class, route)
  const characters = plan.offendingCharacters.map((one) => one.character)
  return (
    <Stack gap={4}>
      <Textarea
        label={w.text}
        description={w.textHelp}
        autosize
        minRows={3}
        required
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <FieldPlaces insert={(place) => props.onChange(withPlace(props.value, place))} />
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
          {fill(w.ucs2, { characters: characters.join(' ') })}
        </Text>
      ) : null}
    </Stack>
  )
}
