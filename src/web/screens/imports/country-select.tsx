// A country by the reader's own name for it: the one whose way of writing numbers a file uses.
import { Select } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'

/** The countries whose rules are known here. */
export const knownCountries = 'FR BE CH LU DE AT ES IT PT NL IE GB PL'.split(' ')

export function CountrySelect(props: {
  label: string
  value: string
  choose: (country: string) => void
}) {
  const { language } = useLanguage()
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const data = [...new Set([...knownCountries, props.value])].map((value) => ({
    value,
    label: names.of(value) ?? value,
  }))
  return (
    <Select
      className="accord-measure"
      label={props.label}
      allowDeselect={false}
      value={props.value}
      data={data}
      onChange={(value) => value && props.choose(value)}
    />
  )
}
