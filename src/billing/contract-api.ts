// The routes of billing: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const billingApi = endpoints({
  'GET /v1/prices': { response: shapes.priceList },
  'PUT /v1/default-prices/{country}': {
    params: shapes.countryParams,
    body: shapes.priceChange,
    response: shapes.priceList,
  },
  'PUT /v1/accounts/{id}/prices/{country}': {
    params: shapes.accountCountryParams,
    body: shapes.priceChange,
    response: shapes.priceList,
  },
  'GET /v1/default-prices': { response: shapes.priceList },
  'GET /v1/accounts/{id}/prices': { params: idParams, response: shapes.priceList },
})
