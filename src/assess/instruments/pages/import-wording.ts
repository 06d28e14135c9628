import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, typedIn, withFault, type FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { administratorOf, administrators } from '#share/organisations/administrator.ts'
import { findInstrument, type Instrument } from '../instrument.ts'
import { insertWording } from '../instruments.sql.ts'
import { readWording } from '../wording.ts'

const wordingForm = form({
  id: hiddenId(),
  holder: text('Enter who holds the rights in the words'),
  licence: text('Enter the permission or licence under which they are used here', 500),
  words: text('Enter the words, one item a line', 20_000),
})

/** Brings the words of a measure that belong to somebody else, with the licence they are used under. */
export const importWordingPage = page({
  path: '/admin/measures/:instrument',
  door: 'workspace',
  may: administrators,
  params: z.object({ instrument: z.string().max(40) }),
  get: async ({ params }) =>
    show(viewOf(importable(params.instrument), freshForm({ id: newId() }))),
  post: async (context) => {
    const { params, body, asActor, clock, actor } = context
    const instrument = importable(params.instrument)
    const read = wordingForm.read(body)
    if (!read.ok) return showAgain(viewOf(instrument, read.error))
    const { id, holder, licence, words } = read.value
    const wording = readWording(instrument, words)
    if (!wording.ok) return showAgain(viewOf(instrument, withFault(body, 'words', wording.error)))
    const { authorityId, accountId } = administratorOf(context)
    return asActor(async (tx) => {
      await insertWording(tx, {
        authorityId,
        id,
        instrument: instrument.version,
        texts: wording.value,
        holder,
        licence,
        importedOn: clock.today(),
        importedBy: accountId,
        importedByName: actor.displayName,
      })
      return see('/admin/measures')
    })
  },
})

function importable(version: string): Instrument {
  const instrument = findInstrument(version)
  if (instrument?.wording !== 'imported') throw new NotFound('measure to import')
  return instrument
}

function viewOf(instrument: Instrument, state: FormState): PageView {
  const label = (words: string) => ({ text: words, classes: 'govuk-label--s' })
  const { name, items, licence } = instrument
  return {
    title: `Import the words of ${name}`,
    before: govukBackLink({ href: '/admin/measures', text: 'Measures' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Import the words of ${name}</h1>
      <p class="govuk-body">${licence}</p>
      <p class="govuk-body">
        Import them only where your organisation has permission. They stay with this authority.
      </p>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${govukInput({ ...fieldOf(state, 'holder'), label: label('Who holds the rights?') })}
        ${govukInput({
          ...fieldOf(state, 'licence'),
          label: label('Under which permission or licence are they used here?'),
          hint: { text: 'With its day and its number, if it has one' },
        })}
        ${govukTextarea({
          ...fieldOf(state, 'words'),
          rows: 20,
          label: label('The words'),
          hint: { text: `${items.length} lines, one an item, in the order of the measure` },
        })}
        ${govukButton({ text: 'Import', preventDoubleClick: true })}`,
      })}`,
  }
}
