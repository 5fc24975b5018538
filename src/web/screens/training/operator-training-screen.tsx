// The training of the staff of the installation.
import { StaffPage } from '../installation/staff-page.tsx'
import { useTrainingWords } from './queries.ts'
import { Training } from './training-parts.tsx'

export function OperatorTrainingScreen() {
  const w = useTrainingWords()
  return (
    <StaffPage title={w.operatorTitle} lead={w.operatorLead}>
      <Training whose="installation" />
    </StaffPage>
  )
}
