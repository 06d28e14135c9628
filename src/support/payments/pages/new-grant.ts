import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId, money, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { areaField, lineField } from '#people/persons/fields.view.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { type PaymentLimits, tooMuch } from '../payment-limits.rules.ts'
import { payers } from '../payment.ts'
import { getPaymentLimits, insertPayment } from '../payments.sql.ts'

const grantForm = (limits: PaymentLimits) =>
  form({
    purpose: text('Write what the grant is for', 500),
    amountPence: money('Enter the amount', { max: limits.mostPence, words: tooMuch(limits) }),
  })
const newPayment = form({ id: hiddenId() })

/** A prevention grant without a plan (Care Act s.2): no assessed need, so a manager agrees it. */
export const newGrantPage = page({
  path: '/carers/:id/payments/new',
  door: 'workspace',
  may: payers,
  params: carerParams,
  get: ({ params, asActor }) =>
    asActor(async (tx) => show(viewOf(await getPerson(tx, params.id), freshForm({ id: newId() })))),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const read = grantForm(await getPaymentLimits(tx)).read(body)
      if (!read.ok) return showAgain(viewOf(person, read.error))
      const made = newPayment.read(body)
      const [organisationId] = actor.organisationIds
      if (!made.ok || organisationId === undefined)
        throw new BadRequest('a new payment without an id')
      await insertPayment(tx, {
        id: made.value.id,
        personId: person.id,
        organisationId,
        planId: null,
        basis: 'prevention_grant',
        frequency: 'once',
        needIds: [],
        ...read.value,
        on: clock.today(),
        by: actor.accountId,
      })
      return see(`/payments/${made.value.id}`)
    }),
})

function viewOf(person: Person, state: FormState): PageView {
  return {
    title: `Prevention grant for ${fullName(person)}`,
    current: '/payments',
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Prevention grant for ${fullName(person)}</h1>
        <p class="govuk-body">
          For a carer without a support plan. What meets an assessed eligible need belongs in the
          plan, as a direct payment. A manager agrees the grant before it is paid.
        </p>
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${areaField(state, { name: 'purpose', label: 'What is it for?' })}
          ${lineField(state, { name: 'amountPence', label: 'How much is it?', hint: 'In pounds', width: 'govuk-input--width-10' })}
          ${govukButton({ text: 'Put forward', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
