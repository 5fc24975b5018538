// Finds somebody by a number, an e-mail or one's own reference at once.
import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../data/language.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { ContactTable } from './contacts-table.tsx'
import { FindForm, useFindPerson } from './find-form.tsx'

/** `children` is shown while nobody is looked for. */
export function FindPerson(props: { children: ReactNode }) {
  const { words } = useLanguage()
  const w = words.people
  const finding = useFindPerson()
  const { find } = finding
  return (
    <Stack>
      <FindForm finding={finding} canStop />
      {find.error ? <Failed error={find.error} /> : null}
      {find.data ? (
        <section aria-label={w.found} aria-live="polite">
          {find.data.contacts.length === 0 ? (
            <Empty title={w.foundNone} text={w.foundNoneText} />
          ) : (
            <ContactTable contacts={find.data.contacts} />
          )}
        </section>
      ) : null}
      {find.data ? null : props.children}
    </Stack>
  )
}
