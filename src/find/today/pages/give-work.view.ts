import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { selectField } from '#people/persons/fields.view.ts'
import { kindCounts, mayTake, tickOf, type Receiver } from '../give-work.rules.ts'
import type { Given } from '../give-work.sql.ts'
import { boardHref, type WaitingFilter } from '../waiting-filter.ts'
import type { Waiting } from '../waiting.sql.ts'

/** So many lines are named one by one; the rest are counted. */
const named = 30

export function giveWorkView(of: {
  readonly state: FormState
  readonly lines: readonly Waiting[]
  readonly receivers: readonly Receiver[]
  readonly sources: readonly WaitingSource[]
  readonly filter: WaitingFilter
}): Html {
  const { state, lines, receivers, sources, filter } = of
  const title =
    lines.length === 1 ? 'Give 1 line to somebody' : `Give ${lines.length} lines to somebody`
  const able = receivers.filter((receiver) =>
    lines.some((line) => {
      const source = sources.find(({ kind }) => kind === line.kind)
      return source !== undefined && mayTake(receiver, line, source)
    }),
  )
  return html`${govukBackLink({ href: boardHref(filter), text: 'Back to who waits' })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">${title}</h1>
    ${kindCounts(lines, sources).map(
      ({ kind, label, count }) =>
        html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${label}: ${count}</h2>
          ${list(lines.filter((line) => line.kind === kind))}`,
    )}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${lines.map((line) => hidden('pick', tickOf(line)))}
      ${selectField(state, {
        name: 'worker',
        label: 'Who takes it from now on',
        options: (able.length === 0 ? receivers : able).map(({ id, name }) => [id, name] as const),
        blank: 'Select somebody',
      })}
      ${govukButton({ text: lines.length === 1 ? 'Give it to them' : `Give all ${lines.length} to them`, preventDoubleClick: true })}`,
    })}`
}

function list(lines: readonly Waiting[]): Html {
  const more = lines.length - named
  return html`<ul class="govuk-list govuk-list--bullet">
    ${lines
      .slice(0, named)
      .map(
        ({ name, since, worker }) =>
          html`<li>
            ${name}, since ${inWords(since)}, ${worker === null ? 'nobody’s yet' : `with ${worker}`}
          </li>`,
      )}
    ${more > 0 ? html`<li>and ${more} more</li>` : nothing}
  </ul>`
}

/** For whoever pressed the button without a tick, or whose lines are all finished or moved by now. */
export function nothingTickedView(back: string): PageView {
  return {
    title: 'Nothing to give',
    current: '/waiting',
    main: html`<h1 class="govuk-heading-l">Nothing to give</h1>
      <p class="govuk-body">
        Nothing was ticked, or somebody has moved or finished it meanwhile. Tick what you want to
        give to somebody, then press the button below the list.
      </p>
      <p class="govuk-body"><a class="govuk-link" href="${back}">Back to who waits</a></p>`,
  }
}

export function givenView(given: Given, sources: readonly WaitingSource[]): Html {
  const asked = given.kinds.reduce((sum, each) => sum + each.asked, 0)
  const done = given.kinds.reduce((sum, each) => sum + each.given, 0)
  const left = asked - done
  const label = (kind: string) => sources.find((source) => source.kind === kind)?.label ?? kind
  return html`<h1 class="govuk-heading-l">${done} of ${asked} given to ${given.worker}</h1>
    <ul class="govuk-list">
      ${given.kinds.map((each) => html`<li>${label(each.kind)}: ${each.given} of ${each.asked}</li>`)}
    </ul>
    ${
      left === 0
        ? nothing
        : html`<p class="govuk-body">
            ${left === 1 ? '1 was' : `${left} were`} left as ${left === 1 ? 'it is' : 'they are'}:
            somebody had moved or finished ${left === 1 ? 'it' : 'them'} meanwhile, or it was theirs
            already.
          </p>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="/waiting?of=${given.workerId}"
        >All that ${given.worker} has in hand</a
      >
    </p>
    <p class="govuk-body"><a class="govuk-link" href="/waiting">Who waits</a></p>`
}
