// What a campaign's results say once its messages are deleted, in both languages.
export const detailsDeletedWords = {
  en: {
    told: 'The messages of this campaign were deleted on {date}, at the end of their retention period. The figures are those counted before.',
    gone: 'The messages were deleted at the end of their retention period.',
  },
  fr: {
    told: 'Les messages de cette campagne ont été supprimés le {date}, à la fin de leur durée de conservation. Les chiffres sont ceux comptés avant.',
    gone: 'Les messages ont été supprimés à la fin de leur durée de conservation.',
  },
}
