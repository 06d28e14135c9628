import { page, see, show, type Context, type Page, type Reply } from '#platform/web/page.ts'
import { draftIdOf } from '../draft-cookie.ts'
import type { Way } from '../draft.ts'
import { findDraft } from '../drafts.sql.ts'
import { elsewhereFor } from '../elsewhere.ts'
import { registrationFrom, rowsOf } from '../registration.ts'
import { sendRegistration } from '../send.ts'
import { firstUnanswered } from '../steps.ts'
import { pathOf, ways } from '../ways.ts'
import { checkAnswersView, nobodyReceivesView } from './check-answers.view.ts'
import { draftGone } from './draft-gone.view.ts'

export const checkAnswersPage = checkOf('adult')
export const youngCheckAnswersPage = checkOf('young')

/** All answers on one page, each with a way to change it; sending makes one referral, however often. */
function checkOf(way: Way): Page {
  return page({
    path: pathOf(way, 'check-answers'),
    door: ways[way].door,
    may: 'anyone',
    get: (context) => check(context, way),
    post: (context) => send(context, way),
  })
}

async function check(context: Context, way: Way): Promise<Reply> {
  const id = draftIdOf(context)
  if (id === null) return draftGone(way)
  const { asSystem, actor, authority, clock } = context
  const { authorityId } = actor
  return asSystem('check a draft', async (tx) => {
    const draft = await findDraft(tx, { authorityId, id })
    if (draft === null) return draftGone(way)
    if (draft.reference !== null) return see(pathOf(draft.way, 'sent'))
    const of = { way: draft.way, today: clock.today() }
    const missing = firstUnanswered(draft.answers, of)
    if (missing !== null) return see(pathOf(draft.way, missing.slug))
    if (draft.way !== way) return see(pathOf(draft.way, 'check-answers'))
    const registration = registrationFrom(draft.answers, of)
    const about = { actor, here: authority.name, today: clock.today() }
    const elsewhere = registration === null ? null : elsewhereFor(registration, about)
    return show(checkAnswersView({ way, rows: rowsOf(draft.answers, of), elsewhere }))
  })
}

async function send(context: Context, way: Way): Promise<Reply> {
  const draftId = draftIdOf(context)
  if (draftId === null) return draftGone(way)
  const { asSystem, actor, clock } = context
  const sent = await asSystem('register a carer', (tx) =>
    sendRegistration(tx, { actor, clock, draftId }),
  )
  switch (sent) {
    case 'sent':
      return { kind: 'see', location: pathOf(way, 'sent'), forgets: true }
    case 'incomplete':
      return see(pathOf(way, 'check-answers'))
    case 'gone':
      return draftGone(way)
    case 'nobody_receives':
      return { kind: 'view', status: 503, view: nobodyReceivesView() }
  }
}
