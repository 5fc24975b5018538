// What a part costs accounts that have no price of their own.
import { useLanguage } from '../../data/language.tsx'
import { PricesSection } from './prices-section.tsx'
import { StaffPage } from './staff-page.tsx'

export function PricesScreen() {
  const { words } = useLanguage()
  const w = words.installation.prices
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <PricesSection accountId={null} title={w.origins.installation} lead={w.everyAccount} />
    </StaffPage>
  )
}
