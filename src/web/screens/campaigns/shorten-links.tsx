// Beside a text: each long address in it can be shortened, by a press and never by itself.
import { Button, Group, Stack } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { useLinkSettings, useMakeLink } from '../links/queries.ts'

/** Up to a space; what ends a sentence is no part of an address. */
const addresses = /https:\/\/[^\s{}|]+[^\s{}|.,;:!?)»"]/g
const isShort = /^https?:\/\/[^/]+\/l\/[2-9a-hjkmnp-z]{8}$/

export function longAddresses(text: string): string[] {
  const found = [...text.matchAll(addresses)].map(([address]) => address)
  return [...new Set(found)].filter((address) => !isShort.test(address))
}

/** Of a long address as much as names it. */
const shown = (address: string): string =>
  address.length > 40 ? `${address.slice(0, 39)}…` : address

export function ShortenLinks(props: { value: string; onChange: (text: string) => void }) {
  const { words } = useLanguage()
  const settings = useLinkSettings()
  const make = useMakeLink()
  const long = longAddresses(props.value)
  if (settings.data?.isOn !== true || long.length === 0) return null
  const shorten = (address: string) =>
    make.mutate(address, {
      onSuccess: ({ shortUrl }) => props.onChange(props.value.replaceAll(address, shortUrl)),
    })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {long.map((address) => (
          <Button
            key={address}
            size="compact-xs"
            variant="default"
            loading={make.isPending && make.variables === address}
            onClick={() => shorten(address)}
          >
            {fill(words.links.shorten, { address: shown(address) })}
          </Button>
        ))}
      </Group>
      {make.error ? <Failed error={make.error} /> : null}
    </Stack>
  )
}
