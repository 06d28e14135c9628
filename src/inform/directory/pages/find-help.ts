import { optionalChoice, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type Body } from '#platform/web/form.ts'
import { page, show, showAgain, type Context, type Page, type Reply } from '#platform/web/page.ts'
import { needIds } from '../directory.ts'
import {
  countPlaced,
  getAuthorityName,
  listEverywhere,
  listNear,
  listTowns,
  type Wanted,
} from '../directory.sql.ts'
import { whereFrom } from '../where.ts'
import { findHelpView, type Way } from './find-help.view.ts'

export const findHelpPage = searchOf('all', { path: '/find-help', door: 'public' })
export const clubsPage = searchOf('young', { path: '/young-carers/clubs', door: 'young' })

const searchForm = form({
  where: text('Enter your postcode, or a town or village'),
  need: optionalChoice(needIds),
})

/** As many as fit a phone's few screens; the rest on asking. */
const shownFirst = 10
const shownAtMost = 200

function searchOf(way: Way, at: Pick<Page, 'path' | 'door'>): Page {
  return page({
    ...at,
    may: 'anyone',
    get: ({ actor, asActor, clock }) =>
      asActor(async (tx) => {
        const everywhere = await listEverywhere(tx, wanted(actor.authorityId, way, null))
        const today = clock.today()
        return show(findHelpView({ way, state: freshForm(), results: null, everywhere, today }))
      }),
    post: (context) => search(context, way),
  })
}

function search({ actor, asActor, body, clock }: Context, way: Way): Promise<Reply> {
  const today = clock.today()
  const read = searchForm.read(body)
  return asActor(async (tx) => {
    const { authorityId } = actor
    const of = wanted(authorityId, way, read.ok ? read.value.need : null)
    const everywhere = await listEverywhere(tx, of)
    const again = (state: Parameters<typeof findHelpView>[0]['state']) =>
      showAgain(findHelpView({ way, state, results: null, everywhere, today }))
    if (!read.ok) return again(read.error)
    const towns = await listTowns(tx, authorityId)
    const here = await getAuthorityName(tx, authorityId)
    const at = whereFrom(read.value.where, { towns, actor, here })
    if (!at.ok) return again(withFault(body, 'where', at.error))
    const limit = body['all'] === 'yes' ? shownAtMost : shownFirst
    const near = await listNear(tx, { ...of, at: at.value, limit })
    const total = await countPlaced(tx, of)
    const { words: from, outside } = at.value
    const results = { from, outside, near, total, exact: at.value.exact }
    return show(findHelpView({ way, state: freshForm(typedOf(body)), results, everywhere, today }))
  })
}

function wanted(authorityId: number, way: Way, need: string | null): Wanted {
  return way === 'young'
    ? { authorityId, need: 'young', kind: 'young_carer' }
    : { authorityId, need, kind: null }
}

function typedOf(body: Body): Body {
  return Object.fromEntries(
    ['where', 'need'].flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
  )
}
