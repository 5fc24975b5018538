// The e-mail address from before is taken back, with a new password, by the code of a link.
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { ownEmailWords } from '../../words/entrance/own-email.ts'
import { own } from '../../words/own.ts'
import { NewPasswordDoor } from './new-password-door.tsx'

export function UndoEmailScreen() {
  const w = own(useWords(), ownEmailWords)
  const says = { ...w, title: w.undoTitle, lead: w.undoLead, action: w.undo, done: w.undone }
  return (
    <NewPasswordDoor says={says} send={(body) => call('POST /v1/email-changes/undo', { body })} />
  )
}
