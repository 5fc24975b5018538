// Any country by the reader's own name for it, found by typing.
import { MultiSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { type Language, useLanguage } from '../../data/language.tsx'

/** Codes that name no country: unions, test regions, old or partial places. */
const noCountries = new Set(
  'AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB YD YU ZR ZZ'.split(' '),
)
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** As the browser knows them: a code without a name of its own is no country. */
function placesOf(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return codes
    .flatMap((value) => {
      const label = noCountries.has(value) ? undefined : names.of(value)
      return label === undefined ? [] : [{ value, label }]
    })
    .sort((a, b) => a.label.localeCompare(b.label, language))
}

function usePlaces() {
  const { language } = useLanguage()
  return useMemo(() => placesOf(language), [language])
}

type Field = { label: string; description?: string }

/** `first`: what stands before all countries. */
export function PlaceSelect(
  props: Field & {
    value: string
    isOptional?: boolean
    first?: { value: string; label: string }
    choose: (country: string) => void
  },
) {
  const places = usePlaces()
  const { value, first, choose, isOptional = false, ...field } = props
  return (
    <Select
      {...field}
      required={!isOptional}
      searchable
      allowDeselect={false}
      value={value}
      data={first === undefined ? places : [first, ...places]}
      onChange={(chosen) => chosen && choose(chosen)}
    />
  )
}

export function PlacesSelect(
  props: Field & { value: readonly string[]; choose: (countries: string[]) => void },
) {
  const places = usePlaces()
  const { value, choose, ...field } = props
  return (
    <MultiSelect
      {...field}
      searchable
      clearable
      value={[...value]}
      data={places}
      onChange={choose}
    />
  )
}
