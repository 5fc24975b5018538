// A breach is recorded: what is known of it now.
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { StaffPage } from '../installation/staff-page.tsx'
import { BreachForm } from './breach-form.tsx'
import { useRecordBreach } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

export function NewBreachScreen() {
  const w = useBreachWords()
  const go = useNavigate()
  const record = useRecordBreach()
  return (
    <StaffPage title={w.add} lead={w.addLead}>
      <BreachForm
        label={w.add}
        held={null}
        isPending={record.isPending}
        error={record.error}
        isDone={false}
        onRecord={(body) => record.mutate(body, { onSuccess: ({ id }) => go(paths.breach(id)) })}
      />
    </StaffPage>
  )
}
