import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { workers } from '#platform/access/duties.ts'
import { choice, day } from '#platform/web/fields.ts'
import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { codesOf } from '../code-words.ts'
import { endInvolvement, endRegistrations } from '../involvements.sql.ts'
import { fullName } from '../person.ts'
import { endInvolvementView } from './end-involvement.view.ts'
import { getOwnInvolvement, involvementParams, type OwnInvolvement } from './own-involvement.ts'

/** Ends an organisation's work with a carer, with its day and reason; support goes on for three years. */
export const endInvolvementPage = page({
  path: '/carers/:id/worker/:involvement/end',
  door: 'workspace',
  may: workers,
  params: involvementParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const own = await getOwnInvolvement(tx, actor, params)
      return show(viewOf(own, freshForm(dayTyped('on', clock.today()))))
    }),
  post: ({ params, actor, body, clock, asActor }) =>
    asActor(async (tx) => {
      const own = await getOwnInvolvement(tx, actor, params)
      const since = isoDate(own.involvement.since)
      const read = endForm({ since, today: clock.today() }).read(body)
      if (!read.ok) return showAgain(viewOf(own, read.error))
      await endRegistrations(tx, {
        personId: own.person.id,
        organisationId: own.involvement.organisationId,
        ...read.value,
      })
      // After this, nothing that waits may go to them where it ended for good.
      await stopMessagesTo(tx, { authorityId: own.person.authorityId, personId: own.person.id })
      // Last: where it ended over three years ago, the record is from here on not theirs to write in.
      await endInvolvement(tx, { involvementId: own.involvement.id, ...read.value })
      return see(`/carers/${own.person.id}`)
    }),
})

function endForm({ since, today }: { readonly since: IsoDate; readonly today: IsoDate }) {
  return form({
    reason: choice(codesOf('close-reasons'), 'Select why it ends'),
    on: day('Enter the day on which it ends', 'The day', {
      notBefore: { date: since, words: 'The day must not be before the work began' },
      notAfter: { date: today, words: 'The day must be today or earlier' },
    }),
  })
}

function viewOf(own: OwnInvolvement, state: FormState): PageView {
  return {
    title: `End the work with ${fullName(own.person)}`,
    main: endInvolvementView({ ...own, state }),
  }
}
