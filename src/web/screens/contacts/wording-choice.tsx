// Which published words a person or a parent read, shown in full, and for which of their purposes.
import { Select, Text } from '@mantine/core'
import type { WordingView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'

export type ChosenWording = { wordingId: string | null; purpose: string | null }

export function WordingChoice(props: {
  wordings: readonly WordingView[]
  chosen: ChosenWording
  labels: { wording: string; purpose: string }
  change(part: Partial<ChosenWording>): void
}) {
  const { words } = useLanguage()
  const { wordings, chosen, labels, change } = props
  const wording = wordings.find(({ id }) => id === chosen.wordingId)
  return (
    <>
      <Select
        label={labels.wording}
        description={wordings.length === 0 ? words.legalBases.noWording : null}
        value={chosen.wordingId}
        data={wordings.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(wordingId) => change({ wordingId, purpose: null })}
      />
      {wording ? (
        <>
          <Text className="accord-story" lang={wording.language}>
            {wording.shownText}
          </Text>
          <Select
            label={labels.purpose}
            value={chosen.purpose}
            data={[...wording.purposes]}
            onChange={(purpose) => change({ purpose })}
          />
        </>
      ) : null}
    </>
  )
}
