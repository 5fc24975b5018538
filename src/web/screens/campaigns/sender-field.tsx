// The sender: the registered ones are offered; another can be typed,
// and the check sheet then says what lacks.
import { Anchor, Autocomplete, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { useSenders } from './queries.ts'

export function SenderField(props: { value: string; onChange: (sender: string) => void }) {
  const { words } = useLanguage()
  const w = words.campaigns
  const senders = useSenders()
  const names = (senders.data?.items ?? [])
    .filter((sender) => sender.state === 'approved')
    .map((sender) => sender.name)
  return (
    <Stack gap={4}>
      <Autocomplete
        label={w.sender}
        description={w.senderHelp}
        required
        maxLength={16}
        data={[...new Set(names)]}
        value={props.value}
        onChange={props.onChange}
      />
      {senders.data && names.length === 0 ? (
        <Text size="sm">
          {w.noSender}{' '}
          <Anchor component={Link} to={paths.settings}>
            {words.navigation.settings}
          </Anchor>
        </Text>
      ) : null}
    </Stack>
  )
}
