import { z } from 'zod'
import { govukPanel } from '#platform/govuk/panel.ts'
import { dayInWords, isoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPlanPeople } from '#support/plan-people.sql.ts'
import { getPlan } from '#support/plans/plans.sql.ts'
import { getReview } from '#support/diary/reviews.sql.ts'

/** What happens now that a carer asked for their plan to be looked at again. */
export const lookAgainAskedPage = page({
  path: '/my/plan/look-again/:id',
  door: 'carer',
  may: ['carer'],
  params: z.object({ id: idParam }),
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const review = await getReview(tx, params.id)
      const people = await getPlanPeople(tx, await getPlan(tx, review.planId))
      const ring = people.telephone === null ? '' : ` If it cannot wait, ring ${people.telephone}.`
      return show({
        title: 'We will look at your plan again',
        main: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            ${govukPanel({ titleText: 'We will look at your plan again' })}
            <h2 class="govuk-heading-m">What happens next</h2>
            <p class="govuk-body">
              ${people.worker ?? 'We'} will talk with you by
              ${dayInWords(isoDate(review.dueOn))}.${ring} Your plan goes on as it is until then.
            </p>
            <p class="govuk-body"><a class="govuk-link" href="/my">Back to your page</a></p>
          </div>
        </div>`,
      })
    }),
})
