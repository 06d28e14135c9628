import { z } from 'zod'
import { answered } from '#platform/api/answered.ts'
import { problemBody } from '#platform/api/problem.ts'
import type { ApiRoute } from '#platform/room.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { type Found, needIds } from './directory.ts'
import {
  countPlaced,
  getAuthorityName,
  listEverywhere,
  listNear,
  listTowns,
} from './directory.sql.ts'
import { whereFrom } from './where.ts'

const query = z.object({
  need: z.enum(needIds).optional().describe('What for'),
  kind: z.enum(carerKinds).optional().describe('For which kind of carer'),
  near: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('A postcode or a town: the nearest come first'),
  most: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .describe('At most so many with a place'),
})

const service = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  about: z.string(),
  minimum_age: z.number().int().nullable(),
  maximum_age: z.number().int().nullable(),
  cost: z.string().nullable(),
  telephone: z.string().nullable(),
  website: z.string().nullable(),
  opens: z.string().nullable(),
  checked_on: z.iso.date().nullable().describe('When somebody last made sure of it'),
  source: z.string(),
  invented: z.boolean().describe('Made up for a demonstration'),
})
const placed = service.extend({
  place: z.string(),
  address: z.string().nullable(),
  town: z.string(),
  postcode: z.string().nullable(),
  meets: z.string().nullable(),
  miles: z.number().nullable().describe('Null where nothing was said of where'),
})

/** The directory of support, for whoever shows it elsewhere. */
export const directoryApi: ApiRoute = {
  method: 'GET',
  path: '/api/directory/services',
  summary: 'Support for carers: what there is, where, and when somebody last made sure of it',
  tag: 'Directory',
  may: 'anyone',
  query,
  answer: z.object({
    total: z.number().int().describe('How many with a place there are in all'),
    at_places: z.array(placed),
    everywhere: z.array(service).describe('By telephone or online, without a place'),
  }),
  run: ({ query: asked, actor, asActor }) =>
    asActor(async (tx) => {
      const { need = null, kind = null, near, most } = asked as z.output<typeof query>
      const { authorityId } = actor
      const wanted = { authorityId, need, kind }
      const towns = await listTowns(tx, authorityId)
      const here = await getAuthorityName(tx, authorityId)
      const where = near === undefined ? null : whereFrom(near, { towns, actor, here })
      if (where?.ok === false) {
        const faults = [{ pointer: '#/query/near', detail: where.error }]
        const body = problemBody(422, { requestId: actor.requestId, faults })
        return answered({ status: 422, type: 'application/problem+json', body })
      }
      const [middle] = towns
      const at = where?.value ?? middle ?? { latitude: 0, longitude: 0 }
      const found = await listNear(tx, { ...wanted, at, limit: most })
      return {
        total: await countPlaced(tx, wanted),
        at_places: found.map(({ place, address, town, postcode, meets, miles, ...rest }) => ({
          ...asAnswered(rest as Found),
          ...{ place, address, town, postcode, meets },
          miles: where === null ? null : Math.round(miles * 10) / 10,
        })),
        everywhere: (await listEverywhere(tx, wanted)).map(asAnswered),
      }
    }),
}

function asAnswered(found: Found): z.output<typeof service> {
  return {
    id: found.serviceId,
    name: found.name,
    organisation: found.organisation,
    about: found.about,
    minimum_age: found.minimumAge,
    maximum_age: found.maximumAge,
    cost: found.cost,
    telephone: found.telephone,
    website: found.website,
    opens: found.opens,
    checked_on: found.checkedOn,
    source: found.source,
    invented: found.invented,
  }
}
