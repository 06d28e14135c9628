import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { carerParams, idParam } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { staffEndForm } from '../agreement-form.ts'
import { endAgreement, getAgreement, type Agreement } from '../agreements.sql.ts'
import { howSaidFields } from './how-said.view.ts'

/** Staff end an agreement on the carer's word, with how and when it was said. */
export const endAgreementPage = page({
  path: '/carers/:id/sharing/:agreement/end',
  door: 'workspace',
  may: workers,
  params: carerParams.extend({ agreement: idParam }),
  get: ({ params, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const agreement = await getAgreement(tx, { personId: person.id, id: params.agreement })
      return show(viewOf(person, agreement, freshForm(dayTyped('saidOn', clock.today()))))
    }),
  post: ({ params, actor, body, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const agreement = await getAgreement(tx, { personId: person.id, id: params.agreement })
      const read = staffEndForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(person, agreement, read.error))
      const { saidOn: endedOn, howGiven: endedHow } = read.value
      await endAgreement(tx, {
        id: agreement.id,
        endedOn,
        endedHow,
        endedBy: actor.accountId,
      })
      return see(`/carers/${person.id}/sharing`)
    }),
})

function viewOf(person: Person, { organisation }: Agreement, state: FormState): PageView {
  const title = `End the agreement with ${organisation}`
  return {
    title,
    before: govukBackLink({ href: `/carers/${person.id}/sharing`, text: 'Back' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        ${organisation} can no longer read what it opened of ${fullName(person)}’s record, from now
        on.
      </p>
      ${formTag({
        body: html`${howSaidFields(state)}
        ${govukButton({ text: 'End the agreement', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
      })}`,
  }
}
