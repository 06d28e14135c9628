import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { choice, hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { assessmentReaders } from '#assess/assessments/who-assesses.ts'
import { answerSecondLook } from '../answer-second-look.ts'
import { openSecondLook, type OpenedLook } from '../opened-look.ts'
import { whyNotToLook } from '../second-look.rules.ts'
import { backTo } from './links.view.ts'
import { secondLookView } from './second-look.view.ts'

const answered = form({
  id: hiddenId(),
  answer: choice(['stands', 'changed'], 'Select whether the decision stands or changes'),
  reason: text('Enter the reason, as the carer will read it', 4000),
})

/** What the carer asks, what was decided, and the answer of somebody who did not decide it. */
export const secondLookPage = page({
  path: '/second-looks/:id',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openSecondLook(tx, actor, params.id)
      return show(viewOf(opened, actor, clock.today(), freshForm({ id: newId() })))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor((tx) => post(tx, { id: params.id, body, actor, today: clock.today() })),
})

async function post(
  tx: Tx,
  of: {
    readonly id: string
    readonly body: FormState['typed']
    readonly actor: Actor
    readonly today: OpenedLook['look']['askedOn']
  },
) {
  const { body, actor, today } = of
  const opened = await openSecondLook(tx, actor, of.id)
  const at = `/second-looks/${of.id}`
  if (opened.look.answer !== null) return see(at)
  const again = (state: FormState) => showAgain(viewOf(opened, actor, today, state))
  const why = whyNotToLook({ determination: opened.determination, actor })
  if (why !== null) return again(withFault(body, 'answer', why))
  const read = answered.read(body)
  if (!read.ok) return again(read.error)
  const { id: newDeterminationId, answer, reason } = read.value
  const begun = opened.all.find(({ state }) => state === 'draft' || state === 'to_countersign')
  if (answer === 'changed' && begun !== undefined) {
    const words =
      'A new decision on this assessment is begun already: finish it or have it returned first'
    return again(withFault(body, 'answer', words))
  }
  await answerSecondLook(tx, { opened, actor, today, answer, reason, newDeterminationId })
  return see(answer === 'changed' ? `/determinations/${newDeterminationId}` : at)
}

function viewOf(
  opened: OpenedLook,
  actor: Actor,
  today: OpenedLook['look']['askedOn'],
  state: FormState,
): PageView {
  return {
    title: `Second look at the decision for ${nameWithKnownAs(opened.person)}`,
    before: backTo(opened.determination),
    main: secondLookView({ ...opened, actor, today, state }),
  }
}
