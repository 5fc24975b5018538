// Beginning a campaign from a day of the calendar.
export const newOnWords = {
  en: { short: 'New campaign', label: 'New campaign on {day}' },
  fr: { short: 'Nouvelle campagne', label: 'Nouvelle campagne le {day}' },
}
