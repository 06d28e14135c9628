import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { returnReason } from '../bank-returns.rules.ts'
import { type BankReturn, listCameBack } from '../bank-returns.sql.ts'
import { runPayers } from '../run.ts'
import { settleCameBack } from '../take-bank-returns.ts'
import { settledWords } from './bank-returns.view.ts'

const mendForm = form(
  {
    as: choice(['again', 'cancelled'], 'Select what is to become of it'),
    words: optionalText(500),
  },
  ({ as, words }) =>
    as === 'cancelled' && words === null
      ? [{ field: 'words', message: 'Write why it is given up' }]
      : [],
)

/** What becomes of a payment that the bank sent back: paid again into other details, or given up. */
export const mendReturnPage = page({
  path: '/payments/:id/came-back/:return',
  door: 'workspace',
  may: runPayers,
  params: z.object({ id: idParam, return: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const back = await readOf(tx, params)
      await noteRead(tx, actor, back.personId, 'payment')
      return show(viewOf(back, freshForm()))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const back = await readOf(tx, params)
      const read = mendForm.read(body)
      if (!read.ok) return showAgain(viewOf(back, read.error))
      const done = await settleCameBack(tx, { actor, back, ...read.value, on: clock.today() })
      if (!done.ok) return showAgain(viewOf(back, withFault(body, 'as', done.error)))
      return see(`/payments/${params.id}`)
    }),
})

async function readOf(
  tx: Tx,
  of: { readonly id: string; readonly return: string },
): Promise<BankReturn> {
  const back = (await listCameBack(tx, of.id)).find(({ id }) => id === of.return)
  if (back === undefined) throw new NotFound('returned payment')
  return back
}

function viewOf(back: BankReturn, state: FormState): PageView {
  const reason = returnReason(back.reasonCode)
  const name = `${back.givenName ?? 'the carer'} ${back.familyName ?? ''}`.trim()
  return {
    title: `${pounds(back.amountPence)} to ${name} came back`,
    current: '/payments',
    before: govukBackLink({ href: `/payments/${back.paymentId}`, text: 'Back to the payment' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${pounds(back.amountPence)} to ${name} came back</h1>
        ${factList({
          facts: [
            { name: 'Came back', value: inWords(isoDate(back.returnedOn)) },
            { name: 'Why', value: reason.label },
            { name: 'What to do', value: reason.mend },
            { name: 'For', value: back.purpose ?? '' },
            { name: 'How it stands', value: settledWords(back) },
          ],
        })}
        ${back.settled === null ? mend(back, state) : html``}
      </div>
    </div>`,
  }
}

const mend = (back: BankReturn, state: FormState): Html =>
  html`<p class="govuk-body">
      <a class="govuk-link" href="/carers/${back.personId}/bank-details"
        >Take down the right bank details</a
      >
      before it is paid again.
    </p>
    ${formTag({
      body: html`${radiosField(state, {
        name: 'as',
        label: 'What is to become of it?',
        options: [
          ['again', 'Pay it again in the next run, into the new details'],
          ['cancelled', 'Give it up'],
        ],
      })}
      ${areaField(state, { name: 'words', label: 'Why? (needed if you give it up)' })}
      ${govukButton({ text: 'Keep this', preventDoubleClick: true })}`,
    })}`
