// A new password, with the code of a link that came by e-mail.
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { lostPasswordWords } from '../../words/entrance/lost-password.ts'
import { own } from '../../words/own.ts'
import { NewPasswordDoor } from './new-password-door.tsx'

export function NewPasswordScreen() {
  const w = own(useWords(), lostPasswordWords)
  const says = { ...w, title: w.newTitle, lead: w.newLead, action: w.save, done: w.saved }
  return (
    <NewPasswordDoor
      says={says}
      send={(body) => call('POST /v1/password-resets/answer', { body })}
    />
  )
}
