// The door to one request: what became of it, and the dialog where somebody acts.
import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { RequestDialog } from './request-dialog.tsx'
import { useFreshRequests } from './request-queries.ts'

function Given(props: { request: RequestView; answeredAt: string }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { answer, outcome } = props.request
  const date = dateTime(language, props.answeredAt)
  return (
    <Text size="sm">
      {outcome ? w.outcomes[outcome] : w[answer ?? 'done']} · {fill(w.answered, { date })}
    </Text>
  )
}

export function AnswerRequest(props: { request: RequestView }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { request } = props
  const again = useFreshRequests()
  // What was done in the dialog, or came while it was open, stands in the row when it closes.
  const [opened, { open, close }] = useDisclosure(false, { onClose: again })
  const { answeredAt, id } = request
  const label = answeredAt === null ? w.answering : w.open
  return (
    <>
      {answeredAt === null ? null : <Given request={request} answeredAt={answeredAt} />}
      <ActionButton
        size="xs"
        variant={answeredAt === null ? 'filled' : 'default'}
        label={label}
        state={{ kind: 'ready' }}
        onPress={open}
      />
      <Dialog
        title={answeredAt === null ? w.answering : w.kinds[request.kind]}
        opened={opened}
        onClose={close}
      >
        {opened ? <RequestDialog id={id} /> : null}
      </Dialog>
    </>
  )
}
