import { z } from 'zod'
import { offeredFormats } from '#platform/documents/formats.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import { choice, optionalDay } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { whyNotSendable } from '../determination.ts'
import { letterFrom } from '../letter-from.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { attachmentsFor, sendDecision } from '../send-decision.ts'
import { sendingWays, whyNotBy } from '../sending.rules.ts'
import { backTo } from './links.view.ts'
import { sendView } from './send.view.ts'

function sendForm(today: IsoDate) {
  return form({
    way: choice(sendingWays, 'Select how the carer gets it'),
    format: choice(offeredFormats(), 'Select the format'),
    copy_on: optionalDay('The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
  })
}

/** Sends the decision to the carer. It is a step: what was not sent is on somebody's list until it is. */
export const sendPage = page({
  path: '/determinations/:id/send',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (whyNotSendable(opened.determination) !== null) return see(`/determinations/${params.id}`)
      const { person } = opened
      const way = sendingWays.find((each) => whyNotBy(each, person) === null) ?? 'by_hand'
      const { format } = formatFor(person.informationFormat, offeredFormats())
      return show(viewOf(opened, freshForm({ way, format, ...dayTyped('copy_on', clock.today()) })))
    }),
  post: async ({ params, body, asActor, actor, clock }) => {
    const at = `/determinations/${params.id}`
    const opened = await asActor(async (tx) => {
      const found = await openDecision(tx, actor, params.id)
      return { ...found, from: await letterFrom(tx, actor, found) }
    })
    const { determination, from, person } = opened
    if (determination.sentAt !== null) return see(at)
    const why = whyNotSendable(determination)
    if (why !== null) return showAgain(viewOf(opened, withFault(body, 'send', why)))
    const read = sendForm(clock.today()).read(body)
    if (!read.ok) return showAgain(viewOf(opened, read.error))
    const { way, format, copy_on: copyOn } = read.value
    const unreachable = whyNotBy(way, person)
    if (unreachable !== null) return showAgain(viewOf(opened, withFault(body, 'way', unreachable)))
    const channel = way === 'email' ? 'email' : 'letter'
    const { id: personId, authorityId } = person
    const stopped =
      way === 'by_hand'
        ? null
        : await asActor((tx) =>
            whyNotTo(tx, { authorityId, personId, purpose: 'decision', channel, format }),
          )
    if (stopped !== null) return showAgain(viewOf(opened, withFault(body, 'way', stopped)))
    // Typeset before the transaction that sends: no row waits for a printer.
    const attachments = await attachmentsFor(from, format)
    await asActor((tx) =>
      sendDecision(tx, {
        from,
        way,
        format,
        attachments,
        copyOn: copyOn ?? clock.today(),
        sentAt: clock.now(),
        authorityId: actor.authorityId,
      }),
    )
    return see(at)
  },
})

function viewOf(opened: OpenedDecision, state: FormState): PageView {
  return {
    title: `Send the decision to ${nameWithKnownAs(opened.person)}`,
    before: backTo(opened.determination),
    main: sendView({ ...opened, state }),
  }
}
