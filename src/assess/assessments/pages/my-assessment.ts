import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukTaskList } from '#platform/govuk/task-list.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { openMyAssessment } from '../my-open-assessment.ts'

/** The carer begins their own assessment at home: what they write is there when the assessor comes. */
export const myAssessmentPage = page({
  path: '/my/assessment',
  door: 'carer',
  may: ['carer'],
  get: ({ asActor, actor: { personId } }) =>
    asActor(async (tx) => {
      if (personId === null) throw new Forbidden('Without a record of their own')
      const { sections, own } = await openMyAssessment(tx, personId)
      const written = new Set(own.map(({ section }) => section))
      return show({
        title: 'Begin your assessment',
        before: govukBackLink({ href: '/my', text: 'Back' }),
        main: html`<h1 class="govuk-heading-l">Begin your assessment</h1>
          <p class="govuk-body">
            You can write some of it now, in your own words. You do not have to. Leave out what you
            like: your assessor will talk it all through with you.
          </p>
          <p class="govuk-body">
            Your assessor can read what you write. Nobody can change it but you.
          </p>
          ${govukTaskList({
            items: sections.map(({ id, title, about }) => ({
              title: { text: title },
              hint: { text: about },
              href: `/my/assessment/${id}`,
              status: written.has(id)
                ? { text: 'Written' }
                : { tag: { text: 'Not yet', classes: 'govuk-tag--grey' } },
            })),
          })}`,
      })
    }),
})
