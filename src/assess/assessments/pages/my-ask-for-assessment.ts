import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { hiddenId } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show } from '#platform/web/page.ts'
import { askForAssessment } from '../ask.ts'
import type { AssessmentKind } from '../assessment.ts'
import { findInvolvement } from '../assessments.sql.ts'
import { assessmentDueOn } from '../assessment-clock.rules.ts'
import { whichFor } from '../which-for.ts'

const asking = form({ id: hiddenId() })

/** A carer asks for an assessment with one button. The clock starts at once; nobody has to key it in. */
export const myAskPage = page({
  path: '/my/ask-for-assessment',
  door: 'carer',
  may: ['carer'],
  get: ({ asActor, actor, clock }) =>
    asActor(async (tx) => {
      const askedOn = clock.today()
      const kind = await kindFor(tx, { personId: actor.personId, today: askedOn })
      const before = govukBackLink({ href: '/my', text: 'Back' })
      const main = askView(assessmentDueOn({ kind, askedOn }, await getStepReckoning(tx)))
      return show({ title: 'Ask for an assessment', before, main })
    }),
  post: async ({ body, asSystem, actor, clock }) => {
    const read = asking.read(body)
    if (!read.ok || actor.personId === null) return see('/my/ask-for-assessment')
    const { personId } = actor
    // A carer may not write assessments; the house does it for them, and history names their account.
    await asSystem('the carer asked for an assessment', (tx) =>
      ask(tx, { actor, personId, id: read.value.id, today: clock.today() }),
    )
    return see('/my')
  },
})

async function ask(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly personId: string
    readonly id: string
    readonly today: IsoDate
  },
): Promise<void> {
  if ((await findInvolvement(tx, of.personId, [])) === undefined)
    throw new NotFound('service that works with you')
  const kind = await kindFor(tx, of)
  const { actor, personId, id } = of
  await askForAssessment(tx, {
    actor,
    id,
    personId,
    kind,
    on: of.today,
    where: 'On their own page',
  })
}

async function kindFor(
  tx: Tx,
  of: { readonly personId: string | null; readonly today: IsoDate },
): Promise<AssessmentKind> {
  if (of.personId === null) throw new NotFound('record')
  const person = await getPerson(tx, of.personId)
  return (await whichFor(tx, { person, among: [], today: of.today })).kind
}

function askView(due: IsoDate): Html {
  return html`<h1 class="govuk-heading-l">Ask for an assessment</h1>
    <p class="govuk-body">
      An assessment is a talk about how caring affects your life, and what could help. It is not a
      test of how well you care. It is free, and you can stop at any time.
    </p>
    <p class="govuk-body">
      We will get in touch the way you like best, and will have talked it through with you by
      ${dayInWords(due)}.
    </p>
    ${formTag({
      body: html`${hidden('id', newId())}
      ${govukButton({ text: 'Ask for my assessment', preventDoubleClick: true })}`,
    })}`
}
