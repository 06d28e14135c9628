import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { freshForm } from '#platform/web/form.ts'
import { file, page, see, show, showAgain, showConflict, type Context } from '#platform/web/page.ts'
import { answersForm, asTyped } from '../answers.ts'
import type { Assessment } from '../assessment.ts'
import type { AssessmentForm } from '../assessment-form.ts'
import { saveSections } from '../save-sections.ts'
import type { SectionSoFar } from '../section-state.ts'
import { hasUnsettledChild } from '../unsettled-child.ts'
import { assessors } from '../who-assesses.ts'
import { autosaved, typedSections, wantsAutosave } from './autosave.ts'
import { overviewLink } from './links.view.ts'
import { openToWrite, whole } from './opened-to-write.ts'
import { sectionFormView, type SectionFormModel } from './section-form.view.ts'

const params = z.object({ id: idParam, section: z.string().max(40) })
type Asked = Context<z.output<typeof params>>

/** One section of an assessment, or the whole of it: written, saved as it goes, and gone back to. */
export const sectionPage = page({
  path: '/assessments/:id/sections/:section',
  door: 'workspace',
  may: assessors,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const { assessment, sections, model } = await opened(tx, context)
      if (assessment.state !== 'begun') return see(`/assessments/${assessment.id}`)
      const typed = Object.assign(
        {},
        ...sections.map((each) => asTyped(each.section, each.answers)),
      ) as SectionFormModel['state']['typed']
      return show(pageOf({ ...model, state: freshForm(typed) }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { assessment, asked, sections, model } = await opened(tx, context)
      if (assessment.state !== 'begun') return see(`/assessments/${assessment.id}`)
      const read = answersForm(
        sections.map((each) => each.section),
        context.clock.today(),
      ).read(context.body)
      if (!read.ok) return showAgain(pageOf({ ...model, state: read.error }))
      const typed = typedSections(sections, read.value, context.body)
      const saved = await saveSections(tx, { actor: context.actor, assessment, typed })
      if (!saved.ok) {
        const clashes = saved.error
        const state = freshForm(context.body)
        return showConflict(
          pageOf({ ...model, sections: refreshed(sections, clashes), state, clashes }),
        )
      }
      if (wantsAutosave(context)) return file(autosaved(saved.value, context.clock))
      if (await hasUnsettledChild(tx, assessment, asked))
        return see(`/assessments/${assessment.id}/young-carer`)
      return see(next(asked, assessment, context))
    }),
})

async function opened(tx: Tx, { params: { id, section }, actor }: Asked) {
  const { sections: all, ...found } = await openToWrite(tx, { id, at: section, actor })
  const sections = section === whole ? all : all.filter((each) => each.section.id === section)
  if (sections.length === 0) throw new NotFound('section')
  return { ...found, sections, model: { ...found.model, sections } }
}

/** After a clash the form carries the version that now stands, so that saving again is a choice. */
function refreshed(
  sections: readonly SectionSoFar[],
  clashes: NonNullable<SectionFormModel['clashes']>,
): readonly SectionSoFar[] {
  return sections.map((each) => {
    const clash = clashes.find(({ theirs }) => theirs.section === each.section.id)
    return clash === undefined
      ? each
      : { ...each, version: clash.theirs.version, saved: clash.theirs }
  })
}

function next(
  { sections }: AssessmentForm,
  { id }: Assessment,
  { params: { section }, body }: Asked,
): string {
  const overview = `/assessments/${id}`
  if (body['then'] === 'overview' || section === whole) return overview
  const after = sections[sections.findIndex((each) => each.id === section) + 1]
  return after === undefined ? overview : `/assessments/${id}/sections/${after.id}`
}

function pageOf(model: SectionFormModel) {
  const [only] = model.sections
  const title = model.sections.length === 1 ? (only?.section.title ?? '') : 'The whole assessment'
  return {
    title: `${title}: ${model.carer}`,
    before: overviewLink(model.assessment),
    main: sectionFormView(model),
  }
}
