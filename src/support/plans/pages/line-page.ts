import type { Tx } from '#platform/db/database.ts'
import { BadRequest, NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { HtmlValue } from '#platform/lib/html.ts'
import type { Fact } from '#platform/govuk/own/fact-list.ts'
import type { Actor } from '#platform/access/actor.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { hiddenId, hiddenVersion } from '#platform/web/fields.ts'
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
import type { Result } from '#platform/lib/result.ts'
import { planners } from '../plan.ts'
import { getPlanOf, readPlanOf, stillDraft, lineParams, type PlanOf } from '../plan-of.ts'
import { changedMeanwhile, planForm } from '../plan-form.view.ts'

/** Where a line is written: under which plan, by whom, on which day. */
export type Writing = PlanOf & { readonly actor: Actor; readonly today: IsoDate }

/**
 * One kind of line under a plan (a need, a goal, a line of support, a payment): how its form looks
 * and reads, and what saving, changing and taking it out mean.
 */
export type LineKind<Line extends { readonly id: string; readonly version: number }, Values> = {
  /** Its word in the address, and the part of the plan's page that shows it. */
  readonly path: string
  readonly part: string
  readonly titles: { readonly add: string; readonly change: string }
  readonly lines: (of: PlanOf) => readonly Line[]
  readonly read: (body: Body, of: Writing) => Result<Values, FormState>
  readonly typed: (line: Line) => FormState['typed']
  /** What a new form begins with. */
  readonly fresh?: (of: PlanOf) => FormState['typed']
  readonly fields: (state: FormState, of: PlanOf) => HtmlValue
  /** What the line says, for whoever wrote over it unknowingly. */
  readonly says: (line: Line, of: PlanOf) => readonly Fact[]
  readonly add: (tx: Tx, of: Writing, id: string, values: Values) => Promise<void>
  readonly change: (tx: Tx, of: Writing, seen: Seen, values: Values) => Promise<boolean>
  readonly remove: (tx: Tx, of: Writing, line: Line) => Promise<void>
}

type Seen = { readonly id: string; readonly version: number }

const newLine = form({ id: hiddenId() })
const seenLine = form({ version: hiddenVersion() })

/** The page that adds, changes and takes out lines of one kind: `/plans/:id/needs/new`, `/plans/:id/needs/:line`. */
export function linePage<Line extends Seen, Values>(kind: LineKind<Line, Values>): Page {
  return page({
    path: `/plans/:id/${kind.path}/:line`,
    door: 'workspace',
    may: planners,
    params: lineParams,
    get: ({ params, actor, asActor }) =>
      asActor(async (tx) => {
        const draft = stillDraft(await readPlanOf(tx, actor, params.id))
        if (params.line === 'new') return show(newForm(kind, draft))
        const line = lineOf(kind, draft, params.line)
        if (line === undefined) throw new NotFound('line')
        return show(viewOf(kind, draft, { line, state: freshForm(kind.typed(line)) }))
      }),
    post: ({ params, body, actor, clock, asActor }) =>
      asActor(async (tx) => {
        const draft = stillDraft(await getPlanOf(tx, params.id))
        const writing = { ...draft, actor, today: clock.today() }
        const line = params.line === 'new' ? null : (lineOf(kind, writing, params.line) ?? 'gone')
        const plan = see(`/plans/${params.id}#${kind.part}`)
        if (body['remove'] !== undefined) {
          if (line !== null && line !== 'gone') await kind.remove(tx, writing, line)
          return plan
        }
        const read = kind.read(body, writing)
        if (!read.ok) return showAgain(viewOf(kind, writing, { line, state: read.error }))
        if (line === 'gone') return showConflict(stale(kind, writing, line, body))
        const saved = await saveLine(kind, tx, { writing, line, body, values: read.value })
        return saved ? plan : showConflict(stale(kind, writing, line, body))
      }),
  })
}

async function saveLine<Line extends Seen, Values>(
  kind: LineKind<Line, Values>,
  tx: Tx,
  of: { writing: Writing; line: Line | null; body: Body; values: Values },
): Promise<boolean> {
  const { writing, line, body, values } = of
  if (line === null) {
    const made = newLine.read(body)
    if (!made.ok) throw new BadRequest('a new line without an id')
    await kind.add(tx, writing, made.value.id, values)
    return true
  }
  const seen = seenLine.read(body)
  if (!seen.ok) throw new BadRequest('a line without its version')
  return kind.change(tx, writing, { id: line.id, version: seen.value.version }, values)
}

function lineOf<Line extends Seen, Values>(kind: LineKind<Line, Values>, of: PlanOf, id: string) {
  return kind.lines(of).find((line) => line.id === id)
}

function newForm<Line extends Seen, Values>(kind: LineKind<Line, Values>, of: PlanOf): PageView {
  return viewOf(kind, of, { line: null, state: freshForm(kind.fresh?.(of)) })
}

/** The form with what was typed, and beside it what somebody else wrote meanwhile. */
function stale<Line extends Seen, Values>(
  kind: LineKind<Line, Values>,
  of: PlanOf,
  line: Line | 'gone' | null,
  body: Body,
): PageView {
  const { version: _stale, ...typed } = body
  return viewOf(kind, of, { line, state: freshForm(typed), stale: true })
}

function viewOf<Line extends Seen, Values>(
  kind: LineKind<Line, Values>,
  of: PlanOf,
  shown: { line: Line | 'gone' | null; state: FormState; stale?: boolean },
): PageView {
  const { line, state } = shown
  const there = line === null || line === 'gone' ? null : line
  const key =
    there === null
      ? hidden('id', typedIn(state, 'id') || newId())
      : hidden('version', typedIn(state, 'version') || there.version)
  const now = there === null ? [] : kind.says(there, of)
  return planForm({
    of,
    title: there === null ? kind.titles.add : kind.titles.change,
    part: kind.part,
    state,
    // What somebody else took out goes back in as a new line.
    action: line === 'gone' ? `/plans/${of.whole.plan.id}/${kind.path}/new` : undefined,
    notice: shown.stale === true ? changedMeanwhile(now) : nothing,
    fields: html`${key} ${kind.fields(state, of)}`,
    removable: there !== null,
  })
}
