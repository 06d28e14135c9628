import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'

/** What is kept about people, in their words (UK GDPR articles 13 and 14). */
export const privacyPage = page({
  path: '/privacy',
  door: 'public',
  may: 'anyone',
  get: async () =>
    show({
      title: 'What we keep about you',
      main: html`<h1 class="govuk-heading-l">What we keep about you</h1>
        <p class="govuk-body">
          The questions in “Am I a carer?” and the search for help near you are answered without
          keeping anything about you.
        </p>
        <p class="govuk-body">
          When you register, or someone refers you, we keep what you tell us: who you are, how to
          reach you, who you look after, and what we agreed. We keep it because the law gives
          councils a duty to support carers (the Care Act 2014, and the Children Act 1989 for
          children).
        </p>
        <h2 class="govuk-heading-m">Who sees it</h2>
        <p class="govuk-body">
          The people who work with you. Nobody else, unless you agreed, or somebody is in danger.
          Every time somebody opens your record it is written down, and you can see who it was when
          you sign in.
        </p>
        <h2 class="govuk-heading-m">How long we keep it</h2>
        <p class="govuk-body">
          An adult’s record: 8 years after our last contact. A child’s record: until they are 25.
          Your council can tell you its own rule.
        </p>
        <h2 class="govuk-heading-m">Your rights</h2>
        <p class="govuk-body">
          You can ask for a copy of everything we hold about you, have mistakes put right, and ask
          us to stop using what we hold for things the law does not require. We answer within one
          month. If you are not happy with the answer, contact the
          <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/"
            >Information Commissioner’s Office</a
          >.
        </p>
        <h2 class="govuk-heading-m">Cookies</h2>
        <p class="govuk-body">
          One cookie keeps you signed in, one keeps a form that you have begun until you finish it,
          and one the text size if you choose one. For staff one more keeps whether shortcut keys
          are on, if they choose. There are no others, and nobody follows you here.
        </p>`,
    }),
})
