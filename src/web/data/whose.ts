// Screens that exist for the account and for the installation: whose, and what each needs.
import type { Right } from '../../kernel/index.ts'

export type Whose = 'account' | 'installation'

export const ofWhose: Record<Whose, { needs: Right }> = {
  account: { needs: 'registers.manage' },
  installation: { needs: 'installation.manage' },
}
