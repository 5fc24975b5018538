// The HTTP of training, of an account, of the installation’s staff, and of each user; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { accountabilityApi as api } from '../contract-api.ts'
import type { AccountabilityDeps } from '../deps.ts'
import {
  attest,
  readAllTraining,
  readOwnTraining,
  writeSession,
  writeTopic,
} from './manage-training.ts'

const writingTopic = ['accountability.topic_not_found', 'accountability.too_much_written'] as const
const writingSession = [
  ...writingTopic,
  'accountability.session_not_found',
  'accountability.session_later',
  'accountability.user_unknown',
] as const

export function trainingRoutes(deps: AccountabilityDeps): Route[] {
  return [...ofAccount(deps), ...ofInstallation(deps), ...ofUser(deps)]
}

function ofAccount(deps: AccountabilityDeps): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/training'],
      needs: 'registers.manage',
      summary: 'Show what must be known by whom, who is trained, and the sessions',
      handle: (caller) => readAllTraining(deps, 'account', caller),
    }),
    defineRoute({
      ...api['PUT /v1/training/topics'],
      needs: 'registers.manage',
      summary: 'Add a training of the account’s own, or change one',
      errors: [...writingTopic],
      handle: (caller, { body }) => writeTopic(deps, 'account', caller, body),
    }),
    defineRoute({
      ...api['PUT /v1/training/sessions'],
      needs: 'registers.manage',
      summary: 'Record a session that was held; those who attended are asked to confirm',
      errors: [...writingSession],
      handle: (caller, { body }) => writeSession(deps, 'account', caller, body),
    }),
  ]
}

function ofInstallation(deps: AccountabilityDeps): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/operator/training'],
      needs: 'installation.manage',
      summary: 'Show the training of the installation’s staff',
      handle: (caller) => readAllTraining(deps, 'installation', caller),
    }),
    defineRoute({
      ...api['PUT /v1/operator/training/topics'],
      needs: 'installation.manage',
      summary: 'Add a training for the installation’s staff, or change one',
      errors: [...writingTopic],
      handle: (caller, { body }) => writeTopic(deps, 'installation', caller, body),
    }),
    defineRoute({
      ...api['PUT /v1/operator/training/sessions'],
      needs: 'installation.manage',
      summary: 'Record a session of the installation’s staff',
      errors: [...writingSession],
      handle: (caller, { body }) => writeSession(deps, 'installation', caller, body),
    }),
  ]
}

function ofUser(deps: AccountabilityDeps): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/own-training'],
      needs: 'account.read',
      summary: 'Show what the user must know, and what waits for their confirmation',
      errors: ['accountability.users_only'],
      handle: (caller) => readOwnTraining(deps, caller),
    }),
    defineRoute({
      ...api['POST /v1/own-training/attestations'],
      needs: 'account.read',
      summary: 'Confirm a training: a session attended, or the text read',
      errors: [
        'accountability.users_only',
        'accountability.topic_not_found',
        'accountability.not_invited',
        'accountability.too_much_written',
      ],
      handle: (caller, { body }) => attest(deps, caller, body),
    }),
  ]
}
