import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { newId } from '#platform/lib/ids.ts'
import { html } from '#platform/lib/html.ts'
import { choiceOf, choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { freshForm, typedIn, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { lineField } from '#people/persons/fields.view.ts'
import { ownPersonId } from '#share/agreements/own.ts'
import { linkEnds, linkLengthWords } from '../link.rules.ts'
import { insertToldLink } from '../told.sql.ts'
import { linkForm } from '../told-forms.ts'
import { partWords, toldParts } from '../told.ts'
import { hashOf, tokenOf } from '../token.ts'

/** The carer makes a link: for whom, to what, for how long, for how many openings. */
export const newLinkPage = page({
  path: '/my/tell-it-once/links/new',
  door: 'carer',
  may: ['carer'],
  get: async () => show(viewOf(freshForm({ id: newId(), parts: ['about', 'story', 'needs'] }))),
  post: ({ actor, asActor, body, clock, config }) =>
    asActor(async (tx) => {
      const read = linkForm.read(body)
      if (!read.ok) return showAgain(viewOf(read.error))
      const { length, ...link } = read.value
      const now = clock.now()
      await insertToldLink(tx, {
        ...link,
        authorityId: actor.authorityId,
        personId: ownPersonId(actor),
        tokenHash: hashOf(tokenOf(config, link.id)),
        madeAt: now,
        endsAt: linkEnds(length, now),
      })
      return see(`/my/tell-it-once/links/${link.id}`)
    }),
})

const viewOf = (state: FormState): PageView => ({
  title: 'Make a link',
  current: '/my/sharing',
  before: govukBackLink({ text: 'Back', href: '/my/tell-it-once' }),
  main: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${faultSummary(state)}
      <h1 class="govuk-heading-l">Make a link</h1>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${lineField(state, {
          name: 'label',
          label: 'Who is it for?',
          hint: 'Only you see this, so that you know which link is which. For example: ward 4.',
        })}
        ${govukCheckboxes({
          ...choicesOf(state, 'parts'),
          fieldset: {
            legend: { text: 'What may they see?', classes: 'govuk-fieldset__legend--m' },
          },
          items: toldParts.map((value) => ({ value, text: partWords[value].choice })),
        })}
        ${govukRadios({
          ...choiceOf(state, 'length'),
          fieldset: {
            legend: { text: 'How long does it work?', classes: 'govuk-fieldset__legend--m' },
          },
          items: Object.entries(linkLengthWords).map(([value, text]) => ({ value, text })),
        })}
        ${lineField(state, {
          name: 'mostOpenings',
          label: 'How many times may it be opened? (optional)',
          hint: 'Leave this empty for as often as they like.',
          width: 'govuk-input--width-3',
        })}
        ${govukButton({ text: 'Make the link', preventDoubleClick: true })}`,
      })}
    </div>
  </div>`,
})
