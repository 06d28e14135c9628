import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { administrators } from '#share/organisations/administrator.ts'
import { instruments, type Instrument } from '../instrument.ts'
import { listWordings, type Wording } from '../instruments.sql.ts'
import { measureName } from '../words.ts'

/** Each measure: whether it can be used here, and under whose licence. */
export const adminMeasuresPage = page({
  path: '/admin/measures',
  door: 'workspace',
  may: administrators,
  get: ({ asActor }) =>
    asActor(async (tx) => {
      const wordings = await listWordings(tx)
      return show({
        title: 'Measures',
        current: '/admin',
        before: govukBackLink({ href: '/admin', text: 'Accounts and settings' }),
        main: html`<h1 class="govuk-heading-l">Measures</h1>
          <p class="govuk-body">
            Alongside has the keys by which these are scored. The words of most belong to somebody
            else: an organisation that may use them imports them here.
          </p>
          ${govukSummaryList({
            rows: instruments.map((instrument) => rowOf(instrument, wordings)),
          })}`,
      })
    }),
})

function rowOf(instrument: Instrument, wordings: readonly Wording[]) {
  const { version, wording, title } = instrument
  const imported = wordings.find((each) => each.instrument === version)
  const state =
    wording === 'shipped'
      ? 'Complete, in our own words.'
      : imported === undefined
        ? 'Its words are not here yet.'
        : `Imported by ${imported.importedByName} on ${inWords(imported.importedOn)}. ${imported.holder}: ${imported.licence}`
  return {
    key: { text: measureName(instrument) },
    value: { text: `${title}. ${state}` },
    actions:
      wording === 'shipped'
        ? { items: [] }
        : {
            items: [
              {
                href: `/admin/measures/${version}`,
                text: 'Import',
                visuallyHiddenText: `the words of ${instrument.name}`,
              },
            ],
          },
  }
}
