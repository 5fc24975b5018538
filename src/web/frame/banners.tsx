// What stands above the screens of few: of an account that is to be deleted, of somebody who must
// have a second factor. It is loaded for them alone.
import { useSession } from '../data/session.tsx'
import { FactorBanner } from '../screens/factors/required.tsx'
import { DeletionBanner } from '../screens/settings/deletion-banner.tsx'

export function Banners() {
  const { secondFactor } = useSession().me
  const from = secondFactor?.isEnrolled === false ? secondFactor.requiredFrom : null
  return (
    <>
      <DeletionBanner />
      {from === null ? null : <FactorBanner from={from} />}
    </>
  )
}
