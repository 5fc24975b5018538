// The page /kit of `npm run dev`: each component of `ui/` in each of its states.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { MemoryRouter } from 'react-router'
import type { MeView } from '../../accounts/contract.ts'
import { rights } from '../../kernel/index.ts'
import { LanguageProvider } from '../data/language.tsx'
import { SessionProvider } from '../data/session.tsx'
import { Frame } from '../ui/frame.tsx'
import { cssVariables, theme } from '../ui/theme.ts'
import { KitOfActions } from './kit-of-actions.tsx'
import { KitOfContent } from './kit-of-content.tsx'
import { KitOfStates } from './kit-of-states.tsx'

/** Nobody is asked: a person who may only read, so that the navigation shows what it refuses. */
const me: MeView = {
  user: {
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Camille Exemple',
    email: 'camille@example.org',
  },
  token: null,
  role: 'viewer',
  account: {
    id: '01900000-0000-7000-8000-000000000002',
    number: 1,
    name: 'Boutique des Tilleuls',
    kind: 'sandbox',
    country: 'FR',
    zone: 'Europe/Paris',
    language: 'fr',
    createdAt: '2026-11-25T09:00:00.000Z',
    suspendedAt: null,
    deletionDueAt: null,
  },
  accounts: [],
  rights: rights.filter((right) => right.endsWith('.read')),
  language: 'fr',
  secondFactor: null,
}

export function Kit() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={new QueryClient()}>
        <LanguageProvider>
          <MemoryRouter>
            <SessionProvider me={me}>
              <Frame>
                <KitOfStates />
                <KitOfActions />
                <KitOfContent />
              </Frame>
            </SessionProvider>
          </MemoryRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
