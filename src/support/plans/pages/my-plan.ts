import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { printPage } from '#platform/documents/print-page.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { file, page, show } from '#platform/web/page.ts'
import { findFormerPlan } from '../former-plan.ts'
import type { Plan } from '../plan.ts'
import { listPlansOf } from '../plans.sql.ts'
import { copyName, printedPlan } from '../send-plan.ts'
import { copyParams } from './copy.ts'
import { getPlanOf } from '../plan-of.ts'

/** The carer's own plan, to read; drafts are never among what they can see. */
export const myPlanPage = page({
  path: '/my/plan',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const plans = actor.personId === null ? [] : await listPlansOf(tx, actor.personId)
      const current = plans.find(({ state }) => state === 'agreed')
      const former = plans.filter((plan) => plan !== current)
      const back = govukBackLink({ href: '/my', text: 'Back' })
      if (current === undefined) {
        return show({ title: 'Your support plan', before: back, main: noPlan(former) })
      }
      const { document } = await printedPlan(tx, await getPlanOf(tx, current.id))
      const changed = await findFormerPlan(tx, current)
      return show({
        title: 'Your support plan',
        before: back,
        main: html`${copies(current)} ${await printPage(document)}
        ${changed === null ? nothing : changedLink} ${formerPlans(former)}`,
      })
    }),
})

/** A copy of the carer's own plan, this one or a former one. */
export const myCopyPage = page({
  path: '/my/plan/:id/copy/:format',
  door: 'carer',
  may: ['carer'],
  params: copyParams,
  get: async ({ params, asActor }) => {
    const { document, name } = await asActor(async (tx) => {
      const of = await getPlanOf(tx, params.id)
      return { ...(await printedPlan(tx, of)), name: copyName(of.whole) }
    })
    return file(await documentFile(document, params.format, name))
  },
})

const changedLink = html`<p class="govuk-body app-no-print">
  <a class="govuk-link" href="/my/plan/changes">What changed since your plan before</a>
</p>`

function noPlan(former: readonly Plan[]): Html {
  return html`<h1 class="govuk-heading-l">Your support plan</h1>
    <p class="govuk-body">
      You do not have a support plan just now. If you have had an assessment, we write one with you
      when there is something that we can do together.
    </p>
    ${formerPlans(former)}`
}

function copies({ id }: Plan): Html {
  return html`<p class="govuk-body app-no-print">
    Keep a copy: ${formatLinks(`/my/plan/${id}/copy`)}. Something not right?
    <a class="govuk-link" href="/my/plan/look-again">Ask us to look at it again</a>.
  </p>`
}

function formerPlans(former: readonly Plan[]): Html {
  if (former.length === 0) return html``
  return html`<h2 class="govuk-heading-m">Plans from before</h2>
    <ul class="govuk-list">
      ${former.map(
        ({ id, number, agreedOn, startedOn }) =>
          html`<li>
            <a class="govuk-link" href="/my/plan/${id}/copy/pdf"
              >Plan ${number}, agreed on ${inWords(isoDate(agreedOn ?? startedOn))} (PDF)</a
            >
          </li>`,
      )}
    </ul>`
}
