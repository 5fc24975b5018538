// An account records a breach of its own: what is known of it now.
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { OwnBreachForm } from './breach-form.tsx'
import { useRecordOwnBreach } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

export function NewOwnBreachScreen() {
  const w = useBreachWords().own
  const go = useNavigate()
  const record = useRecordOwnBreach()
  return (
    <Page title={w.add} lead={w.addLead}>
      <OwnBreachForm
        label={w.add}
        held={null}
        isPending={record.isPending}
        error={record.error}
        isDone={false}
        onRecord={(body) => record.mutate(body, { onSuccess: ({ id }) => go(paths.ownBreach(id)) })}
      />
    </Page>
  )
}
