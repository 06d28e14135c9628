import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import type { Way } from '../draft.ts'
import { stepAfter } from '../steps.ts'
import { pathOf, ways } from '../ways.ts'

export const forGrownUpsPage = forYou('adult', {
  title: 'These pages are for you',
  say: 'You are 18 or over, so the next questions are made for grown-ups. We have kept what you typed.',
})

export const forYoungPeoplePage = forYou('young', {
  title: 'It is good that you came',
  say: 'Because you are under 18, we have questions made for you, and people whose job it is to help young people. We have kept what you typed. You will not be in trouble, and nor will your family.',
})

/** Between the two ways, when a date of birth leads from one to the other. */
function forYou(way: Way, words: { readonly title: string; readonly say: string }): Page {
  return page({
    path: pathOf(way, 'for-you'),
    door: ways[way].door,
    may: 'anyone',
    get: async () =>
      show({
        title: words.title,
        main: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-xl">${words.title}</h1>
            <p class="govuk-body-l">${words.say}</p>
            ${govukButton({ text: 'Go on', href: pathOf(way, stepAfter('date-of-birth', way)?.slug ?? '') })}
          </div>
        </div>`,
      }),
  })
}
