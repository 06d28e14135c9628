import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import type { Tx } from '#platform/db/database.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { pounds } from '#platform/lib/money.ts'
import { choice, day, hiddenId, money, optionalText } from '#platform/web/fields.ts'
import {
  dayTyped,
  form,
  type FormState,
  freshForm,
  typedIn,
  withFault,
} from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { areaField, dayField, lineField, radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { type Balance, balanceOf, mayRecover, type RecoveryKind } from '../balance.rules.ts'
import { listInstalments } from '../instalments.sql.ts'
import type { Payment } from '../payment.ts'
import { lockPayment } from '../payments.sql.ts'
import { insertRecovery, listRecovery, listReturns } from '../returns.sql.ts'
import { runPayers } from '../run.ts'

const kinds: Record<RecoveryKind, string> = {
  asked: 'We ask the carer for it back',
  repaid: 'The carer paid it back',
  written_off: 'We write it off',
}

const recoveryForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      step: choice(Object.keys(kinds) as RecoveryKind[], 'Select what happened'),
      amountPence: money('Enter the amount', {
        max: 100_000_00,
        words: 'Enter an amount of £100,000 or less',
      }),
      takenOn: day('Enter the day', 'The day', {
        notAfter: { date: today, words: 'The day must be today or in the past' },
      }),
      reason: optionalText(1000),
    },
    ({ step, reason }) =>
      step !== 'repaid' && reason === null
        ? [
            {
              field: 'reason',
              message:
                step === 'asked' ? 'Write why it is asked back' : 'Write why it is written off',
            },
          ]
        : [],
  )

/** Money that comes back: asked for, repaid, or written off with a reason; never more than there is. */
export const recoveryPage = page({
  path: '/payments/:id/recovery',
  door: 'workspace',
  may: runPayers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      await noteRead(tx, actor, of.payment.personId, 'payment')
      const state = freshForm({ id: newId(), ...dayTyped('takenOn', clock.today()) })
      return show(viewOf(of, state))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      const back = see(`/payments/${of.payment.id}`)
      const read = recoveryForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      if (of.recovery.some(({ id }) => id === read.value.id)) return back
      const { step, amountPence } = read.value
      const may = mayRecover(step, amountPence, of.balance)
      if (!may.ok) return showAgain(viewOf(of, withFault(body, 'amountPence', may.error)))
      const asker = of.recovery.findLast((one) => one.step === 'asked')?.recordedBy
      if (step === 'written_off' && asker === actor.accountId)
        return showAgain(viewOf(of, withFault(body, 'step', writesOffOwn)))
      const { id: paymentId, personId } = of.payment
      await insertRecovery(tx, actor, { ...read.value, paymentId, personId })
      return back
    }),
})

const writesOffOwn =
  'Whoever asked for the money back does not also write it off. Ask somebody else'

type Of = {
  readonly payment: Payment
  readonly balance: Balance
  readonly recovery: Awaited<ReturnType<typeof listRecovery>>
}

async function readOf(tx: Tx, id: string): Promise<Of> {
  const payment = await lockPayment(tx, id)
  const recovery = await listRecovery(tx, id)
  const [instalments, returns] = [await listInstalments(tx, id), await listReturns(tx, id)]
  return { payment, recovery, balance: balanceOf({ instalments, returns, recovery }) }
}

function viewOf({ payment, balance }: Of, state: FormState): PageView {
  return {
    title: 'Money that comes back',
    current: '/payments',
    before: govukBackLink({ href: `/payments/${payment.id}`, text: 'Back to the payment' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Money that comes back</h1>
        ${factList({
          facts: [
            { name: 'Paid', value: pounds(balance.paid) },
            { name: 'Shown as spent', value: pounds(balance.spent) },
            { name: 'Unspent, or not told yet', value: pounds(balance.unspent) },
            { name: 'Asked back and still owed', value: pounds(balance.owed) },
          ],
        })}
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${radiosField(state, { name: 'step', label: 'What happened?', options: Object.entries(kinds) })}
          ${lineField(state, { name: 'amountPence', label: 'How much?', hint: 'In pounds', width: 'govuk-input--width-10' })}
          ${dayField(state, { name: 'takenOn', label: 'When?' })}
          ${areaField(state, { name: 'reason', label: 'Why? (needed where it is asked back or written off)' })}
          ${govukButton({ text: 'Keep this', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
