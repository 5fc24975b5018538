// What an entry of the journal is about: its name, and the way to it for whoever may go there.
import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { AboutKind, AuditAbout } from '../../../contacts/contract.ts'
import type { Right } from '../../../kernel/index.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { journalOwnWords } from './journal-words.ts'

type Place = { to: (id: string) => string; needs: Right }

const places: Record<AboutKind, Place> = {
  contact: { to: paths.contact, needs: 'contacts.read' },
  list: { to: paths.contactsOf, needs: 'contacts.read' },
  segment: { to: paths.segment, needs: 'contacts.read' },
  field: { to: () => paths.customFields, needs: 'contacts.read' },
  entity: { to: () => paths.settings, needs: 'account.read' },
  import: { to: paths.import, needs: 'contacts.read' },
  wording: { to: paths.wording, needs: 'consent.read' },
  form: { to: paths.form, needs: 'consent.read' },
  keyword: { to: () => paths.keywords, needs: 'consent.read' },
  campaign: { to: paths.campaign, needs: 'campaigns.read' },
  template: { to: paths.template, needs: 'campaigns.read' },
  recurring: { to: paths.recurringSend, needs: 'campaigns.read' },
  message: { to: paths.message, needs: 'messages.read' },
  user: { to: () => paths.settings, needs: 'account.read' },
  token: { to: () => paths.tokens, needs: 'tokens.manage' },
  sender: { to: () => paths.settings, needs: 'account.read' },
  route: { to: paths.route, needs: 'installation.manage' },
  supplier: { to: () => paths.suppliers, needs: 'installation.manage' },
}

export function AboutLink(props: { about: AuditAbout }) {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = own(words, journalOwnWords)
  const { kind, id, name } = props.about
  if (id === null) {
    return (
      <Text size="sm" c="dimmed">
        {w.gone[kind]}
      </Text>
    )
  }
  const said = fill(w.things[kind], { name: name ?? '' })
  const { to, needs } = places[kind]
  if (!may(needs)) return <Text size="sm">{said}</Text>
  return (
    <Anchor size="sm" component={Link} to={to(id)}>
      {said}
    </Anchor>
  )
}
