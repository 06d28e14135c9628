import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { freshForm, type Body } from '#platform/web/form.ts'
import {
  page,
  see,
  show,
  showAgain,
  type Context,
  type Page,
  type Reply,
} from '#platform/web/page.ts'
import { draftIdOf, seeWithDraft } from '../draft-cookie.ts'
import type { Draft, Way } from '../draft.ts'
import { findDraft, insertDraft, updateAnswer, updateWay } from '../drafts.sql.ts'
import { wayForBirth } from '../kind.rules.ts'
import type { Step } from '../step.ts'
import { birthForm } from '../steps/date-of-birth.ts'
import { stepAfter, stepsOf } from '../steps.ts'
import { pathOf, ways } from '../ways.ts'
import { draftGone } from './draft-gone.view.ts'
import { stepView } from './step.view.ts'

const params = z.object({ step: z.string().max(40) })
/** Present where the page was opened to change one answer: then it leads straight back. */
const query = z.object({ change: z.literal('1').optional().catch(undefined) })

type StepContext = Context<z.output<typeof params>, z.output<typeof query>>

export const stepPage = pageOf('adult')
export const youngStepPage = pageOf('young')

/** Every question of a way: each page shows its own, keeps the answer in the draft and leads on. */
function pageOf(way: Way): Page {
  return page({
    path: pathOf(way, ':step'),
    door: ways[way].door,
    may: 'anyone',
    params,
    query,
    get: (context) => ask(context, way),
    post: (context) => answer(context, way),
  })
}

async function ask(context: StepContext, way: Way): Promise<Reply> {
  const step = stepNamed(context.params.step, way)
  const draft = await draftOf(context)
  if (draft === null) return draftGone(way)
  if (draft.reference !== null) return see(pathOf(draft.way, 'sent'))
  if (draft.way !== way) return see(pathOf(draft.way, sameOrFirst(step, draft.way)))
  const state = freshForm(draft.answers[step.slug] ?? {})
  return show(stepView({ ...asking(context, way), step, state, changing: changing(context) }))
}

async function answer(context: StepContext, way: Way): Promise<Reply> {
  const step = stepNamed(context.params.step, way)
  const of = asking(context, way)
  const read = step.read(context.body, of)
  if (!read.ok) {
    return showAgain(stepView({ ...of, step, state: read.error, changing: changing(context) }))
  }
  const now = step.slug === 'date-of-birth' ? wayNow(read.value, context) : way
  const id = await keep(context, { way: now, step, body: read.value })
  if (now !== way) return seeWithDraft(context, pathOf(now, 'for-you'), id)
  const next = changing(context) ? null : stepAfter(step.slug, way)
  return seeWithDraft(context, pathOf(way, next?.slug ?? 'check-answers'), id)
}

/** Keeps the answer, in a new draft where the one it belonged to is gone: nothing typed is lost. */
async function keep(
  context: StepContext,
  of: { readonly way: Way; readonly step: Step; readonly body: Body },
): Promise<string> {
  const { authorityId } = context.actor
  const { way, step, body } = of
  const draft = await draftOf(context)
  const id = draft?.reference === null ? draft.id : randomUUID()
  await context.asSystem('keep an answer', async (tx) => {
    if (id !== draft?.id) await insertDraft(tx, { authorityId, id, way, answers: {} })
    await updateAnswer(tx, { authorityId, id, step: step.slug, body })
    if (draft !== null && draft.way !== way) await updateWay(tx, { authorityId, id, way })
  })
  return id
}

function wayNow(body: Body, { clock }: StepContext): Way {
  const today = clock.today()
  const read = birthForm({ way: 'adult', today }).read(body)
  return read.ok ? wayForBirth(read.value.dateOfBirth, today) : 'adult'
}

async function draftOf(context: StepContext): Promise<Draft | null> {
  const id = draftIdOf(context)
  const { authorityId } = context.actor
  return id === null
    ? null
    : context.asSystem('go on with a draft', (tx) => findDraft(tx, { authorityId, id }))
}

function stepNamed(slug: string, way: Way): Step {
  const step = stepsOf(way).find((each) => each.slug === slug)
  if (step === undefined) throw new NotFound()
  return step
}

function sameOrFirst(step: Step, way: Way): string {
  const mine = stepsOf(way)
  return (mine.find(({ slug }) => slug === step.slug) ?? mine[0])?.slug ?? 'check-answers'
}

const asking = ({ clock }: StepContext, way: Way) => ({ way, today: clock.today() })

const changing = ({ query: { change } }: StepContext): boolean => change === '1'
