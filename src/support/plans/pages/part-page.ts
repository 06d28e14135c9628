import type { Fact } from '#platform/govuk/own/fact-list.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { html, nothing, type HtmlValue } from '#platform/lib/html.ts'
import type { Result } from '#platform/lib/result.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { type Body, form, freshForm, type FormState, typedIn } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import {
  page,
  type Page,
  see,
  show,
  showAgain,
  showConflict,
  type PageView,
} from '#platform/web/page.ts'
import { planners } from '../plan.ts'
import { type PlanChange, updateDraft } from '../plans.sql.ts'
import { getPlanOf, readPlanOf, stillDraft, planParams, type PlanOf } from '../plan-of.ts'
import { changedMeanwhile, planForm } from '../plan-form.view.ts'

/** One part of a plan that is filled in as a whole: its form, and what it changes. */
export type PlanPartForm<Values> = {
  readonly path: string
  readonly part: string
  readonly title: string
  readonly read: (body: Body) => Result<Values, FormState>
  readonly typed: (of: PlanOf) => FormState['typed']
  readonly fields: (state: FormState, of: PlanOf) => HtmlValue
  /** What the part says now, for whoever wrote over it unknowingly. */
  readonly says: (of: PlanOf) => readonly Fact[]
  readonly change: (values: Values) => PlanChange
}

const seenPart = form({ version: hiddenVersion() })

/** The page that fills in one part of a draft: `/plans/:id/budget`. */
export function partPage<Values>(part: PlanPartForm<Values>): Page {
  return page({
    path: `/plans/:id/${part.path}`,
    door: 'workspace',
    may: planners,
    params: planParams,
    get: ({ params, actor, asActor }) =>
      asActor(async (tx) => {
        const draft = stillDraft(await readPlanOf(tx, actor, params.id))
        return show(viewOf(part, draft, freshForm(part.typed(draft))))
      }),
    post: ({ params, body, asActor }) =>
      asActor(async (tx) => {
        const draft = stillDraft(await getPlanOf(tx, params.id))
        const read = part.read(body)
        if (!read.ok) return showAgain(viewOf(part, draft, read.error))
        const seen = seenPart.read(body)
        if (!seen.ok) throw new BadRequest('a part without its version')
        const of = { id: draft.whole.plan.id, version: seen.value.version }
        if (await updateDraft(tx, of, part.change(read.value))) {
          return see(`/plans/${of.id}#${part.part}`)
        }
        const { version: _stale, ...typed } = body
        return showConflict(viewOf(part, draft, freshForm(typed), true))
      }),
  })
}

function viewOf<Values>(
  part: PlanPartForm<Values>,
  of: PlanOf,
  state: FormState,
  stale = false,
): PageView {
  const version = typedIn(state, 'version') || of.whole.plan.version
  return planForm({
    of,
    title: part.title,
    part: part.part,
    state,
    notice: stale ? changedMeanwhile(part.says(of)) : nothing,
    fields: html`${hidden('version', version)} ${part.fields(state, of)}`,
  })
}
