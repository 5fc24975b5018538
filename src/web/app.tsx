// The tree of providers and the table of screens.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { BrowserRouter, Navigate, Outlet, Route, Routes, useLocation } from 'react-router'
import * as screens from './app-screens.ts'
import { ApiProblem } from './data/client.ts'
import { LanguageProvider } from './data/language.tsx'
import { SessionProvider, useMe } from './data/session.tsx'
import { paths } from './paths.ts'
import { RestoredBanner } from './screens/restored/restored-banner.tsx'
import { Fallback } from './ui/fallback.tsx'
import { useIsComing } from './ui/screen.ts'
import { Coming, Failed, Loading, PageSkeleton } from './ui/states.tsx'
import { cssVariables, theme } from './ui/theme.ts'

// For the few whom they concern.
const Banners = lazy(async () => ({ default: (await import('./frame/banners.tsx')).Banners }))
const EnrolScreen = lazy(async () => ({
  default: (await import('./screens/factors/required.tsx')).EnrolScreen,
}))

const Frame = lazy(async () => ({ default: (await import('./ui/frame.tsx')).Frame }))

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
  const isComing = useIsComing()
  const [isEnrolling, setEnrolling] = useState(false)
  const mustEnrol = me.data?.secondFactor?.mustEnrol === true
  if (mustEnrol && !isEnrolling) setEnrolling(true)
  if (me.data && isEnrolling) {
    return (
      <SessionProvider me={me.data}>
        <Suspense fallback={<Loading />}>
          <EnrolScreen onDone={() => setEnrolling(false)} />
        </Suspense>
      </SessionProvider>
    )
  }
  if (me.data) {
    const { account, secondFactor } = me.data
    const isAsked = secondFactor?.isEnrolled === false && secondFactor.requiredFrom !== null
    return (
      <SessionProvider me={me.data}>
        <Suspense fallback={<Loading />}>
          <Frame>
            <RestoredBanner />
            {account.deletionDueAt === null && !isAsked ? null : (
              <Suspense fallback={null}>
                <Banners />
              </Suspense>
            )}
            {isComing ? <Coming /> : null}
            {/* Around the failures of one screen: the screen that is left stays until the next one
                has come. In a new boundary the next one would wait 300 ms behind its skeleton. */}
            <Suspense fallback={<PageSkeleton />}>
              <Fallback key={pathname}>
                <Outlet />
              </Fallback>
            </Suspense>
          </Frame>
        </Suspense>
      </SessionProvider>
    )
  }
  if (me.isPending) return <Loading />
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    return <Navigate to={paths.login} replace />
  }
  return <Failed error={me.error} retry={() => void me.refetch()} />
}

