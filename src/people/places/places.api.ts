import { z } from 'zod'
import type { ApiRoute } from '#platform/room.ts'
import { establishmentKinds, establishmentStates } from './establishment.ts'
import { searchEstablishments } from './establishments.sql.ts'

const query = z.object({
  kind: z
    .enum(establishmentKinds)
    .optional()
    .describe('gp_practice, nhs_trust, hospital or school'),
  q: z
    .string()
    .max(100)
    .default('')
    .describe('Words of the name, the code, the town or the postcode'),
  district: z.string().max(9).optional().describe('GSS code of a district, such as E07000234'),
  closed: z.enum(['true', 'false']).default('false').describe('Whether closed ones are among them'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
})

const answer = z.object({
  total: z.number().int(),
  page: z.number().int(),
  places: z.array(
    z.object({
      kind: z.enum(establishmentKinds),
      code: z.string().describe('ODS code or URN'),
      name: z.string(),
      address: z.string().nullable(),
      town: z.string().nullable(),
      postcode: z.string().nullable(),
      telephone: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      district: z.string().nullable(),
      state: z.enum(establishmentStates),
      opened_on: z.iso.date().nullable(),
      closed_on: z.iso.date().nullable(),
      details: z.record(z.string(), z.string()),
    }),
  ),
})

/** Practices, trusts, hospitals and schools as their registers publish them: open data, for anyone. */
export const placesApi: ApiRoute = {
  method: 'GET',
  path: '/api/places',
  summary: 'GP practices, NHS trusts, hospitals and schools by their published codes',
  tag: 'Places',
  may: 'anyone',
  query,
  answer,
  run: async ({ query: asked, asActor }) => {
    const { kind, q, district, closed, page, per_page: limit } = asked as z.output<typeof query>
    const { found, total } = await asActor((tx) =>
      searchEstablishments(tx, {
        kind: kind ?? null,
        words: q,
        district: district ?? null,
        closed: closed === 'true',
        offset: (page - 1) * limit,
        limit,
      }),
    )
    const places = found.map(({ districtCode, openedOn, closedOn, ...rest }) => ({
      ...rest,
      district: districtCode,
      opened_on: openedOn,
      closed_on: closedOn,
    }))
    return { total, page, places }
  },
}
