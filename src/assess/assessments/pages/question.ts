import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { freshForm } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import {
  file,
  page,
  see,
  show,
  showAgain,
  showConflict,
  type Context,
  type PageView,
} from '#platform/web/page.ts'
import { answersForm, answersOf, asTyped, type Answers } from '../answers.ts'
import { answersIn, mergedInto, placeOfStep, questionSteps } from '../question-steps.rules.ts'
import { saveSections, type Clash } from '../save-sections.ts'
import { hasUnsettledChild } from '../unsettled-child.ts'
import { assessors } from '../who-assesses.ts'
import { autosavedAs, wantsAutosave } from './autosave.ts'
import { openToWrite } from './opened-to-write.ts'
import { confirmedField, sectionFormView, type SectionFormModel } from './section-form.view.ts'

const params = z.object({ id: idParam, question: z.string().max(60) })
type Asked = Context<z.output<typeof params>>

/** What stood in the question when its page was made: it says whether somebody changed it since. */
const seenField = 'version-seen'

/** One question of an assessment on a page of its own, with what hangs on its answer. */
export const questionPage = page({
  path: '/assessments/:id/questions/:question',
  door: 'workspace',
  may: assessors,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      if (found.assessment.state !== 'begun') return see(overviewOf(found))
      return show(viewOf(found, { state: freshForm(asTyped(found.part, found.section.answers)) }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      const { assessment, part, section } = found
      if (assessment.state !== 'begun') return see(overviewOf(found))
      const { body, actor, clock } = context
      const read = answersForm([part], clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(found, { state: read.error, seen: body[seenField] }))
      const typed = answersOf(part, read.value)
      const standing = answersIn(part, section.saved?.answers ?? {})
      const changed = body[seenField] !== seenOf(standing) && !isDeepStrictEqual(standing, typed)
      if (changed && section.saved !== null)
        return clashed(found, context, { typed: asWhole(found, typed), theirs: section.saved })
      const confirmed = body[confirmedField(section.section.id)] !== undefined
      const merged = mergedInto(section, { part, typed, confirmed })
      const whole = { section: section.section.id, version: section.version, ...merged }
      const saved = await saveSections(tx, { actor, assessment, typed: [whole] })
      if (!saved.ok) return clashed(found, context, saved.error[0]!)
      if (wantsAutosave(context)) return file(autosavedAs({ [seenField]: seenOf(typed) }, clock))
      if (await hasUnsettledChild(tx, assessment, found.asked))
        return see(`${overviewOf(found)}/young-carer`)
      const { after } = found.place
      if (body['then'] === 'overview' || after === null) return see(overviewOf(found))
      return see(`${overviewOf(found)}/questions/${after}`)
    }),
})

async function opened(tx: Tx, { params: { id, question }, actor }: Asked) {
  const { assessment, asked, sections, model } = await openToWrite(tx, { id, at: question, actor })
  const place = placeOfStep(questionSteps(asked), question)
  const section = sections.find((each) => each.section.id === place?.step.part.id)
  if (place === null || section === undefined) throw new NotFound('question')
  return { assessment, asked, place, section, part: place.step.part, model }
}

type Opened = Awaited<ReturnType<typeof opened>>

const overviewOf = ({ assessment }: Opened): string => `/assessments/${assessment.id}`

/** A short mark of answers: the same for the same, whatever the order of their names. */
function seenOf(answers: Answers): string {
  const sorted = Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22)
}

function asWhole({ section, part }: Opened, typed: Answers): Clash['typed'] {
  const { answers } = mergedInto(section, { part, typed, confirmed: true })
  return { section: section.section.id, answers, version: section.version }
}

/** Both versions: theirs above the form, which keeps all that was typed; saving again is a choice. */
async function clashed(found: Opened, { body }: Asked, clash: Clash) {
  const seen = seenOf(answersIn(found.part, clash.theirs.answers))
  return showConflict(viewOf(found, { state: freshForm(body), seen, clashes: [clash] }))
}

function viewOf(
  found: Opened,
  of: {
    readonly state: SectionFormModel['state']
    readonly seen?: string | readonly string[] | undefined
    readonly clashes?: readonly Clash[]
  },
): PageView {
  const { place, section, part, model } = found
  const names = new Set(Object.keys(answersIn(part, section.answers)))
  const brought = Object.fromEntries(
    Object.entries(section.brought).filter(([name]) => names.has(name)),
  )
  const seen = of.seen ?? seenOf(answersIn(part, section.saved?.answers ?? {}))
  const back =
    place.before === null ? overviewOf(found) : `${overviewOf(found)}/questions/${place.before}`
  return {
    title: `${part.title}, question ${place.number} of ${place.total}: ${model.carer}`,
    before: govukBackLink({
      text: place.before === null ? 'Back to the assessment' : 'Back to the question before',
      href: back,
    }),
    main: sectionFormView({
      ...model,
      sections: [{ ...section, section: part, brought }],
      state: of.state,
      ...(of.clashes === undefined ? {} : { clashes: of.clashes }),
      carries: hidden(seenField, typeof seen === 'string' ? seen : ''),
      place: `Question ${place.number} of ${place.total}`,
    }),
  }
}
