// The tree of providers and the table of screens.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter, Navigate, Outlet, Route, Routes, useLocation } from 'react-router'
import { ApiProblem } from './data/client.ts'
import { LanguageProvider } from './data/language.tsx'
import { SessionProvider, useMe } from './data/session.tsx'
import { paths } from './paths.ts'
import { CampaignEditorScreen } from './screens/campaigns/campaign-editor-screen.tsx'
import { CampaignScreen } from './screens/campaigns/campaign-screen.tsx'
import { CampaignsScreen } from './screens/campaigns/campaigns-screen.tsx'
import { ContactScreen } from './screens/contacts/contact-screen.tsx'
import { ContactsScreen } from './screens/contacts/contacts-screen.tsx'
import { DeskScreen } from './screens/contacts/desk-screen.tsx'
import { ListsScreen } from './screens/contacts/lists-screen.tsx'
import { FirstRunScreen } from './screens/entrance/first-run-screen.tsx'
import { JoinScreen } from './screens/entrance/join-screen.tsx'
import { LoginScreen } from './screens/entrance/login-screen.tsx'
import { FormEditorScreen } from './screens/forms/form-editor-screen.tsx'
import { FormsScreen } from './screens/forms/forms-screen.tsx'
import { HomeScreen } from './screens/home/home-screen.tsx'
import { ImportScreen } from './screens/imports/import-screen.tsx'
import { ImportsScreen } from './screens/imports/imports-screen.tsx'
import { JournalScreen } from './screens/journal/journal-screen.tsx'
import { MessageScreen } from './screens/messages/message-screen.tsx'
import { MessagesScreen } from './screens/messages/messages-screen.tsx'
import { MovesScreen } from './screens/moves/moves-screen.tsx'
import { QuarantineScreen } from './screens/quarantine/quarantine-screen.tsx'
import { RepliesScreen } from './screens/replies/replies-screen.tsx'
import { RequestsScreen } from './screens/requests/requests-screen.tsx'
import { RestoredBanner } from './screens/restored/restored-banner.tsx'
import { RestoredScreen } from './screens/restored/restored-screen.tsx'
import { SensitiveLegalBasesScreen } from './screens/sensitive/legal-bases-screen.tsx'
import { SettingsScreen } from './screens/settings/settings-screen.tsx'
import { WordingEditorScreen } from './screens/wordings/wording-editor-screen.tsx'
import { WordingScreen } from './screens/wordings/wording-screen.tsx'
import { WordingsScreen } from './screens/wordings/wordings-screen.tsx'
import { Fallback } from './ui/fallback.tsx'
import { Frame } from './ui/frame.tsx'
import { Failed, Loading } from './ui/states.tsx'
import { theme } from './ui/theme.ts'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // A "no" does not become a "yes" by asking again; a server that is away may come back.
      retry: (failures, error) =>
        !(error instanceof ApiProblem && error.status >= 400 && error.status < 500) && failures < 2,
    },
  },
})

/** Lets in who is logged in, and sends everyone else to the login page. */
function Inside() {
  const me = useMe()
  const { pathname } = useLocation()
  if (me.data) {
    return (
      <SessionProvider me={me.data}>
        <Frame>
          <RestoredBanner />
          <Fallback key={pathname}>
            <Outlet />
          </Fallback>
        </Frame>
      </SessionProvider>
    )
  }
  if (me.isPending) return <Loading />
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    return <Navigate to={paths.login} replace />
  }
  return <Failed error={me.error} retry={() => void me.refetch()} />
}

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <BrowserRouter>
            <Routes>
              <Route path={paths.firstRun} element={<FirstRunScreen />} />
              <Route path={paths.login} element={<LoginScreen />} />
              <Route path={paths.join} element={<JoinScreen />} />
              <Route element={<Inside />}>
                <Route path={paths.home} element={<HomeScreen />} />
                <Route path={paths.wordings} element={<WordingsScreen />} />
                <Route path={paths.newWording} element={<WordingEditorScreen />} />
                <Route path={paths.wording(':id')} element={<WordingScreen />} />
                <Route path={paths.forms} element={<FormsScreen />} />
                <Route path={paths.newForm} element={<FormEditorScreen />} />
                <Route path={paths.quarantine} element={<QuarantineScreen />} />
                <Route path={paths.moves} element={<MovesScreen />} />
                <Route path={paths.requests} element={<RequestsScreen />} />
                <Route path={paths.sensitive} element={<SensitiveLegalBasesScreen />} />
                <Route path={paths.imports} element={<ImportsScreen />} />
                <Route path={paths.import(':id')} element={<ImportScreen />} />
                <Route path={paths.contacts} element={<ContactsScreen />} />
                <Route path={paths.lists} element={<ListsScreen />} />
                <Route path={paths.contact(':id')} element={<ContactScreen />} />
                <Route path={paths.desk(':id')} element={<DeskScreen />} />
                <Route path={paths.campaigns} element={<CampaignsScreen />} />
                <Route path={paths.newCampaign()} element={<CampaignEditorScreen />} />
                <Route path={paths.campaign(':id')} element={<CampaignScreen />} />
                <Route path={paths.messages} element={<MessagesScreen />} />
                <Route path={paths.message(':id')} element={<MessageScreen />} />
                <Route path={paths.replies} element={<RepliesScreen />} />
                <Route path={paths.journal} element={<JournalScreen />} />
                <Route path={paths.settings} element={<SettingsScreen />} />
                <Route path={paths.restored} element={<RestoredScreen />} />
                <Route path="*" element={<Navigate to={paths.home} replace />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
