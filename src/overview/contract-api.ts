// The routes of overview: what each takes and answers, for the server and for whoever asks it.
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'
import { openPointsView } from './contract-points.ts'

export const overviewApi = endpoints({
  'GET /v1/overview/waiting': { response: shapes.waitingView },
  'GET /v1/overview/figures': { response: shapes.figuresView },
  'GET /v1/overview/reachable': { response: shapes.reachableView },
  'GET /v1/overview/departures': { response: shapes.departuresView },
  'GET /v1/overview/first-steps': { response: shapes.firstStepsView },
  'GET /v1/overview/open-points': { response: openPointsView },
  'POST /v1/overview/search': { body: shapes.searchRequest, response: shapes.searchResult },
})
