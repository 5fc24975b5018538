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
  wordings: '/wordings',
  newWording: '/wordings/new',
  wording: (id: string) => `/wordings/${id}`,
  campaigns: '/campaigns',
  newCampaign: (listId?: string) =>
    listId ? `/campaigns/new?list=${encodeURIComponent(listId)}` : '/campaigns/new',
  campaign: (id: string) => `/campaigns/${id}`,
  messages: '/messages',
  campaignMessages: (id: string) => `/messages?campaign=${encodeURIComponent(id)}`,
  message: (id: string) => `/messages/${id}`,
  replies: '/replies',
  settings: '/settings',
}
