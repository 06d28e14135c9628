import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import type { Tx } from '#platform/db/database.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form, type FormState, freshForm } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { payers } from '../payment.ts'
import { listReturns, type PaymentReturn, updateLookedAt } from '../returns.sql.ts'

const lookForm = form(
  {
    finding: choice(['in_order', 'query'], 'Select whether it is in order'),
    words: optionalText(1000),
  },
  ({ finding, words }) =>
    finding === 'query' && words === null
      ? [{ field: 'words', message: 'Write what you ask the carer' }]
      : [],
)

/** Looking at a monitoring return: in order, or a question to the carer. */
export const lookAtReturnPage = page({
  path: '/payments/:id/used/:return',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam, return: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const told = await getReturn(tx, params)
      await noteRead(tx, actor, told.personId, 'payment')
      return show(viewOf(told, freshForm()))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const told = await getReturn(tx, params)
      const read = lookForm.read(body)
      if (!read.ok) return showAgain(viewOf(told, read.error))
      await updateLookedAt(tx, actor, { id: told.id, on: clock.today(), ...read.value })
      return see(`/payments/${params.id}`)
    }),
})

async function getReturn(
  tx: Tx,
  of: { readonly id: string; readonly return: string },
): Promise<PaymentReturn> {
  const told = (await listReturns(tx, of.id)).find(({ id }) => id === of.return)
  if (told === undefined) throw new NotFound('return')
  return told
}

function viewOf(told: PaymentReturn, state: FormState): PageView {
  return {
    title: 'Look at a return',
    current: '/payments',
    before: govukBackLink({ href: `/payments/${told.paymentId}`, text: 'Back to the payment' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Look at a return</h1>
        <p class="govuk-body">
          ${pounds(told.spentPence)} spent, ${inWords(isoDate(told.fromOn))} to
          ${inWords(isoDate(told.toOn))}: ${told.usedFor}
        </p>
        <ul class="govuk-list">
          ${told.receipts.map(
            ({ id, name }) =>
              html`<li><a class="govuk-link" href="/payments/receipts/${id}">${name}</a></li>`,
          )}
        </ul>
        <p class="govuk-body">
          Receipts came from outside and are not checked for viruses here. Save one and let your
          computer check it before you open it.
        </p>
        ${formTag({
          body: html`${radiosField(state, {
            name: 'finding',
            label: 'Is it in order?',
            options: [
              ['in_order', 'Yes'],
              ['query', 'No, I have a question'],
            ],
          })}
          ${areaField(state, { name: 'words', label: 'What do you ask the carer?' })}
          ${govukButton({ text: 'Keep what I found', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
