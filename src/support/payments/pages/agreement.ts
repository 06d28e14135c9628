import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import {
  choice,
  day,
  hiddenId,
  hiddenVersion,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
} from '#platform/web/fields.ts'
import {
  type Body,
  dayTyped,
  type FieldFault,
  form,
  freshForm,
  withFault,
} from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { listAgreementCopies, listAgreements } from '../agreements.sql.ts'
import { keepAgreement } from '../print-agreement.ts'
import {
  type AgreementWay,
  conditionsOf,
  type ConditionsFound,
  mustPay,
} from '../payment-conditions.rules.ts'
import { payers, type Payment } from '../payment.ts'
import { getPayment, updateCalendar } from '../payments.sql.ts'
import { listInstalments } from '../instalments.sql.ts'
import { agreementView, ways } from './agreement.view.ts'

const calendarForm = form(
  {
    version: hiddenVersion(),
    startsOn: day('Enter the first day on which it is paid', 'The first day'),
    endsOn: optionalDay('The last day'),
  },
  ({ startsOn, endsOn }) =>
    endsOn !== null && endsOn < startsOn
      ? [{ field: 'endsOn', message: 'The last day must not be before the first' }]
      : [],
)

const agreementForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      way: choice(Object.keys(ways) as AgreementWay[], 'Select who looks after the money'),
      who: optionalText(120),
      relationship: optionalText(120),
      terms: optionalText(2000),
      signedBy: optionalText(120),
      agreedHow: optionalChoice(
        ['in_person', 'telephone', 'in_writing'],
        'Select how it was agreed',
      ),
      signedOn: optionalDay('The day on which it was signed', {
        notAfter: {
          date: today,
          words: 'The day on which it was signed must be today or in the past',
        },
      }),
    },
    ({ way, who }) =>
      way !== 'own' && who === null
        ? [{ field: 'who', message: 'Enter the name of the person who looks after the money' }]
        : [],
  )

/** From when a payment goes out and, for a direct payment, the conditions of s.31 or s.32 and who signed. */
export const agreementPage = page({
  path: '/payments/:id/agreement',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'payment')
      const { startsOn, endsOn, agreedOn, kind } = of.payment
      const first = startsOn ?? (kind === 'one_off' ? agreedOn : null)
      const typed = { ...dayTyped('startsOn', first), ...dayTyped('endsOn', endsOn), id: newId() }
      return show(
        agreementView({
          ...of,
          state: freshForm({ ...typed, way: 'own', signedBy: fullName(of.person) }),
        }),
      )
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      const back = see(`/payments/${of.payment.id}`)
      if (body['step'] === 'calendar') {
        const read = calendarForm.read(body)
        if (!read.ok) return showAgain(agreementView({ ...of, state: read.error }))
        const { version, startsOn, endsOn } = read.value
        const { payment } = of
        if (payment.startsOn === startsOn && payment.endsOn === endsOn) return back
        if (of.begun)
          return showAgain(
            agreementView({ ...of, state: withFault(body, 'startsOn', begunAlready) }),
          )
        const set = await updateCalendar(tx, { id: payment.id, version }, { startsOn, endsOn })
        return set
          ? back
          : showConflict(agreementView({ ...of, state: freshForm(body), stale: true }))
      }
      if (body['step'] !== 'agreement') throw new BadRequest('no part of an agreement')
      const read = agreementForm(clock.today()).read(body)
      if (!read.ok) return showAgain(agreementView({ ...of, state: read.error }))
      const { way, signedBy, signedOn, agreedHow, ...rest } = read.value
      const { found, faults } = readConditions(way, body)
      const met = mustPay(way, found).ok
      const unsigned: FieldFault[] =
        met && signedOn !== null && (signedBy === null || agreedHow === null)
          ? [{ field: 'signedBy', message: 'Enter who agreed, and how' }]
          : []
      const wrong = [...faults, ...unsigned]
      if (wrong.length > 0)
        return showAgain(agreementView({ ...of, state: { typed: body, faults: wrong } }))
      const signed = met && signedOn !== null
      await keepAgreement(tx, actor, {
        ...of,
        agreement: {
          ...rest,
          way,
          paymentId: of.payment.id,
          personId: of.person.id,
          conditions: found,
          met,
          signedBy: signed ? signedBy : null,
          signedOn: signed ? signedOn : null,
          agreedHow: signed ? agreedHow : null,
          recordedOn: clock.today(),
        },
      })
      return back
    }),
})

const begunAlready =
  'Money has gone out already, so the days stay as they are. Stop this payment and put a new one forward'

/** Each condition of the way, answered with its reason, or the faults of those that are not. */
export function readConditions(
  way: AgreementWay,
  body: Body,
): { readonly found: ConditionsFound; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const found: Record<string, { met: boolean; reason: string }> = {}
  for (const { id, ref } of conditionsOf(way)) {
    const asked = form({
      [`met-${way}-${id}`]: choice(['yes', 'no'], `Answer the condition of ${ref}`),
      [`reason-${way}-${id}`]: text(`Write the reason for your answer to ${ref}`, 500),
    }).read(body)
    if (!asked.ok) faults.push(...asked.error.faults)
    else {
      found[id] = {
        met: asked.value[`met-${way}-${id}`] === 'yes',
        reason: String(asked.value[`reason-${way}-${id}`]),
      }
    }
  }
  return { found, faults }
}

export type AgreementOf = {
  readonly payment: Payment
  readonly person: Awaited<ReturnType<typeof getPerson>>
  readonly agreements: Awaited<ReturnType<typeof listAgreements>>
  readonly copies: Awaited<ReturnType<typeof listAgreementCopies>>
  /** Money has gone out, or stands in a run. */
  readonly begun: boolean
}

async function readOf(tx: Tx, id: string): Promise<AgreementOf> {
  const payment = await getPayment(tx, id)
  return {
    payment,
    person: await getPerson(tx, payment.personId),
    agreements: await listAgreements(tx, id),
    copies: await listAgreementCopies(tx, id),
    begun: (await listInstalments(tx, id)).length > 0,
  }
}
