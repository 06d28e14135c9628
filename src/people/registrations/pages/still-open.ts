import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { listLeftOpen } from '../left-open.sql.ts'

/** What is still open about somebody who died or cares no more, for their worker to close with care. */
export const stillOpenPage = page({
  path: '/carers/:id/still-open',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const open = await listLeftOpen(tx, person.id)
      const name = fullName(person)
      return show({
        title: `Still open about ${name}`,
        main: html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
          <h1 class="govuk-heading-l">Still open about ${name}</h1>
          ${
            person.diedOn === null
              ? nothing
              : html`<p class="govuk-body">
                  They died on ${inWords(isoDate(person.diedOn))}. Nothing is sent to them. Speak
                  with the family before you close what is open.
                </p>`
          }
          ${
            open.length === 0
              ? html`<p class="govuk-body">Nothing is open that you may read.</p>`
              : html`<ul class="govuk-list govuk-list--spaced">
                  ${open.map(
                    ({ what, href, on }) =>
                      html`<li>
                        <a class="govuk-link" href="${href}">${what}</a>
                        ${on === null ? nothing : html`<span class="app-quiet">${inWords(isoDate(on))}</span>`}
                      </li>`,
                  )}
                </ul>`
          }`,
      })
    }),
})
