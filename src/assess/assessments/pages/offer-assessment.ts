import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { carerParams } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, day, hiddenId, optionalChoice, optionalText } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FieldFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { assessingOrganisation, askForAssessment } from '../ask.ts'
import { assessmentKinds } from '../assessment.ts'
import { faultsOfEnding, type Ending } from '../endings.rules.ts'
import { insertOffer } from '../offers.sql.ts'
import { whichFor } from '../which-for.ts'
import { recordLink } from './links.view.ts'
import { offerView } from './offer-assessment.view.ts'

const answers = ['offered', 'accepted', 'declined', 'refused', 'not_offered'] as const

function offerForm(today: IsoDate) {
  const fields = {
    id: hiddenId(),
    kind: choice(assessmentKinds, 'Select which assessment it is'),
    combined: choice(['no', 'yes'], 'Select whether it is the carer’s own or a combined one'),
    state: choice(answers, 'Select what happened'),
    on_day: day('Enter the day', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
    reason: optionalChoice(codesOf('assessment-endings')),
    words: optionalText(2000),
  }
  return form(fields, (values): readonly FieldFault[] => {
    const { state, reason, words, combined } = values
    if (state === 'offered' || state === 'accepted') return []
    return faultsOfEnding({
      ending: state as Ending,
      combined: combined === 'yes',
      reason: reason as string | null,
      words: words as string | null,
    })
  })
}

/**
 * Writes down that an assessment, or a combined one, was offered and how the carer answered, or why it
 * was not offered. A yes starts its clock at once.
 */
export const offerAssessmentPage = page({
  path: '/carers/:id/offer-assessment',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      await noteRead(tx, context.actor, found.person.id, 'record')
      const day = dayTyped('on_day', context.clock.today())
      const typed = { id: newId(), kind: found.which.kind, combined: 'no', ...day }
      return show(viewOf(found, freshForm(typed)))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { actor, clock, body } = context
      const found = await opened(tx, context)
      const read = offerForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const { id, kind, combined, state, on_day: onDay, reason, words } = read.value
      const personId = found.person.id
      const taken = state === 'accepted'
      const where = 'When it was offered'
      const assessmentId = taken
        ? await askForAssessment(tx, { actor, id, personId, kind, on: onDay, where })
        : null
      await insertOffer(tx, {
        authorityId: actor.authorityId,
        id,
        personId,
        organisationId: await assessingOrganisation(tx, actor, personId),
        kind,
        combined: combined === 'yes',
        state,
        onDay,
        answeredOn: state === 'offered' ? null : onDay,
        ...(state === 'offered' || taken ? { words } : { reason, words }),
        assessmentId,
        writtenBy: actor.accountId,
        writtenByName: actor.displayName,
      })
      return see(`/carers/${personId}`)
    }),
})

async function opened(tx: Tx, { params, actor, clock }: Context<{ readonly id: string }>) {
  const person = await getPerson(tx, params.id)
  const of = { person, among: actor.organisationIds, today: clock.today() }
  return { person, which: await whichFor(tx, of) }
}

function viewOf(found: Awaited<ReturnType<typeof opened>>, state: FormState) {
  return {
    title: `Offer an assessment to ${nameWithKnownAs(found.person)}`,
    before: recordLink(found.person.id),
    main: offerView({ ...found, state }),
  }
}
