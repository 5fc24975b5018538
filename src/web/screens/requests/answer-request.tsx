// The door to one request: what became of it, and the dialog where somebody acts.
import { Text } from '@mantine/core'
import { useNavigate, useSearchParams } from 'react-router'
import type { RequestView } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { RequestDialog } from './request-dialog.tsx'
import { useRequest } from './request-queries.ts'

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

/** It leads to the address of the request, with what the list shows kept in it. */
export function AnswerRequest(props: { request: RequestView }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { answeredAt, id } = props.request
  const open = () => void navigate({ pathname: paths.request(id), search: search.toString() })
  return (
    <>
      {answeredAt === null ? null : <Given request={props.request} answeredAt={answeredAt} />}
      <ActionButton
        size="xs"
        variant={answeredAt === null ? 'filled' : 'default'}
        label={answeredAt === null ? w.answering : w.open}
        state={{ kind: 'ready' }}
        onPress={open}
      />
    </>
  )
}

/** Over the list, which may not hold it: a request has its own address. */
export function OpenedRequest({ id, onClose }: { id: string; onClose: () => void }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const request = useRequest(id).data
  const isAnswered = request !== undefined && request.answeredAt !== null
  return (
    <Dialog title={isAnswered ? w.kinds[request.kind] : w.answering} opened onClose={onClose}>
      <RequestDialog key={id} id={id} />
    </Dialog>
  )
}
