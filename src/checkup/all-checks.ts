// Every check, in the order in which they are shown within their group.
import type { Check } from './check.ts'
import { backupAge } from './checks/backup-age.ts'
import { backupChanges } from './checks/backup-changes.ts'
import { backupDrill } from './checks/backup-drill.ts'
import { certificate } from './checks/certificate.ts'
import { clock } from './checks/clock.ts'
import { commonPasswords } from './checks/common-passwords.ts'
import { databaseRoles } from './checks/database-roles.ts'
import { databaseWire } from './checks/database-wire.ts'
import { diskSpace } from './checks/disk-space.ts'
import { dataMode, logMode } from './checks/file-modes.ts'
import { keysApart } from './checks/keys-apart.ts'
import { keysCopies } from './checks/keys-copies.ts'
import { keysMode } from './checks/keys-mode.ts'
import { listeningAddress } from './checks/listening-address.ts'
import { loginAttempts } from './checks/login-attempts.ts'
import { mailFrom } from './checks/mail-from.ts'
import { mailServer } from './checks/mail-server.ts'
import { nodeVersion } from './checks/node-version.ts'
import { objectionsKnown } from './checks/objections-known.ts'
import { operatorWire } from './checks/operator-wire.ts'
import { packageVulnerabilities } from './checks/package-vulnerabilities.ts'
import { passwordHashing } from './checks/password-hashing.ts'
import { postgresVersion } from './checks/postgres-version.ts'
import { publicAddress } from './checks/public-address.ts'
import { recoveryCopy } from './checks/recovery-copy.ts'
import { responseHeaders } from './checks/response-headers.ts'
import { retention } from './checks/retention.ts'
import { rootKey } from './checks/root-key.ts'
import { rowSecurity } from './checks/row-security.ts'
import { sandboxOperator } from './checks/sandbox-operator.ts'
import { sealedColumns } from './checks/sealed-columns.ts'
import { secondFactors } from './checks/second-factors.ts'
import { sessionCookie } from './checks/session-cookie.ts'
import { sessionLife } from './checks/session-life.ts'
import { supplierContracts } from './checks/supplier-contracts.ts'

// biome-ignore format: a list of checks by their groups
export const allChecks: readonly Check[] = [
  secondFactors, passwordHashing, loginAttempts, sessionLife, sessionCookie, commonPasswords,
  publicAddress, certificate, listeningAddress, responseHeaders, operatorWire,
  mailServer, mailFrom,
  keysMode, keysApart, keysCopies, rootKey, recoveryCopy, dataMode, logMode,
  databaseRoles, rowSecurity, sealedColumns, databaseWire,
  backupAge, backupChanges, backupDrill, objectionsKnown, retention, supplierContracts, diskSpace,
  postgresVersion, nodeVersion, packageVulnerabilities, clock, sandboxOperator,
]
