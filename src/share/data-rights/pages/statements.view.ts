import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import type { HeldItem } from '../data-rights.ts'
import { momentWords, readableRow, tableWords, valueWords } from '../held-words.ts'
import type { DataRequest } from '../data-rights.ts'
import { current } from './requests.view.ts'

const decisions = {
  disclose: 'Disclose it as it is',
  redact: 'Put it in your own words',
  withhold: 'Withhold it',
} as const

export function statementsView(request: DataRequest, items: readonly HeldItem[]): PageView {
  const waits = items.filter((item) => item.setAsideBecause !== null && item.decision === null)
  const decided = items.filter(({ decision }) => decision !== null)
  const clear = items.filter((item) => item.setAsideBecause === null)
  return {
    title: `What is held, for ${request.reference}`,
    current,
    wide: true,
    before: govukBackLink({ text: request.reference, href: `/data-requests/${request.id}` }),
    main: html`<h1 class="govuk-heading-l">What is held on ${request.personName}</h1>
      ${part(request.id, `Set aside for you to decide: ${waits.length}`, waits, (item) => item.setAsideBecause ?? '')}
      ${part(request.id, `Decided: ${decided.length}`, decided, decidedWords)}
      ${part(request.id, `Goes out as it is: ${clear.length}`, clear, () => 'Names nobody else, as far as the rule sees')}`,
  }
}

function part(
  id: string,
  title: string,
  items: readonly HeldItem[],
  why: (item: HeldItem) => string,
): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
    ${
      items.length === 0
        ? nothing
        : scrollable({
            label: title,
            body: govukTable({
              head: ['What', 'Beginning', 'Why'].map((text) => ({ text })),
              rows: items.map((item) => [
                {
                  html: html`<a class="govuk-link" href="/data-requests/${id}/statements/${item.id}"
                    >${tableWords(item.tableName)}</a
                  >`,
                },
                { text: beginning(item) },
                { text: why(item) },
              ]),
            }),
          })
    }`
}

const beginning = ({ said }: HeldItem): string =>
  Object.entries(said)
    .filter(([column]) => column !== 'id' && !column.endsWith('_id'))
    .map(([, value]) => valueWords(value))
    .join(', ')
    .slice(0, 90)

const decidedWords = ({ decision, decidedByName }: HeldItem): string =>
  `${decisions[decision as keyof typeof decisions]} (${decidedByName ?? ''})`

export function statementView(of: {
  readonly request: DataRequest
  readonly item: HeldItem
  readonly state: FormState
}): PageView {
  const { request, item, state } = of
  return {
    title: tableWords(item.tableName),
    current,
    wide: true,
    before: govukBackLink({
      text: 'What is held',
      href: `/data-requests/${request.id}/statements`,
    }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${tableWords(item.tableName)}, for ${request.reference}</h1>
      ${govukInsetText({ text: item.setAsideBecause ?? 'It goes out as it is, unless you decide otherwise.' })}
      ${govukSummaryList({ rows: readableRow(item.said).map(([name, value]) => ({ key: { text: name }, value: { text: value } })) })}
      ${history(item)}
      ${
        item.decidedAt === null
          ? nothing
          : html`<p class="govuk-body">
              ${item.decidedByName} decided on ${momentWords(item.decidedAt)}:
              ${decidedWords(item)}.
            </p>`
      }
      ${formTag({
        body: html`${radiosField(state, { name: 'decision', label: 'What is done with it?', options: Object.entries(decisions) })}
        ${areaField(state, { name: 'words', label: 'Your words in its place, or why it is withheld', hint: 'Where it goes out in your words, nothing else of it does: neither the row nor its history' })}
        ${govukButton({ text: 'Decide', preventDoubleClick: true })}`,
      })}`,
  }
}

function history({ changes }: HeldItem): Html {
  if (changes.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Its history, which goes with it</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${changes.map(
        ({ at, action, by, before }) =>
          html`<li>
            ${momentWords(at)},
            ${action}${by === undefined ? '' : ` by ${by}`}${before === undefined ? '' : `: was ${valueWords(before)}`}
          </li>`,
      )}
    </ul>`
}
