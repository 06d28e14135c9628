import { html, type Html } from '#platform/lib/html.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import type { ApiRoute } from '#platform/room.ts'
import { page, type Page, show } from '#platform/web/page.ts'
import { openApiDocument } from './openapi.ts'

type Operation = {
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: unknown
}
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: { readonly type?: string; readonly description?: string }
}

/** The API to read: the same document as `/api/openapi.json`, as a page. */
export function apiPage(routes: readonly ApiRoute[]): Page {
  return page({
    path: '/api',
    door: 'public',
    may: 'anyone',
    get: async ({ config }) => {
      const document = openApiDocument(routes, config.url)
      const paths = Object.entries(document['paths'] as Record<string, Record<string, Operation>>)
      return show({
        title: 'Interface for other systems',
        main: html`<h1 class="govuk-heading-l">Interface for other systems</h1>
          <p class="govuk-body">
            JSON over HTTP, described by
            <a class="govuk-link" href="/api/openapi.json">an OpenAPI 3.1 document</a>. Sign in as
            on the website; the same duties and the same row-level security apply. What is refused
            is answered as a problem (RFC 9457), with each fault pointing to its place.
          </p>
          ${paths.map(([path, operations]) => Object.entries(operations).map(([method, operation]) => oneOperation(method, path, operation)))}`,
      })
    },
  })
}

function oneOperation(method: string, path: string, operation: Operation): Html {
  return html`<section>
    <h2 class="govuk-heading-m">${operation.summary}</h2>
    <p class="govuk-body"><code>${method.toUpperCase()} ${path}</code></p>
    <p class="govuk-body">${operation.description}</p>
    ${operation.parameters.length === 0 ? html`` : scrollable({ label: `Parameters of ${operation.summary}`, body: parameterTable(operation.parameters) })}
  </section>`
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<table class="govuk-table">
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${['Parameter', 'Where', 'Needed', 'What'].map((heading) => html`<th scope="col" class="govuk-table__header">${heading}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${parameters.map(
        ({ name, in: place, required, schema }) =>
          html`<tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header"><code>${name}</code></th>
            <td class="govuk-table__cell">${place}</td>
            <td class="govuk-table__cell">${required ? 'Yes' : 'No'}</td>
            <td class="govuk-table__cell">${schema.description ?? schema.type ?? ''}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
