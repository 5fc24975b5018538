// The same file came before: its people join the list that it made, unless somebody wants another.
import { Alert, Radio, Stack } from '@mantine/core'
import type { ImportView } from '../../../intake/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

export function SameFile(props: {
  file: NonNullable<ImportView['sameFile']>
  isJoining: boolean
  join: (isJoining: boolean) => void
}) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { file, isJoining, join } = props
  const date = dateTime(language, file.importedAt)
  return (
    <Alert title={fill(w.sameFile, { date })}>
      <Radio.Group
        label={w.sameFileList}
        value={isJoining ? 'join' : 'new'}
        onChange={(value) => join(value === 'join')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="join" label={fill(w.sameList, { name: file.list.name })} />
          <Radio value="new" label={w.otherList} />
        </Stack>
      </Radio.Group>
    </Alert>
  )
}
