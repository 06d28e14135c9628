import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { BadRequest, Forbidden } from '#platform/lib/errors.ts'
import { day, text } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { stepsFor } from '../payment.ts'
import { listAgreements } from '../agreements.sql.ts'
import { listCameBack } from '../bank-returns.sql.ts'
import { listInstalments } from '../instalments.sql.ts'
import { findPayee } from '../payees.sql.ts'
import { findPaymentPlan } from '../payment-plan.sql.ts'
import { getPayment } from '../payments.sql.ts'
import { listRecovery, listReturns } from '../returns.sql.ts'
import { stepPayment } from '../step-payment.ts'
import { type PaymentOf, paymentView } from './payment.view.ts'

const sent = z.object({
  step: z.enum(['agree', 'pay', 'cancel']),
  version: z.coerce.number().int().min(1),
})

/** One payment: what it is for, how it stands, and the steps that who looks may take. */
export const paymentPage = page({
  path: '/payments/:id',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getPaymentOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'payment')
      const state = freshForm(dayTyped('paidOn', clock.today()))
      return show(paymentView({ of, actor, state }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getPaymentOf(tx, params.id)
      const { payment } = of
      const asked = sent.safeParse(body)
      if (!asked.success) throw new BadRequest('no step of a payment')
      const { step, version } = asked.data
      const today = clock.today()
      if (payment.version !== version) {
        // The same form sent twice finds the step taken by itself.
        if (payment.version === version + 1 && payment.state === after[step])
          return see(`/payments/${payment.id}`)
        return showConflict(paymentView({ of, actor, state: freshForm(body), stale: true }))
      }
      const may = stepsFor(payment, actor).some((move) => move.step === step)
      if (!may || (step === 'pay' && of.plan?.state === 'draft')) {
        throw new Forbidden('this step is not theirs to take')
      }
      const earliest = isoDate(payment.agreedOn ?? today)
      const given = step === 'pay' ? payForm(earliest, today).read(body) : null
      const why = step === 'cancel' ? cancelForm.read(body) : null
      if (given?.ok === false) return showAgain(paymentView({ of, actor, state: given.error }))
      if (why?.ok === false) return showAgain(paymentView({ of, actor, state: why.error }))
      const on = given?.ok === true ? given.value.paidOn : today
      const reason = why?.ok === true ? why.value.reason : null
      const taken = await stepPayment(tx, { actor, payment, step, version, on, reason })
      if (taken.ok) return see(`/payments/${payment.id}`)
      return showAgain(paymentView({ of, actor, state: withFault(body, 'step', taken.error) }))
    }),
})

const after = { agree: 'agreed', pay: 'paid', cancel: 'cancelled' } as const

const payForm = (earliest: ReturnType<typeof isoDate>, today: ReturnType<typeof isoDate>) =>
  form({
    paidOn: day('Enter the day on which it was paid', 'The day on which it was paid', {
      notBefore: { date: earliest, words: 'It cannot have been paid before it was agreed' },
      notAfter: { date: today, words: 'The day on which it was paid must be today or in the past' },
    }),
  })

const cancelForm = form({ reason: text('Write why the payment is cancelled', 500) })

async function getPaymentOf(tx: Tx, id: string): Promise<PaymentOf> {
  const payment = await getPayment(tx, id)
  return {
    payment,
    person: await getPerson(tx, payment.personId),
    plan: payment.planId === null ? null : await findPaymentPlan(tx, payment.planId),
    payee: (await findPayee(tx, payment.personId)) ?? null,
    agreement: (await listAgreements(tx, id))[0] ?? null,
    instalments: await listInstalments(tx, id),
    cameBack: await listCameBack(tx, id),
    returns: await listReturns(tx, id),
    recovery: await listRecovery(tx, id),
  }
}
