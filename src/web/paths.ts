// Every address of the web app; each link is made here.
export const paths = {
  home: '/',
  firstRun: '/start',
  login: '/login',
  join: '/join',
  journal: '/journal',
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  contacts: '/contacts',
  contact: (id: string) => `/contacts/${id}`,
  desk: (id: string) => `/contacts/${id}/desk`,
  quarantine: '/quarantine',
  quarantineOf: (listId: string) => `/quarantine?list=${encodeURIComponent(listId)}`,
  moves: '/moves',
  wordings: '/wordings',
  newWording: '/wordings/new',
  wording: (id: string) => `/wordings/${id}`,
  forms: '/forms',
  newForm: '/forms/new',
  requests: '/requests',
  sensitive: '/sensitive',
  campaigns: '/campaigns',
  newCampaign: (listId?: string) =>
    listId ? `/campaigns/new?list=${encodeURIComponent(listId)}` : '/campaigns/new',
  campaign: (id: string) => `/campaigns/${id}`,
  campaignResults: (id: string) => `/campaigns/${id}/results`,
  messages: '/messages',
  campaignMessages: (id: string) => `/messages?campaign=${encodeURIComponent(id)}`,
  message: (id: string) => `/messages/${id}`,
  replies: '/replies',
  settings: '/settings',
  restored: '/restored',
}

/** Of a campaign, the messages in one state, or that ended for one reason. */
export const messagesThat = (campaignId: string, state: string, reason?: string) =>
  `${paths.campaignMessages(campaignId)}&state=${state}${reason ? `&reason=${reason}` : ''}`
