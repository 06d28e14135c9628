import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import { file, page, show } from '#platform/web/page.ts'
import { listOrganisations } from '../../referrals/comparison.sql.ts'
import { financialYear } from '../../referrals/period.ts'
import type { SpanOfDays } from '../../referrals/sent-referrals.sql.ts'
import { letterFrom, senderLetter } from '../letter.ts'
import { getWriter } from '../letters.sql.ts'
import { lettersView } from './letters.view.ts'

const may = ['referrer'] as const
const yearsShown = 4

/** The letters of the last years, and of this one so far, in the forms in which anybody may have them. */
export const lettersPage = page({
  path: '/referrals/letters',
  door: 'partner',
  may,
  get: ({ actor, clock, asActor }) =>
    asActor(async (tx) =>
      show({
        title: 'Your yearly letters',
        current: '/referrals/sent',
        main: lettersView({
          organisations: await listOrganisations(tx, actor.organisationIds),
          years: lastYears(clock.today()),
        }),
      }),
    ),
})

/** One year's letter to one organisation of the actor's. */
export const letterPage = page({
  path: '/referrals/letters/:organisation/:year/:format',
  door: 'partner',
  may,
  params: z.object({
    organisation: z.coerce.number().int().min(1).max(2_000_000_000),
    year: z.string().regex(/^20\d\d$/),
    format: z.enum(documentFormats),
  }),
  get: async ({ params, actor, clock, authority, asActor }) => {
    const today = clock.today()
    const year = lastYears(today).find(({ from }) => from.startsWith(params.year))
    const from = await asActor(async (tx) => {
      const [organisation] = actor.organisationIds.includes(params.organisation)
        ? await listOrganisations(tx, [params.organisation])
        : []
      if (organisation === undefined || year === undefined) throw new NotFound('letter')
      const writer = await getWriter(tx, actor.authorityId)
      return letterFrom(tx, { organisation, year, writer, authority: authority.name, today })
    })
    const name = `carers-you-referred-${params.year}`
    return file(await documentFile(senderLetter(from), params.format, name))
  },
})

/** The financial year so far and those before it, the newest first. */
function lastYears(today: IsoDate): readonly SpanOfDays[] {
  const years = [{ ...financialYear(today), to: today }]
  for (let count = 1; count < yearsShown; count += 1) {
    const before = addDays(years.at(-1)?.from ?? isoDate(today), -1)
    years.push(financialYear(before) as SpanOfDays)
  }
  return years
}
