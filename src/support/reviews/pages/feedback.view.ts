import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { recommends, satisfactions } from '#support/diary/review.ts'
import type { GivenFeedback } from '../review-answers.sql.ts'

/** What the carer thinks of the support, and who wrote it down. */
export function feedbackView({
  satisfaction,
  recommend,
  words,
  saidBy,
  saidOn,
}: GivenFeedback): Html {
  return factList({
    title: `What the carer says of the support, ${saidBy === 'carer' ? 'at home' : 'in the talk'} on ${inWords(isoDate(saidOn))}`,
    facts: [
      {
        name: 'How satisfied',
        value: satisfaction === null ? 'Not said' : satisfactions[satisfaction],
      },
      {
        name: 'Would recommend it',
        value: recommend === null ? 'Not said' : recommends[recommend],
      },
      ...(words === null
        ? []
        : [{ name: 'In their words', value: html`<span class="app-words">${words}</span>` }]),
    ],
  })
}
