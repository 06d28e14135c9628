import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choicesOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import type { Disposal } from '../disposals.sql.ts'
import { momentWords } from '../held-words.ts'
import { ruleTitle } from '../retention.rules.ts'

const current = '/retention'

export function retentionView(of: {
  readonly proposed: readonly Disposal[]
  readonly approved: readonly Disposal[]
  readonly erased: readonly Disposal[]
  readonly proposedInAll: number
  readonly accountId: string | null
}): PageView {
  return {
    title: 'Records to erase',
    current,
    wide: true,
    main: html`<h1 class="govuk-heading-l">Records to erase</h1>
      <p class="govuk-body">
        Each night the house looks which records have been kept for long enough. One person
        approves, another erases. A record in use again, held, or with an open concern or request is
        never here.
        <a class="govuk-link" href="/retention/holds">Legal holds</a>
      </p>
      ${listOf(`Proposed: ${of.proposedInAll}`, of.proposed)}
      ${listOf(`Approved, to be erased by somebody else: ${of.approved.length}`, of.approved)}
      <h2 class="govuk-heading-m">Erased lately</h2>
      ${
        of.erased.length === 0
          ? html`<p class="govuk-body">Nothing.</p>`
          : scrollable({
              label: 'Erased lately',
              body: govukTable({
                head: ['When', 'By which rule', 'Approved by', 'Erased by', 'Rows'].map((text) => ({
                  text,
                })),
                rows: of.erased.map((each) => [
                  { text: each.erasedAt === null ? '' : momentWords(each.erasedAt) },
                  { text: ruleTitle(each.rule) },
                  { text: each.approvedByName ?? '' },
                  { text: each.erasedByName ?? '' },
                  { text: String(rowsIn(each.erased)), format: 'numeric' },
                ]),
              }),
            })
      }`,
  }
}

const rowsIn = (erased: unknown): number =>
  Object.values((erased ?? {}) as Record<string, number>).reduce((sum, rows) => sum + rows, 0)

function listOf(title: string, disposals: readonly Disposal[]): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
    ${
      disposals.length === 0
        ? html`<p class="govuk-body">Nothing.</p>`
        : scrollable({
            label: title,
            body: govukTable({
              head: ['Record', 'Kept until', 'By which rule'].map((text) => ({ text })),
              rows: disposals.map(({ id, personReference, dueOn, rule }) => [
                {
                  html: html`<a class="govuk-link" href="/retention/${id}"
                    >${personReference ?? id}</a
                  >`,
                },
                { text: inWords(isoDate(dueOn)) },
                { text: ruleTitle(rule) },
              ]),
            }),
          })
    }`
}

export function disposalView(of: {
  readonly disposal: Disposal
  readonly accountId: string | null
  readonly state: FormState
}): PageView {
  const { disposal, state } = of
  const title = `Record ${disposal.personReference ?? 'erased'}`
  return {
    title,
    current,
    before: govukBackLink({ text: 'Records to erase', href: '/retention' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${govukSummaryList({
        rows: [
          ['Rule', ruleTitle(disposal.rule)],
          ['Why', disposal.because],
          ['Kept until', inWords(isoDate(disposal.dueOn))],
          ['Approved by', disposal.approvedByName ?? 'Nobody yet'],
          ...(disposal.keptBecause === null ? [] : [['Kept because', disposal.keptBecause]]),
        ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } })),
      })}
      ${disposal.state === 'proposed' ? decide(state) : nothing}
      ${disposal.state === 'approved' ? erase(of) : nothing}`,
  }
}

const decide = (state: FormState): Html =>
  formTag({
    body: html`${radiosField(state, {
      name: 'answer',
      label: 'What becomes of this record?',
      options: [
        ['approve', 'It may be erased'],
        ['keep', 'It is kept for another year'],
      ],
    })}
    ${areaField(state, { name: 'because', label: 'Why it is kept' })}
    ${govukButton({ text: 'Decide', preventDoubleClick: true })}`,
  })

function erase({ disposal, accountId, state }: Parameters<typeof disposalView>[0]): Html {
  if (disposal.approvedBy === accountId)
    return html`<p class="govuk-body">You approved this. Somebody else erases it.</p>`
  return html`${govukWarningText({ text: 'The record, its history and everything sent to the person are erased. Nothing of it can be brought back.' })}
  ${formTag({
    action: `/retention/${disposal.id}/erase`,
    body: html`${govukCheckboxes({
      ...choicesOf(state, 'sure'),
      items: [{ value: 'yes', text: 'I know that nothing of it can be brought back' }],
    })}
    ${govukButton({ text: 'Erase the record', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  })}`
}
