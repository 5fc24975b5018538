// The routes of accounts: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing, pageOf, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'
import { requestLogPage, requestLogQuery } from './contract-request-log.ts'

export const accountsApi = endpoints({
  'GET /v1/setup': { response: shapes.setupState },
  'POST /v1/setup': { body: shapes.setupRequest, response: shapes.meView, status: 201 },
  'POST /v1/sessions': { body: shapes.sessionRequest, response: shapes.meView, status: 201 },
  'GET /v1/me': { response: shapes.meView },
  'PATCH /v1/me': { body: shapes.meChange, response: shapes.meView },
  'DELETE /v1/sessions/current': { response: nothing },
  'PUT /v1/sessions/current': { body: shapes.sessionSwitch, response: shapes.meView },
  'GET /v1/account': { response: shapes.accountView },
  'PATCH /v1/account': { body: shapes.accountChange, response: shapes.accountView },
  'GET /v1/account/sandbox-clock': { response: shapes.sandboxClock },
  'PUT /v1/account/sandbox-clock': {
    body: shapes.sandboxClockChange,
    response: shapes.sandboxClock,
  },
  'GET /v1/users': { response: pageOf(shapes.userView) },
  'PATCH /v1/users/{id}': { params: idParams, body: shapes.userChange, response: shapes.userView },
  'DELETE /v1/users/{id}': { params: idParams, response: nothing },
  'GET /v1/tokens': { response: pageOf(shapes.tokenView) },
  'POST /v1/tokens': { body: shapes.tokenRequest, response: shapes.tokenCreated, status: 201 },
  'DELETE /v1/tokens/{id}': { params: idParams, response: nothing },
  'GET /v1/request-log': { query: requestLogQuery, response: requestLogPage },
  'POST /v1/users': { body: shapes.userRequest, response: shapes.userInvitation, status: 201 },
  'GET /v1/users/invitations': { response: pageOf(shapes.invitationView) },
  'POST /v1/users/invitations/{id}/code': { params: idParams, response: shapes.userInvitation },
  'DELETE /v1/users/invitations/{id}': { params: idParams, response: nothing },
  'POST /v1/invitations/read': { body: shapes.invitationCode, response: shapes.invitationRead },
  'POST /v1/invitations': { body: shapes.invitationAnswer, response: shapes.meView, status: 201 },
  'POST /v1/invitations/refusal': { body: shapes.invitationCode, response: nothing },
  'GET /v1/roles': { response: shapes.roleList },
  'GET /v1/accounts': { query: pageQuery, response: pageOf(shapes.accountView) },
  'POST /v1/accounts': { body: shapes.accountRequest, response: shapes.accountView, status: 201 },
  'GET /v1/accounts/{id}': { params: idParams, response: shapes.accountView },
  'POST /v1/accounts/{id}/suspend': {
    params: idParams,
    body: shapes.accountSuspension,
    response: shapes.accountView,
  },
  'POST /v1/accounts/{id}/resume': { params: idParams, response: shapes.accountView },
  'PUT /v1/accounts/{id}/kind': {
    params: idParams,
    body: shapes.accountKindChange,
    response: shapes.accountView,
  },
  'GET /v1/sessions/second-factor': { response: shapes.halfSession },
  'POST /v1/sessions/second-factor': {
    body: shapes.halfSessionAnswer,
    response: shapes.meView,
    status: 201,
  },
  'GET /v1/me/second-factors': { response: shapes.secondFactorList },
  'POST /v1/me/second-factors': {
    body: shapes.secondFactorRequest,
    response: shapes.secondFactorBegun,
    status: 201,
  },
  'POST /v1/me/second-factors/{id}/confirmation': {
    params: idParams,
    body: shapes.secondFactorConfirmation,
    response: shapes.secondFactorConfirmed,
  },
  'POST /v1/me/second-factors/{id}/removal': {
    params: idParams,
    body: shapes.ownProof,
    response: nothing,
  },
  'POST /v1/sessions/passkey-challenges': { response: shapes.passkeyChallenge, status: 201 },
  'POST /v1/me/passkey-challenges': { response: shapes.passkeyChallenge, status: 201 },
  'POST /v1/me/passkeys': {
    body: shapes.secondFactorRequest,
    response: shapes.passkeyBegun,
    status: 201,
  },
  'POST /v1/me/passkeys/{id}/confirmation': {
    params: idParams,
    body: shapes.passkeyConfirmation,
    response: shapes.secondFactorConfirmed,
  },
  'POST /v1/me/recovery-codes': { body: shapes.ownProof, response: shapes.recoveryCodes },
  'GET /v1/account/second-factor-rule': { response: shapes.secondFactorRule },
  'PUT /v1/account/second-factor-rule': {
    body: shapes.secondFactorRuleChange,
    response: shapes.secondFactorRule,
  },
  'POST /v1/users/second-factor-removals': {
    body: shapes.secondFactorRemoval,
    response: nothing,
  },
  'GET /v1/installation/second-factor-rule': { response: shapes.staffSecondFactorRule },
  'PUT /v1/installation/second-factor-rule': {
    body: shapes.staffSecondFactorRuleChange,
    response: shapes.staffSecondFactorRule,
  },
  'POST /v1/installation/second-factor-removals': {
    body: shapes.staffSecondFactorRemoval,
    response: nothing,
  },
})
