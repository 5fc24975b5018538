// The main navigation: one entry a screen, with the right that it needs.
import type { Right } from '../kernel/index.ts'
import { paths } from './paths.ts'
import type { Words } from './words/index.ts'

export type NavigationEntry = {
  path: string
  label: keyof Omit<Words['navigation'], 'label'>
  needs: Right | null
}

export const navigation: readonly NavigationEntry[] = [
  { path: paths.home, label: 'home', needs: null },
  { path: paths.wordings, label: 'wordings', needs: 'consent.read' },
  { path: paths.forms, label: 'forms', needs: 'consent.read' },
  { path: paths.imports, label: 'imports', needs: 'imports.run' },
  { path: paths.contacts, label: 'contacts', needs: 'contacts.read' },
  { path: paths.quarantine, label: 'quarantine', needs: 'contacts.read' },
  { path: paths.moves, label: 'moves', needs: 'consent.read' },
  { path: paths.campaigns, label: 'campaigns', needs: 'campaigns.prepare' },
  { path: paths.messages, label: 'messages', needs: 'messages.read' },
  { path: paths.inbox, label: 'replies', needs: 'messages.read' },
  { path: paths.requests, label: 'requests', needs: 'consent.read' },
  { path: paths.sensitive, label: 'sensitive', needs: 'consent.read' },
  { path: paths.journal, label: 'journal', needs: 'audit.read' },
  { path: paths.settings, label: 'settings', needs: 'account.read' },
]
