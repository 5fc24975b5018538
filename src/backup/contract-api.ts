// The routes of backups: what each takes and answers, for the server and for whoever asks it.
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const backupApi = endpoints({
  'GET /v1/installation/backups': { response: shapes.backupsView },
  'POST /v1/installation/backups': { response: shapes.backupsView, status: 202 },
  'POST /v1/installation/backups/drill': { response: shapes.backupsView, status: 202 },
})
