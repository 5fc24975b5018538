// The companies that carry messages, and their contracts.
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { AddSupplier } from './add-supplier.tsx'
import { useSuppliers } from './queries.ts'
import { StaffPage } from './staff-page.tsx'
import { SupplierCard } from './supplier-card.tsx'

function AllSuppliers() {
  const { words } = useLanguage()
  const w = words.installation.suppliers
  const suppliers = useSuppliers()
  return (
    <Answer query={suppliers}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={w.empty} text={w.emptyText} />
        ) : (
          items.map((supplier) => <SupplierCard key={supplier.id} supplier={supplier} />)
        )
      }
    </Answer>
  )
}

export function SuppliersScreen() {
  const { words } = useLanguage()
  const w = words.installation.suppliers
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <AllSuppliers />
      <Section title={w.add} narrow>
        <AddSupplier />
      </Section>
    </StaffPage>
  )
}