/** What is shown to who is not logged in. */
function Entrance(props: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <Fallback key={pathname}>
      <Suspense fallback={<Loading />}>{props.children}</Suspense>
    </Fallback>
  )
}

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <BrowserRouter>
            <Routes>
              <Route
                path={paths.firstRun}
                element={
                  <Entrance>
                    <screens.FirstRunScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.login}
                element={
                  <Entrance>
                    <screens.LoginScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.lostPassword}
                element={
                  <Entrance>
                    <screens.LostPasswordScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.newPassword}
                element={
                  <Entrance>
                    <screens.NewPasswordScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.confirmEmail}
                element={
                  <Entrance>
                    <screens.ConfirmEmailScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.undoEmail}
                element={
                  <Entrance>
                    <screens.UndoEmailScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.join}
                element={
                  <Entrance>
                    <screens.JoinScreen />
                  </Entrance>
                }
              />
              <Route element={<Inside />}>
                <Route path={paths.home} element={<screens.HomeScreen />} />
                <Route path={paths.wordings} element={<screens.WordingsScreen />} />
                <Route path={paths.newWording} element={<screens.WordingEditorScreen />} />
                <Route path={paths.wording(':id')} element={<screens.WordingScreen />} />
                <Route path={paths.editWording(':id')} element={<screens.WordingEditorScreen />} />
                <Route path={paths.forms} element={<screens.FormsScreen />} />
                <Route path={paths.newForm} element={<screens.FormEditorScreen />} />
                <Route path={paths.form(':id')} element={<screens.FormScreen />} />
                <Route path={paths.keywords} element={<screens.KeywordsScreen />} />
                <Route path={paths.expiring} element={<screens.ExpiringScreen />} />
                <Route path={paths.proofs} element={<screens.ProofsScreen />} />
                <Route path={paths.legalBases} element={<screens.LegalBasesScreen />} />
                <Route path={paths.quarantine} element={<screens.QuarantineScreen />} />
                <Route path={paths.moves} element={<screens.MovesScreen />} />
                <Route path={paths.requests} element={<screens.RequestsScreen />} />
                <Route path={paths.request(':id')} element={<screens.RequestsScreen />} />
                <Route path={paths.erasures} element={<screens.ErasuresScreen />} />
                <Route path={paths.sensitive} element={<screens.SensitiveLegalBasesScreen />} />
                <Route path={paths.register} element={<screens.RegisterScreen />} />
                <Route path={paths.accountSuppliers} element={<screens.AccountSuppliersScreen />} />
                <Route path={paths.publicNotice} element={<screens.NoticeScreen />} />
                <Route path={paths.operator} element={<screens.OperatorScreen />} />
                <Route path={paths.breaches} element={<screens.BreachesScreen />} />
                <Route path={paths.newBreach} element={<screens.NewBreachScreen />} />
                <Route path={paths.breach(':id')} element={<screens.BreachScreen />} />
                <Route path={paths.retention} element={<screens.RetentionScreen />} />
                <Route path={paths.ownBreaches} element={<screens.AccountBreachesScreen />} />
                <Route path={paths.newOwnBreach} element={<screens.NewOwnBreachScreen />} />
                <Route path={paths.ownBreach(':id')} element={<screens.AccountBreachScreen />} />
                <Route path={paths.impact} element={<screens.ImpactScreen />} />
                <Route path={paths.operatorImpact} element={<screens.OperatorImpactScreen />} />
                <Route path={paths.training} element={<screens.TrainingScreen />} />
                <Route path={paths.ownTraining} element={<screens.OwnTrainingScreen />} />
                <Route path={paths.operatorTraining} element={<screens.OperatorTrainingScreen />} />
                <Route path={paths.reviews} element={<screens.ReviewsScreen />} />
                <Route path={paths.newReview} element={<screens.NewReviewScreen />} />
                <Route path={paths.review(':id')} element={<screens.ReviewScreen />} />
                <Route path={paths.operatorReviews} element={<screens.OperatorReviewsScreen />} />
                <Route
                  path={paths.newOperatorReview}
                  element={<screens.NewOperatorReviewScreen />}
                />
                <Route
                  path={paths.operatorReview(':id')}
                  element={<screens.OperatorReviewScreen />}
                />
                <Route path={paths.imports} element={<screens.ImportsScreen />} />
                <Route path={paths.import(':id')} element={<screens.ImportScreen />} />
                <Route path={paths.contacts} element={<screens.ContactsScreen />} />
                <Route path={paths.lists} element={<screens.ListsScreen />} />
                <Route path={paths.contact(':id')} element={<screens.ContactScreen />} />
                <Route path={paths.segments} element={<screens.SegmentsScreen />} />
                <Route path={paths.newSegment} element={<screens.SegmentScreen />} />
                <Route path={paths.segment(':id')} element={<screens.SegmentScreen />} />
                <Route path={paths.leftOut} element={<screens.LeftOutScreen />} />
                <Route path={paths.customFields} element={<screens.CustomFieldsScreen />} />
                <Route path={paths.desk(':id')} element={<screens.DeskScreen />} />
                <Route path={paths.campaigns} element={<screens.CampaignsScreen />} />
                <Route path={paths.newCampaign()} element={<screens.CampaignEditorScreen />} />
                <Route path={paths.campaign(':id')} element={<screens.CampaignScreen />} />
                <Route
                  path={paths.editCampaign(':id')}
                  element={<screens.CampaignEditorScreen />}
                />
                <Route path={paths.calendar} element={<screens.CalendarScreen />} />
                <Route path={paths.recurring} element={<screens.RecurringListScreen />} />
                <Route path={paths.newRecurring} element={<screens.RecurringEditorScreen />} />
                <Route path={paths.recurringSend(':id')} element={<screens.RecurringScreen />} />
                <Route
                  path={paths.editRecurring(':id')}
                  element={<screens.RecurringEditorScreen />}
                />
                <Route path={paths.templates} element={<screens.TemplatesScreen />} />
                <Route path={paths.links} element={<screens.LinksScreen />} />
                <Route path={paths.api} element={<screens.ApiScreen />} />
                <Route path={paths.tokens} element={<screens.TokensScreen />} />
                <Route path={paths.requestLog} element={<screens.RequestLogScreen />} />
                <Route path={paths.sandbox} element={<screens.SandboxScreen />} />
                <Route path={paths.webhooks} element={<screens.WebhooksScreen />} />
                <Route path={paths.newWebhook} element={<screens.NewWebhookScreen />} />
                <Route path={paths.webhook(':id')} element={<screens.WebhookScreen />} />
                <Route path={paths.newTemplate} element={<screens.TemplateScreen />} />
                <Route path={paths.template(':id')} element={<screens.TemplateScreen />} />
                <Route
                  path={paths.campaignResults(':id')}
                  element={<screens.CampaignResultsScreen />}
                />
                <Route path={paths.periodResults} element={<screens.PeriodResultsScreen />} />
                <Route path={paths.messages} element={<screens.MessagesScreen />} />
                <Route path={paths.newMessage} element={<screens.NewMessageScreen />} />
                <Route path={paths.message(':id')} element={<screens.MessageScreen />} />
                <Route path={paths.inbox} element={<screens.InboxScreen />} />
                <Route path={paths.receivedReplies} element={<screens.RepliesScreen />} />
                <Route path={paths.conversation(':id')} element={<screens.InboxScreen />} />
                <Route path={paths.replies} element={<Navigate to={paths.inbox} replace />} />
                <Route path={paths.journal} element={<screens.JournalScreen />} />
                <Route path={paths.settings} element={<screens.SettingsScreen />} />
                <Route path={paths.deletion} element={<screens.DeletionScreen />} />
                <Route path={paths.tryOne} element={<screens.TryScreen />} />
                <Route path={paths.profile} element={<screens.ProfileScreen />} />
                <Route path={paths.notifications} element={<screens.NotificationsScreen />} />
                <Route path={paths.restored} element={<screens.RestoredScreen />} />
                <Route path={paths.accounts} element={<screens.AccountsScreen />} />
                <Route path={paths.account(':id')} element={<screens.AccountScreen />} />
                <Route path={paths.deletions} element={<screens.DeletionsScreen />} />
                <Route path={paths.erasureNotices} element={<screens.ErasureNoticesScreen />} />
                <Route path={paths.suppliers} element={<screens.SuppliersScreen />} />
                <Route path={paths.routes} element={<screens.RoutesScreen />} />
                <Route path={paths.newRoute} element={<screens.RouteWizardScreen />} />
                <Route path={paths.route(':id')} element={<screens.RouteScreen />} />
                <Route path={paths.prices} element={<screens.PricesScreen />} />
                <Route path={paths.moderation} element={<screens.ModerationScreen />} />
                <Route path={paths.health} element={<screens.HealthScreen />} />
                <Route path={paths.openPoints} element={<screens.OpenPointsScreen />} />
                <Route path={paths.mail} element={<screens.MailScreen />} />
                <Route path={paths.check} element={<screens.CheckScreen />} />
                <Route path={paths.backups} element={<screens.BackupsScreen />} />
                <Route path="*" element={<Navigate to={paths.home} replace />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
