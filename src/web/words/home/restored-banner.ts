// The sentences of the banner above every screen while something is held since a restore.
export const restoredBannerEn = {
  banner:
    'All sending is on hold for all accounts, because the database was restored from a backup.',
  bannerMarketing: 'Marketing is on hold, because the database was restored from a backup.',
  toScreen: 'See what is missing',
}
export const restoredBannerFr: typeof restoredBannerEn = {
  banner:
    'Tous les envois sont suspendus, pour tous les comptes, car la base a été restaurée depuis une sauvegarde.',
  bannerMarketing: 'La publicité est suspendue, car la base a été restaurée depuis une sauvegarde.',
  toScreen: 'Voir ce qui manque',
}
