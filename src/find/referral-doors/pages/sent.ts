import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { page, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { findReceipt } from '../receipt.sql.ts'
import { nextSteps } from '../standing.ts'
import { receiptView } from './sent.view.ts'

/** The reference of what a visitor sent, and what happens next. It names nobody. */
export const referralSentPage = page({
  path: '/refer/sent/:id',
  door: 'public',
  may: 'anyone',
  params: z.object({ id: idParam }),
  get: ({ params, actor, clock, asSystem }) =>
    asSystem('the receipt of a referral', async (tx) => {
      const of = { authorityId: actor.authorityId, id: params.id, takenBy: null }
      const receipt = await findReceipt(tx, of)
      if (receipt === null) throw new NotFound('referral')
      const steps = nextSteps(receipt, clock.today(), await getReckoning(tx))
      return show({ title: 'We have it', main: receiptView({ receipt, steps }) })
    }),
})
