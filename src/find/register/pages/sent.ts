import { page, show, type Context, type Page, type Reply } from '#platform/web/page.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { draftIdOf } from '../draft-cookie.ts'
import type { Way } from '../draft.ts'
import { findDraft } from '../drafts.sql.ts'
import { findSentTo } from '../register.sql.ts'
import { pathOf, ways } from '../ways.ts'
import { whatNext } from '../what-next.ts'
import { draftGone } from './draft-gone.view.ts'
import { sentView } from './sent.view.ts'

export const sentPage = sentOf('adult')
export const youngSentPage = sentOf('young')

/** The reference and what happens next; also for whoever comes back by the back button. */
function sentOf(way: Way): Page {
  return page({
    path: pathOf(way, 'sent'),
    door: ways[way].door,
    may: 'anyone',
    get: (context) => confirm(context, way),
  })
}

async function confirm(context: Context, way: Way): Promise<Reply> {
  const id = draftIdOf(context)
  const { authorityId } = context.actor
  if (id === null) return draftGone(way)
  return context.asSystem('confirm a registration', async (tx) => {
    const draft = await findDraft(tx, { authorityId, id })
    const sent = draft && (await findSentTo(tx, { authorityId, referralId: draft.referralId }))
    if (sent === null || draft?.reference == null) return draftGone(way)
    const next = whatNext(sent.receiver, { ...sent, reckoning: await getReckoning(tx) })
    const { email, receivedOn, assessmentAskedFor } = sent
    const assessmentFrom = assessmentAskedFor ? receivedOn : null
    return show(sentView({ way, reference: draft.reference, next, email, assessmentFrom }))
  })
}
