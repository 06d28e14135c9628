import { z } from 'zod'
import { documentFile } from '#platform/documents/document-file.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { file, page, see, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { ownPersonId } from '#share/agreements/own.ts'
import { linkState } from '../link.rules.ts'
import { ownAddress } from '../own-link.ts'
import { sheetToPrint } from '../sheet-to-print.ts'
import { squareCode } from '../token.ts'
import { endToldLink, getToldLink, listToldOpenings } from '../told.sql.ts'
import { linkView } from './link.view.ts'

const params = z.object({ id: idParam })

/** A link with its code, to send or show, and each time it was opened. */
export const linkPage = page({
  path: '/my/tell-it-once/links/:id',
  door: 'carer',
  may: ['carer'],
  params,
  get: ({ actor, asActor, params: { id }, clock, config }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      const link = await getToldLink(tx, { personId, id })
      const openings = await listToldOpenings(tx, personId)
      const address = ownAddress(config, link)
      return show(
        linkView({
          link,
          openings: openings.filter(({ linkId }) => linkId === id),
          now: clock.now(),
          address,
          code: address === null ? null : await squareCode(address),
        }),
      )
    }),
})

/** The carer ends a link at will; from then on it opens nothing. */
export const endLinkPage = page({
  path: '/my/tell-it-once/links/:id/end',
  door: 'carer',
  may: ['carer'],
  params,
  get: async ({ params: { id } }) => see(`/my/tell-it-once/links/${id}`),
  post: ({ actor, asActor, params: { id }, clock }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      await getToldLink(tx, { personId, id })
      await endToldLink(tx, { personId, id, at: clock.now() })
      return see(`/my/tell-it-once/links/${id}`)
    }),
})

/** The code on a sheet of paper; NotFound for a link that opens nothing any more. */
export const sheetPage = page({
  path: '/my/tell-it-once/links/:id/sheet',
  door: 'carer',
  may: ['carer'],
  params,
  get: async ({ actor, asActor, params: { id }, clock, config, authority }) => {
    const personId = ownPersonId(actor)
    const { link, person } = await asActor(async (tx) => ({
      link: await getToldLink(tx, { personId, id }),
      person: await getPerson(tx, personId),
    }))
    const address = ownAddress(config, link)
    if (address === null || linkState(link, clock.now()) !== 'open') throw new NotFound('link')
    const code = await squareCode(address)
    const today = clock.today()
    const document = sheetToPrint({ person, link, address, code, today, authority })
    const print = person.informationFormat === 'large_print' ? 'large-print' : 'pdf'
    return file(await documentFile(document, print, 'my-story'))
  },
})
