// The HTTP of templates; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { TemplateView } from '../contract-compose.ts'
import type { CampaignsDeps } from '../deps.ts'
import * as keep from './keep-template.ts'
import type { Template } from './template.ts'

const notFound = 'campaigns.template_not_found'
const iso = (at: number) => new Date(at).toISOString()

const viewOf = (template: Template): TemplateView => ({
  ...template,
  createdAt: iso(template.createdAt),
  changedAt: iso(template.changedAt),
  archivedAt: template.archivedAt === null ? null : iso(template.archivedAt),
})

const templateCursor = defineCursor('templates', {
  changedAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})

export function templateRoutes(deps: CampaignsDeps): Route[] {
  return [...writingRoutes(deps), ...readingRoutes(deps)]
}

function writingRoutes(deps: CampaignsDeps): Route[] {
  const archive = (verb: 'archive' | 'restore', summary: string) =>
    defineRoute({
      ...campaignsApi[`POST /v1/templates/{id}/${verb}`],
      needs: 'campaigns.prepare',
      summary,
      errors: [notFound],
      handle: async (caller, { params }) =>
        viewOf(await keep.archiveTemplate(deps, caller, params.id, verb === 'archive')),
    })
  return [
    defineRoute({
      ...campaignsApi['POST /v1/templates'],
      needs: 'campaigns.prepare',
      summary: 'Keep a text to be used again',
      errors: ['campaigns.merge_field_unknown', 'campaigns.templates_too_many'],
      handle: async (caller, { body }) => viewOf(await keep.createTemplate(deps, caller, body)),
    }),
    defineRoute({
      ...campaignsApi['PATCH /v1/templates/{id}'],
      needs: 'campaigns.prepare',
      summary: 'Change a template; another text is another version, and the former ones stay',
      errors: [notFound, 'campaigns.template_archived', 'campaigns.merge_field_unknown'],
      handle: async (caller, { params, body }) =>
        viewOf(await keep.changeTemplate(deps, caller, params.id, body)),
    }),
    archive('archive', 'Offer a template no more; campaigns that used it keep their text'),
    archive('restore', 'Offer an archived template again'),
  ]
}

function readingRoutes(deps: CampaignsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/templates'],
      needs: 'campaigns.read',
      summary: 'List templates, changed last first',
      handle: async (caller, { query }) => {
        const { items, last } = await keep.readTemplates(deps, caller, {
          isArchived: query.archived === 'true',
          before: templateCursor.read(query.cursor),
          limit: query.limit,
        })
        return {
          items: items.map(viewOf),
          nextCursor:
            last === null ? null : templateCursor.write({ changedAt: last.changedAt, id: last.id }),
        }
      },
    }),
    defineRoute({
      ...campaignsApi['GET /v1/templates/{id}'],
      needs: 'campaigns.read',
      summary: 'Read a template with its latest text',
      errors: [notFound],
      handle: async (caller, { params }) =>
        viewOf(await keep.readOneTemplate(deps, caller, params.id)),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/templates/{id}/versions'],
      needs: 'campaigns.read',
      summary: 'Read what a template said before, the latest first',
      errors: [notFound],
      handle: async (caller, { params }) => ({
        items: (await keep.readVersions(deps, caller, params.id)).map((version) => ({
          ...version,
          writtenAt: iso(version.writtenAt),
        })),
      }),
    }),
  ]
}
