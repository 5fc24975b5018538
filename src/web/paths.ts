// Every address of the web app; each link is made here.
export const paths = {
  home: '/',
  firstRun: '/start',
  login: '/login',
  join: '/join',
  lostPassword: '/lost-password',
  newPassword: '/new-password',
  journal: '/journal',
  journalOf: (contactId: string) => `/journal?person=${encodeURIComponent(contactId)}`,
  looksSince: (since: string) => `/journal?sort=looks&since=${encodeURIComponent(since)}`,
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  contacts: '/contacts',
  contactsThat: (status: string) => `/contacts?status=${status}`,
  contactsOf: (listId: string) => `/contacts?list=${encodeURIComponent(listId)}`,
  lists: '/lists',
  segments: '/segments',
  newSegment: '/segments/new',
  contactsOfSegment: (id: string) => `/contacts?segment=${encodeURIComponent(id)}`,
  segment: (id: string) => `/segments/${id}`,
  contact: (id: string) => `/contacts/${id}`,
  customFields: '/contacts/fields',
  leftOut: '/contacts/left-out',
  desk: (id: string) => `/contacts/${id}/desk`,
  quarantine: '/quarantine',
  quarantineOf: (listId: string) => `/quarantine?list=${encodeURIComponent(listId)}`,
  moves: '/moves',
  wordings: '/wordings',
  newWording: '/wordings/new',
  /** With the text that a file quotes; its import is gone back to. */
  newWordingFrom: (importId: string) => `/wordings/new?import=${encodeURIComponent(importId)}`,
  wording: (id: string) => `/wordings/${id}`,
  editWording: (id: string) => `/wordings/${id}/edit`,
  /** Another version: its text begins as the one that it follows. */
  newVersionOf: (id: string) => `/wordings/new?after=${encodeURIComponent(id)}`,
  forms: '/forms',
  newForm: '/forms/new',
  openPoints: '/open-points',
  requests: '/requests',
  request: (id: string) => `/requests/${id}`,
  erasures: '/erasures',
  sensitive: '/sensitive',
  retention: '/retention',
  register: '/register',
  accountSuppliers: '/suppliers',
  publicNotice: '/public-notice',
  campaigns: '/campaigns',
  newCampaign: (listId?: string) =>
    listId ? `/campaigns/new?list=${encodeURIComponent(listId)}` : '/campaigns/new',
  campaign: (id: string) => `/campaigns/${id}`,
  editCampaign: (id: string) => `/campaigns/${id}/edit`,
  campaignOfTemplate: (id: string) => `/campaigns/new?template=${encodeURIComponent(id)}`,
  calendar: '/calendar',
  calendarOf: (month: string) => `/calendar?month=${month}`,
  recurring: '/recurring',
  newRecurring: '/recurring/new',
  recurringSend: (id: string) => `/recurring/${id}`,
  editRecurring: (id: string) => `/recurring/${id}/edit`,
  templates: '/templates',
  newTemplate: '/templates/new',
  template: (id: string) => `/templates/${id}`,
  campaignResults: (id: string) => `/campaigns/${id}/results`,
  periodResults: '/campaign-results',
  links: '/links',
  api: '/api',
  tokens: '/tokens',
  requestLog: '/request-log',
  requestLogOf: (tokenId: string) => `/request-log?token=${encodeURIComponent(tokenId)}`,
  sandbox: '/sandbox',
  webhooks: '/webhooks',
  newWebhook: '/webhooks/new',
  webhook: (id: string) => `/webhooks/${id}`,
  messages: '/messages',
  newMessage: '/messages/new',
  newMessageTo: (contactId: string) => `/messages/new?contact=${encodeURIComponent(contactId)}`,
  campaignMessages: (id: string) => `/messages?campaign=${encodeURIComponent(id)}`,
  message: (id: string) => `/messages/${id}`,
  inbox: '/inbox',
  conversation: (id: string) => `/inbox/${id}`,
  receivedReplies: '/inbox/replies',
  /** Where the inbox was once. */
  replies: '/replies',
  settings: '/settings',
  deletion: '/settings/deletion',
  profile: '/profile',
  notifications: '/notifications',
  tryOne: '/try',
  restored: '/restored',
  accounts: '/installation/accounts',
  account: (id: string) => `/installation/accounts/${id}`,
  deletions: '/installation/deletions',
  erasureNotices: '/installation/erasures',
  suppliers: '/installation/suppliers',
  routes: '/installation/routes',
  newRoute: '/installation/routes/new',
  route: (id: string) => `/installation/routes/${id}`,
  prices: '/installation/prices',
  moderation: '/installation/moderation',
  health: '/installation/health',
  mail: '/installation/mail',
  check: '/installation/check',
  backups: '/installation/backups',
  operator: '/installation/operator',
  breaches: '/installation/breaches',
  newBreach: '/installation/breaches/new',
  breach: (id: string) => `/installation/breaches/${id}`,
  ownBreaches: '/breaches',
  newOwnBreach: '/breaches/new',
  ownBreach: (id: string) => `/breaches/${id}`,
  impact: '/impact',
  operatorImpact: '/installation/impact',
  training: '/training',
  ownTraining: '/training/mine',
  operatorTraining: '/installation/training',
  reviews: '/reviews',
  newReview: '/reviews/new',
  review: (id: string) => `/reviews/${id}`,
  operatorReviews: '/installation/reviews',
  newOperatorReview: '/installation/reviews/new',
  operatorReview: (id: string) => `/installation/reviews/${id}`,
}

/** Of a campaign, the messages that took one route. */
export const messagesBy = (campaignId: string, routeId: string, state?: string) =>
  `${paths.campaignMessages(campaignId)}&route=${routeId}${state ? `&state=${state}` : ''}`

/** Of a campaign, the messages in one state, or that ended for one reason. */
export const messagesThat = (campaignId: string, state: string, reason?: string) =>
  `${paths.campaignMessages(campaignId)}&state=${state}${reason ? `&reason=${reason}` : ''}`

const withThose = (path: string, asked: Readonly<Record<string, string | null | undefined>>) => {
  const given = Object.entries(asked).filter((one): one is [string, string] => one[1] != null)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

type Period = { from: string; until: string }
/** Of the campaigns of a period: to one list or segment, by one route, in a state or several. */
export const messagesOfPeriod = (
  { from, until }: Period,
  of: { list?: string | null; route?: string; state?: string; group?: string } = {},
) => withThose(paths.messages, { from, until, ...of })
export const repliesOfPeriod = (
  { from, until }: Period,
  of: { list?: string | null; show?: string } = {},
) => withThose(paths.receivedReplies, { from, until, ...of })

/** Of a campaign, the messages in several states under one word. */
export const messagesIn = (campaign: string, group: string) =>
  withThose(paths.messages, { campaign, group })
export const repliesTo = (campaign: string, show?: string) =>
  withThose(paths.receivedReplies, { campaign, show })

/** Whatever was accepted, left or ended since an instant; of all messages. */
export const messagesSince = (
  since: { accepted: string } | { left: string } | { ended: string },
  of: { state?: string; group?: string } = {},
) => withThose(paths.messages, { ...since, ...of })
export const repliesSince = (received: string, show?: string) =>
  withThose(paths.receivedReplies, { received, show })
