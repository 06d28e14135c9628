import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, day, optionalChoice, optionalText } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FieldFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { askForAssessment } from '../ask.ts'
import { faultsOfEnding, type Ending } from '../endings.rules.ts'
import { getOffer, updateOffer, type Offer } from '../offers.sql.ts'
import { answerOfferView } from './answer-offer.view.ts'
import { recordLink } from './links.view.ts'

function answerForm({ onDay, combined }: Offer, today: IsoDate) {
  const fields = {
    state: choice(
      ['accepted', 'declined', 'refused', 'withdrawn'],
      'Select what the carer answered, or that the offer was withdrawn',
    ),
    answered_on: day('Enter the day', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
      notBefore: { date: onDay, words: 'The day must be on or after the day of the offer' },
    }),
    reason: optionalChoice(codesOf('assessment-endings')),
    words: optionalText(2000),
  }
  return form(fields, ({ state, reason, words }): readonly FieldFault[] =>
    state === 'accepted'
      ? []
      : faultsOfEnding({
          ending: state as Ending,
          combined,
          reason: reason as string | null,
          words: words as string | null,
        }),
  )
}

/** One offer of an assessment: what became of it, and the answer where it still waits for one. */
export const answerOfferPage = page({
  path: '/assessment-offers/:id',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      return show(viewOf(found, freshForm(dayTyped('answered_on', context.clock.today()))))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { actor, clock, body } = context
      const found = await opened(tx, context)
      const { offer } = found
      if (offer.state !== 'offered') return see(`/assessment-offers/${offer.id}`)
      const read = answerForm(offer, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const { state, answered_on: answeredOn, reason, words } = read.value
      const { id, personId, kind } = offer
      const assessmentId =
        state === 'accepted'
          ? await askForAssessment(tx, {
              actor,
              id,
              personId,
              kind,
              on: answeredOn,
              where: 'When it was offered',
            })
          : null
      const why = state === 'accepted' ? null : reason
      await updateOffer(tx, { id, state, answeredOn, reason: why, words, assessmentId })
      return see(`/carers/${personId}`)
    }),
})

async function opened(tx: Tx, { params, actor }: Context<{ readonly id: string }>) {
  const offer = await getOffer(tx, params.id)
  const person = await getPerson(tx, offer.personId)
  await noteRead(tx, actor, person.id, 'record')
  return { offer, person }
}

function viewOf(found: Awaited<ReturnType<typeof opened>>, state: FormState) {
  return {
    title: `An assessment offered to ${nameWithKnownAs(found.person)}`,
    before: recordLink(found.person.id),
    main: answerOfferView({ ...found, state }),
  }
}
