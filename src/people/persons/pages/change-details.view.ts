import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords } from '../code-words.ts'
import { detailLabels, detailWords } from '../detail-words.ts'
import type { DetailField, Details } from '../details-form.ts'
import {
  areaField,
  dayField,
  fieldGroup,
  fieldRow,
  lineField,
  radiosField,
  selectField,
  type FieldWords,
} from '../fields.view.ts'
import type { Clash } from '../merge-edits.rules.ts'
import { fullName, type Person } from '../person.ts'

export type ChangeDetailsModel = {
  readonly person: Person
  readonly state: FormState
  /** Set where someone else saved first. */
  readonly conflict?: {
    readonly clashes: readonly Clash<DetailField, Details[DetailField]>[]
    readonly onlyTheirs: readonly DetailField[]
    readonly theirs: Details
    readonly by: string | null
  }
}

export function changeDetailsView({ person, state, conflict }: ChangeDetailsModel): Html {
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` })}
    ${faultSummary(state)} ${conflict === undefined ? nothing : conflictView(conflict)}
    <h1 class="govuk-heading-l">Change the details of ${fullName(person)}</h1>
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))} ${hidden('onto', person.id)}
      ${groups(state)}
      ${govukButton({
        text: conflict === undefined ? 'Save' : 'Save these details',
        preventDoubleClick: true,
      })}`,
    })}`
}

function groups(state: FormState): Html {
  const words = (name: DetailField, more: Omit<FieldWords, 'name' | 'label'> = {}): FieldWords => ({
    name,
    label: detailLabels[name],
    ...more,
  })
  const line = (name: DetailField, more: Omit<FieldWords, 'name' | 'label'> = {}) =>
    lineField(state, words(name, more))
  const oneOf = (name: DetailField, list: string, blank?: string) =>
    selectField(state, { ...words(name), options: codeWords(list), blank })
  const yesNo = (name: DetailField) =>
    radiosField(state, { ...words(name), options: answers, inline: true })
  return html`${fieldGroup(
    'Name',
    fieldRow(
      line('title', { width: 'govuk-input--width-5' }),
      line('givenName'),
      line('familyName'),
    ),
    line('knownAs', { width: 'govuk-input--width-10' }),
  )}
  ${fieldGroup(
    'About them',
    dayField(state, words('dateOfBirth', { hint: 'For example, 27 3 1951' })),
    fieldRow(
      oneOf('gender', 'genders', 'Not asked'),
      oneOf('ethnicGroup', 'ethnic-groups', 'Not asked'),
      oneOf('employment', 'employment', 'Not asked'),
    ),
    fieldRow(line('nhsNumber', { width: 'govuk-input--width-10' }), line('gpPractice')),
  )}
  ${fieldGroup(
    'Where they live',
    line('address1'),
    line('address2'),
    fieldRow(line('town'), line('postcode', { width: 'govuk-input--width-10' })),
  )}
  ${fieldGroup(
    'How to reach them',
    fieldRow(line('homePhone', { type: 'tel' }), line('mobilePhone', { type: 'tel' })),
    line('email', { type: 'email' }),
    html`<div class="app-field-row">
      ${yesNo('mayPhone')}${yesNo('mayText')}${yesNo('mayEmail')}${yesNo('mayPost')}
    </div>`,
    lineField(
      state,
      words('safeContact', {
        hint: 'Shown on top of the record: no voicemail, only before noon, never by post',
      }),
    ),
    fieldRow(oneOf('informationFormat', 'formats'), line('language')),
  )}
  ${fieldGroup(
    'Anything else',
    areaField(state, words('note')),
    dayField(state, words('diedOn', { hint: 'Only if they have died' })),
  )}`
}

const answers = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['', 'Not asked'],
] as const

function conflictView({
  clashes,
  onlyTheirs,
  theirs,
  by,
}: NonNullable<ChangeDetailsModel['conflict']>): Html {
  const who = by ?? 'Someone else'
  const table = govukTable({
    caption: 'You both changed',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'Detail' }, { text: `${who} saved` }, { text: 'You typed' }],
    firstCellIsHeader: true,
    rows: clashes.map(({ field, theirs: saved, mine }) => [
      { text: detailLabels[field] },
      { text: detailWords(field, saved) ?? 'nothing' },
      { text: detailWords(field, mine) ?? 'nothing' },
    ]),
  })
  const kept = onlyTheirs.map(
    (field) =>
      html`<li>${detailLabels[field]}: ${detailWords(field, theirs[field]) ?? 'nothing'}</li>`,
  )
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">${who} changed these details while you had them open</h2>
    <p class="govuk-body">
      Nothing you typed is lost, and nothing of yours is saved yet. Look through the form and save
      it again.
    </p>
    ${
      clashes.length === 0
        ? nothing
        : html`${table}
            <p class="govuk-body">The form holds what you typed.</p>`
    }
    ${
      kept.length === 0
        ? nothing
        : html`<p class="govuk-body">${who} also changed, and the form has it so:</p>
            <ul class="govuk-list govuk-list--bullet">
              ${kept}
            </ul>`
    }
  </div>`
}
