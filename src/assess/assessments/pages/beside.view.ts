import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { Assessment } from '../assessment.ts'
import type { answersBeside, Beside } from '../side-by-side.rules.ts'

type Model = {
  readonly person: Person
  readonly last: Assessment
  readonly sections: ReturnType<typeof answersBeside>
  /** What is asked otherwise than last time; empty where the form is the same. */
  readonly questions: readonly Beside[]
}

/** Last time and this time, section by section; what changed is marked in words. */
export function besideView({ person, last, sections, questions }: Model): Html {
  const then = last.completedOn === null ? 'Last time' : `Last time, ${inWords(last.completedOn)}`
  return html`<span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">Side by side with last time</h1>
    ${sections.map(({ title, rows }) =>
      scrollable({
        label: title,
        body: govukTable({
          caption: title,
          captionClasses: 'govuk-table__caption--m',
          firstCellIsHeader: true,
          head: [{ text: 'Question' }, { text: then }, { text: 'Now' }, { text: 'Change' }],
          rows: rows.map(({ label, before, now }) => [
            { text: label },
            { text: before ?? 'Nothing was said' },
            { text: now ?? 'Nothing so far' },
            { text: before === now ? 'The same' : 'Changed' },
          ]),
        }),
      }),
    )}
    ${questions.length === 0 ? nothing : questionsTable(questions)}`
}

/** The questions of two versions of a form, where they differ. */
export function questionsTable(questions: readonly Beside[]): Html {
  return scrollable({
    label: 'What is asked otherwise than before',
    body: govukTable({
      caption: 'What is asked otherwise than before',
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'Before' }, { text: 'Now' }],
      rows: questions.map(({ before, now }) => [
        { text: before ?? 'Not asked' },
        { text: now ?? 'No longer asked' },
      ]),
    }),
  })
}
