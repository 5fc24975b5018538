// The tree of providers and the table of screens.
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { BrowserRouter, Navigate, Outlet, Route, Routes, useLocation } from 'react-router'
import { ApiProblem } from './data/client.ts'
import { LanguageProvider } from './data/language.tsx'
import { SessionProvider, useMe } from './data/session.tsx'
import { paths } from './paths.ts'
import { RestoredBanner } from './screens/restored/restored-banner.tsx'
import { Fallback } from './ui/fallback.tsx'
import { screen, useIsComing } from './ui/screen.ts'
import { Coming, Failed, Loading, PageSkeleton } from './ui/states.tsx'
import { cssVariables, theme } from './ui/theme.ts'

// For the few whom they concern.
const Banners = lazy(async () => ({ default: (await import('./frame/banners.tsx')).Banners }))
const EnrolScreen = lazy(async () => ({
  default: (await import('./screens/factors/required.tsx')).EnrolScreen,
}))

const Frame = lazy(async () => ({ default: (await import('./ui/frame.tsx')).Frame }))

// Each screen is a file of its own, loaded when it is first opened.
const CalendarScreen = screen(
  () => import('./screens/calendar/calendar-screen.tsx'),
  'CalendarScreen',
)
const CampaignEditorScreen = screen(
  () => import('./screens/campaigns/campaign-editor-screen.tsx'),
  'CampaignEditorScreen',
)
const CampaignScreen = screen(
  () => import('./screens/campaigns/campaign-screen.tsx'),
  'CampaignScreen',
)
const CampaignsScreen = screen(
  () => import('./screens/campaigns/campaigns-screen.tsx'),
  'CampaignsScreen',
)
const ContactScreen = screen(() => import('./screens/contacts/contact-screen.tsx'), 'ContactScreen')
const ContactsScreen = screen(
  () => import('./screens/contacts/contacts-screen.tsx'),
  'ContactsScreen',
)
const CustomFieldsScreen = screen(
  () => import('./screens/contacts/custom-fields-screen.tsx'),
  'CustomFieldsScreen',
)
const DeletionScreen = screen(
  () => import('./screens/settings/deletion-screen.tsx'),
  'DeletionScreen',
)
const DeletionsScreen = screen(
  () => import('./screens/installation/deletions-screen.tsx'),
  'DeletionsScreen',
)
const DeskScreen = screen(() => import('./screens/contacts/desk-screen.tsx'), 'DeskScreen')
const PeriodResultsScreen = screen(
  () => import('./screens/campaigns/period-results-screen.tsx'),
  'PeriodResultsScreen',
)
const CampaignResultsScreen = screen(
  () => import('./screens/campaigns/results-screen.tsx'),
  'CampaignResultsScreen',
)
const ErasuresScreen = screen(
  () => import('./screens/erasures/erasures-screen.tsx'),
  'ErasuresScreen',
)
const ErasureNoticesScreen = screen(
  () => import('./screens/erasures/notices-screen.tsx'),
  'ErasureNoticesScreen',
)
const FirstRunScreen = screen(
  () => import('./screens/entrance/first-run-screen.tsx'),
  'FirstRunScreen',
)
const InboxScreen = screen(() => import('./screens/inbox/inbox-screen.tsx'), 'InboxScreen')
const JoinScreen = screen(() => import('./screens/entrance/join-screen.tsx'), 'JoinScreen')
const LeftOutScreen = screen(
  () => import('./screens/contacts/left-out-screen.tsx'),
  'LeftOutScreen',
)
const ApiScreen = screen(() => import('./screens/developers/api-screen.tsx'), 'ApiScreen')
const TokensScreen = screen(() => import('./screens/developers/tokens-screen.tsx'), 'TokensScreen')
const RequestLogScreen = screen(
  () => import('./screens/developers/request-log-screen.tsx'),
  'RequestLogScreen',
)
const SandboxScreen = screen(
  () => import('./screens/developers/sandbox-screen.tsx'),
  'SandboxScreen',
)
const WebhooksScreen = screen(
  () => import('./screens/webhooks/webhooks-screen.tsx'),
  'WebhooksScreen',
)
const NewWebhookScreen = screen(
  () => import('./screens/webhooks/new-webhook-screen.tsx'),
  'NewWebhookScreen',
)
const WebhookScreen = screen(() => import('./screens/webhooks/webhook-screen.tsx'), 'WebhookScreen')
const LinksScreen = screen(() => import('./screens/links/links-screen.tsx'), 'LinksScreen')
const ListsScreen = screen(() => import('./screens/contacts/lists-screen.tsx'), 'ListsScreen')
const LostPasswordScreen = screen(
  () => import('./screens/entrance/lost-password-screen.tsx'),
  'LostPasswordScreen',
)
const NewPasswordScreen = screen(
  () => import('./screens/entrance/new-password-screen.tsx'),
  'NewPasswordScreen',
)
const LoginScreen = screen(() => import('./screens/entrance/login-screen.tsx'), 'LoginScreen')
const FormEditorScreen = screen(
  () => import('./screens/forms/form-editor-screen.tsx'),
  'FormEditorScreen',
)
const FormsScreen = screen(() => import('./screens/forms/forms-screen.tsx'), 'FormsScreen')
const HomeScreen = screen(() => import('./screens/home/home-screen.tsx'), 'HomeScreen')
const ImportScreen = screen(() => import('./screens/imports/import-screen.tsx'), 'ImportScreen')
const ImportsScreen = screen(() => import('./screens/imports/imports-screen.tsx'), 'ImportsScreen')
const AccountScreen = screen(
  () => import('./screens/installation/account-screen.tsx'),
  'AccountScreen',
)
const AccountsScreen = screen(
  () => import('./screens/installation/accounts-screen.tsx'),
  'AccountsScreen',
)
const HealthScreen = screen(
  () => import('./screens/installation/health-screen.tsx'),
  'HealthScreen',
)
const ModerationScreen = screen(
  () => import('./screens/installation/moderation-screen.tsx'),
  'ModerationScreen',
)
const PricesScreen = screen(
  () => import('./screens/installation/prices-screen.tsx'),
  'PricesScreen',
)
const RouteScreen = screen(() => import('./screens/installation/route-screen.tsx'), 'RouteScreen')
const RouteWizardScreen = screen(
  () => import('./screens/installation/route-wizard-screen.tsx'),
  'RouteWizardScreen',
)
const RoutesScreen = screen(
  () => import('./screens/installation/routes-screen.tsx'),
  'RoutesScreen',
)
const SuppliersScreen = screen(
  () => import('./screens/installation/suppliers-screen.tsx'),
  'SuppliersScreen',
)
const JournalScreen = screen(() => import('./screens/journal/journal-screen.tsx'), 'JournalScreen')
const MessageScreen = screen(() => import('./screens/messages/message-screen.tsx'), 'MessageScreen')
const MessagesScreen = screen(
  () => import('./screens/messages/messages-screen.tsx'),
  'MessagesScreen',
)
const NewMessageScreen = screen(
  () => import('./screens/messages/new-message-screen.tsx'),
  'NewMessageScreen',
)
const MovesScreen = screen(() => import('./screens/moves/moves-screen.tsx'), 'MovesScreen')
const BackupsScreen = screen(
  () => import('./screens/installation/backups-screen.tsx'),
  'BackupsScreen',
)
const MailScreen = screen(() => import('./screens/installation/mail-screen.tsx'), 'MailScreen')
const OpenPointsScreen = screen(
  () => import('./screens/open-points/open-points-screen.tsx'),
  'OpenPointsScreen',
)
const CheckScreen = screen(() => import('./screens/installation/check-screen.tsx'), 'CheckScreen')
const NotificationsScreen = screen(
  () => import('./screens/notifications/notifications-screen.tsx'),
  'NotificationsScreen',
)
const ProfileScreen = screen(() => import('./screens/profile/profile-screen.tsx'), 'ProfileScreen')
const TryScreen = screen(() => import('./screens/try/try-screen.tsx'), 'TryScreen')
const RegisterScreen = screen(
  () => import('./screens/register/register-screen.tsx'),
  'RegisterScreen',
)
const AccountSuppliersScreen = screen(
  () => import('./screens/suppliers/account-suppliers-screen.tsx'),
  'AccountSuppliersScreen',
)
const NoticeScreen = screen(() => import('./screens/register/notice-screen.tsx'), 'NoticeScreen')
const OperatorScreen = screen(
  () => import('./screens/register/operator-screen.tsx'),
  'OperatorScreen',
)
const BreachesScreen = screen(
  () => import('./screens/breaches/breaches-screen.tsx'),
  'BreachesScreen',
)
const NewBreachScreen = screen(
  () => import('./screens/breaches/new-breach-screen.tsx'),
  'NewBreachScreen',
)
const BreachScreen = screen(() => import('./screens/breaches/breach-screen.tsx'), 'BreachScreen')
const AccountBreachesScreen = screen(
  () => import('./screens/breaches/account-breaches-screen.tsx'),
  'AccountBreachesScreen',
)
const AccountBreachScreen = screen(
  () => import('./screens/breaches/account-breach-screen.tsx'),
  'AccountBreachScreen',
)
const NewOwnBreachScreen = screen(
  () => import('./screens/breaches/new-own-breach-screen.tsx'),
  'NewOwnBreachScreen',
)
const ImpactScreen = screen(() => import('./screens/impact/impact-screen.tsx'), 'ImpactScreen')
const OperatorImpactScreen = screen(
  () => import('./screens/impact/impact-screen.tsx'),
  'OperatorImpactScreen',
)
const TrainingScreen = screen(
  () => import('./screens/training/training-screen.tsx'),
  'TrainingScreen',
)
const OwnTrainingScreen = screen(
  () => import('./screens/training/own-training-screen.tsx'),
  'OwnTrainingScreen',
)
const OperatorTrainingScreen = screen(
  () => import('./screens/training/training-screen.tsx'),
  'OperatorTrainingScreen',
)
const ReviewsScreen = screen(() => import('./screens/reviews/reviews-screen.tsx'), 'ReviewsScreen')
const NewReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'NewReviewScreen',
)
const ReviewScreen = screen(() => import('./screens/reviews/reviews-screen.tsx'), 'ReviewScreen')
const OperatorReviewsScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'OperatorReviewsScreen',
)
const NewOperatorReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'NewOperatorReviewScreen',
)
const OperatorReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'OperatorReviewScreen',
)
const QuarantineScreen = screen(
  () => import('./screens/quarantine/quarantine-screen.tsx'),
  'QuarantineScreen',
)
const RecurringEditorScreen = screen(
  () => import('./screens/recurring/recurring-editor-screen.tsx'),
  'RecurringEditorScreen',
)
const RecurringListScreen = screen(
  () => import('./screens/recurring/recurring-list-screen.tsx'),
  'RecurringListScreen',
)
const RecurringScreen = screen(
  () => import('./screens/recurring/recurring-screen.tsx'),
  'RecurringScreen',
)
const RequestsScreen = screen(
  () => import('./screens/requests/requests-screen.tsx'),
  'RequestsScreen',
)
const RetentionScreen = screen(
  () => import('./screens/retention/retention-screen.tsx'),
  'RetentionScreen',
)
const RestoredScreen = screen(
  () => import('./screens/restored/restored-screen.tsx'),
  'RestoredScreen',
)
const SegmentScreen = screen(() => import('./screens/segments/segment-screen.tsx'), 'SegmentScreen')
const SegmentsScreen = screen(
  () => import('./screens/segments/segments-screen.tsx'),
  'SegmentsScreen',
)
const SensitiveLegalBasesScreen = screen(
  () => import('./screens/sensitive/legal-bases-screen.tsx'),
  'SensitiveLegalBasesScreen',
)
const SettingsScreen = screen(
  () => import('./screens/settings/settings-screen.tsx'),
  'SettingsScreen',
)
const TemplateScreen = screen(
  () => import('./screens/templates/template-screen.tsx'),
  'TemplateScreen',
)
const TemplatesScreen = screen(
  () => import('./screens/templates/templates-screen.tsx'),
  'TemplatesScreen',
)
const WordingEditorScreen = screen(
  () => import('./screens/wordings/wording-editor-screen.tsx'),
  'WordingEditorScreen',
)
const WordingScreen = screen(() => import('./screens/wordings/wording-screen.tsx'), 'WordingScreen')
const WordingsScreen = screen(
  () => import('./screens/wordings/wordings-screen.tsx'),
  'WordingsScreen',
)

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
                    <FirstRunScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.login}
                element={
                  <Entrance>
                    <LoginScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.lostPassword}
                element={
                  <Entrance>
                    <LostPasswordScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.newPassword}
                element={
                  <Entrance>
                    <NewPasswordScreen />
                  </Entrance>
                }
              />
              <Route
                path={paths.join}
                element={
                  <Entrance>
                    <JoinScreen />
                  </Entrance>
                }
              />
              <Route element={<Inside />}>
                <Route path={paths.home} element={<HomeScreen />} />
                <Route path={paths.wordings} element={<WordingsScreen />} />
                <Route path={paths.newWording} element={<WordingEditorScreen />} />
                <Route path={paths.wording(':id')} element={<WordingScreen />} />
                <Route path={paths.editWording(':id')} element={<WordingEditorScreen />} />
                <Route path={paths.forms} element={<FormsScreen />} />
                <Route path={paths.newForm} element={<FormEditorScreen />} />
                <Route path={paths.quarantine} element={<QuarantineScreen />} />
                <Route path={paths.moves} element={<MovesScreen />} />
                <Route path={paths.requests} element={<RequestsScreen />} />
                <Route path={paths.request(':id')} element={<RequestsScreen />} />
                <Route path={paths.erasures} element={<ErasuresScreen />} />
                <Route path={paths.sensitive} element={<SensitiveLegalBasesScreen />} />
                <Route path={paths.register} element={<RegisterScreen />} />
                <Route path={paths.accountSuppliers} element={<AccountSuppliersScreen />} />
                <Route path={paths.publicNotice} element={<NoticeScreen />} />
                <Route path={paths.operator} element={<OperatorScreen />} />
                <Route path={paths.breaches} element={<BreachesScreen />} />
                <Route path={paths.newBreach} element={<NewBreachScreen />} />
                <Route path={paths.breach(':id')} element={<BreachScreen />} />
                <Route path={paths.retention} element={<RetentionScreen />} />
                <Route path={paths.ownBreaches} element={<AccountBreachesScreen />} />
                <Route path={paths.newOwnBreach} element={<NewOwnBreachScreen />} />
                <Route path={paths.ownBreach(':id')} element={<AccountBreachScreen />} />
                <Route path={paths.impact} element={<ImpactScreen />} />
                <Route path={paths.operatorImpact} element={<OperatorImpactScreen />} />
                <Route path={paths.training} element={<TrainingScreen />} />
                <Route path={paths.ownTraining} element={<OwnTrainingScreen />} />
                <Route path={paths.operatorTraining} element={<OperatorTrainingScreen />} />
                <Route path={paths.reviews} element={<ReviewsScreen />} />
                <Route path={paths.newReview} element={<NewReviewScreen />} />
                <Route path={paths.review(':id')} element={<ReviewScreen />} />
                <Route path={paths.operatorReviews} element={<OperatorReviewsScreen />} />
                <Route path={paths.newOperatorReview} element={<NewOperatorReviewScreen />} />
                <Route path={paths.operatorReview(':id')} element={<OperatorReviewScreen />} />
                <Route path={paths.imports} element={<ImportsScreen />} />
                <Route path={paths.import(':id')} element={<ImportScreen />} />
                <Route path={paths.contacts} element={<ContactsScreen />} />
                <Route path={paths.lists} element={<ListsScreen />} />
                <Route path={paths.contact(':id')} element={<ContactScreen />} />
                <Route path={paths.segments} element={<SegmentsScreen />} />
                <Route path={paths.newSegment} element={<SegmentScreen />} />
                <Route path={paths.segment(':id')} element={<SegmentScreen />} />
                <Route path={paths.leftOut} element={<LeftOutScreen />} />
                <Route path={paths.customFields} element={<CustomFieldsScreen />} />
                <Route path={paths.desk(':id')} element={<DeskScreen />} />
                <Route path={paths.campaigns} element={<CampaignsScreen />} />
                <Route path={paths.newCampaign()} element={<CampaignEditorScreen />} />
                <Route path={paths.campaign(':id')} element={<CampaignScreen />} />
                <Route path={paths.editCampaign(':id')} element={<CampaignEditorScreen />} />
                <Route path={paths.calendar} element={<CalendarScreen />} />
                <Route path={paths.recurring} element={<RecurringListScreen />} />
                <Route path={paths.newRecurring} element={<RecurringEditorScreen />} />
                <Route path={paths.recurringSend(':id')} element={<RecurringScreen />} />
                <Route path={paths.editRecurring(':id')} element={<RecurringEditorScreen />} />
                <Route path={paths.templates} element={<TemplatesScreen />} />
                <Route path={paths.links} element={<LinksScreen />} />
                <Route path={paths.api} element={<ApiScreen />} />
                <Route path={paths.tokens} element={<TokensScreen />} />
                <Route path={paths.requestLog} element={<RequestLogScreen />} />
                <Route path={paths.sandbox} element={<SandboxScreen />} />
                <Route path={paths.webhooks} element={<WebhooksScreen />} />
                <Route path={paths.newWebhook} element={<NewWebhookScreen />} />
                <Route path={paths.webhook(':id')} element={<WebhookScreen />} />
                <Route path={paths.newTemplate} element={<TemplateScreen />} />
                <Route path={paths.template(':id')} element={<TemplateScreen />} />
                <Route path={paths.campaignResults(':id')} element={<CampaignResultsScreen />} />
                <Route path={paths.periodResults} element={<PeriodResultsScreen />} />
                <Route path={paths.messages} element={<MessagesScreen />} />
                <Route path={paths.newMessage} element={<NewMessageScreen />} />
                <Route path={paths.message(':id')} element={<MessageScreen />} />
                <Route path={paths.inbox} element={<InboxScreen />} />
                <Route path={paths.conversation(':id')} element={<InboxScreen />} />
                <Route path={paths.replies} element={<Navigate to={paths.inbox} replace />} />
                <Route path={paths.journal} element={<JournalScreen />} />
                <Route path={paths.settings} element={<SettingsScreen />} />
                <Route path={paths.deletion} element={<DeletionScreen />} />
                <Route path={paths.tryOne} element={<TryScreen />} />
                <Route path={paths.profile} element={<ProfileScreen />} />
                <Route path={paths.notifications} element={<NotificationsScreen />} />
                <Route path={paths.restored} element={<RestoredScreen />} />
                <Route path={paths.accounts} element={<AccountsScreen />} />
                <Route path={paths.account(':id')} element={<AccountScreen />} />
                <Route path={paths.deletions} element={<DeletionsScreen />} />
                <Route path={paths.erasureNotices} element={<ErasureNoticesScreen />} />
                <Route path={paths.suppliers} element={<SuppliersScreen />} />
                <Route path={paths.routes} element={<RoutesScreen />} />
                <Route path={paths.newRoute} element={<RouteWizardScreen />} />
                <Route path={paths.route(':id')} element={<RouteScreen />} />
                <Route path={paths.prices} element={<PricesScreen />} />
                <Route path={paths.moderation} element={<ModerationScreen />} />
                <Route path={paths.health} element={<HealthScreen />} />
                <Route path={paths.openPoints} element={<OpenPointsScreen />} />
                <Route path={paths.mail} element={<MailScreen />} />
                <Route path={paths.check} element={<CheckScreen />} />
                <Route path={paths.backups} element={<BackupsScreen />} />
                <Route path="*" element={<Navigate to={paths.home} replace />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
