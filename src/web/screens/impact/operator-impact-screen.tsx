// The impact assessment of the installation, as processor.
import { StaffPage } from '../installation/staff-page.tsx'
import { Assessment, Sheets } from './assessment.tsx'
import { useImpactWords } from './use-impact-words.ts'

export function OperatorImpactScreen() {
  const w = useImpactWords()
  return (
    <StaffPage
      title={w.operatorTitle}
      lead={w.operatorLead}
      actions={<Sheets whose="installation" />}
    >
      <Assessment whose="installation" />
    </StaffPage>
  )
}
