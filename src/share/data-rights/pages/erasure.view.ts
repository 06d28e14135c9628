import { govukButton } from '#platform/govuk/button.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn } from '#platform/web/form.ts'
import { formTag, hidden } from '#platform/web/form-view.ts'
import { areaField, lineField, radiosField } from '#people/persons/fields.view.ts'
import { keepGrounds, type KeepReason } from '../erasure.rules.ts'
import { momentWords } from '../held-words.ts'
import type { RequestShown } from './request.view.ts'

export type ErasureShown = {
  readonly reasons: readonly KeepReason[]
  readonly notSigned: string | null
  readonly signed: boolean
  readonly notAnswered: string | null
  readonly decides: boolean
}

/** What must be kept of the record and why; who agrees; and the form on which it is answered. */
export function erasurePart(of: RequestShown, erasure: ErasureShown): Html {
  const { request, leads, releases } = of
  const open = request.state === 'open'
  return html`<h2 class="govuk-heading-m">What must be kept</h2>
    ${open ? reasonList(erasure.reasons) : nothing}
    ${open && !erasure.signed && leads ? sign(of, erasure) : nothing}
    ${open && !erasure.signed && !leads ? html`<p class="govuk-body">The record is only erased once the safeguarding lead agrees to it here.</p>` : nothing}
    ${open && erasure.signed ? html`<p class="govuk-body">The safeguarding lead agrees that the record may be erased.</p>` : nothing}
    ${open && erasure.decides ? decide(of, erasure) : nothing}
    ${releases.map(
      ({ id, releasedAt, releasedByName, how }) =>
        html`<p class="govuk-body">
          Answered on ${momentWords(releasedAt)} by ${releasedByName}: ${how}.
          <a class="govuk-link" href="/data-requests/${request.id}/releases/${id}/pdf"
            >The letter, PDF</a
          >
        </p>`,
    )}
    ${request.state === 'agreed' ? html`<p class="govuk-body">Somebody else erases it: <a class="govuk-link" href="/retention">Records to erase</a>. Hand over the letter first.</p>` : nothing}`
}

function reasonList(reasons: readonly KeepReason[]): Html {
  if (reasons.length === 0)
    return html`<p class="govuk-body">Nothing, by the schedule and the legal holds of today.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">
    ${reasons.map(
      ({ words, until, bars }) =>
        html`<li>
          ${words}${until === null ? '' : `, until ${inWords(until)}`}${bars ? '' : '. You may still decide to erase it'}
        </li>`,
    )}
  </ul>`
}

const sign = ({ request }: RequestShown, { notSigned }: ErasureShown): Html =>
  notSigned === null
    ? formTag({
        action: `/data-requests/${request.id}/sign`,
        body: govukButton({
          text: 'Agree that the record may be erased',
          id: 'sign',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      })
    : html`<p class="govuk-body">You cannot agree to it yet: ${notSigned}.</p>`

function decide({ request, state }: RequestShown, { notAnswered }: ErasureShown): Html {
  if (notAnswered !== null) return html`<p class="govuk-body">Not answered yet: ${notAnswered}.</p>`
  return html`<h2 class="govuk-heading-m">Answer it</h2>
    ${formTag({
      action: `/data-requests/${request.id}/erasure`,
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${radiosField(state, {
        name: 'decision',
        label: 'What is decided?',
        options: [
          ['keep', 'It is kept'],
          ['erase', 'It is erased'],
        ],
      })}
      ${radiosField(state, { name: 'ground', label: 'If it is kept, on what ground?', options: Object.entries(keepGrounds) })}
      ${areaField(state, { name: 'because', label: 'Why', hint: 'This stands in the letter as you write it. What is kept and until when is added from the list above' })}
      ${lineField(state, { name: 'how', label: 'How is the answer handed over?', hint: 'Such as by post to their home. Who asked on their own pages reads it there too' })}
      ${govukButton({ text: 'Answer', preventDoubleClick: true })}`,
    })}`
}
