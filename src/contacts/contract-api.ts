// The routes of contacts: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'
import * as segments from './contract-segments.ts'

export const contactsApi = endpoints({
  'GET /v1/contacts/retention': { response: shapes.retentionView },
  'PUT /v1/contacts/retention': { body: shapes.retentionRequest, response: shapes.retentionView },
  'GET /v1/lists': { query: pageQuery, response: shapes.listPage },
  'POST /v1/lists': { body: shapes.listRequest, response: shapes.listView, status: 201 },
  'GET /v1/lists/{id}': { params: idParams, response: shapes.listView },
  'POST /v1/lists/{id}/members': {
    params: idParams,
    body: shapes.membersRequest,
    response: shapes.membersChanged,
  },
  'POST /v1/lists/{id}/members/remove': {
    params: idParams,
    body: shapes.membersRequest,
    response: shapes.membersChanged,
  },
  'DELETE /v1/lists/{id}/members/{contactId}': {
    params: shapes.memberParams,
    response: shapes.membersChanged,
  },
  'GET /v1/controllers': { response: shapes.controllerList },
  'POST /v1/controllers': {
    body: shapes.controllerRequest,
    response: shapes.controllerView,
    status: 201,
  },
  'PATCH /v1/controllers/{id}': {
    params: idParams,
    body: shapes.controllerRequest,
    response: shapes.controllerView,
  },
  'GET /v1/custom-fields': { response: shapes.customFieldList },
  'POST /v1/custom-fields': {
    body: shapes.customFieldRequest,
    response: shapes.customFieldView,
    status: 201,
  },
  'PATCH /v1/custom-fields/{id}': {
    params: idParams,
    body: shapes.customFieldChange,
    response: shapes.customFieldView,
  },
  'GET /v1/segments': { response: segments.segmentList },
  'POST /v1/segments': {
    body: segments.segmentRequest,
    response: segments.segmentView,
    status: 201,
  },
  'POST /v1/segments/count': {
    body: segments.segmentCountRequest,
    response: segments.segmentCounts,
  },
  'GET /v1/segments/{id}': { params: idParams, response: segments.segmentView },
  'PATCH /v1/segments/{id}': {
    params: idParams,
    body: segments.segmentChange,
    response: segments.segmentView,
  },
  'DELETE /v1/segments/{id}': { params: idParams, response: nothing },
  'POST /v1/segments/{id}/audience': {
    params: idParams,
    response: shapes.listView,
    status: 201,
  },
  'GET /v1/contacts': { query: shapes.contactQuery, response: shapes.contactPage },
  'POST /v1/contacts/search': { body: shapes.contactSearch, response: shapes.contactFound },
  'POST /v1/contacts/search-names': {
    body: segments.nameSearch,
    response: shapes.namesFound,
  },
  'GET /v1/contacts/{id}': { params: idParams, response: shapes.contactView },
  'POST /v1/contacts': { body: shapes.contactRequest, response: shapes.contactSaved, status: 201 },
  'POST /v1/contacts/{id}/reveal': {
    params: idParams,
    body: shapes.revealRequest,
    response: shapes.revealedContact,
  },
  'PATCH /v1/contacts/{id}': {
    params: idParams,
    body: shapes.contactChange,
    response: shapes.contactChanged,
  },
  'DELETE /v1/contacts/{id}': { params: idParams, response: nothing },
  'GET /v1/held-rows': { query: shapes.heldRowQuery, response: shapes.heldRowPage },
  'POST /v1/held-rows/{id}/reveal': {
    params: idParams,
    body: shapes.revealRequest,
    response: shapes.revealedHeldRow,
  },
  'POST /v1/held-rows/{id}/take': {
    params: idParams,
    body: shapes.heldRowTake,
    response: shapes.heldRowTaken,
  },
  'DELETE /v1/held-rows/{id}': {
    params: idParams,
    query: shapes.heldRowRead,
    response: nothing,
  },
  'GET /v1/audit': { query: shapes.auditQuery, response: shapes.auditPage },
  'GET /v1/audit/actors': { response: shapes.auditActorList },
  'GET /v1/audit/export.csv': { query: shapes.auditFileQuery },
  'GET /v1/audit/export.ods': { query: shapes.auditFileQuery },
  'GET /v1/contacts/counts': { query: shapes.contactCountsQuery, response: shapes.contactCounts },
  'POST /v1/contacts/export': { query: shapes.contactFilters, body: shapes.exportRequest },
  'PATCH /v1/lists/{id}': { params: idParams, body: shapes.listRequest, response: shapes.listView },
  'DELETE /v1/lists/{id}': { params: idParams, response: nothing },
  'POST /v1/lists/{id}/merge': {
    params: idParams,
    body: shapes.mergeRequest,
    response: shapes.listView,
  },
  'POST /v1/lists/{id}/split': {
    params: idParams,
    body: shapes.splitRequest,
    response: shapes.splitDone,
    status: 201,
  },
  'GET /v1/lists/names': { query: shapes.listNamesQuery, response: shapes.listNames },
  'GET /v1/contacts/{id}/lists': { params: idParams, response: shapes.listNames },
})
