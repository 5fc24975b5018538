// Each screen is a file of its own, loaded when it is first opened.
import { screen } from './ui/screen.ts'

export const CalendarScreen = screen(
  () => import('./screens/calendar/calendar-screen.tsx'),
  'CalendarScreen',
)
export const CampaignEditorScreen = screen(
  () => import('./screens/campaigns/campaign-editor-screen.tsx'),
  'CampaignEditorScreen',
)
export const CampaignScreen = screen(
  () => import('./screens/campaigns/campaign-screen.tsx'),
  'CampaignScreen',
)
export const CampaignsScreen = screen(
  () => import('./screens/campaigns/campaigns-screen.tsx'),
  'CampaignsScreen',
)
export const ContactScreen = screen(
  () => import('./screens/contacts/contact-screen.tsx'),
  'ContactScreen',
)
export const ContactsScreen = screen(
  () => import('./screens/contacts/contacts-screen.tsx'),
  'ContactsScreen',
)
export const CustomFieldsScreen = screen(
  () => import('./screens/contacts/custom-fields-screen.tsx'),
  'CustomFieldsScreen',
)
export const DeletionScreen = screen(
  () => import('./screens/settings/deletion-screen.tsx'),
  'DeletionScreen',
)
export const DeletionsScreen = screen(
  () => import('./screens/installation/deletions-screen.tsx'),
  'DeletionsScreen',
)
export const DeskScreen = screen(() => import('./screens/contacts/desk-screen.tsx'), 'DeskScreen')
export const PeriodResultsScreen = screen(
  () => import('./screens/campaigns/period-results-screen.tsx'),
  'PeriodResultsScreen',
)
export const CampaignResultsScreen = screen(
  () => import('./screens/campaigns/results-screen.tsx'),
  'CampaignResultsScreen',
)
export const ErasuresScreen = screen(
  () => import('./screens/erasures/erasures-screen.tsx'),
  'ErasuresScreen',
)
export const ErasureNoticesScreen = screen(
  () => import('./screens/erasures/notices-screen.tsx'),
  'ErasureNoticesScreen',
)
export const FirstRunScreen = screen(
  () => import('./screens/entrance/first-run-screen.tsx'),
  'FirstRunScreen',
)
export const RepliesScreen = screen(
  () => import('./screens/inbox/replies-screen.tsx'),
  'RepliesScreen',
)
export const InboxScreen = screen(() => import('./screens/inbox/inbox-screen.tsx'), 'InboxScreen')
export const JoinScreen = screen(() => import('./screens/entrance/join-screen.tsx'), 'JoinScreen')
export const LeftOutScreen = screen(
  () => import('./screens/contacts/left-out-screen.tsx'),
  'LeftOutScreen',
)
export const ApiScreen = screen(() => import('./screens/developers/api-screen.tsx'), 'ApiScreen')
export const TokensScreen = screen(
  () => import('./screens/developers/tokens-screen.tsx'),
  'TokensScreen',
)
export const RequestLogScreen = screen(
  () => import('./screens/developers/request-log-screen.tsx'),
  'RequestLogScreen',
)
export const SandboxScreen = screen(
  () => import('./screens/developers/sandbox-screen.tsx'),
  'SandboxScreen',
)
export const WebhooksScreen = screen(
  () => import('./screens/webhooks/webhooks-screen.tsx'),
  'WebhooksScreen',
)
export const NewWebhookScreen = screen(
  () => import('./screens/webhooks/new-webhook-screen.tsx'),
  'NewWebhookScreen',
)
export const WebhookScreen = screen(
  () => import('./screens/webhooks/webhook-screen.tsx'),
  'WebhookScreen',
)
export const LinksScreen = screen(() => import('./screens/links/links-screen.tsx'), 'LinksScreen')
export const ListsScreen = screen(
  () => import('./screens/contacts/lists-screen.tsx'),
  'ListsScreen',
)
export const LostPasswordScreen = screen(
  () => import('./screens/entrance/lost-password-screen.tsx'),
  'LostPasswordScreen',
)
export const NewPasswordScreen = screen(
  () => import('./screens/entrance/new-password-screen.tsx'),
  'NewPasswordScreen',
)
export const ConfirmEmailScreen = screen(
  () => import('./screens/entrance/confirm-email-screen.tsx'),
  'ConfirmEmailScreen',
)
export const UndoEmailScreen = screen(
  () => import('./screens/entrance/undo-email-screen.tsx'),
  'UndoEmailScreen',
)
export const LoginScreen = screen(
  () => import('./screens/entrance/login-screen.tsx'),
  'LoginScreen',
)
export const FormEditorScreen = screen(
  () => import('./screens/forms/form-editor-screen.tsx'),
  'FormEditorScreen',
)
export const FormsScreen = screen(() => import('./screens/forms/forms-screen.tsx'), 'FormsScreen')
export const FormScreen = screen(() => import('./screens/forms/form-screen.tsx'), 'FormScreen')
export const KeywordsScreen = screen(
  () => import('./screens/keywords/keywords-screen.tsx'),
  'KeywordsScreen',
)
export const ExpiringScreen = screen(
  () => import('./screens/expiring/expiring-screen.tsx'),
  'ExpiringScreen',
)
export const ProofsScreen = screen(
  () => import('./screens/proofs/proofs-screen.tsx'),
  'ProofsScreen',
)
export const LegalBasesScreen = screen(
  () => import('./screens/legal-bases/legal-bases-screen.tsx'),
  'LegalBasesScreen',
)
export const HomeScreen = screen(() => import('./screens/home/home-screen.tsx'), 'HomeScreen')
export const ImportScreen = screen(
  () => import('./screens/imports/import-screen.tsx'),
  'ImportScreen',
)
export const ImportsScreen = screen(
  () => import('./screens/imports/imports-screen.tsx'),
  'ImportsScreen',
)
export const AccountScreen = screen(
  () => import('./screens/installation/account-screen.tsx'),
  'AccountScreen',
)
export const AccountsScreen = screen(
  () => import('./screens/installation/accounts-screen.tsx'),
  'AccountsScreen',
)
export const HealthScreen = screen(
  () => import('./screens/installation/health-screen.tsx'),
  'HealthScreen',
)
export const ModerationScreen = screen(
  () => import('./screens/installation/moderation-screen.tsx'),
  'ModerationScreen',
)
export const PricesScreen = screen(
  () => import('./screens/installation/prices-screen.tsx'),
  'PricesScreen',
)
export const RouteScreen = screen(
  () => import('./screens/installation/route-screen.tsx'),
  'RouteScreen',
)
export const RouteWizardScreen = screen(
  () => import('./screens/installation/route-wizard-screen.tsx'),
  'RouteWizardScreen',
)
export const RoutesScreen = screen(
  () => import('./screens/installation/routes-screen.tsx'),
  'RoutesScreen',
)
export const SuppliersScreen = screen(
  () => import('./screens/installation/suppliers-screen.tsx'),
  'SuppliersScreen',
)
export const JournalScreen = screen(
  () => import('./screens/journal/journal-screen.tsx'),
  'JournalScreen',
)
export const MessageScreen = screen(
  () => import('./screens/messages/message-screen.tsx'),
  'MessageScreen',
)
export const MessagesScreen = screen(
  () => import('./screens/messages/messages-screen.tsx'),
  'MessagesScreen',
)
export const NewMessageScreen = screen(
  () => import('./screens/messages/new-message-screen.tsx'),
  'NewMessageScreen',
)
export const MovesScreen = screen(() => import('./screens/moves/moves-screen.tsx'), 'MovesScreen')
export const BackupsScreen = screen(
  () => import('./screens/installation/backups-screen.tsx'),
  'BackupsScreen',
)
export const MailScreen = screen(
  () => import('./screens/installation/mail-screen.tsx'),
  'MailScreen',
)
export const OpenPointsScreen = screen(
  () => import('./screens/open-points/open-points-screen.tsx'),
  'OpenPointsScreen',
)
export const CheckScreen = screen(
  () => import('./screens/installation/check-screen.tsx'),
  'CheckScreen',
)
export const NotificationsScreen = screen(
  () => import('./screens/notifications/notifications-screen.tsx'),
  'NotificationsScreen',
)
export const ProfileScreen = screen(
  () => import('./screens/profile/profile-screen.tsx'),
  'ProfileScreen',
)
export const TryScreen = screen(() => import('./screens/try/try-screen.tsx'), 'TryScreen')
export const RegisterScreen = screen(
  () => import('./screens/register/register-screen.tsx'),
  'RegisterScreen',
)
export const AccountSuppliersScreen = screen(
  () => import('./screens/suppliers/account-suppliers-screen.tsx'),
  'AccountSuppliersScreen',
)
export const NoticeScreen = screen(
  () => import('./screens/register/notice-screen.tsx'),
  'NoticeScreen',
)
export const OperatorScreen = screen(
  () => import('./screens/register/operator-screen.tsx'),
  'OperatorScreen',
)
export const BreachesScreen = screen(
  () => import('./screens/breaches/breaches-screen.tsx'),
  'BreachesScreen',
)
export const NewBreachScreen = screen(
  () => import('./screens/breaches/new-breach-screen.tsx'),
  'NewBreachScreen',
)
export const BreachScreen = screen(
  () => import('./screens/breaches/breach-screen.tsx'),
  'BreachScreen',
)
export const AccountBreachesScreen = screen(
  () => import('./screens/breaches/account-breaches-screen.tsx'),
  'AccountBreachesScreen',
)
export const AccountBreachScreen = screen(
  () => import('./screens/breaches/account-breach-screen.tsx'),
  'AccountBreachScreen',
)
export const NewOwnBreachScreen = screen(
  () => import('./screens/breaches/new-own-breach-screen.tsx'),
  'NewOwnBreachScreen',
)
export const ImpactScreen = screen(
  () => import('./screens/impact/impact-screen.tsx'),
  'ImpactScreen',
)
export const OperatorImpactScreen = screen(
  () => import('./screens/impact/impact-screen.tsx'),
  'OperatorImpactScreen',
)
export const TrainingScreen = screen(
  () => import('./screens/training/training-screen.tsx'),
  'TrainingScreen',
)
export const OwnTrainingScreen = screen(
  () => import('./screens/training/own-training-screen.tsx'),
  'OwnTrainingScreen',
)
export const OperatorTrainingScreen = screen(
  () => import('./screens/training/training-screen.tsx'),
  'OperatorTrainingScreen',
)
export const ReviewsScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'ReviewsScreen',
)
export const NewReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'NewReviewScreen',
)
export const ReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'ReviewScreen',
)
export const OperatorReviewsScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'OperatorReviewsScreen',
)
export const NewOperatorReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'NewOperatorReviewScreen',
)
export const OperatorReviewScreen = screen(
  () => import('./screens/reviews/reviews-screen.tsx'),
  'OperatorReviewScreen',
)
export const QuarantineScreen = screen(
  () => import('./screens/quarantine/quarantine-screen.tsx'),
  'QuarantineScreen',
)
export const RecurringEditorScreen = screen(
  () => import('./screens/recurring/recurring-editor-screen.tsx'),
  'RecurringEditorScreen',
)
export const RecurringListScreen = screen(
  () => import('./screens/recurring/recurring-list-screen.tsx'),
  'RecurringListScreen',
)
export const RecurringScreen = screen(
  () => import('./screens/recurring/recurring-screen.tsx'),
  'RecurringScreen',
)
export const RequestsScreen = screen(
  () => import('./screens/requests/requests-screen.tsx'),
  'RequestsScreen',
)
export const RetentionScreen = screen(
  () => import('./screens/retention/retention-screen.tsx'),
  'RetentionScreen',
)
export const RestoredScreen = screen(
  () => import('./screens/restored/restored-screen.tsx'),
  'RestoredScreen',
)
export const SegmentScreen = screen(
  () => import('./screens/segments/segment-screen.tsx'),
  'SegmentScreen',
)
export const SegmentsScreen = screen(
  () => import('./screens/segments/segments-screen.tsx'),
  'SegmentsScreen',
)
export const SensitiveLegalBasesScreen = screen(
  () => import('./screens/sensitive/legal-bases-screen.tsx'),
  'SensitiveLegalBasesScreen',
)
export const SettingsScreen = screen(
  () => import('./screens/settings/settings-screen.tsx'),
  'SettingsScreen',
)
export const TemplateScreen = screen(
  () => import('./screens/templates/template-screen.tsx'),
  'TemplateScreen',
)
export const TemplatesScreen = screen(
  () => import('./screens/templates/templates-screen.tsx'),
  'TemplatesScreen',
)
export const WordingEditorScreen = screen(
  () => import('./screens/wordings/wording-editor-screen.tsx'),
  'WordingEditorScreen',
)
export const WordingScreen = screen(
  () => import('./screens/wordings/wording-screen.tsx'),
  'WordingScreen',
)
export const WordingsScreen = screen(
  () => import('./screens/wordings/wordings-screen.tsx'),
  'WordingsScreen',
)
